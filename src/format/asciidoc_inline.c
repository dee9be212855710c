#include "format/asciidoc_inline.h"

#include "format/lines.h"

#define NOWHERE UINT32_MAX

enum { DEEPEST = 8 };

/* What ends with the mark it begins with. */
typedef enum quote_kind { STRONG, EMPHASIS, CODE, MARKED, RAISED, LOWERED, DOUBLE, SINGLE, PLAIN, NQUOTES } quote_kind;

typedef struct scan { /* a stretch of text between two marks, or all of it */
    mtl_prose *prose;
    mtl_str s;     /* ends where the stretch does */
    uint32_t from; /* text from here on is not handed over yet */
    uint32_t depth;
    bool hard, no_bracket;
    bool no_close[NQUOTES], no_far_close[NQUOTES]; /* none stands behind the place where one was last looked for: of "*", of "**" */
    mtl_asciidoc_notes *notes;
} scan;

static void scan_text(scan *c, uint32_t at);

/* ---- helpers ---- */

static mtl_span between(uint32_t from, uint32_t end)
{
    return (mtl_span){from, end > from ? end - from : 0};
}

static bool stands(mtl_str s, uint32_t at, mtl_str what)
{
    return at <= s.n && mtl_str_starts((mtl_str){s.p + at, s.n - at}, what);
}

static bool is_word_at(mtl_str s, uint32_t at)
{
    const uint32_t code = mtl_lines_code_at(s, at);
    return code && mtl_lines_is_word(code);
}

static bool is_blank_at(mtl_str s, uint32_t at)
{
    return at >= s.n || mtl_lines_is_space(mtl_lines_code_at(s, at));
}

/* What is looked for again and again must not be further from AT than this. */
static uint32_t nearby_end(mtl_str s, uint32_t at)
{
    enum { FAR = 4000 };
    return s.n - at < FAR ? (uint32_t)s.n : at + FAR;
}

/* Hands over the text before AT; what comes next begins at NEXT. */
static void add_text(scan *c, uint32_t at, uint32_t next)
{
    const uint32_t end = at > c->from ? at : c->from;
    for (uint32_t from = c->from; from < end;) {
        const char *line_end = c->hard ? memchr(c->s.p + from, '\n', end - from) : NULL;
        const uint32_t upto = line_end ? (uint32_t)(line_end - c->s.p) : end;
        mtl_prose_marked(c->prose, between(from, upto), false);
        if (line_end)
            mtl_prose_gap(c->prose, between(upto, upto + 1), true);
        from = upto + (line_end != NULL);
    }
    c->from = next;
}

static uint32_t add_hole(scan *c, uint32_t at, uint32_t end)
{
    add_text(c, at, end);
    mtl_prose_hole(c->prose, between(at, end));
    return end;
}

/* Where a mark ends a sentence, the space before what is not shown goes with it. */
static uint32_t add_nothing(scan *c, uint32_t at, uint32_t end)
{
    const bool glued = end < c->s.n && strchr(".,;:!?)", c->s.p[end]) && c->s.p[end];
    while (glued && at > c->from && mtl_prose_is_blank(c->s.p[at - 1]))
        at--;
    add_text(c, at, end);
    if (glued)
        c->prose->gap_kind = MTL_NO_GAP;
    return end;
}

/* The text of a link or between two marks, WHOLE with what is around it. */
static uint32_t add_inner(scan *c, mtl_span whole, mtl_span inner)
{
    add_text(c, whole.at, mtl_span_end(whole));
    scan deeper = {.prose = c->prose,
                   .s = {c->s.p, mtl_span_end(inner)},
                   .from = inner.at,
                   .depth = c->depth + 1,
                   .hard = c->hard,
                   .notes = c->notes};
    scan_text(&deeper, inner.at);
    return mtl_span_end(whole);
}

/* ---- quoted text ---- */

