/* Promises of lang/lang and lang/locale: what a lang.yml says, what CLDR says, and which profile a tag gets. */
#include "base/limits.h"
#include "lang/lang.h"
#include "lang/locale.h"
#include "rows.h"

/* ---- locale ---- */

static void tags_become_canonical(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *tag, *canonical; /* NULL: no tag */
    } rows[] = {
        {"as it is", "de", "de"},
        {"case is mended", "PT-br", "pt-BR"},
        {"underscores too", "zh_hant_TW", "zh-Hant-TW"},
        {"tl is fil", "tl", "fil"},
        {"TL-PH too", "TL-PH", "fil-PH"},
        {"iw is he", "iw", "he"},
        {"in is id", "in", "id"},
        {"three letters become two", "deu-AT", "de-AT"},
        {"Serbo-Croatian brings its script", "sh", "sr-Latn"},
        {"unless the tag has one", "sh-Cyrl", "sr-Cyrl"},
        {"an unknown language is still a tag", "xyz", "xyz"},
        {"undetermined", "und", "und"},
        {"nothing is no tag", "", NULL},
        {"a sentence is no tag", "in German", NULL},
        {"an encoding is no tag", "de_DE.UTF-8", NULL},
        {"a trailing hyphen is no tag", "de-", NULL},
        {"accents are no tag", "español", NULL},
        {"too long a subtag is no tag", "abcdefghi", NULL},
        {"too long a tag is no tag",
         "de-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee-ffffffff-gggggggg-hhhhhhhh-iiiiiiii-jjjjjjjj-kkkkkkkk-llllllll-mmmmmmmm",
         NULL},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        char out[100] = "";
        CHECK_NUMBER(r->promise, mtl_locale_tag(mtl_cstr(r->tag), out, sizeof out), r->canonical != NULL);
        CHECK_STR(r->promise, mtl_cstr(out), mtl_cstr(r->canonical));
    }
    char small[5];
    CHECK("no room is no tag", !mtl_locale_tag(MTL_LIT("pt-BR"), small, sizeof small));
}

static void languages_have_names(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *tag, *name;
    } rows[] = {
        {"a language", "de", "German"},
        {"of a region", "pt-BR", "Portuguese (Brazil)"},
        {"Filipino", "fil", "Filipino"},
        {"an unknown one is its tag", "qqq", "qqq"},
    };
    mtl_arena arena = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, mtl_locale_name(mtl_cstr(r->tag), &arena), mtl_cstr(r->name));
    CHECK("none at all has one too", mtl_locale_name(MTL_LIT(""), &arena).n > 0);
    mtl_arena_reset(&arena);
}

static void locales_have_quotes(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *tag;
        bool known;
        uint32_t marks[4];
    } rows[] = {
        {"German", "de", true, {0x201E, 0x201C, 0x201A, 0x2018}},
        {"French", "fr", true, {0xAB, 0xBB, 0xAB, 0xBB}},
        {"Brazilian", "pt-BR", true, {0x201C, 0x201D, 0x2018, 0x2019}},
        {"a region that CLDR does not know has its language's", "de-BR", true, {0x201E, 0x201C, 0x201A, 0x2018}},
        {"an unknown language has none, whatever this machine speaks", "qqq", false, {0}},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        uint32_t marks[4] = {0};
        CHECK_NUMBER(r->promise, mtl_locale_quotes(mtl_cstr(r->tag), marks), r->known);
        for (size_t i = 0; i < 4; i++)
            CHECK_NUMBER(r->promise, marks[i], r->marks[i]);
    }
}

/* ---- profiles ---- */

typedef struct shelf {
    mtl_arena arena;
    mtl_langs langs;
    mtl_problems problems;
    mtl_err last;
} shelf;

static void note_problem(void *user, const mtl_err *problem)
{
    ((shelf *)user)->last = *problem;
}

static void open_shelf(shelf *s)
{
    *s = (shelf){.problems = {.fn = note_problem, .user = s}};
    mtl_langs_init(&s->langs, &(mtl_lang_places){.hunspell = "/usr/share/hunspell"}, &s->arena);
}

static bool add(shelf *s, const char *tag, const char *yaml)
{
    mtl_err err = {0};
    const mtl_yaml *map = mtl_yaml_parse(MTL_LIT("lang.yml"), mtl_cstr(yaml), &s->arena, &err);
    CHECK(err.what, map != NULL);
    return mtl_langs_add(&s->langs, mtl_cstr(tag), map, MTL_LIT("lang.yml"), &s->problems);
}

static bool has(const mtl_words *words, const char *form)
{
    return mtl_words_has_hash(words, mtl_fold_hash(mtl_cstr(form)));
}

