/* lower_name.c: the kind "lower_name": a name, or a part of one, in small letters: "in zürich", "angela merkel", "Seelen ui" where the
 * document has "Seelen UI".
 *
 * What keeps it quiet: words that are ordinary words too, in the language or in English; addresses, handles, commands and code; texts that
 * use no capitals at all. */
#include "lang/clump.h"
#include "lang/reading.h"
#include "rule/check.h"

#include <stddef.h>

typedef struct lower_params {
    mtl_strs acronyms, particles;
    mtl_words set, small; /* of these; made by compile() */
} lower_params;

static const mtl_param params[] = {
    {"acronyms", MTL_PARAM_STRINGS, offsetof(lower_params, acronyms), false,
     "abbreviations that stand behind the names of products: UI", NULL},
    {"particles", MTL_PARAM_STRINGS, offsetof(lower_params, particles), false,
     "words that names of families begin with, in small letters: van", NULL},
};

static bool compile(mtl_compiling *c)
{
    lower_params *p = c->rule->params;
    p->set = mtl_words_make(&p->acronyms, c->arena);
    p->small = mtl_words_make(&p->particles, c->arena);
    return true;
}

enum { WELL_KNOWN = 25, FAMOUS = 42, SHORTEST = 4 };

typedef struct search {
    const mtl_rule *rule;
    const mtl_view *view;
    mtl_sink *sink;
    mtl_ids pairs; /* of a capitalised word and what stands behind it with a capital: hash -> 0 */
    const mtl_block *block;
    const mtl_token *tokens; /* of the block */
} search;

static bool is_small(const mtl_token *t)
{
    return t->type->kind == MTL_WORD && t->type->letters == MTL_LOWER;
}

static bool has_capital(const mtl_token *t)
{
    return t->type->kind == MTL_WORD &&
           (t->type->letters == MTL_CAPITAL || t->type->letters == MTL_UPPER || t->type->letters == MTL_MIXED);
}

static uint64_t pair_hash(const mtl_token *left, const mtl_token *right)
{
    return left->type->hash * 31 + right->type->hash;
}

/* A name and nothing else: neither the language nor English has it as an ordinary word. */
static bool is_name_only(const search *s, const mtl_type *type)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(s->view, type);
    return lexeme && lexeme->is & MTL_IS_NAME && !(lexeme->is & (MTL_IS_LOWER | MTL_IS_ENGLISH | MTL_IS_ABBREVIATION));
}

/* The word is nothing but what the document writes with a capital elsewhere; no list knows what else it could be. */
static bool is_capital_elsewhere(const search *s, const mtl_type *type)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(s->view, type);
    const uint32_t ordinary =
        MTL_IS_NOUN | MTL_IS_VERB | MTL_IS_ADJECTIVE | MTL_IS_ADVERB | MTL_IS_FUNCTION | MTL_IS_NUMERAL | MTL_IS_LOAN;
    return !(lexeme && lexeme->is & ordinary) && mtl_casing_of(&s->view->facts->casing, type->hash).capital > 0;
}

static bool is_quotation_mark(const mtl_token *t)
{
    return mtl_quotes_is_double(t->type->code) || t->type->code == '\'' || (t->type->code >= 0x2018 && t->type->code <= 0x201A);
}

/* Of “roman” the word itself is spoken: a value, an entry of a menu, the name of an account. */
static bool is_mentioned(const search *s, uint32_t i)
{
    return i > 0 && i + 1 < s->block->ntokens && is_quotation_mark(&s->tokens[i - 1]) && is_quotation_mark(&s->tokens[i + 1]) &&
           mtl_token_is_glued(&s->tokens[i]) && mtl_token_is_glued(&s->tokens[i + 1]);
}

static bool is_prose(const search *s, uint32_t i)
{
    if (is_mentioned(s, i))
        return false;
    const mtl_clump clump = mtl_clump_around(s->tokens, i, s->block->ntokens);
    if (s->tokens[i].flags & MTL_IN_CODE || mtl_clump_is_technical(s->tokens, clump) || mtl_token_has_digit(&s->tokens[i]))
        return false;
    for (uint32_t k = clump.first; k <= clump.last; k++) /* a compound, a file, an address */
        if (k != i && mtl_token_is_word(&s->tokens[k]))
            return false;
    return true;
}

static mtl_str with_capital(const search *s, mtl_str word)
{
    return mtl_capitalise(word, s->view->scratch);
}

