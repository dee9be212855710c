/* markdown.c: pages in Markdown, as CommonMark and GitHub read it, and what site generators add (markdown_marks.h). md4c parses; its text
 * is slices of our bytes, so a place is the difference of two pointers. A file is one document. */
#include "format/markdown.h"
#include "base/err.h"
#include "base/ids.h"
#include "base/utf8.h"
#include "format/front_matter.h"
#include "format/html.h"
#include "format/markdown_html.h"
#include "format/markdown_marks.h"
#include "format/prose.h"
#include "format/reader.h"

#include <md4c.h>

#define NOWHERE UINT32_MAX

typedef struct page {
    mtl_doc *doc;
    mtl_str bytes;
    mtl_marks marks;
    uint32_t next_mark;
    mtl_prose text;      /* the block that is open */
    mtl_prose aside;     /* blocks beside it: what pictures show, titles of links */
    mtl_ids titles;      /* where those of definitions stand that were read */
    MTL_VEC(bool) items; /* the list items that are open: true, if painted by a mark */
    MTL_VEC(mtl_span) html;
    MD_BLOCKTYPE block;
    uint32_t images;   /* that are open */
    uint32_t image_at; /* where the outermost begins */
    mtl_span code;     /* what is open of code, so far */
    bool in_code, in_address, link_begins;
    MD_TEXTTYPE line_end; /* MD_TEXT_BR or _SOFTBR: one came, and nothing yet behind it; else MD_TEXT_NORMAL */
} page;

/* ---- places ---- */

/* Where md4c's slice stands in our bytes; NOWHERE, if it is md4c's own. */
static uint32_t place_of(const page *p, const char *slice)
{
    const uintptr_t at = (uintptr_t)slice, from = (uintptr_t)p->marks.painted;
    return at >= from && at < from + p->bytes.n ? (uint32_t)(at - from) : NOWHERE;
}

static mtl_prose *open_prose(page *p)
{
    return p->images ? &p->aside : &p->text;
}

static bool is_newline(char c)
{
    return c == '\n' || c == '\r';
}

/* A line has ended before AT: from its last word to the first of the next, indentation and marks of quotations between them, is a space
 * or a break. md4c does not say where it was, but between it and AT there are only marks that open something. */
static void close_line(page *p, uint32_t at)
{
    const bool hard = p->line_end == MD_TEXT_BR;
    mtl_prose *prose = open_prose(p);
    uint32_t from = at;
    if (p->line_end == MD_TEXT_NORMAL)
        return;
    p->line_end = MD_TEXT_NORMAL;
    while (from > prose->reached && !is_newline(p->bytes.p[from - 1]))
        from--;
    if (from <= prose->reached)
        return;
    uint32_t end = from;
    while (end < at && (mtl_prose_is_blank(p->bytes.p[end]) || p->bytes.p[end] == '>'))
        end++;
    while (from > prose->reached && (mtl_prose_is_blank(p->bytes.p[from - 1]) || (hard && p->bytes.p[from - 1] == '\\')))
        from--;
    mtl_prose_gap(prose, (mtl_span){from, end - from}, hard);
}

/* ---- blocks ---- */

static mtl_kind kind_of(const page *p)
{
    if (p->block == MD_BLOCK_H)
        return MTL_HEADING;
    if (p->block == MD_BLOCK_TH || p->block == MD_BLOCK_TD)
        return MTL_CELL;
    return p->items.n && !mtl_vec_last(&p->items) ? MTL_ITEM : MTL_PARAGRAPH;
}

static void flush(page *p)
{
    mtl_prose_flush(&p->text, p->doc, kind_of(p));
    const uint32_t first = p->doc->blocks.n;
    mtl_prose_flush(&p->aside, p->doc, MTL_PARAGRAPH);
    for (uint32_t i = first; i < p->doc->blocks.n; i++)
        p->doc->blocks.items[i].furniture = true;
    p->line_end = MD_TEXT_NORMAL;
}

/* The lines of a block of HTML are a layer of their own: marks of quotations, and short codes, are not in it. */
static void read_html(page *p)
{
    const mtl_layer *page_layer = p->doc->layer;
    mtl_layering building = {.below = page_layer, .arena = p->doc->arena};
    for (uint32_t i = 0; i < p->html.n; i++) {
        const uint32_t end = i ? mtl_span_end(p->html.items[i - 1]) : p->html.items[i].at;
        if (p->html.items[i].at > end)
            mtl_layering_put(&building, (mtl_span){end, p->html.items[i].at - end}, MTL_LIT("\n"));
        mtl_layering_copy(&building, p->html.items[i]);
    }
    const mtl_layer *layer = mtl_layering_done(&building, NULL);
    p->doc->layer = layer;
    if (layer->nruns)
        mtl_html_read(p->doc);
    p->doc->layer = page_layer;
    p->html.n = 0;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    (void)detail;
    page *p = user;
    flush(p);
    p->block = type;
    p->code = (mtl_span){0, 0};
    if (type == MD_BLOCK_LI)
        mtl_vec_push(&p->items, p->doc->arena, false);
    return 0;
}

