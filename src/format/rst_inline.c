#include "format/rst_inline.h"

#include "base/utf8.h"
#include "format/lines.h"

#define NOWHERE UINT32_MAX

/* What has an end somewhere behind its start. */
typedef enum mark_kind { STRONG, EMPHASIS, LITERAL, INTERPRETED, SUBSTITUTION, NKINDS } mark_kind;

static const char *const marks[] = {[STRONG] = "**", [EMPHASIS] = "*", [LITERAL] = "``", [INTERPRETED] = "`", [SUBSTITUTION] = "|"};

typedef struct scan {
    mtl_prose *prose;
    mtl_str s;
    uint32_t from;       /* text from here on is not handed over yet */
    bool no_end[NKINDS]; /* none stands behind the place where one was last looked for */
} scan;

/* ---- what may stand beside a mark ---- */

static bool is_punctuation(uint32_t code)
{
    return code >= 0x80 && !mtl_lines_is_word(code) && !mtl_lines_is_space(code);
}

static bool is_one_of(uint32_t code, const char *set)
{
    return code && code < 0x80 && strchr(set, (int)code);
}

static bool may_begin_at(mtl_str s, uint32_t at)
{
    const uint32_t before = mtl_lines_code_before(s, at);
    return at == 0 || mtl_lines_is_space(before) || is_one_of(before, "'\"([{<-/:") || is_punctuation(before);
}

static bool may_end_at(mtl_str s, uint32_t at)
{
    const uint32_t behind = mtl_lines_code_at(s, at);
    return at >= s.n || mtl_lines_is_space(behind) || is_one_of(behind, "'\")]}>-/:\\.,;!?") || is_punctuation(behind);
}

/* The mark between A and B is what a quotation or a bracket holds, all of it: "(*)". */
static bool is_quoted(uint32_t a, uint32_t b)
{
    static const uint32_t pairs[][2] = {{'"', '"'},       {'\'', '\''},     {'(', ')'},       {'[', ']'},       {'{', '}'},
                                        {'<', '>'},       {0x201C, 0x201D}, {0x201E, 0x201C}, {0x2018, 0x2019}, {0x201A, 0x2018},
                                        {0xAB, 0xBB},     {0xBB, 0xAB},     {0x201E, 0x201D}, {0x201A, 0x2019}, {0x201D, 0x201D},
                                        {0x2039, 0x203A}, {0x203A, 0x2039}, {0x2019, 0x2019}};
    for (size_t i = 0; i < MTL_COUNT(pairs); i++)
        if (a == pairs[i][0] && b == pairs[i][1])
            return true;
    return false;
}

static bool is_escaped(mtl_str s, uint32_t at)
{
    uint32_t n = 0;
    while (at > n && s.p[at - n - 1] == '\\')
        n++;
    return n % 2;
}

static bool stands(mtl_str s, uint32_t at, mtl_str what)
{
    return at <= s.n && mtl_str_starts((mtl_str){s.p + at, s.n - at}, what);
}

uint32_t mtl_rst_name(mtl_str s)
{
    uint32_t end = 0;
    for (uint32_t at = 0; at < s.n;) {
        const uint32_t code = mtl_lines_code_at(s, at);
        if (code == '_' || !mtl_lines_is_word(code)) {
            if (at != end || at == 0 || !is_one_of(code, "-._+:"))
                break;
            at++;
            continue;
        }
        size_t next = at;
        mtl_utf8_next(s, &next);
        at = end = (uint32_t)next;
    }
    return end;
}

/* ---- text ---- */

static mtl_span between(uint32_t from, uint32_t end)
{
    return (mtl_span){from, end > from ? end - from : 0};
}

