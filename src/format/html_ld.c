#include "format/html_ld.h"

#include "base/utf8.h"

static mtl_str rest_of(const mtl_html_ld *ld)
{
    return mtl_str_cut(ld->below->bytes, ld->at);
}

static void skip(mtl_html_ld *ld, uint32_t n)
{
    ld->at.at += n;
    ld->at.len -= n;
}

/* The four hexadecimal digits behind the "\u" at the head of S; UINT32_MAX: there are none. */
static uint32_t read_unit(mtl_str s)
{
    uint32_t unit = 0;
    if (s.n < 6 || s.p[0] != '\\' || s.p[1] != 'u')
        return UINT32_MAX;
    for (size_t i = 2; i < 6; i++) {
        const char c = s.p[i], small = (char)(c | 0x20);
        const bool digit = c >= '0' && c <= '9';
        if (!digit && !(small >= 'a' && small <= 'f'))
            return UINT32_MAX;
        unit = unit * 16 + (uint32_t)(digit ? c - '0' : small - 'a' + 10);
    }
    return unit;
}

/* The character that the "\u" at the head of S means, and in *LEN the bytes it takes: 6, or 12 for a pair of surrogates. A lone one is
 * U+FFFD. */
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

/* The escape at the head of what is left. */
static bool take_escape(mtl_html_ld *ld, mtl_layering *out)
{
    static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
    const mtl_str s = rest_of(ld);
    const char *letter = s.n > 1 && s.p[1] ? strchr(letters, s.p[1]) : NULL;
    char room[4];
    uint32_t len = 2;
    mtl_str meaning = {room, 1};
    if (letter) {
        room[0] = meanings[letter - letters];
    } else {
        const uint32_t code = read_code(s, &len);
        if (code == UINT32_MAX)
            return false;
        meaning.n = mtl_utf8_put(room, code ? code : 0xFFFD);
    }
    mtl_layering_put(out, (mtl_span){ld->at.at, len}, meaning);
    skip(ld, len);
    return true;
}

/* The string whose quotation mark is at the head of what is left. */
static bool take_string(mtl_html_ld *ld, const mtl_layer **out)
{
    mtl_layering l = {.below = ld->below, .arena = ld->arena};
    skip(ld, 1);
    while (ld->at.len) {
        const mtl_str s = rest_of(ld);
        uint32_t n = 0;
        while (n < s.n && s.p[n] != '"' && s.p[n] != '\\' && (unsigned char)s.p[n] >= 0x20)
            n++;
        mtl_layering_copy(&l, (mtl_span){ld->at.at, n});
        skip(ld, n);
        if (ld->at.len == 0 || (unsigned char)s.p[n] < 0x20)
            return false;
        if (s.p[n] == '"') {
            skip(ld, 1);
            *out = mtl_layering_done(&l, NULL);
            return true;
        }
        if (!take_escape(ld, &l))
            return false;
    }
    return false;
}

static void skip_white(mtl_html_ld *ld)
{
    uint32_t n = 0;
    const mtl_str s = rest_of(ld);
    while (n < s.n && (s.p[n] == ' ' || s.p[n] == '\n' || s.p[n] == '\r' || s.p[n] == '\t'))
        n++;
    skip(ld, n);
}

bool mtl_html_ld_next(mtl_html_ld *ld, const char *const *keys, const mtl_layer **out, const char **key)
{
    const char *wanted = NULL; /* the key that stands right before this place */
    while (ld->at.len) {
        const mtl_str s = rest_of(ld);
        if (s.p[0] != '"') {
            const bool white = s.p[0] == ' ' || s.p[0] == '\n' || s.p[0] == '\r' || s.p[0] == '\t';
            wanted = white ? wanted : NULL;
            skip(ld, 1);
            continue;
        }
        if (!take_string(ld, out))
            return false;
        *key = wanted;
        if (wanted)
            return true;
        skip_white(ld);
        if (ld->at.len == 0 || rest_of(ld).p[0] != ':')
            continue;
        skip(ld, 1);
        for (const char *const *k = keys; *k; k++)
            if (mtl_str_is((*out)->bytes, *k))
                wanted = *k;
    }
    return false;
}
