/* arena.h: memory that dies together. What is taken from an arena is not freed alone, but for large objects that a larger one follows; foreign
 * handles can hang on it. Out of memory ends the program: the libraries below could not carry on either. */
#ifndef MTL_ARENA_H
#define MTL_ARENA_H

#include <stddef.h>
#include <stdint.h>

typedef struct mtl_arena {
    struct mtl_chunk *chunks;    /* newest first */
    struct mtl_deferred *defers; /* newest first */
    size_t used;                 /* bytes handed out since the last reset */
} mtl_arena;                     /* all zero is an empty arena */

/* Zeroed memory, aligned for any type. Never NULL, also for SIZE 0. */
void *mtl_arena_alloc(mtl_arena *arena, size_t size);
/* Zeroed memory for COUNT objects of SIZE bytes; a product that overflows ends the program. */
void *mtl_arena_calloc(mtl_arena *arena, size_t count, size_t size);
/* Gives back an object of SIZE bytes before its arena goes, such as the table that a larger one follows. Small ones stay; NULL is fine. */
void mtl_arena_release(mtl_arena *arena, const void *object, size_t size);
/* Calls FREE(HANDLE) when the arena is reset, the newest first. */
void mtl_arena_defer(mtl_arena *arena, void (*free_fn)(void *), void *handle);
/* Frees everything; the arena is empty again and can be used on. */
void mtl_arena_reset(mtl_arena *arena);

#define mtl_arena_one(arena, type)          ((type *)mtl_arena_alloc((arena), sizeof(type)))
#define mtl_arena_array(arena, type, count) ((type *)mtl_arena_calloc((arena), (count), sizeof(type)))

/* malloc and realloc that end the program when memory is out. Free with free(). */
void *mtl_must_alloc(size_t size);
void *mtl_must_realloc(void *old, size_t size);

#endif
