/* emphasis.c: the kind "emphasis": the marks with which Markdown sets words bold, left in a text that is no Markdown ("**gratis**",
 * "__wichtig__"), and in any text such a mark without its partner, torn from its word ("** gratis **", "*** Fazit **"), or a backtick without
 * its like.
 *
 * What keeps it quiet: powers and globs ("2**3", a row of stars in a path), arguments and names of programs ("**kwargs", "__init__"), footnote
 * stars, censored words ("f**k"), rows of stars, and texts that are Markdown throughout (facts/markup.h). */
#include "rule/check.h"

/* Text is marked with its marks as long as it is short; of a longer one only the mark that opens. */
enum { SHOWN_BYTES = 80, TORN_WORDS = 6, TORN_LINE = 15, SHORT_WORD = 3 };

typedef enum lean { LEAN_NONE, LEAN_OPENS, LEAN_CLOSES, LEAN_LOOSE /* spaces on both sides */ } lean;

typedef struct mark {  /* two signs in a row, or three */
    uint32_t first, n; /* tokens, in the block */
    lean lean;
} mark;

typedef struct marks {
    const mtl_view *view;
    const mtl_token *tokens; /* of the block */
    uint32_t end;
    bool single_star;
    MTL_VEC(mark) items;
} marks;

static mtl_span span_of(const marks *m, const mark *k)
{
    return mtl_span_join(m->tokens[k->first].at, m->tokens[k->first + k->n - 1].at);
}

/* Marks that may stand outside of emphasis without a space. */
static bool is_outer(const mtl_token *t)
{
    static const uint32_t outer[] = {'(',    ')',    '[',    ']',  '"',  '\'',   '.',    ',',    ';',    ':',    '!',  '?', '-',
                                     0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x2013, 0x2014, 0x2018, 0x2019, 0x2026, 0xBF, 0xA1};
    for (const uint32_t *o = outer; o < MTL_END(outer); o++)
        if (t->type->code == *o)
            return true;
    return false;
}

/* What may stand inside of emphasis at its edge: not the signs of paths and programs. */
static bool is_inner(const mtl_token *t)
{
    static const char technical[] = "/\\*_=<>|~^&%#";
    return t->type->code >= 0x80 || t->type->code == 0 || !memchr(technical, (int)t->type->code, sizeof technical - 1);
}

static lean lean_of(const marks *m, uint32_t first, uint32_t n)
{
    const mtl_token *before = first ? &m->tokens[first - 1] : NULL, *after = first + n < m->end ? &m->tokens[first + n] : NULL;
    const bool gap_before = !before || !mtl_token_is_glued(&m->tokens[first]), gap_after = !after || !mtl_token_is_glued(after);
    if (gap_before && gap_after)
        return LEAN_LOOSE;
    if ((gap_before || is_outer(before)) && !gap_after && is_inner(after))
        return LEAN_OPENS;
    if (!gap_before && (gap_after || is_outer(after)) && is_inner(before))
        return LEAN_CLOSES;
    return LEAN_NONE;
}

/* Every row of the sign CODE in the block that has two of them, or up to MOST. */
static void find_marks(marks *m, uint32_t code, uint32_t most)
{
    for (uint32_t i = 0; i < m->end;) {
        uint32_t n = 0;
        while (i + n < m->end && m->tokens[i + n].type->code == code && m->tokens[i + n].type->nchars == 1 &&
               (n == 0 || mtl_token_is_glued(&m->tokens[i + n])))
            n++;
        if (n >= 2 && n <= most && !(m->tokens[i].flags & MTL_IN_CODE))
            mtl_vec_push(&m->items, m->view->scratch, ((mark){i, n, lean_of(m, i, n)}));
        i += n ? n : 1;
    }
}

/* ---- what is between two marks ---- */

static uint32_t words_between(const marks *m, const mark *open, const mark *close)
{
    uint32_t n = 0;
    for (uint32_t i = open->first + open->n; i < close->first; i++)
        n += mtl_token_is_word(&m->tokens[i]);
    return n;
}

