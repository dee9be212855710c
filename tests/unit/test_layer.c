/* Promises of text/layer: places compose through stacked layers down to the bytes of the file. The toy format is a file with one
 * string in the manner of JSON (\n, \", \\, \uXXXX), inside which stands text with &amp;, &lt; and tags. */
#include "base/utf8.h"
#include "rows.h"
#include "text/doc.h"

static uint32_t hex(char c)
{
    return (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
}

static bool is_hex(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

/* What the escape at AT means, into OUT, and its length in *LEN; 0 for none or a broken one. */
static size_t unescape(mtl_str s, uint32_t at, char out[4], uint32_t *len)
{
    if (s.p[at] != '\\' || at + 1 >= s.n)
        return 0;
    if (s.p[at + 1] != 'u') {
        *len = 2;
        out[0] = s.p[at + 1] == 'n' ? '\n' : s.p[at + 1];
        return (unsigned char)out[0] < 0x80 ? 1 : 0;
    }
    uint32_t code = 0;
    for (uint32_t i = at + 2; i < at + 6; i++) {
        if (i >= s.n || !is_hex(s.p[i]))
            return 0;
        code = code * 16 + hex(s.p[i]);
    }
    *len = 6;
    return code == 0 || (code >= 0xD800 && code < 0xE000) ? 0 : mtl_utf8_put(out, code);
}

/* The text of the first string of FILE, up to its closing quote, a broken escape or the end. */
static const mtl_layer *read_string(const mtl_layer *file, mtl_arena *arena)
{
    mtl_layering l = {.below = file, .arena = arena};
    const size_t quote = mtl_str_find(file->bytes, MTL_LIT("\""), 0);
    for (uint32_t i = quote == SIZE_MAX ? (uint32_t)file->bytes.n : (uint32_t)quote + 1;
         i < file->bytes.n && file->bytes.p[i] != '"';) {
        char meaning[4];
        uint32_t len = 1;
        const size_t n = unescape(file->bytes, i, meaning, &len);
        if (n)
            mtl_layering_put(&l, (mtl_span){i, len}, (mtl_str){meaning, n});
        else if (file->bytes.p[i] == '\\')
            break;
        else
            mtl_layering_copy(&l, (mtl_span){i, len});
        i += len;
    }
    return mtl_layering_done(&l, NULL);
}

static const struct reference {
    mtl_str name, meaning;
} references[] = {
    {BYTES("&amp;"), BYTES("&")},
    {BYTES("&lt;"), BYTES("<")},
    {BYTES("&euro;"), BYTES("\xE2\x82\xAC")},
};

static const struct reference *reference_at(mtl_str rest)
{
    for (const struct reference *r = references; r < MTL_END(references); r++)
        if (mtl_str_starts(rest, r->name))
            return r;
    return NULL;
}

/* One paragraph for each line of the layer; references mean something, a tag is a hole. */
static void read_text(mtl_doc *doc, const mtl_layer *layer)
{
    const mtl_str s = layer->bytes;
    doc->layer = layer;
    mtl_doc_open(doc, MTL_PARAGRAPH, MTL_TARGET, MTL_LIT("de"));
    for (uint32_t i = 0; i < s.n;) {
        const struct reference *r = reference_at((mtl_str){s.p + i, s.n - i});
        const size_t close = s.p[i] == '<' ? mtl_str_find(s, MTL_LIT(">"), i) : SIZE_MAX;
        uint32_t len = 1;
        if (r) {
            len = (uint32_t)r->name.n;
            mtl_doc_put(doc, (mtl_span){i, len}, r->meaning);
        } else if (close != SIZE_MAX) {
            len = (uint32_t)close + 1 - i;
            mtl_doc_hole(doc, (mtl_span){i, len});
        } else if (s.p[i] == '\n') {
            mtl_doc_close(doc);
            mtl_doc_open(doc, MTL_PARAGRAPH, MTL_TARGET, MTL_LIT("de"));
        } else {
            size_t end = i;
            mtl_utf8_next(s, &end);
            len = (uint32_t)end - i;
            mtl_doc_copy(doc, (mtl_span){i, len});
        }
        i += len;
    }
    mtl_doc_close(doc);
    mtl_doc_seal(doc);
}

typedef struct reading {
    mtl_arena arena;
    mtl_source source;
    mtl_layer file, string;
    mtl_doc doc;
} reading;

static bool read_bytes(reading *r, mtl_str bytes)
{
    *r = (reading){0};
    if (!mtl_source_take(&r->source, MTL_LIT("toy"), bytes, (mtl_str){0}, 4000, &r->arena, NULL))
        return false;
    r->file = (mtl_layer){.bytes = r->source.bytes};
    r->string = *read_string(&r->file, &r->arena);
    mtl_doc_init(&r->doc, &r->source, &r->file, &r->arena);
    read_text(&r->doc, &r->string);
    return true;
}

static void text_comes_through_both_layers(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_str file, text;
        uint32_t npieces;
    } rows[] = {
        {"nothing to decode: one piece", BYTES("{\"a\": 1}"), BYTES("a\n"), 1},
        {"an escape of the string", BYTES("[\"Z\\u00f6lle\"]"), BYTES("Z\xC3\xB6lle\n"), 3},
        {"a line break of the string ends a paragraph", BYTES("\"eins\\nzwei\""), BYTES("eins\nzwei\n"), 2},
        {"a reference in the text", BYTES("\"a &amp; b\""), BYTES("a & b\n"), 3},
        {"a reference written in escapes", BYTES("\"a \\u0026amp; b\""), BYTES("a & b\n"), 3},
        {"an escape of an escape stays", BYTES("\"a \\\\u00e4 b\""), BYTES("a \\u00e4 b\n"), 3},
        {"a tag across an escape", BYTES("\"x<b c=\\\"d\\\">y\""), BYTES("x\xEF\xBF\xBCy\n"), 3},
        {"letters of the file itself", BYTES("\"\xC3\xA4 \xE2\x82\xAC\""), BYTES("\xC3\xA4 \xE2\x82\xAC\n"), 1},
        {"an empty string has no text", BYTES("\"\""), BYTES(""), 0},
        {"nor has a file without a string", BYTES("12"), BYTES(""), 0},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        reading x;
        mtl_err err = {0};
        CHECK(r->promise, read_bytes(&x, r->file));
        if (!mtl_doc_check(&x.doc, &err))
            fail_msg("%s: %s", r->promise, err.what);
        CHECK_STR(r->promise, x.doc.text, r->text);
        CHECK_NUMBER(r->promise, x.doc.pieces.n, r->npieces);
        mtl_arena_reset(&x.arena);
    }
}

/*                     0         1         2         3         4         5    */
/*                     0123456789012345678901234567890123456789012345678901234 */
static const char toy[] = "{\"Z\\u00f6lle \\u0026amp; <b>K\\u00e4se</b>\\nzu 5 &euro;\"}";

static void places_compose_to_the_file(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        const char *text; /* found in the document's text */
        mtl_span src;
        bool plain;
    } rows[] = {
        {"a copy", "lle", {9, 3}, true},
        {"an escape is all of its six bytes", "\xC3\xB6", {3, 6}, true},
        {"a word with an escape inside", "Z\xC3\xB6lle", {2, 10}, true},
        {"half of an escape's meaning is the whole escape", "\xB6lle", {3, 9}, false},
        {"a reference whose mark is an escape", "&", {13, 10}, true},
        {"text on both sides of it", "lle & ", {9, 15}, true},
        {"a tag", "\xEF\xBF\xBC", {24, 3}, false},
        {"from text over a tag into text", "& \xEF\xBF\xBCK", {13, 15}, false},
        {"a word behind the tag", "K\xC3\xA4se", {27, 9}, true},
        {"a paragraph behind a line break of the string", "zu 5", {42, 4}, true},
        {"a reference at the end", "\xE2\x82\xAC", {47, 6}, true},
    };
    reading x;
    mtl_err err = {0};
    assert_true(read_bytes(&x, (mtl_str){toy, sizeof toy - 1}));
    CHECK("its promises hold", mtl_doc_check(&x.doc, &err));
    CHECK_STR("the text", x.doc.text, MTL_LIT("Z\xC3\xB6lle & \xEF\xBF\xBCK\xC3\xA4se\xEF\xBF\xBC\nzu 5 \xE2\x82\xAC\n"));
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_str part = mtl_cstr(r->text);
        const size_t at = mtl_str_find(x.doc.text, part, 0);
        CHECK(r->promise, at != SIZE_MAX);
        const mtl_span text = {(uint32_t)at, (uint32_t)part.n};
        CHECK_SPAN(r->promise, mtl_doc_to_source(&x.doc, text), r->src);
        if (mtl_doc_is_plain(&x.doc, text) != r->plain)
            fail_msg("%s: plain is %d", r->promise, !r->plain);
    }
    mtl_arena_reset(&x.arena);
}

