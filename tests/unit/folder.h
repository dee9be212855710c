/* folder.h: two folders of rules on disk, ours/ and yours/, for the time of a test. */
#ifndef MTL_TEST_FOLDER_H
#define MTL_TEST_FOLDER_H

#include "rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_FILES = 32 };

typedef struct folder {
    mtl_arena arena;
    mtl_str root;
    mtl_str made[MOST_FILES]; /* files and folders, to be removed in reverse */
    size_t nmade;
    mtl_str problems; /* what the test was told, as it likes it */
} folder;

static void make_folder(folder *f, mtl_str path)
{
    if (mkdir(path.p, 0700) == 0)
        f->made[f->nmade++] = path;
}

static void make_file(folder *f, const char *name, const char *text)
{
    const mtl_str path = mtl_str_format(&f->arena, "%.*s/%s", MTL_FMT(f->root), name);
    for (size_t i = f->root.n + 1; i < path.n; i++)
        if (path.p[i] == '/')
            make_folder(f, mtl_str_copy((mtl_str){path.p, i}, &f->arena));
    FILE *file = fopen(path.p, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    f->made[f->nmade++] = path;
}

static void open_folder(folder *f)
{
    *f = (folder){.problems = MTL_LIT("")};
    char name[] = "/tmp/ruleset.XXXXXX";
    assert_non_null(mkdtemp(name));
    f->root = mtl_str_copy(mtl_cstr(name), &f->arena);
    f->made[f->nmade++] = f->root;
    make_folder(f, mtl_str_format(&f->arena, "%s/ours", name));
    make_folder(f, mtl_str_format(&f->arena, "%s/yours", name));
}

static void close_folder(folder *f)
{
    while (f->nmade)
        remove(f->made[--f->nmade].p);
    mtl_arena_reset(&f->arena);
}

#endif
