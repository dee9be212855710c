#include "format/speech_line.h"

#include "base/utf8.h"

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

static bool is_one_of(uint32_t code, const uint32_t *codes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (codes[i] == code)
            return true;
    return false;
}
#define IS_ONE_OF(code, codes) is_one_of((code), (codes), MTL_COUNT(codes))

static const uint32_t dashes[] = {'-', 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015};
static const uint32_t openers[] = {'"',  '\'',   '(',    '[',    '*',    0xAB,   0xBB,  0xBF,
                                   0xA1, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039, 0x203A};
static const uint32_t closers[] = {'"',    '\'',   ')',    ']',    '*',    0xAB,   0xBB,  0x2018,
                                   0x2019, 0x201C, 0x201D, 0x2039, 0x203A, 0x300D, 0x300F};
static const uint32_t stops[] = {'.',    '!',    '?',    0x203C, 0x203D, 0x2047, 0x2048,
                                 0x2049, 0x3002, 0xFF01, 0xFF1F, 0x61F,  0x6D4,  0x964};
static const uint32_t pauses[] = {',', ';', ':', 0x3001, 0xFF0C, 0x60C, 0x61B};
static const uint32_t notes[] = {0x2669, 0x266A, 0x266B, 0x266C, 0x1F3B5, 0x1F3B6, 0x1F3BC, 0xFE0F};
enum { ELLIPSIS = 0x2026 };

/* ---- letters ---- */

/* Where the letters of bicameral scripts are: small ones, capitals, or both in turn, the capital first, at an even or an odd
 * place. */
typedef struct range {
    uint32_t from, to;
    enum { SMALL, CAPITAL, EVEN, ODD } are;
} range;

static const range ranges[] = {
    {'A', 'Z', CAPITAL},     {'a', 'z', SMALL},       {0xC0, 0xD6, CAPITAL},   {0xD8, 0xDE, CAPITAL},  {0xDF, 0xF6, SMALL},
    {0xF8, 0xFF, SMALL},     {0x100, 0x137, EVEN},    {0x139, 0x148, ODD},     {0x14A, 0x177, EVEN},   {0x178, 0x178, CAPITAL},
    {0x179, 0x17E, ODD},     {0x1CD, 0x1DC, ODD},     {0x1DE, 0x1EF, EVEN},    {0x1F8, 0x21F, EVEN},   {0x386, 0x38F, CAPITAL},
    {0x391, 0x3AB, CAPITAL}, {0x3AC, 0x3CE, SMALL},   {0x400, 0x42F, CAPITAL}, {0x430, 0x45F, SMALL},  {0x460, 0x481, EVEN},
    {0x48A, 0x4BF, EVEN},    {0x531, 0x556, CAPITAL}, {0x561, 0x586, SMALL},   {0x1E00, 0x1E95, EVEN}, {0x1EA0, 0x1EFF, EVEN},
};

static mtl_speech_head case_of(uint32_t code)
{
    for (const range *r = ranges; r < MTL_END(ranges); r++) {
        if (code < r->from || code > r->to)
            continue;
        const bool capital = r->are == CAPITAL || (r->are == EVEN && code % 2 == 0) || (r->are == ODD && code % 2 == 1);
        return capital ? MTL_SPEECH_CAPITAL : MTL_SPEECH_SMALL;
    }
    return MTL_SPEECH_CASELESS;
}

mtl_speech_head mtl_speech_begins(mtl_str line)
{
    size_t at = 0;
    while (at < line.n) {
        const uint32_t code = mtl_utf8_next(line, &at);
        const bool before = code == ' ' || code == '.' || code == ELLIPSIS || IS_ONE_OF(code, openers) || IS_ONE_OF(code, dashes);
        if (!before)
            return case_of(code);
    }
    return MTL_SPEECH_CASELESS;
}

/* ---- the end ---- */

/* The word before a full stop is one letter, letters without a vowel ("Dr", "bzw") or a short number ("12"): the stop may be the
 * word's own. To join what a full stop parts is harmless, for sentences are found by those who know the language. */
static bool may_be_abbreviated(mtl_str before)
{
    enum { LONGEST = 4, LONGEST_NUMBER = 3 };
    size_t n = 0, vowels = 0, digits = 0;
    while (n < before.n && n <= LONGEST) {
        const char c = before.p[before.n - n - 1], lower = (char)(c | 0x20);
        if (c >= '0' && c <= '9')
            digits++;
        else if ((unsigned char)c < 0x80 && (lower < 'a' || lower > 'z'))
            break;
        vowels += (unsigned char)c >= 0x80 || memchr("aeiouy", lower, 6) != NULL;
        n++;
    }
    if (digits)
        return digits == n && n <= LONGEST_NUMBER;
    return n == 1 || (n > 1 && n <= LONGEST && vowels == 0);
}