static const char *const german = "name: German\n"
                                  "package: hunspell-de\n"
                                  "function-words: [der, die, und, in]\n"
                                  "quotes: [\"„ “\", \"» «\"]\n"
                                  "abbreviations: [bzw., z. B., Dr.]\n"
                                  "ordinal-stop: true\n"
                                  "doubles: [die, sie Sie]\n"
                                  "suspends: und\n"
                                  "prefixes: [ex]\n";
static const char *const portuguese = "name: Portuguese\nfunction-words: [não, os, em]\nclitics: [se, lo]\nhyphen-dash: true\n"
                                      "quotes: [\"“ ”\"]\n";

static void a_file_fills_the_profile(void **state)
{
    (void)state;
    shelf s;
    open_shelf(&s);
    CHECK("the file is right", add(&s, "de", german));
    const mtl_lang *de = mtl_langs_find(&s.langs, MTL_LIT("de"), &s.arena);
    CHECK_STR("the name", de->name, MTL_LIT("German"));
    CHECK_STR("the package", de->package, MTL_LIT("hunspell-de"));
    CHECK_NUMBER("it has a file", de->has_file, true);
    CHECK("it is its own base", de->base == de);
    CHECK_NUMBER("quotes, the usual first", de->nquotes, 2);
    CHECK_NUMBER("opening", de->quotes[0].open, 0x201E);
    CHECK_NUMBER("closing", de->quotes[1].close, 0xAB);
    CHECK("abbreviations of one word, whatever the case", has(&de->abbreviations, "BZW."));
    CHECK("and of two", has(&de->abbreviations, "z. B."));
    CHECK("doubles of one word", has(&de->doubles, "die"));
    CHECK("and of two", has(&de->doubles, "Sie sie"));
    CHECK("one scalar is a list of one", has(&de->suspends, "und"));
    CHECK("prefixes", has(&de->prefixes, "ex"));
    CHECK("what is not said is empty", !has(&de->clitics, "se"));
    CHECK("function words", has(&de->functions, "Die"));
    CHECK("true is true", de->ordinal_stop);
    CHECK("what is not said is false", !de->hyphen_dash && !de->spaced_hyphen);
    CHECK("no dictionary named, no speller", de->speller == NULL);
    CHECK_NUMBER("its bit", mtl_langs_of(&s.langs, mtl_fold_hash(MTL_LIT("DER"))), UINT64_C(1) << de->index);
    CHECK_NUMBER("no bit for other words", mtl_langs_of(&s.langs, mtl_fold_hash(MTL_LIT("Haus"))), 0);
    CHECK_NUMBER("no problem", s.problems.n, 0);
    mtl_arena_reset(&s.arena);
}

static void a_region_takes_what_it_does_not_say_from_its_base(void **state)
{
    (void)state;
    shelf s;
    open_shelf(&s);
    CHECK("base", add(&s, "pt", portuguese));
    CHECK("region", add(&s, "pt-PT", "quotes: [\"« »\"]\nclitics: []\nhyphen-dash: false\nfunction-words: [estás]\n"));
    CHECK("another", add(&s, "pt-BR", ""));
    const mtl_lang *pt = mtl_langs_find(&s.langs, MTL_LIT("pt"), &s.arena);
    const mtl_lang *own = mtl_langs_find(&s.langs, MTL_LIT("pt-PT"), &s.arena);
    const mtl_lang *bare = mtl_langs_find(&s.langs, MTL_LIT("pt-BR"), &s.arena);
    CHECK("the base is known", own->base == pt && bare->base == pt);
    CHECK_STR("the name is the region's own", bare->name, MTL_LIT("Portuguese (Brazil)"));
    CHECK_STR("so is the locale", bare->locale, MTL_LIT("pt-BR"));
    CHECK("a file that says nothing inherits all", has(&bare->clitics, "se") && bare->hyphen_dash && bare->quotes == pt->quotes);
    CHECK("an empty list is said", !has(&own->clitics, "se"));
    CHECK("false is said", !own->hyphen_dash);
    CHECK_NUMBER("its own quotes", own->quotes[0].open, 0xAB);
    CHECK_NUMBER("its words vote for the base", mtl_langs_of(&s.langs, mtl_fold_hash(MTL_LIT("estás"))), UINT64_C(1) << pt->index);
    mtl_arena_reset(&s.arena);
}

