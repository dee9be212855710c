/* source.h: the bytes of one input as UTF-8, checked once, where its lines begin, and where each byte is stored. */
#ifndef MTL_SOURCE_H
#define MTL_SOURCE_H

#include "base/err.h"

enum { MTL_SOURCE_STEP = 4096 };

typedef struct mtl_tally { /* what begins before a byte */
    uint32_t code_points, utf16;
} mtl_tally;

typedef struct mtl_start {           /* where the bytes of a source begin in their file; all zero: with it */
    uint64_t offset;                 /* in the file as it is stored */
    uint32_t lines;                  /* before */
    uint32_t columns[MTL_UTF16 + 1]; /* before, in that line, by mtl_unit */
} mtl_start;

typedef struct mtl_source {
    mtl_str path, bytes;
    mtl_str raw;              /* where some of these stand for others (NUL, bad ones): as they are in the file, as many; else empty */
    const uint32_t *lines;    /* byte offset at which each line begins; the first is 0 */
    uint32_t nlines;          /* LF, CRLF and a lone CR end a line */
    const mtl_tally *tallies; /* at every MTL_SOURCE_STEP bytes, for pages of one line; may be NULL */
    mtl_start start;
    mtl_str encoding;       /* of the file, as ICU or the file calls it; empty: UTF-8 */
    const uint32_t *stored; /* for each byte, and the end, where it came from in the file; NULL: UTF-8 */
    const mtl_err *bad;     /* one for each byte that is not UTF-8 in a file that otherwise is; it is read as U+007F */
    uint32_t nbad;
} mtl_source;

/* Reads the file at PATH, at most MAX bytes of it, into ARENA. Fails where it cannot be read, is a folder, is larger, is binary or
 * is not UTF-8; the error then names the byte. A pipe nobody writes to is an empty file. */
bool mtl_source_open(mtl_source *out, const char *path, uint32_t max, mtl_arena *arena, mtl_err *err);
/* The same for bytes at hand, which must outlive OUT. NAME stands for the path. ENCODING: of the bytes; empty: as they say, else UTF-8. A few bad
 * bytes in much good UTF-8 are no failure. */
bool mtl_source_take(mtl_source *out, mtl_str name, mtl_str bytes, mtl_str encoding, uint32_t max, mtl_arena *arena, mtl_err *err);
/* The same for a part of a file in UTF-8. */
bool mtl_source_take_at(mtl_source *out, mtl_str name, mtl_str bytes, mtl_start start, mtl_arena *arena, mtl_err *err);
/* The part AT of a source as a source of its own, copied into ARENA. */
void mtl_source_window(mtl_source *out, const mtl_source *of, mtl_span at, mtl_arena *arena);

/* How many tallies a source of N bytes has. */
static inline uint32_t mtl_source_ntallies(size_t n)
{
    return (uint32_t)(n / MTL_SOURCE_STEP) + 1;
}

/* Where BYTE, which may be the end, is stored in the file. */
uint64_t mtl_source_offset(const mtl_source *source, uint32_t byte);
/* Line and column of BYTE, which may be the end. Never fails. */
mtl_place mtl_source_place(const mtl_source *source, uint32_t byte, mtl_unit unit);

#endif
