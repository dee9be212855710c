/* say.h: what the program itself says, always on standard error and always as "mtlint: …". */
#ifndef MTL_CLI_SAY_H
#define MTL_CLI_SAY_H

#include "base/out.h"

/* One line; control characters and bytes that are no UTF-8 (a path may hold both) come out as U+FFFD. */
void mtl_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* "mtlint: where:line:column: what". */
void mtl_say_err(const mtl_err *err);
/* The place of ERR as far as it has one, "where:line:column", for a terminal. */
void mtl_put_where(mtl_out *out, const mtl_err *err);
/* Bytes for a terminal, whatever they are. */
void mtl_put_safe(mtl_out *out, mtl_str s);

#endif
