/* fix.h: edits put into the text that they mend. */
#ifndef MTL_FIX_H
#define MTL_FIX_H

#include "base/out.h"

/* Writes SOURCE with the N EDITS, which are in order of place. One that overlaps the one before it is left out. */
void mtl_edits_write(mtl_out *out, mtl_str source, const mtl_edit *edits, uint32_t n);

#endif
