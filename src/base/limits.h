/* limits.h: the caps of limits.def as constants, MTL_MAX_FILE_BYTES and so on. */
#ifndef MTL_LIMITS_H
#define MTL_LIMITS_H

enum {
#define LIMIT(name, value, what) MTL_MAX_##name = (value),
#include "base/limits.def"
#undef LIMIT
};

#endif