/* Names with which Python knows its own things. */
static bool is_reserved(const mtl_type *word)
{
    static const char *const names[] = {"init",    "name",   "main",   "file",   "all",  "doc", "class", "dict",
                                        "version", "author", "future", "import", "call", "new", "next",  "enter",
                                        "exit",    "repr",   "iter",   "len",    "hash", "path"};
    for (const char *const *name = names; name < MTL_END(names); name++)
        if (mtl_str_is(word->form, *name))
            return true;
    return false;
}

/* "__init__": one word without a space, which no dictionary and no other place of the text has. */
static bool is_identifier(const marks *m, const mark *open, const mark *close)
{
    const mtl_token *word = &m->tokens[open->first + open->n];
    if (words_between(m, open, close) != 1 || word->type->kind != MTL_WORD)
        return false;
    if (is_reserved(word->type) || word->type->letters == MTL_UPPER)
        return true;
    return !mtl_view_lexeme(m->view, word->type) && mtl_view_spell(m->view, word->type->form) != MTL_KNOWN &&
           mtl_forms_count(&m->view->facts->forms, word->type->form) < 2;
}

/* ---- findings ---- */

static void report_pair(const mtl_rule *rule, const marks *m, const mark *open, const mark *close, mtl_proof proof, mtl_sink *sink)
{
    const mtl_span from = span_of(m, open), to = span_of(m, close), all = mtl_span_join(from, to);
    const mtl_token *first = &m->tokens[open->first + open->n], *last = &m->tokens[close->first - 1];
    const mtl_span inner = mtl_span_join(first->at, last->at);
    if (all.len <= SHOWN_BYTES) {
        mtl_emit_fix(rule, sink, all, mtl_str_cut(m->view->doc->text, inner), proof);
        return;
    }
    mtl_hit *hit = mtl_emit(rule, sink, from);
    mtl_hit_fix(hit, (mtl_span){from.at, inner.at - from.at}, MTL_LIT(""), proof == MTL_SURE ? MTL_SAFE : MTL_UNSAFE);
    mtl_hit_edit(hit, (mtl_span){mtl_span_end(inner), mtl_span_end(to) - mtl_span_end(inner)}, MTL_LIT(""));
    mtl_hit_proof(hit, proof);
}

static void report_lone(const mtl_rule *rule, const marks *m, const mark *k, mtl_proof proof, mtl_sink *sink)
{
    mtl_hit *hit = mtl_emit(rule, sink, span_of(m, k));
    mtl_hit_fix(hit, span_of(m, k), MTL_LIT(""), MTL_UNSAFE);
    mtl_hit_proof(hit, proof);
}

/* A star that stands alone and touches a word: footnotes or arguments of programs are about. */
static bool has_single_star(const marks *m)
{
    for (uint32_t i = 0; i < m->end; i++) {
        const bool row = (i && m->tokens[i - 1].type->code == '*') || (i + 1 < m->end && m->tokens[i + 1].type->code == '*');
        if (m->tokens[i].type->code == '*' && !row)
            return true;
    }
    return false;
}

/* "ist **gratis für alle", "ist gratis** für alle". */
static void judge_lone(const mtl_rule *rule, const marks *m, const mark *k, mtl_sink *sink)
{
    const bool opens = k->lean == LEAN_OPENS;
    const mtl_token *word = opens ? &m->tokens[k->first + k->n] : &m->tokens[k->first - 1];
    if (m->view->facts->markup.told || m->single_star || word->type->kind != MTL_WORD || word->type->nchars < SHORT_WORD)
        return;
    if (!opens && m->view->facts->markup.star_notes)
        return;
    if (opens && word->type->letters == MTL_LOWER && !mtl_view_lexeme(m->view, word->type) &&
        mtl_view_spell(m->view, word->type->form) == MTL_UNKNOWN)
        return;
    report_lone(rule, m, k, opens && k->first ? MTL_SURE : MTL_LIKELY, sink);
}