static const struct quote {
    const char *mark; /* one of two characters ends with them in reverse */
    bool everywhere;  /* doubled, it may stand inside of a word */
    bool one_word;
    const char *opens, *closes; /* what it means */
} quotes[] = {
    [STRONG] = {"*", true, false, NULL, NULL},  [EMPHASIS] = {"_", true, false, NULL, NULL},
    [CODE] = {"`", true, false, NULL, NULL},    [MARKED] = {"#", true, false, NULL, NULL},
    [RAISED] = {"^", false, true, NULL, NULL},  [LOWERED] = {"~", false, true, NULL, NULL},
    [DOUBLE] = {"\"`", false, false, "“", "”"}, [SINGLE] = {"'`", false, false, "‘", "’"},
    [PLAIN] = {"+", true, false, NULL, NULL},
};

static bool is_one_of(uint32_t code, const char *set)
{
    return code && code < 0x80 && strchr(set, (int)code);
}

/* A constrained mark may begin at AT: "<" and "&" have become references before asciidoctor looks. */
static bool may_begin_at(mtl_str s, uint32_t at, quote_kind kind)
{
    const uint32_t before = mtl_lines_code_before(s, at);
    const char *barred = kind == CODE ? ";:}<>&\"'`" : kind == SINGLE ? ";:}<>&`" : ";:}<>&";
    return at == 0 || (!mtl_lines_is_word(before) && !is_one_of(before, barred));
}

static bool may_end_at(mtl_str s, uint32_t end, quote_kind kind)
{
    return !is_word_at(s, end) && (kind != CODE || !is_one_of(mtl_lines_code_at(s, end), "\"'`"));
}

/* Where the mark that ends the text from FROM on stands; NOWHERE if nothing does. */
static uint32_t find_close(scan *c, quote_kind kind, uint32_t from)
{
    const char mark[] = {quotes[kind].mark[1] ? quotes[kind].mark[1] : quotes[kind].mark[0], quotes[kind].mark[0], 0};
    const uint32_t n = quotes[kind].mark[1] ? 2 : 1;
    if (c->no_close[kind] || is_blank_at(c->s, from))
        return NOWHERE;
    for (size_t at = from + 1; (at = mtl_str_find(c->s, (mtl_str){mark, n}, at)) != SIZE_MAX; at++) {
        if (quotes[kind].one_word)
            return memchr(c->s.p + from, ' ', at - from) || memchr(c->s.p + from, '\n', at - from) ? NOWHERE : (uint32_t)at;
        if (!mtl_lines_is_space(mtl_lines_code_before(c->s, (uint32_t)at)) && may_end_at(c->s, (uint32_t)at + n, kind))
            return (uint32_t)at;
    }
    c->no_close[kind] = true;
    return NOWHERE;
}

static uint32_t find_far_close(scan *c, quote_kind kind, uint32_t from)
{
    const char mark[] = {quotes[kind].mark[0], quotes[kind].mark[0]};
    if (c->no_far_close[kind])
        return NOWHERE;
    const size_t at = mtl_str_find(c->s, (mtl_str){mark, sizeof mark}, from + 1);
    c->no_far_close[kind] = at == SIZE_MAX;
    return at == SIZE_MAX ? NOWHERE : (uint32_t)at;
}

static void put_mark(scan *c, uint32_t at, const char *meaning)
{
    if (meaning)
        mtl_prose_put(c->prose, (mtl_span){at, 2}, mtl_cstr(meaning));
}

/* What stands between marks of N bytes, the first at AT, the last at CLOSE; ROLE before it, "[.role]", is not shown. */
static uint32_t add_quote(scan *c, quote_kind kind, uint32_t role, uint32_t at, uint32_t close, uint32_t n)
{
    const mtl_span whole = between(role, close + n), inner = between(at + n, close);
    if (kind == CODE)
        return add_hole(c, role, close + n);
    add_text(c, role, close + n);
    put_mark(c, at, quotes[kind].opens);
    if (kind == PLAIN)
        mtl_prose_text(c->prose, inner);
    else
        add_inner(c, whole, inner);
    put_mark(c, close, quotes[kind].closes);
    return close + n;
}

