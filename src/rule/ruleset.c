#include "rule/ruleset.h"

#include "base/limits.h"
#include "lang/locale.h"
#include "rule/load.h"
#include "rule/measured.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct rule_path { /* a file that was found: a rule's, or a lang.yml whose id is the language */
    mtl_str id, folder, path;
    uint32_t dir; /* which of the rule folders, from 0 */
} rule_path;

typedef struct walk {
    mtl_ruleset *rules;
    mtl_arena *arena;
    mtl_problems *problems;
    uint32_t dir; /* being walked */
    mtl_str only; /* the one language whose rules are wanted, in canonical form; empty: all */
    MTL_VEC(rule_path) files;
    MTL_VEC(rule_path) languages;
    MTL_VEC(rule_path) words; /* words.txt files, whose id is the language */
    mtl_rule *all;            /* what rules->rules points to */
} walk;

static void problem(walk *w, mtl_code code, mtl_str path, uint32_t line, const char *what, mtl_str detail)
{
    mtl_err err;
    mtl_fail(&err, code, path, line, 0, "%s%.*s", what, (int)detail.n, detail.n ? detail.p : "");
    mtl_problem(w->problems, &err);
}

/* ---- finding the files ---- */

typedef MTL_VEC(mtl_str) name_list;

static int by_name(const void *a, const void *b)
{
    return mtl_str_compare(*(const mtl_str *)a, *(const mtl_str *)b);
}

/* The names in a folder, hidden ones left out, in byte order: what is reported must not hang on the file system. */
static name_list names_in(walk *w, mtl_str folder)
{
    name_list names = {0};
    DIR *dir = opendir(folder.p);
    if (!dir) {
        problem(w, MTL_EIO, folder, 0, "cannot be opened: ", mtl_cstr(strerror(errno)));
        return names;
    }
    for (const struct dirent *e = readdir(dir); e; e = readdir(dir))
        if (e->d_name[0] != '.')
            mtl_vec_push(&names, w->arena, mtl_str_copy(mtl_cstr(e->d_name), w->arena));
    closedir(dir);
    if (names.n)
        qsort(names.items, names.n, sizeof *names.items, by_name);
    return names;
}

