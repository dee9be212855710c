/* commands.h: what mtlint can be told to do. */
#ifndef MTL_CLI_COMMANDS_H
#define MTL_CLI_COMMANDS_H

#include "cli/options.h"

typedef enum mtl_exit {
    MTL_EXIT_CLEAN,    /* nothing at or above the failing severity */
    MTL_EXIT_FINDINGS, /* findings, or an example of a rule does not hold */
    MTL_EXIT_TROUBLE   /* the job could not be done */
} mtl_exit;

typedef struct mtl_command {
    const char *name;
    unsigned bit; /* MTL_IN_...: which options it knows */
    const char *usage, *summary;
    const char *more; /* the long help */
    mtl_exit (*run)(const mtl_options *options);
} mtl_command;

extern const mtl_command mtl_command_check, mtl_command_rules, mtl_command_explain, mtl_command_formats, mtl_command_tokens,
    mtl_command_why;
/* All of them; NULL past the end. */
const mtl_command *mtl_command_at(size_t i);

#endif
