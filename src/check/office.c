/* office.c: the kind "office": a name that got the office of another: "mit dem Berater des französischen Präsidenten Lukas Bergmann", where
 * the adviser is meant. The commas around the name were lost, or the order of the words.
 *
 * What keeps it quiet: somebody who serves must stand before the office, the office must say its country, and the name must be full and none
 * of those that the list knows as having held any high office of that country; words such as "former" or "elected" end the search. */
#include "rule/lists.h"

#include <stddef.h>

typedef struct office_params {
    mtl_strs leads, offices, countries, links, holders;
    mtl_words lead, office, link; /* sets of these; made by compile(), as what follows */
    mtl_map country;              /* folded word -> index into countries and codes */
    mtl_str *codes;
    mtl_map held; /* "FR macron" -> 0; "FR" -> 0 where the list has the country */
} office_params;

static const mtl_param params[] = {
    {"leads", MTL_PARAM_STRINGS, offsetof(office_params, leads), true, "what somebody is who serves the holder of an office", NULL},
    {"offices", MTL_PARAM_STRINGS, offsetof(office_params, offices), true, "the offices, in the case that stands behind these",
     NULL},
    {"countries", MTL_PARAM_STRINGS, offsetof(office_params, countries), true,
     "words that say the country of an office, and its code: französischen>FR", NULL},
    {"links", MTL_PARAM_STRINGS, offsetof(office_params, links), false,
     "words that may stand between these words and before the name", NULL},
    {"holders", MTL_PARAM_STRINGS, offsetof(office_params, holders), true,
     "the word list: country, tab, office, tab, family names of those who have held it, parted by “ | ”, spellings by “/”", NULL},
};

/* ---- the rule ---- */

enum { SHORTEST_NAME = 2 }; /* letters of a word of a name that tells */

/* Every word of NAMES is one by which a holder is called. */
static void add_holders(office_params *p, mtl_str code, mtl_str names, mtl_arena *arena)
{
    uint32_t at = 0, flags = 0;
    *mtl_map_put(&p->held, code) = 0;
    for (mtl_span word = mtl_token_next(names, &at, &flags); word.len; word = mtl_token_next(names, &at, &flags))
        if (word.len >= SHORTEST_NAME)
            *mtl_map_put(&p->held,
                         mtl_str_format(arena, "%.*s %.*s", MTL_FMT(code), MTL_FMT(mtl_fold(mtl_str_cut(names, word), arena)))) = 0;
}

static bool refuse(mtl_compiling *c, uint32_t line, const char *what, mtl_str entry)
{
    const mtl_yaml place = {.line = line};
    mtl_problem_at(c->problems, c->rule->info.file, &place, "%s: “%.*s”", what, MTL_FMT(entry));
    return false;
}

static bool read_holders(mtl_compiling *c, mtl_str list, uint32_t line)
{
    office_params *p = c->rule->params;
    mtl_strs lines;
    if (!mtl_lists_read(c, list, line, &lines))
        return false;
    for (uint32_t i = 0; i < lines.n; i++) {
        mtl_str code, rest, office, names;
        if (!mtl_str_halves(lines.items[i], '\t', &code, &rest) || !mtl_str_halves(rest, '\t', &office, &names))
            return refuse(c, line, "the list needs country, tab, office, tab, names", lines.items[i]);
        add_holders(p, code, names, c->arena);
    }
    return true;
}

static bool compile(mtl_compiling *c)
{
    office_params *p = c->rule->params;
    p->lead = mtl_words_make(&p->leads, c->arena);
    p->office = mtl_words_make(&p->offices, c->arena);
    p->link = mtl_words_make(&p->links, c->arena);
    mtl_map_init(&p->country, c->arena);
    mtl_map_init(&p->held, c->arena);
    p->codes = mtl_arena_array(c->arena, mtl_str, p->countries.n);
    for (uint32_t i = 0; i < p->countries.n; i++) {
        mtl_str word;
        if (!mtl_str_halves(p->countries.items[i], '>', &word, &p->codes[i]))
            return refuse(c, p->countries.lines[i], "needs “word>CODE”", p->countries.items[i]);
        *mtl_map_put(&p->country, mtl_fold(word, c->arena)) = i;
    }
    bool ok = true;
    for (uint32_t i = 0; i < p->holders.n; i++)
        ok &= read_holders(c, p->holders.items[i], p->holders.lines[i]);
    return ok;
}

/* ---- the text ---- */

typedef struct chain { /* "des französischen Präsidenten" */
    uint32_t end;      /* the token behind it */
    bool office;
    mtl_str code; /* of the country */
} chain;

/* Reads the words behind the lead, as far as they are offices, countries and what links them. */
static chain read_chain(const office_params *p, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    enum { LONGEST = 10 };
    chain c = {i, false, {0}};
    for (; c.end < end && c.end < i + LONGEST; c.end++) {
        const mtl_type *type = tokens[c.end].type;
        const uint32_t country = mtl_map_get_hashed(&p->country, type->folded->form, type->hash);
        const bool office = mtl_words_has(&p->office, type);
        if (country != MTL_MAP_NONE)
            c.code = p->codes[country];
        else if (!office && !mtl_token_is_hyphen(&tokens[c.end]) && !mtl_words_has(&p->link, type))
            break;
        c.office |= office;
    }
    return c;
}

/* One of the words FROM .. TO calls somebody who has held an office there. */
static bool is_holder(const office_params *p, const mtl_view *view, mtl_str code, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        const mtl_str word = view->doc->tokens.items[i].type->folded->form;
        const mtl_str bare = word.n > 2 && word.p[word.n - 1] == 's' ? (mtl_str){word.p, word.n - 1} : word; /* "Macrons" */
        if (mtl_map_get(&p->held, mtl_str_format(view->scratch, "%.*s %.*s", MTL_FMT(code), MTL_FMT(word))) != MTL_MAP_NONE ||
            mtl_map_get(&p->held, mtl_str_format(view->scratch, "%.*s %.*s", MTL_FMT(code), MTL_FMT(bare))) != MTL_MAP_NONE)
            return true;
    }
    return false;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const office_params *p = rule->params;
    const mtl_token *tokens = view->doc->tokens.items;
    const uint32_t end = view->block->first_token + view->block->ntokens;
    for (uint32_t i = view->block->first_token; i + 1 < end; i++) {
        if (!mtl_words_has(&p->lead, tokens[i].type))
            continue;
        const chain c = read_chain(p, tokens, i + 1, end);
        const uint32_t last = c.office && c.code.n ? mtl_view_name_end(view, c.end, end) : c.end;
        if (last == c.end || mtl_map_get(&p->held, c.code) == MTL_MAP_NONE || is_holder(p, view, c.code, c.end, last))
            continue;
        mtl_hit *hit = mtl_emit(rule, sink, mtl_span_join(tokens[i].at, tokens[last - 1].at));
        mtl_hit_name(hit, "name", mtl_str_cut(view->doc->text, mtl_span_join(tokens[c.end].at, tokens[last - 1].at)));
        mtl_hit_proof(hit, MTL_LIKELY);
    }
}

const mtl_check mtl_check_office = {
    .name = "office",
    .doc = "a name that got the office of another",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(office_params),
    .compile = compile,
    .run = run,
};
