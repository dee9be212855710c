/* stream.h: bytes that come from a file or a pipe, as a whole or line by line. Knows nothing of what they mean. */
#ifndef MTL_STREAM_H
#define MTL_STREAM_H

#include "text/source.h"

typedef struct mtl_stream {
    mtl_str name;
    mtl_read_fn *read;
    void *user;
    int fd;           /* that it owns; -1: none */
    uint64_t expects; /* bytes, as far as the system tells */
    char *bytes;      /* read, and not yet handed out */
    size_t at, n, cap;
    mtl_start next; /* where the next line begins */
    bool ended;
} mtl_stream;

typedef enum mtl_line { MTL_LINE, MTL_LINE_TOO_LONG, MTL_LINE_END, MTL_LINE_FAILED } mtl_line;

/* A stream over the file at PATH. Fails where it cannot be opened or is a folder. A pipe that nobody writes to is an empty file. Close it. */
bool mtl_stream_open(mtl_stream *stream, const char *path, mtl_err *err);
/* A stream over what READ gives, which is called NAME. Close it. */
void mtl_stream_over(mtl_stream *stream, mtl_str name, mtl_read_fn *read, void *user);
void mtl_stream_close(mtl_stream *stream);

/* The first N bytes, or as many as there are; they stay in the stream. Fails where nothing can be read. */
bool mtl_stream_head(mtl_stream *stream, size_t n, mtl_str *head, mtl_err *err);
/* All that is left, but at most MAX bytes and one more, which shows that there is too much. ARENA's. */
bool mtl_stream_rest(mtl_stream *stream, uint32_t max, mtl_arena *arena, mtl_str *rest, mtl_err *err);
/* The next line without its end, the stream's until the next call, and where it begins. One of more than MAX bytes is passed over. */
mtl_line mtl_stream_line(mtl_stream *stream, uint32_t max, mtl_str *line, mtl_start *start, mtl_err *err);

#endif
