/* tally.h: counts of what was reported, and how they are said. */
#ifndef MTL_TALLY_H
#define MTL_TALLY_H

#include "base/out.h"

typedef struct mtl_tally {
    uint32_t ndocuments, nfindings, nerrors;
    uint32_t nsafe; /* findings with a safe fix */
    uint64_t words;
    uint32_t by_severity[4];
    char language[36]; /* of its documents; "several" where they differ, empty where none is known */
} mtl_tally;

/* True for a file of which nothing could be read: its report holds errors and no document. */
bool mtl_report_unread(const mtl_report_info *info);
/* True if some fix of FINDING may be applied without looking. */
bool mtl_finding_safe(const mtl_finding *finding);
void mtl_tally_add(mtl_tally *tally, const mtl_report_info *document);

/* Findings per 1,000 words; 0 without words. */
double mtl_tally_rate(const mtl_tally *tally);

/* Findings per 1,000 words, where what has too few words for a rate counts as if it had just enough, so that one slip in a caption
 * does not outweigh a failed article. */
double mtl_tally_bounded_rate(const mtl_tally *tally);
/* How much of an editor a text needs: likewise, with the penalty of each finding's severity in MQM 2.0. */
double mtl_tally_need(const mtl_tally *tally);

/* True if there are enough words for a rate to tell anything: a single slip in 40 words is not a failed article. */
bool mtl_tally_tells(const mtl_tally *tally);

/* "4,120" */
void mtl_say_number(mtl_out *out, uint64_t n);
/* "1 finding", "4,120 words" */
void mtl_say_count(mtl_out *out, uint64_t n, const char *one, const char *many);
/* "1 major, 13 minor", the worst first; nothing where there is nothing */
void mtl_say_severities(mtl_out *out, const mtl_tally *tally);

#endif
