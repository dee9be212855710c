/* help.h: what "mtlint help" prints, made from the commands and options.def. */
#ifndef MTL_CLI_HELP_H
#define MTL_CLI_HELP_H

#include "base/out.h"
#include "cli/commands.h"

/* What mtlint is and which commands there are. */
void mtl_help(mtl_out *out);
/* Usage and options of COMMAND; with LENGTH the explanations and examples too. */
void mtl_help_command(mtl_out *out, const mtl_command *command, bool length);

#endif
