/* clause.c: the kind "clause": a clause whose verb is its last word, and whose last word is no verb of its subject: "wie man den Server
 * einrichten.", "so dass alle den Text zu lesen." The engine kept the infinitive of the source ("how to set up the server").
 *
 * What keeps it quiet: it asks only clauses that one word opens and the sentence's end closes, with a pronoun right behind the opener that is
 * always the subject, and no word between that may be the verb after all. */
#include "rule/check.h"

#include <stddef.h>

typedef struct clause_params {
    mtl_strs openers, subjects, strong, linkers, linked;
    mtl_words opener, subject, certain, linker, needy; /* made by compile() */
} clause_params;

static const mtl_param params[] = {
    {"openers", MTL_PARAM_STRINGS, offsetof(clause_params, openers), true, "words that open a clause whose verb is its last word",
     NULL},
    {"subjects", MTL_PARAM_STRINGS, offsetof(clause_params, subjects), true,
     "pronouns of the singular that are always the subject, right behind an opener", NULL},
    {"strong", MTL_PARAM_STRINGS, offsetof(clause_params, strong), false, "openers that are nothing else, whatever is the subject",
     NULL},
    {"linkers", MTL_PARAM_STRINGS, offsetof(clause_params, linkers), false, "words between a clause and its infinitive: “zu”",
     NULL},
    {"linked", MTL_PARAM_STRINGS, offsetof(clause_params, linked), false,
     "words behind a comma or at the head of a sentence that need a linker before their infinitive: “um”", NULL},
};

typedef struct clause {
    uint32_t opener, last; /* tokens */
    bool linked;           /* a linker belongs to the infinitive at its end */
} clause;

static bool compile(mtl_compiling *c)
{
    clause_params *p = c->rule->params;
    p->opener = mtl_words_make(&p->openers, c->arena);
    p->subject = mtl_words_make(&p->subjects, c->arena);
    p->certain = mtl_words_make(&p->strong, c->arena);
    p->needy = mtl_words_make(&p->linked, c->arena);
    p->linker = mtl_words_make(&p->linkers, c->arena);
    return true;
}

static bool is_infinitive(const mtl_lexeme *lexeme)
{
    return lexeme && lexeme->is & MTL_IS_INFINITIVE && !(lexeme->is & (MTL_IS_ADJECTIVE | MTL_IS_ADVERB));
}

/* "anzupassen", "zurückzuerobern": an infinitive with a linker inside. */
static bool holds_linker(const clause_params *p, const mtl_view *view, mtl_str word)
{
    enum { SHORTEST = 2 };
    for (uint32_t i = 0; i < p->linkers.n; i++) {
        const mtl_str link = p->linkers.items[i];
        for (size_t at = mtl_str_find(word, link, SHORTEST); at != SIZE_MAX; at = mtl_str_find(word, link, at + 1)) {
            const mtl_str head = {word.p, at}, tail = {word.p + at + link.n, word.n - at - link.n};
            const mtl_str whole = mtl_str_format(view->scratch, "%.*s%.*s", MTL_FMT(head), MTL_FMT(tail));
            const mtl_lexeme *one = mtl_view_word(view, whole), *other = mtl_view_word(view, tail);
            if (tail.n > SHORTEST && ((one && one->is & MTL_IS_INFINITIVE) || (other && other->is & MTL_IS_INFINITIVE)))
                return true;
        }
    }
    return false;
}

/* A mark that ends a sentence and stands in no name: "Rocket.Chat". */
static bool is_end(const mtl_token *t, const mtl_token *end)
{
    const uint32_t code = t->type->code;
    return (code == '.' || code == '!' || code == '?' || code == ';') && (t + 1 == end || !mtl_token_is_glued(t + 1));
}

/* What may stand inside of a clause: words, numbers, what is no text, and the marks inside of names. */
static bool may_stand(const mtl_token *t)
{
    return mtl_token_is_word(t) || t->type->kind == MTL_VOID || mtl_token_is_hyphen(t) ||
           (t->type->code == '.' && mtl_token_is_glued(t));
}

/* Finds the last token of the clause that token I of the block opens; false where it does not end with its sentence, or at a COMMA. */
static bool read_clause(const mtl_view *view, uint32_t i, bool comma, clause *c)
{
    enum { LONGEST = 24, SHORTEST = 3 };
    const mtl_token *tokens = view->doc->tokens.items, *end = tokens + view->block->first_token + view->block->ntokens;
    const mtl_token *t = tokens + i + 1;
    while (t < end && t <= tokens + i + LONGEST && !is_end(t, end) && may_stand(t))
        t++;
    *c = (clause){.opener = i, .last = (uint32_t)(t - tokens) - 1};
    return (t == end || is_end(t, end) || (comma && t->type->code == ',')) && c->last >= i + SHORTEST;
}

