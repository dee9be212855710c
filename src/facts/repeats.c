#include "facts/repeats.h"

#include "base/ids.h"
#include "lang/token.h"

typedef struct gathering {
    const mtl_doc *doc;
    mtl_arena *arena;
    mtl_ids last;                              /* folded hash -> 1 + token where the word stood last */
    uint32_t covered[MTL_REPEAT_FARTHEST + 1]; /* by period: the token up to which runs are known */
    MTL_VEC(mtl_repeat) items;
    MTL_VEC(mtl_passage_again) passages;
} gathering;

static bool same(const mtl_doc *doc, uint32_t a, uint32_t b)
{
    return doc->tokens.items[a].type->hash == doc->tokens.items[b].type->hash;
}

/* The stretch between two copies holds few enough words to be read as one breath. */
static bool is_near(const mtl_doc *doc, const mtl_repeat *r)
{
    uint32_t words = 0;
    for (uint32_t i = r->first + r->match; i < r->first + r->period; i++)
        words += mtl_token_is_word(&doc->tokens.items[i]);
    return words <= MTL_REPEAT_GAP_WORDS && r->period - r->match <= 2 * MTL_REPEAT_GAP_WORDS;
}

/* The longest run of equal tokens PERIOD apart that holds the pair ending at token J. */
static mtl_repeat extend(const mtl_doc *doc, const mtl_block *block, uint32_t j, uint32_t period)
{
    uint32_t from = j, to = j + 1;
    while (from > block->first_token + period && same(doc, from - 1, from - 1 - period))
        from--;
    while (to < block->first_token + block->ntokens && same(doc, to, to - period))
        to++;
    return (mtl_repeat){.first = from - period, .period = period, .match = to - from};
}

static void gather_block(gathering *g, uint32_t b)
{
    const mtl_block *block = &g->doc->blocks.items[b];
    memset(g->covered, 0, sizeof g->covered);
    for (uint32_t i = 0; i < block->ntokens; i++) {
        const uint32_t j = block->first_token + i;
        uint32_t *last = mtl_ids_put(&g->last, g->doc->tokens.items[j].type->hash);
        const uint32_t before = *last;
        *last = j + 1;
        if (before == MTL_ID_NONE || before <= block->first_token || j + 1 - before > MTL_REPEAT_FARTHEST ||
            !mtl_token_is_word(&g->doc->tokens.items[j]))
            continue;
        const uint32_t period = j + 1 - before;
        if (j < g->covered[period])
            continue;
        mtl_repeat r = extend(g->doc, block, j, period);
        r.block = b;
        g->covered[period] = r.first + r.period + r.match;
        if (r.match >= r.period || is_near(g->doc, &r))
            mtl_vec_push(&g->items, g->arena, r);
    }
}

/* The words of a block, hashed in order; 0 for a block of few words, and for strings: what a picture shows may stand below it again. */
static uint64_t passage_hash(const mtl_doc *doc, const mtl_block *block)
{
    uint64_t hash = 0;
    uint32_t words = 0;
    if (block->kind == MTL_STRING)
        return 0;
    for (uint32_t i = 0; i < block->ntokens; i++) {
        const mtl_token *t = &doc->tokens.items[block->first_token + i];
        if (!mtl_token_is_word(t))
            continue;
        words++;
        hash = (hash ^ t->type->hash) * UINT64_C(0x9E3779B97F4A7C15);
    }
    return words >= MTL_PASSAGE_WORDS ? hash : 0;
}

static void gather_passages(gathering *g)
{
    uint64_t recent[MTL_PASSAGE_FARTHEST] = {0};
    for (uint32_t b = 0; b < g->doc->blocks.n; b++) {
        const uint64_t hash = passage_hash(g->doc, &g->doc->blocks.items[b]);
        for (uint32_t back = 1; hash && back <= MTL_PASSAGE_FARTHEST && back <= b; back++)
            if (recent[(b - back) % MTL_PASSAGE_FARTHEST] == hash) {
                mtl_vec_push(&g->passages, g->arena, ((mtl_passage_again){b - back, b}));
                break;
            }
        recent[b % MTL_PASSAGE_FARTHEST] = hash;
    }
}

mtl_repeats mtl_repeats_gather(const mtl_doc *doc, mtl_arena *arena)
{
    gathering g = {.doc = doc, .arena = arena};
    mtl_ids_init(&g.last, arena);
    for (uint32_t b = 0; b < doc->blocks.n; b++)
        gather_block(&g, b);
    gather_passages(&g);
    return (mtl_repeats){g.items.items, g.items.n, g.passages.items, g.passages.n};
}
