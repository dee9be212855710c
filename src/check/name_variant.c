/* name_variant.c: the kind "name_variant": one name in two spellings: "Lindqvist" and "Lindquist", "GitLab" and "Gitlab". An engine that
 * spells by sound writes a name anew each time; so does one that learned from many languages: "Lawrow" and "Lavrov".
 *
 * What keeps it quiet: words of the language and forms of one word, names that a list has both, and two people: each with a given name of
 * his own. */
#include "base/utf8.h"
#include "lang/chars.h"
#include "lang/clump.h"
#include "lang/reading.h"
#include "lang/skeleton.h"
#include "rule/lists.h"

#include <stddef.h>
#include <stdlib.h>

typedef struct variant_params {
    mtl_strs known;
    mtl_list_set set;  /* of these; made by compile(), as what follows */
    mtl_strs all;      /* the same, list behind list */
    mtl_ids by_folded; /* the hash of one of a single word -> its place in ALL; of several, that of the first */
} variant_params;

static const mtl_param params[] = {
    {"known", MTL_PARAM_STRINGS, offsetof(variant_params, known), false, "word lists of names that are right as they stand there",
     NULL},
};

/* LONG_NAME: letters of a name of which one may be another. MOST_NAMES: with the same initial that a name
 * is compared with. LONG_ALIKE: letters from which names that sound alike are one, though lists have both. */
enum { LONG_NAME = 6, SHORTEST = 2, MOST_NAMES = 200, ENDING = 2, LONGEST_ACRONYM = 5, LONG_ALIKE = 8 };

typedef struct name { /* as it is written */
    const mtl_type *type;
    const mtl_type *given; /* the name before it, where there is one; NULL where they differ, too */
    uint32_t n, first;     /* how often; the first token */
    bool several;          /* given names */
    mtl_str usual;         /* the spelling that it should have; empty: this one is right */
    mtl_proof proof;
} name;

static bool compile(mtl_compiling *c)
{
    variant_params *p = c->rule->params;
    if (!mtl_lists_read_set(c, &p->known, &p->set) || !mtl_lists_read_all(c, &p->known, &p->all))
        return false;
    mtl_ids_init(&p->by_folded, c->arena);
    for (uint32_t i = p->all.n; i-- > 0;) /* of two spellings that are right, the first */
        if (mtl_str_find(p->all.items[i], MTL_LIT(" "), 0) == SIZE_MAX)
            *mtl_ids_put(&p->by_folded, mtl_fold_hash(p->all.items[i])) = i;
    return true;
}

typedef struct names {
    const mtl_view *view;
    mtl_map index; /* form -> index */
    MTL_VEC(name) items;
} names;

static bool may_be_name(const mtl_view *view, const mtl_token *t)
{
    const mtl_type *type = t->type;
    return type->kind == MTL_WORD && type->letters != MTL_LOWER && type->letters != MTL_CASELESS && type->nchars >= SHORTEST &&
           !(t->flags & MTL_IN_CODE) && !mtl_quotes_inside(&view->facts->quotes, t->at.at);
}

/* "Depois", "Präsident": before a name, and no given name. */
static bool is_ordinary(const mtl_view *view, const mtl_type *type)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, type);
    return lexeme && lexeme->is & (MTL_IS_LOWER | MTL_IS_NOUN) && !(lexeme->is & MTL_IS_NAME);
}

static void add(names *all, uint32_t i)
{
    const mtl_token *t = &all->view->doc->tokens.items[i];
    uint32_t *at = mtl_map_put(&all->index, t->type->form);
    if (*at == MTL_MAP_NONE) {
        *at = all->items.n;
        mtl_vec_push(&all->items, all->view->scratch, ((name){.type = t->type, .first = i}));
    }
    name *n = &all->items.items[*at];
    n->n++;
    const mtl_token *before = i > 0 && !mtl_token_is_glued(t) ? t - 1 : NULL;
    if (!before || before->type->kind != MTL_WORD || before->type->letters != MTL_CAPITAL || is_ordinary(all->view, before->type))
        return;
    n->several |= n->given && n->given != before->type;
    n->given = before->type;
}

static names gather(const mtl_view *view)
{
    names all = {.view = view};
    mtl_map_init(&all.index, view->scratch);
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = &view->doc->blocks.items[b];
        for (uint32_t i = block->first_token; i < block->first_token + block->ntokens; i++)
            if (may_be_name(view, &view->doc->tokens.items[i]))
                add(&all, i);
    }
    return all;
}

/* ---- in other capitals ---- */

