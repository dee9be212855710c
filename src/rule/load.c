#include "rule/load.h"

#include "rule/example.h"

static const char *const severities[] = {
    [MTL_NEUTRAL] = "neutral", [MTL_MINOR] = "minor", [MTL_MAJOR] = "major", [MTL_CRITICAL] = "critical", NULL};
static const char *const confidences[] = {[MTL_LOW] = "low", [MTL_MEDIUM] = "medium", [MTL_HIGH] = "high", NULL};
static const char *const categories[] = {
#define CATEGORY(name, ...) name,
#include "rule/categories.def"
#undef CATEGORY
    NULL,
};

typedef struct rule_file { /* the keys of a rule file */
    mtl_str summary, message, why, since, cure, check;
    uint32_t category, severity, confidence;
    const mtl_yaml *with, *examples;
    mtl_strs aliases;
} rule_file;

static const mtl_param keys[] = {
    {"summary", MTL_PARAM_STRING, offsetof(rule_file, summary), true, "what is wrong, in one line", NULL},
    {"message", MTL_PARAM_STRING, offsetof(rule_file, message), true, "what an editor is told", NULL},
    {"why", MTL_PARAM_STRING, offsetof(rule_file, why), true, "the reason, in two to six lines", NULL},
    {"category", MTL_PARAM_CHOICE, offsetof(rule_file, category), true, "the kind of artefact", categories},
    {"severity", MTL_PARAM_CHOICE, offsetof(rule_file, severity), true, "neutral, minor, major or critical", severities},
    {"confidence", MTL_PARAM_CHOICE, offsetof(rule_file, confidence), true, "low, medium or high", confidences},
    {"since", MTL_PARAM_STRING, offsetof(rule_file, since), true, "the version it came with", NULL},
    {"cure", MTL_PARAM_STRING, offsetof(rule_file, cure), false, "one sentence that mends every finding", NULL},
    {"check", MTL_PARAM_STRING, offsetof(rule_file, check), true, "the kind of check", NULL},
    {"with", MTL_PARAM_NODE, offsetof(rule_file, with), false, "the keys of that kind", NULL},
    {"examples", MTL_PARAM_NODE, offsetof(rule_file, examples), true, "bad and good texts that prove it", NULL},
    {"aliases", MTL_PARAM_STRINGS, offsetof(rule_file, aliases), false, "ids it had before", NULL},
};

/* ---- the kind and its keys ---- */

enum { MOST_KINDS = 64 };

static const mtl_check *find_kind(const mtl_loading *l, mtl_str file, const mtl_yaml *node)
{
    const char *names[MOST_KINDS];
    size_t n = 0;
    for (; l->kinds[n] && n < MOST_KINDS; n++) {
        names[n] = l->kinds[n]->name;
        if (mtl_str_is(node->scalar, names[n]))
            return l->kinds[n];
    }
    const char *near = mtl_nearest(node->scalar, names, n);
    mtl_problem_at(l->problems, file, node, "unknown kind “%.*s”%s%s%s", MTL_FMT(node->scalar), near ? "; did you mean “" : "",
                   near ? near : "", near ? "”?" : "");
    return NULL;
}

static bool bind_entries(const mtl_loading *l, mtl_rule *rule, const mtl_yaml *list)
{
    const mtl_check *kind = rule->check;
    if (!kind->nentry_params || list->kind != MTL_YAML_LIST || list->n == 0) {
        mtl_problem_at(l->problems, rule->info.file, list,
                       kind->nentry_params ? "the kind %s takes a list of entries" : "the kind %s takes no list", kind->name);
        return false;
    }
    bool ok = true;
    char *entries = mtl_arena_calloc(l->arena, list->n, kind->entry_size);
    for (const mtl_yaml *item = list->first; item; item = item->next)
        ok &= mtl_bind(entries + rule->nentries++ * kind->entry_size, item, kind->entry_params, kind->nentry_params,
                       rule->info.file, l->arena, l->problems);
    rule->entries = entries;
    return ok;
}

/* The kind's own keys and, where it has entries, the key that holds them. Its value goes behind the kind's struct, since the struct
 * knows nothing of it. */
static bool bind_params(const mtl_loading *l, mtl_rule *rule, const mtl_yaml *map)
{
    const mtl_check *kind = rule->check;
    const size_t slot = (kind->params_size + _Alignof(mtl_yaml *) - 1) / _Alignof(mtl_yaml *) * _Alignof(mtl_yaml *);
    mtl_param *params = mtl_arena_array(l->arena, mtl_param, kind->nparams + 1);
    if (kind->nparams)
        memcpy(params, kind->params, kind->nparams * sizeof *params);
    params[kind->nparams] = (mtl_param){"entries", MTL_PARAM_NODE, slot, kind->nparams == 0, "the list of what to look for", NULL};
    rule->params = mtl_arena_alloc(l->arena, slot + sizeof(mtl_yaml *));
    const size_t n = kind->nparams + (kind->nentry_params ? 1 : 0);
    const bool ok = mtl_bind(rule->params, map, params, n, rule->info.file, l->arena, l->problems);
    const mtl_yaml *entries = kind->nentry_params ? mtl_yaml_get(map, "entries") : NULL;
    return (!entries || bind_entries(l, rule, entries)) && ok;
}

