/* load.h: one rule file into a rule. Knows nothing of folders: that is ruleset.h. */
#ifndef MTL_LOAD_H
#define MTL_LOAD_H

#include "rule/check.h"

typedef struct mtl_loading {       /* what every rule of a set is loaded with */
    const mtl_check *const *kinds; /* NULL-ended */
    mtl_triggers *triggers;
    mtl_list_cache *lists;
    const char *dictionary_dir, *tables_dir;
    mtl_arena *arena;
    mtl_problems *problems;
    bool bare; /* leave the examples out */
} mtl_loading;

/* Fills RULE from the BYTES of its file, which live as long as the arena. The rule's index and its info's id, file and language are
 * set. Reports every problem in it; false if there was one. */
bool mtl_rule_load(const mtl_loading *loading, mtl_str bytes, mtl_rule *rule);

#endif
