/* Promises of format/xml: every event names its exact bytes, entities are never expanded, and what is not well formed is an error at its
 * place, behind all that was complete. */
#include "format/xml.h"

#include "base/limits.h"
#include "rows.h"

#include <stdlib.h>

static void tell_text(mtl_out *out, mtl_str bytes, const mtl_xml_text *text)
{
    static const char *const kinds[] = {[MTL_COPY] = "", [MTL_PUT] = "=", [MTL_HOLE] = "=?"};
    mtl_out_fmt(out, "%s%.*s%s%.*s", text->section ? "cdata:" : "", MTL_FMT(mtl_str_cut(bytes, text->at)), kinds[text->kind],
                text->kind == MTL_PUT ? (int)text->meaning.n : 0, text->meaning.p);
}

static void tell_name(mtl_out *out, const mtl_xml_name *name)
{
    if (name->space.n)
        mtl_out_fmt(out, "{%.*s}", MTL_FMT(name->space));
    mtl_out_str(out, name->local);
}

static void tell_event(mtl_out *out, mtl_xml *x, mtl_str bytes, const mtl_xml_event *e)
{
    static const char marks[] = {
        [MTL_XML_OPEN] = '<', [MTL_XML_CLOSE] = '>', [MTL_XML_TEXT] = 't', [MTL_XML_COMMENT] = '!', [MTL_XML_INSTRUCTION] = '?'};
    mtl_out_fmt(out, "%c%u ", marks[e->kind], e->depth);
    if (e->kind == MTL_XML_TEXT)
        tell_text(out, bytes, &e->text);
    else if (e->kind == MTL_XML_COMMENT)
        mtl_out_str(out, mtl_str_cut(bytes, e->at));
    else
        tell_name(out, &e->name);
    for (uint32_t i = 0; i < e->nattributes; i++) {
        mtl_out_char(out, ' ');
        tell_name(out, &e->attributes[i].name);
        mtl_out_str(out, MTL_LIT("=\""));
        mtl_span rest = e->attributes[i].value;
        for (mtl_xml_text text; mtl_xml_value_next(x, &rest, &text);)
            tell_text(out, bytes, &text);
        mtl_out_char(out, '"');
    }
    if (e->kind == MTL_XML_OPEN && e->lang.n)
        mtl_out_fmt(out, " in %.*s", MTL_FMT(e->lang));
    mtl_out_char(out, '\n');
}

/* All events of BYTES, one a line, the error last. */
static mtl_str told(mtl_str bytes, mtl_out *out, mtl_arena *arena)
{
    const mtl_layer layer = {.bytes = bytes};
    mtl_source source;
    mtl_err err = {0};
    assert_true(mtl_source_take(&source, MTL_LIT("x"), bytes, (mtl_str){0}, UINT32_MAX, arena, NULL));
    mtl_xml *x = mtl_xml_new(&layer, arena);
    const mtl_xml_event *e;
    while ((e = mtl_xml_next(x))->kind > MTL_XML_ERROR)
        tell_event(out, x, bytes, e);
    if (e->kind == MTL_XML_ERROR) {
        mtl_xml_fail(x, &source, &err);
        mtl_out_fmt(out, "%u:%u %s\n", err.line, err.column, err.what);
    }
    return mtl_out_bytes(out);
}

