/* Promises of base/bind: what a table makes of a map, and what it says of a wrong one. */
#include "base/bind.h"
#include "rows.h"

typedef struct target {
    bool flag;
    uint32_t count, choice;
    mtl_str text;
    mtl_strs list;
    const mtl_yaml *node;
} target;

static const char *const colours[] = {"red", "green", "blue", NULL};
static const mtl_param params[] = {
    {"flag", MTL_PARAM_BOOL, offsetof(target, flag), false, "a truth value", NULL},
    {"count", MTL_PARAM_COUNT, offsetof(target, count), false, "a number", NULL},
    {"colour", MTL_PARAM_CHOICE, offsetof(target, choice), false, "a colour", colours},
    {"text", MTL_PARAM_STRING, offsetof(target, text), true, "a text", NULL},
    {"list", MTL_PARAM_STRINGS, offsetof(target, list), false, "some texts", NULL},
    {"node", MTL_PARAM_NODE, offsetof(target, node), false, "anything", NULL},
};

typedef struct problem_log { /* every problem as "line:column: text" and a semicolon */
    mtl_arena arena;
    mtl_str text;
} problem_log;

static void note(void *user, const mtl_err *problem)
{
    problem_log *log = user;
    log->text = mtl_str_format(&log->arena, "%.*s%u:%u: %s;", MTL_FMT(log->text), problem->line, problem->column, problem->what);
}

static bool bind(const char *text, target *out, problem_log *log)
{
    *log = (problem_log){.text = MTL_LIT("")};
    mtl_problems problems = {note, log, 0};
    const mtl_yaml *root = mtl_yaml_parse(MTL_LIT("file.yml"), mtl_cstr(text), &log->arena, NULL);
    assert_non_null(root);
    const bool ok = mtl_bind(out, root, params, MTL_COUNT(params), MTL_LIT("file.yml"), &log->arena, &problems);
    assert_true(ok == (problems.n == 0));
    return ok;
}

static void values_go_where_the_table_says(void **state)
{
    (void)state;
    target t = {.count = 5};
    problem_log log;
    assert_true(bind("flag: yes\ncolour: blue\ntext:  some words \nlist: [a, b]\nnode: { x: y }\n", &t, &log));
    CHECK("a truth value", t.flag);
    CHECK_NUMBER("a field without a key keeps what it holds", t.count, 5);
    CHECK_NUMBER("a choice is its index", t.choice, 2);
    CHECK_STR("a text without white space at its ends", t.text, MTL_LIT("some words"));
    CHECK_NUMBER("a list has its length", t.list.n, 2);
    CHECK_STR("and its items", t.list.items[1], MTL_LIT("b"));
    CHECK_NUMBER("which know their line", t.list.lines[1], 4);
    CHECK("a node is left to the caller", t.node && t.node->kind == MTL_YAML_MAP);
    mtl_arena_reset(&log.arena);
}

static void one_text_is_a_list_of_one(void **state)
{
    (void)state;
    target t = {0};
    problem_log log;
    assert_true(bind("count: 99999999\nlist: only\ntext: ' kept '\n", &t, &log));
    CHECK_NUMBER("its length", t.list.n, 1);
    CHECK_STR("its item", t.list.items[0], MTL_LIT("only"));
    CHECK_STR("quotes keep white space", t.text, MTL_LIT(" kept "));
    CHECK_NUMBER("eight digits are a number", t.count, 99999999);
    CHECK("a missing text has no place", !t.node);
    mtl_arena_reset(&log.arena);
}

static void problems_name_key_and_cure(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text, *problems;
    } rows[] = {
        {"no map", "- a\n", "1:1: must be a map of keys and values;"},
        {"an unknown key has a neighbour", "text: a\ncolor: red\n", "2:1: unknown key “color”; did you mean “colour”?;"},
        {"or none", "text: a\nsomething: red\n", "2:1: unknown key “something”;"},
        {"a missing key", "flag: true\n", "1:1: the key “text” is missing: a text;"},
        {"no truth value", "text: a\nflag: maybe\n", "2:7: “flag” must be true or false;"},
        {"a quoted one is a word", "text: a\nflag: \"true\"\n", "2:7: “flag” must be true or false;"},
        {"no number", "text: a\ncount: -1\n", "2:8: “count” must be a whole number;"},
        {"too large a number", "text: a\ncount: 100000000\n", "2:8: “count” must be a whole number;"},
        {"an empty number", "text: a\ncount:\n", "2:7: “count” must be a whole number;"},
        {"a near choice", "text: a\ncolour: bleu\n", "2:9: “colour” cannot be “bleu”; did you mean “blue”;"},
        {"no near choice", "text: a\ncolour: magenta\n", "2:9: “colour” cannot be “magenta”; use one such as “red”;"},
        {"a list for a choice", "text: a\ncolour: [red]\n", "2:9: “colour” must be one word;"},
        {"a list for a text", "text: [a]\n", "1:7: “text” must be a text;"},
        {"a map for a list", "text: a\nlist: { b: c }\n", "2:7: “list” must be a list of texts;"},
        {"a list in a list", "text: a\nlist: [b, [c]]\n", "2:7: “list” must be a list of texts;"},
        {"all at once", "flag: 1\ncount: x\n",
         "1:7: “flag” must be true or false;2:8: “count” must be a whole number;1:1: the key “text” is missing: a text;"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        target t = {0};
        problem_log log;
        CHECK(r->promise, !bind(r->text, &t, &log));
        CHECK_STR(r->promise, log.text, mtl_cstr(r->problems));
        mtl_arena_reset(&log.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_go_where_the_table_says),
        cmocka_unit_test(one_text_is_a_list_of_one),
        cmocka_unit_test(problems_name_key_and_cure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