/* "** gratis **": no program reads these as bold, Markdown's own neither. */
static bool is_torn(const marks *m, const mark *open, const mark *close)
{
    const mtl_token *first = &m->tokens[open->first + open->n], *last = &m->tokens[close->first - 1];
    const uint32_t words = words_between(m, open, close);
    const bool label = last->type->code == ':' || last->type->code == '.' || last->type->code == '!' || last->type->code == '?';
    const bool line = !open->first && close->first + close->n == m->end;
    const bool placed = open->first || close->lean == LEAN_CLOSES || line; /* a bullet of two stars has no partner */
    const bool rated = !line && (open->n > 2 || close->n > 2);             /* "das Hotel *** am M***" */
    return placed && !rated && words && words <= (line ? TORN_LINE : TORN_WORDS) && first->type->kind == MTL_WORD &&
           (last->type->kind == MTL_WORD || label) && first->type->nchars >= SHORT_WORD;
}

static void judge_stars(const mtl_rule *rule, const marks *m, mtl_sink *sink)
{
    for (uint32_t i = 0; i < m->items.n; i++) {
        const mark *open = &m->items.items[i], *close = i + 1 < m->items.n ? open + 1 : NULL;
        if (close && open->lean == LEAN_OPENS && close->lean == LEAN_CLOSES && open->n == close->n) {
            if (!m->view->facts->markup.markdown && words_between(m, open, close))
                report_pair(rule, m, open, close, m->view->facts->markup.told ? MTL_DOUBTFUL : MTL_SURE, sink);
            i++;
        } else if (close && open->lean != LEAN_NONE && close->lean != LEAN_NONE && close->lean != LEAN_OPENS &&
                   open->lean != LEAN_CLOSES && is_torn(m, open, close)) {
            report_pair(rule, m, open, close, MTL_LIKELY, sink);
            i++;
        } else if (open->n == 2 && (open->lean == LEAN_OPENS || open->lean == LEAN_CLOSES)) {
            judge_lone(rule, m, open, sink);
        }
    }
}

static void judge_underscores(const mtl_rule *rule, const marks *m, mtl_sink *sink)
{
    if (m->view->facts->markup.markdown || m->view->facts->markup.told)
        return;
    for (uint32_t i = 0; i + 1 < m->items.n; i++) {
        const mark *open = &m->items.items[i], *close = open + 1;
        if (open->lean != LEAN_OPENS || close->lean != LEAN_CLOSES || !words_between(m, open, close) ||
            is_identifier(m, open, close))
            continue;
        report_pair(rule, m, open, close, MTL_LIKELY, sink);
        i++;
    }
}

/* Code that a reader of Markdown took out of the text. */
static bool is_code_hole(const marks *m, const mtl_token *t)
{
    const mtl_doc *doc = m->view->doc;
    return t->type->kind == MTL_VOID && doc->source->bytes.p[mtl_doc_to_source(doc, t->at).at] == '`';
}

/* A backtick that opens code and is not closed, in a text that closes the others. Elsewhere it serves as an apostrophe. */
static void judge_ticks(const mtl_rule *rule, const marks *m, mtl_sink *sink)
{
    uint32_t open = UINT32_MAX, lone = 0;
    bool paired = false;
    for (uint32_t i = 0; i < m->end; i++) {
        paired |= (m->tokens[i].flags & MTL_IN_CODE) != 0 || is_code_hole(m, &m->tokens[i]);
        if (m->tokens[i].type->code != '`' || (m->tokens[i].flags & MTL_IN_CODE))
            continue;
        const bool closes = i && m->tokens[i - 1].flags & MTL_IN_CODE,
                   opens = i + 1 < m->end && m->tokens[i + 1].flags & MTL_IN_CODE;
        if (closes || opens)
            continue;
        open = i;
        lone++;
    }
    if (!paired || lone != 1)
        return;
    mtl_hit *hit = mtl_emit(rule, sink, m->tokens[open].at);
    mtl_hit_proof(hit, MTL_LIKELY);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    marks m = {.view = view, .tokens = view->doc->tokens.items + view->block->first_token, .end = view->block->ntokens};
    find_marks(&m, '*', 3);
    m.single_star = m.items.n && has_single_star(&m);
    judge_stars(rule, &m, sink);
    m.items.n = 0;
    find_marks(&m, '_', 2);
    judge_underscores(rule, &m, sink);
    judge_ticks(rule, &m, sink);
}

const mtl_check mtl_check_emphasis = {
    .name = "emphasis",
    .doc = "Markdown's marks for bold type in a text that is no Markdown, and those without a partner in any",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
