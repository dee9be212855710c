/* markdown_html.h: what a tag does inside of the running text of Markdown. */
#ifndef MTL_MARKDOWN_HTML_H
#define MTL_MARKDOWN_HTML_H

#include "base/arena.h"
#include "base/str.h"

typedef enum mtl_tag_use {
    MTL_TAG_NOTHING,
    MTL_TAG_BREAK,
    MTL_TAG_HOLE, /* it stands for something; code with all that is in it */
    MTL_TAG_COMMENT,
} mtl_tag_use;

/* The bytes of the tag or comment at the head of S, which begins with "<", and what it does; of code they are up to the end of the closing
 * tag, if it is near. */
uint32_t mtl_markdown_tag(mtl_str s, mtl_arena *arena, mtl_tag_use *use);

#endif
