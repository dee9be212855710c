/* concise.c: one finding a line, in the form that editors and grep know. */
#include "report/reporter.h"

static void put_place(const mtl_reporting *r, uint32_t line, uint32_t column)
{
    mtl_out_plain(r->out, r->name);
    if (line)
        mtl_out_fmt(r->out, ":%u", line);
    if (line && column)
        mtl_out_fmt(r->out, ":%u", column);
    mtl_out_str(r->out, MTL_LIT(": "));
}

static void put_finding(const mtl_reporting *r, const mtl_finding *finding)
{
    const mtl_place place = mtl_report_place(r->report, finding->at.at, MTL_CODE_POINTS);
    put_place(r, place.line, place.column);
    mtl_out_plain(r->out, finding->rule->id);
    mtl_out_str(r->out, mtl_finding_safe(finding) ? MTL_LIT(" [*] ") : MTL_LIT(" "));
    mtl_out_plain(r->out, finding->message);
    mtl_out_char(r->out, '\n');
}

static void document(const mtl_reporting *r, const mtl_report_info *info)
{
    for (uint32_t i = 0; i < info->nfindings; i++)
        put_finding(r, &info->findings[i]);
    mtl_arena arena = {0};
    for (uint32_t i = 0; i < info->nerrors; i++) {
        put_place(r, info->errors[i].line, info->errors[i].column);
        mtl_out_str(r->out, MTL_LIT("error: "));
        mtl_out_plain(r->out, mtl_valid_utf8(mtl_cstr(info->errors[i].what), &arena));
        mtl_out_char(r->out, '\n');
    }
    mtl_arena_reset(&arena);
}

const mtl_reporter mtl_reporter_concise = {
    .name = "concise",
    .doc = "path:line:column: rule [*] message, one finding a line; [*] has a safe correction",
    .document = document,
};
