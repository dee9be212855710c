#include "format/html_reference.h"

#include "base/utf8.h"

enum { REPLACEMENT = 0xFFFD, LONGEST_BARE = 6 };

typedef struct reference {
    const char *name;
    unsigned char len, nmeaning;
    bool bare; /* counts without its semicolon */
    char meaning[7];
} reference;

static const reference references[] = {
#define REFERENCE(name, bare, meaning) {name, sizeof(name) - 1, sizeof(meaning) - 1, bare, meaning},
#include "format/html_references.def"
#undef REFERENCE
};

static const reference *find(mtl_str name)
{
    size_t low = 0, high = MTL_COUNT(references);
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const reference *r = &references[middle];
        const int order = mtl_str_compare(name, (mtl_str){r->name, r->len});
        if (order == 0)
            return r;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_alphanumeric(char c)
{
    return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* 0 to 15, or 16. */
static uint32_t hex_value(char c)
{
    if (is_digit(c))
        return (uint32_t)(c - '0');
    const char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? (uint32_t)(lower - 'a' + 10) : 16;
}

/* What a number means: bytes of Windows-1252 are read as such, what is no character is U+FFFD. */
static uint32_t code_meant(uint32_t number)
{
    static const uint16_t windows[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                         0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                         0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    if (number == 0 || number > 0x10FFFF || (number >= 0xD800 && number < 0xE000))
        return REPLACEMENT;
    return number >= 0x80 && number < 0xA0 ? windows[number - 0x80] : number;
}

static void read_number(mtl_html_reference *out, mtl_str s)
{
    const bool hex = s.n > 2 && (s.p[2] | 0x20) == 'x';
    const uint32_t base = hex ? 16 : 10;
    const size_t from = hex ? 3 : 2;
    size_t at = from;
    uint32_t number = 0;
    for (; at < s.n && hex_value(s.p[at]) < base; at++)
        number = number > 0x10FFFF ? number : number * base + hex_value(s.p[at]);
    if (at == from)
        return;
    out->len = (uint32_t)at + (at < s.n && s.p[at] == ';');
    out->meaning = (mtl_str){out->room, mtl_utf8_put(out->room, code_meant(number))};
}

static void read_name(mtl_html_reference *out, mtl_str s, bool in_attribute)
{
    enum { LONGEST = 40 };
    size_t end = 1;
    while (end < s.n && end < LONGEST && is_alphanumeric(s.p[end]))
        end++;
    const mtl_str name = {s.p + 1, end - 1};
    const bool closed = end < s.n && s.p[end] == ';';
    const reference *r = closed ? find(name) : NULL;
    size_t len = end + 1;
    for (size_t n = name.n < LONGEST_BARE ? name.n : LONGEST_BARE; !r && n > 1; n--) {
        r = find((mtl_str){name.p, n});
        r = r && r->bare ? r : NULL;
        len = n + 1;
        if (r && in_attribute && len < s.n && (s.p[len] == '=' || is_alphanumeric(s.p[len])))
            return;
    }
    if (!r)
        return;
    out->len = (uint32_t)len;
    out->meaning = (mtl_str){r->meaning, r->nmeaning};
}

void mtl_html_reference_read(mtl_html_reference *out, mtl_str s, bool in_attribute)
{
    out->len = 0;
    if (s.n > 2 && s.p[1] == '#')
        read_number(out, s);
    else if (s.n > 1 && is_alphanumeric(s.p[1]))
        read_name(out, s, in_attribute);
}
