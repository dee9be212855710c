#include "facts/lemmas.h"

typedef struct known { /* what was found of a type */
    const mtl_type *type;
    const mtl_lexicon *lexicon;
    const mtl_lexeme *lexeme;
    uint64_t lemma;
} known;

static known look_up(const mtl_type *type, const mtl_lexicon *lexicon)
{
    known k = {type, lexicon, NULL, type->hash};
    if (type->kind == MTL_WORD)
        k.lexeme = mtl_lexicon_find(lexicon, type->folded->form, type->hash);
    if (k.lexeme)
        k.lemma = mtl_hash(mtl_lexicon_lemma(lexicon, k.lexeme));
    return k;
}

mtl_lemmas mtl_lemmas_gather(const mtl_doc *doc, mtl_arena *arena)
{
    const mtl_lexeme **lexemes = mtl_arena_array(arena, const mtl_lexeme *, doc->tokens.n);
    uint64_t *hashes = mtl_arena_array(arena, uint64_t, doc->tokens.n);
    enum { FEW = 512 }; /* most tokens are of few types */
    known recent[FEW] = {0};
    for (uint32_t b = 0; b < doc->blocks.n; b++) {
        const mtl_block *block = &doc->blocks.items[b];
        const mtl_lexicon *lexicon = block->profile ? block->profile->lexicon : NULL;
        for (uint32_t i = block->first_token; i < block->first_token + block->ntokens; i++) {
            const mtl_type *type = doc->tokens.items[i].type;
            known *k = &recent[type->hash % FEW];
            if (k->type != type || k->lexicon != lexicon)
                *k = look_up(type, lexicon);
            lexemes[i] = k->lexeme;
            hashes[i] = k->lemma;
        }
    }
    return (mtl_lemmas){lexemes, hashes};
}
