/* bare_topic.c: the kind "bare_topic": a name or a borrowed noun at the head of a sentence, right before the copula, without the marker that a
 * topic has there: "Docker ay isang programa".
 *
 * What keeps it quiet: words of the language, people, days and months, and what in English is more than a noun: "Basically ay". */
#include "rule/check.h"

#include <stddef.h>

typedef struct topic_params {
    mtl_strs times;
    mtl_words time; /* of them; made by compile() */
} topic_params;

static const mtl_param params[] = {
    {"not", MTL_PARAM_STRINGS, offsetof(topic_params, times), false, "words that stand there by right: days, months", NULL},
};

static bool compile(mtl_compiling *c)
{
    topic_params *p = c->rule->params;
    p->time = mtl_words_make(&p->times, c->arena);
    return true;
}

/* A word of a name: with a capital, or English and a noun at least; no word of the language, no person's. */
static bool is_part(const topic_params *p, const mtl_view *view, const mtl_token *t, bool first)
{
    const mtl_type *type = t->type;
    const mtl_lexeme *own = mtl_view_lexeme(view, type), *english = mtl_view_english(view, type);
    const uint32_t other = MTL_IS_FUNCTION | MTL_IS_ADVERB | MTL_IS_ADJECTIVE | MTL_IS_GIVEN | MTL_IS_NUMERAL;
    if (!first && type->letters != MTL_LOWER && own && own->is & MTL_IS_ABBREVIATION)
        return true; /* "Inc.", "Vitamin C" */
    if (type->kind != MTL_WORD || mtl_words_has(&p->time, type) || mtl_view_is_own(view, type) ||
        (own && own->is & (MTL_IS_GIVEN | MTL_IS_FAMILY)))
        return false;
    if (first && (type->letters == MTL_LOWER || (english && english->is & other)))
        return false;
    return type->letters != MTL_LOWER || (english && english->is & MTL_IS_NOUN);
}

/* What may stand inside: a hyphen, the stop of an abbreviation, a version. */
static bool joins(const mtl_view *view, const mtl_token *t)
{
    const mtl_str dotted = t->type->code == '.' ? mtl_str_cut(view->doc->text, mtl_span_join(t[-1].at, t->at)) : (mtl_str){0};
    return t->type->kind == MTL_NUMBER || (mtl_token_is_glued(t) && mtl_token_is_hyphen(t)) ||
           (dotted.n && mtl_words_has_hash(&view->lang->abbreviations, mtl_fold_hash(dotted)));
}

static void check_head(const mtl_rule *rule, const mtl_view *view, uint32_t from, uint32_t end, mtl_sink *sink)
{
    enum { MOST = 6 };
    const mtl_token *tokens = view->doc->tokens.items;
    uint32_t i = from;
    while (i < end && i < from + MOST &&
           (is_part(rule->params, view, &tokens[i], i == from) || (i > from && joins(view, &tokens[i]))))
        i++;
    if (i > from && i + 1 < end && mtl_words_has(&view->lang->copulas, tokens[i].type) && mtl_token_is_spaced(&tokens[i]) &&
        tokens[i].type->letters == MTL_LOWER)
        mtl_hit_proof(mtl_emit(rule, sink, mtl_span_join(tokens[from].at, tokens[i].at)), MTL_LIKELY);
}

/* "(hal., Docker ay ...": a clause begins behind an abbreviation and a comma. */
static bool begins_clause(const mtl_token *tokens, uint32_t i, uint32_t from)
{
    return i >= from + 2 && tokens[i - 1].type->code == ',' && tokens[i - 2].type->code == '.' &&
           mtl_token_is_glued(&tokens[i - 1]);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_doc *doc = view->doc;
    const mtl_block *block = view->block;
    if (!view->english || block->profile->base != view->lang->base)
        return;
    for (uint32_t s = block->first_sentence; s < block->first_sentence + block->nsentences; s++) {
        const mtl_span at = doc->sentences.items[s];
        const uint32_t from = mtl_doc_token_from(doc, at.at), end = mtl_doc_token_from(doc, mtl_span_end(at));
        for (uint32_t i = from; i < end; i++)
            if (i == from || begins_clause(doc->tokens.items, i, from))
                check_head(rule, view, i, end, sink);
    }
}

const mtl_check mtl_check_bare_topic = {
    .name = "bare_topic",
    .doc = "a name before the copula, at the head of a sentence, without its marker",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(topic_params),
    .compile = compile,
    .run = run,
};
