/* Promises of base/: memory, slices, tables, writers, UTF-8, errors. */
#include "base/err.h"
#include "base/ids.h"
#include "base/map.h"
#include "base/out.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "rows.h"

/* ---- arena ---- */

static void arena_gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        size_t size;
    } rows[] = {
        {"nothing is still a place", 0}, {"one byte", 1}, {"an odd size", 17}, {"more than a quarter of a chunk", 20000},
        {"more than a chunk", 200000},
    };
    mtl_arena arena = {0};
    size_t sum = 0;
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        for (int round = 0; round < 3; round++) {
            unsigned char *p = mtl_arena_alloc(&arena, r->size);
            CHECK(r->promise, p != NULL);
            CHECK_NUMBER(r->promise, (uintptr_t)p % _Alignof(max_align_t), 0);
            for (size_t i = 0; i < r->size; i++)
                CHECK_NUMBER(r->promise, p[i], 0);
            memset(p, 0xAA, r->size);
            sum += r->size;
        }
        CHECK_NUMBER(r->promise, arena.used, sum);
    }
    mtl_arena_reset(&arena);
    CHECK_NUMBER("a reset arena is empty", arena.used, 0);
    CHECK("a reset arena can be used on", mtl_arena_one(&arena, uint64_t) != NULL);
    mtl_arena_reset(&arena);
}

static char order[8];
static size_t norder;

static void note_order(void *handle)
{
    order[norder++] = *(const char *)handle;
}

static void arena_frees_handles_newest_first(void **state)
{
    (void)state;
    static char handles[] = "abc";
    mtl_arena arena = {0};
    for (size_t i = 0; i < 3; i++)
        mtl_arena_defer(&arena, note_order, &handles[i]);
    norder = 0;
    mtl_arena_reset(&arena);
    CHECK_STR("the newest handle goes first", ((mtl_str){order, norder}), MTL_LIT("cba"));
    mtl_arena_reset(&arena);
    CHECK_NUMBER("a handle is freed once", norder, 3);
}

static void vec_keeps_what_was_pushed(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    MTL_VEC(uint32_t) numbers = {0};
    for (uint32_t i = 0; i < 1000; i++)
        mtl_vec_push(&numbers, &arena, i * 3);
    CHECK_NUMBER("every item is there", numbers.n, 1000);
    CHECK_NUMBER("the last is the last", mtl_vec_last(&numbers), 2997);
    for (uint32_t i = 0; i < numbers.n; i++)
        CHECK_NUMBER("items stay in order", numbers.items[i], i * 3);
    mtl_arena_reset(&arena);
}

/* ---- str ---- */

static void str_finds(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *s, *needle;
        size_t from, at;
    } rows[] = {
        {"at the start", "abcabc", "abc", 0, 0},
        {"from an offset on", "abcabc", "abc", 1, 3},
        {"after a false start", "aaab", "aab", 0, 1},
        {"at the very end", "xxab", "ab", 0, 2},
        {"not beyond the end", "xxa", "ab", 0, SIZE_MAX},
        {"not when longer than the rest", "abc", "abc", 1, SIZE_MAX},
        {"the empty needle is everywhere", "abc", "", 3, 3},
        {"but not outside", "abc", "", 4, SIZE_MAX},
        {"nothing in nothing", "", "a", 0, SIZE_MAX},
        {"an offset outside finds nothing", "abc", "c", 9, SIZE_MAX},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->promise, mtl_str_find(mtl_cstr(r->s), mtl_cstr(r->needle), r->from), r->at);
}

static void str_trims_ascii_space_only(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *s, *trimmed;
    } rows[] = {
        {"both ends", " \t ab c\r\n", "ab c"},
        {"nothing but space", " \n ", ""},
        {"nothing", "", ""},
        {"a no-break space is text", "\xC2\xA0x\xC2\xA0", "\xC2\xA0x\xC2\xA0"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, mtl_str_trim(mtl_cstr(r->s)), mtl_cstr(r->trimmed));
}

