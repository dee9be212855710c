/* rst.c: reStructuredText, as docutils reads it, and what Sphinx adds. A stack of what is open, told by indentation, says what a block
 * is; the lines of a cell are read as a page of their own. A file is one document. */
#include "base/limits.h"
#include "base/utf8.h"
#include "format/csv_lines.h"
#include "format/lines.h"
#include "format/reader.h"
#include "format/rst_inline.h"
#include "format/rst_marker.h"
#include "format/rst_table.h"

enum { DEEPEST_TABLE = 4 };

typedef struct page {
    mtl_doc *doc;
    mtl_str bytes;
    mtl_prose prose;
    uint32_t tables; /* that are open */
} page;

typedef struct frame { /* what is indented by INDENT or more belongs to it */
    uint32_t indent;
    mtl_kind kind;
    bool quoted, used; /* a quotation; one that has a paragraph */
} frame;

typedef struct body {
    page *page;
    mtl_line *lines; /* what is done with is blank */
    uint32_t n;
    MTL_VEC(frame) frames;
} body;

/* ---- lines ---- */

static mtl_str text_of(const body *b, uint32_t i)
{
    return mtl_str_cut(b->page->bytes, b->lines[i].at);
}

static bool is_blank(const body *b, uint32_t i)
{
    return i >= b->n || b->lines[i].at.len == 0;
}

/* Line I is no blank one, and is indented as line BEFORE is. */
static bool goes_on(const body *b, uint32_t i, uint32_t before)
{
    return !is_blank(b, i) && b->lines[i].indent == b->lines[before].indent;
}

/* The first line from I on that is neither blank nor indented by more than INDENT. */
static uint32_t skip_indented(const body *b, uint32_t i, uint32_t indent)
{
    while (i < b->n && (b->lines[i].at.len == 0 || b->lines[i].indent > indent))
        i++;
    return i;
}

/* The first line from I on that is blank, or not indented by more than INDENT. */
static uint32_t skip_head(const body *b, uint32_t i, uint32_t indent)
{
    while (!is_blank(b, i) && b->lines[i].indent > indent)
        i++;
    return i;
}

static void blank_lines(body *b, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++)
        b->lines[i].at.len = 0;
}

/* The bytes of the lines FROM to END, that one not included. */
static mtl_span extent(const body *b, uint32_t from, uint32_t end)
{
    while (end > from + 1 && b->lines[end - 1].at.len == 0)
        end--;
    return mtl_span_join(b->lines[from].at, b->lines[end - 1].at);
}

/* ---- blocks ---- */

static mtl_kind kind_of(const body *b)
{
    return mtl_vec_last(&b->frames).kind;
}

static mtl_kind item_kind(const body *b)
{
    return kind_of(b) == MTL_CELL ? MTL_CELL : MTL_ITEM;
}

static void push_frame(body *b, uint32_t indent, mtl_kind kind)
{
    if (b->frames.n < MTL_MAX_NESTING)
        mtl_vec_push(&b->frames, b->page->doc->arena, ((frame){.indent = indent, .kind = kind}));
}

typedef void inline_fn(mtl_prose *prose, uint32_t n);

/* The lines FROM to END as one block, which READ reads. */
static void add_text(body *b, mtl_kind kind, uint32_t from, uint32_t end, inline_fn *read)
{
    page *p = b->page;
    const mtl_layer *below = p->doc->layer, *layer = mtl_lines_layer(below, &b->lines[from], end - from, p->doc->arena);
    p->prose.bytes = layer->bytes;
    p->prose.kept = p->tables > 0;
    p->doc->layer = layer;
    read(&p->prose, (uint32_t)layer->bytes.n);
    mtl_prose_flush(&p->prose, p->doc, kind);
    p->doc->layer = below;
}

static void add_block(body *b, mtl_kind kind, uint32_t from, uint32_t end)
{
    add_text(b, kind, from, end, mtl_rst_inline);
}

static void read_plain(mtl_prose *prose, uint32_t n)
{
    mtl_prose_text(prose, (mtl_span){0, n});
}

