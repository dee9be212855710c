#include "cli/say.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>

void mtl_put_safe(mtl_out *out, mtl_str s)
{
    while (s.n) {
        const size_t good = mtl_utf8_valid(s);
        mtl_out_plain(out, (mtl_str){s.p, good});
        if (good == s.n)
            return;
        mtl_out_str(out, MTL_LIT("\xEF\xBF\xBD"));
        s = (mtl_str){s.p + good + 1, s.n - good - 1};
    }
}

/* One write for a line, so that lines of several processes do not mix. */
static void write_line(mtl_out *line)
{
    mtl_out_char(line, '\n');
    const mtl_str bytes = mtl_out_bytes(line);
    fwrite(bytes.p, 1, bytes.n, stderr);
    fflush(stderr);
    mtl_out_free(line);
}

void mtl_say(const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    const int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *text = mtl_must_alloc((size_t)(n < 0 ? 0 : n) + 1);
    vsnprintf(text, (size_t)(n < 0 ? 0 : n) + 1, format, again);
    va_end(again);
    mtl_out line = {0};
    mtl_out_str(&line, MTL_LIT("mtlint: "));
    mtl_put_safe(&line, mtl_cstr(text));
    free(text);
    write_line(&line);
}

void mtl_put_where(mtl_out *out, const mtl_err *err)
{
    mtl_put_safe(out, mtl_cstr(err->where));
    if (err->line)
        mtl_out_fmt(out, ":%u", err->line);
    if (err->line && err->column)
        mtl_out_fmt(out, ":%u", err->column);
}

void mtl_say_err(const mtl_err *err)
{
    mtl_out line = {0};
    mtl_out_str(&line, MTL_LIT("mtlint: "));
    mtl_put_where(&line, err);
    if (err->where[0])
        mtl_out_str(&line, MTL_LIT(": "));
    mtl_put_safe(&line, mtl_cstr(err->what));
    write_line(&line);
}
