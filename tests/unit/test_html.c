/* Promises of format/html that its cases do not show: what is a page, what corrections write and where they are withheld, what was escaped
 * once too often, and that no nesting is too deep. */
#include "base/limits.h"
#include "format/html_element.h"
#include "format/html_reference.h"
#include "format/reader.h"
#include "linted.h"

#include <stdio.h>

static void pages_are_known_by_their_first_tag(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *head, *reader;
    } rows[] = {
        {"a declaration", "<!DOCTYPE html>", "html"},
        {"in small letters, behind white space and a mark of the byte order", "\xEF\xBB\xBF \n<!doctype HTML PUBLIC", "html"},
        {"its first element", "<html lang=de>", "html"},
        {"behind comments", "<!-- a --><!-- b -->\n<HTML>", "html"},
        {"XHTML", "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC", "html"},
        {"other XML is none", "<?xml version=\"1.0\"?>\n<svg>", "xml"},
        {"an open comment is none", "<!-- <html>", "plain"},
        {"a text that begins with a tag is none", "<p>Es regnet.", "plain"},
        {"nor one that speaks of it", "Am Anfang steht <html>.", "plain"},
        {"nothing is none", "", "plain"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, mtl_cstr(mtl_reader_for(MTL_LIT("page"), mtl_cstr(r->head))->name), mtl_cstr(r->reader));
    CHECK("a suffix in capitals", mtl_reader_for(MTL_LIT("A.HTM"), MTL_LIT("")) == mtl_reader_named(MTL_LIT("html")));
}

