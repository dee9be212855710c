/* layer.h: bytes that a reader reads, and the bytes of the file they came from. The file itself is the lowest layer; above it stand
 * decoded ones (a JSON string, HTML inside it), each with its map to the one below. Places compose down to the file. */
#ifndef MTL_LAYER_H
#define MTL_LAYER_H

#include "base/out.h"
#include "base/vec.h"

/* Writes TEXT as its surroundings want it: "&" as "&amp;", or as "\u0026". False: it cannot be written there. */
typedef bool mtl_escape_fn(mtl_str text, mtl_out *out);

/* A run of a layer's bytes and the bytes below it that they came from. */
typedef struct mtl_run {
    mtl_span at, below;
    bool copy; /* byte-identical; otherwise the bytes below mean these */
} mtl_run;

typedef struct mtl_layer {
    mtl_str bytes;
    const struct mtl_layer *below; /* NULL: BYTES are the file's own, and there are no runs */
    const mtl_run *runs;           /* ascending in AT, covering all of BYTES; ascending in BELOW */
    uint32_t nruns;
    mtl_escape_fn *escape; /* how these bytes are written in the layer below; NULL: as they are */
} mtl_layer;

/* Building a layer over BELOW. */
typedef struct mtl_layering {
    const mtl_layer *below;
    mtl_arena *arena;
    MTL_VEC(mtl_run) runs;
    MTL_VEC(char) bytes;
} mtl_layering;

void mtl_layering_copy(mtl_layering *l, mtl_span below);
void mtl_layering_put(mtl_layering *l, mtl_span below, mtl_str meaning);
/* The layer, which lives as long as the arena. */
const mtl_layer *mtl_layering_done(const mtl_layering *l, mtl_escape_fn *escape);

/* Told of each stretch of a layer's span that maps to the file as one: FILE holds TEXT byte by byte (COPY), or means it. WHOLE: FILE means just
 * TEXT, and holds nothing else. */
typedef void mtl_stretch_fn(void *user, mtl_span file, mtl_str text, bool copy, bool whole);
void mtl_layer_walk(const mtl_layer *layer, mtl_span at, mtl_stretch_fn *fn, void *user);
/* True if the bytes of the file that AT came from hold nothing else: no comment in the midst, no edge of a section, no half of an escape. */
bool mtl_layer_is_whole(const mtl_layer *layer, mtl_span at);
/* The smallest span of the file that AT came from. */
mtl_span mtl_layer_to_file(const mtl_layer *layer, mtl_span at);

#endif
