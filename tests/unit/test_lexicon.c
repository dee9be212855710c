/* Promises of lang/lexicon, lang/words_table and lang/reading: what words.txt says is what is known, from its text or from its table. */
#include "folder.h"
#include "lang/reading.h"
#include "lang/words_table.h"
#include "tokenized.h"

static const char *const german_words = "# head of the list\n"
                                        "Arbeit\t521\tNfs\n"
                                        "Arbeiten\t450\tNfp\tArbeit\n"
                                        "Amt\t460\tNns\n"
                                        "Haus\t530\tNns\n"
                                        "Tür\t480\tNfs\n"
                                        "Wien\t500\tL\n"
                                        "arbeiten\t510\tVif\n"
                                        "arbeitet\t440\tVf\tarbeiten\n"
                                        "ein\t690\tF\n"
                                        "gro\xC3\x9F\t560\tA\n"
                                        "USA\t520\tL X\n";

static void note_problem(void *user, const mtl_err *problem)
{
    folder *f = user;
    f->problems = mtl_str_format(&f->arena, "%.*s%u: %s\n", MTL_FMT(f->problems), problem->line, problem->what);
}

static mtl_str path_in(folder *f, const char *name)
{
    return mtl_str_format(&f->arena, "%.*s/%s", MTL_FMT(f->root), name);
}

/* A lexicon of TEXT, without a table. */
static mtl_lexicon *lexicon_of(folder *f, const char *text)
{
    mtl_problems problems = {note_problem, f, 0};
    make_file(f, "ours/words.txt", text);
    mtl_lexicon *lexicon = mtl_lexicon_new(NULL, &f->arena);
    mtl_lexicon_add(lexicon, path_in(f, "ours/words.txt").p, NULL, &f->arena, &problems);
    return lexicon;
}

static const mtl_lexeme *find(const mtl_lexicon *lexicon, const char *word)
{
    mtl_arena arena = {0};
    const mtl_str folded = mtl_fold(mtl_cstr(word), &arena);
    const mtl_lexeme *found = mtl_lexicon_find(lexicon, folded, mtl_hash(folded));
    mtl_arena_reset(&arena);
    return found;
}

static const struct known_row {
    const char *promise, *word;
    uint32_t is, zipf; /* is 0: not known */
    const char *lemma;
} known_rows[] = {
    {"a noun has its gender and number", "Haus", MTL_IS_CAPITAL | MTL_IS_NOUN | MTL_IS_NEUTER | MTL_IS_SINGULAR, 53, "haus"},
    {"it is found whatever its case", "HAUS", MTL_IS_CAPITAL | MTL_IS_NOUN | MTL_IS_NEUTER | MTL_IS_SINGULAR, 53, "haus"},
    {"a form has all its readings, the frequency and lemma of the more frequent one", "arbeiten",
     MTL_IS_CAPITAL | MTL_IS_LOWER | MTL_IS_NOUN | MTL_IS_FEMININE | MTL_IS_PLURAL | MTL_IS_VERB | MTL_IS_INFINITIVE |
         MTL_IS_FINITE,
     51, "arbeiten"},
    {"a form leads to its lemma", "arbeitet", MTL_IS_LOWER | MTL_IS_VERB | MTL_IS_FINITE, 44, "arbeiten"},
    {"a name", "wien", MTL_IS_CAPITAL | MTL_IS_PLACE, 50, "wien"},
    {"several kinds", "USA", MTL_IS_CAPITAL | MTL_IS_PLACE | MTL_IS_ABBREVIATION, 52, "usa"},
    {"letters that fold to two", "GROSS", MTL_IS_LOWER | MTL_IS_ADJECTIVE, 56, "gross"},
    {"a word that is not there", "Garten", 0, 0, ""},
    {"a head of a word is none", "Arbei", 0, 0, ""},
    {"nothing is no word", "", 0, 0, ""},
};

static void words_are_known(void **state)
{
    (void)state;
    folder f;
    open_folder(&f);
    const mtl_lexicon *lexicon = lexicon_of(&f, german_words);
    CHECK_STR("no problem", f.problems, MTL_LIT(""));
    for (const struct known_row *r = known_rows; r < MTL_END(known_rows); r++) {
        const mtl_lexeme *found = find(lexicon, r->word);
        CHECK(r->promise, (found != NULL) == (r->is != 0));
        if (!found)
            continue;
        CHECK_NUMBER(r->promise, found->is, r->is);
        CHECK_NUMBER(r->promise, found->zipf, r->zipf);
        CHECK_STR(r->promise, mtl_lexicon_lemma(lexicon, found), mtl_cstr(r->lemma));
    }
    close_folder(&f);
}

