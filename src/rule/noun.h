/* noun.h: reading a noun and what describes it: the last part of a compound, the adjective before it with its ending, and whether the noun
 * goes on behind. Shared by the kinds that judge them; knows nothing of rules. */
#ifndef MTL_NOUN_H
#define MTL_NOUN_H

#include "rule/check.h"

/* Of the folded WORD, a compound that is in no list: what its last part is, which is of KIND (MTL_IS_ bits) and not one of SPARED (NULL: of none).
 * NULL: it is no compound, or nothing is known of that part. */
const mtl_lexeme *mtl_noun_last_part(const mtl_view *view, mtl_str word, uint32_t kind, const mtl_words *spared);

/* T may describe a noun: an adjective in small letters, and nothing else. It may be in a form that no list has, or a compound. */
bool mtl_noun_describes(const mtl_view *view, const mtl_token *t);
/* What that adjective has behind its dictionary form; empty: nothing, or nothing that says anything. */
mtl_str mtl_noun_ending(const mtl_view *view, const mtl_token *t);

/* The last part of the word at token I, whose parts are joined by hyphens, or torn at them. */
uint32_t mtl_noun_end(const mtl_token *tokens, uint32_t i, uint32_t end);
/* The noun whose last token is LAST goes on: as a part of a split compound or of a name ("Formel 1"), with a mark of its own as in "Nutzer:innen",
 * or as the measure of an adjective: "ein Jahrzehnte alter Streit". */
bool mtl_noun_goes_on(const mtl_view *view, const mtl_token *tokens, uint32_t last, uint32_t end);

#endif
