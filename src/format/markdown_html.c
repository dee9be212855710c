#include "format/markdown_html.h"

#include "format/prose.h"

enum { CODE_BYTES = 400 };

static const struct element {
    const char *name;
    mtl_tag_use use;
} elements[] = {
    {"a", MTL_TAG_INLINE},       {"abbr", MTL_TAG_INLINE},      {"b", MTL_TAG_INLINE},       {"bdi", MTL_TAG_INLINE},
    {"bdo", MTL_TAG_INLINE},     {"big", MTL_TAG_INLINE},       {"cite", MTL_TAG_INLINE},    {"del", MTL_TAG_INLINE},
    {"dfn", MTL_TAG_INLINE},     {"em", MTL_TAG_INLINE},        {"font", MTL_TAG_INLINE},    {"i", MTL_TAG_INLINE},
    {"ins", MTL_TAG_INLINE},     {"label", MTL_TAG_INLINE},     {"mark", MTL_TAG_INLINE},    {"q", MTL_TAG_INLINE},
    {"s", MTL_TAG_INLINE},       {"small", MTL_TAG_INLINE},     {"span", MTL_TAG_INLINE},    {"strike", MTL_TAG_INLINE},
    {"strong", MTL_TAG_INLINE},  {"sub", MTL_TAG_INLINE},       {"sup", MTL_TAG_INLINE},     {"time", MTL_TAG_INLINE},
    {"tt", MTL_TAG_CODE},        {"u", MTL_TAG_INLINE},         {"wbr", MTL_TAG_INLINE},     {"br", MTL_TAG_BREAK},
    {"img", MTL_TAG_HOLE},       {"input", MTL_TAG_HOLE},       {"code", MTL_TAG_CODE},      {"kbd", MTL_TAG_CODE},
    {"samp", MTL_TAG_CODE},      {"var", MTL_TAG_CODE},         {"script", MTL_TAG_SKIPPED}, {"style", MTL_TAG_SKIPPED},
    {"pre", MTL_TAG_SKIPPED},    {"textarea", MTL_TAG_SKIPPED}, {"svg", MTL_TAG_SKIPPED},    {"math", MTL_TAG_SKIPPED},
    {"iframe", MTL_TAG_SKIPPED}, {"template", MTL_TAG_SKIPPED},
};

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static bool is_name(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

static bool same_name(mtl_str s, const char *name)
{
    size_t i = 0;
    while (i < s.n && name[i] && (s.p[i] | 0x20) == name[i])
        i++;
    return i == s.n && !name[i];
}

/* Behind the ">" of the tag that begins at AT, quoted attributes read over; where it has none, the end of S: browsers drop it too. */
static size_t tag_end(mtl_str s, size_t at)
{
    char quote = 0;
    for (; at < s.n; at++) {
        if (quote)
            quote = s.p[at] == quote ? 0 : quote;
        else if (s.p[at] == '>')
            return at + 1;
        else if ((s.p[at] == '"' || s.p[at] == '\'') && s.p[at - 1] == '=')
            quote = s.p[at];
    }
    return s.n;
}

/* Behind the closing tag of NAME, from AT on; 0 if there is none. */
static size_t find_closing(mtl_str s, mtl_str name, size_t at)
{
    for (; (at = mtl_str_find(s, MTL_LIT("</"), at)) != SIZE_MAX; at += 2) {
        const mtl_str rest = {s.p + at + 2, s.n - at - 2};
        size_t i = 0;
        while (i < name.n && i < rest.n && (rest.p[i] | 0x20) == (name.p[i] | 0x20))
            i++;
        if (i == name.n && (i == rest.n || !is_name(rest.p[i])))
            return tag_end(s, at);
    }
    return 0;
}

uint32_t mtl_markdown_tag(mtl_str s, mtl_tag_use *use)
{
    *use = MTL_TAG_SKIPPED;
    if (mtl_str_starts(s, MTL_LIT("<!--"))) {
        const size_t end = mtl_str_find(s, MTL_LIT("-->"), 2);
        *use = MTL_TAG_COMMENT;
        return (uint32_t)(end == SIZE_MAX ? s.n : end + 3);
    }
    const size_t from = s.n > 1 && s.p[1] == '/' ? 2 : 1;
    if (from == 1 && s.n > 1 && (s.p[1] == '!' || s.p[1] == '?'))
        return (uint32_t)tag_end(s, 1);
    size_t n = from;
    while (n < s.n && is_name(s.p[n]))
        n++;
    const mtl_str name = {s.p + from, n - from};
    const size_t end = name.n && is_letter(name.p[0]) ? tag_end(s, n) : 0;
    *use = MTL_TAG_BLOCK;
    for (const struct element *e = elements; e < MTL_END(elements); e++)
        if (same_name(name, e->name))
            *use = e->use;
    if (!end || (*use != MTL_TAG_CODE && *use != MTL_TAG_SKIPPED))
        return (uint32_t)end;
    const mtl_str inside = {s.p, *use == MTL_TAG_CODE && s.n > end + CODE_BYTES ? end + CODE_BYTES : s.n};
    const size_t closed = from == 1 ? find_closing(inside, name, end) : 0;
    if (!closed && *use == MTL_TAG_CODE)
        *use = MTL_TAG_INLINE;
    return (uint32_t)(closed ? closed : *use == MTL_TAG_SKIPPED && from == 1 ? s.n : end);
}

static void take_tag(mtl_prose *prose, mtl_doc *doc, mtl_tag_use use, mtl_span at)
{
    if (use == MTL_TAG_BREAK)
        mtl_prose_gap(prose, at, true);
    else if (use == MTL_TAG_HOLE || use == MTL_TAG_CODE)
        mtl_prose_hole(prose, at);
    else if (use == MTL_TAG_COMMENT)
        mtl_doc_note(doc, at);
    else if (use != MTL_TAG_INLINE)
        mtl_prose_end(prose);
}

void mtl_markdown_html(mtl_doc *doc)
{
    const mtl_str s = doc->layer->bytes;
    mtl_prose prose;
    mtl_prose_init(&prose, s, doc->arena);
    for (uint32_t at = 0; at < s.n;) {
        uint32_t from = at;
        mtl_tag_use use;
        while (at < s.n && s.p[at] != '<')
            at++;
        mtl_prose_marked(&prose, (mtl_span){from, at - from}, false);
        if (at == s.n)
            break;
        const uint32_t n = mtl_markdown_tag((mtl_str){s.p + at, s.n - at}, &use);
        if (n)
            take_tag(&prose, doc, use, (mtl_span){at, n});
        else
            mtl_prose_text(&prose, (mtl_span){at, 1});
        at += n ? n : 1;
    }
    mtl_prose_flush(&prose, doc, MTL_PARAGRAPH);
}
