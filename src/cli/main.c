/* main.c: which command is meant, and what to say if none is. */
#include "base/err.h"
#include "cli/commands.h"
#include "cli/help.h"
#include "cli/say.h"
#include "cli/streams.h"

#include <signal.h>
#include <sys/stat.h>

static const mtl_command *const commands[] = {&mtl_command_check,   &mtl_command_rules,  &mtl_command_explain,
                                              &mtl_command_formats, &mtl_command_tokens, &mtl_command_why};

const mtl_command *mtl_command_at(size_t i)
{
    return i < MTL_COUNT(commands) ? commands[i] : NULL;
}

static const mtl_command *find(const char *name)
{
    for (size_t i = 0; i < MTL_COUNT(commands); i++)
        if (mtl_str_is(mtl_cstr(name), commands[i]->name))
            return commands[i];
    return NULL;
}

static mtl_exit flush(mtl_out *out, const mtl_stdout *to)
{
    mtl_out_flush(out);
    mtl_out_free(out);
    return mtl_stdout_close(to) ? MTL_EXIT_CLEAN : MTL_EXIT_TROUBLE;
}

/* Help on COMMAND, or on mtlint if that is NULL. */
static mtl_exit print_help(const mtl_command *command, bool length)
{
    mtl_stdout to = {0};
    mtl_out out = {.write = mtl_stdout_write, .user = &to};
    if (command)
        mtl_help_command(&out, command, length);
    else
        mtl_help(&out);
    return flush(&out, &to);
}

static mtl_exit print_version(void)
{
    mtl_stdout to = {0};
    mtl_out out = {.write = mtl_stdout_write, .user = &to};
    mtl_out_fmt(&out, "mtlint %s\n", mtl_version());
    return flush(&out, &to);
}

static mtl_exit unknown(const char *word)
{
    const char *names[MTL_COUNT(commands) + 2] = {"help", "version"};
    for (size_t i = 0; i < MTL_COUNT(commands); i++)
        names[i + 2] = commands[i]->name;
    struct stat info;
    const char *meant = mtl_nearest(mtl_cstr(word), names, MTL_COUNT(names));
    if (word[0] == '-')
        mtl_say("options stand behind a command; did you mean “mtlint check %s …”?", word);
    else if (meant && stat(word, &info) != 0)
        mtl_say("no command “%s”; did you mean “mtlint %s”?", word, meant);
    else
        mtl_say("no command “%s”; did you mean “mtlint check %s”?", word, word);
    return MTL_EXIT_TROUBLE;
}

static mtl_exit run_parsed(const mtl_command *command, const mtl_options *options)
{
    if (options->help || options->brief)
        return print_help(command, options->help);
    return options->version ? print_version() : command->run(options);
}

static mtl_exit run(const mtl_command *command, char *const *words, size_t n)
{
    mtl_arena arena = {0};
    mtl_options options;
    const bool ok = mtl_options_parse(&options, command->bit, words, n, &arena);
    const mtl_exit status = ok ? run_parsed(command, &options) : MTL_EXIT_TROUBLE;
    mtl_arena_reset(&arena);
    return status;
}

static mtl_exit help(const char *topic)
{
    const mtl_command *command = topic ? find(topic) : NULL;
    if (!topic || command)
        return print_help(command, true);
    mtl_say("no help on “%s”; “mtlint help” lists the commands", topic);
    return MTL_EXIT_TROUBLE;
}

static bool is_one_of(const char *word, const char *a, const char *b, const char *c)
{
    const mtl_str s = mtl_cstr(word);
    return mtl_str_is(s, a) || mtl_str_is(s, b) || mtl_str_is(s, c);
}

static mtl_exit dispatch(int argc, char **argv)
{
    if (argc < 2) {
        mtl_say("no command; try “mtlint check article.txt” or “mtlint help”");
        return MTL_EXIT_TROUBLE;
    }
    const mtl_command *command = find(argv[1]);
    if (command)
        return run(command, argv + 2, (size_t)argc - 2);
    if (is_one_of(argv[1], "-V", "--version", "version"))
        return print_version();
    if (!is_one_of(argv[1], "-h", "--help", "help"))
        return unknown(argv[1]);
    return help(argc > 2 ? argv[2] : NULL);
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a reader that has gone is seen as EPIPE, and the work ends quietly */
    return (int)dispatch(argc, argv);
}
