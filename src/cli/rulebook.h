/* rulebook.h: finds the shipped rules and word lists, and loads them with the user's own. */
#ifndef MTL_CLI_RULEBOOK_H
#define MTL_CLI_RULEBOOK_H

#include "cli/options.h"

/* The shipped rules and those of --rules; where --lang names the language and no option names a rule by its id, no other language's. BARE: without their
 * examples, which is faster. Says every problem and returns NULL if there was one. Yours to free, before ARENA, which holds the names of the
 * folders. */
mtl_ruleset *mtl_rulebook_load(const mtl_options *options, bool bare, mtl_arena *arena);
/* The rules of the folder DIR alone, which holds all/ as the shipped one does; its word lists are those of dictionaries/ beside it, if that
 * is there. Else as above. */
mtl_ruleset *mtl_rulebook_load_other(const char *dir, const mtl_options *options, mtl_arena *arena);
/* The rule that is called ID; else NULL, having said which was probably meant. */
const mtl_rule_info *mtl_rulebook_find(const mtl_ruleset *rules, const char *id);

#endif
