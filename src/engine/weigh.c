#include "engine/weigh.h"

#include <assert.h>
#include <stdlib.h>

/* What one hit is worth as support, by how sure it is. */
static const uint32_t worth[] = {[MTL_FAINT] = 0, [MTL_DOUBTFUL] = 1, [MTL_POSSIBLE] = 2, [MTL_LIKELY] = 2, [MTL_SURE] = 4};

/* What is asked of a family's hits. MERGING: of which hits one stays. SUPPORT: what a doubtful hit needs from the others; 12 are
 * three sure hits, six likely ones or twelve doubtful ones; and at least one sure hit's worth for every THIN words. Human text has 0.00
 * to 0.02 split hyphens per 1,000 words, machine translation 6 to 46; three in a document mean a machine in 89 to 100 % of cases.
 * Repetitions are rarer on both sides (people: 0.04 to 0.17 per 1,000 words, nearly all known doubles), so two sure ones do. A
 * quotation may lie in a passage that another mark opens: both are to be seen; and so are a split hyphen and the space before the full stop
 * behind it. */
typedef enum merging { SAME_PLACE, ONE_IN_ANOTHER, OVERLAP } merging;
typedef struct law {
    const char *family;
    uint32_t support;
    merging merging;
    merging yields; /* of which hits of other families its faint ones give way to */
} law;
static const law usual = {NULL, 12, ONE_IN_ANOTHER, SAME_PLACE};
static const law laws[] = {
    {"repetition", 8, OVERLAP, SAME_PLACE}, {"quotes", 12, SAME_PLACE, SAME_PLACE}, {"words", 12, ONE_IN_ANOTHER, OVERLAP}};
/* A possible hit is right in one text of ten or more, for people make such slips too, or a page was copied badly: 0.1 to 1 of them per 1,000
 * words. So there must be a hit for every DENSE words, of whatever family, itself counted: a text with many split hyphens has lost line breaks
 * too. A text of that length or less has no other evidence. A faint hit is as often right as wrong in good text (“ang deal” in Filipino), but
 * nearly always right where a machine wrote: it asks for the same density, of hits that tell of a machine, and for as much as a doubtful one. */
enum { SUPPORT_LIKELY = 4, THIN = 1000, DENSE = 120 };

static const law *law_of(mtl_str family)
{
    for (const law *l = laws; l < MTL_END(laws); l++)
        if (mtl_str_is(family, l->family))
            return l;
    return &usual;
}

enum { MOST_FAMILIES = 32 };

typedef struct family {
    mtl_str name;
    const law *law;
    uint32_t support;
} family;

typedef struct families {
    family items[MOST_FAMILIES];
    uint32_t n;
} families;

static family *family_of(families *all, const mtl_hit *hit)
{
    const mtl_str name = hit->rule->info.family;
    for (uint32_t i = 0; i < all->n; i++)
        if (mtl_str_same(all->items[i].name, name))
            return &all->items[i];
    assert(all->n < MOST_FAMILIES); /* rule/categories.def is a closed list */
    all->items[all->n] = (family){name, law_of(name), 0};
    return &all->items[all->n++];
}

static int by_place(const void *a, const void *b)
{
    const mtl_hit *x = *(mtl_hit *const *)a, *y = *(mtl_hit *const *)b;
    if (x->text.at != y->text.at)
        return x->text.at < y->text.at ? -1 : 1;
    if (x->text.len != y->text.len)
        return x->text.len > y->text.len ? -1 : 1;
    return (x->rule->index > y->rule->index) - (x->rule->index < y->rule->index);
}

/* A is the better of two hits that overlap: not doubtful, then longer, then surer, then more severe. */
static bool is_better(const mtl_hit *a, const mtl_hit *b)
{
    const bool a_stands = a->proof > MTL_DOUBTFUL, b_stands = b->proof > MTL_DOUBTFUL;
    if (a_stands != b_stands)
        return a_stands;
    if (a->text.len != b->text.len)
        return a->text.len > b->text.len;
    if (a->proof != b->proof)
        return a->proof > b->proof;
    return a->rule->info.severity > b->rule->info.severity;
}

