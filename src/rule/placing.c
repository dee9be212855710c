#include "rule/placing.h"

enum { ANYWHERE, SENTENCE_START, SENTENCE, BLOCK_START, BLOCK_END, BLOCK };
enum { EITHER, HEAD, TAIL };
enum { OUTSIDE, INSIDE, ANY };

const char *const mtl_placing_where[] = {[ANYWHERE] = "anywhere",
                                         [SENTENCE_START] = "sentence-start",
                                         [SENTENCE] = "sentence",
                                         [BLOCK_START] = "block-start",
                                         [BLOCK_END] = "block-end",
                                         [BLOCK] = "block",
                                         NULL};
const char *const mtl_placing_side[] = {[EITHER] = "either", [HEAD] = "head", [TAIL] = "tail", NULL};
const char *const mtl_placing_flag[] = {
    [MTL_FLAG_MATCH] = "match", [MTL_FLAG_SENTENCE] = "sentence", [MTL_FLAG_REST] = "rest", [MTL_FLAG_BLOCK] = "block", NULL};
const char *const mtl_placing_proof[] = {"sure", "likely", "possible", "doubtful", "faint", NULL};
const char *const mtl_placing_quoted[] = {[OUTSIDE] = "outside", [INSIDE] = "inside", [ANY] = "any", NULL};

static const mtl_proof proofs[] = {MTL_SURE, MTL_LIKELY, MTL_POSSIBLE, MTL_DOUBTFUL, MTL_FAINT}; /* in the order of their names */

bool mtl_placing_check(const mtl_placing *placing, mtl_str file, uint32_t line, mtl_problems *problems)
{
    if (placing->side == EITHER || placing->edge)
        return true;
    const mtl_yaml at = {.line = line};
    mtl_problem_at(problems, file, &at, "“side” says nothing without “edge”");
    return false;
}

mtl_proof mtl_placing_says(const mtl_placing *placing)
{
    return proofs[placing->proof];
}

/* ---- where ---- */

mtl_head mtl_placing_head(const mtl_placing *placing)
{
    static const mtl_head heads[] = {[SENTENCE_START] = MTL_HEAD_SENTENCE,
                                     [SENTENCE] = MTL_HEAD_SENTENCE,
                                     [BLOCK_START] = MTL_HEAD_BLOCK,
                                     [BLOCK] = MTL_HEAD_BLOCK};
    return heads[placing->where];
}

bool mtl_placing_at_end(const mtl_placing *placing)
{
    return placing->where == BLOCK_END;
}

/* Words and numbers among the block's tokens that begin in FROM..TO, counted no further than MOST. */
static uint32_t count_words(const mtl_view *view, uint32_t from, uint32_t to, uint32_t most)
{
    const mtl_token *token = view->doc->tokens.items + mtl_doc_token_from(view->doc, from);
    const mtl_token *end = view->doc->tokens.items + view->block->first_token + view->block->ntokens;
    uint32_t n = 0;
    for (; token < end && token->at.at < to && n < most; token++)
        n += mtl_token_is_word(token);
    return n;
}

static bool is_empty(const mtl_view *view, uint32_t from, uint32_t to)
{
    return count_words(view, from, to, 1) == 0;
}

static mtl_span sentence_at(const mtl_view *view, uint32_t at)
{
    return mtl_doc_sentence_at(view->doc, view->block, at);
}

/* All sentences that TEXT touches. */
static mtl_span sentences_of(const mtl_view *view, mtl_span text)
{
    return mtl_span_join(sentence_at(view, text.at), sentence_at(view, text.len ? mtl_span_end(text) - 1 : text.at));
}

static bool stands_where(const mtl_placing *placing, const mtl_view *view, mtl_span text)
{
    const bool by_sentence = placing->where == SENTENCE || placing->where == SENTENCE_START;
    const mtl_span within = by_sentence ? sentences_of(view, text) : view->block->text;
    const bool at_start = placing->where == BLOCK_START || placing->where == BLOCK || by_sentence;
    const bool at_end = placing->where == BLOCK_END || placing->where == BLOCK || placing->where == SENTENCE;
    return (!at_start || is_empty(view, within.at, text.at)) &&
           (!at_end || is_empty(view, mtl_span_end(text), mtl_span_end(within)));
}

