/* reporter.h: what an output format is. Reports are finished; a reporter serialises and decides nothing. */
#ifndef MTL_REPORTER_H
#define MTL_REPORTER_H

#include "base/out.h"
#include "mtlint.h"

typedef struct mtl_reporting { /* what has been reported so far; kept by report.c, const for reporters */
    mtl_out *out;
    mtl_style style;
    uint32_t nfiles, ndocuments, nfindings, nerrors; /* the current document included */
    uint64_t words;
    uint32_t by_severity[4];
    bool new_file;         /* the document at hand is the first of its file */
    const mtl_report *report; /* the one at hand, for mtl_report_place */
} mtl_reporting;

typedef struct mtl_reporter {
    const char *name, *doc;
    void (*begin)(const mtl_reporting *r);
    void (*document)(const mtl_reporting *r, const mtl_report_info *document);
    void (*end)(const mtl_reporting *r);
} mtl_reporter;

extern const mtl_reporter *const mtl_reporters[]; /* from reporters.def, NULL-ended */

#endif
