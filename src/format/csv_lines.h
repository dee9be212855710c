/* csv_lines.h: a table parted by commas or the like inside of a page of another format. Knows nothing of what is in its cells. */
#ifndef MTL_CSV_LINES_H
#define MTL_CSV_LINES_H

#include "format/lines.h"

/* Told of each cell that is not empty, a layer over that of the page, and where it stands, from 0 on. */
typedef void mtl_csv_cell_fn(void *user, const mtl_layer *cell, uint32_t row, uint32_t column);

/* The cells in N lines of PAGE, parted by SIGN. A row that makes no sense is passed over. */
void mtl_csv_cells(const mtl_layer *page, const mtl_line *lines, uint32_t n, char sign, mtl_arena *arena, mtl_csv_cell_fn *fn,
                   void *user);

#endif
