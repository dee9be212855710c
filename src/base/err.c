#include "base/err.h"

#include "base/utf8.h"

#include <stdio.h>

/* S into ROOM bytes with its NUL; too long a name loses its middle, since its end tells most. Never cuts a code point. */
static void put_where(char *out, size_t room, mtl_str s)
{
    if (s.n < room) {
        if (s.n)
            memcpy(out, s.p, s.n);
        out[s.n] = 0;
        return;
    }
    static const char dots[] = "…";
    size_t head = room / 4, tail = s.n - (room - head - sizeof dots);
    while (head > 0 && mtl_utf8_inside(s.p[head]))
        head--;
    while (tail < s.n && mtl_utf8_inside(s.p[tail]))
        tail++;
    memcpy(out, s.p, head);
    memcpy(out + head, dots, sizeof dots - 1);
    memcpy(out + head + sizeof dots - 1, s.p + tail, s.n - tail);
    out[head + sizeof dots - 1 + s.n - tail] = 0;
}

bool mtl_fail(mtl_err *err, mtl_code code, mtl_str where, uint32_t line, uint32_t column, const char *format, ...)
{
    if (!err)
        return false;
    err->code = code;
    err->line = line;
    err->column = column;
    put_where(err->where, sizeof err->where, where);
    va_list args;
    va_start(args, format);
    const int n = vsnprintf(err->what, sizeof err->what, format, args);
    va_end(args);
    if (n >= (int)sizeof err->what) /* it was cut, perhaps inside a code point */
        err->what[mtl_utf8_valid((mtl_str){err->what, sizeof err->what - 1})] = 0;
    return false;
}

enum { LONGEST = 64 };

static size_t distance(mtl_str a, mtl_str b)
{
    size_t row[LONGEST + 1];
    for (size_t j = 0; j <= b.n; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.n; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.n; j++) {
            const size_t change = diagonal + (a.p[i - 1] != b.p[j - 1]);
            const size_t least = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
            diagonal = row[j];
            row[j] = change < least ? change : least;
        }
    }
    return row[b.n];
}

const char *mtl_nearest(mtl_str word, const char *const *names, size_t n)
{
    const char *best = NULL;
    size_t least = word.n > LONGEST ? 0 : word.n / 3 + 2;
    for (size_t i = 0; i < n; i++) {
        const mtl_str name = mtl_cstr(names[i]);
        if (name.n > LONGEST || word.n > LONGEST)
            continue;
        const size_t d = distance(word, name);
        if (d < least) {
            least = d;
            best = names[i];
        }
    }
    return best;
}
