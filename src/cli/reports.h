/* reports.h: a folder of reports: one HTML page and one JSON file for each input, and an index of them. */
#ifndef MTL_CLI_REPORTS_H
#define MTL_CLI_REPORTS_H

#include "base/str.h"

typedef struct mtl_reports mtl_reports;

/* Makes DIR where it is not there yet, and begins the index. NULL and an error where that cannot be. */
mtl_reports *mtl_reports_open(const char *dir, mtl_err *err);
/* Adds one document to the files of its input; documents of one input follow each other. */
bool mtl_reports_add(mtl_reports *reports, const mtl_report *report, mtl_err *err);
/* The input has no more: its files are there now, each whole or not at all. */
bool mtl_reports_end_file(mtl_reports *reports, mtl_err *err);
/* Writes the index. */
bool mtl_reports_close(mtl_reports *reports, mtl_err *err);
/* Where the index was not closed, nothing remains of it. NULL is fine. */
void mtl_reports_free(mtl_reports *reports);

#endif
