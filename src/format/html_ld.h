/* html_ld.h: the texts in JSON-LD, which pages carry for search engines. Its strings are read strictly, the rest is not looked at: it
 * stops at the first that is not as RFC 8259 has it. */
#ifndef MTL_HTML_LD_H
#define MTL_HTML_LD_H

#include "text/layer.h"

typedef struct mtl_html_ld {
    const mtl_layer *below;
    mtl_span at; /* what is left, in BELOW */
    mtl_arena *arena;
} mtl_html_ld;

/* Reads up to the next string whose key is one of the NULL-ended KEYS; OUT is its value as a layer, KEY which it was. False: there is none. */
bool mtl_html_ld_next(mtl_html_ld *ld, const char *const *keys, const mtl_layer **out, const char **key);

#endif