static void str_compares_bytes(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *a, *b;
        int sign;
    } rows[] = {
        {"the same", "abc", "abc", 0},
        {"a head goes before what it heads", "ab", "abc", -1},
        {"and the other way round", "abc", "ab", 1},
        {"bytes, not letters", "z", "\xC3\xA4", -1},
        {"nothing goes first", "", "a", -1},
        {"nothing is nothing", "", "", 0},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const int order_of = mtl_str_compare(mtl_cstr(r->a), mtl_cstr(r->b));
        CHECK(r->promise, (order_of > 0) - (order_of < 0) == r->sign);
        CHECK(r->promise, mtl_str_same(mtl_cstr(r->a), mtl_cstr(r->b)) == (r->sign == 0));
    }
    CHECK("a slice without bytes equals an empty one", mtl_str_same((mtl_str){0}, MTL_LIT("")));
    CHECK("starts",
          mtl_str_starts(MTL_LIT("quinta-feira"), MTL_LIT("quinta")) && !mtl_str_starts(MTL_LIT("qu"), MTL_LIT("quinta")));
    CHECK("ends", mtl_str_ends(MTL_LIT("quinta-feira"), MTL_LIT("feira")) && !mtl_str_ends(MTL_LIT("ra"), MTL_LIT("feira")));
}

static void str_copies_and_formats(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    const mtl_str copy = mtl_str_copy((mtl_str){"abcdef", 3}, &arena);
    CHECK_STR("a copy is as long as the slice", copy, MTL_LIT("abc"));
    CHECK("a copy is NUL-ended beyond its length", copy.p[3] == 0);
    CHECK_NUMBER("a copy of nothing is nothing", mtl_str_copy((mtl_str){0}, &arena).n, 0);
    CHECK_STR("printf", mtl_str_format(&arena, "%s-%u", "ab", 7u), MTL_LIT("ab-7"));
    CHECK_NUMBER("of any length", mtl_str_format(&arena, "%5000d", 1).n, 5000);
    mtl_arena_reset(&arena);
}

static void hashes_never_change(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *s;
        uint64_t hash;
    } rows[] = {
        {"nothing", "", UINT64_C(0xcbf29ce2dbb6c401)},
        {"a letter", "a", UINT64_C(0xaf63dc49fd1f0ee8)},
        {"a word", "mtlint", UINT64_C(0xd5a65eb112e7a904)},
        {"bytes over 127 are not negative", "\xC3\xA4", UINT64_C(0x0ac21207e10885bf)},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->promise, mtl_hash(mtl_cstr(r->s)), r->hash);
    CHECK("order counts in a sequence", mtl_hash_more(mtl_hash_more(1, MTL_LIT("a")), MTL_LIT("b")) !=
                                            mtl_hash_more(mtl_hash_more(1, MTL_LIT("b")), MTL_LIT("a")));
}

static void spans_are_half_open(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_span a, b, joined;
        bool overlap;
    } rows[] = {
        {"neighbours do not overlap", {0, 3}, {3, 2}, {0, 5}, false},
        {"one shared byte is enough", {0, 4}, {3, 2}, {0, 5}, true},
        {"one inside the other", {2, 10}, {4, 1}, {2, 10}, true},
        {"far apart", {20, 2}, {1, 1}, {1, 21}, false},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        CHECK(r->promise, mtl_span_overlap(r->a, r->b) == r->overlap && mtl_span_overlap(r->b, r->a) == r->overlap);
        CHECK_SPAN(r->promise, mtl_span_join(r->a, r->b), r->joined);
    }
}

/* ---- map ---- */

static void map_remembers(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_map map = {0};
    CHECK_NUMBER("a map that is all zero holds nothing", mtl_map_get(&map, MTL_LIT("a")), MTL_MAP_NONE);
    mtl_map_init(&map, &arena);
    for (uint32_t i = 0; i < 5000; i++) {
        uint32_t *value = mtl_map_put(&map, mtl_str_format(&arena, "word %u", i));
        CHECK_NUMBER("a new key starts without a value", *value, MTL_MAP_NONE);
        *value = i;
    }
    CHECK_NUMBER("a key counts once", map.n, 5000);
    for (uint32_t i = 0; i < 5000; i++)
        CHECK_NUMBER("a key keeps its value however much the table grows", mtl_map_get(&map, mtl_str_format(&arena, "word %u", i)),
                     i);
    CHECK_NUMBER("a stranger is not found", mtl_map_get(&map, MTL_LIT("word")), MTL_MAP_NONE);
    CHECK_NUMBER("put finds what is there", *mtl_map_put(&map, MTL_LIT("word 7")), 7);
    CHECK_NUMBER("and adds nothing", map.n, 5000);
    *mtl_map_put(&map, (mtl_str){0}) = 9;
    CHECK_NUMBER("the empty word is a key too", mtl_map_get(&map, MTL_LIT("")), 9);
    mtl_arena_reset(&arena);
}

