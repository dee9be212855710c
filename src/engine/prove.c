/* prove.c: proves the examples of rules. It lints like any user of the library does, one session for each language. */
#include "base/utf8.h"
#include "base/vec.h"
#include "engine/fix.h"
#include "rule/ruleset.h"

#include <stdlib.h>

enum { FEWEST = 3 }; /* bad and good examples of a rule */

typedef struct tongue { /* a language and the session that lints it */
    mtl_str tag;
    mtl_session *session;
} tongue;

typedef struct proving {
    const mtl_ruleset *rules;
    mtl_problem_fn *failed, *warn;
    void *user;
    mtl_arena arena;
    MTL_VEC(tongue) tongues;
} proving;

typedef struct trial { /* one example under test */
    proving *p;
    const mtl_rule *rule;
    const mtl_example *example;
    mtl_str head, tail; /* of the document around the example */
    mtl_report *report;
} trial;

/* Room for the text of a message: as much of S as an editor needs, in whole characters. */
static mtl_str brief(mtl_str s)
{
    enum { MOST = 60 };
    size_t n = s.n < MOST ? s.n : MOST;
    while (n < s.n && n > 0 && mtl_utf8_inside(s.p[n]))
        n--;
    return (mtl_str){s.p, n};
}

static void tell(mtl_problem_fn *fn, void *user, mtl_str file, uint32_t line, mtl_str what)
{
    mtl_err err;
    mtl_fail(&err, MTL_ERULE, file, line, 0, "%.*s", MTL_FMT(what));
    if (fn)
        fn(user, &err);
}

static void broken(const trial *t, mtl_str what)
{
    const mtl_example *e = t->example;
    tell(t->p->failed, t->p->user, e->file.n ? e->file : t->rule->info.file, e->line, what);
}

/* ---- linting ---- */

static mtl_session *session_for(proving *p, mtl_str tag, mtl_err *err)
{
    for (uint32_t i = 0; i < p->tongues.n; i++)
        if (mtl_str_same(p->tongues.items[i].tag, tag))
            return p->tongues.items[i].session;
    const mtl_config config = {.language = mtl_str_copy(tag, &p->arena).p, .input_format = "plain"};
    mtl_session *session = mtl_session_new(p->rules, &config, err);
    if (session)
        mtl_vec_push(&p->tongues, &p->arena, ((tongue){tag, session}));
    return session;
}

static bool take_report(void *user, mtl_report *report)
{
    trial *t = user;
    mtl_report_free(t->report);
    t->report = report;
    return true;
}

/* The finished report on TEXT in its document, or NULL, which has then been told. */
static const mtl_report_info *lint(trial *t, mtl_str text)
{
    mtl_err err = {0};
    mtl_session *session = session_for(t->p, t->example->lang, &err);
    if (!session) {
        broken(t, mtl_str_format(&t->p->arena, "cannot be tested: %s", err.what));
        return NULL;
    }
    const mtl_str whole = mtl_str_format(&t->p->arena, "%.*s%.*s%.*s", MTL_FMT(t->head), MTL_FMT(text), MTL_FMT(t->tail));
    const bool ok = mtl_lint_text(session, t->rule->info.id, whole, take_report, t);
    if (!ok || !t->report) {
        broken(t, MTL_LIT("cannot be read as a text"));
        return NULL;
    }
    return mtl_report_read(t->report);
}

static bool is_outside(mtl_span at, mtl_span example)
{
    return mtl_span_end(at) <= example.at || at.at >= mtl_span_end(example);
}

/* ---- what is promised ---- */

/* WHAT is clean: no rule marks anything in TEXT. */
static void prove_clean(trial *t, mtl_str text, const char *what)
{
    const mtl_report_info *report = lint(t, text);
    if (!report)
        return;
    const mtl_span example = {(uint32_t)t->head.n, (uint32_t)text.n};
    for (uint32_t i = 0; i < report->nfindings; i++) {
        const mtl_finding *f = &report->findings[i];
        if (!is_outside(f->at, example))
            broken(t, mtl_str_format(&t->p->arena, "%s: %.*s marks “%.*s”", what, MTL_FMT(f->rule->id), MTL_FMT(brief(f->text))));
    }
}

/* Where the hit stands that the example promises; the loader made sure that it does. */
static mtl_span promised(const trial *t)
{
    const mtl_example *e = t->example;
    size_t at = mtl_str_find(e->bad, e->hit, 0);
    for (uint32_t n = 1; n < e->nth; n++)
        at = mtl_str_find(e->bad, e->hit, at + 1);
    return (mtl_span){(uint32_t)(t->head.n + at), (uint32_t)e->hit.n};
}

/* The one finding of the rule in the example; other rules may complain of the same place, and of no other. */
static const mtl_finding *only_hit(const trial *t, const mtl_report_info *report, mtl_span hit)
{
    const mtl_span example = {(uint32_t)t->head.n, (uint32_t)t->example->bad.n};
    const mtl_finding *found = NULL;
    uint32_t n = 0;
    for (uint32_t i = 0; i < report->nfindings; i++) {
        const mtl_finding *f = &report->findings[i];
        if (is_outside(f->at, example))
            continue;
        if (f->rule == &t->rule->info) {
            n++;
            found = f;
        } else if (is_outside(f->at, hit)) {
            broken(t, mtl_str_format(&t->p->arena, "bad example: %.*s marks “%.*s” too", MTL_FMT(f->rule->id),
                                     MTL_FMT(brief(f->text))));
        }
    }
    if (n == 1)
        return found;
    broken(t, n ? mtl_str_format(&t->p->arena, "bad example: %u hits instead of one", n) : MTL_LIT("bad example: no hit"));
    return NULL;
}

