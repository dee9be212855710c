/* plural_twice.c: the kind "plural_twice": an English noun of several behind a word that says so already: "mga resources".
 *
 * What keeps it quiet: people write so in papers and letters, so the text must be of a trade; names; nouns that have no other form. */
#include "lang/clump.h"
#include "rule/lists.h"

#include <stddef.h>

typedef struct plural_params {
    mtl_strs marks, endings, domain;
    mtl_strs domain_words; /* of the list DOMAIN; made by compile(), as what follows */
    mtl_words markers;     /* of MARKS */
} plural_params;

static const mtl_param params[] = {
    {"markers", MTL_PARAM_STRINGS, offsetof(plural_params, marks), true, "words that make what follows a plural", NULL},
    {"linked", MTL_PARAM_STRINGS, offsetof(plural_params, endings), false,
     "endings of adjectives that are linked to what follows: they may stand between", NULL},
    {"domain", MTL_PARAM_STRINGS, offsetof(plural_params, domain), true,
     "the word list of which a text has two words in which such a plural is a slip", NULL},
};

static bool compile(mtl_compiling *c)
{
    plural_params *p = c->rule->params;
    p->markers = mtl_words_make(&p->marks, c->arena);
    return mtl_lists_read_all(c, &p->domain, &p->domain_words);
}

/* The form of one of T, an English noun of several; empty where it is none, or may be one of one: "series". */
static mtl_str one_of(const mtl_view *view, const mtl_token *t)
{
    enum { SHORTEST = 3 };
    const mtl_str none = {0}, form = t->type->folded->form;
    const mtl_lexeme *english = mtl_view_english(view, t->type);
    if (!english || !(english->is & MTL_IS_PLURAL) || !mtl_str_ends(form, MTL_LIT("s")) || form.n <= SHORTEST)
        return none;
    const mtl_str lemma = mtl_lexicon_lemma(view->english, english);
    if (!mtl_str_same(lemma, form))
        return lemma;
    const mtl_str rest = {form.p, form.n - 1};
    const mtl_lexeme *one = mtl_lexicon_find(view->english, rest, mtl_hash(rest));
    return one && one->is & MTL_IS_NOUN && one->is & MTL_IS_SINGULAR ? rest : none;
}

/* A word of what is many: English, or a name. */
static bool is_part(const mtl_view *view, const mtl_token *t)
{
    return t->type->kind == MTL_WORD &&
           (mtl_view_is_only_english(view, t) || (t->type->letters != MTL_LOWER && !mtl_view_is_own(view, t->type)));
}

/* The last word behind the marker at I of those that belong together; I where there is none. */
static uint32_t head_behind(const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    enum { MOST = 4 };
    uint32_t head = i;
    for (uint32_t n = 0; n < MOST && head + 1 < end && mtl_token_is_spaced(&tokens[head + 1]) && is_part(view, &tokens[head + 1]);
         n++) {
        head++;
        while (head + 2 < end && mtl_token_is_hyphen(&tokens[head + 1]) && mtl_token_is_glued(&tokens[head + 1]) &&
               mtl_token_is_glued(&tokens[head + 2]) && is_part(view, &tokens[head + 2]))
            head += 2; /* "multi-agent systems" */
    }
    return head;
}

/* The last token of an adjective behind token I, linked to what follows: "kinakailangang", "lokal na"; I where there is none. */
static uint32_t skip_adjective(const plural_params *p, const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    if (i + 2 >= end || tokens[i + 1].type->letters != MTL_LOWER)
        return i;
    if (mtl_words_has(&view->lang->linkers, tokens[i + 2].type))
        return i + 2;
    for (uint32_t e = 0; e < p->endings.n; e++)
        if (mtl_str_ends(tokens[i + 1].type->form, p->endings.items[e]))
            return i + 1;
    return i;
}

/* The last token behind I, before END, of a plural that is one too many; I where there is none. *ONE is its form of one. */
static uint32_t plural_behind(const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end, mtl_str *one)
{
    const uint32_t head = head_behind(view, tokens, i, end);
    *one = head > i && tokens[head].type->letters == MTL_LOWER ? one_of(view, &tokens[head]) : (mtl_str){0};
    return one->n ? head : i;
}

static void judge(const mtl_rule *rule, const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end, mtl_sink *sink)
{
    mtl_str one;
    uint32_t head = plural_behind(view, tokens, i, end, &one);
    if (head == i)
        head = plural_behind(view, tokens, skip_adjective(rule->params, view, tokens, i, end), end, &one);
    const mtl_token *t = &tokens[head];
    if (!one.n || mtl_clump_is_technical(tokens, mtl_clump_around(tokens, head, end)) ||
        mtl_quotes_inside(&view->facts->quotes, t->at.at))
        return;
    mtl_hit *hit = mtl_emit(rule, sink, mtl_span_join(tokens[i].at, t->at));
    mtl_hit_fix(hit, t->at, one, MTL_UNSAFE);
    mtl_hit_proof(hit, MTL_LIKELY);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const plural_params *p = rule->params;
    if (!view->english || !mtl_view_is_about(view, &p->domain_words))
        return;
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = &view->doc->blocks.items[b];
        const mtl_token *tokens = view->doc->tokens.items + block->first_token;
        for (uint32_t i = 0; i < block->ntokens && block->profile->base == view->lang->base; i++)
            if (tokens[i].type->kind == MTL_WORD && mtl_words_has(&p->markers, tokens[i].type))
                judge(rule, view, tokens, i, block->ntokens, sink);
    }
}

const mtl_check mtl_check_plural_twice = {
    .name = "plural_twice",
    .doc = "an English noun of several behind a word that says so already",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(plural_params),
    .compile = compile,
    .run = run,
};
