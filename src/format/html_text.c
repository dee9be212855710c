#include "format/html_text.h"

#include "format/html_reference.h"

/* What a byte may begin. */
enum { LETTER, SPACE, WHITE, AMPERSAND, SOFT, NUL };

static const unsigned char classes[256] = {
    [0] = NUL, ['\t'] = WHITE, ['\n'] = WHITE, ['\f'] = WHITE, ['\r'] = WHITE, [' '] = SPACE, ['&'] = AMPERSAND, [0xC2] = SOFT,
};

static const mtl_str soft_hyphen = {"\xC2\xAD", 2};

static unsigned class_at(mtl_str bytes, uint32_t at)
{
    return classes[(unsigned char)bytes.p[at]];
}

static bool is_white(mtl_str bytes, uint32_t at)
{
    const unsigned class = class_at(bytes, at);
    return class == SPACE || class == WHITE;
}

static bool is_soft(mtl_str bytes, uint32_t at)
{
    return at + 1 < bytes.n && bytes.p[at] == soft_hyphen.p[0] && bytes.p[at + 1] == soft_hyphen.p[1];
}

void mtl_html_text_init(mtl_html_text *w, mtl_doc *doc, mtl_arena *arena)
{
    *w = (mtl_html_text){.doc = doc, .arena = arena};
    mtl_html_said_init(&w->said, arena);
}

mtl_str mtl_html_text_open(const mtl_html_text *w)
{
    if (!w->doc->open)
        return (mtl_str){0};
    const uint32_t at = mtl_vec_last(&w->doc->blocks).text.at;
    return (mtl_str){w->doc->bytes.items + at, w->doc->bytes.n - at};
}

/* ---- blocks ---- */

/* LANG where it is not the document's own: a block that says nothing may still turn out to be in another language. */
static mtl_str other_lang(const mtl_html_text *w, mtl_str lang)
{
    return mtl_str_alike(lang, w->doc->lang) ? (mtl_str){0} : lang;
}

/* A block is in the language of its element; only if all its text is in another one, in that. */
static void set_language(mtl_html_text *w, const mtl_html_context *context)
{
    mtl_block *block = &mtl_vec_last(&w->doc->blocks);
    if (!mtl_str_alike(block->lang, other_lang(w, context->lang)))
        block->lang = other_lang(w, context->block_lang);
}

static void write_gap(mtl_html_text *w, const mtl_html_pending *p)
{
    switch (p->gap) {
    case MTL_HTML_SPACE:
        if (p->at.len == 1 && w->doc->layer->bytes.p[p->at.at] == ' ')
            mtl_doc_copy(w->doc, p->at);
        else
            mtl_doc_put(w->doc, p->at, MTL_LIT(" "));
        break;
    case MTL_HTML_BREAK:
        mtl_doc_put(w->doc, p->at, MTL_LIT("\n"));
        break;
    case MTL_HTML_STANDIN:
    case MTL_HTML_PICTURE:
        mtl_doc_hole(w->doc, p->at);
        break;
    }
}

/* Text comes now: what was pending is inside the block. */
static void begin_text(mtl_html_text *w, const mtl_html_context *context)
{
    uint32_t from = 0;
    if (w->doc->open) {
        set_language(w, context);
    } else {
        mtl_doc_open(w->doc, (mtl_kind)context->kind, MTL_TARGET, other_lang(w, context->lang));
        mtl_vec_last(&w->doc->blocks).furniture = context->furniture;
        w->has_copy |= context->copy;
        if (!context->copy)
            mtl_vec_push(&w->beside, w->arena, w->doc->blocks.n - 1);
        while (from < w->pending.n && w->pending.items[from].gap != MTL_HTML_STANDIN)
            from++;
    }
    for (; from < w->pending.n; from++)
        write_gap(w, &w->pending.items[from]);
    w->pending.n = 0;
}

