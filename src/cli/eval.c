#include "cli/eval.h"

#include "cli/counts.h"
#include "cli/pool.h"
#include "cli/rulebook.h"
#include "cli/say.h"
#include "cli/streams.h"

#include <unistd.h>

enum { SAMPLES = 3, ALL_SAMPLES = 1000000, MOST_JOBS = 64 };

typedef struct evaluation {
    mtl_counts counts;
    mtl_progress progress;
    size_t files;
    bool failed;
} evaluation;

static bool take_report(void *user, const mtl_report *report)
{
    evaluation *e = user;
    const mtl_report_info *info = mtl_report_read(report);
    for (uint32_t k = 0; k < info->nerrors; k++) {
        mtl_progress_clear(&e->progress);
        mtl_say_err(&info->errors[k]);
        e->failed = true;
    }
    mtl_counts_add(&e->counts, report);
    return true;
}

static bool end_input(void *user)
{
    evaluation *e = user;
    mtl_progress_step(&e->progress, ++e->files);
    return true;
}

static bool evaluate(evaluation *e, const mtl_options *o, const mtl_ruleset *rules, const mtl_inputs *inputs)
{
    mtl_err err;
    const mtl_config config = {.language = o->lang,
                               .input_format = o->input_format,
                               .select = o->select.items,
                               .nselect = o->select.n,
                               .ignore = o->ignore.items,
                               .nignore = o->ignore.n};
    const long online = o->jobs ? (long)o->jobs : sysconf(_SC_NPROCESSORS_ONLN);
    mtl_pool *pool = mtl_pool_new(rules, &config, (uint32_t)(online < 1 ? 1 : online > MOST_JOBS ? MOST_JOBS : online), &err);
    if (pool)
        mtl_progress_start(&e->progress, inputs->n);
    const bool ok = pool && mtl_pool_run(pool, inputs, &(mtl_receiver){take_report, end_input, e}, &err);
    mtl_progress_clear(&e->progress);
    if (!ok)
        mtl_say_err(&err);
    mtl_pool_free(pool);
    mtl_counts_sort(&e->counts);
    return ok;
}

static bool has_sample(const mtl_rule_count *rule, uint64_t key)
{
    for (uint32_t i = 0; rule && i < rule->samples.n; i++)
        if (rule->samples.items[i].key == key)
            return true;
    return false;
}

/* The findings of each rule of A that B has not, with SIGN before them; the first few as samples. */
static uint32_t put_missing(mtl_out *out, const mtl_counts *a, const mtl_counts *b, const char *sign, bool colour)
{
    uint32_t all = 0;
    for (uint32_t r = 0; r < a->rules.n; r++) {
        const mtl_rule_count *rule = &a->rules.items[r], *other = mtl_counts_find(b, rule->id);
        uint32_t n = 0;
        for (uint32_t i = 0; i < rule->samples.n; i++)
            n += !has_sample(other, rule->samples.items[i].key);
        if (n == 0)
            continue;
        mtl_out_fmt(out, "%8s%u ", sign, n);
        mtl_put_safe(out, rule->id);
        mtl_out_char(out, '\n');
        uint32_t shown = 0;
        for (uint32_t i = 0; i < rule->samples.n && shown < SAMPLES; i++)
            if (!has_sample(other, rule->samples.items[i].key)) {
                mtl_sample_print(out, &rule->samples.items[i], sign, colour);
                shown++;
            }
        all += n;
    }
    return all;
}

static mtl_exit compare(const mtl_options *o, const mtl_ruleset *rules, const mtl_inputs *inputs, mtl_out *out, mtl_arena *arena)
{
    evaluation now = {0}, then = {0};
    mtl_counts_init(&now.counts, ALL_SAMPLES, arena);
    mtl_counts_init(&then.counts, ALL_SAMPLES, arena);
    mtl_ruleset *old = mtl_rulebook_load_other(o->against, o, arena);
    const bool ok = old && evaluate(&now, o, rules, inputs) && evaluate(&then, o, old, inputs);
    mtl_ruleset_free(old);
    if (!ok)
        return MTL_EXIT_TROUBLE;
    const bool colour = mtl_colours(o->color);
    const uint32_t came = put_missing(out, &now.counts, &then.counts, "+", colour);
    const uint32_t went = put_missing(out, &then.counts, &now.counts, "-", colour);
    mtl_out_fmt(out, "%u came, %u went; %llu findings, before %llu, in %u documents of %llu words\n", came, went,
                (unsigned long long)now.counts.hits, (unsigned long long)then.counts.hits, now.counts.documents,
                (unsigned long long)now.counts.words);
    return now.failed ? MTL_EXIT_TROUBLE : MTL_EXIT_CLEAN;
}

static mtl_exit measure(const mtl_options *o, const mtl_ruleset *rules, const mtl_inputs *inputs, mtl_out *out, mtl_arena *arena)
{
    evaluation e = {0};
    mtl_counts_init(&e.counts, SAMPLES, arena);
    if (!evaluate(&e, o, rules, inputs))
        return MTL_EXIT_TROUBLE;
    mtl_counts_print(out, &e.counts, mtl_colours(o->color));
    return e.failed ? MTL_EXIT_TROUBLE : MTL_EXIT_CLEAN;
}

mtl_exit mtl_eval(const mtl_options *options, const mtl_ruleset *rules, const char *const *paths, uint32_t n, mtl_out *out)
{
    if (n == 0) {
        mtl_say("rules eval wants files or folders of texts, such as “mtlint rules eval --lang de corpus/”");
        return MTL_EXIT_TROUBLE;
    }
    mtl_arena arena = {0};
    mtl_inputs inputs;
    mtl_inputs_init(&inputs, &arena);
    for (uint32_t i = 0; i < n; i++)
        if (mtl_inputs_add(&inputs, paths[i]) == 0)
            mtl_say("note: %s: no texts in there", paths[i]);
    const mtl_exit status =
        options->against ? compare(options, rules, &inputs, out, &arena) : measure(options, rules, &inputs, out, &arena);
    mtl_arena_reset(&arena);
    return status;
}
