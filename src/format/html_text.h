/* html_text.h: what a page says, written into a document as a browser shows it: white space is one space, a reference is what it means, a
 * soft hyphen nothing. Knows no tags; whoever reads them says where a block ends and what is no text. */
#ifndef MTL_HTML_TEXT_H
#define MTL_HTML_TEXT_H

#include "format/html_element.h"
#include "format/html_said.h"
#include "text/doc.h"

typedef enum mtl_html_gap { MTL_HTML_SPACE, MTL_HTML_BREAK, MTL_HTML_STANDIN, MTL_HTML_PICTURE } mtl_html_gap;

typedef struct mtl_html_pending { /* between two pieces of text, and dropped at the ends of a block */
    mtl_span at;
    mtl_html_gap gap;
} mtl_html_pending;

typedef struct mtl_html_aside { /* a text beside the text: of an attribute */
    mtl_span at;
    mtl_str lang;
} mtl_html_aside;

typedef struct mtl_html_text {
    mtl_doc *doc; /* spans are in its layer */
    mtl_arena *arena;
    mtl_html_said said;
    MTL_VEC(mtl_html_pending) pending;
    MTL_VEC(mtl_html_aside) asides; /* to be written when the block is closed */
    bool again;                     /* what was said before is dropped */
    bool has_copy;                  /* some block stands where the page's own text is */
    MTL_VEC(uint32_t) beside;       /* the blocks that do not */
} mtl_html_text;

typedef enum mtl_html_refs { MTL_HTML_NO_REFS, MTL_HTML_REFS, MTL_HTML_ATTRIBUTE_REFS } mtl_html_refs;

void mtl_html_text_init(mtl_html_text *w, mtl_doc *doc, mtl_arena *arena);
/* Text, with character references in it or without. */
void mtl_html_text_add(mtl_html_text *w, mtl_span at, mtl_html_refs refs, const mtl_html_context *context);
/* A reference, or the like: what stands AT means MEANING. */
void mtl_html_text_put(mtl_html_text *w, mtl_span at, mtl_str meaning, const mtl_html_context *context);
/* A space that is none in the source. */
void mtl_html_text_space(mtl_html_text *w, mtl_span at);
/* A line break; the second of two ends the block. */
void mtl_html_text_break(mtl_html_text *w, mtl_span at);
/* What is no text: it stands for a word (code), or it is only there (a picture). */
void mtl_html_text_hole(mtl_html_text *w, mtl_span at, bool stands_in);
/* The same where it is a block of its own, between two edges. */
void mtl_html_text_block(mtl_html_text *w, mtl_span at);
/* The end of a block. */
void mtl_html_text_edge(mtl_html_text *w);
/* The text of an attribute: a block of its own, behind the one that is open. */
void mtl_html_text_aside(mtl_html_text *w, mtl_span at, mtl_str lang);
/* Writes those texts now if no block is open. */
void mtl_html_text_asides(mtl_html_text *w);
/* The page is read: where it marks its own text, all else is furniture. */
void mtl_html_text_settle(mtl_html_text *w);
/* From here on what was said before is dropped. */
void mtl_html_text_again(mtl_html_text *w);
/* The text of the open block so far; empty where none is open. */
mtl_str mtl_html_text_open(const mtl_html_text *w);

#endif
