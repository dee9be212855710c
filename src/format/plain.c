/* plain.c: plain text. A file is one document. Every line is a block, as headline, date line and paragraph are in real files, except
 * where the text was wrapped to a width: those lines are one paragraph again. */
#include "format/plain.h"

#include "base/utf8.h"
#include "format/reader.h"

enum { NARROWEST = 40, WIDEST = 120 };

/* A line without its line end and without white space at its ends. */
typedef struct line {
    mtl_span at;
    uint32_t first_word; /* bytes up to its first space */
} line;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}

static line line_at(mtl_str bytes, uint32_t from, uint32_t end)
{
    while (from < end && is_blank(bytes.p[from]))
        from++;
    while (end > from && is_blank(bytes.p[end - 1]))
        end--;
    uint32_t word = from;
    while (word < end && !is_blank(bytes.p[word]))
        word++;
    return (line){{from, end - from}, word - from};
}

/* The line that begins at *AT, and moves *AT behind its end: LF, CRLF or a lone CR. */
static line next_line(mtl_str bytes, uint32_t *at)
{
    uint32_t end = *at;
    while (end < bytes.n && bytes.p[end] != '\n' && bytes.p[end] != '\r')
        end++;
    const line l = line_at(bytes, *at, end);
    *at = end < bytes.n ? end + 1 : end;
    if (end + 1 < bytes.n && bytes.p[end] == '\r' && bytes.p[end + 1] == '\n')
        *at = end + 2;
    return l;
}

static mtl_str text_of(mtl_str bytes, const line *l)
{
    return mtl_str_cut(bytes, l->at);
}

static uint32_t width(mtl_str bytes, const line *l)
{
    return (uint32_t)mtl_utf8_count(text_of(bytes, l));
}

static bool is_item(mtl_str s)
{
    static const char *const markers[] = {"- ", "* ", "• ", "– ", "· ", "+ "};
    for (const char *const *m = markers; m < MTL_END(markers); m++)
        if (mtl_str_starts(s, mtl_cstr(*m)))
            return true;
    size_t digits = 0;
    while (digits < s.n && s.p[digits] >= '0' && s.p[digits] <= '9')
        digits++;
    return digits > 0 && digits < 4 && digits + 1 < s.n && (s.p[digits] == '.' || s.p[digits] == ')') && s.p[digits + 1] == ' ';
}

/* Greedy filling leaves a mark: no line had room for the first word of the next. A list or verse does not look so. */
static bool is_wrapped(mtl_str bytes, const line *lines, uint32_t n)
{
    uint32_t widest = 0;
    for (uint32_t i = 0; i < n; i++) {
        const uint32_t w = width(bytes, &lines[i]);
        widest = w > widest ? w : widest;
        if (i > 0 && is_item(text_of(bytes, &lines[i])))
            return false;
    }
    if (n < 2 || widest < NARROWEST || widest > WIDEST)
        return false;
    for (uint32_t i = 0; i + 1 < n; i++) {
        const mtl_str next_word = {bytes.p + lines[i + 1].at.at, lines[i + 1].first_word};
        if (width(bytes, &lines[i]) + 1 + mtl_utf8_count(next_word) <= widest)
            return false;
    }
    return true;
}

static void add_block(mtl_doc *doc, mtl_str bytes, mtl_span at)
{
    const mtl_str text = mtl_str_cut(bytes, at);
    mtl_doc_open(doc,
                 is_item(text)                ? MTL_ITEM
                 : mtl_text_is_headline(text) ? MTL_HEADING
                                              : MTL_PARAGRAPH,
                 MTL_TARGET, (mtl_str){0});
    mtl_doc_copy(doc, at);
    mtl_doc_close(doc);
}

/* The lines between two empty ones: one paragraph if they were wrapped, else a block each. */
static void add_lines(mtl_doc *doc, mtl_str bytes, const line *lines, uint32_t n)
{
    if (is_wrapped(bytes, lines, n)) {
        add_block(doc, bytes, mtl_span_join(lines[0].at, lines[n - 1].at));
        return;
    }
    for (uint32_t i = 0; i < n; i++)
        add_block(doc, bytes, lines[i].at);
}

void mtl_plain_read(mtl_doc *doc)
{
    const mtl_str bytes = doc->layer->bytes;
    MTL_VEC(line) lines = {0};
    for (uint32_t at = mtl_str_starts(bytes, MTL_BOM) ? (uint32_t)MTL_BOM.n : 0; at < bytes.n;) {
        const line l = next_line(bytes, &at);
        if (l.at.len) {
            mtl_vec_push(&lines, doc->arena, l);
        } else {
            add_lines(doc, bytes, lines.items, lines.n);
            lines.n = 0;
        }
    }
    add_lines(doc, bytes, lines.items, lines.n);
}

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    (void)err;
    if (reading->state)
        return MTL_STEP_END;
    reading->state = reading;
    mtl_plain_read(doc);
    return MTL_STEP_DOCUMENT;
}

static const char *const suffixes[] = {".txt", ".text", NULL};

const mtl_reader mtl_reader_plain = {.name = "plain",
                                     .doc = "plain text",
                                     .sign = "what no other format claims",
                                     .text = "all of it; a paragraph is a line, or lines that were wrapped",
                                     .suffixes = suffixes,
                                     .next = next};