/* The word may be the verb of the clause: a form that is no infinitive, or in small letters and not known at all. */
static bool may_be_verb(const mtl_view *view, const mtl_token *t)
{
    if (t->type->kind != MTL_WORD || t->type->letters != MTL_LOWER)
        return false;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    return !lexeme || (lexeme->is & MTL_IS_FINITE && !(lexeme->is & (MTL_IS_INFINITIVE | MTL_IS_FUNCTION)));
}

/* With a linker at its end, another infinitive may be the verb of a plural; without one, a linker leads another clause. */
static bool may_be_other(const clause_params *p, const mtl_view *view, const clause *c, uint32_t i)
{
    const mtl_token *t = &view->doc->tokens.items[i];
    if (!c->linked)
        return mtl_words_has(&p->linker, t->type);
    return i < c->last && !mtl_words_has(&p->linker, t[-1].type) && is_infinitive(mtl_view_lexeme(view, t->type));
}

static bool has_verb(const clause_params *p, const mtl_view *view, const clause *c)
{
    for (uint32_t i = c->opener + 1; i <= c->last; i++) {
        const mtl_token *t = &view->doc->tokens.items[i];
        if ((may_be_other(p, view, c, i) || may_be_verb(view, t)) && !(c->linked && holds_linker(p, view, t->type->folded->form)))
            return true;
    }
    return false;
}

static void report(const mtl_rule *rule, const mtl_view *view, const clause *c, mtl_sink *sink)
{
    mtl_hit *hit = mtl_emit(rule, sink, view->doc->tokens.items[c->last].at);
    mtl_hit_name(hit, "opener", mtl_token_text(view->doc, &view->doc->tokens.items[c->opener]));
    mtl_hit_proof(hit, MTL_LIKELY);
}

static void judge(const mtl_rule *rule, const mtl_view *view, uint32_t i, mtl_sink *sink)
{
    const clause_params *p = rule->params;
    const mtl_token *tokens = view->doc->tokens.items;
    clause c;
    if (!read_clause(view, i, false, &c))
        return;
    const mtl_token *last = &tokens[c.last];
    if (last->type->kind != MTL_WORD || last->type->letters != MTL_LOWER)
        return;
    const bool inside = holds_linker(p, view, last->type->folded->form);
    c.linked = inside || mtl_words_has(&p->linker, last[-1].type);
    const bool subject = mtl_words_has(&p->subject, tokens[i + 1].type), strong = mtl_words_has(&p->certain, tokens[i].type);
    if (!(c.linked ? strong : subject) || !(inside || is_infinitive(mtl_view_lexeme(view, last->type))) || has_verb(p, view, &c))
        return;
    report(rule, view, &c, sink);
}

/* "um den Server einrichten": the infinitive lacks its linker. Behind a comma the clause must end with the sentence, for another may begin there;
 * at the head of a sentence the main clause must follow: "Um jede Birne etwas Soße gießen." is a recipe. */
static void judge_linked(const mtl_rule *rule, const mtl_view *view, uint32_t i, mtl_sink *sink)
{
    const clause_params *p = rule->params;
    const mtl_token *tokens = view->doc->tokens.items;
    const bool head = tokens[i].type->letters == MTL_CAPITAL && mtl_casing_is_head(view->doc, view->block, i);
    clause c;
    if (!(head || (i > view->block->first_token && tokens[i - 1].type->code == ',')) || tokens[i + 1].type->kind != MTL_WORD ||
        !read_clause(view, i, head, &c))
        return;
    const mtl_token *last = &tokens[c.last];
    const bool goes_on = c.last + 1 < view->block->first_token + view->block->ntokens && last[1].type->code == ',';
    if (last->type->letters != MTL_LOWER || !is_infinitive(mtl_view_lexeme(view, last->type)) || has_verb(p, view, &c) ||
        (head && !goes_on))
        return;
    for (uint32_t k = i + 1; k <= c.last; k++) {
        const bool plural =
            k < c.last && tokens[k].type->letters == MTL_LOWER && is_infinitive(mtl_view_lexeme(view, tokens[k].type));
        if (plural || (tokens[k].type->kind == MTL_WORD && holds_linker(p, view, tokens[k].type->folded->form)))
            return;
    }
    report(rule, view, &c, sink);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const clause_params *p = rule->params;
    const mtl_block *block = view->block;
    if (block->profile->base != view->lang->base)
        return;
    for (uint32_t i = block->first_token; i + 1 < block->first_token + block->ntokens; i++) {
        const mtl_token *t = &view->doc->tokens.items[i];
        if (t->type->kind != MTL_WORD || t->flags & MTL_IN_CODE)
            continue;
        if (mtl_words_has(&p->opener, t->type))
            judge(rule, view, i, sink);
        else if (mtl_words_has(&p->needy, t->type))
            judge_linked(rule, view, i, sink);
    }
}

const mtl_check mtl_check_clause = {
    .name = "clause",
    .doc = "a clause that ends without its verb, in an infinitive",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(clause_params),
    .compile = compile,
    .run = run,
};
