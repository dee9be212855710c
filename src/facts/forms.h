/* forms.h: the words that a document has, and its words with hyphens or another mark inside, each with how often it comes: proof for
 * what a damaged form was meant to be. */
#ifndef MTL_FORMS_H
#define MTL_FORMS_H

#include "lang/lang.h"

typedef struct mtl_forms {
    mtl_ids counts; /* folded hash of a word, of words joined by hyphens, or of two joined by a mark -> how often */
} mtl_forms;

mtl_forms mtl_forms_gather(const mtl_doc *doc, mtl_arena *arena);
/* How often the document has FORM ("Haus", "US-Bürger", "Node.js"), whatever its case. */
uint32_t mtl_forms_count(const mtl_forms *forms, mtl_str form);

#endif
