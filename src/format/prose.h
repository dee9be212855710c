/* prose.h: gathers the text of blocks as a page shows it: runs of white space are one space, none stands at an edge. Blocks wait here
 * until the document can take them, so that a picture's text can be read inside a paragraph and become a block beside it. */
#ifndef MTL_PROSE_H
#define MTL_PROSE_H

#include "text/doc.h"

enum { MTL_PROSE_PUT_BYTES = 8 };

typedef struct mtl_prose_part mtl_prose_part;

typedef struct mtl_prose {
    mtl_str bytes; /* of the layer that spans are in */
    mtl_arena *arena;
    MTL_VEC(mtl_prose_part) parts;
    uint32_t first;   /* part of the block that is being gathered */
    uint32_t reached; /* all before it is done with: what comes again is dropped, so that places ascend */
    mtl_span gap;     /* white space that is text only if some follows */
    enum { MTL_NO_GAP, MTL_GAP_SPACE, MTL_GAP_BREAK } gap_kind;
    bool has_text;
    bool kept; /* what comes may not be written anew */
} mtl_prose;

void mtl_prose_init(mtl_prose *prose, mtl_str bytes, mtl_arena *arena);
/* The bytes SRC, white space collapsed. */
void mtl_prose_text(mtl_prose *prose, mtl_span src);
/* The same, and character references and, if ESCAPES, backslashes before punctuation are read. */
void mtl_prose_marked(mtl_prose *prose, mtl_span src, bool escapes);
/* SRC means TEXT, of at most MTL_PROSE_PUT_BYTES. */
void mtl_prose_put(mtl_prose *prose, mtl_span src, mtl_str text);
/* SRC is a character reference; one that means nothing is text. */
void mtl_prose_reference(mtl_prose *prose, mtl_span src);
/* The bytes of the character reference at the head of S, which Markdown wants with its semicolon; 0 if there is none. */
uint32_t mtl_prose_reference_at(mtl_str s);
void mtl_prose_hole(mtl_prose *prose, mtl_span src);
/* SRC separates: a line break of the page if HARD, else a space. */
void mtl_prose_gap(mtl_prose *prose, mtl_span src, bool hard);
/* The block ends. One without text, of holes alone, is dropped. */
void mtl_prose_end(mtl_prose *prose);
/* Ends the block and hands all that wait to DOC as blocks of KIND. */
void mtl_prose_flush(mtl_prose *prose, mtl_doc *doc, mtl_kind kind);

static inline bool mtl_prose_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* ASCII punctuation: what a backslash can stand before. */
static inline bool mtl_prose_is_mark(char c)
{
    return (c > ' ' && c < '0') || (c > '9' && c < 'A') || (c > 'Z' && c < 'a') || (c > 'z' && c < 0x7F);
}

#endif
