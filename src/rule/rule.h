/* rule.h: a rule as it is loaded from its YAML file. Const once the rule set is loaded. */
#ifndef MTL_RULE_H
#define MTL_RULE_H

#include "base/bind.h"
#include "base/vec.h"
#include "mtlint.h"

typedef struct mtl_rule {
    mtl_rule_info info;
    uint32_t index; /* in the rule set */
    mtl_str cure;   /* one sentence that mends all findings of the rule, which then form one group; or empty */
    const struct mtl_check *check;
    void *params;  /* check->params_size bytes, filled from with: */
    void *entries; /* nentries times check->entry_size bytes, filled from the list of with: */
    uint32_t nentries;
    MTL_VEC(mtl_example) listed; /* examples that its word lists bring; the loader puts them behind its own */
    mtl_strs aliases;            /* ids the rule had before */
    uint64_t languages;          /* bit i: it is the rule of its name for language i; set by the rule set */
    bool spares_furniture;       /* it is silent in the furniture of a page */
    uint32_t slow_line;          /* of the first entry that reads every block it may stand in; 0: none does */
} mtl_rule;

typedef struct mtl_category {
    const char *name, *family, *mqm;
    const char *one, *many; /* for people: "split hyphen", "split hyphens" */
    bool tells;             /* people do not make this mistake: it tells of a machine */
    bool furniture;         /* what a page says in menus and buttons is no such artefact */
} mtl_category;
/* The category called NAME, or NULL. */
const mtl_category *mtl_category_find(mtl_str name);

#endif
