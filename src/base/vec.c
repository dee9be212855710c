#include "base/vec.h"

#include <assert.h>
#include <string.h>

void *mtl_vec_grow(mtl_arena *arena, const void *items, uint32_t *cap, uint32_t n, size_t size)
{
    assert(*cap <= UINT32_MAX / 2);
    const uint32_t room = *cap ? *cap * 2 : 8;
    void *grown = mtl_arena_calloc(arena, room, size);
    if (n)
        memcpy(grown, items, n * size);
    mtl_arena_release(arena, items, *cap * size);
    *cap = room;
    return grown;
}
