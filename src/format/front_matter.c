#include "format/front_matter.h"

#include "base/utf8.h"
#include "format/prose.h"

typedef struct matter {
    mtl_doc *doc;
    mtl_str bytes;
    uint32_t at, end; /* the lines between the fences */
    bool toml;
    mtl_prose prose;
} matter;

enum use { IS_PROSE, IS_TITLE, IS_LANGUAGE };

static const struct key {
    const char *name;
    enum use use;
} keys[] = {
    {"title", IS_TITLE}, {"description", IS_PROSE}, {"summary", IS_PROSE},     {"excerpt", IS_PROSE},   {"subtitle", IS_PROSE},
    {"lead", IS_PROSE},  {"lang", IS_LANGUAGE},     {"language", IS_LANGUAGE}, {"locale", IS_LANGUAGE},
};

static bool is_space(char c)
{
    return c == ' ' || c == '\t';
}

static uint32_t line_end(mtl_str bytes, uint32_t at)
{
    while (at < bytes.n && bytes.p[at] != '\n' && bytes.p[at] != '\r')
        at++;
    return at;
}

static uint32_t next_line(mtl_str bytes, uint32_t at)
{
    at = line_end(bytes, at);
    if (at + 1 < bytes.n && bytes.p[at] == '\r' && bytes.p[at + 1] == '\n')
        return at + 2;
    return at < bytes.n ? at + 1 : at;
}

/* The line at AT, its trailing white space aside. */
static mtl_str line_at(mtl_str bytes, uint32_t at)
{
    uint32_t end = line_end(bytes, at);
    while (end > at && is_space(bytes.p[end - 1]))
        end--;
    return mtl_str_cut(bytes, (mtl_span){at, end - at});
}

static uint32_t skip_spaces(const matter *m, uint32_t at)
{
    while (at < m->end && is_space(m->bytes.p[at]))
        at++;
    return at;
}

static bool is_empty_line(const matter *m, uint32_t at)
{
    return line_at(m->bytes, skip_spaces(m, at)).n == 0;
}

/* ---- values ---- */

/* Behind the value that begins at AT with the row of quotation marks QUOTE; OUT is what stands between them. UINT32_MAX: it does not
 * end. Marks inside are escaped with a backslash, or, between single ones in YAML, doubled. */
static uint32_t find_close(const matter *m, uint32_t at, mtl_str quote, mtl_span *out)
{
    const bool doubles = quote.p[0] == '\'' && !m->toml;
    for (uint32_t i = at + (uint32_t)quote.n; i + quote.n <= m->end; i++) {
        if (quote.p[0] == '"' && m->bytes.p[i] == '\\') {
            i++;
        } else if (mtl_str_starts((mtl_str){m->bytes.p + i, m->end - i}, quote)) {
            if (doubles && i + 1 < m->end && m->bytes.p[i + 1] == '\'') {
                i++;
                continue;
            }
            *out = (mtl_span){at + (uint32_t)quote.n, i - at - (uint32_t)quote.n};
            return i + (uint32_t)quote.n;
        }
    }
    return UINT32_MAX;
}

/* The code that the LEN hexadecimal digits at AT write; 0 if they do not. */
static uint32_t code_at(const matter *m, uint32_t at, uint32_t len, uint32_t end)
{
    uint32_t code = 0;
    for (uint32_t i = at; i < at + len; i++) {
        const char c = i < end ? m->bytes.p[i] : 0, lower = (char)(c | 0x20);
        if (c >= '0' && c <= '9')
            code = code * 16 + (uint32_t)(c - '0');
        else if (lower >= 'a' && lower <= 'f')
            code = code * 16 + (uint32_t)(lower - 'a' + 10);
        else
            return 0;
    }
    return code;
}

/* The escape at AT; returns its length. */
static uint32_t add_escape(matter *m, uint32_t at, uint32_t end)
{
    const char c = at + 1 < end ? m->bytes.p[at + 1] : ' ';
    const uint32_t digits = c == 'u' ? 4 : c == 'U' ? 8 : c == 'x' ? 2 : 0, code = code_at(m, at + 2, digits, end);
    char meaning[4] = {c};
    if (digits && code && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF)) {
        mtl_prose_put(&m->prose, (mtl_span){at, 2 + digits}, (mtl_str){meaning, mtl_utf8_put(meaning, code)});
        return 2 + digits;
    }
    if (mtl_prose_is_mark(c))
        mtl_prose_put(&m->prose, (mtl_span){at, 2}, (mtl_str){meaning, 1});
    else
        mtl_prose_gap(&m->prose, (mtl_span){at, at + 2 <= end ? 2 : 1}, false);
    return 2;
}

