#include "facts/quotes.h"

#include <stdlib.h>

/* What print in some language opens and closes with (CLDR's quotationStart and End, and what newspapers add). */
static const mtl_quote_pair conventions[] = {
    {0x201C, 0x201D}, {0x201E, 0x201C}, {0x201E, 0x201D}, {0x201D, 0x201D}, {0xAB, 0xBB},     {0xBB, 0xAB},
    {0xBB, 0xBB},     {'"', '"'},       {0x201F, 0x201D}, {0x300C, 0x300D}, {0x300E, 0x300F}, {0x2018, 0x2019},
    {0x201A, 0x2018}, {0x201A, 0x2019}, {0x2019, 0x2019}, {0x2039, 0x203A}, {0x203A, 0x2039}, {'\'', '\''},
};

/* A quotation that runs over more paragraphs than this is taken for two mistakes; one without another mark inside may be longer, as
 * where every sentence stands on a line of its own. */
enum { LONGEST_QUOTATION = 16, LONGEST_PLAIN_QUOTATION = 30, DEEPEST = 16 };

bool mtl_quotes_is_double(uint32_t code)
{
    return code == '"' || (code >= 0x201C && code <= 0x201F) || code == 0xAB || code == 0xBB || (code >= 0x300C && code <= 0x300F);
}

/* „ and ‚ open wherever they are printed. */
static bool is_low(uint32_t code)
{
    return code == 0x201E || code == 0x201A;
}

static bool is_single(uint32_t code)
{
    return code == '\'' || (code >= 0x2018 && code <= 0x201B) || code == 0x2039 || code == 0x203A;
}

bool mtl_quotes_match(uint32_t open, uint32_t close)
{
    for (const mtl_quote_pair *p = conventions; p < MTL_END(conventions); p++)
        if (p->open == open && p->close == close)
            return true;
    return false;
}

/* ---- what the neighbours say ---- */

typedef enum side { SIDE_OPEN, SIDE_CLOSE, SIDE_EITHER } side;

typedef struct around {              /* of one mark in its block */
    const mtl_token *before, *after; /* NULL at the edge of the block */
    bool gap_before, gap_after;
    bool dots_after; /* "...", "…" or the stop of ".NET" */
    bool broken;     /* the mark is a byte of a wrongly decoded character: "â€œ" */
} around;

/* The mark behind "â€", or the guillemet behind "Â" or "ï". */
static bool is_broken(const mtl_doc *doc, const mtl_block *block, uint32_t token)
{
    const mtl_token *mark = &doc->tokens.items[token], *before = mark - 1;
    if (mark->type->code == 0xAB || mark->type->code == 0xBB)
        return mtl_str_ends(before->type->form, MTL_LIT("Â")) || mtl_str_ends(before->type->form, MTL_LIT("ï"));
    return before->type->code == 0x20AC && !(before->flags & MTL_SPACE_BEFORE) && token > block->first_token + 1 &&
           mtl_str_ends(before[-1].type->form, MTL_LIT("â"));
}

static around look_around(const mtl_doc *doc, const mtl_block *block, uint32_t token)
{
    around a = {.gap_before = true, .gap_after = true};
    if (token > block->first_token) {
        a.before = &doc->tokens.items[token - 1];
        a.gap_before = doc->tokens.items[token].flags & MTL_SPACE_BEFORE;
    }
    if (token + 1 < block->first_token + block->ntokens) {
        a.after = &doc->tokens.items[token + 1];
        a.gap_after = a.after->flags & MTL_SPACE_BEFORE;
        const mtl_token *next = token + 2 < block->first_token + block->ntokens ? a.after + 1 : NULL;
        const bool goes_on = next && !(next->flags & MTL_SPACE_BEFORE) && (next->type->code == '.' || next->type->kind == MTL_WORD);
        a.dots_after = !a.gap_after && (a.after->type->code == 0x2026 || (a.after->type->code == '.' && goes_on));
    }
    a.broken = a.before && !a.gap_before && is_broken(doc, block, token);
    return a;
}

