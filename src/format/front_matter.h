/* front_matter.h: the keys above a page, between two lines of "---" (YAML) or "+++" (TOML). Not a parser of either: it finds the few keys
 * whose values are prose and the one that tells the language, and knows how a value is written. */
#ifndef MTL_FRONT_MATTER_H
#define MTL_FRONT_MATTER_H

#include "text/doc.h"

/* Reads what begins at byte FROM of DOC's layer: title, description and the like become blocks, DOC's title and language are set.
 * Returns where the page itself begins: FROM, if nothing stands above it. */
uint32_t mtl_front_matter_read(mtl_doc *doc, uint32_t from);

#endif
