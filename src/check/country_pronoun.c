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

/* "vamos", "esperamos": the ending says who does it. */
static bool is_first_person(const mtl_view *view, const mtl_token *t)
{
    if (mtl_words_has(&view->lang->first_persons, t->type))
        return true;
    const mtl_lexeme *lexeme = view->lang->person_endings.n ? mtl_view_lexeme(view, t->type) : NULL;
    if (!lexeme || !(lexeme->is & MTL_IS_FINITE))
        return false;
    for (uint32_t i = 0; i < view->lang->person_endings.n; i++)
        if (mtl_str_ends(t->type->folded->form, view->lang->person_endings.items[i]))
            return true;
    return false;
}

static reading read_document(const mtl_view *view, const mtl_words *signs)
{
    reading r = {0};
    for (const mtl_token *t = view->doc->tokens.items; t < view->doc->tokens.items + view->doc->tokens.n; t++) {
        if (t->type->kind != MTL_WORD)
            continue;
        if (is_quoted(view, t))
            continue;
        r.country += mtl_words_has(signs, t->type) && t->type->letters != MTL_LOWER;
        if (mtl_words_has(&view->lang->us_pronouns, t->type) && t->type->letters != MTL_UPPER)
            r.pronouns++;
        else
            r.persons += is_first_person(view, t);
    }
    return r;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    if (view->lang->us_pronouns.by_hash.n == 0)
        return;
    const reading r = read_document(view, &((const country_params *)rule->params)->set);
    if (r.pronouns == 0 || r.pronouns > MOST || r.persons || r.country == 0)
        return;
    for (const mtl_token *t = view->doc->tokens.items; t < view->doc->tokens.items + view->doc->tokens.n; t++)
        if (mtl_words_has(&view->lang->us_pronouns, t->type) && t->type->letters != MTL_UPPER && !is_quoted(view, t))
            mtl_hit_proof(mtl_emit(rule, sink, t->at), r.country > 1 ? MTL_LIKELY : MTL_POSSIBLE);
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
