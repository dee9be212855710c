/* example.h: reads the examples: of a rule. Checks that they are well formed; engine/prove.c checks that they are true. */
#ifndef MTL_EXAMPLE_H
#define MTL_EXAMPLE_H

#include "rule/rule.h"

/* Fills RULE's info.examples from LIST, in ARENA. RULE's id, file and language are set; an example without a language takes that of
 * the rule's folder. Reports each problem; false if there was one. */
bool mtl_examples_read(const mtl_yaml *list, mtl_rule *rule, mtl_arena *arena, mtl_problems *problems);

#endif