/* Text in which backslashes are read: before white space one means nothing, with it. */
static void add_escaped(mtl_prose *prose, mtl_str s, uint32_t at, uint32_t end)
{
    while (at < end) {
        const char *slash = memchr(s.p + at, '\\', end - at);
        const uint32_t upto = slash ? (uint32_t)(slash - s.p) : end;
        mtl_prose_text(prose, between(at, upto));
        if (upto + 1 >= end)
            return;
        size_t next = upto + 1;
        mtl_utf8_next(s, &next);
        if (!mtl_prose_is_blank(s.p[upto + 1]))
            mtl_prose_put(prose, between(upto, (uint32_t)next), mtl_str_cut(s, between(upto + 1, (uint32_t)next)));
        at = (uint32_t)next;
    }
}

/* Hands over the text before AT; what comes next begins at NEXT. */
static void add_text(scan *c, uint32_t at, uint32_t next)
{
    add_escaped(c->prose, c->s, c->from, at);
    c->from = next;
}

static void add_hole(scan *c, uint32_t at, uint32_t end)
{
    add_text(c, at, end);
    mtl_prose_hole(c->prose, between(at, end));
}

/* ---- interpreted text ---- */

typedef enum role_use {
    USE_TITLE,  /* text if it has a target, "text <target>", otherwise a hole */
    USE_OBJECT, /* the same, but one word is a name in a program */
    USE_TEXT,
    USE_LABEL, /* text with "&" before the letter to be pressed */
    USE_MENU,  /* such labels with "-->" between them */
    USE_HOLE,
} role_use;

static const struct role {
    const char *name;
    role_use use;
} roles[] = {
    {"abbr", USE_TEXT},
    {"abbreviation", USE_TEXT},
    {"ac", USE_TEXT},
    {"acronym", USE_TEXT},
    {"attr", USE_OBJECT},
    {"cite", USE_HOLE},
    {"class", USE_OBJECT},
    {"code", USE_HOLE},
    {"command", USE_HOLE},
    {"const", USE_OBJECT},
    {"data", USE_OBJECT},
    {"dfn", USE_TEXT},
    {"emphasis", USE_TEXT},
    {"enum", USE_OBJECT},
    {"envvar", USE_OBJECT},
    {"eq", USE_HOLE},
    {"exc", USE_OBJECT},
    {"file", USE_HOLE},
    {"func", USE_OBJECT},
    {"function", USE_OBJECT},
    {"guilabel", USE_LABEL},
    {"index", USE_TEXT},
    {"kbd", USE_HOLE},
    {"literal", USE_HOLE},
    {"macro", USE_OBJECT},
    {"math", USE_HOLE},
    {"member", USE_OBJECT},
    {"menuselection", USE_MENU},
    {"meth", USE_OBJECT},
    {"method", USE_OBJECT},
    {"mod", USE_OBJECT},
    {"obj", USE_OBJECT},
    {"option", USE_OBJECT},
    {"raw", USE_HOLE},
    {"samp", USE_HOLE},
    {"strong", USE_TEXT},
    {"struct", USE_OBJECT},
    {"sub", USE_TEXT},
    {"subscript", USE_TEXT},
    {"sup", USE_TEXT},
    {"superscript", USE_TEXT},
    {"t", USE_TEXT},
    {"term", USE_TEXT},
    {"title", USE_TEXT},
    {"title-reference", USE_TEXT},
    {"type", USE_OBJECT},
    {"var", USE_OBJECT},
};

/* A domain before the name, "py:func", does not count. */
static role_use use_of(mtl_str role)
{
    if (role.n == 0)
        return USE_TEXT;
    for (size_t at = role.n; at > 0; at--)
        if (role.p[at - 1] == ':') {
            role = (mtl_str){role.p + at, role.n - at};
            break;
        }
    for (const struct role *r = roles; r < MTL_END(roles); r++)
        if (mtl_str_is(role, r->name))
            return r->use;
    return USE_TITLE;
}

