/* words.h: a set of words, looked up by folded form. Knows nothing of spelling or files. */
#ifndef MTL_WORDS_H
#define MTL_WORDS_H

#include "base/bind.h"
#include "base/ids.h"
#include "lang/token.h"

typedef struct mtl_words {
    mtl_ids by_hash; /* folded hash -> 0; all zero holds nothing */
} mtl_words;

/* The set of the folded LIST; entries of several words are joined as they stand, by one space. */
mtl_words mtl_words_make(const mtl_strs *list, mtl_arena *arena);
/* True if TYPE is in the set, whatever its case. */
bool mtl_words_has(const mtl_words *words, const mtl_type *type);
bool mtl_words_has_hash(const mtl_words *words, uint64_t folded_hash);

#endif
