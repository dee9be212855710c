#include "format/entity.h"

#include "base/utf8.h"

typedef struct name {
    const char *name, *meaning;
} name;

static const name names[] = {
#define E(name, meaning) {name, meaning},
#include "format/entity_names.def"
#undef E
};

static bool is_alnum(char c)
{
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
}

static int digit_of(char c, int base)
{
    const char lower = (char)(c | 0x20);
    const int value = c >= '0' && c <= '9' ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : base;
    return value < base ? value : -1;
}

/* What numbers from 0x80 to 0x9F mean: HTML reads them as Windows-1252, for that is what their writers had. */
static uint32_t from_windows(uint32_t code)
{
    static const uint16_t meant[32] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                       0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                       0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
    return code >= 0x80 && code < 0xA0 ? meant[code - 0x80] : code;
}

/* DIGITS stand between "&#" and ";". */
static size_t meaning_of_number(mtl_str digits, char out[MTL_ENTITY_BYTES])
{
    const bool hex = digits.n && (digits.p[0] | 0x20) == 'x';
    uint32_t code = 0;
    size_t i = hex;
    for (; i < digits.n; i++) {
        const int digit = digit_of(digits.p[i], hex ? 16 : 10);
        if (digit < 0 || code > 0x10FFFF)
            return 0;
        code = code * (hex ? 16 : 10) + (uint32_t)digit;
    }
    if (i == hex)
        return 0;
    const bool valid = code && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    return mtl_utf8_put(out, valid ? from_windows(code) : 0xFFFD);
}

size_t mtl_entity_meaning(mtl_str ref, char out[MTL_ENTITY_BYTES])
{
    if (ref.n < 3 || ref.p[0] != '&' || ref.p[ref.n - 1] != ';')
        return 0;
    const mtl_str inner = {ref.p + 1, ref.n - 2};
    if (inner.p[0] == '#')
        return meaning_of_number((mtl_str){inner.p + 1, inner.n - 1}, out);
    size_t low = 0, high = MTL_COUNT(names);
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = mtl_str_compare(mtl_cstr(names[middle].name), inner);
        if (order == 0) {
            const mtl_str meaning = mtl_cstr(names[middle].meaning);
            memcpy(out, meaning.p, meaning.n);
            return meaning.n;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

size_t mtl_entity_length(mtl_str s)
{
    enum { LONGEST = 40 };
    if (s.n < 3 || s.p[0] != '&')
        return 0;
    const size_t from = s.p[1] == '#' ? 2 : 1;
    size_t i = from;
    while (i < s.n && i < LONGEST && is_alnum(s.p[i]))
        i++;
    return i < s.n && i > from && s.p[i] == ';' ? i + 1 : 0;
}
