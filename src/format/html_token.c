#include "format/html_token.h"

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_white(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool mtl_html_value(const mtl_html_tokens *t, const char *name, mtl_span *value)
{
    for (uint32_t i = 0; i < t->attributes.n; i++)
        if (mtl_str_alike(t->attributes.items[i].name, mtl_cstr(name))) {
            *value = t->attributes.items[i].value;
            return true;
        }
    return false;
}

/* ---- where things are ---- */

static uint32_t size(const mtl_html_tokens *t)
{
    return (uint32_t)t->bytes.n;
}

/* The byte AT, or NUL behind the end. */
static char byte_at(const mtl_html_tokens *t, uint32_t at)
{
    return at < size(t) ? t->bytes.p[at] : '\0';
}

/* The first C at or behind AT, or the end. */
static uint32_t find(const mtl_html_tokens *t, char c, uint32_t at)
{
    const char *hit = at < size(t) ? memchr(t->bytes.p + at, c, size(t) - at) : NULL;
    return hit ? (uint32_t)(hit - t->bytes.p) : size(t);
}

static bool stands(const mtl_html_tokens *t, uint32_t at, mtl_str what)
{
    return at <= size(t) && what.n <= size(t) - at && mtl_str_alike((mtl_str){t->bytes.p + at, what.n}, what);
}

/* The name NAME ends AT + its length: white space, "/" or ">" stands there. */
static bool stands_named(const mtl_html_tokens *t, uint32_t at, mtl_str name)
{
    if (!stands(t, at, name))
        return false;
    const char behind = byte_at(t, at + (uint32_t)name.n);
    return is_white(behind) || behind == '/' || behind == '>';
}

static mtl_html_kind end_at(mtl_html_tokens *t, uint32_t end, mtl_html_kind kind)
{
    t->next = end < size(t) ? end : size(t);
    t->at.len = t->next - t->at.at;
    return kind;
}

/* ---- tags ---- */

static uint32_t skip_white(const mtl_html_tokens *t, uint32_t at)
{
    while (at < size(t) && is_white(t->bytes.p[at]))
        at++;
    return at;
}

/* The value that begins AT, behind "=" and white space; returns where to go on. */
static uint32_t read_value(const mtl_html_tokens *t, uint32_t at, mtl_span *value)
{
    const char quote = byte_at(t, at);
    if (quote == '"' || quote == '\'') {
        const uint32_t end = find(t, quote, at + 1);
        *value = (mtl_span){at + 1, end < size(t) ? end - at - 1 : 0};
        return end < size(t) ? end + 1 : size(t);
    }
    uint32_t end = at;
    while (end < size(t) && !is_white(t->bytes.p[end]) && t->bytes.p[end] != '>')
        end++;
    *value = (mtl_span){at, end - at};
    return end;
}

/* The attribute that begins AT; returns where to go on. */
static uint32_t read_attribute(mtl_html_tokens *t, uint32_t at)
{
    uint32_t end = at + 1; /* "=" may begin a name */
    while (end < size(t) && !is_white(t->bytes.p[end]) && t->bytes.p[end] != '/' && t->bytes.p[end] != '>' &&
           t->bytes.p[end] != '=')
        end++;
    mtl_html_attribute attribute = {{t->bytes.p + at, end - at}, {end, 0}};
    const uint32_t behind = skip_white(t, end);
    if (byte_at(t, behind) == '=')
        end = read_value(t, skip_white(t, behind + 1), &attribute.value);
    mtl_vec_push(&t->attributes, t->arena, attribute);
    return end;
}

/* The tag whose name begins AT. One that the end of the file cuts off is none. */
static mtl_html_kind read_tag(mtl_html_tokens *t, uint32_t at, mtl_html_kind kind)
{
    uint32_t end = at;
    while (end < size(t) && !is_white(t->bytes.p[end]) && t->bytes.p[end] != '/' && t->bytes.p[end] != '>')
        end++;
    t->name = (mtl_str){t->bytes.p + at, end - at};
    t->closes_itself = false;
    t->attributes.n = 0;
    while (end < size(t) && t->bytes.p[end] != '>') {
        const char c = t->bytes.p[end];
        t->closes_itself = c == '/' && byte_at(t, end + 1) == '>';
        end = is_white(c) || c == '/' ? end + 1 : read_attribute(t, end);
    }
    return end_at(t, end + 1, end < size(t) ? kind : MTL_HTML_NOTHING);
}

/* ---- comments and declarations ---- */

/* The comment whose "<!--" ends AT: up to "-->" or "--!>", and "<!-->" and "<!--->" are whole. */
static mtl_html_kind read_comment(mtl_html_tokens *t, uint32_t at)
{
    if (byte_at(t, at) == '>')
        return end_at(t, at + 1, MTL_HTML_COMMENT);
    if (stands(t, at, MTL_LIT("->")))
        return end_at(t, at + 2, MTL_HTML_COMMENT);
    for (uint32_t i = find(t, '-', at); i < size(t); i = find(t, '-', i + 1)) {
        if (stands(t, i, MTL_LIT("-->")))
            return end_at(t, i + 3, MTL_HTML_COMMENT);
        if (stands(t, i, MTL_LIT("--!>")))
            return end_at(t, i + 4, MTL_HTML_COMMENT);
    }
    return end_at(t, size(t), MTL_HTML_COMMENT);
}

static mtl_html_kind read_section(mtl_html_tokens *t, uint32_t at)
{
    uint32_t end = find(t, ']', at);
    while (end < size(t) && !stands(t, end, MTL_LIT("]]>")))
        end = find(t, ']', end + 1);
    t->plain = true;
    end_at(t, end + 3, MTL_HTML_TEXT);
    t->at = (mtl_span){at, end - at};
    return end > at ? MTL_HTML_TEXT : MTL_HTML_NOTHING;
}

/* "<!" and what follows. */
static mtl_html_kind read_declaration(mtl_html_tokens *t, uint32_t at)
{
    if (stands(t, at, MTL_LIT("--")))
        return read_comment(t, at + 2);
    if (t->sections && stands(t, at, MTL_LIT("[CDATA[")))
        return read_section(t, at + 7);
    const bool doctype = stands(t, at, MTL_LIT("doctype"));
    return end_at(t, find(t, '>', at) + 1, doctype ? MTL_HTML_NOTHING : MTL_HTML_COMMENT);
}

/* What the "<" AT begins is markup. */
static bool begins_markup(const mtl_html_tokens *t, uint32_t at)
{
    const char c = byte_at(t, at + 1);
    return is_letter(c) || c == '!' || c == '?' || (c == '/' && at + 2 < size(t));
}

static mtl_html_kind read_markup(mtl_html_tokens *t)
{
    const uint32_t at = t->at.at;
    const char c = byte_at(t, at + 1);
    if (is_letter(c))
        return read_tag(t, at + 1, MTL_HTML_OPEN);
    if (c == '!')
        return read_declaration(t, at + 2);
    if (c == '/' && is_letter(byte_at(t, at + 2)))
        return read_tag(t, at + 2, MTL_HTML_CLOSE);
    if (c == '/' && byte_at(t, at + 2) == '>')
        return end_at(t, at + 3, MTL_HTML_NOTHING);
    return end_at(t, find(t, '>', at + 1) + 1, MTL_HTML_COMMENT);
}

/* ---- text ---- */

static mtl_html_kind read_text(mtl_html_tokens *t, uint32_t end, bool plain)
{
    t->plain = plain;
    return end_at(t, end, MTL_HTML_TEXT);
}

static uint32_t data_end(const mtl_html_tokens *t)
{
    uint32_t end = find(t, '<', t->at.at);
    while (end < size(t) && !begins_markup(t, end))
        end = find(t, '<', end + 1);
    return end;
}

static bool closes_raw(const mtl_html_tokens *t, uint32_t at)
{
    return byte_at(t, at) == '<' && byte_at(t, at + 1) == '/' && stands_named(t, at + 2, t->raw);
}

static uint32_t raw_end(const mtl_html_tokens *t)
{
    uint32_t end = find(t, '<', t->at.at);
    while (end < size(t) && !closes_raw(t, end))
        end = find(t, '<', end + 1);
    return end;
}

/* A script may hide in a comment, and in there hold a script of its own, whose end tag does not end it. */
static uint32_t script_end(const mtl_html_tokens *t)
{
    enum { OPEN, HIDDEN, NESTED } state = OPEN;
    for (uint32_t i = t->at.at; i < size(t); i++) {
        const char c = t->bytes.p[i];
        if (c == '-' && state != OPEN && stands(t, i, MTL_LIT("-->"))) {
            state = OPEN;
        } else if (c == '<' && closes_raw(t, i)) {
            if (state != NESTED)
                return i;
            state = HIDDEN;
        } else if (c == '<' && state == OPEN && stands(t, i, MTL_LIT("<!--"))) {
            state = HIDDEN;
            i++; /* the dashes may be those of "-->" too */
        } else if (c == '<' && state == HIDDEN && stands_named(t, i + 1, MTL_LIT("script"))) {
            state = NESTED;
        }
    }
    return size(t);
}

static uint32_t text_end(const mtl_html_tokens *t)
{
    switch (t->mode) {
    case MTL_HTML_DATA:
        return data_end(t);
    case MTL_HTML_RCDATA:
    case MTL_HTML_RAWTEXT:
        return raw_end(t);
    case MTL_HTML_SCRIPT:
        return script_end(t);
    case MTL_HTML_PLAINTEXT:
        break;
    }
    return size(t);
}

mtl_html_kind mtl_html_next(mtl_html_tokens *t)
{
    t->at = (mtl_span){t->next, 0};
    if (t->next >= size(t))
        return MTL_HTML_END;
    const uint32_t end = text_end(t);
    if (end > t->at.at)
        return read_text(t, end, t->mode != MTL_HTML_DATA && t->mode != MTL_HTML_RCDATA);
    t->mode = MTL_HTML_DATA;
    return read_markup(t);
}
