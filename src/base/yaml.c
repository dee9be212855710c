#include "base/yaml.h"

#include <yaml.h>

enum { DEEPEST = 32 };

typedef struct parse {
    yaml_parser_t parser;
    yaml_event_t event;
    bool have_event;
    mtl_str file;
    mtl_arena *arena;
    mtl_err *err;
} parse;

static bool next(parse *p)
{
    if (p->have_event)
        yaml_event_delete(&p->event);
    p->have_event = yaml_parser_parse(&p->parser, &p->event);
    if (p->have_event)
        return true;
    const yaml_mark_t mark = p->parser.problem_mark;
    return mtl_fail(p->err, MTL_ERULE, p->file, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1, "no YAML: %s",
                    p->parser.problem ? p->parser.problem : "cannot be read");
}

static bool fail_here(parse *p, const char *what)
{
    const yaml_mark_t mark = p->event.start_mark;
    return mtl_fail(p->err, MTL_ERULE, p->file, (uint32_t)mark.line + 1, (uint32_t)mark.column + 1, "%s", what);
}

static bool node(parse *p, mtl_yaml *out, int depth);

static bool key_of(parse *p, const mtl_yaml *map, mtl_yaml *child)
{
    if (p->event.type != YAML_SCALAR_EVENT)
        return fail_here(p, "a key must be a plain word");
    child->key = mtl_str_copy((mtl_str){(const char *)p->event.data.scalar.value, p->event.data.scalar.length}, p->arena);
    child->key_line = (uint32_t)p->event.start_mark.line + 1;
    child->key_column = (uint32_t)p->event.start_mark.column + 1;
    for (const mtl_yaml *other = map->first; other; other = other->next)
        if (other != child && mtl_str_same(other->key, child->key))
            return mtl_fail(p->err, MTL_ERULE, p->file, child->key_line, child->key_column,
                            "key “%.*s” stands twice, first in line %u", MTL_FMT(child->key), other->key_line);
    return next(p);
}

/* The children up to the END event; a map's come with a key before each. */
static bool children(parse *p, mtl_yaml *out, yaml_event_type_t end, int depth)
{
    mtl_yaml *last = NULL;
    for (;;) {
        if (!next(p))
            return false;
        if (p->event.type == end)
            return true;
        mtl_yaml *child = mtl_arena_one(p->arena, mtl_yaml);
        if (out->kind == MTL_YAML_MAP && !key_of(p, out, child))
            return false;
        if (!node(p, child, depth + 1))
            return false;
        if (last)
            last->next = child;
        else
            out->first = child;
        last = child;
        out->n++;
    }
}

/* Builds OUT from the current event, which begins a node. */
static bool node(parse *p, mtl_yaml *out, int depth)
{
    const yaml_event_t *e = &p->event;
    out->line = (uint32_t)e->start_mark.line + 1;
    out->column = (uint32_t)e->start_mark.column + 1;
    if (depth > DEEPEST)
        return fail_here(p, "nested deeper than 32 levels");
    switch (e->type) {
    case YAML_SCALAR_EVENT:
        if (e->data.scalar.anchor || (e->data.scalar.tag && !e->data.scalar.plain_implicit && !e->data.scalar.quoted_implicit))
            return fail_here(p, "anchors and tags are not used in these files; write the value out");
        out->quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
        out->scalar = mtl_str_copy((mtl_str){(const char *)e->data.scalar.value, e->data.scalar.length}, p->arena);
        return true;
    case YAML_SEQUENCE_START_EVENT:
        out->kind = MTL_YAML_LIST;
        return children(p, out, YAML_SEQUENCE_END_EVENT, depth);
    case YAML_MAPPING_START_EVENT:
        out->kind = MTL_YAML_MAP;
        return children(p, out, YAML_MAPPING_END_EVENT, depth);
    default:
        return fail_here(p, "anchors and aliases are not used in these files; write the value out");
    }
}

/* Stream start, document start, one node, document end, stream end. */
static bool document(parse *p, mtl_yaml *out)
{
    do {
        if (!next(p))
            return false;
    } while (p->event.type == YAML_STREAM_START_EVENT || p->event.type == YAML_DOCUMENT_START_EVENT);
    if (p->event.type == YAML_STREAM_END_EVENT) {
        out->kind = MTL_YAML_MAP;
        out->line = out->column = 1;
        return true;
    }
    if (!node(p, out, 0) || !next(p) || !next(p))
        return false;
    return p->event.type == YAML_STREAM_END_EVENT || fail_here(p, "a second document begins; keep one document in a file");
}

const mtl_yaml *mtl_yaml_parse(mtl_str file, mtl_str bytes, mtl_arena *arena, mtl_err *err)
{
    parse p = {.file = file, .arena = arena, .err = err};
    if (!yaml_parser_initialize(&p.parser)) {
        mtl_fail(err, MTL_ERULE, file, 0, 0, "out of memory");
        return NULL;
    }
    /* No encoding is set: libyaml then passes over a byte order mark. */
    yaml_parser_set_input_string(&p.parser, (const unsigned char *)(bytes.n ? bytes.p : ""), bytes.n);
    mtl_yaml *root = mtl_arena_one(arena, mtl_yaml);
    const bool ok = document(&p, root);
    if (p.have_event)
        yaml_event_delete(&p.event);
    yaml_parser_delete(&p.parser);
    return ok ? root : NULL;
}

const mtl_yaml *mtl_yaml_get(const mtl_yaml *map, const char *key)
{
    if (!map || map->kind != MTL_YAML_MAP)
        return NULL;
    for (const mtl_yaml *child = map->first; child; child = child->next)
        if (mtl_str_is(child->key, key))
            return child;
    return NULL;
}
