#include "cli/rulebook.h"

#include "base/err.h"
#include "cli/say.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool holds_rules(mtl_str data, mtl_arena *arena)
{
    return data.n && is_folder(mtl_str_format(arena, "%s/rules/all", data.p).p);
}

/* <folder of the program>/../share/mtlint, so that an installation can be moved as a whole. */
static mtl_str beside_program(mtl_arena *arena)
{
    char path[4096];
    const ssize_t n = readlink("/proc/self/exe", path, sizeof path);
    if (n <= 0 || (size_t)n == sizeof path)
        return (mtl_str){0};
    mtl_str folder = {path, (size_t)n};
    while (folder.n && folder.p[folder.n - 1] != '/')
        folder.n--;
    return mtl_str_format(arena, "%.*s../share/mtlint", MTL_FMT(folder));
}

/* The folder that holds rules/ and dictionaries/. */
static bool find_data(mtl_str *out, mtl_arena *arena)
{
    const char *told = getenv("MTLINT_DATA");
    if (told && *told) {
        *out = mtl_cstr(told);
        if (holds_rules(*out, arena))
            return true;
        mtl_say("MTLINT_DATA=%s: no rules/all in there; name the folder that holds it, or unset the variable", told);
        return false;
    }
    const mtl_str places[] = {beside_program(arena), MTL_LIT(MTL_INSTALL_DATA), MTL_LIT(MTL_SOURCE_DATA)};
    for (const mtl_str *place = places; place < MTL_END(places); place++)
        if (holds_rules(*place, arena)) {
            *out = *place;
            return true;
        }
    mtl_say("no rules in %s, %s or %s; set MTLINT_DATA to the folder that holds rules/all", places[0].p ? places[0].p : "-",
            MTL_INSTALL_DATA, MTL_SOURCE_DATA);
    return false;
}

static void say_problem(void *user, const mtl_err *problem)
{
    (void)user;
    mtl_say_err(problem);
}

static bool names_rule(const mtl_words_given *list)
{
    for (uint32_t i = 0; i < list->n; i++)
        if (mtl_str_find(mtl_cstr(list->items[i]), MTL_LIT("/"), 0) != SIZE_MAX)
            return true;
    return false;
}

mtl_ruleset *mtl_rulebook_load(const mtl_options *options, bool bare, mtl_arena *arena)
{
    mtl_str data;
    if (!find_data(&data, arena))
        return NULL;
    const char **dirs = mtl_arena_array(arena, const char *, options->rules.n + (size_t)1);
    dirs[0] = mtl_str_format(arena, "%s/rules", data.p).p;
    for (uint32_t i = 0; i < options->rules.n; i++) {
        dirs[i + 1] = options->rules.items[i];
        if (!is_folder(dirs[i + 1])) {
            mtl_say("--rules %s: no such folder", dirs[i + 1]);
            return NULL;
        }
    }
    const mtl_str words = mtl_str_format(arena, "%s/words", data.p);
    const mtl_ruleset_options what = {
        .rule_dirs = dirs,
        .nrule_dirs = options->rules.n + (size_t)1,
        .language = names_rule(&options->select) || names_rule(&options->ignore) ? NULL : options->lang,
        .bare = bare,
        .words_dir = is_folder(words.p) ? words.p : MTL_BUILD_WORDS,
        .dictionary_dir = mtl_str_format(arena, "%s/dictionaries", data.p).p,
    };
    return mtl_ruleset_load(&what, say_problem, NULL);
}

mtl_ruleset *mtl_rulebook_load_other(const char *dir, const mtl_options *options, mtl_arena *arena)
{
    mtl_str data;
    if (!is_folder(mtl_str_format(arena, "%s/all", dir).p)) {
        mtl_say("--against %s: no folder all/ in there; name a folder like the shipped rules/", dir);
        return NULL;
    }
    if (!find_data(&data, arena))
        return NULL;
    const mtl_str lists = mtl_str_format(arena, "%s/../dictionaries", dir);
    const mtl_ruleset_options what = {
        .rule_dirs = &dir,
        .nrule_dirs = 1,
        .language = options->lang,
        .bare = true,
        .words_dir = "/nowhere", /* compiled ones would be those of the other lists */
        .dictionary_dir = is_folder(lists.p) ? lists.p : mtl_str_format(arena, "%s/dictionaries", data.p).p,
    };
    return mtl_ruleset_load(&what, say_problem, NULL);
}

/* Rules whose id ends in what was given: "page-residue" for "de/page-residue". */
static bool say_endings(const mtl_ruleset *rules, const char *id, mtl_arena *arena)
{
    const mtl_str tail = mtl_str_format(arena, "/%s", id);
    mtl_str found = {0};
    for (size_t i = 0; i < mtl_ruleset_size(rules); i++) {
        const mtl_str other = mtl_ruleset_at(rules, i)->id;
        if (mtl_str_ends(other, tail))
            found = mtl_str_format(arena, "%.*s%s%.*s", MTL_FMT(found), found.n ? " or " : "", MTL_FMT(other));
    }
    if (found.n)
        mtl_say("no rule “%s”; did you mean %.*s?", id, MTL_FMT(found));
    return found.n;
}

static void say_unknown(const mtl_ruleset *rules, const char *id, mtl_arena *arena)
{
    if (say_endings(rules, id, arena))
        return;
    const size_t n = mtl_ruleset_size(rules);
    const char **ids = mtl_arena_array(arena, const char *, n);
    for (size_t i = 0; i < n; i++)
        ids[i] = mtl_str_copy(mtl_ruleset_at(rules, i)->id, arena).p;
    const char *meant = mtl_nearest(mtl_cstr(id), ids, n);
    if (meant)
        mtl_say("no rule “%s”; did you mean %s?", id, meant);
    else
        mtl_say("no rule “%s”; “mtlint rules list” lists them", id);
}

const mtl_rule_info *mtl_rulebook_find(const mtl_ruleset *rules, const char *id)
{
    const mtl_rule_info *rule = mtl_ruleset_find(rules, mtl_cstr(id));
    if (rule)
        return rule;
    mtl_arena arena = {0};
    say_unknown(rules, id, &arena);
    mtl_arena_reset(&arena);
    return NULL;
}
