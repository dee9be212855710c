#include "format/json_records.h"

#include "base/utf8.h"

#define NOWHERE UINT32_MAX

typedef struct node { /* a container, or a value that may be of use */
    mtl_span key, at; /* in the file; of a container from bracket to bracket. The members of an array have its key */
    uint32_t parent;  /* NOWHERE: the outermost value */
    uint32_t end;     /* the first node that is not inside */
    enum { OBJECT, ARRAY, STRING, NUMBER } is;
    bool record;            /* a document of its own */
    bool judged;            /* FIELD is known */
    mtl_field field;        /* what a string or a number is */
    const mtl_layer *value; /* of a string that was asked for: without its escapes */
} node;

struct mtl_json_records {
    const mtl_layer *file;
    const mtl_fields *fields;
    MTL_VEC(node) nodes;
    MTL_VEC(uint32_t) documents; /* nodes; the outermost value, where there are others, is what stands beside them */
    uint32_t next;               /* of them, to be read */
    uint32_t around;             /* a node whose surroundings were asked for a language, and which they named */
    mtl_str lang_around;
    mtl_json_scan scan;
    mtl_json_token last;
    mtl_arena *arena;
};

typedef mtl_json_records tree;

/* ---- the tree ---- */

/* The node of what was read last, in the container IN under KEY. */
static void add_node(tree *t, uint32_t in, mtl_span key)
{
    static const unsigned char kinds[] = {
        [MTL_JSON_OBJECT] = OBJECT, [MTL_JSON_ARRAY] = ARRAY, [MTL_JSON_STRING] = STRING, [MTL_JSON_OTHER] = NUMBER};
    const node made = {.key = key, .at = t->scan.at, .parent = in, .end = t->nodes.n + 1, .is = kinds[t->last]};
    mtl_vec_push(&t->nodes, t->arena, made);
}

/* The key of what comes next in the container IN, unless it brings one: an array gives its own to its members. */
static mtl_span key_in(const tree *t, uint32_t in)
{
    return in != NOWHERE && t->nodes.items[in].is == ARRAY ? t->nodes.items[in].key : (mtl_span){0, 0};
}

/* The container IN goes up to byte END. Returns the one around it. */
static uint32_t close_container(tree *t, uint32_t in, uint32_t end)
{
    node *n = &t->nodes.items[in];
    n->at.len = end - n->at.at;
    n->end = t->nodes.n;
    return n->parent;
}

static void read_tree(tree *t)
{
    uint32_t in = NOWHERE;
    mtl_span key = {0, 0};
    while ((t->last = mtl_json_next(&t->scan)) != MTL_JSON_END && t->last != MTL_JSON_BROKEN) {
        switch (t->last) {
        case MTL_JSON_KEY:
            key = t->scan.at;
            continue;
        case MTL_JSON_OBJECT:
        case MTL_JSON_ARRAY:
            add_node(t, in, key);
            in = t->nodes.n - 1;
            break;
        case MTL_JSON_CLOSE:
            in = close_container(t, in, mtl_span_end(t->scan.at));
            break;
        case MTL_JSON_STRING:
            if (t->scan.at.len)
                add_node(t, in, key);
            break;
        default:
            /* A number may be the name of a record. */
            if (key.len && t->nodes.items[in].is == OBJECT)
                add_node(t, in, key);
        }
        key = key_in(t, in);
    }
    /* Of what is cut off the parts before stay. */
    while (in != NOWHERE)
        in = close_container(t, in, t->scan.next);
}

static mtl_str key_of(const tree *t, const node *n)
{
    return mtl_str_cut(t->file->bytes, n->key);
}

/* The keys from TOP down to N, with full stops between them. */
static mtl_str path_of(const tree *t, const node *n)
{
    enum { STEPS = 8 };
    mtl_str keys[STEPS];
    uint32_t nkeys = 0, climbed = 0;
    for (const node *at = n;; at = &t->nodes.items[at->parent]) {
        const bool again = at->parent != NOWHERE && t->nodes.items[at->parent].key.at == at->key.at;
        if (at->key.len && !again && nkeys < STEPS)
            keys[nkeys++] = key_of(t, at);
        if (at->parent == NOWHERE || ++climbed == STEPS * STEPS)
            break;
    }
    mtl_str path = {"", 0};
    while (nkeys--)
        path = path.n ? mtl_str_format(t->arena, "%.*s.%.*s", MTL_FMT(path), MTL_FMT(keys[nkeys])) : keys[nkeys];
    return path;
}

