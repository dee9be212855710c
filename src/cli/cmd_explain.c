/* cmd_explain.c: mtlint explain. What a rule finds, why it matters, and its own examples. */
#include "base/err.h"
#include "cli/commands.h"
#include "cli/rulebook.h"
#include "cli/say.h"
#include "cli/streams.h"

typedef struct explaining {
    mtl_out *out;
    bool colour;
} explaining;

static void bold(const explaining *e, bool on)
{
    if (e->colour)
        mtl_out_str(e->out, on ? MTL_LIT("\033[1m") : MTL_LIT("\033[0m"));
}

static void put_field(const explaining *e, const char *name, mtl_str value)
{
    mtl_out_fmt(e->out, "  %-12s", name);
    mtl_put_safe(e->out, value);
    mtl_out_char(e->out, '\n');
}

/* TEXT line by line, each after INDENT. */
static void put_lines(const explaining *e, const char *indent, mtl_str text)
{
    for (size_t at = 0; at < text.n;) {
        const size_t found = mtl_str_find(text, MTL_LIT("\n"), at);
        const size_t end = found == SIZE_MAX ? text.n : found;
        if (end > at)
            mtl_out_str(e->out, mtl_cstr(indent));
        mtl_put_safe(e->out, (mtl_str){text.p + at, end - at});
        mtl_out_char(e->out, '\n');
        at = end + 1;
    }
}

/* Where the NTH occurrence of the example's hit begins, or SIZE_MAX. */
static size_t find_hit(const mtl_example *x)
{
    size_t at = x->hit.n ? mtl_str_find(x->bad, x->hit, 0) : SIZE_MAX;
    for (uint32_t n = 1; n < x->nth && at != SIZE_MAX; n++)
        at = mtl_str_find(x->bad, x->hit, at + 1);
    return at;
}

static void put_bad(const explaining *e, const mtl_example *x)
{
    const size_t at = find_hit(x);
    mtl_out_str(e->out, MTL_LIT("  bad   "));
    if (at == SIZE_MAX) {
        mtl_put_safe(e->out, x->bad);
    } else {
        const size_t end = at + x->hit.n;
        mtl_put_safe(e->out, (mtl_str){x->bad.p, at});
        bold(e, true);
        mtl_out_str(e->out, MTL_LIT("«"));
        mtl_put_safe(e->out, x->hit);
        mtl_out_str(e->out, MTL_LIT("»"));
        bold(e, false);
        mtl_put_safe(e->out, (mtl_str){x->bad.p + end, x->bad.n - end});
    }
    mtl_out_char(e->out, '\n');
}

static void put_example(const explaining *e, const mtl_example *x)
{
    if (x->bad.n)
        put_bad(e, x);
    const struct {
        const char *label;
        mtl_str text;
    } rows[] = {{"  fix   ", x->fix}, {"  good  ", x->good}};
    for (size_t i = 0; i < MTL_COUNT(rows); i++) {
        if (rows[i].text.n == 0)
            continue;
        mtl_out_str(e->out, mtl_cstr(rows[i].label));
        mtl_put_safe(e->out, rows[i].text);
        mtl_out_char(e->out, '\n');
    }
}

/* Those of the rule's file; of those that word lists bring how many there are. */
static void put_examples(const explaining *e, const mtl_rule_info *rule)
{
    uint32_t n = 0;
    if (rule->nexamples)
        mtl_out_str(e->out, MTL_LIT("\nExamples, each proven by “mtlint rules test”:\n"));
    for (; n < rule->nexamples && !rule->examples[n].file.n; n++)
        put_example(e, &rule->examples[n]);
    if (n < rule->nexamples)
        mtl_out_fmt(e->out, "and %u in %.*s\n", rule->nexamples - n, MTL_FMT(rule->examples[n].file));
}

static void put_rate(mtl_out *out, uint64_t hits, uint64_t words)
{
    const double per_1000 = 1000.0 * (double)hits / (double)words;
    if (hits == 0)
        mtl_out_str(out, MTL_LIT("0"));
    else if (per_1000 < 0.001)
        mtl_out_str(out, MTL_LIT("under 0.001"));
    else
        mtl_out_fmt(out, "%.*f", per_1000 >= 1 ? 1 : per_1000 >= 0.1 ? 2 : 3, per_1000);
}

static void put_measured(const explaining *e, const mtl_measured *m)
{
    if (m->clean_words == 0 || m->translated_words == 0)
        return;
    mtl_out_str(e->out, MTL_LIT("  measured    "));
    put_rate(e->out, m->clean_hits, m->clean_words);
    mtl_out_str(e->out, MTL_LIT(" hits per 1,000 words in text by people, "));
    put_rate(e->out, m->translated_hits, m->translated_words);
    mtl_out_str(e->out, MTL_LIT(" in machine translation ("));
    mtl_out_str(e->out, mtl_str_is(m->confidence, "too few") ? MTL_LIT("too few to judge") : m->confidence);
    mtl_out_str(e->out, MTL_LIT(")\n"));
}

