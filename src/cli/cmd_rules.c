/* cmd_rules.c: mtlint rules. Lists the rules, shows the fields of one, proves their examples. */
#include "base/err.h"
#include "base/utf8.h"
#include "cli/commands.h"
#include "cli/eval.h"
#include "cli/rulebook.h"
#include "cli/say.h"
#include "cli/streams.h"

typedef struct task {
    const mtl_ruleset *rules;
    const mtl_options *options;
    const char *argument; /* NULL: none */
    mtl_out *out;
    size_t failures;
} task;

/* ---- list ---- */

/* S, then spaces up to WIDTH and two more. */
static void put_cell(mtl_out *out, mtl_str s, size_t width)
{
    mtl_put_safe(out, s);
    const size_t n = mtl_utf8_count(s);
    mtl_out_fmt(out, "%*s", (int)(n < width ? width - n : 0) + 2, "");
}

static mtl_exit list(task *t)
{
    size_t id = 0, severity = 0, category = 0;
    for (size_t i = 0; i < mtl_ruleset_size(t->rules); i++) {
        const mtl_rule_info *rule = mtl_ruleset_at(t->rules, i);
        const size_t widths[] = {mtl_utf8_count(rule->id), mtl_cstr(mtl_severity_name(rule->severity)).n, rule->category.n};
        id = widths[0] > id ? widths[0] : id;
        severity = widths[1] > severity ? widths[1] : severity;
        category = widths[2] > category ? widths[2] : category;
    }
    for (size_t i = 0; i < mtl_ruleset_size(t->rules); i++) {
        const mtl_rule_info *rule = mtl_ruleset_at(t->rules, i);
        put_cell(t->out, rule->id, id);
        put_cell(t->out, mtl_cstr(mtl_severity_name(rule->severity)), severity);
        put_cell(t->out, rule->category, category);
        mtl_put_safe(t->out, rule->summary);
        mtl_out_char(t->out, '\n');
    }
    return MTL_EXIT_CLEAN;
}

/* ---- show ---- */

static void put_field(mtl_out *out, const char *name, mtl_str value)
{
    mtl_out_fmt(out, "%-12s", name);
    mtl_put_safe(out, value);
    mtl_out_char(out, '\n');
}

static mtl_exit show(task *t)
{
    if (!t->argument) {
        mtl_say("rules show wants a rule, such as “mtlint rules show all/repeated-word”; “mtlint rules list” lists them");
        return MTL_EXIT_TROUBLE;
    }
    const mtl_rule_info *rule = mtl_rulebook_find(t->rules, t->argument);
    if (!rule)
        return MTL_EXIT_TROUBLE;
    put_field(t->out, "id", rule->id);
    put_field(t->out, "file", rule->file);
    put_field(t->out, "language", rule->language);
    put_field(t->out, "summary", rule->summary);
    put_field(t->out, "message", rule->message);
    put_field(t->out, "category", rule->category);
    put_field(t->out, "family", rule->family);
    put_field(t->out, "mqm", rule->mqm);
    put_field(t->out, "severity", mtl_cstr(mtl_severity_name(rule->severity)));
    put_field(t->out, "confidence", mtl_cstr(mtl_confidence_name(rule->confidence)));
    put_field(t->out, "check", rule->kind);
    put_field(t->out, "since", rule->since);
    mtl_out_fmt(t->out, "%-12s%u\n", "examples", rule->nexamples);
    return MTL_EXIT_CLEAN;
}

/* ---- test ---- */

static void put_failure(void *user, const mtl_err *failure)
{
    task *t = user;
    t->failures++;
    mtl_put_where(t->out, failure);
    mtl_out_str(t->out, MTL_LIT(": "));
    mtl_put_safe(t->out, mtl_cstr(failure->what));
    mtl_out_char(t->out, '\n');
}

static void say_warning(void *user, const mtl_err *warning)
{
    (void)user;
    mtl_say_err(warning);
}

/* Examples in LANG prove a rule of LANG, and one that holds in all languages. */
static bool proves(const mtl_rule_info *rule, mtl_str lang)
{
    bool some = mtl_str_same(rule->language, lang);
    for (uint32_t i = 0; i < rule->nexamples && mtl_str_is(rule->language, "all"); i++)
        some = some || mtl_str_same(rule->examples[i].lang, lang);
    return some;
}