static bool is_rule_name(mtl_str stem)
{
    for (size_t i = 0; i < stem.n; i++) {
        const char c = stem.p[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return stem.n > 0;
}

/* The folder's rules apply to the language asked for: its own, its base's ("pt" for "pt-BR") or everyone's. */
static bool is_wanted(const walk *w, mtl_str folder)
{
    return w->only.n == 0 || mtl_str_is(folder, "all") || mtl_str_same(folder, w->only) ||
           (mtl_str_starts(w->only, folder) && w->only.p[folder.n] == '-');
}

static void add_file(walk *w, mtl_str folder, mtl_str name, mtl_str path)
{
    if (mtl_str_ends(name, MTL_LIT(".yaml"))) {
        problem(w, MTL_ERULE, path, 0, "the file of a rule ends in .yml", (mtl_str){0});
        return;
    }
    if (mtl_str_is(name, "words.txt"))
        mtl_vec_push(&w->words, w->arena, ((rule_path){folder, folder, path, w->dir}));
    if (!mtl_str_ends(name, MTL_LIT(".yml")))
        return;
    if (mtl_str_is(name, "lang.yml") && !mtl_str_is(folder, "all")) {
        mtl_vec_push(&w->languages, w->arena, ((rule_path){folder, folder, path, w->dir}));
        return;
    }
    if (!is_wanted(w, folder))
        return;
    const mtl_str stem = {name.p, name.n - 4};
    if (!is_rule_name(stem)) {
        problem(w, MTL_ERULE, path, 0, "the name of a rule has only the letters a to z, digits and hyphens", (mtl_str){0});
        return;
    }
    const mtl_str id = mtl_str_format(w->arena, "%.*s/%.*s", MTL_FMT(folder), MTL_FMT(stem));
    mtl_vec_push(&w->files, w->arena, ((rule_path){id, folder, path, w->dir}));
}

static bool is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static bool is_language(walk *w, mtl_str folder, mtl_str path)
{
    char tag[64];
    if (mtl_str_is(folder, "all"))
        return true;
    if (!mtl_locale_tag(folder, tag, sizeof tag)) {
        problem(w, MTL_ERULE, path, 0, "the name of the folder is no language tag", (mtl_str){0});
        return false;
    }
    if (!mtl_str_is(folder, tag)) {
        problem(w, MTL_ERULE, path, 0, "the folder of this language is called ", mtl_cstr(tag));
        return false;
    }
    return true;
}

static mtl_str path_of(walk *w, mtl_str folder, mtl_str name)
{
    return mtl_str_format(w->arena, "%.*s/%.*s", MTL_FMT(folder), MTL_FMT(name));
}

static mtl_str without_slashes(mtl_str folder)
{
    while (folder.n > 1 && folder.p[folder.n - 1] == '/')
        folder.n--;
    return folder;
}

static void walk_dir(walk *w, const char *dir)
{
    mtl_str root = mtl_str_copy(mtl_cstr(dir), w->arena);
    const name_list folders = names_in(w, root);
    root = without_slashes(root);
    for (uint32_t i = 0; i < folders.n; i++) {
        const mtl_str path = path_of(w, root, folders.items[i]);
        if (!is_folder(path.p) || !is_language(w, folders.items[i], path))
            continue;
        const name_list files = names_in(w, path);
        for (uint32_t k = 0; k < files.n; k++)
            add_file(w, folders.items[i], files.items[k], path_of(w, path, files.items[k]));
    }
}

/* ---- order ---- */

/* A base language comes before its regions, since a head sorts before what it heads; a later folder's lang.yml adds to an earlier
 * one's. */
static int by_id(const void *a, const void *b)
{
    const rule_path *x = a, *y = b;
    const int order = mtl_str_compare(x->id, y->id);
    return order ? order : (x->dir > y->dir) - (x->dir < y->dir);
}

static void sort(rule_path *files, uint32_t n)
{
    if (n)
        qsort(files, n, sizeof *files, by_id);
}

/* ---- languages ---- */

static void add_language(walk *w, const rule_path *file)
{
    mtl_source source;
    mtl_err err;
    const mtl_yaml *map = NULL;
    if (mtl_source_open(&source, file->path.p, MTL_MAX_FILE_BYTES, w->arena, &err))
        map = mtl_yaml_parse(file->path, source.bytes, w->arena, &err);
    if (map)
        mtl_langs_add(&w->rules->langs, file->id, map, file->path, w->problems);
    else
        mtl_problem(w->problems, &err);
}

static bool has_language(const walk *w, mtl_str folder)
{
    for (uint32_t i = 0; i < w->languages.n; i++)
        if (mtl_str_same(w->languages.items[i].id, folder))
            return true;
    return mtl_str_is(folder, "all");
}

static void load_languages(walk *w)
{
    sort(w->languages.items, w->languages.n);
    for (uint32_t i = 0; i < w->languages.n; i++)
        add_language(w, &w->languages.items[i]);
    for (uint32_t i = 0; i < w->files.n; i++) {
        const rule_path *file = &w->files.items[i];
        const bool first = i == 0 || !mtl_str_same(file->folder, file[-1].folder);
        if (first && !has_language(w, file->folder))
            problem(w, MTL_ERULE, file->path, 0, "stands in the folder of a language without a lang.yml: ", file->folder);
    }
}

/* ---- rules ---- */

static void sort_rules(walk *w)
{
    sort(w->files.items, w->files.n);
    for (uint32_t i = 1; i < w->files.n; i++)
        if (mtl_str_same(w->files.items[i].id, w->files.items[i - 1].id))
            problem(w, MTL_ERULE, w->files.items[i].path, 0, "has the same id as ", w->files.items[i - 1].path);
}

static void load_rule(walk *w, const mtl_loading *loading, const rule_path *file, mtl_rule *rule)
{
    rule->info.id = file->id;
    rule->info.file = file->path;
    rule->info.language = file->folder;
    mtl_source source;
    mtl_err err;
    if (mtl_source_open(&source, file->path.p, MTL_MAX_FILE_BYTES, w->arena, &err))
        mtl_rule_load(loading, source.bytes, rule);
    else
        mtl_problem(w->problems, &err);
}

static void load_rules(walk *w, const mtl_check *const *kinds, bool bare)
{
    mtl_ruleset *rules = w->rules;
    mtl_list_cache lists = {0};
    mtl_map_init(&lists.by_path, w->arena);
    const mtl_loading loading = {kinds,    rules->triggers, &lists, rules->dictionary_dir, rules->langs.places.words,
                                 w->arena, w->problems,     bare};
    w->all = mtl_arena_array(w->arena, mtl_rule, w->files.n);
    rules->rules = mtl_arena_array(w->arena, const mtl_rule *, w->files.n);
    for (; rules->nrules < w->files.n; rules->nrules++) {
        mtl_rule *rule = &w->all[rules->nrules];
        rule->index = rules->nrules;
        rules->rules[rules->nrules] = rule;
        load_rule(w, &loading, &w->files.items[rules->nrules], rule);
        *mtl_map_put(&rules->ids, rule->info.id) = rule->index;
    }
}

static void add_aliases(walk *w)
{
    for (uint32_t i = 0; i < w->rules->nrules; i++) {
        const mtl_rule *rule = w->rules->rules[i];
        for (uint32_t k = 0; k < rule->aliases.n; k++) {
            uint32_t *index = mtl_map_put(&w->rules->ids, rule->aliases.items[k]);
            if (*index == MTL_MAP_NONE)
                *index = rule->index;
            else
                problem(w, MTL_ERULE, rule->info.file, rule->aliases.lines[k], "this alias is taken by ",
                        w->rules->rules[*index]->info.id);
        }
    }
}

/* ---- which rule is for which language ---- */

/* A bit for each language whose texts the rules in FOLDER are for, nearer folders aside. */
static uint64_t covered_by(const mtl_langs *langs, mtl_str folder)
{
    uint64_t bits = 0;
    for (uint32_t i = 0; i < langs->n; i++) {
        const mtl_lang *lang = langs->items[i];
        if (mtl_str_is(folder, "all") || mtl_str_same(folder, lang->tag) || mtl_str_same(folder, lang->base->tag))
            bits |= UINT64_C(1) << lang->index;
    }
    return bits;
}

/* The rule of the same NAME in the farther FOLDER gives way to one for LANGUAGES. */
static void give_way(const walk *w, mtl_str folder, mtl_str name, uint64_t languages)
{
    char id[512]; /* a tag, a slash and a file name, which is no longer than 255 bytes */
    const int n = snprintf(id, sizeof id, "%.*s/%.*s", MTL_FMT(folder), MTL_FMT(name));
    const uint32_t index = mtl_map_get(&w->rules->ids, (mtl_str){id, (size_t)n});
    if (index != MTL_MAP_NONE)
        w->all[index].languages &= ~languages;
}

static const mtl_lang *language_of(const mtl_langs *langs, mtl_str folder)
{
    for (uint32_t i = 0; i < langs->n; i++)
        if (mtl_str_same(langs->items[i]->tag, folder))
            return langs->items[i];
    return NULL;
}

/* Before there are aliases: a rule gives way to the name it has now. */
static void settle_languages(const walk *w)
{
    const mtl_langs *langs = &w->rules->langs;
    for (uint32_t i = 0; i < w->rules->nrules; i++)
        w->all[i].languages = covered_by(langs, w->all[i].info.language);
    for (uint32_t i = 0; i < w->rules->nrules; i++) {
        const mtl_rule_info *info = &w->all[i].info;
        const mtl_lang *lang = language_of(langs, info->language);
        if (!lang)
            continue;
        const mtl_str name = {info->id.p + info->language.n + 1, info->id.n - info->language.n - 1};
        const uint64_t languages = covered_by(langs, info->language);
        give_way(w, MTL_LIT("all"), name, languages);
        if (lang->base != lang)
            give_way(w, lang->base->tag, name, languages);
    }
}

bool mtl_rule_applies(const mtl_rule *rule, const mtl_lang *lang)
{
    const mtl_lang *known = lang->has_file ? lang : lang->base;
    return known->has_file ? rule->languages >> known->index & 1 : mtl_str_is(rule->info.language, "all");
}

/* ---- words ---- */

/* The words of a user's folder are added to those of every language that its rules are for. */
static void load_words(walk *w)
{
    sort(w->words.items, w->words.n);
    for (uint32_t i = 0; i < w->words.n; i++) {
        const uint64_t languages = covered_by(&w->rules->langs, w->words.items[i].folder);
        for (uint32_t l = 0; l < w->rules->langs.n; l++)
            if (languages >> w->rules->langs.items[l]->index & 1)
                mtl_lexicon_add(w->rules->langs.items[l]->lexicon, w->words.items[i].path.p, NULL, w->arena, w->problems);
    }
}

/* ---- figures ---- */

/* Of two folders' figures of a rule the later count. After the aliases, so that a renamed rule keeps what it was measured at. */
static void load_measured(walk *w, const mtl_ruleset_options *options)
{
    for (size_t i = 0; i < options->nrule_dirs; i++) {
        const mtl_str path = path_of(w, without_slashes(mtl_cstr(options->rule_dirs[i])), MTL_LIT("measured.tsv"));
        mtl_measured_load(path, &w->rules->ids, w->all, w->arena, w->problems);
    }
}

/* ---- the rule set ---- */

static const char *copy(const char *path, mtl_arena *arena)
{
    return path ? mtl_str_copy(mtl_cstr(path), arena).p : NULL;
}

static mtl_ruleset *new_ruleset(const mtl_ruleset_options *options)
{
    mtl_ruleset *rules = mtl_must_alloc(sizeof *rules);
    *rules = (mtl_ruleset){0};
    if (options->dictionary_dir)
        rules->dictionary_dir = copy(options->dictionary_dir, &rules->arena);
    else if (options->nrule_dirs)
        rules->dictionary_dir = mtl_str_format(&rules->arena, "%s/../dictionaries", options->rule_dirs[0]).p;
    mtl_lang_places places = {
        .hunspell = copy(options->hunspell_dir ? options->hunspell_dir : "/usr/share/hunspell", &rules->arena),
        .dictionaries = rules->dictionary_dir,
        .words = copy(options->words_dir, &rules->arena),
    };
    if (!places.words && rules->dictionary_dir)
        places.words = mtl_str_format(&rules->arena, "%s/../words", rules->dictionary_dir).p;
    mtl_langs_init(&rules->langs, &places, &rules->arena);
    rules->triggers = mtl_triggers_new(&rules->arena);
    mtl_map_init(&rules->ids, &rules->arena);
    return rules;
}

/* A tag that is none asks for everything; the session will say what is wrong with it. */
static mtl_str only_language(const mtl_ruleset_options *options, mtl_arena *arena)
{
    char tag[64];
    if (!options->language || !mtl_locale_tag(mtl_cstr(options->language), tag, sizeof tag))
        return (mtl_str){0};
    return mtl_str_copy(mtl_cstr(tag), arena);
}

mtl_ruleset *mtl_ruleset_load_with(const mtl_check *const *kinds, const mtl_ruleset_options *options, mtl_problems *problems)
{
    mtl_ruleset *rules = new_ruleset(options);
    walk w = {.rules = rules, .arena = &rules->arena, .problems = problems, .only = only_language(options, &rules->arena)};
    const uint32_t before = problems->n;
    for (; w.dir < options->nrule_dirs; w.dir++)
        walk_dir(&w, options->rule_dirs[w.dir]);
    sort_rules(&w);
    load_languages(&w);
    load_words(&w);
    load_rules(&w, kinds, options->bare);
    settle_languages(&w);
    add_aliases(&w);
    load_measured(&w, options);
    if (problems->n == before)
        return rules;
    mtl_ruleset_free(rules);
    return NULL;
}

void mtl_ruleset_free(mtl_ruleset *rules)
{
    if (!rules)
        return;
    mtl_arena_reset(&rules->arena);
    free(rules);
}

size_t mtl_ruleset_size(const mtl_ruleset *rules)
{
    return rules->nrules;
}

const mtl_rule_info *mtl_ruleset_at(const mtl_ruleset *rules, size_t i)
{
    assert(i < rules->nrules);
    return &rules->rules[i]->info;
}

const mtl_rule_info *mtl_ruleset_find(const mtl_ruleset *rules, mtl_str id)
{
    const uint32_t index = mtl_map_get(&rules->ids, id);
    return index == MTL_MAP_NONE ? NULL : &rules->rules[index]->info;
}
