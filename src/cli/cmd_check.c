/* cmd_check.c: mtlint check. Inputs go through the pool; what comes out is printed, counted and kept. */
#include "base/err.h"
#include "cli/commands.h"
#include "cli/counts.h"
#include "cli/pool.h"
#include "cli/reports.h"
#include "cli/rulebook.h"
#include "cli/say.h"
#include "cli/streams.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

enum { MOST_JOBS = 256 };

typedef struct checking {
    const mtl_options *options;
    mtl_arena *arena;
    mtl_inputs inputs;
    mtl_progress progress;
    mtl_stdout out;
    mtl_printer *printer;
    mtl_reports *reports; /* NULL: none are kept */
    mtl_counts counts;    /* for --statistics */
    bool tell_errors;     /* the format is for machines: errors are told to people too */
    size_t files, findings, failing, errors;
    uint64_t words;
    bool trouble; /* something went wrong that no report holds; it has been said */
    mtl_map known_notes;
    MTL_VEC(mtl_str) notes;
} checking;

static bool say_failure(const mtl_err *err)
{
    mtl_say_err(err);
    return false;
}

/* ---- inputs ---- */

static void add_stdin(checking *c)
{
    mtl_inputs_add_stream(&c->inputs, c->options->stdin_filename ? c->options->stdin_filename : "<stdin>", mtl_stdin_read);
}

/* Several formats may share a suffix. */
static bool is_first(size_t i)
{
    for (size_t before = 0; before < i; before++)
        if (strcmp(mtl_files_taken(before), mtl_files_taken(i)) == 0)
            return false;
    return true;
}

static void add_path(checking *c, const char *path)
{
    if (mtl_inputs_add(&c->inputs, path) || c->options->quiet)
        return;
    mtl_str suffixes = {"", 0};
    for (size_t i = 0; mtl_files_taken(i); i++)
        if (is_first(i))
            suffixes = mtl_str_format(c->arena, "%.*s%s%s", MTL_FMT(suffixes), i ? ", " : "", mtl_files_taken(i));
    mtl_say("note: %s: no file in there ends in one of %.*s; a file that is named is always read", path, MTL_FMT(suffixes));
}

static bool gather(checking *c)
{
    const mtl_words_given *paths = &c->options->args;
    if (paths->n == 0 && mtl_stdin_is_terminal()) {
        mtl_say("nothing to check; name files or folders, or pipe a text in: mtlint check article.txt");
        return false;
    }
    bool read = paths->n == 0;
    if (read)
        add_stdin(c);
    for (uint32_t i = 0; i < paths->n; i++) {
        const bool dash = mtl_str_is(mtl_cstr(paths->items[i]), "-");
        if (dash && read)
            continue;
        read = read || dash;
        if (dash)
            add_stdin(c);
        else
            add_path(c, paths->items[i]);
    }
    if (!read && c->options->stdin_filename)
        mtl_say("--stdin-filename names standard input, which is not read here; add “-” or leave it out");
    return read || !c->options->stdin_filename;
}

/* ---- results ---- */

/* True if a finding of this severity makes the exit status 1. */
static bool fails(const mtl_options *o, mtl_severity severity)
{
    mtl_severity least = MTL_MINOR;
    if (o->fail_on && !mtl_severity_parse(mtl_cstr(o->fail_on), &least))
        return false; /* never */
    return severity >= least;
}

static void note(checking *c, mtl_str text)
{
    if (mtl_map_get(&c->known_notes, text) != MTL_MAP_NONE)
        return;
    const mtl_str copy = mtl_str_copy(text, c->arena);
    *mtl_map_put(&c->known_notes, copy) = 0;
    mtl_vec_push(&c->notes, c->arena, copy);
}

static void count(checking *c, const mtl_report_info *report)
{
    c->words += report->words;
    c->findings += report->nfindings;
    c->errors += report->nerrors;
    for (uint32_t i = 0; i < report->nfindings; i++)
        c->failing += fails(c->options, report->findings[i].severity);
    for (uint32_t i = 0; i < report->nnotices; i++)
        note(c, report->notices[i]);
    for (uint32_t i = 0; i < report->nerrors && c->tell_errors; i++) {
        mtl_progress_clear(&c->progress);
        mtl_say_err(&report->errors[i]);
    }
}

static void give_up_reports(checking *c, const mtl_err *err)
{
    mtl_progress_clear(&c->progress);
    mtl_say_err(err);
    mtl_reports_free(c->reports);
    c->reports = NULL;
    c->trouble = true;
}

/* Without a reader there is still something to do where reports are kept. */
static bool goes_on(const checking *c)
{
    return c->out.error == 0 || c->reports;
}

static bool take_report(void *user, const mtl_report *report)
{
    checking *c = user;
    mtl_err err;
    const mtl_report_info *info = mtl_report_read(report);
    count(c, info);
    if (info->part.n)
        mtl_progress_record(&c->progress, mtl_report_offset(report, (uint32_t)info->source.n));
    if (c->options->statistics)
        mtl_counts_add(&c->counts, report);
    else
        mtl_printer_add(c->printer, report);
    if (c->reports && !mtl_reports_add(c->reports, report, &err))
        give_up_reports(c, &err);
    return goes_on(c);
}

static bool end_input(void *user)
{
    checking *c = user;
    mtl_err err;
    c->files++;
    if (c->reports && !mtl_reports_end_file(c->reports, &err))
        give_up_reports(c, &err);
    mtl_progress_step(&c->progress, c->files);
    return goes_on(c);
}

/* 4120 as "4,120". */
static mtl_str grouped(uint64_t n, mtl_arena *arena)
{
    return n < 1000 ? mtl_str_format(arena, "%" PRIu64, n)
                    : mtl_str_format(arena, "%.*s,%03u", MTL_FMT(grouped(n / 1000, arena)), (unsigned)(n % 1000));
}

