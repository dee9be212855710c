/* Promises of rule/lists: where a list is found, and what it becomes in a phrase and in a pattern. */
#include "folder.h"
#include "rule/lists.h"
#include "tokenized.h"

typedef struct filling {
    folder files;
    mtl_rule rule;
    mtl_problems problems;
    mtl_list_cache lists;
    mtl_compiling compiling;
} filling;

static void note(void *user, const mtl_err *problem)
{
    filling *f = user;
    f->files.problems = mtl_str_format(&f->files.arena, "%.*s%u: %s;", MTL_FMT(f->files.problems), problem->line, problem->what);
}

static void open_filling(filling *f)
{
    open_folder(&f->files);
    make_file(&f->files, "ours/de/near.txt", "# beside the rule\nErste\n\n  Zweite Zeile  \n");
    make_file(&f->files, "yours/de/own.txt", "von hier\n");
    make_file(&f->files, "yours/all/own.txt", "von dort\n");
    make_file(&f->files, "yours/all/signs.txt", "A.B\nC+\n");
    make_file(&f->files, "yours/all/mixed.txt", "Zeta\nAlpha\nOrbis Ui\nÜber\n");
    make_file(&f->files, "yours/all/nothing.txt", "# only a remark\n");
    f->rule = (mtl_rule){.info.file = mtl_str_format(&f->files.arena, "%.*s/ours/de/rule.yml", MTL_FMT(f->files.root)),
                         .info.language = MTL_LIT("de")};
    f->problems = (mtl_problems){note, f, 0};
    f->lists = (mtl_list_cache){0};
    mtl_map_init(&f->lists.by_path, &f->files.arena);
    f->compiling = (mtl_compiling){.rule = &f->rule,
                                   .lists = &f->lists,
                                   .arena = &f->files.arena,
                                   .problems = &f->problems,
                                   .dictionary_dir = mtl_str_format(&f->files.arena, "%.*s/yours", MTL_FMT(f->files.root)).p};
}

static void test_fill(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text;
        mtl_list_use use;
        const char *filled;
    } rows[] = {
        {"a text without a list stays as it is", "Übersetzt mit {a|b}", MTL_LIST_PHRASE, "Übersetzt mit {a|b}"},
        {"a list beside the rule comes first; remarks, empty lines and spaces at the edge are no entries; the longest is first",
         "{=near}", MTL_LIST_PHRASE, "{Zweite Zeile|Erste}"},
        {"the list of the language comes before that of all", "mit {=own}!", MTL_LIST_PHRASE, "mit {von hier}!"},
        {"a phrase takes entries as they are", "{=signs} x {=own}", MTL_LIST_PHRASE, "{A.B|C+} x {von hier}"},
        {"in a pattern their signs are quoted", "^{=signs}$", MTL_LIST_PATTERN, "^(?:A\\.B|C\\+)$"},
    };
    filling f;
    open_filling(&f);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_str out;
        CHECK(r->promise, mtl_lists_fill(&f.compiling, mtl_cstr(r->text), 3, r->use, &out));
        CHECK_STR(r->promise, out, mtl_cstr(r->filled));
    }
    close_folder(&f.files);
}

