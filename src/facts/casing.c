#include "facts/casing.h"

/* What a clause goes on behind with small letters. */
static bool goes_on(const mtl_token *t)
{
    static const uint32_t marks[] = {',', ';', ')', '-', '/', '&', '@', 0x2010, 0x2011, '%', 0x2019, '\''};
    if (mtl_token_is_word(t) || t->type->kind == MTL_VOID)
        return true;
    for (const uint32_t *m = marks; m < MTL_END(marks); m++)
        if (t->type->code == *m)
            return true;
    return false;
}

static bool begins_sentence(const mtl_doc *doc, const mtl_block *block, uint32_t at)
{
    uint32_t from = block->first_sentence, to = from + block->nsentences;
    while (from < to) { /* the last sentence that begins at or before AT */
        const uint32_t middle = from + (to - from) / 2;
        if (doc->sentences.items[middle].at <= at)
            from = middle + 1;
        else
            to = middle;
    }
    return from > block->first_sentence && doc->sentences.items[from - 1].at == at;
}

bool mtl_casing_is_head(const mtl_doc *doc, const mtl_block *block, uint32_t i)
{
    const mtl_token *t = &doc->tokens.items[i];
    const bool line = doc->marked_up && t->flags & MTL_BREAK_BEFORE; /* a break that somebody meant */
    return i == block->first_token || line || !goes_on(t - 1) || begins_sentence(doc, block, t->at.at);
}

static void count(mtl_casing *casing, const mtl_type *type, mtl_arena *arena)
{
    uint32_t *index = mtl_ids_put(&casing->index, type->hash);
    if (*index == MTL_ID_NONE) {
        *index = casing->counts.n;
        mtl_vec_push(&casing->counts, arena, (mtl_case_count){0});
    }
    mtl_case_count *n = &casing->counts.items[*index];
    if (type->letters == MTL_LOWER)
        n->lower++;
    else if (type->letters == MTL_CAPITAL)
        n->capital++;
    else
        n->other++;
}

mtl_casing mtl_casing_gather(const mtl_doc *doc, mtl_arena *arena)
{
    mtl_casing casing = {0};
    mtl_ids_init(&casing.index, arena);
    for (uint32_t b = 0; b < doc->blocks.n; b++) {
        const mtl_block *block = &doc->blocks.items[b];
        if (mtl_block_is_headline(doc, block))
            continue;
        for (uint32_t i = block->first_token; i < block->first_token + block->ntokens; i++)
            if (doc->tokens.items[i].type->kind == MTL_WORD && !mtl_casing_is_head(doc, block, i))
                count(&casing, doc->tokens.items[i].type, arena);
    }
    return casing;
}

mtl_case_count mtl_casing_of(const mtl_casing *casing, uint64_t folded_hash)
{
    const uint32_t index = mtl_ids_get(&casing->index, folded_hash);
    return index == MTL_ID_NONE ? (mtl_case_count){0} : casing->counts.items[index];
}
