/* lead_in.c: the kind "lead_in": a subject that the verb behind it leaves no place for, since that has one of its own: "ikaw ay mauunawaan ang
 * kurso". Mostly the two stand apart, the subject at the end of a line that leads to a list, the verbs at the heads of its items.
 *
 * What keeps it quiet: it needs the subject, the copula and the marker, and nothing but a verb between. */
#include "rule/check.h"

#include <stddef.h>

typedef struct lead_params {
    mtl_strs subjects, topics;
    mtl_words subject, topic; /* made by compile() */
} lead_params;

static const mtl_param params[] = {
    {"subjects", MTL_PARAM_STRINGS, offsetof(lead_params, subjects), true, "pronouns that are the subject before the copula", NULL},
    {"topics", MTL_PARAM_STRINGS, offsetof(lead_params, topics), true, "markers of a subject behind its verb", NULL},
};

static bool compile(mtl_compiling *c)
{
    lead_params *p = c->rule->params;
    p->subject = mtl_words_make(&p->subjects, c->arena);
    p->topic = mtl_words_make(&p->topics, c->arena);
    return true;
}

/* A verb and nothing else, or a word that no list has. An adjective in running text has a subject of its own: "siya ay malakas ang loob". */
static bool may_be_verb(const mtl_view *view, const mtl_token *t, bool item)
{
    const mtl_lexeme *lexeme = t->type->kind == MTL_WORD ? mtl_view_lexeme(view, t->type) : NULL;
    const uint32_t other = MTL_IS_NOUN | MTL_IS_FUNCTION | MTL_IS_ADVERB | MTL_IS_NAME | (item ? 0 : MTL_IS_ADJECTIVE);
    return t->type->kind == MTL_WORD && (!lexeme || (lexeme->is & MTL_IS_VERB && !(lexeme->is & other)));
}

/* How many tokens the verb at T has: 1, or 3 of "i-configure"; 0 where there is none. */
static uint32_t verb_at(const mtl_view *view, const mtl_token *t, const mtl_token *end, bool item)
{
    if (t + 3 < end && mtl_words_has(&view->lang->prefixes, t->type) && mtl_token_is_hyphen(&t[1]) && mtl_token_is_glued(&t[1]) &&
        mtl_token_is_glued(&t[2]) && t[2].type->kind == MTL_WORD)
        return 3;
    return t < end && may_be_verb(view, t, item);
}

/* The tokens at T, before END, of a verb and the marker of its own subject; 0 where no verb stands there, 1 where it has none. */
static uint32_t clash(const lead_params *p, const mtl_view *view, const mtl_token *t, const mtl_token *end, bool item)
{
    const uint32_t n = verb_at(view, t, end, item);
    const bool own = n && t + n < end && mtl_words_has(&p->topic, t[n].type);
    return own ? n + 1 : n > 0;
}

static void report(const mtl_rule *rule, const mtl_token *first, const mtl_token *last, mtl_sink *sink)
{
    mtl_hit_proof(mtl_emit(rule, sink, mtl_span_join(first->at, last->at)), MTL_LIKELY);
}

/* The items behind BLOCK, which ends in LEAD, as long as they begin with verbs. Where most have a subject, the lead is what is wrong. */
static void check_items(const mtl_rule *rule, const mtl_view *view, uint32_t block, const mtl_token *lead, mtl_sink *sink)
{
    enum { MOST = 12 };
    const mtl_block *blocks = view->doc->blocks.items;
    uint32_t end = block + 1, clashes = 0;
    uint32_t length[MOST];
    for (; end < view->doc->blocks.n && end <= block + MOST && blocks[end].kind == blocks[block + 1].kind; end++) {
        const mtl_token *t = &view->doc->tokens.items[blocks[end].first_token];
        const uint32_t n = length[end - block - 1] = clash(rule->params, view, t, t + blocks[end].ntokens, true);
        if (n == 0)
            break;
        clashes += n > 1;
    }
    if (clashes > 1 && clashes * 2 > end - block - 1) {
        report(rule, lead, lead + 1, sink);
        return;
    }
    for (uint32_t b = block + 1; b < end; b++) {
        const mtl_token *t = &view->doc->tokens.items[blocks[b].first_token];
        if (length[b - block - 1] > 1)
            report(rule, t, t + length[b - block - 1] - 1, sink);
    }
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const lead_params *p = rule->params;
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = &view->doc->blocks.items[b];
        const mtl_token *first = &view->doc->tokens.items[block->first_token], *end = first + block->ntokens;
        if (block->profile->base != view->lang->base)
            continue;
        for (const mtl_token *t = first; t + 2 < end; t++) {
            if (!mtl_words_has(&p->subject, t->type) || !mtl_words_has(&view->lang->copulas, t[1].type))
                continue;
            if (t[2].type->code == ':' && t + 3 == end)
                check_items(rule, view, b, t, sink);
            else if (clash(p, view, t + 2, end, false) > 1)
                report(rule, t + 2, t + 2 + verb_at(view, t + 2, end, false), sink);
        }
    }
}

const mtl_check mtl_check_lead_in = {
    .name = "lead_in",
    .doc = "a subject before a verb that has one of its own, also at the head of a list",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(lead_params),
    .compile = compile,
    .run = run,
};
