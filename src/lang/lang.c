#include "lang/lang.h"

#include "lang/locale.h"

#include <pthread.h>
#include <stddef.h>

enum { LONGEST_TAG = 120 };

/* What a lang.yml says. A list that is not there has no items; one that is there but empty has. */
typedef struct lang_file {
    mtl_str name, package;
    mtl_strs dictionaries, quotes;
#define WORDS(key, field, doc) mtl_strs field;
#define PARTS(key, field, doc) mtl_strs field;
#define FLAG(key, field, doc)  bool field;
#include "lang/keys.def"
} lang_file;

#define KEY(key, type, field, doc)                                                                                                 \
    {                                                                                                                              \
        key, type, offsetof(lang_file, field), false, doc, NULL                                                                    \
    }
static const mtl_param keys[] = {
    KEY("name", MTL_PARAM_STRING, name, "English name"),
    KEY("dictionaries", MTL_PARAM_STRINGS, dictionaries, "Hunspell dictionaries, the best first"),
    KEY("package", MTL_PARAM_STRING, package, "Debian package that installs the dictionary"),
    KEY("quotes", MTL_PARAM_STRINGS, quotes, "pairs that print uses, the usual first"),
#define WORDS(key, field, doc) KEY(key, MTL_PARAM_STRINGS, field, doc),
#define PARTS(key, field, doc) KEY(key, MTL_PARAM_STRINGS, field, doc),
#define FLAG(key, field, doc)  KEY(key, MTL_PARAM_BOOL, field, doc),
#include "lang/keys.def"
};
#undef KEY

/* English conventions, for a language of which neither a lang.yml nor CLDR says anything. */
static const mtl_quote_pair english_quotes[] = {{0x201C, 0x201D}, {0x2018, 0x2019}};

void mtl_langs_init(mtl_langs *langs, const mtl_lang_places *places, mtl_arena *arena)
{
    *langs = (mtl_langs){.arena = arena, .places = *places};
    mtl_ids_init(&langs->functions, arena);
}

static mtl_lang *find_exact(const mtl_langs *langs, mtl_str tag)
{
    for (uint32_t i = 0; i < langs->n; i++)
        if (mtl_str_same(langs->items[i]->tag, tag))
            return langs->items[i];
    return NULL;
}

/* TAG without its last subtag; empty if there is but one. */
static mtl_str shorten(mtl_str tag)
{
    while (tag.n && tag.p[tag.n - 1] != '-')
        tag.n--;
    return (mtl_str){tag.p, tag.n ? tag.n - 1 : 0};
}

/* The language of TAG or of the longest head of it that is known, or NULL. */
static mtl_lang *find_nearest(const mtl_langs *langs, mtl_str tag)
{
    for (; tag.n; tag = shorten(tag)) {
        mtl_lang *lang = find_exact(langs, tag);
        if (lang)
            return lang;
    }
    return NULL;
}

static void set_cldr_quotes(mtl_lang *lang, mtl_arena *arena)
{
    uint32_t marks[4];
    lang->quotes = english_quotes;
    lang->nquotes = MTL_COUNT(english_quotes);
    if (!mtl_locale_quotes(lang->tag, marks))
        return;
    mtl_quote_pair *pairs = mtl_arena_array(arena, mtl_quote_pair, 2);
    pairs[0] = (mtl_quote_pair){marks[0], marks[1]};
    pairs[1] = (mtl_quote_pair){marks[2], marks[3]};
    lang->quotes = pairs;
    lang->nquotes = marks[2] == marks[0] && marks[3] == marks[1] ? 1 : 2;
}

/* CLDR takes a millisecond to say how a language writes numbers, and one run meets few of the languages. */
struct mtl_lazy_figures {
    mtl_str tag;
    struct mtl_lazy_figures *base; /* asked where CLDR does not know the tag; may be NULL */
    pthread_mutex_t lock;
    bool known;
    mtl_figures figures;
};

static void free_lazy_figures(void *user)
{
    pthread_mutex_destroy(&((struct mtl_lazy_figures *)user)->lock);
}

static struct mtl_lazy_figures *lazy_figures(mtl_str tag, struct mtl_lazy_figures *base, mtl_arena *arena)
{
    struct mtl_lazy_figures *lazy = mtl_arena_one(arena, struct mtl_lazy_figures);
    lazy->tag = mtl_str_copy(tag, arena);
    lazy->base = base;
    pthread_mutex_init(&lazy->lock, NULL);
    mtl_arena_defer(arena, free_lazy_figures, lazy);
    return lazy;
}

