/* reading.h: reading a word that no list has from words that the lexicon has: as a compound ("Haustürschlüssel"), or by its affixes and
 * doubled syllables ("nagluluto"). What can be read so is a word, not damage. */
#ifndef MTL_READING_H
#define MTL_READING_H

#include "lang/lang.h"

enum { MTL_LONGEST_WORD = 120 }; /* bytes; a longer one is no word, and is not looked into */

/* True if FOLDED, which the lexicon of LANG need not hold, can be read from words that it does hold. */
bool mtl_lang_reads(const mtl_lang *lang, mtl_str folded);

/* FOLDED with an accent on its last letter is a word that the lexicon has: "perche", which many write as "perche'". */
bool mtl_lang_has_accented(const mtl_lang *lang, mtl_str folded);

/* END is one of the endings that words of the language may have, or empty. */
bool mtl_lang_ends_words(const mtl_lang *lang, mtl_str end);

#endif