static const struct row {
    const char *promise;
    mtl_str xml, events;
} rows[] = {
    {"tags and text", BYTES("<a>x<b/>y</a>"), BYTES("<1 a\nt1 x\n<2 b\n>2 b\nt1 y\n>1 a\n")},
    {"a byte order mark and white space", BYTES("\xEF\xBB\xBF \n<?xml version='1.0' encoding='latin1'?><a>\xC3\xA4</a>\n"),
     BYTES("<1 a\nt1 \xC3\xA4\n>1 a\n")},
    {"lines are one text", BYTES("<a>x\ny\r\nz</a>"), BYTES("<1 a\nt1 x\ny\r\nz\n>1 a\n")},
    {"references", BYTES("<a>x&amp;y&#252;&#xFC;&lt;</a>"),
     BYTES("<1 a\nt1 x\nt1 &amp;=&\nt1 y\nt1 &#252;=\xC3\xBC\nt1 &#xFC;=\xC3\xBC\nt1 &lt;=<\n>1 a\n")},
    {"names of HTML", BYTES("<a>&ouml;&nix;</a>"), BYTES("<1 a\nt1 &ouml;=\xC3\xB6\nt1 &nix;=?\n>1 a\n")},
    {"sections", BYTES("<a>x<![CDATA[<b>&amp;]]>y<![CDATA[]]></a>"), BYTES("<1 a\nt1 x\nt1 cdata:<b>&amp;\nt1 y\n>1 a\n")},
    {"attributes", BYTES("<a b = 'x>\"y'\n\tc=\"1 &lt; 2 &uuml;&q;\" d=''/>"),
     BYTES("<1 a b=\"x>\"y\" c=\"1 &lt;=< 2 &uuml;=\xC3\xBC&q;=?\" d=\"\"\n>1 a\n")},
    {"comments and instructions", BYTES("<?p q?><a><!-- x --><?r?></a><!--y-->"),
     BYTES("?0 p\n<1 a\n!1 <!-- x -->\n?1 r\n>1 a\n!0 <!--y-->\n")},
    {"namespaces", BYTES("<a xmlns='u' xmlns:p='v'><p:b p:c='1' d='2'/><q:e/><f xmlns='' xmlns:p='w'><p:g/></f><p:h/></a>"),
     BYTES("<1 {u}a xmlns=\"u\" p=\"v\"\n<2 {v}b {v}c=\"1\" d=\"2\"\n>2 {v}b\n<2 e\n>2 e\n<2 f xmlns=\"\" p=\"w\"\n"
           "<3 {w}g\n>3 {w}g\n>2 f\n<2 {v}h\n>2 {v}h\n>1 {u}a\n")},
    {"languages", BYTES("<a><b xml:lang='de'><c/><d xml:lang=''/></b><e/></a>"),
     BYTES("<1 a\n<2 b {http://www.w3.org/XML/1998/namespace}lang=\"de\" in de\n<3 c in de\n>3 c\n"
           "<3 d {http://www.w3.org/XML/1998/namespace}lang=\"\"\n>3 d\n>2 b\n<2 e\n>2 e\n>1 a\n")},
    {"entities that are plain",
     BYTES("<!DOCTYPE a [<!ENTITY n 'Nord&#228;'><!ENTITY n 'zwei'><!ENTITY auml ''>]><a b='&n;'>&n;&auml;</a>"),
     BYTES("<1 a b=\"&n;=Nord\xC3\xA4\"\nt1 &n;=Nord\xC3\xA4\nt1 &auml;=\n>1 a\n")},
    {"entities that are not",
     BYTES("<!DOCTYPE a [<!ENTITY m '<b/>'><!ENTITY n 'x&m;'><!ENTITY s SYSTEM 'file:///etc/passwd'>]><a>&m;&n;&s;</a>"),
     BYTES("<1 a\nt1 &m;=?\nt1 &n;=?\nt1 &s;=?\n>1 a\n")},
    {"what is not well formed", BYTES("<a>x\n<b>\xC3\xBC</c></a>"), BYTES("<1 a\nt1 x\n\n<2 b\nt2 \xC3\xBC\n2:7 mismatched tag\n")},
    {"what ends too early", BYTES("<a>x"), BYTES("<1 a\nt1 x\n1:5 no element found\n")},
    {"nothing", BYTES(""), BYTES("1:1 no element found\n")},
    {"a tag that ends too early", BYTES("<a>\nx<b c='"), BYTES("<1 a\nt1 \nx\n2:2 unclosed token\n")},
};

static void events_name_their_bytes(void **state)
{
    (void)state;
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_out out = {0};
        CHECK_STR(r->promise, told(r->xml, &out, &arena), r->events);
        mtl_out_free(&out);
        mtl_arena_reset(&arena);
    }
}

/* N times PART between HEAD and TAIL: the last line of what is told. */
static mtl_str last_line(const char *head, const char *part, size_t n, const char *tail, mtl_out *out, mtl_arena *arena)
{
    mtl_out xml = {0};
    mtl_out_str(&xml, mtl_cstr(head));
    for (size_t i = 0; i < n; i++)
        mtl_out_fmt(&xml, "%.*s%zu%s", (int)strcspn(part, "#"), part, i, strchr(part, '#') + 1);
    mtl_out_str(&xml, mtl_cstr(tail));
    const mtl_str all = told(mtl_out_bytes(&xml), out, arena);
    mtl_out_free(&xml);
    size_t at = all.n - 1;
    while (at && all.p[at - 1] != '\n')
        at--;
    return (mtl_str){all.p + at, all.n - at};
}