static const mtl_layer *value_of(const tree *t, node *n)
{
    if (!n->value)
        n->value = mtl_json_text(t->file, n->at, t->arena);
    return n->value;
}

static mtl_field judge(const tree *t, node *n)
{
    const mtl_field is = mtl_field_of(t->fields, path_of(t, n));
    if (is == MTL_FIELD_UNKNOWN) {
        const mtl_str value = n->is == STRING ? value_of(t, n)->bytes : (mtl_str){"", 0};
        return mtl_field_is_prose(value) ? MTL_FIELD_TEXT : MTL_FIELD_NONE;
    }
    if (mtl_field_is_text(is) && (n->is == NUMBER || !mtl_field_says(value_of(t, n)->bytes)))
        return MTL_FIELD_NONE;
    return is;
}

/* What N, a string or a number, is; text of which only its shape tells is TEXT here, too. */
static mtl_field field_of(const tree *t, node *n)
{
    if (!n->judged)
        n->field = judge(t, n);
    n->judged = true;
    return n->field;
}

static bool is_text(const tree *t, node *n)
{
    return n->is == STRING && mtl_field_is_text(field_of(t, n));
}

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

/* N, an object, has a text of its own, itself or one level further in, as "title": {"rendered": …}. */
static bool has_text(const tree *t, uint32_t n, bool further)
{
    for (uint32_t i = n + 1; i < t->nodes.items[n].end; i = t->nodes.items[i].end)
        if (is_text(t, &t->nodes.items[i]) || (further && t->nodes.items[i].is == OBJECT && has_text(t, i, false)))
            return true;
    return false;
}

/* The members of N are a document each. */
static bool holds_records(const tree *t, uint32_t n)
{
    const node *list = &t->nodes.items[n];
    const bool top = list->parent == NOWHERE;
    if (list->is != ARRAY || !(top || is_list(key_of(t, list))))
        return false;
    for (uint32_t i = n + 1; i < list->end; i = t->nodes.items[i].end)
        if (t->nodes.items[i].is == OBJECT)
            return has_text(t, i, true);
    return false;
}

static void find_records(tree *t)
{
    for (uint32_t i = 0; i < t->nodes.n;) {
        const node *list = &t->nodes.items[i];
        if (!holds_records(t, i)) {
            i++;
            continue;
        }
        for (uint32_t k = i + 1; k < list->end; k = t->nodes.items[k].end) {
            if (t->nodes.items[k].is != OBJECT)
                continue;
            t->nodes.items[k].record = true;
            mtl_vec_push(&t->documents, t->arena, k);
        }
        i = list->end;
    }
}

/* The language that an object around IN, or IN itself, names, such as the feed's for its items. */
static mtl_str language_around(tree *t, uint32_t in)
{
    if (t->around == in)
        return t->lang_around;
    mtl_str lang = {"", 0};
    t->around = in;
    for (; in != NOWHERE && lang.n == 0; in = t->nodes.items[in].parent)
        for (uint32_t i = in + 1; t->nodes.items[in].is == OBJECT && i < t->nodes.items[in].end; i = t->nodes.items[i].end)
            if (t->nodes.items[i].is == STRING && field_of(t, &t->nodes.items[i]) == MTL_FIELD_LANG)
                lang = value_of(t, &t->nodes.items[i])->bytes;
    t->lang_around = lang;
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
        if (is_text(t, &t->nodes.items[i]) && mtl_field_is_html(value_of(t, &t->nodes.items[i])->bytes, t->arena))
            return true;
    return false;
}

/* ---- runs of rich text ---- */

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* The one text that stands right in N, an object; NOWHERE: there is none, or more. */
static uint32_t only_text(const tree *t, uint32_t n)
{
    uint32_t found = NOWHERE;
    for (uint32_t i = n + 1; i < t->nodes.items[n].end; i = t->nodes.items[i].end) {
        if (!is_text(t, &t->nodes.items[i]))
            continue;
        if (found != NOWHERE)
            return NOWHERE;
        found = i;
    }
    return found;
}

/* The texts of the members of N, an array, go on in each other: [{"text": "Das ist "}, {"text": "fett", "bold": true}, {"text": "."}]. So do
 * editors keep a paragraph. It shows in the spaces: at half of the places where two meet, at least, one of them has it and the other has none. */
