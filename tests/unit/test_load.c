/* Promises of rule/load: what a rule file becomes, and what is said of a wrong one. The kinds are the test's own. */
#include "rows.h"
#include "rule/load.h"

typedef struct near_params {
    uint32_t distance;
} near_params;

typedef struct item {
    mtl_strs find;
    mtl_str fix;
} item;

static const mtl_param near_keys[] = {{"distance", MTL_PARAM_COUNT, offsetof(near_params, distance), true, "how near", NULL}};
static const mtl_param item_keys[] = {
    {"find", MTL_PARAM_STRINGS, offsetof(item, find), true, "what to look for", NULL},
    {"fix", MTL_PARAM_STRING, offsetof(item, fix), false, "what replaces it", NULL},
};

static bool compile(mtl_compiling *c)
{
    const item *items = c->rule->entries;
    for (uint32_t i = 0; i < c->rule->nentries; i++)
        if (mtl_str_is(items[i].find.items[0], "refused")) {
            const mtl_yaml at = {.line = items[i].find.lines[0]};
            mtl_problem_at(c->problems, c->rule->info.file, &at, "refused by the kind");
            return false;
        }
    return true;
}

static const mtl_check plain_kind = {.name = "plain"};
static const mtl_check list_kind = {.name = "list",
                                    .entry_params = item_keys,
                                    .nentry_params = MTL_COUNT(item_keys),
                                    .entry_size = sizeof(item),
                                    .compile = compile};
static const mtl_check near_kind = {.name = "near",
                                    .params = near_keys,
                                    .nparams = MTL_COUNT(near_keys),
                                    .params_size = sizeof(near_params),
                                    .entry_params = item_keys,
                                    .nentry_params = MTL_COUNT(item_keys),
                                    .entry_size = sizeof(item),
                                    .compile = compile};
static const mtl_check *const kinds[] = {&plain_kind, &list_kind, &near_kind, NULL};

typedef struct trial {
    mtl_arena arena;
    mtl_str problems; /* "line:column: text" and a semicolon for each */
    mtl_rule rule;
    bool ok;
} trial;

static void note(void *user, const mtl_err *problem)
{
    trial *t = user;
    t->problems = mtl_str_format(&t->arena, "%.*s%u:%u: %s;", MTL_FMT(t->problems), problem->line, problem->column, problem->what);
}

static void load_as(trial *t, const char *folder, mtl_str text, bool bare)
{
    *t = (trial){.problems = MTL_LIT("")};
    mtl_problems problems = {note, t, 0};
    t->rule.info.id = mtl_str_format(&t->arena, "%s/rule", folder);
    t->rule.info.file = MTL_LIT("rule.yml");
    t->rule.info.language = mtl_cstr(folder);
    mtl_list_cache lists = {0};
    mtl_map_init(&lists.by_path, &t->arena);
    const mtl_loading loading = {kinds, mtl_triggers_new(&t->arena), &lists, NULL, NULL, &t->arena, &problems, bare};
    t->ok = mtl_rule_load(&loading, text, &t->rule);
    assert_true(t->ok == (problems.n == 0));
}

static void load(trial *t, const char *folder, mtl_str text)
{
    load_as(t, folder, text, false);
}

/* Eight lines that are right; with: and examples: follow from line 9 on. */
#define HEAD                                                                                                                       \
    "summary: Something\n"                                                                                                         \
    "message: Write “{fix}”\n"                                                                                                 \
    "why: |\n"                                                                                                                     \
    "  Because.\n"                                                                                                                 \
    "category: repeated-word\n"                                                                                                    \
    "severity: minor\n"                                                                                                            \
    "confidence: high\n"                                                                                                           \
    "since: \"0.1\"\n"
#define EXAMPLES "examples:\n  - { good: Fine. }\n"

