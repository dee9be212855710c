/* asciidoc.c: AsciiDoc, as asciidoctor reads it. Blocks stand between lines of signs, and what is between them is read on; a cell that
 * holds blocks is read as a page of its own. A file is one document. */
#include "base/utf8.h"
#include "format/asciidoc_inline.h"
#include "format/asciidoc_marker.h"
#include "format/asciidoc_table.h"
#include "format/csv_lines.h"
#include "format/lines.h"
#include "format/reader.h"

enum { DEEPEST_TABLE = 4, DEEPEST_BLOCK = 32, DEEPEST_LIST = 24 };

typedef struct styling { /* what the lines above a block say of it: "[source,c]", "[cols=\"1,2\"]" */
    mtl_str name, cols, options;
    mtl_str format, sign; /* of a table */
    bool hard;            /* each line end is one of the page */
} styling;

typedef struct page {
    mtl_doc *doc;
    mtl_str bytes;
    mtl_prose prose;
    uint32_t tables; /* that are open */
} page;

typedef struct body {
    page *page;
    mtl_line *lines;
    uint32_t n;
    mtl_kind kind;
    styling style;
    mtl_str open[DEEPEST_BLOCK]; /* the lines that began the blocks that are open */
    uint32_t nopen;
    uint32_t lists[DEEPEST_LIST]; /* the sorts of the lists that are open in each other */
    uint32_t nlists;
    bool in_list, attached, wants_text; /* an item is open; the next block belongs to it; a term's text is still to come */
    bool has_header, has_text;          /* the title above the page; anything */
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

static bool is_word_at(mtl_str s, uint32_t at)
{
    const uint32_t code = mtl_lines_code_at(s, at);
    return code && mtl_lines_is_word(code);
}

static bool is_one_of(mtl_str name, const char *const *names)
{
    for (; *names; names++)
        if (mtl_str_is(name, *names))
            return true;
    return false;
}

/* ---- text ---- */

static mtl_kind kind_here(const body *b)
{
    return b->kind == MTL_CELL ? MTL_CELL : b->attached ? MTL_ITEM : b->kind;
}

/* The lines FROM to END as one block, and its footnotes behind it. */
static void add_block(body *b, mtl_kind kind, uint32_t from, uint32_t end, bool hard)
{
    page *p = b->page;
    const mtl_layer *below = p->doc->layer, *layer = mtl_lines_layer(below, &b->lines[from], end - from, p->doc->arena);
    mtl_asciidoc_notes notes = {0};
    p->prose.bytes = layer->bytes;
    p->doc->layer = layer;
    mtl_asciidoc_inline(&p->prose, (mtl_span){0, (uint32_t)layer->bytes.n}, hard, &notes);
    mtl_prose_flush(&p->prose, p->doc, kind);
    for (uint32_t i = 0; i < notes.n; i++) {
        mtl_asciidoc_inline(&p->prose, notes.items[i], false, NULL);
        mtl_prose_flush(&p->prose, p->doc, MTL_PARAGRAPH);
    }
    p->doc->layer = below;
    b->has_text = true;
}

/* AT, a part of a line, as a block. */
static void add_part(body *b, mtl_kind kind, mtl_span at)
{
    mtl_line line = {at, 0};
    body part = {.page = b->page, .lines = &line, .n = 1};
    if (at.len)
        add_block(&part, kind, 0, 1, false);
}

static mtl_span extent(const body *b, uint32_t from, uint32_t end)
{
    while (end > from + 1 && b->lines[end - 1].at.len == 0)
        end--;
    return mtl_span_join(b->lines[from].at, b->lines[end - 1].at);
}

/* What a paragraph before it announces. It has no text, but it stands there. */
static void add_hole(body *b, uint32_t from, uint32_t end)
{
    mtl_doc_open(b->page->doc, kind_here(b), MTL_TARGET, (mtl_str){0});
    mtl_doc_hole(b->page->doc, extent(b, from, end));
    mtl_doc_close(b->page->doc);
}

/* A block has been read: what was said above it is done with. */
static uint32_t done(body *b, uint32_t next)
{
    b->style = (styling){0};
    b->attached = b->wants_text = false;
    return next;
}

/* ---- lines above a block ---- */

static void read_attributes(body *b, uint32_t i)
{
    const mtl_span line = b->lines[i].at, inner = {line.at + 1, line.len - 2};
    const mtl_str bytes = b->page->bytes, text = mtl_str_cut(bytes, inner);
    if (text.n == 0 || text.p[0] == '[')
        return;
    mtl_str name = mtl_str_cut(bytes, mtl_asciidoc_attribute(bytes, inner, NULL));
    for (size_t at = 0; at < name.n; at++)
        if (strchr(".#%", name.p[at]) && name.p[at]) {
            b->style.hard |= mtl_str_find(name, MTL_LIT("%hardbreaks"), at) != SIZE_MAX;
            b->style.options = mtl_asciidoc_behind(name, at);
            name.n = at;
        }
    static const struct key {
        const char *name;
        size_t field;
    } keys[] = {{"cols", offsetof(styling, cols)},
                {"options", offsetof(styling, options)},
                {"opts", offsetof(styling, options)},
                {"format", offsetof(styling, format)},
                {"separator", offsetof(styling, sign)}};
    for (const struct key *k = keys; k < MTL_END(keys); k++) {
        const mtl_span value = mtl_asciidoc_attribute(bytes, inner, k->name);
        if (value.len)
            *(mtl_str *)((char *)&b->style + k->field) = mtl_str_cut(bytes, value);
    }
    b->style.hard |= mtl_str_find(b->style.options, MTL_LIT("hardbreaks"), 0) != SIZE_MAX;
    if (name.n)
        b->style.name = name;
}

static bool is_shown_style(mtl_str name)
{
    static const char *const names[] = {"source", "listing", "literal",  "stem",    "latexmath", "asciimath",
                                        "pass",   "ditaa",   "graphviz", "mermaid", "plantuml",  NULL};
    return is_one_of(name, names);
}

/* ":name: value", which goes on behind a backslash, or a plus sign, at the end of a line. */
static uint32_t read_entry(body *b, uint32_t i, uint32_t n)
{
    static const char *const languages[] = {"lang", "language", NULL}, *const texts[] = {"description", "doctitle", "title", NULL};
    const mtl_str text = text_of(b, i), name = {text.p + 1, n - 2};
    uint32_t end = i + 1;
    b->lines[i] = mtl_line_behind(b->page->bytes, b->lines[i], n);
    for (; end < b->n && b->lines[end].at.len; end++) {
        const mtl_str line = text_of(b, end - 1);
        if (!mtl_str_ends(line, MTL_LIT(" \\")) && !mtl_str_ends(line, MTL_LIT(" +")))
            break;
        b->lines[end - 1].at.len--;
    }
    if (is_one_of(name, languages) && b->page->doc->lang.n == 0)
        b->page->doc->lang = text_of(b, i);
    else if (is_one_of(name, texts)) {
        const bool had_text = b->has_text;
        add_block(b, MTL_PARAGRAPH, i, end, false);
        b->has_text = had_text;
    }
    return end;
}

/* ---- blocks between signs ---- */

/* The line from I on that is FENCE; the end, if there is none. */
static uint32_t find_fence(const body *b, uint32_t i, mtl_str fence)
{
    while (i < b->n && (b->lines[i].indent || !mtl_str_same(text_of(b, i), fence)))
        i++;
    return i;
}

static void read_body(page *p, mtl_line *lines, uint32_t n, mtl_kind kind);

static void read_cell(void *user, mtl_line *lines, uint32_t n, char style)
{
    page *p = user;
    body b = {.page = p, .lines = lines, .n = n, .kind = MTL_CELL};
    if (style == 'a' && p->tables < DEEPEST_TABLE) {
        read_body(p, lines, n, MTL_CELL);
        return;
    }
    for (uint32_t i = 0, end; i < n; i = end + 1) {
        for (end = i; !is_blank(&b, end);)
            end++;
        if (end > i && (style == 'm' || style == 'l'))
            add_hole(&b, i, end);
        else if (end > i)
            add_block(&b, MTL_CELL, i, end, false);
    }
}

static bool has_head(const body *b, uint32_t from, uint32_t end)
{
    const mtl_str options = b->style.options;
    return mtl_str_find(options, MTL_LIT("header"), 0) != SIZE_MAX ||
           (from + 1 < end && !is_blank(b, from) && is_blank(b, from + 1));
}

typedef struct rows { /* of a table parted by commas or the like */
    page *page;
    mtl_str columns; /* the styles of its columns */
    bool headed;     /* in the first row they do not count */
} rows;

static void read_csv_cell(void *user, const mtl_layer *cell, uint32_t row, uint32_t column)
{
    const rows *r = user;
    mtl_doc *doc = r->page->doc;
    const mtl_layer *below = doc->layer;
    const mtl_lines lines = mtl_lines_cut(cell->bytes, 0, doc->arena);
    page p = {.doc = doc, .bytes = cell->bytes, .tables = r->page->tables};
    mtl_prose_init(&p.prose, p.bytes, doc->arena);
    doc->layer = cell;
    const bool styled = r->columns.n && !(r->headed && row == 0);
    read_cell(&p, lines.items, lines.n, styled ? r->columns.p[column % r->columns.n] : 'd');
    doc->layer = below;
}

/* What parts the cells of a table whose first line begins with FIRST, unless its rows begin with it. */
static char separator_of(const styling *s, char first)
{
    static const struct format {
        const char *name;
        char sign;
    } formats[] = {{"csv", ','}, {"tsv", '\t'}, {"dsv", ':'}};
    const bool named = first != ',' && first != ':';
    char sign = named ? '\0' : first;
    for (const struct format *f = formats; f < MTL_END(formats) && named; f++)
        if (mtl_str_is(s->format, f->name))
            sign = f->sign;
    if (sign && s->sign.n)
        return mtl_str_is(s->sign, "\\t") ? '\t' : s->sign.p[0];
    return sign;
}

/* The cells of the table between line I, whose first sign parts them, and line END. */
static void read_table(body *b, uint32_t i, uint32_t end)
{
    const styling *s = &b->style;
    page *p = b->page;
    const char first = text_of(b, i).p[0], sign = s->sign.n ? s->sign.p[0] : first, separator = separator_of(s, first);
    rows r = {p, mtl_asciidoc_columns(s->cols, p->doc->arena), has_head(b, i + 1, end)};
    if ((unsigned char)sign >= 0x80) {
        add_hole(b, i, end);
        return;
    }
    if (separator) {
        mtl_csv_cells(p->doc->layer, &b->lines[i + 1], end - i - 1, separator, p->doc->arena, read_csv_cell, &r);
        return;
    }
    p->tables++;
    mtl_asciidoc_cells(p->bytes, &b->lines[i + 1], end - i - 1, sign, r.columns, r.headed, p->doc->arena, read_cell, p);
    p->tables--;
}

/* A verse: each line is one of the page. */
static uint32_t read_verse(body *b, uint32_t i, uint32_t end)
{
    for (uint32_t from = i, to; from < end; from = to + 1) {
        for (to = from; to < end && !is_blank(b, to);)
            to++;
        if (to > from)
            add_block(b, kind_here(b), from, to, true);
    }
    return end;
}

/* The line I begins or ends a block. */
static uint32_t read_delimited(body *b, uint32_t i, mtl_asciidoc_block_kind kind)
{
    const mtl_str line = text_of(b, i);
    for (uint32_t open = b->nopen; open > 0; open--)
        if (mtl_str_same(b->open[open - 1], line)) {
            b->nopen = open - 1;
            b->in_list = false;
            return done(b, i + 1);
        }
    const bool comment = kind == MTL_ASCIIDOC_COMMENT || mtl_str_is(b->style.name, "comment");
    const bool verse = mtl_str_is(b->style.name, "verse");
    if (kind == MTL_ASCIIDOC_HOLDER && !comment && !verse && !is_shown_style(b->style.name)) {
        if (b->nopen < DEEPEST_BLOCK)
            b->open[b->nopen++] = line;
        b->in_list = false;
        return done(b, i + 1);
    }
    const uint32_t end = find_fence(b, i + 1, mtl_str_starts(line, MTL_LIT("```")) ? MTL_LIT("```") : line);
    const uint32_t next = end < b->n ? end + 1 : end;
    if (comment)
        mtl_doc_note(b->page->doc, extent(b, i, next));
    else if (verse)
        read_verse(b, i + 1, end);
    else if (kind == MTL_ASCIIDOC_TABLE)
        read_table(b, i, end);
    else
        add_hole(b, i, next);
    return done(b, next);
}

/* ---- lists and paragraphs ---- */

typedef enum text_kind { TEXT, ATTACHED_TEXT, ITEM_TEXT } text_kind; /* of a paragraph, one that "+" adds to an item, an item */

/* The number of the open list whose items are of this SORT; nlists if there is none. */
static uint32_t list_of(const body *b, uint32_t sort)
{
    uint32_t i = 0;
    while (i < b->nlists && b->lists[i] != sort)
        i++;
    return i;
}

/* Line I ends such a text. */
static bool ends_text(const body *b, uint32_t i, text_kind kind)
{
    if (is_blank(b, i))
        return true;
    const mtl_str text = text_of(b, i);
    const bool left = b->lines[i].indent == 0;
    if (left && (mtl_asciidoc_block(text) != MTL_ASCIIDOC_NOTHING || mtl_asciidoc_is_attributes(text)))
        return true;
    const mtl_asciidoc_marker m = kind == TEXT ? (mtl_asciidoc_marker){0} : mtl_asciidoc_item(text);
    return (kind != TEXT && mtl_str_is(text, "+")) || (m.n && (kind == ITEM_TEXT || list_of(b, m.sort) < b->nlists));
}

/* Where the text that begins with line I ends; comments in it become blank. */
static uint32_t text_end(body *b, uint32_t i, text_kind kind)
{
    uint32_t end = i + 1;
    for (; !ends_text(b, end, kind); end++)
        if (mtl_asciidoc_is_comment(text_of(b, end)) && b->lines[end].indent == 0) {
            mtl_doc_note(b->page->doc, b->lines[end].at);
            b->lines[end].at = (mtl_span){mtl_span_end(b->lines[end - 1].at), 0};
        }
    return end;
}

static mtl_kind item_kind(const body *b)
{
    return b->kind == MTL_CELL ? MTL_CELL : MTL_ITEM;
}

static void drop_head(body *b, uint32_t i, uint32_t n)
{
    b->lines[i] = mtl_line_behind(b->page->bytes, b->lines[i], n);
}

static uint32_t read_item(body *b, uint32_t i, mtl_asciidoc_marker m)
{
    static const char *const boxes[] = {"[ ] ", "[x] ", "[X] ", "[*] "};
    const mtl_span line = b->lines[i].at;
    done(b, i);
    if (m.term)
        add_part(b, item_kind(b), (mtl_span){line.at, m.term});
    drop_head(b, i, m.n);
    for (const char *const *box = boxes; box < MTL_END(boxes); box++)
        if (!m.term && mtl_str_starts(text_of(b, i), mtl_cstr(*box)))
            drop_head(b, i, 4);
    b->nlists = b->in_list ? list_of(b, m.sort) : 0;
    if (b->nlists < DEEPEST_LIST)
        b->lists[b->nlists++] = m.sort;
    b->in_list = b->has_text = true;
    b->wants_text = b->lines[i].at.len == 0;
    if (b->wants_text)
        return i + 1;
    const uint32_t end = text_end(b, i, ITEM_TEXT);
    add_block(b, item_kind(b), i, end, false);
    return end;
}

/* Text that is no text: code, a formula, a comment. */
static uint32_t read_held(body *b, uint32_t i)
{
    uint32_t end = i;
    while (!is_blank(b, end) && (end == i || !ends_text(b, end, b->in_list && b->lines[end].indent == 0 ? ITEM_TEXT : TEXT)))
        end++;
    if (mtl_str_is(b->style.name, "comment"))
        mtl_doc_note(b->page->doc, extent(b, i, end));
    else
        add_hole(b, i, end);
    return done(b, end);
}

static uint32_t read_paragraph(body *b, uint32_t i)
{
    const bool held = is_shown_style(b->style.name) || mtl_str_is(b->style.name, "comment");
    if (held || (b->lines[i].indent && !b->wants_text))
        return read_held(b, i);
    const bool in_list = b->in_list && (b->attached || b->wants_text), begins_item = b->wants_text;
    const mtl_kind kind = b->wants_text ? item_kind(b) : kind_here(b);
    const bool hard = b->style.hard || mtl_str_is(b->style.name, "verse");
    drop_head(b, i, mtl_asciidoc_admonition(text_of(b, i)));
    const uint32_t end = text_end(b, i, begins_item ? ITEM_TEXT : in_list ? ATTACHED_TEXT : TEXT);
    const bool quoted = mtl_str_starts(text_of(b, i), MTL_LIT("> "));
    for (uint32_t k = i; quoted && k < end; k++)
        if (mtl_str_starts(text_of(b, k), MTL_LIT(">")))
            drop_head(b, k, 1);
    add_block(b, kind, i, end, hard);
    b->in_list = in_list;
    return done(b, end);
}

/* ---- titles ---- */

/* Of the lines below the title of the page, up to an empty one, only attributes count: the others name its author and version. */
static uint32_t read_header(body *b, uint32_t i)
{
    while (!is_blank(b, i)) {
        const uint32_t entry = mtl_asciidoc_entry(text_of(b, i));
        if (mtl_asciidoc_block(text_of(b, i)) == MTL_ASCIIDOC_COMMENT)
            return i;
        i = entry ? read_entry(b, i, entry) : i + 1;
    }
    return i;
}

static uint32_t read_title(body *b, uint32_t i, uint32_t n)
{
    const bool header = n == 1 && !b->has_text && !b->has_header && b->kind != MTL_CELL;
    const char sign = text_of(b, i).p[0];
    drop_head(b, i, n);
    mtl_str text = text_of(b, i);
    uint32_t row = 0;
    while (row < text.n && text.p[text.n - 1 - row] == sign)
        row++;
    if (row == n && row < text.n && text.p[text.n - 1 - row] == ' ')
        b->lines[i].at.len -= row;
    add_block(b, MTL_HEADING, i, i + 1, false);
    b->in_list = false;
    b->has_header |= header;
    return header ? read_header(b, done(b, i + 1)) : done(b, i + 1);
}

/* A title with a line of its own length below. */
static bool is_underlined(const body *b, uint32_t i)
{
    if (is_blank(b, i + 1) || b->lines[i].indent || b->lines[i + 1].indent)
        return false;
    const mtl_str title = text_of(b, i), row = text_of(b, i + 1);
    if (mtl_asciidoc_block(title) != MTL_ASCIIDOC_NOTHING)
        return false;
    const size_t n = mtl_utf8_count(title);
    bool words = false;
    for (uint32_t at = 0; !words && at < title.n; at++)
        words = !mtl_utf8_inside(title.p[at]) && is_word_at(title, at);
    return words && row.n > 1 && strchr("=-~^+", row.p[0]) && mtl_lines_row(row) == row.n && row.n <= n + 1 && n <= row.n + 1 &&
           title.p[0] != '.';
}

/* What is written anew must be as long: the line below would not fit it any more. */
static uint32_t read_underlined(body *b, uint32_t i)
{
    const bool header = text_of(b, i + 1).p[0] == '=' && !b->has_text && b->kind != MTL_CELL;
    b->page->prose.kept = true;
    add_block(b, MTL_HEADING, i, i + 1, false);
    b->page->prose.kept = false;
    b->in_list = false;
    return header ? read_header(b, done(b, i + 2)) : done(b, i + 2);
}

/* ---- the page ---- */

/* "image::schiff.png[Ein Schiff im Hafen]" */
static uint32_t read_macro(body *b, uint32_t i, uint32_t bracket)
{
    static const char *const names[] = {NULL, "alt", "title", "caption"};
    const mtl_span line = b->lines[i].at, inner = {line.at + bracket + 1, line.len - bracket - 2};
    const mtl_kind kind = kind_here(b);
    const bool picture = mtl_str_starts(text_of(b, i), MTL_LIT("image::"));
    for (size_t k = picture ? 0 : 2; k < MTL_COUNT(names); k++)
        add_part(b, kind, mtl_asciidoc_attribute(b->page->bytes, inner, names[k]));
    if (!mtl_str_starts(text_of(b, i), MTL_LIT("toc::")))
        add_hole(b, i, i + 1);
    return done(b, i + 1);
}

/* Reads what begins at the left margin, and is no paragraph. Returns I if nothing does. */
static uint32_t read_marked(body *b, uint32_t i)
{
    const mtl_str text = text_of(b, i);
    uint32_t n;
    if (is_underlined(b, i) && !mtl_asciidoc_item(text).n && !mtl_asciidoc_is_attributes(text))
        return read_underlined(b, i);
    const mtl_asciidoc_block_kind kind = mtl_asciidoc_block(text);
    if (kind != MTL_ASCIIDOC_NOTHING)
        return read_delimited(b, i, kind);
    if (mtl_asciidoc_is_comment(text)) {
        mtl_doc_note(b->page->doc, b->lines[i].at);
        return i + 1;
    }
    if ((n = mtl_asciidoc_entry(text)) > 0)
        return read_entry(b, i, n);
    if (mtl_asciidoc_is_attributes(text)) {
        read_attributes(b, i);
        return i + 1;
    }
    if (mtl_str_is(text, "+")) {
        b->attached = b->in_list;
        return i + 1;
    }
    if (mtl_asciidoc_is_rule(text))
        return done(b, i + 1);
    if (text.n > 1 && text.p[0] == '.' && text.p[1] != '.' && !mtl_prose_is_blank(text.p[1])) {
        add_part(b, kind_here(b), (mtl_span){b->lines[i].at.at + 1, b->lines[i].at.len - 1});
        return i + 1;
    }
    if ((n = mtl_asciidoc_title(text)) > 0)
        return read_title(b, i, n);
    n = mtl_asciidoc_macro(text);
    return n ? read_macro(b, i, n) : i;
}

static uint32_t read_block(body *b, uint32_t i)
{
    const uint32_t next = b->lines[i].indent ? i : read_marked(b, i);
    if (next > i)
        return next;
    const mtl_asciidoc_marker m = mtl_asciidoc_item(text_of(b, i));
    return m.n && !is_shown_style(b->style.name) ? read_item(b, i, m) : read_paragraph(b, i);
}

static void read_body(page *p, mtl_line *lines, uint32_t n, mtl_kind kind)
{
    body b = {.page = p, .lines = lines, .n = n, .kind = kind};
    for (uint32_t i = 0; i < n;)
        i = is_blank(&b, i) ? i + 1 : read_block(&b, i);
}

/* Takes out the lines that are read before all others: "include::", "ifdef::". What a condition holds in brackets stays. */
static uint32_t preprocess(mtl_str bytes, mtl_line *lines, uint32_t n)
{
    static const char *const names[] = {"ifdef::", "ifndef::", "ifeval::", "endif::", "include::"};
    enum { WITH_TEXT = 2 };
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        const mtl_str text = mtl_str_cut(bytes, lines[i].at);
        size_t name = 0;
        while (name < MTL_COUNT(names) && !mtl_str_starts(text, mtl_cstr(names[name])))
            name++;
        const uint32_t bracket = name < MTL_COUNT(names) && lines[i].indent == 0 ? mtl_asciidoc_macro(text) : 0;
        lines[kept] = lines[i];
        if (bracket)
            lines[kept].at = (mtl_span){lines[i].at.at + bracket + 1, name < WITH_TEXT ? (uint32_t)text.n - bracket - 2 : 0};
        kept += !bracket || lines[kept].at.len > 0;
    }
    return kept;
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
    const bool signature = mtl_str_starts(p.bytes, MTL_LIT("-----BEGIN ")); /* ".asc" is the suffix of such files too */
    if (!signature)
        read_body(&p, lines.items, preprocess(p.bytes, lines.items, lines.n), MTL_PARAGRAPH);
    return MTL_STEP_DOCUMENT;
}