static bool contains(mtl_span a, mtl_span b)
{
    return a.at <= b.at && mtl_span_end(b) <= mtl_span_end(a);
}

/* A and B speak of one place, as HOW understands it. */
static bool are_one(mtl_span a, mtl_span b, merging how)
{
    switch (how) {
    case SAME_PLACE:
        return a.at == b.at && a.len == b.len;
    case ONE_IN_ANOTHER:
        return contains(a, b) || contains(b, a);
    case OVERLAP:
        break;
    }
    return mtl_span_overlap(a, b);
}

static bool rivals(families *all, const mtl_hit *a, const mtl_hit *b)
{
    if (!mtl_span_overlap(a->text, b->text) || !mtl_str_same(a->rule->info.family, b->rule->info.family))
        return false;
    return a->rule == b->rule || are_one(a->text, b->text, family_of(all, a)->law->merging);
}

/* Of rivals the best stays. Hits are in order of place, so a rival is among the last few that stand and reach this far. */
static void merge(mtl_sink *sink, families *all)
{
    enum { LOOK_BACK = 16 };
    uint32_t n = 0;
    for (uint32_t i = 0; i < sink->hits.n; i++) {
        mtl_hit *hit = sink->hits.items[i];
        bool stands = true;
        for (uint32_t back = 1; stands && back <= LOOK_BACK && back <= n; back++) {
            mtl_hit **other = &sink->hits.items[n - back];
            if (!rivals(all, *other, hit))
                continue;
            stands = false;
            mtl_hit *loser = is_better(hit, *other) ? *other : hit;
            loser->fate = MTL_OUTDONE;
            loser->rival = loser == hit ? *other : hit;
            *other = loser == hit ? *other : hit;
        }
        if (stands)
            sink->hits.items[n++] = hit;
    }
    sink->hits.n = n;
}

/* Drops the faint hits of whose place others speak. Hits are in order of place, so these are among their neighbours. */
static void yield_places(mtl_sink *sink)
{
    enum { NEAR = 4 };
    const uint32_t n = sink->hits.n;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < n; i++) {
        mtl_hit *hit = sink->hits.items[i];
        const uint32_t last = i + NEAR < n ? i + NEAR : n - 1;
        for (uint32_t k = i > NEAR ? i - NEAR : 0; hit->proof == MTL_FAINT && hit->fate != MTL_OUTDONE && k <= last; k++)
            if (sink->hits.items[k]->proof > MTL_DOUBTFUL &&
                are_one(hit->text, sink->hits.items[k]->text, law_of(hit->rule->info.family)->yields)) {
                hit->fate = MTL_OUTDONE;
                hit->rival = sink->hits.items[k];
            }
    }
    for (uint32_t i = 0; i < n; i++)
        if (sink->hits.items[i]->fate != MTL_OUTDONE)
            sink->hits.items[kept++] = sink->hits.items[i];
    sink->hits.n = kept;
}

static mtl_confidence lower(mtl_confidence c)
{
    return c > MTL_LOW ? c - 1 : MTL_LOW;
}

/* What a hit of this proof needs from the others in a document of so many WORDS. */
static uint32_t wanted(mtl_proof proof, const law *own, uint32_t words)
{
    const uint32_t dense = (uint32_t)(((uint64_t)words * worth[MTL_POSSIBLE] + DENSE - 1) / DENSE);
    const uint32_t thin = (uint32_t)(((uint64_t)words * worth[MTL_SURE] + THIN - 1) / THIN);
    switch (proof) {
    case MTL_FAINT:
        return dense > usual.support ? dense : usual.support;
    case MTL_DOUBTFUL:
        return thin > own->support ? thin : own->support;
    case MTL_POSSIBLE:
        return dense;
    case MTL_LIKELY:
    case MTL_SURE:
        break;
    }
    return 0;
}

/* What the hits of a document are worth together, doubtful and faint ones left out: all, and those that tell of a machine. */
typedef struct weight {
    uint32_t all, telling;
} weight;

