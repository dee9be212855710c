#include "base/bind.h"

#include <stdio.h>

enum { MOST_KEYS = 64 };

void mtl_problem(mtl_problems *problems, const mtl_err *err)
{
    problems->n++;
    if (problems->fn)
        problems->fn(problems->user, err);
}

void mtl_problem_at(mtl_problems *problems, mtl_str file, const mtl_yaml *node, const char *format, ...)
{
    char what[240];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    mtl_err err;
    mtl_fail(&err, MTL_ERULE, file, node ? node->line : 0, node ? node->column : 0, "%s", what);
    mtl_problem(problems, &err);
}

typedef struct binding {
    mtl_str file;
    mtl_arena *arena;
    mtl_problems *problems;
} binding;

static bool wrong_type(const binding *b, const mtl_yaml *node, const char *wanted)
{
    mtl_problem_at(b->problems, b->file, node, "“%.*s” must be %s", MTL_FMT(node->key), wanted);
    return false;
}

static bool bind_bool(const binding *b, const mtl_yaml *node, bool *out)
{
    const bool yes = mtl_str_is(node->scalar, "true") || mtl_str_is(node->scalar, "yes");
    const bool no = mtl_str_is(node->scalar, "false") || mtl_str_is(node->scalar, "no");
    if (node->kind != MTL_YAML_SCALAR || node->quoted || (!yes && !no))
        return wrong_type(b, node, "true or false");
    *out = yes;
    return true;
}

static bool bind_count(const binding *b, const mtl_yaml *node, uint32_t *out)
{
    if (node->kind != MTL_YAML_SCALAR || node->scalar.n == 0 || node->scalar.n > 8)
        return wrong_type(b, node, "a whole number");
    uint32_t n = 0;
    for (size_t i = 0; i < node->scalar.n; i++) {
        if (node->scalar.p[i] < '0' || node->scalar.p[i] > '9')
            return wrong_type(b, node, "a whole number");
        n = n * 10 + (uint32_t)(node->scalar.p[i] - '0');
    }
    *out = n;
    return true;
}

static bool bind_string(const binding *b, const mtl_yaml *node, mtl_str *out)
{
    if (node->kind != MTL_YAML_SCALAR)
        return wrong_type(b, node, "a text");
    *out = node->quoted ? node->scalar : mtl_str_trim(node->scalar);
    return true;
}

static bool bind_strings(const binding *b, const mtl_yaml *node, mtl_strs *out)
{
    if (node->kind == MTL_YAML_MAP)
        return wrong_type(b, node, "a list of texts");
    const uint32_t n = node->kind == MTL_YAML_LIST ? node->n : 1;
    mtl_strs all = {mtl_arena_array(b->arena, mtl_str, n), mtl_arena_array(b->arena, uint32_t, n), 0};
    for (const mtl_yaml *item = node->kind == MTL_YAML_LIST ? node->first : node; all.n < n; item = item->next) {
        if (item->kind != MTL_YAML_SCALAR)
            return wrong_type(b, node, "a list of texts");
        all.lines[all.n] = item->line;
        all.items[all.n++] = item->scalar;
    }
    *out = all;
    return true;
}

static bool bind_choice(const binding *b, const mtl_yaml *node, const char *const *choices, uint32_t *out)
{
    if (node->kind != MTL_YAML_SCALAR)
        return wrong_type(b, node, "one word");
    uint32_t n = 0;
    for (; choices[n]; n++)
        if (mtl_str_is(node->scalar, choices[n])) {
            *out = n;
            return true;
        }
    const char *near = mtl_nearest(node->scalar, choices, n);
    mtl_problem_at(b->problems, b->file, node, "“%.*s” cannot be “%.*s”; %s “%s”", MTL_FMT(node->key), MTL_FMT(node->scalar),
                   near ? "did you mean" : "use one such as", near ? near : choices[0]);
    return false;
}

static bool bind_one(const binding *b, const mtl_yaml *node, const mtl_param *param, void *field)
{
    switch (param->type) {
    case MTL_PARAM_BOOL:
        return bind_bool(b, node, field);
    case MTL_PARAM_COUNT:
        return bind_count(b, node, field);
    case MTL_PARAM_STRING:
        return bind_string(b, node, field);
    case MTL_PARAM_STRINGS:
        return bind_strings(b, node, field);
    case MTL_PARAM_CHOICE:
        return bind_choice(b, node, param->choices, field);
    case MTL_PARAM_NODE:
        *(const mtl_yaml **)field = node;
        return true;
    }
    return false;
}

static bool unknown_key(const binding *b, const mtl_yaml *child, const mtl_param *params, size_t nparams)
{
    const char *keys[MOST_KEYS];
    size_t n = 0;
    for (; n < nparams && n < MOST_KEYS; n++)
        keys[n] = params[n].key;
    const char *near = mtl_nearest(child->key, keys, n);
    const mtl_yaml at = {.line = child->key_line, .column = child->key_column};
    mtl_problem_at(b->problems, b->file, &at, "unknown key “%.*s”%s%s%s", MTL_FMT(child->key), near ? "; did you mean “" : "",
                   near ? near : "", near ? "”?" : "");
    return false;
}

bool mtl_bind(void *out, const mtl_yaml *map, const mtl_param *params, size_t nparams, mtl_str file, mtl_arena *arena,
              mtl_problems *problems)
{
    const binding b = {file, arena, problems};
    if (map->kind != MTL_YAML_MAP) {
        mtl_problem_at(problems, file, map, "must be a map of keys and values");
        return false;
    }
    bool ok = true;
    for (const mtl_yaml *child = map->first; child; child = child->next) {
        const mtl_param *param = NULL;
        for (size_t i = 0; i < nparams && !param; i++)
            if (mtl_str_is(child->key, params[i].key))
                param = &params[i];
        ok &= param ? bind_one(&b, child, param, (char *)out + param->offset) : unknown_key(&b, child, params, nparams);
    }
    for (size_t i = 0; i < nparams; i++)
        if (params[i].required && !mtl_yaml_get(map, params[i].key)) {
            mtl_problem_at(problems, file, map, "the key “%s” is missing: %s", params[i].key, params[i].doc);
            ok = false;
        }
    return ok;
}
