/* linted.h: rule sets and sessions for tests that look at whole reports, through mtlint.h. */
#ifndef MTL_TEST_LINTED_H
#define MTL_TEST_LINTED_H

#include "base/arena.h"
#include "rows.h"

static inline void fail_at_problem(void *user, const mtl_err *problem)
{
    (void)user;
    fail_msg("%s:%u: %s", problem->where, problem->line, problem->what);
}

/* The rules of DIR, without dictionaries, so that the machine does not matter. */
static inline mtl_ruleset *load_rules(const char *dir)
{
    const mtl_ruleset_options options = {.rule_dirs = &dir, .nrule_dirs = 1, .hunspell_dir = "/nowhere"};
    mtl_ruleset *rules = mtl_ruleset_load(&options, fail_at_problem, NULL);
    assert_non_null(rules);
    return rules;
}

static inline mtl_session *open_session(const mtl_ruleset *rules, const mtl_config *config)
{
    mtl_err err = {0};
    mtl_session *session = mtl_session_new(rules, config, &err);
    if (!session)
        fail_msg("%s: %s", err.where, err.what);
    return session;
}

static inline bool keep_report(void *user, mtl_report *report)
{
    mtl_report **kept = user;
    assert_null(*kept);
    *kept = report;
    return true;
}

/* The only report on TEXT, the caller's to free. */
static inline mtl_report *lint_as(mtl_session *session, const char *name, mtl_str text)
{
    mtl_report *report = NULL;
    const bool read = mtl_lint_text(session, mtl_cstr(name), text, keep_report, &report);
    assert_non_null(report);
    CHECK("what could not be read has an error", read == (mtl_report_read(report)->nerrors == 0));
    return report;
}

static inline mtl_report *lint(mtl_session *session, const char *text)
{
    return lint_as(session, "text.txt", mtl_cstr(text));
}

#endif
