/* source.h: the bytes of one input, checked once to be UTF-8 text, and where its lines begin. */
#ifndef MTL_SOURCE_H
#define MTL_SOURCE_H

#include "base/err.h"

enum { MTL_SOURCE_STEP = 4096 };

typedef struct mtl_tally { /* what begins before a byte */
    uint32_t code_points, utf16;
} mtl_tally;

typedef struct mtl_source {
    mtl_str path, bytes;
    const uint32_t *lines;    /* byte offset at which each line begins; the first is 0 */
    uint32_t nlines;          /* LF, CRLF and a lone CR end a line */
    const mtl_tally *tallies; /* at every MTL_SOURCE_STEP bytes, for pages of one line; may be NULL */
} mtl_source;

/* Reads the file at PATH, at most MAX bytes of it, into ARENA. Fails where it cannot be read, is a folder, is larger, is binary or
 * is not UTF-8; the error then names the byte. A pipe nobody writes to is an empty file. */
bool mtl_source_open(mtl_source *out, const char *path, uint32_t max, mtl_arena *arena, mtl_err *err);
/* The same for bytes at hand, which must outlive OUT. NAME stands for the path. */
bool mtl_source_take(mtl_source *out, mtl_str name, mtl_str bytes, uint32_t max, mtl_arena *arena, mtl_err *err);

/* How many tallies a source of N bytes has. */
static inline uint32_t mtl_source_ntallies(size_t n)
{
    return (uint32_t)(n / MTL_SOURCE_STEP) + 1;
}

/* Line and column of BYTE, which may be the end. Never fails. */
mtl_place mtl_source_place(const mtl_source *source, uint32_t byte, mtl_unit unit);

#endif
