/* str.h: borrowed slices of UTF-8. Bytes with a length, never NUL-ended unless a function says so. Knows nothing of code points:
 * that is utf8.h. */
#ifndef MTL_STR_H
#define MTL_STR_H

#include "base/arena.h"
#include "mtlint.h"

#include <stdarg.h>
#include <string.h>

#define MTL_LIT(s)       ((mtl_str){(s), sizeof(s) - 1})
#define MTL_COUNT(array) (sizeof(array) / sizeof *(array))
#define MTL_END(array)   ((array) + MTL_COUNT(array))
/* For printf: "%.*s" takes MTL_FMT(s). */
#define MTL_FMT(s) (int)(s).n, (s).p

static inline mtl_str mtl_cstr(const char *s)
{
    return (mtl_str){s, s ? strlen(s) : 0};
}

static inline bool mtl_str_same(mtl_str a, mtl_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool mtl_str_is(mtl_str a, const char *b)
{
    return mtl_str_same(a, mtl_cstr(b));
}

static inline bool mtl_str_starts(mtl_str s, mtl_str head)
{
    return s.n >= head.n && mtl_str_same((mtl_str){s.p, head.n}, head);
}

static inline bool mtl_str_ends(mtl_str s, mtl_str tail)
{
    return s.n >= tail.n && mtl_str_same((mtl_str){s.p + s.n - tail.n, tail.n}, tail);
}

/* The same but for the case of ASCII letters. */
bool mtl_str_alike(mtl_str a, mtl_str b);

static inline bool mtl_str_ends_alike(mtl_str s, mtl_str tail)
{
    return s.n >= tail.n && mtl_str_alike((mtl_str){s.p + s.n - tail.n, tail.n}, tail);
}

/* The bytes AT of S; the caller keeps it inside. */
static inline mtl_str mtl_str_cut(mtl_str s, mtl_span at)
{
    return (mtl_str){s.p + at.at, at.len};
}

/* Byte order; a head sorts before what it heads. */
int mtl_str_compare(mtl_str a, mtl_str b);
/* Byte offset of the first NEEDLE in S at or after FROM, or SIZE_MAX. */
size_t mtl_str_find(mtl_str s, mtl_str needle, size_t from);
/* S as what stands before its first SIGN and what stands behind; false where it has none, or one of the two is empty. */
bool mtl_str_halves(mtl_str s, char sign, mtl_str *before, mtl_str *behind);
/* S without ASCII white space at both ends. */
mtl_str mtl_str_trim(mtl_str s);
/* The copy lives as long as ARENA and is NUL-ended beyond its length. */
mtl_str mtl_str_copy(mtl_str s, mtl_arena *arena);
/* printf into ARENA; NUL-ended beyond its length. */
mtl_str mtl_str_format(mtl_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* 64-bit hash of bytes; the same on every machine and in every version, for it goes into fingerprints. */
uint64_t mtl_hash(mtl_str s);
/* HASH with S added, so that sequences can be hashed. */
uint64_t mtl_hash_more(uint64_t hash, mtl_str s);

static inline uint32_t mtl_span_end(mtl_span s)
{
    return s.at + s.len;
}

static inline bool mtl_span_overlap(mtl_span a, mtl_span b)
{
    return a.at < mtl_span_end(b) && b.at < mtl_span_end(a);
}

/* The smallest span that holds both. */
static inline mtl_span mtl_span_join(mtl_span a, mtl_span b)
{
    const uint32_t at = a.at < b.at ? a.at : b.at;
    const uint32_t end = mtl_span_end(a) > mtl_span_end(b) ? mtl_span_end(a) : mtl_span_end(b);
    return (mtl_span){at, end - at};
}

#endif
