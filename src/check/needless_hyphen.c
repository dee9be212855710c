/* needless_hyphen.c: the kind "needless_hyphen": a hyphen inside a word that has none: "Ent-scheidung", where a line of the source was broken,
 * "mag-luto", "auto-confiança". The word without it must be one that the lexicon has.
 *
 * What keeps it quiet: two words that may be joined either way, prefixes that take a hyphen, names, stutter and words spelt out. */
#include "lang/clump.h"
#include "rule/check.h"

#include <stddef.h>

enum {
    IN_USE = 25, /* of the joined word */
    FREQUENT = 33,
    SHORTEST = 2 /* letters of a part */
};

typedef struct hyphen_params {
    mtl_strs spared, prefixes;
    mtl_words set;   /* of SPARED; made by compile(), as what follows */
    mtl_words solid; /* of PREFIXES */
} hyphen_params;

static const mtl_param params[] = {
    {"spared", MTL_PARAM_STRINGS, offsetof(hyphen_params, spared), false, "words that have their hyphen by right: Co-op", NULL},
    {"solid", MTL_PARAM_STRINGS, offsetof(hyphen_params, prefixes), false,
     "prefixes that are joined to any adjective or noun of the language, known so or not", NULL},
};

static bool compile(mtl_compiling *c)
{
    hyphen_params *p = c->rule->params;
    p->set = mtl_words_make(&p->spared, c->arena);
    p->solid = mtl_words_make(&p->prefixes, c->arena);
    return true;
}

typedef struct pair {
    const mtl_token *left, *right;
    mtl_str joined;
    const mtl_lexeme *word; /* the joined one */
} pair;

/* A word as it is written here, or a prefix. */
static bool is_word(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    const bool fits = lexeme && (t->type->letters != MTL_LOWER || lexeme->is & MTL_IS_LOWER);
    return fits || mtl_words_has(&view->lang->prefixes, t->type);
}

static bool is_english(const mtl_view *view, const mtl_token *t)
{
    return mtl_view_english(view, t->type);
}

static bool is_part(const mtl_token *t)
{
    return t->type->kind == MTL_WORD && t->type->nchars >= SHORTEST && !mtl_token_has_digit(t) && !(t->flags & MTL_IN_CODE);
}

/* Two parts and one hyphen, with spaces or marks around them. */
static bool is_pair(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    if (!mtl_token_is_hyphen(&tokens[i]) || !mtl_token_is_glued(&tokens[i]) || i == 0 || i + 1 >= end ||
        !mtl_token_is_glued(&tokens[i + 1]))
        return false;
    const mtl_clump clump = mtl_clump_around(tokens, i, end);
    for (uint32_t k = clump.first; k <= clump.last; k++)
        if (k != i && (mtl_token_is_hyphen(&tokens[k]) || (k + 1 != i && k != i + 1 && mtl_token_is_word(&tokens[k]))))
            return false;
    return is_part(&tokens[i - 1]) && is_part(&tokens[i + 1]) && tokens[i + 1].type->letters == MTL_LOWER &&
           !mtl_clump_is_technical(tokens, clump);
}

/* "Ent-scheidung": one of the parts is no word. */
static bool judge_broken(const mtl_view *view, const pair *p, mtl_proof *proof)
{
    if ((is_word(view, p->left) && is_word(view, p->right)) || (is_english(view, p->left) && is_english(view, p->right)))
        return false; /* "süß-sauer", "Start-up" */
    *proof = p->word->zipf >= FREQUENT ? MTL_LIKELY : MTL_POSSIBLE;
    return true;
}

/* "mag-luto": a prefix that is joined without a hyphen; before some letters it may have one: "mag-aral". */
static bool judge_prefix(const mtl_view *view, const pair *p, mtl_proof *proof)
{
    const char first = p->right->type->folded->form.p[0], last = p->left->type->folded->form.p[p->left->type->folded->form.n - 1];
    *proof = MTL_POSSIBLE;
    if (is_english(view, p->right))
        return false; /* "nag-post" */
    return mtl_words_has(&view->lang->joined_prefixes, p->left->type) && first != 'h' && first != last &&
           !(view->lang->vowel_hyphen && memchr("aeiou", first, 5));
}

/* "pinaka-karaniwang": a prefix that has no hyphen before an adjective of the language, or a noun that serves as one. */
static bool judge_solid(const mtl_view *view, const hyphen_params *with, const pair *p, mtl_proof *proof)
{
    const mtl_lexeme *root = mtl_view_lexeme(view, p->right->type);
    const char first = p->right->type->folded->form.p[0];
    *proof = MTL_LIKELY;
    return mtl_words_has(&with->solid, p->left->type) && !memchr("aeiou", first, 5) && root &&
           root->is & (MTL_IS_ADJECTIVE | MTL_IS_NOUN) && !(root->is & MTL_IS_NAME) && !is_english(view, p->right);
}

static void check_pair(const mtl_rule *rule, const mtl_view *view, const mtl_token *hyphen, mtl_sink *sink)
{
    pair p = {.left = hyphen - 1, .right = hyphen + 1};
    p.joined = mtl_str_format(view->scratch, "%.*s%.*s", MTL_FMT(p.left->type->form), MTL_FMT(p.right->type->form));
    p.word = mtl_view_word(view, p.joined);
    const mtl_str written = mtl_str_cut(view->doc->text, mtl_span_join(p.left->at, p.right->at));
    const hyphen_params *with = rule->params;
    mtl_proof proof;
    if (judge_solid(view, with, &p, &proof)) {
        mtl_emit_fix(rule, sink, mtl_span_join(p.left->at, p.right->at), p.joined, proof);
        return;
    }
    if (!p.word || p.word->zipf < IN_USE || p.word->is & MTL_IS_NAME || p.left->type->hash == p.right->type->hash ||
        (p.left->type->letters != MTL_LOWER && p.left->type->letters != MTL_CAPITAL) ||
        mtl_words_has_hash(&with->set, mtl_fold_hash(written)) ||
        mtl_speller_lists(view->lang->speller, mtl_fold(written, view->scratch)))
        return;
    if (judge_broken(view, &p, &proof) || judge_prefix(view, &p, &proof))
        mtl_emit_fix(rule, sink, mtl_span_join(p.left->at, p.right->at), p.joined, proof);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    for (uint32_t i = 1; i + 1 < view->block->ntokens; i++)
        if (is_pair(tokens, i, view->block->ntokens))
            check_pair(rule, view, &tokens[i], sink);
}

const mtl_check mtl_check_needless_hyphen = {
    .name = "needless_hyphen",
    .doc = "a hyphen inside a word that has none",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(hyphen_params),
    .compile = compile,
    .run = run,
};
