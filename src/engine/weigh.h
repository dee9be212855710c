/* weigh.h: evidence as a stage: all hits of a document are looked at together. Sure hits of a family vouch for likely and doubtful ones
 * of the same family; a doubtful hit without support is dropped, a likely one keeps less confidence. Of hits that say the same of one
 * place the best stays. */
#ifndef MTL_WEIGH_H
#define MTL_WEIGH_H

#include "engine/sink.h"

/* Leaves in SINK the hits that stand, each with its confidence, in order of place. WORDS: the document's. */
void mtl_weigh(mtl_sink *sink, uint32_t words);
/* One sentence for an editor, or empty where the document gives no reason to doubt it. Memory is ARENA's. */
mtl_str mtl_weigh_evidence(const mtl_sink *sink, uint32_t words, mtl_arena *arena);

#endif
