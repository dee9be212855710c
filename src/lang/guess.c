#include "lang/guess.h"

/* A word that N languages share is worth 1/N of a vote to each; votes are counted in sixtieths. */
enum { ONE_VOTE = 60 };

/* A guess needs a vote and a half, and a tenth of all words: a language that has no profile here lends a word or two to those that
 * have. */
enum { FEWEST_VOTES = ONE_VOTE * 3 / 2, LEAST_SHARE = 10 };

enum { FEWEST_OTHER = 4, TIMES_OTHER = 3 };

typedef struct poll {
    uint64_t votes[MTL_MOST_LANGS];
    uint32_t words;
} poll;

static uint32_t count_bits(uint64_t mask)
{
    uint32_t n = 0;
    for (; mask; mask &= mask - 1)
        n++;
    return n;
}

static poll take_poll(const mtl_langs *langs, const mtl_doc *doc, uint32_t from, uint32_t to)
{
    poll p = {0};
    for (uint32_t i = from; i < to; i++) {
        const mtl_type *type = doc->tokens.items[i].type;
        if (type->kind != MTL_WORD)
            continue;
        p.words++;
        /* Capitals are more often a name than grammar: US, IT, WHO. */
        if (type->languages == 0 || type->letters == MTL_UPPER)
            continue;
        const uint64_t worth = ONE_VOTE / count_bits(type->languages);
        for (uint32_t l = 0; l < langs->n; l++)
            if (type->languages >> l & 1)
                p.votes[l] += worth;
    }
    return p;
}

/* The language with most votes that is not BUT (which may be MTL_MOST_LANGS). */
static uint32_t find_first(const mtl_langs *langs, const poll *p, uint32_t but)
{
    uint32_t best = but == 0 ? 1 : 0;
    for (uint32_t l = 0; l < langs->n; l++)
        if (l != but && p->votes[l] > p->votes[best])
            best = l;
    return best;
}

/* True if the lead is more than chance: half of what two languages got together is the square of what they may differ by. Whoever
 * leads by less than a fifth shares the text with the other. */
static bool leads(uint64_t first, uint64_t second)
{
    const uint64_t lead = first - second;
    return 2 * lead * lead >= (first + second) * ONE_VOTE && 5 * first >= 6 * second;
}

const mtl_lang *mtl_guess(const mtl_langs *langs, const mtl_doc *doc, uint32_t from, uint32_t to)
{
    if (langs->n == 0)
        return NULL;
    const poll p = take_poll(langs, doc, from, to);
    const uint32_t best = find_first(langs, &p, MTL_MOST_LANGS);
    const uint64_t first = p.votes[best];
    const uint64_t second = langs->n > 1 ? p.votes[find_first(langs, &p, best)] : 0;
    if (first < FEWEST_VOTES || first * 100 < (uint64_t)LEAST_SHARE * ONE_VOTE * p.words || !leads(first, second))
        return NULL;
    return langs->items[best];
}

const mtl_lang *mtl_guess_other(const mtl_langs *langs, const mtl_doc *doc, const mtl_block *block, const mtl_lang *lang)
{
    /* A language without function words of its own has no votes to compare with: Catalan would be Spanish. */
    const uint32_t own = lang->base->index;
    if (own >= langs->n || langs->n < 2 || lang->base->functions.by_hash.n == 0)
        return NULL;
    const poll p = take_poll(langs, doc, block->first_token, block->first_token + block->ntokens);
    const uint32_t best = find_first(langs, &p, own);
    const bool clear = p.votes[best] >= FEWEST_OTHER * ONE_VOTE && p.votes[best] >= TIMES_OTHER * p.votes[own];
    return clear ? langs->items[best] : NULL;
}
