/* cmd_see.c: mtlint tokens and mtlint why. What the engine saw of a text, for those who write rules and those who wonder at a finding or
 * at the lack of one. */
#include "base/err.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/rulebook.h"
#include "cli/say.h"
#include "cli/streams.h"

typedef struct seeing {
    mtl_out *out;
    mtl_arena *arena;
    uint32_t line; /* for why: the line that is asked about */
    bool colour, tokens, found;
    bool failed;
} seeing;

static const char *const kinds[] = {
    [MTL_PARAGRAPH] = "paragraph", [MTL_HEADING] = "heading", [MTL_ITEM] = "item", [MTL_CELL] = "cell", [MTL_STRING] = "string"};

static void put_painted(const seeing *s, const char *sgr, mtl_str text)
{
    if (s->colour)
        mtl_out_fmt(s->out, "\033[%sm", sgr);
    mtl_put_safe(s->out, text);
    if (s->colour)
        mtl_out_str(s->out, MTL_LIT("\033[0m"));
}

static mtl_place place_of(const mtl_report *report, mtl_span at)
{
    return mtl_report_place(report, at.at, MTL_CODE_POINTS);
}

static void put_place(const seeing *s, mtl_place place)
{
    const mtl_str text = mtl_str_format(s->arena, "%u:%u", place.line, place.column);
    mtl_out_fmt(s->out, "  %-8.*s", MTL_FMT(text));
}

/* The file, its language and what is true of it. */
static void put_head(const seeing *s, const mtl_report_info *info, const mtl_sight *sight)
{
    put_painted(s, "1", info->path);
    mtl_out_str(s->out, MTL_LIT(": "));
    mtl_put_safe(s->out, info->language);
    mtl_out_str(s->out, info->guessed ? MTL_LIT(", guessed\n") : MTL_LIT("\n"));
    for (uint32_t i = 0; i < sight->nfacts; i++) {
        mtl_out_str(s->out, i ? MTL_LIT("; ") : MTL_LIT(""));
        mtl_put_safe(s->out, sight->facts[i]);
    }
    mtl_out_str(s->out, MTL_LIT("\n"));
}

/* A block of the text; what is said of it follows. */
static void put_block(const seeing *s, const mtl_report *report, const mtl_seen_block *block)
{
    const mtl_place place = place_of(report, block->at);
    mtl_out_fmt(s->out, "\n%u:%u ", place.line, place.column);
    put_painted(s, "1", mtl_cstr(kinds[block->kind]));
    mtl_out_str(s->out, MTL_LIT(", "));
    mtl_put_safe(s->out, block->language);
    mtl_out_char(s->out, '\n');
}

/* ---- tokens ---- */

static void put_token(const seeing *s, const mtl_report *report, const mtl_seen_token *t)
{
    enum { WORD_CELLS = 22 };
    if (t->begins) {
        put_painted(s, "2", MTL_LIT("  sentence"));
        mtl_out_char(s->out, '\n');
    }
    put_place(s, place_of(report, t->at));
    mtl_put_safe(s->out, t->text);
    const size_t n = mtl_utf8_count(t->text);
    mtl_out_fmt(s->out, "%*s %s", (int)(n < WORD_CELLS ? WORD_CELLS - n : 0), "", t->kind);
    if (t->known.n) {
        mtl_out_str(s->out, MTL_LIT(": "));
        mtl_put_safe(s->out, t->known);
    }
    mtl_out_char(s->out, '\n');
}

static void show_tokens(const seeing *s, const mtl_report *report, const mtl_sight *sight)
{
    put_head(s, mtl_report_read(report), sight);
    for (uint32_t b = 0; b < sight->nblocks; b++) {
        const mtl_seen_block *block = &sight->blocks[b];
        put_block(s, report, block);
        for (uint32_t i = 0; i < block->ntokens; i++)
            put_token(s, report, &sight->tokens[block->first_token + i]);
    }
}

