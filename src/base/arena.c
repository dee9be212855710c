#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Under a sanitizer each object is its own malloc, so that an overrun is seen. */
#if defined(__SANITIZE_ADDRESS__)
#define CHUNK_BYTES 0u
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CHUNK_BYTES 0u
#endif
#endif
#ifndef CHUNK_BYTES
#define CHUNK_BYTES (64u << 10)
#endif

#define ALIGN _Alignof(max_align_t)

typedef struct mtl_chunk {
    struct mtl_chunk *next, *before;
    size_t used, size;
    max_align_t bytes[];
} chunk;

typedef struct mtl_deferred {
    struct mtl_deferred *next;
    void (*free_fn)(void *);
    void *handle;
} deferred;

static void out_of_memory(void)
{
    fputs("mtlint: out of memory\n", stderr);
    abort();
}

void *mtl_must_realloc(void *old, size_t size)
{
    void *p = realloc(old, size ? size : 1);
    if (!p)
        out_of_memory();
    return p;
}

void *mtl_must_alloc(size_t size)
{
    return mtl_must_realloc(NULL, size);
}

static chunk *add_chunk(mtl_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        out_of_memory();
    const size_t room = size > CHUNK_BYTES ? size : CHUNK_BYTES;
    chunk *c = mtl_must_alloc(sizeof *c + room);
    *c = (chunk){.size = room};
    /* A chunk of its own for one big object goes behind the one still being filled. */
    if (arena->chunks && size > CHUNK_BYTES / 4) {
        c->next = arena->chunks->next;
        c->before = arena->chunks;
        arena->chunks->next = c;
    } else {
        c->next = arena->chunks;
        arena->chunks = c;
    }
    if (c->next)
        c->next->before = c;
    return c;
}

void *mtl_arena_alloc(mtl_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        out_of_memory();
    const size_t need = (size + ALIGN - 1) / ALIGN * ALIGN;
    chunk *c = arena->chunks;
    if (!c || CHUNK_BYTES == 0 || c->size - c->used < need)
        c = add_chunk(arena, CHUNK_BYTES > 0 ? need : size);
    void *p = (char *)c->bytes + c->used;
    c->used += CHUNK_BYTES > 0 ? need : size;
    arena->used += size;
    memset(p, 0, size);
    return p;
}

void *mtl_arena_calloc(mtl_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        out_of_memory();
    return mtl_arena_alloc(arena, count * size);
}

void mtl_arena_release(mtl_arena *arena, const void *object, size_t size)
{
    if (!object || size <= CHUNK_BYTES)
        return;
    chunk *c = (chunk *)((uintptr_t)object - offsetof(chunk, bytes));
    *(c->before ? &c->before->next : &arena->chunks) = c->next;
    if (c->next)
        c->next->before = c->before;
    arena->used -= size;
    free(c);
}

void mtl_arena_defer(mtl_arena *arena, void (*free_fn)(void *), void *handle)
{
    deferred *d = mtl_arena_one(arena, deferred);
    *d = (deferred){arena->defers, free_fn, handle};
    arena->defers = d;
}

void mtl_arena_reset(mtl_arena *arena)
{
    for (deferred *d = arena->defers; d; d = d->next)
        d->free_fn(d->handle);
    for (chunk *c = arena->chunks, *next; c; c = next) {
        next = c->next;
        free(c);
    }
    *arena = (mtl_arena){0};
}
