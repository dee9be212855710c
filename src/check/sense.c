/* sense.c: the kind "sense": a phrase or a word in a sense that it has in another language only: "Haut im Spiel" for skin in the game, "Fahrer" for
 * the driver of a device. Its lists are tables that a translator writes: what to find, what makes it certain, what it seems to be in the
 * source, what to say, and a bad and a good sentence that prove it.
 *
 * What keeps it quiet: what each line asks of its sentence, the text and its domain. What is to be found is found in one walk through the
 * document; the phrases of conditions are looked for only where something was found. */
#include "lang/chars.h"
#include "rule/lists.h"

enum { FIND, WHERE, SOURCE, SAY, BAD, GOOD, COLUMNS };
enum { LONGEST_BEHIND = 16 }; /* tokens of what may stand behind a place */

typedef enum asked { IN_SENTENCE, NOT_IN_SENTENCE, IN_TEXT, NOT_IN_TEXT, BEHIND, NOT_BEHIND, BEFORE, NOT_BEFORE, OF_DOMAIN } asked;

typedef struct condition {
    asked what;
    uint32_t which; /* a phrase of the table, or a domain */
} condition;

typedef struct entry {
    mtl_str source, say;
    uint32_t first, n; /* conditions */
    mtl_proof proof;
    bool exact;            /* SAY replaces what was found */
    bool line, start, end; /* it is a whole paragraph; begins its sentence; ends it */
} entry;

typedef struct domain {
    mtl_str name;
    mtl_strs words;
} domain;

typedef struct sense_params {
    mtl_strs lists;
    mtl_str around;
    MTL_VEC(entry) entries; /* made by compile(), as what follows */
    MTL_VEC(condition) conditions;
    MTL_VEC(domain) domains;
    mtl_triggers *finds; /* entry I of it is what entry I finds */
    mtl_triggers *signs; /* entry I of it is the phrase of condition I */
} sense_params;

static const mtl_param params[] = {
    {"lists", MTL_PARAM_STRINGS, offsetof(sense_params, lists), true,
     "word lists of six columns: what to find, where, source, what to say, a bad and a good sentence", NULL},
    {"around", MTL_PARAM_STRING, offsetof(sense_params, around), false,
     "a damaged document in which the bad sentences of faint and doubtful lines stand, at {}", NULL},
};

/* ---- the lists ---- */

typedef struct reading { /* one line of a list */
    mtl_compiling *c;
    mtl_str list;
    uint32_t number;
    mtl_str columns[COLUMNS];
} reading;

static bool refuse(const reading *r, const char *what, mtl_str part)
{
    const mtl_yaml place = {.line = r->number};
    mtl_problem_at(r->c->problems, r->list, &place, "%s: “%.*s”", what, MTL_FMT(part));
    return false;
}

static bool add_phrase(const reading *r, mtl_triggers *table, mtl_str phrase, uint32_t id)
{
    mtl_err err;
    if (mtl_triggers_add(table, phrase, 0, id, r->list, r->number, &err))
        return true;
    mtl_problem(r->c->problems, &err);
    return false;
}

static bool find_domain(const reading *r, mtl_str name, uint32_t *which)
{
    sense_params *p = r->c->rule->params;
    for (*which = 0; *which < p->domains.n; (*which)++)
        if (mtl_str_same(p->domains.items[*which].name, name))
            return true;
    domain d = {.name = name};
    const mtl_str list = mtl_str_format(r->c->arena, "%.*s-words", MTL_FMT(name));
    if (!mtl_lists_read(r->c, list, p->lists.lines[0], &d.words))
        return false;
    mtl_vec_push(&p->domains, r->c->arena, d);
    return true;
}

/* PART is "HEAD phrase"; *PHRASE is the phrase. */
static bool begins(mtl_str part, const char *head, mtl_str *phrase)
{
    const mtl_str word = mtl_cstr(head);
    if (!mtl_str_starts(part, word) || part.n <= word.n + 1 || part.p[word.n] != ' ')
        return false;
    *phrase = mtl_str_trim((mtl_str){part.p + word.n, part.n - word.n});
    return phrase->n > 0;
}

static bool read_proof(mtl_str part, mtl_proof *proof)
{
    static const char *const names[] = {[MTL_FAINT] = "faint",
                                        [MTL_DOUBTFUL] = "doubtful",
                                        [MTL_POSSIBLE] = "possible",
                                        [MTL_LIKELY] = "likely",
                                        [MTL_SURE] = "sure"};
    for (size_t i = 0; i < MTL_COUNT(names); i++)
        if (mtl_str_is(part, names[i])) {
            *proof = (mtl_proof)i;
            return true;
        }
    return false;
}