static bool load_kind(const mtl_loading *l, mtl_rule *rule, const mtl_yaml *root, const mtl_yaml *with)
{
    const mtl_yaml *name = mtl_yaml_get(root, "check");
    rule->check = find_kind(l, rule->info.file, name);
    if (!rule->check)
        return false;
    const mtl_yaml nothing = {.kind = MTL_YAML_MAP, .line = name->line, .column = name->column};
    const mtl_yaml *given = with ? with : &nothing;
    const bool wants_list = rule->check->nparams == 0 && rule->check->nentry_params && !mtl_yaml_get(given, "entries");
    const bool ok = wants_list || given->kind == MTL_YAML_LIST ? bind_entries(l, rule, given) : bind_params(l, rule, given);
    mtl_compiling c = {rule, l->triggers, l->lists, l->arena, l->problems, l->dictionary_dir, l->tables_dir, l->bare};
    return ok && (!rule->check->compile || rule->check->compile(&c));
}

/* ---- the rule ---- */

static void copy_keys(mtl_rule *rule, const rule_file *f)
{
    const mtl_category *category = mtl_category_find(mtl_cstr(categories[f->category]));
    mtl_rule_info *info = &rule->info;
    info->summary = f->summary;
    info->message = f->message;
    info->why = f->why;
    info->since = f->since;
    info->kind = f->check;
    info->category = mtl_cstr(category->name);
    info->family = mtl_cstr(category->family);
    info->mqm = mtl_cstr(category->mqm);
    rule->spares_furniture = category->furniture;
    info->severity = (mtl_severity)f->severity;
    info->confidence = (mtl_confidence)f->confidence;
    rule->cure = f->cure;
    rule->aliases = f->aliases;
}

/* Offset of the next line that begins with a key, from the line at AT on. */
static size_t next_key(mtl_str text, size_t at)
{
    while (at < text.n && memchr(" -#\r\n\t", text.p[at], 6)) {
        const size_t end = mtl_str_find(text, MTL_LIT("\n"), at);
        at = end == SIZE_MAX ? text.n : end + 1;
    }
    return at;
}

/* BYTES without what stands under "examples:", which is half of most files; empty lines stand for it, so that the rest keeps its places. */
static mtl_str without_examples(mtl_str bytes, mtl_arena *arena)
{
    const mtl_str key = MTL_LIT("\nexamples:");
    const size_t from = mtl_str_find(bytes, key, 0);
    if (from == SIZE_MAX)
        return bytes;
    const size_t line = mtl_str_find(bytes, MTL_LIT("\n"), from + key.n),
                 to = line == SIZE_MAX ? bytes.n : next_key(bytes, line + 1);
    char *rest = mtl_arena_alloc(arena, bytes.n);
    size_t n = from + key.n;
    memcpy(rest, bytes.p, n);
    for (size_t i = n; i < to && to < bytes.n; i++)
        if (bytes.p[i] == '\n')
            rest[n++] = '\n';
    memcpy(rest + n, bytes.p + to, bytes.n - to);
    return (mtl_str){rest, n + bytes.n - to};
}

/* The examples of RULE's file, and behind them those of its word lists. */
static void join_examples(mtl_rule *rule, mtl_arena *arena)
{
    mtl_rule_info *info = &rule->info;
    if (rule->listed.n == 0)
        return;
    mtl_example *all = mtl_arena_array(arena, mtl_example, info->nexamples + rule->listed.n);
    if (info->nexamples)
        memcpy(all, info->examples, info->nexamples * sizeof *all);
    memcpy(all + info->nexamples, rule->listed.items, rule->listed.n * sizeof *all);
    info->examples = all;
    info->nexamples += rule->listed.n;
}

bool mtl_rule_load(const mtl_loading *loading, mtl_str bytes, mtl_rule *rule)
{
    mtl_err err;
    const mtl_str text = loading->bare ? without_examples(bytes, loading->arena) : bytes;
    const mtl_yaml *root = mtl_yaml_parse(rule->info.file, text, loading->arena, &err);
    if (!root) {
        mtl_problem(loading->problems, &err);
        return false;
    }
    rule_file f = {0};
    bool ok = mtl_bind(&f, root, keys, MTL_COUNT(keys), rule->info.file, loading->arena, loading->problems);
    copy_keys(rule, &f);
    if (f.check.p)
        ok &= load_kind(loading, rule, root, f.with);
    if (f.examples && !loading->bare)
        ok &= mtl_examples_read(f.examples, rule, loading->arena, loading->problems);
    join_examples(rule, loading->arena);
    return ok;
}
