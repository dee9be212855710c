/* rendering.c: the kind "rendering": an English word that stands in the text although the language has a word for it: "ang envoy" for the
 * sugo, "isang truce". Its list says of each English word what the language says, and whether people use it all the same: "no", in texts
 * on technical matters ("it"), or everywhere ("yes").
 *
 * What keeps it quiet: names, code, English that goes on beyond the word, words of a trade where the text is of that trade; and a lone word
 * proves nothing by itself. */
#include "lang/clump.h"
#include "rule/lists.h"

#include <stddef.h>

typedef enum standing { NEVER, TRADE, ALWAYS } standing; /* where people use the English word */

typedef struct entry {
    mtl_str renderings; /* parted by " | " */
    standing standing;
} entry;

typedef struct rendering_params {
    mtl_strs list, domain;
    mtl_strs domain_words;  /* of the list DOMAIN; made by compile(), as what follows */
    mtl_list_index english; /* phrases, in the order of entries */
    entry *entries;
} rendering_params;

static const mtl_param params[] = {
    {"list", MTL_PARAM_STRINGS, offsetof(rendering_params, list), true,
     "the word list: English, tab, no, it or yes, tab, what the language says, parted by “ | ”", NULL},
    {"domain", MTL_PARAM_STRINGS, offsetof(rendering_params, domain), false,
     "the word list of which a text of a trade that speaks English has two words", NULL},
};

enum { FEW_WORDS = 60 /* one word of the trade among so many makes a text of it */ };

/* ---- the list ---- */

static bool read_standing(mtl_str word, standing *s)
{
    static const char *const names[] = {[NEVER] = "no", [TRADE] = "it", [ALWAYS] = "yes"};
    for (size_t i = 0; i < MTL_COUNT(names); i++)
        if (mtl_str_is(word, names[i])) {
            *s = (standing)i;
            return true;
        }
    return false;
}

static bool read_entry(mtl_str line, mtl_str *english, entry *e)
{
    mtl_str rest, word;
    if (!mtl_str_halves(line, '\t', english, &rest))
        return false;
    if (!mtl_str_halves(rest, '\t', &word, &e->renderings))
        word = rest;
    return read_standing(word, &e->standing) && (e->renderings.n || e->standing == ALWAYS);
}

static bool refuse(mtl_compiling *c, mtl_str line)
{
    const rendering_params *p = c->rule->params;
    const mtl_yaml place = {.line = p->list.lines[0]};
    mtl_problem_at(c->problems, c->rule->info.file, &place,
                   "the list has “%.*s”; it needs English, tab, no, it or yes, tab, renderings", MTL_FMT(line));
    return false;
}

static bool compile(mtl_compiling *c)
{
    rendering_params *p = c->rule->params;
    mtl_strs lines;
    if (!mtl_lists_read_all(c, &p->list, &lines) || !mtl_lists_read_all(c, &p->domain, &p->domain_words))
        return false;
    p->entries = mtl_arena_array(c->arena, entry, lines.n);
    const mtl_strs english = {.items = mtl_arena_array(c->arena, mtl_str, lines.n), .n = lines.n};
    for (uint32_t i = 0; i < lines.n; i++)
        if (!read_entry(lines.items[i], &english.items[i], &p->entries[i]))
            return refuse(c, lines.items[i]);
    p->english = mtl_lists_index(&english, c->arena);
    return true;
}

/* ---- the text ---- */

typedef struct place { /* English words in the text */
    const entry *entry;
    uint32_t first, n; /* tokens */
    uint32_t block;
} place;

typedef struct search {
    const rendering_params *p;
    const mtl_view *view;
    const mtl_token *tokens; /* of the document */
    MTL_VEC(place) places;
    uint32_t trade; /* words of the trade, listed so */
} search;

static bool is_code(const search *s, uint32_t i, uint32_t from, uint32_t end)
{
    const mtl_token *tokens = s->tokens + from;
    return s->tokens[i].flags & MTL_IN_CODE || mtl_clump_is_technical(tokens, mtl_clump_around(tokens, i - from, end - from));
}

/* A name: a capital where the word has no other reason for one. Where English is not mixed in, any capital may be a name's. */
static bool is_name(const search *s, const mtl_block *block, uint32_t i)
{
    const mtl_token *t = &s->tokens[i];
    if (t->type->letters != MTL_LOWER && (t->type->letters != MTL_CAPITAL || !s->view->lang->mixes_english))
        return true;
    return t->type->letters == MTL_CAPITAL && !mtl_casing_is_head(s->view->doc, block, i) &&
           mtl_casing_of(&s->view->facts->casing, t->type->hash).capital > 1;
}

