/* ruleset.h: all rules and languages that were loaded, indexed. Const once loaded, shared by threads. */
#ifndef MTL_RULESET_H
#define MTL_RULESET_H

#include "rule/check.h"

struct mtl_ruleset {
    mtl_arena arena;
    mtl_langs langs;
    mtl_triggers *triggers;
    const mtl_rule **rules; /* by id; info.examples are theirs */
    uint32_t nrules;
    mtl_map ids; /* id or alias -> index into rules */
    const char *dictionary_dir;
};

/* Loads with the given kinds (NULL-ended). See mtl_ruleset_load for the rest. */
mtl_ruleset *mtl_ruleset_load_with(const mtl_check *const *kinds, const mtl_ruleset_options *options, mtl_problems *problems);
/* True if RULE applies to text in LANG: it stands in the folder of the language, of its base, or in all/, and no rule of the same
 * name stands in a nearer folder. */
bool mtl_rule_applies(const mtl_rule *rule, const mtl_lang *lang);

#endif
