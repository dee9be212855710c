/* rows.h: what a table-driven test says when a row fails: the promise that was broken, not only the line. */
#ifndef MTL_TEST_ROWS_H
#define MTL_TEST_ROWS_H

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* A slice as a constant initialiser, for static tables. */
#define BYTES(s)                                                                                                                   \
    {                                                                                                                              \
        (s), sizeof(s) - 1                                                                                                         \
    }

#define CHECK(promise, condition)                                                                                                  \
    do {                                                                                                                           \
        if (!(condition))                                                                                                          \
            fail_msg("%s: not so: %s", (promise), #condition);                                                                     \
    } while (0)

#define CHECK_NUMBER(promise, got, want)                                                                                           \
    do {                                                                                                                           \
        const unsigned long long check_got = (got), check_want = (want);                                                           \
        if (check_got != check_want)                                                                                               \
            fail_msg("%s: %llu instead of %llu", (promise), check_got, check_want);                                                \
    } while (0)

#define CHECK_STR(promise, got, want)                                                                                              \
    do {                                                                                                                           \
        const mtl_str check_got = (got), check_want = (want);                                                                      \
        if (!mtl_str_same(check_got, check_want))                                                                                  \
            fail_msg("%s: “%.*s” instead of “%.*s”", (promise), MTL_FMT(check_got), MTL_FMT(check_want));                          \
    } while (0)

#define CHECK_SPAN(promise, got, want)                                                                                             \
    do {                                                                                                                           \
        const mtl_span check_got = (got), check_want = (want);                                                                     \
        if (check_got.at != check_want.at || check_got.len != check_want.len)                                                      \
            fail_msg("%s: %u+%u instead of %u+%u", (promise), check_got.at, check_got.len, check_want.at, check_want.len);         \
    } while (0)

#endif
