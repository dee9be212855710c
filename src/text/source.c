#include "text/source.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "text/encoding.h"
#include "text/stream.h"

#include <inttypes.h>

bool mtl_source_open(mtl_source *out, const char *path, uint32_t max, mtl_arena *arena, mtl_err *err)
{
    const mtl_str name = mtl_str_copy(mtl_cstr(path), arena);
    mtl_stream stream;
    mtl_str bytes;
    if (!mtl_stream_open(&stream, path, err))
        return false;
    const bool ok = mtl_stream_rest(&stream, max, arena, &bytes, err);
    mtl_stream_close(&stream);
    return ok && mtl_source_take(out, name, bytes, (mtl_str){0}, max, arena, err);
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

/* A zero or two got into a text somewhere; each is read as U+001A, which says that something stood there. Many mean that it is no text. */
static void replace_zeros(mtl_source *s, mtl_arena *arena)
{
    enum { TEXT_FOR_EACH = 100 };
    size_t zeros = 0;
    for (const char *p = s->bytes.p, *end = p + s->bytes.n; p && (p = memchr(p, 0, (size_t)(end - p))); p++)
        zeros++;
    if (zeros == 0 || zeros * TEXT_FOR_EACH > s->bytes.n)
        return;
    char *copy = mtl_arena_alloc(arena, s->bytes.n);
    for (size_t i = 0; i < s->bytes.n; i++)
        copy[i] = s->bytes.p[i] ? s->bytes.p[i] : 0x1A;
    s->raw = s->bytes;
    s->bytes.p = copy;
}

/* Bytes that are not UTF-8 and that no text in another encoding has, near the head of BYTES: pictures and archives. */
static bool is_binary(mtl_str bytes)
{
    enum { HEAD = 4096, ESCAPE = 0x1B }; /* of Japanese mail */
    for (size_t i = 0; i + 1 < bytes.n && i < HEAD; i++) {
        const unsigned char c = (unsigned char)bytes.p[i];
        if (c < '\t' || (c > '\r' && c < ' ' && c != ESCAPE))
            return true;
    }
    return false;
}

/* True if S is UTF-8 without NUL. */
static bool check_text(const mtl_source *s, mtl_arena *arena, mtl_err *err)
{
    const char *nul = s->bytes.n ? memchr(s->bytes.p, 0, s->bytes.n) : NULL;
    const size_t bad = mtl_utf8_valid(s->bytes);
    if (nul && (size_t)(nul - s->bytes.p) <= bad) {
        const size_t at = (size_t)(nul - s->bytes.p);
        return mtl_fail(err, MTL_EENCODING, s->path, mtl_source_place(s, (uint32_t)at, MTL_CODE_POINTS).line, 0,
                        "is binary: byte %" PRIu64 " is NUL; mtlint reads text", s->start.offset + at);
    }
    if (bad == s->bytes.n)
        return true;
    const mtl_place place = mtl_source_place(s, (uint32_t)bad, MTL_CODE_POINTS);
    if (is_binary(s->bytes))
        return mtl_fail(err, MTL_EENCODING, s->path, place.line, 0, "is binary: byte %" PRIu64 " is 0x%02X; mtlint reads text",
                        s->start.offset + bad, (unsigned char)s->bytes.p[bad]);
    const mtl_str like = mtl_encoding_guess(s->bytes, arena);
    return mtl_fail(err, MTL_EENCODING, s->path, place.line, place.column,
                    "byte %" PRIu64 " (0x%02X) is not UTF-8; looks like %.*s: try --encoding %.*s", s->start.offset + bad,
                    (unsigned char)s->bytes.p[bad], MTL_FMT(like), MTL_FMT(like));
}

/* Decodes what S holds from ENCODING. */
static bool decode(mtl_source *s, mtl_str encoding, mtl_arena *arena, mtl_err *err)
{
    mtl_str utf8;
    size_t bad;
    if (!mtl_encoding_known(encoding))
        return mtl_fail(err, MTL_EENCODING, s->path, 0, 0, "says that it is in “%.*s”, which is no encoding; try --encoding utf-8",
                        MTL_FMT(encoding));
    if (!mtl_decode(s->bytes, encoding, arena, &utf8, &s->stored, &bad)) {
        mtl_source before = {.path = s->path, .bytes = utf8};
        index_lines(&before, arena);
        const mtl_place place = mtl_source_place(&before, (uint32_t)utf8.n, MTL_CODE_POINTS);
        return mtl_fail(err, MTL_EENCODING, s->path, place.line, place.column,
                        "byte %zu (0x%02X) means nothing in %.*s; try another --encoding", bad,
                        (unsigned char)s->bytes.p[bad < s->bytes.n ? bad : s->bytes.n - 1], MTL_FMT(encoding));
    }
    s->bytes = utf8;
    s->encoding = mtl_str_copy(encoding, arena);
    return true;
}

bool mtl_source_take_at(mtl_source *out, mtl_str name, mtl_str bytes, mtl_start start, mtl_arena *arena, mtl_err *err)
{
    mtl_source s = {.path = name, .bytes = bytes, .start = start};
    index_lines(&s, arena);
    replace_zeros(&s, arena);
    if (!check_text(&s, arena, err))
        return false;
    count_characters(&s, arena);
    *out = s;
    return true;
}

/* The characters of S that have more than one byte, and might have been broken. */
static size_t count_wide(mtl_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++)
        n += (unsigned char)s.p[i] >= 0xC0;
    return n;
}