/* What a paragraph before it announces. It has no text, but it stands there. */
static void add_code_block(page *p)
{
    if (p->code.len == 0)
        return;
    mtl_doc_open(p->doc, MTL_PARAGRAPH, MTL_TARGET, (mtl_str){0});
    mtl_doc_hole(p->doc, p->code);
    mtl_doc_close(p->doc);
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
    (void)detail;
    page *p = user;
    flush(p);
    if (type == MD_BLOCK_HTML)
        read_html(p);
    if (type == MD_BLOCK_CODE)
        add_code_block(p);
    if (type == MD_BLOCK_LI)
        p->items.n--;
    p->block = MD_BLOCK_P;
    return 0;
}

/* ---- text ---- */

static void take_mark(page *p, const mtl_mark *mark)
{
    if (mark->kind == MTL_MARK_HOLE)
        mtl_prose_hole(open_prose(p), mark->at);
    else if (mark->kind == MTL_MARK_END && !p->images)
        flush(p);
    else if (mark->kind == MTL_MARK_ITEM && p->items.n)
        mtl_vec_last(&p->items) = true;
}

/* The first mark that ends behind AT. The ends of blocks are taken on the way. */
static const mtl_mark *mark_from(page *p, uint32_t at)
{
    for (; p->next_mark < p->marks.items.n; p->next_mark++) {
        const mtl_mark *mark = &p->marks.items.items[p->next_mark];
        if (mtl_span_end(mark->at) > at)
            return mark;
        if (mark->at.len == 0)
            take_mark(p, mark);
    }
    return NULL;
}

/* Of an escape md4c gives the character alone; with its backslash it can be mended. */
static uint32_t add_escaped(page *p, uint32_t from)
{
    mtl_prose *prose = open_prose(p);
    if (from == 0 || from <= prose->reached || p->bytes.p[from - 1] != '\\' || !mtl_prose_is_mark(p->bytes.p[from]))
        return from;
    mtl_prose_put(prose, (mtl_span){from - 1, 2}, (mtl_str){p->bytes.p + from, 1});
    return from + 1;
}

static void add_text(page *p, uint32_t from, uint32_t end)
{
    const mtl_mark *mark = mark_from(p, from);
    close_line(p, from);
    from = add_escaped(p, from);
    while (from < end) {
        const uint32_t upto = !mark || mark->at.at >= end ? end : mark->at.at > from ? mark->at.at : from;
        mtl_prose_text(open_prose(p), (mtl_span){from, upto - from});
        if (upto == end)
            return;
        take_mark(p, mark);
        from = mtl_span_end(mark->at);
        mark = mark_from(p, from);
    }
}

/* "<https://example.org>" is a hole with its brackets; the text of any other link is text. */
static void add_in_link(page *p, uint32_t from, uint32_t end)
{
    if (p->link_begins)
        p->in_address = from && p->bytes.p[from - 1] == '<';
    p->link_begins = false;
    if (!p->in_address) {
        add_text(p, from, end);
        return;
    }
    close_line(p, from);
    const bool opens = from > open_prose(p)->reached && p->bytes.p[from - 1] == '<',
               closes = end < p->bytes.n && p->bytes.p[end] == '>';
    mtl_prose_hole(open_prose(p), (mtl_span){from - opens, end + closes - from + opens});
}

static void add_tag(page *p, uint32_t at, uint32_t len)
{
    mtl_prose *prose = open_prose(p);
    mtl_tag_use use;
    if (at < prose->reached || p->bytes.p[at] != '<')
        return;
    close_line(p, at);
    const mtl_str rest = {p->bytes.p + at, p->bytes.n - at};
    const uint32_t whole = mtl_markdown_tag((mtl_str){rest.p, rest.n < len + 1024 ? rest.n : len + 1024}, p->doc->arena, &use);
    const mtl_span tag = {at, use == MTL_TAG_HOLE || use == MTL_TAG_COMMENT ? whole : len};
    if (use == MTL_TAG_BREAK)
        mtl_prose_gap(prose, tag, true);
    else if (use == MTL_TAG_HOLE)
        mtl_prose_hole(prose, tag);
    else if (use == MTL_TAG_COMMENT)
        mtl_doc_note(p->doc, tag);
}

