/* Promises of mtl_report_file_name: one name for each path, never outside the folder. */
#include "rows.h"

static const struct row {
    const char *promise, *path, *name;
} rows[] = {
    {"a name stays", "text.txt", "text.txt"},
    {"folders stay visible", "reports/demo/text.txt", "reports+demo+text.txt"},
    {"from the root too", "/srv/text.txt", "+srv+text.txt"},
    {"a plus is no folder", "a+b.txt", "a=2Bb.txt"},
    {"nor is the sign that says so", "a=2Bb.txt", "a=3D2Bb.txt"},
    {"a space", "a b.txt", "a=20b.txt"},
    {"letters beyond ASCII", "Übung.txt", "=C3=9Cbung.txt"},
    {"a hidden file is seen", ".text", "=2Etext"},
    {"the folder above is none", "../text.txt", "=2E.+text.txt"},
    {"nor the folder above alone", "..", "=2E."},
    {"nor this one", ".", "=2E"},
    {"standard input", "-", "-"},
    {"nothing", "", "="},
    {"a line end", "a\nb", "a=0Ab"},
};

static void names_are_those_of_paths(void **state)
{
    (void)state;
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        char *name = mtl_report_file_name(mtl_cstr(r->path));
        CHECK_STR(r->promise, mtl_cstr(name), mtl_cstr(r->name));
        mtl_free(name);
    }
}

static void long_paths_stay_apart(void **state)
{
    (void)state;
    enum { LONG = 4000, FILE_SYSTEM = 255, SUFFIX = 10 };
    char path[LONG];
    memset(path, 'a', sizeof path);
    char *one = mtl_report_file_name((mtl_str){path, LONG});
    path[LONG - 1] = 'b';
    char *other = mtl_report_file_name((mtl_str){path, LONG});
    path[0] = '/';
    char *third = mtl_report_file_name((mtl_str){path, LONG});
    CHECK("a file system takes it", strlen(one) + SUFFIX <= FILE_SYSTEM);
    CHECK("the end counts", !mtl_str_is(mtl_cstr(one), other));
    CHECK("the beginning counts", !mtl_str_is(mtl_cstr(third), other));
    mtl_free(one);
    mtl_free(other);
    mtl_free(third);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_those_of_paths),
        cmocka_unit_test(long_paths_stay_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
