/* families.h: how findings spread over the families of categories, counted and drawn as bars. */
#ifndef MTL_FAMILIES_H
#define MTL_FAMILIES_H

#include "base/out.h"
#include "base/vec.h"

typedef struct mtl_family {
    mtl_str name;
    uint32_t n;
} mtl_family;

typedef struct mtl_families {
    MTL_VEC(mtl_family) all; /* a dozen at most: searched from the first */
} mtl_families;

/* Adds N findings of the family NAME, of which ARENA gets a copy. */
void mtl_families_add(mtl_families *families, mtl_str name, uint32_t n, mtl_arena *arena);
/* The greatest first, then by name. */
void mtl_families_sort(mtl_families *families);
/* An <svg> whose length is LENGTH, of 1, with a part for each of FAMILIES and its words for who cannot see it. The order and the
 * colours are those of KEY, sorted; what is behind the last colour shares it. */
void mtl_families_bar(mtl_out *out, const mtl_families *families, const mtl_families *key, double length);
/* A list that explains the colours of KEY. */
void mtl_families_legend(mtl_out *out, const mtl_families *key);

#endif
