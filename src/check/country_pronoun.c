/* country_pronoun.c: the kind "country_pronoun": "US" read as "us": "Macron begrüßt uns", "ang suporta namin". An engine that works with small
 * letters inside cannot tell the two.
 *
 * What keeps it quiet: quotations, and any other first person outside of them: then somebody speaks of himself. The text must speak of the
 * country besides. */
#include "rule/check.h"

#include <stddef.h>

typedef struct country_params {
    mtl_strs signs;
    mtl_words set; /* of them; made by compile() */
} country_params;

static const mtl_param params[] = {
    {"signs", MTL_PARAM_STRINGS, offsetof(country_params, signs), true, "names by which a text speaks of the country", NULL},
};

enum { MOST = 3 }; /* of such pronouns; more of them are meant */

typedef struct reading { /* of the document, quotations left out */
    uint32_t pronouns, persons, country;
} reading;

static bool is_quoted(const mtl_view *view, const mtl_token *t)
{
    return mtl_quotes_inside(&view->facts->quotes, t->at.at) || t->flags & MTL_IN_CODE;
}

/* For each block: a quotation mark has lost its partner there, and who speaks is not known. */
static const bool *broken_blocks(const mtl_view *view)
{
    bool *broken = mtl_arena_array(view->scratch, bool, view->doc->blocks.n);
    const mtl_quotes *quotes = &view->facts->quotes;
    for (const mtl_mark *m = quotes->marks; m < quotes->marks + quotes->n; m++)
        broken[m->block] |= mtl_mark_is_alone(m) && mtl_quotes_is_double(m->code);
    return broken;
}

/* Calls VISIT for each word outside of quotations and of blocks that are BROKEN. */
static void each_word(const mtl_view *view, const bool *broken, void (*visit)(void *user, const mtl_token *t), void *user)
{
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = &view->doc->blocks.items[b];
        const mtl_token *first = view->doc->tokens.items + block->first_token;
        for (const mtl_token *t = first; !broken[b] && t < first + block->ntokens; t++)
            if (t->type->kind == MTL_WORD && !is_quoted(view, t))
                visit(user, t);
    }
}

/* "vamos", "esperamos": the ending says who does it. */
static bool is_first_person(const mtl_view *view, const mtl_token *t)
{
    if (mtl_words_has(&view->lang->first_persons, t->type))
        return true;
    const mtl_lexeme *lexeme = view->lang->person_endings.n ? mtl_view_lexeme(view, t->type) : NULL;
    if (!lexeme || !(lexeme->is & MTL_IS_FINITE) || lexeme->is & MTL_IS_NOUN) /* "avions" are planes */
        return false;
    for (uint32_t i = 0; i < view->lang->person_endings.n; i++)
        if (mtl_str_ends(t->type->folded->form, view->lang->person_endings.items[i]))
            return true;
    return false;
}

static bool is_pronoun(const mtl_view *view, const mtl_token *t)
{
    return mtl_words_has(&view->lang->us_pronouns, t->type) && t->type->letters != MTL_UPPER;
}

typedef struct visitor {
    const mtl_rule *rule;
    const mtl_view *view;
    mtl_sink *sink;
    reading read;
} visitor;

static void count(void *user, const mtl_token *t)
{
    visitor *v = user;
    const country_params *p = v->rule->params;
    v->read.country += mtl_words_has(&p->set, t->type) && t->type->letters != MTL_LOWER;
    if (is_pronoun(v->view, t))
        v->read.pronouns++;
    else
        v->read.persons += is_first_person(v->view, t);
}

static void mark(void *user, const mtl_token *t)
{
    const visitor *v = user;
    if (is_pronoun(v->view, t))
        mtl_hit_proof(mtl_emit(v->rule, v->sink, t->at), v->read.country > 1 ? MTL_LIKELY : MTL_POSSIBLE);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    visitor v = {.rule = rule, .view = view, .sink = sink};
    if (view->lang->us_pronouns.by_hash.n == 0)
        return;
    const bool *broken = broken_blocks(view);
    each_word(view, broken, count, &v);
    if (v.read.pronouns > 0 && v.read.pronouns <= MOST && v.read.persons == 0 && v.read.country > 0)
        each_word(view, broken, mark, &v);
}

static bool compile(mtl_compiling *c)
{
    country_params *p = c->rule->params;
    p->set = mtl_words_make(&p->signs, c->arena);
    return true;
}

const mtl_check mtl_check_country_pronoun = {
    .name = "country_pronoun",
    .doc = "the name of a country read as a pronoun: US as us",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(country_params),
    .compile = compile,
    .run = run,
};
