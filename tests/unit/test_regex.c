/* Promises of text/regex: what a pattern may see, what it hands back, and that none can run for ever. */
#include "base/limits.h"
#include "rows.h"
#include "text/regex.h"

#include <time.h>

#define UNSET                                                                                                                      \
    {                                                                                                                              \
        UINT32_MAX, 0                                                                                                              \
    }

static mtl_regex *compile(const char *promise, const char *pattern, unsigned flags, mtl_arena *arena)
{
    mtl_err err = {0};
    mtl_regex *regex = mtl_regex_compile(mtl_cstr(pattern), flags, arena, MTL_LIT("rules/de/x.yml"), 7, &err);
    if (!regex)
        fail_msg("%s: %s", promise, err.what);
    return regex;
}

static void matches_stay_where_they_are_allowed(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *pattern;
        unsigned flags;
        const char *text;
        mtl_span within;
        uint32_t at;
        bool found;
        mtl_span match;
    } rows[] = {
        {"the first one", "an", 0, "Banane an", {0, 9}, 0, true, {1, 2}},
        {"from an offset on", "an", 0, "Banane an", {0, 9}, 2, true, {3, 2}},
        {"nothing before the offset", "B", 0, "Banane", {0, 6}, 1, false, UNSET},
        {"anchored: exactly there", "an", MTL_REGEX_ANCHORED, "Banane", {0, 6}, 3, true, {3, 2}},
        {"anchored: nowhere else", "an", MTL_REGEX_ANCHORED, "Banane", {0, 6}, 2, false, UNSET},
        {"not beyond the end", "anE?", 0, "an anE", {0, 5}, 1, true, {3, 2}},
        {"nothing that crosses the end", "abc", 0, "xabc", {0, 3}, 0, false, UNSET},
        {"an empty rest", "x", 0, "abc", {0, 3}, 3, false, UNSET},
        {"look-behind sees what stands before the offset", "(?<=a)b", 0, "ab", {0, 2}, 1, true, {1, 1}},
        {"but not what stands before the stretch", "(?<=a)b", 0, "ab", {1, 1}, 1, false, UNSET},
        {"nor does a negative one", "(?<!a)b", 0, "ab", {1, 1}, 1, true, {1, 1}},
        {"look-ahead does not see past the end", "a(?=b)", 0, "ab", {0, 1}, 0, false, UNSET},
        {"a word ends at the end of the stretch", "ab\\b", 0, "abc", {0, 2}, 0, true, {0, 2}},
        {"a stretch is a whole subject", "^b$", 0, "abc", {1, 1}, 1, true, {1, 1}},
        {"letters of any script are letters", "\\w+", 0, "- \xC3\xA4\xC3\xB6\xC3\xBC \xD0\xB6", {0, 11}, 0, true, {2, 6}},
        {"a word boundary knows them too",
         "\\bber",
         0,
         "\xC3\xBC"
         "ber ber",
         {0, 9},
         0,
         true,
         {6, 3}},
        {"case is compared beyond ASCII", "\xC3\x84RGER", MTL_REGEX_IGNORE_CASE, "\xC3\xA4rger", {0, 6}, 0, true, {0, 6}},
        {"and not without the flag", "\xC3\x84RGER", 0, "\xC3\xA4rger", {0, 6}, 0, false, UNSET},
        {"a dot is a code point", "x.y", 0, "x\xE2\x82\xACy", {0, 5}, 0, true, {0, 5}},
    };
    mtl_arena arena = {0};
    mtl_matcher *matcher = mtl_matcher_new(&arena);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_regex *regex = compile(r->promise, r->pattern, r->flags, &arena);
        mtl_span groups[MTL_REGEX_GROUPS];
        const bool found = mtl_regex_match(regex, matcher, mtl_cstr(r->text), r->within, r->at, groups);
        if (found != r->found)
            fail_msg("%s: found is %d", r->promise, found);
        if (found)
            CHECK_SPAN(r->promise, groups[0], r->match);
    }
    CHECK_NUMBER("none of these gave up", mtl_matcher_gave_up(matcher), false);
    mtl_arena_reset(&arena);
}

