/* tokenized.h: documents cut into tokens, in languages whose profiles a test writes itself. */
#ifndef MTL_TEST_TOKENIZED_H
#define MTL_TEST_TOKENIZED_H

#include "base/out.h"
#include "lang/lang.h"
#include "written.h"

typedef struct bench {
    mtl_arena arena;
    mtl_langs langs;
    mtl_types types;
} bench;

static inline void open_bench(bench *b)
{
    *b = (bench){0};
    mtl_langs_init(&b->langs, &(mtl_lang_places){0}, &b->arena);
    mtl_types_init(&b->types, (mtl_lexemes){0});
}

static inline void close_bench(bench *b)
{
    mtl_types_free(&b->types);
    mtl_arena_reset(&b->arena);
}

static inline void add_language(bench *b, const char *tag, const char *yaml)
{
    mtl_problems problems = {0};
    const mtl_yaml *map = mtl_yaml_parse(mtl_cstr(tag), mtl_cstr(yaml), &b->arena, NULL);
    CHECK(tag, map && mtl_langs_add(&b->langs, mtl_cstr(tag), map, mtl_cstr(tag), &problems));
}

/* TEXT in the language TAG, a block for each part between form feeds. */
static inline const mtl_doc *tokenize(bench *b, const char *tag, const char *text)
{
    mtl_doc *doc = write_doc(mtl_cstr(text), '\f', &b->arena);
    for (uint32_t i = 0; i < doc->blocks.n; i++)
        doc->blocks.items[i].profile = mtl_langs_find(&b->langs, mtl_cstr(tag), &b->arena);
    mtl_tokenize(doc, &b->types, NULL, NULL);
    return doc;
}

/* What OUT holds, in the bench's memory; OUT is free again. */
static inline mtl_str take(bench *b, mtl_out *out)
{
    const mtl_str all = mtl_str_copy(mtl_out_bytes(out), &b->arena);
    mtl_out_free(out);
    return all;
}

#endif
