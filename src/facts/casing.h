/* casing.h: how the document itself writes a word in the middle of its sentences, where a capital means something. */
#ifndef MTL_CASING_H
#define MTL_CASING_H

#include "lang/lang.h"

typedef struct mtl_case_count {     /* of one word, in running text, sentence heads left out */
    uint32_t lower, capital, other; /* "haus", "Haus", "HAUS" and "hAus" */
} mtl_case_count;

typedef struct mtl_casing {
    mtl_ids index; /* folded hash -> index into counts */
    MTL_VEC(mtl_case_count) counts;
} mtl_casing;

/* Headings are left out: there capitals are a matter of style. */
mtl_casing mtl_casing_gather(const mtl_doc *doc, mtl_arena *arena);
/* All zero for a word that the document does not have there. */
mtl_case_count mtl_casing_of(const mtl_casing *casing, uint64_t folded_hash);
/* Token I of DOC, in BLOCK, is the first word of a sentence, a line of marked-up text, a quotation, a bracket, or of what follows a colon or a
 * bullet: a capital says nothing there. */
bool mtl_casing_is_head(const mtl_doc *doc, const mtl_block *block, uint32_t i);

#endif
