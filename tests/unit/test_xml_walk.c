/* Promises of format/xml_walk and of the readers on it that their cases do not show: which reader a file finds, that the tables are
 * searched rightly, what corrections write and where they are withheld, what a reader tells of itself, what is wrong, and that no
 * input is too odd. */
#include "base/limits.h"
#include "format/xml_walk.h"
#include "linted.h"

static void files_find_their_reader(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *path, *head, *reader;
    } rows[] = {
        {"DocBook 5 by its namespace", "a.xml", "<?xml version='1.0'?><article xmlns=\"http://docbook.org/ns/docbook\">",
         "docbook"},
        {"in whatever prefix", "a.xml", "<db:book xmlns:db='http://docbook.org/ns/docbook'>", "docbook"},
        {"DocBook 4 by its DOCTYPE", "a.xml", "<!DOCTYPE chapter PUBLIC \"-//OASIS//DTD DocBook XML V4.2//EN\" \"x\" [", "docbook"},
        {"a part of a book", "a.xml", "<chapter id='a'><title>Der Anfang</title><para>Es regnet", "docbook"},
        {"by its suffix", "a.dbk", "<x>", "docbook"},
        {"DITA by its DOCTYPE", "a.xml", "<!-- x --><!DOCTYPE concept PUBLIC \"-//OASIS//DTD DITA Concept//EN\" \"x\">", "dita"},
        {"by what DITA's tools write", "a.xml", "<mein class='- topic/topic mein/mein '>", "dita"},
        {"by what stands in it", "a.xml", "<task id='a'><title>Es regnet</title><taskbody>", "dita"},
        {"a map", "a.xml", "<map><title>Alles</title><topicref href='a'/>", "dita"},
        {"by its suffix too", "a.DITAMAP", "", "dita"},
        {"a page", "a.xml", "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "html"},
        {"others are of no known kind", "a.xml", "<article><front><journal-meta>", "xml"},
        {"and so are those that are none", "a.xml", "Es regnet.", "xml"},
        {"without a suffix by its declaration", "a", "<?xml version=\"1.0\"?>\n<x>", "xml"},
        {"without one it is a text", "a", "<task> ist ein Wort, und <para> auch.", "plain"},
        {"a text that speaks of it", "a", "DocBook und DITA sind <?xml version.", "plain"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, mtl_cstr(mtl_reader_for(mtl_cstr(r->path), mtl_cstr(r->head))->name), mtl_cstr(r->reader));
}

/* The tables are searched by halves: what stands in the wrong place is not found. */
static void every_name_of_the_tables_is_found(void **state)
{
    (void)state;
    static const mtl_xml_element docbook[] = {
#define ELEMENT(name, kind, flags) {#name, 0, 0},
#include "format/docbook_elements.def"
    };
    static const mtl_xml_element dita[] = {
#include "format/dita_elements.def"
#undef ELEMENT
    };
    static const mtl_xml_vocabulary vocabularies[] = {{.elements = docbook, .nelements = MTL_COUNT(docbook)},
                                                      {.elements = dita, .nelements = MTL_COUNT(dita)}};
    for (const mtl_xml_vocabulary *v = vocabularies; v < MTL_END(vocabularies); v++) {
        for (size_t i = 0; i < v->nelements; i++)
            CHECK_STR(v->elements[i].name, mtl_cstr(mtl_xml_element_called(v, mtl_cstr(v->elements[i].name))->name),
                      mtl_cstr(v->elements[i].name));
        CHECK_STR("others are unknown", mtl_cstr(mtl_xml_element_called(v, MTL_LIT("Title"))->name), MTL_LIT(""));
    }
}

/* What is found, and the file with all corrections. */
static void corrections_leave_markup_alone(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *format, *page, *found, *fixed;
    } rows[] = {
        {"in text", "docbook", "<para lang='de'>Der US -Senator kam.</para>", "all/split-hyphen",
         "<para lang='de'>Der US-Senator kam.</para>"},
        {"over a tag: none", "docbook", "<para lang='de'>Der <emphasis>US</emphasis> -Senator kam.</para>", "all/split-hyphen",
         NULL},
        {"over a footnote: none", "docbook", "<para lang='de'>Er kam am<footnote><para>spät</para></footnote> am Montag.</para>",
         "all/repeated-word", NULL},
        {"over a reference", "docbook", "<para lang='de'>Er kam a&#109; a&#x6d; Montag.</para>", "all/repeated-word",
         "<para lang='de'>Er kam am Montag.</para>"},
        {"what is written is escaped", "dita", "<p xml:lang='de'>Der AT&amp;T -Chef kam.</p>", "all/split-hyphen",
         "<p xml:lang='de'>Der AT&amp;T-Chef kam.</p>"},
        {"in a section of CDATA", "dita", "<p xml:lang='de'><![CDATA[Der US -Senator & er]]></p>", "all/split-hyphen",
         "<p xml:lang='de'><![CDATA[Der US-Senator & er]]></p>"},
        {"in a section signs are no references", "dita", "<p xml:lang='de'><![CDATA[Der AT&T -Chef kam.]]></p>", "all/split-hyphen",
         "<p xml:lang='de'><![CDATA[Der AT&T-Chef kam.]]></p>"},
        {"none that would be", "dita", "<p xml:lang='de'><![CDATA[Die Tools & amp; Holz GmbH.]]></p>", "all/entity-garble", NULL},
        {"elsewhere they are", "dita", "<p xml:lang='de'>Die Tools &amp; amp; Holz GmbH.</p>", "all/entity-garble",
         "<p xml:lang='de'>Die Tools &amp; Holz GmbH.</p>"},
        {"in an attribute", "dita", "<map xml:lang='de'><topicref navtitle='Der US -Senator &quot;kam&quot;'/></map>",
         "all/split-hyphen", "<map xml:lang='de'><topicref navtitle='Der US-Senator &quot;kam&quot;'/></map>"},
        {"over the steps of a menu: none", "dita",
         "<p xml:lang='de'><menucascade><uicontrol>Datei</uicontrol><uicontrol>Datei</uicontrol></menucascade> wählen.</p>", "",
         NULL},
        {"what is for others is no repetition", "docbook",
         "<para lang='de'>Er nahm <phrase os='a'>den Zug</phrase> <phrase os='b'>den Zug</phrase>.</para>", "", NULL},
        {"in a page inside", "xml", "<a xml:lang='de'><t>&lt;p&gt;Der US -Senator &amp;amp; er&lt;/p&gt;</t></a>",
         "all/split-hyphen", "<a xml:lang='de'><t>&lt;p&gt;Der US-Senator &amp;amp; er&lt;/p&gt;</t></a>"},
        {"in a page in a section", "xml", "<a xml:lang='de'><t><![CDATA[<p>Der AT&amp;T -Chef kam.</p>]]></t></a>",
         "all/split-hyphen", "<a xml:lang='de'><t><![CDATA[<p>Der AT&amp;T-Chef kam.</p>]]></t></a>"},
    };
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_session *session = open_session(rules, &(mtl_config){.input_format = r->format});
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
        const bool told = info->nnotices && mtl_str_starts(info->notices[0], MTL_LIT("XML of no known kind"));
        CHECK(r->promise, told == (strcmp(r->format, "xml") == 0));
        mtl_free(fixed);
        mtl_arena_reset(&arena);
        mtl_report_free(report);
        mtl_session_free(session);
    }
    mtl_ruleset_free(rules);
}

