#include "format/asciidoc_marker.h"

#include "format/lines.h"

mtl_str mtl_asciidoc_behind(mtl_str s, size_t n)
{
    return n < s.n ? (mtl_str){s.p + n, s.n - n} : (mtl_str){s.p + s.n, 0};
}

static bool is_gap(mtl_str s, size_t at)
{
    return at < s.n && (s.p[at] == ' ' || s.p[at] == '\t');
}

static bool is_word_at(mtl_str s, uint32_t at)
{
    const uint32_t code = mtl_lines_code_at(s, at);
    return code && mtl_lines_is_word(code);
}

bool mtl_asciidoc_is_comment(mtl_str s)
{
    return mtl_str_starts(s, MTL_LIT("//")) && !mtl_str_starts(s, MTL_LIT("///"));
}

/* ---- what begins with a line ---- */

bool mtl_asciidoc_is_attributes(mtl_str s)
{
    if (s.n < 2 || s.p[0] != '[' || s.p[s.n - 1] != ']')
        return false;
    return s.n == 2 || is_word_at(s, 1) || (strchr("[.#%\"',{", s.p[1]) && s.p[1]);
}

mtl_asciidoc_block_kind mtl_asciidoc_block(mtl_str s)
{
    static const struct delimiter {
        char sign;
        uint32_t least;
        mtl_asciidoc_block_kind kind;
    } delimiters[] = {{'-', 4, MTL_ASCIIDOC_SHOWN},   {'.', 4, MTL_ASCIIDOC_SHOWN},  {'+', 4, MTL_ASCIIDOC_SHOWN},
                      {'/', 4, MTL_ASCIIDOC_COMMENT}, {'=', 4, MTL_ASCIIDOC_HOLDER}, {'*', 4, MTL_ASCIIDOC_HOLDER},
                      {'_', 4, MTL_ASCIIDOC_HOLDER}};
    if (mtl_str_is(s, "--"))
        return MTL_ASCIIDOC_HOLDER;
    if (mtl_str_starts(s, MTL_LIT("```")))
        return MTL_ASCIIDOC_SHOWN;
    if (s.n > 3 && strchr("|,:!", s.p[0]) && s.p[0] && mtl_lines_row(mtl_asciidoc_behind(s, 1)) == s.n - 1 && s.p[1] == '=')
        return MTL_ASCIIDOC_TABLE;
    for (const struct delimiter *d = delimiters; d < MTL_END(delimiters); d++)
        if (s.n >= d->least && s.p[0] == d->sign && mtl_lines_row(s) == s.n)
            return d->kind;
    return MTL_ASCIIDOC_NOTHING;
}

/* "* ", "-- ", "... ", "1. ", "a. ", "iv) ", "<1> " */
static uint32_t item_marker(mtl_str s)
{
    enum { DEEPEST = 5 };
    uint32_t n = 0;
    if (s.n && (s.p[0] == '*' || s.p[0] == '.'))
        n = mtl_lines_row(s) <= DEEPEST ? mtl_lines_row(s) : 0;
    else if (mtl_str_starts(s, MTL_LIT("-")))
        n = 1;
    else if (mtl_str_starts(s, MTL_LIT("•")))
        n = 3;
    else if (mtl_str_starts(s, MTL_LIT("<"))) {
        for (n = 1; n < s.n && ((s.p[n] >= '0' && s.p[n] <= '9') || s.p[n] == '.');)
            n++;
        n = n > 1 && n < s.n && s.p[n] == '>' ? n + 1 : 0;
    } else {
        while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
            n++;
        const bool letter = n == 0 && s.n > 1 && s.p[1] == '.' && (s.p[0] | 0x20) >= 'a' && (s.p[0] | 0x20) <= 'z';
        n += letter;
        const char close = n ? '.' : ')';
        while (close == ')' && n < s.n && s.p[n] && strchr("ivxIVX", s.p[n]))
            n++;
        n = n && n < s.n && s.p[n] == close ? n + 1 : 0;
    }
    return n && is_gap(s, n) ? n : 0;
}

