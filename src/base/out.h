/* out.h: a buffered writer, to memory or to a function. After a write has failed it swallows the rest. */
#ifndef MTL_OUT_H
#define MTL_OUT_H

#include "base/str.h"

typedef struct mtl_out {
    mtl_write_fn *write; /* NULL: keeps everything in memory */
    void *user;
    char *bytes;
    size_t n, cap;
    bool failed;
} mtl_out; /* all zero is an empty buffer in memory; free with mtl_out_free */

void mtl_out_str(mtl_out *out, mtl_str s);
void mtl_out_fmt(mtl_out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
void mtl_out_char(mtl_out *out, char c);
/* For text and for attributes in double quotes: & < > " ' become references; what XML forbids (controls, U+FFFE, U+FFFF) becomes U+FFFD. */
void mtl_out_xml(mtl_out *out, mtl_str s);
/* For a terminal: controls and reordering characters become visible as U+FFFD or, for white space, a space. */
void mtl_out_plain(mtl_out *out, mtl_str s);
/* Hands the buffer to the function. Returns false if this or an earlier write failed. */
bool mtl_out_flush(mtl_out *out);
/* The bytes so far of an out in memory. */
mtl_str mtl_out_bytes(const mtl_out *out);
void mtl_out_free(mtl_out *out);

#endif
