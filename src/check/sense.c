/* sense.c: the kind "sense": a phrase or a word in a sense that it has in another language only: "Haut im Spiel" for skin in the game, "Fahrer" for
 * the driver of a device. Its lists are tables that a translator writes: what to find, what makes it certain, what it seems to be in the
 * source, what to say, and a bad and a good sentence that prove it.
 *
 * What keeps it quiet: what each line asks of its sentence, the text and its domain. What is to be found is found in one walk through the
 * document; the phrases of conditions are looked for only where something was found. */
#include "lang/chars.h"
#include "rule/lists.h"
#include "rule/sense_table.h"

enum { LONGEST_BEHIND = 16 }; /* tokens of what may stand behind a place */

typedef struct part { /* one of the lists */
    mtl_sense_table table;
    mtl_strs *domains; /* of each of the table's domains, its words */
} part;

typedef struct sense_params {
    mtl_strs lists;
    mtl_str around;
    part *parts; /* made by compile() */
} sense_params;

static const mtl_param params[] = {
    {"lists", MTL_PARAM_STRINGS, offsetof(sense_params, lists), true,
     "word lists of six columns: what to find, where, source, what to say, a bad and a good sentence", NULL},
    {"around", MTL_PARAM_STRING, offsetof(sense_params, around), false,
     "a damaged document in which the bad sentences of faint and doubtful lines stand, at {}", NULL},
};

/* ---- the lists ---- */

typedef struct telling { /* of the examples that lists bring */
    mtl_compiling *c;
    mtl_str list;
} telling;

/* TEXT with its “\\n” as ends of lines. */
static mtl_str unfold(mtl_str text, mtl_arena *arena)
{
    char *to = mtl_arena_array(arena, char, text.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < text.n; i++) {
        const bool line = text.p[i] == '\\' && i + 1 < text.n && text.p[i + 1] == 'n';
        to[n++] = line ? '\n' : text.p[i];
        i += line;
    }
    return (mtl_str){to, n};
}

/* The two examples of a line. */
static bool take_examples(void *user, const mtl_sense *sense, uint32_t number, mtl_str bad_text, mtl_str good_text)
{
    const telling *t = user;
    const sense_params *p = t->c->rule->params;
    mtl_arena *arena = t->c->arena;
    const mtl_str text = unfold(bad_text, arena);
    const size_t from = mtl_str_find(text, MTL_LIT("["), 0), to = mtl_str_find(text, MTL_LIT("]"), 0);
    if (from == SIZE_MAX || to == SIZE_MAX || to < from + 2)
        return mtl_sense_refuse(t->c->problems, t->list, number, "the bad sentence needs what is found in [brackets]", text);
    const mtl_str head = {text.p, from}, hit = {text.p + from + 1, to - from - 1}, tail = {text.p + to + 1, text.n - to - 1};
    mtl_example bad = {.lang = t->c->rule->info.language, .hit = hit, .nth = 1, .line = number, .file = t->list}, good = bad;
    bad.bad = mtl_str_format(arena, "%.*s%.*s%.*s", MTL_FMT(head), MTL_FMT(hit), MTL_FMT(tail));
    for (size_t at = mtl_str_find(bad.bad, hit, 0); at < from; at = mtl_str_find(bad.bad, hit, at + 1))
        bad.nth++;
    if (p->around.n && (sense->proof == MTL_FAINT || sense->proof == MTL_DOUBTFUL))
        bad.in = p->around;
    good.good = unfold(good_text, arena);
    mtl_vec_push(&t->c->rule->listed, arena, bad);
    mtl_vec_push(&t->c->rule->listed, arena, good);
    return true;
}

/* The document around examples has a place for them. */
static bool check_around(mtl_compiling *c)
{
    const mtl_str around = ((const sense_params *)c->rule->params)->around, place = MTL_LIT("{}");
    const size_t at = around.n ? mtl_str_find(around, place, 0) : 0;
    if (!around.n || (at != SIZE_MAX && mtl_str_find(around, place, at + 1) == SIZE_MAX))
        return true;
    const mtl_yaml rule = {.line = 1};
    mtl_problem_at(c->problems, c->rule->info.file, &rule, "“around” needs {} once, where the example stands");
    return false;
}

/* An image has no examples. */
static bool take_image(const mtl_compiling *c, mtl_str list, mtl_sense_table *table)
{
    mtl_image image;
    return c->bare && mtl_lists_map(c, list, mtl_sense_magic, &image) && mtl_sense_table_take(table, &image, c->arena);
}