static void what_is_plain_can_be_replaced(void **state)
{
    (void)state;
    /* For every stretch of text that is said to be plain: its bytes, decoded, are that stretch. Replacing them harms nothing else. */
    reading x;
    assert_true(read_bytes(&x, (mtl_str){toy, sizeof toy - 1}));
    uint32_t nplain = 0;
    for (uint32_t at = 0; at < x.doc.text.n; at++) {
        for (uint32_t end = at + 1; end <= x.doc.text.n; end++) {
            const mtl_span text = {at, end - at};
            if (!mtl_doc_is_plain(&x.doc, text))
                continue;
            const mtl_str bytes = mtl_str_cut(x.source.bytes, mtl_doc_to_source(&x.doc, text));
            reading part;
            assert_true(read_bytes(&part, mtl_str_format(&x.arena, "\"%.*s\"", MTL_FMT(bytes))));
            const mtl_str got = {part.doc.text.p, part.doc.text.n ? part.doc.text.n - 1 : 0};
            CHECK_STR("plain bytes mean the text they stand for", got, mtl_str_cut(x.doc.text, text));
            mtl_arena_reset(&part.arena);
            nplain++;
        }
    }
    CHECK("there was something to see", nplain > 60);
    mtl_arena_reset(&x.arena);
}

static void a_file_chopped_anywhere_keeps_its_promises(void **state)
{
    (void)state;
    static const mtl_str files[] = {
        BYTES("{\"Z\\u00f6lle \\u0026amp; <b>K\\u00e4se</b>\\nzu 5 &euro;\"}"),
        BYTES("\"\\\"\\\\&lt;<a href=\\\"x\\\">\xC3\xA4\\u20ac\\n\\n\xF0\x9F\x98\x80&amp;\""),
    };
    for (const mtl_str *file = files; file < MTL_END(files); file++) {
        uint32_t nread = 0;
        for (size_t n = 0; n <= file->n; n++) {
            reading x;
            mtl_err err = {0};
            /* A copy of its own size, so that one byte too far is seen. */
            mtl_arena own = {0};
            char *bytes = mtl_arena_alloc(&own, n);
            memcpy(bytes, file->p, n);
            if (read_bytes(&x, (mtl_str){bytes, n})) {
                if (!mtl_doc_check(&x.doc, &err))
                    fail_msg("chopped at %zu: %s", n, err.what);
                nread++;
            }
            mtl_arena_reset(&x.arena);
            mtl_arena_reset(&own);
        }
        CHECK("only cuts inside a code point are refused", nread + 5 > file->n);
    }
}

