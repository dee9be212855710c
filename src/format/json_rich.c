#include "format/json_rich.h"

#define NOWHERE MTL_JSON_NOWHERE

typedef mtl_json_tree tree;
typedef mtl_json_node node;

/* ---- what a node says that it is ---- */

/* The string KEY right in the object at N; NOWHERE: there is none. */
static uint32_t string_called(const tree *t, uint32_t n, const char *key)
{
    const uint32_t found = mtl_json_member(t, n, key);
    return found != NOWHERE && t->nodes.items[found].is == MTL_JSON_IS_STRING ? found : NOWHERE;
}

static mtl_str value_called(const tree *t, uint32_t n, const char *key)
{
    const uint32_t found = string_called(t, n, key);
    return found == NOWHERE ? (mtl_str){"", 0} : mtl_json_value(t, &t->nodes.items[found])->bytes;
}

/* The kind that the object at N names: "paragraph", "text"; empty: none. */
static mtl_str tag_of(const tree *t, uint32_t n)
{
    static const char *const keys[] = {"type", "_type", "nodeType", "object"};
    for (const char *const *key = keys; key < MTL_END(keys); key++) {
        const mtl_str tag = value_called(t, n, *key);
        if (tag.n)
            return tag;
    }
    return (mtl_str){"", 0};
}

static bool is_one_of(mtl_str s, const char *const *names, const char *const *end)
{
    while (names < end && !mtl_str_alike(s, mtl_cstr(*names)))
        names++;
    return names < end;
}

/* The array in which the object at N keeps its parts; NOWHERE: it has none. */
static uint32_t parts_of(const tree *t, uint32_t n)
{
    static const char *const keys[] = {"children", "content", "nodes"};
    for (const char *const *key = keys; key < MTL_END(keys); key++) {
        const uint32_t found = mtl_json_member(t, n, *key);
        if (found != NOWHERE && t->nodes.items[found].is == MTL_JSON_IS_ARRAY)
            return found;
    }
    return NOWHERE;
}

/* The object at N says that it is a stretch of text. */
static bool is_leaf(const tree *t, uint32_t n)
{
    static const char *const tags[] = {"text", "span", "leaf"};
    return string_called(t, n, "plain_text") != NOWHERE ||
           (is_one_of(tag_of(t, n), tags, MTL_END(tags)) && parts_of(t, n) == NOWHERE);
}

/* The object at N is a text and how it looks, which true, false or a number say: {"text": "fett", "bold": true}. */
static bool is_bare_leaf(const tree *t, uint32_t n)
{
    const uint32_t text = string_called(t, n, "text");
    for (uint32_t i = n + 1; i < t->nodes.items[n].end; i = t->nodes.items[i].end)
        if (i != text && t->nodes.items[i].is != MTL_JSON_IS_LITERAL)
            return false;
    return text != NOWHERE;
}

/* The one text that stands right in N, an object; NOWHERE: there is none, or more. */
static uint32_t only_text(const tree *t, uint32_t n)
{
    uint32_t found = NOWHERE;
    for (uint32_t i = n + 1; i < t->nodes.items[n].end; i = t->nodes.items[i].end) {
        if (!mtl_json_is_text(t, &t->nodes.items[i]))
            continue;
        if (found != NOWHERE)
            return NOWHERE;
        found = i;
    }
    return found;
}

/* The string that the object at N, a member of a line, adds to it; NOWHERE: none. Where a service gives a text in two forms, one of them. */
static uint32_t text_of(const tree *t, uint32_t n)
{
    static const char *const keys[] = {"plain_text", "text", "value", "insert"};
    for (const char *const *key = keys; key < MTL_END(keys); key++) {
        const uint32_t found = string_called(t, n, *key);
        if (found != NOWHERE)
            return found;
    }
    const uint32_t inside = string_called(t, mtl_json_member(t, n, "text"), "content");
    return inside != NOWHERE || is_leaf(t, n) ? inside : only_text(t, n);
}