static void references_mean_what_the_standard_says(void **state)
{
    (void)state;
    static const struct row {
        const char *source, *meaning, *in_attribute; /* NULL: the "&" is text */
    } rows[] = {
        {"&amp;", "&", "&"},
        {"&AMP", "&", "&"},
        {"&ampx", "&", NULL},
        {"&amp=", "&", NULL},
        {"&amp ", "&", "&"},
        {"&notin;", "∉", "∉"},
        {"&notit;", "¬", NULL},
        {"&CounterClockwiseContourIntegral;", "∳", "∳"},
        {"&CounterClockwiseContourIntegral", NULL, NULL},
        {"&ThickSpace;", "\xE2\x81\x9F\xE2\x80\x8A", "\xE2\x81\x9F\xE2\x80\x8A"},
        {"&#65;", "A", "A"},
        {"&#65B", "A", "A"},
        {"&#x41", "A", "A"},
        {"&#X41;", "A", "A"},
        {"&#150;", "–", "–"},
        {"&#x81;", "\xC2\x81", "\xC2\x81"},
        {"&#0;", "\xEF\xBF\xBD", "\xEF\xBF\xBD"},
        {"&#xDFFF;", "\xEF\xBF\xBD", "\xEF\xBF\xBD"},
        {"&#x110000;", "\xEF\xBF\xBD", "\xEF\xBF\xBD"},
        {"&#99999999999999999999;", "\xEF\xBF\xBD", "\xEF\xBF\xBD"},
        {"&#x10FFFF;", "\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"},
        {"&", NULL, NULL},
        {"&;", NULL, NULL},
        {"&#", NULL, NULL},
        {"&#x", NULL, NULL},
        {"&#xg", NULL, NULL},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        for (int in_attribute = 0; in_attribute < 2; in_attribute++) {
            const char *meaning = in_attribute ? r->in_attribute : r->meaning;
            mtl_html_reference got;
            mtl_html_reference_read(&got, mtl_cstr(r->source), in_attribute);
            CHECK(r->source, (got.len > 0) == (meaning != NULL));
            if (meaning)
                CHECK_STR(r->source, got.meaning, mtl_cstr(meaning));
        }
}

/* The tables are searched by halves: what stands in the wrong place is not found. */
static void every_name_of_the_tables_is_found(void **state)
{
    (void)state;
    static const struct name {
        const char *name, *meaning;
        bool bare;
    } references[] = {
#define REFERENCE(name, bare, meaning) {name, meaning, bare},
#include "format/html_references.def"
#undef REFERENCE
    };
    static const char *const elements[] = {
#define ELEMENT(name, kind, mode, rank, flags) #name,
#include "format/html_elements.def"
#undef ELEMENT
    };
    size_t bare = 0;
    for (const struct name *n = references; n < MTL_END(references); n++) {
        char room[64];
        snprintf(room, sizeof room, "&%s;", n->name);
        mtl_html_reference got;
        mtl_html_reference_read(&got, mtl_cstr(room), true);
        CHECK_STR(n->name, got.meaning, mtl_cstr(n->meaning));
        CHECK_NUMBER(n->name, got.len, strlen(room));
        mtl_html_reference_read(&got, (mtl_str){room, strlen(room) - 1}, true);
        CHECK(n->name, !n->bare || got.len == strlen(room) - 1);
        bare += n->bare;
    }
    CHECK_NUMBER("as many as in the standard", MTL_COUNT(references) + bare, 2231);
    for (const char *const *name = elements; name < MTL_END(elements); name++)
        CHECK_STR(*name, mtl_cstr(mtl_html_element_called(mtl_cstr(*name))->name), mtl_cstr(*name));
    CHECK_STR("in capitals too", mtl_cstr(mtl_html_element_called(MTL_LIT("BlockQuote"))->name), MTL_LIT("blockquote"));
    CHECK_STR("others are unknown", mtl_cstr(mtl_html_element_called(MTL_LIT("my-element"))->name), MTL_LIT(""));
}

/* What is found, and the page with all corrections. */
static void corrections_leave_markup_alone(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *page, *found, *fixed;
    } rows[] = {
        {"in text", "<p lang=de>Der US -Senator kam.", "all/split-hyphen", "<p lang=de>Der US-Senator kam."},
        {"over a tag: none", "<p lang=de>Der <b>US</b> -Senator kam.", "all/split-hyphen", NULL},
        {"over a comment: none", "<p lang=de>Er kam am<!-- --> am Montag.", "all/repeated-word", NULL},
        {"over a reference", "<p lang=de>Er kam a&#109; a&#x6d; Montag.", "all/repeated-word", "<p lang=de>Er kam am Montag."},
        {"over white space of many bytes", "<p lang=de>Er kam am\n   am Montag.", "all/repeated-word",
         "<p lang=de>Er kam am Montag."},
        {"what is written is escaped", "<p lang=de>Der AT&amp;T -Chef kam, sagte der US -Senator, zu Tools & amp; Holz.",
         "all/split-hyphen all/split-hyphen all/entity-garble",
         "<p lang=de>Der AT&amp;T-Chef kam, sagte der US-Senator, zu Tools &amp; Holz."},
        {"in an attribute", "<p lang=de><img alt=\"Der US -Senator &quot;kam&quot;\">", "all/split-hyphen",
         "<p lang=de><img alt=\"Der US-Senator &quot;kam&quot;\">"},
        {"a tag that was escaped, and its partner", "<p lang=de>Das &lt;b&gt;ist&lt;/b&gt; gut.",
         "all/stray-markup all/stray-markup", "<p lang=de>Das ist gut."},
        {"even where they stand around the text", "<p lang=de>&lt;p&gt;Das ist gut.&lt;/p&gt;", "all/stray-markup all/stray-markup",
         "<p lang=de>Das ist gut."},
        {"a reference that was escaped", "<p lang=de>Der Preis&amp;nbsp;stieg im Mai.", "all/entity-garble",
         "<p lang=de>Der Preis\xC2\xA0stieg im Mai."},
        {"two spaces are one", "<p lang=de>Der  Senator\tkam\n\n  gestern . . .", "", NULL},
        {"what stands twice for machines",
         "<title lang=de>Er kam am am Montag.</title><meta name=description content='Er kam am am Montag.'>", "all/repeated-word",
         "<title lang=de>Er kam am Montag.</title><meta name=description content='Er kam am am Montag.'>"},
    };
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    mtl_session *session = open_session(rules, &(mtl_config){.input_format = "html"});
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_report *report = lint(session, r->page);
        const mtl_report_info *info = mtl_report_read(report);
        mtl_arena arena = {0};
        mtl_str found = {"", 0};
        for (uint32_t i = 0; i < info->nfindings; i++)
            found = mtl_str_format(&arena, "%.*s%s%.*s", MTL_FMT(found), i ? " " : "", MTL_FMT(info->findings[i].rule->id));
        CHECK_STR(r->promise, found, mtl_cstr(r->found));
        size_t n;
        char *fixed = mtl_report_fix(report, true, &n);
        CHECK_STR(r->promise, ((mtl_str){fixed, n}), mtl_cstr(r->fixed ? r->fixed : r->page));
        mtl_free(fixed);
        mtl_arena_reset(&arena);
        mtl_report_free(report);
    }
    mtl_session_free(session);
    mtl_ruleset_free(rules);
}

