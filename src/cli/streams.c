#include "cli/streams.h"

#include "base/err.h"
#include "cli/say.h"

#include <errno.h>
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
        .on = total > 1 && isatty(STDERR_FILENO),
        .shared = isatty(STDOUT_FILENO),
        .total = total,
        .next = now() + PATIENCE,
    };
}

void mtl_progress_step(mtl_progress *p, size_t done)
{
    if (!p->on || now() < p->next)
        return;
    fprintf(stderr, "\r%zu/%zu files", done, p->total);
    fflush(stderr);
    p->shown = true;
    p->next = now() + PACE;
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

bool mtl_stdin_read(mtl_str *out, uint32_t max, mtl_arena *arena, mtl_err *err)
{
    size_t cap = 1 << 16, n = 0;
    char *bytes = mtl_must_alloc(cap);
    while (n <= max) {
        if (n == cap)
            bytes = mtl_must_realloc(bytes, cap *= 2);
        const ssize_t got = read(STDIN_FILENO, bytes + n, cap - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            free(bytes);
            return mtl_fail(err, MTL_EIO, MTL_LIT("standard input"), 0, 0, "cannot be read: %s", strerror(errno));
        }
        if (got == 0)
            break;
        n += (size_t)got;
    }
    mtl_arena_defer(arena, free, bytes);
    *out = (mtl_str){bytes, n};
    return true;
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
