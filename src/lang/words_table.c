#include "lang/words_table.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "lang/chars.h"

#include <stdlib.h>

const char mtl_words_magic[8] = {'m', 't', 'l', 'w', 'o', 'r', 'd', '2'};

/* ---- the letters of words.txt ---- */

typedef struct letter {
    char kind, detail; /* "Nm" is N, then N with m */
    uint32_t is;
} letter;

static const letter letters[] = {
    {'N', 0, MTL_IS_NOUN},         {'N', 'm', MTL_IS_MASCULINE},  {'N', 'f', MTL_IS_FEMININE}, {'N', 'n', MTL_IS_NEUTER},
    {'N', 's', MTL_IS_SINGULAR},   {'N', 'p', MTL_IS_PLURAL},     {'V', 0, MTL_IS_VERB},       {'V', 'i', MTL_IS_INFINITIVE},
    {'V', 'f', MTL_IS_FINITE},     {'V', 'm', MTL_IS_IMPERATIVE}, {'V', 'g', MTL_IS_GERUND},   {'V', 'p', MTL_IS_PARTICIPLE},
    {'A', 0, MTL_IS_ADJECTIVE},    {'D', 0, MTL_IS_ADVERB},       {'F', 0, MTL_IS_FUNCTION},   {'Q', 0, MTL_IS_NUMERAL},
    {'G', 0, MTL_IS_GIVEN},        {'S', 0, MTL_IS_FAMILY},       {'L', 0, MTL_IS_PLACE},      {'B', 0, MTL_IS_BRAND},
    {'X', 0, MTL_IS_ABBREVIATION}, {'E', 0, MTL_IS_ENGLISH},      {'W', 0, MTL_IS_LOAN},
};

static uint32_t bits_of(char kind, char detail)
{
    for (const letter *l = letters; l < MTL_END(letters); l++)
        if (l->kind == kind && l->detail == detail)
            return l->is;
    return 0;
}

/* False where a letter has no meaning. */
static bool read_tags(mtl_str tags, uint32_t *is)
{
    char kind = 0;
    for (size_t i = 0; i < tags.n; i++) {
        if (tags.p[i] == ' ') {
            kind = 0;
            continue;
        }
        const uint32_t bits = kind ? bits_of(kind, tags.p[i]) : bits_of(tags.p[i], 0);
        if (!bits)
            return false;
        kind = kind ? kind : tags.p[i];
        *is |= bits;
    }
    return true;
}

/* ---- reading the text ---- */

typedef struct entry {
    mtl_str form, lemma; /* folded; an empty lemma is the form itself */
    uint32_t is, zipf, line;
} entry;

typedef struct compiling {
    mtl_str path;
    mtl_arena *arena;
    mtl_problems *problems;
    bool ok;
    MTL_VEC(entry) entries;
} compiling;

static void complain(compiling *c, uint32_t line, const char *what, mtl_str text)
{
    const mtl_yaml at = {.line = line};
    mtl_problem_at(c->problems, c->path, &at, "%s: “%.*s”", what, MTL_FMT(text));
    c->ok = false;
}

/* The next column of LINE, which loses it. */
static mtl_str next_column(mtl_str *line)
{
    const size_t tab = mtl_str_find(*line, MTL_LIT("\t"), 0);
    const mtl_str column = {line->p, tab == SIZE_MAX ? line->n : tab};
    const size_t used = tab == SIZE_MAX ? line->n : tab + 1;
    *line = (mtl_str){line->p + used, line->n - used};
    return column;
}

/* Hundredths become tenths: ten thousandfold differences matter here, not small ones. */
static bool read_zipf(mtl_str digits, uint32_t *zipf)
{
    uint32_t n = 0;
    for (size_t i = 0; i < digits.n; i++) {
        if (digits.p[i] < '0' || digits.p[i] > '9' || n > 999)
            return false;
        n = n * 10 + (uint32_t)(digits.p[i] - '0');
    }
    *zipf = n / 10 > 127 ? 127 : n / 10;
    return true;
}

static uint32_t case_bit(mtl_str form)
{
    size_t i = 0;
    while (i < form.n) {
        const uint32_t code = mtl_utf8_next(form, &i);
        if (mtl_char_is_upper(code))
            return MTL_IS_CAPITAL;
    }
    return MTL_IS_LOWER;
}

static void read_line(compiling *c, mtl_str line, uint32_t number)
{
    entry e = {.line = number};
    const mtl_str whole = line, form = mtl_str_trim(next_column(&line));
    const mtl_str zipf = next_column(&line), tags = next_column(&line), lemma = next_column(&line);
    if (form.n == 0 || form.n > UINT16_MAX)
        complain(c, number, "has no word", whole);
    else if (!read_zipf(zipf, &e.zipf))
        complain(c, number, "the second column is the frequency, 0 to 900", whole);
    else if (!read_tags(tags, &e.is))
        complain(c, number, "the third column has letters that rules/README.md does not know", whole);
    else {
        e.form = mtl_fold(form, c->arena);
        e.lemma = mtl_fold(lemma, c->arena);
        e.is |= case_bit(form);
        mtl_vec_push(&c->entries, c->arena, e);
    }
}