static void layers_say_where_they_come_from(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_span at, file;
    } rows[] = {
        {"a copied run", {0, 2}, {0, 2}},
        {"a part of it", {1, 1}, {1, 1}},
        {"a run that means something else", {2, 1}, {2, 4}},
        {"across the two", {1, 2}, {1, 5}},
        {"behind it", {3, 1}, {6, 1}},
        {"behind bytes that mean nothing", {4, 1}, {8, 1}},
        {"across bytes that mean nothing", {3, 2}, {6, 3}},
        {"all of it", {0, 5}, {0, 9}},
        {"an empty span of a copied run", {1, 0}, {1, 0}},
    };
    mtl_arena arena = {0};
    const mtl_layer file = {.bytes = MTL_LIT("ab\\x41c!d")};
    mtl_layering l = {.below = &file, .arena = &arena};
    mtl_layering_copy(&l, (mtl_span){0, 1});
    mtl_layering_copy(&l, (mtl_span){1, 1});
    mtl_layering_put(&l, (mtl_span){2, 4}, MTL_LIT("A"));
    mtl_layering_copy(&l, (mtl_span){6, 1});
    mtl_layering_put(&l, (mtl_span){7, 1}, MTL_LIT(""));
    mtl_layering_copy(&l, (mtl_span){8, 1});
    const mtl_layer layer = *mtl_layering_done(&l, NULL);
    CHECK_STR("the bytes", layer.bytes, MTL_LIT("abAcd"));
    CHECK_NUMBER("copies that touch are one run", layer.nruns, 4);
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_SPAN(r->promise, mtl_layer_to_file(&layer, r->at), r->file);
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_comes_through_both_layers),  cmocka_unit_test(places_compose_to_the_file),
        cmocka_unit_test(what_is_plain_can_be_replaced),   cmocka_unit_test(a_file_chopped_anywhere_keeps_its_promises),
        cmocka_unit_test(layers_say_where_they_come_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
