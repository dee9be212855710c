/* csv_row.h: rows of a table parted by commas or the like, cell by cell, as RFC 4180 has them and as they are found: where a quotation mark can
 * only be text, it is. Knows nothing of columns' names. */
#ifndef MTL_CSV_ROW_H
#define MTL_CSV_ROW_H

#include "base/vec.h"
#include "text/layer.h"

typedef struct mtl_csv_cell {
    mtl_span at; /* without the marks around it */
    bool quoted;
} mtl_csv_cell;

typedef MTL_VEC(mtl_csv_cell) mtl_csv_row;

typedef struct mtl_csv {
    mtl_str bytes;
    char separator;
    uint32_t columns; /* that a row has; 0: nobody knows yet */
    uint32_t barren;  /* no mark from here on closes a cell; UINT32_MAX at first: nobody knows */
} mtl_csv;

/* The row at *AT, which moves behind it, into ROW, which is empty. False: a mark that opens a cell has no partner. */
bool mtl_csv_read(mtl_csv *csv, uint32_t *at, mtl_csv_row *row, mtl_arena *arena);
/* Behind the line at AT. */
uint32_t mtl_csv_behind_line(mtl_str bytes, uint32_t at);
/* What CELL of FILE says: two marks in a cell between marks are one. */
const mtl_layer *mtl_csv_text(const mtl_layer *file, const mtl_csv_cell *cell, mtl_arena *arena);

#endif