static bool stands_at_edge(const mtl_placing *placing, const mtl_view *view)
{
    const uint32_t place = view->block->place;
    const bool head = placing->side != TAIL && place < placing->edge;
    const bool tail = placing->side != HEAD && view->doc->nplaces - place <= placing->edge;
    return placing->edge == 0 || head || tail;
}

static bool is_short_enough(const mtl_placing *placing, const mtl_view *view)
{
    if (placing->most_words == 0)
        return true;
    const mtl_span block = view->block->text;
    return count_words(view, block.at, mtl_span_end(block), placing->most_words + 1) <= placing->most_words;
}

bool mtl_placing_block(const mtl_placing *placing, const mtl_view *view)
{
    return stands_at_edge(placing, view) && is_short_enough(placing, view);
}

static bool is_quoted_right(const mtl_placing *placing, const mtl_view *view, uint32_t at)
{
    return placing->quoted == ANY || mtl_quotes_inside(&view->facts->quotes, at) == (placing->quoted == INSIDE);
}

/* ---- what is marked ---- */

static bool is_space_at(mtl_str text, size_t at)
{
    return mtl_char_kind(mtl_utf8_next(text, &at)) == MTL_CHAR_SPACE;
}

static mtl_span trim(mtl_str text, mtl_span s)
{
    size_t at = s.at, end = mtl_span_end(s);
    while (at < end && is_space_at(text, at))
        mtl_utf8_next(text, &at);
    for (size_t before = end; before > at; end = before) {
        mtl_utf8_prev(text, &before);
        if (!is_space_at(text, before))
            break;
    }
    return (mtl_span){(uint32_t)at, (uint32_t)(end - at)};
}

static mtl_span marked(const mtl_placing *placing, const mtl_view *view, mtl_span text)
{
    const mtl_span block = view->block->text;
    switch (placing->flag) {
    case MTL_FLAG_SENTENCE:
        return sentences_of(view, text);
    case MTL_FLAG_REST: {
        const uint32_t from = sentence_at(view, text.at).at;
        return (mtl_span){from, mtl_span_end(block) - from};
    }
    case MTL_FLAG_BLOCK:
        return block;
    default:
        return text;
    }
}

bool mtl_placing_allows(const mtl_placing *placing, const mtl_view *view, mtl_span text, mtl_span *mark)
{
    if (!mtl_placing_block(placing, view) || !stands_where(placing, view, text) || !is_quoted_right(placing, view, text.at))
        return false;
    *mark = trim(view->doc->text, marked(placing, view, text));
    return true;
}

/* ---- what is emitted ---- */

/* MARK and a space beside it that would be left over if it went: one of two, or one at the edge of the block. */
static mtl_span with_space(const mtl_view *view, mtl_span mark)
{
    const char *text = view->doc->text.p;
    const uint32_t end = mtl_span_end(mark), block_end = mtl_span_end(view->block->text);
    const bool before = mark.at > view->block->text.at && text[mark.at - 1] == ' ';
    const bool after = end < block_end && (text[end] == ' ' || text[end] == '\n');
    if (before && (after || end == block_end))
        return (mtl_span){mark.at - 1, mark.len + 1};
    if (after && mark.at == view->block->text.at)
        return (mtl_span){mark.at, mark.len + 1};
    return mark;
}

void mtl_placing_emit(const mtl_placing *placing, const mtl_rule *rule, const mtl_view *view, mtl_sink *sink, mtl_span mark,
                      mtl_str fix)
{
    const mtl_proof proof = mtl_placing_says(placing);
    mtl_hit *hit = mtl_emit(rule, sink, mark);
    mtl_hit_proof(hit, proof);
    if (!fix.p)
        return;
    if (fix.n)
        mtl_hit_fix(hit, mark, fix, proof == MTL_SURE ? MTL_SAFE : MTL_UNSAFE);
    else
        mtl_hit_fix(hit, with_space(view, mark), fix, MTL_UNSAFE);
}
