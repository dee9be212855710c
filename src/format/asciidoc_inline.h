/* asciidoc_inline.h: what stands inside of a paragraph of AsciiDoc: emphasis, macros, attributes, passthroughs, anchors, footnotes, line
 * breaks. Knows no lines and no blocks. */
#ifndef MTL_ASCIIDOC_INLINE_H
#define MTL_ASCIIDOC_INLINE_H

#include "format/prose.h"

typedef MTL_VEC(mtl_span) mtl_asciidoc_notes;

/* The bytes AT of PROSE's bytes, which are one paragraph. Where footnotes stand in it is added to NOTES; NULL: it is one. HARD: each line
 * end is a line break of the page. */
void mtl_asciidoc_inline(mtl_prose *prose, mtl_span at, bool hard, mtl_asciidoc_notes *notes);
/* The text in the attributes AT, "Ein Schiff,200,title=..." of a picture: the first that has no name, or the one called NAME; without
 * its quotation marks, len 0 if there is none. */
mtl_span mtl_asciidoc_attribute(mtl_str bytes, mtl_span at, const char *name);

#endif