/* "Begriff:: ", ";;" */
static mtl_asciidoc_marker term_marker(mtl_str s)
{
    for (uint32_t at = 1; at + 1 < s.n; at++) {
        const char sign = s.p[at];
        if ((sign != ':' && sign != ';') || s.p[at + 1] != sign)
            continue;
        const uint32_t row = mtl_lines_row(mtl_asciidoc_behind(s, at)), end = at + row;
        const bool fits = sign == ':' ? row <= 4 : row == 2;
        if (fits && (end == s.n || is_gap(s, end)))
            return (mtl_asciidoc_marker){end, at, ((uint32_t)(unsigned char)sign << 8) + row};
        at = end;
    }
    return (mtl_asciidoc_marker){0};
}

mtl_asciidoc_marker mtl_asciidoc_item(mtl_str s)
{
    const uint32_t n = item_marker(s);
    if (n == 0)
        return term_marker(s);
    /* "**" is another list than "*"; "1." and "2." are one, and so are "a." and "b.". */
    const char first = s.p[0];
    const uint32_t row = first == '*' || first == '.' ? n : 0, closed = s.p[n - 1] == ')';
    const bool digit = first >= '0' && first <= '9', small = first >= 'a' && first <= 'z', large = first >= 'A' && first <= 'Z';
    const char sort = digit ? '1' : small ? 'a' : large ? 'A' : first;
    return (mtl_asciidoc_marker){n, 0, ((uint32_t)(unsigned char)sort << 8) + row + closed};
}

uint32_t mtl_asciidoc_title(mtl_str s)
{
    enum { DEEPEST = 6 };
    const uint32_t n = s.n && (s.p[0] == '=' || s.p[0] == '#') ? mtl_lines_row(s) : 0;
    return n && n <= DEEPEST && is_gap(s, n) && !is_gap(s, s.n - 1) ? n : 0;
}

/* The target of the macro NAME is a file, in whose name there may be spaces. */
static bool names_file(mtl_str name)
{
    static const char *const names[] = {"include", "image", "video", "audio"};
    for (const char *const *n = names; n < MTL_END(names); n++)
        if (mtl_str_is(name, *n))
            return true;
    return false;
}

uint32_t mtl_asciidoc_macro(mtl_str s)
{
    uint32_t at = 0;
    while (at < s.n && (unsigned char)s.p[at] < 0x80 && (is_word_at(s, at) || (at && s.p[at] == '-')))
        at++;
    if (at == 0 || s.n < 4 || s.p[s.n - 1] != ']' || !mtl_str_starts(mtl_asciidoc_behind(s, at), MTL_LIT("::")))
        return 0;
    const char *open = memchr(s.p + at, '[', s.n - at);
    const uint32_t bracket = open ? (uint32_t)(open - s.p) : 0, target = at + 2;
    if (!bracket || !memchr(s.p, ' ', bracket))
        return bracket;
    return names_file((mtl_str){s.p, at}) && target < bracket && s.p[target] != ' ' && s.p[bracket - 1] != ' ' ? bracket : 0;
}

uint32_t mtl_asciidoc_entry(mtl_str s)
{
    uint32_t at = s.n > 1 && s.p[1] == '!' ? 2 : 1;
    if (s.n < 3 || s.p[0] != ':' || !is_word_at(s, at))
        return 0;
    while (at < s.n && s.p[at] != ':' && s.p[at] != ' ')
        at++;
    return at < s.n && s.p[at] == ':' && (at + 1 == s.n || is_gap(s, at + 1)) ? at + 1 : 0;
}

uint32_t mtl_asciidoc_admonition(mtl_str s)
{
    static const char *const names[] = {"NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "};
    for (const char *const *name = names; name < MTL_END(names); name++)
        if (mtl_str_starts(s, mtl_cstr(*name)))
            return (uint32_t)strlen(*name);
    return 0;
}

bool mtl_asciidoc_is_rule(mtl_str s)
{
    static const char *const rules[] = {"---", "***", "___", "- - -", "* * *", "_ _ _"};
    for (const char *const *rule = rules; rule < MTL_END(rules); rule++)
        if (mtl_str_is(s, *rule))
            return true;
    return s.n > 2 && (s.p[0] == '\'' || s.p[0] == '<') && mtl_lines_row(s) == s.n;
}
