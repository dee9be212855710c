#include "format/csv_lines.h"

#include "format/csv_row.h"

/* N lines of PAGE without their indentation; blank ones are in it, for they part the paragraphs of a cell. */
static const mtl_layer *join(const mtl_layer *page, const mtl_line *lines, uint32_t n, mtl_arena *arena)
{
    mtl_layering l = {.below = page, .arena = arena};
    for (uint32_t i = 0; i < n; i++) {
        mtl_layering_copy(&l, lines[i].at);
        if (mtl_span_end(lines[i].at) < page->bytes.n)
            mtl_layering_put(&l, (mtl_span){mtl_span_end(lines[i].at), 1}, MTL_LIT("\n"));
    }
    return mtl_layering_done(&l, NULL);
}

void mtl_csv_cells(const mtl_layer *page, const mtl_line *lines, uint32_t n, char sign, mtl_arena *arena, mtl_csv_cell_fn *fn,
                   void *user)
{
    const mtl_layer *table = join(page, lines, n, arena);
    mtl_csv csv = {.bytes = table->bytes, .separator = sign, .barren = UINT32_MAX};
    uint32_t nrows = 0;
    for (uint32_t at = 0, from = 0; at < csv.bytes.n; from = at) {
        mtl_csv_row row = {0};
        if (!mtl_csv_read(&csv, &at, &row, arena)) {
            at = mtl_csv_behind_line(csv.bytes, from);
            continue;
        }
        csv.columns = csv.columns ? csv.columns : row.n;
        for (uint32_t i = 0; i < row.n; i++)
            if (mtl_str_trim(mtl_str_cut(csv.bytes, row.items[i].at)).n)
                fn(user, mtl_csv_text(table, &row.items[i], arena), nrows, i);
        nrows += row.n > 1 || row.items[0].at.len;
    }
}
