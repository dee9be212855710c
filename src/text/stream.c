#include "text/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { STEP = 1 << 16 };

static ptrdiff_t read_file(void *user, char *room, size_t n)
{
    const mtl_stream *stream = user;
    for (;;) {
        const ssize_t got = read(stream->fd, room, n);
        if (got >= 0 || errno != EINTR)
            return got;
    }
}

bool mtl_stream_open(mtl_stream *stream, const char *path, mtl_err *err)
{
    const mtl_str name = mtl_cstr(path);
    /* Non-blocking, so that opening a pipe without a writer does not wait for ever. */
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return mtl_fail(err, MTL_EIO, name, 0, 0, errno == ENOENT ? "no such file" : "cannot be opened: %s", strerror(errno));
    struct stat info;
    if (fstat(fd, &info) != 0 || S_ISDIR(info.st_mode)) {
        close(fd);
        return mtl_fail(err, MTL_EIO, name, 0, 0, "is a folder, not a file");
    }
    fcntl(fd, F_SETFL, 0);
    *stream = (mtl_stream){.name = name, .read = read_file, .fd = fd, .expects = info.st_size > 0 ? (uint64_t)info.st_size : 0};
    return true;
}

void mtl_stream_over(mtl_stream *stream, mtl_str name, mtl_read_fn *read, void *user)
{
    *stream = (mtl_stream){.name = name, .read = read, .user = user, .fd = -1};
}

void mtl_stream_close(mtl_stream *stream)
{
    free(stream->bytes);
    if (stream->fd >= 0)
        close(stream->fd);
    *stream = (mtl_stream){.fd = -1};
}

/* Room for WANTED bytes more: what was handed out goes first. */
static void make_room(mtl_stream *s, size_t wanted)
{
    if (s->at) {
        memmove(s->bytes, s->bytes + s->at, s->n - s->at);
        s->n -= s->at;
        s->at = 0;
    }
    if (s->cap - s->n >= wanted)
        return;
    s->cap = s->cap * 2 > s->n + wanted ? s->cap * 2 : s->n + wanted;
    s->bytes = mtl_must_realloc(s->bytes, s->cap);
}

/* Reads on, WANTED bytes at most. */
static bool fill(mtl_stream *s, size_t wanted, mtl_err *err)
{
    make_room(s, wanted);
    const ptrdiff_t got = s->read(s->fd >= 0 ? (void *)s : s->user, s->bytes + s->n, wanted);
    if (got < 0)
        return mtl_fail(err, MTL_EIO, s->name, 0, 0, "cannot be read: %s", strerror(errno));
    s->n += (size_t)got;
    s->ended = got == 0;
    return true;
}

bool mtl_stream_head(mtl_stream *s, size_t n, mtl_str *head, mtl_err *err)
{
    while (s->n - s->at < n && !s->ended)
        if (!fill(s, STEP, err))
            return false;
    *head = (mtl_str){s->bytes + s->at, s->n - s->at < n ? s->n - s->at : n};
    return true;
}

bool mtl_stream_rest(mtl_stream *s, uint32_t max, mtl_arena *arena, mtl_str *rest, mtl_err *err)
{
    /* What the system says of a file saves the copies of a buffer that grows. */
    if (s->expects && s->expects <= max)
        make_room(s, (size_t)s->expects + 1);
    while (!s->ended && s->n - s->at <= max) {
        const size_t room = s->cap - s->n, left = (size_t)max + 1 - (s->n - s->at);
        if (!fill(s, room && room < left ? room : left < STEP ? left : STEP, err))
            return false;
    }
    mtl_arena_defer(arena, free, s->bytes);
    *rest = (mtl_str){s->bytes + s->at, s->n - s->at};
    s->bytes = NULL;
    s->at = s->n = s->cap = 0;
    return true;
}

/* Moves behind N bytes, which end a line. */
static void pass(mtl_stream *s, size_t n, bool ends)
{
    s->at += n;
    s->next.offset += n;
    s->next.lines += ends;
}

/* Passes over the line that has begun. */
static bool pass_line(mtl_stream *s, mtl_err *err)
{
    for (;;) {
        const char *end = s->n > s->at ? memchr(s->bytes + s->at, '\n', s->n - s->at) : NULL;
        pass(s, end ? (size_t)(end - s->bytes) + 1 - s->at : s->n - s->at, end);
        if (end || s->ended)
            return true;
        if (!fill(s, STEP, err))
            return false;
    }
}

mtl_line mtl_stream_line(mtl_stream *s, uint32_t max, mtl_str *line, mtl_start *start, mtl_err *err)
{
    *start = s->next;
    for (size_t looked = 0;;) {
        const size_t held = s->n - s->at;
        const char *end = held > looked ? memchr(s->bytes + s->at + looked, '\n', held - looked) : NULL;
        const size_t n = end ? (size_t)(end - s->bytes) - s->at : held;
        if (n > max)
            return pass_line(s, err) ? MTL_LINE_TOO_LONG : MTL_LINE_FAILED;
        if (end || (s->ended && n)) {
            *line = (mtl_str){s->bytes + s->at, n};
            pass(s, n + (end != NULL), end);
            return MTL_LINE;
        }
        if (s->ended)
            return MTL_LINE_END;
        looked = held;
        if (!fill(s, STEP, err))
            return MTL_LINE_FAILED;
    }
}