/* Where the text of "text <target>" ends, which is END if it names no target. */
static uint32_t title_end(mtl_str s, uint32_t from, uint32_t end)
{
    if (end == from || s.p[end - 1] != '>' || is_escaped(s, end - 1))
        return end;
    uint32_t at = end - 1;
    while (at > from && s.p[at - 1] != '<' && s.p[at - 1] != '>')
        at--;
    if (at == from || s.p[at - 1] != '<' || (at - 1 > from && !mtl_prose_is_blank(s.p[at - 2])))
        return end;
    for (at--; at > from && mtl_prose_is_blank(s.p[at - 1]);)
        at--;
    return at;
}

static void add_label(mtl_prose *prose, mtl_str s, uint32_t at, uint32_t end, bool menu)
{
    uint32_t from = at;
    while (at < end) {
        const bool arrow = menu && end - at >= 3 && stands(s, at, MTL_LIT("-->"));
        const bool key = s.p[at] == '&' && at + 1 < end && !mtl_prose_is_blank(s.p[at + 1]);
        if (!arrow && !key) {
            at++;
            continue;
        }
        add_escaped(prose, s, from, at);
        if (arrow)
            mtl_prose_put(prose, (mtl_span){at, 3}, MTL_LIT("\xE2\x80\xA3"));
        from = at += arrow ? 3 : 1;
        at += key && at < end && s.p[at] == '&';
    }
    add_escaped(prose, s, from, end);
}

typedef struct interpreted { /* ":role:`text <target>`_" */
    mtl_span whole, text;
    mtl_str role;
    bool reference;
} interpreted;

static void add_interpreted(scan *c, const interpreted *t)
{
    const uint32_t from = t->text.at, end = mtl_span_end(t->text);
    const role_use use = use_of(t->role);
    const uint32_t upto = t->reference || use != USE_HOLE ? title_end(c->s, from, end) : end;
    const bool name = use == USE_OBJECT && !memchr(c->s.p + from, ' ', upto - from);
    if (upto == from || use == USE_HOLE || name || ((use == USE_TITLE || use == USE_OBJECT) && upto == end)) {
        add_hole(c, t->whole.at, mtl_span_end(t->whole));
        return;
    }
    add_text(c, t->whole.at, mtl_span_end(t->whole));
    /* The name of what it refers to, which stands there too. */
    const bool kept = c->prose->kept;
    c->prose->kept = kept || (upto == end && (t->reference || mtl_str_is(t->role, "term")));
    if (use == USE_LABEL || use == USE_MENU)
        add_label(c->prose, c->s, from, upto, use == USE_MENU);
    else
        add_escaped(c->prose, c->s, from, upto);
    c->prose->kept = kept;
}

/* ---- ends ---- */

/* The bytes of the end of KIND at AT; 0: it is none. */
static uint32_t end_at(mtl_str s, mark_kind kind, uint32_t at)
{
    const uint32_t n = (uint32_t)strlen(marks[kind]);
    if (!stands(s, at, (mtl_str){marks[kind], n}))
        return 0;
    if (kind == INTERPRETED || kind == SUBSTITUTION) {
        const uint32_t lines = stands(s, at + n, MTL_LIT("__")) ? 2 : stands(s, at + n, MTL_LIT("_")) ? 1 : 0;
        if (lines && may_end_at(s, at + n + lines))
            return n + lines;
    }
    if (kind == INTERPRETED && stands(s, at + n, MTL_LIT(":"))) {
        const uint32_t name = mtl_rst_name((mtl_str){s.p + at + n + 1, s.n - at - n - 1});
        if (name && stands(s, at + n + 1 + name, MTL_LIT(":")) && may_end_at(s, at + n + name + 2))
            return n + name + 2;
    }
    return may_end_at(s, at + n) ? n : 0;
}