static void map_tells_equal_hashes_apart(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_map map;
    mtl_map_init(&map, &arena);
    *mtl_map_put_hashed(&map, MTL_LIT("one"), 42) = 1;
    *mtl_map_put_hashed(&map, MTL_LIT("two"), 42) = 2;
    CHECK_NUMBER("the bytes decide", mtl_map_get_hashed(&map, MTL_LIT("one"), 42), 1);
    CHECK_NUMBER("the bytes decide", mtl_map_get_hashed(&map, MTL_LIT("two"), 42), 2);
    CHECK_NUMBER("the bytes decide", mtl_map_get_hashed(&map, MTL_LIT("three"), 42), MTL_MAP_NONE);
    mtl_arena_reset(&arena);
}

static void ids_lead_from_numbers_to_numbers(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_ids ids = {0}, other;
    CHECK_NUMBER("one that is all zero holds nothing", mtl_ids_get(&ids, 1), MTL_ID_NONE);
    mtl_ids_init(&ids, &arena);
    CHECK_NUMBER("a new one starts without a value", *mtl_ids_put(&ids, 0), MTL_ID_NONE);
    for (uint64_t id = 0; id < 3000; id++)
        *mtl_ids_put(&ids, id << 32) = (uint32_t)id;
    for (uint64_t id = 0; id < 3000; id++)
        CHECK_NUMBER("numbers that differ only in high bits are different keys", mtl_ids_get(&ids, id << 32), id);
    CHECK_NUMBER("a strange number is not found", mtl_ids_get(&ids, 1), MTL_ID_NONE);
    CHECK("slots can be looked at again", mtl_ids_view(&other, ids.slots, ids.nslots));
    CHECK_NUMBER("and hold what they held", mtl_ids_get(&other, UINT64_C(2999) << 32), 2999);
    CHECK("not a power of two", !mtl_ids_view(&other, ids.slots, ids.nslots - 1));
    static const mtl_id_slot full[] = {{1, 7, 1}, {2, 8, 1}};
    CHECK("no slot is free", mtl_ids_view(&other, full, 2));
    CHECK_NUMBER("the search ends all the same", mtl_ids_get(&other, 3), MTL_ID_NONE);
    mtl_arena_reset(&arena);
}

/* ---- out ---- */

static void out_escapes(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        void (*put)(mtl_out *, mtl_str);
        mtl_str in, out;
    } rows[] = {
        {"bytes as they are", mtl_out_str, {"a\0b", 3}, {"a\0b", 3}},
        {"XML's five", mtl_out_xml, BYTES("<a b='c' d=\"e\">&"), BYTES("&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;")},
        {"XML takes white space", mtl_out_xml, BYTES("a\tb\nc\r"), BYTES("a\tb\nc\r")},
        {"but no other control", mtl_out_xml, BYTES("a\x1B[1m\x01"), BYTES("a\xEF\xBF\xBD[1m\xEF\xBF\xBD")},
        {"nor U+FFFE and U+FFFF", mtl_out_xml,
         BYTES("a\xEF\xBF\xBE\xEF\xBF\xBF"
               "b"),
         BYTES("a\xEF\xBF\xBD\xEF\xBF\xBD"
               "b")},
        {"their neighbour U+FFFD is fine", mtl_out_xml, BYTES("\xEF\xBF\xBD"), BYTES("\xEF\xBF\xBD")},
        {"a cut code point is not read past its end", mtl_out_xml, {"\xEF\xBF\xBE", 2}, {"\xEF\xBF", 2}},
        {"letters stay", mtl_out_xml, BYTES("ä€😀"), BYTES("ä€😀")},
        {"a terminal sees no escapes", mtl_out_plain, BYTES("a\x1B[31mb\x7F"), BYTES("a\xEF\xBF\xBD[31mb\xEF\xBF\xBD")},
        {"nor C1", mtl_out_plain,
         BYTES("a\xC2\x9B"
               "b"),
         BYTES("a\xEF\xBF\xBD"
               "b")},
        {"white space becomes one space each", mtl_out_plain, BYTES("a\tb\nc\rd"), BYTES("a b c d")},
        {"nothing may turn the line round", mtl_out_plain, BYTES("a\u202Eb\u2066c\u200Fd\u061Ce"),
         BYTES("a\xEF\xBF\xBD"
               "b\xEF\xBF\xBD"
               "c\xEF\xBF\xBD"
               "d\xEF\xBF\xBD"
               "e")},
        {"a joiner holds an emoji together", mtl_out_plain, BYTES("👩\u200D🚀"), BYTES("👩\u200D🚀")},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_out out = {0};
        r->put(&out, r->in);
        CHECK_STR(r->promise, mtl_out_bytes(&out), r->out);
        mtl_out_free(&out);
    }
}

