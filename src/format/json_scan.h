/* json_scan.h: JSON read token by token, strictly as RFC 8259 has it, with the place of each. Knows nothing of keys or meanings. Takes
 * constant memory; nothing is copied. */
#ifndef MTL_JSON_SCAN_H
#define MTL_JSON_SCAN_H

#include "base/limits.h"
#include "text/layer.h"

typedef enum mtl_json_token {
    MTL_JSON_END,
    MTL_JSON_OBJECT, /* "{" */
    MTL_JSON_ARRAY,  /* "[" */
    MTL_JSON_CLOSE,  /* of either */
    MTL_JSON_KEY,
    MTL_JSON_STRING,
    MTL_JSON_OTHER, /* a number, true, false, null */
    MTL_JSON_BROKEN /* see WHY; the scan goes no further */
} mtl_json_token;

typedef struct mtl_json_scan {
    mtl_str bytes;
    uint32_t next;   /* byte to go on from */
    mtl_span at;     /* the token read last; a string's without its quotation marks. Of what is broken: the place */
    const char *why; /* what is broken, one clause for people */
    uint32_t depth;  /* containers that are open */
    bool objects[MTL_MAX_NESTING];
    enum { MTL_JSON_WANTS_VALUE, MTL_JSON_WANTS_FIRST, MTL_JSON_WANTS_KEY, MTL_JSON_WANTS_COMMA } wants;
} mtl_json_scan; /* all zero but for BYTES at first; NEXT may be set */

mtl_json_token mtl_json_next(mtl_json_scan *scan);
/* Behind the closing quotation mark of the string whose text begins at AT; 0 and *WHY, *BAD where it breaks a rule. */
uint32_t mtl_json_string_end(mtl_str bytes, uint32_t at, const char **why, uint32_t *bad);
/* What the string whose text is AT of BELOW says; it was read as a token. A lone surrogate and NUL are U+FFFD. */
const mtl_layer *mtl_json_text(const mtl_layer *below, mtl_span at, mtl_arena *arena);

#endif
