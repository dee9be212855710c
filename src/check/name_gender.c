/* name_gender.c: the kind "name_gender": a name with the article of one gender here and of the other in the rest of the text: "o módulo da Redis"
 * where it is "o Redis" else. An engine translates sentence by sentence, and a product's name has no gender that it would know.
 *
 * What keeps it quiet: words of the language, and names of people and places, of which two may have one name; names of several words, for
 * the article may belong to the first; and that only the rarer gender is marked, where the usual one is clear. */
#include "base/ids.h"
#include "rule/check.h"

#include <stddef.h>

enum { GENDERS = 3, NO_GENDER = GENDERS, USUAL = 3, CLEAR = 2 }; /* so often, and so many times as often, is one gender clear */

typedef struct name_gender_params {
    mtl_strs articles;
    mtl_map by_form; /* folded form -> its gender; made by compile() */
} name_gender_params;

static const mtl_param params[] = {
    {"articles", MTL_PARAM_STRINGS, offsetof(name_gender_params, articles), true,
     "articles that stand with one gender, and which: “da>f”; m f n", NULL},
};

static bool compile(mtl_compiling *c)
{
    static const char letters[GENDERS + 1] = "mfn";
    name_gender_params *p = c->rule->params;
    bool ok = true;
    mtl_map_init(&p->by_form, c->arena);
    for (uint32_t i = 0; i < p->articles.n; i++) {
        mtl_str word, gender;
        const bool halves = mtl_str_halves(p->articles.items[i], '>', &word, &gender) && gender.n == 1;
        const char *at = halves ? memchr(letters, gender.p[0], GENDERS) : NULL;
        if (at) {
            *mtl_map_put(&p->by_form, mtl_fold(word, c->arena)) = (uint32_t)(at - letters);
            continue;
        }
        const mtl_yaml place = {.line = p->articles.lines[i]};
        mtl_problem_at(c->problems, c->rule->info.file, &place, "“%.*s” needs a word, “>”, and m, f or n",
                       MTL_FMT(p->articles.items[i]));
        ok = false;
    }
    return ok;
}

/* ---- the text ---- */

/* A name that is no word of the language, nor that of a person or a place. */
static bool is_name(const mtl_view *view, const mtl_token *t)
{
    enum { SHORTEST = 3 };
    const uint32_t other = MTL_IS_NOUN | MTL_IS_VERB | MTL_IS_ADJECTIVE | MTL_IS_GIVEN | MTL_IS_FAMILY | MTL_IS_PLACE;
    const bool capital = t->type->letters == MTL_CAPITAL || t->type->letters == MTL_UPPER || t->type->letters == MTL_MIXED;
    return t->type->kind == MTL_WORD && capital && t->type->nchars >= SHORTEST && mtl_token_is_spaced(t) &&
           !(view->facts->lemmas.is[t - view->doc->tokens.items] & other);
}

/* The name goes on behind T: "do Docker Hub", "da Redis-Cloud", "do Redis.md". */
static bool goes_on(const mtl_token *t, const mtl_token *end)
{
    if (t + 1 >= end)
        return false;
    const mtl_token *next = t + 1;
    const bool file = next->type->code == '.' && next + 1 < end && mtl_token_is_glued(next + 1);
    const bool name = next->type->kind == MTL_WORD && next->type->letters != MTL_LOWER;
    return file || name || mtl_token_is_hyphen(next) || next->type->code == '/';
}

/* The gender of the article before the name T; NO_GENDER: no such article, or no name. */
static uint32_t gender_of(const name_gender_params *p, const mtl_view *view, const mtl_token *t, const mtl_token *end)
{
    const mtl_type *article = t[-1].type;
    if (article->kind != MTL_WORD || !is_name(view, t) || goes_on(t, end))
        return NO_GENDER;
    const uint32_t gender = mtl_map_get_hashed(&p->by_form, article->folded->form, article->hash);
    return gender == MTL_MAP_NONE ? NO_GENDER : gender;
}

typedef struct tally { /* how often a name has an article of each gender */
    uint32_t n[GENDERS];
} tally;

typedef struct tallies {
    mtl_ids index; /* hash of a name -> index of its tally */
    MTL_VEC(tally) items;
} tallies;

typedef void visit_fn(const mtl_rule *rule, const mtl_view *view, tallies *all, const mtl_token *name, uint32_t gender,
                      mtl_sink *sink);

static void each(const mtl_rule *rule, const mtl_view *view, tallies *all, visit_fn *visit, mtl_sink *sink)
{
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = &view->doc->blocks.items[b];
        if (block->profile->base != view->lang->base)
            continue;
        const mtl_token *first = view->doc->tokens.items + block->first_token, *end = first + block->ntokens;
        for (const mtl_token *t = first + 1; t < end; t++) {
            const uint32_t gender = gender_of(rule->params, view, t, end);
            if (gender != NO_GENDER)
                visit(rule, view, all, t, gender, sink);
        }
    }
}

static void count(const mtl_rule *rule, const mtl_view *view, tallies *all, const mtl_token *name, uint32_t gender, mtl_sink *sink)
{
    (void)rule, (void)sink;
    uint32_t *at = mtl_ids_put(&all->index, name->type->hash);
    if (*at == MTL_ID_NONE) {
        *at = all->items.n;
        mtl_vec_push(&all->items, view->scratch, (tally){{0}});
    }
    all->items.items[*at].n[gender]++;
}

static void mark(const mtl_rule *rule, const mtl_view *view, tallies *all, const mtl_token *name, uint32_t gender, mtl_sink *sink)
{
    const tally *t = &all->items.items[mtl_ids_get(&all->index, name->type->hash)];
    uint32_t usual = 0;
    for (uint32_t g = 1; g < GENDERS; g++)
        if (t->n[g] > t->n[usual])
            usual = g;
    if (gender == usual || t->n[usual] < USUAL || t->n[usual] < CLEAR * t->n[gender])
        return;
    mtl_hit *hit = mtl_emit(rule, sink, mtl_span_join(name[-1].at, name->at));
    mtl_hit_name(hit, "article", mtl_token_text(view->doc, name - 1));
    mtl_hit_name(hit, "name", mtl_token_text(view->doc, name));
    mtl_hit_proof(hit, MTL_POSSIBLE); /* people do so too */
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    tallies all = {0};
    mtl_ids_init(&all.index, view->scratch);
    each(rule, view, &all, count, sink);
    if (all.items.n)
        each(rule, view, &all, mark, sink);
}

const mtl_check mtl_check_name_gender = {
    .name = "name_gender",
    .doc = "a name with the article of another gender than in the rest of the text",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(name_gender_params),
    .compile = compile,
    .run = run,
};
