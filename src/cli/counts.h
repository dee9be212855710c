/* counts.h: how often each rule fired, over many documents: for mtlint check --statistics and mtlint rules eval. */
#ifndef MTL_CLI_COUNTS_H
#define MTL_CLI_COUNTS_H

#include "base/map.h"
#include "base/out.h"
#include "base/vec.h"

typedef struct mtl_sample {            /* a finding, kept to be shown */
    mtl_str path, before, text, after; /* on one line */
    mtl_place place;
    uint64_t key; /* the same for the same rule at the same place of the same file */
} mtl_sample;

typedef struct mtl_rule_count {
    mtl_str id;
    uint32_t hits, safe;
    uint32_t documents, last; /* in which it fired; the number of the last of them */
    MTL_VEC(mtl_sample) samples;
} mtl_rule_count;

typedef struct mtl_counts {
    mtl_arena *arena;
    uint32_t most_samples; /* of one rule; 0: none are kept */
    mtl_map ids;           /* id -> index */
    MTL_VEC(mtl_rule_count) rules;
    uint64_t words, hits;
    uint32_t documents;
} mtl_counts;

void mtl_counts_init(mtl_counts *counts, uint32_t most_samples, mtl_arena *arena);
void mtl_counts_add(mtl_counts *counts, const mtl_report *report);
/* By hits, the most first. */
void mtl_counts_sort(mtl_counts *counts);
const mtl_rule_count *mtl_counts_find(const mtl_counts *counts, mtl_str id);
/* A table of the sorted counts, a rule a line, and the sum; the samples of a rule below its line. */
void mtl_counts_print(mtl_out *out, const mtl_counts *counts, bool colour);
void mtl_sample_print(mtl_out *out, const mtl_sample *sample, const char *sign, bool colour);

#endif