/* The title of a page, and an attribute of it in the lines below. */
static int sniff(mtl_str head)
{
    enum { SURE = 70 };
    bool titled = false;
    uint32_t entries = 0; /* above the title */
    for (size_t at = 0, end; at < head.n; at = end + 1) {
        for (end = at; end < head.n && head.p[end] != '\n';)
            end++;
        const mtl_str line = mtl_str_trim((mtl_str){head.p + at, end - at});
        if (titled && mtl_asciidoc_entry(line))
            return SURE;
        /* "[[start]]", "[id=start]" */
        const bool attribute = line.n > 1 && line.p[0] == '[' && line.p[line.n - 1] == ']';
        if (titled ? line.n == 0
                   : line.n > 0 && mtl_asciidoc_title(line) != 1 && !mtl_asciidoc_is_comment(line) && !mtl_asciidoc_entry(line) &&
                         !attribute)
            return 0;
        entries += !titled && mtl_asciidoc_entry(line);
        if (entries && line.n > 0 && line.p[0] == '=' && mtl_asciidoc_title(line) == 1)
            return SURE;
        titled |= line.n > 0 && line.p[0] == '=' && mtl_asciidoc_title(line) == 1;
    }
    return 0;
}

/* A character reference is text wherever it stands; a backslash would be shown where it was not needed. */
static bool escape(mtl_str text, mtl_out *out)
{
    for (size_t i = 0; i < text.n; i++) {
        const char c = text.p[i];
        const bool reference = mtl_prose_reference_at(mtl_asciidoc_behind(text, i)) > 0;
        if (reference || (c && strchr("\\*_`#^~+{[]<|", c)))
            mtl_out_fmt(out, "&#%d;", c);
        else
            mtl_out_char(out, c);
    }
    return true;
}

static const char *const suffixes[] = {".adoc", ".asciidoc", ".asc", NULL};

const mtl_reader mtl_reader_asciidoc = {
    .name = "asciidoc",
    .doc = "AsciiDoc, as asciidoctor reads it",
    .sign = "a title with an attribute below",
    .text = "titles, paragraphs, lists, cells, footnotes, texts of links and pictures; no code, no attributes",
    .suffixes = suffixes,
    .sniff = sniff,
    .next = next,
    .escape = escape};
