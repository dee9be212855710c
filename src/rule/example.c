#include "rule/example.h"

#include "lang/locale.h"

static const mtl_param params[] = {
    {"lang", MTL_PARAM_STRING, offsetof(mtl_example, lang), false, "the language of the example", NULL},
    {"bad", MTL_PARAM_STRING, offsetof(mtl_example, bad), false, "a text in which the rule fires once", NULL},
    {"hit", MTL_PARAM_STRING, offsetof(mtl_example, hit), false, "what is marked in it", NULL},
    {"nth", MTL_PARAM_COUNT, offsetof(mtl_example, nth), false, "which occurrence of hit, from 1", NULL},
    {"fix", MTL_PARAM_STRING, offsetof(mtl_example, fix), false, "the whole text after the fix", NULL},
    {"good", MTL_PARAM_STRING, offsetof(mtl_example, good), false, "a text in which no rule fires", NULL},
    {"in", MTL_PARAM_STRING, offsetof(mtl_example, in), false, "the document around it, with {} where it stands", NULL},
};

typedef struct reading {
    mtl_str file, folder;
    mtl_problems *problems;
} reading;

static bool wrong(const reading *r, const mtl_yaml *node, const char *what)
{
    mtl_problem_at(r->problems, r->file, node, "%s", what);
    return false;
}

static bool occurs(mtl_str text, mtl_str part, uint32_t nth)
{
    size_t at = 0;
    for (uint32_t n = 0; n < nth; n++, at++) {
        at = mtl_str_find(text, part, at);
        if (at == SIZE_MAX)
            return false;
    }
    return part.n > 0;
}

static bool check_bad(const reading *r, const mtl_yaml *node, const mtl_example *e)
{
    if (!e->hit.p)
        return wrong(r, node, "a bad example needs “hit”: what is marked in it");
    if (!occurs(e->bad, e->hit, e->nth))
        return wrong(r, mtl_yaml_get(node, "hit"),
                     e->nth > 1 ? "“hit” does not occur that often in “bad”" : "“hit” does not occur in “bad”");
    return true;
}

static bool check_text(const reading *r, const mtl_yaml *node, const mtl_example *e)
{
    if (!e->bad.p == !e->good.p)
        return wrong(r, node, "an example is either “bad” or “good”");
    if (e->good.p && (e->hit.p || e->fix.p || mtl_yaml_get(node, "nth")))
        return wrong(r, node, "a good example has no “hit”, “nth” or “fix”");
    if (e->in.p && (!occurs(e->in, MTL_LIT("{}"), 1) || occurs(e->in, MTL_LIT("{}"), 2)))
        return wrong(r, mtl_yaml_get(node, "in"), "“in” needs {} once, where the example stands");
    return e->good.p || check_bad(r, node, e);
}

static bool check_language(const reading *r, const mtl_yaml *node, mtl_example *e)
{
    const bool anywhere = mtl_str_is(r->folder, "all");
    if (!e->lang.p && anywhere)
        return wrong(r, node, "an example of a rule in all/ needs “lang”");
    if (!e->lang.p)
        e->lang = r->folder;
    char tag[64];
    if (!mtl_locale_tag(e->lang, tag, sizeof tag) || !mtl_str_is(e->lang, tag))
        return wrong(r, mtl_yaml_get(node, "lang"), "“lang” is no language tag");
    const bool fits =
        anywhere || mtl_str_same(e->lang, r->folder) || (mtl_str_starts(e->lang, r->folder) && e->lang.p[r->folder.n] == '-');
    return fits || wrong(r, mtl_yaml_get(node, "lang"), "“lang” is another language than that of the rule's folder");
}

static bool read_one(const reading *r, const mtl_yaml *node, mtl_arena *arena, mtl_example *e)
{
    e->line = node->line;
    e->nth = 1;
    if (!mtl_bind(e, node, params, MTL_COUNT(params), r->file, arena, r->problems))
        return false;
    if (e->nth == 0)
        return wrong(r, mtl_yaml_get(node, "nth"), "“nth” counts from 1");
    const bool text = check_text(r, node, e);
    return check_language(r, node, e) && text;
}

bool mtl_examples_read(const mtl_yaml *list, mtl_rule *rule, mtl_arena *arena, mtl_problems *problems)
{
    const reading r = {rule->info.file, rule->info.language, problems};
    if (list->kind != MTL_YAML_LIST)
        return wrong(&r, list, "“examples” must be a list");
    mtl_example *examples = mtl_arena_array(arena, mtl_example, list->n);
    uint32_t n = 0;
    bool ok = true;
    for (const mtl_yaml *node = list->first; node; node = node->next)
        ok &= read_one(&r, node, arena, &examples[n++]);
    rule->info.examples = examples;
    rule->info.nexamples = n;
    return ok;
}
