/* affixed.c: the kind "affixed": a foreign word and the affix of a language that puts a hyphen between them: "nakadeploy" for "naka-deploy",
 * "nagdedeploy" and "nag-de-deploy" for "nagde-deploy".
 *
 * What keeps it quiet: words that a list or a dictionary has; English words that hold an affix by chance. */
#include "lang/clump.h"
#include "rule/check.h"

#include <stddef.h>

typedef struct affixed_params {
    mtl_strs prefixes, roots; /* prefixes: the longest first */
    mtl_words set, spared;    /* of them; made by compile() */
} affixed_params;

static const mtl_param params[] = {
    {"prefixes", MTL_PARAM_STRINGS, offsetof(affixed_params, prefixes), true,
     "prefixes that have a hyphen before a foreign word, a longer one before a shorter that begins it", NULL},
    {"spared", MTL_PARAM_STRINGS, offsetof(affixed_params, roots), false,
     "English verbs that the language has from elsewhere, spelt so: debate", NULL},
};

static bool compile(mtl_compiling *c)
{
    affixed_params *p = c->rule->params;
    p->set = mtl_words_make(&p->prefixes, c->arena);
    p->spared = mtl_words_make(&p->roots, c->arena);
    return true;
}

static bool is_vowel(char c)
{
    return c && memchr("aeiou", c, 5);
}

/* An English verb in use, and no word of the language: what is borrowed with affixes. */
static bool is_borrowed(const affixed_params *p, const mtl_view *view, mtl_str root)
{
    enum { SHORTEST = 4, IN_USE = 30 };
    const uint64_t hash = mtl_hash(root);
    const mtl_lexeme *english = mtl_lexicon_find(view->english, root, hash),
                     *own = mtl_lexicon_find(view->lang->lexicon, root, hash);
    return root.n >= SHORTEST && english && english->is & MTL_IS_VERB && english->zipf >= IN_USE &&
           !(own && own->is & MTL_NATIVE) && !mtl_words_has_hash(&p->spared, hash);
}

/* How many bytes at the head of REST stand there twice, up to the first vowel: 2 of "dedeploy". */
static size_t doubled(mtl_str rest)
{
    enum { LONGEST = 3 };
    for (size_t n = 1; n <= LONGEST && n * 2 < rest.n; n++)
        if (is_vowel(rest.p[n - 1]))
            return memcmp(rest.p, rest.p + n, n) == 0 ? n : 0;
    return 0;
}

/* Where the hyphen of FORM is missing, in bytes; 0: it lacks none. */
static size_t cut_of(const affixed_params *p, const mtl_view *view, mtl_str form)
{
    for (uint32_t i = 0; i < p->prefixes.n; i++) {
        const mtl_str prefix = p->prefixes.items[i];
        if (!mtl_str_starts(form, prefix))
            continue;
        const mtl_str rest = {form.p + prefix.n, form.n - prefix.n};
        const size_t twice = doubled(rest);
        if (is_borrowed(p, view, rest))
            return prefix.n;
        if (twice && is_borrowed(p, view, (mtl_str){rest.p + twice, rest.n - twice}))
            return prefix.n + twice;
    }
    return 0;
}

static void check_joined(const mtl_rule *rule, const mtl_view *view, const mtl_token *t, mtl_sink *sink)
{
    const mtl_str folded = t->type->folded->form, written = t->type->form;
    const mtl_lexeme *own = mtl_view_lexeme(view, t->type);
    const size_t cut = cut_of(rule->params, view, folded);
    if (!cut || (own && own->is & MTL_NATIVE) || mtl_view_english(view, t->type) || mtl_view_spell(view, written) == MTL_KNOWN)
        return;
    const mtl_str fix = mtl_str_format(view->scratch, "%.*s-%.*s", (int)cut, written.p, (int)(written.n - cut), written.p + cut);
    mtl_emit_fix(rule, sink, t->at, fix, MTL_LIKELY);
}

/* "nag-de-deploy": what stands twice has a hyphen on both sides. People write so before a vowel: "nag-a-attend". */
static bool is_torn(const affixed_params *p, const mtl_token *t)
{
    const mtl_str part = t[2].type->folded->form, root = t[4].type->folded->form;
    for (uint32_t k = 1; k < 5; k++)
        if (!mtl_token_is_glued(&t[k]) || mtl_token_is_hyphen(&t[k]) != (k % 2 == 1))
            return false;
    return mtl_words_has(&p->set, t->type) && t[4].type->letters == MTL_LOWER && part.n > 1 && part.n < root.n &&
           is_vowel(part.p[part.n - 1]) && mtl_str_starts(root, part);
}

static void check_torn(const mtl_rule *rule, const mtl_view *view, const mtl_token *t, mtl_sink *sink)
{
    const mtl_str fix =
        mtl_str_format(view->scratch, "%.*s%.*s-%.*s", MTL_FMT(t->type->form), MTL_FMT(t[2].type->form), MTL_FMT(t[4].type->form));
    mtl_emit_fix(rule, sink, mtl_span_join(t->at, t[4].at), fix, MTL_LIKELY);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_block *block = view->block;
    const mtl_token *tokens = view->doc->tokens.items + block->first_token;
    if (!view->english || block->profile->base != view->lang->base)
        return;
    for (uint32_t i = 0; i < block->ntokens; i++) {
        const mtl_token *t = &tokens[i];
        const bool word = t->type->kind == MTL_WORD && !(t->flags & MTL_IN_CODE) &&
                          (t->type->letters == MTL_LOWER ||
                           (t->type->letters == MTL_CAPITAL && mtl_casing_is_head(view->doc, block, block->first_token + i)));
        if (!word || (i > 0 && mtl_token_is_glued(t) && mtl_token_is_hyphen(t - 1)))
            continue;
        const mtl_clump clump = mtl_clump_around(tokens, i, block->ntokens);
        if (clump.first == clump.last)
            check_joined(rule, view, t, sink);
        else if (i + 4 < block->ntokens && is_torn(rule->params, t))
            check_torn(rule, view, t, sink);
    }
}

const mtl_check mtl_check_affixed = {
    .name = "affixed",
    .doc = "a foreign word and an affix without the hyphen between them",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(affixed_params),
    .compile = compile,
    .run = run,
};
