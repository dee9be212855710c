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

const char *mtl_check_kind_at(size_t i, const char **doc)
{
    size_t n = 0;
    while (mtl_checks[n])
        n++;
    if (i >= n)
        return NULL;
    *doc = mtl_checks[i]->doc;
    return mtl_checks[i]->name;
}

bool mtl_check_kind_key(const char *name, size_t i, mtl_kind_key *out)
{
    static const char *const types[] = {[MTL_PARAM_BOOL] = "yes or no",     [MTL_PARAM_COUNT] = "number",
                                        [MTL_PARAM_STRING] = "text",        [MTL_PARAM_STRINGS] = "text or list of texts",
                                        [MTL_PARAM_CHOICE] = "one word of", [MTL_PARAM_NODE] = "YAML"};
    const mtl_check *const *check = mtl_checks;
    while (*check && !mtl_str_is(mtl_cstr(name), (*check)->name))
        check++;
    if (!*check || i >= (*check)->nparams + (*check)->nentry_params)
        return false;
    const bool in_entry = i >= (*check)->nparams;
    const mtl_param *param = in_entry ? &(*check)->entry_params[i - (*check)->nparams] : &(*check)->params[i];
    *out = (mtl_kind_key){param->key, types[param->type], param->doc, param->required, in_entry, param->choices};
    return true;
}
