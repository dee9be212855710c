#include "format/json_tree.h"

#define NOWHERE MTL_JSON_NOWHERE

typedef mtl_json_tree tree;
typedef mtl_json_node node;

/* ---- reading ---- */

/* The node of what was read last, in the container IN under KEY. */
static void add_node(tree *t, uint32_t in, mtl_span key)
{
    static const unsigned char kinds[] = {[MTL_JSON_OBJECT] = MTL_JSON_IS_OBJECT,
                                          [MTL_JSON_ARRAY] = MTL_JSON_IS_ARRAY,
                                          [MTL_JSON_STRING] = MTL_JSON_IS_STRING,
                                          [MTL_JSON_OTHER] = MTL_JSON_IS_LITERAL};
    const node made = {.key = key, .at = t->scan.at, .parent = in, .end = t->nodes.n + 1, .is = kinds[t->last]};
    mtl_vec_push(&t->nodes, t->arena, made);
}

/* The key of what comes next in the container IN, unless it brings one: an array gives its own to its members. */
static mtl_span key_in(const tree *t, uint32_t in)
{
    return in != NOWHERE && t->nodes.items[in].is == MTL_JSON_IS_ARRAY ? t->nodes.items[in].key : (mtl_span){0, 0};
}

/* The container IN goes up to byte END. Returns the one around it. */
static uint32_t close_container(tree *t, uint32_t in, uint32_t end)
{
    node *n = &t->nodes.items[in];
    n->at.len = end - n->at.at;
    n->end = t->nodes.n;
    return n->parent;
}

void mtl_json_tree_read(tree *t, const mtl_layer *file, mtl_span at, const mtl_fields *fields, mtl_arena *arena)
{
    *t = (tree){.file = file, .fields = fields, .arena = arena};
    t->scan = (mtl_json_scan){.bytes = {file->bytes.p, mtl_span_end(at)}, .next = at.at};
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
            if (key.len && t->nodes.items[in].is == MTL_JSON_IS_OBJECT)
                add_node(t, in, key);
        }
        key = key_in(t, in);
    }
    /* Of what is cut off the parts before stay. */
    while (in != NOWHERE)
        in = close_container(t, in, t->scan.next);
}

/* ---- asking ---- */

mtl_str mtl_json_key(const tree *t, const node *n)
{
    return mtl_str_cut(t->file->bytes, n->key);
}

mtl_str mtl_json_path(const tree *t, const node *n)
{
    enum { STEPS = 8 };
    mtl_str keys[STEPS];
    uint32_t nkeys = 0, climbed = 0;
    for (const node *at = n;; at = &t->nodes.items[at->parent]) {
        const bool again = at->parent != NOWHERE && t->nodes.items[at->parent].key.at == at->key.at;
        if (at->key.len && !again && nkeys < STEPS)
            keys[nkeys++] = mtl_json_key(t, at);
        if (at->parent == NOWHERE || ++climbed == STEPS * STEPS)
            break;
    }
    mtl_str path = {"", 0};
    while (nkeys--)
        path = path.n ? mtl_str_format(t->arena, "%.*s.%.*s", MTL_FMT(path), MTL_FMT(keys[nkeys])) : keys[nkeys];
    return path;
}

const mtl_layer *mtl_json_value(const tree *t, node *n)
{
    if (!n->value)
        n->value = mtl_json_text(t->file, n->at, t->arena);
    return n->value;
}

uint32_t mtl_json_member(const tree *t, uint32_t n, const char *key)
{
    enum { LOOKED_AT = 32 };
    if (n == NOWHERE || t->nodes.items[n].is != MTL_JSON_IS_OBJECT)
        return NOWHERE;
    uint32_t members = 0;
    for (uint32_t i = n + 1; i < t->nodes.items[n].end && members < LOOKED_AT; i = t->nodes.items[i].end, members++)
        if (mtl_str_alike(mtl_json_key(t, &t->nodes.items[i]), mtl_cstr(key)))
            return i;
    return NOWHERE;
}

/* ---- fields ---- */

/* N is one of the notes that say something of the text beside them to whoever translates it: {"message": …, "description": …}. */
static bool is_note_on_text(const tree *t, const node *n)
{
    static const char *const notes[] = {"description", "comment", "comments", "note",         "notes",
                                        "context",     "meaning", "hint",     "instructions", "developer_comment"};
    static const char *const texts[] = {"message", "defaultMessage", "string", "translation", "localizations", "target"};
    bool note = false;
    for (const char *const *name = notes; name < MTL_END(notes) && !note; name++)
        note = mtl_str_alike(mtl_json_key(t, n), mtl_cstr(*name));
    for (const char *const *name = texts; note && name < MTL_END(texts); name++)
        if (mtl_json_member(t, n->parent, *name) != NOWHERE)
            return true;
    return false;
}

/* N or what it stands in is called "@title", and says something of the text called "title"; "@graph" and others of JSON-LD hold texts. */
static bool is_in_note(const tree *t, const node *n)
{
    static const char *const holds_text[] = {"@graph", "@list", "@set", "@included", "@reverse", "@value"};
    for (; n->parent != NOWHERE; n = &t->nodes.items[n->parent]) {
        const mtl_str key = mtl_json_key(t, n);
        bool text = !mtl_str_starts(key, MTL_LIT("@")) || (n->is != MTL_JSON_IS_OBJECT && !mtl_str_starts(key, MTL_LIT("@@")));
        for (const char *const *name = holds_text; name < MTL_END(holds_text) && !text; name++)
            text = mtl_str_is(key, *name);
        if (!text)
            return true;
    }
    return false;
}

static mtl_field judge(const tree *t, node *n)
{
    const mtl_field is = mtl_field_of(t->fields, mtl_json_path(t, n));
    if ((is == MTL_FIELD_UNKNOWN || mtl_field_is_text(is)) && (is_note_on_text(t, n) || is_in_note(t, n)))
        return MTL_FIELD_NONE;
    if (is == MTL_FIELD_UNKNOWN) {
        const mtl_str value = n->is == MTL_JSON_IS_STRING ? mtl_json_value(t, n)->bytes : (mtl_str){"", 0};
        return mtl_field_is_prose(value) ? MTL_FIELD_TEXT : MTL_FIELD_NONE;
    }
    if (mtl_field_is_text(is) && (n->is == MTL_JSON_IS_LITERAL || !mtl_field_says(mtl_json_value(t, n)->bytes)))
        return MTL_FIELD_NONE;
    return is;
}

/* What N, a string or a number, is; text of which only its shape tells is TEXT here, too. */
mtl_field mtl_json_field(const tree *t, node *n)
{
    if (!n->judged)
        n->field = judge(t, n);
    n->judged = true;
    return n->field;
}

bool mtl_json_is_text(const tree *t, node *n)
{
    return n->is == MTL_JSON_IS_STRING && mtl_field_is_text(mtl_json_field(t, n));
}