static void report(search *s, uint32_t first, uint32_t last, mtl_str fix, mtl_proof proof)
{
    mtl_emit_fix(s->rule, s->sink, mtl_span_join(s->tokens[first].at, s->tokens[last].at), fix, proof);
}

/* "ni eythan": what such a word stands before is a person. */
static bool check_marked(search *s, uint32_t i)
{
    const mtl_type *type = s->tokens[i].type;
    if (i == 0 || !mtl_words_has(&s->view->lang->person_markers, s->tokens[i - 1].type) || !mtl_token_is_spaced(&s->tokens[i]))
        return false;
    if (!is_capital_elsewhere(s, type) && !is_name_only(s, type))
        return false;
    report(s, i, i, with_capital(s, type->form), MTL_SURE);
    return true;
}

/* "Seelen ui", where the document has "Seelen UI". */
static bool check_pair(search *s, uint32_t i)
{
    const mtl_token *t = &s->tokens[i];
    if (i == 0 || !has_capital(t - 1) || !mtl_token_is_spaced(t) || mtl_ids_get(&s->pairs, pair_hash(t - 1, t)) == MTL_ID_NONE)
        return false;
    const mtl_lexeme *lexeme = mtl_view_lexeme(s->view, t->type);
    if ((lexeme && lexeme->is & (MTL_IS_FUNCTION | MTL_IS_VERB)) || mtl_words_has(&s->view->lang->functions, t[-1].type))
        return false; /* "O azd", at the head of a sentence, and "O AZD" */
    mtl_hit *hit = mtl_emit(s->rule, s->sink, mtl_span_join(t[-1].at, t->at));
    mtl_hit_proof(hit, lexeme && lexeme->is & MTL_IS_LOWER ? MTL_DOUBTFUL : MTL_POSSIBLE);
    return true;
}

/* "Orbis ui": an abbreviation behind the name of a product. */
static bool check_acronym(search *s, uint32_t i)
{
    const lower_params *p = s->rule->params;
    const mtl_token *t = &s->tokens[i];
    if (i == 0 || !mtl_words_has(&p->set, t->type) || !has_capital(t - 1) || !mtl_token_is_spaced(t))
        return false;
    const mtl_lexeme *own = mtl_view_lexeme(s->view, t->type), *name = mtl_view_lexeme(s->view, t[-1].type);
    if ((own && own->is & (MTL_IS_FUNCTION | MTL_IS_VERB)) || (name && name->is & MTL_IS_LOWER))
        return false;
    mtl_hit_proof(mtl_emit(s->rule, s->sink, mtl_span_join(t[-1].at, t->at)), MTL_POSSIBLE);
    return true;
}

static bool is_kind(const search *s, const mtl_token *t, uint32_t kind)
{
    const mtl_lexeme *lexeme = t->type->kind == MTL_WORD ? mtl_view_lexeme(s->view, t->type) : NULL;
    return lexeme && lexeme->is & kind;
}

/* "angela merkel", "joão silva": a given name in small letters, and a family name. */
static bool check_person(search *s, uint32_t i)
{
    const mtl_token *t = &s->tokens[i];
    if (i + 1 >= s->block->ntokens || !mtl_token_is_spaced(t + 1) || !is_name_only(s, t->type) || !is_kind(s, t, MTL_IS_GIVEN) ||
        !is_kind(s, t + 1, MTL_IS_FAMILY) || !is_prose(s, i + 1))
        return false;
    const bool both = is_small(t + 1), sure = is_name_only(s, t[1].type);
    if (!both && !has_capital(t + 1))
        return false;
    const mtl_str first = with_capital(s, t->type->form), second = with_capital(s, t[1].type->form);
    report(s, i, i + both, both ? mtl_str_format(s->view->scratch, "%.*s %.*s", MTL_FMT(first), MTL_FMT(second)) : first,
           sure ? MTL_LIKELY : MTL_POSSIBLE);
    return both;
}