static void wrong_lines_are_reported(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text, *problems;
    } rows[] = {
        {"a letter without a meaning", "Haus\t530\tZ\n",
         "1: the third column has letters that rules/README.md does not know: “Haus\t530\tZ”\n"},
        {"a detail of another letter", "\n\nHaus\t530\tAm\n",
         "3: the third column has letters that rules/README.md does not know: “Haus\t530\tAm”\n"},
        {"a frequency that is none", "Haus\toft\tN\n", "1: the second column is the frequency, 0 to 900: “Haus\toft\tN”\n"},
        {"no word", "\t530\tN\n", "1: has no word: “\t530\tN”\n"},
        {"a word alone is enough", "Haus\n", ""},
        {"lines may end in CR LF", "Haus\t530\tN\r\n", ""},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        folder f;
        open_folder(&f);
        lexicon_of(&f, r->text);
        CHECK_STR(r->promise, f.problems, mtl_cstr(r->problems));
        close_folder(&f);
    }
}

static void later_layers_go_before_earlier_ones(void **state)
{
    (void)state;
    folder f;
    open_folder(&f);
    mtl_problems problems = {note_problem, &f, 0};
    mtl_lexicon *lexicon = lexicon_of(&f, german_words);
    make_file(&f, "yours/words.txt", "Haus\t100\tB\nMuksel\t0\tB\n");
    CHECK("added", mtl_lexicon_add(lexicon, path_in(&f, "yours/words.txt").p, NULL, &f.arena, &problems));
    CHECK_NUMBER("yours", find(lexicon, "Haus")->is, MTL_IS_CAPITAL | MTL_IS_BRAND);
    CHECK("your new one", find(lexicon, "Muksel"));
    CHECK_NUMBER("ours", find(lexicon, "Wien")->is, MTL_IS_CAPITAL | MTL_IS_PLACE);
    CHECK("no file is no layer", mtl_lexicon_add(lexicon, path_in(&f, "yours/none.txt").p, NULL, &f.arena, &problems));
    close_folder(&f);
}

/* A table in which Haus is a verb, so that it is seen which of the two was read. */
static void write_table(folder *f, const char *name, size_t cut)
{
    bool ok;
    mtl_problems problems = {note_problem, f, 0};
    const mtl_str text = MTL_LIT("haus\t530\tVf\n");
    const mtl_str image = mtl_words_compile(MTL_LIT("words.txt"), text, &f->arena, &problems, &ok);
    make_file(f, name, "");
    FILE *file = fopen(path_in(f, name).p, "wb");
    fwrite(image.p, 1, image.n - cut, file);
    fclose(file);
}

static void a_table_is_used_where_it_fits_its_text(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text;
        size_t cut;
        uint32_t is;
    } rows[] = {
        {"a table of this text", "haus\t530\tVi\n", 0, MTL_IS_LOWER | MTL_IS_VERB | MTL_IS_FINITE},
        {"a table of another text", "haus\t5300\tA\n", 0, MTL_IS_LOWER},
        {"a table that was cut", "haus\t530\tVi\n", 1, MTL_IS_LOWER | MTL_IS_VERB | MTL_IS_INFINITIVE},
        {"a table without its head", "haus\t530\tVi\n", 100, MTL_IS_LOWER | MTL_IS_VERB | MTL_IS_INFINITIVE},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        folder f;
        open_folder(&f);
        mtl_problems problems = {note_problem, &f, 0};
        make_file(&f, "ours/words.txt", r->is == MTL_IS_LOWER ? "haus\t53\t\n#\n" : r->text);
        write_table(&f, "ours/de.words", r->cut);
        mtl_lexicon *lexicon = mtl_lexicon_new(NULL, &f.arena);
        mtl_lexicon_add(lexicon, path_in(&f, "ours/words.txt").p, path_in(&f, "ours/de.words").p, &f.arena, &problems);
        CHECK_NUMBER(r->promise, find(lexicon, "haus")->is, r->is);
        close_folder(&f);
    }
}

static void collect(void *user, const mtl_lexeme *lexeme)
{
    uint32_t *sum = user;
    *sum = *sum * 100 + lexeme->zipf;
}

