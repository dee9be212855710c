/* break_off.c: the kind "break_off": a sentence whose end is lost. "word": it ends in a word that can end none ("Dieser Kurs hilft den.").
 * "mark": a long paragraph has no mark at its end, where its neighbours have one, or the sentence goes on in the next paragraph.
 * "rest": a line whose text is gone, a heading at the very end or a word alone.
 *
 * What keeps it quiet: headings, items and what introduces them, verse and lines cut to a width, words that a text speaks of, particles of
 * verbs (the language's list leaves them out), letters that stand for themselves ("Punkt a."). */
#include "rule/check.h"

enum { WHAT_WORD, WHAT_MARK, WHAT_REST };

typedef struct break_params {
    uint32_t what;
} break_params;

static const char *const whats[] = {[WHAT_WORD] = "word", [WHAT_MARK] = "mark", [WHAT_REST] = "rest", NULL};
static const mtl_param params[] = {
    {"what", MTL_PARAM_CHOICE, offsetof(break_params, what), true, "what gives the lost end away", whats},
};

/* LINE_WORDS: a shorter block may be a heading or an item. SHORTEST: in a shorter sentence the word may be one it speaks of. LONG_WORDS:
 * so long a block is running text. NEIGHBOURS: so many of them show whether paragraphs end with a mark here. */
enum { LINE_WORDS = 4, SHORTEST = 3, SENTENCE_WORDS = 8, LONG_WORDS = 20, NEIGHBOURS = 4, FEW_CUTS = 2, SHARE = 10 };

/* ---- blocks ---- */

static const mtl_token *tokens_of(const mtl_view *view, const mtl_block *b)
{
    return view->doc->tokens.items + b->first_token;
}

static uint32_t words_of(const mtl_view *view, const mtl_block *b)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < b->ntokens; i++)
        n += mtl_token_is_word(&tokens_of(view, b)[i]);
    return n;
}

/* The last token of the block is a word or a comma: no mark closes it. */
static bool is_open(const mtl_view *view, const mtl_block *b)
{
    if (!b->ntokens)
        return false;
    const mtl_token *last = &tokens_of(view, b)[b->ntokens - 1];
    return !(last->flags & MTL_IN_CODE) && (last->type->kind == MTL_WORD || last->type->code == ',');
}

static const mtl_block *next_of(const mtl_view *view, const mtl_block *b)
{
    const mtl_block *next = b + 1;
    return next < view->doc->blocks.items + view->doc->blocks.n ? next : NULL;
}

static bool begins_small(const mtl_view *view, const mtl_block *b)
{
    const mtl_token *first = b && b->ntokens ? tokens_of(view, b) : NULL;
    return first && first->type->kind == MTL_WORD && first->type->letters == MTL_LOWER && first->type->nchars > 1;
}

static bool begins_large(const mtl_view *view, const mtl_block *b)
{
    const mtl_token *first = b && b->ntokens ? tokens_of(view, b) : NULL;
    return first && first->type->kind == MTL_WORD && first->type->letters != MTL_LOWER;
}

/* ---- the document ---- */

typedef struct habits {
    uint32_t cuts;          /* open blocks whose sentence goes on in the next */
    uint32_t longs, ended;  /* long blocks, and those of them that end with a mark */
    const mtl_block *first; /* block that a mark closes: what stands before it are headlines */
    bool lines;             /* lines are cut to a width, or it is verse */
} habits;

static habits habits_of(const mtl_view *view)
{
    habits h = {0};
    for (const mtl_block *b = view->doc->blocks.items; b < view->doc->blocks.items + view->doc->blocks.n; b++) {
        const bool open = is_open(view, b), is_long = words_of(view, b) >= LONG_WORDS;
        h.first = h.first || open ? h.first : b;
        h.cuts += open && begins_small(view, next_of(view, b));
        h.longs += is_long;
        h.ended += is_long && !open;
    }
    h.lines = h.cuts > FEW_CUTS && h.cuts * SHARE > view->doc->blocks.n;
    return h;
}

/* ---- a word that ends no sentence ---- */

static bool is_never_last(const mtl_view *view, const mtl_lang *lang, const mtl_token *tokens, uint32_t i)
{
    const mtl_token *t = &tokens[i], *before = i ? t - 1 : NULL;
    return t->type->letters == MTL_LOWER && before && mtl_token_is_word(before) && !mtl_token_is_glued(t) &&
           !(t->flags & MTL_IN_CODE) && mtl_words_has(&lang->never_last, t->type) &&
           !mtl_quotes_inside(&view->facts->quotes, t->at.at);
}

