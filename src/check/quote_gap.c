/* quote_gap.c: the kind "quote_gap": a space inside a pair of quotation marks, “ so ”, "so ". Where the language sets one itself (French),
 * its profile says so, and where a document does it throughout with guillemets it is its style. */
#include "rule/check.h"

enum { GUILLEMET = 0xAB, GUILLEMET_CLOSING = 0xBB, STYLE_PAIRS = 3 };

typedef struct pair { /* the marks of one quotation in one paragraph */
    const mtl_token *open, *close;
    bool after_open, before_close; /* a space stands there */
} pair;

static bool is_guillemet(uint32_t code)
{
    return code == GUILLEMET || code == GUILLEMET_CLOSING;
}

/* The language sets a space inside its guillemets. */
static bool is_spaced(const mtl_lang *lang, const pair *p)
{
    return is_guillemet(p->open->type->code) && mtl_words_has(&lang->spaced_marks, p->close->type);
}

/* The pair that mark I opens; false: it opens none, or one that a check cannot judge. */
static bool read_pair(const mtl_view *view, uint32_t i, pair *p)
{
    const mtl_mark *m = &view->facts->quotes.marks[i];
    if (m->role != MTL_MARK_OPEN || m->partner == MTL_MARK_ALONE || !mtl_quotes_is_double(m->code))
        return false;
    const mtl_mark *close = &view->facts->quotes.marks[m->partner];
    const mtl_token *tokens = view->doc->tokens.items;
    if (close->block != m->block || close->token <= m->token + 1)
        return false;
    *p = (pair){.open = &tokens[m->token], .close = &tokens[close->token]};
    p->after_open = mtl_token_is_spaced(p->open + 1);
    p->before_close = mtl_token_is_spaced(p->close);
    return true;
}

/* Straight marks do not say which way they face: with a space on one side only that is told by the other mark, with spaces on both by
 * nothing. */
static mtl_proof proof_of(const pair *p)
{
    if (p->open->type->code != '"')
        return MTL_LIKELY;
    return p->after_open && p->before_close ? MTL_DOUBTFUL : MTL_LIKELY;
}

static void report(const mtl_rule *rule, const mtl_token *outer, const mtl_token *inner, mtl_str with, mtl_proof proof,
                   mtl_sink *sink)
{
    mtl_emit_fix(rule, sink, mtl_span_join(outer->at, inner->at), with, proof);
}

static void check_pair(const mtl_rule *rule, const mtl_view *view, const pair *p, mtl_sink *sink)
{
    const mtl_token *first = p->open + 1, *last = p->close - 1;
    if (p->after_open && mtl_token_is_word(first))
        report(rule, p->open, first,
               mtl_str_format(view->scratch, "%.*s%.*s", MTL_FMT(p->open->type->form), MTL_FMT(first->type->form)), proof_of(p),
               sink);
    if (p->before_close && !mtl_quotes_is_double(last->type->code))
        report(rule, last, p->close,
               mtl_str_format(view->scratch, "%.*s%.*s", MTL_FMT(last->type->form), MTL_FMT(p->close->type->form)), proof_of(p),
               sink);
}

/* The document sets its guillemets so, all of them. */
static bool has_style(const mtl_view *view)
{
    uint32_t pairs = 0, spaced = 0;
    pair p;
    for (uint32_t i = 0; i < view->facts->quotes.n; i++) {
        if (!read_pair(view, i, &p) || !is_guillemet(p.open->type->code))
            continue;
        pairs++;
        spaced += p.after_open && p.before_close;
    }
    return pairs >= STYLE_PAIRS && spaced == pairs;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const bool style = has_style(view);
    pair p;
    for (uint32_t i = 0; i < view->facts->quotes.n; i++) {
        if (!read_pair(view, i, &p))
            continue;
        const mtl_lang *lang = view->doc->blocks.items[view->facts->quotes.marks[i].block].profile;
        if (!is_spaced(lang, &p) && !(style && is_guillemet(p.open->type->code)))
            check_pair(rule, view, &p, sink);
    }
}

const mtl_check mtl_check_quote_gap = {
    .name = "quote_gap",
    .doc = "a space inside a pair of quotation marks",
    .reach = MTL_PER_DOC,
    .run = run,
};
