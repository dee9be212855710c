/* apposition.c: the kind "apposition": an office lost before a name in apposition, so that another's name takes its place: "Präsident Ricardo
 * Almeida, Teresa Pinto, erklärte" for the spokeswoman of the president. The engine took the genitive for the subject.
 *
 * What keeps it quiet: the office begins the sentence in the singular, both names are full, and a verb follows the second comma; lists of
 * people go on with a conjunction or a further name. */
#include "rule/check.h"

#include <stddef.h>

typedef struct apposition_params {
    mtl_strs offices;
    mtl_words set; /* of them; made by compile() */
} apposition_params;

static const mtl_param params[] = {
    {"offices", MTL_PARAM_STRINGS, offsetof(apposition_params, offices), true,
     "what a person is who speaks for others, in the singular", NULL},
};

enum { LEAD = 3, BETWEEN = 2 }; /* words before the office, and between it and the name */

static bool compile(mtl_compiling *c)
{
    apposition_params *p = c->rule->params;
    p->set = mtl_words_make(&p->offices, c->arena);
    return true;
}

static bool is_finite(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    return lexeme && lexeme->is & MTL_IS_FINITE;
}

static bool is_comma(const mtl_token *t)
{
    return t->type->code == ',';
}

/* The token behind the office with which the sentence FROM .. TO begins, or TO. */
static uint32_t office_end(const apposition_params *p, const mtl_view *view, uint32_t from, uint32_t to)
{
    const mtl_token *tokens = view->doc->tokens.items;
    for (uint32_t i = from; i < to && i < from + LEAD; i++) {
        if (mtl_words_has(&p->set, tokens[i].type))
            return i + 1;
        if (tokens[i].type->kind != MTL_WORD || (i > from && tokens[i].type->letters != MTL_LOWER))
            break;
    }
    return to;
}

static void check_sentence(const mtl_rule *rule, const mtl_view *view, uint32_t from, uint32_t to, mtl_sink *sink)
{
    const mtl_token *tokens = view->doc->tokens.items;
    uint32_t i = office_end(rule->params, view, from, to);
    for (uint32_t n = 0; n < BETWEEN && i < to && tokens[i].type->letters == MTL_LOWER; n++)
        i++;
    const uint32_t first = mtl_view_name_end(view, i, to);
    if (first == i || first + 1 >= to || !is_comma(&tokens[first]))
        return;
    const uint32_t second = mtl_view_name_end(view, first + 1, to);
    if (second == first + 1 || second + 1 >= to || !is_comma(&tokens[second]))
        return;
    const mtl_token *verb = &tokens[second + 1];
    if (verb->type->letters != MTL_LOWER || !is_finite(view, verb) || mtl_words_has(&view->lang->conjunctions, verb->type) ||
        mtl_quotes_inside(&view->facts->quotes, tokens[from].at.at))
        return;
    mtl_hit *hit = mtl_emit(rule, sink, mtl_span_join(tokens[from].at, tokens[second].at));
    mtl_hit_name(hit, "first", mtl_str_cut(view->doc->text, mtl_span_join(tokens[i].at, tokens[first - 1].at)));
    mtl_hit_name(hit, "second", mtl_str_cut(view->doc->text, mtl_span_join(tokens[first + 1].at, tokens[second - 1].at)));
    mtl_hit_proof(hit, MTL_LIKELY);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_doc *doc = view->doc;
    for (uint32_t s = view->block->first_sentence; s < view->block->first_sentence + view->block->nsentences; s++) {
        const mtl_span at = doc->sentences.items[s];
        check_sentence(rule, view, mtl_doc_token_from(doc, at.at), mtl_doc_token_from(doc, mtl_span_end(at)), sink);
    }
}

const mtl_check mtl_check_apposition = {
    .name = "apposition",
    .doc = "an office lost before a name in apposition",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(apposition_params),
    .compile = compile,
    .run = run,
};
