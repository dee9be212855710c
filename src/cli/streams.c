#include "cli/streams.h"

#include "base/err.h"
#include "cli/say.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 1000, PACE = 100 }; /* milliseconds until the count is shown, and between two of them */

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

void mtl_progress_start(mtl_progress *p, size_t total)
{
    *p = (mtl_progress){
        .on = total > 0 && isatty(STDERR_FILENO),
        .shared = isatty(STDOUT_FILENO),
        .total = total,
        .next = now() + PATIENCE,
    };
}

static bool is_due(const mtl_progress *p)
{
    return p->on && now() >= p->next;
}

/* A line has been written. */
static void show(mtl_progress *p)
{
    fflush(stderr);
    p->shown = true;
    p->next = now() + PACE;
}

void mtl_progress_step(mtl_progress *p, size_t done)
{
    if (p->total < 2 || !is_due(p))
        return;
    fprintf(stderr, "\r%zu/%zu files", done, p->total);
    show(p);
}

void mtl_progress_record(mtl_progress *p, uint64_t end)
{
    p->records++;
    if (p->total > 1 || !is_due(p))
        return;
    fprintf(stderr, "\r%" PRIu64 " records, %" PRIu64 " MB", p->records, end >> 20);
    show(p);
}

void mtl_progress_clear(mtl_progress *p)
{
    if (!p->shown)
        return;
    fputs("\r\033[K", stderr);
    fflush(stderr);
    p->shown = false;
}

bool mtl_stdout_write(void *user, const char *bytes, size_t n)
{
    mtl_stdout *out = user;
    if (out->progress && out->progress->shared)
        mtl_progress_clear(out->progress);
    while (n) {
        const ssize_t done = write(STDOUT_FILENO, bytes, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0) {
            out->error = errno;
            return false;
        }
        bytes += done;
        n -= (size_t)done;
    }
    return true;
}

bool mtl_stdout_close(const mtl_stdout *out)
{
    if (out->error == 0 || out->error == EPIPE)
        return true;
    mtl_say("standard output: %s", strerror(out->error));
    return false;
}

ptrdiff_t mtl_stdin_read(void *user, char *room, size_t n)
{
    (void)user;
    for (;;) {
        const ssize_t got = read(STDIN_FILENO, room, n);
        if (got >= 0 || errno != EINTR)
            return got;
    }
}

bool mtl_stdin_is_terminal(void)
{
    return isatty(STDIN_FILENO);
}

bool mtl_colours(const char *when)
{
    const mtl_str word = mtl_cstr(when ? when : "auto");
    if (!mtl_str_is(word, "auto"))
        return mtl_str_is(word, "always");
    const char *none = getenv("NO_COLOR"), *term = getenv("TERM");
    return isatty(STDOUT_FILENO) && !(none && *none) && !(term && mtl_str_is(mtl_cstr(term), "dumb"));
}

uint32_t mtl_terminal_width(void)
{
    struct winsize size;
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
