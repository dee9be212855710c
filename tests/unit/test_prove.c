/* Promises of engine/prove: what is said of examples that are not true. Each row is one rule of the kind phrase or pattern, so that
 * these are seen at work too. */
#include "folder.h"

/* The first entry stands in line 10; where it has one line, the first example stands in line 12. */
#define RULE_OF(category, check, with, examples)                                                                                   \
    "summary: S\nmessage: M\nwhy: W\ncategory: " category "\nseverity: minor\nconfidence: high\nsince: \"0.1\"\n"                  \
    "check: " check "\nwith:\n" with "examples:\n" examples
#define RULE(check, with, examples) RULE_OF("untranslated", check, with, examples)

typedef struct told {
    mtl_arena arena;
    mtl_str failures, warnings; /* "line: text" and a semicolon for each */
} told;

static void add(told *t, mtl_str *list, const mtl_err *problem)
{
    *list = mtl_str_format(&t->arena, "%.*s%u: %s;", MTL_FMT(*list), problem->line, problem->what);
}

static void note_failure(void *user, const mtl_err *problem)
{
    told *t = user;
    add(t, &t->failures, problem);
}

static void note_warning(void *user, const mtl_err *problem)
{
    told *t = user;
    add(t, &t->warnings, problem);
}

/* Loads the rules of F, proves those of LANG and returns how many examples ran. */
static size_t prove(folder *f, const char *lang, told *t)
{
    *t = (told){.failures = MTL_LIT(""), .warnings = MTL_LIT("")};
    const char *dir = mtl_str_format(&f->arena, "%.*s/ours", MTL_FMT(f->root)).p;
    const mtl_ruleset_options options = {.rule_dirs = &dir, .nrule_dirs = 1, .hunspell_dir = "/nowhere"};
    mtl_ruleset *rules = mtl_ruleset_load(&options, note_failure, t);
    if (!rules)
        return 0;
    const size_t n = mtl_ruleset_test(rules, lang, note_failure, note_warning, t);
    mtl_ruleset_free(rules);
    return n;
}

static void examples_are_put_to_the_test(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *rule, *failures;
    } rows[] = {
        {"a true one", RULE("phrase", "  - { find: rote Rübe }\n", "  - { bad: Eine rote Rübe., hit: rote Rübe }\n"), ""},
        {"no hit", RULE("phrase", "  - { find: rote Rübe }\n", "  - { bad: Eine gelbe Rübe., hit: gelbe }\n"),
         "12: bad example: no hit;"},
        {"two hits", RULE("phrase", "  - { find: Rübe }\n", "  - { bad: \"Eine Rübe, zwei Rübe.\", hit: Rübe }\n"),
         "12: bad example: 2 hits instead of one;"},
        {"another place", RULE("phrase", "  - { find: rote Rübe }\n", "  - { bad: Eine rote Rübe., hit: Rübe }\n"),
         "12: bad example: hit “rote Rübe” instead of “Rübe”;"},
        {"another of the same",
         RULE("phrase", "  - { find: Rübe, where: sentence-start }\n", "  - { bad: Rübe an Rübe., hit: Rübe, nth: 2 }\n"),
         "12: bad example: another “Rübe” is hit; “nth” says which;"},
        {"the right one",
         RULE("phrase", "  - { find: Rübe, where: block-end }\n", "  - { bad: Rübe an Rübe., hit: Rübe, nth: 2 }\n"), ""},
        {"a fix",
         RULE("phrase", "  - { find: rote Rübe, fix: rote Bete }\n",
              "  - { bad: Eine rote Rübe., hit: rote Rübe, fix: Eine rote Bete. }\n"),
         ""},
        {"another fix",
         RULE("phrase", "  - { find: rote Rübe, fix: rote Bete }\n",
              "  - { bad: Eine rote Rübe., hit: rote Rübe, fix: Eine Bete. }\n"),
         "12: fix gives “Eine rote Bete.”;"},
        {"no fix", RULE("phrase", "  - { find: rote Rübe }\n", "  - { bad: Eine rote Rübe., hit: rote Rübe, fix: Eine. }\n"),
         "12: bad example: the finding has no fix;"},
        {"a fix that mends nothing",
         RULE("phrase", "  - { find: Rübe, fix: Rübe Rübe }\n", "  - { bad: Eine Rübe., hit: Rübe, fix: Eine Rübe Rübe. }\n"),
         "12: fixed text: de/rule marks “Rübe”;12: fixed text: de/rule marks “Rübe”;"},
        {"a space goes with what is deleted",
         RULE("phrase", "  - { find: ganz rote, fix: '' }\n", "  - { bad: Die ganz rote Bete., hit: ganz rote, fix: Die Bete. }\n"),
         ""},
        {"at the start too",
         RULE("phrase", "  - { find: Die ganz, fix: '' }\n", "  - { bad: Die ganz rote Bete., hit: Die ganz, fix: rote Bete. }\n"),
         ""},
        {"a good one that is not", RULE("phrase", "  - { find: rote Rübe }\n", "  - { good: Eine rote Rübe. }\n"),
         "12: good example: de/rule marks “rote Rübe”;"},
        {"in a document",
         RULE("phrase", "  - { find: rote Rübe, edge: 1, side: tail, flag: block }\n",
              "  - { bad: \"Rote Rübe!\", hit: \"Rote Rübe!\", in: \"Rote Rübe.\\n\\n{}\" }\n"
              "  - { good: \"Rote Rübe!\", in: \"{}\\n\\nGelbe Rübe.\" }\n"),
         ""},
        {"a pattern",
         RULE("pattern", "  - { find: 'rote (Rübe)n?', trigger: rote, fix: 'Bete statt {1}', mark: 1 }\n",
              "  - { bad: Eine rote Rübe., hit: Rübe, fix: Eine rote Bete statt Rübe. }\n"),
         "12: fixed text: de/other marks “statt”;"},
        {"a pattern is tried at its trigger",
         RULE("pattern", "  - { find: Rübe, trigger: rote }\n", "  - { good: Eine rote Rübe. }\n"), ""},
        {"without one at the edge",
         RULE("pattern", "  - { find: 'r.te', edge: 1, side: head, ignore-case: true }\n",
              "  - { bad: \"Eine Rote.\\n\\nEine rote.\", hit: Rote }\n"),
         ""},
        {"a pattern needs either", RULE("pattern", "  - { find: rote }\n", "  - { good: Eine. }\n"),
         "10: a pattern wants a “trigger”, “needs”, an “edge” or a “where” that says where it begins, or it would read "
         "everything;"},
        {"a bad pattern", RULE("pattern", "  - { find: 'rote(', trigger: rote }\n", "  - { good: Eine. }\n"),
         "10: bad pattern, missing closing parenthesis at character 6 of “rote(”;"},
        {"a bad phrase", RULE("phrase", "  - { find: '* rote' }\n", "  - { good: Eine. }\n"),
         "10: phrase “* rote”: begins with a gap; begin with a word or a number;"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        folder f;
        told t;
        open_folder(&f);
        make_file(&f, "ours/de/lang.yml", "name: German\n");
        make_file(&f, "ours/de/other.yml", RULE("phrase", "  - find: statt\n", "  - { bad: An statt., hit: statt }\n"));
        make_file(&f, "ours/de/rule.yml", r->rule);
        prove(&f, NULL, &t);
        CHECK_STR(r->promise, t.failures, mtl_cstr(r->failures));
        mtl_arena_reset(&t.arena);
        close_folder(&f);
    }
}

