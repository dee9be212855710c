#include "text/source.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* The whole of FD, or one byte more than MAX of it, so that too much is seen as such. */
static bool read_all(int fd, uint32_t max, size_t expected, mtl_arena *arena, mtl_str *out)
{
    size_t cap = (expected < max ? expected : max) + (size_t)1, n = 0;
    char *bytes = mtl_must_alloc(cap);
    for (;;) {
        if (n == cap) {
            if (n > max)
                break;
            cap = cap * 2 > (size_t)max + 1 ? (size_t)max + 1 : cap * 2;
            bytes = mtl_must_realloc(bytes, cap);
        }
        const ssize_t got = read(fd, bytes + n, cap - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            free(bytes);
            return false;
        }
        if (got == 0)
            break;
        n += (size_t)got;
    }
    mtl_arena_defer(arena, free, bytes);
    *out = (mtl_str){bytes, n};
    return true;
}

bool mtl_source_open(mtl_source *out, const char *path, uint32_t max, mtl_arena *arena, mtl_err *err)
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
    mtl_str bytes;
    const bool ok = read_all(fd, max, info.st_size > 0 ? (size_t)info.st_size : 4096, arena, &bytes);
    const int why = errno;
    close(fd);
    if (!ok)
        return mtl_fail(err, MTL_EIO, name, 0, 0, "cannot be read: %s", strerror(why));
    return mtl_source_take(out, mtl_str_copy(name, arena), bytes, max, arena, err);
}

/* The byte behind the next end of a line at or behind AT, or SIZE_MAX. RETURNS: some end in "\r" alone. */
static size_t next_line(mtl_str bytes, size_t at, bool returns)
{
    if (!returns) {
        const char *end = at < bytes.n ? memchr(bytes.p + at, '\n', bytes.n - at) : NULL;
        return end ? (size_t)(end - bytes.p) + 1 : SIZE_MAX;
    }
    for (; at < bytes.n; at++)
        if (bytes.p[at] == '\n' || (bytes.p[at] == '\r' && (at + 1 == bytes.n || bytes.p[at + 1] != '\n')))
            return at + 1;
    return SIZE_MAX;
}

static void index_lines(mtl_source *s, mtl_arena *arena)
{
    const bool returns = s->bytes.n && memchr(s->bytes.p, '\r', s->bytes.n);
    uint32_t n = 1;
    for (size_t at = next_line(s->bytes, 0, returns); at != SIZE_MAX; at = next_line(s->bytes, at, returns))
        n++;
    uint32_t *lines = mtl_arena_array(arena, uint32_t, n);
    s->nlines = 1;
    for (size_t at = next_line(s->bytes, 0, returns); at != SIZE_MAX; at = next_line(s->bytes, at, returns))
        lines[s->nlines++] = (uint32_t)at;
    s->lines = lines;
}

static void count_characters(mtl_source *s, mtl_arena *arena)
{
    const uint32_t n = mtl_source_ntallies(s->bytes.n);
    mtl_tally *tallies = mtl_arena_array(arena, mtl_tally, n);
    for (uint32_t i = 1; i < n; i++) {
        const mtl_str step = {s->bytes.p + (size_t)(i - 1) * MTL_SOURCE_STEP, MTL_SOURCE_STEP};
        tallies[i].code_points = tallies[i - 1].code_points + (uint32_t)mtl_utf8_count(step);
        tallies[i].utf16 = tallies[i - 1].utf16 + (uint32_t)mtl_utf8_count16(step);
    }
    s->tallies = tallies;
}

static bool is_utf16(mtl_str bytes)
{
    return mtl_str_starts(bytes, MTL_LIT("\xFF\xFE")) || mtl_str_starts(bytes, MTL_LIT("\xFE\xFF"));
}

bool mtl_source_take(mtl_source *out, mtl_str name, mtl_str bytes, uint32_t max, mtl_arena *arena, mtl_err *err)
{
    if (bytes.n > max)
        return mtl_fail(err, MTL_ELIMIT, name, 0, 0, "larger than the %u bytes that a file may have; split it%s", max,
                        max < MTL_MAX_FILE_BYTES ? ", or raise --max-file" : "");
    if (is_utf16(bytes))
        return mtl_fail(err, MTL_EENCODING, name, 0, 0, "is UTF-16; convert it first: iconv -f UTF-16 -t UTF-8");
    mtl_source s = {.path = name, .bytes = bytes};
    index_lines(&s, arena);
    const char *nul = bytes.n ? memchr(bytes.p, 0, bytes.n) : NULL;
    const size_t bad = mtl_utf8_valid(bytes);
    if (nul && (size_t)(nul - bytes.p) <= bad) {
        const size_t at = (size_t)(nul - bytes.p);
        return mtl_fail(err, MTL_EENCODING, name, mtl_source_place(&s, (uint32_t)at, MTL_CODE_POINTS).line, 0,
                        "is binary: byte %zu is NUL; mtlint reads text", at);
    }
    if (bad < bytes.n) {
        const mtl_place place = mtl_source_place(&s, (uint32_t)bad, MTL_CODE_POINTS);
        return mtl_fail(
            err, MTL_EENCODING, name, place.line, place.column,
            "byte %zu (0x%02X) is not UTF-8; if this is Windows-1252 or Latin-1, convert it first: iconv -f WINDOWS-1252 -t UTF-8",
            bad, (unsigned char)bytes.p[bad]);
    }
    count_characters(&s, arena);
    *out = s;
    return true;
}

static uint32_t count(mtl_str s, mtl_unit unit)
{
    return (uint32_t)(unit == MTL_BYTES ? s.n : unit == MTL_UTF16 ? mtl_utf8_count16(s) : mtl_utf8_count(s));
}

/* What begins before BYTE. */
static uint32_t count_before(const mtl_source *source, uint32_t byte, mtl_unit unit)
{
    const uint32_t step = byte / MTL_SOURCE_STEP, at = step * MTL_SOURCE_STEP;
    const mtl_tally tally = source->tallies[step];
    const uint32_t before = unit == MTL_BYTES ? at : unit == MTL_UTF16 ? tally.utf16 : tally.code_points;
    return before + count((mtl_str){source->bytes.p + at, byte - at}, unit);
}

mtl_place mtl_source_place(const mtl_source *source, uint32_t byte, mtl_unit unit)
{
    if (byte > source->bytes.n)
        byte = (uint32_t)source->bytes.n;
    uint32_t low = 0, high = source->nlines;
    while (high - low > 1) {
        const uint32_t middle = low + (high - low) / 2;
        if (source->lines[middle] <= byte)
            low = middle;
        else
            high = middle;
    }
    const uint32_t from = source->lines[low];
    const bool is_long = source->tallies && byte - from > MTL_SOURCE_STEP;
    const uint32_t column = is_long ? count_before(source, byte, unit) - count_before(source, from, unit)
                                    : count((mtl_str){source->bytes.p + from, byte - from}, unit);
    return (mtl_place){low + 1, column + 1};
}
