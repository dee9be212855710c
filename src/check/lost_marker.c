/* lost_marker.c: the kind "lost_marker": a word of substance right before one that needs a marker or a linker before it: "paglikha mga larawan".
 *
 * What keeps it quiet: the small words behind which it may stand are told, and so are the endings of words that lead on; numbers, before which
 * it means "about". */
#include "lang/clump.h"
#include "rule/check.h"

#include <stddef.h>

typedef struct marker_params {
    mtl_strs marks, leads, endings, addressed;
    mtl_words marked, leading, called; /* of MARKS, LEADS and ADDRESSED; made by compile() */
} marker_params;

static const mtl_param params[] = {
    {"words", MTL_PARAM_STRINGS, offsetof(marker_params, marks), true, "words that need a marker or a linker before them", NULL},
    {"behind", MTL_PARAM_STRINGS, offsetof(marker_params, leads), true, "words behind which they stand by right", NULL},
    {"linked", MTL_PARAM_STRINGS, offsetof(marker_params, endings), false, "endings of such words", NULL},
    {"not-before", MTL_PARAM_STRINGS, offsetof(marker_params, addressed), false,
     "words before which they may stand behind anything: whom one speaks to, and what makes them mean about", NULL},
};

static bool compile(mtl_compiling *c)
{
    marker_params *p = c->rule->params;
    p->marked = mtl_words_make(&p->marks, c->arena);
    p->leading = mtl_words_make(&p->leads, c->arena);
    p->called = mtl_words_make(&p->addressed, c->arena);
    return true;
}

static bool is_plain(const mtl_token *t)
{
    return (t->type->letters == MTL_LOWER || t->type->letters == MTL_CAPITAL) && !(t->flags & MTL_IN_CODE) &&
           !mtl_token_has_digit(t);
}

/* T may stand before such a word: it is told, or ends so. */
static bool leads(const marker_params *p, const mtl_token *t)
{
    for (uint32_t i = 0; i < p->endings.n; i++)
        if (mtl_str_ends(t->type->folded->form, p->endings.items[i]))
            return true;
    return mtl_words_has(&p->leading, t->type);
}

/* "mga 30", "mga dalawampung tao": about so many. */
static bool is_counted(const marker_params *p, const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *lexeme = t->type->kind == MTL_WORD ? mtl_view_lexeme(view, t->type) : NULL;
    return t->type->kind != MTL_WORD || mtl_token_has_digit(t) || mtl_words_has(&p->called, t->type) ||
           (lexeme && lexeme->is & MTL_IS_NUMERAL);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const marker_params *p = rule->params;
    const mtl_block *block = view->block;
    const mtl_token *tokens = view->doc->tokens.items + block->first_token;
    if (block->profile->base != view->lang->base)
        return;
    for (uint32_t i = 1; i + 1 < block->ntokens; i++) {
        const mtl_token *t = &tokens[i];
        if (t->type->letters != MTL_LOWER || !mtl_words_has(&p->marked, t->type) || !mtl_token_is_spaced(t) || !is_plain(t) ||
            !is_plain(t - 1) || leads(p, t - 1) || is_counted(p, view, t + 1) || mtl_quotes_inside(&view->facts->quotes, t->at.at))
            continue;
        mtl_hit_proof(mtl_emit(rule, sink, mtl_span_join(t[-1].at, t->at)), MTL_LIKELY);
    }
}

const mtl_check mtl_check_lost_marker = {
    .name = "lost_marker",
    .doc = "a word of substance right before one that needs a marker or a linker before it",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(marker_params),
    .compile = compile,
    .run = run,
};
