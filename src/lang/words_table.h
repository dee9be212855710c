/* words_table.h: the compiled form of a words.txt: sorted lexemes, a hash index over them, and the bytes of their forms. The file is an
 * image of memory: it is mapped and used as it is, on the kind of machine that made it. */
#ifndef MTL_WORDS_TABLE_H
#define MTL_WORDS_TABLE_H

#include "base/err.h"
#include "lang/lexicon.h"

typedef struct mtl_words_head { /* stands first in the image; lexemes, slots and bytes follow in this order */
    char magic[8];
    uint32_t order;    /* 1, as this machine writes it */
    uint32_t nlexemes; /* in byte order of their folded forms */
    uint32_t nslots;   /* a power of two; 0 is free, else index of a lexeme + 1; probed in order from the hash */
    uint32_t nbytes;
    uint64_t source; /* size in bytes of the text it was made from */
} mtl_words_head;

typedef struct mtl_words_table { /* a view of an image */
    const mtl_words_head *head;
    const mtl_lexeme *lexemes;
    const uint32_t *slots;
    const char *bytes;
} mtl_words_table;

/* The image of TEXT, the contents of PATH, in ARENA. Reports each line that is wrong and leaves it out; *OK says if there was none. */
mtl_str mtl_words_compile(mtl_str path, mtl_str text, mtl_arena *arena, mtl_problems *problems, bool *ok);
/* Looks at IMAGE, aligned for any type, as a table. False if it is none, or one of another machine or version. */
bool mtl_words_table_view(mtl_words_table *table, mtl_str image);

#endif
