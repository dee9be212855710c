/* lemmas.h: what the lexicon says of each token of a document: looked up once, for many rules ask for the dictionary word of every token. */
#ifndef MTL_LEMMAS_H
#define MTL_LEMMAS_H

#include "lang/lang.h"

typedef struct mtl_lemmas {
    const uint32_t
        *is; /* MTL_IS_ bits of each token, in the language of its block, as it is written there; 0: not known, or no word */
    const uint64_t *hashes; /* of each token's lemma, folded; of the token itself where the lemma is not known */
} mtl_lemmas;

/* Those of DOC, whose blocks have their profile. */
mtl_lemmas mtl_lemmas_gather(const mtl_doc *doc, mtl_arena *arena);

#endif