static size_t written, writes_allowed;

static bool write_some(void *user, const char *bytes, size_t n)
{
    (void)user;
    (void)bytes;
    if (writes_allowed == 0)
        return false;
    writes_allowed--;
    written += n;
    return true;
}

static void out_writes_or_says_so(void **state)
{
    (void)state;
    mtl_out out = {.write = write_some};
    written = 0;
    writes_allowed = SIZE_MAX;
    for (uint32_t i = 0; i < 30000; i++)
        mtl_out_fmt(&out, "%04u\n", i % 10000);
    CHECK("the buffer is bounded", out.n < 70000 && written > 0);
    CHECK("flush hands over the rest", mtl_out_flush(&out) && written == 150000);
    mtl_out_free(&out);

    out = (mtl_out){.write = write_some};
    written = 0;
    writes_allowed = 1;
    mtl_out_str(&out, MTL_LIT("first"));
    CHECK("a write that works", mtl_out_flush(&out));
    mtl_out_str(&out, MTL_LIT("second"));
    CHECK("a write that fails is told", !mtl_out_flush(&out));
    writes_allowed = SIZE_MAX;
    mtl_out_str(&out, MTL_LIT("third"));
    CHECK("and stays told", !mtl_out_flush(&out));
    CHECK_NUMBER("nothing is written after it", written, 5);
    mtl_out_free(&out);

    out = (mtl_out){0};
    mtl_out_fmt(&out, "%3000d", 7);
    mtl_out_char(&out, '!');
    CHECK_NUMBER("a formatted text of any length", mtl_out_bytes(&out).n, 3001);
    mtl_out_free(&out);
}

/* ---- utf8 ---- */

static void utf8_is_checked(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_str s;
        size_t valid;
    } rows[] = {
        {"nothing", {"", 0}, 0},
        {"all lengths", BYTES("aä€😀"), 10},
        {"NUL is a code point", {"a\0b", 3}, 3},
        {"the last code point", BYTES("\xF4\x8F\xBF\xBF"), 4},
        {"nothing after it", BYTES("\xF4\x90\x80\x80"), 0},
        {"no high lead byte", BYTES("ab\xF5\x80\x80\x80"), 2},
        {"no surrogates", BYTES("a\xED\xA0\x80"), 1},
        {"what stands before them is fine", BYTES("\xED\x9F\xBF"), 3},
        {"no overlong slash", BYTES("\xC0\xAF"), 0},
        {"no overlong in three bytes", BYTES("\xE0\x9F\xBF"), 0},
        {"no overlong in four bytes", BYTES("\xF0\x8F\xBF\xBF"), 0},
        {"no lone tail", BYTES("abc\x80"), 3},
        {"no cut at the end", BYTES("abc\xE2\x82"), 3},
        {"no cut in the middle", BYTES("ab\xE2\x82z"), 2},
        {"a bad byte after a long run of ASCII", BYTES("0123456789abcdefXYZ\xFF"), 19},
        {"a bad byte in a run of eight",
         BYTES("01234567012\xE4"
               "456701234567"),
         11},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->promise, mtl_utf8_valid(r->s), r->valid);
}

static void utf8_goes_both_ways(void **state)
{
    (void)state;
    static const uint32_t codes[] = {0,      0x41,   0x7F,   0x80,   0xE4,    0x7FF,   0x800,   0x20AC,
                                     0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF};
    char bytes[4 * MTL_COUNT(codes)];
    mtl_str s = {bytes, 0};
    for (size_t i = 0; i < MTL_COUNT(codes); i++)
        s.n += mtl_utf8_put(bytes + s.n, codes[i]);
    CHECK_NUMBER("what is put is valid", mtl_utf8_valid(s), s.n);
    CHECK_NUMBER("code points", mtl_utf8_count(s), MTL_COUNT(codes));
    CHECK_NUMBER("UTF-16 units: two for those over U+FFFF", mtl_utf8_count16(s), MTL_COUNT(codes) + 3);
    size_t at = 0;
    for (size_t i = 0; i < MTL_COUNT(codes); i++)
        CHECK_NUMBER("forwards", mtl_utf8_next(s, &at), codes[i]);
    CHECK_NUMBER("to the end", at, s.n);
    for (size_t i = MTL_COUNT(codes); i-- > 0;)
        CHECK_NUMBER("backwards", mtl_utf8_prev(s, &at), codes[i]);
    CHECK_NUMBER("to the start", at, 0);
}

