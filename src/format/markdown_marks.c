#include "format/markdown_marks.h"

#include "base/err.h"
#include "base/limits.h"

enum { LONGEST_RUN = 32, LONGEST_LABEL = 100, ITEM_WIDTH = 4 };

typedef enum closer { CLOSES_VARIABLE, CLOSES_TAG, CLOSES_FORMULA, NCLOSERS } closer;

typedef struct scan {
    mtl_marks *out;
    mtl_str s;
    uint32_t at;
    uint32_t stop;                /* where the paragraph ends: an empty line or a fence */
    uint32_t no_run[LONGEST_RUN]; /* no run of so many backticks begins before this place */
    uint32_t no_closer[NCLOSERS]; /* likewise */
    uint32_t fence, fence_depth;  /* length of the open fence, or 0; quotation marks before it */
    char fence_sign;
    uint32_t hidden;       /* up to here is code, a comment or a script between two tags */
    bool hopeless;         /* such a tag was not closed: none is looked for any more */
    uint64_t lines, steps; /* since the last empty line; what the parser may need for the links in them */
} scan;

typedef struct line {
    uint32_t at, text, end; /* TEXT: behind indentation and quotation marks; END: before white space and line end */
    uint32_t eol, next, depth;
} line;

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_word(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static char byte_at(const scan *sc, uint32_t at)
{
    return at < sc->s.n ? sc->s.p[at] : 0;
}

static mtl_str part(const scan *sc, uint32_t from, uint32_t end)
{
    return mtl_str_cut(sc->s, (mtl_span){from, end > from ? end - from : 0});
}

static line line_at(const scan *sc, uint32_t at)
{
    line l = {.at = at, .text = at, .eol = at};
    while (l.eol < sc->s.n && sc->s.p[l.eol] != '\n' && sc->s.p[l.eol] != '\r')
        l.eol++;
    l.next = l.eol + (l.eol < sc->s.n) + (byte_at(sc, l.eol) == '\r' && byte_at(sc, l.eol + 1) == '\n');
    for (; l.text < l.eol && (is_space(sc->s.p[l.text]) || sc->s.p[l.text] == '>'); l.text++)
        l.depth += sc->s.p[l.text] == '>';
    for (l.end = l.eol; l.end > l.text && is_space(sc->s.p[l.end - 1]);)
        l.end--;
    return l;
}

/* ---- painting ---- */

static void paint(scan *sc, mtl_span at, char with)
{
    for (uint32_t i = at.at; i < mtl_span_end(at); i++)
        if (sc->s.p[i] != '\n' && sc->s.p[i] != '\r')
            sc->out->painted[i] = with;
}

/* From AT to END is a mark. It is painted with commas: like most marks they are punctuation, and they mean nothing. */
static void mark(scan *sc, mtl_mark_kind kind, uint32_t at, uint32_t end)
{
    mtl_vec_push(&sc->out->items, sc->out->arena, ((mtl_mark){{at, end - at}, kind}));
    paint(sc, (mtl_span){at, end - at}, ',');
    if (kind == MTL_MARK_ITEM) {
        paint(sc, (mtl_span){at, ITEM_WIDTH}, ' ');
        sc->out->painted[at] = '-';
    }
    if (sc->at < end)
        sc->at = end;
}

/* The line's text is a mark, all of it: an empty line to the parser. */
static bool blank_out(scan *sc, const line *l)
{
    paint(sc, (mtl_span){l->text, l->eol - l->text}, ' ');
    sc->at = l->eol;
    return true;
}

/* ---- marks inside of paragraphs ---- */

/* Where CLOSE begins, from FROM on in the paragraph; UINT32_MAX if nowhere, which is then known. */
static uint32_t find_closer(scan *sc, closer which, mtl_str close, uint32_t from)
{
    if (from >= sc->stop || sc->no_closer[which] >= sc->stop)
        return UINT32_MAX;
    const size_t found = mtl_str_find((mtl_str){sc->s.p, sc->stop}, close, from);
    if (found == SIZE_MAX)
        sc->no_closer[which] = sc->stop;
    return found == SIZE_MAX ? UINT32_MAX : (uint32_t)found;
}

/* Behind code between backticks, or behind the backticks. */
static void skip_code(scan *sc)
{
    uint32_t n = 0;
    while (byte_at(sc, sc->at + n) == '`')
        n++;
    sc->at += n;
    if (n >= LONGEST_RUN || sc->no_run[n] >= sc->stop)
        return;
    for (uint32_t i = sc->at; i < sc->stop;) {
        uint32_t m = 0;
        while (i + m < sc->stop && sc->s.p[i + m] == '`')
            m++;
        if (m == n) {
            sc->at = i + m;
            return;
        }
        i += m ? m : 1;
    }
    sc->no_run[n] = sc->stop;
}

/* Attributes: "{#anchor}", "{: .note}", "{.wide}", "{width=50%}". The length, with the braces, or 0. */
static uint32_t attributes_at(const scan *sc, uint32_t at)
{
    bool equals = false;
    uint32_t i = at + 1;
    for (; byte_at(sc, i) != '}'; i++) {
        const char c = byte_at(sc, i);
        if (c == 0 || c == '{' || c == '\n' || c == '\r' || i - at > LONGEST_LABEL)
            return 0;
        equals |= c == '=';
    }
    const char first = sc->s.p[at + 1];
    return first == '#' || first == '.' || first == ':' || equals ? i + 1 - at : 0;
}

static bool is_behind_link(const scan *sc, uint32_t at)
{
    return at && (sc->s.p[at - 1] == ')' || sc->s.p[at - 1] == ']' || sc->s.p[at - 1] == '`');
}

/* "{{LINE_12}}" is no variable of a site, but a text that a translation program never put back. */
static bool is_scaffold(mtl_str inside)
{
    size_t i = 0;
    while (i < inside.n && inside.p[i] >= 'A' && inside.p[i] <= 'Z')
        i++;
    const size_t letters = i;
    i += i < inside.n && inside.p[i] == '\\';
    i += i < inside.n && (inside.p[i] == '_' || inside.p[i] == '-');
    const size_t from = i;
    while (i < inside.n && inside.p[i] >= '0' && inside.p[i] <= '9')
        i++;
    return letters && i > from && i == inside.n;
}

/* "{{ page.title }}", "{{< figure >}}", "{% include x %}", attributes. */
static bool take_brace(scan *sc)
{
    const char second = byte_at(sc, sc->at + 1);
    if (second == '{' || second == '%') {
        const bool tag = second == '%';
        const uint32_t end = find_closer(sc, tag ? CLOSES_TAG : CLOSES_VARIABLE, tag ? MTL_LIT("%}") : MTL_LIT("}}"), sc->at + 2);
        if (end == UINT32_MAX || (!tag && is_scaffold((mtl_str){sc->s.p + sc->at + 2, end - sc->at - 2})))
            return false;
        mark(sc, MTL_MARK_HOLE, sc->at, end + 2);
        return true;
    }
    const uint32_t n = attributes_at(sc, sc->at);
    const char behind = n ? byte_at(sc, sc->at + n) : ' ';
    const bool at_edge = behind == '\n' || behind == '\r' || behind == 0;
    if (!n || !(is_behind_link(sc, sc->at) || (at_edge && sc->at && is_space(sc->s.p[sc->at - 1]))))
        return false;
    mark(sc, MTL_MARK_NOTHING, sc->at, sc->at + n);
    return true;
}

/* "$x$", as Pandoc reads it, so that prices are none: no space inside at the edges, no digit behind. "$$" parts of a paragraph too. */
static bool take_formula(scan *sc)
{
    const uint32_t at = sc->at;
    if (byte_at(sc, at + 1) == '$') {
        const uint32_t end = find_closer(sc, CLOSES_FORMULA, MTL_LIT("$$"), at + 2);
        if (end != UINT32_MAX && end > at + 2)
            mark(sc, MTL_MARK_HOLE, at, end + 2);
        return end != UINT32_MAX && end > at + 2;
    }
    if ((at && is_word(sc->s.p[at - 1])) || is_space(byte_at(sc, at + 1)))
        return false;
    uint32_t i = at + 1;
    while (i < sc->stop && i - at <= LONGEST_LABEL && sc->s.p[i] != '$' && sc->s.p[i] != '\n' && sc->s.p[i] != '\r' &&
           sc->s.p[i] != '`')
        i += sc->s.p[i] == '\\' ? 2 : 1;
    if (i >= sc->stop || sc->s.p[i] != '$' || is_space(sc->s.p[i - 1]) || is_word(byte_at(sc, i + 1)))
        return false;
    mark(sc, MTL_MARK_HOLE, at, i + 1);
    return true;
}

/* The length of "[^label]" at AT, or 0. */
static uint32_t footnote_at(const scan *sc, uint32_t at)
{
    uint32_t i = at + 2;
    if (byte_at(sc, at + 1) != '^')
        return 0;
    while (i - at < LONGEST_LABEL && (unsigned char)byte_at(sc, i) > ' ' && !memchr("[]^", sc->s.p[i], 3))
        i++;
    return i > at + 2 && byte_at(sc, i) == ']' ? i + 1 - at : 0;
}

/* Where the reference to a footnote stands apart, a hole keeps its place, lest the mark behind it seem to stand apart itself. */
static bool take_footnote(scan *sc)
{
    const uint32_t n = footnote_at(sc, sc->at);
    if (n)
        mark(sc, sc->at && is_space(sc->s.p[sc->at - 1]) ? MTL_MARK_HOLE : MTL_MARK_NOTHING, sc->at, sc->at + n);
    return n > 0;
}

/* The length of the bare address at AT, or 0. Marks at its end belong to the sentence, and a bracket that it did not open. */
static uint32_t address_at(const scan *sc, uint32_t at)
{
    static const char *const heads[] = {"https://", "http://", "ftp://", "www."};
    const mtl_str rest = part(sc, at, sc->stop);
    size_t n = 0;
    for (const char *const *head = heads; !n && head < MTL_END(heads); head++)
        n = mtl_str_starts(rest, mtl_cstr(*head)) ? strlen(*head) : 0;
    const size_t least = n;
    int open = 0;
    for (; n && n < rest.n && (unsigned char)rest.p[n] > ' ' && !memchr("<>[]\"`\\|{}", rest.p[n], 10); n++) {
        open += (rest.p[n] == '(') - (rest.p[n] == ')');
        if (open < 0)
            break;
    }
    while (n > least && memchr("?!.,:;*_~'&", rest.p[n - 1], 11))
        n--;
    return n > least ? (uint32_t)n : 0;
}

static bool take_address(scan *sc)
{
    const uint32_t at = sc->at;
    const char before = at ? sc->s.p[at - 1] : ' ';
    /* "[text](address" is the parser's, "[text] (address" a link that was torn, which is for the checks to see. */
    const bool linked = before == '(' && at > 2 && (sc->s.p[at - 2] == ']' || (sc->s.p[at - 2] == ' ' && sc->s.p[at - 3] == ']'));
    if (is_word(before) || memchr("</.-@", before, 5) || linked)
        return false;
    const uint32_t n = address_at(sc, at);
    if (!n)
        return false;
    mark(sc, MTL_MARK_HOLE, at, at + n);
    paint(sc, (mtl_span){at, n}, 'x'); /* a word, as its letters are */
    return true;
}

static bool take_at(scan *sc)
{
    switch (sc->s.p[sc->at]) {
    case '\\':
        sc->at += sc->at + 1 < sc->s.n && sc->s.p[sc->at + 1] > ' ' ? 2 : 1;
        return true;
    case '`':
        skip_code(sc);
        return true;
    case '{':
        return take_brace(sc);
    case '$':
        return take_formula(sc);
    case '[':
        return take_footnote(sc);
    case 'f':
    case 'h':
    case 'w':
        return take_address(sc);
    default:
        return false;
    }
}

/* ---- marks that a line begins with ---- */

/* "[^1]: text": what is indented by four below it belongs to it. */
static void take_definition(scan *sc, const line *l)
{
    const uint32_t n = byte_at(sc, l->text) == '[' ? footnote_at(sc, l->text) : 0;
    if (n && byte_at(sc, l->text + n) == ':')
        mark(sc, MTL_MARK_ITEM, l->text, l->text + n + 1);
}

/* A title behind the name of an admonition: its marks are no text, and with it the block ends. */
static void take_title(scan *sc, mtl_mark_kind kind, uint32_t from, uint32_t at, const line *l)
{
    while (at < l->end && (is_space(sc->s.p[at]) || sc->s.p[at] == '[' || sc->s.p[at] == '"'))
        at++;
    mark(sc, kind, from, at);
    const char last = at < l->end ? sc->s.p[l->end - 1] : ' ';
    if (last == ']' || last == '"')
        mark(sc, MTL_MARK_END, l->end - 1, l->end);
    else if (at < l->end)
        mtl_vec_push(&sc->out->items, sc->out->arena, ((mtl_mark){{l->end, 0}, MTL_MARK_END}));
    sc->at = l->eol;
}

/* MkDocs: "!!! note "Title"", "??? tip", and the text indented by four below. */
static bool take_indented_admonition(scan *sc, const line *l)
{
    const mtl_str s = part(sc, l->text, l->end);
    if (!mtl_str_starts(s, MTL_LIT("!!! ")) && !mtl_str_starts(s, MTL_LIT("??? ")) && !mtl_str_starts(s, MTL_LIT("???+ ")))
        return false;
    uint32_t at = l->text + ITEM_WIDTH;
    while (at < l->end && sc->s.p[at] != '"')
        at++;
    take_title(sc, MTL_MARK_ITEM, l->text, at, l);
    return true;
}

/* Docusaurus and Pandoc: ":::note Title", ":::tip[Title]", "::: {.warning}", ":::". */
static bool take_fenced_admonition(scan *sc, const line *l)
{
    uint32_t at = l->text;
    while (at < l->end && sc->s.p[at] == ':')
        at++;
    if (at < l->text + 3)
        return false;
    while (at < l->end && is_space(sc->s.p[at]))
        at++;
    const uint32_t braces = byte_at(sc, at) == '{' ? attributes_at(sc, at) : 0;
    at += braces;
    while (!braces && at < l->end && (is_word(sc->s.p[at]) || sc->s.p[at] == '-'))
        at++;
    if (at == l->end)
        return blank_out(sc, l);
    if (!is_space(sc->s.p[at]) && sc->s.p[at] != '[')
        return false;
    take_title(sc, MTL_MARK_NOTHING, l->text, at, l);
    return true;
}

/* "> [!NOTE]", and Obsidian's with a title. */
static bool take_alert(scan *sc, const line *l)
{
    uint32_t at = l->text + 2;
    if (!l->depth || !mtl_str_starts(part(sc, l->text, l->end), MTL_LIT("[!")))
        return false;
    while (at < l->end && is_letter(sc->s.p[at]))
        at++;
    if (at == l->text + 2 || byte_at(sc, at) != ']')
        return false;
    at += byte_at(sc, at + 1) == '-' || byte_at(sc, at + 1) == '+' ? 2 : 1;
    if (at >= l->end)
        return blank_out(sc, l);
    take_title(sc, MTL_MARK_NOTHING, l->text, at, l);
    return true;
}

/* What stands from the line to the line of END, the first behind it, is no text. */
static bool hide_to(scan *sc, const line *l, mtl_str end)
{
    const size_t found = sc->hopeless ? SIZE_MAX : mtl_str_find(sc->s, end, l->text + 2);
    sc->hopeless = found == SIZE_MAX;
    if (sc->hopeless)
        return false;
    const size_t behind = found + end.n;
    const char *newline = memchr(sc->s.p + behind, '\n', sc->s.n - behind);
    sc->hidden = newline ? (uint32_t)(newline - sc->s.p) : (uint32_t)sc->s.n;
    return blank_out(sc, l);
}

/* "{% highlight sh %}" of Jekyll, "{{< highlight sh >}}" of Hugo, up to the tag that closes it. */
static bool take_code_tag(scan *sc, const line *l)
{
    static const struct {
        const char *name, *liquid, *hugo;
    } tags[] = {{"highlight", "endhighlight", "/highlight"},
                {"comment", "endcomment", "/comment"},
                {"raw", "endraw", "/raw"},
                {"mermaid", "endmermaid", "/mermaid"},
                {"code", "endcode", "/code"},
                {"plantuml", "endplantuml", "/plantuml"}};
    const mtl_str s = part(sc, l->text, l->end);
    const bool liquid = mtl_str_starts(s, MTL_LIT("{%")),
               hugo = mtl_str_starts(s, MTL_LIT("{{<")) || mtl_str_starts(s, MTL_LIT("{{%"));
    size_t at = liquid ? 2 : 3;
    if (!liquid && !hugo)
        return false;
    while (at < s.n && (is_space(s.p[at]) || s.p[at] == '-'))
        at++;
    size_t end = at;
    while (end < s.n && is_letter(s.p[end]))
        end++;
    for (size_t i = 0; i < MTL_COUNT(tags); i++)
        if (mtl_str_is((mtl_str){s.p + at, end - at}, tags[i].name))
            return hide_to(sc, l, mtl_cstr(liquid ? tags[i].liquid : tags[i].hugo));
    return false;
}

/* MDX: "import Tabs from '…';", "export const a = {" up to its brace, and remarks between braces. */
static bool take_script(scan *sc, const line *l)
{
    const mtl_str s = part(sc, l->text, l->end);
    if (l->depth || s.n < 4)
        return false;
    if (mtl_str_starts(s, MTL_LIT("{/*")))
        return hide_to(sc, l, MTL_LIT("*/}"));
    const char last = s.p[s.n - 1], before = s.p[s.n - 2];
    const bool closed = last == ';' || last == '\'' || last == '"';
    if (mtl_str_starts(s, MTL_LIT("import ")) && closed && (mtl_str_find(s, MTL_LIT("'"), 0) != SIZE_MAX || before == '"'))
        return blank_out(sc, l);
    if (!mtl_str_starts(s, MTL_LIT("export const ")) && !mtl_str_starts(s, MTL_LIT("export default ")) &&
        !mtl_str_starts(s, MTL_LIT("export function ")))
        return false;
    return last == '{' ? hide_to(sc, l, MTL_LIT("\n}")) : blank_out(sc, l);
}

/* One variable or short code, or one set of attributes, is all of the line. */
static bool take_whole_line(scan *sc, const line *l)
{
    const mtl_str s = part(sc, l->text, l->end);
    if (s.n < 3 || s.p[0] != '{' || s.p[s.n - 1] != '}')
        return false;
    if (s.p[1] != '{' && s.p[1] != '%')
        return attributes_at(sc, l->text) == s.n && blank_out(sc, l);
    const mtl_str close = s.p[1] == '%' ? MTL_LIT("%}") : MTL_LIT("}}");
    return mtl_str_find(s, close, 2) == s.n - 2 && blank_out(sc, l);
}

/* ": what the word in the line above means" */
static bool take_meaning(scan *sc, const line *l)
{
    if (l->end - l->text < 3 || sc->s.p[l->text] != ':' || !is_space(sc->s.p[l->text + 1]))
        return false;
    mark(sc, MTL_MARK_END, l->text, l->text + 1);
    return true;
}

static void begin_line(scan *sc, const line *l)
{
    if (take_code_tag(sc, l) || take_script(sc, l) || take_whole_line(sc, l) || take_alert(sc, l) ||
        take_fenced_admonition(sc, l) || take_indented_admonition(sc, l) || take_meaning(sc, l))
        return;
    take_definition(sc, l);
}

/* ---- lines ---- */

/* Where the text of an item begins: a fence may stand there. */
static uint32_t behind_bullets(const scan *sc, const line *l)
{
    uint32_t at = l->text;
    while (at + 1 < l->end) {
        uint32_t i = at;
        while (i < l->end && sc->s.p[i] >= '0' && sc->s.p[i] <= '9')
            i++;
        const bool bullet = i > at ? byte_at(sc, i) == '.' || byte_at(sc, i) == ')' : memchr("-*+", sc->s.p[i], 3) != NULL;
        if (!bullet || !is_space(byte_at(sc, i + 1)))
            break;
        for (at = i + 1; at < l->end && is_space(sc->s.p[at]);)
            at++;
    }
    return at;
}

/* The length of the fence that the line is or begins with; 0 if none. */
static uint32_t fence_at(const scan *sc, const line *l, uint32_t at)
{
    const char sign = byte_at(sc, at);
    uint32_t n = 0;
    while (at + n < l->end && (sign == '`' || sign == '~') && sc->s.p[at + n] == sign)
        n++;
    if (n < 3 || (sign == '`' && memchr(sc->s.p + at + n, '`', l->end - at - n)))
        return 0;
    return n;
}

/* True if the line is code, or the fence around it. */
static bool follow_fence(scan *sc, const line *l)
{
    const uint32_t at = sc->fence ? l->text : behind_bullets(sc, l), n = fence_at(sc, l, at);
    if (sc->fence && l->depth < sc->fence_depth) {
        sc->fence = 0; /* the quotation around it has ended */
        return follow_fence(sc, l);
    }
    if (!sc->fence && n) {
        sc->fence = n;
        sc->fence_depth = l->depth;
        sc->fence_sign = sc->s.p[at];
        return true;
    }
    if (sc->fence && n >= sc->fence && sc->s.p[at] == sc->fence_sign && at + n == l->end) {
        sc->fence = 0;
        return true;
    }
    return sc->fence > 0;
}

static bool is_empty(const line *l)
{
    return l->text == l->end;
}

static void find_stop(scan *sc, const line *first)
{
    line l = *first;
    while (l.next < sc->s.n) {
        l = line_at(sc, l.next);
        if (is_empty(&l) || fence_at(sc, &l, behind_bullets(sc, &l))) {
            sc->stop = l.at;
            return;
        }
    }
    sc->stop = (uint32_t)sc->s.n;
}

/* An item that begins at the left edge: whatever stood before it has ended. */
static bool begins_item(const scan *sc, const line *l)
{
    return l->depth == 0 && l->text - l->at < ITEM_WIDTH && l->text + 2 < l->end && memchr("-*+", sc->s.p[l->text], 3) &&
           sc->s.p[l->text + 1] == ' ';
}

/* In a block of many lines the parser looks for the line of each link from the first line on. */
static void count_steps(scan *sc, const line *l)
{
    uint32_t brackets = 0;
    sc->lines = begins_item(sc, l) ? 1 : sc->lines + 1;
    for (uint32_t i = l->text; i < l->end; i++)
        brackets += sc->s.p[i] == '[';
    sc->steps += sc->lines * brackets;
}

static void scan_line(scan *sc, const line *l)
{
    if (l->at < sc->hidden) {
        blank_out(sc, l);
        sc->lines = 0;
        return;
    }
    if (follow_fence(sc, l) || is_empty(l)) {
        sc->lines = 0;
        return;
    }
    count_steps(sc, l);
    if (l->eol > sc->stop)
        find_stop(sc, l);
    if (sc->at <= l->at) {
        sc->at = l->text;
        begin_line(sc, l);
    }
    while (sc->at < l->end)
        if (!take_at(sc))
            sc->at++;
}

bool mtl_marks_find(mtl_marks *marks, mtl_str bytes, uint32_t from, mtl_str path, mtl_arena *arena, mtl_err *err)
{
    *marks = (mtl_marks){.bytes = bytes, .painted = mtl_arena_array(arena, char, bytes.n + 2), .arena = arena};
    marks->painted[bytes.n] = '\n';
    if (bytes.n)
        memcpy(marks->painted, bytes.p, bytes.n);
    scan sc = {.out = marks, .s = bytes, .at = from};
    for (line l; from < bytes.n; from = l.next) {
        l = line_at(&sc, from);
        scan_line(&sc, &l);
        if (sc.steps > MTL_MAX_LINK_STEPS)
            return mtl_fail(err, MTL_ELIMIT, path, 0, 0,
                            "has too many links in %u lines without an empty one; put empty lines between them",
                            (uint32_t)sc.lines);
    }
    return true;
}
