/* printer.c: hands finished reports to a reporter and keeps the totals. */
#include "base/err.h"
#include "base/utf8.h"
#include "report/reporter.h"

#include <stdlib.h>

enum { DEFAULT_WIDTH = 100 };

#define REPORTER(name) extern const mtl_reporter mtl_reporter_##name;
#include "report/reporters.def"
#undef REPORTER

const mtl_reporter *const mtl_reporters[] = {
#define REPORTER(name) &mtl_reporter_##name,
#include "report/reporters.def"
#undef REPORTER
    NULL,
};

struct mtl_printer {
    const mtl_reporter *reporter;
    mtl_reporting r;
    mtl_out out, held;
    void *kept;          /* see reporter.h */
    mtl_arena file, run; /* what lives as long as the file at hand; as the printer */
    mtl_severity worst;  /* of the finding whose rule is r.rule */
};

const char *mtl_printer_format_at(size_t i, const char **doc)
{
    if (i >= MTL_COUNT(mtl_reporters) - 1)
        return NULL;
    if (doc)
        *doc = mtl_reporters[i]->doc;
    return mtl_reporters[i]->name;
}

mtl_str mtl_valid_utf8(mtl_str s, mtl_arena *arena)
{
    if (mtl_utf8_valid(s) == s.n)
        return s;
    char *bytes = mtl_arena_array(arena, char, 3 * s.n);
    size_t n = 0;
    while (s.n) {
        const size_t good = mtl_utf8_valid(s);
        if (good)
            memcpy(bytes + n, s.p, good);
        n += good;
        if (good < s.n)
            n += mtl_utf8_put(bytes + n, 0xFFFD);
        const size_t used = good < s.n ? good + 1 : good;
        s = (mtl_str){s.p + used, s.n - used};
    }
    return (mtl_str){bytes, n};
}

static const mtl_reporter *find(mtl_str format, mtl_err *err)
{
    const char *names[MTL_COUNT(mtl_reporters) - 1];
    for (size_t i = 0; i < MTL_COUNT(names); i++) {
        names[i] = mtl_reporters[i]->name;
        if (mtl_str_is(format, names[i]))
            return mtl_reporters[i];
    }
    const char *nearest = mtl_nearest(format, names, MTL_COUNT(names));
    if (nearest)
        mtl_fail(err, MTL_EUSAGE, format, 0, 0, "no such output format; did you mean “%s”?", nearest);
    else
        mtl_fail(err, MTL_EUSAGE, format, 0, 0, "no such output format");
    return NULL;
}

mtl_printer *mtl_printer_new(const char *format, const mtl_style *style, mtl_write_fn *write, void *user, mtl_err *err)
{
    const mtl_reporter *reporter = find(mtl_cstr(format), err);
    if (!reporter)
        return NULL;
    mtl_printer *printer = mtl_must_alloc(sizeof *printer);
    *printer = (mtl_printer){.reporter = reporter, .out = {.write = write, .user = user}};
    mtl_reporting *r = &printer->r;
    r->out = &printer->out;
    r->held = &printer->held;
    r->run = &printer->run;
    r->kept = &printer->kept;
    if (style)
        r->style = *style;
    if (r->style.width == 0)
        r->style.width = DEFAULT_WIDTH;
    if (reporter->begin)
        reporter->begin(r);
    return printer;
}

static void close_file(mtl_printer *printer)
{
    mtl_reporting *r = &printer->r;
    if (r->nfiles == 0)
        return;
    r->report = NULL;
    r->nread += r->file.ndocuments > 0;
    r->nflagged += r->file.nfindings > 0;
    if (printer->reporter->close)
        printer->reporter->close(r);
}

static void open_file(mtl_printer *printer, mtl_str path)
{
    mtl_reporting *r = &printer->r;
    mtl_arena_reset(&printer->file);
    printer->held.n = 0;
    r->path = mtl_str_copy(path, &printer->file);
    r->name = mtl_valid_utf8(r->path, &printer->file);
    r->file = (mtl_tally){0};
    r->nfiles++;
    if (printer->reporter->open)
        printer->reporter->open(r);
}

static void remember_worst(mtl_printer *printer, const mtl_report_info *info)
{
    const mtl_finding *best = NULL;
    for (uint32_t i = 0; i < info->nfindings; i++)
        if (!best || info->findings[i].rank < best->rank)
            best = &info->findings[i];
    if (!best || (printer->r.rule.n && best->severity <= printer->worst))
        return;
    printer->worst = best->severity;
    printer->r.rule = mtl_str_copy(best->rule->id, &printer->run); /* the rule set may be gone before the printer */
}

void mtl_printer_add(mtl_printer *printer, const mtl_report *report)
{
    mtl_reporting *r = &printer->r;
    const mtl_report_info *info = mtl_report_read(report);
    if (r->nfiles == 0 || !mtl_str_same(r->path, info->path)) {
        close_file(printer);
        open_file(printer, info->path);
    }
    mtl_tally_add(&r->all, info);
    mtl_tally_add(&r->file, info);
    remember_worst(printer, info);
    r->report = report;
    if (printer->reporter->document)
        printer->reporter->document(r, info);
    mtl_out_flush(&printer->out); /* a stream is read as it is written */
}

bool mtl_printer_end(mtl_printer *printer)
{
    close_file(printer);
    if (printer->reporter->end)
        printer->reporter->end(&printer->r);
    return mtl_out_flush(&printer->out);
}

void mtl_printer_free(mtl_printer *printer)
{
    if (!printer)
        return;
    mtl_out_free(&printer->out);
    mtl_out_free(&printer->held);
    mtl_arena_reset(&printer->file);
    mtl_arena_reset(&printer->run);
    free(printer);
}