/* What a paragraph before it announces. It has no text, but it stands there. */
static void add_hole(body *b, uint32_t from, uint32_t end)
{
    mtl_doc_open(b->page->doc, kind_of(b), MTL_TARGET, (mtl_str){0});
    mtl_doc_hole(b->page->doc, extent(b, from, end));
    mtl_doc_close(b->page->doc);
}

/* Line I, without its first N bytes, begins a body that is indented by more than INDENT; it stands where the body's next line does. */
static uint32_t open_body(body *b, uint32_t i, uint32_t n, uint32_t indent, mtl_kind kind)
{
    uint32_t next = i + 1;
    b->lines[i] = mtl_line_behind(b->page->bytes, b->lines[i], n);
    while (next < i + 3 && next < b->n && b->lines[next].at.len == 0)
        next++;
    b->lines[i].indent = !is_blank(b, next) && b->lines[next].indent > indent ? b->lines[next].indent : indent + 1;
    push_frame(b, indent + 1, kind);
    return i;
}

/* ---- directives ---- */

typedef enum argument_kind { CONTENT, TEXT, HEADING, CHANGED, NAME } argument_kind;
typedef enum content_kind { PROSE, CELLS, ROWS, SHOWN, NOTHING } content_kind;

typedef struct directive {
    const char *name;
    argument_kind argument;
    content_kind content;
} directive;

static const directive directives[] = {
#define DIRECTIVE(name, argument, content) {name, argument, content},
#include "format/rst_directives.def"
#undef DIRECTIVE
};

static const directive *directive_called(mtl_str name)
{
    static const directive unknown = {"", NAME, PROSE};
    for (const directive *d = directives; d < MTL_END(directives); d++)
        if (mtl_str_alike(name, mtl_cstr(d->name)))
            return d;
    return &unknown;
}

static bool is_one_of(mtl_str name, const char *const *names)
{
    for (; *names; names++)
        if (mtl_str_alike(name, mtl_cstr(*names)))
            return true;
    return false;
}

/* The options in the lines FROM to END: what some of them say is text. */
static void read_options(body *b, uint32_t from, uint32_t end)
{
    static const char *const texts[] = {"alt", "description", "synopsis", NULL}, *const inline_texts[] = {"caption", NULL};
    for (uint32_t i = from, next; i < end; i = next) {
        const mtl_str text = text_of(b, i);
        const uint32_t marker = mtl_rst_field(text);
        next = skip_head(b, i + 1, b->lines[i].indent);
        next = next < end ? next : end;
        const mtl_str name = marker ? mtl_rst_field_name(text, marker) : (mtl_str){0};
        if (!is_one_of(name, texts) && !is_one_of(name, inline_texts))
            continue;
        b->lines[i] = mtl_line_behind(b->page->bytes, b->lines[i], marker);
        add_text(b, kind_of(b), i, next, is_one_of(name, inline_texts) ? mtl_rst_inline : read_plain);
    }
    blank_lines(b, from, end);
}

/* The argument on line I, without its first N bytes, and on those up to END. */
static void read_argument(body *b, uint32_t i, uint32_t end, uint32_t n, argument_kind argument)
{
    b->lines[i] = mtl_line_behind(b->page->bytes, b->lines[i], n);
    if (argument == CHANGED) {
        const mtl_str text = text_of(b, i);
        uint32_t word = 0;
        while (word < text.n && !mtl_prose_is_blank(text.p[word]))
            word++;
        b->lines[i] = mtl_line_behind(b->page->bytes, b->lines[i], word);
    }
    /* Of a directive that nobody knows the text may begin right below. */
    if (argument == NAME)
        end = b->lines[i].at.len ? end : i + 1;
    else
        add_block(b, argument == HEADING ? MTL_HEADING : kind_of(b), i, end);
    blank_lines(b, i, end);
}

static void read_body(page *p, mtl_line *lines, uint32_t n, mtl_kind kind);

static void read_csv_cell(void *user, const mtl_layer *cell, uint32_t row, uint32_t column)
{
    (void)row, (void)column;
    const page *outer = user;
    mtl_doc *doc = outer->doc;
    const mtl_layer *below = doc->layer;
    const mtl_lines lines = mtl_lines_cut(cell->bytes, 0, doc->arena);
    page p = {.doc = doc, .bytes = cell->bytes, .tables = outer->tables};
    mtl_prose_init(&p.prose, p.bytes, doc->arena);
    doc->layer = cell;
    read_body(&p, lines.items, lines.n, MTL_CELL);
    doc->layer = below;
}