static void test_set(void **state)
{
    (void)state;
    filling f;
    open_filling(&f);
    mtl_str names[] = {BYTES("mixed"), BYTES("own")};
    uint32_t lines[] = {1, 1};
    mtl_list_set set = {0};
    assert_true(mtl_lists_read_set(&f.compiling, &(mtl_strs){.items = names, .lines = lines, .n = 2}, &set));
    static const struct row {
        const char *promise, *entry;
        bool has;
    } rows[] = {
        {"an entry of a list that is in no order", "Alpha", true},
        {"the last of them", "Über", true},
        {"of several words", "Orbis Ui", true},
        {"an entry of another list", "von hier", true},
        {"as it is written, not otherwise", "alpha", false},
        {"no part of one", "Orbis", false},
        {"nothing", "", false},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK(r->promise, mtl_lists_has(&set, mtl_cstr(r->entry)) == r->has);
    mtl_strs all;
    assert_true(mtl_lists_read_all(&f.compiling, &(mtl_strs){.items = names, .lines = lines, .n = 2}, &all));
    CHECK("all lists of a parameter are read",
          all.n == 5 && mtl_str_is(all.items[0], "Zeta") && mtl_str_is(all.items[4], "von hier"));
    mtl_strs again;
    assert_true(mtl_lists_read(&f.compiling, names[0], 1, &again));
    CHECK_STR("a list that was sorted for a set keeps its order for others", again.items[0], MTL_LIT("Zeta"));
    close_folder(&f.files);
}

static void test_empty_again(void **state)
{
    (void)state;
    filling f;
    open_filling(&f);
    mtl_strs entries;
    CHECK("an empty list is refused", !mtl_lists_read(&f.compiling, MTL_LIT("nothing"), 3, &entries));
    CHECK("and so it is to the next rule", !mtl_lists_read(&f.compiling, MTL_LIT("nothing"), 4, &entries));
    CHECK_STR("each is told", f.files.problems, MTL_LIT("3: list “nothing” has no entry;4: list “nothing” has no entry;"));
    close_folder(&f.files);
}

static void test_index(void **state)
{
    (void)state;
    mtl_str phrases[] = {BYTES("Orbis"), BYTES("Orbis UI"), BYTES("Orbis UI Next"), BYTES("Zeta.js"), BYTES("chief of staff")};
    static const struct row {
        const char *promise, *text, *found;
        uint32_t n;
    } rows[] = {
        {"a word", "orbis gewinnt", "Orbis", 1},
        {"the longest of several", "ORBIS ui next gewinnt", "Orbis UI Next", 3},
        {"as far as it goes", "Orbis UI gewinnt", "Orbis UI", 2},
        {"marks are part of a phrase", "zeta.js läuft", "Zeta.js", 3},
        {"but not where a space parts them", "zeta. js läuft", "", 0},
        {"nothing beyond the end", "Chief of", "", 0},
        {"a phrase at the end", "Chief of Staff", "chief of staff", 3},
        {"a word that begins none", "Haus", "", 0},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        bench b;
        open_bench(&b);
        const mtl_doc *doc = tokenize(&b, "de", r->text);
        const mtl_list_index index = mtl_lists_index(&(mtl_strs){.items = phrases, .n = MTL_COUNT(phrases)}, &b.arena);
        uint32_t n;
        const uint32_t at = mtl_lists_find(&index, doc->tokens.items, 0, doc->tokens.n, &n, &b.arena);
        CHECK_STR(r->promise, at == MTL_MAP_NONE ? MTL_LIT("") : phrases[at], mtl_cstr(r->found));
        CHECK(r->promise, n == r->n);
        close_bench(&b);
    }
}

static void test_wrong(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text, *problem;
    } rows[] = {
        {"a missing list is named, with its cure", "{=gone}",
         "3: list “gone” is missing: put it beside the rule, or into dictionaries/;"},
        {"a name is no path", "{=../x}", "3: list “../x” is missing: put it beside the rule, or into dictionaries/;"},
        {"a list without an entry is no list", "{=nothing}", "3: list “nothing” has no entry;"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        filling f;
        open_filling(&f);
        mtl_str out;
        CHECK(r->promise, !mtl_lists_fill(&f.compiling, mtl_cstr(r->text), 3, MTL_LIST_PHRASE, &out));
        CHECK_STR(r->promise, f.files.problems, mtl_cstr(r->problem));
        close_folder(&f.files);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {cmocka_unit_test(test_fill), cmocka_unit_test(test_set), cmocka_unit_test(test_index),
                                              cmocka_unit_test(test_empty_again), cmocka_unit_test(test_wrong)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
