#include "lang/words_table.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "lang/chars.h"

#include <stdlib.h>

static const char magic[8] = {'m', 't', 'l', 'w', 'o', 'r', 'd', '1'};

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

static mtl_words_head head_of(const compiling *c, uint64_t source)
{
    mtl_words_head head = {.order = 1, .nlexemes = c->entries.n, .nslots = 16, .source = source};
    memcpy(head.magic, magic, sizeof magic);
    while (head.nslots < 2 * head.nlexemes)
        head.nslots *= 2;
    for (uint32_t i = 0; i < c->entries.n; i++)
        head.nbytes += (uint32_t)c->entries.items[i].form.n;
    return head;
}

static size_t size_of(const mtl_words_head *head)
{
    return sizeof *head + head->nlexemes * sizeof(mtl_lexeme) + head->nslots * sizeof(uint32_t) + head->nbytes;
}

static void put_slot(uint32_t *slots, uint32_t nslots, mtl_str form, uint32_t index)
{
    uint32_t slot = (uint32_t)mtl_hash(form) & (nslots - 1);
    while (slots[slot])
        slot = (slot + 1) & (nslots - 1);
    slots[slot] = index + 1;
}

mtl_str mtl_words_compile(mtl_str path, mtl_str text, mtl_arena *arena, mtl_problems *problems, bool *ok)
{
    compiling c = {.path = path, .arena = arena, .problems = problems, .ok = true};
    read_text(&c, text);
    merge(&c);
    const mtl_words_head head = head_of(&c, text.n);
    char *image = mtl_arena_alloc(arena, size_of(&head));
    mtl_lexeme *lexemes = (mtl_lexeme *)(void *)(image + sizeof head);
    uint32_t *slots = (uint32_t *)(void *)(lexemes + head.nlexemes);
    char *bytes = (char *)(slots + head.nslots);
    memcpy(image, &head, sizeof head);
    for (uint32_t i = 0, at = 0; i < head.nlexemes; i++) {
        const entry *e = &c.entries.items[i];
        memcpy(bytes + at, e->form.p, e->form.n);
        lexemes[i] = (mtl_lexeme){
            .form = at, .nform = (uint32_t)e->form.n, .lemma = lemma_index(&c, i), .is = e->is & 0x1FFFFFF, .zipf = e->zipf & 0x7F};
        put_slot(slots, head.nslots, e->form, i);
        at += (uint32_t)e->form.n;
    }
    *ok = c.ok;
    return (mtl_str){image, size_of(&head)};
}

bool mtl_words_table_view(mtl_words_table *table, mtl_str image)
{
    const mtl_words_head *head = (const void *)image.p;
    if (image.n < sizeof *head || memcmp(head->magic, magic, sizeof magic) != 0 || head->order != 1 || head->nslots == 0 ||
        (head->nslots & (head->nslots - 1)) || head->nslots <= head->nlexemes || image.n != size_of(head))
        return false;
    table->head = head;
    table->lexemes = (const void *)(head + 1);
    table->slots = (const void *)(table->lexemes + head->nlexemes);
    table->bytes = (const void *)(table->slots + head->nslots);
    return true;
}
