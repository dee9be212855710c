#include "lang/lexicon.h"

#include "base/limits.h"
#include "lang/words_table.h"
#include "text/source.h"

#include <unistd.h>

enum { MOST_LAYERS = 16 };

struct mtl_lexicon {
    mtl_words_table layers[MOST_LAYERS]; /* the widest first, the user's last */
    uint32_t nlayers;
};

mtl_lexicon *mtl_lexicon_new(const mtl_lexicon *base, mtl_arena *arena)
{
    mtl_lexicon *lexicon = mtl_arena_one(arena, mtl_lexicon);
    if (base)
        *lexicon = *base;
    return lexicon;
}

bool mtl_lexicon_is_thin(const mtl_lexicon *lexicon)
{
    enum { FEW = 10000 };
    uint32_t words = 0;
    for (uint32_t i = 0; lexicon && i < lexicon->nlayers; i++)
        words += lexicon->layers[i].nlexemes;
    return words < FEW;
}

/* ---- loading ---- */

/* TABLE was made from the text that is in the file TEXT now. */
static bool view_table(mtl_words_table *out, const char *table, const char *text, mtl_arena *arena)
{
    mtl_image image;
    return table && mtl_image_map(&image, table, text, mtl_words_magic, arena) && mtl_words_table_take(out, &image);
}

static bool view_text(mtl_words_table *out, const char *text, mtl_arena *arena, mtl_problems *problems)
{
    mtl_source source;
    mtl_err err;
    if (!mtl_source_open(&source, text, MTL_MAX_FILE_BYTES, arena, &err)) {
        mtl_problem(problems, &err);
        return false;
    }
    bool ok;
    mtl_image image;
    mtl_image_view(&image, mtl_words_compile(source.path, source.bytes, arena, problems, &ok), mtl_words_magic);
    mtl_words_table_take(out, &image);
    return ok;
}

bool mtl_lexicon_add(mtl_lexicon *lexicon, const char *text, const char *table, mtl_arena *arena, mtl_problems *problems)
{
    if (access(text, F_OK) != 0)
        return true;
    if (lexicon->nlayers == MOST_LAYERS) {
        mtl_problem_at(problems, mtl_cstr(text), NULL, "there is room for %d lists of words in one language and no more",
                       MOST_LAYERS);
        return false;
    }
    mtl_words_table *layer = &lexicon->layers[lexicon->nlayers];
    if (!view_table(layer, table, text, arena) && !view_text(layer, text, arena, problems))
        return false;
    lexicon->nlayers++;
    return true;
}

/* ---- looking up ---- */

/* The form of a lexeme; empty where the table is broken, so that a damaged file cannot lead out of itself. */
static mtl_str form_in(const mtl_words_table *t, const mtl_lexeme *lexeme)
{
    const bool inside = lexeme->form <= t->nbytes && lexeme->nform <= t->nbytes - lexeme->form;
    return inside ? (mtl_str){t->bytes + lexeme->form, lexeme->nform} : (mtl_str){0};
}

static const mtl_lexeme *find_in(const mtl_words_table *t, mtl_str folded, uint64_t hash)
{
    const uint32_t mask = t->nslots - 1;
    uint32_t slot = (uint32_t)hash & mask;
    for (uint32_t tries = 0; tries <= mask && t->slots[slot]; tries++, slot = (slot + 1) & mask) {
        const uint32_t index = t->slots[slot] - 1;
        if (index < t->nlexemes && mtl_str_same(form_in(t, &t->lexemes[index]), folded))
            return &t->lexemes[index];
    }
    return NULL;
}

const mtl_lexeme *mtl_lexicon_find(const mtl_lexicon *lexicon, mtl_str folded, uint64_t hash)
{
    for (uint32_t i = lexicon && folded.n ? lexicon->nlayers : 0; i-- > 0;) {
        const mtl_lexeme *found = find_in(&lexicon->layers[i], folded, hash);
        if (found)
            return found;
    }
    return NULL;
}

/* The layer that holds LEXEME. */
static const mtl_words_table *layer_of(const mtl_lexicon *lexicon, const mtl_lexeme *lexeme)
{
    const mtl_words_table *t = lexicon->layers;
    while (lexeme < t->lexemes || lexeme >= t->lexemes + t->nlexemes)
        t++;
    return t;
}

mtl_str mtl_lexicon_form(const mtl_lexicon *lexicon, const mtl_lexeme *lexeme)
{
    return form_in(layer_of(lexicon, lexeme), lexeme);
}

mtl_str mtl_lexicon_lemma(const mtl_lexicon *lexicon, const mtl_lexeme *lexeme)
{
    const mtl_words_table *t = layer_of(lexicon, lexeme);
    return form_in(t, lexeme->lemma < t->nlexemes ? &t->lexemes[lexeme->lemma] : lexeme);
}

/* Index of the first lexeme whose form is not before FOLDED. */
static uint32_t first_from(const mtl_words_table *t, mtl_str folded)
{
    uint32_t from = 0, to = t->nlexemes;
    while (from < to) {
        const uint32_t middle = from + (to - from) / 2;
        if (mtl_str_compare(form_in(t, &t->lexemes[middle]), folded) < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return from;
}

void mtl_lexicon_each(const mtl_lexicon *lexicon, mtl_str folded, uint32_t most, void (*fn)(void *, const mtl_lexeme *), void *user)
{
    for (uint32_t l = lexicon ? lexicon->nlayers : 0; l-- > 0;) {
        const mtl_words_table *t = &lexicon->layers[l];
        uint32_t i = first_from(t, folded);
        for (; most > 0 && i < t->nlexemes && mtl_str_starts(form_in(t, &t->lexemes[i]), folded); most--, i++)
            fn(user, &t->lexemes[i]);
    }
}
