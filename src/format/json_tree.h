/* json_tree.h: a value of JSON as a tree: its objects, arrays and strings in one row, each with its key, its place and what kind of field it is.
 * Knows nothing of records and documents. */
#ifndef MTL_JSON_TREE_H
#define MTL_JSON_TREE_H

#include "format/fields.h"
#include "format/json_scan.h"

#define MTL_JSON_NOWHERE UINT32_MAX

typedef struct mtl_json_node { /* a container, or a value that may be of use */
    mtl_span key, at;          /* in the file; of a container from bracket to bracket. The members of an array have its key */
    uint32_t parent;           /* MTL_JSON_NOWHERE: the outermost value */
    uint32_t end;              /* the first node that is not inside */
    enum { MTL_JSON_IS_OBJECT, MTL_JSON_IS_ARRAY, MTL_JSON_IS_STRING, MTL_JSON_IS_LITERAL } is;
    bool record;            /* a document of its own */
    bool judged;            /* FIELD is known */
    mtl_field field;        /* what a string or a number is */
    const mtl_layer *value; /* of a string that was asked for: without its escapes */
} mtl_json_node;

typedef struct mtl_json_tree {
    const mtl_layer *file;
    const mtl_fields *fields;
    MTL_VEC(mtl_json_node) nodes; /* what is inside of one stands behind it */
    mtl_json_scan scan;
    mtl_json_token last; /* MTL_JSON_BROKEN: what stands before the place is there */
    mtl_arena *arena;
} mtl_json_tree;

/* Reads the value that stands at AT of FILE. All is ARENA's. */
void mtl_json_tree_read(mtl_json_tree *tree, const mtl_layer *file, mtl_span at, const mtl_fields *fields, mtl_arena *arena);
mtl_str mtl_json_key(const mtl_json_tree *tree, const mtl_json_node *node);
/* The keys from the outermost value down to NODE, with full stops between them. */
mtl_str mtl_json_path(const mtl_json_tree *tree, const mtl_json_node *node);
/* What a string says. */
const mtl_layer *mtl_json_value(const mtl_json_tree *tree, mtl_json_node *node);
/* What a string or a number is; text of which only its shape tells is TEXT here, too. */
mtl_field mtl_json_field(const mtl_json_tree *tree, mtl_json_node *node);
/* NODE is a string and text. */
bool mtl_json_is_text(const mtl_json_tree *tree, mtl_json_node *node);
/* The member called KEY right in the object at N; MTL_JSON_NOWHERE: there is none. */
uint32_t mtl_json_member(const mtl_json_tree *tree, uint32_t n, const char *key);

#endif
