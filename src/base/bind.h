/* bind.h: fills a C struct from a YAML map by a table: one row per key says its type, where it goes and what it is for. The same
 * table refuses unknown keys with the nearest known one. */
#ifndef MTL_BIND_H
#define MTL_BIND_H

#include "base/yaml.h"

typedef struct mtl_strs { /* a list of strings, each with its line */
    mtl_str *items;
    uint32_t *lines;
    uint32_t n;
} mtl_strs;

typedef enum mtl_param_type {
    MTL_PARAM_BOOL,    /* bool */
    MTL_PARAM_COUNT,   /* uint32_t */
    MTL_PARAM_STRING,  /* mtl_str; a one-line or block scalar */
    MTL_PARAM_STRINGS, /* mtl_strs; a list, or one scalar for a list of one */
    MTL_PARAM_CHOICE,  /* uint32_t: index into choices */
    MTL_PARAM_NODE     /* const mtl_yaml *: whatever stands there, for the caller to read */
} mtl_param_type;

typedef struct mtl_param {
    const char *key;
    mtl_param_type type;
    size_t offset; /* of the field in the struct */
    bool required;
    const char *doc;            /* one line */
    const char *const *choices; /* for MTL_PARAM_CHOICE; NULL-ended */
} mtl_param;

/* Told of each problem; returns nothing, for all problems are to be seen at once. */
typedef struct mtl_problems {
    mtl_problem_fn *fn;
    void *user;
    uint32_t n;
} mtl_problems;

void mtl_problem(mtl_problems *problems, const mtl_err *err);
void mtl_problem_at(mtl_problems *problems, mtl_str file, const mtl_yaml *node, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Fills OUT from MAP by the NPARAMS rows. Fields without a key keep what they hold. Reports each problem; false if there was one.
 * Memory is ARENA's. */
bool mtl_bind(void *out, const mtl_yaml *map, const mtl_param *params, size_t nparams, mtl_str file, mtl_arena *arena,
              mtl_problems *problems);

#endif
