#include "format/rst_marker.h"

#include "format/lines.h"
#include "format/rst_inline.h"

mtl_str mtl_rst_behind(mtl_str s, uint32_t n)
{
    return n < s.n ? (mtl_str){s.p + n, s.n - n} : (mtl_str){s.p + s.n, 0};
}

uint32_t mtl_rst_bullet(mtl_str s)
{
    static const char *const bullets[] = {"-", "+", "*", "•", "‣", "⁃"};
    for (const char *const *bullet = bullets; bullet < MTL_END(bullets); bullet++) {
        const mtl_str mark = mtl_cstr(*bullet);
        if (mtl_str_starts(s, mark) && (s.n == mark.n || s.p[mark.n] == ' '))
            return (uint32_t)mark.n;
    }
    return 0;
}

typedef struct enumerator {
    uint32_t n;          /* its bytes; 0: there is none */
    char opens, closes;  /* "(a)", "a)", "a." */
    char first;          /* of its own characters */
    uint32_t value, len; /* of a number; how many characters it has */
} enumerator;

static enumerator enumerator_of(mtl_str s)
{
    enumerator e = {.opens = s.n && s.p[0] == '(' ? '(' : 0};
    uint32_t at = e.opens != 0, from = at;
    e.first = at < s.n ? s.p[at] : 0;
    const bool digits = e.first >= '0' && e.first <= '9', upper = e.first >= 'A' && e.first <= 'Z';
    for (; at < s.n && at - from < 9 && digits && s.p[at] >= '0' && s.p[at] <= '9'; at++)
        e.value = e.value * 10 + (uint32_t)(s.p[at] - '0');
    if (!digits && (e.first == '#' || upper || (e.first >= 'a' && e.first <= 'z')))
        at++;
    /* More letters than one are a Roman number. */
    if (at > from && !digits && e.first != '#' && strchr("ivxlcdmIVXLCDM", e.first))
        while (at < s.n && s.p[at] && strchr(upper ? "IVXLCDM" : "ivxlcdm", s.p[at]))
            at++;
    e.len = at - from;
    e.closes = at < s.n ? s.p[at] : 0;
    const bool closed = e.closes == ')' || (e.closes == '.' && !e.opens);
    e.n = e.len && closed && (at + 1 == s.n || s.p[at + 1] == ' ') ? at + 1 : 0;
    return e;
}

uint32_t mtl_rst_enumerator(mtl_str s)
{
    return enumerator_of(s).n;
}

bool mtl_rst_enumerator_follows(mtl_str s, mtl_str behind)
{
    const enumerator e = enumerator_of(s), next = enumerator_of(behind);
    if (next.n == 0 || next.opens != e.opens || next.closes != e.closes)
        return false;
    if (next.first == '#' || e.first == '#')
        return next.first == '#';
    return e.value ? next.value == e.value + 1 : e.len > 1 || next.len > 1 || next.first == e.first + 1;
}

/* The bytes of ":name:" and what is white behind it at the head of S; 0 if it is no field. */
uint32_t mtl_rst_field(mtl_str s)
{
    if (s.n < 3 || s.p[0] != ':' || s.p[1] == ':' || s.p[1] == ' ')
        return 0;
    for (uint32_t i = 1; i < s.n; i++) {
        if (s.p[i] == '\\') {
            i++;
            continue;
        }
        const bool ends = i + 1 == s.n || s.p[i + 1] == ' ';
        if (s.p[i] == ':' && ends)
            return s.p[i - 1] == ' ' ? 0 : i + 1;
        if (s.p[i] == ':' && s.p[i + 1] == '`')
            return 0;
    }
    return 0;
}

/* The name in a field marker of N bytes at the head of S, up to its first space. */
mtl_str mtl_rst_field_name(mtl_str s, uint32_t n)
{
    const mtl_str name = {s.p + 1, n - 2};
    const char *space = memchr(name.p, ' ', name.n);
    return space ? (mtl_str){name.p, (size_t)(space - name.p)} : name;
}

/* The bytes of one option, "-f FILE" or "--file=NAME", at AT; 0 if there is none. */
static uint32_t option_at(mtl_str s, uint32_t at)
{
    const uint32_t from = at;
    const bool is_long =
        mtl_str_starts(mtl_rst_behind(s, at), MTL_LIT("--")) || mtl_str_starts(mtl_rst_behind(s, at), MTL_LIT("/"));
    if (!is_long && !(at < s.n && (s.p[at] == '-' || s.p[at] == '+')))
        return 0;
    at += is_long && s.p[at] == '-' ? 2 : 1;
    const uint32_t name = at;
    while (at < s.n && (is_long || at == name) && (unsigned char)s.p[at] < 0x80 &&
           (mtl_lines_is_word((unsigned char)s.p[at]) || (at > name && s.p[at] == '-')))
        at++;
    if (at == name)
        return 0;
    uint32_t value = at + (at < s.n && (s.p[at] == ' ' || s.p[at] == '='));
    const uint32_t begins = value;
    const char *close = value < s.n && s.p[value] == '<' ? memchr(s.p + value, '>', s.n - value) : NULL;
    if (close)
        return (uint32_t)(close - s.p) + 1 - from;
    while (value < s.n && (unsigned char)s.p[value] < 0x80 && (mtl_lines_is_word((unsigned char)s.p[value]) || s.p[value] == '-'))
        value++;
    return (value > begins ? value : at) - from;
}

uint32_t mtl_rst_options(mtl_str s)
{
    uint32_t at = 0;
    for (uint32_t one; (one = option_at(s, at)) > 0;) {
        at += one;
        if (!mtl_str_starts(mtl_rst_behind(s, at), MTL_LIT(", ")))
            break;
        at += 2;
    }
    return at;
}

/* The bytes of "name::" at the head of S, and the name; 0 if there is none. */
uint32_t mtl_rst_directive(mtl_str s, mtl_str *name)
{
    const uint32_t n = mtl_rst_name(s), space = n < s.n && s.p[n] == ' ';
    *name = (mtl_str){s.p, n};
    const bool marks = n && mtl_str_starts(mtl_rst_behind(s, n + space), MTL_LIT("::"));
    const uint32_t end = n + space + 2;
    return marks && (end == s.n || mtl_prose_is_blank(s.p[end])) ? end : 0;
}

/* The bytes of "[1]", "[#note]" or "[Mann1924]" at the head of S; 0 if there is none. */
uint32_t mtl_rst_note(mtl_str s)
{
    if (s.n < 3 || s.p[0] != '[')
        return 0;
    const bool sign = s.p[1] == '#' || s.p[1] == '*';
    const uint32_t end = 1 + sign + mtl_rst_name(mtl_rst_behind(s, 1 + sign));
    if (end == 1 || end >= s.n || s.p[end] != ']')
        return 0;
    return end + 1 == s.n || mtl_prose_is_blank(s.p[end + 1]) ? end + 1 : 0;
}

/* The bytes of "|name| " at the head of S; 0 if there is none. */
uint32_t mtl_rst_substitution(mtl_str s)
{
    if (s.n < 3 || s.p[0] != '|' || s.p[1] == ' ')
        return 0;
    const char *close = memchr(s.p + 1, '|', s.n - 1);
    uint32_t end = close ? (uint32_t)(close - s.p) + 1 : 0;
    while (end && end < s.n && mtl_prose_is_blank(s.p[end]))
        end++;
    return end;
}