static void groups_come_back_as_places_of_the_text(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *pattern, *text;
        mtl_span within, groups[4];
    } rows[] = {
        {"two groups", "(\\w+) -(\\w+)", "die US -Zone", {0, 12}, {{4, 8}, {4, 2}, {8, 4}, UNSET}},
        {"counted from the start of the text, not of the stretch", "(b)(c)", "aabc", {2, 2}, {{2, 2}, {2, 1}, {3, 1}, UNSET}},
        {"a group that took no part is unset", "(a)|(b)", "b", {0, 1}, {{0, 1}, UNSET, {0, 1}, UNSET}},
        {"one after the last that took part too", "(a)(b)?", "a", {0, 1}, {{0, 1}, {0, 1}, UNSET, UNSET}},
        {"an empty group is a place", "a()b", "ab", {0, 2}, {{0, 2}, {1, 0}, UNSET, UNSET}},
        {"a group inside a look-ahead", "a(?=(b))", "ab", {0, 2}, {{0, 1}, {1, 1}, UNSET, UNSET}},
        {"\\K moves the start", "a\\Kb", "ab", {0, 2}, {{1, 1}, UNSET, UNSET, UNSET}},
        {"a pattern with more groups than there is room for",
         "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)(m)(n)(o)(p)(q)(r)",
         "abcdefghijklmnopqr",
         {0, 18},
         {{0, 18}, {0, 1}, {1, 1}, {2, 1}}},
    };
    mtl_arena arena = {0};
    mtl_matcher *matcher = mtl_matcher_new(&arena);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_span groups[MTL_REGEX_GROUPS];
        const mtl_regex *regex = compile(r->promise, r->pattern, 0, &arena);
        CHECK(r->promise, mtl_regex_match(regex, matcher, mtl_cstr(r->text), r->within, r->within.at, groups));
        for (size_t i = 0; i < MTL_COUNT(r->groups); i++)
            CHECK_SPAN(r->promise, groups[i], r->groups[i]);
    }
    mtl_arena_reset(&arena);
}

static void bad_patterns_are_told_by_place(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *pattern, *says;
    } rows[] = {
        {"a bracket left open", "ab(c", "character 5 of “ab(c”"},
        {"the place counts code points", "\xC3\xA4\xC3\xB6(?<x", "character 7"},
        {"a class left open", "[a-", "bad pattern"},
        {"single bytes are refused: they would cut code points", "a\\Cb", "bad pattern"},
        {"nothing to repeat", "*a", "character"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_err err = {0};
        CHECK(r->promise, !mtl_regex_compile(mtl_cstr(r->pattern), 0, &arena, MTL_LIT("rules/de/x.yml"), 7, &err));
        CHECK(r->promise, err.code == MTL_ERULE && err.line == 7);
        CHECK_STR(r->promise, mtl_cstr(err.where), MTL_LIT("rules/de/x.yml"));
        if (mtl_str_find(mtl_cstr(err.what), mtl_cstr(r->says), 0) == SIZE_MAX)
            fail_msg("%s: “%s” does not say “%s”", r->promise, err.what, r->says);
        mtl_arena_reset(&arena);
    }
}

/* N times UNIT, NUL-ended. */
static mtl_str many(const char *unit, size_t n, const char *tail, mtl_arena *arena)
{
    const mtl_str one = mtl_cstr(unit), end = mtl_cstr(tail);
    char *bytes = mtl_arena_alloc(arena, one.n * n + end.n + 1);
    for (size_t i = 0; i < n; i++)
        memcpy(bytes + i * one.n, one.p, one.n);
    memcpy(bytes + n * one.n, end.p, end.n);
    return (mtl_str){bytes, one.n * n + end.n};
}

