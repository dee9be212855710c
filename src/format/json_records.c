#include "format/json_records.h"

#include "format/json_rich.h"
#include "format/json_tree.h"

#define NOWHERE MTL_JSON_NOWHERE

typedef mtl_json_tree tree;
typedef mtl_json_node node;

struct mtl_json_records {
    tree tree;
    MTL_VEC(uint32_t) documents; /* nodes; the outermost value, where there are others, is what stands beside them */
    uint32_t next;               /* of them, to be read */
    uint32_t around;             /* a node whose surroundings were asked for a language, and which they named */
    mtl_str lang_around;
    uint32_t *texts; /* before each node */
};

typedef mtl_json_records records;

/* ---- records ---- */

static const char *const lists[] = {"items", "articles",  "posts",   "entries",  "results",  "result", "data",     "records",
                                    "docs",  "documents", "hits",    "rows",     "news",     "pages",  "stories",  "products",
                                    "nodes", "feed",      "reviews", "messages", "features", "edges",  "children", "translations"};

static bool is_list(mtl_str key)
{
    for (const char *const *list = lists; list < MTL_END(lists); list++)
        if (mtl_str_alike(key, mtl_cstr(*list)))
            return true;
    return false;
}

/* One of the first members right in N, an object, is as IS says. */
static bool has_member(const tree *t, uint32_t n, bool (*is)(const tree *, node *))
{
    enum { LOOKED_AT = 32 };
    uint32_t members = 0;
    if (t->nodes.items[n].is != MTL_JSON_IS_OBJECT)
        return false;
    for (uint32_t i = n + 1; i < t->nodes.items[n].end && members < LOOKED_AT; i = t->nodes.items[i].end, members++)
        if (is(t, &t->nodes.items[i]))
            return true;
    return false;
}

static bool is_title(const tree *t, node *n)
{
    return n->is == MTL_JSON_IS_STRING && mtl_json_field(t, n) == MTL_FIELD_TITLE;
}

static bool is_name(const tree *t, node *n)
{
    const mtl_field is = n->is == MTL_JSON_IS_STRING || n->is == MTL_JSON_IS_LITERAL ? mtl_json_field(t, n) : MTL_FIELD_NONE;
    return is == MTL_FIELD_ID || is == MTL_FIELD_LINK;
}

/* There is text in N, however deep: "title": {"rendered": …}. */
static bool has_text(const records *r, uint32_t n)
{
    return r->texts[r->tree.nodes.items[n].end] > r->texts[n];
}

/* The first object in N, an array; NOWHERE: it holds none. */
static uint32_t first_object(const tree *t, uint32_t n)
{
    for (uint32_t i = n + 1; i < t->nodes.items[n].end; i = t->nodes.items[i].end)
        if (t->nodes.items[i].is == MTL_JSON_IS_OBJECT)
            return i;
    return NOWHERE;
}

/* The members of N, an array, are a document each: as its name says, or as each of them has a title and a name by which it is known, and what is
 * around them has no text that they might be parts of. */
static bool is_list_of_records(const records *r, uint32_t n)
{
    const tree *t = &r->tree;
    const node *list = &t->nodes.items[n];
    const uint32_t first = list->is == MTL_JSON_IS_ARRAY ? first_object(t, n) : NOWHERE;
    if (first == NOWHERE || !has_text(r, first) || mtl_json_rich_is_part(t, first) || mtl_json_rich_is_line(t, n, true))
        return false;
    if (list->parent == NOWHERE || is_list(mtl_json_key(t, list)))
        return true;
    return has_member(t, first, is_title) && has_member(t, first, is_name) && !has_member(t, list->parent, mtl_json_is_text);
}

static bool has_digit(mtl_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9')
            return true;
    return false;
}

