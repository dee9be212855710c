#include "facts/forms.h"

static void count(mtl_forms *forms, uint64_t hash)
{
    uint32_t *n = mtl_ids_put(&forms->counts, hash);
    *n = *n == MTL_ID_NONE ? 1 : *n + 1;
}

/* The end of the run of words joined by hyphens without spaces that begins at token FIRST. */
static uint32_t joined_end(const mtl_doc *doc, uint32_t first, uint32_t end)
{
    const mtl_token *tokens = doc->tokens.items;
    uint32_t i = first + 1;
    while (i + 1 < end && mtl_token_is_hyphen(&tokens[i]) && mtl_token_is_glued(&tokens[i]) && mtl_token_is_word(&tokens[i + 1]) &&
           mtl_token_is_glued(&tokens[i + 1]))
        i += 2;
    return i;
}

/* Token I is a mark; counts the words it joins without a space: "Node.js". */
static void count_joint(mtl_forms *forms, const mtl_doc *doc, uint32_t i, uint32_t end)
{
    const mtl_token *tokens = doc->tokens.items;
    if (i + 1 < end && mtl_token_is_word(&tokens[i - 1]) && mtl_token_is_glued(&tokens[i]) && mtl_token_is_word(&tokens[i + 1]) &&
        mtl_token_is_glued(&tokens[i + 1]))
        count(forms, mtl_fold_hash(mtl_str_cut(doc->text, mtl_span_join(tokens[i - 1].at, tokens[i + 1].at))));
}

mtl_forms mtl_forms_gather(const mtl_doc *doc, mtl_arena *arena)
{
    mtl_forms forms;
    mtl_ids_init(&forms.counts, arena);
    for (uint32_t b = 0; b < doc->blocks.n; b++) {
        const mtl_block *block = &doc->blocks.items[b];
        const uint32_t end = block->first_token + block->ntokens;
        for (uint32_t i = block->first_token; i < end; i++) {
            const mtl_token *t = &doc->tokens.items[i];
            if (!mtl_token_is_word(t)) {
                if (i > block->first_token)
                    count_joint(&forms, doc, i, end);
                continue;
            }
            const uint32_t past = joined_end(doc, i, end);
            if (past == i + 1) {
                count(&forms, t->type->hash);
                continue;
            }
            const mtl_token *last = &doc->tokens.items[past - 1];
            count(&forms, mtl_fold_hash(mtl_str_cut(doc->text, mtl_span_join(t->at, last->at))));
            i = past - 1;
        }
    }
    return forms;
}

uint32_t mtl_forms_count(const mtl_forms *forms, mtl_str form)
{
    const uint32_t n = mtl_ids_get(&forms->counts, mtl_fold_hash(form));
    return n == MTL_ID_NONE ? 0 : n;
}
