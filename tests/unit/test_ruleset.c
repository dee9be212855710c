/* Promises of rule/ruleset: which files of a folder are rules, and which rule is for which language. */
#include "folder.h"
#include "rule/ruleset.h"

static const mtl_check plain_kind = {.name = "plain"};
static const mtl_check *const kinds[] = {&plain_kind, NULL};

/* What a rule file holds; EXAMPLE is the one in it. */
#define RULE(more, example)                                                                                                        \
    "summary: S\nmessage: M\nwhy: W\ncategory: untranslated\nseverity: minor\nconfidence: low\nsince: \"0.1\"\ncheck: "            \
    "plain\n" more "examples: [{ " example " }]\n"
#define LANG "name: Language\n"

static void make_rule(folder *f, const char *name, bool in_all)
{
    make_file(f, name, in_all ? RULE("", "good: Fine, lang: de") : RULE("", "good: Fine"));
}

/* "file:line: text" and a semicolon for each problem, the path without its root; a line where there is one but no column. */
static void note(void *user, const mtl_err *problem)
{
    folder *f = user;
    const mtl_str where = mtl_cstr(problem->where);
    const size_t skip = mtl_str_starts(where, f->root) ? f->root.n + 1 : 0;
    const bool whole_line = problem->line && !problem->column;
    const mtl_str line = whole_line ? mtl_str_format(&f->arena, ":%u", problem->line) : MTL_LIT("");
    f->problems =
        mtl_str_format(&f->arena, "%.*s%s%.*s: %s;", MTL_FMT(f->problems), problem->where + skip, MTL_FMT(line), problem->what);
}

static mtl_ruleset *load(folder *f)
{
    const char *dirs[] = {mtl_str_format(&f->arena, "%.*s/ours", MTL_FMT(f->root)).p,
                          mtl_str_format(&f->arena, "%.*s/yours/", MTL_FMT(f->root)).p};
    const mtl_ruleset_options options = {.rule_dirs = dirs, .nrule_dirs = 2, .hunspell_dir = "/nowhere"};
    mtl_problems problems = {note, f, 0};
    mtl_ruleset *rules = mtl_ruleset_load_with(kinds, &options, &problems);
    assert_true(!rules == (problems.n > 0));
    return rules;
}

/* The ids of the rules for TAG, each with a space behind it. */
static mtl_str rules_for(folder *f, const mtl_ruleset *rules, const char *tag)
{
    mtl_str ids = MTL_LIT("");
    const mtl_lang *lang = mtl_langs_find(&rules->langs, mtl_cstr(tag), &f->arena);
    for (uint32_t i = 0; i < rules->nrules; i++)
        if (mtl_rule_applies(rules->rules[i], lang))
            ids = mtl_str_format(&f->arena, "%.*s%.*s ", MTL_FMT(ids), MTL_FMT(rules->rules[i]->info.id));
    return ids;
}

static void nearer_rules_go_first(void **state)
{
    (void)state;
    static const char *const in_all[] = {"ours/all/a.yml", "ours/all/b.yml", "ours/all/c.yml"};
    static const char *const in_languages[] = {"ours/de/b.yml",     "ours/de/d.yml",     "ours/de-CH/b.yml",    "yours/de/c.yml",
                                               "yours/de-CH/d.yml", "yours/de-CH/e.yml", "yours/pt/only-pt.yml"};
    static const char *const languages[] = {"ours/de/lang.yml", "ours/de-CH/lang.yml", "yours/pt/lang.yml"};
    static const struct row {
        const char *promise, *tag, *ids;
    } rows[] = {
        {"a language", "de", "all/a de/b de/c de/d "},
        {"a region", "de-CH", "all/a de-CH/b de-CH/d de-CH/e de/c "},
        {"a region without files", "de-AT", "all/a de/b de/c de/d "},
        {"another language", "pt", "all/a all/b all/c pt/only-pt "},
        {"its region", "pt-BR", "all/a all/b all/c pt/only-pt "},
        {"a language without files", "fi", "all/a all/b all/c "},
    };
    folder f;
    open_folder(&f);
    for (size_t i = 0; i < MTL_COUNT(in_all); i++)
        make_rule(&f, in_all[i], true);
    for (size_t i = 0; i < MTL_COUNT(in_languages); i++)
        make_rule(&f, in_languages[i], false);
    for (size_t i = 0; i < MTL_COUNT(languages); i++)
        make_file(&f, languages[i], LANG);
    mtl_ruleset *rules = load(&f);
    CHECK_STR("no problem", f.problems, MTL_LIT(""));
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, rules_for(&f, rules, r->tag), mtl_cstr(r->ids));
    mtl_ruleset_free(rules);
    close_folder(&f);
}

