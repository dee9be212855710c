/* Promises of format/feed that its cases do not show: what is a feed, how corrections are written at each depth of escaping and where they are
 * withheld, and that nothing takes long. */
#include "format/html_guess.h"
#include "format/reader.h"
#include "linted.h"

static void feeds_are_known_by_their_first_tag(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *path, *head, *reader;
    } rows[] = {
        {"RSS", "x", "<rss version='2.0'>", "feed"},
        {"behind what may stand before it", "x",
         "\xEF\xBB\xBF<?xml version='1.0'?>\n<?xsl x?><!-- <html> --><!DOCTYPE rss [<!ENTITY a '>'>]>\n<rss>", "feed"},
        {"RSS in RDF", "x", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns=\"http://purl.org/rss/1.0/\">",
         "feed"},
        {"RDF of another kind", "x", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>", "plain"},
        {"Atom", "x", "<feed xmlns='http://www.w3.org/2005/Atom'", "feed"},
        {"Atom with a prefix", "x", "<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "feed"},
        {"a feed of something else", "x", "<feed>", "plain"},
        {"a sitemap of news", "x", "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>", "feed"},
        {"a sitemap of addresses", "x", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>", "plain"},
        {"a text on feeds", "x", "Das Element <rss> steht vorn.", "plain"},
        {"another tag", "x", "<rssx>", "plain"},
        {"nothing", "x", "", "plain"},
        {"by its suffix", "a.RSS", "", "feed"},
        {"a suffix that says what it is", "a.atom", "<html>", "feed"},
        {"a shared suffix and its first tag", "a.xml", "<rss>", "feed"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, mtl_cstr(mtl_reader_for(mtl_cstr(r->path), mtl_cstr(r->head))->name), mtl_cstr(r->reader));
}

static void texts_are_known_by_their_tags(void **state)
{
    (void)state;
    static const struct row {
        const char *text;
        mtl_html_guess is;
    } rows[] = {
        {"Es regnet.", MTL_HTML_NONE},
        {"<p>Es regnet.", MTL_HTML_TAGGED},
        {"Es <mark>regnet</mark>.", MTL_HTML_TAGGED},
        {"Es regnet.<br/>", MTL_HTML_TAGGED},
        {"a < b und c > d, <jeder> weiß es, 3<4", MTL_HTML_NONE},
        {"Brot &amp; Salz &#8211; ja", MTL_HTML_NONE},
        {"&lt;p&gt;Es regnet.&lt;/p&gt;", MTL_HTML_ESCAPED},
        {" &#60;p>Es regnet.", MTL_HTML_ESCAPED},
        {"Das Element &lt;p&gt; ist ein Absatz.", MTL_HTML_NONE},
        {"Es&lt;br&gt;regnet.", MTL_HTML_ESCAPED},
    };
    mtl_arena arena = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->text, mtl_html_guess_of(mtl_cstr(r->text), &arena), r->is);
    mtl_arena_reset(&arena);
}

/* ---- corrections ---- */

static bool keep_last(void *user, mtl_report *report)
{
    mtl_report **kept = user;
    mtl_report_free(*kept);
    *kept = report;
    return true;
}

static const struct fix_row {
    const char *promise, *item, *fixed; /* NULL: the correction is withheld */
} fixes[] = {
    {"in an element", "<title>Zu Tools &amp; amp; Holz</title>", "<title>Zu Tools &amp; Holz</title>"},
    {"in a section", "<title><![CDATA[Zu Tools & amp; Holz]]></title>", "<title><![CDATA[Zu Tools & Holz]]></title>"},
    {"in a section between white space", "<title>\n <![CDATA[Zu Tools & amp; Holz]]>\n</title>",
     "<title>\n <![CDATA[Zu Tools & Holz]]>\n</title>"},
    {"in HTML", "<description>&lt;p>Zu Tools &amp;amp; amp; Holz.</description>",
     "<description>&lt;p>Zu Tools &amp;amp; Holz.</description>"},
    {"in HTML in a section", "<description><![CDATA[<p>Zu Tools &amp; amp; Holz.]]></description>",
     "<description><![CDATA[<p>Zu Tools &amp; Holz.]]></description>"},
    {"in HTML that was escaped twice", "<description>&amp;lt;p>Zu Tools &amp;amp;amp; amp; Holz.</description>",
     "<description>&amp;lt;p>Zu Tools &amp;amp;amp; Holz.</description>"},
    {"in raw tags", "<description><p>Zu Tools &amp; amp; Holz.</p></description>",
     "<description><p>Zu Tools &amp; Holz.</p></description>"},
    {"where a part is a section", "<title><![CDATA[Zu Tools & amp; ]]>Holz</title>", NULL},
    {"where a part is a section, and the same in both", "<title><![CDATA[Der US -Senator ]]>kam</title>",
     "<title><![CDATA[Der US-Senator ]]>kam</title>"},
    {"over the edge of a section", "<title><![CDATA[Er kam am]]> am Montag</title>", NULL},
    {"over a comment", "<title>Er kam am<!-- x --> am Montag</title>", NULL},
    {"a reference of HTML over a comment", "<description>&lt;p>Er kam am &amp;#97<!-- x -->;m Montag.</description>", NULL},
    {"a reference of HTML over the edge of a section", "<description>&lt;p>Er kam am &amp;#9<![CDATA[7;m Montag.]]></description>",
     NULL},
};

/* The item as it is once all corrections are written, in a feed that is German. */
static mtl_str corrected(mtl_session *session, const char *item, mtl_arena *arena)
{
    const mtl_str page = mtl_str_format(arena, "<rss><channel><language>de</language><item>%s</item></channel></rss>", item);
    mtl_report *report = NULL;
    assert_true(mtl_lint_text(session, MTL_LIT("x"), page, keep_last, &report));
    CHECK_NUMBER(item, mtl_report_read(report)->nfindings, 1);
    size_t n;
    char *fixed = mtl_report_fix(report, true, &n);
    const mtl_str whole = mtl_str_copy((mtl_str){fixed, n}, arena), tag = MTL_LIT("<item>");
    mtl_free(fixed);
    mtl_report_free(report);
    CHECK("the report is on the item", mtl_str_starts(whole, tag));
    return (mtl_str){whole.p + tag.n, whole.n - 2 * tag.n - 1};
}

static void corrections_are_escaped_as_their_text_is(void **state)
{
    (void)state;
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    mtl_session *session = open_session(rules, &(mtl_config){.input_format = "feed"});
    for (const struct fix_row *r = fixes; r < MTL_END(fixes); r++) {
        mtl_arena arena = {0};
        CHECK_STR(r->promise, corrected(session, r->item, &arena), mtl_cstr(r->fixed ? r->fixed : r->item));
        mtl_arena_reset(&arena);
    }
    mtl_session_free(session);
    mtl_ruleset_free(rules);
}

/* ---- hostile input ---- */

/* Counts the documents of HEAD, N times PART, TAIL; what is quadratic would not come to an end. */
static uint32_t count_documents(const char *head, const char *part, size_t n, const char *tail)
{
    mtl_arena arena = {0};
    mtl_out out = {0};
    mtl_out_str(&out, mtl_cstr(head));
    for (size_t i = 0; i < n; i++)
        mtl_out_str(&out, mtl_cstr(part));
    mtl_out_str(&out, mtl_cstr(tail));
    mtl_source source;
    assert_true(mtl_source_take(&source, MTL_LIT("x"), mtl_out_bytes(&out), (mtl_str){0}, UINT32_MAX, &arena, NULL));
    const mtl_layer file = {.bytes = source.bytes};
    mtl_reading reading = {.source = &source, .layer = &file, .arena = &arena};
    uint32_t found = 0;
    for (;;) {
        mtl_arena scratch = {0};
        mtl_doc doc;
        mtl_err err = {0};
        mtl_doc_init(&doc, &source, &file, &scratch);
        const bool more = mtl_reader_named(MTL_LIT("feed"))->next(&reading, &doc, &err) == MTL_STEP_DOCUMENT;
        if (more) {
            mtl_doc_seal(&doc);
            if (!mtl_doc_check(&doc, &err))
                fail_msg("%s: %s", head, err.what);
        }
        mtl_arena_reset(&scratch);
        if (!more)
            break;
        found++;
    }
    mtl_out_free(&out);
    mtl_arena_reset(&arena);
    return found;
}

static void nothing_takes_long(void **state)
{
    (void)state;
    enum { MANY = 100000 };
    static const struct row {
        const char *promise, *head, *part, *tail;
        uint32_t documents;
    } rows[] = {
        {"items", "<rss><channel>", "<item><title>x</title></item>", "</channel></rss>", MANY},
        {"items without a text", "<rss><channel>", "<item/>", "</channel></rss>", 0},
        {"titles", "<rss><item>", "<title>x</title>", "</item></rss>", 1},
        {"contents", "<rss><item><description>a b c d e f</description>", "<content>a b c d e f g h</content>", "</item></rss>", 1},
        {"references", "<rss><item><title>", "&lt;b&amp;", "</title></item></rss>", 1},
        {"sections", "<rss><item><title>", "<![CDATA[a &lt; ]]>b", "</title></item></rss>", 1},
        {"comments", "<rss><item><title>", "a<!-- b -->", "</title></item></rss>", 1},
        {"open tags of HTML", "<rss><item><title>", "&lt;p a=&quot;", "</title></item></rss>", 1},
        {"prefixes", "<rss><item><title>", "<a:b xmlns:a='c'>d</a:b>", "</title></item></rss>", 1},
        {"white space", "<rss><item><title>a", "\n \n<!-- -->", "b</title></item></rss>", 1},
        {"entities declared again", "<!DOCTYPE rss [<!ENTITY a 'b'>", "<!ENTITY x '&a;'>",
         "]><rss><item><title a='&x;'>a</title></item></rss>", 1},
        {"words", "<rss><item><description>", "Wort ", "</description><content>Wort</content></item></rss>", 1},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->promise, count_documents(r->head, r->part, MANY, r->tail), r->documents);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(feeds_are_known_by_their_first_tag), cmocka_unit_test(texts_are_known_by_their_tags),
        cmocka_unit_test(corrections_are_escaped_as_their_text_is), cmocka_unit_test(nothing_takes_long)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
