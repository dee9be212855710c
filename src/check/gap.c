/* gap.c: the kind "gap": two spaces on both sides of a few words ("auf  Administration  klicken"): bold type or a link was taken out
 * there, and its marks left their spaces. One such place is chance; several in a document are a trace. Likewise two spaces alone in the
 * middle of a sentence ("Fundado em:  2006"), in texts that are plainly damaged.
 *
 * What keeps it quiet: the old typist's two spaces behind a sentence, columns, texts with wide gaps in other places too. */
#include "rule/check.h"

#include <stddef.h>

typedef struct gap_params {
    uint32_t what;
} gap_params;

enum { WHAT_PAIR, WHAT_LONE };

static const char *const whats[] = {[WHAT_PAIR] = "pair", [WHAT_LONE] = "lone", NULL};
static const mtl_param params[] = {
    {"what", MTL_PARAM_CHOICE, offsetof(gap_params, what), false,
     "what is looked for: words between two gaps (pair), or single gaps that are none of those (lone)", whats},
};

enum { MOST_WORDS = 4, MANY = 2 };

typedef struct gap { /* words FIRST .. LAST of a block, with wide gaps about them */
    const mtl_token *first, *last;
} gap;

typedef MTL_VEC(gap) gaps;

typedef struct survey {
    gaps pairs;
    gaps lone; /* the words before and behind */
    uint32_t others, words;
} survey;

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

/* The gap before token I of a block stands in the middle of a sentence, and a word behind it; a number behind a colon: "ago  6" is a column. */
static bool is_inside(const mtl_view *view, const mtl_token *tokens, uint32_t i)
{
    const uint32_t code = tokens[i - 1].type->code;
    const bool worded = mtl_token_is_word(&tokens[i - 1]) && tokens[i].type->kind == MTL_WORD;
    const bool marked =
        i > 1 && mtl_token_is_glued(&tokens[i - 1]) && mtl_token_is_word(&tokens[i]) && (code == ',' || code == ';' || code == ':');
    return (worded || marked) && !(tokens[i].flags & MTL_IN_CODE) && is_spaces(view, &tokens[i]);
}

/* Adds the gaps of a block to S. */
static void find_gaps(const mtl_view *view, const mtl_block *block, survey *s)
{
    const mtl_token *tokens = view->doc->tokens.items + block->first_token;
    if (is_row(tokens, block->ntokens))
        return;
    for (uint32_t i = 1; i < block->ntokens; i++) {
        s->words += mtl_token_is_word(&tokens[i]);
        if (!is_wide(&tokens[i]))
            continue;
        uint32_t last = i;
        while (last + 1 < block->ntokens && last - i < MOST_WORDS && !is_wide(&tokens[last + 1]))
            last++;
        const bool closed = last + 1 < block->ntokens && is_wide(&tokens[last + 1]);
        if (closed && mtl_token_is_word(&tokens[i - 1]) && mtl_token_is_word(&tokens[i]) && mtl_token_is_word(&tokens[last]) &&
            has_letters(tokens, i, last) && is_spaces(view, &tokens[i]) && is_spaces(view, &tokens[last + 1])) {
            mtl_vec_push(&s->pairs, view->scratch, ((gap){&tokens[i], &tokens[last]}));
            i = last + 1;
            continue;
        }
        s->others += !ends_sentence(&tokens[i - 1]);
        const uint32_t before = i - (mtl_token_is_word(&tokens[i - 1]) ? 1 : 2);
        const bool term = before == 0 && mtl_block_is_headline(view->doc, block); /* "ls  lista de ficheiros" */
        if (!term && is_inside(view, tokens, i))
            mtl_vec_push(&s->lone, view->scratch, ((gap){&tokens[before], &tokens[i]}));
    }
}

static void report_pairs(const mtl_rule *rule, const mtl_view *view, const gaps *pairs, mtl_sink *sink)
{
    for (const gap *g = pairs->items; g < pairs->items + pairs->n; g++) {
        const mtl_span words = mtl_span_join(g->first->at, g->last->at), at = {words.at - 2, words.len + 4};
        const mtl_str fix = mtl_str_format(view->scratch, " %.*s ", MTL_FMT(mtl_str_cut(view->doc->text, words)));
        mtl_hit *hit = mtl_emit(rule, sink, at);
        mtl_hit_name(hit, "words", mtl_str_cut(view->doc->text, words));
        mtl_hit_fix(hit, at, fix, MTL_SAFE);
        mtl_hit_proof(hit, MTL_LIKELY);
    }
}

/* "Fundado em:  2006": behind a word in small letters and a colon. */
static bool is_field(const gap *g)
{
    return g->last > g->first + 1 && g->first[1].type->code == ':' && g->first->type->letters == MTL_LOWER;
}

/* How often a word stands before such a gap, by its hash. */
static mtl_ids count_fields(const mtl_view *view, const gaps *lone)
{
    mtl_ids counts;
    mtl_ids_init(&counts, view->scratch);
    for (const gap *g = lone->items; g < lone->items + lone->n; g++)
        if (is_field(g)) {
            uint32_t *n = mtl_ids_put(&counts, g->first->type->hash);
            *n = *n == MTL_ID_NONE ? 1 : *n + 1;
        }
    return counts;
}

static void report_lone(const mtl_rule *rule, const mtl_view *view, const gaps *lone, mtl_sink *sink)
{
    enum { AGAIN = 3 };
    const mtl_ids fields = count_fields(view, lone);
    for (const gap *g = lone->items; g < lone->items + lone->n; g++) {
        const mtl_span at = mtl_span_join(g->first->at, g->last->at);
        const mtl_str before = {view->doc->text.p + at.at, g->last->at.at - 2 - at.at};
        const mtl_str behind = mtl_str_cut(view->doc->text, g->last->at);
        const bool again = is_field(g) && mtl_ids_get(&fields, g->first->type->hash) >= AGAIN;
        mtl_emit_fix(rule, sink, at, mtl_str_format(view->scratch, "%.*s %.*s", MTL_FMT(before), MTL_FMT(behind)),
                     again ? MTL_POSSIBLE : MTL_FAINT);
    }
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    enum { FEW = 20 }; /* one of so many words: more is how somebody types */
    const gap_params *p = rule->params;
    survey s = {0};
    for (const mtl_block *b = view->doc->blocks.items; b < view->doc->blocks.items + view->doc->blocks.n; b++)
        find_gaps(view, b, &s);
    const bool paired = s.pairs.n >= MANY && s.others <= s.pairs.n;
    if (p->what == WHAT_PAIR && paired)
        report_pairs(rule, view, &s.pairs, sink);
    if (p->what == WHAT_LONE && s.lone.n * FEW <= s.words)
        report_lone(rule, view, &s.lone, sink);
}

const mtl_check mtl_check_gap = {
    .name = "gap",
    .doc = "two spaces on both sides of a few words, or alone in a sentence",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(gap_params),
    .run = run,
};
