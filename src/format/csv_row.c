#include "format/csv_row.h"

static bool is_line_end(mtl_str bytes, uint32_t at)
{
    return at >= bytes.n || bytes.p[at] == '\n' || bytes.p[at] == '\r';
}

static uint32_t line_end(mtl_str bytes, uint32_t at)
{
    while (!is_line_end(bytes, at))
        at++;
    return at;
}

uint32_t mtl_csv_behind_line(mtl_str bytes, uint32_t at)
{
    at = line_end(bytes, at);
    return at + (at < bytes.n) + (at + 1 < bytes.n && bytes.p[at] == '\r' && bytes.p[at + 1] == '\n');
}

/* Behind the spaces at AT. */
static uint32_t behind_spaces(mtl_str bytes, uint32_t at)
{
    while (at < bytes.n && bytes.p[at] == ' ')
        at++;
    return at;
}

/* Behind the cell without marks at AT. */
static uint32_t bare_end(const mtl_csv *csv, uint32_t at)
{
    while (!is_line_end(csv->bytes, at) && csv->bytes.p[at] != csv->separator)
        at++;
    return at;
}

typedef struct closing { /* of a cell between marks */
    uint32_t mark;       /* what parts cells or ends the line stands behind it; UINT32_MAX: there is none */
    uint32_t
        stray; /* the first before it that is not doubled either, if a cell might end between the two; UINT32_MAX: there is none */
} closing;

/* The mark that closes the cell whose text begins at AT. */
static closing closing_mark(mtl_csv *csv, uint32_t at)
{
    const mtl_str bytes = csv->bytes;
    const uint32_t from = at;
    uint32_t stray = UINT32_MAX, mark = UINT32_MAX;
    while (at < bytes.n && (from < csv->barren || stray == UINT32_MAX)) {
        const char *found = memchr(bytes.p + at, '"', bytes.n - at);
        if (!found)
            break;
        at = (uint32_t)(found - bytes.p);
        const bool doubled = at + 1 < bytes.n && bytes.p[at + 1] == '"';
        const uint32_t behind = behind_spaces(bytes, at + 1);
        if (!doubled && (is_line_end(bytes, behind) || bytes.p[behind] == csv->separator)) {
            mark = at;
            break;
        }
        /* Tables parted by tabs are mostly written without marks of their own. */
        if (!doubled && csv->separator == '\t')
            return (closing){UINT32_MAX, UINT32_MAX};
        stray = doubled || stray != UINT32_MAX ? stray : at;
        at += 1 + doubled;
    }
    if (mark == UINT32_MAX)
        csv->barren = from < csv->barren ? from : csv->barren;
    const size_t end = mark == UINT32_MAX ? bytes.n : mark;
    const bool doubtful = stray != UINT32_MAX && bare_end(csv, stray) < end;
    return (closing){mark, doubtful ? stray : UINT32_MAX};
}

/* The cell at AT, between marks, whose closing one is STRAY: with the text behind that, and with both marks if it is one line. */
static mtl_csv_cell cell_with_more(const mtl_csv *csv, uint32_t at, uint32_t stray)
{
    const uint32_t end = bare_end(csv, stray), lines = memchr(csv->bytes.p + at, '\n', stray - at) != NULL;
    return (mtl_csv_cell){{at + lines, end - at - lines}, lines};
}

static bool read_row(mtl_csv *csv, uint32_t i, uint32_t stray, uint32_t *at, mtl_csv_row *out, mtl_arena *arena);

/* The row from its cell at I on, if that has text behind its closing mark STRAY, and the row then as many cells as the others. */
static bool read_with_more(const mtl_csv *csv, uint32_t i, uint32_t stray, uint32_t *at, mtl_csv_row *out, mtl_arena *arena)
{
    enum { LOOKED_AT = 1 << 14 };
    mtl_csv part = *csv;
    const uint32_t before = out->n;
    part.barren = UINT32_MAX;
    part.bytes.n = csv->bytes.n - stray > LOOKED_AT ? stray + LOOKED_AT : csv->bytes.n;
    uint32_t next = i;
    const bool read = read_row(&part, i, stray, &next, out, arena) && out->n == csv->columns;
    if (read && (next == csv->bytes.n || next < part.bytes.n)) {
        *at = next;
        return true;
    }
    out->n = before;
    return false;
}