static void a_rule_is_what_its_file_says(void **state)
{
    (void)state;
    trial t;
    load(&t, "de",
         MTL_LIT(HEAD
                 "cure: Delete it.\naliases: [de/old, de/older]\ncheck: list\nwith:\n  - { find: [a, b], fix: '' }\n  - find: c\n"
                 "examples:\n  - { bad: a x a, hit: a, nth: 2, fix: a x }\n  - { good: x, in: 'y {} z', lang: de-CH }\n"));
    CHECK_STR("no problem", t.problems, MTL_LIT(""));
    const mtl_rule_info *info = &t.rule.info;
    CHECK_STR("summary", info->summary, MTL_LIT("Something"));
    CHECK_STR("why", info->why, MTL_LIT("Because.\n"));
    CHECK_STR("category", info->category, MTL_LIT("repeated-word"));
    CHECK_STR("the family comes with the category", info->family, MTL_LIT("repetition"));
    CHECK_STR("and so does the MQM type", info->mqm, MTL_LIT("Accuracy > Addition"));
    CHECK_STR("kind", info->kind, MTL_LIT("list"));
    CHECK_NUMBER("severity", info->severity, MTL_MINOR);
    CHECK_NUMBER("confidence", info->confidence, MTL_HIGH);
    CHECK_STR("cure", t.rule.cure, MTL_LIT("Delete it."));
    CHECK_NUMBER("aliases", t.rule.aliases.n, 2);
    CHECK_NUMBER("entries", t.rule.nentries, 2);
    const item *items = t.rule.entries;
    CHECK_STR("the second phrase of the first entry", items[0].find.items[1], MTL_LIT("b"));
    CHECK("an empty fix is a fix", items[0].fix.p && items[0].fix.n == 0);
    CHECK("no fix is none", !items[1].fix.p);
    CHECK_NUMBER("examples", info->nexamples, 2);
    CHECK_NUMBER("an example knows its line", info->examples[0].line, 16);
    CHECK_NUMBER("and which occurrence", info->examples[0].nth, 2);
    CHECK_STR("its language is that of the folder", info->examples[0].lang, MTL_LIT("de"));
    CHECK_STR("or its own", info->examples[1].lang, MTL_LIT("de-CH"));
    CHECK("a good one is not bad", info->examples[1].good.p && !info->examples[1].bad.p);
    mtl_arena_reset(&t.arena);
}

static void params_and_entries_go_together(void **state)
{
    (void)state;
    trial t;
    load(&t, "de", MTL_LIT(HEAD "check: near\nwith:\n  distance: 4\n  entries:\n    - find: a\n" EXAMPLES));
    CHECK_STR("no problem", t.problems, MTL_LIT(""));
    CHECK_NUMBER("the kind's own key", ((const near_params *)t.rule.params)->distance, 4);
    CHECK_NUMBER("and its entries", t.rule.nentries, 1);
    mtl_arena_reset(&t.arena);
    load(&t, "de", MTL_LIT(HEAD "check: near\nwith: { distance: 4 }\n" EXAMPLES));
    CHECK_STR("entries may be missing beside keys", t.problems, MTL_LIT(""));
    mtl_arena_reset(&t.arena);
    load(&t, "de", MTL_LIT(HEAD "check: plain\n" EXAMPLES));
    CHECK_STR("a kind without keys needs no with", t.problems, MTL_LIT(""));
    mtl_arena_reset(&t.arena);
}