/* ---- inputs that are wrong, or large ---- */

/* Reads all of BYTES as FORMAT, proves each document, and returns the text of the last one; *LAST is the step behind it. */
static mtl_str text_of(const char *format, mtl_str bytes, mtl_step *last, mtl_err *err, mtl_arena *arena)
{
    mtl_source source;
    CHECK(format, mtl_source_take(&source, MTL_LIT("test.xml"), bytes, (mtl_str){0}, UINT32_MAX, arena, err));
    const mtl_layer layer = {.bytes = source.bytes};
    mtl_reading reading = {.source = &source, .layer = &layer, .arena = arena};
    mtl_str text = {"", 0};
    for (;;) {
        mtl_doc doc;
        mtl_doc_init(&doc, &source, &layer, arena);
        *last = mtl_reader_named(mtl_cstr(format))->next(&reading, &doc, err);
        if (*last != MTL_STEP_DOCUMENT)
            return text;
        mtl_doc_seal(&doc);
        CHECK(format, mtl_doc_check(&doc, err));
        text = doc.text;
    }
}

static void what_stands_before_an_error_is_read(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *format, *bytes, *text;
    } rows[] = {
        {"all is well", "docbook", "<para>Es regnet.</para>", "Es regnet.\n"},
        {"a tag too few", "docbook", "<section><para>Es regnet.</para><para>Wir", "Es regnet.\nWir\n"},
        {"in a footnote", "docbook", "<para>Es<footnote><para>Oder nicht", "Es\nOder nicht\n"},
        {"in what is skipped", "dita", "<p>Es <codeph>x", "Es\n"},
        {"in a page inside", "xml", "<a><b>&lt;p>Es regnet.&lt;/p>", "Es regnet.\n"},
        {"nothing", "xml", "", ""},
        {"no XML", "xml", "Es regnet.", ""},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_step last;
        mtl_err err = {0};
        CHECK_STR(r->promise, text_of(r->format, mtl_cstr(r->bytes), &last, &err, &arena), mtl_cstr(r->text));
        CHECK(r->promise, last == (r == rows ? MTL_STEP_END : MTL_STEP_ERROR));
        mtl_arena_reset(&arena);
    }
}

