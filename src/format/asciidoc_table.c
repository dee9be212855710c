#include "format/asciidoc_table.h"

enum { MOST_COLUMNS = 1000 };

/* What stands before the sign that begins a cell: "2+^.>a". */
typedef struct spec {
    uint32_t len;     /* its bytes */
    uint32_t columns; /* that the cell takes, or how often it stands there */
    char style;       /* 0: it does not say */
} spec;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* The specification that S ends with, which nothing but white space may stand right before. */
static spec spec_of(mtl_str s)
{
    uint32_t at = (uint32_t)s.n;
    spec found = {.columns = 1};
    const bool style = at && is_lower(s.p[at - 1]);
    at -= style;
    while (at && (s.p[at - 1] == '<' || s.p[at - 1] == '^' || s.p[at - 1] == '>' || (s.p[at - 1] == '.' && at < s.n)))
        at--;
    const bool counts = at && (s.p[at - 1] == '+' || s.p[at - 1] == '*');
    uint32_t from = at - counts;
    while (counts && from && (is_digit(s.p[from - 1]) || s.p[from - 1] == '.'))
        from--;
    if (counts && from < at - 1) {
        uint32_t n = 0;
        for (uint32_t i = from; i < at && is_digit(s.p[i]) && n < MOST_COLUMNS; i++)
            n = n * 10 + (uint32_t)(s.p[i] - '0');
        found.columns = n ? n : 1;
        at = from;
    }
    if (at && !mtl_prose_is_blank(s.p[at - 1]))
        return (spec){.columns = 1};
    found.len = (uint32_t)s.n - at;
    found.style = style ? s.p[s.n - 1] : 0;
    return found;
}

mtl_str mtl_asciidoc_columns(mtl_str cols, mtl_arena *arena)
{
    MTL_VEC(char) styles = {0};
    for (size_t at = 0, end; at < cols.n && styles.n < MOST_COLUMNS; at = end + 1) {
        uint32_t times = 0;
        for (end = at; end < cols.n && cols.p[end] != ',' && cols.p[end] != ';';)
            end++;
        const mtl_str one = mtl_str_trim((mtl_str){cols.p + at, end - at});
        size_t i = 0;
        while (i < one.n && is_digit(one.p[i]) && times < MOST_COLUMNS)
            times = times * 10 + (uint32_t)(one.p[i++] - '0');
        const bool repeats = i && i < one.n && one.p[i] == '*';
        const char style = one.n && is_lower(one.p[one.n - 1]) ? one.p[one.n - 1] : 'd';
        for (uint32_t k = 0; k < (repeats ? times : 1) && styles.n < MOST_COLUMNS; k++)
            mtl_vec_push(&styles, arena, style);
    }
    return (mtl_str){styles.items, styles.n};
}

typedef struct table {
    mtl_str bytes, columns;
    mtl_arena *arena;
    MTL_VEC(mtl_line) lines; /* of the cell that is open */
    spec spec;               /* of that cell */
    bool open, in_head;      /* there is one; it stands in the first row, which is a head */
    uint32_t head;           /* columns of that row that are still to come */
    uint32_t column;         /* where that cell stands */
    mtl_asciidoc_cell_fn *fn;
    void *user;
} table;

static void close_cell(table *t)
{
    while (t->lines.n && mtl_vec_last(&t->lines).at.len == 0)
        t->lines.n--;
    const uint32_t column = t->columns.n ? t->column % (uint32_t)t->columns.n : 0;
    const char own = t->spec.style ? t->spec.style : t->columns.n ? t->columns.p[column] : 'd';
    if (t->open && t->lines.n)
        t->fn(t->user, t->lines.items, t->lines.n, t->in_head ? 'd' : own);
    t->lines.n = 0;
    t->column += t->open ? t->spec.columns : 0;
}

static void add_line(table *t, uint32_t from, uint32_t end, uint32_t indent)
{
    while (from < end && mtl_prose_is_blank(t->bytes.p[from]))
        from++;
    while (end > from && mtl_prose_is_blank(t->bytes.p[end - 1]))
        end--;
    if (end > from || t->lines.n)
        mtl_vec_push(&t->lines, t->arena, ((mtl_line){{from, end - from}, indent}));
}

static bool parts(mtl_str bytes, const mtl_line *line, uint32_t at, char sign)
{
    return bytes.p[at] == sign && (at == line->at.at || bytes.p[at - 1] != '\\');
}

/* How many cells begin in a line. */
static uint32_t count_cells(mtl_str bytes, const mtl_line *line, char sign)
{
    uint32_t n = 0;
    for (uint32_t i = line->at.at; i < mtl_span_end(line->at); i++)
        n += parts(bytes, line, i, sign);
    return n;
}

/* A line, in which cells may end and begin. */
static void read_line(table *t, const mtl_line *line, char sign)
{
    const uint32_t end = mtl_span_end(line->at);
    uint32_t from = line->at.at, indent = line->indent;
    for (uint32_t i = from; i < end; i++) {
        if (!parts(t->bytes, line, i, sign))
            continue;
        const spec next = spec_of(mtl_str_cut(t->bytes, (mtl_span){from, i - from}));
        add_line(t, from, i - next.len, indent);
        close_cell(t);
        t->open = true;
        t->in_head = t->head > 0;
        t->head -= t->head < next.columns ? t->head : next.columns;
        t->spec = next;
        from = i + 1;
        indent = 0;
    }
    add_line(t, from, end, indent);
}

void mtl_asciidoc_cells(mtl_str bytes, const mtl_line *lines, uint32_t n, char sign, mtl_str columns, bool headed, mtl_arena *arena,
                        mtl_asciidoc_cell_fn *fn, void *user)
{
    table t = {.bytes = bytes, .columns = columns, .arena = arena, .spec.columns = 1, .fn = fn, .user = user};
    uint32_t first = 0;
    while (first < n && lines[first].at.len == 0)
        first++;
    if (headed && first < n)
        t.head = columns.n ? (uint32_t)columns.n : count_cells(bytes, &lines[first], sign);
    for (uint32_t i = first; i < n; i++)
        read_line(&t, &lines[i], sign);
    close_cell(&t);
}