/* OPEN as often as PAST times the cap, then a text. */
static mtl_str nested(const char *open, const char *text, mtl_arena *arena)
{
    enum { PAST = 200 };
    const size_t n = strlen(open), times = (size_t)MTL_MAX_NESTING * PAST;
    char *bytes = mtl_arena_array(arena, char, n *times + strlen(text));
    for (size_t i = 0; i < times; i++)
        memcpy(bytes + i * n, open, n);
    memcpy(bytes + n * times, text, strlen(text));
    return (mtl_str){bytes, n * times + strlen(text)};
}

static void no_nesting_is_too_deep(void **state)
{
    (void)state;
    static const char *const opens[] = {"<div>",     "<b>",          "<p>", "<ul><li>",   "<table><td>",
                                        "<svg></p>", "<b><div></b>", "<x>", "</div><div>"};
    for (const char *const *open = opens; open < MTL_END(opens); open++) {
        mtl_arena arena = {0};
        const mtl_str bytes = nested(*open, "Es <i>reg</i>net.</div><p>Wir bleiben.", &arena);
        const mtl_source source = {.path = MTL_LIT("test.html"), .bytes = bytes};
        const mtl_layer layer = {.bytes = bytes};
        mtl_reading reading = {.source = &source, .layer = &layer, .arena = &arena};
        mtl_doc doc;
        mtl_err err = {0};
        mtl_doc_init(&doc, &source, &layer, &arena);
        CHECK(*open, mtl_reader_named(MTL_LIT("html"))->next(&reading, &doc, &err) == MTL_STEP_DOCUMENT);
        mtl_doc_seal(&doc);
        CHECK(*open, mtl_doc_check(&doc, &err));
        CHECK_STR(*open, doc.text, MTL_LIT("Es regnet.\nWir bleiben.\n"));
        mtl_arena_reset(&arena);
    }
}

static void menus_and_feet_are_furniture(void **state)
{
    (void)state;
    static const struct row {
        const char *source;
        bool furniture;
    } rows[] = {
        {"<p>Teilen</p>", false},
        {"<nav><p>Teilen</p></nav>", true},
        {"<footer>Teilen</footer>", true},
        {"<div role=\"contentinfo\"><p>Teilen</p></div>", true},
        {"<ul role=Navigation><li>Teilen</ul>", true},
        {"<div role=\"main\"><p>Teilen</p></div>", false},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        const mtl_source source = {.path = MTL_LIT("test.html"), .bytes = mtl_cstr(r->source)};
        const mtl_layer layer = {.bytes = source.bytes};
        mtl_reading reading = {.source = &source, .layer = &layer, .arena = &arena};
        mtl_doc doc;
        mtl_err err = {0};
        mtl_doc_init(&doc, &source, &layer, &arena);
        CHECK(r->source, mtl_reader_named(MTL_LIT("html"))->next(&reading, &doc, &err) == MTL_STEP_DOCUMENT);
        CHECK(r->source, doc.blocks.n == 1 && doc.blocks.items[0].furniture == r->furniture);
        mtl_arena_reset(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_known_by_their_first_tag),
        cmocka_unit_test(references_mean_what_the_standard_says),
        cmocka_unit_test(every_name_of_the_tables_is_found),
        cmocka_unit_test(corrections_leave_markup_alone),
        cmocka_unit_test(no_nesting_is_too_deep),
        cmocka_unit_test(menus_and_feet_are_furniture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