static bool is_one_of(uint32_t code, const uint32_t *codes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (codes[i] == code)
            return true;
    return false;
}

/* Behind these a quotation begins; an apostrophe elides an article: dell’«Unità». */
static bool is_opening(uint32_t code)
{
    static const uint32_t openings[] = {'\'', 0x2019, '(', '[', '{', '/', '=', 0x2013, 0x2014, 0xBF, 0xA1};
    return is_one_of(code, openings, MTL_COUNT(openings));
}

/* Before these, and at the end of the block (NULL), a quotation has ended. Behind a FRESH mark a dash or hyphen may also be the first
 * thing quoted ("--force"). */
static bool is_ending(const mtl_token *t, bool fresh)
{
    static const uint32_t ends[] = {',', '.', ';', ':', '!', '?', ')', ']', '}', 0x2026}, dashes[] = {'-', 0x2013, 0x2014};
    if (!t || is_one_of(t->type->code, ends, MTL_COUNT(ends)))
        return true;
    return !fresh && is_one_of(t->type->code, dashes, MTL_COUNT(dashes));
}

static side side_of(const around *a)
{
    const bool fresh = a->gap_before || !a->before || is_opening(a->before->type->code);
    /* «...Há»: dots behind a mark that stands apart begin the quotation. */
    const bool ended = (a->gap_after || is_ending(a->after, fresh)) && !(fresh && a->dots_after);
    if (fresh && !ended)
        return SIDE_OPEN;
    if (!fresh && (ended || !mtl_token_is_word(a->after)))
        return SIDE_CLOSE;
    /* « Oui », dit-il: with a space on its inside a mark shows its side by what clings to it. */
    return fresh && a->before && !a->gap_after && is_ending(a->after, fresh) ? SIDE_CLOSE : SIDE_EITHER;
}

/* What only ever opens, or only ever closes, in the print of LANG. */
static side side_by_form(const mtl_lang *lang, uint32_t code)
{
    bool opens = false, closes = false;
    for (uint32_t i = 0; i < lang->nquotes; i++) {
        opens |= lang->quotes[i].open == code;
        closes |= lang->quotes[i].close == code;
    }
    return opens == closes ? SIDE_EITHER : opens ? SIDE_OPEN : SIDE_CLOSE;
}

static side settle_side(const mtl_lang *lang, const around *a, uint32_t code)
{
    const side s = is_low(code) ? SIDE_OPEN : side_of(a);
    return s == SIDE_EITHER ? side_by_form(lang, code) : s;
}

/* ---- pairing ---- */

typedef MTL_VEC(mtl_mark) marks;

typedef struct pairing {
    const mtl_doc *doc;
    mtl_arena *arena;
    marks all;
    uint32_t stack[DEEPEST]; /* open marks of the block at hand */
    uint32_t depth;
} pairing;

static void pair(pairing *p, uint32_t open, uint32_t close)
{
    p->all.items[open].partner = close;
    p->all.items[close].partner = open;
    p->all.items[open].role = MTL_MARK_OPEN;
    p->all.items[close].role = MTL_MARK_CLOSE;
}

/* The code point of the open mark at PLACE in the stack. */
static uint32_t open_code(const pairing *p, uint32_t place)
{
    return p->all.items[p->stack[place]].code;
}

/* The open mark that CODE closes: the innermost that fits by convention, else the innermost of the same size, since a pair of mixed
 * style is still a pair. Its place in the stack, or DEEPEST. */
static uint32_t opener_of(const pairing *p, uint32_t code)
{
    for (uint32_t i = p->depth; i-- > 0;)
        if (mtl_quotes_match(open_code(p, i), code))
            return i;
    for (uint32_t i = p->depth; i-- > 0;)
        if (mtl_quotes_is_double(open_code(p, i)) == mtl_quotes_is_double(code))
            return i;
    return DEEPEST;
}

