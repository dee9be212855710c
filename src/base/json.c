#include "base/json.h"

#include <jansson.h>
#include <stdlib.h>

static mtl_json *must(json_t *value)
{
    if (!value)
        abort(); /* out of memory, or bytes that a caller let through unchecked */
    return (mtl_json *)value;
}

static json_t *real(mtl_json *value)
{
    return (json_t *)value;
}

mtl_json *mtl_json_object(void)
{
    return must(json_object());
}

mtl_json *mtl_json_array(void)
{
    return must(json_array());
}

mtl_json *mtl_json_string(mtl_str s)
{
    return must(json_stringn(s.n ? s.p : "", s.n));
}

mtl_json *mtl_json_number(uint64_t n)
{
    return must(json_integer((json_int_t)n));
}

mtl_json *mtl_json_real(double x)
{
    return must(json_real(x));
}

mtl_json *mtl_json_bool(bool b)
{
    return must(json_boolean(b));
}

mtl_json *mtl_json_set(mtl_json *object, const char *key, mtl_json *value)
{
    if (json_object_set_new(real(object), key, real(value)) != 0)
        abort();
    return object;
}

mtl_json *mtl_json_add(mtl_json *array, mtl_json *value)
{
    if (json_array_append_new(real(array), real(value)) != 0)
        abort();
    return array;
}

static int put(const char *bytes, size_t n, void *out)
{
    mtl_out_str(out, (mtl_str){bytes, n});
    return 0;
}

void mtl_json_write(mtl_out *out, const mtl_json *value, unsigned indent)
{
    const size_t flags = JSON_ENCODE_ANY | JSON_REAL_PRECISION(6) | (indent ? JSON_INDENT(indent) : JSON_COMPACT);
    json_dump_callback((const json_t *)value, put, out, flags);
}

void mtl_json_free(mtl_json *value)
{
    json_decref(real(value));
}
