/* sink.h: what checks have emitted for one document, before it is weighed. */
#ifndef MTL_SINK_H
#define MTL_SINK_H

#include "rule/check.h"

typedef struct mtl_hit_value { /* {name} in the message */
    const char *name;
    mtl_str value;
    struct mtl_hit_value *next;
} mtl_hit_value;

typedef struct mtl_hit_edit_text { /* an edit of document text */
    mtl_span text;
    mtl_str with;
    struct mtl_hit_edit_text *next;
} mtl_hit_edit_text;

typedef struct mtl_hit_fixing {
    mtl_safety safety;
    mtl_hit_edit_text *edits, *last;
    uint32_t n;
    struct mtl_hit_fixing *next;
} mtl_hit_fixing;

typedef enum mtl_fate { MTL_STANDS, MTL_OUTDONE /* by a rival */, MTL_UNSUPPORTED } mtl_fate;

struct mtl_hit {
    const mtl_rule *rule;
    mtl_span text;
    mtl_proof proof;
    mtl_confidence confidence; /* set by weighing */
    mtl_fate fate;             /* likewise */
    const mtl_hit *rival;      /* that says more of the same place, for MTL_OUTDONE */
    uint32_t support, wanted;  /* what the others of the document gave it, and what it needed */
    mtl_arena *arena;          /* NULL: past the cap, where nothing is kept */
    mtl_hit_value *values;
    mtl_hit_fixing *fixes, *last_fix;
};

struct mtl_sink {
    const mtl_doc *doc;
    mtl_arena *arena;
    MTL_VEC(mtl_hit *) hits;
    uint32_t most; /* cap on hits */
    bool overflowed;
    mtl_hit nowhere; /* where hits past the cap go */
};

void mtl_sink_init(mtl_sink *sink, const mtl_doc *doc, uint32_t most, mtl_arena *arena);

#endif
