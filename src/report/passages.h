/* passages.h: the article as it reads, as HTML, its findings marked in place. */
#ifndef MTL_PASSAGES_H
#define MTL_PASSAGES_H

#include "base/out.h"

/* True if FINDING is one that a page shows: browsers grow slow with more than MTL_PAGE_FINDINGS in a document, and nobody reads on. */
enum { MTL_PAGE_FINDINGS = 2000 };
bool mtl_passages_take(const mtl_finding *finding);

/* Writes the passages of INFO as headings, paragraphs, lists. What finding i marks begins at the anchor "f<PAGE>-<i + 1>", bears its
 * number at its end, and links to "n<PAGE>-<i + 1>", the entry beside the article; PAGE tells the documents of one page apart. Where
 * findings overlap, the text is cut at all their edges; each part links to the shortest that covers it, so that all can be reached,
 * and names the others for the script, which turns to them where the shortest is filtered out. */
void mtl_passages(mtl_out *out, const mtl_report_info *info, uint32_t page);
/* True if FINDING marks something inside a passage, so that it has an anchor. */
bool mtl_passages_show(const mtl_report_info *info, const mtl_finding *finding);

#endif
