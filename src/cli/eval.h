/* eval.h: mtlint rules eval: what a set of rules finds in a corpus, and what another set finds otherwise. */
#ifndef MTL_CLI_EVAL_H
#define MTL_CLI_EVAL_H

#include "base/out.h"
#include "cli/commands.h"

/* Reads the files of the folders PATHS[0 .. N) under RULES, and under those of --against if it is given, and writes what each rule found. */
mtl_exit mtl_eval(const mtl_options *options, const mtl_ruleset *rules, const char *const *paths, uint32_t n, mtl_out *out);

#endif