static void no_pattern_runs_for_ever(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *pattern, *unit;
        size_t n;
        const char *tail;
    } rows[] = {
        {"a repeat inside a repeat", "^(a+)+$", "a", 5000, "!"},
        {"alternatives that overlap", "^(a|aa)+$", "a", 5000, "!"},
        {"words inside words", "^(\\w+\\s?)*$", "wort ", 2000, "!"},
        {"a group that calls itself", "^(a(?1)?a?)+$", "a", 20000, "!"},
    };
    mtl_arena arena = {0};
    mtl_matcher *matcher = mtl_matcher_new(&arena);
    const mtl_regex *harmless = compile("harmless", "!", 0, &arena);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_str text = many(r->unit, r->n, r->tail, &arena);
        const mtl_span all = {0, (uint32_t)text.n};
        const mtl_regex *regex = compile(r->promise, r->pattern, 0, &arena);
        mtl_span groups[MTL_REGEX_GROUPS];
        const clock_t start = clock();
        mtl_matcher_reset(matcher);
        CHECK(r->promise, !mtl_regex_match(regex, matcher, text, all, 0, groups));
        CHECK_NUMBER(r->promise, mtl_matcher_gave_up(matcher), 1);
        for (int i = 0; i < 100; i++)
            CHECK(r->promise, !mtl_regex_match(regex, matcher, text, all, 0, groups));
        CHECK_NUMBER("it is not tried again in this document", mtl_matcher_gave_up(matcher), 1);
        CHECK("nor does it take more than a moment", (clock() - start) / CLOCKS_PER_SEC < 10);
        CHECK("other patterns still match", mtl_regex_match(harmless, matcher, text, all, 0, groups));
    }
    mtl_arena_reset(&arena);
}

static void giving_up_ends_with_the_document(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_matcher *matcher = mtl_matcher_new(&arena);
    const mtl_regex *regex = compile("catastrophic", "^(a+)+$", 0, &arena);
    const mtl_str hostile = many("a", 5000, "!", &arena);
    mtl_span groups[MTL_REGEX_GROUPS];
    CHECK("it gives up", !mtl_regex_match(regex, matcher, hostile, (mtl_span){0, (uint32_t)hostile.n}, 0, groups));
    CHECK("and stays so in this document", !mtl_regex_match(regex, matcher, MTL_LIT("aa"), (mtl_span){0, 2}, 0, groups));
    mtl_matcher_reset(matcher);
    CHECK("the next document is another one", mtl_regex_match(regex, matcher, MTL_LIT("aa"), (mtl_span){0, 2}, 0, groups));
    CHECK("in which nothing gave up", !mtl_matcher_gave_up(matcher));
    mtl_arena_reset(&arena);
}

static void a_hostile_document_is_left_at_that(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_matcher *matcher = mtl_matcher_new(&arena);
    const mtl_str hostile = many("a", 3000, "!", &arena);
    const mtl_span all = {0, (uint32_t)hostile.n};
    mtl_span groups[MTL_REGEX_GROUPS];
    for (int i = 0; i < 40; i++)
        CHECK("each gives up", !mtl_regex_match(compile("catastrophic", "^(a+)+$", 0, &arena), matcher, hostile, all, 0, groups));
    CHECK("and that is known", mtl_matcher_gave_up(matcher));
    CHECK("no more is tried, not even a harmless one",
          !mtl_regex_match(compile("harmless", "a", 0, &arena), matcher, hostile, all, 0, groups));
    mtl_arena_reset(&arena);
}

static void attempts_have_an_end_too(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_matcher *matcher = mtl_matcher_new(&arena);
    const mtl_regex *regex = compile("harmless", "a", 0, &arena);
    mtl_span groups[MTL_REGEX_GROUPS];
    for (uint32_t i = 0; i < MTL_MAX_MATCHES; i++)
        mtl_regex_match(regex, matcher, MTL_LIT("b"), (mtl_span){0, 1}, 0, groups);
    CHECK("as many as may be", !mtl_matcher_gave_up(matcher));
    CHECK("one more is not tried", !mtl_regex_match(regex, matcher, MTL_LIT("a"), (mtl_span){0, 1}, 0, groups));
    CHECK("and that is known", mtl_matcher_gave_up(matcher));
    mtl_matcher_reset(matcher);
    CHECK("the next document has its own", mtl_regex_match(regex, matcher, MTL_LIT("a"), (mtl_span){0, 1}, 0, groups));
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_stay_where_they_are_allowed),
        cmocka_unit_test(groups_come_back_as_places_of_the_text),
        cmocka_unit_test(bad_patterns_are_told_by_place),
        cmocka_unit_test(no_pattern_runs_for_ever),
        cmocka_unit_test(giving_up_ends_with_the_document),
        cmocka_unit_test(a_hostile_document_is_left_at_that),
        cmocka_unit_test(attempts_have_an_end_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