/* OPEN as often as TIMES, and the same of CLOSE behind TEXT. */
static mtl_str nested(const char *open, const char *text, const char *close, size_t times, mtl_arena *arena)
{
    const size_t o = strlen(open), t = strlen(text), c = strlen(close);
    char *bytes = mtl_arena_array(arena, char, (o + c) * times + t);
    for (size_t i = 0; i < times; i++) {
        memcpy(bytes + i * o, open, o);
        memcpy(bytes + times * o + t + i * c, close, c);
    }
    memcpy(bytes + times * o, text, t);
    return (mtl_str){bytes, (o + c) * times + t};
}

static void no_nesting_is_too_deep(void **state)
{
    (void)state;
    static const struct row {
        const char *format, *open, *close;
    } rows[] = {{"docbook", "<section>", "</section>"},      {"docbook", "<footnote>", "</footnote>"},
                {"docbook", "<emphasis>", "</emphasis>"},    {"dita", "<fn>", "</fn>"},
                {"dita", "<menucascade>", "</menucascade>"}, {"xml", "<a>", "</a>"}};
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        for (size_t more = 0; more < 2; more++) {
            mtl_arena arena = {0};
            mtl_step last;
            mtl_err err = {0};
            const mtl_str bytes = nested(r->open, "Es regnet.", r->close, MTL_MAX_NESTING + more * 50000, &arena);
            const mtl_str text = text_of(r->format, bytes, &last, &err, &arena);
            CHECK(r->open, last == (more ? MTL_STEP_ERROR : MTL_STEP_END));
            CHECK(r->open, more || text.n);
            mtl_arena_reset(&arena);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_find_their_reader),        cmocka_unit_test(every_name_of_the_tables_is_found),
        cmocka_unit_test(corrections_leave_markup_alone), cmocka_unit_test(what_stands_before_an_error_is_read),
        cmocka_unit_test(no_nesting_is_too_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
