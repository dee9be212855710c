/* feed_text.h: the texts of a feed's item as blocks of a document: as HTML, as XHTML or as plain text, whatever each turns out to be, and what
 * two of them say only once. */
#ifndef MTL_FEED_TEXT_H
#define MTL_FEED_TEXT_H

#include "format/feed_item.h"

/* The title, then the texts in the order of mtl_feed_use. DOC's language is set. */
void mtl_feed_text_write(const mtl_feed_item *item, mtl_doc *doc);

#endif
