/* api.c: a thin door: what mtlint.h promises and no module owns. */
#include "lang/locale.h"
#include "rule/ruleset.h"

#include <stdlib.h>

static const char *const severities[] = {
    [MTL_NEUTRAL] = "neutral", [MTL_MINOR] = "minor", [MTL_MAJOR] = "major", [MTL_CRITICAL] = "critical"};
static const char *const confidences[] = {[MTL_LOW] = "low", [MTL_MEDIUM] = "medium", [MTL_HIGH] = "high"};

const char *mtl_severity_name(mtl_severity severity)
{
    return severities[severity];
}

const char *mtl_confidence_name(mtl_confidence confidence)
{
    return confidences[confidence];
}

bool mtl_severity_parse(mtl_str name, mtl_severity *out)
{
    for (size_t i = 0; i < MTL_COUNT(severities); i++)
        if (mtl_str_is(name, severities[i])) {
            *out = (mtl_severity)i;
            return true;
        }
    return false;
}

/* Here, so that rule/ never includes check/. */
mtl_ruleset *mtl_ruleset_load(const mtl_ruleset_options *options, mtl_problem_fn *problem, void *user)
{
    mtl_problems problems = {problem, user, 0};
    return mtl_ruleset_load_with(mtl_checks, options, &problems);
}

bool mtl_language_tag(const char *tag)
{
    char room[64];
    return mtl_locale_tag(mtl_cstr(tag), room, sizeof room);
}

const char *mtl_version(void)
{
    return MTL_VERSION;
}

void mtl_free(void *p)
{
    free(p);
}