enum { MOST_BAD = 8 };

/* The places of the bytes of S that are not UTF-8; 0: there are none, or more than a damage explains, or it may be another encoding. */
static uint32_t find_bad(mtl_str s, uint32_t places[MOST_BAD])
{
    enum { GOOD_FOR_EACH = 4 };
    uint32_t n = 0;
    for (size_t at = 0; (at += mtl_utf8_valid((mtl_str){s.p + at, s.n - at})) < s.n; at++) {
        if (n == MOST_BAD)
            return 0;
        places[n++] = (uint32_t)at;
    }
    return n && count_wide(s) >= (size_t)n * (GOOD_FOR_EACH + 1) && !is_binary(s) ? n : 0;
}

/* The same as mtl_source_take_at where some bytes are bad: each is told, and what stands around it is read. */
static bool take_mended(mtl_source *out, mtl_str name, mtl_str bytes, mtl_arena *arena, mtl_err *err)
{
    enum { DELETE = 0x7F }; /* no letter, no space, and XML allows it */
    uint32_t places[MOST_BAD];
    const uint32_t n = find_bad(bytes, places);
    char *copy = n ? mtl_arena_alloc(arena, bytes.n) : NULL;
    if (n)
        memcpy(copy, bytes.p, bytes.n);
    for (uint32_t i = 0; i < n; i++)
        copy[places[i]] = DELETE;
    if (!mtl_source_take_at(out, name, n ? (mtl_str){copy, bytes.n} : bytes, (mtl_start){0}, arena, err))
        return false;
    mtl_err *bad = mtl_arena_array(arena, mtl_err, n);
    for (uint32_t i = 0; i < n; i++) {
        const mtl_place place = mtl_source_place(out, places[i], MTL_CODE_POINTS);
        mtl_fail(&bad[i], MTL_EENCODING, name, place.line, place.column,
                 "byte %u (0x%02X) is not UTF-8, as the others are; it was passed over", places[i],
                 (unsigned char)bytes.p[places[i]]);
    }
    if (n)
        out->raw = bytes;
    out->bad = bad;
    out->nbad = n;
    return true;
}

bool mtl_source_take(mtl_source *out, mtl_str name, mtl_str bytes, mtl_str encoding, uint32_t max, mtl_arena *arena, mtl_err *err)
{
    enum { HEAD_BYTES = 1024 };
    if (bytes.n > max)
        return mtl_fail(err, MTL_ELIMIT, name, 0, 0, "larger than the %u bytes that a file may have; split it%s", max,
                        max < MTL_MAX_FILE_BYTES ? ", or raise --max-file" : "");
    if (encoding.n == 0)
        encoding = mtl_encoding_told((mtl_str){bytes.p, bytes.n < HEAD_BYTES ? bytes.n : HEAD_BYTES});
    mtl_source s = {.path = name, .bytes = bytes};
    if (encoding.n == 0 || mtl_encoding_is_utf8(encoding))
        return take_mended(out, name, bytes, arena, err);
    if (!decode(&s, encoding, arena, err))
        return false;
    index_lines(&s, arena);
    count_characters(&s, arena);
    *out = s;
    return true;
}

void mtl_source_window(mtl_source *out, const mtl_source *of, mtl_span at, mtl_arena *arena)
{
    mtl_source w = {.path = mtl_str_copy(of->path, arena),
                    .bytes = mtl_str_copy(mtl_str_cut(of->bytes, at), arena),
                    .raw = of->raw.n ? mtl_str_copy(mtl_str_cut(of->raw, at), arena) : of->raw,
                    .encoding = mtl_str_copy(of->encoding, arena)};
    const uint32_t line = mtl_source_place(of, at.at, MTL_BYTES).line;
    w.start = (mtl_start){.offset = mtl_source_offset(of, at.at), .lines = line - 1};
    for (unsigned unit = MTL_BYTES; unit <= MTL_UTF16; unit++)
        w.start.columns[unit] = mtl_source_place(of, at.at, (mtl_unit)unit).column - 1;
    if (of->stored) {
        uint32_t *stored = mtl_arena_array(arena, uint32_t, at.len + (size_t)1);
        memcpy(stored, of->stored + at.at, (at.len + (size_t)1) * sizeof *stored);
        w.stored = stored;
    }
    index_lines(&w, arena);
    count_characters(&w, arena);
    *out = w;
}

uint64_t mtl_source_offset(const mtl_source *source, uint32_t byte)
{
    return source->start.offset + (source->stored ? source->stored[byte] - source->stored[0] : byte);
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
    /* A byte order mark is no column of an editor. */
    const bool marked = low == 0 && unit != MTL_BYTES && byte >= MTL_BOM.n && mtl_str_starts(source->bytes, MTL_BOM);
    const uint32_t before = low == 0 ? source->start.columns[unit] : 0;
    return (mtl_place){source->start.lines + low + 1, before + column - marked + 1};
}