static bool is_run(const tree *t, uint32_t n)
{
    uint32_t members = 0, meets = 0;
    mtl_str before = {0};
    if (t->nodes.items[n].is != ARRAY)
        return false;
    for (uint32_t i = n + 1; i < t->nodes.items[n].end; i = t->nodes.items[i].end) {
        const uint32_t text = t->nodes.items[i].is == OBJECT ? only_text(t, i) : NOWHERE;
        if (text == NOWHERE)
            return false;
        const mtl_str says = value_of(t, &t->nodes.items[text])->bytes;
        meets += before.n && is_space(before.p[before.n - 1]) != is_space(says.p[0]);
        before = says;
        members++;
    }
    return members > 1 && meets * 2 >= members - 1;
}

static void add_run(const tree *t, mtl_doc *doc, uint32_t n)
{
    const mtl_layer *outer = doc->layer;
    const uint32_t first = only_text(t, n + 1);
    doc->layer = value_of(t, &t->nodes.items[first]);
    mtl_doc_open(doc, MTL_PARAGRAPH, MTL_TARGET, (mtl_str){0});
    for (uint32_t i = n + 1; i < t->nodes.items[n].end; i = t->nodes.items[i].end) {
        doc->layer = value_of(t, &t->nodes.items[only_text(t, i)]);
        mtl_doc_copy(doc, (mtl_span){0, (uint32_t)doc->layer->bytes.n});
    }
    mtl_doc_close(doc);
    doc->layer = outer;
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
        if (t->nodes.items[in].is == ARRAY)
            return MTL_FIELD_IN_LIST;
    const node *in = n->parent == NOWHERE ? NULL : &t->nodes.items[n->parent];
    return in && in->parent == top && is_wrapping(key_of(t, in)) ? MTL_FIELD_OWN : MTL_FIELD_INSIDE;
}

/* The language that the key of N names, where all keys beside it do: {"de": …, "pt-BR": …}. */
static mtl_str language_of_key(const tree *t, const node *n)
{
    enum { LOOKED_AT = 8 };
    uint32_t keys = 0;
    if (n->parent == NOWHERE || t->nodes.items[n->parent].is != OBJECT || !mtl_field_is_language(key_of(t, n)))
        return (mtl_str){0};
    for (uint32_t i = n->parent + 1; i < t->nodes.items[n->parent].end && keys < LOOKED_AT; i = t->nodes.items[i].end, keys++)
        if (!mtl_field_is_language(key_of(t, &t->nodes.items[i])))
            return (mtl_str){0};
    return keys > 1 ? key_of(t, n) : (mtl_str){0};
}

static void read_document(tree *t, mtl_doc *doc, uint32_t top)
{
    const node *whole = &t->nodes.items[top];
    mtl_record record = {.doc = doc, .html = is_paged(t, top)};
    for (uint32_t i = top; i < whole->end;) {
        node *n = &t->nodes.items[i];
        if (!record.html && is_run(t, i)) {
            add_run(t, doc, i);
            i = next_part(t, top, n->end);
            continue;
        }
        const mtl_field is = n->is == STRING || n->is == NUMBER ? field_of(t, n) : MTL_FIELD_NONE;
        record.lang = language_of_key(t, n);
        if (is != MTL_FIELD_NONE)
            mtl_record_add(&record, value_of(t, n), is, place_of(t, top, n));
        i = next_part(t, top, i + 1);
    }
    mtl_record_end(&record);
    if (doc->lang.n == 0)
        doc->lang = language_around(t, whole->parent);
    if (!whole->record)
        return;
    doc->extent = whole->at;
    doc->part = mtl_str_format(doc->arena, "item %u", t->next - 1);
}

/* ---- the whole ---- */

mtl_json_records *mtl_json_records_read(const mtl_layer *file, mtl_span at, bool split, const mtl_fields *fields, mtl_arena *arena)
{
    tree *t = mtl_arena_one(arena, tree);
    *t = (tree){.file = file, .fields = fields, .around = NOWHERE, .arena = arena};
    t->scan = (mtl_json_scan){.bytes = {file->bytes.p, mtl_span_end(at)}, .next = at.at};
    read_tree(t);
    if (t->nodes.n)
        mtl_vec_push(&t->documents, t->arena, 0);
    if (split)
        find_records(t);
    return t;
}

bool mtl_json_records_next(mtl_json_records *t, mtl_doc *doc)
{
    while (t->next < t->documents.n) {
        read_document(t, doc, t->documents.items[t->next++]);
        /* Beside records there need be no text. */
        if (doc->blocks.n || doc->extent.len || t->documents.n == 1)
            return true;
    }
    return false;
}

const char *mtl_json_records_broken(const mtl_json_records *t, uint32_t *at)
{
    *at = t->scan.at.at;
    return t->last == MTL_JSON_BROKEN ? t->scan.why : NULL;
}
