/* rst_inline.h: what stands inside of a paragraph of reStructuredText: emphasis, literals, roles, references, footnotes, substitutions,
 * escapes. Knows no lines and no blocks. */
#ifndef MTL_RST_INLINE_H
#define MTL_RST_INLINE_H

#include "format/prose.h"

/* The first N bytes of PROSE's bytes, which are one paragraph. */
void mtl_rst_inline(mtl_prose *prose, uint32_t n);
/* Bytes of the simple name that S begins with: letters and digits, and single ones of "-._+:" between them; 0 if there is none. */
uint32_t mtl_rst_name(mtl_str s);

#endif
