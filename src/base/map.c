#include "base/map.h"

typedef struct mtl_map_slot {
    mtl_str key;
    uint64_t hash;
    uint32_t value;
    bool used;
} slot;

void mtl_map_init(mtl_map *map, mtl_arena *arena)
{
    *map = (mtl_map){.arena = arena};
}

static slot *find(const mtl_map *map, mtl_str key, uint64_t hash)
{
    uint32_t i = (uint32_t)hash & (map->nslots - 1);
    while (map->slots[i].used && (map->slots[i].hash != hash || !mtl_str_same(map->slots[i].key, key)))
        i = (i + 1) & (map->nslots - 1);
    return &map->slots[i];
}

static void grow(mtl_map *map)
{
    const mtl_map old = *map;
    enum { FEW = 1 << 16 }; /* slots; fewer grow faster, for each growth moves all */
    map->nslots = old.nslots == 0 ? 16 : old.nslots < FEW ? old.nslots * 4 : old.nslots * 2;
    map->slots = mtl_arena_array(map->arena, slot, map->nslots);
    for (uint32_t i = 0; i < old.nslots; i++)
        if (old.slots[i].used)
            *find(map, old.slots[i].key, old.slots[i].hash) = old.slots[i];
    mtl_arena_release(map->arena, old.slots, old.nslots * sizeof *old.slots);
}

uint32_t mtl_map_get_hashed(const mtl_map *map, mtl_str key, uint64_t hash)
{
    if (map->n == 0)
        return MTL_MAP_NONE;
    const slot *s = find(map, key, hash);
    return s->used ? s->value : MTL_MAP_NONE;
}

uint32_t *mtl_map_put_hashed(mtl_map *map, mtl_str key, uint64_t hash)
{
    if (map->n + 1 > map->nslots / 3 * 2)
        grow(map);
    slot *s = find(map, key, hash);
    if (!s->used) {
        *s = (slot){key, hash, MTL_MAP_NONE, true};
        map->n++;
    }
    return &s->value;
}

uint32_t mtl_map_get(const mtl_map *map, mtl_str key)
{
    return mtl_map_get_hashed(map, key, mtl_hash(key));
}

uint32_t *mtl_map_put(mtl_map *map, mtl_str key)
{
    return mtl_map_put_hashed(map, key, mtl_hash(key));
}