/* A line of a block of HTML, without variables and short codes. */
static void add_html(page *p, uint32_t from, uint32_t end)
{
    for (const mtl_mark *mark; (mark = mark_from(p, from)) && mark->at.at < end; p->next_mark++) {
        if (p->bytes.p[mark->at.at] != '{' || mark->at.at < from)
            continue;
        mtl_vec_push(&p->html, p->doc->arena, ((mtl_span){from, mark->at.at - from}));
        from = mtl_span_end(mark->at);
    }
    if (from < end)
        mtl_vec_push(&p->html, p->doc->arena, ((mtl_span){from, end - from}));
}

static int text(MD_TEXTTYPE type, const MD_CHAR *slice, MD_SIZE n, void *user)
{
    page *p = user;
    const uint32_t at = place_of(p, slice), end = at + n;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
        if (p->line_end != MD_TEXT_BR)
            p->line_end = type;
        return 0;
    }
    if (at == NOWHERE)
        return 0;
    if (p->block == MD_BLOCK_HTML)
        add_html(p, at, end);
    else if (p->in_code || p->block == MD_BLOCK_CODE)
        p->code = p->code.len ? mtl_span_join(p->code, (mtl_span){at, n}) : (mtl_span){at, n};
    else if (type == MD_TEXT_HTML)
        add_tag(p, at, n);
    else if (type == MD_TEXT_ENTITY) {
        close_line(p, at);
        mtl_prose_reference(open_prose(p), (mtl_span){at, n});
    } else if (p->link_begins || p->in_address)
        add_in_link(p, at, end);
    else
        add_text(p, at, end);
    return 0;
}

/* ---- spans ---- */

/* Code with its backticks. */
static void close_code(page *p)
{
    uint32_t from = p->code.at, end = mtl_span_end(p->code);
    p->in_code = false;
    if (p->code.len == 0)
        return;
    close_line(p, from);
    const uint32_t reached = open_prose(p)->reached;
    while (from > reached && mtl_prose_is_blank(p->bytes.p[from - 1]) && p->bytes.p[from - 1] != '\n')
        from--;
    while (from > reached && p->bytes.p[from - 1] == '`')
        from--;
    while (end < p->bytes.n && mtl_prose_is_blank(p->bytes.p[end]))
        end++;
    while (end < p->bytes.n && p->bytes.p[end] == '`')
        end++;
    mtl_prose_hole(open_prose(p), (mtl_span){from, end - from});
}

/* The title of the link whose text ends at AT: "](address "title")", the marks around it not counted. len 0: there is none there. */
static mtl_span find_title(const page *p, uint32_t at)
{
    const char *s = p->bytes.p;
    const uint32_t n = (uint32_t)p->bytes.n;
    while (at < n && (s[at] == '*' || s[at] == '_' || s[at] == '~'))
        at++;
    if (at + 2 >= n || s[at] != ']' || s[at + 1] != '(')
        return (mtl_span){0, 0};
    for (at += 2; at < n && mtl_prose_is_blank(s[at]);)
        at++;
    const bool angled = at < n && s[at] == '<';
    while (at < n && (angled ? s[at] != '>' : !mtl_prose_is_blank(s[at])))
        at += s[at] == '\\' ? 2 : 1;
    for (at += angled; at < n && mtl_prose_is_blank(s[at]);)
        at++;
    const char close = at < n && s[at] == '(' ? ')' : at < n ? s[at] : 0;
    const uint32_t from = ++at;
    if (close != '"' && close != '\'' && close != ')')
        return (mtl_span){0, 0};
    while (at < n && s[at] != close)
        at += s[at] == '\\' ? 2 : 1;
    return (mtl_span){from, at < n ? at - from : 0};
}

/* A title is a block beside. md4c copies one that holds escapes; of links that is found again, of definitions it is not read. */
static void add_title(page *p, const MD_ATTRIBUTE *title, uint32_t link_end)
{
    if (title->size == 0 || p->images)
        return;
    const uint32_t at = place_of(p, title->text);
    const mtl_span src = at == NOWHERE ? find_title(p, link_end) : (mtl_span){at, title->size};
    if (src.len == 0 || mtl_ids_get(&p->titles, src.at) != MTL_ID_NONE)
        return;
    *mtl_ids_put(&p->titles, src.at) = 1;
    mtl_prose_marked(&p->aside, src, true);
    mtl_prose_end(&p->aside);
}

