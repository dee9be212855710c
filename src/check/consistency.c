/* consistency.c: the kind "consistency": a text that should keep to one of several ways and does not: "Sie" here and "du" there, European
 * Portuguese with Brazilian words. An engine translates sentence by sentence, and each was learned from other texts.
 *
 * What keeps it quiet: quotations and code, names, and that only the rarer way is marked, where it is rare. */
#include "lang/chars.h"
#include "rule/check.h"

#include <stddef.h>

enum { MOST_WAYS = 4, CLEAR = 3 }; /* CLEAR: so many times as often, and so often at least, is the usual way clear */

typedef struct way {
    mtl_str name;
    mtl_strs words, orders, later;
    bool kept; /* its words mean other things besides: they count, and are never marked */
} way;

typedef struct word {
    mtl_str form, counterpart; /* without one where it is empty */
    uint32_t way;
    enum { ANYWHERE, ORDERS, LATER_ORDERS } where; /* it counts */
} word;

typedef struct consistency_params {
    mtl_strs pairs, openers;
    uint32_t least;
    mtl_map index; /* folded form -> index of words; made by compile(), as what follows */
    word *words;
    uint32_t nwords;
    mtl_words opening;
} consistency_params;

static const mtl_param params[] = {
    {"pairs", MTL_PARAM_STRINGS, offsetof(consistency_params, pairs), false,
     "words of the first way and the second, each other's fix", NULL},
    {"least", MTL_PARAM_COUNT, offsetof(consistency_params, least), false,
     "how many different words of the usual way the text must have", NULL},
    {"openers", MTL_PARAM_STRINGS, offsetof(consistency_params, openers), false,
     "words that open a sentence whose order stands behind a comma: “if”", NULL},
};
static const mtl_param entry_params[] = {
    {"way", MTL_PARAM_STRING, offsetof(way, name), true, "what the way is called", NULL},
    {"words", MTL_PARAM_STRINGS, offsetof(way, words), false,
     "words that only this way has; with a capital: only so, and within a sentence", NULL},
    {"orders", MTL_PARAM_STRINGS, offsetof(way, orders), false,
     "verbs that only this way has where orders are given: at the head of a sentence, or behind the comma of one that an opener "
     "opens",
     NULL},
    {"later-orders", MTL_PARAM_STRINGS, offsetof(way, later), false, "verbs that are orders only behind such a comma", NULL},
    {"kept", MTL_PARAM_BOOL, offsetof(way, kept), false, "its words are never marked, for they mean other things too", NULL},
};

/* ---- the rule ---- */

static bool refuse(mtl_compiling *c, uint32_t line, const char *what)
{
    const mtl_yaml place = {.line = line};
    mtl_problem_at(c->problems, c->rule->info.file, &place, "%s", what);
    return false;
}

static void add(mtl_compiling *c, word added)
{
    consistency_params *p = c->rule->params;
    p->words[p->nwords] = added;
    *mtl_map_put(&p->index, mtl_fold(added.form, c->arena)) = p->nwords++;
}

static bool compile(mtl_compiling *c)
{
    consistency_params *p = c->rule->params;
    const way *ways = c->rule->entries;
    uint32_t most = 2 * p->pairs.n;
    for (uint32_t w = 0; w < c->rule->nentries; w++)
        most += ways[w].words.n + ways[w].orders.n + ways[w].later.n;
    if (c->rule->nentries < 2 || c->rule->nentries > MOST_WAYS)
        return refuse(c, 0, "needs two to four entries, one for each way");
    p->words = mtl_arena_array(c->arena, word, most);
    mtl_map_init(&p->index, c->arena);
    p->opening = mtl_words_make(&p->openers, c->arena);
    for (uint32_t w = 0; w < c->rule->nentries; w++) {
        const mtl_strs *const lists[] = {[ANYWHERE] = &ways[w].words, [ORDERS] = &ways[w].orders, [LATER_ORDERS] = &ways[w].later};
        for (uint32_t where = 0; where < MTL_COUNT(lists); where++)
            for (uint32_t i = 0; i < lists[where]->n; i++)
                add(c, (word){.form = lists[where]->items[i], .way = w, .where = where});
    }
    for (uint32_t i = 0; i < p->pairs.n; i++) {
        mtl_str first, second;
        if (!mtl_str_halves(p->pairs.items[i], '>', &first, &second))
            return refuse(c, p->pairs.lines[i], "needs a word on both sides of “>”: “a>b”");
        add(c, (word){.form = first, .counterpart = second, .way = 0});
        add(c, (word){.form = second, .counterpart = first, .way = 1});
    }
    return true;
}

/* ---- the text ---- */

/* "If you like, open the door", "Click here and open the door": token I stands behind the comma of a sentence that an opener opens, or behind
 * "and" in one that begins with an order. */
