/* Promises of lang/speller. The dictionaries are made here, so that the tests ask nothing of the machine. */
#include "base/limits.h"
#include "lang/speller.h"
#include "rows.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/mtlint-speller-XXXXXX";

static const struct file {
    const char *name, *bytes;
} files[] = {
    {"latin.aff", "SET ISO8859-1\nSFX N Y 1\nSFX N 0 en .\n"},
    {"latin.dic", "3\nHaus\nStra\xDF"
                  "e\nl'\xE9tat\n"},
    {"marked.aff", "\xEF\xBB\xBFSET UTF-8\n"},
    {"marked.dic", "2\nação\nŝafo\n"},
    {"cyrillic.aff", "SET microsoft-cp1251\n"},
    {"cyrillic.dic", "1\n\xEC\xE8\xF0\n"},
    {"lonely.aff", "SET UTF-8\n"},
};

static void path_of(char out[100], const char *name)
{
    snprintf(out, 100, "%s/%s", folder, name);
}

static int write_files(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    for (const struct file *f = files; f < MTL_END(files); f++) {
        char path[100];
        path_of(path, f->name);
        FILE *out = fopen(path, "wb");
        if (!out || fputs(f->bytes, out) < 0 || fclose(out) != 0)
            return -1;
    }
    return 0;
}

static int remove_files(void **state)
{
    (void)state;
    for (const struct file *f = files; f < MTL_END(files); f++) {
        char path[100];
        path_of(path, f->name);
        remove(path);
    }
    return rmdir(folder);
}

static void dictionaries_are_found(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *name;
        bool found;
    } rows[] = {
        {"both files are there", "latin", true},      {"one of them is missing", "lonely", false},
        {"none is there", "klingon", false},          {"no name", "", false},
        {"a path is no name", "../etc/latin", false},
    };
    mtl_arena arena = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->promise, mtl_speller_find(folder, mtl_cstr(r->name), &arena) != NULL, r->found);
    CHECK("no folder", mtl_speller_find(NULL, MTL_LIT("latin"), &arena) == NULL);
    mtl_arena_reset(&arena);
}

static void words_are_looked_up(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *dictionary, *word;
        mtl_verdict verdict;
    } rows[] = {
        {"a word", "latin", "Haus", MTL_KNOWN},
        {"capitals are the speller's business", "latin", "HAUS", MTL_KNOWN},
        {"small where it should be great", "latin", "haus", MTL_UNKNOWN},
        {"another word", "latin", "Hauss", MTL_UNKNOWN},
        {"letters beyond ASCII in Latin-1", "latin", "Straße", MTL_KNOWN},
        {"letters that Latin-1 has not", "latin", "Штрассе", MTL_UNKNOWN},
        {"a typographic apostrophe", "latin", "l’état", MTL_KNOWN},
        {"a plain one", "latin", "l'état", MTL_KNOWN},
        {"soft hyphens do not count", "latin",
         "Stra\xC2\xAD"
         "ße",
         MTL_KNOWN},
        {"UTF-8 behind a byte order mark", "marked", "ação", MTL_KNOWN},
        {"and letters of no Latin-1", "marked", "ŝafo", MTL_KNOWN},
        {"an unknown word in UTF-8", "marked", "acao", MTL_UNKNOWN},
        {"an encoding that only Hunspell calls so", "cyrillic", "мир", MTL_KNOWN},
        {"an unknown word in it", "cyrillic", "рим", MTL_UNKNOWN},
        {"nothing is not asked", "latin", "", MTL_NO_SPELLER},
    };
    mtl_arena arena = {0};
    mtl_verdicts verdicts = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_speller *speller = mtl_speller_find(folder, mtl_cstr(r->dictionary), &arena);
        CHECK_NUMBER(r->promise, mtl_speller_ask(speller, mtl_cstr(r->word)), r->verdict);
        CHECK_NUMBER(r->promise, mtl_verdicts_ask(&verdicts, speller, mtl_cstr(r->word)), r->verdict);
        CHECK_NUMBER("what is remembered is the same", mtl_verdicts_ask(&verdicts, speller, mtl_cstr(r->word)), r->verdict);
    }
    mtl_verdicts_free(&verdicts);
    mtl_arena_reset(&arena);
}

