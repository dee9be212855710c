/* jsonl.c: one JSON object a line, written as soon as its document is done; for streams and line tools. */
#include "report/record.h"

static void put_line(const mtl_reporting *r, mtl_json *value)
{
    mtl_json_write(r->out, value, 0);
    mtl_json_free(value);
    mtl_out_char(r->out, '\n');
}

static void document(const mtl_reporting *r, const mtl_report_info *info)
{
    for (uint32_t i = 0; i < info->nfindings; i++) {
        mtl_json *line = mtl_json_object();
        mtl_json_set(line, "path", mtl_json_string(r->name));
        mtl_json_set(line, "part", mtl_json_string(info->part));
        mtl_json_set(line, "document", mtl_json_string(info->id));
        mtl_json_set(line, "link", mtl_json_string(info->link));
        put_line(r, mtl_record_finding(line, r, &info->findings[i]));
    }
    for (uint32_t i = 0; i < info->nerrors; i++) {
        mtl_json *line = mtl_json_set(mtl_json_object(), "error", mtl_record_error(&info->errors[i]));
        put_line(r, mtl_json_set(line, "path", mtl_json_string(r->name)));
    }
}

const mtl_reporter mtl_reporter_jsonl = {
    .name = "jsonl",
    .doc = "one finding a line as JSON, written as each document is done",
    .document = document,
};