/* The form of B is that of A with fewer capitals: "Gitlab" of "GitLab", "Ui" of "UI". */
static bool lost_capitals(const mtl_view *view, const name *a, const name *b)
{
    if (b->type->letters != MTL_CAPITAL || (a->type->letters != MTL_MIXED && a->type->letters != MTL_UPPER))
        return false;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, b->type);
    const mtl_lexeme *english = mtl_view_english(view, b->type);
    const uint32_t word = MTL_IS_LOWER | MTL_IS_NOUN;
    if (a->type->letters == MTL_UPPER && (a->type->nchars > LONGEST_ACRONYM || (lexeme && lexeme->is & MTL_IS_NAME)))
        return false; /* a name that is shouted: "NIGEL" */
    return !(lexeme && lexeme->is & word) && !(english && english->is & word && a->type->letters == MTL_UPPER);
}

/* "ReacT": small letters but for the first and the last. */
static bool has_odd_end(mtl_str form)
{
    size_t end = form.n, at = 0;
    const uint32_t last = mtl_utf8_prev(form, &end);
    (void)mtl_utf8_next(form, &at);
    const mtl_str middle = {form.p + at, end > at ? end - at : 0};
    for (size_t i = 0; i < middle.n;)
        if (!mtl_char_is_lower(mtl_utf8_next(middle, &i)))
            return false;
    return middle.n > 1 && mtl_char_is_upper(last);
}

/* An abbreviation that a list has: it is right, however rare. */
static bool is_acronym(const mtl_view *view, const mtl_type *type)
{
    const mtl_lexeme *own = mtl_view_lexeme(view, type);
    const mtl_lexeme *english = mtl_view_english(view, type);
    return ((own ? own->is : 0) | (english ? english->is : 0)) & MTL_IS_ABBREVIATION;
}

/* ---- by a letter ---- */

static uint32_t differing(mtl_str a, mtl_str b, size_t *head)
{
    size_t i = 0, tail = 0;
    while (i < a.n && i < b.n && a.p[i] == b.p[i])
        i++;
    while (tail < a.n - i && tail < b.n - i && a.p[a.n - 1 - tail] == b.p[b.n - 1 - tail])
        tail++;
    *head = i;
    const size_t longer = a.n > b.n ? a.n : b.n;
    return (uint32_t)(longer - i - tail);
}

/* At HEAD the two differ in a letter that is doubled, or by one that sounds like the other. */
static bool sound_alike(mtl_str a, mtl_str b, size_t head)
{
    static const char *const pairs[] = {"sz", "qk", "uv", "vw", "iy", "ck", "jy"};
    if (a.n != b.n) {
        const mtl_str longer = a.n > b.n ? a : b;
        return longer.p[head] == longer.p[head - 1];
    }
    for (const char *const *p = pairs; p < MTL_END(pairs); p++)
        if ((a.p[head] == (*p)[0] && b.p[head] == (*p)[1]) || (a.p[head] == (*p)[1] && b.p[head] == (*p)[0]))
            return true;
    return false;
}

/* No word of the language: a name that no list has, or that only lists of names have. */
static bool is_unknown(const mtl_view *view, const name *n)
{
    const mtl_type *type = n->type;
    /* "Lindoso" could be an adjective, but not behind a given name. */
    return !mtl_view_lexeme(view, type) && !mtl_view_english(view, type) &&
           (n->given || !mtl_lang_reads(view->lang, type->folded->form));
}

static bool is_name_only(const mtl_view *view, const name *n)
{
    const mtl_lexeme *own = mtl_view_lexeme(view, n->type);
    const mtl_lexeme *lexeme = own ? own : mtl_view_english(view, n->type);
    return is_unknown(view, n) || (lexeme && lexeme->is & MTL_IS_NAME && !(lexeme->is & (MTL_IS_LOWER | MTL_IS_NOUN)));
}

static bool are_two_people(const name *a, const name *b)
{
    return a->several || b->several || (a->given && b->given && a->given->hash != b->given->hash);
}

static bool are_spellings(const mtl_view *view, const name *a, const name *b)
{
    const mtl_str x = a->type->folded->form, y = b->type->folded->form;
    if (a->type->letters != MTL_CAPITAL || b->type->letters != MTL_CAPITAL || a->type->nchars < LONG_NAME ||
        b->type->nchars < LONG_NAME || a->type->hash == b->type->hash || are_two_people(a, b))
        return false;
    size_t head;
    const uint32_t n = differing(x, y, &head);
    const size_t shorter = x.n < y.n ? x.n : y.n;
    /* Not in the ending, for that is grammar's, unless the letters sound alike. */
    const bool alike = n == 1 && head + 1 < (x.n > y.n ? x.n : y.n) && sound_alike(x, y, head);
    if (n == 0 || n > 2 || head == 0 || (head + ENDING >= shorter && !alike) || mtl_utf8_count(x) > mtl_utf8_count(y) + 1 ||
        mtl_utf8_count(y) > mtl_utf8_count(x) + 1)
        return false;
    const bool unknown = is_unknown(view, a) || is_unknown(view, b);
    return (unknown || (alike && a->type->nchars >= LONG_ALIKE)) && is_name_only(view, a) && is_name_only(view, b) &&
           (n == 1 || (a->given && b->given));
}

