#include "text/doc.h"

#include "base/utf8.h"

#include <assert.h>

static const mtl_str hole_text = {"\xEF\xBF\xBC", 3}; /* U+FFFC OBJECT REPLACEMENT CHARACTER */

void mtl_doc_init(mtl_doc *doc, const mtl_source *source, const mtl_layer *layer, mtl_arena *arena)
{
    *doc = (mtl_doc){.source = source, .layer = layer, .arena = arena};
}

void mtl_doc_open(mtl_doc *doc, mtl_kind kind, mtl_role role, mtl_str lang)
{
    assert(!doc->open);
    doc->open = true;
    mtl_vec_push(
        &doc->blocks, doc->arena,
        ((mtl_block){
            .text = {doc->bytes.n, 0}, .kind = kind, .role = role, .lang = lang, .layer = doc->layer, .escape = doc->escape}));
}

static void add_piece(mtl_doc *doc, mtl_span src, mtl_str text, mtl_piece_kind kind)
{
    assert(doc->open);
    if (text.n == 0)
        return;
    const mtl_span at = {doc->bytes.n, (uint32_t)text.n};
    mtl_piece *last = doc->pieces.n ? &mtl_vec_last(&doc->pieces) : NULL;
    mtl_vec_extend(&doc->bytes, doc->arena, text.p, text.n);
    const bool joins = last && kind == MTL_COPY && last->kind == MTL_COPY && last->kept == doc->kept && !doc->apart &&
                       mtl_span_end(last->src) == src.at && last->text.at >= mtl_vec_last(&doc->blocks).text.at;
    if (joins) {
        last->text.len += at.len;
        last->src.len += src.len;
    } else {
        mtl_vec_push(&doc->pieces, doc->arena,
                     ((mtl_piece){.text = at, .src = src, .kept = doc->kept, .apart = doc->apart, .kind = kind}));
    }
    doc->apart = false;
}

static void add_put(mtl_doc *doc, mtl_span src, mtl_str text, bool whole)
{
    add_piece(doc, src, text, MTL_PUT);
    if (text.n)
        mtl_vec_last(&doc->pieces).torn = !whole;
}

static void add_stretch(void *user, mtl_span file, mtl_str text, bool copy, bool whole)
{
    if (copy)
        add_piece(user, file, text, MTL_COPY);
    else
        add_put(user, file, text, whole);
}

void mtl_doc_copy(mtl_doc *doc, mtl_span src)
{
    mtl_layer_walk(doc->layer, src, add_stretch, doc);
}

void mtl_doc_put(mtl_doc *doc, mtl_span src, mtl_str text)
{
    add_put(doc, mtl_layer_to_file(doc->layer, src), text, mtl_layer_is_whole(doc->layer, src));
}

void mtl_doc_hole(mtl_doc *doc, mtl_span src)
{
    add_piece(doc, mtl_layer_to_file(doc->layer, src), hole_text, MTL_HOLE);
}

void mtl_doc_note(mtl_doc *doc, mtl_span src)
{
    mtl_vec_push(&doc->notes, doc->arena, mtl_layer_to_file(doc->layer, src));
}

void mtl_doc_close(mtl_doc *doc)
{
    assert(doc->open);
    doc->open = false;
    mtl_block *block = &mtl_vec_last(&doc->blocks);
    block->text.len = doc->bytes.n - block->text.at;
    if (block->text.len == 0)
        doc->blocks.n--;
    else
        mtl_vec_push(&doc->bytes, doc->arena, '\n'); /* between blocks, in none of them: no word can reach across */
}

void mtl_doc_drop(mtl_doc *doc)
{
    assert(doc->open);
    doc->open = false;
    mtl_doc_cut_back(doc, doc->blocks.n - 1);
}

void mtl_doc_cut_back(mtl_doc *doc, uint32_t blocks)
{
    assert(!doc->open);
    if (blocks == doc->blocks.n)
        return;
    const uint32_t at = doc->blocks.items[blocks].text.at;
    while (doc->pieces.n && mtl_vec_last(&doc->pieces).text.at >= at)
        doc->pieces.n--;
    doc->bytes.n = at;
    doc->blocks.n = blocks;
}

void mtl_doc_seal(mtl_doc *doc)
{
    assert(!doc->open);
    doc->text = (mtl_str){doc->bytes.items, doc->bytes.n};
    doc->nplaces = 0;
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        doc->blocks.items[i].place = doc->nplaces;
        doc->nplaces += !doc->blocks.items[i].furniture;
    }
}