/* What parts the cells of a table, as "delim" among the options in the lines FROM to END says. */
static char separator_of(const body *b, uint32_t from, uint32_t end)
{
    for (uint32_t i = from; i < end; i++) {
        const mtl_str text = text_of(b, i);
        const uint32_t marker = mtl_rst_field(text);
        if (!marker || !mtl_str_is(mtl_rst_field_name(text, marker), "delim"))
            continue;
        const mtl_str sign = mtl_str_trim(mtl_rst_behind(text, marker));
        return mtl_str_is(sign, "tab") ? '\t' : mtl_str_is(sign, "space") ? ' ' : sign.n == 1 ? sign.p[0] : ',';
    }
    return ',';
}

/* The rows of a table in the lines FROM to END, or in an option of that name among them. */
static void read_rows(body *b, uint32_t from, uint32_t end, const char *option, char sign)
{
    page *p = b->page;
    for (uint32_t i = from, next = end; option && i < end; i = next) {
        const mtl_str text = text_of(b, i);
        const uint32_t marker = mtl_rst_field(text);
        next = skip_head(b, i + 1, b->lines[i].indent);
        if (!marker || !mtl_str_is(mtl_rst_field_name(text, marker), option))
            continue;
        b->lines[i] = mtl_line_behind(p->bytes, b->lines[i], marker);
        mtl_csv_cells(p->doc->layer, &b->lines[i], (next < end ? next : end) - i, sign, p->doc->arena, read_csv_cell, p);
        return;
    }
    if (!option)
        mtl_csv_cells(p->doc->layer, &b->lines[from], end - from, sign, p->doc->arena, read_csv_cell, p);
}

/* The directive NAME on line I, which is indented by INDENT; what it is given stands behind N bytes. */
static uint32_t read_directive(body *b, uint32_t i, uint32_t indent, mtl_str name, uint32_t n)
{
    const directive *d = directive_called(name);
    const mtl_span whole = b->lines[i].at;
    const uint32_t head = skip_head(b, i + 1, indent);
    uint32_t options = i + 1;
    while (options < head && mtl_rst_field(text_of(b, options)) == 0)
        options++;
    const char sign = d->content == ROWS ? separator_of(b, options, head) : '\0';
    if (sign) {
        read_argument(b, i, options, n, d->argument);
        read_rows(b, options, head, "header", sign);
    }
    read_options(b, options, head);
    if (d->argument == CONTENT && d->content == PROSE)
        return open_body(b, i, n, indent, kind_of(b));
    if (d->argument != CONTENT && !sign)
        read_argument(b, i, options, n, d->argument);
    if (d->content == PROSE || d->content == CELLS) {
        push_frame(b, indent + 1, d->content == CELLS ? MTL_CELL : kind_of(b));
        return i + 1;
    }
    b->lines[i].at = whole;
    const uint32_t end = skip_indented(b, i + 1, indent);
    const uint32_t blocks = b->page->doc->blocks.n;
    if (sign)
        read_rows(b, head, end, NULL, sign);
    if (d->content == SHOWN || (sign && b->page->doc->blocks.n == blocks))
        add_hole(b, i, end);
    return end;
}

/* ---- explicit markup: ".. " ---- */

static uint32_t read_explicit(body *b, uint32_t i)
{
    const mtl_str line = text_of(b, i);
    const uint32_t indent = b->lines[i].indent;
    uint32_t at = 2;
    while (at < line.n && mtl_prose_is_blank(line.p[at]))
        at++;
    mtl_str name, rest = mtl_rst_behind(line, at);
    const uint32_t note = mtl_rst_note(rest), substitution = mtl_rst_substitution(rest);
    if (note)
        return open_body(b, i, at + note, indent, kind_of(b));
    const uint32_t marker = mtl_rst_directive(mtl_rst_behind(rest, substitution), &name);
    if (marker)
        return read_directive(b, i, indent, name, at + substitution + marker);
    if (rest.n > 1 && rest.p[0] == '_' && rest.p[1] != ' ')
        return skip_indented(b, i + 1, indent);
    const uint32_t end = rest.n || !is_blank(b, i + 1) ? skip_indented(b, i + 1, indent) : i + 1;
    mtl_doc_note(b->page->doc, extent(b, i, end));
    return end;
}

