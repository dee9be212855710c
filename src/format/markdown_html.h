/* markdown_html.h: the text of raw HTML that a page in Markdown holds as blocks of its own. */
#ifndef MTL_MARKDOWN_HTML_H
#define MTL_MARKDOWN_HTML_H

#include "text/doc.h"

/* What a tag inside of running text does to it. */
typedef enum mtl_tag_use {
    MTL_TAG_INLINE, /* nothing */
    MTL_TAG_BLOCK,  /* ends a block */
    MTL_TAG_BREAK,
    MTL_TAG_HOLE,    /* stands for something */
    MTL_TAG_CODE,    /* up to its end stands for something */
    MTL_TAG_SKIPPED, /* up to its end is no text */
    MTL_TAG_COMMENT,
} mtl_tag_use;

/* The tag at the head of S, which begins with "<": its length, 0 if there is none, and what it does. Of code and what is skipped the
 * length is up to the end of the closing tag; where that is missing, code is only inline. */
uint32_t mtl_markdown_tag(mtl_str s, mtl_tag_use *use);
/* Adds to DOC the blocks of HTML, whose bytes are DOC's layer. */
void mtl_markdown_html(mtl_doc *doc);

#endif