static void only_rule_files_are_read(void **state)
{
    (void)state;
    folder f;
    open_folder(&f);
    make_file(&f, "ours/README.md", "How to write a rule");
    make_file(&f, "ours/all/README.md", "What is in here");
    make_file(&f, "ours/all/.draft.yml", "not yet");
    make_rule(&f, "ours/all/a-1.yml", true);
    mtl_ruleset *rules = load(&f);
    CHECK_STR("no problem", f.problems, MTL_LIT(""));
    CHECK_NUMBER("one rule", mtl_ruleset_size(rules), 1);
    CHECK_STR("its id is its path", mtl_ruleset_at(rules, 0)->id, MTL_LIT("all/a-1"));
    CHECK_STR("its language the folder", mtl_ruleset_at(rules, 0)->language, MTL_LIT("all"));
    mtl_ruleset_free(rules);
    close_folder(&f);
}

static void rules_are_found_by_every_id_they_had(void **state)
{
    (void)state;
    folder f;
    open_folder(&f);
    make_file(&f, "ours/de/lang.yml", LANG);
    make_file(&f, "ours/de/new.yml", RULE("aliases: [de/old]\n", "good: Fine"));
    mtl_ruleset *rules = load(&f);
    CHECK_STR("no problem", f.problems, MTL_LIT(""));
    CHECK("the id", mtl_ruleset_find(rules, MTL_LIT("de/new")) == mtl_ruleset_at(rules, 0));
    CHECK("the one before", mtl_ruleset_find(rules, MTL_LIT("de/old")) == mtl_ruleset_at(rules, 0));
    CHECK("no other", !mtl_ruleset_find(rules, MTL_LIT("de/older")));
    mtl_ruleset_free(rules);
    close_folder(&f);
}

static void a_later_profile_adds_to_an_earlier_one(void **state)
{
    (void)state;
    folder f;
    open_folder(&f);
    make_file(&f, "ours/de/lang.yml", "name: German\nordinal-stop: true\n");
    make_file(&f, "yours/de/lang.yml", "name: Deutsch\n");
    mtl_ruleset *rules = load(&f);
    CHECK_STR("no problem", f.problems, MTL_LIT(""));
    const mtl_lang *lang = mtl_langs_find(&rules->langs, MTL_LIT("de"), &f.arena);
    CHECK_STR("what the later one says", lang->name, MTL_LIT("Deutsch"));
    CHECK("what the earlier one says", lang->ordinal_stop);
    mtl_ruleset_free(rules);
    close_folder(&f);
}

static mtl_measured measured_of(const mtl_ruleset *rules, const char *id)
{
    return mtl_ruleset_find(rules, mtl_cstr(id))->measured;
}

static void figures_lie_beside_the_rules(void **state)
{
    (void)state;
    folder f;
    open_folder(&f);
    make_rule(&f, "ours/all/a.yml", true);
    make_rule(&f, "ours/all/b.yml", true);
    make_file(&f, "ours/all/c.yml", RULE("aliases: [all/old-c]\n", "good: Fine, lang: de"));
    make_rule(&f, "ours/all/d.yml", true);
    make_file(&f, "ours/measured.tsv",
              "# rule\tclean words\n\nall/a\t5000000000\t1\t2000\t40\thigh\r\nall/b\t10\t0\t20\t1\ttoo few\n"
              "all/old-c\t10\t5\t20\t5\tlow\nxx/elsewhere\t1\t1\t1\t1\tlow");
    make_file(&f, "yours/measured.tsv", "all/b\t30\t3\t40\t4\tmedium\n");
    mtl_ruleset *rules = load(&f);
    CHECK_STR("no problem", f.problems, MTL_LIT(""));
    const mtl_measured a = measured_of(rules, "all/a");
    CHECK_NUMBER("clean words, more than 32 bits", a.clean_words, 5000000000u);
    CHECK_NUMBER("clean hits", a.clean_hits, 1);
    CHECK_NUMBER("translated words", a.translated_words, 2000);
    CHECK_NUMBER("translated hits", a.translated_hits, 40);
    CHECK_STR("what they give, the end of the line aside", a.confidence, MTL_LIT("high"));
    CHECK_NUMBER("the later folder counts", measured_of(rules, "all/b").clean_words, 30);
    CHECK_STR("an id the rule had before", measured_of(rules, "all/c").confidence, MTL_LIT("low"));
    CHECK_NUMBER("a rule without figures", measured_of(rules, "all/d").clean_words, 0);
    mtl_ruleset_free(rules);
    close_folder(&f);
}

#define SIX_FIELDS "wants six fields with tabs between them: rule, clean words, hits, translated words, hits, confidence;"