/* No quotation mark: a byte of a broken character, a mark that is itself quoted ('"'), inches behind a number, an apostrophe at the edge
 * of a word, a ditto mark alone in its cell. */
static bool is_other(const pairing *p, const around *a, uint32_t code, side s, uint32_t opener)
{
    const bool glued = a->before && a->after && !a->gap_before && !a->gap_after;
    if (a->broken || (glued && a->before->type->code == '\'' && a->after->type->code == '\''))
        return true;
    if (s == SIDE_OPEN)
        return false;
    const bool behind_number = a->before && !a->gap_before && a->before->type->kind == MTL_NUMBER;
    const bool inches = code == '"' && behind_number && (opener == DEEPEST || open_code(p, opener) != '"');
    return inches || (opener == DEEPEST && (is_single(code) || (!a->before && !a->after)));
}

static void add_mark(pairing *p, uint32_t block, uint32_t token)
{
    const mtl_block *within = &p->doc->blocks.items[block];
    const uint32_t code = p->doc->tokens.items[token].type->code, opener = opener_of(p, code), me = p->all.n;
    const around a = look_around(p->doc, within, token);
    const side s = settle_side(within->profile, &a, code);
    mtl_vec_push(&p->all, p->arena, ((mtl_mark){token, block, code, MTL_MARK_ALONE, p->depth, MTL_MARK_OPEN, false}));
    mtl_mark *mark = &p->all.items[me];
    if (is_other(p, &a, code, s, opener)) {
        mark->role = MTL_MARK_OTHER;
    } else if (opener != DEEPEST && (s == SIDE_CLOSE || (s == SIDE_EITHER && mtl_quotes_match(open_code(p, opener), code)))) {
        mark->depth = p->depth = opener;
        pair(p, p->stack[opener], me);
    } else if (s == SIDE_CLOSE) {
        mark->role = is_single(code) ? MTL_MARK_OTHER : MTL_MARK_CLOSE;
    } else if (p->depth < DEEPEST) {
        p->stack[p->depth++] = me;
    }
}

static void pair_block(pairing *p, uint32_t block)
{
    const mtl_block *b = &p->doc->blocks.items[block];
    p->depth = 0;
    for (uint32_t i = 0; i < b->ntokens; i++) {
        const mtl_token *token = &p->doc->tokens.items[b->first_token + i];
        const uint32_t code = token->flags & MTL_IN_CODE ? 0 : token->type->code;
        if (mtl_quotes_is_double(code) || is_single(code))
            add_mark(p, block, b->first_token + i);
    }
}

static int by_token(const void *key, const void *item)
{
    const uint32_t token = *(const uint32_t *)key, other = ((const mtl_mark *)item)->token;
    return (token > other) - (token < other);
}

/* The next paragraph begins with a mark that opens MARK's quotation again: the same one, as English papers do, or its closing one, as
 * Spanish and Portuguese do («… / »…»). Notes it on that mark. */
static bool runs_on(pairing *p, const mtl_mark *mark)
{
    if (mark->block + 1 >= p->doc->blocks.n)
        return false;
    const uint32_t first = p->doc->blocks.items[mark->block + 1].first_token;
    mtl_mark *m = bsearch(&first, p->all.items, p->all.n, sizeof *p->all.items, by_token);
    if (!m || m->role != MTL_MARK_OPEN || (m->code != mark->code && !mtl_quotes_match(mark->code, m->code)))
        return false;
    m->again = true;
    return true;
}

/* Many close with the mark that opens: “Es regnet.“ */
static bool is_curly(uint32_t code)
{
    return code >= 0x201C && code <= 0x201F;
}

/* The open mark OPEN and the closing mark CLOSE, both left over in their paragraphs, belong together. */
static bool spans_paragraphs(const pairing *p, uint32_t open, uint32_t close)
{
    const mtl_mark *from = &p->all.items[open], *to = &p->all.items[close];
    const uint32_t farthest = close == open + 1 ? LONGEST_PLAIN_QUOTATION : LONGEST_QUOTATION;
    const bool fits = mtl_quotes_match(from->code, to->code) || from->code == '"' || to->code == '"' ||
                      (is_curly(from->code) && is_curly(to->code));
    return to->block - from->block <= farthest && fits;
}