/* ---- why ---- */

static bool touches_line(const mtl_report *report, mtl_span at, uint32_t line)
{
    const uint32_t last = at.len ? at.at + at.len - 1 : at.at;
    return mtl_report_place(report, at.at, MTL_BYTES).line <= line && mtl_report_place(report, last, MTL_BYTES).line >= line;
}

static void put_hit(const seeing *s, const mtl_report *report, const mtl_seen_hit *hit)
{
    enum { LONGEST = 60 };
    mtl_str text = hit->text;
    while (text.n > LONGEST || (text.n < hit->text.n && text.n && mtl_utf8_inside(hit->text.p[text.n])))
        text.n--;
    put_place(s, place_of(report, hit->at));
    put_painted(s, "1", hit->rule->id);
    mtl_out_str(s->out, MTL_LIT("  “"));
    mtl_put_safe(s->out, text);
    mtl_out_str(s->out, text.n < hit->text.n ? MTL_LIT("…”\n") : MTL_LIT("”\n"));
    mtl_out_fmt(s->out, "          %s: ", hit->proof);
    if (hit->held.n) {
        mtl_out_str(s->out, MTL_LIT("held back, for "));
        mtl_put_safe(s->out, hit->held);
    } else {
        put_painted(s, "32", MTL_LIT("reported"));
    }
    mtl_out_char(s->out, '\n');
}

static void show_why(seeing *s, const mtl_report *report, const mtl_sight *sight)
{
    bool told = false, any = false;
    for (uint32_t b = 0; b < sight->nblocks; b++) {
        if (!touches_line(report, sight->blocks[b].at, s->line))
            continue;
        if (!told)
            put_head(s, mtl_report_read(report), sight);
        told = true;
        put_block(s, report, &sight->blocks[b]);
    }
    for (uint32_t i = 0; i < sight->nhits && told; i++)
        if (touches_line(report, sight->hits[i].at, s->line)) {
            put_hit(s, report, &sight->hits[i]);
            any = true;
        }
    s->found |= told;
    if (told && !any)
        mtl_out_str(s->out, MTL_LIT("  no rule saw anything here\n"));
}

/* ---- both ---- */

static void see(void *user, const mtl_report *report, const mtl_sight *sight)
{
    seeing *s = user;
    if (s->tokens)
        show_tokens(s, report, sight);
    else
        show_why(s, report, sight);
}

static bool drop(void *user, mtl_report *report)
{
    seeing *s = user;
    const mtl_report_info *info = mtl_report_read(report);
    for (uint32_t i = 0; i < info->nerrors; i++) {
        mtl_say_err(&info->errors[i]);
        s->failed = true;
    }
    mtl_report_free(report);
    return true;
}

static bool lint(seeing *s, mtl_session *session, const char *path)
{
    if (!mtl_str_is(mtl_cstr(path), "-"))
        return mtl_lint_file(session, path, drop, s);
    return mtl_lint_stream(session, MTL_LIT("<stdin>"), mtl_stdin_read, NULL, drop, s);
}

static mtl_exit show(seeing *s, const mtl_options *options, const mtl_ruleset *rules, const char *path)
{
    mtl_err err;
    const mtl_config config = {.language = options->lang,
                               .input_format = options->input_format,
                               .encoding = options->encoding,
                               .fields = options->fields.items,
                               .nfields = options->fields.n,
                               .lang_field = options->lang_field};
    mtl_session *session = mtl_session_new(rules, &config, &err);
    if (!session) {
        mtl_say_err(&err);
        return MTL_EXIT_TROUBLE;
    }
    mtl_stdout to = {0};
    mtl_out out = {.write = mtl_stdout_write, .user = &to};
    s->out = &out;
    s->colour = mtl_colours(options->color);
    mtl_session_watch(session, see, s);
    bool ok = lint(s, session, path) && !s->failed;
    mtl_session_free(session);
    mtl_out_flush(&out);
    mtl_out_free(&out);
    if (ok && !s->tokens && !s->found) {
        mtl_say("%s has no text on line %u; “mtlint tokens %s” shows where it has some", path, s->line, path);
        ok = false;
    }
    return mtl_stdout_close(&to) && ok ? MTL_EXIT_CLEAN : MTL_EXIT_TROUBLE;
}

