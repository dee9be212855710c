#include "rule/sense_table.h"

#include "base/str.h"

const char mtl_sense_magic[8] = {'m', 't', 'l', 's', 'e', 'n', 's', '1'};

enum { FIND, WHERE, SOURCE, SAY, BAD, GOOD, COLUMNS };

typedef struct reading { /* a table that is read, and its line that is */
    mtl_str path;
    mtl_arena *arena;
    mtl_problems *problems;
    mtl_triggers *finds, *signs;
    MTL_VEC(mtl_sense) senses;
    MTL_VEC(mtl_condition) conditions;
    MTL_VEC(mtl_span) domains;
    mtl_out bytes;
    uint32_t number;
    mtl_str columns[COLUMNS];
} reading;

bool mtl_sense_refuse(mtl_problems *problems, mtl_str path, uint32_t number, const char *what, mtl_str part)
{
    const mtl_yaml place = {.line = number};
    mtl_problem_at(problems, path, &place, "%s: “%.*s”", what, MTL_FMT(part));
    return false;
}

static bool refuse(const reading *r, const char *what, mtl_str part)
{
    return mtl_sense_refuse(r->problems, r->path, r->number, what, part);
}

static mtl_span put_bytes(reading *r, mtl_str s)
{
    const mtl_span span = {(uint32_t)r->bytes.n, (uint32_t)s.n};
    mtl_out_str(&r->bytes, s);
    return span;
}

static bool add_phrase(const reading *r, mtl_triggers *table, mtl_str phrase, uint32_t id)
{
    mtl_err err;
    if (mtl_triggers_add(table, phrase, 0, id, r->path, r->number, &err))
        return true;
    mtl_problem(r->problems, &err);
    return false;
}

