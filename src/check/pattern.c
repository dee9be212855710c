/* pattern.c: the kind "pattern": regular expressions. Most run only where one of their trigger phrases occurs, from its first character
 * on; the others at the head of blocks or sentences, in blocks that hold what they need, or at the edge of the document. */
#include "rule/lists.h"
#include "rule/placing.h"

typedef struct entry {
    mtl_strs find; /* one; as a list it knows its line */
    mtl_strs trigger;
    mtl_strs needs;
    mtl_str fix; /* p is NULL: there is none */
    bool ignore_case;
    uint32_t mark;
    mtl_placing placing;
    const mtl_regex *regex; /* made by compile() */
} entry;

static const mtl_param entry_params[] = {
    {"find", MTL_PARAM_STRINGS, offsetof(entry, find), true, "the expression", NULL},
    {"trigger", MTL_PARAM_STRINGS, offsetof(entry, trigger), false, "phrases at which it is tried", NULL},
    {"needs", MTL_PARAM_STRINGS, offsetof(entry, needs), false, "texts of which one must stand in the paragraph", NULL},
    {"ignore-case", MTL_PARAM_BOOL, offsetof(entry, ignore_case), false, "compare without case", NULL},
    {"fix", MTL_PARAM_STRING, offsetof(entry, fix), false, "what replaces the marked text, {1} to {9} being groups", NULL},
    {"mark", MTL_PARAM_COUNT, offsetof(entry, mark), false, "the group that is marked; 0: the whole match", NULL},
    MTL_PLACING_PARAMS(entry, placing),
};

static bool wrong(const mtl_compiling *c, uint32_t line, const char *what)
{
    const mtl_yaml place = {.line = line};
    mtl_problem_at(c->problems, c->rule->info.file, &place, "%s", what);
    return false;
}

static bool compile_regex(mtl_compiling *c, entry *e, uint32_t line)
{
    mtl_err err;
    const bool anchored = e->trigger.n || mtl_placing_head(&e->placing) != MTL_HEAD_NONE;
    const unsigned flags = (e->ignore_case ? MTL_REGEX_IGNORE_CASE : 0u) | (anchored ? MTL_REGEX_ANCHORED : 0u);
    mtl_str find;
    if (!mtl_lists_fill(c, e->find.items[0], line, MTL_LIST_PATTERN, &find))
        return false;
    e->regex = mtl_regex_compile(find, flags, c->arena, c->rule->info.file, line, &err);
    if (!e->regex)
        mtl_problem(c->problems, &err);
    return e->regex;
}

static bool compile_entry(mtl_compiling *c, entry *e, uint32_t index)
{
    const uint32_t line = e->find.n ? e->find.lines[0] : 0;
    if (e->find.n != 1)
        return wrong(c, line, "“find” is one expression; give each its own entry");
    bool ok = mtl_placing_check(&e->placing, c->rule->info.file, line, c->problems);
    const bool gated = e->trigger.n || e->needs.n || mtl_placing_head(&e->placing) != MTL_HEAD_NONE;
    if (!gated && !e->placing.edge)
        ok = wrong(
            c, line,
            "a pattern wants a “trigger”, “needs”, an “edge” or a “where” that says where it begins, or it would read everything");
    if (e->mark >= MTL_REGEX_GROUPS)
        ok = wrong(c, line, "“mark” is a group from 0 to 15");
    if (!gated && !c->rule->slow_line)
        c->rule->slow_line = line;
    ok &= compile_regex(c, e, line);
    return mtl_lists_add_triggers(c, &e->trigger, index) && ok;
}

static bool compile(mtl_compiling *c)
{
    entry *entries = c->rule->entries;
    bool ok = true;
    for (uint32_t i = 0; i < c->rule->nentries; i++)
        ok &= compile_entry(c, &entries[i], i);
    return ok;
}

/* The fix with {1} to {9} filled in, on the view's scratch. */
static mtl_str fill(mtl_str fix, const mtl_view *view, const mtl_span groups[MTL_REGEX_GROUPS])
{
    MTL_VEC(char) out = {0};
    if (!fix.p)
        return fix;
    mtl_vec_push(&out, view->scratch, 0); /* so that an empty fix has a place, and is not none */
    out.n = 0;
    for (size_t i = 0; i < fix.n; i++) {
        const bool is_group = i + 2 < fix.n && fix.p[i] == '{' && fix.p[i + 1] >= '1' && fix.p[i + 1] <= '9' && fix.p[i + 2] == '}';
        if (!is_group) {
            mtl_vec_push(&out, view->scratch, fix.p[i]);
            continue;
        }
        const mtl_span group = groups[fix.p[i + 1] - '0'];
        for (uint32_t k = 0; k < group.len; k++)
            mtl_vec_push(&out, view->scratch, view->doc->text.p[group.at + k]);
        i += 2;
    }
    return (mtl_str){out.items, out.n};
}

