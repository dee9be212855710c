/* reader.h: what an input format is. A reader is an iterator over the documents of one input; it makes text only through mtl_doc_*. */
#ifndef MTL_READER_H
#define MTL_READER_H

#include "format/fields.h"

typedef enum mtl_step {
    MTL_STEP_DOCUMENT,
    MTL_STEP_END,
    MTL_STEP_BAD,  /* a part of the input, which the error names, makes no sense; what follows does */
    MTL_STEP_ERROR /* nothing follows that would make sense */
} mtl_step;

typedef struct mtl_reading { /* one input being read */
    const mtl_source *source;
    const mtl_layer *layer;   /* what to read: the file's bytes, or a layer above them */
    const mtl_fields *fields; /* which of a record's fields hold text */
    uint32_t at;              /* the reader's own place; 0 at first */
    void *state;              /* the reader's own, on ARENA; NULL at first */
    mtl_arena *arena;
} mtl_reading;

typedef struct mtl_reader {
    const char *name, *doc;
    const char *sign;            /* by which it is known without its suffix; NULL: by none */
    const char *text;            /* what counts as text in it */
    const char *const *suffixes; /* with their dots, NULL-ended */
    int (*sniff)(mtl_str head);  /* how sure the first bytes make it, 0 to 100; may be NULL */
    /* The next document into DOC, which is initialised; the end; or an error. DOC is not looked at unless it is one. */
    mtl_step (*next)(mtl_reading *reading, mtl_doc *doc, mtl_err *err);
    bool lines;            /* each line of an input is one by itself, so that a stream of them needs no end */
    mtl_escape_fn *escape; /* of text outside of any layer; NULL: as it is */
} mtl_reader;

extern const mtl_reader *const mtl_readers[]; /* from formats.def, NULL-ended; the first is the fallback */
/* The reader called NAME, or NULL. */
const mtl_reader *mtl_reader_named(mtl_str name);
/* The reader for an input by its suffix, else by its first bytes, else the fallback. Of several readers with one suffix the first bytes
 * choose; where they say nothing it is the last of them in formats.def. */
const mtl_reader *mtl_reader_for(mtl_str path, mtl_str head);

#endif
