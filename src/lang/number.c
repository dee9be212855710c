#include "lang/number.h"

#include "base/utf8.h"

enum { GROUP = 3, MOST_PARTS = 12, LONGEST = 40 };

/* The digits between the marks of a number. */
typedef struct parts {
    uint32_t digits[MOST_PARTS];
    char marks[MOST_PARTS]; /* behind each part; 0 behind the last */
    uint32_t n;
    bool bytes; /* each part is less than 256, as in an address of the internet */
} parts;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_mark(mtl_str s, uint32_t i)
{
    return (s.p[i] == '.' || s.p[i] == ',') && i + 1 < s.n && is_digit(s.p[i + 1]);
}

/* Cuts the head of FORM into PARTS; returns its length. */
static uint32_t cut(mtl_str form, parts *out)
{
    *out = (parts){.n = 1, .bytes = true};
    uint32_t i = 0, value = 0;
    for (; i < form.n; i++) {
        if (is_digit(form.p[i])) {
            out->digits[out->n - 1]++;
            value = value > 255 ? value : value * 10 + (uint32_t)(form.p[i] - '0');
            out->bytes &= value <= 255;
        } else if (out->n < MOST_PARTS && i > 0 && is_mark(form, i)) {
            out->marks[out->n++ - 1] = form.p[i];
            value = 0;
        } else {
            break;
        }
    }
    return i;
}

/* The parts FROM .. TO are groups of three, the first one shorter perhaps, all behind the mark MARK. */
static bool are_groups(const parts *p, uint32_t to, char mark)
{
    if (p->digits[0] == 0 || p->digits[0] > GROUP)
        return false;
    for (uint32_t i = 1; i <= to; i++)
        if (p->digits[i] != GROUP || p->marks[i - 1] != mark)
            return false;
    return true;
}

static char other(char mark)
{
    return mark == '.' ? ',' : '.';
}

static mtl_number_shape shape_of(const parts *p, bool zero_first, char *decimal)
{
    const uint32_t last = p->n - 1;
    if (last == 0)
        return MTL_NUMBER_PLAIN;
    const char first = p->marks[0], final = p->marks[last - 1];
    *decimal = final;
    if (last == 1 && (zero_first || !are_groups(p, 1, first)))
        return MTL_NUMBER_DECIMAL;
    if (last > 1 && first != final)
        return are_groups(p, last - 1, first) && !zero_first ? MTL_NUMBER_FULL : MTL_NUMBER_PLAIN;
    const bool address = last == 3 && first == '.' && p->bytes;
    if (!are_groups(p, last, first) || zero_first || address)
        return MTL_NUMBER_PLAIN;
    *decimal = other(first);
    return last == 1 ? MTL_NUMBER_OPEN : MTL_NUMBER_GROUPED;
}

mtl_number mtl_number_read(mtl_str form)
{
    parts p;
    char decimal = 0;
    const uint32_t length = cut(form, &p);
    if (length == 0)
        return (mtl_number){0};
    const bool more = length < form.n && (form.p[length] == ':' || form.p[length] == '.' || form.p[length] == ',');
    const mtl_number_shape shape = more || length > LONGEST ? MTL_NUMBER_PLAIN : shape_of(&p, form.p[0] == '0', &decimal);
    mtl_number number = {.shape = shape, .length = length, .decimal = shape == MTL_NUMBER_PLAIN ? 0 : decimal};
    const uint32_t before = shape == MTL_NUMBER_DECIMAL || shape == MTL_NUMBER_FULL ? p.n - 1 : p.n;
    for (uint32_t i = 0; i < before; i++)
        number.whole += p.digits[i];
    number.round = mtl_str_ends((mtl_str){form.p, length}, MTL_LIT("000"));
    number.fine = form.p[length - 1] != '0';
    return number;
}

mtl_str mtl_number_write(mtl_str form, const mtl_number *number, const mtl_figures *figures, mtl_arena *arena)
{
    mtl_str out = {0};
    for (uint32_t i = 0; i < number->length; i++) {
        const bool digit = is_digit(form.p[i]), decimal = form.p[i] == number->decimal;
        if (!digit && !decimal && number->whole < figures->smallest)
            continue;
        char mark[4];
        const uint32_t code = digit ? (uint32_t)form.p[i] : decimal ? figures->decimal : figures->group;
        out = mtl_str_format(arena, "%.*s%.*s", MTL_FMT(out), (int)mtl_utf8_put(mark, code), mark);
    }
    return out;
}
