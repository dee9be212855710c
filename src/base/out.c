#include "base/out.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum { FLUSH_BYTES = 64 << 10 };

void mtl_out_str(mtl_out *out, mtl_str s)
{
    if (out->failed || s.n == 0)
        return;
    if (out->cap - out->n < s.n) {
        const size_t need = out->n + s.n;
        out->cap = need + need / 2 + 256;
        out->bytes = mtl_must_realloc(out->bytes, out->cap);
    }
    memcpy(out->bytes + out->n, s.p, s.n);
    out->n += s.n;
    if (out->write && out->n >= FLUSH_BYTES)
        mtl_out_flush(out);
}

void mtl_out_fmt(mtl_out *out, const char *format, ...)
{
    char room[512];
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    const int n = vsnprintf(room, sizeof room, format, args);
    va_end(args);
    if (n < (int)sizeof room) {
        mtl_out_str(out, (mtl_str){room, (size_t)(n < 0 ? 0 : n)});
    } else {
        char *big = mtl_must_alloc((size_t)n + 1);
        vsnprintf(big, (size_t)n + 1, format, again);
        mtl_out_str(out, (mtl_str){big, (size_t)n});
        free(big);
    }
    va_end(again);
}

void mtl_out_char(mtl_out *out, char c)
{
    mtl_out_str(out, (mtl_str){&c, 1});
}

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

static const char *reference(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return (unsigned char)c < 0x20 && c != '\t' && c != '\n' && c != '\r' ? REPLACEMENT : NULL;
    }
}

/* U+FFFE and U+FFFF: valid in UTF-8, but no characters of XML 1.0 (section 2.2). */
static bool is_noncharacter(mtl_str s, size_t i)
{
    return s.n - i >= 3 && s.p[i] == '\xEF' && s.p[i + 1] == '\xBF' && (unsigned char)s.p[i + 2] >= 0xBE;
}

void mtl_out_xml(mtl_out *out, mtl_str s)
{
    size_t from = 0;
    for (size_t i = 0; i < s.n; i++) {
        const bool none = is_noncharacter(s, i);
        const char *as = none ? REPLACEMENT : reference(s.p[i]);
        if (!as)
            continue;
        mtl_out_str(out, (mtl_str){s.p + from, i - from});
        mtl_out_str(out, mtl_cstr(as));
        i += none ? 2 : 0;
        from = i + 1;
    }
    mtl_out_str(out, (mtl_str){s.p + from, s.n - from});
}

void mtl_out_plain(mtl_out *out, mtl_str s)
{
    size_t from = 0;
    for (size_t i = 0; i < s.n;) {
        const size_t at = i;
        const uint32_t code = mtl_utf8_next(s, &i);
        if (!mtl_utf8_is_control(code))
            continue;
        mtl_out_str(out, (mtl_str){s.p + from, at - from});
        mtl_out_str(out, code == '\n' || code == '\t' || code == '\r' ? MTL_LIT(" ") : MTL_LIT(REPLACEMENT));
        from = i;
    }
    mtl_out_str(out, (mtl_str){s.p + from, s.n - from});
}

bool mtl_out_flush(mtl_out *out)
{
    if (!out->failed && out->write && out->n) {
        out->failed = !out->write(out->user, out->bytes, out->n);
        out->n = 0;
    }
    return !out->failed;
}

mtl_str mtl_out_bytes(const mtl_out *out)
{
    return (mtl_str){out->bytes, out->n};
}

void mtl_out_free(mtl_out *out)
{
    free(out->bytes);
    *out = (mtl_out){0};
}
