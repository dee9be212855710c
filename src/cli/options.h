/* options.h: the command line taken apart. What there is to say stands in options.def. */
#ifndef MTL_CLI_OPTIONS_H
#define MTL_CLI_OPTIONS_H

#include "base/vec.h"
#include "mtlint.h"

enum { /* which commands know an option */
       MTL_IN_CHECK = 1,
       MTL_IN_RULES = 2,
       MTL_IN_EXPLAIN = 4,
       MTL_IN_SEE = 8,
       MTL_IN_FORMATS = 16,
       MTL_IN_ALL = 31
};

typedef MTL_VEC(const char *) mtl_words_given;

typedef bool mtl_option_FLAG;
typedef const char *mtl_option_TEXT; /* NULL: not given */
typedef const char *mtl_option_CHOICE;
typedef uint32_t mtl_option_COUNT; /* 0: not given */
typedef mtl_words_given mtl_option_LIST;
typedef mtl_words_given mtl_option_PATHS;

typedef struct mtl_options {
#define HEADING(title)
#define OPTION(field, name, letter, kind, argument, commands, help) mtl_option_##kind field;
#include "cli/options.def"
#undef HEADING
#undef OPTION
    mtl_words_given args; /* what is no option, in order */
} mtl_options;

typedef enum mtl_option_kind {
    MTL_OPTION_HEADING,
    MTL_OPTION_FLAG,
    MTL_OPTION_TEXT,
    MTL_OPTION_COUNT,
    MTL_OPTION_LIST,
    MTL_OPTION_PATHS,
    MTL_OPTION_CHOICE
} mtl_option_kind;

typedef struct mtl_option { /* a line of options.def */
    mtl_option_kind kind;
    const char *name; /* "" where there is only a letter */
    char letter;      /* 0: none */
    size_t offset;    /* of its field in mtl_options */
    const char *argument;
    unsigned commands;
    const char *help; /* of a heading: its title */
} mtl_option;

/* All lines in their order; NULL past the end. */
const mtl_option *mtl_option_at(size_t i);

/* Reads the N words behind the command COMMAND (one bit of MTL_IN_...) into OUT, which borrows from them and from ARENA. Says what
 * is wrong, and returns false. */
bool mtl_options_parse(mtl_options *out, unsigned command, char *const *words, size_t n, mtl_arena *arena);

#endif
