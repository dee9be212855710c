/* dash.c: the kind "dash": a dash that was turned into a hyphen and glued to its neighbours: "sagte ab-eine Entscheidung". No language
 * joins an article or conjunction by a hyphen to the word before it, so one of the language's list there betrays the dash. Compounds
 * that hold one ("Kopf-an-Kopf") are longer. */
#include "rule/check.h"

enum { LONGEST_PARTICLE = 5 };

static bool is_word(const mtl_token *t)
{
    return t->type->kind == MTL_WORD;
}

/* A dash is turned into the plain hyphen, never into U+2010. */
static bool is_hyphen(const mtl_token *t)
{
    return t->type->code == '-' && mtl_token_is_glued(t);
}

/* Neighbours in a chain of hyphens: a compound of three words or more. */
static bool in_chain(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    const bool before = i >= 3 && is_hyphen(&tokens[i - 2]) && mtl_token_is_glued(&tokens[i - 1]);
    return before || (i + 2 < end && is_hyphen(&tokens[i + 2]));
}

/* A suspended hyphen lost the space behind it: "Steuer-und Zollfragen", where NEXT is the noun that the two share, and before a verb
 * "hin-und hergerissen", "ein-und ausladen". */
static bool is_suspended(const mtl_lang *lang, const mtl_type *left, const mtl_type *right, const mtl_type *next)
{
    const bool particle = left->nchars <= LONGEST_PARTICLE && mtl_words_has(&lang->conjunctions, right);
    const bool shares_noun = left->letters != MTL_LOWER && next->letters != MTL_LOWER;
    return mtl_words_has(&lang->suspends, right) && (shares_noun || particle);
}

/* The language joins these two, or a word to itself. */
static bool is_joined_rightly(const mtl_lang *lang, const mtl_type *left, const mtl_type *right)
{
    return mtl_words_has(&lang->clitics, right) || mtl_words_has(&lang->prefixes, left) || left->hash == right->hash;
}

/* Token I is a hyphen glued between two words of which the right one is never joined by a hyphen in this language, and a clause goes
 * on behind it. */
static bool is_collapsed(const mtl_lang *lang, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    if (!is_hyphen(&tokens[i]) || !mtl_token_is_glued(&tokens[i + 1]) || !is_word(&tokens[i - 1]) || !is_word(&tokens[i + 1]))
        return false;
    const mtl_type *left = tokens[i - 1].type, *right = tokens[i + 1].type;
    if (left->nchars == 1 || right->letters != MTL_LOWER || !mtl_words_has(&lang->never_joined, right) || in_chain(tokens, i, end))
        return false;
    const bool goes_on = i + 2 < end && is_word(&tokens[i + 2]) && !mtl_token_is_glued(&tokens[i + 2]);
    return goes_on && !is_suspended(lang, left, right, tokens[i + 2].type) && !is_joined_rightly(lang, left, right);
}

/* Token I is a hyphen glued on one side only, "gabi- pero hindi", "sumagot -kahit isa", and a clause goes on behind it. A suspended hyphen
 * stands before a conjunction too ("Vor- und Nachteile"), so a conjunction proves nothing. */
static bool is_leaning(const mtl_lang *lang, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    enum { SHORT_STEM = 3 };
    if (tokens[i].type->code != '-' || mtl_token_is_glued(&tokens[i]) == mtl_token_is_glued(&tokens[i + 1]) ||
        !is_word(&tokens[i - 1]) || !is_word(&tokens[i + 1]))
        return false;
    const mtl_type *left = tokens[i - 1].type, *right = tokens[i + 1].type;
    if (left->letters != MTL_LOWER || left->nchars <= SHORT_STEM || right->letters != MTL_LOWER || right->nchars == 1 ||
        !mtl_words_has(&lang->never_joined, right) || mtl_words_has(&lang->suspends, right) ||
        mtl_words_has(&lang->conjunctions, right) || is_joined_rightly(lang, left, right))
        return false;
    const bool paired = i >= 2 && tokens[i - 2].type->code == '-';
    return !paired && i + 2 < end && is_word(&tokens[i + 2]) && !mtl_token_is_glued(&tokens[i + 2]);
}

/* "Lisboa –a cidade": a dash with a space on one side only, where the language sets one on both, and no partner that is its mirror. */
static bool is_lopsided(const mtl_lang *lang, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    enum { EN_DASH = 0x2013, EM_DASH = 0x2014, FAR = 40 };
    const uint32_t code = tokens[i].type->code;
    if (!lang->spaced_dash || lang->hyphen_dash || (code != EN_DASH && code != EM_DASH) || i + 2 >= end ||
        mtl_token_is_glued(&tokens[i]) == mtl_token_is_glued(&tokens[i + 1]) || tokens[i - 1].type->kind != MTL_WORD ||
        tokens[i + 1].type->letters != MTL_LOWER)
        return false;
    for (uint32_t k = i + 1; k + 1 < end && k < i + FAR; k++)
        if (tokens[k].type->code == code)
            return false;
    for (uint32_t k = i, n = 0; k-- > 1 && n < FAR; n++)
        if (tokens[k].type->code == code)
            return false;
    return !mtl_words_has(&lang->suspends, tokens[i + 1].type) && !mtl_words_has(&lang->conjunctions, tokens[i + 1].type);
}

/* " -na", " -ng": a short word behind the hyphen may be an ending or an option that the text speaks of. */
static mtl_proof leaning_proof(const mtl_token *hyphen, const mtl_token *right)
{
    enum { SHORT_WORD = 3 };
    return !mtl_token_is_glued(hyphen) && right->type->nchars < SHORT_WORD ? MTL_DOUBTFUL : MTL_LIKELY;
}

static void report(const mtl_rule *rule, const mtl_view *view, const mtl_token *left, const mtl_token *right, mtl_proof proof,
                   mtl_sink *sink)
{
    const mtl_span at = mtl_span_join(left->at, right->at);
    const mtl_str fix = mtl_str_format(view->scratch, "%.*s – %.*s", MTL_FMT(left->type->form), MTL_FMT(right->type->form));
    mtl_hit *hit = mtl_emit(rule, sink, at);
    mtl_hit_fix(hit, at, fix, MTL_UNSAFE);
    mtl_hit_proof(hit, proof);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    const uint32_t end = view->block->ntokens;
    for (uint32_t i = 1; i + 1 < end; i++) {
        if (tokens[i].flags & MTL_IN_CODE)
            continue;
        if (is_collapsed(view->lang, tokens, i, end))
            report(rule, view, &tokens[i - 1], &tokens[i + 1], MTL_LIKELY, sink);
        else if (is_lopsided(view->lang, tokens, i, end))
            report(rule, view, &tokens[i - 1], &tokens[i + 1], MTL_POSSIBLE, sink);
        else if (is_leaning(view->lang, tokens, i, end))
            report(rule, view, &tokens[i - 1], &tokens[i + 1], leaning_proof(&tokens[i], &tokens[i + 1]), sink);
    }
}

const mtl_check mtl_check_dash = {
    .name = "dash",
    .doc = "a dash that became a hyphen glued to its neighbours",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
