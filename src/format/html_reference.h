/* html_reference.h: character references of HTML ("&amp;", "&#8211;", "&#x2013;") and what they mean, by section 13.2.5.72 and following of
 * the WHATWG standard. Knows nothing of tags. */
#ifndef MTL_HTML_REFERENCE_H
#define MTL_HTML_REFERENCE_H

#include "base/str.h"

typedef struct mtl_html_reference {
    uint32_t len;    /* bytes of the source, the "&" and a semicolon among them; 0: the "&" is text */
    mtl_str meaning; /* in the table, or in ROOM */
    char room[4];
} mtl_html_reference;

/* Reads the reference that the "&" at the head of S may begin. In the value of an attribute, a name without its semicolon is none where it
 * goes on ("?a=b&copy=1"). */
void mtl_html_reference_read(mtl_html_reference *out, mtl_str s, bool in_attribute);

#endif
