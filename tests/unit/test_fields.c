/* test_fields.c: which fields of a record hold text, by name, by shape, and as the user says. */
#include "format/fields.h"
#include "rows.h"

static void names_tell_what_a_field_is(void **state)
{
    (void)state;
    static const struct row {
        const char *path;
        mtl_field is;
    } rows[] = {
        {"title", MTL_FIELD_TITLE},
        {"seoTitle", MTL_FIELD_TITLE},
        {"og:title", MTL_FIELD_TITLE},
        {"HEADLINE", MTL_FIELD_TITLE},
        {"body", MTL_FIELD_TEXT},
        {"article.body", MTL_FIELD_TEXT},
        {"bodyHtml", MTL_FIELD_TEXT},
        {"content_html", MTL_FIELD_TEXT},
        {"content.rendered", MTL_FIELD_TEXT},
        {"text_de", MTL_FIELD_TEXT},
        {"title_pt_br", MTL_FIELD_TITLE},
        {"meta-description", MTL_FIELD_SUMMARY},
        {"bodyURL", MTL_FIELD_LINK},
        {"content_type", MTL_FIELD_NONE},
        {"text_id", MTL_FIELD_ID},
        {"id", MTL_FIELD_ID},
        {"lang", MTL_FIELD_LANG},
        {"target_language", MTL_FIELD_LANG},
        {"source_language", MTL_FIELD_NONE},
        {"sourceText", MTL_FIELD_NONE},
        {"original_title", MTL_FIELD_NONE},
        {"author", MTL_FIELD_NONE},
        {"authors.name", MTL_FIELD_NONE},
        {"authorDisplayName", MTL_FIELD_NONE},
        {"authors.bio", MTL_FIELD_TEXT},
        {"label_names", MTL_FIELD_UNKNOWN},
        {"source.text", MTL_FIELD_NONE},
        {"hits._source.text", MTL_FIELD_TEXT},
        {"hits.highlight.text", MTL_FIELD_NONE},
        {"_highlightResult.title.value", MTL_FIELD_NONE},
        {"product.highlight", MTL_FIELD_UNKNOWN},
        {"body_md", MTL_FIELD_TEXT},
        {"html", MTL_FIELD_TEXT},
        {"body.processed", MTL_FIELD_TEXT},
        {"x9", MTL_FIELD_UNKNOWN},
        {"", MTL_FIELD_UNKNOWN},
        {"gruss", MTL_FIELD_UNKNOWN},
        {"context", MTL_FIELD_UNKNOWN},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->path, mtl_field_of(NULL, mtl_cstr(r->path)), r->is);
}

static void the_user_has_the_last_word(void **state)
{
    (void)state;
    static const char *const names[] = {"gruss", "article.body", "headline"};
    static const mtl_fields fields = {names, MTL_COUNT(names), "sprache"};
    static const struct row {
        const char *path;
        mtl_field is;
    } rows[] = {
        {"gruss", MTL_FIELD_TEXT},          {"a.b.gruss", MTL_FIELD_TEXT},
        {"abgruss", MTL_FIELD_NONE},        {"data.article.body", MTL_FIELD_TEXT},
        {"gruss.children", MTL_FIELD_TEXT}, {"gruss.text", MTL_FIELD_TEXT},
        {"comment.body", MTL_FIELD_NONE},   {"headline", MTL_FIELD_TITLE},
        {"title", MTL_FIELD_NONE},          {"id", MTL_FIELD_ID},
        {"meta.sprache", MTL_FIELD_LANG},   {"lang", MTL_FIELD_NONE},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->path, mtl_field_of(&fields, mtl_cstr(r->path)), r->is);
}

static void values_tell_what_they_are(void **state)
{
    (void)state;
    enum { SAYS = 1, PROSE = 2, HTML = 4 };
    static const struct row {
        const char *value;
        unsigned is;
    } rows[] = {
        {"Ein Satz, der etwas sagt.", SAYS | PROSE},
        {"„Ein Satz“ (kurz) – mehr nicht", SAYS | PROSE},
        {"Lampe", SAYS},
        {"Rote Lampe", SAYS},
        {"Angela Maria Santos", SAYS},
        {"12 - 14, 90 %", 0},
        {"2026-01-02T03:04:05Z", 0},
        {"2026-01-02 bis heute", 0},
        {"https://example.org/ein/pfad", 0},
        {"siehe https://example.org/ein/pfad dort unten", SAYS | PROSE},
        {"name@example.org", 0},
        {"img/ein.png", 0},
        {"NOT_READY", 0},
        {"#ff00aa", 0},
        {"#fabelhaft", SAYS},
        {"div.item > a.link { color: red }", SAYS},
        {"SELECT name FROM table WHERE id = 3;", SAYS},
        {"aGVsbG8gd29ybGQgdGhpcyBpcw==", SAYS},
        {"昨日は港で大きな祭りがありました", SAYS | PROSE},
        {"東京", SAYS},
        {"<p>Ein Satz.</p>", SAYS | HTML},
        {"<p>Haus</p>", SAYS | HTML},
        {"Ein Satz<br>und noch einer", SAYS | HTML},
        {"Ein <b>Satz</b> hier", SAYS | HTML},
        {"&lt;p&gt;Ein Satz.&lt;/p&gt;", SAYS | HTML},
        {"Das Element &lt;p&gt; ist ein Absatz", SAYS | PROSE},
        {"Drück <Enter>, dann <b>Ja</b>", SAYS},
        {"Ein <b> allein", SAYS},
        {"a < b und b > c sind wahr", SAYS},
        {"", 0},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        const mtl_str value = mtl_cstr(r->value);
        const unsigned is = (mtl_field_says(value) ? 1u : 0u) | (mtl_field_is_prose(value) ? 2u : 0u) |
                            (mtl_field_is_html(value, &arena) ? 4u : 0u);
        CHECK_NUMBER(r->value, is, r->is);
        mtl_arena_reset(&arena);
    }
}

static void names_of_languages_look_so(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        bool is;
    } rows[] = {{"de", true},    {"pt-BR", true}, {"zh_Hant", true},    {"fil_PH", true}, {"fil", false},
                {"id", false},   {"mt", false},   {"DE", false},        {"de-", false},   {"", false},
                {"body", false}, {"d", false},    {"de-DE-1996", false}};
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->name, mtl_field_is_language(mtl_cstr(r->name)), r->is);
}

static void short_names_may_be_of_languages(void **state)
{
    (void)state;
    static const struct row {
        const char *name;
        bool is;
    } rows[] = {{"fil", true}, {"ceb", true}, {"url", false}, {"alt", false}, {"de", false}, {"Fil", false}, {"text", false}};
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->name, mtl_field_may_be_language(mtl_cstr(r->name)), r->is);
}

static void names_tell_markdown(void **state)
{
    (void)state;
    static const struct row {
        const char *path;
        bool is;
    } rows[] = {{"body_md", true},  {"markdown", true}, {"article.bodyMarkdown", true},
                {"md.body", false}, {"cmd", false},     {"", false}};
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->path, mtl_field_is_markdown(mtl_cstr(r->path)), r->is);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_tell_what_a_field_is),      cmocka_unit_test(the_user_has_the_last_word),
        cmocka_unit_test(values_tell_what_they_are),       cmocka_unit_test(names_of_languages_look_so),
        cmocka_unit_test(short_names_may_be_of_languages), cmocka_unit_test(names_tell_markdown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
