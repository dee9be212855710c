/* reporter.h: what an output format is. Reports are finished; a reporter serialises and decides nothing. It has no memory of its
 * own: what it needs of earlier documents stands in mtl_reporting, which printer.c keeps. */
#ifndef MTL_REPORTER_H
#define MTL_REPORTER_H

#include "base/out.h"
#include "report/tally.h"

typedef struct mtl_reporting { /* what has been reported so far; const for reporters */
    mtl_out *out;
    mtl_out *held;            /* in memory, empty when a file opens: what a reporter keeps back until the file closes */
    mtl_style style;          /* its width is never 0 */
    mtl_tally all, file;      /* of the run, of the file at hand; the current document included */
    uint32_t nfiles;          /* the file at hand included */
    uint32_t nread, nflagged; /* files in which a document was read; in which something was found */
    mtl_str path;             /* of the file at hand: bytes, as given */
    mtl_str name;             /* the same as valid UTF-8, bad bytes as U+FFFD, to be shown */
    mtl_str rule;             /* of the worst finding so far: its rule's id; empty: none */
    mtl_arena *run;           /* lives until the end */
    void **kept; /* the reporter's own, NULL at first: what its end() must know of every file; belongs into the arena */
    const mtl_report *report; /* the one at hand, for mtl_report_place; only in document() */
} mtl_reporting;

typedef struct mtl_reporter { /* any function may be NULL */
    const char *name, *doc;
    void (*begin)(const mtl_reporting *r);
    void (*open)(const mtl_reporting *r); /* a file, before its first document */
    void (*document)(const mtl_reporting *r, const mtl_report_info *document);
    void (*close)(const mtl_reporting *r); /* a file, after its last document */
    void (*end)(const mtl_reporting *r);
} mtl_reporter;

extern const mtl_reporter *const mtl_reporters[]; /* from reporters.def, NULL-ended */

/* S itself where it is valid UTF-8, else a copy in ARENA whose bad bytes are U+FFFD. Paths and messages of the system need it. */
mtl_str mtl_valid_utf8(mtl_str s, mtl_arena *arena);

#endif
