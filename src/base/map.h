/* map.h: a hash table from bytes to numbers, on an arena. Keys are never removed. Numbers as keys: ids.h. */
#ifndef MTL_MAP_H
#define MTL_MAP_H

#include "base/str.h"

#define MTL_MAP_NONE UINT32_MAX

typedef struct mtl_map {
    mtl_arena *arena;
    struct mtl_map_slot *slots; /* a power of two of them, at most two thirds full */
    uint32_t nslots, n;
} mtl_map;

/* An empty map whose memory is ARENA's. Keys are borrowed: they must live as long as the map. */
void mtl_map_init(mtl_map *map, mtl_arena *arena);
/* The value of KEY, or MTL_MAP_NONE. A map that is all zero holds nothing. */
uint32_t mtl_map_get(const mtl_map *map, mtl_str key);
uint32_t mtl_map_get_hashed(const mtl_map *map, mtl_str key, uint64_t hash);
/* The place of KEY's value; a new key starts with MTL_MAP_NONE. Valid until the next call. */
uint32_t *mtl_map_put(mtl_map *map, mtl_str key);
uint32_t *mtl_map_put_hashed(mtl_map *map, mtl_str key, uint64_t hash);

#endif
