/* words_table.h: the compiled form of a words.txt: sorted lexemes, a hash index over them, and the bytes of their forms; an image (base/image.h)
 * of these three arrays. */
#ifndef MTL_WORDS_TABLE_H
#define MTL_WORDS_TABLE_H

#include "base/err.h"
#include "base/image.h"
#include "lang/lexicon.h"

typedef struct mtl_words_table { /* a view of an image */
    const mtl_lexeme *lexemes;   /* in byte order of their folded forms */
    const uint32_t *slots;       /* a power of two of them; 0 is free, else index of a lexeme + 1; probed in order from the hash */
    const char *bytes;
    uint32_t nlexemes, nslots, nbytes;
} mtl_words_table;

/* Of the images of such tables. */
extern const char mtl_words_magic[8];

/* The image of TEXT, the contents of PATH, in ARENA. Reports each line that is wrong and leaves it out; *OK says if there was none. */
mtl_str mtl_words_compile(mtl_str path, mtl_str text, mtl_arena *arena, mtl_problems *problems, bool *ok);
/* Takes the arrays of IMAGE as a table. False if they are none. */
bool mtl_words_table_take(mtl_words_table *table, mtl_image *image);

#endif