static mtl_exit load_and_show(seeing *s, const mtl_options *options, const char *path)
{
    mtl_ruleset *rules = mtl_rulebook_load(options, true, s->arena);
    const mtl_exit status = rules ? show(s, options, rules, path) : MTL_EXIT_TROUBLE;
    mtl_ruleset_free(rules);
    return status;
}

static mtl_exit run_tokens(const mtl_options *options)
{
    if (options->args.n != 1) {
        mtl_say("tokens wants one file, such as “mtlint tokens article.txt”, or “-” for standard input");
        return MTL_EXIT_TROUBLE;
    }
    mtl_arena arena = {0};
    seeing s = {.arena = &arena, .tokens = true};
    const mtl_exit status = load_and_show(&s, options, options->args.items[0]);
    mtl_arena_reset(&arena);
    return status;
}

/* "a.txt:12" and "a.txt:12:5", as findings name their place; the path may hold colons itself. */
static bool split_place(mtl_str given, mtl_str *path, uint32_t *line)
{
    uint32_t numbers[2] = {0}, n = 0;
    size_t end = given.n;
    while (n < MTL_COUNT(numbers)) {
        size_t from = end;
        uint32_t value = 0, unit = 1;
        while (from > 0 && given.p[from - 1] >= '0' && given.p[from - 1] <= '9' && unit <= 100000000) {
            value += unit * (uint32_t)(given.p[from - 1] - '0');
            unit *= 10;
            from--;
        }
        if (from == end || from < 2 || given.p[from - 1] != ':')
            break;
        numbers[n++] = value;
        end = from - 1;
    }
    *path = (mtl_str){given.p, end};
    *line = n ? numbers[n - 1] : 0;
    return *line > 0;
}

static mtl_exit run_why(const mtl_options *options)
{
    mtl_arena arena = {0};
    seeing s = {.arena = &arena};
    mtl_str path;
    const bool asked = options->args.n == 1 && split_place(mtl_cstr(options->args.items[0]), &path, &s.line);
    if (!asked)
        mtl_say("why wants a file and a line, such as “mtlint why article.txt:12”, or “-:12” for standard input");
    const mtl_exit status = asked ? load_and_show(&s, options, mtl_str_copy(path, &arena).p) : MTL_EXIT_TROUBLE;
    mtl_arena_reset(&arena);
    return status;
}

const mtl_command mtl_command_tokens = {
    .name = "tokens",
    .bit = MTL_IN_SEE,
    .usage = "tokens [OPTIONS] FILE",
    .summary = "Show the blocks, sentences and tokens of a text, and what is known of each word",
    .more = "Places are those of the file. “read from its parts” is a compound or a derived word that no list has.\n"
            "\n"
            "Examples:\n"
            "  mtlint tokens article.txt\n"
            "  echo 'Der US -Beamte kam.' | mtlint tokens --lang de -\n",
    .run = run_tokens,
};

const mtl_command mtl_command_why = {
    .name = "why",
    .bit = MTL_IN_SEE,
    .usage = "why [OPTIONS] FILE:LINE",
    .summary = "Show what the rules saw on a line, what is reported and what held the rest back",
    .more = "How sure a rule is of one place decides what else the document must show before it is reported: sure and likely "
            "places stand\n"
            "by themselves, possible ones need others in the text, doubtful ones several of their own family,\n"
            "faint ones a text that is plainly damaged.\n"
            "\n"
            "Examples:\n"
            "  mtlint why article.txt:12\n"
            "  echo 'Der US -Beamte kam.' | mtlint why --lang de -:1\n",
    .run = run_why,
};
