/* html_said.h: what a page has said. Pages say the same again for machines: title and description in meta tags, the whole article in
 * JSON-LD. What stands there too would be found twice, and would look like a repetition. */
#ifndef MTL_HTML_SAID_H
#define MTL_HTML_SAID_H

#include "base/ids.h"
#include "base/str.h"

typedef struct mtl_html_said {
    mtl_ids texts; /* by the hash of their words */
    mtl_ids runs;  /* the hashes of every few words in a row */
} mtl_html_said;

void mtl_html_said_init(mtl_html_said *said, mtl_arena *arena);
/* TEXT has been said. */
void mtl_html_said_add(mtl_html_said *said, mtl_str text);
/* The words of TEXT in their order, too. */
void mtl_html_said_add_runs(mtl_html_said *said, mtl_str text);
/* True if just these words were said as a text of their own. */
bool mtl_html_said_whole(const mtl_html_said *said, mtl_str text);
/* True if those words, or nine in ten, stand in a row among the runs: descriptions are cut off in mid-word, articles lack their captions. */
bool mtl_html_said_within(const mtl_html_said *said, mtl_str text);

#endif
