#include "format/html_ld.h"

#include "format/json_scan.h"

static mtl_str rest_of(const mtl_html_ld *ld)
{
    return mtl_str_cut(ld->below->bytes, ld->at);
}

static void skip(mtl_html_ld *ld, uint32_t n)
{
    ld->at.at += n;
    ld->at.len -= n;
}

/* The string whose quotation mark is at the head of what is left. */
static bool take_string(mtl_html_ld *ld, const mtl_layer **out)
{
    const mtl_str text = {ld->below->bytes.p, mtl_span_end(ld->at)};
    const char *why;
    uint32_t bad;
    const uint32_t from = ld->at.at + 1, end = mtl_json_string_end(text, from, &why, &bad);
    if (end == 0)
        return false;
    *out = mtl_json_text(ld->below, (mtl_span){from, end - from - 1}, ld->arena);
    skip(ld, end - ld->at.at);
    return true;
}

static void skip_white(mtl_html_ld *ld)
{
    uint32_t n = 0;
    const mtl_str s = rest_of(ld);
    while (n < s.n && (s.p[n] == ' ' || s.p[n] == '\n' || s.p[n] == '\r' || s.p[n] == '\t'))
        n++;
    skip(ld, n);
}

bool mtl_html_ld_next(mtl_html_ld *ld, const char *const *keys, const mtl_layer **out, const char **key)
{
    const char *wanted = NULL; /* the key that stands right before this place */
    while (ld->at.len) {
        const mtl_str s = rest_of(ld);
        if (s.p[0] != '"') {
            const bool white = s.p[0] == ' ' || s.p[0] == '\n' || s.p[0] == '\r' || s.p[0] == '\t';
            wanted = white ? wanted : NULL;
            skip(ld, 1);
            continue;
        }
        if (!take_string(ld, out))
            return false;
        *key = wanted;
        if (wanted)
            return true;
        skip_white(ld);
        if (ld->at.len == 0 || rest_of(ld).p[0] != ':')
            continue;
        skip(ld, 1);
        for (const char *const *k = keys; *k; k++)
            if (mtl_str_is((*out)->bytes, *k))
                wanted = *k;
    }
    return false;
}
