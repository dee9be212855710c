#include "rule/measured.h"

#include "base/limits.h"
#include "text/source.h"

#include <unistd.h>

enum { FIELDS = 6 }; /* rule, clean words, hits, translated words, hits, confidence */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool read_count(mtl_str digits, uint64_t *out)
{
    uint64_t n = 0;
    for (size_t i = 0; i < digits.n; i++) {
        const unsigned digit = (unsigned)(digits.p[i] - '0');
        if (!is_digit(digits.p[i]) || n > (UINT64_MAX - digit) / 10)
            return false;
        n = 10 * n + digit;
    }
    *out = n;
    return digits.n > 0;
}

/* The fields of LINE between its tabs; false if there are more or fewer. */
static bool split(mtl_str line, mtl_str fields[FIELDS])
{
    for (int i = 0; i < FIELDS; i++) {
        const size_t tab = mtl_str_find(line, MTL_LIT("\t"), 0);
        const bool last = i == FIELDS - 1;
        if (last != (tab == SIZE_MAX))
            return false;
        const size_t end = last ? line.n : tab;
        fields[i] = (mtl_str){line.p, end};
        if (!last)
            line = (mtl_str){line.p + end + 1, line.n - end - 1};
    }
    return true;
}

static bool is_confidence(mtl_str s)
{
    for (mtl_confidence c = MTL_LOW; c <= MTL_HIGH; c++)
        if (mtl_str_is(s, mtl_confidence_name(c)))
            return true;
    return mtl_str_is(s, "too few");
}

/* NULL, or what is wrong with the line. */
static const char *read_line(mtl_str line, mtl_str *rule, mtl_measured *out)
{
    mtl_str fields[FIELDS];
    if (!split(line, fields))
        return "wants six fields with tabs between them: rule, clean words, hits, translated words, hits, confidence";
    if (!read_count(fields[1], &out->clean_words) || !read_count(fields[2], &out->clean_hits) ||
        !read_count(fields[3], &out->translated_words) || !read_count(fields[4], &out->translated_hits))
        return "words and hits are whole numbers";
    if (!is_confidence(fields[5]))
        return "the confidence is low, medium, high or “too few”";
    *rule = fields[0];
    out->confidence = fields[5];
    return NULL;
}

static mtl_str line_at(const mtl_source *source, uint32_t i)
{
    const uint32_t at = source->lines[i];
    const size_t end = i + 1 < source->nlines ? source->lines[i + 1] : source->bytes.n;
    size_t n = end - at;
    while (n && (source->bytes.p[at + n - 1] == '\n' || source->bytes.p[at + n - 1] == '\r'))
        n--;
    return (mtl_str){source->bytes.p + at, n};
}

void mtl_measured_load(mtl_str path, const mtl_map *ids, mtl_rule *rules, mtl_arena *arena, mtl_problems *problems)
{
    mtl_source source;
    mtl_err err;
    if (access(path.p, F_OK) != 0)
        return;
    if (!mtl_source_open(&source, path.p, MTL_MAX_FILE_BYTES, arena, &err)) {
        mtl_problem(problems, &err);
        return;
    }
    for (uint32_t i = 0; i < source.nlines; i++) {
        const mtl_str line = line_at(&source, i);
        if (line.n == 0 || line.p[0] == '#')
            continue;
        mtl_str rule = {0};
        mtl_measured measured = {0};
        const char *wrong = read_line(line, &rule, &measured);
        if (wrong) {
            mtl_fail(&err, MTL_ERULE, path, i + 1, 0, "%s", wrong);
            mtl_problem(problems, &err);
            continue;
        }
        const uint32_t index = mtl_map_get(ids, rule);
        if (index != MTL_MAP_NONE)
            rules[index].info.measured = measured;
    }
}