static void explain(const explaining *e, const mtl_rule_info *rule)
{
    bold(e, true);
    mtl_put_safe(e->out, rule->id);
    bold(e, false);
    mtl_out_str(e->out, MTL_LIT(": "));
    mtl_put_safe(e->out, rule->summary);
    mtl_out_str(e->out, MTL_LIT("\n\n"));
    put_lines(e, "  ", rule->why);
    mtl_out_char(e->out, '\n');
    put_field(e, "category", rule->category);
    put_field(e, "MQM type", rule->mqm);
    put_field(e, "severity", mtl_cstr(mtl_severity_name(rule->severity)));
    put_field(e, "confidence", mtl_cstr(mtl_confidence_name(rule->confidence)));
    put_measured(e, &rule->measured);
    put_field(e, "says", rule->message);
    put_examples(e, rule);
}

/* ---- a kind of check ---- */

/* The doc of the kind called NAME; else NULL, having said which was probably meant. */
static const char *find_kind(const char *name)
{
    enum { MOST = 64 };
    const char *names[MOST], *doc;
    size_t n = 0;
    for (; n < MOST && (names[n] = mtl_check_kind_at(n, &doc)); n++)
        if (mtl_str_is(mtl_cstr(name), names[n]))
            return doc;
    const char *meant = mtl_nearest(mtl_cstr(name), names, n);
    if (meant)
        mtl_say("no kind of check “%s”; did you mean %s?", name, meant);
    else
        mtl_say("no kind of check “%s”; rules/README.md lists them", name);
    return NULL;
}

static void put_key(mtl_out *out, const mtl_kind_key *key)
{
    mtl_out_fmt(out, "  %-14s%s\n                %s", key->key, key->doc, key->type);
    for (const char *const *choice = key->choices; choice && *choice; choice++)
        mtl_out_fmt(out, "%s%s", choice == key->choices ? " " : ", ", *choice);
    mtl_out_str(out, key->required ? MTL_LIT("; must be given\n") : MTL_LIT("\n"));
}

static void explain_kind(const explaining *e, const char *name, const char *doc)
{
    mtl_kind_key key;
    bool any = false, entries = false;
    bold(e, true);
    mtl_out_str(e->out, mtl_cstr(name));
    bold(e, false);
    mtl_out_fmt(e->out, ": %s\n", doc);
    for (size_t i = 0; mtl_check_kind_key(name, i, &key); i++) {
        if (!any || key.in_entry != entries)
            mtl_out_str(e->out,
                        key.in_entry ? MTL_LIT("\nIn each entry of “with:”, a list:\n") : MTL_LIT("\nIn “with:”, a map:\n"));
        any = true;
        entries = key.in_entry;
        put_key(e->out, &key);
    }
    if (!any)
        mtl_out_str(e->out, MTL_LIT("It has no keys: what it needs to know stands in the language's lang.yml.\n"));
}

/* ---- printing ---- */

static mtl_exit print_kind(const mtl_options *options, const char *doc)
{
    mtl_stdout to = {0};
    mtl_out out = {.write = mtl_stdout_write, .user = &to};
    const explaining e = {.out = &out, .colour = mtl_colours(options->color)};
    explain_kind(&e, options->kind, doc);
    mtl_out_flush(&out);
    mtl_out_free(&out);
    return mtl_stdout_close(&to) ? MTL_EXIT_CLEAN : MTL_EXIT_TROUBLE;
}

static mtl_exit print(const mtl_rule_info *rule, const mtl_options *options)
{
    mtl_stdout to = {0};
    mtl_out out = {.write = mtl_stdout_write, .user = &to};
    const explaining e = {.out = &out, .colour = mtl_colours(options->color)};
    explain(&e, rule);
    mtl_out_flush(&out);
    mtl_out_free(&out);
    return mtl_stdout_close(&to) ? MTL_EXIT_CLEAN : MTL_EXIT_TROUBLE;
}

static mtl_exit run(const mtl_options *options)
{
    if (options->kind && options->args.n == 0) {
        const char *doc = find_kind(options->kind);
        return doc ? print_kind(options, doc) : MTL_EXIT_TROUBLE;
    }
    if (options->args.n != 1) {
        mtl_say("explain wants one rule, such as “mtlint explain all/repeated-word”; “mtlint rules list” lists them");
        return MTL_EXIT_TROUBLE;
    }
    mtl_arena arena = {0};
    mtl_ruleset *rules = mtl_rulebook_load(options, false, &arena);
    const mtl_rule_info *rule = rules ? mtl_rulebook_find(rules, options->args.items[0]) : NULL;
    const mtl_exit status = rule ? print(rule, options) : MTL_EXIT_TROUBLE;
    mtl_ruleset_free(rules);
    mtl_arena_reset(&arena);
    return status;
}

const mtl_command mtl_command_explain = {
    .name = "explain",
    .bit = MTL_IN_EXPLAIN,
    .usage = "explain [OPTIONS] RULE | --kind NAME",
    .summary = "Say what a rule finds and why it matters, with examples; «…» is what it marks; or what a kind of check wants",
    .more = "Examples:\n"
            "  mtlint explain all/repeated-word\n"
            "  mtlint explain --rules ours ours-de/house-style\n"
            "  mtlint explain --kind phrase\n",
    .run = run,
};