/* The index of the domain NAME, which is added where it is new. */
static uint32_t find_domain(reading *r, mtl_str name)
{
    const mtl_str bytes = mtl_out_bytes(&r->bytes);
    for (uint32_t i = 0; i < r->domains.n; i++)
        if (mtl_str_same(mtl_str_cut(bytes, r->domains.items[i]), name))
            return i;
    mtl_vec_push(&r->domains, r->arena, put_bytes(r, name));
    return r->domains.n - 1;
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

static bool read_proof(mtl_str part, uint32_t *proof)
{
    static const char *const names[] = {[MTL_FAINT] = "faint",
                                        [MTL_DOUBTFUL] = "doubtful",
                                        [MTL_POSSIBLE] = "possible",
                                        [MTL_LIKELY] = "likely",
                                        [MTL_SURE] = "sure"};
    for (size_t i = 0; i < MTL_COUNT(names); i++)
        if (mtl_str_is(part, names[i])) {
            *proof = (uint32_t)i;
            return true;
        }
    return false;
}

static uint32_t place_named(mtl_str part)
{
    return mtl_str_is(part, "line")    ? MTL_SENSE_LINE
           : mtl_str_is(part, "start") ? MTL_SENSE_START
           : mtl_str_is(part, "end")   ? MTL_SENSE_END
                                       : 0;
}

/* "with PHRASE" and its like. */
static bool read_phrase(const reading *r, mtl_str part, mtl_condition *asks)
{
    static const struct {
        const char *head;
        mtl_asked what;
    } heads[] = {
        {"with", MTL_IN_SENTENCE}, {"without", MTL_NOT_IN_SENTENCE}, {"text", MTL_IN_TEXT},  {"text-without", MTL_NOT_IN_TEXT},
        {"behind", MTL_BEHIND},    {"not-behind", MTL_NOT_BEHIND},   {"before", MTL_BEFORE}, {"not-before", MTL_NOT_BEFORE}};
    mtl_str phrase;
    for (size_t i = 0; i < MTL_COUNT(heads); i++)
        if (begins(part, heads[i].head, &phrase)) {
            asks->what = heads[i].what;
            return add_phrase(r, r->signs, phrase, asks->which);
        }
    return refuse(r,
                  "no condition; there are with, without, text, text-without, behind, not-behind, before, not-before, "
                  "about, line, start, end, likely … faint",
                  part);
}

static bool read_condition(reading *r, mtl_str part, mtl_sense *sense)
{
    const uint32_t place = place_named(part);
    mtl_condition asks = {.which = r->conditions.n};
    mtl_str domain;
    sense->is |= place;
    if (place || read_proof(part, &sense->proof))
        return true;
    if (begins(part, "about", &domain))
        asks = (mtl_condition){MTL_OF_DOMAIN, find_domain(r, domain)};
    else if (!read_phrase(r, part, &asks))
        return false;
    mtl_vec_push(&r->conditions, r->arena, asks);
    sense->n++;
    return true;
}

static bool read_conditions(reading *r, mtl_sense *sense)
{
    mtl_str rest = r->columns[WHERE];
    sense->first = r->conditions.n;
    while (rest.n) {
        const size_t end = mtl_str_find(rest, MTL_LIT(";"), 0), stop = end == SIZE_MAX ? rest.n : end;
        if (!read_condition(r, mtl_str_trim((mtl_str){rest.p, stop}), sense))
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

static bool read_line(reading *r, mtl_str line, mtl_sense_fn *tell, void *user)
{
    mtl_sense sense = {.proof = MTL_LIKELY};
    if (!split(r, line) || !read_conditions(r, &sense) || !add_phrase(r, r->finds, r->columns[FIND], r->senses.n))
        return false;
    const mtl_str say = r->columns[SAY];
    const bool exact = say.p[0] == '=';
    sense.is |= exact ? MTL_SENSE_EXACT : 0;
    sense.say = put_bytes(r, exact ? mtl_str_trim((mtl_str){say.p + 1, say.n - 1}) : say);
    sense.source = put_bytes(r, r->columns[SOURCE]);
    mtl_vec_push(&r->senses, r->arena, sense);
    return !tell || tell(user, &sense, r->number, r->columns[BAD], r->columns[GOOD]);
}

bool mtl_sense_table_read(mtl_sense_table *table, mtl_str path, const mtl_strs *lines, mtl_arena *arena, mtl_problems *problems,
                          mtl_sense_fn *tell, void *user)
{
    reading r = {.path = path, .arena = arena, .problems = problems};
    bool ok = true;
    r.finds = mtl_triggers_new_lexical(arena);
    r.signs = mtl_triggers_new_lexical(arena);
    for (uint32_t i = 0; i < lines->n; i++) {
        r.number = lines->lines[i];
        ok &= read_line(&r, lines->items[i], tell, user);
    }
    const mtl_str bytes = mtl_str_copy(mtl_out_bytes(&r.bytes), arena);
    mtl_out_free(&r.bytes);
    *table = (mtl_sense_table){r.finds, r.signs,    r.senses.items, r.conditions.items, r.domains.items,
                               bytes.p, r.senses.n, r.conditions.n, r.domains.n,        (uint32_t)bytes.n};
    return ok;
}

/* ---- images ---- */

void mtl_sense_table_put(const mtl_sense_table *table, uint64_t source, mtl_out *out)
{
    mtl_image_begin(out, mtl_sense_magic, source);
    mtl_triggers_put(table->finds, out);
    mtl_triggers_put(table->signs, out);
    mtl_image_put(out, table->senses, table->nsenses, sizeof *table->senses);
    mtl_image_put(out, table->conditions, table->nconditions, sizeof *table->conditions);
    mtl_image_put(out, table->domains, table->ndomains, sizeof *table->domains);
    mtl_image_put(out, table->bytes, table->nbytes, 1);
}

static bool is_inside(const mtl_sense_table *t, mtl_span span)
{
    return span.at <= t->nbytes && span.len <= t->nbytes - span.at;
}

/* Nothing in a damaged table leads out of it. */
static bool is_sound(const mtl_sense_table *t)
{
    for (uint32_t i = 0; i < t->nsenses; i++) {
        const mtl_sense *s = &t->senses[i];
        if (!is_inside(t, s->source) || !is_inside(t, s->say) || s->proof > MTL_SURE || s->first > t->nconditions ||
            s->n > t->nconditions - s->first)
            return false;
    }
    for (uint32_t i = 0; i < t->nconditions; i++)
        if (t->conditions[i].which >= (t->conditions[i].what == MTL_OF_DOMAIN ? t->ndomains : t->nconditions))
            return false;
    for (uint32_t i = 0; i < t->ndomains; i++)
        if (!is_inside(t, t->domains[i]))
            return false;
    return true;
}

bool mtl_sense_table_take(mtl_sense_table *table, mtl_image *image, mtl_arena *arena)
{
    const void *senses, *conditions, *domains, *bytes;
    table->finds = mtl_triggers_take(image, arena);
    table->signs = table->finds ? mtl_triggers_take(image, arena) : NULL;
    if (!table->signs || !mtl_image_take(image, sizeof *table->senses, &senses, &table->nsenses) ||
        !mtl_image_take(image, sizeof *table->conditions, &conditions, &table->nconditions) ||
        !mtl_image_take(image, sizeof *table->domains, &domains, &table->ndomains) ||
        !mtl_image_take(image, 1, &bytes, &table->nbytes) || !mtl_image_is_done(image))
        return false;
    table->senses = senses;
    table->conditions = conditions;
    table->domains = domains;
    table->bytes = bytes;
    return is_sound(table);
}