mtl_speech_end mtl_speech_ends(mtl_str line)
{
    size_t end = line.n;
    uint32_t last = 0;
    while (end > 0) {
        size_t at = end;
        last = mtl_utf8_prev(line, &at);
        if (last != ' ' && !IS_ONE_OF(last, closers))
            break;
        end = at;
        last = 0;
    }
    if (last == ELLIPSIS || IS_ONE_OF(last, dashes) || mtl_str_ends((mtl_str){line.p, end}, MTL_LIT("..")))
        return MTL_SPEECH_CUT;
    if (IS_ONE_OF(last, pauses))
        return MTL_SPEECH_PAUSE;
    if (last == '.' && may_be_abbreviated((mtl_str){line.p, end - 1}))
        return MTL_SPEECH_OPEN;
    return IS_ONE_OF(last, stops) ? MTL_SPEECH_STOP : MTL_SPEECH_OPEN;
}

/* ---- marks ---- */

static uint32_t white_at(mtl_str line, size_t at)
{
    size_t end = at;
    while (end < line.n && is_white(line.p[end]))
        end++;
    return (uint32_t)(end - at);
}

/* ">>", ">>>": another speaker, another story. */
static uint32_t arrows_at(mtl_str line)
{
    uint32_t n = 0;
    while (n < line.n && line.p[n] == '>')
        n++;
    return n < 2 ? 0 : n + white_at(line, n);
}

uint32_t mtl_speech_mark_at(mtl_str line, mtl_speech_mark *mark)
{
    *mark = MTL_SPEECH_NO_MARK;
    const uint32_t arrows = arrows_at(line);
    if (arrows) {
        *mark = MTL_SPEECH_ARROWS;
        return arrows;
    }
    size_t at = 0;
    if (line.n == 0 || !IS_ONE_OF(mtl_utf8_next(line, &at), dashes))
        return 0;
    const uint32_t white = white_at(line, at);
    size_t behind = at + white;
    const uint32_t next = behind < line.n ? mtl_utf8_next(line, &behind) : ' ';
    if (IS_ONE_OF(next, dashes) || next == '>' || (white == 0 && next >= '0' && next <= '9')) /* "-5" is a number */
        return 0;
    *mark = MTL_SPEECH_DASH;
    return (uint32_t)at + white;
}

bool mtl_speech_has_label(mtl_str line)
{
    enum { LONGEST = 40, LEAST_CAPITALS = 2 };
    static const uint32_t between[] = {' ', '.', '\'', '(', ')', '#', '/', '&', 0x2019};
    uint32_t capitals = 0;
    for (size_t at = 0; at < line.n && at < LONGEST;) {
        const uint32_t code = mtl_utf8_next(line, &at);
        if (code == ':')
            return capitals >= LEAST_CAPITALS && (at == line.n || is_white(line.p[at]));
        const bool capital = case_of(code) == MTL_SPEECH_CAPITAL, digit = code >= '0' && code <= '9';
        if (!capital && !digit && !IS_ONE_OF(code, between) && !IS_ONE_OF(code, dashes))
            return false;
        capitals += capital;
    }
    return false;
}

uint32_t mtl_speech_dots_at(mtl_str line)
{
    uint32_t n = 0;
    while (n < line.n && line.p[n] == '.')
        n++;
    if (n < 2)
        n = mtl_str_starts(line, MTL_LIT("…")) ? (uint32_t)MTL_LIT("…").n : 0;
    return n ? n + white_at(line, n) : 0;
}

/* ---- notes ---- */

uint32_t mtl_speech_notes_at(mtl_str line)
{
    size_t notes_end = mtl_str_starts(line, MTL_LIT("# ")); /* the sign of those who had no notes */
    for (size_t at = notes_end; at < line.n;) {
        if (is_white(line.p[at]))
            at++;
        else if (IS_ONE_OF(mtl_utf8_next(line, &at), notes))
            notes_end = at;
        else
            break;
    }
    return (uint32_t)(notes_end ? notes_end + white_at(line, notes_end) : 0);
}

uint32_t mtl_speech_notes_before_end(mtl_str line)
{
    size_t from = line.n - mtl_str_ends(line, MTL_LIT(" #"));
    for (size_t at = from; at > 0;) {
        if (is_white(line.p[at - 1]))
            at--;
        else if (IS_ONE_OF(mtl_utf8_prev(line, &at), notes))
            from = at;
        else
            break;
    }
    while (from < line.n && from > 0 && is_white(line.p[from - 1]))
        from--;
    return (uint32_t)(line.n - from);
}

/* ---- quotations ---- */

uint32_t mtl_speech_count_quotes(mtl_str line)
{
    static const uint32_t quotes[] = {'"', 0xAB, 0xBB, 0x201C, 0x201D, 0x201E};
    uint32_t n = 0;
    for (size_t at = 0; at < line.n;)
        n += IS_ONE_OF(mtl_utf8_next(line, &at), quotes);
    return n;
}
