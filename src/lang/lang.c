#include "lang/lang.h"

#include "lang/locale.h"

#include <stddef.h>

enum { LONGEST_TAG = 120 };

/* What a lang.yml says. A list that is not there has no items; one that is there but empty has. */
typedef struct lang_file {
    mtl_str name, package;
    mtl_strs dictionaries, functions, quotes, abbreviations, doubles, relatives, suspends, conjunctions, copulas, never_between,
        never_joined, never_last, spaced_marks, elisions, endings, reduplicates, clitics, vowel_clitics, prefixes;
    bool ordinal_stop, spaced_hyphen, spaced_dash, hyphen_dash;
} lang_file;

#define KEY(key, type, field, doc)                                                                                                 \
    {                                                                                                                              \
        key, type, offsetof(lang_file, field), false, doc, NULL                                                                    \
    }
static const mtl_param keys[] = {
    KEY("name", MTL_PARAM_STRING, name, "English name"),
    KEY("dictionaries", MTL_PARAM_STRINGS, dictionaries, "Hunspell dictionaries, the best first"),
    KEY("package", MTL_PARAM_STRING, package, "Debian package that installs the dictionary"),
    KEY("function-words", MTL_PARAM_STRINGS, functions, "40 to 120 of the most frequent words that carry grammar"),
    KEY("quotes", MTL_PARAM_STRINGS, quotes, "pairs that print uses, the usual first"),
    KEY("abbreviations", MTL_PARAM_STRINGS, abbreviations, "with their stops; they end no sentence"),
    KEY("ordinal-stop", MTL_PARAM_BOOL, ordinal_stop, "true where “3.” is an ordinal"),
    KEY("relatives", MTL_PARAM_STRINGS, relatives,
        "words that may rightly stand twice in a row, but only behind a comma or conjunction"),
    KEY("doubles", MTL_PARAM_STRINGS, doubles, "words that may rightly stand twice in a row, or two different ones"),
    KEY("suspends", MTL_PARAM_STRINGS, suspends, "words that may stand before a suspended hyphen"),
    KEY("conjunctions", MTL_PARAM_STRINGS, conjunctions, "words for and, or: they join two different things"),
    KEY("copulas", MTL_PARAM_STRINGS, copulas, "words for is: a thing may be what it is"),
    KEY("never-between", MTL_PARAM_STRINGS, never_between, "words that never stand between a word and itself"),
    KEY("reduplicates", MTL_PARAM_STRINGS, reduplicates, "words between a word and itself that say “very”"),
    KEY("spaced-marks", MTL_PARAM_STRINGS, spaced_marks, "marks before which the language sets a space"),
    KEY("elisions", MTL_PARAM_STRINGS, elisions, "what loses its vowel before an apostrophe"),
    KEY("endings", MTL_PARAM_STRINGS, endings, "what an apostrophe joins to the word before it"),
    KEY("never-joined", MTL_PARAM_STRINGS, never_joined, "words that never follow a hyphen: a dash was lost there"),
    KEY("never-last", MTL_PARAM_STRINGS, never_last, "words that end no sentence: something was lost behind one"),
    KEY("clitics", MTL_PARAM_STRINGS, clitics, "what stands behind a hyphen of its own"),
    KEY("vowel-clitics", MTL_PARAM_STRINGS, vowel_clitics, "those of the clitics that follow only a vowel"),
    KEY("prefixes", MTL_PARAM_STRINGS, prefixes, "what stands before a hyphen of its own"),
    KEY("spaced-hyphen", MTL_PARAM_BOOL, spaced_hyphen, "true where a space before a hyphen is right: compounds after names"),
    KEY("spaced-dash", MTL_PARAM_BOOL, spaced_dash, "true where a long dash is set between spaces"),
    KEY("hyphen-dash", MTL_PARAM_BOOL, hyphen_dash, "true where a hyphen serves as a dash"),
};
#undef KEY

/* English conventions, for a language of which neither a lang.yml nor CLDR says anything. */
static const mtl_quote_pair english_quotes[] = {{0x201C, 0x201D}, {0x2018, 0x2019}};

void mtl_langs_init(mtl_langs *langs, const char *hunspell_dir, mtl_arena *arena)
{
    *langs = (mtl_langs){.arena = arena, .hunspell_dir = hunspell_dir};
    mtl_map_init(&langs->functions, arena);
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
    return lang;
}

