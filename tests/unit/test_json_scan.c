/* test_json_scan.c: what RFC 8259 takes and what it does not, and where; strings without their escapes. */
#include "format/json_scan.h"
#include "rows.h"

/* The tokens of BYTES, a sign each; "!" where it is broken. */
static size_t read_signs(mtl_json_scan *scan, char *out, size_t room)
{
    static const char signs[] = {[MTL_JSON_END] = '.', [MTL_JSON_OBJECT] = '{', [MTL_JSON_ARRAY] = '[', [MTL_JSON_CLOSE] = '<',
                                 [MTL_JSON_KEY] = 'k', [MTL_JSON_STRING] = 's', [MTL_JSON_OTHER] = 'o', [MTL_JSON_BROKEN] = '!'};
    for (size_t n = 0; n < room; n++) {
        const mtl_json_token token = mtl_json_next(scan);
        out[n] = signs[token];
        if (token == MTL_JSON_END || token == MTL_JSON_BROKEN)
            return n + 1;
    }
    return room;
}

static void json_is_read_strictly(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_str json;
        const char *tokens;
        uint32_t bad;
    } rows[] = {
        {"an object", BYTES(" {\"a\" : [1, -0.5e+3, true, null], \"b\":{}} \r\n"), "{k[oooo<k{<<.", 0},
        {"a string alone", BYTES("\"a\\\"b\""), "s.", 0},
        {"every escape", BYTES("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E4\""), "s.", 0},
        {"nothing", BYTES(" "), "!", 1},
        {"a comma before a close", BYTES("[1,]"), "[o!", 3},
        {"a comma before a brace", BYTES("{\"a\":1,}"), "{ko!", 7},
        {"two commas", BYTES("[1,,2]"), "[o!", 3},
        {"no comma", BYTES("[1 2]"), "[o!", 3},
        {"no colon", BYTES("{\"a\" 1}"), "{!", 5},
        {"a key without marks", BYTES("{a:1}"), "{!", 1},
        {"the wrong close", BYTES("[1}"), "[o!", 2},
        {"and the other way round", BYTES("{\"a\":1]"), "{ko!", 6},
        {"a close alone", BYTES("]"), "!", 0},
        {"an array that is not closed", BYTES("[1"), "[o!", 2},
        {"a value that is missing", BYTES("{\"a\":"), "{k!", 5},
        {"something behind the end", BYTES("1 2"), "o!", 2},
        {"a string that is not closed", BYTES("[\"ab"), "[!", 1},
        {"a line break in a string", BYTES("\"a\nb\""), "!", 2},
        {"an escape that there is not", BYTES("\"a\\x\""), "!", 2},
        {"half an escape", BYTES("\"\\u12\""), "!", 1},
        {"a zero before digits", BYTES("012"), "!", 0},
        {"a point without digits", BYTES("1."), "!", 0},
        {"a power without digits", BYTES("1e+"), "!", 0},
        {"a sign alone", BYTES("-"), "!", 0},
        {"a plus", BYTES("+1"), "!", 0},
        {"a word that goes on", BYTES("trueish"), "o!", 4},
        {"marks of another kind", BYTES("'a'"), "!", 0},
        {"a no-break space", BYTES("\xC2\xA0 1"), "!", 0},
        {"a remark", BYTES("1 // one"), "o!", 2},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        char signs[64];
        mtl_json_scan scan = {.bytes = r->json};
        CHECK_STR(r->promise, ((mtl_str){signs, read_signs(&scan, signs, sizeof signs)}), mtl_cstr(r->tokens));
        if (scan.why) {
            CHECK_NUMBER(r->promise, scan.at.at, r->bad);
            CHECK("it stays broken", mtl_json_next(&scan) == MTL_JSON_BROKEN);
        }
    }
}

static void what_is_broken_is_said(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_str json;
        const char *says;
    } rows[] = {
        {"a comment above", BYTES("// one\n{}"), "a comment"},
        {"one in the midst", BYTES("[1, /* two */ 2]"), "a comment"},
        {"one behind a value", BYTES("{\"a\": 1 // one\n}"), "a comment"},
        {"a slash alone", BYTES("/"), "no value"},
        {"two objects on one line", BYTES("{}{}"), "a second value"},
        {"two strings", BYTES("\"a\" \"b\""), "a second value"},
        {"a word behind", BYTES("{} end"), "something behind"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        char signs[64];
        mtl_json_scan scan = {.bytes = r->json};
        read_signs(&scan, signs, sizeof signs);
        CHECK(r->promise, scan.why && strstr(scan.why, r->says));
    }
}

static void nesting_has_an_end(void **state)
{
    (void)state;
    char brackets[MTL_MAX_NESTING + 1];
    memset(brackets, '[', sizeof brackets);
    char signs[2 * sizeof brackets];
    mtl_json_scan scan = {.bytes = {brackets, sizeof brackets}};
    CHECK_NUMBER("as deep as the cap", read_signs(&scan, signs, sizeof signs), MTL_MAX_NESTING + 1);
    CHECK_NUMBER("and one more is told by its place", scan.at.at, MTL_MAX_NESTING);
    CHECK("with the cap", scan.why && strstr(scan.why, "512"));
}

static void strings_say_what_they_mean(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_str json, text, written;
    } rows[] = {
        {"as it is", BYTES("äb"), BYTES("äb"), BYTES("äb")},
        {"escapes of one letter", BYTES("\\\"\\\\\\b\\f\\n\\r\\t"), BYTES("\"\\\b\f\n\r\t"), BYTES("\\\"\\\\\\b\\f\\n\\r\\t")},
        {"a slash needs none", BYTES("a\\/b"), BYTES("a/b"), BYTES("a/b")},
        {"a unit", BYTES("\\u00e4\\u00C4"), BYTES("äÄ"), BYTES("äÄ")},
        {"a pair", BYTES("\\uD83D\\ude00!"), BYTES("😀!"), BYTES("😀!")},
        {"the first of a pair alone", BYTES("\\uD83Dx"), BYTES("\xEF\xBF\xBDx"), BYTES("\xEF\xBF\xBDx")},
        {"the second alone", BYTES("\\uDE00"), BYTES("\xEF\xBF\xBD"), BYTES("\xEF\xBF\xBD")},
        {"two firsts", BYTES("\\uD83D\\uD83D\\uDE00"), BYTES("\xEF\xBF\xBD😀"), BYTES("\xEF\xBF\xBD😀")},
        {"NUL", BYTES("a\\u0000b"),
         BYTES("a\xEF\xBF\xBD"
               "b"),
         BYTES("a\xEF\xBF\xBD"
               "b")},
        {"a control", BYTES("\\u0001"), BYTES("\x01"), BYTES("\\u0001")},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        const mtl_layer file = {.bytes = r->json};
        const mtl_layer *text = mtl_json_text(&file, (mtl_span){0, (uint32_t)r->json.n}, &arena);
        CHECK_STR(r->promise, text->bytes, r->text);
        const mtl_span whole = mtl_layer_to_file(text, (mtl_span){0, (uint32_t)text->bytes.n});
        CHECK_NUMBER("all of it comes from all of it", whole.len, r->json.n);
        mtl_out out = {0};
        CHECK("it can be written", text->escape(text->bytes, &out));
        CHECK_STR("as JSON writes it", mtl_out_bytes(&out), r->written);
        mtl_out_free(&out);
        mtl_arena_reset(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_is_read_strictly),
        cmocka_unit_test(what_is_broken_is_said),
        cmocka_unit_test(nesting_has_an_end),
        cmocka_unit_test(strings_say_what_they_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