/* "Albert einstein", "Pangulong marcos": a family name in small letters, behind a given name or a title; "dela Torre" is one too. */
static bool check_family(search *s, uint32_t i)
{
    const mtl_token *t = &s->tokens[i];
    if (i == 0 || !mtl_token_is_spaced(t) || !has_capital(t - 1) || (i + 1 < s->block->ntokens && has_capital(t + 1)) ||
        !is_name_only(s, t->type) || !is_kind(s, t, MTL_IS_FAMILY))
        return false;
    const bool title = mtl_words_has(&s->view->lang->titles, t[-1].type);
    if (!title && (!is_kind(s, t - 1, MTL_IS_GIVEN) || is_kind(s, t - 1, MTL_IS_LOWER)))
        return false;
    report(s, i, i, with_capital(s, t->type->form), MTL_LIKELY);
    return true;
}

static bool check_place(search *s, uint32_t i)
{
    const mtl_type *type = s->tokens[i].type;
    if (type->nchars < SHORTEST || !is_name_only(s, type))
        return false;
    const mtl_lexeme *lexeme = mtl_view_lexeme(s->view, type);
    const bool known =
        (lexeme->is & MTL_IS_PLACE && lexeme->zipf >= WELL_KNOWN) || (lexeme->is & MTL_IS_BRAND && lexeme->zipf >= FAMOUS);
    const mtl_case_count n = mtl_casing_of(&s->view->facts->casing, type->hash);
    if (!known && (n.capital == 0 || n.lower > n.capital))
        return false;
    if (lexeme->zipf < FAMOUS && mtl_view_spell(s->view, type->form) == MTL_KNOWN)
        return false;
    report(s, i, i, with_capital(s, type->form), n.capital > n.lower ? MTL_LIKELY : MTL_POSSIBLE);
    return true;
}

/* "seelen", where the document has "Seelen" again and again, and no list has the word. */
static bool check_own(search *s, uint32_t i)
{
    enum { OFTEN = 3 };
    const mtl_type *type = s->tokens[i].type;
    const mtl_case_count n = mtl_casing_of(&s->view->facts->casing, type->hash);
    if (type->nchars < SHORTEST || n.capital < OFTEN || n.capital < OFTEN * n.lower || mtl_view_lexeme(s->view, type) ||
        mtl_view_english(s->view, type))
        return false;
    report(s, i, i, with_capital(s, type->form), MTL_FAINT);
    return true;
}

static void check_block(search *s)
{
    bool any_capital = false;
    for (uint32_t i = 0; i < s->block->ntokens && !any_capital; i++)
        any_capital = has_capital(&s->tokens[i]);
    if (!any_capital)
        return;
    const lower_params *p = s->rule->params;
    for (uint32_t i = 0; i < s->block->ntokens; i++)
        if (is_small(&s->tokens[i]) && is_prose(s, i) && !mtl_words_has(&p->small, s->tokens[i].type)) {
            if (check_person(s, i))
                i++;
            else
                (void)(check_marked(s, i) || check_family(s, i) || check_pair(s, i) || check_acronym(s, i) || check_own(s, i) ||
                       check_place(s, i));
        }
}

/* Most of its words have a capital: a title, or an entry of a menu. */
static bool is_title(const mtl_token *tokens, uint32_t n)
{
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = 0; i < n; i++) {
        words += tokens[i].type->kind == MTL_WORD;
        capitals += has_capital(&tokens[i]);
    }
    return capitals * 2 > words;
}

static void gather_pairs(search *s)
{
    const mtl_doc *doc = s->view->doc;
    mtl_ids_init(&s->pairs, s->view->scratch);
    for (uint32_t b = 0; b < doc->blocks.n; b++) {
        const mtl_block *block = &doc->blocks.items[b];
        if (is_title(&doc->tokens.items[block->first_token], block->ntokens))
            continue;
        for (uint32_t i = block->first_token + 1; i < block->first_token + block->ntokens; i++) {
            const mtl_token *t = &doc->tokens.items[i];
            if (has_capital(t) && has_capital(t - 1) && mtl_token_is_spaced(t) && !mtl_block_is_headline(doc, block))
                *mtl_ids_put(&s->pairs, pair_hash(t - 1, t)) = 0;
        }
    }
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    search s = {.rule = rule, .view = view, .sink = sink};
    gather_pairs(&s);
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        s.block = &view->doc->blocks.items[b];
        s.tokens = view->doc->tokens.items + s.block->first_token;
        if (s.block->profile->base == view->lang->base)
            check_block(&s);
    }
}

const mtl_check mtl_check_lower_name = {
    .name = "lower_name",
    .doc = "a name, or a part of one, in small letters",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(lower_params),
    .compile = compile,
    .run = run,
};
