/* clump.h: tokens without white space between them: a word and its marks, or an address, a path, code. */
#ifndef MTL_CLUMP_H
#define MTL_CLUMP_H

#include "lang/token.h"

typedef struct mtl_clump {
    uint32_t first, last; /* tokens */
} mtl_clump;

/* The clump around token I of the N TOKENS; one that is longer than any address is cut. */
mtl_clump mtl_clump_around(const mtl_token *tokens, uint32_t i, uint32_t n);
/* It has signs that no running text has inside a word, and that addresses, paths, code and markup have: @ / _ = and the like. */
bool mtl_clump_is_technical(const mtl_token *tokens, mtl_clump clump);
/* A digit stands in the token. */
bool mtl_token_has_digit(const mtl_token *token);

#endif
