/* report.h: making the finished report of one document: places mapped to the source, messages written, findings grouped, ranked and
 * fingerprinted. */
#ifndef MTL_REPORT_H
#define MTL_REPORT_H

#include "engine/sink.h"

struct mtl_report {
    mtl_arena arena;
    mtl_source source;
    mtl_report_info info;
};

typedef struct mtl_findings_of { /* what a report is made from */
    const mtl_doc *doc;
    const mtl_sink *sink;
    const mtl_lang *lang;
    bool guessed;
    uint32_t words;
    mtl_str evidence;
    const bool *shown; /* by rule index: selected and not ignored */
    const mtl_str *notices;
    uint32_t nnotices;
} mtl_findings_of;

/* The report is the caller's and outlives everything it was made from but the rule set. */
mtl_report *mtl_report_make(const mtl_findings_of *from);
/* A report on an input that could not be read. */
mtl_report *mtl_report_failed(mtl_str path, const mtl_err *err);

#endif