static bool read_text(mtl_compiling *c, uint32_t i, mtl_str list, mtl_sense_table *table)
{
    const sense_params *p = c->rule->params;
    mtl_strs lines;
    telling t = {c, list};
    return mtl_lists_read(c, p->lists.items[i], p->lists.lines[i], &lines) &&
           mtl_sense_table_read(table, list, &lines, c->arena, c->problems, c->bare ? NULL : take_examples, &t);
}

static bool read_domains(mtl_compiling *c, uint32_t line, part *p)
{
    const mtl_sense_table *t = &p->table;
    const mtl_str bytes = {t->bytes, t->nbytes};
    p->domains = mtl_arena_array(c->arena, mtl_strs, t->ndomains);
    for (uint32_t i = 0; i < t->ndomains; i++) {
        const mtl_str name = mtl_str_cut(bytes, t->domains[i]);
        if (!mtl_lists_read(c, mtl_str_format(c->arena, "%.*s-words", MTL_FMT(name)), line, &p->domains[i]))
            return false;
    }
    return true;
}

static bool compile(mtl_compiling *c)
{
    sense_params *p = c->rule->params;
    bool ok = check_around(c);
    p->parts = mtl_arena_array(c->arena, part, p->lists.n);
    for (uint32_t i = 0; i < p->lists.n; i++) {
        const mtl_str list = mtl_lists_path(c, p->lists.items[i]);
        ok &= take_image(c, list, &p->parts[i].table) || read_text(c, i, list, &p->parts[i].table);
        ok = ok && read_domains(c, p->lists.lines[i], &p->parts[i]);
    }
    return ok;
}

/* ---- the text ---- */

typedef struct sighting { /* a phrase of a table in the text */
    uint32_t id, block, first, n;
} sighting;

typedef MTL_VEC(sighting) sightings;

typedef struct search {
    const part *p;
    const mtl_sense_table *t;
    const mtl_view *view;
    uint32_t block;
    sightings places; /* of finds, in the order of the text */
    sightings signs;  /* of conditions, in the sentence that begins at token SIGNS_OF, in the order of the text */
    uint32_t signs_of;
    sighting *sorted; /* the signs by phrase: those of phrase I from FROM[I] to FROM[I + 1] */
    uint32_t *from;   /* NULL until one asks */
    bool *stands;     /* of conditions: somewhere in the text; NULL until one asks */
    bool *about;      /* of domains; NULL until one asks */
} search;

static void note_place(void *user, uint32_t rule, uint32_t id, uint32_t first, uint32_t n)
{
    (void)rule;
    search *s = user;
    if (id < s->t->nsenses)
        mtl_vec_push(&s->places, s->view->scratch, ((sighting){id, s->block, first, n}));
}

static void note_sign(void *user, uint32_t rule, uint32_t id, uint32_t first, uint32_t n)
{
    (void)rule;
    search *s = user;
    if (id < s->t->nconditions)
        mtl_vec_push(&s->signs, s->view->scratch, ((sighting){id, s->block, first, n}));
}

static void note_that_it_stands(void *user, uint32_t rule, uint32_t id, uint32_t first, uint32_t n)
{
    (void)rule, (void)first, (void)n;
    search *s = user;
    if (id < s->t->nconditions)
        s->stands[id] = true;
}

/* Walks through the tokens FROM .. TO of block B with a table. */
static void walk(search *s, const mtl_triggers *table, uint32_t b, uint32_t from, uint32_t to, mtl_trigger_fn *note)
{
    const mtl_doc *doc = s->view->doc;
    s->block = b;
    for (uint32_t i = from; i < to; i++)
        if (!(doc->tokens.items[i].flags & MTL_IN_CODE))
            mtl_triggers_match_lexical(table, &s->view->facts->lemmas, doc, &doc->blocks.items[b], i, note, s);
}

static void walk_all(search *s, const mtl_triggers *table, mtl_trigger_fn *note)
{
    for (uint32_t b = 0; b < s->view->doc->blocks.n; b++) {
        const mtl_block *block = &s->view->doc->blocks.items[b];
        if (block->profile->base == s->view->lang->base)
            walk(s, table, b, block->first_token, block->first_token + block->ntokens, note);
    }
}

