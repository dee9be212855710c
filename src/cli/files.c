#include "cli/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

static const char *const skipped[] = {"node_modules", "build", "dist", "target", "vendor", "__pycache__", NULL};
static const char *const tools[] = {"package.json",  "package-lock.json", "composer.json",    "tsconfig.json",
                                    "jsconfig.json", "pom.xml",           "requirements.txt", "CMakeLists.txt"};

const char *mtl_files_taken(size_t i)
{
    mtl_reader_info reader;
    for (size_t r = 0; mtl_reader_at(r) && mtl_reader_describe(mtl_reader_at(r), &reader); r++)
        for (const char *const *suffix = reader.suffixes; *suffix; suffix++)
            if (i-- == 0)
                return *suffix;
    return NULL;
}

const char *mtl_files_skipped(size_t i)
{
    return i < MTL_COUNT(skipped) ? skipped[i] : NULL;
}

const char *mtl_files_of_tools(size_t i)
{
    return i < MTL_COUNT(tools) ? tools[i] : NULL;
}

void mtl_inputs_init(mtl_inputs *inputs, mtl_arena *arena)
{
    *inputs = (mtl_inputs){.arena = arena};
    mtl_map_init(&inputs->seen, arena);
}

/* PATH without empty and "." steps, so that one file has one name. ".." stays: behind a link it is not what it looks like. */
static mtl_str tidy(mtl_str path, mtl_arena *arena)
{
    char *out = mtl_arena_array(arena, char, path.n + 2);
    size_t n = 0;
    if (path.n && path.p[0] == '/')
        out[n++] = '/';
    for (size_t i = 0; i < path.n;) {
        size_t end = i;
        while (end < path.n && path.p[end] != '/')
            end++;
        const mtl_str step = {path.p + i, end - i};
        if (step.n && !mtl_str_is(step, ".")) {
            if (n && out[n - 1] != '/')
                out[n++] = '/';
            memcpy(out + n, step.p, step.n);
            n += step.n;
        }
        i = end + 1;
    }
    if (n == 0)
        out[n++] = '.';
    return (mtl_str){out, n};
}

static void take(mtl_inputs *inputs, const char *path)
{
    uint32_t *seen = mtl_map_put(&inputs->seen, tidy(mtl_cstr(path), inputs->arena));
    if (*seen != MTL_MAP_NONE)
        return;
    *seen = inputs->n;
    mtl_vec_push(inputs, inputs->arena, (mtl_input){.path = path});
}

static bool is_text(mtl_str name)
{
    const char *suffix;
    for (const char *const *tool = tools; tool < MTL_END(tools); tool++)
        if (mtl_str_is(name, *tool))
            return false;
    for (size_t i = 0; (suffix = mtl_files_taken(i)); i++)
        if (name.n > mtl_cstr(suffix).n && mtl_str_ends_alike(name, mtl_cstr(suffix)))
            return true;
    return false;
}

static bool is_skipped(mtl_str name)
{
    for (const char *const *folder = skipped; *folder; folder++)
        if (mtl_str_is(name, *folder))
            return true;
    return false;
}

static int by_bytes(const void *a, const void *b)
{
    return mtl_str_compare(*(const mtl_str *)a, *(const mtl_str *)b);
}

/* What FOLDER holds, hidden names left out, sorted. False where it cannot be opened. */
static bool list(const char *folder, mtl_arena *arena, mtl_str **names, uint32_t *n)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return false;
    MTL_VEC(mtl_str) found = {0};
    for (const struct dirent *entry = readdir(dir); entry; entry = readdir(dir))
        if (entry->d_name[0] != '.')
            mtl_vec_push(&found, arena, mtl_str_copy(mtl_cstr(entry->d_name), arena));
    closedir(dir);
    if (found.n)
        qsort(found.items, found.n, sizeof *found.items, by_bytes);
    *names = found.items;
    *n = found.n;
    return true;
}

static uint32_t walk(mtl_inputs *inputs, mtl_str folder)
{
    mtl_str *names;
    uint32_t n, found = 0;
    if (!list(folder.p, inputs->arena, &names, &n)) {
        take(inputs, folder.p); /* reading it fails too, and its report names it in every format */
        return 1;
    }
    const bool here = mtl_str_is(folder, "."), slash = mtl_str_ends(folder, MTL_LIT("/"));
    for (uint32_t i = 0; i < n; i++) {
        const mtl_str path = mtl_str_format(inputs->arena, "%s%s%s", here ? "" : folder.p, here || slash ? "" : "/", names[i].p);
        struct stat info;
        if (lstat(path.p, &info) != 0) {
            if (errno == ENOENT) /* gone since the folder was listed */
                continue;
            take(inputs, path.p); /* as above: a folder that may be listed but not entered, or a path too long */
            found++;
            continue;
        }
        if (S_ISDIR(info.st_mode)) {
            found += is_skipped(names[i]) ? 0 : walk(inputs, path);
            continue;
        }
        const bool regular = S_ISREG(info.st_mode) || (S_ISLNK(info.st_mode) && stat(path.p, &info) == 0 && S_ISREG(info.st_mode));
        if (regular && is_text(names[i])) {
            take(inputs, path.p);
            found++;
        }
    }
    return found;
}

uint32_t mtl_inputs_add(mtl_inputs *inputs, const char *path)
{
    struct stat info;
    if (stat(path, &info) == 0 && S_ISDIR(info.st_mode))
        return walk(inputs, tidy(mtl_cstr(path), inputs->arena));
    take(inputs, path);
    return 1;
}

void mtl_inputs_add_stream(mtl_inputs *inputs, const char *name, mtl_read_fn *read)
{
    mtl_vec_push(inputs, inputs->arena, ((mtl_input){.path = name, .read = read}));
}
