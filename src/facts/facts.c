#include "facts/facts.h"

static uint32_t count_words(const mtl_doc *doc)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < doc->tokens.n; i++)
        n += mtl_token_is_word(&doc->tokens.items[i]);
    return n;
}

mtl_facts mtl_facts_gather(const mtl_doc *doc, mtl_arena *arena)
{
    return (mtl_facts){
        .quotes = mtl_quotes_gather(doc, arena),
        .forms = mtl_forms_gather(doc, arena),
        .casing = mtl_casing_gather(doc, arena),
        .lemmas = mtl_lemmas_gather(doc, arena),
        .repeats = mtl_repeats_gather(doc, arena),
        .markup = mtl_markup_gather(doc),
        .words = count_words(doc),
    };
}