static void wrong_rules_are_explained(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *folder, *text, *problems;
    } rows[] = {
        {"no YAML", "de", "a: [", "2:1: no YAML: did not find expected node content;"},
        {"an unknown key", "de", HEAD "chek: plain\ncheck: plain\n" EXAMPLES, "9:1: unknown key “chek”; did you mean “check”?;"},
        {"a missing key", "de", HEAD "check: plain\n", "1:1: the key “examples” is missing: bad and good texts that prove it;"},
        {"an unknown kind", "de", HEAD "check: plane\n" EXAMPLES, "9:8: unknown kind “plane”; did you mean “plain”?;"},
        {"a kind is one word", "de", HEAD "check: [plain]\n" EXAMPLES, "9:8: “check” must be a text;"},
        {"a list is missing", "de", HEAD "check: list\n" EXAMPLES, "9:8: the kind list takes a list of entries;"},
        {"a list is empty", "de", HEAD "check: list\nwith: []\n" EXAMPLES, "10:7: the kind list takes a list of entries;"},
        {"a map for a list", "de", HEAD "check: list\nwith: { find: a }\n" EXAMPLES,
         "10:7: the kind list takes a list of entries;"},
        {"a list for nothing", "de", HEAD "check: plain\nwith: [a]\n" EXAMPLES, "10:7: the kind plain takes no list;"},
        {"keys for nothing", "de", HEAD "check: plain\nwith: { a: b }\n" EXAMPLES, "10:9: unknown key “a”;"},
        {"a missing key of the kind", "de", HEAD "check: near\n" EXAMPLES, "9:8: the key “distance” is missing: how near;"},
        {"an unknown key of an entry", "de", HEAD "check: list\nwith:\n  - { find: a, fixx: b }\n" EXAMPLES,
         "11:16: unknown key “fixx”; did you mean “fix”?;"},
        {"what the kind refuses", "de", HEAD "check: list\nwith:\n  - find: refused\n" EXAMPLES, "11:0: refused by the kind;"},
        {"examples are a list", "de", HEAD "check: plain\nexamples: none\n", "10:11: “examples” must be a list;"},
        {"neither bad nor good", "de", HEAD "check: plain\nexamples: [{ hit: a }]\n",
         "10:12: an example is either “bad” or “good”;"},
        {"both", "de", HEAD "check: plain\nexamples: [{ bad: a, hit: a, good: b }]\n",
         "10:12: an example is either “bad” or “good”;"},
        {"bad without hit", "de", HEAD "check: plain\nexamples: [{ bad: a }]\n",
         "10:12: a bad example needs “hit”: what is marked in it;"},
        {"a hit elsewhere", "de", HEAD "check: plain\nexamples: [{ bad: a, hit: b }]\n", "10:27: “hit” does not occur in “bad”;"},
        {"a hit too few", "de", HEAD "check: plain\nexamples: [{ bad: a a, hit: a, nth: 3 }]\n",
         "10:29: “hit” does not occur that often in “bad”;"},
        {"counting from 0", "de", HEAD "check: plain\nexamples: [{ bad: a, hit: a, nth: 0 }]\n", "10:35: “nth” counts from 1;"},
        {"good with fix", "de", HEAD "check: plain\nexamples: [{ good: a, fix: b }]\n",
         "10:12: a good example has no “hit”, “nth” or “fix”;"},
        {"no place in the document", "de", HEAD "check: plain\nexamples: [{ good: a, in: b }]\n",
         "10:27: “in” needs {} once, where the example stands;"},
        {"which language", "all", HEAD "check: plain\nexamples: [{ good: a }]\n",
         "10:12: an example of a rule in all/ needs “lang”;"},
        {"no language", "all", HEAD "check: plain\nexamples: [{ good: a, lang: German }]\n", "10:29: “lang” is no language tag;"},
        {"another language", "de", HEAD "check: plain\nexamples: [{ good: a, lang: den }]\n",
         "10:29: “lang” is another language than that of the rule's folder;"},
        {"everything at once", "de",
         "summary: S\nmessage: M\nwhy: W\ncategory: repeated-words\nseverity: high\nconfidence: sure\nsince: \"1\"\ncheck: list\n"
         "with:\n  - { fix: a }\n  - { find: { b: c } }\nexamples:\n  - { bad: a }\n  - { good: a, god: b }\n",
         "4:11: “category” cannot be “repeated-words”; did you mean “repeated-word”;"
         "5:11: “severity” cannot be “high”; use one such as “neutral”;"
         "6:13: “confidence” cannot be “sure”; use one such as “low”;"
         "10:5: the key “find” is missing: what to look for;"
         "11:13: “find” must be a list of texts;"
         "13:5: a bad example needs “hit”: what is marked in it;"
         "14:16: unknown key “god”; did you mean “good”?;"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        trial t;
        load(&t, r->folder, mtl_cstr(r->text));
        CHECK_STR(r->promise, t.problems, mtl_cstr(r->problems));
        mtl_arena_reset(&t.arena);
    }
}

static void a_bare_rule_leaves_its_examples_out(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text, *problems;
    } rows[] = {
        {"they are not read", HEAD "check: plain\nexamples:\n  - { god: b }\n", ""},
        {"what follows them is", HEAD "examples:\n  - { good: a }\n\n# and\n- { good: b }\ncheck: plain\n", ""},
        {"and keeps its place", HEAD "check: plain\nexamples:\n  - { good: a }\n  - { good: b }\nchek: plain\n",
         "13:1: unknown key “chek”; did you mean “check”?;"},
        {"in one line", HEAD "examples: [{ good: a }]\ncheck: plain\n", ""},
        {"a rule without any is as wrong as ever", HEAD "check: plain\n",
         "1:1: the key “examples” is missing: bad and good texts that prove it;"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        trial t;
        load_as(&t, "de", mtl_cstr(r->text), true);
        CHECK_STR(r->promise, t.problems, mtl_cstr(r->problems));
        CHECK_NUMBER(r->promise, t.rule.info.nexamples, 0);
        mtl_arena_reset(&t.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_is_what_its_file_says),
        cmocka_unit_test(params_and_entries_go_together),
        cmocka_unit_test(wrong_rules_are_explained),
        cmocka_unit_test(a_bare_rule_leaves_its_examples_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
