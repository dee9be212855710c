/* markdown_marks.h: what pages in Markdown hold that CommonMark does not know: footnotes, formulas, variables and short codes of site
 * generators, attributes, admonitions, bare addresses. They are found before the parser sees the page, and painted over in a copy of the
 * same length, so that the parser neither stumbles over them nor moves a place. Knows nothing of the parser. */
#ifndef MTL_MARKDOWN_MARKS_H
#define MTL_MARKDOWN_MARKS_H

#include "base/vec.h"
#include "text/source.h"

typedef enum mtl_mark_kind {
    MTL_MARK_NOTHING, /* no text */
    MTL_MARK_HOLE,    /* stands for something */
    MTL_MARK_ITEM,    /* painted as the bullet of a list, so that what is indented below belongs to it; it is no item */
    MTL_MARK_END,     /* a block ends here */
} mtl_mark_kind;

typedef struct mtl_mark {
    mtl_span at;
    mtl_mark_kind kind;
} mtl_mark;

typedef struct mtl_marks {
    mtl_str bytes;
    char *painted; /* a copy of BYTES, the marks painted over, and a line end and a NUL behind it */
    mtl_arena *arena;
    MTL_VEC(mtl_mark) items; /* in order of place; none overlaps another */
} mtl_marks;

/* Finds the marks of BYTES from FROM on. Fails where the parser would need too long: PATH is for the error. */
bool mtl_marks_find(mtl_marks *marks, mtl_str bytes, uint32_t from, mtl_str path, mtl_arena *arena, mtl_err *err);

#endif