static void look(search *s, uint32_t b)
{
    const mtl_block *block = &s->view->doc->blocks.items[b];
    const uint32_t from = block->first_token, end = from + block->ntokens;
    for (uint32_t i = from; i < end; i++) {
        uint32_t n;
        const mtl_token *t = &s->tokens[i];
        if (t->type->kind != MTL_WORD || !mtl_view_english(s->view, t->type) || is_code(s, i, from, end))
            continue;
        const uint32_t found = mtl_lists_find(&s->p->english, s->tokens, i, end, &n, s->view->scratch);
        if (found == MTL_ID_NONE || (n == 1 && (mtl_view_is_own(s->view, t->type) || is_name(s, block, i))))
            continue;
        const entry *e = &s->p->entries[found];
        s->trade += e->standing == TRADE;
        mtl_vec_push(&s->places, s->view->scratch, ((place){e, i, n, b}));
        i += n - 1;
    }
}

static bool is_capital(const search *s, uint32_t i)
{
    return s->tokens[i].type->letters == MTL_CAPITAL || s->tokens[i].type->letters == MTL_UPPER;
}

/* Part of a longer word, a name or a file name: "mag-develop", "azure.yaml", but not "pag -shelling". */
static bool is_joined(const search *s, const place *at)
{
    const mtl_block *block = &s->view->doc->blocks.items[at->block];
    const uint32_t from = block->first_token, end = from + block->ntokens, first = at->first, behind = first + at->n;
    const mtl_token *tokens = s->tokens;
    if (first > from && mtl_token_is_glued(&tokens[first]) &&
        (mtl_token_is_word(&tokens[first - 1]) || tokens[first - 1].type->code == '.' || tokens[first - 1].type->code == '/' ||
         (mtl_token_is_hyphen(&tokens[first - 1]) && !mtl_token_is_spaced(&tokens[first - 1]))))
        return true;
    return behind < end && mtl_token_is_glued(&tokens[behind]) &&
           (mtl_token_is_word(&tokens[behind]) || mtl_token_is_hyphen(&tokens[behind]) || tokens[behind].type->code == '/' ||
            (tokens[behind].type->code == '.' && behind + 1 < end && mtl_token_is_glued(&tokens[behind + 1])));
}

/* English goes on beyond the place, or it is a part of a name. */
static bool goes_on(const search *s, const place *at)
{
    const mtl_block *block = &s->view->doc->blocks.items[at->block];
    const uint32_t from = block->first_token, end = from + block->ntokens, behind = at->first + at->n;
    const bool capital = is_capital(s, at->first), before = at->first > from, after = behind < end;
    return (before && mtl_view_is_only_english(s->view, &s->tokens[at->first - 1])) ||
           (after && mtl_view_is_only_english(s->view, &s->tokens[behind])) ||
           (capital && at->n == 1 && ((before && is_capital(s, at->first - 1)) || (after && is_capital(s, behind))));
}

/* The first of RENDERINGS, the most usual. */
static mtl_str best_of(mtl_str renderings)
{
    const size_t bar = mtl_str_find(renderings, MTL_LIT(" | "), 0);
    return (mtl_str){renderings.p, bar == SIZE_MAX ? renderings.n : bar};
}

static void judge(const mtl_rule *rule, const search *s, const place *at, mtl_sink *sink)
{
    if (at->entry->standing != NEVER || goes_on(s, at) || is_joined(s, at))
        return;
    mtl_hit *hit = mtl_emit(rule, sink, mtl_span_join(s->tokens[at->first].at, s->tokens[at->first + at->n - 1].at));
    mtl_hit_name(hit, "rendering", best_of(at->entry->renderings));
    mtl_hit_proof(hit, MTL_FAINT);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    search s = {.p = rule->params, .view = view, .tokens = view->doc->tokens.items};
    if (!view->english || view->lang->lexicon == view->english)
        return;
    for (uint32_t b = 0; b < view->doc->blocks.n; b++)
        if (view->doc->blocks.items[b].profile->base == view->lang->base && !view->doc->blocks.items[b].lang.n)
            look(&s, b);
    if (s.trade * FEW_WORDS >= view->facts->words || mtl_view_is_about(view, &s.p->domain_words))
        return; /* a text of the trade mixes as its readers do */
    for (uint32_t i = 0; i < s.places.n; i++)
        judge(rule, &s, &s.places.items[i], sink);
}

const mtl_check mtl_check_rendering = {
    .name = "rendering",
    .doc = "an English word that the language has a word for",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(rendering_params),
    .compile = compile,
    .run = run,
};
