/* json.c: the report as one JSON value, written document by document; one finding a line, so that reports can be compared. */
#include "report/record.h"

static void put(mtl_out *out, mtl_json *value)
{
    mtl_json_write(out, value, 0);
    mtl_json_free(value);
}

/* "key":value without the object around it; a comma goes before it unless it is the first. */
static void put_field(mtl_out *out, bool first, const char *key, mtl_json *value)
{
    mtl_out_fmt(out, "%s\"%s\":", first ? "" : ",", key);
    put(out, value);
}

static void begin(const mtl_reporting *r)
{
    mtl_json *tool = mtl_json_object();
    mtl_json_set(tool, "name", mtl_json_string(MTL_LIT("mtlint")));
    mtl_json_set(tool, "version", mtl_json_string(mtl_cstr(mtl_version())));
    mtl_json_set(tool, "columns", mtl_json_string(MTL_LIT("code points")));
    mtl_out_str(r->out, MTL_LIT("{\"schema\":1,\"tool\":"));
    put(r->out, tool);
    mtl_out_str(r->out, MTL_LIT(",\"files\":["));
}

static void open(const mtl_reporting *r)
{
    mtl_out_str(r->out, r->nfiles > 1 ? MTL_LIT(",\n{") : MTL_LIT("\n{"));
    put_field(r->out, true, "path", mtl_json_string(r->name));
    mtl_out_str(r->out, MTL_LIT(",\"documents\":["));
}

static void put_document(const mtl_reporting *r, const mtl_report_info *info)
{
    mtl_out *out = r->out;
    mtl_json *notices = mtl_json_array();
    for (uint32_t i = 0; i < info->nnotices; i++)
        mtl_json_add(notices, mtl_json_string(info->notices[i]));
    mtl_out_str(out, r->file.ndocuments > 1 ? MTL_LIT(",\n {") : MTL_LIT("\n {"));
    put_field(out, true, "part", mtl_json_string(info->part));
    put_field(out, false, "id", mtl_json_string(info->id));
    put_field(out, false, "link", mtl_json_string(info->link));
    put_field(out, false, "title", mtl_json_string(info->title));
    put_field(out, false, "language", mtl_json_string(info->language));
    put_field(out, false, "encoding", mtl_json_string(info->encoding.n ? info->encoding : MTL_LIT("UTF-8")));
    put_field(out, false, "words", mtl_json_number(info->words));
    put_field(out, false, "evidence", mtl_json_string(info->evidence));
    put_field(out, false, "notices", notices);
    mtl_out_str(out, MTL_LIT(",\"findings\":["));
    for (uint32_t i = 0; i < info->nfindings; i++) {
        mtl_out_str(out, i ? MTL_LIT(",\n  ") : MTL_LIT("\n  "));
        put(out, mtl_record_finding(mtl_json_object(), r, &info->findings[i]));
    }
    mtl_out_str(out, MTL_LIT("]}"));
}

static void document(const mtl_reporting *r, const mtl_report_info *info)
{
    if (!mtl_report_unread(info))
        put_document(r, info);
    for (uint32_t i = 0; i < info->nerrors; i++) {
        mtl_out_str(r->held, r->held->n ? MTL_LIT(",") : MTL_LIT(""));
        put(r->held, mtl_record_error(&info->errors[i]));
    }
}

static void close(const mtl_reporting *r)
{
    mtl_out_str(r->out, MTL_LIT("],\"errors\":["));
    mtl_out_str(r->out, mtl_out_bytes(r->held));
    mtl_out_str(r->out, MTL_LIT("]}"));
}

static void end(const mtl_reporting *r)
{
    const mtl_tally *all = &r->all;
    mtl_json *summary = mtl_json_object();
    mtl_json_set(summary, "files", mtl_json_number(r->nfiles));
    mtl_json_set(summary, "documents", mtl_json_number(all->ndocuments));
    mtl_json_set(summary, "words", mtl_json_number(all->words));
    mtl_json_set(summary, "findings", mtl_json_number(all->nfindings));
    for (int s = MTL_CRITICAL; s >= MTL_NEUTRAL; s--)
        mtl_json_set(summary, mtl_severity_name((mtl_severity)s), mtl_json_number(all->by_severity[s]));
    mtl_json_set(summary, "errors", mtl_json_number(all->nerrors));
    mtl_json_set(summary, "per_1000_words", mtl_json_real(mtl_tally_rate(all)));
    mtl_out_str(r->out, MTL_LIT("\n],\"summary\":"));
    put(r->out, summary);
    mtl_out_str(r->out, MTL_LIT("}\n"));
}

const mtl_reporter mtl_reporter_json = {
    .name = "json",
    .doc = "one JSON value, described in reports/schema/report.schema.json",
    .begin = begin,
    .open = open,
    .document = document,
    .close = close,
    .end = end,
};
