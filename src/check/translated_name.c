/* translated_name.c: the kind "translated_name": a name that is a word, translated as one: "Gnade Kelly" for Grace Kelly, "Griechenland und
 * der Truthahn" for Greece and Turkey, "o fantasma" for Ghost, the program. An engine that works with small letters inside cannot tell the
 * two.
 *
 * What keeps it quiet: a given name must stand before a family name that is no word of the language, and be no name there itself; a
 * country must be coordinated with another place; a product must have its own name elsewhere in the text, be a label, be named often, stand
 * where products do again and again, or between others of its kind, and the text be about such things. */
#include "rule/lists.h"

#include <stddef.h>

typedef struct translated_params {
    mtl_strs given, countries, products, enumerated, halves, heads, domain, frames, brands;
    mtl_strs domain_words;                                            /* of the list DOMAIN */
    mtl_words domain_set;                                             /* the same, and FRAMES */
    mtl_ids brand_words;                                              /* hash of a folded name of BRANDS that is one word -> 0 */
    mtl_words head_set;                                               /* of HEADS */
    mtl_map by_given, by_country, by_product, by_enumerated, by_half; /* folded word -> index into names; made by compile() */
    mtl_str *names; /* what stands behind ">", of GIVEN, then of COUNTRIES, PRODUCTS, ENUMERATED and HALVES */
} translated_params;

