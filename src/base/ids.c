#include "base/ids.h"

/* The bits of a number are spread over all (the finaliser of MurmurHash3, public domain). */
static uint64_t mix(uint64_t id)
{
    id = (id ^ (id >> 33)) * UINT64_C(0xff51afd7ed558ccd);
    id = (id ^ (id >> 33)) * UINT64_C(0xc4ceb9fe1a85ec53);
    return id ^ (id >> 33);
}

void mtl_ids_init(mtl_ids *ids, mtl_arena *arena)
{
    *ids = (mtl_ids){.arena = arena};
}

/* The slot of ID, or the free one where it belongs; NSLOTS where a damaged table has neither. */
static uint32_t find(const mtl_ids *ids, uint64_t id)
{
    const uint32_t mask = ids->nslots - 1;
    uint32_t i = (uint32_t)mix(id) & mask;
    for (uint32_t tries = 0; tries < ids->nslots; tries++, i = (i + 1) & mask)
        if (!ids->slots[i].used || ids->slots[i].id == id)
            return i;
    return ids->nslots;
}

static void grow(mtl_ids *ids)
{
    enum { FEW = 1 << 16 }; /* slots; fewer grow faster, for each growth moves all */
    const mtl_ids old = *ids;
    ids->nslots = old.nslots == 0 ? 16 : old.nslots < FEW ? old.nslots * 4 : old.nslots * 2;
    ids->slots = ids->own = mtl_arena_array(ids->arena, mtl_id_slot, ids->nslots);
    for (uint32_t i = 0; i < old.nslots; i++)
        if (old.own[i].used)
            ids->own[find(ids, old.own[i].id)] = old.own[i];
    mtl_arena_release(ids->arena, old.own, old.nslots * sizeof *old.own);
}

uint32_t mtl_ids_get(const mtl_ids *ids, uint64_t id)
{
    const uint32_t i = find(ids, id);
    return i < ids->nslots && ids->slots[i].used ? ids->slots[i].value : MTL_ID_NONE;
}

uint32_t *mtl_ids_put(mtl_ids *ids, uint64_t id)
{
    if (ids->n + 1 > ids->nslots / 3 * 2)
        grow(ids);
    mtl_id_slot *slot = &ids->own[find(ids, id)];
    if (!slot->used) {
        *slot = (mtl_id_slot){id, MTL_ID_NONE, 1};
        ids->n++;
    }
    return &slot->value;
}

bool mtl_ids_view(mtl_ids *ids, const mtl_id_slot *slots, uint32_t nslots)
{
    *ids = (mtl_ids){.slots = slots, .nslots = nslots};
    return (nslots & (nslots - 1)) == 0;
}
