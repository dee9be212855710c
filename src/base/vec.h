/* vec.h: growable arrays on an arena, for any element type.
 *
 *     MTL_VEC(mtl_span) spans = {0};
 *     mtl_vec_push(&spans, arena, ((mtl_span){at, len}));
 *
 * Growing leaves the old array in the arena if it is small; a large one is given back, so nothing may point into it. */
#ifndef MTL_VEC_H
#define MTL_VEC_H

#include "base/arena.h"

#include <stdint.h>
#include <string.h>

#define MTL_VEC(type)                                                                                                              \
    struct {                                                                                                                       \
        type *items;                                                                                                               \
        uint32_t n, cap;                                                                                                           \
    }

#define mtl_vec_push(vec, arena, ...)                                                                                              \
    ((vec)->n == (vec)->cap                                                                                                        \
         ? (void)((vec)->items = mtl_vec_grow((arena), (vec)->items, &(vec)->cap, (vec)->n, sizeof *(vec)->items))                 \
         : (void)0,                                                                                                                \
     (vec)->items[(vec)->n++] = __VA_ARGS__)

/* Pushes COUNT items that stand at FROM. */
#define mtl_vec_extend(vec, arena, from, count)                                                                                    \
    do {                                                                                                                           \
        while ((vec)->cap - (vec)->n < (count))                                                                                    \
            (vec)->items = mtl_vec_grow((arena), (vec)->items, &(vec)->cap, (vec)->n, sizeof *(vec)->items);                       \
        if (count)                                                                                                                 \
            memcpy((vec)->items + (vec)->n, (from), (count) * sizeof *(vec)->items);                                               \
        (vec)->n += (uint32_t)(count);                                                                                             \
    } while (0)

#define mtl_vec_last(vec) ((vec)->items[(vec)->n - 1])

/* A copy of the N items with room for at least one more; *CAP is the new room. */
void *mtl_vec_grow(mtl_arena *arena, const void *items, uint32_t *cap, uint32_t n, size_t size);

#endif