/* Token I is a word, and a full stop behind it ends the sentence. */
static bool stands_before_stop(const mtl_view *view, const mtl_lang *lang, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    if (i + 1 >= end || tokens[i + 1].type->code != '.' || !mtl_token_is_glued(&tokens[i + 1]))
        return false;
    const mtl_token *after = i + 2 < end ? &tokens[i + 2] : NULL;
    const mtl_str form = mtl_str_cut(view->doc->text, mtl_span_join(tokens[i].at, tokens[i + 1].at));
    if (mtl_words_has_hash(&lang->abbreviations, mtl_fold_hash(form)))
        return false;
    return !after || (!mtl_token_is_glued(after) && after->type->kind == MTL_WORD && after->type->letters != MTL_LOWER);
}

/* Fewer than LEAST words, so that the last may be one that the text speaks of. */
static bool is_line(const mtl_token *tokens, uint32_t i, uint32_t least)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k <= i; k++)
        n += mtl_token_is_word(&tokens[k]);
    return n < least;
}

/* "für folgende Gäste und": what follows are items, or it is one. */
static bool may_introduce(const mtl_view *view, const mtl_block *b)
{
    const mtl_block *next = next_of(view, b);
    return b->kind == MTL_ITEM ||
           (next && (next->kind == MTL_ITEM || begins_small(view, next) || words_of(view, next) < LINE_WORDS));
}

/* "Öffnen Sie die und wählen Sie …": a conjunction stands behind the word, and a verb behind that; "in und um" has none. */
static bool stands_before_verb(const mtl_view *view, const mtl_lang *lang, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    if (i + 2 >= end || tokens[i].type->nchars < 2 || mtl_words_has(&lang->conjunctions, tokens[i].type) ||
        !mtl_words_has(&lang->conjunctions, tokens[i + 1].type) || mtl_token_is_glued(&tokens[i + 1]))
        return false;
    const mtl_lexeme *next = tokens[i + 2].type->letters == MTL_LOWER ? mtl_view_lexeme(view, tokens[i + 2].type) : NULL;
    const uint32_t other = MTL_IS_FUNCTION | MTL_IS_ADJECTIVE | MTL_IS_NAME | (lang->capital_nouns ? 0 : MTL_IS_NOUN);
    return next && next->is & MTL_IS_VERB && !(next->is & other);
}

static void check_words(const mtl_rule *rule, const mtl_view *view, const mtl_block *b, const habits *h, mtl_sink *sink)
{
    const mtl_token *tokens = tokens_of(view, b);
    for (uint32_t i = 1; i < b->ntokens; i++) {
        if (!is_never_last(view, b->profile, tokens, i))
            continue;
        const bool at_end = i + 1 == b->ntokens, at_stop = stands_before_stop(view, b->profile, tokens, i, b->ntokens);
        if (stands_before_verb(view, b->profile, tokens, i, b->ntokens)) {
            mtl_hit *hit = mtl_emit(rule, sink, mtl_span_join(tokens[i - 1].at, tokens[i + 1].at));
            mtl_hit_name(hit, "word", tokens[i].type->form);
            mtl_hit_proof(hit, MTL_POSSIBLE);
            continue;
        }
        if (at_end ? h->lines || is_line(tokens, i, LINE_WORDS) || may_introduce(view, b) : !at_stop)
            continue;
        const bool letter = tokens[i].type->nchars == 1, line = is_line(tokens, i, SHORTEST);
        const mtl_span at = mtl_span_join(tokens[i - 1].at, at_stop ? tokens[i + 1].at : tokens[i].at);
        mtl_hit *hit = mtl_emit(rule, sink, at);
        mtl_hit_name(hit, "word", tokens[i].type->form);
        mtl_hit_proof(hit, letter || line ? MTL_POSSIBLE : at_end ? MTL_LIKELY : MTL_SURE);
    }
}

/* ---- a mark that is missing ---- */

static void report_end(const mtl_rule *rule, const mtl_view *view, const mtl_block *b, mtl_proof proof, mtl_sink *sink)
{
    const mtl_token *tokens = tokens_of(view, b);
    uint32_t first = b->ntokens - 1;
    while (first && !mtl_token_is_word(&tokens[first]))
        first--;
    const mtl_span at = mtl_span_join(tokens[first].at, tokens[b->ntokens - 1].at);
    mtl_hit *hit = mtl_emit(rule, sink, at);
    mtl_hit_proof(hit, proof);
}

/* "copilot-for-azure", "docs/plan": a name of programs stands at the end. */
static bool ends_in_name(const mtl_view *view, const mtl_block *b)
{
    const mtl_token *last = &tokens_of(view, b)[b->ntokens - 1];
    return b->ntokens > 1 && mtl_token_is_glued(last) && last->type->kind == MTL_WORD && last[-1].type->code &&
           last[-1].type->code < 0x80;
}

