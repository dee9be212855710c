#include "text/encoding.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

enum { STEP = 4096, NAME_BYTES = 64 };

/* ---- what an input says ---- */

/* Zeros between letters: UTF-16 without a mark. */
static mtl_str by_zeros(mtl_str head)
{
    enum { LOOKED_AT = 64 };
    size_t zeros[2] = {0}, n = head.n < LOOKED_AT ? head.n : LOOKED_AT;
    for (size_t i = 0; i < n; i++)
        zeros[i % 2] += head.p[i] == 0;
    if (n >= 4 && zeros[1] * 3 >= n && zeros[0] == 0)
        return MTL_LIT("UTF-16LE");
    return n >= 4 && zeros[0] * 3 >= n && zeros[1] == 0 ? MTL_LIT("UTF-16BE") : (mtl_str){0};
}

static bool is_white(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
}

/* The word behind "NAME=" in TEXT, in quotation marks or without. */
static mtl_str value_behind(mtl_str text, mtl_str name)
{
    for (size_t at = 0; (at = mtl_str_find(text, name, at)) != SIZE_MAX; at++) {
        size_t from = at + name.n;
        while (from < text.n && is_white(text.p[from]))
            from++;
        if (from == text.n || text.p[from] != '=')
            continue;
        from++;
        while (from < text.n && (is_white(text.p[from]) || text.p[from] == '"' || text.p[from] == '\''))
            from++;
        size_t end = from;
        while (end < text.n && !is_white(text.p[end]) && !strchr("\"'>;/?", text.p[end]))
            end++;
        return (mtl_str){text.p + from, end - from};
    }
    return (mtl_str){0};
}

/* What the declaration of XML says, or a meta tag. */
static mtl_str declared(mtl_str head)
{
    const mtl_str text = mtl_str_trim(head);
    if (!mtl_str_starts(text, MTL_LIT("<")))
        return (mtl_str){0};
    if (mtl_str_starts(text, MTL_LIT("<?xml"))) {
        const size_t end = mtl_str_find(text, MTL_LIT("?>"), 0);
        const mtl_str said = value_behind((mtl_str){text.p, end == SIZE_MAX ? text.n : end}, MTL_LIT("encoding"));
        if (said.n)
            return said;
    }
    for (size_t at = 0; (at = mtl_str_find(text, MTL_LIT("<"), at)) != SIZE_MAX; at++) {
        const mtl_str tag = {text.p + at + 1, text.n - at - 1};
        if (tag.n < 5 || !mtl_str_alike((mtl_str){tag.p, 4}, MTL_LIT("meta")) || !is_white(tag.p[4]))
            continue;
        const size_t end = mtl_str_find(tag, MTL_LIT(">"), 0);
        const mtl_str said = value_behind((mtl_str){tag.p, end == SIZE_MAX ? tag.n : end}, MTL_LIT("charset"));
        if (said.n)
            return said;
    }
    return (mtl_str){0};
}

bool mtl_encoding_is_utf8(mtl_str name)
{
    return mtl_str_alike(name, MTL_LIT("utf-8")) || mtl_str_alike(name, MTL_LIT("utf8"));
}

mtl_str mtl_encoding_told(mtl_str head)
{
    if (mtl_str_starts(head, MTL_BOM))
        return (mtl_str){0};
    if (mtl_str_starts(head, (mtl_str){"\xFF\xFE\0\0", 4}))
        return MTL_LIT("UTF-32LE");
    if (mtl_str_starts(head, MTL_LIT("\xFF\xFE")))
        return MTL_LIT("UTF-16LE");
    if (mtl_str_starts(head, MTL_LIT("\xFE\xFF")))
        return MTL_LIT("UTF-16BE");
    const mtl_str wide = by_zeros(head);
    if (wide.n)
        return wide;
    const mtl_str said = declared(head);
    /* A declaration that can be read byte by byte is not in UTF-16, whatever it says. */
    const bool lies = mtl_encoding_is_utf8(said) || (said.n >= 5 && mtl_str_alike((mtl_str){said.p, 5}, MTL_LIT("utf-1")));
    return lies ? (mtl_str){0} : said;
}

mtl_str mtl_encoding_guess(mtl_str bytes, mtl_arena *arena)
{
    enum { LOOKED_AT = 1 << 16 };
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    mtl_str guess = MTL_LIT("windows-1252");
    ucsdet_setText(detector, bytes.p, (int32_t)(bytes.n < LOOKED_AT ? bytes.n : LOOKED_AT), &status);
    const UCharsetMatch *match = ucsdet_detect(detector, &status);
    const char *name = U_SUCCESS(status) && match ? ucsdet_getName(match, &status) : NULL;
    /* The bytes that tell Latin-1 from windows-1252 are controls in the one, and nobody writes those. */
    if (U_SUCCESS(status) && name && !mtl_encoding_is_utf8(mtl_cstr(name)) && !mtl_str_is(mtl_cstr(name), "ISO-8859-1"))
        guess = mtl_str_copy(mtl_cstr(name), arena);
    ucsdet_close(detector);
    return guess;
}

/* ---- decoding ---- */

/* As web pages have them, these are windows-1252. ASCII: they have no letters beyond it. */
static const struct latin {
    const char *name;
    bool ascii;
} latins[] = {{"latin1", false},     {"latin-1", false}, {"iso-8859-1", false}, {"iso8859-1", false},
              {"iso_8859-1", false}, {"us-ascii", true}, {"ascii", true}};

