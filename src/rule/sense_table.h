/* sense_table.h: a table of wordings, as the kind "sense" has them: six columns a line, which say what to find, where, what it seems to be in the
 * source, what to say, and a bad and a good sentence. It is read from its text, or taken from an image (base/image.h) that the build made of
 * it. Knows nothing of rules, texts and domains: what it finds and asks is for check/sense.c to judge. */
#ifndef MTL_SENSE_TABLE_H
#define MTL_SENSE_TABLE_H

#include "rule/check.h"

typedef enum mtl_asked {
    MTL_IN_SENTENCE,
    MTL_NOT_IN_SENTENCE,
    MTL_IN_TEXT,
    MTL_NOT_IN_TEXT,
    MTL_BEHIND,
    MTL_NOT_BEHIND,
    MTL_BEFORE,
    MTL_NOT_BEFORE,
    MTL_OF_DOMAIN
} mtl_asked;

typedef struct mtl_condition {
    uint32_t what;  /* mtl_asked */
    uint32_t which; /* entry of signs, or a domain */
} mtl_condition;

enum { MTL_SENSE_EXACT = 1, MTL_SENSE_LINE = 2, MTL_SENSE_START = 4, MTL_SENSE_END = 8 };

typedef struct mtl_sense {
    mtl_span source, say; /* in the table's bytes */
    uint32_t first, n;    /* conditions */
    uint32_t proof;       /* mtl_proof */
    uint32_t is;          /* MTL_SENSE_: SAY replaces what was found; it is a whole paragraph; begins its sentence; ends it */
} mtl_sense;

typedef struct mtl_sense_table {
    const mtl_triggers *finds; /* entry I of it is what sense I finds */
    const mtl_triggers *signs; /* entry I of it is the phrase of condition I */
    const mtl_sense *senses;
    const mtl_condition *conditions;
    const mtl_span *domains; /* names, in bytes */
    const char *bytes;
    uint32_t nsenses, nconditions, ndomains, nbytes;
} mtl_sense_table;

/* Told of the two sentences of each line; NUMBER is that of the line. False if they are wrong, which it has reported. */
typedef bool mtl_sense_fn(void *user, const mtl_sense *sense, uint32_t number, mtl_str bad, mtl_str good);

/* Reads the LINES of the file PATH into a table in ARENA. Reports each line that is wrong; false if any is. TELL may be NULL. */
bool mtl_sense_table_read(mtl_sense_table *table, mtl_str path, const mtl_strs *lines, mtl_arena *arena, mtl_problems *problems,
                          mtl_sense_fn *tell, void *user);
/* Reports what is wrong with PART of line NUMBER of the list PATH; false. */
bool mtl_sense_refuse(mtl_problems *problems, mtl_str path, uint32_t number, const char *what, mtl_str part);

/* Of the images of such tables. */
extern const char mtl_sense_magic[8];
/* The image of TABLE, made from a text of SOURCE bytes, in an OUT that is empty. */
void mtl_sense_table_put(const mtl_sense_table *table, uint64_t source, mtl_out *out);
/* Takes a table from its image, where it stays. False if it is none. */
bool mtl_sense_table_take(mtl_sense_table *table, mtl_image *image, mtl_arena *arena);

#endif
