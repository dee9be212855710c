/* compile_list.c: a program of the build: compile_list TEXT TABLE makes the image of a list: of a words.txt what is known of words, of any other
 * a table of wordings. */
#include "base/limits.h"
#include "lang/words_table.h"
#include "rule/lists.h"
#include "rule/sense_table.h"
#include "text/source.h"

#include <stdio.h>

static void say(void *user, const mtl_err *problem)
{
    (void)user;
    fprintf(stderr, "%s:%u: %s\n", problem->where, problem->line, problem->what);
}

/* The file is there whole or not at all: whoever has an older one mapped keeps it. */
static bool write_file(const char *path, mtl_str bytes, mtl_arena *arena)
{
    const char *fresh = mtl_str_format(arena, "%s.new", path).p;
    FILE *file = fopen(fresh, "wb");
    if (!file)
        return false;
    const bool written = fwrite(bytes.p, 1, bytes.n, file) == bytes.n;
    return fclose(file) == 0 && written && rename(fresh, path) == 0;
}

static mtl_str compile_senses(const mtl_source *text, mtl_arena *arena, mtl_problems *problems, bool *ok)
{
    mtl_sense_table table;
    mtl_out image = {0};
    const mtl_strs lines = mtl_lists_entries(text->bytes, arena);
    *ok = mtl_sense_table_read(&table, text->path, &lines, arena, problems, NULL, NULL);
    mtl_sense_table_put(&table, text->bytes.n, &image);
    const mtl_str made = mtl_str_copy(mtl_out_bytes(&image), arena);
    mtl_out_free(&image);
    return made;
}

static bool compile(const char *text, const char *table, mtl_arena *arena)
{
    mtl_problems problems = {say, NULL, 0};
    mtl_source source;
    mtl_err err;
    bool ok;
    if (!mtl_source_open(&source, text, MTL_MAX_FILE_BYTES, arena, &err)) {
        mtl_problem(&problems, &err);
        return false;
    }
    const mtl_str image = mtl_str_ends(source.path, MTL_LIT("/words.txt"))
                              ? mtl_words_compile(source.path, source.bytes, arena, &problems, &ok)
                              : compile_senses(&source, arena, &problems, &ok);
    if (ok && !write_file(table, image, arena)) {
        mtl_fail(&err, MTL_EIO, mtl_cstr(table), 0, 0, "cannot be written");
        mtl_problem(&problems, &err);
        return false;
    }
    return ok;
}

int main(int argc, char **argv)
{
    mtl_arena arena = {0};
    if (argc != 3) {
        fputs("usage: compile_list TEXT TABLE\n", stderr);
        return 2;
    }
    const bool ok = compile(argv[1], argv[2], &arena);
    mtl_arena_reset(&arena);
    return ok ? 0 : 1;
}
