/* test_stream.c: bytes from a function that gives few at a time, whole and line by line. */
#include "base/out.h"
#include "rows.h"
#include "text/stream.h"

#include <errno.h>

typedef struct tap { /* gives BYTES, at most EACH at a time, and fails at byte FAILS */
    mtl_str bytes;
    size_t at, each, fails;
} tap;

static ptrdiff_t draw(void *user, char *room, size_t n)
{
    tap *t = user;
    if (t->fails && t->at >= t->fails) {
        errno = EIO;
        return -1;
    }
    size_t give = t->bytes.n - t->at < t->each ? t->bytes.n - t->at : t->each;
    give = give < n ? give : n;
    memcpy(room, t->bytes.p + t->at, give);
    t->at += give;
    return (ptrdiff_t)give;
}

static void lines_come_one_by_one(void **state)
{
    (void)state;
    static const struct row {
        const char *bytes, *lines; /* each with its number and its offset; "#" for one that is too long */
    } rows[] = {
        {"", ""},
        {"a", "1@0 a|"},
        {"a\n", "1@0 a|"},
        {"a\r\n\nb", "1@0 a\r|2@3 |3@4 b|"},
        {"abcdefghi\nb\n", "1@0 #|2@10 b|"},
        {"abcdefgh\nb\n", "1@0 abcdefgh|2@9 b|"},
        {"b\nabcdefghi", "1@0 b|2@2 #|"},
        {"\n\n", "1@0 |2@1 |"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        for (size_t each = 1; each < 16; each++) {
            tap t = {.bytes = mtl_cstr(r->bytes), .each = each};
            mtl_stream stream;
            mtl_stream_over(&stream, MTL_LIT("t"), draw, &t);
            mtl_out out = {0};
            mtl_str line = {0};
            mtl_start start;
            mtl_err err;
            for (mtl_line got; (got = mtl_stream_line(&stream, 8, &line, &start, &err)) != MTL_LINE_END;) {
                CHECK("nothing fails", got != MTL_LINE_FAILED);
                mtl_out_fmt(&out, "%u@%u %.*s|", start.lines + 1, (unsigned)start.offset, got == MTL_LINE ? (int)line.n : 1,
                            got == MTL_LINE ? line.p : "#");
            }
            CHECK_STR(r->bytes, mtl_out_bytes(&out), mtl_cstr(r->lines));
            mtl_out_free(&out);
            mtl_stream_close(&stream);
        }
}

static void a_stream_can_be_taken_whole(void **state)
{
    (void)state;
    for (size_t each = 1; each < 8; each++) {
        tap t = {.bytes = MTL_LIT("abcdefgh"), .each = each};
        mtl_arena arena = {0};
        mtl_stream stream;
        mtl_str head, rest;
        mtl_err err;
        mtl_stream_over(&stream, MTL_LIT("t"), draw, &t);
        CHECK("the head", mtl_stream_head(&stream, 3, &head, &err));
        CHECK_STR("is the first bytes", head, MTL_LIT("abc"));
        CHECK("more than there is", mtl_stream_head(&stream, 99, &head, &err));
        CHECK_STR("is all", head, MTL_LIT("abcdefgh"));
        CHECK("the rest", mtl_stream_rest(&stream, 100, &arena, &rest, &err));
        CHECK_STR("begins with the head", rest, MTL_LIT("abcdefgh"));
        mtl_stream_close(&stream);
        t.at = 0;
        mtl_stream_over(&stream, MTL_LIT("t"), draw, &t);
        CHECK("of too much", mtl_stream_rest(&stream, 5, &arena, &rest, &err));
        CHECK("so much comes that it is seen", rest.n > 5);
        mtl_stream_close(&stream);
        mtl_arena_reset(&arena);
    }
}

static void what_cannot_be_read_is_told(void **state)
{
    (void)state;
    tap t = {.bytes = MTL_LIT("ab\ncd"), .each = 2, .fails = 4};
    mtl_arena arena = {0};
    mtl_stream stream;
    mtl_str line;
    mtl_start start;
    mtl_err err = {0};
    mtl_stream_over(&stream, MTL_LIT("pipe"), draw, &t);
    CHECK("a line before", mtl_stream_line(&stream, 8, &line, &start, &err) == MTL_LINE);
    CHECK("the next", mtl_stream_line(&stream, 8, &line, &start, &err) == MTL_LINE_FAILED);
    CHECK_NUMBER("the kind of error", err.code, MTL_EIO);
    CHECK_STR("where", mtl_cstr(err.where), MTL_LIT("pipe"));
    mtl_stream_close(&stream);
    mtl_stream_over(&stream, MTL_LIT("pipe"), draw, &t);
    CHECK("as a whole, too", !mtl_stream_rest(&stream, 8, &arena, &line, &err));
    CHECK("its head, too", !mtl_stream_head(&stream, 8, &line, &err));
    mtl_stream_close(&stream);
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_come_one_by_one),
        cmocka_unit_test(a_stream_can_be_taken_whole),
        cmocka_unit_test(what_cannot_be_read_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