/* Nothing but white space, no-break spaces too: "<p>&nbsp;</p>" keeps two paragraphs apart. */
static bool is_blank(mtl_str text)
{
    static const mtl_str no_break = {"\xC2\xA0", 2};
    size_t at = 0;
    while (at < text.n && (is_white(text, (uint32_t)at) || mtl_str_starts((mtl_str){text.p + at, text.n - at}, no_break)))
        at += is_white(text, (uint32_t)at) ? 1 : no_break.n;
    return at == text.n;
}

/* True if the open block, which says TEXT, is to be taken back. */
static bool is_needless(const mtl_html_text *w, mtl_str text, bool beside)
{
    return is_blank(text) || (beside && mtl_html_said_whole(&w->said, text)) || (w->again && mtl_html_said_within(&w->said, text));
}

/* A text that stands beside the page's own says nothing where it says the same again. */
static void end_block(mtl_html_text *w, bool beside)
{
    const mtl_str text = mtl_html_text_open(w);
    if (is_needless(w, text, beside)) {
        mtl_doc_drop(w->doc);
        return;
    }
    if (w->again)
        mtl_html_said_add_runs(&w->said, text);
    mtl_html_said_add(&w->said, text);
    mtl_doc_close(w->doc);
}

static void close_block(mtl_html_text *w)
{
    uint32_t end = w->pending.n;
    while (end && w->pending.items[end - 1].gap != MTL_HTML_STANDIN)
        end--;
    for (uint32_t i = 0; i < end; i++)
        write_gap(w, &w->pending.items[i]);
    end_block(w, w->again);
}

static void write_aside(mtl_html_text *w, const mtl_html_aside *aside)
{
    const mtl_html_context context = {.kind = MTL_STRING, .furniture = true, .lang = aside->lang, .block_lang = aside->lang};
    mtl_html_text_add(w, aside->at, MTL_HTML_ATTRIBUTE_REFS, &context);
    w->pending.n = 0;
    if (w->doc->open)
        end_block(w, true);
}

void mtl_html_text_edge(mtl_html_text *w)
{
    if (w->doc->open)
        close_block(w);
    w->pending.n = 0;
    mtl_html_text_asides(w);
}

void mtl_html_text_asides(mtl_html_text *w)
{
    if (w->doc->open || w->pending.n)
        return;
    for (uint32_t i = 0; i < w->asides.n; i++)
        write_aside(w, &w->asides.items[i]);
    w->asides.n = 0;
}

void mtl_html_text_aside(mtl_html_text *w, mtl_span at, mtl_str lang)
{
    mtl_vec_push(&w->asides, w->arena, ((mtl_html_aside){at, lang}));
}

void mtl_html_text_settle(mtl_html_text *w)
{
    for (uint32_t i = 0; w->has_copy && i < w->beside.n; i++)
        if (w->beside.items[i] < w->doc->blocks.n)
            w->doc->blocks.items[w->beside.items[i]].furniture = true;
}

void mtl_html_text_again(mtl_html_text *w)
{
    mtl_html_text_edge(w);
    mtl_html_said_add_runs(&w->said, (mtl_str){w->doc->bytes.items, w->doc->bytes.n});
    w->again = true;
}

/* ---- gaps ---- */

static bool ends_white(const mtl_html_text *w)
{
    if (w->pending.n == 0)
        return !w->doc->open;
    const mtl_html_gap last = mtl_vec_last(&w->pending).gap;
    return last == MTL_HTML_SPACE || last == MTL_HTML_BREAK;
}

static void add_gap(mtl_html_text *w, mtl_span at, mtl_html_gap gap)
{
    mtl_vec_push(&w->pending, w->arena, ((mtl_html_pending){at, gap}));
}

void mtl_html_text_space(mtl_html_text *w, mtl_span at)
{
    if (!ends_white(w))
        add_gap(w, at, MTL_HTML_SPACE);
}

void mtl_html_text_break(mtl_html_text *w, mtl_span at)
{
    const bool white = ends_white(w);
    if (white && w->pending.n && mtl_vec_last(&w->pending).gap == MTL_HTML_BREAK) {
        mtl_html_text_edge(w);
        return;
    }
    w->pending.n -= white && w->pending.n;
    if (!ends_white(w))
        add_gap(w, at, MTL_HTML_BREAK);
}

