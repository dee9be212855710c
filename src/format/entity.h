/* entity.h: what HTML's character references mean, named ones ("&auml;") and numbers ("&#228;", "&#xE4;"). */
#ifndef MTL_ENTITY_H
#define MTL_ENTITY_H

#include "base/str.h"

enum { MTL_ENTITY_BYTES = 8 };

/* Writes what REF, with its "&" and ";", means into OUT and returns its length in bytes; 0 if it means nothing. */
size_t mtl_entity_meaning(mtl_str ref, char out[MTL_ENTITY_BYTES]);
/* The length of the reference at the head of S, from "&" to ";", whether known or not; 0 if there is none. */
size_t mtl_entity_length(mtl_str s);

#endif
