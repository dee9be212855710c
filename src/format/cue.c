#include "format/cue.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

mtl_cue_line mtl_cue_next_line(mtl_str bytes, uint32_t *at)
{
    uint32_t from = *at, end = *at;
    while (end < bytes.n && bytes.p[end] != '\n' && bytes.p[end] != '\r')
        end++;
    const bool two = end + 1 < bytes.n && bytes.p[end] == '\r' && bytes.p[end + 1] == '\n';
    const mtl_span line_end = {end, two ? 2 : end < bytes.n};
    while (from < end && is_blank(bytes.p[from]))
        from++;
    while (end > from && is_blank(bytes.p[end - 1]))
        end--;
    *at = mtl_span_end(line_end);
    return (mtl_cue_line){{from, end - from}, line_end};
}

static size_t skip_blank(mtl_str s, size_t at)
{
    while (at < s.n && is_blank(s.p[at]))
        at++;
    return at;
}

/* The digits at *AT, which moves behind them; what is too large stays at the largest. False: there are none. */
static bool read_number(mtl_str s, size_t *at, uint32_t *number)
{
    enum { LARGEST = 999999 };
    const size_t from = *at;
    uint32_t n = 0;
    for (; *at < s.n && is_digit(s.p[*at]); ++*at)
        n = n > LARGEST / 10 ? LARGEST : n * 10 + (uint32_t)(s.p[*at] - '0');
    *number = n;
    return *at > from;
}

typedef struct instant {
    uint32_t ms;
    bool whole; /* hours or a fraction are told, so that it is no time of day */
} instant;

/* "01:02:03,456", "02:03.456", "1:02:03". Players want neither hours nor a certain number of digits, and take both marks. */
static bool read_time(mtl_str s, size_t *at, instant *out)
{
    enum { MOST_SECONDS = 1000 * 3600 };
    uint32_t part, seconds = 0, parts = 0, fraction = 0, scale = 100;
    *at = skip_blank(s, *at);
    do {
        *at += parts > 0;
        if (!read_number(s, at, &part))
            return false;
        seconds = seconds > MOST_SECONDS / 60 ? MOST_SECONDS : seconds * 60 + part;
    } while (++parts < 3 && *at < s.n && s.p[*at] == ':');
    const bool marked = *at + 1 < s.n && (s.p[*at] == ',' || s.p[*at] == '.') && is_digit(s.p[*at + 1]);
    for (*at += marked; marked && *at < s.n && is_digit(s.p[*at]); ++*at, scale /= 10)
        fraction += (uint32_t)(s.p[*at] - '0') * scale;
    *out = (instant){(seconds < MOST_SECONDS ? seconds : MOST_SECONDS) * 1000 + fraction, marked || parts == 3};
    return parts > 1;
}

static bool read_arrow(mtl_str s, size_t *at, bool lenient)
{
    static const char *const arrows[] = {"-->", "->", "- ->", "–>", "—>"};
    *at = skip_blank(s, *at);
    for (const char *const *a = arrows; a < (lenient ? MTL_END(arrows) : arrows + 1); a++)
        if (mtl_str_starts((mtl_str){s.p + *at, s.n - *at}, mtl_cstr(*a))) {
            *at += mtl_cstr(*a).n;
            return true;
        }
    return false;
}

bool mtl_cue_is_timing(mtl_str line, mtl_cue_time *time)
{
    size_t at = 0;
    instant start, end;
    *time = (mtl_cue_time){0};
    if (line.n == 0)
        return false;
    const bool begins = read_time(line, &at, &start) && read_arrow(line, &at, start.whole);
    if (begins && read_time(line, &at, &end)) {
        *time = (mtl_cue_time){start.ms, end.ms, true};
        return true;
    }
    return begins || ((is_digit(line.p[0]) || is_digit(line.p[line.n - 1])) && mtl_str_find(line, MTL_LIT("-->"), 0) != SIZE_MAX);
}

bool mtl_cue_is_counter(mtl_str line)
{
    size_t n = 0;
    while (n < line.n && is_digit(line.p[n]))
        n++;
    return n && n == line.n;
}

uint32_t mtl_cue_override_at(mtl_str s)
{
    enum { LONGEST = 400 };
    const char *close = s.n > 2 && s.p[0] == '{' ? memchr(s.p, '}', s.n < LONGEST ? s.n : LONGEST) : NULL;
    if (!close)
        return 0;
    const uint32_t len = (uint32_t)(close - s.p) + 1;
    const mtl_str held = {s.p + 1, len - 2};
    const bool closes = held.n > 1 && held.p[0] == '/';
    const bool style = held.n == 1u + closes && memchr("biusBIUS", held.p[closes], 8);
    const bool older = held.n > 2 && ((held.p[0] | 0x20) >= 'a' && (held.p[0] | 0x20) <= 'z') && held.p[1] == ':';
    return mtl_str_starts(held, MTL_LIT("\\")) || style || older ? len : 0;
}
