/* xml_growth.h: how large the entities of a DTD would grow, were they followed: a few lines of them may stand for more than any memory holds.
 * Knows nothing of Expat. */
#ifndef MTL_XML_GROWTH_H
#define MTL_XML_GROWTH_H

#include "base/map.h"
#include "base/vec.h"

typedef struct mtl_xml_growth {
    mtl_map names; /* to SIZES */
    MTL_VEC(uint64_t) sizes;
    uint64_t total; /* of what the text refers to */
} mtl_xml_growth;

void mtl_xml_growth_init(mtl_xml_growth *growth, mtl_arena *arena);
/* The entity NAME, which lives as long as the arena, is declared as VALUE. Those in it mostly were declared before. */
void mtl_xml_growth_declare(mtl_xml_growth *growth, mtl_str name, mtl_str value);
/* The text refers to the entity NAME. True: by now it would have grown over the cap. */
bool mtl_xml_growth_refer(mtl_xml_growth *growth, mtl_str name);

#endif
