/* html_token.h: HTML cut into tags, text and comments, as the states of the WHATWG standard do it (section 13.2.5). Knows the names of
 * elements no more than the standard's tokenizer: whoever reads says after a tag in which mode to go on. Nothing can fail: whatever the
 * bytes, there are tokens up to the end. */
#ifndef MTL_HTML_TOKEN_H
#define MTL_HTML_TOKEN_H

#include "base/str.h"
#include "base/vec.h"

typedef enum mtl_html_kind {
    MTL_HTML_END,
    MTL_HTML_TEXT,
    MTL_HTML_OPEN,
    MTL_HTML_CLOSE,
    MTL_HTML_COMMENT,
    MTL_HTML_NOTHING /* declarations, and what is dropped */
} mtl_html_kind;

typedef enum mtl_html_mode {
    MTL_HTML_DATA,
    MTL_HTML_RCDATA,  /* text with references up to the end tag of its element: title, textarea */
    MTL_HTML_RAWTEXT, /* the same without references: style */
    MTL_HTML_SCRIPT,
    MTL_HTML_PLAINTEXT /* text up to the end */
} mtl_html_mode;

typedef struct mtl_html_attribute {
    mtl_str name; /* as written */
    mtl_span value;
} mtl_html_attribute;

typedef struct mtl_html_tokens {
    mtl_str bytes;
    mtl_arena *arena;
    uint32_t next;
    mtl_html_mode mode;
    mtl_str raw;   /* in RCDATA, RAWTEXT and SCRIPT: the name of the element */
    bool sections; /* "<![CDATA[" begins text, as in SVG, MathML and XHTML; otherwise it is a comment */

    /* The token read last. */
    mtl_span at;
    mtl_str name;                           /* of a tag, as written */
    bool closes_itself;                     /* "<br/>" */
    bool plain;                             /* of a text: "&" is an ampersand */
    MTL_VEC(mtl_html_attribute) attributes; /* in order; of two with one name the first counts */
} mtl_html_tokens;

/* Reads the next token. */
mtl_html_kind mtl_html_next(mtl_html_tokens *t);
/* The value of the tag's attribute NAME, which is in small letters; false: it has none. */
bool mtl_html_value(const mtl_html_tokens *t, const char *name, mtl_span *value);

#endif
