#include "facts/lemmas.h"

typedef struct known { /* what was found of a type */
    const mtl_type *type;
    const mtl_lang *lang;
    uint32_t is;
    uint64_t lemma;
} known;

/* Of an adjective that the lexicon says no gender of, what its ending says: the dictionary form's has the first of the language's four. */
static uint32_t agreement_of(const mtl_lang *lang, mtl_str form, mtl_str lemma)
{
    static const uint32_t says[] = {MTL_IS_MASCULINE | MTL_IS_SINGULAR, MTL_IS_FEMININE | MTL_IS_SINGULAR,
                                    MTL_IS_MASCULINE | MTL_IS_PLURAL, MTL_IS_FEMININE | MTL_IS_PLURAL};
    const mtl_strs *endings = &lang->adjective_endings;
    if (endings->n != MTL_COUNT(says) || !mtl_str_ends(lemma, endings->items[0]))
        return 0;
    const mtl_str stem = {lemma.p, lemma.n - endings->items[0].n};
    for (uint32_t i = 0; i < endings->n && mtl_str_starts(form, stem); i++)
        if (mtl_str_same((mtl_str){form.p + stem.n, form.n - stem.n}, endings->items[i]))
            return says[i];
    return 0;
}

/* What the word may be as it is written: where nouns have a capital, a word without one is none, nor is a word of grammar with one ("Für", "Im"). */
static uint32_t parts_of(const mtl_type *type, const mtl_lang *lang, const mtl_lexeme *lexeme, mtl_str lemma)
{
    enum { GENDERS = MTL_IS_MASCULINE | MTL_IS_FEMININE | MTL_IS_NEUTER };
    uint32_t is = lexeme->is;
    if (lang->capital_nouns && is & MTL_IS_NOUN && (type->letters == MTL_LOWER || is & MTL_IS_FUNCTION))
        is &= ~(uint32_t)(MTL_IS_NOUN | GENDERS | MTL_IS_SINGULAR | MTL_IS_PLURAL);
    if (is & MTL_IS_ADJECTIVE && !(is & (GENDERS | MTL_IS_SINGULAR | MTL_IS_PLURAL)))
        is |= agreement_of(lang, type->folded->form, lemma);
    return is;
}

static known look_up(const mtl_type *type, const mtl_lang *lang)
{
    known k = {.type = type, .lang = lang, .lemma = type->hash};
    const mtl_lexeme *lexeme =
        lang && type->kind == MTL_WORD ? mtl_lexicon_find(lang->lexicon, type->folded->form, type->hash) : NULL;
    if (lexeme) {
        const mtl_str lemma = mtl_lexicon_lemma(lang->lexicon, lexeme);
        k.lemma = mtl_hash(lemma);
        k.is = parts_of(type, lang, lexeme, lemma);
    }
    return k;
}

mtl_lemmas mtl_lemmas_gather(const mtl_doc *doc, mtl_arena *arena)
{
    uint32_t *is = mtl_arena_array(arena, uint32_t, doc->tokens.n);
    uint64_t *hashes = mtl_arena_array(arena, uint64_t, doc->tokens.n);
    enum { FEW = 512 }; /* most tokens are of few types */
    known recent[FEW] = {0};
    for (uint32_t b = 0; b < doc->blocks.n; b++) {
        const mtl_block *block = &doc->blocks.items[b];
        for (uint32_t i = block->first_token; i < block->first_token + block->ntokens; i++) {
            const mtl_type *type = doc->tokens.items[i].type;
            known *k = &recent[type->hash % FEW];
            if (k->type != type || k->lang != block->profile)
                *k = look_up(type, block->profile);
            is[i] = k->is;
            hashes[i] = k->lemma;
        }
    }
    return (mtl_lemmas){is, hashes};
}