/* All lines of the block begin with a capital: they are entries of a list, which happened to fill their lines like wrapped text. */
static bool is_list(const mtl_view *view, const mtl_block *b)
{
    uint32_t lines = 0, small = 0;
    for (const mtl_token *t = tokens_of(view, b); t < tokens_of(view, b) + b->ntokens; t++) {
        lines += (t->flags & MTL_BREAK_BEFORE) != 0;
        small += t->flags & MTL_BREAK_BEFORE && t->type->letters != MTL_CAPITAL;
    }
    return lines && !small;
}

/* "… Hollis Brannock/Harbor Press": the credit of a picture, or a signature. */
static bool ends_in_names(const mtl_view *view, const mtl_block *b)
{
    const mtl_token *last = &tokens_of(view, b)[b->ntokens - 1];
    return b->ntokens > 1 && last->type->letters != MTL_LOWER && last[-1].type->letters != MTL_LOWER &&
           last[-1].type->letters != MTL_CASELESS;
}

/* What follows is what the paragraph leads up to: code, or rows of a table. */
static bool leads_up(const mtl_view *view, const mtl_block *next)
{
    return next && (next->kind == MTL_CELL || (next->ntokens && words_of(view, next) == 0));
}

static void check_mark(const mtl_rule *rule, const mtl_view *view, const mtl_block *b, const habits *h, mtl_sink *sink)
{
    const uint32_t words = words_of(view, b);
    const mtl_block *next = next_of(view, b);
    if (h->lines || !h->first || b < h->first || b->kind == MTL_ITEM || !is_open(view, b) || !begins_large(view, b) ||
        ends_in_name(view, b))
        return;
    const bool goes_on =
        begins_small(view, next) && words >= SENTENCE_WORDS && words_of(view, next) >= SENTENCE_WORDS && !is_open(view, next);
    const bool alone = words >= LONG_WORDS && !leads_up(view, next) && !ends_in_names(view, b) && !is_list(view, b) &&
                       h->longs > NEIGHBOURS && h->longs - h->ended <= 1;
    if (goes_on)
        report_end(rule, view, b, MTL_SURE, sink);
    else if (alone)
        report_end(rule, view, b, MTL_LIKELY, sink);
}

/* ---- a line whose text is gone ---- */

/* A heading of Markdown is the last thing in the document. */
static bool is_empty_heading(const mtl_view *view, const mtl_block *b)
{
    enum { LEAST_BLOCKS = 3 };
    return !next_of(view, b) && view->doc->blocks.n >= LEAST_BLOCKS && view->facts->markup.markdown &&
           mtl_str_starts(mtl_str_cut(view->doc->text, b->text), MTL_LIT("#")) &&
           mtl_token_is_word(&tokens_of(view, b)[b->ntokens - 1]);
}

static bool is_sentence(const mtl_view *view, const mtl_block *b)
{
    return b && begins_large(view, b) && words_of(view, b) >= LINE_WORDS;
}

/* "deaktivieren": a single word in small letters, which the lexicon knows, is a paragraph between two that begin like sentences. Items, cells
 * and labels may be one word. */
static bool is_lone_word(const mtl_view *view, const mtl_block *b)
{
    const mtl_token *word = tokens_of(view, b);
    if ((view->doc->marked_up && b->kind != MTL_PARAGRAPH) || b->furniture)
        return false;
    return b->ntokens == 1 && begins_small(view, b) && !(word->flags & MTL_IN_CODE) && b > view->doc->blocks.items &&
           is_sentence(view, b - 1) && is_sentence(view, next_of(view, b)) && !mtl_words_has(&b->profile->functions, word->type) &&
           mtl_lexicon_find(b->profile->lexicon, word->type->folded->form, word->type->hash);
}

static void check_rest(const mtl_rule *rule, const mtl_view *view, const mtl_block *b, mtl_sink *sink)
{
    if (b->ntokens && (is_empty_heading(view, b) || is_lone_word(view, b)))
        mtl_hit_proof(mtl_emit(rule, sink, b->text), MTL_LIKELY);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const uint32_t what = ((const break_params *)rule->params)->what;
    const habits h = habits_of(view);
    for (const mtl_block *b = view->doc->blocks.items; b < view->doc->blocks.items + view->doc->blocks.n; b++) {
        if (what == WHAT_WORD)
            check_words(rule, view, b, &h, sink);
        else if (what == WHAT_MARK)
            check_mark(rule, view, b, &h, sink);
        else
            check_rest(rule, view, b, sink);
    }
}

const mtl_check mtl_check_break_off = {
    .name = "break_off",
    .doc = "a sentence whose end is lost",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(break_params),
    .run = run,
};