/* Text between marks that begins at AT, its role at ROLE. Returns where it ends, AT if nothing begins there. */
static uint32_t read_quote(scan *c, uint32_t role, uint32_t at)
{
    for (quote_kind kind = 0; kind < NQUOTES; kind++) {
        const struct quote *q = &quotes[kind];
        const uint32_t n = q->mark[1] ? 2 : 1;
        if (!stands(c->s, at, (mtl_str){q->mark, n}))
            continue;
        const bool doubled = q->everywhere && at + 2 < c->s.n && c->s.p[at + 1] == q->mark[0];
        const uint32_t far = doubled ? find_far_close(c, kind, at + 2) : NOWHERE;
        if (far != NOWHERE)
            return add_quote(c, kind, role, at, far, 2);
        const uint32_t close = q->one_word || may_begin_at(c->s, role, kind) ? find_close(c, kind, at + n) : NOWHERE;
        if (close != NOWHERE)
            return add_quote(c, kind, role, at, close, n);
    }
    return at;
}

static uint32_t read_mark(scan *c, uint32_t at)
{
    return read_quote(c, at, at);
}

/* "`'" is an apostrophe. */
static uint32_t read_tick(scan *c, uint32_t at)
{
    const uint32_t end = read_quote(c, at, at);
    if (end > at || !stands(c->s, at, MTL_LIT("`'")))
        return end;
    add_text(c, at, at + 2);
    mtl_prose_put(c->prose, (mtl_span){at, 2}, MTL_LIT("\xE2\x80\x99"));
    return at + 2;
}

/* ---- passthroughs and line breaks ---- */

/* Raw HTML is not shown; other text is, as it stands. */
static uint32_t add_raw(scan *c, uint32_t at, mtl_span inner, uint32_t end)
{
    const mtl_str text = mtl_str_trim(mtl_str_cut(c->s, inner));
    add_text(c, at, end);
    if (text.n && (text.p[0] != '<' || text.p[text.n - 1] != '>'))
        mtl_prose_text(c->prose, inner);
    return end;
}

static uint32_t read_plus(scan *c, uint32_t at)
{
    const bool breaks = at && c->s.p[at - 1] == ' ' && (at + 1 == c->s.n || c->s.p[at + 1] == '\n');
    if (breaks) {
        add_text(c, at - 1, at + 1);
        mtl_prose_gap(c->prose, between(at - 1, at + 1 < c->s.n ? at + 2 : at + 1), true);
        return at + 1;
    }
    if (!stands(c->s, at, MTL_LIT("+++")))
        return read_quote(c, at, at);
    const size_t close = c->no_far_close[PLAIN] ? SIZE_MAX : mtl_str_find(c->s, MTL_LIT("+++"), at + 3);
    if (close == SIZE_MAX)
        return read_quote(c, at, at);
    return add_raw(c, at, between(at + 3, (uint32_t)close), (uint32_t)close + 3);
}

/* ---- attributes ---- */

static const struct meaning {
    const char *name, *text;
} meanings[] = {
    {"amp", "&"},         {"apos", "'"},
    {"asterisk", "*"},    {"backslash", "\\"},
    {"backtick", "`"},    {"blank", ""},
    {"brvbar", "¦"},      {"caret", "^"},
    {"cpp", "C++"},       {"deg", "°"},
    {"empty", ""},        {"endsb", "]"},
    {"gt", ">"},          {"ldquo", "“"},
    {"lsquo", "‘"},       {"lt", "<"},
    {"nbsp", "\u00A0"},   {"plus", "+"},
    {"quot", "\""},       {"rdquo", "”"},
    {"rsquo", "’"},       {"sp", " "},
    {"startsb", "["},     {"tilde", "~"},
    {"two-colons", "::"}, {"two-semicolons", ";;"},
    {"vbar", "|"},        {"wj", "\u2060"},
    {"zwsp", "\u200B"},
};