static const mtl_figures *look_up(struct mtl_lazy_figures *lazy)
{
    pthread_mutex_lock(&lazy->lock);
    if (!lazy->known && !mtl_locale_figures(lazy->tag, &lazy->figures) && lazy->base)
        lazy->figures = *look_up(lazy->base);
    lazy->known = true;
    pthread_mutex_unlock(&lazy->lock);
    return &lazy->figures;
}

const mtl_figures *mtl_lang_figures(const mtl_lang *lang)
{
    return look_up(lang->figures);
}

/* A profile that holds what is true without a file. */
static mtl_lang *make_generic(mtl_str tag, mtl_arena *arena)
{
    mtl_lang *lang = mtl_arena_one(arena, mtl_lang);
    lang->tag = mtl_str_copy(tag, arena);
    lang->locale = lang->tag;
    lang->name = mtl_locale_name(tag, arena);
    lang->index = MTL_MOST_LANGS;
    lang->base = lang;
    set_cldr_quotes(lang, arena);
    lang->figures = lazy_figures(lang->tag, NULL, arena);
    return lang;
}

static void add_words(const mtl_langs *langs, mtl_lang *lang, mtl_str folder, mtl_problems *problems)
{
    const mtl_str text = mtl_str_format(langs->arena, "%s/%.*s/words.txt", langs->places.dictionaries, MTL_FMT(folder));
    const mtl_str table =
        langs->places.words ? mtl_str_format(langs->arena, "%s/%.*s.words", langs->places.words, MTL_FMT(folder)) : (mtl_str){0};
    mtl_lexicon_add(lang->lexicon, text.p, table.p, langs->arena, problems);
}

/* The words that the language comes with, above those of its base or of all languages. */
static void set_lexicon(const mtl_langs *langs, mtl_lang *lang, const mtl_lang *base, mtl_problems *problems)
{
    lang->lexicon = mtl_lexicon_new(base ? base->lexicon : NULL, langs->arena);
    if (!langs->places.dictionaries)
        return;
    if (!base)
        add_words(langs, lang, MTL_LIT("all"), problems);
    add_words(langs, lang, lang->tag, problems);
}

/* The profile that the file of TAG is to fill: a new one, with what its base knows, or the one that an earlier file began. */
static mtl_lang *begin_lang(mtl_langs *langs, mtl_str tag, mtl_problems *problems)
{
    mtl_lang *known = find_exact(langs, tag);
    if (known || langs->n == MTL_MOST_LANGS)
        return known;
    mtl_lang *lang = make_generic(tag, langs->arena);
    const mtl_lang *base = find_nearest(langs, shorten(tag));
    if (base) {
        const mtl_lang own = *lang;
        *lang = *base;
        lang->tag = own.tag;
        lang->locale = own.locale;
        lang->name = own.name;
        lang->figures = lazy_figures(own.tag, base->figures, langs->arena);
    }
    lang->index = langs->n;
    lang->base = base ? base->base : lang;
    lang->has_file = true;
    langs->items[langs->n++] = lang;
    set_lexicon(langs, lang, base, problems);
    return lang;
}

static bool parse_pair(mtl_str text, mtl_quote_pair *out)
{
    size_t i = 0;
    if (text.n == 0)
        return false;
    out->open = mtl_utf8_next(text, &i);
    const size_t gap = i;
    while (i < text.n && text.p[i] == ' ')
        i++;
    if (i == gap || i == text.n)
        return false;
    out->close = mtl_utf8_next(text, &i);
    return i == text.n;
}

static bool set_quotes(mtl_lang *lang, const mtl_strs *list, mtl_arena *arena, mtl_str file, mtl_problems *problems)
{
    if (!list->items)
        return true;
    mtl_quote_pair *pairs = mtl_arena_array(arena, mtl_quote_pair, list->n);
    bool ok = true;
    for (uint32_t i = 0; i < list->n; i++) {
        if (parse_pair(list->items[i], &pairs[i]))
            continue;
        const mtl_yaml at = {.line = list->lines[i]};
        mtl_problem_at(problems, file, &at, "“%.*s” must be two quotation marks with a space between", MTL_FMT(list->items[i]));
        ok = false;
    }
    lang->quotes = pairs;
    lang->nquotes = list->n;
    return ok;
}

static void set_words(mtl_words *words, const mtl_strs *list, mtl_arena *arena)
{
    if (list->items)
        *words = mtl_words_make(list, arena);
}

