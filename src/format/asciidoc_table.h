/* asciidoc_table.h: where the cells of a table in AsciiDoc stand. Knows nothing of what is in them. */
#ifndef MTL_ASCIIDOC_TABLE_H
#define MTL_ASCIIDOC_TABLE_H

#include "format/lines.h"

/* Told of each cell: its N lines, which are the callee's to change, and its style: 'a' for what is a page of its own, 'm' and 'l' for code,
 * 'd' for what has none. */
typedef void mtl_asciidoc_cell_fn(void *user, mtl_line *lines, uint32_t n, char style);

/* The cells in N lines that stand between the marks of a table, parted by SIGN. COLUMNS are the styles of its columns, empty if it does not
 * say. HEADED: in the first row they do not count. */
void mtl_asciidoc_cells(mtl_str bytes, const mtl_line *lines, uint32_t n, char sign, mtl_str columns, bool headed, mtl_arena *arena,
                        mtl_asciidoc_cell_fn *fn, void *user);
/* The styles in "cols" of a table: "2*,1a,>m" is "ddam". */
mtl_str mtl_asciidoc_columns(mtl_str cols, mtl_arena *arena);

#endif
