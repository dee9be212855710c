/* repeats.h: every stretch of a document that stands again right behind itself, or with a few words between. What of it is a mistake
 * is for checks to say: refrains, doubled words of the grammar and lists repeat rightly. */
#ifndef MTL_REPEATS_H
#define MTL_REPEATS_H

#include "text/doc.h"

/* Tokens FIRST .. FIRST+MATCH stand again PERIOD tokens later. MATCH >= PERIOD: "in Paris in Paris", 1 + MATCH / PERIOD times over;
 * MATCH < PERIOD: the same stretch with PERIOD - MATCH tokens between. */
typedef struct mtl_repeat {
    uint32_t block;
    uint32_t first, period, match; /* first: index in the document's tokens */
} mtl_repeat;

/* A paragraph that stands again, word for word, as one of the next few. */
typedef struct mtl_passage_again {
    uint32_t block, again;
} mtl_passage_again;

enum { MTL_REPEAT_FARTHEST = 60, MTL_REPEAT_GAP_WORDS = 2, MTL_PASSAGE_FARTHEST = 3, MTL_PASSAGE_WORDS = 12 };

typedef struct mtl_repeats {
    const mtl_repeat *items; /* by block */
    uint32_t n;
    const mtl_passage_again *passages;
    uint32_t npassages;
} mtl_repeats;

mtl_repeats mtl_repeats_gather(const mtl_doc *doc, mtl_arena *arena);

#endif
