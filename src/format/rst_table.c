#include "format/rst_table.h"

#include "base/utf8.h"

/* A line of a table by columns: AT[c] is where column c begins, AT[n] where the line ends. */
typedef struct row {
    MTL_VEC(uint32_t) at;
    uint32_t n;
} row;

typedef struct cell { /* one that is open: its columns FROM to END, that one not included, and its lines so far */
    uint32_t from, end;
    bool ended; /* it is none any more, but what the next row parts into new ones */
    MTL_VEC(mtl_line) lines;
} cell;

typedef MTL_VEC(cell) cells;

typedef struct table {
    mtl_str bytes;
    mtl_arena *arena;
    uint32_t indent;
    cells open, next; /* in order of columns */
    row above, here;
    mtl_rst_cell_fn *fn;
    void *user;
} table;

static void cut_row(table *t, row *r, const mtl_line *line)
{
    const uint32_t ahead = line->indent > t->indent ? line->indent - t->indent : 0;
    r->at.n = 0;
    for (uint32_t i = 0; line->at.len && i < ahead; i++)
        mtl_vec_push(&r->at, t->arena, line->at.at);
    for (size_t i = line->at.at; i < mtl_span_end(line->at);) {
        const uint32_t from = (uint32_t)i, columns = mtl_lines_columns(mtl_utf8_next(t->bytes, &i));
        for (uint32_t k = 0; k < columns; k++)
            mtl_vec_push(&r->at, t->arena, k ? (uint32_t)i : from);
    }
    r->n = r->at.n;
    mtl_vec_push(&r->at, t->arena, mtl_span_end(line->at));
}

/* The byte in column C; ' ' beyond the line, and where it is indented. */
static char byte_at(const table *t, const row *r, uint32_t c)
{
    return c < r->n && r->at.items[c] < r->at.items[c + 1] ? t->bytes.p[r->at.items[c]] : ' ';
}

/* The columns FROM to END of a row as a line of a cell. */
static mtl_line slice(const table *t, const row *r, uint32_t from, uint32_t end)
{
    end = end < r->n ? end : r->n;
    uint32_t at = from;
    while (at < end && (byte_at(t, r, at) == ' ' || byte_at(t, r, at) == '\t'))
        at++;
    if (at >= end)
        return (mtl_line){{r->at.items[r->n], 0}, 0};
    uint32_t last = r->at.items[end];
    while (last > r->at.items[at] && mtl_prose_is_blank(t->bytes.p[last - 1]))
        last--;
    return (mtl_line){{r->at.items[at], last - r->at.items[at]}, at - from};
}

static void add_line(table *t, cell *c, mtl_line line)
{
    if (line.at.len || c->lines.n)
        mtl_vec_push(&c->lines, t->arena, line);
}

static void close_cell(table *t, cell *c)
{
    while (c->lines.n && mtl_vec_last(&c->lines).at.len == 0)
        c->lines.n--;
    if (c->lines.n)
        t->fn(t->user, c->lines.items, c->lines.n);
    c->lines.n = 0;
}

static mtl_str text_of(mtl_str bytes, const mtl_line *line)
{
    return mtl_str_cut(bytes, line->at);
}

static bool is_made_of(mtl_str s, const char *signs)
{
    for (size_t i = 0; i < s.n; i++)
        if (!strchr(signs, s.p[i]) || !s.p[i])
            return false;
    return s.n > 0;
}

/* ---- grid tables ---- */

static bool is_grid_top(mtl_str s)
{
    return s.n > 2 && s.p[0] == '+' && s.p[1] == '-' && s.p[s.n - 1] == '+' && s.p[s.n - 2] == '-' && is_made_of(s, "+-");
}

/* The row goes straight through the columns FROM to END, that one included: the cell above ends. */
static bool is_border(const table *t, const row *r, uint32_t from, uint32_t end)
{
    if (byte_at(t, r, from) != '+' || byte_at(t, r, end) != '+')
        return false;
    for (uint32_t c = from; c <= end; c++)
        if (byte_at(t, r, c) != '-' && byte_at(t, r, c) != '=' && byte_at(t, r, c) != '+')
            return false;
    return true;
}

/* New cells below the border ABOVE, between the columns FROM and END: a "+" with a "|" or "+" under it parts two. */
static void open_cells(table *t, uint32_t from, uint32_t end)
{
    for (uint32_t c = from + 1; c <= end; c++) {
        const char below = byte_at(t, &t->here, c);
        if (c < end && !(byte_at(t, &t->above, c) == '+' && (below == '|' || below == '+')))
            continue;
        mtl_vec_push(&t->next, t->arena, (cell){.from = from, .end = c});
        from = c;
    }
}

/* The cells that the row HERE ends are closed; those that end side by side leave one stretch. */
static void end_cells(table *t)
{
    t->next.n = 0;
    for (uint32_t i = 0; i < t->open.n; i++) {
        cell *c = &t->open.items[i];
        cell *last = t->next.n ? &mtl_vec_last(&t->next) : NULL;
        if (!is_border(t, &t->here, c->from, c->end)) {
            add_line(t, c, slice(t, &t->here, c->from + 1, c->end));
            mtl_vec_push(&t->next, t->arena, *c);
            continue;
        }
        close_cell(t, c);
        if (last && last->ended && last->end == c->from)
            last->end = c->end;
        else
            mtl_vec_push(&t->next, t->arena, (cell){.from = c->from, .end = c->end, .ended = true});
    }
}

