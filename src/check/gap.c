/* gap.c: the kind "gap": two spaces on both sides of a few words ("auf  Administration  klicken"): bold type or a link was taken out
 * there, and its marks left their spaces. One such place is chance; several in a document are a trace.
 *
 * What keeps it quiet: the old typist's two spaces behind a sentence, columns, texts with wide gaps in other places too. */
#include "rule/check.h"

enum { MOST_WORDS = 4, MANY = 2 };

typedef struct gap { /* words FIRST .. LAST of a block, with wide gaps about them */
    const mtl_token *first, *last;
} gap;

typedef MTL_VEC(gap) gaps;

static bool is_wide(const mtl_token *t)
{
    return (t->flags & MTL_WIDE_BEFORE) && !(t->flags & MTL_BREAK_BEFORE);
}

/* The gap before token I is made of ordinary spaces. */
static bool is_spaces(const mtl_view *view, const mtl_token *t)
{
    const char *text = view->doc->text.p;
    return t->at.at >= 2 && text[t->at.at - 1] == ' ' && text[t->at.at - 2] == ' ' && (t->at.at < 3 || text[t->at.at - 3] != ' ');
}

static bool ends_sentence(const mtl_token *t)
{
    const uint32_t code = t->type->code;
    return code == '.' || code == '!' || code == '?' || code == ':' || code == 0x2026 || mtl_quotes_is_double(code) || code == ')';
}

/* Most words of the block stand wide apart: it is a row of a table. */
static bool is_row(const mtl_token *tokens, uint32_t n)
{
    uint32_t wide = 0, narrow = 0;
    for (uint32_t i = 1; i < n; i++) {
        wide += is_wide(&tokens[i]);
        narrow += !is_wide(&tokens[i]) && !mtl_token_is_glued(&tokens[i]);
    }
    return wide > narrow;
}

/* A number alone is a code of the post or a figure in a table. */
static bool has_letters(const mtl_token *tokens, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i <= last; i++)
        if (tokens[i].type->kind == MTL_WORD)
            return true;
    return false;
}

/* Adds the gaps of a block to ALL; returns how many other wide gaps it has. */
static uint32_t find_gaps(const mtl_view *view, const mtl_block *block, gaps *all)
{
    const mtl_token *tokens = view->doc->tokens.items + block->first_token;
    uint32_t others = 0;
    if (is_row(tokens, block->ntokens))
        return 0;
    for (uint32_t i = 1; i < block->ntokens; i++) {
        if (!is_wide(&tokens[i]))
            continue;
        uint32_t last = i;
        while (last + 1 < block->ntokens && last - i < MOST_WORDS && !is_wide(&tokens[last + 1]))
            last++;
        const bool closed = last + 1 < block->ntokens && is_wide(&tokens[last + 1]);
        if (closed && mtl_token_is_word(&tokens[i - 1]) && mtl_token_is_word(&tokens[i]) && mtl_token_is_word(&tokens[last]) &&
            has_letters(tokens, i, last) && is_spaces(view, &tokens[i]) && is_spaces(view, &tokens[last + 1])) {
            mtl_vec_push(all, view->scratch, ((gap){&tokens[i], &tokens[last]}));
            i = last + 1;
        } else {
            others += !ends_sentence(&tokens[i - 1]);
        }
    }
    return others;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    gaps all = {0};
    uint32_t others = 0;
    for (const mtl_block *b = view->doc->blocks.items; b < view->doc->blocks.items + view->doc->blocks.n; b++)
        others += find_gaps(view, b, &all);
    if (all.n < MANY || others > all.n)
        return;
    for (const gap *g = all.items; g < all.items + all.n; g++) {
        const mtl_span words = mtl_span_join(g->first->at, g->last->at), at = {words.at - 2, words.len + 4};
        const mtl_str fix = mtl_str_format(view->scratch, " %.*s ", MTL_FMT(mtl_str_cut(view->doc->text, words)));
        mtl_hit *hit = mtl_emit(rule, sink, at);
        mtl_hit_name(hit, "words", mtl_str_cut(view->doc->text, words));
        mtl_hit_fix(hit, at, fix, MTL_SAFE);
        mtl_hit_proof(hit, MTL_LIKELY);
    }
}

const mtl_check mtl_check_gap = {
    .name = "gap",
    .doc = "two spaces on both sides of a few words",
    .reach = MTL_PER_DOC,
    .run = run,
};