/* The text TEXT of the object at N is code: {"code": true}, or "code" among its marks. */
static bool is_inline_code(const tree *t, uint32_t n, uint32_t text)
{
    for (uint32_t i = n + 1; i < t->nodes.items[n].end; i++) {
        node *at = &t->nodes.items[i];
        if (at->is == MTL_JSON_IS_STRING && i != text && mtl_str_is(mtl_json_value(t, at)->bytes, "code"))
            return true;
        if (at->is == MTL_JSON_IS_LITERAL && mtl_str_is(mtl_json_key(t, at), "code") &&
            mtl_str_is(mtl_str_cut(t->file->bytes, at->at), "true"))
            return true;
    }
    return false;
}

bool mtl_json_rich_is_part(const tree *t, uint32_t n)
{
    return t->nodes.items[n].is == MTL_JSON_IS_OBJECT && (is_leaf(t, n) || (tag_of(t, n).n && parts_of(t, n) != NOWHERE));
}

bool mtl_json_rich_is_code(const tree *t, uint32_t n)
{
    static const char *const tags[] = {"code", "codeBlock", "code_block", "code-block", "codeLine", "code_line", "preformatted"};
    return t->nodes.items[n].is == MTL_JSON_IS_OBJECT && is_one_of(tag_of(t, n), tags, MTL_END(tags));
}

bool mtl_json_rich_is_html(const tree *t, const node *n)
{
    if (n->parent == NOWHERE || !mtl_str_is(mtl_json_key(t, n), "text"))
        return false;
    const node *in = &t->nodes.items[n->parent];
    return in->parent != NOWHERE && mtl_str_is(mtl_json_key(t, in), "data") && tag_of(t, in->parent).n &&
           mtl_str_find(mtl_str_cut(t->file->bytes, n->at), MTL_LIT("&"), 0) != SIZE_MAX;
}

/* ---- lines ---- */

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* The texts of the members of N, an array, go on in each other: [{"text": "Das ist "}, {"text": "fett", "bold": true}, {"text": "."}]. It shows in
 * the spaces: at half of the places where two meet, at least, one of them has it and the other has none. */
static bool is_run(const tree *t, uint32_t n)
{
    uint32_t members = 0, meets = 0;
    mtl_str before = {0};
    for (uint32_t i = n + 1; i < t->nodes.items[n].end; i = t->nodes.items[i].end) {
        const uint32_t text = only_text(t, i);
        if (text == NOWHERE)
            return false;
        const mtl_str says = mtl_json_value(t, &t->nodes.items[text])->bytes;
        meets += before.n && is_space(before.p[before.n - 1]) != is_space(says.p[0]);
        before = says;
        members++;
    }
    return members > 1 && meets * 2 >= members - 1;
}

/* Some member of N, an array of objects, is one as IS says. */
static bool has_member(const tree *t, uint32_t n, bool (*is)(const tree *, uint32_t))
{
    for (uint32_t i = n + 1; i < t->nodes.items[n].end; i = t->nodes.items[i].end)
        if (is(t, i))
            return true;
    return false;
}

static bool has_plain_text(const tree *t, uint32_t n)
{
    return string_called(t, n, "plain_text") != NOWHERE;
}

static bool is_insert(const tree *t, uint32_t n)
{
    return string_called(t, n, "insert") != NOWHERE;
}

/* The members of N are texts of one paragraph by what they say that they are, and what is around them. The parts of what somebody said in a
 * conversation, who has a role, are texts too, but stand by themselves. */
static bool is_told(const tree *t, uint32_t n)
{
    const uint32_t in = t->nodes.items[n].parent;
    const mtl_str key = mtl_json_key(t, &t->nodes.items[n]);
    if (mtl_str_is(key, "ops") ? has_member(t, n, is_insert) : has_member(t, n, has_plain_text))
        return true;
    return tag_of(t, in).n && mtl_json_member(t, in, "role") == NOWHERE &&
           (has_member(t, n, is_leaf) || (mtl_str_is(key, "children") && has_member(t, n, is_bare_leaf)));
}

