/* predicate.c: the kind "predicate": a verb that says what something is, and an adjective behind it of another number: "quando as versões são
 * disponível". The engine chose the adjective where its noun was out of sight; adverbs may stand between.
 *
 * What keeps it quiet: it needs no subject, for verb and adjective have one number whatever that is; words that are adjectives and nothing
 * else; no noun behind them ("são grande parte"). */
#include "rule/check.h"

#include <stddef.h>

enum { SINGULAR, PLURAL, NUMBERS, UNKNOWN = NUMBERS };

typedef struct predicate_params {
    mtl_strs verbs[NUMBERS], between, spared, plurals, adverbs;
    mtl_words verb[NUMBERS], adverb, behind, either; /* made by compile() */
} predicate_params;

static const mtl_param params[] = {
    {"singular", MTL_PARAM_STRINGS, offsetof(predicate_params, verbs[SINGULAR]), true, "verbs before what something is, of one",
     NULL},
    {"plural", MTL_PARAM_STRINGS, offsetof(predicate_params, verbs[PLURAL]), true, "the same, of several", NULL},
    {"plurals", MTL_PARAM_STRINGS, offsetof(predicate_params, plurals), true,
     "endings of adjectives of several; a dictionary form that has one says nothing", NULL},
    {"between", MTL_PARAM_STRINGS, offsetof(predicate_params, between), false, "words that may stand between, beside adverbs",
     NULL},
    {"either", MTL_PARAM_STRINGS, offsetof(predicate_params, adverbs), false, "adjectives that may be adverbs: direto", NULL},
    {"not-behind", MTL_PARAM_STRINGS, offsetof(predicate_params, spared), false,
     "subjects that are one to the verb and several to the adjective: on", NULL},
};

static bool compile(mtl_compiling *c)
{
    predicate_params *p = c->rule->params;
    for (uint32_t n = 0; n < NUMBERS; n++)
        p->verb[n] = mtl_words_make(&p->verbs[n], c->arena);
    p->adverb = mtl_words_make(&p->between, c->arena);
    p->either = mtl_words_make(&p->adverbs, c->arena);
    p->behind = mtl_words_make(&p->spared, c->arena);
    return true;
}

static uint32_t number_of_verb(const predicate_params *p, const mtl_type *type)
{
    uint32_t n = 0;
    while (n < NUMBERS && !mtl_words_has(&p->verb[n], type))
        n++;
    return n;
}

static bool is_plain(const mtl_token *t)
{
    return t->type->kind == MTL_WORD && t->type->letters == MTL_LOWER && mtl_token_is_spaced(t) && !(t->flags & MTL_IN_CODE);
}

static bool may_stand_between(const predicate_params *p, const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    const uint32_t other = MTL_IS_NOUN | MTL_IS_ADJECTIVE | MTL_IS_VERB | MTL_IS_FUNCTION;
    return mtl_words_has(&p->adverb, t->type) || (lexeme && lexeme->is & MTL_IS_ADVERB && !(lexeme->is & other));
}

/* The number of a word that is an adjective or participle and nothing else. */
static uint32_t number_of_adjective(const predicate_params *p, const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    const uint32_t other = MTL_IS_NOUN | MTL_IS_ADVERB | MTL_IS_FUNCTION | MTL_IS_NUMERAL | MTL_IS_NAME | MTL_IS_ABBREVIATION |
                           MTL_IS_FINITE | MTL_IS_INFINITIVE | MTL_IS_IMPERATIVE | MTL_IS_GERUND;
    if (!lexeme || !(lexeme->is & MTL_IS_ADJECTIVE) || lexeme->is & other || mtl_words_has(&p->either, t->type))
        return UNKNOWN;
    const mtl_str form = t->type->folded->form;
    for (uint32_t i = 0; i < p->plurals.n; i++)
        if (mtl_str_ends(form, p->plurals.items[i]))
            return mtl_str_same(form, mtl_lexicon_lemma(view->lang->lexicon, lexeme)) ? UNKNOWN : PLURAL;
    return SINGULAR;
}

/* A noun, or what may be one, follows, or the word goes on. */
static bool goes_on(const mtl_view *view, const mtl_token *t, const mtl_token *end)
{
    if (t == end || !mtl_token_is_word(t))
        return t < end && (t->type->kind == MTL_VOID || mtl_token_is_hyphen(t) || t->type->code == '/' || t->type->code == '(');
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    return !lexeme || (lexeme->is & MTL_IS_NOUN && !(lexeme->is & MTL_IS_FUNCTION)) || t->type->letters != MTL_LOWER;
}

static void judge(const mtl_rule *rule, const mtl_view *view, const mtl_token *verb, const mtl_token *end, mtl_sink *sink)
{
    enum { MOST_BETWEEN = 3 };
    const predicate_params *p = rule->params;
    const mtl_token *t = verb + 1;
    while (t < end && t <= verb + MOST_BETWEEN && is_plain(t) && may_stand_between(p, view, t))
        t++;
    if (t == end || !is_plain(t))
        return;
    const uint32_t number = number_of_adjective(p, view, t);
    if (number == UNKNOWN || number == number_of_verb(p, verb->type) || goes_on(view, t + 1, end))
        return;
    mtl_hit *hit = mtl_emit(rule, sink, mtl_span_join(verb->at, t->at));
    mtl_hit_name(hit, "verb", mtl_token_text(view->doc, verb));
    mtl_hit_name(hit, "adjective", mtl_token_text(view->doc, t));
    mtl_hit_proof(hit, MTL_LIKELY);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const predicate_params *p = rule->params;
    const mtl_block *block = view->block;
    if (block->profile->base != view->lang->base)
        return;
    const mtl_token *first = view->doc->tokens.items + block->first_token, *end = first + block->ntokens;
    for (const mtl_token *t = first + 1; t < end; t++)
        if (is_plain(t) && number_of_verb(p, t->type) != UNKNOWN && !mtl_words_has(&p->behind, t[-1].type))
            judge(rule, view, t, end, sink);
}

const mtl_check mtl_check_predicate = {
    .name = "predicate",
    .doc = "an adjective of another number than the verb before it",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(predicate_params),
    .compile = compile,
    .run = run,
};
