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

/* The entries of the list NAME, which LINE of the rule's file names. Reports a list that is missing, empty or unreadable. */
bool mtl_lists_read(mtl_compiling *c, mtl_str name, uint32_t line, mtl_strs *entries);
/* TEXT, from LINE of the rule's file, with its lists filled in; *OUT is TEXT itself where it names none. Reports a list that is missing,
 * empty or unreadable, and returns false. */
bool mtl_lists_fill(mtl_compiling *c, mtl_str text, uint32_t line, mtl_list_use use, mtl_str *out);
/* Adds each of PHRASES, its lists filled in, as a trigger of ENTRY of the rule. Reports what is wrong with them; false if anything is. */
bool mtl_lists_add_triggers(mtl_compiling *c, const mtl_strs *phrases, uint32_t entry);

#endif