void mtl_html_text_hole(mtl_html_text *w, mtl_span at, bool stands_in)
{
    add_gap(w, at, stands_in ? MTL_HTML_STANDIN : MTL_HTML_PICTURE);
}

void mtl_html_text_block(mtl_html_text *w, mtl_span at)
{
    mtl_html_text_edge(w);
    mtl_doc_open(w->doc, MTL_PARAGRAPH, MTL_TARGET, (mtl_str){0});
    mtl_doc_hole(w->doc, at);
    mtl_doc_close(w->doc);
}

/* ---- text ---- */

static uint32_t take_white(mtl_html_text *w, uint32_t at, uint32_t end)
{
    uint32_t to = at;
    while (to < end && is_white(w->doc->layer->bytes, to))
        to++;
    mtl_html_text_space(w, (mtl_span){at, to - at});
    return to;
}

/* Letters, and single spaces between them. */
static uint32_t take_run(mtl_html_text *w, uint32_t at, uint32_t end, const mtl_html_context *context)
{
    const mtl_str bytes = w->doc->layer->bytes;
    uint32_t to = at + 1;
    while (to < end) {
        const unsigned class = class_at(bytes, to);
        if (class == LETTER)
            to++;
        else if (class == SPACE && to + 1 < end && class_at(bytes, to + 1) == LETTER)
            to += 2;
        else if (class == SOFT && !is_soft(bytes, to))
            to++;
        else
            break;
    }
    begin_text(w, context);
    mtl_doc_copy(w->doc, (mtl_span){at, to - at});
    return to;
}

/* Several pieces that mean one reference name it all. */
void mtl_html_text_put(mtl_html_text *w, mtl_span span, mtl_str meaning, const mtl_html_context *context)
{
    for (uint32_t at = 0; at < meaning.n;) {
        uint32_t to = at;
        while (to < meaning.n && !is_white(meaning, to) && !is_soft(meaning, to))
            to++;
        if (to > at) {
            begin_text(w, context);
            mtl_doc_put(w->doc, span, mtl_str_cut(meaning, (mtl_span){at, to - at}));
        } else if (is_white(meaning, to)) {
            mtl_html_text_space(w, span);
            to++;
        } else {
            to += (uint32_t)soft_hyphen.n;
        }
        at = to;
    }
}

/* The "&" at AT: a reference, or text. */
static uint32_t take_reference(mtl_html_text *w, uint32_t at, uint32_t end, mtl_html_refs refs, const mtl_html_context *context)
{
    const mtl_str rest = {w->doc->layer->bytes.p + at, end - at};
    mtl_html_reference r;
    mtl_html_reference_read(&r, rest, refs == MTL_HTML_ATTRIBUTE_REFS);
    if (r.len == 0)
        return take_run(w, at, end, context);
    mtl_html_text_put(w, (mtl_span){at, r.len}, r.meaning, context);
    return at + r.len;
}

void mtl_html_text_add(mtl_html_text *w, mtl_span span, mtl_html_refs refs, const mtl_html_context *context)
{
    const mtl_str bytes = w->doc->layer->bytes;
    const uint32_t end = mtl_span_end(span);
    for (uint32_t at = span.at; at < end;) {
        const unsigned class = class_at(bytes, at);
        if (class == SPACE || class == WHITE) {
            at = take_white(w, at, end);
        } else if (class == AMPERSAND && refs != MTL_HTML_NO_REFS) {
            at = take_reference(w, at, end, refs, context);
        } else if (class == SOFT && is_soft(bytes, at)) {
            at += (uint32_t)soft_hyphen.n;
        } else if (class == NUL) {
            begin_text(w, context);
            mtl_doc_put(w->doc, (mtl_span){at++, 1}, MTL_LIT("\xEF\xBF\xBD"));
        } else {
            at = take_run(w, at, end, context);
        }
    }
}