/* The profile that the file of TAG is to fill: a new one, with what its base knows, or the one that an earlier file began. */
static mtl_lang *begin_lang(mtl_langs *langs, mtl_str tag)
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
    }
    lang->index = langs->n;
    lang->base = base ? base->base : lang;
    lang->has_file = true;
    langs->items[langs->n++] = lang;
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

/* Votes for the base: a region has the same grammar. */
static void add_functions(mtl_langs *langs, const mtl_lang *lang, const mtl_strs *list)
{
    const uint64_t bit = UINT64_C(1) << lang->base->index;
    for (uint32_t i = 0; i < list->n; i++) {
        uint32_t *index = mtl_map_put_id(&langs->functions, mtl_words_hash(list->items[i]));
        if (*index == MTL_MAP_NONE) {
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
    lang->ordinal_stop = said->ordinal_stop;
    lang->spaced_hyphen = said->spaced_hyphen;
    lang->spaced_dash = said->spaced_dash;
    lang->hyphen_dash = said->hyphen_dash;
    set_words(&lang->abbreviations, &said->abbreviations, arena);
    set_words(&lang->doubles, &said->doubles, arena);
    set_words(&lang->relatives, &said->relatives, arena);
    set_words(&lang->suspends, &said->suspends, arena);
    set_words(&lang->conjunctions, &said->conjunctions, arena);
    set_words(&lang->copulas, &said->copulas, arena);
    set_words(&lang->never_between, &said->never_between, arena);
    set_words(&lang->reduplicates, &said->reduplicates, arena);
    set_words(&lang->spaced_marks, &said->spaced_marks, arena);
    set_words(&lang->elisions, &said->elisions, arena);
    set_words(&lang->endings, &said->endings, arena);
    set_words(&lang->never_joined, &said->never_joined, arena);
    set_words(&lang->never_last, &said->never_last, arena);
    set_words(&lang->clitics, &said->clitics, arena);
    set_words(&lang->vowel_clitics, &said->vowel_clitics, arena);
    set_words(&lang->prefixes, &said->prefixes, arena);
    set_words(&lang->functions, &said->functions, arena);
    add_functions(langs, lang, &said->functions);
    set_speller(lang, &said->dictionaries, langs->hunspell_dir, arena);
    return set_quotes(lang, &said->quotes, arena, file, problems);
}

bool mtl_langs_add(mtl_langs *langs, mtl_str tag, const mtl_yaml *map, mtl_str file, mtl_problems *problems)
{
    char canonical[LONGEST_TAG];
    if (!mtl_locale_tag(tag, canonical, sizeof canonical)) {
        mtl_problem_at(problems, file, NULL, "“%.*s” is no language tag such as “de” or “pt-BR”", MTL_FMT(tag));
        return false;
    }
    mtl_lang *lang = begin_lang(langs, mtl_cstr(canonical));
    if (!lang) {
        mtl_problem_at(problems, file, NULL, "there is room for %d languages and no more", MTL_MOST_LANGS);
        return false;
    }
    lang_file said = {.ordinal_stop = lang->ordinal_stop,
                      .spaced_hyphen = lang->spaced_hyphen,
                      .spaced_dash = lang->spaced_dash,
                      .hyphen_dash = lang->hyphen_dash};
    const bool bound = mtl_bind(&said, map, keys, MTL_COUNT(keys), file, langs->arena, problems);
    return fill_lang(langs, lang, &said, file, problems) && bound;
}

const mtl_lang *mtl_langs_find(const mtl_langs *langs, mtl_str tag, mtl_arena *arena)
{
    char canonical[LONGEST_TAG] = "und";
    if (tag.n && !mtl_locale_tag(tag, canonical, sizeof canonical))
        return NULL;
    const mtl_lang *known = find_nearest(langs, mtl_cstr(canonical));
    return known ? known : make_generic(mtl_cstr(canonical), arena);
}

uint64_t mtl_langs_of(const mtl_langs *langs, uint64_t folded_hash)
{
    const uint32_t index = mtl_map_get_id(&langs->functions, folded_hash);
    return index == MTL_MAP_NONE ? 0 : langs->masks.items[index];
}
