#include "base/str.h"

#include <stdio.h>

int mtl_str_compare(mtl_str a, mtl_str b)
{
    const size_t n = a.n < b.n ? a.n : b.n;
    const int order = n ? memcmp(a.p, b.p, n) : 0;
    return order ? order : (a.n > b.n) - (a.n < b.n);
}

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

bool mtl_str_alike(mtl_str a, mtl_str b)
{
    bool same = a.n == b.n;
    for (size_t i = 0; same && i < a.n; i++)
        same = small(a.p[i]) == small(b.p[i]);
    return same;
}

size_t mtl_str_find(mtl_str s, mtl_str needle, size_t from)
{
    if (needle.n == 0)
        return from <= s.n ? from : SIZE_MAX;
    while (from < s.n && needle.n <= s.n - from) {
        const char *hit = memchr(s.p + from, needle.p[0], s.n - from - needle.n + 1);
        if (!hit)
            return SIZE_MAX;
        from = (size_t)(hit - s.p);
        if (memcmp(hit, needle.p, needle.n) == 0)
            return from;
        from++;
    }
    return SIZE_MAX;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

bool mtl_str_halves(mtl_str s, char sign, mtl_str *before, mtl_str *behind)
{
    const char *at = s.n ? memchr(s.p, sign, s.n) : NULL;
    if (!at)
        return false;
    *before = (mtl_str){s.p, (size_t)(at - s.p)};
    *behind = (mtl_str){at + 1, s.n - before->n - 1};
    return before->n && behind->n;
}

mtl_str mtl_str_trim(mtl_str s)
{
    while (s.n && is_space(s.p[0]))
        s.p++, s.n--;
    while (s.n && is_space(s.p[s.n - 1]))
        s.n--;
    return s;
}

mtl_str mtl_str_copy(mtl_str s, mtl_arena *arena)
{
    char *bytes = mtl_arena_alloc(arena, s.n + 1);
    if (s.n)
        memcpy(bytes, s.p, s.n);
    return (mtl_str){bytes, s.n};
}

mtl_str mtl_str_format(mtl_arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    const int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *bytes = mtl_arena_alloc(arena, (size_t)(n < 0 ? 0 : n) + 1);
    if (n > 0)
        vsnprintf(bytes, (size_t)n + 1, format, again);
    va_end(again);
    return (mtl_str){bytes, (size_t)(n < 0 ? 0 : n)};
}

/* FNV-1a, 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv), with a final mix so that low bits are usable as table indices. */
uint64_t mtl_hash_more(uint64_t hash, mtl_str s)
{
    for (size_t i = 0; i < s.n; i++)
        hash = (hash ^ (unsigned char)s.p[i]) * UINT64_C(0x100000001b3);
    return hash;
}

uint64_t mtl_hash(mtl_str s)
{
    const uint64_t hash = mtl_hash_more(UINT64_C(0xcbf29ce484222325), s);
    return hash ^ (hash >> 29);
}