static void report(const entry *e, const mtl_rule *rule, const mtl_view *view, const mtl_span groups[MTL_REGEX_GROUPS],
                   mtl_sink *sink)
{
    mtl_span mark;
    const uint32_t token = mtl_doc_token_from(view->doc, groups[0].at);
    if (token < view->doc->tokens.n && view->doc->tokens.items[token].flags & MTL_IN_CODE)
        return;
    if (!mtl_placing_allows(&e->placing, view, groups[0], &mark))
        return;
    if (e->placing.flag == MTL_FLAG_MATCH)
        mark = groups[e->mark];
    if (mark.len)
        mtl_placing_emit(&e->placing, rule, view, sink, mark, fill(e->fix, view, groups));
}

static void try_at(const entry *e, const mtl_rule *rule, const mtl_view *view, uint32_t token, mtl_sink *sink)
{
    mtl_span groups[MTL_REGEX_GROUPS];
    if (mtl_regex_match(e->regex, view->matcher, view->doc->text, view->block->text, view->doc->tokens.items[token].at.at, groups))
        report(e, rule, view, groups, sink);
}

static void at(const mtl_rule *rule, const mtl_view *view, uint32_t index, uint32_t first, uint32_t n, mtl_sink *sink)
{
    (void)n;
    try_at((const entry *)rule->entries + index, rule, view, first, sink);
}

/* What must stand at the head of a block or sentence is tried there, at each token up to the first word, and nowhere else. */
static void try_heads(const entry *e, const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const bool sentences = mtl_placing_head(&e->placing) == MTL_HEAD_SENTENCE;
    const mtl_token *tokens = view->doc->tokens.items;
    bool head = true;
    uint32_t next = 0; /* sentence of the block */
    for (uint32_t i = view->block->first_token; i < view->block->first_token + view->block->ntokens; i++) {
        while (sentences && next < view->block->nsentences &&
               view->doc->sentences.items[view->block->first_sentence + next].at <= tokens[i].at.at) {
            head = true;
            next++;
        }
        if (head)
            try_at(e, rule, view, i, sink);
        head = head && !mtl_token_is_word(&tokens[i]);
        if (!head && !sentences)
            return;
    }
}

/* What a pattern needs is cheaper to look for than the pattern. */
static bool has_needs(const entry *e, const mtl_view *view)
{
    const mtl_str block = mtl_str_cut(view->doc->text, view->block->text);
    for (uint32_t i = 0; i < e->needs.n; i++)
        if (mtl_str_find(block, e->needs.items[i], 0) != SIZE_MAX)
            return true;
    return e->needs.n == 0;
}

/* Where a search begins: what stands at the end of its block is short. */
static uint32_t search_from(const entry *e, const mtl_view *view)
{
    enum { END_BYTES = 300 };
    const mtl_span block = view->block->text;
    if (!mtl_placing_at_end(&e->placing) || block.len <= END_BYTES)
        return block.at;
    size_t at = mtl_span_end(block) - END_BYTES;
    while (at > block.at && mtl_utf8_inside(view->doc->text.p[at]))
        at--;
    return (uint32_t)at;
}

static void search(const entry *e, const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_span block = view->block->text;
    size_t from = search_from(e, view);
    mtl_span groups[MTL_REGEX_GROUPS];
    while (from < mtl_span_end(block) && mtl_regex_match(e->regex, view->matcher, view->doc->text, block, (uint32_t)from, groups)) {
        report(e, rule, view, groups, sink);
        from = mtl_span_end(groups[0]);
        if (groups[0].len == 0 && from < mtl_span_end(block))
            mtl_utf8_next(view->doc->text, &from);
    }
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const entry *entries = rule->entries;
    for (const entry *e = entries; e < entries + rule->nentries; e++) {
        if (e->trigger.n || !mtl_placing_block(&e->placing, view) || !has_needs(e, view))
            continue;
        if (mtl_placing_head(&e->placing) != MTL_HEAD_NONE)
            try_heads(e, rule, view, sink);
        else
            search(e, rule, view, sink);
    }
}

const mtl_check mtl_check_pattern = {
    .name = "pattern",
    .doc = "Regular expressions, tried where a trigger phrase occurs or at the edge of a document",
    .reach = MTL_PER_TRIGGER,
    .entry_params = entry_params,
    .nentry_params = MTL_COUNT(entry_params),
    .entry_size = sizeof(entry),
    .compile = compile,
    .run = run,
    .at = at,
};
