#include "format/lines.h"

#include "base/utf8.h"

enum { TAB = 8 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || c == '\v';
}

static mtl_line line_at(mtl_str bytes, uint32_t from, uint32_t end)
{
    uint32_t indent = 0;
    for (; from < end && is_blank(bytes.p[from]); from++)
        indent += bytes.p[from] == '\t' ? TAB - indent % TAB : 1;
    while (end > from && is_blank(bytes.p[end - 1]))
        end--;
    return (mtl_line){{from, end - from}, indent};
}

mtl_lines mtl_lines_cut(mtl_str bytes, uint32_t from, mtl_arena *arena)
{
    MTL_VEC(mtl_line) lines = {0};
    for (uint32_t at = from, end; at < bytes.n; at = end + 1) {
        for (end = at; end < bytes.n && bytes.p[end] != '\n' && bytes.p[end] != '\r';)
            end++;
        mtl_vec_push(&lines, arena, line_at(bytes, at, end));
        if (end + 1 < bytes.n && bytes.p[end] == '\r' && bytes.p[end + 1] == '\n')
            end++;
    }
    return (mtl_lines){lines.items, lines.n};
}

/* What stands between two lines that are to be one text: all of it, if it is white space with one line end, else its first byte. */
static mtl_span gap_between(mtl_str bytes, mtl_span a, mtl_span b)
{
    const uint32_t from = mtl_span_end(a);
    uint32_t ends = 0;
    for (uint32_t at = from; at < b.at; at++) {
        ends += bytes.p[at] == '\n' || (bytes.p[at] == '\r' && bytes.p[at + 1] != '\n');
        if (ends > 1 || !mtl_prose_is_blank(bytes.p[at]))
            return (mtl_span){from, 1};
    }
    return (mtl_span){from, b.at - from};
}

const mtl_layer *mtl_lines_layer(const mtl_layer *below, const mtl_line *lines, uint32_t n, mtl_arena *arena)
{
    mtl_layering building = {.below = below, .arena = arena};
    const mtl_span *last = NULL;
    for (uint32_t i = 0; i < n; i++) {
        if (lines[i].at.len == 0)
            continue;
        if (last)
            mtl_layering_put(&building, gap_between(below->bytes, *last, lines[i].at), MTL_LIT("\n"));
        mtl_layering_copy(&building, lines[i].at);
        last = &lines[i].at;
    }
    return mtl_layering_done(&building, NULL);
}

mtl_line mtl_line_behind(mtl_str bytes, mtl_line line, uint32_t n)
{
    line.indent += mtl_lines_width((mtl_str){bytes.p + line.at.at, n});
    while (n < line.at.len && is_blank(bytes.p[line.at.at + n])) {
        line.indent += bytes.p[line.at.at + n] == '\t' ? TAB - line.indent % TAB : 1;
        n++;
    }
    line.at = (mtl_span){line.at.at + n, line.at.len - n};
    return line;
}

uint32_t mtl_lines_row(mtl_str s)
{
    uint32_t n = 0;
    while (n < s.n && s.p[n] == s.p[0])
        n++;
    return n;
}

static bool is_in(uint32_t code, const uint32_t (*ranges)[2], size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (code >= ranges[i][0] && code <= ranges[i][1])
            return true;
    return false;
}

uint32_t mtl_lines_columns(uint32_t code)
{
    static const uint32_t wide[][2] = {{0x1100, 0x115F}, {0x2E80, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
                                       {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
    if (code < 0x300)
        return 1;
    return code <= 0x36F ? 0 : is_in(code, wide, MTL_COUNT(wide)) ? 2 : 1;
}

uint32_t mtl_lines_width(mtl_str s)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s.n;)
        n += mtl_lines_columns(mtl_utf8_next(s, &i));
    return n;
}

bool mtl_lines_is_space(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) ||
           code == 0x2028 || code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

bool mtl_lines_is_word(uint32_t code)
{
    static const uint32_t marks[][2] = {{0x80, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},     {0xD7, 0xD7},
                                        {0xF7, 0xF7},     {0x2000, 0x206F}, {0x20A0, 0x20CF}, {0x2190, 0x2BFF}, {0x3000, 0x3004},
                                        {0x3008, 0x3020}, {0xFE10, 0xFE6F}, {0xFF00, 0xFF0F}, {0xFFFC, 0xFFFF}};
    if (code < 0x80)
        return (code >= '0' && code <= '9') || code == '_' || ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
    return !is_in(code, marks, MTL_COUNT(marks));
}

uint32_t mtl_lines_code_at(mtl_str s, uint32_t at)
{
    size_t i = at;
    return i < s.n ? mtl_utf8_next(s, &i) : 0;
}

uint32_t mtl_lines_code_before(mtl_str s, uint32_t at)
{
    size_t i = at;
    return i ? mtl_utf8_prev(s, &i) : 0;
}