/* The members of N, an object, are a document each, by what they are known by: {"a1": {"title": …}, "b2": {"title": …}}. */
static bool is_map_of_records(const records *r, uint32_t n)
{
    enum { LOOKED_AT = 8 };
    const tree *t = &r->tree;
    const node *map = &t->nodes.items[n];
    uint32_t members = 0;
    if (map->is != MTL_JSON_IS_OBJECT || (map->parent != NOWHERE && has_member(t, map->parent, mtl_json_is_text)))
        return false;
    for (uint32_t i = n + 1; i < map->end && members < LOOKED_AT; i = t->nodes.items[i].end, members++) {
        const node *member = &t->nodes.items[i];
        if (member->is != MTL_JSON_IS_OBJECT || !has_text(r, i) || mtl_json_rich_is_part(t, i) ||
            !(has_digit(mtl_json_key(t, member)) || has_member(t, i, is_name)))
            return false;
    }
    return members > 1;
}

static void count_texts(records *r)
{
    const tree *t = &r->tree;
    r->texts = mtl_arena_array(t->arena, uint32_t, t->nodes.n + 1);
    r->texts[0] = 0;
    for (uint32_t i = 0; i < t->nodes.n; i++)
        r->texts[i + 1] = r->texts[i] + mtl_json_is_text(t, &t->nodes.items[i]);
}

static void find_records(records *r)
{
    tree *t = &r->tree;
    count_texts(r);
    for (uint32_t i = 0; i < t->nodes.n;) {
        const node *list = &t->nodes.items[i];
        if (!is_list_of_records(r, i) && !is_map_of_records(r, i)) {
            i++;
            continue;
        }
        for (uint32_t k = i + 1; k < list->end; k = t->nodes.items[k].end) {
            if (t->nodes.items[k].is != MTL_JSON_IS_OBJECT)
                continue;
            t->nodes.items[k].record = true;
            mtl_vec_push(&r->documents, t->arena, k);
        }
        i = list->end;
    }
}

/* The language that an object around IN, or IN itself, names, such as the feed's for its items. */
static mtl_str language_around(records *r, uint32_t in)
{
    const tree *t = &r->tree;
    if (r->around == in)
        return r->lang_around;
    mtl_str lang = {"", 0};
    r->around = in;
    for (; in != NOWHERE && lang.n == 0; in = t->nodes.items[in].parent)
        for (uint32_t i = in + 1; t->nodes.items[in].is == MTL_JSON_IS_OBJECT && i < t->nodes.items[in].end;
             i = t->nodes.items[i].end)
            if (t->nodes.items[i].is == MTL_JSON_IS_STRING && mtl_json_field(t, &t->nodes.items[i]) == MTL_FIELD_LANG)
                lang = mtl_json_value(t, &t->nodes.items[i])->bytes;
    r->lang_around = lang;
    return lang;
}

/* Where the part of the record at TOP that begins at I goes on: at a record inside, behind that. */
static uint32_t next_part(const tree *t, uint32_t top, uint32_t i)
{
    while (i != top && i < t->nodes.items[top].end && t->nodes.items[i].record)
        i = t->nodes.items[i].end;
    return i;
}

/* A record that has tags in one of its texts is written as HTML in all of them. */
static bool is_paged(const tree *t, uint32_t top)
{
    for (uint32_t i = top; i < t->nodes.items[top].end; i = next_part(t, top, i + 1))
        if (mtl_json_is_text(t, &t->nodes.items[i]) && (mtl_json_rich_is_html(t, &t->nodes.items[i]) ||
                                                        mtl_field_is_html(mtl_json_value(t, &t->nodes.items[i])->bytes, t->arena)))
            return true;
    return false;
}

/* ---- documents ---- */

/* Around what a record says some services put a wrapping. */
static bool is_wrapping(mtl_str key)
{
    static const char *const wrappings[] = {"node", "data", "_source", "attributes", "fields", "sys", "item", "properties"};
    for (const char *const *w = wrappings; w < MTL_END(wrappings); w++)
        if (mtl_str_is(key, *w))
            return true;
    return false;
}

static mtl_place_of_field place_of(const tree *t, uint32_t top, const node *n)
{
    if (n->parent == top)
        return MTL_FIELD_OWN;
    for (uint32_t in = n->parent; in != top && in != NOWHERE; in = t->nodes.items[in].parent)
        if (t->nodes.items[in].is == MTL_JSON_IS_ARRAY)
            return MTL_FIELD_IN_LIST;
    const node *in = n->parent == NOWHERE ? NULL : &t->nodes.items[n->parent];
    return in && in->parent == top && is_wrapping(mtl_json_key(t, in)) ? MTL_FIELD_OWN : MTL_FIELD_INSIDE;
}

