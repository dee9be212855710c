/* translated_name.c: the kind "translated_name": a name that is a word, translated as one: "Gnade Kelly" for Grace Kelly, "Griechenland und
 * der Truthahn" for Greece and Turkey, "o fantasma" for Ghost, the program. An engine that works with small letters inside cannot tell the
 * two.
 *
 * What keeps it quiet: a given name must stand before a family name that is no word of the language, and be no name there itself; a
 * country must be coordinated with another place; a product must have its own name elsewhere in the text, be a label or be
 * named often, and the text be about such things. */
#include "rule/lists.h"

#include <stddef.h>

typedef struct translated_params {
    mtl_strs given, countries, products, domain;
    mtl_strs domain_words;                    /* of the list DOMAIN */
    mtl_words domain_set;                     /* the same */
    mtl_map by_given, by_country, by_product; /* folded word -> index into names; made by compile() */
    mtl_str *names;                           /* what stands behind ">", of GIVEN, then of COUNTRIES, then of PRODUCTS */
} translated_params;

static const mtl_param params[] = {
    {"given", MTL_PARAM_STRINGS, offsetof(translated_params, given), false, "words and the given names behind them: Gnade>Grace",
     NULL},
    {"countries", MTL_PARAM_STRINGS, offsetof(translated_params, countries), false,
     "words and the countries behind them: Truthahn>Türkei", NULL},
    {"products", MTL_PARAM_STRINGS, offsetof(translated_params, products), false, "words and the products behind them: Geist>Ghost",
     NULL},
    {"domain", MTL_PARAM_STRINGS, offsetof(translated_params, domain), false,
     "the word list of which a text about products has two words", NULL},
};

/* ---- the rule ---- */

/* Their names go to p->names from FIRST on. */
static bool fill(mtl_compiling *c, const mtl_strs *pairs, mtl_map *index, uint32_t first)
{
    const translated_params *p = c->rule->params;
    mtl_map_init(index, c->arena);
    for (uint32_t i = 0; i < pairs->n; i++) {
        mtl_str word;
        if (!mtl_str_halves(pairs->items[i], '>', &word, &p->names[first + i])) {
            const mtl_yaml place = {.line = pairs->lines[i]};
            mtl_problem_at(c->problems, c->rule->info.file, &place, "needs a word on both sides of “>”: “word>Name”");
            return false;
        }
        *mtl_map_put(index, mtl_fold(word, c->arena)) = first + i;
    }
    return true;
}

static bool compile(mtl_compiling *c)
{
    translated_params *p = c->rule->params;
    p->names = mtl_arena_array(c->arena, mtl_str, p->given.n + p->countries.n + p->products.n);
    bool ok = fill(c, &p->given, &p->by_given, 0);
    ok &= fill(c, &p->countries, &p->by_country, p->given.n);
    ok &= fill(c, &p->products, &p->by_product, p->given.n + p->countries.n);
    ok &= mtl_lists_read_all(c, &p->domain, &p->domain_words);
    p->domain_set = mtl_words_make(&p->domain_words, c->arena);
    return ok;
}

/* ---- given names ---- */

typedef struct place { /* in the document */
    const mtl_rule *rule;
    const mtl_view *view;
    const mtl_block *block;
    uint32_t at, end; /* the token, and the end of its block's */
    mtl_sink *sink;
} place;

/* The name of a person, as a list has it, that means nothing else here and is more English than of this language; many family names are
 * given names too. */
static bool is_person(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *own = mtl_view_lexeme(view, t->type);
    const mtl_lexeme *english = mtl_view_english(view, t->type);
    if (t->type->letters != MTL_CAPITAL || !english || !(english->is & (MTL_IS_FAMILY | MTL_IS_GIVEN)))
        return false;
    return !own || (own->zipf <= english->zipf && !(own->is & (MTL_IS_LOWER | MTL_IS_NOUN | MTL_IS_VERB)));
}

static void check_given(const place *p, uint32_t index)
{
    const translated_params *with = p->rule->params;
    const mtl_token *t = &p->view->doc->tokens.items[p->at];
    const mtl_lexeme *own = mtl_view_lexeme(p->view, t->type);
    if (t->type->letters != MTL_CAPITAL || p->at + 1 >= p->end || !mtl_token_is_spaced(t + 1) || !is_person(p->view, t + 1) ||
        (own && own->is & MTL_IS_NAME))
        return;
    /* At the head of a sentence any word has a capital: "Wird Smith gewählt?" */
    if (mtl_casing_is_head(p->view->doc, p->block, p->at) && (!own || own->is & (MTL_IS_VERB | MTL_IS_FUNCTION)))
        return;
    mtl_hit *hit = mtl_emit(p->rule, p->sink, mtl_span_join(t->at, t[1].at));
    mtl_hit_name(hit, "name", with->names[index]);
    mtl_hit_fix(hit, t->at, with->names[index], MTL_UNSAFE);
    mtl_hit_proof(hit, p->view->lang->capital_nouns && own && own->is & MTL_IS_NOUN ? MTL_POSSIBLE : MTL_LIKELY);
}

/* ---- countries ---- */