/* "« Previous page", "Home » News": links, not quotations. */
static bool is_arrow(const pairing *p, const mtl_mark *m)
{
    enum { LINK_TOKENS = 6 };
    const mtl_block *block = &p->doc->blocks.items[m->block];
    const around a = look_around(p->doc, block, m->token);
    return (m->code == 0xAB && block->ntokens <= LINK_TOKENS && a.gap_after) || (m->code == 0xBB && a.gap_before && a.gap_after);
}

/* Quotations over several paragraphs: an open mark left over, and the next one left over is a closing one some paragraphs on. Of two left
 * open in one paragraph the outer one waits for the second that closes: “… she said: “… / …” / …” */
static void pair_across(pairing *p)
{
    uint32_t open = MTL_MARK_ALONE, outer = MTL_MARK_ALONE;
    for (uint32_t i = 0; i < p->all.n; i++) {
        mtl_mark *m = &p->all.items[i];
        if (!mtl_mark_is_alone(m))
            continue;
        if (is_single(m->code) && !is_low(m->code) && m->code != 0x2039) {
            m->role = MTL_MARK_OTHER; /* an apostrophe at the head of a word */
        } else if (m->role == MTL_MARK_OPEN) {
            if (runs_on(p, m))
                m->role = MTL_MARK_RUNS_ON;
            outer = open != MTL_MARK_ALONE && p->all.items[open].block == m->block ? open : MTL_MARK_ALONE;
            open = i;
        } else if (open != MTL_MARK_ALONE && spans_paragraphs(p, open, i)) {
            pair(p, open, i);
            open = outer;
            outer = MTL_MARK_ALONE;
        }
        if (mtl_mark_is_alone(m) && is_arrow(p, m))
            m->role = MTL_MARK_OTHER;
    }
}

static mtl_span mark_at(const mtl_doc *doc, const mtl_mark *m)
{
    return doc->tokens.items[m->token].at;
}

static void collect_quoted(const pairing *p, mtl_quotes *out)
{
    MTL_VEC(mtl_span) spans = {0};
    for (uint32_t i = 0; i < p->all.n; i++) {
        const mtl_mark *m = &p->all.items[i];
        if (m->role != MTL_MARK_OPEN || m->partner == MTL_MARK_ALONE)
            continue;
        const mtl_span quoted = mtl_span_join(mark_at(p->doc, m), mark_at(p->doc, &p->all.items[m->partner]));
        if (spans.n && quoted.at < mtl_span_end(mtl_vec_last(&spans)))
            mtl_vec_last(&spans) = mtl_span_join(mtl_vec_last(&spans), quoted);
        else
            mtl_vec_push(&spans, p->arena, quoted);
    }
    out->quoted = spans.items;
    out->nquoted = spans.n;
}

mtl_quotes mtl_quotes_gather(const mtl_doc *doc, mtl_arena *arena)
{
    pairing p = {.doc = doc, .arena = arena};
    for (uint32_t b = 0; b < doc->blocks.n; b++)
        pair_block(&p, b);
    pair_across(&p);
    mtl_quotes quotes = {.marks = p.all.items, .n = p.all.n};
    collect_quoted(&p, &quotes);
    return quotes;
}

static int by_place(const void *key, const void *item)
{
    const uint32_t at = *(const uint32_t *)key;
    const mtl_span *span = item;
    return at < span->at ? -1 : at >= mtl_span_end(*span) ? 1 : 0;
}

bool mtl_quotes_inside(const mtl_quotes *quotes, uint32_t at)
{
    return quotes->nquoted && bsearch(&at, quotes->quoted, quotes->nquoted, sizeof *quotes->quoted, by_place);
}
