/* err.h: writing an error, once, where it happened. */
#ifndef MTL_ERR_H
#define MTL_ERR_H

#include "base/str.h"

/* Fills ERR (which may be NULL) and returns false, so that a function can end in "return mtl_fail(...)". WHERE is a file name or
 * what was given; LINE and COLUMN may be 0. */
bool mtl_fail(mtl_err *err, mtl_code code, mtl_str where, uint32_t line, uint32_t column, const char *format, ...)
    __attribute__((format(printf, 6, 7)));

/* The one of the N names that is nearest to WORD (Levenshtein on bytes, at most a third of them and one off), or NULL: for "did you
 * mean". */
const char *mtl_nearest(mtl_str word, const char *const *names, size_t n);

#endif
