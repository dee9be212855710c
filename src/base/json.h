/* json.h: Jansson's gate. Builds JSON values and writes them. A value belongs to whoever made it until it is
 * put into another one, which then owns it. */
#ifndef MTL_JSON_H
#define MTL_JSON_H

#include "base/out.h"

typedef struct mtl_json mtl_json; /* an object, array, string, number, truth value or null */

mtl_json *mtl_json_object(void);
mtl_json *mtl_json_array(void);
mtl_json *mtl_json_string(mtl_str s);  /* valid UTF-8, NULs allowed */
mtl_json *mtl_json_number(uint64_t n); /* up to INT64_MAX */
mtl_json *mtl_json_real(double x);     /* finite */
mtl_json *mtl_json_bool(bool b);

/* OBJECT[KEY] = VALUE, in the order of the calls. Returns OBJECT. */
mtl_json *mtl_json_set(mtl_json *object, const char *key, mtl_json *value);
/* Adds VALUE at the end. Returns ARRAY. */
mtl_json *mtl_json_add(mtl_json *array, mtl_json *value);

/* Writes VALUE; INDENT 0 is one line. */
void mtl_json_write(mtl_out *out, const mtl_json *value, unsigned indent);
void mtl_json_free(mtl_json *value);

#endif
