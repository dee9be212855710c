/* map.h: a hash table from bytes to a number, or from a number to a number, on an arena. Keys are never removed. */
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

/* The same with a 64-bit key, taken as its own hash. Do not mix both kinds of key in one map. */
uint32_t mtl_map_get_id(const mtl_map *map, uint64_t id);
uint32_t *mtl_map_put_id(mtl_map *map, uint64_t id);

#endif
