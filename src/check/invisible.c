/* invisible.c: the kind "invisible": characters that nobody sees, where they do harm: zero-width spaces and joiners that page translators
 * leave, a byte order mark inside the text, marks of direction in a text that runs one way, a soft hyphen left behind.
 *
 * What keeps it quiet: joiners where scripts and emoji need them, zero-width spaces of scripts that put none between words and in
 * addresses, soft hyphens set throughout a text, joiners that keep two letters from a ligature ("Auf|lage"). */
#include "rule/check.h"

enum {
    SOFT_HYPHEN = 0xAD,
    ZERO_SPACE = 0x200B,
    NON_JOINER = 0x200C,
    JOINER = 0x200D,
    WORD_JOINER = 0x2060,
    ORDER_MARK = 0xFEFF,
    SHOWN = 40,     /* bytes of the words about it */
    FEW_HYPHENS = 1 /* more are a typesetter's */
};

static bool is_direction(uint32_t code)
{
    return code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

static bool is_invisible(uint32_t code)
{
    return code == SOFT_HYPHEN || (code >= ZERO_SPACE && code <= JOINER) || code == WORD_JOINER || code == ORDER_MARK ||
           is_direction(code);
}

/* Letters of Latin, Greek and Cyrillic: no invisible character joins or parts them. */
static bool is_plain_letter(uint32_t code)
{
    return code < 0x530 && mtl_char_kind(code) == MTL_CHAR_LETTER;
}

static bool is_blank(uint32_t code)
{
    return code == ' ' || code == 0xA0;
}

/* What stands at an edge of words in these scripts. */
static bool is_plain(uint32_t code)
{
    return code == 0 || code < 0x530 || (code >= 0x2000 && code <= 0x206F);
}

typedef struct run_of { /* invisible characters in a row, with the blanks about them */
    mtl_span at;
    uint32_t code, n;       /* the first of them, and how many */
    uint32_t before, after; /* what stands about it all; 0: nothing */
    uint32_t blanks;        /* among it or at its edges */
    mtl_span signs;         /* from the first invisible character to the last */
} run_of;

/* The run that begins at text byte FROM. */
static run_of run_at(mtl_str text, mtl_span block, size_t from)
{
    run_of r = {0};
    size_t start = from, end = from;
    while (end < mtl_span_end(block)) {
        size_t next = end;
        const uint32_t code = mtl_utf8_next(text, &next);
        if (!is_invisible(code) && !(is_blank(code) && r.n))
            break;
        r.blanks += is_blank(code);
        r.signs = is_invisible(code) ? (mtl_span){(uint32_t)from, (uint32_t)(next - from)} : r.signs;
        r.code = r.n ? r.code : code;
        r.n += is_invisible(code);
        end = next;
    }
    while (start > block.at) {
        size_t prev = start;
        const uint32_t code = mtl_utf8_prev(text, &prev);
        if (!is_blank(code)) {
            r.before = code;
            break;
        }
        r.blanks++;
        start = prev;
    }
    size_t next = end;
    r.after = end < mtl_span_end(block) ? mtl_utf8_next(text, &next) : 0;
    r.at = (mtl_span){(uint32_t)start, (uint32_t)(end - start)};
    return r;
}

static bool touches_plain_letter(const run_of *r)
{
    return is_plain_letter(r->before) || is_plain_letter(r->after);
}

/* Both sides are of scripts without joiners, and one of them is text. */
static bool is_in_plain(const run_of *r)
{
    return is_plain(r->before) && is_plain(r->after);
}

/* "docs/", "a_b": where programs allow a break in a long name. */
static bool is_in_name(const run_of *r)
{
    static const char signs[] = "/\\_.-=&?@#:";
    return !r->blanks && ((r->before && r->before < 0x80 && memchr(signs, (int)r->before, sizeof signs - 1)) || r->after == '/' ||
                          r->after == '_');
}

/* How sure it is that the run does not belong; false: it may. */
static bool judge(const run_of *r, uint32_t hyphens, bool turns, mtl_proof *proof)
{
    const bool inside = is_plain_letter(r->before) && is_plain_letter(r->after) && !r->blanks;
    *proof = MTL_SURE;
    if (is_direction(r->code))
        return !turns && is_in_plain(r);
    switch (r->code) {
    case ORDER_MARK:
        return true;
    case SOFT_HYPHEN:
        *proof = r->n > 1 || !inside ? MTL_SURE : MTL_LIKELY;
        return r->n > 1 ? is_in_plain(r)
               : inside ? hyphens <= FEW_HYPHENS
                        : r->blanks && is_plain_letter(r->before) && hyphens <= FEW_HYPHENS;
    case ZERO_SPACE:
        *proof = r->n > 1 || r->blanks || !inside ? MTL_SURE : MTL_LIKELY;
        return is_in_plain(r) && !is_in_name(r);
    case NON_JOINER:
        *proof = r->n == 1 && inside ? MTL_DOUBTFUL : MTL_SURE; /* one may keep two letters from a ligature */
        return is_in_plain(r) && touches_plain_letter(r);
    case JOINER:
        *proof = r->n > 1 || r->blanks ? MTL_SURE : MTL_LIKELY;
        return is_in_plain(r) && touches_plain_letter(r);
    case WORD_JOINER:
        *proof = r->n > 1 ? MTL_SURE : MTL_LIKELY;
        return is_in_plain(r) && (r->n > 1 || inside);
    default:
        return false;
    }
}

/* The words that the run parts, as the reader sees them. */
static mtl_str words_about(const mtl_view *view, const mtl_block *block, const run_of *r)
{
    const mtl_str text = view->doc->text;
    uint32_t from = r->at.at, to = mtl_span_end(r->at);
    while (from > block->text.at && text.p[from - 1] != ' ' && (r->at.at - from < SHOWN || mtl_utf8_inside(text.p[from])))
        from--;
    while (to < mtl_span_end(block->text) && text.p[to] != ' ' && (to - mtl_span_end(r->at) < SHOWN || mtl_utf8_inside(text.p[to])))
        to++;
    const mtl_str before = mtl_str_cut(text, (mtl_span){from, r->at.at - from});
    const mtl_str after = mtl_str_cut(text, (mtl_span){mtl_span_end(r->at), to - mtl_span_end(r->at)});
    return mtl_str_format(view->scratch, "%.*s%s%.*s", MTL_FMT(before), r->blanks ? " " : "", MTL_FMT(after));
}

static void report(const mtl_rule *rule, const mtl_view *view, const mtl_block *block, const run_of *r, mtl_proof proof,
                   mtl_sink *sink)
{
    const bool edge = r->before == 0 || r->after == 0, doubled = r->blanks > 1 && !edge;
    const mtl_span at = doubled ? r->at : r->signs;
    mtl_hit *hit = mtl_emit(rule, sink, at);
    mtl_hit_name(hit, "name", mtl_char_name(r->code, view->scratch));
    mtl_hit_name(hit, "words", words_about(view, block, r));
    mtl_hit_fix(hit, at, doubled ? MTL_LIT(" ") : MTL_LIT(""), proof == MTL_SURE ? MTL_SAFE : MTL_UNSAFE);
    mtl_hit_proof(hit, proof);
}

/* ---- what is true of the whole document ---- */

typedef struct census {
    uint32_t hyphens; /* soft ones */
    bool turns;       /* it has letters that run from right to left */
} census;

/* A cheap look at lead bytes first: all of these characters begin with one of few. */
static bool may_be_invisible(char byte)
{
    return (unsigned char)byte == 0xC2 || (unsigned char)byte == 0xE2 || (unsigned char)byte == 0xEF;
}

static census take_census(mtl_str text)
{
    census c = {0};
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char byte = (unsigned char)text.p[i];
        c.hyphens += byte == 0xC2 && i + 1 < text.n && (unsigned char)text.p[i + 1] == 0xAD;
        c.turns |= byte >= 0xD6 && byte <= 0xDF; /* U+0590 to U+07FF, and the end of Armenian, which has no such marks either */
    }
    return c;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_str text = view->doc->text;
    const census c = take_census(text);
    for (const mtl_block *block = view->doc->blocks.items; block < view->doc->blocks.items + view->doc->blocks.n; block++) {
        for (size_t i = block->text.at; i < mtl_span_end(block->text);) {
            size_t next = i;
            if (!may_be_invisible(text.p[i]) || !is_invisible(mtl_utf8_next(text, &next))) {
                i = next > i ? next : i + 1;
                continue;
            }
            const run_of r = run_at(text, block->text, i);
            mtl_proof proof;
            if (judge(&r, c.hyphens, c.turns, &proof))
                report(rule, view, block, &r, proof, sink);
            i = mtl_span_end(r.at);
        }
    }
}

const mtl_check mtl_check_invisible = {
    .name = "invisible",
    .doc = "characters that nobody sees, where they do harm",
    .reach = MTL_PER_DOC,
    .run = run,
};