static bool read_condition(const reading *r, mtl_str part, entry *e)
{
    static const struct {
        const char *head;
        asked what;
    } heads[] = {{"with", IN_SENTENCE}, {"without", NOT_IN_SENTENCE}, {"text", IN_TEXT},  {"text-without", NOT_IN_TEXT},
                 {"behind", BEHIND},    {"not-behind", NOT_BEHIND},   {"before", BEFORE}, {"not-before", NOT_BEFORE}};
    sense_params *p = r->c->rule->params;
    mtl_str rest;
    condition asks = {.which = p->conditions.n};
    bool *const place = mtl_str_is(part, "line")    ? &e->line
                        : mtl_str_is(part, "start") ? &e->start
                        : mtl_str_is(part, "end")   ? &e->end
                                                    : NULL;
    if (place)
        *place = true;
    if (place || read_proof(part, &e->proof))
        return true;
    if (begins(part, "about", &rest)) {
        asks.what = OF_DOMAIN;
        if (!find_domain(r, rest, &asks.which))
            return false;
    } else {
        size_t i = 0;
        while (i < MTL_COUNT(heads) && !begins(part, heads[i].head, &rest))
            i++;
        if (i == MTL_COUNT(heads))
            return refuse(r,
                          "no condition; there are with, without, text, text-without, behind, not-behind, before, not-before, "
                          "about, line, start, end, likely … faint",
                          part);
        asks.what = heads[i].what;
        if (!add_phrase(r, p->signs, rest, asks.which))
            return false;
    }
    mtl_vec_push(&p->conditions, r->c->arena, asks);
    e->n++;
    return true;
}

static bool read_conditions(const reading *r, entry *e)
{
    const sense_params *p = r->c->rule->params;
    mtl_str rest = r->columns[WHERE];
    e->first = p->conditions.n;
    while (rest.n) {
        const size_t end = mtl_str_find(rest, MTL_LIT(";"), 0), stop = end == SIZE_MAX ? rest.n : end;
        if (!read_condition(r, mtl_str_trim((mtl_str){rest.p, stop}), e))
            return false;
        rest = stop == rest.n ? (mtl_str){0} : mtl_str_trim((mtl_str){rest.p + stop + 1, rest.n - stop - 1});
    }
    return true;
}

static bool split(reading *r, mtl_str line)
{
    for (int i = 0; i < COLUMNS; i++) {
        const size_t tab = i + 1 < COLUMNS ? mtl_str_find(line, MTL_LIT("\t"), 0) : line.n;
        if (tab == SIZE_MAX)
            return refuse(r, "needs six columns, parted by tabs: find, where, source, say, bad, good", line);
        r->columns[i] = mtl_str_trim((mtl_str){line.p, tab});
        line = tab == line.n ? (mtl_str){0} : (mtl_str){line.p + tab + 1, line.n - tab - 1};
    }
    for (int i = SOURCE; i < COLUMNS; i++)
        if (!r->columns[i].n)
            return refuse(r, "has an empty column; only the second may be empty", r->columns[FIND]);
    return true;
}

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

/* The line's own two examples. */
static bool read_examples(const reading *r, const entry *e)
{
    const sense_params *p = r->c->rule->params;
    mtl_arena *arena = r->c->arena;
    const mtl_str text = unfold(r->columns[BAD], arena);
    const size_t from = mtl_str_find(text, MTL_LIT("["), 0), to = mtl_str_find(text, MTL_LIT("]"), 0);
    if (from == SIZE_MAX || to == SIZE_MAX || to < from + 2)
        return refuse(r, "the bad sentence needs what is found in [brackets]", text);
    const mtl_str head = {text.p, from}, hit = {text.p + from + 1, to - from - 1}, tail = {text.p + to + 1, text.n - to - 1};
    mtl_example bad = {.lang = r->c->rule->info.language, .hit = hit, .nth = 1, .line = r->number, .file = r->list}, good = bad;
    bad.bad = mtl_str_format(arena, "%.*s%.*s%.*s", MTL_FMT(head), MTL_FMT(hit), MTL_FMT(tail));
    for (size_t at = mtl_str_find(bad.bad, hit, 0); at < from; at = mtl_str_find(bad.bad, hit, at + 1))
        bad.nth++;
    if (p->around.n && (e->proof == MTL_FAINT || e->proof == MTL_DOUBTFUL))
        bad.in = p->around;
    good.good = unfold(r->columns[GOOD], arena);
    mtl_vec_push(&r->c->rule->listed, arena, bad);
    mtl_vec_push(&r->c->rule->listed, arena, good);
    return true;
}