/* The last piece that begins at or before text byte AT, or UINT32_MAX. */
static uint32_t piece_at(const mtl_doc *doc, uint32_t at)
{
    uint32_t low = 0, high = doc->pieces.n;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (doc->pieces.items[middle].text.at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : UINT32_MAX;
}

void mtl_doc_take(mtl_doc *doc, const mtl_doc *from, const mtl_block *block)
{
    assert(doc->source == from->source && !doc->open && !from->open);
    mtl_block taken = *block;
    taken.text.at = doc->bytes.n;
    mtl_vec_push(&doc->blocks, doc->arena, taken);
    doc->open = true;
    const mtl_str text = {from->bytes.items, from->bytes.n};
    const bool kept = doc->kept;
    for (uint32_t i = piece_at(from, block->text.at); i < from->pieces.n; i++) {
        const mtl_piece *p = &from->pieces.items[i];
        if (p->text.at >= mtl_span_end(block->text))
            break;
        doc->apart = p->apart;
        doc->kept = p->kept;
        add_piece(doc, p->src, mtl_str_cut(text, p->text), p->kind);
        mtl_vec_last(&doc->pieces).torn |= p->torn;
    }
    doc->kept = kept;
    mtl_doc_close(doc);
}

/* The longest part of TEXT, which begins in piece I, without a piece in it that stands apart. */
static mtl_span unbroken(const mtl_doc *doc, mtl_span text, uint32_t i)
{
    mtl_span best = {text.at, 0};
    for (uint32_t from = text.at; from < mtl_span_end(text);) {
        do
            i++;
        while (i < doc->pieces.n && !doc->pieces.items[i].apart && doc->pieces.items[i].text.at < mtl_span_end(text));
        const uint32_t piece = i < doc->pieces.n ? doc->pieces.items[i].text.at : mtl_span_end(text);
        const uint32_t end = piece < mtl_span_end(text) ? piece : mtl_span_end(text);
        best = end - from > best.len ? (mtl_span){from, end - from} : best;
        from = end;
    }
    return best;
}

mtl_span mtl_doc_to_source(const mtl_doc *doc, mtl_span text)
{
    text = text.len ? unbroken(doc, text, piece_at(doc, text.at)) : text;
    const uint32_t i = piece_at(doc, text.at);
    if (i == UINT32_MAX)
        return (mtl_span){0, 0};
    const mtl_piece *first = &doc->pieces.items[i];
    const uint32_t into = text.at - first->text.at;
    const uint32_t from = first->kind == MTL_COPY ? first->src.at + (into < first->src.len ? into : first->src.len)
                          : into                  ? mtl_span_end(first->src)
                                                  : first->src.at;
    if (text.len == 0)
        return (mtl_span){from, 0};
    const uint32_t at = first->kind == MTL_COPY ? from : first->src.at;
    const mtl_piece *last = &doc->pieces.items[piece_at(doc, mtl_span_end(text) - 1)];
    const uint32_t past = mtl_span_end(text) - last->text.at;
    const uint32_t end = last->kind == MTL_COPY && past < last->src.len ? last->src.at + past : mtl_span_end(last->src);
    return (mtl_span){at, end > at ? end - at : 0};
}

bool mtl_doc_is_plain(const mtl_doc *doc, mtl_span text)
{
    uint32_t i = piece_at(doc, text.at);
    if (i == UINT32_MAX)
        return false;
    for (uint32_t at = text.at, src = UINT32_MAX;; i++) {
        const mtl_piece *p = &doc->pieces.items[i];
        const uint32_t end = mtl_span_end(text) < mtl_span_end(p->text) ? mtl_span_end(text) : mtl_span_end(p->text);
        const bool whole = at == p->text.at && end == mtl_span_end(p->text);
        if (p->kind == MTL_HOLE || p->kept || (p->kind == MTL_PUT && (!whole || p->torn || p->src.len == 0)) ||
            (src != UINT32_MAX && src != p->src.at) || at > mtl_span_end(p->text))
            return false;
        if (mtl_span_end(text) <= mtl_span_end(p->text))
            return true;
        if (i + 1 == doc->pieces.n)
            return false;
        at = doc->pieces.items[i + 1].text.at;
        if (at != mtl_span_end(p->text))
            return false;
        src = mtl_span_end(p->src);
    }
}

uint32_t mtl_doc_token_from(const mtl_doc *doc, uint32_t at)
{
    uint32_t low = 0, high = doc->tokens.n;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (doc->tokens.items[middle].at.at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const mtl_block *mtl_doc_block_at(const mtl_doc *doc, uint32_t at)
{
    uint32_t low = 0, high = doc->blocks.n;
    while (high - low > 1) {
        const uint32_t middle = low + (high - low) / 2;
        if (doc->blocks.items[middle].text.at <= at)
            low = middle;
        else
            high = middle;
    }
    return &doc->blocks.items[low];
}

mtl_span mtl_doc_sentence_at(const mtl_doc *doc, const mtl_block *block, uint32_t at)
{
    uint32_t low = block->first_sentence, high = low + block->nsentences;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const mtl_span sentence = doc->sentences.items[middle];
        if (at < sentence.at)
            high = middle;
        else if (at < mtl_span_end(sentence))
            return sentence;
        else
            low = middle + 1;
    }
    return block->text;
}

static bool broken(const mtl_doc *doc, mtl_err *err, const char *promise, uint32_t at)
{
    return mtl_fail(err, MTL_EFORMAT, doc->source->path, 0, 0, "the reader broke a promise at text byte %u: %s", at, promise);
}

/* The pieces of BLOCK, beginning with number *I, which moves past them. */
static bool check_pieces(const mtl_doc *doc, const mtl_block *block, uint32_t *i, mtl_err *err)
{
    uint32_t at = block->text.at, src = 0, end = 0;
    for (; at < mtl_span_end(block->text); ++*i) {
        if (*i == doc->pieces.n)
            return broken(doc, err, "pieces cover every byte of a block", at);
        const mtl_piece *p = &doc->pieces.items[*i];
        if (p->text.at != at || p->text.len == 0 || mtl_span_end(p->text) > mtl_span_end(block->text))
            return broken(doc, err, "pieces follow each other inside their block", at);
        if (mtl_span_end(p->src) > doc->source->bytes.n)
            return broken(doc, err, "pieces come from inside the source", at);
        if (doc->extent.len && (p->src.at < doc->extent.at || mtl_span_end(p->src) > mtl_span_end(doc->extent)))
            return broken(doc, err, "pieces come from inside the document's part of the source", at);
        /* What one escape means may come in several pieces, each of which then names the whole escape. */
        if (p->src.at < (p->kind == MTL_PUT ? src : end))
            return broken(doc, err, "pieces of a block ascend in the source and do not overlap", at);
        if (p->kind == MTL_COPY && !mtl_str_same(mtl_str_cut(doc->text, p->text), mtl_str_cut(doc->source->bytes, p->src)))
            return broken(doc, err, "copies are identical", at);
        at = mtl_span_end(p->text);
        end = mtl_span_end(p->src);
        src = p->kind == MTL_PUT ? p->src.at : end;
    }
    return true;
}

static bool check_inside(const mtl_doc *doc, const mtl_block *block, mtl_err *err)
{
    uint32_t end = block->text.at;
    for (uint32_t i = 0; i < block->nsentences; i++) {
        const mtl_span s = doc->sentences.items[block->first_sentence + i];
        if (s.at < end || mtl_span_end(s) > mtl_span_end(block->text))
            return broken(doc, err, "sentences lie in order inside their block", s.at);
        end = mtl_span_end(s);
    }
    end = block->text.at;
    for (uint32_t i = 0; i < block->ntokens; i++) {
        const mtl_span t = doc->tokens.items[block->first_token + i].at;
        if (t.at < end || t.len == 0 || mtl_span_end(t) > mtl_span_end(block->text))
            return broken(doc, err, "tokens lie in order inside their block", t.at);
        end = mtl_span_end(t);
    }
    return true;
}

bool mtl_doc_check(const mtl_doc *doc, mtl_err *err)
{
    const size_t bad = mtl_utf8_valid(doc->text);
    if (bad < doc->text.n)
        return broken(doc, err, "text is UTF-8", (uint32_t)bad);
    uint32_t end = 0, piece = 0;
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        const mtl_block *block = &doc->blocks.items[i];
        if (block->text.at < end || block->text.len == 0 || mtl_span_end(block->text) > doc->text.n)
            return broken(doc, err, "blocks lie in order inside the text", block->text.at);
        end = mtl_span_end(block->text);
        if (!check_pieces(doc, block, &piece, err) || !check_inside(doc, block, err))
            return false;
    }
    return piece == doc->pieces.n || broken(doc, err, "every piece lies in a block", (uint32_t)doc->text.n);
}

/* ---- headlines ---- */

/* "Configuration (config.py)" without what it says in brackets; a sentence in brackets stays. */
static mtl_str without_remark(mtl_str text)
{
    size_t open = text.n;
    if (text.n == 0 || text.p[text.n - 1] != ')')
        return text;
    while (open > 0 && text.p[open - 1] != '(')
        open--;
    return open > 1 && text.p[open - 2] == ' ' ? mtl_str_trim((mtl_str){text.p, open - 1}) : text;
}

bool mtl_text_is_headline(mtl_str text)
{
    enum { LONGEST = 120 };
    static const uint32_t ends[] = {'.', '!', '?', ',', ';', ':', '"', ')', 0x2026, 0x201D, 0x201C, 0xBB, 0xAB, 0x3002};
    if (text.n > LONGEST)
        return false;
    text = without_remark(text);
    if (text.n == 0)
        return false;
    size_t end = text.n;
    const uint32_t last = mtl_utf8_prev(text, &end);
    for (const uint32_t *e = ends; e < MTL_END(ends); e++)
        if (last == *e)
            return false;
    return true;
}

bool mtl_block_is_headline(const mtl_doc *doc, const mtl_block *block)
{
    return block->kind == MTL_HEADING ||
           ((block->kind == MTL_PARAGRAPH || doc->marked_up) && mtl_text_is_headline(mtl_str_cut(doc->text, block->text)));
}