/* ---- by its sounds ---- */

/* A and B are one name as two languages write it. */
static bool sound_the_same(const mtl_view *view, const name *a, const name *b)
{
    enum { SHORTEST_SOUND = 5 };
    return a->type->letters == MTL_CAPITAL && b->type->letters == MTL_CAPITAL && a->type->hash != b->type->hash &&
           a->type->nchars >= SHORTEST_SOUND && b->type->nchars >= SHORTEST_SOUND && !are_two_people(a, b) &&
           (is_unknown(view, a) || is_unknown(view, b)) && is_name_only(view, a) && is_name_only(view, b);
}

/* ---- findings ---- */

/* ODD should be USUAL; the surest reason stands. */
static void set_usual(name *odd, mtl_str usual, mtl_proof proof)
{
    if (odd->usual.n && odd->proof >= proof)
        return;
    odd->usual = usual;
    odd->proof = proof;
}

/* ODD is written as no list has it: not with one capital what is somebody's name too or a word of the language. English has the words of
 * "WordPress" joined, too. */
static bool is_misspelt(const mtl_view *view, const name *odd)
{
    const mtl_type *type = odd->type;
    const mtl_lexeme *own = mtl_view_lexeme(view, type);
    const uint32_t word = MTL_IS_LOWER | MTL_IS_NOUN | MTL_IS_GIVEN | MTL_IS_FAMILY | MTL_IS_PLACE;
    return type->letters == MTL_MIXED || !(own && own->is & word);
}

/* The document has the name of A and B in two ways, and a list says which is right: one of them, or neither. False: no list knows it. */
static bool compare_known(const variant_params *p, const mtl_view *view, name *a, name *b)
{
    const uint32_t at = mtl_ids_get(&p->by_folded, a->type->hash);
    if (at == MTL_ID_NONE)
        return false;
    name *const both[] = {a, b};
    for (name *const *n = both; n < MTL_END(both); n++)
        if (!mtl_lists_has(&p->set, (*n)->type->form) && is_misspelt(view, *n))
            set_usual(*n, p->all.items[at], MTL_LIKELY);
    return true;
}

/* X is Y but for one letter that is another, too many or lost, or two that changed places. */
static bool has_slipped(mtl_str x, mtl_str y)
{
    size_t head;
    const uint32_t n = differing(x, y, &head);
    return n == 1 || (n == 2 && x.n == y.n && x.p[head] == y.p[head + 1] && x.p[head + 1] == y.p[head]);
}

/* X is Y with an ending that adjectives have, and verbs: "Phplisten". That of a genitive a name may have. */
static bool is_inflected(const mtl_lang *lang, mtl_str x, mtl_str y)
{
    const mtl_str end = {x.p + y.n, x.n - y.n};
    for (uint32_t i = 0; i < lang->inflections.n; i++)
        if (mtl_str_same(lang->inflections.items[i], end))
            return true;
    return false;
}

/* ODD is what an engine made of RIGHT, which a list has: no word, and not another product either, such as MySQLi beside MySQL. */
static bool is_deformed(const variant_params *p, const mtl_view *view, const name *odd, const name *right)
{
    const mtl_str x = odd->type->folded->form, y = right->type->folded->form;
    if (mtl_ids_get(&p->by_folded, right->type->hash) == MTL_ID_NONE ||
        mtl_ids_get(&p->by_folded, odd->type->hash) != MTL_ID_NONE || right->type->nchars < LONG_NAME || odd->given ||
        !is_unknown(view, odd))
        return false;
    const mtl_str stem = {x.p, x.n - 1};
    if (mtl_str_starts(x, y))
        return is_inflected(view->lang, x, y);
    if (x.p[x.n - 1] == 's' && mtl_forms_count(&view->facts->forms, stem))
        return false; /* a genitive of another name */
    return odd->n <= right->n && odd->type->nchars >= LONG_NAME - 1 && !mtl_str_starts(y, x) && has_slipped(x, y);
}

