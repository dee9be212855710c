#include "facts/forms.h"

static void count(mtl_forms *forms, uint64_t hash)
{
    uint32_t *n = mtl_map_put_id(&forms->counts, hash);
    *n = *n == MTL_MAP_NONE ? 1 : *n + 1;
}

static bool is_hyphen(const mtl_type *type)
{
    return type->code == '-' || type->code == 0x2010 || type->code == 0x2011;
}

static bool is_part(const mtl_token *t)
{
    return t->type->kind == MTL_WORD || t->type->kind == MTL_NUMBER;
}

/* The end of the run of words joined by hyphens without spaces that begins at token FIRST. */
static uint32_t joined_end(const mtl_doc *doc, uint32_t first, uint32_t end)
{
    uint32_t i = first + 1;
    while (i + 1 < end && is_hyphen(doc->tokens.items[i].type) && !(doc->tokens.items[i].flags & MTL_SPACE_BEFORE) &&
           is_part(&doc->tokens.items[i + 1]) && !(doc->tokens.items[i + 1].flags & MTL_SPACE_BEFORE))
        i += 2;
    return i;
}

mtl_forms mtl_forms_gather(const mtl_doc *doc, mtl_arena *arena)
{
    mtl_forms forms;
    mtl_map_init(&forms.counts, arena);
    for (uint32_t b = 0; b < doc->blocks.n; b++) {
        const mtl_block *block = &doc->blocks.items[b];
        const uint32_t end = block->first_token + block->ntokens;
        for (uint32_t i = block->first_token; i < end; i++) {
            const mtl_token *t = &doc->tokens.items[i];
            if (!is_part(t))
                continue;
            const uint32_t past = joined_end(doc, i, end);
            if (past == i + 1) {
                count(&forms, t->type->hash);
                continue;
            }
            const mtl_token *last = &doc->tokens.items[past - 1];
            count(&forms, mtl_words_hash(mtl_str_cut(doc->text, mtl_span_join(t->at, last->at))));
            i = past - 1;
        }
    }
    return forms;
}

uint32_t mtl_forms_count(const mtl_forms *forms, mtl_str form)
{
    const uint32_t n = mtl_map_get_id(&forms->counts, mtl_words_hash(form));
    return n == MTL_MAP_NONE ? 0 : n;
}