static void words_with_one_head_are_found(void **state)
{
    (void)state;
    folder f;
    open_folder(&f);
    const mtl_lexicon *lexicon = lexicon_of(&f, german_words);
    uint32_t sum = 0;
    mtl_lexicon_each(lexicon, MTL_LIT("arbeit"), 9, collect, &sum);
    CHECK_NUMBER("in order", sum, 525144);
    sum = 0;
    mtl_lexicon_each(lexicon, MTL_LIT("arbeit"), 1, collect, &sum);
    CHECK_NUMBER("no more than asked", sum, 52);
    sum = 0;
    mtl_lexicon_each(lexicon, MTL_LIT("zz"), 9, collect, &sum);
    CHECK_NUMBER("none", sum, 0);
    mtl_lexicon_each(NULL, MTL_LIT("a"), 9, collect, &sum);
    CHECK_NUMBER("no lexicon, none", sum, 0);
    close_folder(&f);
}

static const struct reading_row {
    const char *promise, *word;
    bool reads;
} reading_rows[] = {
    {"a compound", "haustür", true},
    {"with a link", "arbeitsamt", true},
    {"of three", "haustüramt", true},
    {"a prefix", "verarbeiten", true},
    {"an ending", "häuslich", false},
    {"an ending of a word that is known", "arbeitung", true},
    {"an ending of a verb", "arbeitenst", true},
    {"and of no verb", "hausst", false},
    {"an ending behind the letter it wants", "türn", true},
    {"and behind another", "hausn", false},
    {"a letter that an ending would double", "hauss", false},
    {"an old spelling", "grozz", true},
    {"a word of grammar is no part", "einhaus", false},
    {"an unknown part", "hausxyz", false},
    {"nothing", "", false},
};

static void unknown_words_are_read(void **state)
{
    (void)state;
    folder f;
    bench b;
    open_folder(&f);
    open_bench(&b);
    add_language(
        &b, "de",
        "links: [s, es]\nword-prefixes: [ver]\nword-suffixes: [lich, ung, r+n, s]\nverb-suffixes: [st]\nold-letters: [zz>ss]\n");
    mtl_lang lang = *mtl_langs_find(&b.langs, MTL_LIT("de"), &b.arena);
    lang.lexicon = lexicon_of(&f, german_words);
    for (const struct reading_row *r = reading_rows; r < MTL_END(reading_rows); r++)
        CHECK(r->promise, mtl_lang_reads(&lang, mtl_cstr(r->word)) == r->reads);
    close_bench(&b);
    close_folder(&f);
}

static void affixes_are_read(void **state)
{
    (void)state;
    static const char *const words[] = {"nagluluto", "nagluto", "lutuin", "sumulat", "susulat", "lakaran", "pinakamaganda"};
    folder f;
    bench b;
    open_folder(&f);
    open_bench(&b);
    add_language(&b, "fil",
                 "word-prefixes: [nag, ma, pinaka]\nword-suffixes: [in, an]\ninfixes: [um]\nroot-changes: [uo, rd]\n"
                 "doubles-syllables: true\n");
    mtl_lang lang = *mtl_langs_find(&b.langs, MTL_LIT("fil"), &b.arena);
    lang.lexicon = lexicon_of(&f, "luto\t400\tN\nsulat\t450\tN\nlakad\t440\tN\nganda\t400\tN\n");
    for (const char *const *word = words; word < MTL_END(words); word++)
        CHECK(*word, mtl_lang_reads(&lang, mtl_cstr(*word)));
    CHECK("no root", !mtl_lang_reads(&lang, MTL_LIT("nagxyzab")));
    close_bench(&b);
    close_folder(&f);
}

/* An endless word must not cost more than a long one. */
static void long_words_are_no_trap(void **state)
{
    (void)state;
    folder f;
    bench b;
    open_folder(&f);
    open_bench(&b);
    add_language(&b, "de", "links: [s, a, aa]\nword-prefixes: [a, aa]\nword-suffixes: [a, aa]\ndoubles-syllables: true\n");
    mtl_lang lang = *mtl_langs_find(&b.langs, MTL_LIT("de"), &b.arena);
    lang.lexicon = lexicon_of(&f, "bbb\t400\tN\n");
    char word[4096];
    memset(word, 'a', sizeof word);
    CHECK("a long one", !mtl_lang_reads(&lang, (mtl_str){word, 100}));
    CHECK("a longer one", !mtl_lang_reads(&lang, (mtl_str){word, sizeof word}));
    close_bench(&b);
    close_folder(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_known),
        cmocka_unit_test(wrong_lines_are_reported),
        cmocka_unit_test(later_layers_go_before_earlier_ones),
        cmocka_unit_test(a_table_is_used_where_it_fits_its_text),
        cmocka_unit_test(words_with_one_head_are_found),
        cmocka_unit_test(unknown_words_are_read),
        cmocka_unit_test(affixes_are_read),
        cmocka_unit_test(long_words_are_no_trap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
