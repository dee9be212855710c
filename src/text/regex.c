#include "text/regex.h"

#include "base/limits.h"
#include "base/utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

struct mtl_regex {
    pcre2_code *code;
};

enum { MOST_GIVEN_UP = 32 };

struct mtl_matcher {
    pcre2_match_data *data;
    pcre2_match_context *context;
    const mtl_regex *given_up[MOST_GIVEN_UP];
    uint32_t ngiven_up;
    uint32_t nattempts; /* in this document */
};

static void free_code(void *code)
{
    pcre2_code_free(code);
}

mtl_regex *mtl_regex_compile(mtl_str pattern, unsigned flags, mtl_arena *arena, mtl_str where, uint32_t line, mtl_err *err)
{
    const uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C |
                             (flags & MTL_REGEX_IGNORE_CASE ? PCRE2_CASELESS : 0) |
                             (flags & MTL_REGEX_ANCHORED ? PCRE2_ANCHORED : 0);
    int code = 0;
    PCRE2_SIZE at = 0;
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)pattern.p, pattern.n, options, &code, &at, NULL);
    if (!compiled) {
        PCRE2_UCHAR why[128] = "";
        pcre2_get_error_message(code, why, sizeof why);
        mtl_fail(err, MTL_ERULE, where, line, 0, "bad pattern, %s at character %zu of “%.*s”", (const char *)why,
                 mtl_utf8_count((mtl_str){pattern.p, at}) + 1, MTL_FMT(pattern));
        return NULL;
    }
    mtl_arena_defer(arena, free_code, compiled);
    mtl_regex *regex = mtl_arena_one(arena, mtl_regex);
    regex->code = compiled;
    return regex;
}

static void free_data(void *data)
{
    pcre2_match_data_free(data);
}

static void free_context(void *context)
{
    pcre2_match_context_free(context);
}

mtl_matcher *mtl_matcher_new(mtl_arena *arena)
{
    mtl_matcher *m = mtl_arena_one(arena, mtl_matcher);
    m->data = pcre2_match_data_create(MTL_REGEX_GROUPS, NULL);
    mtl_arena_defer(arena, free_data, m->data);
    m->context = pcre2_match_context_create(NULL);
    mtl_arena_defer(arena, free_context, m->context);
    pcre2_set_match_limit(m->context, MTL_MAX_MATCH_STEPS);
    pcre2_set_depth_limit(m->context, 10000);
    pcre2_set_heap_limit(m->context, 32 << 10);
    return m;
}

void mtl_matcher_reset(mtl_matcher *matcher)
{
    matcher->ngiven_up = matcher->nattempts = 0;
}

bool mtl_matcher_gave_up(const mtl_matcher *matcher)
{
    return matcher->ngiven_up || matcher->nattempts > MTL_MAX_MATCHES;
}

static bool has_given_up(const mtl_matcher *matcher, const mtl_regex *regex)
{
    if (matcher->ngiven_up == MOST_GIVEN_UP || matcher->nattempts > MTL_MAX_MATCHES)
        return true; /* the document is hostile: leave it at that */
    for (uint32_t i = 0; i < matcher->ngiven_up; i++)
        if (matcher->given_up[i] == regex)
            return true;
    return false;
}

bool mtl_regex_match(const mtl_regex *regex, mtl_matcher *matcher, mtl_str text, mtl_span within, uint32_t at,
                     mtl_span groups[MTL_REGEX_GROUPS])
{
    matcher->nattempts++;
    if (has_given_up(matcher, regex))
        return false;
    const PCRE2_SPTR subject = (PCRE2_SPTR)text.p + within.at;
    const int n =
        pcre2_match(regex->code, subject, within.len, at - within.at, PCRE2_NO_UTF_CHECK, matcher->data, matcher->context);
    if (n < 0) {
        if (n != PCRE2_ERROR_NOMATCH)
            matcher->given_up[matcher->ngiven_up++] = regex;
        return false;
    }
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(matcher->data);
    const int filled = n ? n : MTL_REGEX_GROUPS; /* 0: the pattern has more groups than there is room for */
    for (int i = 0; i < MTL_REGEX_GROUPS; i++) {
        const bool set = i < filled && ends[2 * i] != PCRE2_UNSET && ends[2 * i] <= ends[2 * i + 1];
        groups[i] = set ? (mtl_span){within.at + (uint32_t)ends[2 * i], (uint32_t)(ends[2 * i + 1] - ends[2 * i])}
                        : (mtl_span){UINT32_MAX, 0};
    }
    return true;
}
