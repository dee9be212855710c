/* written.h: a document whose blocks are the lines of a text, for tests that need one and no reader. */
#ifndef MTL_TEST_WRITTEN_H
#define MTL_TEST_WRITTEN_H

#include "lang/token.h"
#include "rows.h"

/* The document lives as long as ARENA; TEXT is cut into blocks at each CUT. */
static inline mtl_doc *write_doc(mtl_str text, char cut, mtl_arena *arena)
{
    mtl_source *source = mtl_arena_one(arena, mtl_source);
    mtl_layer *layer = mtl_arena_one(arena, mtl_layer);
    mtl_doc *doc = mtl_arena_one(arena, mtl_doc);
    *source = (mtl_source){.path = MTL_LIT("test"), .bytes = text};
    *layer = (mtl_layer){.bytes = text};
    mtl_doc_init(doc, source, layer, arena);
    for (size_t from = 0; from <= text.n;) {
        const size_t end = mtl_str_find(text, (mtl_str){&cut, 1}, from);
        const size_t to = end == SIZE_MAX ? text.n : end;
        mtl_doc_open(doc, MTL_PARAGRAPH, MTL_TARGET, (mtl_str){0});
        mtl_doc_copy(doc, (mtl_span){(uint32_t)from, (uint32_t)(to - from)});
        mtl_doc_close(doc);
        from = to + 1;
    }
    mtl_doc_seal(doc);
    return doc;
}

#endif
