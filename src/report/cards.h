/* cards.h: what is said of an article's findings, as the list beside it: one card for all places that one cure mends. */
#ifndef MTL_CARDS_H
#define MTL_CARDS_H

#include "report/reporter.h"

/* Writes the list of INFO as the element "list<PAGE>". Cards stand in the order of the best rank of each, their places in that of the
 * article; of many places the first few are open and the others fold. Finding i is the entry "n<PAGE>-<i + 1>" and links to where
 * passages.h marks it. */
void mtl_cards(mtl_out *out, const mtl_reporting *r, const mtl_report_info *info, uint32_t page);

#endif