static void long_words_are_not_asked(void **state)
{
    (void)state;
    char bytes[MTL_MAX_SPELL_BYTES + 1];
    memset(bytes, 'a', sizeof bytes);
    mtl_arena arena = {0};
    mtl_verdicts verdicts = {0};
    mtl_speller *speller = mtl_speller_find(folder, MTL_LIT("latin"), &arena);
    const mtl_str longest = {bytes, MTL_MAX_SPELL_BYTES}, longer = {bytes, sizeof bytes};
    CHECK_NUMBER("as long as may be", mtl_verdicts_ask(&verdicts, speller, longest), MTL_UNKNOWN);
    CHECK_NUMBER("one byte more", mtl_verdicts_ask(&verdicts, speller, longer), MTL_NO_SPELLER);
    CHECK_NUMBER("asked directly", mtl_speller_ask(speller, longer), MTL_NO_SPELLER);
    CHECK_NUMBER("no speller", mtl_verdicts_ask(&verdicts, NULL, longest), MTL_NO_SPELLER);
    mtl_verdicts_free(&verdicts);
    mtl_arena_reset(&arena);
}

static void verdicts_are_kept_by_speller(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_verdicts verdicts = {0};
    mtl_speller *latin = mtl_speller_find(folder, MTL_LIT("latin"), &arena);
    mtl_speller *marked = mtl_speller_find(folder, MTL_LIT("marked"), &arena);
    CHECK_NUMBER("known to one", mtl_verdicts_ask(&verdicts, latin, MTL_LIT("Haus")), MTL_KNOWN);
    CHECK_NUMBER("unknown to the other", mtl_verdicts_ask(&verdicts, marked, MTL_LIT("Haus")), MTL_UNKNOWN);
    CHECK_NUMBER("both remembered", verdicts.known.n, 2);
    mtl_verdicts_trim(&verdicts);
    CHECK_NUMBER("a few are kept", verdicts.known.n, 2);
    mtl_verdicts_free(&verdicts);
    CHECK_NUMBER("forgotten", verdicts.known.n, 0);
    CHECK_NUMBER("and asked again", mtl_verdicts_ask(&verdicts, latin, MTL_LIT("Haus")), MTL_KNOWN);
    mtl_verdicts_free(&verdicts);
    mtl_arena_reset(&arena);
}

static void *ask_often(void *speller)
{
    size_t wrong = 0;
    for (int i = 0; i < 200; i++) {
        wrong += mtl_speller_ask(speller, MTL_LIT("Straße")) != MTL_KNOWN;
        wrong += mtl_speller_ask(speller, MTL_LIT("Strasse")) != MTL_UNKNOWN;
    }
    return wrong ? speller : NULL;
}

static void threads_share_a_speller(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_speller *speller = mtl_speller_find(folder, MTL_LIT("latin"), &arena);
    pthread_t threads[4];
    for (size_t i = 0; i < MTL_COUNT(threads); i++)
        CHECK_NUMBER("a thread begins", (unsigned)pthread_create(&threads[i], NULL, ask_often, speller), 0);
    for (size_t i = 0; i < MTL_COUNT(threads); i++) {
        void *wrong;
        pthread_join(threads[i], &wrong);
        CHECK("each gets the right verdicts", wrong == NULL);
    }
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dictionaries_are_found),   cmocka_unit_test(words_are_looked_up),
        cmocka_unit_test(long_words_are_not_asked), cmocka_unit_test(verdicts_are_kept_by_speller),
        cmocka_unit_test(threads_share_a_speller),
    };
    return cmocka_run_group_tests(tests, write_files, remove_files);
}
