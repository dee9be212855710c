/* ids.h: a hash table from numbers to numbers, such as hashes to indices. Its slots hold no pointers, so that they can stand in a file that is
 * mapped. Keys are never removed. */
#ifndef MTL_IDS_H
#define MTL_IDS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

#define MTL_ID_NONE UINT32_MAX

typedef struct mtl_id_slot {
    uint64_t id;
    uint32_t value;
    uint32_t used; /* 0 or 1 */
} mtl_id_slot;

typedef struct mtl_ids {
    mtl_arena *arena;
    const mtl_id_slot *slots; /* a power of two of them, at most two thirds full; what is looked in */
    mtl_id_slot *own;         /* the same, where this table made them */
    uint32_t nslots, n;
} mtl_ids; /* all zero holds nothing */

/* An empty table whose memory is ARENA's. */
void mtl_ids_init(mtl_ids *ids, mtl_arena *arena);
/* The value of ID, or MTL_ID_NONE. */
uint32_t mtl_ids_get(const mtl_ids *ids, uint64_t id);
/* The place of ID's value; a new one starts with MTL_ID_NONE. Valid until the next call. */
uint32_t *mtl_ids_put(mtl_ids *ids, uint64_t id);
/* Looks at the SLOTS of another table, to which nothing is added. False where they cannot be those of one. */
bool mtl_ids_view(mtl_ids *ids, const mtl_id_slot *slots, uint32_t nslots);

#endif