/* The first text in N; NOWHERE: there is none. */
static uint32_t first_text(const tree *t, uint32_t n)
{
    for (uint32_t i = n + 1; i < t->nodes.items[n].end; i++)
        if (mtl_json_is_text(t, &t->nodes.items[i]))
            return i;
    return NOWHERE;
}

static bool is_read(const tree *t, uint32_t n)
{
    const mtl_field is = mtl_field_of(t->fields, mtl_json_path(t, &t->nodes.items[n]));
    return (mtl_field_is_text(is) || is == MTL_FIELD_UNKNOWN) && first_text(t, n) != NOWHERE;
}

bool mtl_json_rich_is_line(const tree *t, uint32_t n, bool told)
{
    const node *line = &t->nodes.items[n];
    if (line->is != MTL_JSON_IS_ARRAY || line->end == n + 1 || t->nodes.items[n + 1].record)
        return false; /* records are documents, however short what they say of themselves */
    for (uint32_t i = n + 1; i < line->end; i = t->nodes.items[i].end)
        if (t->nodes.items[i].is != MTL_JSON_IS_OBJECT)
            return false;
    return is_told(t, n) ? is_read(t, n) : !told && is_run(t, n);
}

/* ---- blocks ---- */

/* What blocks are called, as they begin or end. */
static const struct sort {
    const char *part;
    mtl_kind kind;
} sorts[] = {
    {"head", MTL_HEADING}, {"title", MTL_HEADING}, {"h1", MTL_HEADING}, {"h2", MTL_HEADING}, {"h3", MTL_HEADING},
    {"h4", MTL_HEADING},   {"h5", MTL_HEADING},    {"h6", MTL_HEADING}, {"item", MTL_ITEM},  {"li", MTL_ITEM},
    {"to_do", MTL_ITEM},   {"cell", MTL_CELL},     {"td", MTL_CELL},    {"th", MTL_CELL},
};

static mtl_kind kind_called(mtl_str name)
{
    enum { MARK = 2 };
    for (const struct sort *s = sorts; s < MTL_END(sorts); s++) {
        const mtl_str part = mtl_cstr(s->part);
        const bool all = part.n <= MARK; /* "li", but not "link" */
        if (all ? mtl_str_alike(name, part) : mtl_str_starts(name, part) || mtl_str_ends_alike(name, part))
            return s->kind;
    }
    return MTL_PARAGRAPH;
}

/* The kind of block that the line N is, as the objects around it say. */
static mtl_kind kind_of(const tree *t, uint32_t n)
{
    enum { STEPS = 4 };
    if (mtl_field_of(NULL, mtl_json_path(t, &t->nodes.items[n])) == MTL_FIELD_TITLE)
        return MTL_HEADING;
    uint32_t in = t->nodes.items[n].parent;
    for (uint32_t i = 0; i < STEPS && in != NOWHERE; i++, in = t->nodes.items[in].parent) {
        mtl_kind kind = kind_called(tag_of(t, in));
        if (kind == MTL_PARAGRAPH)
            kind = kind_called(value_called(t, in, "style"));
        if (kind == MTL_PARAGRAPH && value_called(t, in, "listItem").n)
            kind = MTL_ITEM;
        if (kind != MTL_PARAGRAPH)
            return kind;
    }
    return MTL_PARAGRAPH;
}

typedef struct line {
    mtl_doc *doc;
    const mtl_layer *layer; /* of one of its texts: how all of them are written */
    mtl_kind kind;
    mtl_str lang;
} line;

static void open_line(line *l)
{
    const mtl_layer *read = l->doc->layer;
    l->doc->apart = l->doc->open;
    l->doc->layer = l->layer;
    if (!l->doc->open)
        mtl_doc_open(l->doc, l->kind, MTL_TARGET, l->lang);
    l->doc->layer = read;
}