/* Where "{name}" at AT ends; AT if it is none. */
static uint32_t attribute_end(mtl_str s, uint32_t at)
{
    uint32_t end = at + 1;
    if (!is_word_at(s, end))
        return at;
    while (end < s.n && (is_word_at(s, end) || s.p[end] == '-' || (s.p[end] == ':' && end > at + 1)))
        end++;
    return end < s.n && s.p[end] == '}' ? end + 1 : at;
}

static uint32_t read_attribute(scan *c, uint32_t at)
{
    const uint32_t end = attribute_end(c->s, at);
    if (end == at)
        return at;
    const mtl_str name = mtl_str_cut(c->s, between(at + 1, end - 1));
    for (const struct meaning *m = meanings; m < MTL_END(meanings); m++)
        if (mtl_str_is(name, m->name)) {
            add_text(c, at, end);
            if (m->text[0])
                mtl_prose_put(c->prose, between(at, end), mtl_cstr(m->text));
            return end;
        }
    return mtl_str_starts(name, MTL_LIT("set:")) ? add_nothing(c, at, end) : add_hole(c, at, end);
}

static bool is_mark(char c)
{
    return c == '"' || c == '\'';
}

mtl_span mtl_asciidoc_attribute(mtl_str s, mtl_span at, const char *name)
{
    const uint32_t end = mtl_span_end(at);
    for (uint32_t from = at.at, next; from < end; from = next) {
        uint32_t equals = NOWHERE, i = from;
        for (char quote = 0; i < end && (quote || s.p[i] != ','); i++) {
            if (s.p[i] == '=' && !quote && equals == NOWHERE)
                equals = i;
            else if (quote ? s.p[i] == quote : is_mark(s.p[i]) && (i == from || i == equals + 1 || s.p[i - 1] == ' '))
                quote = quote ? 0 : s.p[i];
        }
        next = i + 1;
        const mtl_str key = mtl_str_trim(mtl_str_cut(s, between(from, equals == NOWHERE ? from : equals)));
        if (name ? !mtl_str_is(key, name) : key.n > 0)
            continue;
        const mtl_str value = mtl_str_trim(mtl_str_cut(s, between(key.n ? equals + 1 : from, i)));
        const uint32_t value_at = (uint32_t)(value.p - s.p),
                       quoted = value.n > 1 && is_mark(value.p[0]) && value.p[value.n - 1] == value.p[0];
        return (mtl_span){value_at + quoted, (uint32_t)value.n - 2 * quoted};
    }
    return (mtl_span){at.at, 0};
}

/* ---- macros ---- */

/* Where the bracket that opens at AT closes: the next that is not escaped, if NESTED the one that belongs to it and is not far. */
static uint32_t find_bracket(scan *c, uint32_t at, bool nested)
{
    uint32_t open = 0;
    const uint32_t end = nested ? nearby_end(c->s, at) : (uint32_t)c->s.n;
    if (c->no_bracket)
        return NOWHERE;
    for (uint32_t i = at; i < end; i++) {
        if (c->s.p[i] == '\\')
            i++;
        else if (c->s.p[i] == '[')
            open++;
        else if (c->s.p[i] == ']' && (--open == 0 || !nested))
            return i;
    }
    c->no_bracket = !nested;
    return NOWHERE;
}

typedef enum macro_kind { LINK, MAIL, TEXT, HIDDEN, HELD, PICTURE, NOTE, NAMED_NOTE, MENU, RAW } macro_kind;

static const struct macro {
    const char *name;
    macro_kind kind;
} macros[] = {
    {"anchor", HIDDEN},  {"asciimath", HELD}, {"btn", TEXT},         {"footnote", NOTE},   {"footnoteref", NAMED_NOTE},
    {"icon", HELD},      {"image", PICTURE},  {"indexterm", HIDDEN}, {"indexterm2", TEXT}, {"kbd", HELD},
    {"latexmath", HELD}, {"link", LINK},      {"mailto", MAIL},      {"menu", MENU},       {"pass", RAW},
    {"stem", HELD},      {"xref", LINK},
};