static bool is_later_order(const consistency_params *p, const mtl_view *view, const mtl_block *block, uint32_t i)
{
    const mtl_token *tokens = view->doc->tokens.items;
    if (i == block->first_token)
        return false;
    const uint32_t first = mtl_doc_token_from(view->doc, mtl_doc_sentence_at(view->doc, block, tokens[i].at.at).at);
    if (tokens[i - 1].type->code == ',')
        return mtl_words_has(&p->opening, tokens[first].type);
    const uint32_t head = mtl_map_get_hashed(&p->index, tokens[first].type->folded->form, tokens[first].type->hash);
    return mtl_words_has(&view->lang->conjunctions, tokens[i - 1].type) && head != MTL_MAP_NONE && p->words[head].where == ORDERS;
}

/* The word of the rule that token I of the block is, or NULL. */
static const word *find(const mtl_rule *rule, const mtl_view *view, const mtl_block *block, uint32_t i)
{
    const consistency_params *p = rule->params;
    const mtl_token *t = &view->doc->tokens.items[i];
    if (t->type->kind != MTL_WORD || t->type->letters == MTL_UPPER || t->type->letters == MTL_MIXED || t->flags & MTL_IN_CODE)
        return NULL;
    const uint32_t at = mtl_map_get_hashed(&p->index, t->type->folded->form, t->type->hash);
    if (at == MTL_MAP_NONE || mtl_quotes_inside(&view->facts->quotes, t->at.at))
        return NULL;
    const word *w = &p->words[at];
    const bool head = mtl_casing_is_head(view->doc, block, i), small = t->type->letters == MTL_LOWER;
    if (w->where != ANYWHERE)
        return (head && w->where == ORDERS) || is_later_order(p, view, block, i) ? w : NULL;
    if (mtl_str_same(w->form, t->type->folded->form))
        return small || head || mtl_words_has(&view->lang->functions, t->type) ? w : NULL;
    return !small && !head ? w : NULL;
}

typedef void visit_fn(void *user, const mtl_token *t, const word *w);

static void each(const mtl_rule *rule, const mtl_view *view, visit_fn *visit, void *user)
{
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = &view->doc->blocks.items[b];
        if (block->profile->base != view->lang->base)
            continue;
        for (uint32_t i = block->first_token; i < block->first_token + block->ntokens; i++) {
            const word *w = find(rule, view, block, i);
            if (w)
                visit(user, &view->doc->tokens.items[i], w);
        }
    }
}

typedef struct tally {
    const word *words;
    bool *seen;                                                    /* of words */
    uint32_t n[MOST_WAYS], different[MOST_WAYS], first[MOST_WAYS]; /* how often; how many words; the place of the first */
} tally;

static void count(void *user, const mtl_token *t, const word *w)
{
    tally *all = user;
    if (all->n[w->way]++ == 0)
        all->first[w->way] = t->at.at;
    all->different[w->way] += !all->seen[w - all->words];
    all->seen[w - all->words] = true;
}

typedef struct marking {
    const mtl_rule *rule;
    const mtl_view *view;
    mtl_sink *sink;
    tally all;
    uint32_t usual;
} marking;

static void mark(void *user, const mtl_token *t, const word *w)
{
    const marking *m = user;
    const way *ways = m->rule->entries;
    if (w->way == m->usual || ways[w->way].kept)
        return;
    const uint32_t often = m->all.n[m->usual], rare = m->all.n[w->way];
    mtl_hit *hit = mtl_emit(m->rule, m->sink, t->at);
    mtl_hit_name(hit, "way", ways[w->way].name);
    mtl_hit_name(hit, "usual", ways[m->usual].name);
    if (w->counterpart.n)
        mtl_hit_fix(hit, t->at, t->type->letters == MTL_CAPITAL ? mtl_capitalise(w->counterpart, m->view->scratch) : w->counterpart,
                    MTL_UNSAFE);
    mtl_hit_proof(hit, often >= CLEAR && often >= CLEAR * rare ? MTL_LIKELY : MTL_POSSIBLE);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const consistency_params *p = rule->params;
    const way *ways = rule->entries;
    marking m = {.rule = rule, .view = view, .sink = sink};
    m.all = (tally){.words = p->words, .seen = mtl_arena_array(view->scratch, bool, p->nwords)};
    each(rule, view, count, &m.all);
    for (uint32_t w = 1; w < rule->nentries; w++) {
        const uint32_t n = m.all.n[w], most = m.all.n[m.usual];
        if (n > most || (n == most && n && !ways[m.usual].kept && m.all.first[w] < m.all.first[m.usual]))
            m.usual = w;
    }
    if (m.all.different[m.usual] >= p->least)
        each(rule, view, mark, &m);
}

const mtl_check mtl_check_consistency = {
    .name = "consistency",
    .doc = "a text that keeps to one of several ways",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(consistency_params),
    .entry_params = entry_params,
    .nentry_params = MTL_COUNT(entry_params),
    .entry_size = sizeof(way),
    .compile = compile,
    .run = run,
};
