/* html_guess.h: a text in a field of a record (an item of a feed, a value in JSON), of which nobody says for sure whether it is HTML. Looks at
 * the tags in it, and takes one layer of character references off. */
#ifndef MTL_HTML_GUESS_H
#define MTL_HTML_GUESS_H

#include "text/layer.h"

typedef enum mtl_html_guess {
    MTL_HTML_NONE,    /* no tags; references perhaps */
    MTL_HTML_TAGGED,  /* tags of HTML */
    MTL_HTML_ESCAPED, /* tags only where its references are read: it was escaped once too often */
} mtl_html_guess;

/* What TEXT is; ARENA is for scratch. One escaped tag in a text that talks of tags ("the &lt;p&gt; element") is none. */
mtl_html_guess mtl_html_guess_of(mtl_str text, mtl_arena *arena);
/* A layer over BELOW in which character references are what they mean. */
const mtl_layer *mtl_html_unescape(const mtl_layer *below, mtl_arena *arena);

#endif