/* What of a link's brackets is text: attributes behind it are not, nor is "^" at its end. */
static mtl_span link_text(mtl_str s, mtl_span at, bool mail)
{
    if (mail || memchr(s.p + at.at, '=', at.len))
        at = mtl_asciidoc_attribute(s, at, NULL);
    if (at.len && s.p[mtl_span_end(at) - 1] == '^')
        at.len--;
    return at;
}

/* "menu:Datei[Öffnen > Neu]" shows the menu's name too. */
static uint32_t add_menu(scan *c, uint32_t at, mtl_span target, mtl_span inner)
{
    const uint32_t end = mtl_span_end(inner) + 1;
    add_text(c, at, end);
    mtl_prose_text(c->prose, target);
    if (inner.len)
        mtl_prose_put(c->prose, (mtl_span){inner.at - 1, 1}, MTL_LIT(" › "));
    for (uint32_t from = inner.at, i = from; i <= mtl_span_end(inner); i++) {
        if (i < mtl_span_end(inner) && c->s.p[i] != '>')
            continue;
        mtl_prose_text(c->prose, between(from, i));
        if (i < mtl_span_end(inner))
            mtl_prose_put(c->prose, (mtl_span){i, 1}, MTL_LIT("›"));
        from = i + 1;
    }
    return end;
}

/* A footnote is text beside the text. Without its text it refers to another. */
static uint32_t add_note(scan *c, uint32_t at, mtl_span inner, bool named)
{
    const uint32_t end = mtl_span_end(inner) + 1;
    if (named) {
        const char *comma = memchr(c->s.p + inner.at, ',', inner.len);
        const uint32_t from = comma ? (uint32_t)(comma - c->s.p) + 1 : mtl_span_end(inner);
        inner = between(from, mtl_span_end(inner));
    }
    if (inner.len && c->notes)
        mtl_vec_push(c->notes, c->prose->arena, inner);
    return add_nothing(c, at, end);
}

/* The macro NAME at AT with its target and, in brackets, what it is given. */
static uint32_t add_macro(scan *c, macro_kind kind, uint32_t at, mtl_span target, mtl_span inner)
{
    const uint32_t end = mtl_span_end(inner) + 1;
    mtl_span text = inner;
    if (kind == NOTE || kind == NAMED_NOTE)
        return add_note(c, at, inner, kind == NAMED_NOTE);
    if (kind == HIDDEN)
        return add_nothing(c, at, end);
    if (kind == MENU)
        return add_menu(c, at, target, inner);
    if (kind == RAW && target.len == 0)
        return add_raw(c, at, inner, end);
    if (kind == LINK || kind == MAIL)
        text = link_text(c->s, inner, kind == MAIL);
    return kind == HELD || kind == PICTURE || text.len == 0 ? add_hole(c, at, end) : add_inner(c, between(at, end), text);
}

/* Where an address that begins at AT ends: before white space, brackets and the marks that end a sentence. */
static uint32_t address_end(mtl_str s, uint32_t at)
{
    const uint32_t from = at;
    while (!is_blank_at(s, at) && !strchr("[]<>", s.p[at]))
        at++;
    const bool text = at < s.n && s.p[at] == '[';
    while (!text && at > from && strchr(".,;:!?)", s.p[at - 1]))
        at--;
    return at;
}

/* An address whose scheme stands at AT: a link if brackets follow, else text as it is. */
static uint32_t read_address(scan *c, uint32_t at, uint32_t colon)
{
    const uint32_t end = address_end(c->s, colon + 3);
    if (end == colon + 3)
        return colon;
    if (at > c->from && c->s.p[at - 1] == '<' && end < c->s.n && c->s.p[end] == '>')
        return add_hole(c, at - 1, end + 1);
    if (end >= c->s.n || c->s.p[end] != '[')
        return end;
    const uint32_t close = find_bracket(c, end, false);
    return close == NOWHERE ? end : add_macro(c, LINK, at, between(at, end), between(end + 1, close));
}