/* Sorts the signs by phrase; those of one phrase stay in the order of the text. */
static void sort_signs(search *s)
{
    const uint32_t n = s->t->nconditions;
    sighting *sorted = mtl_arena_array(s->view->scratch, sighting, s->signs.n);
    memset(s->from, 0, (n + 1) * sizeof *s->from);
    for (uint32_t i = 0; i < s->signs.n; i++)
        s->from[s->signs.items[i].id + 1]++;
    for (uint32_t id = 0; id < n; id++)
        s->from[id + 1] += s->from[id];
    for (uint32_t i = 0; i < s->signs.n; i++)
        sorted[s->from[s->signs.items[i].id]++] = s->signs.items[i];
    memmove(s->from + 1, s->from, n * sizeof *s->from); /* each has moved to where the next begins */
    s->from[0] = 0;
    s->sorted = sorted;
}

static mtl_span sentence_of(const search *s, const sighting *place)
{
    const mtl_doc *doc = s->view->doc;
    return mtl_doc_sentence_at(doc, &doc->blocks.items[place->block], doc->tokens.items[place->first].at.at);
}

/* Finds the signs in the sentence of PLACE, and right before it. Places come in the order of the text, so that each sentence is walked
 * through once. */
static void look_for_signs(search *s, const sighting *place)
{
    const mtl_doc *doc = s->view->doc;
    const mtl_block *block = &doc->blocks.items[place->block];
    const mtl_span sentence = sentence_of(s, place);
    const uint32_t first = mtl_doc_token_from(doc, sentence.at);
    if (s->from && s->signs_of == first)
        return;
    if (!s->from)
        s->from = mtl_arena_array(s->view->scratch, uint32_t, s->t->nconditions + 1);
    s->signs.n = 0;
    s->signs_of = first;
    const uint32_t from = first > block->first_token + LONGEST_BEHIND ? first - LONGEST_BEHIND : block->first_token;
    walk(s, s->t->signs, place->block, from, mtl_doc_token_from(doc, mtl_span_end(sentence)), note_sign);
    sort_signs(s);
}

