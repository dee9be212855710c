/* checks.c: the table of check kinds, from checks.def. */
#include "rule/check.h"

#define CHECK(name) extern const mtl_check mtl_check_##name;
#include "check/checks.def"
#undef CHECK

const mtl_check *const mtl_checks[] = {
#define CHECK(name) &mtl_check_##name,
#include "check/checks.def"
#undef CHECK
    NULL,
};