static void other_rules_keep_to_the_hit(void **state)
{
    (void)state;
    folder f;
    told t;
    open_folder(&f);
    make_file(&f, "ours/de/lang.yml", "name: German\n");
    make_file(&f, "ours/de/a.yml", RULE("phrase", "  - find: rote Rübe\n", "  - { bad: Die rote Rübe statt., hit: rote Rübe }\n"));
    make_file(&f, "ours/de/b.yml",
              RULE_OF("false-friend", "phrase", "  - find: Rübe\n", "  - { bad: Die rote Rübe., hit: Rübe }\n"));
    make_file(&f, "ours/de/c.yml", RULE("phrase", "  - find: statt\n", "  - { bad: An statt., hit: statt }\n"));
    CHECK_NUMBER("all examples run", prove(&f, NULL, &t), 3);
    CHECK_STR("a hit elsewhere is told, one on it is not", t.failures, MTL_LIT("12: bad example: de/c marks “statt” too;"));
    mtl_arena_reset(&t.arena);
    close_folder(&f);
}

static void a_language_proves_its_own(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *lang;
        size_t examples;
    } rows[] = {
        {"all", NULL, 5},  {"German, in all/ too", "de", 3}, {"English, in all/ only", "en", 1}, {"what is in all/", "all", 2},
        {"none", "fr", 0},
    };
    folder f;
    open_folder(&f);
    make_file(&f, "ours/de/lang.yml", "name: German\n");
    make_file(&f, "ours/fi/lang.yml", "name: Finnish\n");
    make_file(&f, "ours/all/a.yml",
              RULE("phrase", "  - find: x y\n", "  - { bad: x y, hit: x y, lang: de }\n  - { bad: x y, hit: x y, lang: en }\n"));
    make_file(&f, "ours/de/b.yml", RULE("phrase", "  - find: y z\n", "  - { bad: y z, hit: y z }\n  - { good: y }\n"));
    make_file(&f, "ours/fi/c.yml", RULE("phrase", "  - find: y z\n", "  - { bad: y z, hit: y z }\n"));
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        told t;
        CHECK_NUMBER(r->promise, prove(&f, r->lang, &t), r->examples);
        CHECK_STR(r->promise, t.failures, MTL_LIT(""));
        mtl_arena_reset(&t.arena);
    }
    close_folder(&f);
}

static void what_is_thin_is_warned_of(void **state)
{
    (void)state;
    folder f;
    told t;
    open_folder(&f);
    make_file(&f, "ours/de/lang.yml", "name: German\n");
    make_file(&f, "ours/de/a.yml",
              RULE("pattern", "  - { find: x, trigger: x }\n  - { find: 'y z', edge: 1 }\n",
                   "  - { bad: x, hit: x }\n  - { bad: y z, hit: y z }\n  - { good: a }\n  - { good: a }\n  - { good: a }\n"));
    prove(&f, NULL, &t);
    CHECK_STR("no failure", t.failures, MTL_LIT(""));
    CHECK_STR("warnings", t.warnings, MTL_LIT("0: has fewer than three bad examples;11: has a pattern without a trigger;"));
    mtl_arena_reset(&t.arena);
    close_folder(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_are_put_to_the_test),
        cmocka_unit_test(other_rules_keep_to_the_hit),
        cmocka_unit_test(a_language_proves_its_own),
        cmocka_unit_test(what_is_thin_is_warned_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