static const mtl_param params[] = {
    {"given", MTL_PARAM_STRINGS, offsetof(translated_params, given), false, "words and the given names behind them: Gnade>Grace",
     NULL},
    {"countries", MTL_PARAM_STRINGS, offsetof(translated_params, countries), false,
     "words and the countries behind them: Truthahn>Türkei", NULL},
    {"products", MTL_PARAM_STRINGS, offsetof(translated_params, products), false, "words and the products behind them: Geist>Ghost",
     NULL},
    {"enumerated", MTL_PARAM_STRINGS, offsetof(translated_params, enumerated), false,
     "the same of words that such texts have anyway: products only between others", NULL},
    {"halves", MTL_PARAM_STRINGS, offsetof(translated_params, halves), false,
     "words that stand translated before the other half of a product's name, and what they were: Conhecimento>Knowledge", NULL},
    {"heads", MTL_PARAM_STRINGS, offsetof(translated_params, heads), false, "such other halves: Explorer", NULL},
    {"frames", MTL_PARAM_STRINGS, offsetof(translated_params, frames), false, "words that stand close by the name of a product",
     NULL},
    {"brands", MTL_PARAM_STRINGS, offsetof(translated_params, brands), false, "the word list of the products in enumerations",
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
    const uint32_t people = p->given.n + p->countries.n, all = people + p->products.n + p->enumerated.n + p->halves.n;
    mtl_strs brands;
    p->names = mtl_arena_array(c->arena, mtl_str, all);
    bool ok = fill(c, &p->given, &p->by_given, 0);
    ok &= fill(c, &p->countries, &p->by_country, p->given.n);
    ok &= fill(c, &p->products, &p->by_product, people);
    ok &= fill(c, &p->enumerated, &p->by_enumerated, people + p->products.n);
    ok &= fill(c, &p->halves, &p->by_half, all - p->halves.n);
    p->head_set = mtl_words_make(&p->heads, c->arena);
    ok &= mtl_lists_read_all(c, &p->domain, &p->domain_words) && mtl_lists_read_all(c, &p->brands, &brands);
    if (!ok)
        return false;
    const mtl_strs near = {mtl_arena_array(c->arena, mtl_str, p->domain_words.n + p->frames.n), NULL,
                           p->domain_words.n + p->frames.n};
    for (uint32_t i = 0; i < near.n; i++)
        near.items[i] = i < p->frames.n ? p->frames.items[i] : p->domain_words.items[i - p->frames.n];
    p->domain_set = mtl_words_make(&near, c->arena);
    mtl_ids_init(&p->brand_words, c->arena);
    for (uint32_t i = 0; i < brands.n; i++)
        if (mtl_str_find(brands.items[i], MTL_LIT(" "), 0) == SIZE_MAX)
            *mtl_ids_put(&p->brand_words, mtl_fold_hash(brands.items[i])) = 0;
    return true;
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
    enum { BEFORE = 4, BEHIND = 3 };
    const translated_params *with = p->rule->params;
    const mtl_token *tokens = p->view->doc->tokens.items;
    const uint32_t from = p->at > p->block->first_token + BEFORE ? p->at - BEFORE : p->block->first_token;
    for (uint32_t i = from; i < p->end && i <= p->at + BEHIND; i++)
        if (i != p->at && mtl_words_has(&with->domain_set, tokens[i].type))
            return true;
    return false;
}

/* The name of a product and nothing else. */
static bool is_product(const place *p, const mtl_token *t)
{
    const translated_params *with = p->rule->params;
    const mtl_lexeme *own = mtl_view_lexeme(p->view, t->type);
    return t->type->kind == MTL_WORD && t->type->letters != MTL_LOWER &&
           mtl_ids_get(&with->brand_words, t->type->hash) != MTL_ID_NONE && !(own && own->is & (MTL_IS_LOWER | MTL_IS_NOUN));
}

static bool parts_items(const mtl_view *view, const mtl_token *t)
{
    return t->type->code == ',' || joins(view, t);
}

/* How many products stand on one side of token AT, two at most: ", Slack, Zoom". Articles may stand before them. */
static uint32_t products_beside(const place *p, int side)
{
    enum { ENOUGH = 2 };
    const mtl_view *view = p->view;
    const mtl_token *tokens = view->doc->tokens.items;
    uint32_t n = 0;
    bool parted = false;
    for (int64_t i = (int64_t)p->at + side; i >= p->block->first_token && i < p->end && n < ENOUGH; i += side) {
        const mtl_token *t = &tokens[i];
        if (parts_items(view, t))
            parted = true;
        else if (parted && is_product(p, t)) {
            n++;
            parted = false;
        } else if (!mtl_words_has(&view->lang->functions, t->type))
            break;
    }
    return n;
}

/* The block so many BEHIND, or before, is one product, a word or two. */
static bool is_item(const place *p, int64_t behind)
{
    enum { FEW = 3 };
    const mtl_doc *doc = p->view->doc;
    const int64_t b = p->block - doc->blocks.items + behind;
    if (b < 0 || b >= doc->blocks.n)
        return false;
    const mtl_block *block = &doc->blocks.items[b];
    return block->ntokens > 0 && block->ntokens <= FEW && is_product(p, &doc->tokens.items[block->first_token]);
}

/* "Slack, Elemento e Zoom", or a line of its own between such lines. */
static bool stands_by_products(const place *p)
{
    enum { ENOUGH = 2 };
    if (p->block->ntokens > 1)
        return products_beside(p, -1) + products_beside(p, 1) >= ENOUGH;
    return is_item(p, -2) + is_item(p, -1) + is_item(p, 1) + is_item(p, 2) >= ENOUGH;
}

typedef struct evidence { /* of the document */
    mtl_ids framed;       /* index of a product's name -> how often it stands by a word of the domain */
    uint32_t about;       /* how many words of the domain it has, MUCH at most */
} evidence;

enum { MUCH = 4 }; /* in a text that is much about such things the word has no other sense so often */

static void check_product(const place *p, const evidence *doc, uint32_t index)
{
    enum { OFTEN = 3 };
    const translated_params *with = p->rule->params;
    const mtl_token *t = &p->view->doc->tokens.items[p->at];
    const uint32_t counted = mtl_ids_get(&doc->framed, index), framed = counted == MTL_ID_NONE ? 0 : counted;
    const bool named = mtl_forms_count(&p->view->facts->forms, with->names[index]) > 0;
    const bool often = mtl_forms_count(&p->view->facts->forms, t->type->form) >= OFTEN;
    const bool beside = (often && framed > 1) || stands_by_products(p);
    if (!(named || beside || is_label(p) || (often && doc->about == MUCH)))
        return;
    mtl_hit *hit = mtl_emit(p->rule, p->sink, t->at);
    mtl_hit_name(hit, "name", with->names[index]);
    mtl_hit_fix(hit, t->at, with->names[index], MTL_UNSAFE);
    mtl_hit_proof(hit, named || framed >= OFTEN ? MTL_LIKELY : beside || is_label(p) ? MTL_POSSIBLE : MTL_FAINT);
}

static void check_enumerated(const place *p, uint32_t index)
{
    const translated_params *with = p->rule->params;
    const mtl_token *t = &p->view->doc->tokens.items[p->at];
    if (!stands_by_products(p))
        return;
    mtl_hit *hit = mtl_emit(p->rule, p->sink, t->at);
    mtl_hit_name(hit, "name", with->names[index]);
    mtl_hit_fix(hit, t->at, with->names[index], MTL_UNSAFE);
    mtl_hit_proof(hit, MTL_LIKELY);
}

/* "Conhecimento Explorer": the language would put the modifier last, or join the two. */
static void check_half(const place *p, uint32_t index)
{
    const translated_params *with = p->rule->params;
    const mtl_token *t = &p->view->doc->tokens.items[p->at];
    if (t->type->letters != MTL_CAPITAL || p->at + 1 >= p->end || t[1].type->letters != MTL_CAPITAL ||
        !mtl_words_has(&with->head_set, t[1].type))
        return;
    const mtl_str head = t[1].type->form, word = with->names[index];
    mtl_hit *hit = mtl_emit(p->rule, p->sink, mtl_span_join(t->at, t[1].at));
    mtl_hit_name(hit, "name", mtl_str_format(p->view->scratch, "%.*s %.*s", MTL_FMT(word), MTL_FMT(head)));
    mtl_hit_fix(hit, t->at, word, MTL_UNSAFE);
    mtl_hit_proof(hit, MTL_LIKELY);
}

/* ---- the document ---- */

static uint32_t look_up(const mtl_map *words, const mtl_type *type)
{
    return mtl_map_get_hashed(words, type->folded->form, type->hash);
}

static void check_word(const place *p, const evidence *doc)
{
    const translated_params *with = p->rule->params;
    const mtl_type *type = p->view->doc->tokens.items[p->at].type;
    const uint32_t given = look_up(&with->by_given, type), country = look_up(&with->by_country, type);
    const uint32_t product = look_up(&with->by_product, type), enumerated = look_up(&with->by_enumerated, type);
    const uint32_t half = look_up(&with->by_half, type);
    if (given != MTL_MAP_NONE)
        check_given(p, given);
    if (country != MTL_MAP_NONE)
        check_country(p, country);
    if (product != MTL_MAP_NONE && doc->about >= 2)
        check_product(p, doc, product);
    if (enumerated != MTL_MAP_NONE && doc->about >= 2)
        check_enumerated(p, enumerated);
    if (half != MTL_MAP_NONE && doc->about >= 2)
        check_half(p, half);
}

static void count_framed(const place *p, evidence *doc)
{
    const translated_params *with = p->rule->params;
    const uint32_t product = look_up(&with->by_product, p->view->doc->tokens.items[p->at].type);
    if (product == MTL_MAP_NONE || !stands_by_domain(p))
        return;
    uint32_t *slot = mtl_ids_put(&doc->framed, product);
    *slot = *slot == MTL_ID_NONE ? 1 : *slot + 1;
}

/* Looks at every word: what stands where (CHECK false), or what is wrong. */
static void look(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink, evidence *doc, bool check)
{
    mtl_view here = *view;
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = here.block = &view->doc->blocks.items[b];
        place at = {.rule = rule, .view = &here, .block = block, .end = block->first_token + block->ntokens, .sink = sink};
        if (block->profile->base != view->lang->base)
            continue;
        for (at.at = block->first_token; at.at < at.end; at.at++) {
            const mtl_token *t = &view->doc->tokens.items[at.at];
            if (t->type->kind != MTL_WORD || t->flags & MTL_IN_CODE)
                continue;
            if (check)
                check_word(&at, doc);
            else
                count_framed(&at, doc);
        }
    }
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const translated_params *p = rule->params;
    evidence doc = {.about = mtl_view_count(view, &p->domain_words, MUCH)};
    mtl_ids_init(&doc.framed, view->scratch);
    if (doc.about >= 2)
        look(rule, view, sink, &doc, false);
    look(rule, view, sink, &doc, true);
}

const mtl_check mtl_check_translated_name = {
    .name = "translated_name",
    .doc = "a given name, a country or a product that is a word, translated as one, or half a product",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(translated_params),
    .compile = compile,
    .run = run,
};
