/* chars.h: ICU's gate for what is known of single characters, and case folding of words. */
#ifndef MTL_CHARS_H
#define MTL_CHARS_H

#include "base/utf8.h"

typedef enum mtl_char {
    MTL_CHAR_LETTER,
    MTL_CHAR_MARK, /* combining: belongs to what stands before it */
    MTL_CHAR_DIGIT,
    MTL_CHAR_SPACE, /* white space, no-break spaces, U+FEFF and zero-width space */
    MTL_CHAR_PUNCT,
    MTL_CHAR_SYMBOL,
    MTL_CHAR_FORMAT, /* invisible inside a word: soft hyphen, joiners, variation selectors */
    MTL_CHAR_OTHER   /* controls, private use, unassigned */
} mtl_char;

mtl_char mtl_char_kind(uint32_t code);
bool mtl_char_is_upper(uint32_t code);
bool mtl_char_is_lower(uint32_t code);
/* Letters of scripts that put no spaces between words (Thai, Lao, Khmer, Burmese, Han, kana): ICU's dictionaries find words there. */
bool mtl_char_is_unspaced(uint32_t code);

/* What Unicode calls CODE, in small letters: "soft hyphen"; a control has no name. In ARENA. */
mtl_str mtl_char_name(uint32_t code, mtl_arena *arena);

/* WORD with its combining marks made one with the letters before them, where there is such a letter; WORD itself where it has none. */
mtl_str mtl_composed(mtl_str word, mtl_arena *arena);
/* WORD as it is compared: full case folding, letters composed, U+2019 as an apostrophe, format characters left out. Returns WORD itself where nothing
 * changes, else a copy in ARENA. */
mtl_str mtl_fold(mtl_str word, mtl_arena *arena);
/* The hash of that, as types carry it. */
uint64_t mtl_fold_hash(mtl_str word);

/* WORD with its first letter in its small form. */
mtl_str mtl_uncapitalise(mtl_str word, mtl_arena *arena);

/* WORD with its first letter in its capital form. */
mtl_str mtl_capitalise(mtl_str word, mtl_arena *arena);

#endif