/* A list in its order, folded. */
static void set_parts(mtl_strs *to, const mtl_strs *list, mtl_arena *arena)
{
    if (!list->items)
        return;
    *to = (mtl_strs){.items = mtl_arena_array(arena, mtl_str, list->n), .n = list->n};
    for (uint32_t i = 0; i < list->n; i++)
        to->items[i] = mtl_str_copy(mtl_fold(list->items[i], arena), arena);
}

/* Votes for the base: a region has the same grammar. */
static void add_functions(mtl_langs *langs, const mtl_lang *lang, const mtl_strs *list)
{
    const uint64_t bit = UINT64_C(1) << lang->base->index;
    for (uint32_t i = 0; i < list->n; i++) {
        uint32_t *index = mtl_ids_put(&langs->functions, mtl_fold_hash(list->items[i]));
        if (*index == MTL_ID_NONE) {
            *index = langs->masks.n;
            mtl_vec_push(&langs->masks, langs->arena, 0);
        }
        langs->masks.items[*index] |= bit;
    }
}

static void set_speller(mtl_lang *lang, const mtl_strs *names, const char *dir, mtl_arena *arena)
{
    if (!names->items)
        return;
    lang->speller = NULL;
    for (uint32_t i = 0; i < names->n && !lang->speller; i++)
        lang->speller = mtl_speller_find(dir, names->items[i], arena);
}

static bool fill_lang(mtl_langs *langs, mtl_lang *lang, const lang_file *said, mtl_str file, mtl_problems *problems)
{
    mtl_arena *arena = langs->arena;
    if (said->name.n)
        lang->name = mtl_str_copy(said->name, arena);
    if (said->package.p)
        lang->package = mtl_str_copy(said->package, arena);
#define WORDS(key, field, doc) set_words(&lang->field, &said->field, arena);
#define PARTS(key, field, doc) set_parts(&lang->field, &said->field, arena);
#define FLAG(key, field, doc)  lang->field = said->field;
#include "lang/keys.def"
    add_functions(langs, lang, &said->functions);
    set_speller(lang, &said->dictionaries, langs->places.hunspell, arena);
    return set_quotes(lang, &said->quotes, arena, file, problems);
}

bool mtl_langs_add(mtl_langs *langs, mtl_str tag, const mtl_yaml *map, mtl_str file, mtl_problems *problems)
{
    char canonical[LONGEST_TAG];
    if (!mtl_locale_tag(tag, canonical, sizeof canonical)) {
        mtl_problem_at(problems, file, NULL, "“%.*s” is no language tag such as “de” or “pt-BR”", MTL_FMT(tag));
        return false;
    }
    mtl_lang *lang = begin_lang(langs, mtl_cstr(canonical), problems);
    if (!lang) {
        mtl_problem_at(problems, file, NULL, "there is room for %d languages and no more", MTL_MOST_LANGS);
        return false;
    }
    lang_file said = {0};
#define WORDS(key, field, doc)
#define PARTS(key, field, doc)
#define FLAG(key, field, doc) said.field = lang->field;
#include "lang/keys.def"
    const bool bound = mtl_bind(&said, map, keys, MTL_COUNT(keys), file, langs->arena, problems);
    return fill_lang(langs, lang, &said, file, problems) && bound;
}

/* KNOWN for the region that TAG names, whose numbers may be written in another way: "es-MX" of "es". */
static const mtl_lang *regional(const mtl_lang *known, mtl_str tag, mtl_arena *arena)
{
    if (known->base != known || mtl_str_same(known->tag, tag))
        return known;
    mtl_lang *lang = mtl_arena_one(arena, mtl_lang);
    *lang = *known;
    lang->base = known;
    lang->figures = lazy_figures(tag, known->figures, arena);
    lang->either_decimal = false;
    return lang;
}

const mtl_lang *mtl_langs_find(const mtl_langs *langs, mtl_str tag, mtl_arena *arena)
{
    char canonical[LONGEST_TAG] = "und";
    if (tag.n && !mtl_locale_tag(tag, canonical, sizeof canonical))
        return NULL;
    const mtl_lang *known = find_nearest(langs, mtl_cstr(canonical));
    return known ? regional(known, mtl_cstr(canonical), arena) : make_generic(mtl_cstr(canonical), arena);
}

uint64_t mtl_langs_of(const mtl_langs *langs, uint64_t folded_hash)
{
    const uint32_t index = mtl_ids_get(&langs->functions, folded_hash);
    return index == MTL_ID_NONE ? 0 : langs->masks.items[index];
}