/* ---- lists ---- */

/* Line I begins an item: the next line belongs to it or is the next item, so that "1. Mai" in a paragraph is none. */
static bool is_enumerated(const body *b, uint32_t i, uint32_t *n)
{
    *n = mtl_rst_enumerator(text_of(b, i));
    return *n && (!goes_on(b, i + 1, i) || mtl_rst_enumerator_follows(text_of(b, i), text_of(b, i + 1)));
}

/* Line I begins with options, and two spaces or the indented lines below say what they do. */
static bool is_option(const body *b, uint32_t i, uint32_t *n)
{
    const mtl_str s = text_of(b, i);
    *n = mtl_rst_options(s);
    if (*n == s.n)
        return *n && !is_blank(b, i + 1) && b->lines[i + 1].indent > b->lines[i].indent;
    return *n && mtl_str_starts(mtl_rst_behind(s, *n), MTL_LIT("  "));
}

/* What stands behind N bytes of line I belongs to an item, and so does what is indented as far. */
static uint32_t open_item(body *b, uint32_t i, uint32_t n)
{
    const uint32_t indent = b->lines[i].indent;
    b->lines[i] = mtl_line_behind(b->page->bytes, b->lines[i], n);
    push_frame(b, b->lines[i].at.len ? b->lines[i].indent : indent + 1, item_kind(b));
    return i;
}

static uint32_t read_field(body *b, uint32_t i, uint32_t marker)
{
    static const char *const names[] = {
        "author",     "authors",  "category", "contact",      "copyright", "date",  "id",      "keywords", "modified",
        "nocomments", "nosearch", "orphan",   "organization", "revision",  "rtype", "save_as", "slug",     "status",
        "tags",       "template", "tocdepth", "translator",   "type",      "url",   "version", "vartype",  NULL};
    static const char *const languages[] = {"lang", "language", NULL};
    const mtl_str text = text_of(b, i), name = mtl_rst_field_name(text, marker);
    const uint32_t indent = b->lines[i].indent;
    const bool language = is_one_of(name, languages);
    if (language && b->page->doc->lang.n == 0)
        b->page->doc->lang = mtl_str_trim(mtl_rst_behind(text, marker));
    if (language || is_one_of(name, names))
        return skip_indented(b, i + 1, indent);
    return open_body(b, i, marker, indent, item_kind(b));
}

/* ---- what is no text; verses ---- */

static uint32_t read_doctest(body *b, uint32_t i)
{
    uint32_t end = i;
    while (goes_on(b, end, i))
        end++;
    add_hole(b, i, end);
    return end;
}

/* "| " before each line of a verse or an address; what is indented further goes on. */
static uint32_t read_line_block(body *b, uint32_t i)
{
    uint32_t end = i;
    const uint32_t indent = b->lines[i].indent;
    for (uint32_t next; end < b->n && goes_on(b, end, i); end = next) {
        const mtl_str text = text_of(b, end);
        if (text.p[0] != '|' || (text.n > 1 && text.p[1] != ' '))
            break;
        next = skip_head(b, end + 1, indent);
        b->lines[end] = mtl_line_behind(b->page->bytes, b->lines[end], 1);
        add_block(b, kind_of(b), end, next);
        b->lines[end].indent = indent;
    }
    return end;
}

/* The literal block that a paragraph which ends before line I announces: indented, or each line with the same sign before it. */
static uint32_t read_literal(body *b, uint32_t i, uint32_t indent)
{
    uint32_t from = i;
    while (from < b->n && b->lines[from].at.len == 0)
        from++;
    uint32_t end = skip_indented(b, from, indent);
    if (end == from && !is_blank(b, from) && b->lines[from].indent == indent && mtl_prose_is_mark(text_of(b, from).p[0])) {
        const char sign = text_of(b, from).p[0];
        while (!is_blank(b, end) && text_of(b, end).p[0] == sign)
            end++;
    }
    if (end > from)
        add_hole(b, from, end);
    return end > from ? end : i;
}

/* ---- tables ---- */

