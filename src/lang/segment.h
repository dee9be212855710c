/* segment.h: ICU's gate for boundaries: sentences, joined again over what the language's profile knows, and words in scripts without
 * spaces. */
#ifndef MTL_SEGMENT_H
#define MTL_SEGMENT_H

#include "lang/lang.h"
#include "lang/token.h"

typedef struct mtl_breaker mtl_breaker; /* one per thread; keeps iterators by locale */

mtl_breaker *mtl_breaker_new(mtl_arena *arena);
/* Cuts each block of DOC, whose profile is set and whose tokens are cut, into sentences without the white space at their ends, and
 * sets its first_sentence and nsentences. CLDR's boundaries, joined over the profile's abbreviations, ordinals and single initials.
 * CLDR's own suppressions (@ss=standard) are left out: see segment.c. */
void mtl_segment(mtl_doc *doc, mtl_breaker *breaker);
/* A deputy for mtl_tokenize; USER is an mtl_breaker. */
void mtl_segment_words(void *user, mtl_str run, void (*fn)(void *, uint32_t end), void *fn_user);
/* Ends of what ICU takes for words (letters or digits) in TEXT, for tests: calls FN with each span. */
void mtl_segment_icu_words(mtl_breaker *breaker, mtl_str text, void (*fn)(void *, mtl_span), void *user);

#endif
