/* quote_pair.c: the kind "quote_pair": a double quotation mark without its partner. Pairs, apostrophes, inches and quotations that run
 * over paragraphs are told apart by facts/quotes.c; single marks are never reported, for they may be apostrophes. */
#include "rule/check.h"

/* So long a passage is enough to find it by; in a text where more marks are alone than this, quotation marks mean something else. */
enum { PASSAGE_BYTES = 100, MANY_ALONE = 8 };

static bool is_alone(const mtl_mark *m)
{
    return mtl_mark_is_alone(m) && mtl_quotes_is_double(m->code);
}

/* From an opening mark to the end of its sentence, or from its beginning to a closing one; a long one is cut between two words. */
static mtl_span passage_of(const mtl_view *view, const mtl_block *block, const mtl_mark *m)
{
    const mtl_token *tokens = view->doc->tokens.items;
    const mtl_span mark = tokens[m->token].at, sentence = mtl_doc_sentence_at(view->doc, block, mark.at);
    const bool open = m->role == MTL_MARK_OPEN;
    const uint32_t first = block->first_token, end = first + block->ntokens;
    mtl_span passage = mark;
    for (uint32_t i = m->token; i < end; open ? i++ : i--) {
        const mtl_span wider = mtl_span_join(mark, tokens[i].at);
        if (wider.len > PASSAGE_BYTES || wider.at < sentence.at || mtl_span_end(wider) > mtl_span_end(sentence))
            break;
        /* Going back, the passage begins with a whole word: not behind the hyphen of one. */
        if (open || i == first || (tokens[i].flags & MTL_SPACE_BEFORE))
            passage = wider;
        if (!open && i == first)
            break;
    }
    return passage;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_quotes *quotes = &view->facts->quotes;
    uint32_t alone = 0;
    for (uint32_t i = 0; i < quotes->n; i++)
        alone += is_alone(&quotes->marks[i]);
    const bool hopeless = alone >= MANY_ALONE && alone * 3 > quotes->n;
    for (uint32_t i = 0; i < quotes->n; i++) {
        const mtl_mark *m = &quotes->marks[i];
        if (!is_alone(m))
            continue;
        mtl_hit *hit = mtl_emit(rule, sink, passage_of(view, &view->doc->blocks.items[m->block], m));
        mtl_hit_name(hit, "mark", mtl_token_text(view->doc, &view->doc->tokens.items[m->token]));
        mtl_hit_name(hit, "side", m->role == MTL_MARK_OPEN ? MTL_LIT("opening") : MTL_LIT("closing"));
        mtl_hit_proof(hit, hopeless ? MTL_DOUBTFUL : m->code == '"' ? MTL_POSSIBLE : MTL_SURE);
    }
}

const mtl_check mtl_check_quote_pair = {
    .name = "quote_pair",
    .doc = "a quotation mark without its partner",
    .reach = MTL_PER_DOC,
    .run = run,
};
