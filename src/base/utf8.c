#include "base/utf8.h"

uint32_t mtl_utf8_next(mtl_str s, size_t *i)
{
    const unsigned char *p = (const unsigned char *)s.p + *i;
    if (p[0] < 0x80) {
        *i += 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *i += 2;
        return (uint32_t)(p[0] & 0x1F) << 6 | (p[1] & 0x3F);
    }
    if (p[0] < 0xF0) {
        *i += 3;
        return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    }
    *i += 4;
    return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3F) << 12 | (uint32_t)(p[2] & 0x3F) << 6 | (p[3] & 0x3F);
}

uint32_t mtl_utf8_prev(mtl_str s, size_t *i)
{
    do
        --*i;
    while (*i > 0 && mtl_utf8_inside(s.p[*i]));
    size_t at = *i;
    return mtl_utf8_next(s, &at);
}

size_t mtl_utf8_put(char out[4], uint32_t code)
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

/* Length of the well-formed sequence at P with N bytes left, or 0 (Unicode 15, table 3-7). */
static size_t well_formed(const unsigned char *p, size_t n)
{
    const unsigned char a = p[0];
    if (a < 0x80)
        return 1;
    if (a < 0xC2 || a > 0xF4)
        return 0;
    const size_t need = a < 0xE0 ? 2 : a < 0xF0 ? 3 : 4;
    if (n < need)
        return 0;
    const unsigned char low = a == 0xE0 ? 0xA0 : a == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = a == 0xED ? 0x9F : a == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < need; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    return need;
}

size_t mtl_utf8_valid(mtl_str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t i = 0;
    while (i < s.n) {
        uint64_t word;
        if (s.n - i >= sizeof word) {
            memcpy(&word, p + i, sizeof word);
            if ((word & UINT64_C(0x8080808080808080)) == 0) {
                i += sizeof word;
                continue;
            }
        }
        const size_t n = well_formed(p + i, s.n - i);
        if (n == 0)
            return i;
        i += n;
    }
    return s.n;
}

/* Bytes of S that begin no code point (10xxxxxx), and those that begin one beyond 16 bits (1111xxxx), eight at a time. */
static void count_bytes(mtl_str s, size_t *inside, size_t *wide)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    size_t i = 0;
    *inside = *wide = 0;
    for (uint64_t w; i + sizeof w <= s.n; i += sizeof w) {
        memcpy(&w, s.p + i, sizeof w);
        const uint64_t high = w >> 7 & ones;
        if (high == 0)
            continue;
        *inside += (size_t)__builtin_popcountll(high & ~(w >> 6));
        *wide += (size_t)__builtin_popcountll(high & w >> 6 & w >> 5 & w >> 4);
    }
    for (; i < s.n; i++) {
        *inside += mtl_utf8_inside(s.p[i]);
        *wide += (unsigned char)s.p[i] >= 0xF0;
    }
}

size_t mtl_utf8_count(mtl_str s)
{
    size_t inside, wide;
    count_bytes(s, &inside, &wide);
    return s.n - inside;
}

size_t mtl_utf8_count16(mtl_str s)
{
    size_t inside, wide;
    count_bytes(s, &inside, &wide);
    return s.n - inside + wide;
}

bool mtl_utf8_is_control(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C || (code >= 0x200E && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x2028 || code == 0x2029;
}
