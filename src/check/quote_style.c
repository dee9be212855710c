/* quote_style.c: the kind "quote_style": quotation marks of another language, or two styles side by side in one document. Outer pairs
 * only: inside a quotation other marks are right. A document that keeps to straight marks throughout is left alone. */
#include "rule/check.h"

/* Straight marks beside typographic ones are a slip where they are few; people who mix them freely do so without a machine. */
enum { MOST_STYLES = 16, PASSAGE_BYTES = 120, FEW = 4, SLIP_SHARE = 5 };

typedef struct style {
    mtl_quote_pair pair;
    uint32_t n;
    bool local; /* the language prints so */
} style;

typedef struct census {
    style styles[MOST_STYLES];
    uint32_t n, pairs;
} census;

/* A straight pair around something without a space that is no plain word: "--force", "foo.bar". */
static bool is_code(const mtl_view *view, const mtl_mark *m)
{
    const mtl_token *tokens = view->doc->tokens.items;
    const uint32_t past = view->facts->quotes.marks[m->partner].token;
    /* name="test": a value is given. */
    if (m->code == '"' && m->token > 0 && tokens[m->token - 1].type->code == '=' && !(tokens[m->token].flags & MTL_SPACE_BEFORE))
        return true;
    bool marks = false;
    for (uint32_t i = m->token + 1; i < past; i++) {
        if (tokens[i].flags & MTL_SPACE_BEFORE)
            return false;
        marks |= tokens[i].type->kind != MTL_WORD;
    }
    return marks && m->code == '"';
}

static bool is_counted(const mtl_view *view, const mtl_mark *m)
{
    return m->role == MTL_MARK_OPEN && m->partner != MTL_MARK_ALONE && m->depth == 0 && !m->again &&
           mtl_quotes_is_double(m->code) && !is_code(view, m);
}

static bool is_straight(mtl_quote_pair p)
{
    return p.open == '"' && p.close == '"';
}

static bool is_local(const mtl_lang *lang, mtl_quote_pair pair)
{
    for (uint32_t i = 0; i < lang->nquotes; i++)
        if (lang->quotes[i].open == pair.open && lang->quotes[i].close == pair.close)
            return true;
    return false;
}

static mtl_quote_pair pair_of(const mtl_quotes *quotes, const mtl_mark *m)
{
    return (mtl_quote_pair){m->code, quotes->marks[m->partner].code};
}

static style *style_for(census *c, const mtl_lang *lang, mtl_quote_pair pair)
{
    for (uint32_t i = 0; i < c->n; i++)
        if (c->styles[i].pair.open == pair.open && c->styles[i].pair.close == pair.close)
            return &c->styles[i];
    if (c->n == MOST_STYLES)
        return NULL;
    c->styles[c->n] = (style){pair, 0, is_local(lang, pair)};
    return &c->styles[c->n++];
}

/* The style that the others are measured by: the most frequent one of the language's own, or straight marks where they are more. */
static const style *leading(const census *c)
{
    const style *lead = NULL;
    for (uint32_t i = 0; i < c->n; i++) {
        const style *s = &c->styles[i];
        if ((s->local || is_straight(s->pair)) && (!lead || s->n > lead->n || (s->n == lead->n && is_straight(lead->pair))))
            lead = s;
    }
    return lead;
}

static mtl_str mark_text(const mtl_view *view, uint32_t code)
{
    char bytes[4];
    return mtl_str_copy((mtl_str){bytes, mtl_utf8_put(bytes, code)}, view->scratch);
}

static void report(const mtl_rule *rule, const mtl_view *view, const mtl_mark *m, mtl_quote_pair to, mtl_proof proof,
                   mtl_sink *sink)
{
    const mtl_quotes *quotes = &view->facts->quotes;
    const mtl_span open = view->doc->tokens.items[m->token].at;
    const mtl_span close = view->doc->tokens.items[quotes->marks[m->partner].token].at;
    const mtl_span whole = mtl_span_join(open, close);
    const bool fits = whole.len <= PASSAGE_BYTES && m->block == quotes->marks[m->partner].block;
    mtl_hit *hit = mtl_emit(rule, sink, fits ? whole : open);
    const mtl_str left = mark_text(view, to.open), right = mark_text(view, to.close);
    mtl_hit_name(hit, "found",
                 mtl_str_format(view->scratch, "%.*s %.*s", MTL_FMT(mark_text(view, m->code)),
                                MTL_FMT(mark_text(view, quotes->marks[m->partner].code))));
    mtl_hit_name(hit, "wanted", mtl_str_format(view->scratch, "%.*s %.*s", MTL_FMT(left), MTL_FMT(right)));
    const uint32_t closes = quotes->marks[m->partner].code;
    if (m->code != to.open)
        mtl_hit_fix(hit, open, left, MTL_SAFE);
    else
        mtl_hit_fix(hit, close, right, MTL_SAFE);
    if (m->code != to.open && closes != to.close)
        mtl_hit_edit(hit, close, right);
    mtl_hit_proof(hit, proof);
}

static mtl_proof proof_of(const mtl_lang *lang, const census *c, const style *lead, mtl_quote_pair pair)
{
    const bool typographic = pair.open != '"' && pair.close != '"' && !(lead && is_straight(lead->pair));
    if (typographic)
        return MTL_SURE;
    /* The language's own marks are right, whatever leads; that they are few is worth a word only where more is amiss. */
    if (is_local(lang, pair))
        return MTL_DOUBTFUL;
    const uint32_t others = c->pairs - (lead ? lead->n : 0);
    return c->pairs <= FEW || others * SLIP_SHARE <= c->pairs ? MTL_LIKELY : MTL_DOUBTFUL;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_quotes *quotes = &view->facts->quotes;
    census c = {0};
    for (uint32_t i = 0; i < quotes->n; i++) {
        style *s = is_counted(view, &quotes->marks[i]) ? style_for(&c, view->lang, pair_of(quotes, &quotes->marks[i])) : NULL;
        if (!s)
            continue;
        s->n++;
        c.pairs++;
    }
    const style *lead = leading(&c);
    if (view->lang->nquotes == 0)
        return;
    const mtl_quote_pair wanted = lead ? lead->pair : view->lang->quotes[0];
    for (uint32_t i = 0; i < quotes->n; i++) {
        if (!is_counted(view, &quotes->marks[i]))
            continue;
        const mtl_quote_pair pair = pair_of(quotes, &quotes->marks[i]);
        if (lead && pair.open == lead->pair.open && pair.close == lead->pair.close)
            continue;
        report(rule, view, &quotes->marks[i], wanted, proof_of(view->lang, &c, lead, pair), sink);
    }
}

const mtl_check mtl_check_quote_style = {
    .name = "quote_style",
    .doc = "quotation marks of another language, or two styles side by side",
    .reach = MTL_PER_DOC,
    .run = run,
};