/* ---- err ---- */

static void errors_are_whole_and_valid(void **state)
{
    (void)state;
    char long_name[400];
    memset(long_name, 'x', sizeof long_name);
    for (size_t i = 0; i + 1 < sizeof long_name; i += 2)
        memcpy(long_name + i, "ä", 2);
    memcpy(long_name + sizeof long_name - 4, ".yml", 4);
    for (size_t cut = 0; cut < 8; cut++) {
        mtl_err err;
        const mtl_str name = {long_name + 2 * (cut / 2), sizeof long_name - 2 * (cut / 2)};
        CHECK("a failure is false", !mtl_fail(&err, MTL_ERULE, name, 3, 4, "%.*s%.*s", (int)cut, "12345678", 300,
                                              "€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€"
                                              "€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€"
                                              "€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€€"));
        const mtl_str what = mtl_cstr(err.what), where = mtl_cstr(err.where);
        CHECK_NUMBER("a message that is cut is cut between code points", mtl_utf8_valid(what), what.n);
        CHECK("and uses its room", what.n >= sizeof err.what - 4);
        CHECK_NUMBER("a long name is cut between code points", mtl_utf8_valid(where), where.n);
        CHECK("its end stays", mtl_str_ends(where, MTL_LIT(".yml")));
        CHECK("its middle goes", mtl_str_find(where, MTL_LIT("…"), 0) != SIZE_MAX);
        CHECK("the rest is as told", err.code == MTL_ERULE && err.line == 3 && err.column == 4);
    }
    mtl_err err;
    mtl_fail(&err, MTL_EIO, MTL_LIT("a.txt"), 0, 0, "no such file");
    CHECK_STR("a short name stays", mtl_cstr(err.where), MTL_LIT("a.txt"));
    CHECK("nobody has to listen", !mtl_fail(NULL, MTL_EIO, MTL_LIT("a"), 0, 0, "no"));
}

static void the_nearest_name_is_offered(void **state)
{
    (void)state;
    static const char *const names[] = {"find", "fix", "where", "severity", "confidence", "summary", "examples"};
    static const struct row {
        const char *promise, *word, *nearest;
    } rows[] = {
        {"a letter missing", "severty", "severity"},
        {"two letters swapped", "smumary", "summary"},
        {"a letter more", "finds", "find"},
        {"the thing itself", "where", "where"},
        {"the plural that is meant", "example", "examples"},
        {"nothing near", "quotation", NULL},
        {"half a word is not near", "conf", NULL},
        {"nothing is near to nothing", "", NULL},
        {"a word without end is near to nothing", "severityseverityseverityseverityseverityseverityseverityseverityseverity", NULL},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const char *got = mtl_nearest(mtl_cstr(r->word), names, MTL_COUNT(names));
        CHECK_STR(r->promise, mtl_cstr(got), mtl_cstr(r->nearest));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_aligned_memory),
        cmocka_unit_test(arena_frees_handles_newest_first),
        cmocka_unit_test(vec_keeps_what_was_pushed),
        cmocka_unit_test(str_finds),
        cmocka_unit_test(str_trims_ascii_space_only),
        cmocka_unit_test(str_compares_bytes),
        cmocka_unit_test(str_copies_and_formats),
        cmocka_unit_test(hashes_never_change),
        cmocka_unit_test(spans_are_half_open),
        cmocka_unit_test(map_remembers),
        cmocka_unit_test(map_tells_equal_hashes_apart),
        cmocka_unit_test(ids_lead_from_numbers_to_numbers),
        cmocka_unit_test(out_escapes),
        cmocka_unit_test(out_writes_or_says_so),
        cmocka_unit_test(utf8_is_checked),
        cmocka_unit_test(utf8_goes_both_ways),
        cmocka_unit_test(errors_are_whole_and_valid),
        cmocka_unit_test(the_nearest_name_is_offered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