static void say_summary(checking *c)
{
    mtl_progress_clear(&c->progress);
    if (c->options->quiet || c->out.error)
        return;
    for (uint32_t i = 0; i < c->notes.n; i++)
        mtl_say("note: %.*s", MTL_FMT(c->notes.items[i]));
    if (c->findings == 0 && c->errors == 0 && !c->trouble)
        fprintf(stderr, "No findings in %.*s file%s (%.*s word%s).\n", MTL_FMT(grouped(c->files, c->arena)),
                c->files == 1 ? "" : "s", MTL_FMT(grouped(c->words, c->arena)), c->words == 1 ? "" : "s");
    if (c->reports)
        mtl_say("reports on %.*s file%s: open %s/index.html", MTL_FMT(grouped(c->files, c->arena)), c->files == 1 ? "" : "s",
                c->options->reports);
}

/* ---- the run ---- */

static uint32_t jobs(const checking *c)
{
    const long online = c->options->jobs ? (long)c->options->jobs : sysconf(_SC_NPROCESSORS_ONLN);
    const long most = c->inputs.n < MOST_JOBS ? (long)c->inputs.n : MOST_JOBS;
    const long n = online < most ? online : most;
    return n < 1 ? 1 : (uint32_t)n;
}

static bool open_outputs(checking *c, mtl_err *err)
{
    static const char *const for_people[] = {"text", "concise"};
    const char *format = c->options->format ? c->options->format : for_people[0];
    c->tell_errors = true;
    for (size_t i = 0; i < MTL_COUNT(for_people); i++)
        c->tell_errors = c->tell_errors && !mtl_str_is(mtl_cstr(format), for_people[i]);
    const mtl_style style = {.colour = mtl_colours(c->options->color), .width = mtl_terminal_width()};
    c->out.progress = &c->progress;
    c->printer = mtl_printer_new(format, &style, mtl_stdout_write, &c->out, err);
    if (!c->printer || !c->options->reports)
        return c->printer;
    c->reports = mtl_reports_open(c->options->reports, err);
    return c->reports;
}

static void print_statistics(checking *c)
{
    mtl_out out = {.write = mtl_stdout_write, .user = &c->out};
    mtl_counts_sort(&c->counts);
    mtl_counts_print(&out, &c->counts, mtl_colours(c->options->color));
    mtl_out_flush(&out);
    mtl_out_free(&out);
}

static bool close_outputs(checking *c)
{
    mtl_err err;
    if (c->options->statistics)
        print_statistics(c);
    mtl_printer_end(c->printer);
    if (c->reports && !mtl_reports_close(c->reports, &err))
        give_up_reports(c, &err);
    return mtl_stdout_close(&c->out) && !c->trouble;
}

static bool lint(checking *c, const mtl_ruleset *rules)
{
    const mtl_options *o = c->options;
    const mtl_config config = {
        .language = o->lang,
        .input_format = o->input_format,
        .encoding = o->encoding,
        .fields = o->fields.items,
        .nfields = o->fields.n,
        .lang_field = o->lang_field,
        .select = o->select.items,
        .nselect = o->select.n,
        .ignore = o->ignore.items,
        .nignore = o->ignore.n,
        .max_file = o->max_file,
        .max_findings = o->max_findings,
    };
    mtl_err err;
    mtl_pool *pool = mtl_pool_new(rules, &config, jobs(c), &err);
    bool ok = pool && open_outputs(c, &err);
    if (ok) {
        mtl_progress_start(&c->progress, c->inputs.n);
        ok = mtl_pool_run(pool, &c->inputs, &(mtl_receiver){take_report, end_input, c}, &err);
    }
    mtl_pool_free(pool);
    if (!ok)
        return say_failure(&err);
    ok = close_outputs(c);
    say_summary(c);
    return ok;
}

static mtl_exit run_with(const mtl_options *options, mtl_arena *arena)
{
    checking c = {.options = options, .arena = arena};
    mtl_inputs_init(&c.inputs, arena);
    mtl_map_init(&c.known_notes, arena);
    mtl_counts_init(&c.counts, 0, arena);
    mtl_ruleset *rules = mtl_rulebook_load(options, true, arena);
    const bool ok = rules && gather(&c) && lint(&c, rules);
    mtl_printer_free(c.printer);
    mtl_reports_free(c.reports);
    mtl_ruleset_free(rules);
    if (!ok || c.errors)
        return MTL_EXIT_TROUBLE;
    return c.failing ? MTL_EXIT_FINDINGS : MTL_EXIT_CLEAN;
}

static mtl_exit run(const mtl_options *options)
{
    mtl_arena arena = {0};
    const mtl_exit status = run_with(options, &arena);
    mtl_arena_reset(&arena);
    return status;
}

const mtl_command mtl_command_check = {
    .name = "check",
    .bit = MTL_IN_CHECK,
    .usage = "check [OPTIONS] [PATH...]",
    .summary = "Check texts: files, folders with all they hold, or standard input (no path, or “-”)",
    .more = "Exit status: 0 nothing at or above the severity of --fail-on, 1 findings, 2 the job could not be done, be it for\n"
            "one file; the others are checked all the same.\n"
            "\n"
            "Examples:\n"
            "  mtlint check article.txt                      findings with their place, on the terminal\n"
            "  mtlint check --reports out articles/          a page for each article, and an index, for a browser\n"
            "  mtlint check --format json --lang de - <a.txt what other programs read\n"
            "  mtlint check --select page-residue,repeated-word --fail-on major news/\n",
    .run = run,
};
