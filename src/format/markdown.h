/* markdown.h: Markdown as part of something else: in a field of a record. */
#ifndef MTL_MARKDOWN_H
#define MTL_MARKDOWN_H

#include "text/doc.h"

/* Adds to DOC the blocks of the Markdown that is the whole of DOC's layer, its front matter first. Fails where it would take too long. */
bool mtl_markdown_read(mtl_doc *doc, mtl_err *err);

#endif