static void a_tag_gets_the_nearest_profile(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *tag, *found; /* NULL: none */
        bool has_file;
    } rows[] = {
        {"its own", "pt-BR", "pt-BR", true},
        {"its base's", "pt-AO", "pt", true},
        {"through several subtags", "de-Latn-AT-1996", "de", true},
        {"in any case", "DE_at", "de", true},
        {"a deprecated tag", "tl", "fil", true},
        {"a deprecated tag with a region", "tl-PH", "fil", true},
        {"a generic one", "nl-BE", "nl-BE", false},
        {"no tag", "", "und", false},
        {"undetermined", "und", "und", false},
        {"nonsense", "???", NULL, false},
    };
    shelf s;
    open_shelf(&s);
    CHECK("de", add(&s, "de", german));
    CHECK("pt", add(&s, "pt", portuguese));
    CHECK("pt-BR", add(&s, "pt-BR", ""));
    CHECK("a deprecated folder name is taken for what it is now", add(&s, "tl", "name: Filipino\n"));
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_lang *lang = mtl_langs_find(&s.langs, mtl_cstr(r->tag), &s.arena);
        CHECK_NUMBER(r->promise, lang != NULL, r->found != NULL);
        if (!lang)
            continue;
        CHECK_STR(r->promise, lang->tag, mtl_cstr(r->found));
        CHECK_NUMBER(r->promise, lang->has_file, r->has_file);
        CHECK("a profile has a name, a locale and quotes", lang->name.n && lang->locale.n && lang->nquotes);
    }
    const mtl_lang *generic = mtl_langs_find(&s.langs, MTL_LIT("sv"), &s.arena);
    CHECK_NUMBER("a generic profile has no bit", generic->index, MTL_MOST_LANGS);
    CHECK("and is its own base", generic->base == generic);
    CHECK_NUMBER("its quotes are CLDR's", generic->quotes[0].open, 0x201D);
    generic = mtl_langs_find(&s.langs, MTL_LIT("qqq"), &s.arena);
    CHECK_NUMBER("or else English ones", generic->quotes[0].open, 0x201C);
    mtl_arena_reset(&s.arena);
}

static void mistakes_are_reported_with_their_line(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *tag, *yaml;
        uint32_t line, problems;
    } rows[] = {
        {"an unknown key", "de", "name: German\nabbreviation: [bzw.]\n", 2, 1},
        {"a wrong type", "de", "ordinal-stop: often\n", 1, 1},
        {"one mark is no pair", "de", "name: German\nquotes:\n  - \"„ “\"\n  - \"»\"\n", 4, 1},
        {"three are none either", "de", "quotes: [\"„ “ ”\"]\n", 1, 1},
        {"marks without a space between", "de", "quotes: [\"„“\"]\n", 1, 1},
        {"no marks at all", "de", "quotes: [\"\"]\n", 1, 1},
        {"each of several", "de", "quotes: [\"„“\", \"\"]\nfoo: bar\n", 1, 3},
        {"no language tag", "german language", "name: German\n", 0, 1},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        shelf s;
        open_shelf(&s);
        CHECK(r->promise, !add(&s, r->tag, r->yaml));
        CHECK_NUMBER(r->promise, s.problems.n, r->problems);
        CHECK_NUMBER(r->promise, s.last.line, r->line);
        mtl_arena_reset(&s.arena);
    }
    shelf s;
    open_shelf(&s);
    CHECK("two identical marks are a pair", add(&s, "sv", "quotes: [\"” ”\"]\n"));
    mtl_arena_reset(&s.arena);
}

static void a_later_file_adds_to_an_earlier_one(void **state)
{
    (void)state;
    shelf s;
    open_shelf(&s);
    CHECK("the shipped one", add(&s, "de", german));
    CHECK("the user's", add(&s, "de", "clitics: [se]\n"));
    CHECK_NUMBER("one language", s.langs.n, 1);
    CHECK("the new key", has(&s.langs.items[0]->clitics, "se"));
    CHECK("the old ones", has(&s.langs.items[0]->abbreviations, "bzw.") && s.langs.items[0]->ordinal_stop);
    mtl_arena_reset(&s.arena);
}

static void there_is_an_end_to_languages(void **state)
{
    (void)state;
    shelf s;
    open_shelf(&s);
    for (unsigned i = 0; i < MTL_MOST_LANGS; i++) {
        const char tag[] = {'q', (char)('a' + i / 20), (char)('a' + i % 20), 0};
        CHECK("as many as have a bit", add(&s, tag, "function-words: [na]\n"));
    }
    CHECK_NUMBER("all bits", mtl_langs_of(&s.langs, mtl_fold_hash(MTL_LIT("na"))), UINT64_MAX);
    CHECK("and no more", !add(&s, "de", german));
    CHECK_NUMBER("which is said", s.problems.n, 1);
    mtl_arena_reset(&s.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_become_canonical),
        cmocka_unit_test(languages_have_names),
        cmocka_unit_test(locales_have_quotes),
        cmocka_unit_test(a_file_fills_the_profile),
        cmocka_unit_test(a_region_takes_what_it_does_not_say_from_its_base),
        cmocka_unit_test(a_tag_gets_the_nearest_profile),
        cmocka_unit_test(mistakes_are_reported_with_their_line),
        cmocka_unit_test(a_later_file_adds_to_an_earlier_one),
        cmocka_unit_test(there_is_an_end_to_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
