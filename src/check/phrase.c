/* phrase.c: the kind "phrase": sequences of words, found through the trigger table of the whole rule set. */
#include "rule/lists.h"
#include "rule/placing.h"

typedef struct entry {
    mtl_strs find;
    mtl_str fix; /* p is NULL: there is none */
    mtl_placing placing;
} entry;

static const mtl_param entry_params[] = {
    {"find", MTL_PARAM_STRINGS, offsetof(entry, find), true, "one phrase or a list of them", NULL},
    {"fix", MTL_PARAM_STRING, offsetof(entry, fix), false, "what replaces the marked text; empty: delete it", NULL},
    MTL_PLACING_PARAMS(entry, placing),
};

static bool compile_entry(mtl_compiling *c, const entry *e, uint32_t index)
{
    const bool ok = mtl_placing_check(&e->placing, c->rule->info.file, e->find.n ? e->find.lines[0] : 0, c->problems);
    return mtl_lists_add_triggers(c, &e->find, index) && ok;
}

static bool compile(mtl_compiling *c)
{
    const entry *entries = c->rule->entries;
    bool ok = true;
    for (uint32_t i = 0; i < c->rule->nentries; i++)
        ok &= compile_entry(c, &entries[i], i);
    return ok;
}

static void at(const mtl_rule *rule, const mtl_view *view, uint32_t index, uint32_t first, uint32_t n, mtl_sink *sink)
{
    const entry *e = (const entry *)rule->entries + index;
    const mtl_token *tokens = view->doc->tokens.items;
    mtl_span mark;
    if (mtl_placing_allows(&e->placing, view, mtl_span_join(tokens[first].at, tokens[first + n - 1].at), &mark))
        mtl_placing_emit(&e->placing, rule, view, sink, mark, e->fix);
}

const mtl_check mtl_check_phrase = {
    .name = "phrase",
    .doc = "Sequences of words, wherever they stand or only in some places",
    .reach = MTL_PER_TRIGGER,
    .entry_params = entry_params,
    .nentry_params = MTL_COUNT(entry_params),
    .entry_size = sizeof(entry),
    .compile = compile,
    .at = at,
};
