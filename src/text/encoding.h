/* encoding.h: ICU's gate for texts that are not stored as UTF-8: what an input says of itself, decoding with the place of every byte, and back. */
#ifndef MTL_ENCODING_H
#define MTL_ENCODING_H

#include "base/err.h"

/* The name of the encoding that the first bytes tell: by a byte order mark, by zeros between letters, by the XML declaration or a meta tag of a
 * page. Empty: they tell of none, or of UTF-8. The name is of HEAD or static. */
mtl_str mtl_encoding_told(mtl_str head);
/* True if NAME is one of UTF-8, which needs no decoding. */
bool mtl_encoding_is_utf8(mtl_str name);
/* What bytes that are not UTF-8 look like most. */
mtl_str mtl_encoding_guess(mtl_str bytes, mtl_arena *arena);
/* True if NAME is an encoding that can be read. As web pages have it, "latin1" is windows-1252. */
bool mtl_encoding_known(mtl_str name);

/* BYTES, which are in the encoding NAME, as UTF-8 in ARENA. (*STORED)[i] is where byte I of it came from, and one more the end; a byte order
 * mark becomes U+FEFF. Fails where a byte means nothing, with *BAD its place; what stands before it is in *UTF8. */
bool mtl_decode(mtl_str bytes, mtl_str name, mtl_arena *arena, mtl_str *utf8, const uint32_t **stored, size_t *bad);
/* True if UTF8 can be written in the encoding NAME: what is called ASCII or Latin-1 holds no more than its name says. */
bool mtl_encoding_holds(mtl_str name, mtl_str utf8);
/* UTF8 as it is stored in the encoding NAME; what that cannot say becomes "?". The bytes are yours to free with mtl_free. */
char *mtl_encode(mtl_str utf8, mtl_str name, size_t *n);

#endif
