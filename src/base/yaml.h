/* yaml.h: libyaml's gate. Reads one YAML document into a tree whose nodes know their place. Anchors, aliases and tags are
 * refused: rule files need none, and an alias can make a small file grow without bound. */
#ifndef MTL_YAML_H
#define MTL_YAML_H

#include "base/err.h"

typedef enum mtl_yaml_kind { MTL_YAML_SCALAR, MTL_YAML_LIST, MTL_YAML_MAP } mtl_yaml_kind;

typedef struct mtl_yaml {
    mtl_yaml_kind kind;
    bool quoted;           /* the scalar was written in quotes or as a block: "no" is then a word, no truth value */
    uint32_t line, column; /* of its first character, from 1; the column counts code points */
    mtl_str key;           /* inside a map: its key, and where that stands */
    uint32_t key_line, key_column;
    mtl_str scalar;                      /* valid UTF-8 */
    const struct mtl_yaml *first, *next; /* children of a list or map; the next sibling */
    uint32_t n;                          /* children */
} mtl_yaml;

/* Parses BYTES, named FILE in errors, into ARENA. An empty file gives an empty map. A key that stands twice in a map, a key that
 * is no scalar, and nesting over 32 levels are errors. */
const mtl_yaml *mtl_yaml_parse(mtl_str file, mtl_str bytes, mtl_arena *arena, mtl_err *err);
/* The value of KEY in a map, or NULL. */
const mtl_yaml *mtl_yaml_get(const mtl_yaml *map, const char *key);

#endif