static bool is_place(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *own = t->type->letters == MTL_CAPITAL ? mtl_view_lexeme(view, t->type) : NULL;
    return own && own->is & MTL_IS_PLACE && !(own->is & (MTL_IS_LOWER | MTL_IS_NOUN));
}

static bool joins(const mtl_view *view, const mtl_token *t)
{
    return mtl_words_has(&view->lang->conjunctions, t->type);
}

/* "Griechenland und der Truthahn", "der Truthahn und Griechenland": articles may stand between. */
static bool stands_by_place(const place *p)
{
    const mtl_view *view = p->view;
    const mtl_token *tokens = view->doc->tokens.items;
    uint32_t i = p->at;
    while (i > p->block->first_token && !joins(view, &tokens[i - 1]) && mtl_words_has(&view->lang->functions, tokens[i - 1].type))
        i--;
    if (i > p->block->first_token + 1 && joins(view, &tokens[i - 1]) && is_place(view, &tokens[i - 2]))
        return true;
    if (p->at + 2 >= p->end || !joins(view, &tokens[p->at + 1]))
        return false;
    i = p->at + 2;
    while (i + 1 < p->end && !is_place(view, &tokens[i]) && mtl_words_has(&view->lang->functions, tokens[i].type))
        i++;
    return is_place(view, &tokens[i]);
}

static void check_country(const place *p, uint32_t index)
{
    const translated_params *with = p->rule->params;
    const mtl_token *t = &p->view->doc->tokens.items[p->at];
    if ((t->type->letters != MTL_LOWER && !p->view->lang->capital_nouns) || !stands_by_place(p))
        return; /* "o peru" is a bird, "o Peru" a country of its own */
    mtl_hit *hit = mtl_emit(p->rule, p->sink, t->at);
    mtl_hit_name(hit, "name", with->names[index]);
    mtl_hit_proof(hit, MTL_LIKELY);
}

/* ---- products ---- */

/* A line of its own, but for a bracket behind: "Zwietracht (Hilfe und Austausch)". */
static bool is_label(const place *p)
{
    const mtl_token *tokens = p->view->doc->tokens.items;
    return p->at == p->block->first_token && tokens[p->at].type->letters == MTL_CAPITAL &&
           (p->at + 1 == p->end || tokens[p->at + 1].type->code == '(');
}

/* "o plug-in do discurso", "die Rakete-API": a word of the domain stands close before it, or right behind. */
static bool stands_by_domain(const place *p)
{
    enum { NEAR = 4 };
    const translated_params *with = p->rule->params;
    const mtl_token *tokens = p->view->doc->tokens.items;
    const uint32_t from = p->at > p->block->first_token + NEAR ? p->at - NEAR : p->block->first_token;
    for (uint32_t i = from; i < p->end && i <= p->at + 2; i++)
        if (i != p->at && mtl_words_has(&with->domain_set, tokens[i].type))
            return true;
    return false;
}

static void check_product(const place *p, uint32_t index)
{
    const translated_params *with = p->rule->params;
    const mtl_token *t = &p->view->doc->tokens.items[p->at];
    enum { OFTEN = 3, MUCH = 4 }; /* in a text that is much about such things the word has no other sense so often */
    const bool named = mtl_forms_count(&p->view->facts->forms, with->names[index]) > 0;
    const bool often = mtl_forms_count(&p->view->facts->forms, t->type->form) >= OFTEN;
    const uint32_t about = mtl_view_count(p->view, &with->domain_words, MUCH);
    const bool beside = often && about >= 2 && stands_by_domain(p);
    if (about < 2 || !(named || beside || is_label(p) || (often && about == MUCH)))
        return;
    mtl_hit *hit = mtl_emit(p->rule, p->sink, t->at);
    mtl_hit_name(hit, "name", with->names[index]);
    mtl_hit_fix(hit, t->at, with->names[index], MTL_UNSAFE);
    mtl_hit_proof(hit, named ? MTL_LIKELY : beside || is_label(p) ? MTL_POSSIBLE : MTL_FAINT);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const translated_params *p = rule->params;
    const mtl_block *block = view->block;
    const uint32_t end = block->first_token + block->ntokens;
    for (uint32_t i = block->first_token; i < end; i++) {
        const mtl_type *type = view->doc->tokens.items[i].type;
        if (type->kind != MTL_WORD || view->doc->tokens.items[i].flags & MTL_IN_CODE)
            continue;
        const place at = {.rule = rule, .view = view, .block = block, .at = i, .end = end, .sink = sink};
        const uint32_t given = mtl_map_get_hashed(&p->by_given, type->folded->form, type->hash);
        if (given != MTL_MAP_NONE)
            check_given(&at, given);
        const uint32_t country = mtl_map_get_hashed(&p->by_country, type->folded->form, type->hash);
        if (country != MTL_MAP_NONE)
            check_country(&at, country);
        const uint32_t product = mtl_map_get_hashed(&p->by_product, type->folded->form, type->hash);
        if (product != MTL_MAP_NONE)
            check_product(&at, product);
    }
}

const mtl_check mtl_check_translated_name = {
    .name = "translated_name",
    .doc = "a given name, a country or a product that is a word, translated as one",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(translated_params),
    .compile = compile,
    .run = run,
};
