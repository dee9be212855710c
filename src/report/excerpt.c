#include "report/excerpt.h"

#include "base/utf8.h"
#include "report/flow.h"
#include "report/width.h"

enum {
    REACH = 1024,  /* bytes that are looked at on each side: more than any line shows */
    NARROWEST = 24 /* cells that the text has at least, whatever the terminal */
};

typedef struct line { /* the paragraph as one line */
    mtl_out text;
    size_t begin, end; /* of the marked bytes in it */
} line;

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* True if the line break before I is followed or preceded by an empty line: a paragraph's edge. */
static bool is_edge(mtl_str s, size_t i)
{
    size_t before = i, after = i;
    if (i == 0 || s.p[i - 1] != '\n')
        return false;
    before--;
    while (before > 0 && s.p[before - 1] != '\n' && is_blank(s.p[before - 1]))
        before--;
    while (after < s.n && s.p[after] != '\n' && is_blank(s.p[after]))
        after++;
    return before == 0 || s.p[before - 1] == '\n' || after == s.n || s.p[after] == '\n';
}

static size_t start_of(mtl_str s, size_t at)
{
    size_t i = at;
    while (i > 0 && at - i < REACH && !is_edge(s, i))
        i--;
    while (i < at && mtl_utf8_inside(s.p[i]))
        i++;
    return i;
}

static size_t end_of(mtl_str s, size_t at)
{
    size_t i = at;
    while (i < s.n && i - at < REACH && !is_edge(s, i))
        i++;
    while (i > at && i < s.n && mtl_utf8_inside(s.p[i]))
        i--;
    return i;
}

/* A run of white space at I of the source becomes one space if it holds a line break, else as many as there are. Returns its end. */
static size_t put_blanks(line *to, mtl_str s, size_t i, size_t stop)
{
    size_t end = i;
    bool breaks = false;
    while (end < stop && is_blank(s.p[end]))
        breaks |= s.p[end++] == '\n';
    for (size_t k = 0; k < (breaks ? 1 : end - i); k++)
        mtl_out_char(&to->text, ' ');
    return end;
}

static void flatten(line *to, mtl_str s, mtl_span at)
{
    const size_t end = mtl_span_end(at), last = end_of(s, end);
    const size_t marks[] = {at.at, end, last};
    size_t i = start_of(s, at.at);
    while (i < at.at && is_blank(s.p[i]))
        i++;
    for (size_t m = 0; m < MTL_COUNT(marks); m++) { /* before, inside and behind the span, so that its edges stay edges */
        while (i < marks[m]) {
            const size_t from = i;
            while (i < marks[m] && !is_blank(s.p[i]))
                i++;
            mtl_out_str(&to->text, (mtl_str){s.p + from, i - from});
            if (i < marks[m])
                i = put_blanks(to, s, i, marks[m]);
        }
        if (m == 0)
            to->begin = to->text.n;
        if (m == 1)
            to->end = to->text.n;
    }
    while (to->text.n > to->end && to->text.bytes[to->text.n - 1] == ' ')
        to->text.n--;
}

/* The furthest place behind FROM that CELLS reach, combining marks included. */
static size_t forward(mtl_str s, size_t from, uint32_t cells)
{
    while (from < s.n) {
        size_t next = from;
        const uint32_t width = mtl_width(mtl_utf8_next(s, &next));
        if (width > cells)
            break;
        cells -= width;
        from = next;
    }
    return from;
}

/* The furthest place before FROM that CELLS reach, at a character that stands by itself. */
static size_t backward(mtl_str s, size_t from, uint32_t cells)
{
    size_t best = from;
    while (from > 0) {
        const uint32_t width = mtl_width(mtl_utf8_prev(s, &from));
        if (width > cells)
            break;
        cells -= width;
        if (width > 0)
            best = from;
    }
    return best;
}

static mtl_str part(mtl_str s, size_t from, size_t to)
{
    return (mtl_str){s.p + from, to - from};
}

/* What of S is shown in ROOM cells: the marked part whole if it fits, and as much on both sides of it. */
static void cut(mtl_str s, const line *l, uint32_t room, size_t *from, size_t *to)
{
    const uint32_t dots = 2; /* one "…" on each side */
    const uint32_t before = mtl_width_str(part(s, 0, l->begin)), marked = mtl_width_str(part(s, l->begin, l->end));
    const uint32_t after = mtl_width_str(part(s, l->end, s.n));
    const uint32_t spare = marked + dots < room ? room - dots - marked : 0;
    *from = 0;
    *to = s.n;
    if ((uint64_t)before + marked + after <= room)
        return;
    const uint32_t half = spare / 2;
    const uint32_t left = after < half ? spare - after : half; /* what one side does not need goes to the other */
    const uint32_t right = before < half ? spare - before : spare - (left < before ? left : before);
    *from = backward(s, l->begin, left);
    *to = spare ? forward(s, l->end, right) : forward(s, l->begin, room - dots);
}

/* A cut in a word moves to the next gap, unless that is far. */
static size_t at_gap(mtl_str s, size_t from, size_t limit)
{
    enum { FAR = 20 };
    if (from == 0 || s.p[from - 1] == ' ')
        return from;
    for (size_t i = from; i < limit && i - from < FAR; i++)
        if (s.p[i] == ' ')
            return i + 1;
    return from;
}

static size_t at_gap_back(mtl_str s, size_t to, size_t limit)
{
    enum { FAR = 20 };
    if (to == s.n || s.p[to] == ' ')
        return to;
    for (size_t i = to; i > limit && to - i < FAR; i--)
        if (s.p[i - 1] == ' ')
            return i - 1;
    return to;
}

static void put_many(mtl_out *out, char c, uint32_t n)
{
    while (n--)
        mtl_out_char(out, c);
}

static void draw(mtl_out *out, mtl_str s, const line *l, size_t from, size_t to, const mtl_excerpt_style *style)
{
    const size_t end = l->end < to ? l->end : to; /* the marked part may be longer than the line */
    const uint32_t lead = (from > 0) + mtl_width_str(part(s, from, l->begin));
    const uint32_t carets = mtl_width_str(part(s, l->begin, end));
    put_many(out, ' ', style->indent);
    mtl_out_str(out, from > 0 ? MTL_LIT("…") : MTL_LIT(""));
    mtl_out_plain(out, part(s, from, l->begin));
    mtl_paint(out, part(s, l->begin, end), style->sgr, style->colour);
    mtl_out_plain(out, part(s, end, to));
    mtl_out_str(out, to < s.n ? MTL_LIT("…\n") : MTL_LIT("\n"));
    put_many(out, ' ', style->indent + lead);
    if (style->colour)
        mtl_out_fmt(out, "\x1b[%sm", style->sgr);
    put_many(out, '^', carets ? carets : 1);
    mtl_out_str(out, style->colour ? MTL_LIT("\x1b[0m\n") : MTL_LIT("\n"));
}

void mtl_excerpt(mtl_out *out, mtl_str source, mtl_span at, const mtl_excerpt_style *style)
{
    line l = {0};
    flatten(&l, source, at);
    const mtl_str s = mtl_out_bytes(&l.text);
    const uint32_t room = style->width > style->indent + NARROWEST ? style->width - style->indent : NARROWEST;
    size_t from, to;
    cut(s, &l, room, &from, &to);
    from = at_gap(s, from, l.begin);
    to = to > l.end ? at_gap_back(s, to, l.end) : to;
    draw(out, s, &l, from, to, style);
    mtl_out_free(&l.text);
}
