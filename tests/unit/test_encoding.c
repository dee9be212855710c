/* test_encoding.c: what inputs say of their encoding, and that every byte of what was decoded knows where it is stored. */
#include "rows.h"
#include "text/encoding.h"
#include "text/source.h"

static void inputs_tell_their_encoding(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_str head;
        const char *told;
    } rows[] = {
        {"plain text tells nothing", BYTES("abc"), ""},
        {"nor does nothing", BYTES(""), ""},
        {"a mark of UTF-8 tells UTF-8", BYTES("\xEF\xBB\xBF<?xml encoding='latin1'?>"), ""},
        {"a mark, little end first", BYTES("\xFF\xFE"), "UTF-16LE"},
        {"a mark, big end first", BYTES("\xFE\xFF"), "UTF-16BE"},
        {"a mark of four bytes", BYTES("\xFF\xFE\0\0"), "UTF-32LE"},
        {"zeros behind letters", BYTES("{\0\"\0a\0\"\0"), "UTF-16LE"},
        {"zeros before letters", BYTES("\0<\0?\0x\0m"), "UTF-16BE"},
        {"one zero is none", BYTES("abcde\0fg"), ""},
        {"the declaration of XML", BYTES("<?xml version=\"1.0\" encoding=\"ISO-8859-15\"?><a/>"), "ISO-8859-15"},
        {"with other marks and spaces", BYTES(" <?xml version='1.0' encoding = 'cp1250' ?>"), "cp1250"},
        {"of UTF-8", BYTES("<?xml version='1.0' encoding='utf-8'?>"), ""},
        {"of UTF-16, which these bytes are not", BYTES("<?xml version='1.0' encoding='UTF-16'?>"), ""},
        {"what is no declaration", BYTES("<a encoding='cp1250'>"), ""},
        {"a meta tag", BYTES("<!doctype html><html><head><META charset=windows-1251></head>"), "windows-1251"},
        {"of the older kind", BYTES("<html><meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-2\"/>"),
         "iso-8859-2"},
        {"a meta tag that is text", BYTES("Write <meta charset=latin1> into it."), ""},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, mtl_encoding_told(r->head), mtl_cstr(r->told));
}

static void every_byte_knows_where_it_is_stored(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *encoding;
        mtl_str bytes;
        const char *text;
        uint32_t byte; /* of the text */
        uint64_t stored;
        mtl_place place;
    } rows[] = {
        {"one byte each", "latin1", BYTES("a\xE4\nb\xDF"), "aä\nbß", 4, 3, {2, 1}},
        {"what Latin-1 lacks", "ISO-8859-1", BYTES("\x84gut\x93"), "„gut“", 6, 4, {1, 5}},
        {"two bytes each", "UTF-16LE", BYTES("a\0\xE4\0b\0"), "aäb", 3, 4, {1, 3}},
        {"a mark is no column",
         "",
         BYTES("\xFF\xFE"
               "a\0b\0"),
         "\xEF\xBB\xBF"
         "ab",
         4,
         4,
         {1, 2}},
        {"the other end first, a pair of surrogates", "UTF-16BE", BYTES("\0a\xD8\x3D\xDE\0\0b"), "a😀b", 5, 6, {1, 3}},
        {"two bytes or one",
         "Shift_JIS",
         BYTES("a\x82\xA0"
               "b"),
         "aあb",
         4,
         3,
         {1, 3}},
        {"UTF-8 as it is", "utf-8", BYTES("aä b"), "aä b", 4, 4, {1, 4}},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_source source;
        mtl_err err = {0};
        CHECK(r->promise, mtl_source_take(&source, MTL_LIT("t"), r->bytes, mtl_cstr(r->encoding), 1000, &arena, &err));
        CHECK_STR(r->promise, source.bytes, mtl_cstr(r->text));
        CHECK_NUMBER(r->promise, mtl_source_offset(&source, r->byte), r->stored);
        CHECK_NUMBER("the end", mtl_source_offset(&source, (uint32_t)source.bytes.n), r->bytes.n);
        const mtl_place place = mtl_source_place(&source, r->byte, MTL_CODE_POINTS);
        CHECK_NUMBER(r->promise, place.line, r->place.line);
        CHECK_NUMBER(r->promise, place.column, r->place.column);
        mtl_source window;
        mtl_source_window(&window, &source, (mtl_span){r->byte, (uint32_t)source.bytes.n - r->byte}, &arena);
        CHECK_NUMBER("a window knows it too", mtl_source_offset(&window, 0), r->stored);
        CHECK_NUMBER("its line", mtl_source_place(&window, 0, MTL_CODE_POINTS).line, r->place.line);
        CHECK_NUMBER("its column", mtl_source_place(&window, 0, MTL_CODE_POINTS).column, r->place.column);
        size_t n;
        char *stored =
            mtl_encode(source.bytes, mtl_cstr(source.encoding.n ? r->encoding[0] ? r->encoding : "UTF-16LE" : "utf-8"), &n);
        CHECK_STR("and back", ((mtl_str){stored, n}), r->bytes);
        mtl_free(stored);
        mtl_arena_reset(&arena);
    }
}