/* All keys beside N name a language: {"de": …, "pt-BR": …}. */
static bool is_beside_languages(const tree *t, const node *n)
{
    enum { LOOKED_AT = 8 };
    uint32_t keys = 0;
    bool sure = false;
    for (uint32_t i = n->parent + 1; i < t->nodes.items[n->parent].end && keys < LOOKED_AT; i = t->nodes.items[i].end, keys++) {
        const mtl_str key = mtl_json_key(t, &t->nodes.items[i]);
        if (!mtl_field_is_language(key) && !mtl_field_may_be_language(key))
            return false;
        sure = sure || mtl_field_is_language(key);
    }
    return sure && keys > 1;
}

/* The language that the key of N names, or that of what it stands in. */
static mtl_str language_of_key(const tree *t, const node *n)
{
    enum { STEPS = 8 };
    for (uint32_t i = 0; i < STEPS && n->parent != NOWHERE; i++, n = &t->nodes.items[n->parent]) {
        const mtl_str key = mtl_json_key(t, n);
        if (t->nodes.items[n->parent].is == MTL_JSON_IS_OBJECT && (mtl_field_is_language(key) || mtl_field_may_be_language(key)) &&
            is_beside_languages(t, n))
            return key;
    }
    return (mtl_str){0};
}

/* Reads what begins with node I of the record at TOP. Returns the node to go on from. */
static uint32_t read_part(const tree *t, mtl_record *record, uint32_t top, uint32_t i)
{
    node *n = &t->nodes.items[i];
    if (mtl_json_rich_is_code(t, i))
        return n->end;
    if (mtl_json_rich_is_line(t, i, record->html))
        return mtl_json_rich_read(t, i, language_of_key(t, n), record->doc);
    const mtl_field is = n->is == MTL_JSON_IS_STRING || n->is == MTL_JSON_IS_LITERAL ? mtl_json_field(t, n) : MTL_FIELD_NONE;
    if (is != MTL_FIELD_NONE) {
        record->lang = language_of_key(t, n);
        record->markdown = mtl_field_is_markdown(mtl_json_path(t, n));
        mtl_record_add(record, mtl_json_value(t, n), is, place_of(t, top, n));
    }
    return i + 1;
}

static void read_document(records *r, mtl_doc *doc, uint32_t top)
{
    const tree *t = &r->tree;
    const node *whole = &t->nodes.items[top];
    mtl_record record = {.doc = doc, .html = is_paged(t, top)};
    for (uint32_t i = top; i < whole->end;)
        i = next_part(t, top, read_part(t, &record, top, i));
    mtl_record_end(&record);
    if (doc->lang.n == 0)
        doc->lang = language_around(r, whole->parent);
    if (!whole->record)
        return;
    if (doc->id.n == 0 && t->nodes.items[whole->parent].is == MTL_JSON_IS_OBJECT)
        doc->id = mtl_json_key(t, whole);
    doc->extent = whole->at;
    doc->part = mtl_str_format(doc->arena, "item %u", r->next - 1);
}

/* ---- the whole ---- */

records *mtl_json_records_read(const mtl_layer *file, mtl_span at, bool split, const mtl_fields *fields, mtl_arena *arena)
{
    records *r = mtl_arena_one(arena, records);
    *r = (records){.around = NOWHERE};
    mtl_json_tree_read(&r->tree, file, at, fields, arena);
    if (r->tree.nodes.n)
        mtl_vec_push(&r->documents, arena, 0);
    if (split)
        find_records(r);
    return r;
}

bool mtl_json_records_next(records *r, mtl_doc *doc)
{
    while (r->next < r->documents.n) {
        read_document(r, doc, r->documents.items[r->next++]);
        /* Beside records there need be no text. */
        if (doc->blocks.n || doc->extent.len || r->documents.n == 1)
            return true;
    }
    return false;
}

const char *mtl_json_records_broken(const records *r, uint32_t *at)
{
    *at = r->tree.scan.at.at;
    return r->tree.last == MTL_JSON_BROKEN ? r->tree.scan.why : NULL;
}