/* Stretches become the cells that the row HERE shows. */
static void part_cells(table *t)
{
    t->next.n = 0;
    for (uint32_t i = 0; i < t->open.n; i++) {
        if (t->open.items[i].ended)
            open_cells(t, t->open.items[i].from, t->open.items[i].end);
        else
            mtl_vec_push(&t->next, t->arena, t->open.items[i]);
    }
}

static void read_grid_row(table *t, const mtl_line *line)
{
    cut_row(t, &t->here, line);
    const cells stretches = t->open;
    part_cells(t);
    t->open = t->next;
    t->next = stretches;
    end_cells(t);
    const cells ended = t->open;
    t->open = t->next;
    t->next = ended;
    const row above = t->above;
    t->above = t->here;
    t->here = above;
}

uint32_t mtl_rst_grid(mtl_str bytes, const mtl_line *lines, uint32_t n, mtl_arena *arena, mtl_rst_cell_fn *fn, void *user)
{
    enum { UNEVEN = 16 }; /* A line may be so much too short, or too long, as where a character was taken for a wide one. */
    if (!is_grid_top(text_of(bytes, &lines[0])))
        return 0;
    table t = {.bytes = bytes, .arena = arena, .indent = lines[0].indent, .fn = fn, .user = user};
    cut_row(&t, &t.above, &lines[0]);
    const uint32_t width = t.above.n;
    mtl_vec_push(&t.open, arena, (cell){.from = 0, .end = width - 1, .ended = true});
    uint32_t i = 1, all = 1;
    for (; all < n && lines[all].at.len && lines[all].indent == t.indent; all++) {
        const char first = bytes.p[lines[all].at.at];
        const uint32_t columns = mtl_lines_width(text_of(bytes, &lines[all]));
        if (i == all && (first == '|' || first == '+') && columns + UNEVEN >= width && columns <= width + UNEVEN)
            read_grid_row(&t, &lines[i++]);
    }
    for (uint32_t c = 0; c < t.open.n; c++)
        if (!t.open.items[c].ended)
            close_cell(&t, &t.open.items[c]);
    return all;
}

/* ---- simple tables ---- */

enum { MOST_COLUMNS = 100 };

static bool is_simple_border(mtl_str s)
{
    return s.n && s.p[0] == '=' && is_made_of(s, "= ");
}

/* The columns that the row ABOVE, of SIGN and spaces, shows: each reaches as far as the next one begins, the last to the end. */
static bool find_columns(table *t, char sign)
{
    t->open.n = 0;
    for (uint32_t c = 0; c < t->above.n; c++) {
        if (byte_at(t, &t->above, c) != sign || (c && byte_at(t, &t->above, c - 1) == sign))
            continue;
        if (t->open.n)
            mtl_vec_last(&t->open).end = c;
        if (t->open.n == MOST_COLUMNS)
            return false;
        mtl_vec_push(&t->open, t->arena, (cell){.from = c, .end = UINT32_MAX});
    }
    return true;
}

/* The lines of one row of cells. */
static void read_simple_row(table *t, const mtl_line *lines, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        cut_row(t, &t->here, &lines[i]);
        for (uint32_t c = 0; c < t->open.n; c++)
            add_line(t, &t->open.items[c], slice(t, &t->here, t->open.items[c].from, t->open.items[c].end));
    }
    for (uint32_t c = 0; c < t->open.n; c++)
        close_cell(t, &t->open.items[c]);
}

/* Where the table ends: with its second border, or the first with nothing behind it. 0: it does not. */
static uint32_t simple_end(mtl_str bytes, const mtl_line *lines, uint32_t n)
{
    uint32_t found = 0;
    for (uint32_t i = 1; i < n; i++) {
        if (lines[i].at.len && lines[i].indent < lines[0].indent)
            return 0;
        if (lines[i].indent != lines[0].indent || !is_simple_border(text_of(bytes, &lines[i])))
            continue;
        if (lines[i].at.len != lines[0].at.len)
            return 0;
        found++;
        if (found == 2 || i + 1 == n || lines[i + 1].at.len == 0 || lines[i + 1].indent < lines[0].indent)
            return i + 1;
    }
    return 0;
}

uint32_t mtl_rst_simple(mtl_str bytes, const mtl_line *lines, uint32_t n, mtl_arena *arena, mtl_rst_cell_fn *fn, void *user)
{
    const mtl_str top = text_of(bytes, &lines[0]);
    table t = {.bytes = bytes, .arena = arena, .indent = lines[0].indent, .fn = fn, .user = user};
    if (!is_simple_border(top) || !memchr(top.p, ' ', top.n))
        return 0;
    cut_row(&t, &t.above, &lines[0]);
    const uint32_t end = find_columns(&t, '=') ? simple_end(bytes, lines, n) : 0;
    if (end == 0)
        return 0;
    const uint32_t first_column = t.open.items[1].from;
    uint32_t from = 1;
    for (uint32_t i = 1; i < end; i++) {
        const mtl_str text = text_of(bytes, &lines[i]);
        const bool border = lines[i].indent == t.indent && is_simple_border(text);
        const bool spans = lines[i].indent == t.indent && text.n && text.p[0] == '-' && is_made_of(text, "- ");
        if (spans) {
            cut_row(&t, &t.above, &lines[i]);
            find_columns(&t, '-');
        }
        if (border || spans || (text.n && lines[i].indent < t.indent + first_column)) {
            read_simple_row(&t, &lines[from], i - from);
            from = i + border + spans;
        }
        if (spans) {
            cut_row(&t, &t.above, &lines[0]);
            find_columns(&t, '=');
        }
    }
    return end;
}