/* "name:target[text]", where AT is the colon. */
static uint32_t read_macro(scan *c, uint32_t at)
{
    enum { LONGEST = 12, FAR = 1000 };
    uint32_t from = at;
    while (from > c->from && at - from < LONGEST && (unsigned char)c->s.p[from - 1] < 0x80 && is_word_at(c->s, from - 1))
        from--;
    if (from == at)
        return at;
    if (stands(c->s, at, MTL_LIT("://")))
        return read_address(c, from, at);
    const mtl_str name = mtl_str_cut(c->s, between(from, at));
    const struct macro *m = macros;
    while (m < MTL_END(macros) && !mtl_str_ends(name, mtl_cstr(m->name)))
        m++;
    if (m < MTL_END(macros))
        from = at - (uint32_t)strlen(m->name);
    uint32_t open = at + 1;
    if (stands(c->s, at, MTL_LIT("::")))
        return at;
    while (m < MTL_END(macros) && open < c->s.n && open - at < FAR && c->s.p[open] != '[' && c->s.p[open] != '\n' &&
           c->s.p[open] != ']' && (m->kind == MENU || m->kind == PICTURE || c->s.p[open] != ' '))
        open++;
    if (m == MTL_END(macros) || open >= c->s.n || c->s.p[open] != '[')
        return at;
    const bool aimless = open == at + 1 && (m->kind == LINK || m->kind == MAIL || m->kind == PICTURE);
    const uint32_t close = aimless ? NOWHERE : find_bracket(c, open, m->kind == NOTE || m->kind == NAMED_NOTE);
    return close == NOWHERE ? at : add_macro(c, m->kind, from, between(at + 1, open), between(open + 1, close));
}

/* ---- brackets ---- */

static uint32_t find_near(mtl_str s, uint32_t at, mtl_str what)
{
    const size_t found = mtl_str_find((mtl_str){s.p, nearby_end(s, at)}, what, at);
    return found == SIZE_MAX ? NOWHERE : (uint32_t)found;
}

/* "<<id,text>>" */
static uint32_t read_reference(scan *c, uint32_t at)
{
    const bool opens = stands(c->s, at, MTL_LIT("<<")) && !is_blank_at(c->s, at + 2);
    const uint32_t close = opens ? find_near(c->s, at + 2, MTL_LIT(">>")) : NOWHERE;
    if (close == NOWHERE)
        return at;
    const char *comma = memchr(c->s.p + at, ',', close - at);
    const mtl_span text = comma ? between((uint32_t)(comma - c->s.p) + 1, close) : (mtl_span){0, 0};
    return text.len ? add_inner(c, between(at, close + 2), text) : add_hole(c, at, close + 2);
}

/* "[[id]]", "[[[book]]]", and "[.role]" before a mark. */
static uint32_t read_bracket(scan *c, uint32_t at)
{
    const bool book = stands(c->s, at, MTL_LIT("[[["));
    if (book || stands(c->s, at, MTL_LIT("[["))) {
        const uint32_t close = find_near(c->s, at, book ? MTL_LIT("]]]") : MTL_LIT("]]"));
        const bool named = close != NOWHERE && (is_word_at(c->s, at + 2 + book) || c->s.p[at + 2] == ':');
        return named ? (book ? add_hole : add_nothing)(c, at, close + 2 + book) : at;
    }
    const uint32_t close = find_near(c->s, at, MTL_LIT("]"));
    if (close == NOWHERE || close == at + 1 || close + 1 >= c->s.n || !strchr("*_`#^~", c->s.p[close + 1]))
        return at;
    const uint32_t end = read_quote(c, at, close + 1);
    return end > close + 1 ? end : at;
}

/* "((term))" is shown, "(((term, other)))" only in the index. */
static uint32_t read_index(scan *c, uint32_t at)
{
    const bool hidden = stands(c->s, at, MTL_LIT("((("));
    if (!stands(c->s, at, MTL_LIT("((")))
        return at;
    const uint32_t close = find_near(c->s, at, hidden ? MTL_LIT(")))") : MTL_LIT("))"));
    if (close == NOWHERE)
        return at;
    return hidden ? add_nothing(c, at, close + 3) : add_inner(c, between(at, close + 2), between(at + 2, close));
}

