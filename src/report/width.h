/* width.h: how many cells of a terminal a character takes. Terminals differ; this is what most of them do. */
#ifndef MTL_WIDTH_H
#define MTL_WIDTH_H

#include "base/str.h"

/* 0 for combining marks and invisible format characters, 2 for wide East Asian characters and emoji, else 1. Controls count 1, for
 * mtl_out_plain shows them as one character. */
uint32_t mtl_width(uint32_t code);
/* Cells of valid UTF-8, capped at UINT32_MAX. */
uint32_t mtl_width_str(mtl_str s);

/* S, or its head and "…" in ARENA where it takes more than CELLS: for what is shown to be recognised, not to be read. */
mtl_str mtl_shortened(mtl_str s, uint32_t cells, mtl_arena *arena);

#endif
