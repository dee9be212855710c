/* streams.h: the three standard streams: what stands at their other end, reading one, writing one, and a sign of life. */
#ifndef MTL_CLI_STREAMS_H
#define MTL_CLI_STREAMS_H

#include "base/str.h"

/* A count of files on standard error, of one file that of its records and bytes: only on a terminal, and only once the work takes longer than
 * people wait. */
typedef struct mtl_progress {
    bool on, shown;
    bool shared; /* standard output goes to a terminal too, so that both write on one line */
    size_t total;
    uint64_t records; /* of the only file */
    int64_t next;     /* when to show it again, in milliseconds */
} mtl_progress;

void mtl_progress_start(mtl_progress *p, size_t total);
void mtl_progress_step(mtl_progress *p, size_t done);
/* A record of the input has been read, which ends at byte END of it. */
void mtl_progress_record(mtl_progress *p, uint64_t end);
void mtl_progress_clear(mtl_progress *p);

/* Standard output; all zero at first. */
typedef struct mtl_stdout {
    mtl_progress *progress; /* makes way for what is written; may be NULL */
    int error;              /* errno of the write that failed; EPIPE: the reader has seen enough */
} mtl_stdout;

/* An mtl_write_fn whose user is a mtl_stdout. */
bool mtl_stdout_write(void *user, const char *bytes, size_t n);
/* True unless the output was lost for a reason worth a word, which it then says. A reader that has gone is no such reason. */
bool mtl_stdout_close(const mtl_stdout *out);

/* An mtl_read_fn over standard input; its user is NULL. */
ptrdiff_t mtl_stdin_read(void *user, char *room, size_t n);
bool mtl_stdin_is_terminal(void);

/* Whether to write colours to standard output; WHEN is auto (or NULL), always or never. */
bool mtl_colours(const char *when);
/* Cells in a line of the terminal at standard output, or 0. */
uint32_t mtl_terminal_width(void);

#endif