static bool is_promised(const trial *t, const mtl_finding *f, mtl_span hit)
{
    if (f->at.at == hit.at && f->at.len == hit.len)
        return true;
    const mtl_str marked = brief(f->text), wanted = brief(t->example->hit);
    if (mtl_str_same(f->text, t->example->hit))
        broken(t, mtl_str_format(&t->p->arena, "bad example: another “%.*s” is hit; “nth” says which", MTL_FMT(marked)));
    else
        broken(t, mtl_str_format(&t->p->arena, "bad example: hit “%.*s” instead of “%.*s”", MTL_FMT(marked), MTL_FMT(wanted)));
    return false;
}

static int by_place(const void *a, const void *b)
{
    const mtl_edit *x = a, *y = b;
    return (x->at.at > y->at.at) - (x->at.at < y->at.at);
}

/* The source of REPORT with FIX applied. */
static mtl_str apply(const mtl_report_info *report, const mtl_fix *fix, mtl_arena *arena)
{
    mtl_edit *edits = mtl_arena_array(arena, mtl_edit, fix->nedits);
    memcpy(edits, fix->edits, fix->nedits * sizeof *edits);
    qsort(edits, fix->nedits, sizeof *edits, by_place);
    mtl_out out = {0};
    mtl_edits_write(&out, report->source, edits, fix->nedits);
    const mtl_str fixed = mtl_str_copy(mtl_out_bytes(&out), arena);
    mtl_out_free(&out);
    return fixed;
}

static void prove_fix(trial *t, const mtl_report_info *report, const mtl_finding *f)
{
    if (f->nfixes == 0) {
        broken(t, MTL_LIT("bad example: the finding has no fix"));
        return;
    }
    const mtl_str fixed = apply(report, &f->fixes[0], &t->p->arena);
    const mtl_str want = mtl_str_format(&t->p->arena, "%.*s%.*s%.*s", MTL_FMT(t->head), MTL_FMT(t->example->fix), MTL_FMT(t->tail));
    if (mtl_str_same(fixed, want))
        prove_clean(t, t->example->fix, "fixed text");
    else
        broken(t, mtl_str_format(&t->p->arena, "fix gives “%.*s”", MTL_FMT(fixed)));
}

static void prove_bad(trial *t)
{
    const mtl_report_info *report = lint(t, t->example->bad);
    if (!report)
        return;
    const mtl_span hit = promised(t);
    const mtl_finding *f = only_hit(t, report, hit);
    if (f && is_promised(t, f, hit) && t->example->fix.p)
        prove_fix(t, report, f);
}

static void prove_example(proving *p, const mtl_rule *rule, const mtl_example *example)
{
    trial t = {.p = p, .rule = rule, .example = example, .head = MTL_LIT(""), .tail = MTL_LIT("")};
    if (example->in.p) {
        const size_t at = mtl_str_find(example->in, MTL_LIT("{}"), 0);
        t.head = (mtl_str){example->in.p, at};
        t.tail = (mtl_str){example->in.p + at + 2, example->in.n - at - 2};
    }
    if (example->bad.p)
        prove_bad(&t);
    else
        prove_clean(&t, example->good, "good example");
    mtl_report_free(t.report);
}

/* ---- rules ---- */

static void warn_of(const proving *p, const mtl_rule *rule)
{
    uint32_t bad = 0;
    for (uint32_t i = 0; i < rule->info.nexamples; i++)
        bad += rule->info.examples[i].bad.p != NULL;
    if (bad < FEWEST)
        tell(p->warn, p->user, rule->info.file, 0, MTL_LIT("has fewer than three bad examples"));
    if (rule->info.nexamples - bad < FEWEST)
        tell(p->warn, p->user, rule->info.file, 0, MTL_LIT("has fewer than three good examples"));
    if (rule->slow_line)
        tell(p->warn, p->user, rule->info.file, rule->slow_line, MTL_LIT("has a pattern without a trigger"));
}

static size_t prove_rule(proving *p, const mtl_rule *rule, const char *lang)
{
    const bool whole = !lang || mtl_str_is(rule->info.language, lang);
    size_t n = 0;
    for (uint32_t i = 0; i < rule->info.nexamples; i++) {
        const mtl_example *example = &rule->info.examples[i];
        if (!whole && !(mtl_str_is(rule->info.language, "all") && mtl_str_is(example->lang, lang)))
            continue;
        prove_example(p, rule, example);
        n++;
    }
    if (whole || n)
        warn_of(p, rule);
    return n;
}

size_t mtl_ruleset_test(const mtl_ruleset *rules, const char *lang, mtl_problem_fn *failed, mtl_problem_fn *warn, void *user)
{
    proving p = {.rules = rules, .failed = failed, .warn = warn, .user = user};
    size_t n = 0;
    for (uint32_t i = 0; i < rules->nrules; i++)
        n += prove_rule(&p, rules->rules[i], lang);
    for (uint32_t i = 0; i < p.tongues.n; i++)
        mtl_session_free(p.tongues.items[i].session);
    mtl_arena_reset(&p.arena);
    return n;
}