static void broken_figures_are_explained(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *line, *problem;
    } rows[] = {
        {"too few fields", "all/a\t1\t2\t3\t4", SIX_FIELDS},
        {"too many", "all/a\t1\t2\t3\t4\tlow\t5", SIX_FIELDS},
        {"no tabs", "all/a 1 2 3 4 low", SIX_FIELDS},
        {"no number", "all/a\t1\t2\tmany\t4\tlow", "words and hits are whole numbers;"},
        {"nothing", "all/a\t1\t\t3\t4\tlow", "words and hits are whole numbers;"},
        {"a sign", "all/a\t-1\t2\t3\t4\tlow", "words and hits are whole numbers;"},
        {"more than 64 bits", "all/a\t18446744073709551616\t2\t3\t4\tlow", "words and hits are whole numbers;"},
        {"no confidence", "all/a\t1\t2\t3\t4\tsure", "the confidence is low, medium, high or “too few”;"},
        {"a rule that is not loaded", "xx/elsewhere\t1", SIX_FIELDS},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        folder f;
        open_folder(&f);
        make_rule(&f, "ours/all/a.yml", true);
        make_file(&f, "yours/measured.tsv", mtl_str_format(&f.arena, "# head\n%s\n", r->line).p);
        CHECK(r->promise, !load(&f));
        CHECK_STR(r->promise, f.problems, mtl_str_format(&f.arena, "yours/measured.tsv:2: %s", r->problem));
        close_folder(&f);
    }
}

static void wrong_folders_are_explained(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *file, *second, *problems;
    } rows[] = {
        {"an id stands once", "ours/all/a.yml", "yours/all/a.yml", "yours/all/a.yml: has the same id as ours/all/a.yml;"},
        {"a name is lower case", "ours/all/A.yml", NULL,
         "ours/all/A.yml: the name of a rule has only the letters a to z, digits and hyphens;"},
        {"a name has no other signs", "ours/all/a_b.yml", NULL,
         "ours/all/a_b.yml: the name of a rule has only the letters a to z, digits and hyphens;"},
        {"a file ends in yml", "ours/all/a.yaml", NULL, "ours/all/a.yaml: the file of a rule ends in .yml;"},
        {"a folder is a language", "ours/general_/a.yml", NULL, "ours/general_: the name of the folder is no language tag;"},
        {"by its usual name", "ours/de-ch/a.yml", NULL, "ours/de-ch: the folder of this language is called de-CH;"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        folder f;
        open_folder(&f);
        make_rule(&f, r->file, true);
        if (r->second)
            make_rule(&f, r->second, true);
        CHECK(r->promise, !load(&f));
        mtl_str got = f.problems; /* the folder's own name is in the middle of a message too */
        const mtl_str root = mtl_str_format(&f.arena, "%.*s/", MTL_FMT(f.root));
        const size_t at = mtl_str_find(got, root, 0);
        if (at != SIZE_MAX)
            got = mtl_str_format(&f.arena, "%.*s%.*s", (int)at, got.p, (int)(got.n - at - root.n), got.p + at + root.n);
        CHECK_STR(r->promise, got, mtl_cstr(r->problems));
        close_folder(&f);
    }
}

static void every_problem_is_told(void **state)
{
    (void)state;
    folder f;
    open_folder(&f);
    make_rule(&f, "ours/fi/a.yml", false);
    make_rule(&f, "ours/fi/b.yml", false);
    make_file(&f, "ours/de/lang.yml", "nam: German\n");
    make_file(&f, "ours/de/a.yml", RULE("severty: minor\n", "good: Fine"));
    make_file(&f, "ours/de/b.yml", RULE("aliases: de/a\n", "good: Fine"));
    remove(mtl_str_format(&f.arena, "%.*s/yours", MTL_FMT(f.root)).p);
    CHECK("nothing is loaded", !load(&f));
    CHECK_STR("and all is said", f.problems,
              MTL_LIT("yours/: cannot be opened: No such file or directory;"
                      "ours/de/lang.yml: unknown key “nam”; did you mean “name”?;"
                      "ours/fi/a.yml: stands in the folder of a language without a lang.yml: fi;"
                      "ours/de/a.yml: unknown key “severty”; did you mean “severity”?;"
                      "ours/de/b.yml:9: this alias is taken by de/a;"));
    close_folder(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nearer_rules_go_first),
        cmocka_unit_test(only_rule_files_are_read),
        cmocka_unit_test(rules_are_found_by_every_id_they_had),
        cmocka_unit_test(a_later_profile_adds_to_an_earlier_one),
        cmocka_unit_test(figures_lie_beside_the_rules),
        cmocka_unit_test(broken_figures_are_explained),
        cmocka_unit_test(wrong_folders_are_explained),
        cmocka_unit_test(every_problem_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