static void close_line(line *l)
{
    if (l->doc->open)
        mtl_doc_close(l->doc);
}

/* TEXT begins a sentence right behind another without a space: two texts, each of which stands by itself. */
static bool stands_alone(const line *l, mtl_str text)
{
    const char last = l->doc->open && l->doc->bytes.n ? mtl_vec_last(&l->doc->bytes) : ' ';
    return text.n && text.p[0] >= 'A' && text.p[0] <= 'Z' && (last == '.' || last == '!' || last == '?');
}

/* A line end in the text is that of a paragraph. */
static void add_text(line *l, const mtl_layer *value)
{
    const mtl_str s = value->bytes;
    l->doc->layer = value;
    if (stands_alone(l, s))
        close_line(l);
    for (uint32_t at = 0; at < s.n;) {
        const char *newline = memchr(s.p + at, '\n', s.n - at);
        const uint32_t end = newline ? (uint32_t)(newline - s.p) : (uint32_t)s.n;
        if (end > at && (l->doc->open || mtl_str_trim((mtl_str){s.p + at, end - at}).n)) {
            open_line(l);
            mtl_doc_copy(l->doc, (mtl_span){at, end - at});
        }
        if (newline)
            close_line(l);
        at = end + (newline != NULL);
    }
}

/* Something that is no text: a formula, somebody's name; or a line break, which is a space. Neither is ever written anew. */
static void add_sign(line *l, const tree *t, const node *n, mtl_str tag)
{
    static const char *const breaks[] = {"hardBreak", "hard_break", "hard-break", "linebreak", "lineBreak", "br", "break"};
    l->doc->layer = t->file;
    if (!is_one_of(tag, breaks, MTL_END(breaks))) {
        open_line(l);
        mtl_doc_hole(l->doc, n->at);
    } else if (l->doc->open) {
        l->doc->kept = l->doc->apart = true;
        mtl_doc_put(l->doc, n->at, MTL_LIT("\n"));
        l->doc->kept = false;
    }
}

/* Adds what the object at N says. Returns the node to go on from; N: it is a block. */
static uint32_t add_member(line *l, const tree *t, uint32_t n)
{
    const node *member = &t->nodes.items[n];
    const uint32_t text = text_of(t, n), parts = parts_of(t, n);
    if (text != NOWHERE && is_inline_code(t, n, text)) {
        l->doc->layer = mtl_json_value(t, &t->nodes.items[text]);
        open_line(l);
        mtl_doc_hole(l->doc, (mtl_span){0, (uint32_t)l->doc->layer->bytes.n});
    } else if (text != NOWHERE) {
        add_text(l, mtl_json_value(t, &t->nodes.items[text]));
    } else if (parts != NOWHERE && mtl_json_rich_is_line(t, parts, false)) {
        return parts + 1;
    } else if (parts != NOWHERE) {
        return n;
    } else if (!is_leaf(t, n)) {
        add_sign(l, t, member, tag_of(t, n));
    }
    return member->end;
}

uint32_t mtl_json_rich_read(const tree *t, uint32_t n, mtl_str lang, mtl_doc *doc)
{
    const mtl_layer *outer = doc->layer;
    const uint32_t end = t->nodes.items[n].end;
    line l = {doc, mtl_json_value(t, &t->nodes.items[first_text(t, n)]), kind_of(t, n), lang};
    uint32_t i = n + 1;
    while (i < end) {
        /* Behind the parts of a link stands what else is said of it. */
        const uint32_t next = t->nodes.items[i].is == MTL_JSON_IS_OBJECT ? add_member(&l, t, i) : t->nodes.items[i].end;
        if (next == i)
            break;
        i = next;
    }
    close_line(&l);
    doc->layer = outer;
    doc->apart = false;
    doc->marked_up = true;
    return i;
}
