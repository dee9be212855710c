/* dash.c: the kind "dash": a dash that was turned into a hyphen and glued to its neighbours: "sagte ab-eine Entscheidung". No language
 * joins an article or conjunction by a hyphen to the word before it, so one of the language's list there betrays the dash. Compounds that hold one
 * ("Kopf-an-Kopf") are longer. */
#include "rule/check.h"

enum { LONGEST_PARTICLE = 5 };

static bool glued(const mtl_token *t)
{
    return !(t->flags & MTL_SPACE_BEFORE);
}

static bool is_word(const mtl_token *t)
{
    return t->type->kind == MTL_WORD;
}

static bool is_hyphen(const mtl_token *t)
{
    return t->type->code == '-';
}

/* Neighbours in a chain of hyphens: a compound of three words or more. */
static bool in_chain(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    const bool before = i >= 3 && is_hyphen(&tokens[i - 2]) && glued(&tokens[i - 2]) && glued(&tokens[i - 1]);
    const bool after = i + 2 < end && is_hyphen(&tokens[i + 2]) && glued(&tokens[i + 2]);
    return before || after;
}

/* Token I is a hyphen glued between two words of which the right one is never joined by a hyphen in this language. "Steuer-und" is
 * a suspended hyphen that lost its space. */
static bool is_collapsed(const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    if (!is_hyphen(&tokens[i]) || !glued(&tokens[i]) || !glued(&tokens[i + 1]) || !is_word(&tokens[i - 1]) ||
        !is_word(&tokens[i + 1]))
        return false;
    const mtl_type *left = tokens[i - 1].type, *right = tokens[i + 1].type;
    if (right->letters != MTL_LOWER || !mtl_words_has(&view->lang->never_joined, right) || in_chain(tokens, i, end))
        return false;
    if (left->letters != MTL_LOWER && mtl_words_has(&view->lang->suspends, right))
        return false;
    /* "hin-und hergerissen", "ein-und ausladen": a suspended hyphen before a verb lost its space. */
    if (left->nchars <= LONGEST_PARTICLE && mtl_words_has(&view->lang->conjunctions, right) &&
        mtl_words_has(&view->lang->suspends, right))
        return false;
    if (mtl_words_has(&view->lang->clitics, right) || mtl_words_has(&view->lang->prefixes, left) || left->hash == right->hash)
        return false;
    /* A clause goes on behind the dash. */
    return i + 2 < end && is_word(&tokens[i + 2]) && (tokens[i + 2].flags & MTL_SPACE_BEFORE) && left->nchars > 1;
}

static void report(const mtl_rule *rule, const mtl_view *view, const mtl_token *left, const mtl_token *right, mtl_proof proof,
                   mtl_sink *sink)
{
    const mtl_span at = mtl_span_join(left->at, right->at);
    mtl_hit *hit = mtl_emit(rule, view, sink, at);

    const mtl_str fix = mtl_str_format(view->scratch, "%.*s – %.*s", MTL_FMT(left->type->form), MTL_FMT(right->type->form));
    mtl_hit_fix(hit, at, fix, MTL_UNSAFE);
    mtl_hit_proof(hit, proof);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    const uint32_t end = view->block->ntokens;
    for (uint32_t i = 1; i + 1 < end; i++) {
        if (is_collapsed(view, tokens, i, end))
            report(rule, view, &tokens[i - 1], &tokens[i + 1], MTL_LIKELY, sink);
    }
}

const mtl_check mtl_check_dash = {
    .name = "dash",
    .doc = "a dash that became a hyphen glued to its neighbours",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
