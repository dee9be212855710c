#include "lang/words.h"

mtl_words mtl_words_make(const mtl_strs *list, mtl_arena *arena)
{
    mtl_words words;
    mtl_ids_init(&words.by_hash, arena);
    for (uint32_t i = 0; i < list->n; i++)
        *mtl_ids_put(&words.by_hash, mtl_fold_hash(list->items[i])) = 0;
    return words;
}

bool mtl_words_has(const mtl_words *words, const mtl_type *type)
{
    return mtl_words_has_hash(words, type->hash);
}

bool mtl_words_has_hash(const mtl_words *words, uint64_t folded_hash)
{
    return mtl_ids_get(&words->by_hash, folded_hash) != MTL_ID_NONE;
}
