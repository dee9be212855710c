/* facts.h: what is true of one document, worked out once and const for every check. */
#ifndef MTL_FACTS_H
#define MTL_FACTS_H

#include "facts/casing.h"
#include "facts/forms.h"
#include "facts/lemmas.h"
#include "facts/markup.h"
#include "facts/quotes.h"
#include "facts/repeats.h"

typedef struct mtl_facts {
    mtl_quotes quotes;   /* every quotation mark and its partner */
    mtl_forms forms;     /* which words and hyphenated words the document itself has */
    mtl_casing casing;   /* with a capital or without, in mid-sentence */
    mtl_lemmas lemmas;   /* what the lexicon says of each token */
    mtl_repeats repeats; /* stretches that stand again close by */
    mtl_markup markup;   /* what the document is written in */
    uint32_t words;
} mtl_facts;

/* Gathers the facts of DOC, whose tokens and sentences are cut and whose blocks have their profile. */
mtl_facts mtl_facts_gather(const mtl_doc *doc, mtl_arena *arena);

#endif
