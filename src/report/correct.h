/* correct.h: what a finding's fixes make of the text, to be shown. */
#ifndef MTL_CORRECT_H
#define MTL_CORRECT_H

#include "base/out.h"

/* What FIX makes of the marked source text; empty where it deletes it. The copy is ARENA's. */
mtl_str mtl_corrected(const mtl_report_info *document, const mtl_finding *finding, const mtl_fix *fix, mtl_arena *arena);

#endif
