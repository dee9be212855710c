/* guess.h: which language a text is in, by a vote of function words. Needs tokens, nothing else. */
#ifndef MTL_GUESS_H
#define MTL_GUESS_H

#include "lang/lang.h"

/* The language of the tokens FROM..TO of DOC, or NULL where the vote is not clear. */
const mtl_lang *mtl_guess(const mtl_langs *langs, const mtl_doc *doc, uint32_t from, uint32_t to);
/* A block in a language clearly other than LANG: four votes or more, and three times as many as LANG has. Else NULL. */
const mtl_lang *mtl_guess_other(const mtl_langs *langs, const mtl_doc *doc, const mtl_block *block, const mtl_lang *lang);

#endif
