/* asciidoc_marker.h: what a line of AsciiDoc is, as far as it tells itself: what begins or ends a block, an item, a title, attributes.
 * Knows no other line. */
#ifndef MTL_ASCIIDOC_MARKER_H
#define MTL_ASCIIDOC_MARKER_H

#include "base/str.h"

typedef enum mtl_asciidoc_block_kind {
    MTL_ASCIIDOC_NOTHING,
    MTL_ASCIIDOC_SHOWN, /* something stands there, but no text */
    MTL_ASCIIDOC_COMMENT,
    MTL_ASCIIDOC_HOLDER, /* other blocks */
    MTL_ASCIIDOC_TABLE,
} mtl_asciidoc_block_kind;

typedef struct mtl_asciidoc_marker { /* of an item, the term of a description with it */
    uint32_t n;                      /* its bytes; 0: there is none */
    uint32_t term;                   /* bytes of the term; 0: it has none */
    uint32_t sort;                   /* items of one list have the same */
} mtl_asciidoc_marker;

/* What begins or ends with the line S. */
mtl_asciidoc_block_kind mtl_asciidoc_block(mtl_str s);
/* "* ", "1. ", "<1> ", "Begriff:: " at the head of S. */
mtl_asciidoc_marker mtl_asciidoc_item(mtl_str s);
/* The bytes before the text of a section's title: "=="; 0 if S is none. */
uint32_t mtl_asciidoc_title(mtl_str s);
/* "name::target[attributes]": where its bracket opens; 0 if S is none. */
uint32_t mtl_asciidoc_macro(mtl_str s);
/* ":name: value": where the value begins, white space before it; 0 if S is none. */
uint32_t mtl_asciidoc_entry(mtl_str s);
/* The bytes of "NOTE: " at the head of S; 0 if there is none. */
uint32_t mtl_asciidoc_admonition(mtl_str s);
/* "// comment" */
bool mtl_asciidoc_is_comment(mtl_str s);
/* "[source,c]", "[[id]]", "[.role]" */
bool mtl_asciidoc_is_attributes(mtl_str s);
/* A line between paragraphs, or between pages. */
bool mtl_asciidoc_is_rule(mtl_str s);
/* S without its first N bytes; empty, if it has not as many. */
mtl_str mtl_asciidoc_behind(mtl_str s, size_t n);

#endif