static void read_cell(void *user, mtl_line *lines, uint32_t n)
{
    page *p = user;
    p->tables++;
    read_body(p, lines, n, MTL_CELL);
    p->tables--;
}

/* How many lines the table takes that begins with line I; 0: there is none. */
static uint32_t read_table(body *b, uint32_t i)
{
    page *p = b->page;
    if (p->tables >= DEEPEST_TABLE)
        return 0;
    const uint32_t n = mtl_rst_grid(p->bytes, &b->lines[i], b->n - i, p->doc->arena, read_cell, p);
    return n ? n : mtl_rst_simple(p->bytes, &b->lines[i], b->n - i, p->doc->arena, read_cell, p);
}

/* ---- titles, paragraphs, definitions ---- */

/* A row of one and the same sign. */
static bool is_row(mtl_str s)
{
    return s.n && mtl_prose_is_mark(s.p[0]) && mtl_lines_row(s) == s.n;
}

static bool underlines(mtl_str row, mtl_str title)
{
    enum { SURE = 4 };
    return is_row(row) && (row.n >= SURE || row.n >= mtl_lines_width(title));
}

/* A row at line I: a title's overline, or a line between paragraphs. Returns I if it is text. */
static uint32_t read_row(body *b, uint32_t i)
{
    enum { SURE = 4 };
    const mtl_str row = text_of(b, i);
    if (!is_blank(b, i + 1) && goes_on(b, i + 2, i) && mtl_str_same(text_of(b, i + 2), row) && underlines(row, text_of(b, i + 1))) {
        add_block(b, MTL_HEADING, i + 1, i + 2);
        return i + 3;
    }
    return row.n >= SURE ? i + 1 : i;
}

/* TEXT announces a literal block; *LEN is what it says itself. */
static bool announces_literal(mtl_str text, uint32_t *len)
{
    *len = (uint32_t)text.n;
    if (!mtl_str_ends(text, MTL_LIT("::")) || (text.n > 2 && text.p[text.n - 3] == '\\'))
        return false;
    *len -= text.n == 2 || mtl_prose_is_blank(text.p[text.n - 3]) ? 2 : 1;
    return true;
}

/* A term, and perhaps what it is: "Maß : Liter". */
static uint32_t read_term(body *b, uint32_t i)
{
    const mtl_str text = text_of(b, i);
    const size_t colon = mtl_str_find(text, MTL_LIT(" : "), 0);
    uint32_t ticks = 0;
    for (size_t at = 0; colon != SIZE_MAX && at < colon; at++)
        ticks += text.p[at] == '`';
    if (colon != SIZE_MAX && ticks % 2 == 0)
        b->lines[i].at.len = (uint32_t)colon;
    add_block(b, item_kind(b), i, i + 1);
    push_frame(b, b->lines[i].indent + 1, item_kind(b));
    return i + 1;
}

/* "-- Name" below a quotation says whose it is. */
static void skip_dashes(body *b, uint32_t i)
{
    frame *f = &mtl_vec_last(&b->frames);
    const mtl_str text = text_of(b, i);
    const uint32_t dashes = mtl_str_starts(text, MTL_LIT("-")) ? mtl_lines_row(text) : 0;
    const uint32_t n = mtl_str_starts(text, MTL_LIT("—")) ? 3 : dashes == 2 || dashes == 3 ? dashes : 0;
    if (f->quoted && f->used && n && n < text.n)
        b->lines[i] = (mtl_line){mtl_line_behind(b->page->bytes, b->lines[i], n).at, b->lines[i].indent};
    f->used = true;
}

static uint32_t read_text(body *b, uint32_t i)
{
    uint32_t end = i + 1, len;
    const uint32_t indent = b->lines[i].indent;
    if (goes_on(b, end, i) && underlines(text_of(b, end), text_of(b, i))) {
        add_block(b, MTL_HEADING, i, end);
        return end + 1;
    }
    while (goes_on(b, end, i))
        end++;
    const bool literal = announces_literal(text_of(b, end - 1), &len);
    if (end == i + 1 && !literal && !is_blank(b, end) && b->lines[end].indent > indent)
        return read_term(b, i);
    b->lines[end - 1].at.len = len;
    skip_dashes(b, i);
    add_block(b, kind_of(b), i, end);
    return literal ? read_literal(b, end, indent) : end;
}

