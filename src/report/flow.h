/* flow.h: text on a terminal: wrapped at spaces with a hanging indent, coloured if wished, controls made visible. */
#ifndef MTL_FLOW_H
#define MTL_FLOW_H

#include "base/out.h"

/* Colours as the parameters of "select graphic rendition" (ECMA-48, 8.3.117). */
#define MTL_BOLD  "1"
#define MTL_DIM   "2"
#define MTL_GREEN "32"

typedef struct mtl_flow {
    mtl_out *out;
    uint32_t width;  /* cells of a line */
    uint32_t indent; /* of the lines after the first */
    uint32_t column; /* cells used on this line */
    bool colour;
} mtl_flow;

/* Writes TEXT, valid UTF-8, in the colour SGR (NULL: none), on a new line wherever the next word does not fit. */
void mtl_flow_put(mtl_flow *flow, mtl_str text, const char *sgr);
/* Writes spaces up to COLUMN, if it is not reached yet. */
void mtl_flow_pad(mtl_flow *flow, uint32_t column);
/* Ends the line; the next one starts at column 0. */
void mtl_flow_end(mtl_flow *flow);

/* Writes TEXT in the colour SGR, if COLOUR, without wrapping. */
void mtl_paint(mtl_out *out, mtl_str text, const char *sgr, bool colour);
/* The colour of a severity. */
const char *mtl_paint_of(mtl_severity severity);

#endif
