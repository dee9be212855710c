/* rst_table.h: where the cells of grid tables and simple tables of reStructuredText stand. Knows nothing of what is in them. */
#ifndef MTL_RST_TABLE_H
#define MTL_RST_TABLE_H

#include "format/lines.h"

/* Told of each cell that is not empty: its N lines, indented as they are in it, which are the callee's to change. */
typedef void mtl_rst_cell_fn(void *user, mtl_line *lines, uint32_t n);

/* The table that begins with the first of N lines, cell by cell. Returns how many lines it takes; 0: it is none. */
uint32_t mtl_rst_grid(mtl_str bytes, const mtl_line *lines, uint32_t n, mtl_arena *arena, mtl_rst_cell_fn *fn, void *user);
uint32_t mtl_rst_simple(mtl_str bytes, const mtl_line *lines, uint32_t n, mtl_arena *arena, mtl_rst_cell_fn *fn, void *user);

#endif