/* How many rules LANG (NULL: any) has; where it has none, says which was probably meant. */
static size_t count_rules(const task *t)
{
    mtl_arena arena = {0};
    const size_t size = mtl_ruleset_size(t->rules);
    const char **languages = mtl_arena_array(&arena, const char *, size);
    size_t n = 0;
    for (size_t i = 0; i < size; i++) {
        const mtl_rule_info *rule = mtl_ruleset_at(t->rules, i);
        languages[i] = mtl_str_copy(rule->language, &arena).p;
        n += !t->argument || proves(rule, mtl_cstr(t->argument));
    }
    const char *meant = n ? NULL : mtl_nearest(mtl_cstr(t->argument), languages, size);
    if (meant)
        mtl_say("no rules for “%s”; did you mean “%s”?", t->argument, meant);
    else if (n == 0)
        mtl_say("no rules for “%s”; it is the name of a folder of rules, such as all or de", t->argument);
    mtl_arena_reset(&arena);
    return n;
}

static mtl_exit test(task *t)
{
    const size_t nrules = count_rules(t);
    if (nrules == 0)
        return MTL_EXIT_TROUBLE;
    const size_t n = mtl_ruleset_test(t->rules, t->argument, put_failure, say_warning, t);
    if (t->failures)
        mtl_out_fmt(t->out, "%zu problem%s in ", t->failures, t->failures == 1 ? "" : "s");
    mtl_out_fmt(t->out, "%zu examples of %zu rule%s%s.\n", n, nrules, nrules == 1 ? "" : "s", t->failures ? "" : " hold");
    return t->failures ? MTL_EXIT_FINDINGS : MTL_EXIT_CLEAN;
}

/* ---- eval ---- */

static mtl_exit eval(task *t)
{
    return mtl_eval(t->options, t->rules, t->options->args.items + 1, t->options->args.n - 1, t->out);
}

/* ---- which of them ---- */

static const struct verb {
    const char *name;
    uint32_t most; /* arguments */
    mtl_exit (*run)(task *);
} verbs[] = {{"list", 0, list}, {"show", 1, show}, {"test", 1, test}, {"eval", UINT32_MAX, eval}};

static const struct verb *find(const mtl_options *options)
{
    if (options->args.n == 0) {
        mtl_say("rules wants to know what: “mtlint rules list”, “show RULE”, “test [LANG]” or “eval PATH...”");
        return NULL;
    }
    const char *given = options->args.items[0], *names[MTL_COUNT(verbs)];
    for (size_t i = 0; i < MTL_COUNT(verbs); i++) {
        names[i] = verbs[i].name;
        if (!mtl_str_is(mtl_cstr(given), verbs[i].name))
            continue;
        if (options->args.n - 1 <= verbs[i].most)
            return &verbs[i];
        mtl_say("rules %s: “%s” is one argument too many", given, options->args.items[verbs[i].most + 1]);
        return NULL;
    }
    const char *meant = mtl_nearest(mtl_cstr(given), names, MTL_COUNT(verbs));
    if (meant)
        mtl_say("no “mtlint rules %s”; did you mean “mtlint rules %s”?", given, meant);
    else
        mtl_say("no “mtlint rules %s”; there are list, show RULE, test [LANG] and eval PATH...", given);
    return NULL;
}

static mtl_exit run_verb(const struct verb *verb, const mtl_options *options, const mtl_ruleset *rules)
{
    mtl_stdout to = {0};
    mtl_out out = {.write = mtl_stdout_write, .user = &to};
    task t = {.rules = rules, .options = options, .argument = options->args.n > 1 ? options->args.items[1] : NULL, .out = &out};
    const mtl_exit status = verb->run(&t);
    mtl_out_flush(&out);
    mtl_out_free(&out);
    return mtl_stdout_close(&to) ? status : MTL_EXIT_TROUBLE;
}

static mtl_exit run(const mtl_options *options)
{
    const struct verb *verb = find(options);
    if (!verb)
        return MTL_EXIT_TROUBLE;
    mtl_arena arena = {0};
    mtl_ruleset *rules = mtl_rulebook_load(options, false, &arena);
    const mtl_exit status = rules ? run_verb(verb, options, rules) : MTL_EXIT_TROUBLE;
    mtl_ruleset_free(rules);
    mtl_arena_reset(&arena);
    return status;
}

const mtl_command mtl_command_rules = {
    .name = "rules",
    .bit = MTL_IN_RULES,
    .usage = "rules list | show RULE | test [LANG] | eval PATH...",
    .summary = "List the rules, show the fields of one, prove their examples, or measure what they find in a corpus",
    .more = "Exit status of “rules test”: 0 every example holds, 1 some do not, 2 the rules cannot be loaded.\n"
            "\n"
            "Examples:\n"
            "  mtlint rules list\n"
            "  mtlint rules show all/repeated-word\n"
            "  mtlint rules test --rules ours de\n"
            "  mtlint rules eval --lang de corpus/                        what each rule finds, with samples\n"
            "  mtlint rules eval --lang de --against old/rules corpus/    what came and what went\n",
    .run = run,
};