/* Where KIND, whose text begins at FROM, ends; NOWHERE if it does not. */
static uint32_t find_end(scan *c, mark_kind kind, uint32_t from, uint32_t *n)
{
    const mtl_str mark = mtl_cstr(marks[kind]);
    if (c->no_end[kind])
        return NOWHERE;
    for (size_t at = from; (at = mtl_str_find(c->s, mark, at)) != SIZE_MAX; at++) {
        const uint32_t here = (uint32_t)at;
        if (here > from && (mtl_lines_is_space(mtl_lines_code_before(c->s, here)) || (kind != LITERAL && is_escaped(c->s, here))))
            continue;
        *n = end_at(c->s, kind, here);
        if (*n)
            return here > from ? here : NOWHERE;
    }
    c->no_end[kind] = true;
    return NOWHERE;
}

/* ---- starts ---- */

/* A mark of N bytes at AT may begin something. */
static bool begins(mtl_str s, uint32_t at, uint32_t n)
{
    const uint32_t behind = mtl_lines_code_at(s, at + n);
    return behind && !mtl_lines_is_space(behind) && may_begin_at(s, at) && !is_quoted(mtl_lines_code_before(s, at), behind);
}

/* "`text`", ":role:`text`" and "`text`_" from AT on, whose mark stands at TICK. Returns where it ends, or AT. */
static uint32_t read_interpreted(scan *c, uint32_t at, uint32_t tick)
{
    uint32_t n = 0;
    const uint32_t close = find_end(c, INTERPRETED, tick + 1, &n);
    if (close == NOWHERE)
        return at;
    const mtl_str suffix = mtl_str_cut(c->s, between(close + 1, close + n));
    interpreted t = {between(at, close + n), between(tick + 1, close), {0}, mtl_str_starts(suffix, MTL_LIT("_"))};
    if (tick > at + 2)
        t.role = mtl_str_cut(c->s, between(at + 1, tick - 1));
    else if (suffix.n > 2 && !t.reference)
        t.role = mtl_str_cut(suffix, (mtl_span){1, (uint32_t)suffix.n - 2});
    add_interpreted(c, &t);
    return close + n;
}

static uint32_t read_role(scan *c, uint32_t at)
{
    if (!may_begin_at(c->s, at))
        return at;
    const uint32_t name = mtl_rst_name((mtl_str){c->s.p + at + 1, c->s.n - at - 1}), tick = at + name + 2;
    const uint32_t behind = mtl_lines_code_at(c->s, tick + 1);
    const bool opens = name && stands(c->s, tick - 1, MTL_LIT(":`")) && behind && behind != '`' && !mtl_lines_is_space(behind);
    return opens ? read_interpreted(c, at, tick) : at;
}

static uint32_t read_tick(scan *c, uint32_t at)
{
    uint32_t n = 0;
    if (!stands(c->s, at, MTL_LIT("``")))
        return begins(c->s, at, 1) ? read_interpreted(c, at, at) : at;
    if (!begins(c->s, at, 2))
        return at;
    const uint32_t close = find_end(c, LITERAL, at + 2, &n);
    if (close == NOWHERE)
        return at;
    add_hole(c, at, close + n);
    return close + n;
}

static uint32_t read_star(scan *c, uint32_t at)
{
    const mark_kind kind = stands(c->s, at, MTL_LIT("**")) ? STRONG : EMPHASIS;
    uint32_t n = kind == STRONG ? 2 : 1;
    const uint32_t from = at + n, close = begins(c->s, at, n) ? find_end(c, kind, from, &n) : NOWHERE;
    if (close == NOWHERE)
        return at;
    add_text(c, at, close + n);
    add_escaped(c->prose, c->s, from, close);
    return close + n;
}

static uint32_t read_bar(scan *c, uint32_t at)
{
    uint32_t n = 0;
    if (stands(c->s, at, MTL_LIT("||")) || !begins(c->s, at, 1))
        return at;
    const uint32_t close = find_end(c, SUBSTITUTION, at + 1, &n);
    if (close == NOWHERE)
        return at;
    add_hole(c, at, close + n);
    return close + n;
}

