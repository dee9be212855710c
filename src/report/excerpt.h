/* excerpt.h: a place in the source, shown: the text around it on one line, and carets below it. */
#ifndef MTL_EXCERPT_H
#define MTL_EXCERPT_H

#include "base/out.h"

typedef struct mtl_excerpt_style {
    uint32_t indent, width; /* cells before the text; of the whole line */
    const char *sgr;        /* colour of the marked text and its carets */
    bool colour;
} mtl_excerpt_style;

/* Writes SOURCE around AT, cut to the width, and a line of carets under AT. White space that holds a line break is shown as one
 * space; the text stops at the paragraph's edges. Never cuts a character from its combining marks. */
void mtl_excerpt(mtl_out *out, mtl_str source, mtl_span at, const mtl_excerpt_style *style);

#endif
