/* sight.h: what the engine saw of a document, put into words for those who write rules: tokens and what is known of them, facts, and every
 * hit with what became of it. */
#ifndef MTL_SIGHT_H
#define MTL_SIGHT_H

#include "engine/sink.h"

typedef struct mtl_sight_of { /* what it is made from */
    const mtl_doc *doc;
    const mtl_facts *facts;
    mtl_hit *const *hits; /* all that were emitted, weighed */
    uint32_t nhits;
    const bool *shown; /* by rule index: selected and not ignored */
} mtl_sight_of;

/* Memory is ARENA's. */
mtl_sight mtl_sight_make(const mtl_sight_of *from, mtl_arena *arena);

#endif
