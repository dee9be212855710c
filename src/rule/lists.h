/* lists.h: word lists that rules name: "{=agencies}" in a phrase or pattern stands for any entry of agencies.txt. The list is looked for
 * beside the rule's own file, then in dictionaries/<language of the rule>/, then in dictionaries/all/. A list is UTF-8 text, an entry a
 * line; lines that begin with "#" say where it comes from. */
#ifndef MTL_LISTS_H
#define MTL_LISTS_H

#include "rule/check.h"

typedef enum mtl_list_use {
    MTL_LIST_PHRASE, /* as {a|b|c} of the phrase notation */
    MTL_LIST_PATTERN /* as (?:a|b|c) of a regular expression, its signs quoted */
} mtl_list_use;

/* The entries of the list NAME, which LINE of the rule's file names, shared with others that read it. Reports a list that is missing, empty or
 * unreadable. */
bool mtl_lists_read(mtl_compiling *c, mtl_str name, uint32_t line, mtl_strs *entries);

/* The file of the list NAME; empty where there is none. */
mtl_str mtl_lists_path(const mtl_compiling *c, mtl_str name);

/* Maps the image of the kind MAGIC that the build made of the list in the file PATH. False if there is none, or not of the list as it is now. */
bool mtl_lists_map(const mtl_compiling *c, mtl_str path, const char *magic, mtl_image *image);

/* The lines of a list's BYTES that are entries. */
mtl_strs mtl_lists_entries(mtl_str bytes, mtl_arena *arena);

/* The entries of all lists of NAMES, one behind the other. */
bool mtl_lists_read_all(mtl_compiling *c, const mtl_strs *names, mtl_strs *entries);

typedef struct mtl_list_set { /* lists in which entries are looked up as they stand there, byte by byte */
    mtl_strs *sorted;
    uint32_t n;
} mtl_list_set;

/* The lists NAMES as a set; a file in order of its bytes costs nothing. */
bool mtl_lists_read_set(mtl_compiling *c, const mtl_strs *names, mtl_list_set *set);
bool mtl_lists_has(const mtl_list_set *set, mtl_str entry);

typedef struct mtl_list_index { /* phrases that are looked for in a text, whatever their case */
    mtl_ids by_head;            /* folded hash of the first word, or of the first two -> index of a phrase */
    mtl_strs phrases;
    uint32_t *next; /* of each: another with the same head, or MTL_ID_NONE */
} mtl_list_index;

/* An index of PHRASES, in ARENA. */
mtl_list_index mtl_lists_index(const mtl_strs *phrases, mtl_arena *arena);
/* The longest phrase that stands at token I of those before END; *N is its number of tokens. MTL_ID_NONE where none does. */
uint32_t mtl_lists_find(const mtl_list_index *index, const mtl_token *tokens, uint32_t i, uint32_t end, uint32_t *n,
                        mtl_arena *scratch);

/* TEXT, from LINE of the rule's file, with its lists filled in; *OUT is TEXT itself where it names none. Reports a list that is missing,
 * empty or unreadable, and returns false. */
bool mtl_lists_fill(mtl_compiling *c, mtl_str text, uint32_t line, mtl_list_use use, mtl_str *out);
/* Adds each of PHRASES, its lists filled in, as a trigger of ENTRY of the rule. Reports what is wrong with them; false if anything is. */
bool mtl_lists_add_triggers(mtl_compiling *c, const mtl_strs *phrases, uint32_t entry);

#endif
