/* plain.h: plain text as part of something else: in a field of a record, in an item of a feed. */
#ifndef MTL_PLAIN_H
#define MTL_PLAIN_H

#include "text/doc.h"

/* Adds to DOC the blocks of the text that is the whole of DOC's layer. */
void mtl_plain_read(mtl_doc *doc);

#endif