/* ---- the page ---- */

static bool marks(mtl_str s, const char *mark)
{
    const size_t n = strlen(mark);
    return mtl_str_starts(s, (mtl_str){mark, n}) && (s.n == n || s.p[n] == ' ');
}

/* Reads what begins at line I and returns where it ends; I again, if something that is open now goes on there. */
static uint32_t read_block(body *b, uint32_t i)
{
    const mtl_str text = text_of(b, i);
    uint32_t n;
    if ((n = mtl_rst_bullet(text)) > 0 || is_enumerated(b, i, &n))
        return open_item(b, i, n);
    if ((n = mtl_rst_field(text)) > 0)
        return read_field(b, i, n);
    if (is_option(b, i, &n))
        return open_body(b, i, n, b->lines[i].indent, item_kind(b));
    if (marks(text, ">>>"))
        return read_doctest(b, i);
    if (marks(text, "|"))
        return read_line_block(b, i);
    if ((n = read_table(b, i)) > 0)
        return i + n;
    if (marks(text, ".."))
        return read_explicit(b, i);
    if (marks(text, "__"))
        return skip_indented(b, i + 1, b->lines[i].indent);
    const uint32_t next = is_row(text) ? read_row(b, i) : i;
    return next > i ? next : read_text(b, i);
}

static void read_body(page *p, mtl_line *lines, uint32_t n, mtl_kind kind)
{
    body b = {.page = p, .lines = lines, .n = n};
    push_frame(&b, 0, kind);
    for (uint32_t i = 0; i < n;) {
        if (is_blank(&b, i)) {
            i++;
            continue;
        }
        while (b.frames.n > 1 && mtl_vec_last(&b.frames).indent > lines[i].indent)
            b.frames.n--;
        if (lines[i].indent > mtl_vec_last(&b.frames).indent) {
            push_frame(&b, lines[i].indent, kind_of(&b));
            mtl_vec_last(&b.frames).quoted = true;
        }
        i = read_block(&b, i);
    }
}

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    (void)err;
    if (reading->state)
        return MTL_STEP_END;
    reading->state = reading;
    page p = {.doc = doc, .bytes = reading->layer->bytes};
    const uint32_t from = mtl_str_starts(p.bytes, MTL_BOM) ? (uint32_t)MTL_BOM.n : 0;
    const mtl_lines lines = mtl_lines_cut(p.bytes, from, doc->arena);
    doc->marked_up = true;
    mtl_prose_init(&p.prose, p.bytes, doc->arena);
    read_body(&p, lines.items, lines.n, MTL_PARAGRAPH);
    return MTL_STEP_DOCUMENT;
}

/* A directive, or a target of links, at the head of a line. */
static bool is_marked(mtl_str line)
{
    mtl_str name;
    if (!mtl_str_starts(line, MTL_LIT(".. ")))
        return false;
    const mtl_str rest = mtl_rst_behind(line, 3);
    return mtl_rst_directive(rest, &name) > 0 || (rest.n > 2 && rest.p[0] == '_' && rest.p[rest.n - 1] == ':');
}

static int sniff(mtl_str head)
{
    enum { SURE = 70 };
    for (size_t at = 0, end; at < head.n; at = end + 1) {
        for (end = at; end < head.n && head.p[end] != '\n';)
            end++;
        if (is_marked(mtl_str_trim((mtl_str){head.p + at, end - at})))
            return SURE;
    }
    return 0;
}

/* An escape never hurts, not even where it would not be needed. */
static bool escape(mtl_str text, mtl_out *out)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] && strchr("\\`*_|", text.p[i]))
            mtl_out_char(out, '\\');
        mtl_out_char(out, text.p[i]);
    }
    return true;
}

static const char *const suffixes[] = {".rst", ".rest", NULL};

const mtl_reader mtl_reader_rst = {
    .name = "rst",
    .doc = "reStructuredText, docutils' and Sphinx's",
    .sign = "a directive or a target, after two dots",
    .text = "titles, paragraphs, lists, cells, texts of roles and links, of pictures; no code, no options",
    .suffixes = suffixes,
    .sniff = sniff,
    .next = next,
    .escape = escape};
