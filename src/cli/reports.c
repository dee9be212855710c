#include "cli/reports.h"

#include "base/err.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct page { /* a file being written under a name of its own, which it loses when it is whole */
    mtl_str path, draft;
    FILE *file;
    mtl_printer *printer;
} page;

enum { PAGES = 2 };

struct mtl_reports {
    mtl_arena arena;
    mtl_arena file; /* as long as the pages of one file */
    const char *dir;
    page index;
    page pages[PAGES]; /* of the file at hand */
};

static bool write_file(void *user, const char *bytes, size_t n)
{
    return fwrite(bytes, 1, n, user) == n;
}

static bool cannot(mtl_err *err, mtl_str path, int why)
{
    return mtl_fail(err, MTL_EIO, path, 0, 0, "cannot be written: %s", strerror(why ? why : EIO));
}

static void drop(page *p)
{
    mtl_printer_free(p->printer);
    if (p->file) {
        fclose(p->file);
        unlink(p->draft.p);
    }
    *p = (page){0};
}

static bool begin(page *p, mtl_str path, const char *format, mtl_arena *arena, mtl_err *err)
{
    *p = (page){.path = path, .draft = mtl_str_format(arena, "%s.%ld.part", path.p, (long)getpid())};
    p->file = fopen(p->draft.p, "wb");
    if (!p->file)
        return cannot(err, path, errno);
    const mtl_style plain = {0};
    p->printer = mtl_printer_new(format, &plain, write_file, p->file, err);
    if (p->printer)
        return true;
    drop(p);
    return false;
}

static bool finish(page *p, mtl_err *err)
{
    errno = 0;
    bool ok = mtl_printer_end(p->printer);
    ok = fclose(p->file) == 0 && ok;
    p->file = NULL;
    ok = ok && rename(p->draft.p, p->path.p) == 0;
    const int why = errno;
    if (!ok)
        unlink(p->draft.p);
    const mtl_str path = p->path;
    drop(p);
    return ok || cannot(err, path, why);
}

/* mkdir -p. */
static bool make_folders(const char *dir, mtl_arena *arena, mtl_err *err)
{
    const mtl_str all = mtl_cstr(dir);
    for (size_t i = 1; i <= all.n; i++) {
        if (i < all.n && dir[i] != '/')
            continue;
        const mtl_str step = mtl_str_copy((mtl_str){dir, i}, arena);
        struct stat info;
        if (mkdir(step.p, 0777) == 0)
            continue;
        const int why = errno;
        if (stat(step.p, &info) != 0)
            return mtl_fail(err, MTL_EIO, step, 0, 0, "cannot be made a folder for the reports: %s", strerror(why));
        if (!S_ISDIR(info.st_mode))
            return mtl_fail(err, MTL_EIO, step, 0, 0, "is a file; --reports wants a folder");
    }
    return true;
}

mtl_reports *mtl_reports_open(const char *dir, mtl_err *err)
{
    mtl_reports *reports = mtl_must_alloc(sizeof *reports);
    *reports = (mtl_reports){.dir = dir};
    if (make_folders(dir, &reports->arena, err)) {
        const mtl_str path = mtl_str_format(&reports->arena, "%s/index.html", dir);
        if (begin(&reports->index, path, "index", &reports->arena, err))
            return reports;
    }
    mtl_reports_free(reports);
    return NULL;
}

/* The pages of the file that REPORT is of. */
static bool begin_file(mtl_reports *reports, const mtl_report *report, mtl_err *err)
{
    static const char *const formats[PAGES] = {"html", "json"}; /* each is its own suffix */
    char *name = mtl_report_file_name(mtl_report_read(report)->path);
    bool ok = true;
    for (size_t i = 0; ok && i < PAGES; i++) {
        const mtl_str path = mtl_str_format(&reports->file, "%s/%s.%s", reports->dir, name, formats[i]);
        ok = begin(&reports->pages[i], path, formats[i], &reports->file, err);
    }
    mtl_free(name);
    return ok;
}

bool mtl_reports_add(mtl_reports *reports, const mtl_report *report, mtl_err *err)
{
    if (!reports->pages[0].printer && !begin_file(reports, report, err))
        return false;
    for (size_t i = 0; i < PAGES; i++)
        mtl_printer_add(reports->pages[i].printer, report);
    mtl_printer_add(reports->index.printer, report);
    return true;
}

bool mtl_reports_end_file(mtl_reports *reports, mtl_err *err)
{
    bool ok = true;
    for (size_t i = 0; i < PAGES; i++)
        ok = (!reports->pages[i].printer || finish(&reports->pages[i], err)) && ok;
    mtl_arena_reset(&reports->file);
    return ok;
}

bool mtl_reports_close(mtl_reports *reports, mtl_err *err)
{
    return finish(&reports->index, err);
}

void mtl_reports_free(mtl_reports *reports)
{
    if (!reports)
        return;
    for (size_t i = 0; i < PAGES; i++)
        drop(&reports->pages[i]);
    drop(&reports->index);
    mtl_arena_reset(&reports->file);
    mtl_arena_reset(&reports->arena);
    free(reports);
}