/* A name ends before AT that stands where a reference may begin. */
static uint32_t name_before(mtl_str s, uint32_t at)
{
    uint32_t found = NOWHERE;
    bool joint = true;
    for (size_t i = at; i;) {
        size_t before = i;
        const uint32_t code = mtl_utf8_prev(s, &before);
        const bool letter = code != '_' && mtl_lines_is_word(code);
        if (!letter && (joint || !is_one_of(code, "-._+:")))
            break;
        joint = !letter;
        i = before;
        if (letter && may_begin_at(s, (uint32_t)i))
            found = (uint32_t)i;
    }
    return found;
}

/* "_`target`", "name_" and "name__". */
static uint32_t read_underline(scan *c, uint32_t at)
{
    uint32_t n = 0;
    if (stands(c->s, at, MTL_LIT("_`")) && begins(c->s, at, 2)) {
        const uint32_t close = find_end(c, INTERPRETED, at + 2, &n);
        if (close == NOWHERE || n != 1)
            return close == NOWHERE ? at : close + n;
        add_text(c, at, close + 1);
        add_escaped(c->prose, c->s, at + 2, close);
        return close + 1;
    }
    n = stands(c->s, at, MTL_LIT("__")) ? 2 : 1;
    if (!may_end_at(c->s, at + n) || is_escaped(c->s, at))
        return at;
    const uint32_t name = name_before(c->s, at);
    if (name == NOWHERE || name < c->from)
        return at;
    add_text(c, name, at + n);
    const bool kept = c->prose->kept;
    c->prose->kept = kept || n == 1;
    add_escaped(c->prose, c->s, name, at);
    c->prose->kept = kept;
    return at + n;
}

/* "[1]_", "[#note]_" and "[*]_" are marks at a word, and so is the space before them; "[Mann1924]_" is read. */
static uint32_t read_bracket(scan *c, uint32_t at)
{
    const mtl_str s = c->s;
    if (!may_begin_at(s, at) || at + 1 >= s.n)
        return at;
    const bool sign = s.p[at + 1] == '#' || s.p[at + 1] == '*';
    const uint32_t name = s.p[at + 1] == '*' ? 0 : mtl_rst_name((mtl_str){s.p + at + 1 + sign, s.n - at - 1 - sign});
    const uint32_t close = at + 1 + sign + name, end = close + 2;
    if (close == at + 1 || !stands(s, close, MTL_LIT("]_")) || !may_end_at(s, end))
        return at;
    bool note = true;
    for (uint32_t i = at + 1; !sign && i < close; i++)
        note = note && s.p[i] >= '0' && s.p[i] <= '9';
    if (!note) {
        add_hole(c, at, end);
        return end;
    }
    uint32_t upto = at;
    const uint32_t behind = mtl_lines_code_at(s, end);
    const bool glued = behind && !mtl_lines_is_space(behind);
    while (glued && upto > c->from && mtl_prose_is_blank(s.p[upto - 1]))
        upto--;
    add_text(c, upto, end);
    if (glued)
        c->prose->gap_kind = MTL_NO_GAP;
    return end;
}

typedef uint32_t read_fn(scan *c, uint32_t at); /* returns where it went on to, or AT if nothing begins there */

void mtl_rst_inline(mtl_prose *prose, uint32_t n)
{
    static read_fn *const readers[128] = {
        ['*'] = read_star, ['`'] = read_tick, ['|'] = read_bar, ['_'] = read_underline, ['['] = read_bracket, [':'] = read_role};
    scan c = {.prose = prose, .s = {prose->bytes.p, n}};
    for (uint32_t at = 0; at < n;) {
        const unsigned char byte = (unsigned char)c.s.p[at];
        read_fn *read = byte < 128 ? readers[byte] : NULL;
        const uint32_t next = read ? read(&c, at) : at;
        if (next > at)
            at = next;
        else if (byte == '\\')
            at += at + 1 < n ? 2 : 1;
        else /* What begins nothing is text, and both of its signs are. */
            at += read && (stands(c.s, at, MTL_LIT("**")) || stands(c.s, at, MTL_LIT("``"))) ? 2 : 1;
    }
    add_text(&c, n, n);
}