/* The first sighting of the phrase ID at token AT or behind it, or NULL. */
static const sighting *next_sign(const search *s, uint32_t id, uint32_t at)
{
    uint32_t low = s->from[id], high = s->from[id + 1];
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (s->sorted[middle].first < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < s->from[id + 1] ? &s->sorted[low] : NULL;
}

/* A sign of the phrase ID stands in the sentence that was looked at: what was found before it does not count. */
static bool stands_in_sentence(const search *s, uint32_t id)
{
    return next_sign(s, id, s->signs_of) != NULL;
}

/* A sign of the phrase ID ends right before token AT. */
static bool stands_behind(const search *s, uint32_t at, uint32_t id)
{
    const sighting *end = s->sorted + s->from[id + 1];
    for (const sighting *i = next_sign(s, id, at < LONGEST_BEHIND ? 0 : at - LONGEST_BEHIND); i && i < end && i->first < at; i++)
        if (i->first + i->n == at)
            return true;
    return false;
}

/* A sign of the phrase ID begins at token AT. */
static bool stands_at(const search *s, uint32_t at, uint32_t id)
{
    const sighting *sign = next_sign(s, id, at);
    return sign && sign->first == at;
}

static bool stands_in_text(search *s, uint32_t id)
{
    if (!s->stands) {
        s->stands = mtl_arena_array(s->view->scratch, bool, s->t->nconditions);
        walk_all(s, s->t->signs, note_that_it_stands);
    }
    return s->stands[id];
}

static bool is_about(search *s, uint32_t which)
{
    if (!s->about) {
        s->about = mtl_arena_array(s->view->scratch, bool, s->t->ndomains);
        for (uint32_t i = 0; i < s->t->ndomains; i++)
            s->about[i] = mtl_view_is_about(s->view, &s->p->domains[i]);
    }
    return s->about[which];
}

static bool holds(search *s, const sighting *place, const mtl_condition *asks)
{
    if (asks->what != MTL_OF_DOMAIN && asks->what != MTL_IN_TEXT && asks->what != MTL_NOT_IN_TEXT)
        look_for_signs(s, place);
    switch (asks->what) {
    case MTL_IN_SENTENCE:
        return stands_in_sentence(s, asks->which);
    case MTL_NOT_IN_SENTENCE:
        return !stands_in_sentence(s, asks->which);
    case MTL_IN_TEXT:
        return stands_in_text(s, asks->which);
    case MTL_NOT_IN_TEXT:
        return !stands_in_text(s, asks->which);
    case MTL_BEHIND:
    case MTL_NOT_BEHIND:
        return stands_behind(s, place->first, asks->which) == (asks->what == MTL_BEHIND);
    case MTL_BEFORE:
    case MTL_NOT_BEFORE:
        return stands_at(s, place->first + place->n, asks->which) == (asks->what == MTL_BEFORE);
    case MTL_OF_DOMAIN:
        return is_about(s, asks->which);
    }
    return false;
}

/* Nothing but marks stands between the place and the end of its sentence. */
static bool is_end(const search *s, const sighting *place)
{
    const mtl_doc *doc = s->view->doc;
    const mtl_block *block = &doc->blocks.items[place->block];
    const uint32_t behind = place->first + place->n, end = block->first_token + block->ntokens;
    const mtl_span sentence = mtl_doc_sentence_at(doc, block, doc->tokens.items[behind - 1].at.at);
    uint32_t i = behind;
    while (i < end && !mtl_token_is_word(&doc->tokens.items[i]) && doc->tokens.items[i].at.at < mtl_span_end(sentence))
        i++;
    return i == end || doc->tokens.items[i].at.at >= mtl_span_end(sentence);
}

/* Nothing but marks and numbers stands in the block beside the place. */
static bool is_line(const search *s, const sighting *place)
{
    const mtl_block *block = &s->view->doc->blocks.items[place->block];
    for (uint32_t i = block->first_token; i < block->first_token + block->ntokens; i++)
        if ((i < place->first || i >= place->first + place->n) && s->view->doc->tokens.items[i].type->kind == MTL_WORD)
            return false;
    return true;
}

/* "wenn da ‚Tarife‘ steht": somebody speaks of the word. */
static bool is_mentioned(const search *s, const sighting *place)
{
    const mtl_block *block = &s->view->doc->blocks.items[place->block];
    const mtl_token *t = &s->view->doc->tokens.items[place->first];
    return place->first > block->first_token && place->first + 1 < block->first_token + block->ntokens && mtl_token_is_glued(t) &&
           mtl_token_is_glued(t + 1) && mtl_quotes_match(t[-1].type->code, t[1].type->code);
}

static bool is_wanted(search *s, const sighting *place, const mtl_sense *e)
{
    const mtl_block *block = &s->view->doc->blocks.items[place->block];
    if ((e->is & MTL_SENSE_LINE && !is_line(s, place)) ||
        (e->is & MTL_SENSE_START && !mtl_casing_is_head(s->view->doc, block, place->first)) ||
        (e->is & MTL_SENSE_END && !is_end(s, place)))
        return false;
    for (uint32_t i = e->first; i < e->first + e->n; i++)
        if (!holds(s, place, &s->t->conditions[i]))
            return false;
    return true;
}

static void judge(const mtl_rule *rule, search *s, const sighting *place, mtl_sink *sink)
{
    const mtl_sense *e = &s->t->senses[place->id];
    const mtl_token *tokens = s->view->doc->tokens.items;
    if (is_mentioned(s, place) || !is_wanted(s, place, e))
        return;
    const mtl_span at = mtl_span_join(tokens[place->first].at, tokens[place->first + place->n - 1].at);
    const bool capital = tokens[place->first].type->letters == MTL_CAPITAL;
    const mtl_str bytes = {s->t->bytes, s->t->nbytes}, say = mtl_str_cut(bytes, e->say);
    mtl_hit *hit = mtl_emit(rule, sink, at);
    mtl_hit_name(hit, "source", mtl_str_cut(bytes, e->source));
    mtl_hit_name(hit, "say", say);
    mtl_hit_proof(hit, (mtl_proof)e->proof);
    if (e->is & MTL_SENSE_EXACT)
        mtl_hit_fix(hit, at, capital ? mtl_capitalise(say, s->view->scratch) : say, MTL_UNSAFE);
}

static void run_part(const mtl_rule *rule, const part *p, const mtl_view *view, mtl_sink *sink)
{
    search s = {.p = p, .t = &p->table, .view = view};
    walk_all(&s, p->table.finds, note_place);
    for (uint32_t i = 0; i < s.places.n; i++)
        judge(rule, &s, &s.places.items[i], sink);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const sense_params *p = rule->params;
    for (uint32_t i = 0; i < p->lists.n; i++)
        run_part(rule, &p->parts[i], view, sink);
}

const mtl_check mtl_check_sense = {
    .name = "sense",
    .doc = "a phrase or word in a sense that it has in another language only",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(sense_params),
    .compile = compile,
    .run = run,
};
