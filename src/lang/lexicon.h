/* lexicon.h: what is known of the words of a language: how frequent one is, what part of speech, which gender, whose form, a name or an
 * ordinary word. Made of layers: the shipped words.txt of dictionaries/all and of the language, compiled at build (lang/words_table.h) and
 * mapped here, and the words.txt files that a user puts beside rules. Const once loaded, and shared by threads. A word that is not in it is
 * not known to be wrong: the speller is the judge of the rest. */
#ifndef MTL_LEXICON_H
#define MTL_LEXICON_H

#include "base/bind.h"

/* What a word may be; rules/README.md has the letters that words.txt writes for these. A form has those of all its readings. */
enum {
    MTL_IS_LOWER = 1 << 0,   /* rightly written in small letters in the middle of a sentence */
    MTL_IS_CAPITAL = 1 << 1, /* rightly written with a capital there: a name, an abbreviation, a German noun */
    MTL_IS_NOUN = 1 << 2,
    MTL_IS_VERB = 1 << 3,
    MTL_IS_ADJECTIVE = 1 << 4,
    MTL_IS_ADVERB = 1 << 5,
    MTL_IS_FUNCTION = 1 << 6, /* article, pronoun, preposition, conjunction, particle: the closed classes */
    MTL_IS_NUMERAL = 1 << 7,
    MTL_IS_GIVEN = 1 << 8,  /* name of a person */
    MTL_IS_FAMILY = 1 << 9, /* family name */
    MTL_IS_PLACE = 1 << 10,
    MTL_IS_BRAND = 1 << 11, /* any other name */
    MTL_IS_ABBREVIATION = 1 << 12,
    MTL_IS_ENGLISH = 1 << 13, /* an English word too, or only */
    MTL_IS_LOAN = 1 << 14,    /* borrowed, and at home */
    MTL_IS_MASCULINE = 1 << 15,
    MTL_IS_FEMININE = 1 << 16,
    MTL_IS_NEUTER = 1 << 17,
    MTL_IS_SINGULAR = 1 << 18,
    MTL_IS_PLURAL = 1 << 19,
    MTL_IS_INFINITIVE = 1 << 20,
    MTL_IS_FINITE = 1 << 21,
    MTL_IS_IMPERATIVE = 1 << 22,
    MTL_IS_GERUND = 1 << 23, /* or present participle */
    MTL_IS_PARTICIPLE = 1 << 24,
    MTL_IS_NAME = MTL_IS_GIVEN | MTL_IS_FAMILY | MTL_IS_PLACE | MTL_IS_BRAND
};

typedef struct mtl_lexeme { /* of one folded form; also its shape in the compiled table */
    uint32_t form, nform;   /* place and length of the folded form in the table's bytes */
    uint32_t lemma;         /* index of its lemma's lexeme in the same layer; its own where it is one, or the lemma is not known */
    uint32_t is : 25;       /* MTL_IS_ bits */
    uint32_t zipf : 7;      /* frequency: 10 × log10 of occurrences in a thousand million words; 0: not known */
} mtl_lexeme;

typedef struct mtl_lexicon mtl_lexicon;

/* An empty lexicon in ARENA, or a copy of BASE (NULL: none) to which more can be added. */
mtl_lexicon *mtl_lexicon_new(const mtl_lexicon *base, mtl_arena *arena);
/* Adds the words of the file TEXT as a layer above the others: from the compiled TABLE (NULL: there is none) where that was made from
 * this very text, else from the text itself. No file is no layer. Reports what is wrong with the text; false if anything is. */
bool mtl_lexicon_add(mtl_lexicon *lexicon, const char *text, const char *table, mtl_arena *arena, mtl_problems *problems);
/* It has too few words for a word that it lacks to mean anything. */
bool mtl_lexicon_is_thin(const mtl_lexicon *lexicon);

/* The lexeme of FOLDED (as types carry it, with HASH), or NULL. LEXICON may be NULL. */
const mtl_lexeme *mtl_lexicon_find(const mtl_lexicon *lexicon, mtl_str folded, uint64_t hash);
/* Its folded form. */
mtl_str mtl_lexicon_form(const mtl_lexicon *lexicon, const mtl_lexeme *lexeme);
/* Its lemma's folded form: its own where the lemma is not known. */
mtl_str mtl_lexicon_lemma(const mtl_lexicon *lexicon, const mtl_lexeme *lexeme);
/* Calls FN for the lexemes whose folded form begins with FOLDED, layer by layer in byte order, at most MOST of them. */
void mtl_lexicon_each(const mtl_lexicon *lexicon, mtl_str folded, uint32_t most, void (*fn)(void *, const mtl_lexeme *),
                      void *user);

#endif