static const struct latin *latin_called(mtl_str name)
{
    for (const struct latin *l = latins; l < MTL_END(latins); l++)
        if (mtl_str_alike(name, mtl_cstr(l->name)))
            return l;
    return NULL;
}

/* A converter for NAME, which stops at what means nothing; NULL: there is none. */
static UConverter *open_converter(mtl_str name)
{
    char room[NAME_BYTES];
    if (name.n == 0 || name.n >= sizeof room || memchr(name.p, ',', name.n))
        return NULL;
    memcpy(room, name.p, name.n);
    room[name.n] = '\0';
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(latin_called(name) ? "windows-1252" : room, &status);
    if (U_FAILURE(status))
        return NULL;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    return converter;
}

bool mtl_encoding_known(mtl_str name)
{
    UConverter *converter = open_converter(name);
    ucnv_close(converter);
    return converter;
}

typedef struct decoding {
    mtl_arena *arena;
    MTL_VEC(char) bytes;
    MTL_VEC(uint32_t) stored;
    uint32_t high, high_at; /* the first of a pair of surrogates, and where it was stored; 0: none waits */
} decoding;

static void add_code(decoding *d, uint32_t code, uint32_t at)
{
    char room[4];
    const size_t n = mtl_utf8_put(room, code);
    for (size_t i = 0; i < n; i++) {
        mtl_vec_push(&d->bytes, d->arena, room[i]);
        mtl_vec_push(&d->stored, d->arena, at);
    }
}

static void add_unit(decoding *d, uint32_t unit, uint32_t at)
{
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    if (d->high && low) {
        add_code(d, 0x10000 + ((d->high - 0xD800) << 10) + (unit - 0xDC00), d->high_at);
        d->high = 0;
        return;
    }
    if (d->high)
        add_code(d, 0xFFFD, d->high_at);
    d->high = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
    d->high_at = at;
    if (!d->high)
        add_code(d, low || unit == 0 ? 0xFFFD : unit, at);
}

bool mtl_decode(mtl_str bytes, mtl_str name, mtl_arena *arena, mtl_str *utf8, const uint32_t **stored, size_t *bad)
{
    UConverter *converter = open_converter(name);
    decoding d = {.arena = arena};
    const char *from = bytes.p, *end = bytes.p + bytes.n;
    UErrorCode status = U_ZERO_ERROR;
    *bad = 0;
    if (!converter)
        return false;
    do {
        UChar room[STEP];
        int32_t offsets[STEP];
        UChar *to = room;
        const size_t before = (size_t)(from - bytes.p);
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter, &to, room + STEP, &from, end, offsets, true, &status);
        uint32_t last = d.stored.n ? mtl_vec_last(&d.stored) : 0;
        for (int32_t i = 0; i < to - room; i++) {
            last = offsets[i] < 0 ? last : (uint32_t)before + (uint32_t)offsets[i];
            add_unit(&d, room[i], last);
        }
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    mtl_vec_push(&d.stored, arena, (uint32_t)bytes.n);
    char rest[32];
    int8_t nrest = (int8_t)sizeof rest;
    UErrorCode asked = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, rest, &nrest, &asked);
    ucnv_close(converter);
    *bad = (size_t)(from - bytes.p) - (U_SUCCESS(asked) && nrest > 0 && from - bytes.p >= nrest ? (size_t)nrest : 0);
    *utf8 = (mtl_str){d.bytes.items, d.bytes.n};
    *stored = d.stored.items;
    return U_SUCCESS(status);
}

/* ---- encoding ---- */

bool mtl_encoding_holds(mtl_str name, mtl_str utf8)
{
    enum { ASCII = 0x7F, LATIN = 0xFF, CONTROLS = 0xA0 };
    const struct latin *latin = latin_called(name);
    if (mtl_utf8_count(utf8) == utf8.n)
        return true;
    for (size_t at = 0; latin && at < utf8.n;) {
        const uint32_t code = mtl_utf8_next(utf8, &at);
        if (code > ASCII && (latin->ascii || code > LATIN || code < CONTROLS))
            return false;
    }
    UConverter *to = open_converter(name), *from = open_converter(MTL_LIT("UTF-8"));
    char room[STEP], *end = room;
    const char *source = utf8.p;
    UErrorCode status = U_ZERO_ERROR;
    bool first = true;
    ucnv_setFromUCallBack(to, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    do {
        end = room;
        status = U_ZERO_ERROR;
        ucnv_convertEx(to, from, &end, room + STEP, &source, utf8.p + utf8.n, NULL, NULL, NULL, NULL, first, true, &status);
        first = false;
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    ucnv_close(to);
    ucnv_close(from);
    return U_SUCCESS(status);
}

char *mtl_encode(mtl_str utf8, mtl_str name, size_t *n)
{
    UConverter *to = open_converter(name), *from = open_converter(MTL_LIT("UTF-8"));
    UErrorCode status = U_ZERO_ERROR;
    ucnv_setFromUCallBack(to, UCNV_FROM_U_CALLBACK_SUBSTITUTE, NULL, NULL, NULL, &status);
    const size_t room = utf8.n * (size_t)ucnv_getMaxCharSize(to) + STEP;
    char *bytes = mtl_must_alloc(room), *at = bytes;
    const char *source = utf8.p;
    ucnv_convertEx(to, from, &at, bytes + room, &source, utf8.p + utf8.n, NULL, NULL, NULL, NULL, true, true, &status);
    ucnv_close(to);
    ucnv_close(from);
    *n = (size_t)(at - bytes);
    return bytes;
}