static void enter_image(page *p)
{
    const size_t at = p->images ? SIZE_MAX : mtl_str_find(p->bytes, MTL_LIT("!["), p->text.reached);
    if (p->images == 0)
        p->image_at = at == SIZE_MAX ? NOWHERE : (uint32_t)at;
    if (at != SIZE_MAX) {
        close_line(p, (uint32_t)at);
        p->aside.reached = p->image_at + 2;
    }
    p->images++;
}

static void leave_image(page *p, const MD_ATTRIBUTE *title)
{
    if (--p->images)
        return;
    uint32_t end = p->aside.reached;
    mtl_prose_end(&p->aside);
    while (end < p->bytes.n && p->bytes.p[end] != ']' && !is_newline(p->bytes.p[end]))
        end++;
    if (p->image_at != NOWHERE)
        mtl_prose_hole(&p->text, (mtl_span){p->image_at, end + (end < p->bytes.n) - p->image_at});
    add_title(p, title, end);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *user)
{
    (void)detail;
    page *p = user;
    if (type == MD_SPAN_CODE) {
        p->in_code = true;
        p->code = (mtl_span){0, 0};
    } else if (type == MD_SPAN_A) {
        p->link_begins = true;
        p->in_address = false;
    } else if (type == MD_SPAN_IMG) {
        p->link_begins = false;
        enter_image(p);
    }
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *user)
{
    page *p = user;
    if (type == MD_SPAN_CODE) {
        close_code(p);
    } else if (type == MD_SPAN_A) {
        p->link_begins = p->in_address = false;
        add_title(p, &((const MD_SPAN_A_DETAIL *)detail)->title, open_prose(p)->reached);
    } else if (type == MD_SPAN_IMG) {
        leave_image(p, &((const MD_SPAN_IMG_DETAIL *)detail)->title);
    }
    return 0;
}

/* ---- the reader ---- */

static const MD_PARSER parser = {
    .flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS,
    .enter_block = enter_block,
    .leave_block = leave_block,
    .enter_span = enter_span,
    .leave_span = leave_span,
    .text = text,
};

/* What is no markup inside of a line stays as it is: a hyphen, a full stop. */
static bool escape(mtl_str text, mtl_out *out)
{
    static const char marks[] = "\\`*_[]<|~";
    for (size_t i = 0; i < text.n; i++) {
        const bool reference = mtl_prose_reference_at((mtl_str){text.p + i, text.n - i}) > 0;
        if (reference || memchr(marks, text.p[i], sizeof marks - 1))
            mtl_out_char(out, '\\');
        mtl_out_char(out, text.p[i]);
    }
    return true;
}

bool mtl_markdown_read(mtl_doc *doc, mtl_err *err)
{
    const mtl_str bytes = doc->layer->bytes;
    mtl_escape_fn *outer = doc->escape;
    const uint32_t from = mtl_front_matter_read(doc, mtl_str_starts(bytes, MTL_BOM) ? (uint32_t)MTL_BOM.n : 0);
    doc->marked_up = true;
    page p = {.doc = doc, .bytes = bytes, .block = MD_BLOCK_DOC, .line_end = MD_TEXT_NORMAL};
    if (!mtl_marks_find(&p.marks, bytes, from, doc->source->path, doc->arena, err))
        return false;
    mtl_prose_init(&p.text, bytes, doc->arena);
    mtl_prose_init(&p.aside, bytes, doc->arena);
    mtl_ids_init(&p.titles, doc->arena);
    doc->escape = escape;
    /* With a line end behind the last line: without one md4c 0.4.8 reads past "[text](". */
    const bool read = md_parse(p.marks.painted + from, (MD_SIZE)(bytes.n - from + 1), &parser, &p) == 0;
    doc->escape = outer;
    return read || mtl_fail(err, MTL_ELIMIT, doc->source->path, 0, 0, "needs more memory than there is to be read as Markdown");
}

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    if (reading->state)
        return MTL_STEP_END;
    reading->state = reading;
    return mtl_markdown_read(doc, err) ? MTL_STEP_DOCUMENT : MTL_STEP_ERROR;
}

static const char *const suffixes[] = {".md", ".markdown", ".mdown", ".mkd", NULL};

/* No sniff: what a few signs tell of a text without a name, facts/markup tells better of all of it. */
const mtl_reader mtl_reader_markdown = {
    .name = "markdown",
    .doc = "Markdown, CommonMark and GitHub's",
    .text = "blocks, texts of links and pictures, HTML inside, title and description of the front matter; no code, no addresses",
    .suffixes = suffixes,
    .next = next,
    .escape = escape};