/* ---- single signs ---- */

/* Two hyphens between words, or between spaces, are a dash. */
static uint32_t read_hyphen(scan *c, uint32_t at)
{
    if (!stands(c->s, at, MTL_LIT("--")) || stands(c->s, at, MTL_LIT("---")) || (at && c->s.p[at - 1] == '-'))
        return at;
    const bool apart = (at == 0 || is_blank_at(c->s, at - 1)) && is_blank_at(c->s, at + 2);
    const bool joint = at && mtl_lines_is_word(mtl_lines_code_before(c->s, at)) && is_word_at(c->s, at + 2);
    if (!apart && !joint)
        return at;
    add_text(c, at, at + 2);
    mtl_prose_put(c->prose, (mtl_span){at, 2}, MTL_LIT("\xE2\x80\x94"));
    return at + 2;
}

typedef uint32_t read_fn(scan *c, uint32_t at); /* returns where it went on to, or AT if nothing begins there */

static read_fn *reader_of(char byte)
{
    static read_fn *const readers[128] = {
        ['*'] = read_mark,  ['_'] = read_mark,      ['#'] = read_mark,    ['^'] = read_mark,  ['~'] = read_mark,
        ['"'] = read_mark,  ['\''] = read_mark,     ['`'] = read_tick,    ['+'] = read_plus,  ['{'] = read_attribute,
        [':'] = read_macro, ['<'] = read_reference, ['['] = read_bracket, ['('] = read_index, ['-'] = read_hyphen};
    return (unsigned char)byte < 128 ? readers[(unsigned char)byte] : NULL;
}

/* A backslash is not shown where what it stands before would mean something. */
static uint32_t read_backslash(scan *c, uint32_t at)
{
    const mtl_str s = c->s;
    if (at + 1 >= s.n)
        return at;
    const char next = s.p[at + 1];
    const bool doubled = at + 2 < s.n && s.p[at + 2] == next;
    bool means = next == '|' || (next == '{' && attribute_end(s, at + 1) > at + 1) || (next == '-' && doubled) || next == '\'' ||
                 (next == '<' && doubled) || (next == '[' && doubled) || (next == '(' && doubled) || next == ']' || next == '&';
    scan close_by = *c;
    close_by.s.n = nearby_end(s, at);
    for (quote_kind kind = 0; !means && kind < NQUOTES; kind++)
        if (next == quotes[kind].mark[0] && (!quotes[kind].mark[1] || stands(s, at + 1, mtl_cstr(quotes[kind].mark))))
            means = find_close(&close_by, kind, at + 1 + (uint32_t)strlen(quotes[kind].mark)) != NOWHERE || doubled;
    uint32_t word = at + 1;
    while (word < s.n && (unsigned char)s.p[word] < 0x80 && is_word_at(s, word))
        word++;
    const bool macro = word > at + 1 && word < s.n && s.p[word] == ':' && next != '_';
    if (!means && !macro)
        return at;
    add_text(c, at, at + 1);
    return macro ? word + 1 : at + 2 + (doubled && next != '|' && next != '\'');
}

static void scan_text(scan *c, uint32_t at)
{
    while (at < c->s.n) {
        read_fn *read = c->s.p[at] == '\\' ? read_backslash : reader_of(c->s.p[at]);
        const uint32_t next = read && c->depth < DEEPEST ? read(c, at) : at;
        at = next > at ? next : at + 1;
    }
    add_text(c, (uint32_t)c->s.n, (uint32_t)c->s.n);
}

void mtl_asciidoc_inline(mtl_prose *prose, mtl_span at, bool hard, mtl_asciidoc_notes *notes)
{
    scan c = {.prose = prose, .s = {prose->bytes.p, mtl_span_end(at)}, .from = at.at, .hard = hard, .notes = notes};
    scan_text(&c, at.at);
}
