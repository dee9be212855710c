/* utf8.h: code points in UTF-8, and the little that is known of them without ICU. */
#ifndef MTL_UTF8_H
#define MTL_UTF8_H

#include "base/str.h"

#define MTL_BOM MTL_LIT("\xEF\xBB\xBF")

/* True for the second and later bytes of a code point. */
static inline bool mtl_utf8_inside(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The code point at *I of valid UTF-8, and moves *I behind it. The caller keeps *I < s.n. */
uint32_t mtl_utf8_next(mtl_str s, size_t *i);
/* The code point before *I of valid UTF-8, and moves *I to its start. The caller keeps *I > 0. */
uint32_t mtl_utf8_prev(mtl_str s, size_t *i);
/* Writes CODE into OUT and returns its length, 1 to 4 bytes. */
size_t mtl_utf8_put(char out[4], uint32_t code);
/* Offset of the first byte that is no valid UTF-8 (RFC 3629: no surrogates, no overlong forms, nothing over U+10FFFF), or s.n. */
size_t mtl_utf8_valid(mtl_str s);
/* Code points in valid UTF-8. */
size_t mtl_utf8_count(mtl_str s);
/* UTF-16 code units in valid UTF-8. */
size_t mtl_utf8_count16(mtl_str s);
/* C0 and C1 controls, delete, and the characters that reorder a terminal line (UAX 9: marks, embeddings, overrides, isolates). */
bool mtl_utf8_is_control(uint32_t code);

#endif
