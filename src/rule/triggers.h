/* triggers.h: one table of word sequences for all rules. A rule that names words is looked at only where they occur.
 *
 * Notation of a phrase: words and marks as they stand in text, compared folded; "{a|b c|}" is one of several, the empty one makes it
 * optional; "*" up to three tokens of any kind, "**" up to eight; "#" a number; a backslash makes
 * the sign behind it an ordinary mark. It does not begin with a gap; "{", "}", "*" and "#" do not touch a word.
 *
 * A lexical table knows two signs more, for it asks a lexicon: "~go" is any form of that dictionary word, "<noun>" any word that may be one. */
#ifndef MTL_TRIGGERS_H
#define MTL_TRIGGERS_H

#include "base/err.h"
#include "base/image.h"
#include "facts/lemmas.h"

typedef struct mtl_triggers mtl_triggers;

mtl_triggers *mtl_triggers_new(mtl_arena *arena);
/* A lexical table. Sequences may begin with a dictionary word or a class in it, so no type tells where they start. */
mtl_triggers *mtl_triggers_new_lexical(mtl_arena *arena);
/* Adds PHRASE for entry ENTRY of rule RULE. False and an error (where FILE and LINE say) if the notation is wrong. */
bool mtl_triggers_add(mtl_triggers *triggers, mtl_str phrase, uint32_t rule, uint32_t entry, mtl_str file, uint32_t line,
                      mtl_err *err);
/* For mtl_type.trigger: where sequences that begin with this word start; 0 if none does. Those that begin with any number are not
 * among them: mtl_triggers_match knows. */
uint32_t mtl_triggers_start(const mtl_triggers *triggers, uint64_t folded_hash);

/* Told of each sequence found: tokens FIRST..FIRST+N of the document. */
typedef void mtl_trigger_fn(void *user, uint32_t rule, uint32_t entry, uint32_t first, uint32_t n);
/* All sequences that begin at token AT of DOC and stay inside BLOCK; of one entry only the longest. */
void mtl_triggers_match(const mtl_triggers *triggers, const mtl_doc *doc, const mtl_block *block, uint32_t at, mtl_trigger_fn *fn,
                        void *user);
/* The same of a lexical table, by what LEMMAS say of the document's tokens. */
void mtl_triggers_match_lexical(const mtl_triggers *triggers, const mtl_lemmas *lemmas, const mtl_doc *doc, const mtl_block *block,
                                uint32_t at, mtl_trigger_fn *fn, void *user);

/* Puts a table into an image, as several arrays of it. */
void mtl_triggers_put(const mtl_triggers *triggers, mtl_out *image);
/* Takes one from an image, where it stays; only its head is in ARENA. NULL if it is none. */
const mtl_triggers *mtl_triggers_take(mtl_image *image, mtl_arena *arena);

#endif
