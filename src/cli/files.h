/* files.h: from what the command line names to the files that are checked: folders are walked, nothing is taken twice. */
#ifndef MTL_CLI_FILES_H
#define MTL_CLI_FILES_H

#include "base/map.h"
#include "base/vec.h"

typedef struct mtl_input {
    const char *path;  /* as given, or as found below a folder that was given */
    mtl_read_fn *read; /* of standard input; NULL: a file */
} mtl_input;

typedef struct mtl_inputs {
    mtl_arena *arena;
    mtl_input *items; /* in the order given; what a folder holds sorted by name */
    uint32_t n, cap;
    mtl_map seen;
} mtl_inputs;

void mtl_inputs_init(mtl_inputs *inputs, mtl_arena *arena);
/* A file, which is taken whatever its name, and also where it does not exist: its report will say so. A folder is walked: text files
 * (mtl_files_taken) are taken, hidden ones and some folders (mtl_files_skipped) are not, links to folders are not followed. Returns
 * how many were found, those that were known already among them. */
uint32_t mtl_inputs_add(mtl_inputs *inputs, const char *path);
/* What READ gives, under the name NAME. */
void mtl_inputs_add_stream(mtl_inputs *inputs, const char *name, mtl_read_fn *read);

/* Suffixes that are taken from a folder, and folders that are passed over, for the help; NULL past the end. */
const char *mtl_files_taken(size_t i);
const char *mtl_files_skipped(size_t i);
/* Names of files that tools keep beside texts, which are passed over too. */
const char *mtl_files_of_tools(size_t i);

#endif