static void compare(const variant_params *p, const mtl_view *view, name *a, name *b)
{
    const bool more = a->n > b->n || (a->n == b->n && a->first < b->first);
    name *usual = more ? a : b, *odd = more ? b : a;
    if (a->type->hash == b->type->hash) {
        if (compare_known(p, view, a, b))
            return;
        name *rich = b->type->letters == MTL_CAPITAL ? a : b, *poor = rich == a ? b : a;
        if (!lost_capitals(view, rich, poor))
            return;
        if (has_odd_end(rich->type->form)) {
            if (rich->n <= poor->n)
                set_usual(rich, poor->type->form, MTL_POSSIBLE);
        } else if (rich->n >= poor->n)
            set_usual(poor, rich->type->form, rich->n > 1 ? MTL_LIKELY : MTL_POSSIBLE);
        else if (is_acronym(view, rich->type))
            set_usual(poor, rich->type->form, MTL_POSSIBLE);
    } else if (is_deformed(p, view, a, b)) {
        set_usual(a, p->all.items[mtl_ids_get(&p->by_folded, b->type->hash)], MTL_LIKELY);
    } else if (is_deformed(p, view, b, a)) {
        set_usual(b, p->all.items[mtl_ids_get(&p->by_folded, a->type->hash)], MTL_LIKELY);
    } else if (mtl_ids_get(&p->by_folded, odd->type->hash) == MTL_ID_NONE && are_spellings(view, a, b)) {
        const bool same = a->given && b->given;
        set_usual(odd, usual->type->form, same || usual->n > 2 ? MTL_LIKELY : MTL_POSSIBLE);
    }
}

/* Of names with one skeleton the most frequent is the usual one. */
static void compare_sounds(names *all)
{
    mtl_map first;
    mtl_map_init(&first, all->view->scratch);
    for (uint32_t i = 0; i < all->items.n; i++) {
        name *b = &all->items.items[i];
        uint32_t *at = mtl_map_put(&first, mtl_skeleton(b->type->folded->form, all->view->scratch));
        name *a = *at == MTL_MAP_NONE ? NULL : &all->items.items[*at];
        if (a && sound_the_same(all->view, a, b))
            set_usual(b->n > a->n ? a : b, (b->n > a->n ? b : a)->type->form, MTL_POSSIBLE);
        if (!a || b->n > a->n)
            *at = i;
    }
}

static int by_initial(const void *a, const void *b)
{
    const name *x = *(name *const *)a, *y = *(name *const *)b;
    const int order = (unsigned char)x->type->folded->form.p[0] - (unsigned char)y->type->folded->form.p[0];
    return order ? order : (x->first > y->first) - (x->first < y->first);
}

static void compare_all(const variant_params *p, names *all)
{
    const uint32_t n = all->items.n;
    name **order = mtl_arena_array(all->view->scratch, name *, n);
    for (uint32_t i = 0; i < n; i++)
        order[i] = &all->items.items[i];
    qsort(order, n, sizeof *order, by_initial);
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = i + 1; k < n && k < i + MOST_NAMES; k++) {
            if (order[k]->type->folded->form.p[0] != order[i]->type->folded->form.p[0])
                break;
            compare(p, all->view, order[i], order[k]);
        }
}

/* In capitals, and part of what is no text: "ORG.EXAMPLE.NAME", "NAME_FOLDER", the mark of a source "[NAME]". */
static bool is_code(const mtl_view *view, uint32_t i)
{
    const mtl_token *tokens = view->doc->tokens.items;
    const mtl_clump clump = mtl_clump_around(tokens, i, view->doc->tokens.n);
    if (tokens[i].type->letters != MTL_UPPER)
        return false;
    bool code = mtl_clump_is_technical(tokens, clump) || (i > 0 && tokens[i - 1].type->code == '[');
    for (uint32_t k = clump.first + 1; k < clump.last && !code; k++)
        code = tokens[k].type->code == '.';
    return code;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const variant_params *p = rule->params;
    names all = gather(view);
    if (mtl_lexicon_is_thin(view->lang->lexicon) || all.items.n == 0)
        return;
    compare_all(p, &all);
    compare_sounds(&all);
    for (uint32_t i = 0; i < view->doc->tokens.n; i++) {
        const mtl_token *t = &view->doc->tokens.items[i];
        const uint32_t at = may_be_name(view, t) ? mtl_map_get(&all.index, t->type->form) : MTL_MAP_NONE;
        const name *odd = at == MTL_MAP_NONE ? NULL : &all.items.items[at];
        if (!odd || !odd->usual.n || mtl_lists_has(&p->set, t->type->form) || is_code(view, i))
            continue;
        mtl_hit *hit = mtl_emit(rule, sink, t->at);
        mtl_hit_name(hit, "usual", odd->usual);
        mtl_hit_fix(hit, t->at, odd->usual, MTL_UNSAFE);
        mtl_hit_proof(hit, odd->proof);
    }
}

const mtl_check mtl_check_name_variant = {
    .name = "name_variant",
    .doc = "one name in two spellings",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(variant_params),
    .compile = compile,
    .run = run,
};
