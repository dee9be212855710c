/* Promises of base/yaml: what the tree of a file holds, where its nodes stand, and what is refused. */
#include "base/out.h"
#include "base/yaml.h"
#include "rows.h"

/* One line for a tree: scalars as they are (quoted ones in quotes), lists in [], maps in {}, each with @line:column. */
static void write_tree(mtl_out *out, const mtl_yaml *node)
{
    static const char *const brackets[] = {[MTL_YAML_SCALAR] = "''", [MTL_YAML_LIST] = "[]", [MTL_YAML_MAP] = "{}"};
    const bool bare = node->kind == MTL_YAML_SCALAR && !node->quoted;
    if (!bare)
        mtl_out_char(out, brackets[node->kind][0]);
    if (node->kind == MTL_YAML_SCALAR)
        mtl_out_str(out, node->scalar);
    for (const mtl_yaml *child = node->first; child; child = child->next) {
        if (node->kind == MTL_YAML_MAP)
            mtl_out_fmt(out, "%.*s@%u:%u=", MTL_FMT(child->key), child->key_line, child->key_column);
        write_tree(out, child);
        if (child->next)
            mtl_out_char(out, ' ');
    }
    if (!bare)
        mtl_out_char(out, brackets[node->kind][1]);
    mtl_out_fmt(out, "@%u:%u", node->line, node->column);
}

static void trees_know_their_places(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text, *tree;
    } rows[] = {
        {"an empty file is an empty map", "", "{}@1:1"},
        {"so is one of comments", "# nothing\n", "{}@1:1"},
        {"a map", "a: b\nc: d\n", "{a@1:1=b@1:4 c@2:1=d@2:4}@1:1"},
        {"a list", "- a\n- b\n", "[a@1:3 b@2:3]@1:1"},
        {"flow style", "- { a: [b, c] }\n", "[{a@1:5=[b@1:9 c@1:12]@1:8}@1:3]@1:1"},
        {"columns count code points", "ä: { ö: ü }\n", "{ä@1:1={ö@1:6=ü@1:9}@1:4}@1:1"},
        {"quotes are remembered", "a: 'no'\nb: \"yes\"\nc: no\n", "{a@1:1='no'@1:4 b@2:1='yes'@2:4 c@3:1=no@3:4}@1:1"},
        {"a block counts as quoted", "a: |\n  b\n  c\n", "{a@1:1='b\nc\n'@1:4}@1:1"},
        {"a folded block is one line", "a: >\n  b\n  c\n", "{a@1:1='b c\n'@1:4}@1:1"},
        {"escapes are read", "a: \"\\u00e4\\n\"\n", "{a@1:1='ä\n'@1:4}@1:1"},
        {"a missing value is empty", "a:\nb: c\n", "{a@1:1=@1:3 b@2:1=c@2:4}@1:1"},
        {"a document mark is fine", "---\na: b\n", "{a@2:1=b@2:4}@2:1"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_out out = {0};
        mtl_err err = {0};
        const mtl_yaml *root = mtl_yaml_parse(MTL_LIT("file.yml"), mtl_cstr(r->text), &arena, &err);
        CHECK_STR(r->promise, mtl_cstr(err.what), MTL_LIT(""));
        write_tree(&out, root);
        CHECK_STR(r->promise, mtl_out_bytes(&out), mtl_cstr(r->tree));
        mtl_out_free(&out);
        mtl_arena_reset(&arena);
    }
}

static void other_files_are_refused(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text, *error;
    } rows[] = {
        {"a key stands once", "a: b\nc: d\na: e\n", "3:1: key “a” stands twice, first in line 1"},
        {"a key is a word", "[a]: b\n", "1:1: a key must be a plain word"},
        {"no anchors", "a: &x b\n", "1:4: anchors and tags are not used in these files; write the value out"},
        {"no aliases", "a: *x\n", "1:4: anchors and aliases are not used in these files; write the value out"},
        {"no tags", "a: !!str b\n", "1:4: anchors and tags are not used in these files; write the value out"},
        {"one document", "a: b\n---\nc: d\n", "2:1: a second document begins; keep one document in a file"},
        {"broken YAML has a place", "a: b\n  c: d\n", "2:4: no YAML: mapping values are not allowed in this context"},
        {"a bracket is closed", "a: [b\n", "2:1: no YAML: did not find expected ',' or ']'"},
        {"a quote is closed", "a: 'b\n", "2:1: no YAML: found unexpected end of stream"},
        {"no tabs before keys", "a:\n\tb: c\n", "2:1: no YAML: found character that cannot start any token"},
        {"bytes are UTF-8", "a: \xFF\n", "1:1: no YAML: invalid leading UTF-8 octet"},
        {"nesting ends somewhere", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "1:34: nested deeper than 32 levels"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_err err = {0};
        CHECK(r->promise, !mtl_yaml_parse(MTL_LIT("file.yml"), mtl_cstr(r->text), &arena, &err));
        CHECK_STR(r->promise, mtl_str_format(&arena, "%u:%u: %s", err.line, err.column, err.what), mtl_cstr(r->error));
        CHECK_STR(r->promise, mtl_cstr(err.where), MTL_LIT("file.yml"));
        mtl_arena_reset(&arena);
    }
}

static void values_are_found_by_key(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    const mtl_yaml *root = mtl_yaml_parse(MTL_LIT("file.yml"), MTL_LIT("a: b\nc: [d]\n"), &arena, NULL);
    CHECK_STR("a key that is there", mtl_yaml_get(root, "a")->scalar, MTL_LIT("b"));
    CHECK("one that is not", !mtl_yaml_get(root, "d"));
    CHECK("a list has no keys", !mtl_yaml_get(mtl_yaml_get(root, "c"), "d"));
    CHECK("nothing has no keys", !mtl_yaml_get(NULL, "a"));
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trees_know_their_places),
        cmocka_unit_test(other_files_are_refused),
        cmocka_unit_test(values_are_found_by_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
