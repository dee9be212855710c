/* passages.h: the article as it reads, as HTML, its findings marked in place. */
#ifndef MTL_PASSAGES_H
#define MTL_PASSAGES_H

#include "base/out.h"

/* Writes the passages of INFO as headings, paragraphs, lists. What finding i marks begins at the anchor "f<PAGE>-<i + 1>", and links
 * to "n<PAGE>-<i + 1>", the entry beside the article; PAGE tells the documents of one page apart. Where findings overlap, the text
 * is cut at all their edges, and each part links to the shortest that covers it, so that all can be reached. */
void mtl_passages(mtl_out *out, const mtl_report_info *info, uint32_t page);
/* True if FINDING marks something inside a passage, so that it has an anchor. */
bool mtl_passages_show(const mtl_report_info *info, const mtl_finding *finding);

#endif
