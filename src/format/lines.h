/* lines.h: an input as lines, for formats in which indentation and columns mean something: where each begins and ends, how far it is
 * indented, and what several of them say together. Knows no markup. */
#ifndef MTL_LINES_H
#define MTL_LINES_H

#include "format/prose.h"

typedef struct mtl_line {
    mtl_span at;     /* without white space at its ends; len 0: blank */
    uint32_t indent; /* columns before it; a tab reaches to the next eighth */
} mtl_line;

typedef struct mtl_lines {
    mtl_line *items;
    uint32_t n;
} mtl_lines;

/* The lines of BYTES from FROM on: LF, CRLF or a lone CR ends one. */
mtl_lines mtl_lines_cut(mtl_str bytes, uint32_t from, mtl_arena *arena);
/* A layer over BELOW that holds N lines with "\n" between them. What stood there is no part of it where that is more than one line end
 * and white space. */
const mtl_layer *mtl_lines_layer(const mtl_layer *below, const mtl_line *lines, uint32_t n, mtl_arena *arena);
/* The line without its first N bytes and the white space behind them; its indentation grows with it. */
mtl_line mtl_line_behind(mtl_str bytes, mtl_line line, uint32_t n);

/* The length of the row of one and the same character that S begins with. */
uint32_t mtl_lines_row(mtl_str s);
/* Columns of the characters of S: wide ones of East Asia have two, combining ones none. */
uint32_t mtl_lines_width(mtl_str s);
/* Columns of CODE. */
uint32_t mtl_lines_columns(uint32_t code);
/* CODE can stand in a word: a letter, a digit, "_", and whatever beyond ASCII is neither space nor punctuation. */
bool mtl_lines_is_word(uint32_t code);
/* CODE is white space, also beyond ASCII. */
bool mtl_lines_is_space(uint32_t code);
/* The code point behind AT and before AT; 0 at the ends. */
uint32_t mtl_lines_code_at(mtl_str s, uint32_t at);
uint32_t mtl_lines_code_before(mtl_str s, uint32_t at);

#endif