static bool read_line(reading *r, mtl_str line)
{
    sense_params *p = r->c->rule->params;
    entry e = {.proof = MTL_LIKELY};
    if (!split(r, line) || !read_conditions(r, &e) || !add_phrase(r, p->finds, r->columns[FIND], p->entries.n))
        return false;
    const mtl_str say = r->columns[SAY];
    e.exact = say.p[0] == '=';
    e.say = e.exact ? mtl_str_trim((mtl_str){say.p + 1, say.n - 1}) : say;
    e.source = r->columns[SOURCE];
    mtl_vec_push(&p->entries, r->c->arena, e);
    return r->c->bare || read_examples(r, &e);
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

static bool compile(mtl_compiling *c)
{
    sense_params *p = c->rule->params;
    bool ok = check_around(c);
    p->finds = mtl_triggers_new_lexical(c->arena);
    p->signs = mtl_triggers_new_lexical(c->arena);
    for (uint32_t i = 0; i < p->lists.n; i++) {
        mtl_strs lines;
        reading r = {.c = c, .list = mtl_lists_path(c, p->lists.items[i])};
        if (!mtl_lists_read(c, p->lists.items[i], p->lists.lines[i], &lines))
            return false;
        for (uint32_t k = 0; k < lines.n; k++) {
            r.number = lines.lines[k];
            ok &= read_line(&r, lines.items[k]);
        }
    }
    return ok;
}

/* ---- the text ---- */

typedef struct sighting { /* a phrase of a table in the text */
    uint32_t id, block, first, n;
} sighting;

typedef MTL_VEC(sighting) sightings;

typedef struct search {
    const sense_params *p;
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
    mtl_vec_push(&s->places, s->view->scratch, ((sighting){id, s->block, first, n}));
}

static void note_sign(void *user, uint32_t rule, uint32_t id, uint32_t first, uint32_t n)
{
    (void)rule;
    search *s = user;
    mtl_vec_push(&s->signs, s->view->scratch, ((sighting){id, s->block, first, n}));
}

static void note_that_it_stands(void *user, uint32_t rule, uint32_t id, uint32_t first, uint32_t n)
{
    (void)rule, (void)first, (void)n;
    ((search *)user)->stands[id] = true;
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
    const uint32_t n = s->p->conditions.n;
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
        s->from = mtl_arena_array(s->view->scratch, uint32_t, s->p->conditions.n + 1);
    s->signs.n = 0;
    s->signs_of = first;
    const uint32_t from = first > block->first_token + LONGEST_BEHIND ? first - LONGEST_BEHIND : block->first_token;
    walk(s, s->p->signs, place->block, from, mtl_doc_token_from(doc, mtl_span_end(sentence)), note_sign);
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
        s->stands = mtl_arena_array(s->view->scratch, bool, s->p->conditions.n);
        walk_all(s, s->p->signs, note_that_it_stands);
    }
    return s->stands[id];
}

static bool is_about(search *s, uint32_t which)
{
    if (!s->about) {
        s->about = mtl_arena_array(s->view->scratch, bool, s->p->domains.n);
        for (uint32_t i = 0; i < s->p->domains.n; i++)
            s->about[i] = mtl_view_is_about(s->view, &s->p->domains.items[i].words);
    }
    return s->about[which];
}

static bool holds(search *s, const sighting *place, const condition *asks)
{
    if (asks->what != OF_DOMAIN && asks->what != IN_TEXT && asks->what != NOT_IN_TEXT)
        look_for_signs(s, place);
    switch (asks->what) {
    case IN_SENTENCE:
        return stands_in_sentence(s, asks->which);
    case NOT_IN_SENTENCE:
        return !stands_in_sentence(s, asks->which);
    case IN_TEXT:
        return stands_in_text(s, asks->which);
    case NOT_IN_TEXT:
        return !stands_in_text(s, asks->which);
    case BEHIND:
    case NOT_BEHIND:
        return stands_behind(s, place->first, asks->which) == (asks->what == BEHIND);
    case BEFORE:
    case NOT_BEFORE:
        return stands_at(s, place->first + place->n, asks->which) == (asks->what == BEFORE);
    case OF_DOMAIN:
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
    return place->n == 1 && place->first > block->first_token && place->first + 1 < block->first_token + block->ntokens &&
           mtl_token_is_glued(t) && mtl_token_is_glued(t + 1) && mtl_quotes_match(t[-1].type->code, t[1].type->code);
}

static bool is_wanted(search *s, const sighting *place, const entry *e)
{
    const mtl_block *block = &s->view->doc->blocks.items[place->block];
    if ((e->line && !is_line(s, place)) || (e->start && !mtl_casing_is_head(s->view->doc, block, place->first)) ||
        (e->end && !is_end(s, place)))
        return false;
    for (uint32_t i = e->first; i < e->first + e->n; i++)
        if (!holds(s, place, &s->p->conditions.items[i]))
            return false;
    return true;
}

static void judge(const mtl_rule *rule, search *s, const sighting *place, mtl_sink *sink)
{
    const entry *e = &s->p->entries.items[place->id];
    const mtl_token *tokens = s->view->doc->tokens.items;
    if (is_mentioned(s, place) || !is_wanted(s, place, e))
        return;
    const mtl_span at = mtl_span_join(tokens[place->first].at, tokens[place->first + place->n - 1].at);
    const bool capital = tokens[place->first].type->letters == MTL_CAPITAL;
    mtl_hit *hit = mtl_emit(rule, sink, at);
    mtl_hit_name(hit, "source", e->source);
    mtl_hit_name(hit, "say", e->say);
    mtl_hit_proof(hit, e->proof);
    if (e->exact)
        mtl_hit_fix(hit, at, capital ? mtl_capitalise(e->say, s->view->scratch) : e->say, MTL_UNSAFE);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    search s = {.p = rule->params, .view = view};
    walk_all(&s, s.p->finds, note_place);
    for (uint32_t i = 0; i < s.places.n; i++)
        judge(rule, &s, &s.places.items[i], sink);
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
