/* cmd_formats.c: mtlint formats. What can be read, and what can be written. */
#include "cli/commands.h"
#include "cli/say.h"
#include "cli/streams.h"

enum { TEXT_AT = 12 };

static void put_line(mtl_out *out, const char *what, const char *says)
{
    mtl_out_fmt(out, "  %-*s%s%s\n", TEXT_AT, "", what, says);
}

static void put_input(mtl_out *out, const mtl_reader_info *reader)
{
    mtl_out_fmt(out, "  %-*s%s:", TEXT_AT, reader->name, reader->doc);
    for (const char *const *suffix = reader->suffixes; *suffix; suffix++)
        mtl_out_fmt(out, " %s", *suffix);
    mtl_out_char(out, '\n');
    if (reader->sign)
        put_line(out, "without a suffix: ", reader->sign);
    put_line(out, "text: ", reader->text);
}

static mtl_exit run(const mtl_options *options)
{
    if (options->args.n) {
        mtl_say("formats: “%s” is one argument too many", options->args.items[0]);
        return MTL_EXIT_TROUBLE;
    }
    mtl_stdout to = {0};
    mtl_out out = {.write = mtl_stdout_write, .user = &to};
    const char *name, *doc;
    mtl_reader_info reader;
    mtl_out_str(&out, MTL_LIT("What is read (--input-format), the suffixes it is known by, and what counts as text:\n"));
    for (size_t i = 0; (name = mtl_reader_at(i)); i++) {
        mtl_reader_describe(name, &reader);
        put_input(&out, &reader);
    }
    mtl_out_str(&out, MTL_LIT("\nWhat is written (--format):\n"));
    for (size_t i = 0; (name = mtl_printer_format_at(i, &doc)); i++)
        mtl_out_fmt(&out, "  %-12s%s\n", name, doc);
    mtl_out_flush(&out);
    mtl_out_free(&out);
    return mtl_stdout_close(&to) ? MTL_EXIT_CLEAN : MTL_EXIT_TROUBLE;
}

const mtl_command mtl_command_formats = {
    .name = "formats",
    .bit = MTL_IN_FORMATS,
    .usage = "formats",
    .summary = "List the formats of texts and of reports",
    .more = "A file that no suffix tells is known by its first bytes; “check --input-format NAME” says it for all.\n",
    .run = run,
};
