/* subjects.c: the kind "subjects": two subjects joined by "and", and behind them a verb of one: "Die Präsidentin und ihr Stellvertreter hat
 * die Einladung angenommen". The engine looked at the nearer one alone.
 *
 * What keeps it quiet: it reads the head of a sentence only, determiner and noun twice and the verb right behind them; each noun has a
 * determiner of its own, for "the founder and owner" is one man; and where an object may stand first, one of the two must be a form that no
 * object has. */
#include "rule/check.h"

#include <stddef.h>

typedef struct subjects_params {
    mtl_strs determiners, joiners, nominatives, plurals, spared;
    mtl_words determiner, joiner, nominative, exempt; /* made by compile() */
} subjects_params;

static const mtl_param params[] = {
    {"determiners", MTL_PARAM_STRINGS, offsetof(subjects_params, determiners), true,
     "articles and their like that stand before one thing or person", NULL},
    {"joiners", MTL_PARAM_STRINGS, offsetof(subjects_params, joiners), true, "words for and", NULL},
    {"nominatives", MTL_PARAM_STRINGS, offsetof(subjects_params, nominatives), false,
     "those that only a subject has before a masculine noun, in a language whose objects may stand first", NULL},
    {"plurals", MTL_PARAM_STRINGS, offsetof(subjects_params, plurals), true, "endings of verbs of several", NULL},
    {"not-verbs", MTL_PARAM_STRINGS, offsetof(subjects_params, spared), false, "verbs that say nothing of their number", NULL},
};

static bool compile(mtl_compiling *c)
{
    subjects_params *p = c->rule->params;
    p->determiner = mtl_words_make(&p->determiners, c->arena);
    p->joiner = mtl_words_make(&p->joiners, c->arena);
    p->nominative = mtl_words_make(&p->nominatives, c->arena);
    p->exempt = mtl_words_make(&p->spared, c->arena);
    return true;
}

static bool is_plain(const mtl_token *t)
{
    return t->type->kind == MTL_WORD && mtl_token_is_spaced(t) && !(t->flags & (MTL_IN_CODE | MTL_BREAK_BEFORE));
}

/* A noun of one, and nothing else that would stand behind a determiner. */
static bool is_singular_noun(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *noun = mtl_view_lexeme(view, t->type);
    const mtl_case letters = view->lang->capital_nouns ? MTL_CAPITAL : MTL_LOWER;
    return is_plain(t) && noun && t->type->letters == letters && noun->is & MTL_IS_NOUN && noun->is & MTL_IS_SINGULAR &&
           !(noun->is & MTL_IS_FUNCTION);
}

static bool is_subject_only(const subjects_params *p, const mtl_view *view, const mtl_token *determiner)
{
    const mtl_lexeme *noun = mtl_view_lexeme(view, determiner[1].type);
    return mtl_words_has(&p->nominative, determiner->type) && noun->is & MTL_IS_MASCULINE &&
           !(noun->is & (MTL_IS_FEMININE | MTL_IS_NEUTER));
}

/* A finite verb of one. */
static bool is_singular_verb(const subjects_params *p, const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *verb = mtl_view_lexeme(view, t->type);
    const uint32_t other = MTL_IS_NOUN | MTL_IS_ADJECTIVE | MTL_IS_PARTICIPLE | MTL_IS_INFINITIVE | MTL_IS_ADVERB | MTL_IS_NAME;
    if (!is_plain(t) || !verb || t->type->letters != MTL_LOWER || !(verb->is & MTL_IS_FINITE) || verb->is & other ||
        mtl_words_has(&p->exempt, t->type))
        return false;
    for (uint32_t i = 0; i < p->plurals.n; i++)
        if (mtl_str_ends(t->type->folded->form, p->plurals.items[i]))
            return false;
    return true;
}

/* FIRST begins a sentence. */
static void judge(const mtl_rule *rule, const mtl_view *view, const mtl_token *first, mtl_sink *sink)
{
    enum { DETERMINER, NOUN, AND, SECOND, SECOND_NOUN, VERB };
    const subjects_params *p = rule->params;
    if (!mtl_words_has(&p->determiner, first->type) || !is_singular_noun(view, &first[NOUN]) || !is_plain(&first[AND]) ||
        !mtl_words_has(&p->joiner, first[AND].type) || !is_plain(&first[SECOND]) ||
        !mtl_words_has(&p->determiner, first[SECOND].type) || !is_singular_noun(view, &first[SECOND_NOUN]) ||
        !is_singular_verb(p, view, &first[VERB]))
        return;
    if (p->nominatives.n && !is_subject_only(p, view, first) && !is_subject_only(p, view, &first[SECOND]))
        return;
    mtl_hit *hit = mtl_emit(rule, sink, first[VERB].at);
    mtl_hit_name(hit, "first", mtl_token_text(view->doc, &first[NOUN]));
    mtl_hit_name(hit, "second", mtl_token_text(view->doc, &first[SECOND_NOUN]));
    mtl_hit_proof(hit, MTL_LIKELY);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    enum { LEAST = 6 };
    const mtl_block *block = view->block;
    if (block->profile->base != view->lang->base)
        return;
    const mtl_token *tokens = view->doc->tokens.items;
    for (uint32_t i = block->first_token; i + LEAST <= block->first_token + block->ntokens; i++)
        if (tokens[i].type->letters == MTL_CAPITAL && mtl_casing_is_head(view->doc, block, i))
            judge(rule, view, &tokens[i], sink);
}

const mtl_check mtl_check_subjects = {
    .name = "subjects",
    .doc = "two subjects joined by “and” before a verb of one",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(subjects_params),
    .compile = compile,
    .run = run,
};
