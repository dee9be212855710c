/* rst_marker.h: what stands at the head of a line of reStructuredText and says what the line is: bullets, numbers, fields, options, and
 * what follows "..". Each function tells how many bytes of S that takes, and 0 if there is none. Knows no other line. */
#ifndef MTL_RST_MARKER_H
#define MTL_RST_MARKER_H

#include "base/str.h"

uint32_t mtl_rst_bullet(mtl_str s);
/* "1.", "(a)", "iv)", "#." */
uint32_t mtl_rst_enumerator(mtl_str s);
/* NEXT begins with the enumerator that comes after that of S. */
bool mtl_rst_enumerator_follows(mtl_str s, mtl_str next);
/* ":name:" */
uint32_t mtl_rst_field(mtl_str s);
/* The name in a field marker of N bytes at the head of S, up to its first space. */
mtl_str mtl_rst_field_name(mtl_str s, uint32_t n);
/* "-f FILE, --file=NAME" */
uint32_t mtl_rst_options(mtl_str s);
/* "name::", and the name */
uint32_t mtl_rst_directive(mtl_str s, mtl_str *name);
/* "[1]", "[#note]", "[Mann1924]" */
uint32_t mtl_rst_note(mtl_str s);
/* "|name| " */
uint32_t mtl_rst_substitution(mtl_str s);
/* S without its first N bytes; empty, if it has not as many. */
mtl_str mtl_rst_behind(mtl_str s, uint32_t n);

#endif