static const struct hostile {
    const char *promise, *head, *part;
    size_t n;
    const char *tail, *last;
} hostiles[] = {
    {"many events", "<a>", "<b c='#'/>", 3000, "</a>", ">1 a\n"},
    {"as deep as may be", "", "<a#>", MTL_MAX_NESTING, "", "1:2963 no element found\n"},
    {"too deep", "", "<a#>", MTL_MAX_NESTING + 1, "", "1:2963 elements stand in each other more than 512 deep\n"},
    {"many declared", "<!DOCTYPE a [", "<!ENTITY e# 'x'>", 3000, "]><a/>", ">1 a\n"},
    {"entities of entities", "<!DOCTYPE a [", "<!ENTITY e# '&e;'>", 1001, "]><a/>",
     "1:19919 the DTD declares more than 1000 attributes and entities made of entities\n"},
    {"attributes", "<!DOCTYPE a [", "<!ATTLIST a b# CDATA 'x'>", 1001, "]><a/>",
     "1:26928 the DTD declares more than 1000 attributes and entities made of entities\n"},
};

static void hostile_input_is_capped(void **state)
{
    (void)state;
    for (const struct hostile *h = hostiles; h < MTL_END(hostiles); h++) {
        mtl_arena arena = {0};
        mtl_out out = {0};
        CHECK_STR(h->promise, last_line(h->head, h->part, h->n, h->tail, &out, &arena), mtl_cstr(h->last));
        mtl_out_free(&out);
        mtl_arena_reset(&arena);
    }
}

static const struct head_row {
    const char *promise;
    mtl_str bytes, doctype, root, tag;
} heads[] = {
    {"a tag", BYTES("<a b='c'>x"), BYTES(""), BYTES("a"), BYTES("<a b='c'>")},
    {"what stands before it", BYTES("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <x> -->\n<?p <y>?><p:a>"), BYTES(""), BYTES("p:a"),
     BYTES("<p:a>")},
    {"a document type", BYTES("<!DOCTYPE a PUBLIC '-//>//' \"b\" [<!-- it's ]> --><!ENTITY c ']>'>]><a"),
     BYTES("a PUBLIC '-//>//' \"b\""), BYTES("a"), BYTES("<a")},
    {"no XML", BYTES("Ein <b>Satz</b>"), BYTES(""), BYTES(""), BYTES("")},
    {"an open comment", BYTES("<!-- "), BYTES(""), BYTES(""), BYTES("")},
    {"an open document type", BYTES("<!DOCTYPE a ["), BYTES("a"), BYTES(""), BYTES("")},
    {"nothing", BYTES(""), BYTES(""), BYTES(""), BYTES("")},
};

static void heads_are_read(void **state)
{
    (void)state;
    for (const struct head_row *h = heads; h < MTL_END(heads); h++) {
        mtl_xml_head head;
        CHECK(h->promise, mtl_xml_head_read(h->bytes, &head) == (h->root.n > 0));
        CHECK_STR(h->promise, head.doctype, h->doctype);
        CHECK_STR(h->promise, head.root, h->root);
        CHECK_STR(h->promise, head.tag, h->tag);
    }
}

static const struct escape_row {
    const char *text, *section;
} escapes[] = {{"a & b", "a & b"}, {"x]]>y", "x]]]]><![CDATA[>y"}, {"]]>]]>", "]]]]><![CDATA[>]]]]><![CDATA[>"}};

static void sections_do_not_end_early(void **state)
{
    (void)state;
    for (const struct escape_row *e = escapes; e < MTL_END(escapes); e++) {
        mtl_out out = {0};
        CHECK(e->text, mtl_xml_escape_section(mtl_cstr(e->text), &out));
        CHECK_STR(e->text, mtl_out_bytes(&out), mtl_cstr(e->section));
        mtl_out_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(events_name_their_bytes), cmocka_unit_test(hostile_input_is_capped),
                                       cmocka_unit_test(heads_are_read), cmocka_unit_test(sections_do_not_end_early)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