static void read_text(compiling *c, mtl_str text)
{
    uint32_t number = 0;
    for (size_t at = mtl_str_starts(text, MTL_BOM) ? MTL_BOM.n : 0; at < text.n;) {
        const size_t end = mtl_str_find(text, MTL_LIT("\n"), at);
        const size_t stop = end == SIZE_MAX ? text.n : end;
        mtl_str line = {text.p + at, stop - at};
        if (line.n && line.p[line.n - 1] == '\r')
            line.n--;
        at = stop + 1;
        number++;
        if (line.n && line.p[0] != '#')
            read_line(c, line, number);
    }
}

/* ---- making the image ---- */

static int by_form(const void *a, const void *b)
{
    return mtl_str_compare(((const entry *)a)->form, ((const entry *)b)->form);
}

static int by_form_and_line(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    const int order = by_form(a, b);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

/* Entries of one form become one: what any reading is, the lemma and frequency of the most frequent one. */
static void merge(compiling *c)
{
    uint32_t n = 0;
    if (c->entries.n)
        qsort(c->entries.items, c->entries.n, sizeof *c->entries.items, by_form_and_line);
    for (uint32_t i = 0; i < c->entries.n; i++) {
        const entry *e = &c->entries.items[i];
        entry *last = n ? &c->entries.items[n - 1] : NULL;
        if (!last || !mtl_str_same(last->form, e->form)) {
            c->entries.items[n++] = *e;
            continue;
        }
        last->is |= e->is;
        if (e->zipf > last->zipf) {
            last->zipf = e->zipf;
            last->lemma = e->lemma;
        }
    }
    c->entries.n = n;
}

static uint32_t lemma_index(const compiling *c, uint32_t i)
{
    const entry wanted = {.form = c->entries.items[i].lemma};
    const entry *found = wanted.form.n ? bsearch(&wanted, c->entries.items, c->entries.n, sizeof *c->entries.items, by_form) : NULL;
    return found ? (uint32_t)(found - c->entries.items) : i;
}

/* The hash index over the entries: a power of two of slots. */
static uint32_t *index_of(const compiling *c, uint32_t *nslots)
{
    for (*nslots = 16; *nslots < 2 * c->entries.n; *nslots *= 2)
        ;
    uint32_t *slots = mtl_arena_array(c->arena, uint32_t, *nslots);
    for (uint32_t i = 0; i < c->entries.n; i++) {
        uint32_t slot = (uint32_t)mtl_hash(c->entries.items[i].form) & (*nslots - 1);
        while (slots[slot])
            slot = (slot + 1) & (*nslots - 1);
        slots[slot] = i + 1;
    }
    return slots;
}

static void put_lexemes(const compiling *c, mtl_out *image, mtl_out *bytes)
{
    mtl_lexeme *lexemes = mtl_arena_array(c->arena, mtl_lexeme, c->entries.n);
    for (uint32_t i = 0; i < c->entries.n; i++) {
        const entry *e = &c->entries.items[i];
        lexemes[i] = (mtl_lexeme){.form = (uint32_t)bytes->n,
                                  .nform = (uint32_t)e->form.n,
                                  .lemma = lemma_index(c, i),
                                  .is = e->is & 0x1FFFFFF,
                                  .zipf = e->zipf & 0x7F};
        mtl_out_str(bytes, e->form);
    }
    mtl_image_put(image, lexemes, c->entries.n, sizeof *lexemes);
}

mtl_str mtl_words_compile(mtl_str path, mtl_str text, mtl_arena *arena, mtl_problems *problems, bool *ok)
{
    compiling c = {.path = path, .arena = arena, .problems = problems, .ok = true};
    mtl_out image = {0}, bytes = {0};
    uint32_t nslots;
    read_text(&c, text);
    merge(&c);
    const uint32_t *slots = index_of(&c, &nslots);
    mtl_image_begin(&image, mtl_words_magic, text.n);
    put_lexemes(&c, &image, &bytes);
    mtl_image_put(&image, slots, nslots, sizeof *slots);
    mtl_image_put(&image, bytes.bytes, bytes.n, 1);
    const mtl_str made = mtl_str_copy(mtl_out_bytes(&image), arena);
    mtl_out_free(&bytes);
    mtl_out_free(&image);
    *ok = c.ok;
    return made;
}

bool mtl_words_table_take(mtl_words_table *table, mtl_image *image)
{
    const void *lexemes, *slots, *bytes;
    if (!mtl_image_take(image, sizeof *table->lexemes, &lexemes, &table->nlexemes) ||
        !mtl_image_take(image, sizeof *table->slots, &slots, &table->nslots) || !mtl_image_take(image, 1, &bytes, &table->nbytes) ||
        !mtl_image_is_done(image))
        return false;
    table->lexemes = lexemes;
    table->slots = slots;
    table->bytes = bytes;
    return table->nslots > table->nlexemes && (table->nslots & (table->nslots - 1)) == 0;
}