/* A quoted value as it is read; ESCAPE is the sign that escapes, or 0. */
static void add_quoted(matter *m, mtl_span src, char escape)
{
    const uint32_t end = mtl_span_end(src);
    for (uint32_t at = src.at; at < end;) {
        const uint32_t from = at;
        while (at < end && (!escape || m->bytes.p[at] != escape))
            at++;
        mtl_prose_text(&m->prose, (mtl_span){from, at - from});
        if (at < end && escape == '\'')
            mtl_prose_put(&m->prose, (mtl_span){at, 2}, MTL_LIT("'"));
        if (at < end)
            at += escape == '\'' ? 2 : add_escape(m, at, end);
    }
}

/* YAML: "|" or ">" and lines that are indented further than their key. An empty line parts paragraphs. Returns where it ends. */
static uint32_t add_block_scalar(matter *m, uint32_t at, uint32_t indent, bool read)
{
    for (at = next_line(m->bytes, at); at < m->end; at = next_line(m->bytes, at)) {
        const uint32_t from = skip_spaces(m, at);
        if (is_empty_line(m, at)) {
            mtl_prose_end(&m->prose);
            continue;
        }
        if (from - at <= indent)
            break;
        const uint32_t end = next_line(m->bytes, at);
        if (read)
            mtl_prose_text(&m->prose, (mtl_span){from, (end < m->end ? end : m->end) - from});
    }
    return at;
}

/* YAML: up to a comment or the line's end, and on over lines that are indented further than their key. Returns where it ends. */
static uint32_t add_plain(matter *m, uint32_t at, uint32_t indent)
{
    for (;;) {
        const uint32_t end = line_end(m->bytes, at), next = next_line(m->bytes, at);
        const size_t comment = mtl_str_find(mtl_str_cut(m->bytes, (mtl_span){at, end - at}), MTL_LIT(" #"), 0);
        mtl_prose_text(&m->prose,
                       (mtl_span){at, (comment == SIZE_MAX ? next < m->end ? next : m->end : at + (uint32_t)comment) - at});
        at = next;
        const uint32_t from = skip_spaces(m, at);
        if (comment != SIZE_MAX || at >= m->end || from - at <= indent || is_empty_line(m, at) || m->bytes.p[from] == '#')
            return at;
    }
}

/* Reads the value at AT into the prose; returns the next line. */
static uint32_t add_value(matter *m, uint32_t at, uint32_t indent)
{
    static const char other[] = "[{&*!@`%|>#,?-]}"; /* lists, maps, references; what no plain value begins with */
    static const char *const quotes[] = {"\"\"\"", "'''", "\"", "'"};
    const mtl_str rest = line_at(m->bytes, at);
    const char c = rest.n ? rest.p[0] : '#';
    for (size_t i = m->toml ? 0 : 2; i < MTL_COUNT(quotes); i++) {
        mtl_span inner;
        if (!mtl_str_starts(rest, mtl_cstr(quotes[i])))
            continue;
        const uint32_t end = find_close(m, at, mtl_cstr(quotes[i]), &inner);
        if (end == UINT32_MAX)
            return next_line(m->bytes, at);
        add_quoted(m, inner, c == '"' ? '\\' : m->toml ? 0 : '\'');
        return next_line(m->bytes, end);
    }
    if (m->toml)
        return next_line(m->bytes, at);
    if (c == '|' || c == '>')
        return add_block_scalar(m, at, indent, true);
    if (memchr(other, c, sizeof other - 1) && !(c == '-' && rest.n > 1 && rest.p[1] != ' '))
        return next_line(m->bytes, at);
    return add_plain(m, at, indent);
}

/* "de", "pt-BR", "de_DE": in the form of BCP 47; of the name of a language, nothing. */
static mtl_str read_tag(const matter *m, uint32_t at)
{
    mtl_str s = line_at(m->bytes, at);
    if (s.n && (s.p[0] == '"' || s.p[0] == '\''))
        s = (mtl_str){s.p + 1, s.n - 1};
    size_t n = 0, first = 0;
    for (; n < s.n && (((s.p[n] | 0x20) >= 'a' && (s.p[n] | 0x20) <= 'z') || s.p[n] == '-' || s.p[n] == '_'); n++)
        first += first == n && s.p[n] != '-' && s.p[n] != '_';
    if (first < 2 || first > 3)
        return (mtl_str){0};
    char *tag = mtl_arena_array(m->doc->arena, char, n);
    for (size_t i = 0; i < n; i++)
        tag[i] = s.p[i] == '_' ? '-' : s.p[i];
    return (mtl_str){tag, n};
}

