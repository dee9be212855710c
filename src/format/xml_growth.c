#include "format/xml_growth.h"

#include "base/limits.h"

void mtl_xml_growth_init(mtl_xml_growth *g, mtl_arena *arena)
{
    *g = (mtl_xml_growth){0};
    mtl_map_init(&g->names, arena);
}

static uint64_t size_of(const mtl_xml_growth *g, mtl_str name)
{
    const uint32_t number = mtl_map_get(&g->names, name);
    return number == MTL_MAP_NONE ? 0 : g->sizes.items[number];
}

void mtl_xml_growth_declare(mtl_xml_growth *g, mtl_str name, mtl_str value)
{
    uint64_t size = value.n;
    for (size_t at = 0; (at = mtl_str_find(value, MTL_LIT("&"), at)) != SIZE_MAX && size <= MTL_MAX_ENTITY_BYTES; at++) {
        const char *end = memchr(value.p + at, ';', value.n - at);
        size += end ? size_of(g, (mtl_str){value.p + at + 1, (size_t)(end - value.p) - at - 1}) : 0;
    }
    *mtl_map_put(&g->names, name) = g->sizes.n;
    /* Over the cap one size is as bad as another. */
    mtl_vec_push(&g->sizes, g->names.arena, size <= MTL_MAX_ENTITY_BYTES ? size : MTL_MAX_ENTITY_BYTES + 1ULL);
}

bool mtl_xml_growth_refer(mtl_xml_growth *g, mtl_str name)
{
    g->total += size_of(g, name);
    return g->total > MTL_MAX_ENTITY_BYTES;
}
