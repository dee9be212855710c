/* Promises of format/rst and format/asciidoc that their cases do not show: what is such a file, and that no correction breaks what stands
 * around it. */
#include "format/reader.h"
#include "linted.h"

static void files_are_known_by_their_first_lines(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *path, *head, *reader;
    } rows[] = {
        {"a directive", "file", "Titel\n=====\n\n.. note:: Ja.\n", "rst"},
        {"a target", "file", ".. _ziel:\n\nTitel\n", "rst"},
        {"an underlined title is none", "file", "Titel\n=====\n\nEs regnet.\n", "plain"},
        {"nor two dots", "file", "Es regnet ..\n.. und es regnet :: weiter.\n", "plain"},
        {"nor a comment", "file", ".. so sagte er\n", "plain"},
        {"a title and an attribute", "file", "= Titel\nHans Beispiel\n:toc:\n\nEs regnet.", "asciidoc"},
        {"behind a comment", "file", "// so\n\n= Titel\n:lang: de\n", "asciidoc"},
        {"a title alone is none", "file", "= Titel\n\nEs regnet.\n", "plain"},
        {"nor an attribute later", "file", "= Titel\n\n:lang: de\n", "plain"},
        {"nor a list", "file", "* eins\n* zwei\n:so: ja\n", "plain"},
        {"nothing is none", "file", "", "plain"},
        {"a suffix", "A.REST", "", "rst"},
        {"another", "a.adoc", "Es regnet.", "asciidoc"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, mtl_cstr(mtl_reader_for(mtl_cstr(r->path), mtl_cstr(r->head))->name), mtl_cstr(r->reader));
}

static void corrections_leave_the_markup_whole(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *name, *file, *fixed; /* NULL: as it is */
    } rows[] = {
        {"over two lines", "a.rst", "Er kam am\nam Montag.\n", "Er kam am Montag.\n"},
        {"of an item", "a.rst", "- Er kam am\n  am Montag.\n", "- Er kam am Montag.\n"},
        {"inside of a mark", "a.rst", "Er kam *am am Montag*.\n", "Er kam *am Montag*.\n"},
        {"beside a mark", "a.rst", "Der *US -Senator* kam.\n", "Der *US-Senator* kam.\n"},
        {"over a mark: none", "a.rst", "Der *US* -Senator kam.\n", NULL},
        {"over the marks of two words: none", "a.rst", "Er kam *am* *am* Montag.\n", NULL},
        {"of a text with an address", "a.rst", "Der `US -Senator <x>`_ kam.\n", "Der `US-Senator <x>`_ kam.\n"},
        {"of a name that stands elsewhere too: none", "a.rst", "Der `US -Senator`_ kam.\n", NULL},
        {"of a cell in a grid: none", "a.rst", "+-------------+\n| US -Senator |\n+-------------+\n", NULL},
        {"of a cell between columns: none", "a.rst", "===========  ==\nUS -Senator  ja\n===========  ==\n", NULL},
        {"of a cell in a list", "a.rst", ".. list-table::\n\n   * - US -Senator\n", ".. list-table::\n\n   * - US-Senator\n"},
        {"over two lines", "a.adoc", "* Er kam am\n  am Montag.\n", "* Er kam am Montag.\n"},
        {"over a comment: none", "a.adoc", "Er kam am\n// so\nam Montag.\n", NULL},
        {"over a condition: none", "a.adoc", "Er kam am\nifdef::x[]\nam Montag.\nendif::[]\n", NULL},
        {"inside of a mark", "a.adoc", "Der *US -Senator* kam.\n", "Der *US-Senator* kam.\n"},
        {"of a link's text", "a.adoc", "Der link:x[US -Senator] kam.\n", "Der link:x[US-Senator] kam.\n"},
        {"of a cell", "a.adoc", "|===\n|US -Senator |ja\n|===\n", "|===\n|US-Senator |ja\n|===\n"},
        {"of a title", "a.adoc", "== Der US -Senator\n\nJa.\n", "== Der US-Senator\n\nJa.\n"},
        {"of a title with a line below: none", "a.adoc", "Der US -Senator\n---------------\n\nJa.\n", NULL},
    };
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    mtl_session *session = open_session(rules, &(mtl_config){.language = "de"});
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_report *report = lint_as(session, r->name, mtl_cstr(r->file));
        CHECK_NUMBER(r->promise, mtl_report_read(report)->nfindings, 1);
        size_t n;
        char *fixed = mtl_report_fix(report, true, &n);
        CHECK_STR(r->promise, ((mtl_str){fixed, n}), mtl_cstr(r->fixed ? r->fixed : r->file));
        mtl_free(fixed);
        mtl_report_free(report);
    }
    mtl_session_free(session);
    mtl_ruleset_free(rules);
}

/* What the reader called NAME writes for TEXT. */
static mtl_str written(const char *name, const char *text, mtl_arena *arena)
{
    mtl_out out = {0};
    assert_true(mtl_reader_named(mtl_cstr(name))->escape(mtl_cstr(text), &out));
    const mtl_str copy = mtl_str_copy(mtl_out_bytes(&out), arena);
    mtl_out_free(&out);
    return copy;
}

static void what_is_written_reads_as_it_is_meant(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *reader, *text, *written;
    } rows[] = {
        {"words are words", "rst", "Der US-Senator, „so“.", "Der US-Senator, „so“."},
        {"marks are escaped", "rst", "*a* `b` |c| d_ \\", "\\*a\\* \\`b\\` \\|c\\| d\\_ \\\\"},
        {"words are words", "asciidoc", "AT&T, 3 > 2.", "AT&T, 3 > 2."},
        {"marks become references", "asciidoc", "*a* {b}", "&#42;a&#42; &#123;b}"},
        {"what looks like a reference is one of its own", "asciidoc", "&amp;", "&#38;amp;"},
    };
    mtl_arena arena = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, written(r->reader, r->text, &arena), mtl_cstr(r->written));
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_known_by_their_first_lines),
        cmocka_unit_test(corrections_leave_the_markup_whole),
        cmocka_unit_test(what_is_written_reads_as_it_is_meant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