static void long_texts_are_decoded_in_steps(void **state)
{
    (void)state;
    enum { LONG = 30000 };
    mtl_arena arena = {0};
    char *bytes = mtl_arena_alloc(&arena, LONG);
    for (size_t i = 0; i < LONG; i += 4)
        memcpy(bytes + i, "\x3D\xD8\x00\xDE", 4);
    mtl_str text;
    const uint32_t *stored;
    size_t bad;
    CHECK("pairs across steps", mtl_decode((mtl_str){bytes, LONG}, MTL_LIT("UTF-16LE"), &arena, &text, &stored, &bad));
    CHECK_NUMBER("no character is lost", text.n, LONG);
    for (uint32_t i = 0; i < LONG; i += 4)
        CHECK_NUMBER("each has its place", stored[i], i);
    memcpy(bytes + 20000, "\x00\xDE", 2);
    CHECK("half a pair", !mtl_decode((mtl_str){bytes, LONG}, MTL_LIT("UTF-16LE"), &arena, &text, &stored, &bad));
    CHECK_NUMBER("is told by its place", bad, 20000);
    mtl_arena_reset(&arena);
}

static void bytes_look_like_an_encoding(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    static const mtl_str russian = BYTES("\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0. \xDD\xF2\xEE \xEF\xF0\xEE\xF1\xF2\xEE\xE9 "
                                         "\xF2\xE5\xEA\xF1\xF2 \xED\xE0 \xF0\xF3\xF1\xF1\xEA\xEE\xEC.");
    CHECK_STR("Russian", mtl_encoding_guess(russian, &arena), MTL_LIT("windows-1251"));
    CHECK_STR("what nobody can tell", mtl_encoding_guess((mtl_str)BYTES("\xE4"), &arena), MTL_LIT("windows-1252"));
    CHECK("names that there are", mtl_encoding_known(MTL_LIT("Shift_JIS")) && mtl_encoding_known(MTL_LIT("latin-1")));
    CHECK("names that there are not", !mtl_encoding_known(MTL_LIT("klingon")) && !mtl_encoding_known(MTL_LIT("")));
    mtl_arena_reset(&arena);
}

static void encodings_hold_what_their_names_say(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *encoding, *text;
        bool held;
    } rows[] = {
        {"nothing is held by all", "us-ascii", "", true},
        {"ASCII holds ASCII", "us-ascii", "fur", true},
        {"and no more", "us-ascii", "für", false},
        {"Latin-1 has letters", "ISO-8859-1", "für", true},
        {"and no quotation marks, which windows-1252 has", "iso-8859-1", "„für“", false},
        {"windows-1252", "windows-1252", "„für“", true},
        {"no Cyrillic", "windows-1252", "Дом", false},
        {"where there is", "KOI8-R", "Дом", true},
        {"UTF-16 holds all", "UTF-16LE", "Дом „😀“", true},
        {"GB 18030 likewise", "gb18030", "Дом „😀“", true},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->promise, mtl_encoding_holds(mtl_cstr(r->encoding), mtl_cstr(r->text)), r->held);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inputs_tell_their_encoding),          cmocka_unit_test(every_byte_knows_where_it_is_stored),
        cmocka_unit_test(encodings_hold_what_their_names_say), cmocka_unit_test(long_texts_are_decoded_in_steps),
        cmocka_unit_test(bytes_look_like_an_encoding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
