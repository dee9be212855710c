#include "format/json_scan.h"

#include "base/json.h"
#include "base/utf8.h"

#include <assert.h>

static bool is_white(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- strings ---- */

/* The four hexadecimal digits behind the "\u" at the head of S; UINT32_MAX: there are none. */
static uint32_t read_unit(mtl_str s)
{
    uint32_t unit = 0;
    if (s.n < 6 || s.p[0] != '\\' || s.p[1] != 'u')
        return UINT32_MAX;
    for (size_t i = 2; i < 6; i++) {
        const char c = s.p[i], small = (char)(c | 0x20);
        if (!is_digit(c) && !(small >= 'a' && small <= 'f'))
            return UINT32_MAX;
        unit = unit * 16 + (uint32_t)(is_digit(c) ? c - '0' : small - 'a' + 10);
    }
    return unit;
}

static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";

/* Bytes of the escape at the head of S; 0: it is none. */
static uint32_t escape_len(mtl_str s)
{
    if (s.n > 1 && s.p[1] && strchr(letters, s.p[1]))
        return 2;
    return read_unit(s) == UINT32_MAX ? 0 : 6;
}

uint32_t mtl_json_string_end(mtl_str bytes, uint32_t at, const char **why, uint32_t *bad)
{
    for (uint32_t i = at; i < bytes.n;) {
        const unsigned char c = (unsigned char)bytes.p[i];
        if (c == '"')
            return i + 1;
        const uint32_t len = c == '\\' ? escape_len((mtl_str){bytes.p + i, bytes.n - i}) : 1;
        if (len == 0 || c < 0x20) {
            *why = len == 0 ? "an escape that JSON does not have"
                            : "a control character in a string; write it as an escape such as \\n";
            *bad = i;
            return 0;
        }
        i += len;
    }
    *why = "a string that is not closed";
    *bad = at - 1;
    return 0;
}

/* The character that the "\u" at the head of S means, and in *LEN the bytes it takes: 6, or 12 for a pair of surrogates. */
static uint32_t read_code(mtl_str s, uint32_t *len)
{
    const uint32_t unit = read_unit(s);
    *len = 6;
    if (unit < 0xD800 || unit >= 0xE000)
        return unit;
    const uint32_t low = unit < 0xDC00 ? read_unit((mtl_str){s.p + 6, s.n - 6}) : UINT32_MAX;
    if (low < 0xDC00 || low >= 0xE000)
        return 0xFFFD;
    *len = 12;
    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

/* Adds what the escape at AT, before END, means; returns its length. */
static uint32_t put_escape(mtl_layering *out, uint32_t at, uint32_t end)
{
    const mtl_str s = {out->below->bytes.p + at, end - at};
    char room[4];
    mtl_str meaning = {room, 1};
    uint32_t len = 2;
    if (s.p[1] == 'u') {
        const uint32_t code = read_code(s, &len);
        meaning.n = mtl_utf8_put(room, code ? code : 0xFFFD);
    } else {
        room[0] = meanings[strchr(letters, s.p[1]) - letters];
    }
    mtl_layering_put(out, (mtl_span){at, len}, meaning);
    return len;
}

static bool escape(mtl_str text, mtl_out *out)
{
    mtl_out quoted = {0};
    mtl_json *string = mtl_json_string(text);
    mtl_json_write(&quoted, string, 0);
    mtl_json_free(string);
    const mtl_str all = mtl_out_bytes(&quoted);
    mtl_out_str(out, (mtl_str){all.p + 1, all.n - 2});
    mtl_out_free(&quoted);
    return true;
}

const mtl_layer *mtl_json_text(const mtl_layer *below, mtl_span at, mtl_arena *arena)
{
    mtl_layering l = {.below = below, .arena = arena};
    for (uint32_t i = at.at; i < mtl_span_end(at);) {
        const char *backslash = memchr(below->bytes.p + i, '\\', mtl_span_end(at) - i);
        const uint32_t end = backslash ? (uint32_t)(backslash - below->bytes.p) : mtl_span_end(at);
        mtl_layering_copy(&l, (mtl_span){i, end - i});
        i = backslash ? end + put_escape(&l, end, mtl_span_end(at)) : end;
    }
    return mtl_layering_done(&l, escape);
}

/* ---- tokens ---- */

static mtl_json_token broken(mtl_json_scan *s, uint32_t at, const char *why)
{
    const mtl_str rest = {s->bytes.p + at, s->bytes.n - at};
    const bool comment = mtl_str_starts(rest, MTL_LIT("//")) || mtl_str_starts(rest, MTL_LIT("/*"));
    s->at = (mtl_span){at, 0};
    s->next = at;
    s->why = comment ? "a comment, which JSON does not have" : why;
    return MTL_JSON_BROKEN;
}

/* What stands at AT, behind the outermost value. */
static mtl_json_token left_over(mtl_json_scan *s, uint32_t at)
{
    const bool value = strchr("{[\"", s->bytes.p[at]) && s->bytes.p[at];
    return broken(
        s, at, value ? "a second value; each stands on a line of its own in JSON Lines" : "something behind the end of the value");
}

static uint32_t skip_white(const mtl_json_scan *s)
{
    uint32_t at = s->next;
    while (at < s->bytes.n && is_white(s->bytes.p[at]))
        at++;
    return at;
}

/* Behind the digits at AT. */
static uint32_t skip_digits(mtl_str bytes, uint32_t at)
{
    while (at < bytes.n && is_digit(bytes.p[at]))
        at++;
    return at;
}

/* Behind the number at AT; AT itself: it is none. */
static uint32_t number_end(mtl_str bytes, uint32_t at)
{
    const uint32_t first = at + (at < bytes.n && bytes.p[at] == '-');
    uint32_t end = skip_digits(bytes, first);
    if (end == first || (bytes.p[first] == '0' && end > first + 1))
        return at;
    if (end < bytes.n && bytes.p[end] == '.') {
        const uint32_t fraction = end + 1;
        end = skip_digits(bytes, fraction);
        if (end == fraction)
            return at;
    }
    if (end < bytes.n && (bytes.p[end] == 'e' || bytes.p[end] == 'E')) {
        uint32_t power = end + 1;
        power += power < bytes.n && (bytes.p[power] == '+' || bytes.p[power] == '-');
        end = skip_digits(bytes, power);
        if (end == power)
            return at;
    }
    return end;
}

static mtl_json_token take(mtl_json_scan *s, mtl_span at, uint32_t next, mtl_json_token token)
{
    s->at = at;
    s->next = next;
    s->wants = MTL_JSON_WANTS_COMMA;
    return token;
}

static mtl_json_token take_string(mtl_json_scan *s, uint32_t at, mtl_json_token token)
{
    const char *why;
    uint32_t bad;
    const uint32_t end = mtl_json_string_end(s->bytes, at + 1, &why, &bad);
    return end ? take(s, (mtl_span){at + 1, end - at - 2}, end, token) : broken(s, bad, why);
}

static_assert(MTL_MAX_NESTING == 512, "a message below names it");

static mtl_json_token take_container(mtl_json_scan *s, uint32_t at)
{
    const bool object = s->bytes.p[at] == '{';
    if (s->depth == MTL_MAX_NESTING)
        return broken(s, at, "nested more deeply than mtlint follows (512 levels)");
    s->objects[s->depth++] = object;
    take(s, (mtl_span){at, 1}, at + 1, object ? MTL_JSON_OBJECT : MTL_JSON_ARRAY);
    s->wants = MTL_JSON_WANTS_FIRST;
    return object ? MTL_JSON_OBJECT : MTL_JSON_ARRAY;
}

static mtl_json_token take_close(mtl_json_scan *s, uint32_t at)
{
    if (s->objects[s->depth - 1] != (s->bytes.p[at] == '}'))
        return broken(s, at, s->objects[s->depth - 1] ? "“]” where “}” is due" : "“}” where “]” is due");
    s->depth--;
    return take(s, (mtl_span){at, 1}, at + 1, MTL_JSON_CLOSE);
}

static mtl_json_token take_value(mtl_json_scan *s, uint32_t at)
{
    static const mtl_str words[] = {{"true", 4}, {"false", 5}, {"null", 4}};
    const char c = s->bytes.p[at];
    if (c == '"')
        return take_string(s, at, MTL_JSON_STRING);
    if (c == '{' || c == '[')
        return take_container(s, at);
    for (const mtl_str *word = words; word < MTL_END(words); word++)
        if (mtl_str_starts((mtl_str){s->bytes.p + at, s->bytes.n - at}, *word))
            return take(s, (mtl_span){at, (uint32_t)word->n}, at + (uint32_t)word->n, MTL_JSON_OTHER);
    const uint32_t end = number_end(s->bytes, at);
    return end > at ? take(s, (mtl_span){at, end - at}, end, MTL_JSON_OTHER) : broken(s, at, "no value as JSON writes them");
}

/* A key, and the colon behind it. */
static mtl_json_token take_key(mtl_json_scan *s, uint32_t at)
{
    if (s->bytes.p[at] != '"')
        return broken(s, at, "no key in double quotation marks");
    if (take_string(s, at, MTL_JSON_KEY) == MTL_JSON_BROKEN)
        return MTL_JSON_BROKEN;
    const uint32_t colon = skip_white(s);
    if (colon == s->bytes.n || s->bytes.p[colon] != ':')
        return broken(s, colon, "no colon behind a key");
    s->next = colon + 1;
    s->wants = MTL_JSON_WANTS_VALUE;
    return MTL_JSON_KEY;
}

static bool is_close(char c)
{
    return c == '}' || c == ']';
}

/* Behind a value: the end, a close, or a comma and what must follow it. */
static mtl_json_token take_next(mtl_json_scan *s, uint32_t at)
{
    if (s->depth == 0)
        return at == s->bytes.n ? MTL_JSON_END : left_over(s, at);
    if (at == s->bytes.n)
        return broken(s, at, s->objects[s->depth - 1] ? "cut off: an object is not closed" : "cut off: an array is not closed");
    if (is_close(s->bytes.p[at]))
        return take_close(s, at);
    if (s->bytes.p[at] != ',')
        return broken(s, at, "no comma between two values");
    s->next = at + 1;
    s->wants = s->objects[s->depth - 1] ? MTL_JSON_WANTS_KEY : MTL_JSON_WANTS_VALUE;
    return mtl_json_next(s);
}

mtl_json_token mtl_json_next(mtl_json_scan *s)
{
    const uint32_t at = skip_white(s);
    if (s->wants == MTL_JSON_WANTS_COMMA)
        return take_next(s, at);
    if (at == s->bytes.n)
        return broken(s, at, s->depth ? "cut off where a value is due" : "holds no value");
    if (s->wants == MTL_JSON_WANTS_FIRST && is_close(s->bytes.p[at]))
        return take_close(s, at);
    const bool key = s->wants == MTL_JSON_WANTS_KEY || (s->wants == MTL_JSON_WANTS_FIRST && s->objects[s->depth - 1]);
    return key ? take_key(s, at) : take_value(s, at);
}
