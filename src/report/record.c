#include "report/record.h"

static mtl_json *fixes(const mtl_reporting *r, const mtl_finding *finding)
{
    mtl_json *list = mtl_json_array();
    for (uint32_t i = 0; i < finding->nfixes; i++) {
        const mtl_fix *fix = &finding->fixes[i];
        mtl_json *edits = mtl_json_array();
        for (uint32_t k = 0; k < fix->nedits; k++) {
            mtl_json *edit = mtl_json_object();
            mtl_json_set(edit, "start", mtl_json_number(mtl_report_offset(r->report, fix->edits[k].at.at)));
            mtl_json_set(edit, "end", mtl_json_number(mtl_report_offset(r->report, mtl_span_end(fix->edits[k].at))));
            mtl_json_set(edit, "text", mtl_json_string(fix->edits[k].with));
            mtl_json_add(edits, edit);
        }
        mtl_json *entry = mtl_json_set(mtl_json_object(), "safe", mtl_json_bool(fix->safe));
        mtl_json_add(list, mtl_json_set(entry, "edits", edits));
    }
    return list;
}

mtl_json *mtl_record_finding(mtl_json *object, const mtl_reporting *r, const mtl_finding *finding)
{
    const mtl_rule_info *rule = finding->rule;
    const uint32_t start = finding->at.at, end = mtl_span_end(finding->at);
    const mtl_place first = mtl_report_place(r->report, start, MTL_CODE_POINTS);
    const mtl_place last = mtl_report_place(r->report, end, MTL_CODE_POINTS);
    char hex[17];
    for (int i = 0; i < 16; i++)
        hex[i] = "0123456789abcdef"[finding->fingerprint >> (60 - 4 * i) & 15];
    mtl_json_set(object, "rule", mtl_json_string(rule->id));
    mtl_json_set(object, "rank", mtl_json_number(finding->rank));
    mtl_json_set(object, "group", mtl_json_number(finding->group));
    mtl_json_set(object, "category", mtl_json_string(rule->category));
    mtl_json_set(object, "mqm", mtl_json_string(rule->mqm));
    mtl_json_set(object, "severity", mtl_json_string(mtl_cstr(mtl_severity_name(finding->severity))));
    mtl_json_set(object, "confidence", mtl_json_string(mtl_cstr(mtl_confidence_name(finding->confidence))));
    mtl_json_set(object, "message", mtl_json_string(finding->message));
    mtl_json_set(object, "text", mtl_json_string(finding->text));
    mtl_json_set(object, "start", mtl_json_number(mtl_report_offset(r->report, start)));
    mtl_json_set(object, "end", mtl_json_number(mtl_report_offset(r->report, end)));
    mtl_json_set(object, "line", mtl_json_number(first.line));
    mtl_json_set(object, "column", mtl_json_number(first.column));
    mtl_json_set(object, "end_line", mtl_json_number(last.line));
    mtl_json_set(object, "end_column", mtl_json_number(last.column));
    mtl_json_set(object, "fixes", fixes(r, finding));
    return mtl_json_set(object, "fingerprint", mtl_json_string((mtl_str){hex, 16}));
}

static const char *const code_names[] = {
    [MTL_OK] = "ok",        [MTL_EIO] = "io",       [MTL_EENCODING] = "encoding", [MTL_EFORMAT] = "format",
    [MTL_ELIMIT] = "limit", [MTL_EUSAGE] = "usage", [MTL_ERULE] = "rule",
};

mtl_json *mtl_record_error(const mtl_err *err)
{
    mtl_arena arena = {0};
    mtl_json *object = mtl_json_object();
    mtl_json_set(object, "code", mtl_json_string(mtl_cstr(code_names[err->code])));
    mtl_json_set(object, "line", mtl_json_number(err->line));
    mtl_json_set(object, "column", mtl_json_number(err->column));
    mtl_json_set(object, "message", mtl_json_string(mtl_valid_utf8(mtl_cstr(err->what), &arena)));
    mtl_arena_reset(&arena);
    return object;
}