/* SUPPORT is that of its own family without it. */
static bool stands(mtl_hit *hit, const family *own, uint32_t support, const weight *document, uint32_t words)
{
    hit->support = hit->proof == MTL_POSSIBLE ? document->all : hit->proof == MTL_FAINT ? document->telling : support;
    hit->wanted = wanted(hit->proof, own->law, words);
    hit->fate = hit->support >= hit->wanted ? MTL_STANDS : MTL_UNSUPPORTED;
    return hit->fate == MTL_STANDS;
}

static void judge(mtl_hit *hit, uint32_t support)
{
    const bool vouched = hit->proof == MTL_SURE || (hit->proof >= MTL_POSSIBLE && support >= SUPPORT_LIKELY);
    hit->confidence = vouched ? hit->rule->info.confidence : lower(hit->rule->info.confidence);
}

void mtl_weigh(mtl_sink *sink, uint32_t words)
{
    families all = {0};
    if (sink->hits.n)
        qsort(sink->hits.items, sink->hits.n, sizeof *sink->hits.items, by_place);
    merge(sink, &all);
    yield_places(sink);
    uint32_t n = 0;
    weight document = {0};
    for (uint32_t i = 0; i < sink->hits.n; i++) {
        const mtl_hit *hit = sink->hits.items[i];
        family_of(&all, hit)->support += worth[hit->proof];
        if (hit->proof <= MTL_DOUBTFUL)
            continue;
        document.all += worth[hit->proof];
        document.telling += mtl_category_find(hit->rule->info.category)->tells ? worth[hit->proof] : 0;
    }
    for (uint32_t i = 0; i < sink->hits.n; i++) {
        mtl_hit *hit = sink->hits.items[i];
        const family *own = family_of(&all, hit);
        const uint32_t support = own->support - worth[hit->proof];
        if (!stands(hit, own, support, &document, words))
            continue;
        judge(hit, support);
        sink->hits.items[n++] = hit;
    }
    sink->hits.n = n;
    if (n)
        qsort(sink->hits.items, n, sizeof *sink->hits.items, by_place);
}

/* ---- the evidence in a sentence ---- */

enum { MOST_CATEGORIES = 64, SHOWN = 6, PROOF_OF_MACHINE = 3 };

typedef struct tally {
    const mtl_category *category;
    uint32_t n;
} tally;

static int by_number(const void *a, const void *b)
{
    const tally *x = a, *y = b;
    return x->n != y->n ? (x->n < y->n ? 1 : -1) : strcmp(x->category->name, y->category->name);
}

static uint32_t count(const mtl_sink *sink, tally *tallies)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < sink->hits.n; i++) {
        const mtl_category *category = mtl_category_find(sink->hits.items[i]->rule->info.category);
        uint32_t at = 0;
        while (at < n && tallies[at].category != category)
            at++;
        if (at == MOST_CATEGORIES)
            continue;
        if (at == n)
            tallies[n++] = (tally){category, 0};
        tallies[at].n++;
    }
    qsort(tallies, n, sizeof *tallies, by_number);
    return n;
}

static uint32_t telling(const tally *tallies, uint32_t n)
{
    uint32_t all = 0;
    for (uint32_t i = 0; i < n; i++)
        if (tallies[i].category->tells)
            all += tallies[i].n;
    return all;
}

mtl_str mtl_weigh_evidence(const mtl_sink *sink, uint32_t words, mtl_arena *arena)
{
    tally tallies[MOST_CATEGORIES] = {0};
    const uint32_t n = count(sink, tallies), all = telling(tallies, n);
    if (all < PROOF_OF_MACHINE || (uint64_t)all * THIN < words)
        return (mtl_str){0};
    mtl_str list = {0};
    uint32_t shown = 0;
    for (uint32_t i = 0; i < n && shown < SHOWN; i++) {
        if (!tallies[i].category->tells)
            continue;
        const char *noun = tallies[i].n == 1 ? tallies[i].category->one : tallies[i].category->many;
        list = mtl_str_format(arena, "%.*s%s%u %s", MTL_FMT(list), shown ? ", " : "", tallies[i].n, noun);
        shown++;
    }
    return mtl_str_format(arena, "This text looks like unedited machine translation: %.*s.", MTL_FMT(list));
}
