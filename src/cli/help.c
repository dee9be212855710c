#include "cli/help.h"

#include "cli/files.h"

enum { COLUMN = 30 }; /* where the explanations begin */

void mtl_help(mtl_out *out)
{
    mtl_out_fmt(out, "mtlint %s finds what machine translation leaves behind in a text, without its source.\n\n", mtl_version());
    mtl_out_str(out, MTL_LIT("Usage:\n"));
    const mtl_command *command;
    for (size_t i = 0; (command = mtl_command_at(i)); i++)
        mtl_out_fmt(out, "  mtlint %s\n      %s\n", command->usage, command->summary);
    mtl_out_str(out, MTL_LIT("  mtlint help [COMMAND]\n      explain a command and its options\n"
                             "  mtlint --version\n      print the version\n\n"
                             "Start with:  mtlint check article.txt\n"));
}

static void put_option(mtl_out *out, const mtl_option *o)
{
    mtl_out line = {0};
    if (o->letter)
        mtl_out_fmt(&line, "  -%c", o->letter);
    else
        mtl_out_str(&line, MTL_LIT("    "));
    if (*o->name)
        mtl_out_fmt(&line, "%s --%s", o->letter ? "," : " ", o->name);
    if (o->kind == MTL_OPTION_CHOICE)
        mtl_out_str(&line, MTL_LIT(" WORD"));
    else if (*o->argument)
        mtl_out_fmt(&line, " %s", o->argument);
    const mtl_str head = mtl_out_bytes(&line);
    mtl_out_fmt(out, "%.*s%*s%s", MTL_FMT(head), head.n < COLUMN ? (int)(COLUMN - head.n) : 1, "", o->help);
    if (o->kind == MTL_OPTION_CHOICE)
        mtl_out_fmt(out, "; WORD is %s", o->argument);
    mtl_out_char(out, '\n');
    mtl_out_free(&line);
}

static void put_options(mtl_out *out, unsigned command)
{
    const mtl_option *heading = NULL, *o;
    for (size_t i = 0; (o = mtl_option_at(i)); i++) {
        if (o->kind == MTL_OPTION_HEADING) {
            heading = o;
        } else if (o->commands & command) {
            if (heading)
                mtl_out_fmt(out, "\n%s:\n", heading->help);
            heading = NULL;
            put_option(out, o);
        }
    }
}

/* The names NAME_AT gives, in one line. */
static void put_names(mtl_out *out, const char *title, const char *(*name_at)(size_t))
{
    mtl_out_str(out, mtl_cstr(title));
    for (size_t i = 0; name_at(i); i++)
        mtl_out_fmt(out, "%s%s", i ? ", " : " ", name_at(i));
    mtl_out_str(out, MTL_LIT(".\n"));
}

static void put_formats(mtl_out *out)
{
    mtl_out_str(out, MTL_LIT("\nFormats of --format:\n"));
    const char *name, *doc;
    for (size_t i = 0; (name = mtl_printer_format_at(i, &doc)); i++)
        mtl_out_fmt(out, "  %-12s%s\n", name, doc);
    mtl_out_char(out, '\n');
    put_names(out, "Formats of --input-format:", mtl_reader_at);
    put_names(out, "Categories of --select and --ignore:", mtl_category_at);
    mtl_out_char(out, '\n');
    put_names(out, "From a folder these files are taken:", mtl_files_taken);
    put_names(out, "Hidden ones are passed over, links to folders too, and folders named", mtl_files_skipped);
    put_names(out, "So are files of tools:", mtl_files_of_tools);
    mtl_out_str(out, MTL_LIT("A file that is named is always read.\n"));
}

void mtl_help_command(mtl_out *out, const mtl_command *command, bool length)
{
    mtl_out_fmt(out, "Usage: mtlint %s\n\n%s.\n", command->usage, command->summary);
    put_options(out, command->bit);
    if (!length)
        return;
    if (command->bit == MTL_IN_CHECK)
        put_formats(out);
    mtl_out_fmt(out, "\n%s", command->more);
}