/* ---- lines ---- */

static const struct key *key_at(const matter *m, uint32_t at, uint32_t *value)
{
    uint32_t end = at;
    while (end < m->end && (((m->bytes.p[end] | 0x20) >= 'a' && (m->bytes.p[end] | 0x20) <= 'z') || m->bytes.p[end] == '_'))
        end++;
    const mtl_str name = mtl_str_cut(m->bytes, (mtl_span){at, end - at});
    end = m->toml ? skip_spaces(m, end) : end;
    if (end >= m->end || m->bytes.p[end] != (m->toml ? '=' : ':'))
        return NULL;
    *value = skip_spaces(m, end + 1);
    for (const struct key *k = keys; k < MTL_END(keys); k++)
        if (mtl_str_is(name, k->name) && (m->toml || *value > end + 1))
            return k;
    return NULL;
}

/* YAML: the line holds a key whose value is a block of lines, which are no keys. */
static bool opens_block(mtl_str line)
{
    const mtl_str s = mtl_str_trim(line);
    static const char *const ends[] = {": |", ": >", ": |-", ": >-", ": |+", ": >+"};
    for (const char *const *e = ends; e < MTL_END(ends); e++)
        if (mtl_str_ends(s, mtl_cstr(*e)))
            return true;
    return false;
}

static void take(matter *m, const struct key *key, uint32_t value, uint32_t indent)
{
    if (key->use == IS_LANGUAGE) {
        m->doc->lang = read_tag(m, value);
        m->at = next_line(m->bytes, value);
        return;
    }
    const uint32_t nblocks = m->doc->blocks.n;
    m->at = add_value(m, value, indent);
    mtl_prose_flush(&m->prose, m->doc, key->use == IS_TITLE ? MTL_HEADING : MTL_PARAGRAPH);
    if (key->use == IS_TITLE && m->doc->title.n == 0 && m->doc->blocks.n > nblocks) {
        const mtl_span title = m->doc->blocks.items[nblocks].text;
        m->doc->title = mtl_str_copy((mtl_str){m->doc->bytes.items + title.at, title.len}, m->doc->arena);
    }
}

static void read_lines(matter *m)
{
    while (m->at < m->end) {
        const uint32_t from = skip_spaces(m, m->at), indent = from - m->at;
        uint32_t value;
        const struct key *key = key_at(m, from, &value);
        if (key)
            take(m, key, value, indent);
        else if (!m->toml && opens_block(line_at(m->bytes, from)))
            m->at = add_block_scalar(m, m->at, indent, false);
        else
            m->at = next_line(m->bytes, m->at);
    }
}

/* A page may also begin with a rule, which another follows: what stands between them has no keys. */
static bool begins_like_keys(const matter *m)
{
    uint32_t at = m->at;
    while (at < m->end && is_empty_line(m, at))
        at = next_line(m->bytes, at);
    const mtl_str line = mtl_str_cut(m->bytes, (mtl_span){at, line_end(m->bytes, at) - at});
    return at >= m->end || line.p[0] == '#' || mtl_str_find(line, m->toml ? MTL_LIT("=") : MTL_LIT(":"), 0) != SIZE_MAX ||
           (m->toml && line.p[0] == '[');
}

uint32_t mtl_front_matter_read(mtl_doc *doc, uint32_t from)
{
    const mtl_str bytes = doc->layer->bytes, fence = line_at(bytes, from);
    matter m = {.doc = doc, .bytes = bytes, .at = next_line(bytes, from), .toml = mtl_str_is(fence, "+++")};
    if (!m.toml && !mtl_str_is(fence, "---"))
        return from;
    for (m.end = m.at; m.end < bytes.n; m.end = next_line(bytes, m.end)) {
        const mtl_str line = line_at(bytes, m.end);
        if (!mtl_str_same(line, fence) && !(mtl_str_is(line, "...") && !m.toml))
            continue;
        if (!begins_like_keys(&m))
            return from;
        mtl_prose_init(&m.prose, bytes, doc->arena);
        read_lines(&m);
        return next_line(bytes, m.end);
    }
    return from;
}
