/* regex.h: PCRE2's gate. Patterns are UTF-8 with Unicode properties, compiled once with the rule set and always matched with limits
 * on steps, depth and memory. They run only where a trigger occurs, a few times a document, so none is translated to machine code:
 * that costs more than it saves, and it ignores the depth limit. */
#ifndef MTL_REGEX_H
#define MTL_REGEX_H

#include "base/err.h"

typedef struct mtl_regex mtl_regex;     /* const, shared by threads */
typedef struct mtl_matcher mtl_matcher; /* one per thread: room for a match */

enum { MTL_REGEX_GROUPS = 16 };
typedef enum mtl_regex_flags { MTL_REGEX_IGNORE_CASE = 1, MTL_REGEX_ANCHORED = 2 } mtl_regex_flags;

/* The pattern lives as long as ARENA. On failure ERR says where in the pattern; WHERE and LINE say where the pattern stands. */
mtl_regex *mtl_regex_compile(mtl_str pattern, unsigned flags, mtl_arena *arena, mtl_str where, uint32_t line, mtl_err *err);

mtl_matcher *mtl_matcher_new(mtl_arena *arena);
/* Begins a document: patterns that gave up in the last one are tried again. */
void mtl_matcher_reset(mtl_matcher *matcher);
/* True if a pattern gave up since the last reset, or was not tried any more. */
bool mtl_matcher_gave_up(const mtl_matcher *matcher);

/* Matches inside TEXT[within], looking around no further than WITHIN, at AT exactly for an anchored pattern, else the first match
 * from AT on. TEXT must be valid UTF-8. Fills GROUPS (spans of TEXT; 0 is the whole match; an unset group is {UINT32_MAX, 0}).
 * Giving up at a limit counts as no match, and the pattern is not tried again in this document. */
bool mtl_regex_match(const mtl_regex *regex, mtl_matcher *matcher, mtl_str text, mtl_span within, uint32_t at,
                     mtl_span groups[MTL_REGEX_GROUPS]);

#endif