/* The row from its cell at I on. STRAY: the mark that closes that cell, though text stands behind it; UINT32_MAX: nobody says so. */
static bool read_row(mtl_csv *csv, uint32_t i, uint32_t stray, uint32_t *at, mtl_csv_row *out, mtl_arena *arena)
{
    const mtl_str bytes = csv->bytes;
    bool tried = csv->columns == 0 || stray != UINT32_MAX;
    for (;; i++, stray = UINT32_MAX) {
        mtl_csv_cell c = {{i, bare_end(csv, i) - i}, false};
        const uint32_t open = csv->separator == ' ' ? i : behind_spaces(bytes, i);
        bool marked = stray == UINT32_MAX && open < bytes.n && bytes.p[open] == '"';
        closing closes = marked ? closing_mark(csv, open + 1) : (closing){UINT32_MAX, UINT32_MAX};
        /* Behind a space a mark opens a cell only where all goes well. */
        if (open > i && (closes.mark == UINT32_MAX || closes.stray != UINT32_MAX)) {
            marked = false;
            closes = (closing){UINT32_MAX, UINT32_MAX};
        }
        if (closes.stray != UINT32_MAX && !tried) {
            tried = true;
            if (read_with_more(csv, i, closes.stray, at, out, arena))
                return true;
        }
        if (marked && closes.mark == UINT32_MAX && csv->separator != '\t')
            return false;
        if (stray != UINT32_MAX)
            c = cell_with_more(csv, i, stray);
        else if (marked && closes.mark != UINT32_MAX)
            c = (mtl_csv_cell){{open + 1, closes.mark - open - 1}, true};
        mtl_vec_push(out, arena, c);
        i = c.quoted && stray == UINT32_MAX ? behind_spaces(bytes, closes.mark + 1) : mtl_span_end(c.at);
        if (is_line_end(bytes, i)) {
            *at = mtl_csv_behind_line(bytes, i);
            return true;
        }
    }
}

bool mtl_csv_read(mtl_csv *csv, uint32_t *at, mtl_csv_row *out, mtl_arena *arena)
{
    return read_row(csv, *at, UINT32_MAX, at, out, arena);
}

/* ---- cells ---- */

static bool escape_quoted(mtl_str text, mtl_out *out)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '"')
            mtl_out_char(out, '"');
        mtl_out_char(out, text.p[i]);
    }
    return true;
}

/* What would part the cell in two cannot come into it. */
static bool escape_bare(mtl_str text, mtl_out *out)
{
    mtl_out_str(out, text);
    for (size_t i = 0; i < text.n; i++)
        if (strchr(",;\t|\"\n\r", text.p[i]))
            return false;
    return true;
}

const mtl_layer *mtl_csv_text(const mtl_layer *file, const mtl_csv_cell *c, mtl_arena *arena)
{
    mtl_layering l = {.below = file, .arena = arena};
    const mtl_str bytes = file->bytes;
    const uint32_t end = mtl_span_end(c->at);
    uint32_t from = c->at.at;
    for (uint32_t i = from; c->quoted && i + 1 < end; i++) {
        if (bytes.p[i] != '"' || bytes.p[i + 1] != '"')
            continue;
        mtl_layering_copy(&l, (mtl_span){from, i - from});
        mtl_layering_put(&l, (mtl_span){i, 2}, MTL_LIT("\""));
        from = i + 2;
        i++;
    }
    mtl_layering_copy(&l, (mtl_span){from, end - from});
    return mtl_layering_done(&l, c->quoted ? escape_quoted : escape_bare);
}
