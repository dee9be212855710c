/* jsonl.c: JSON Lines: each line is a record, and a document. A line that is no JSON does not stop the rest. */
#include "base/utf8.h"
#include "format/json_records.h"
#include "format/reader.h"

/* The next line that is not blank, without its end; empty: there is none. Moves AT behind it. */
static mtl_span next_line(mtl_str bytes, uint32_t *at)
{
    while (*at < bytes.n) {
        const char *newline = memchr(bytes.p + *at, '\n', bytes.n - *at);
        const mtl_span line = {*at, newline ? (uint32_t)(newline - bytes.p) - *at : (uint32_t)bytes.n - *at};
        *at = mtl_span_end(line) + (newline != NULL);
        if (mtl_str_trim(mtl_str_cut(bytes, line)).n)
            return line;
    }
    return (mtl_span){0, 0};
}

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    const mtl_str bytes = reading->layer->bytes;
    if (reading->at == 0 && mtl_str_starts(bytes, MTL_BOM))
        reading->at = (uint32_t)MTL_BOM.n;
    const mtl_span line = next_line(bytes, &reading->at);
    if (line.len == 0)
        return MTL_STEP_END;
    mtl_json_records *records = mtl_json_records_read(reading->layer, line, false, reading->fields, doc->arena);
    uint32_t at;
    const char *why = mtl_json_records_broken(records, &at);
    const mtl_place place = mtl_source_place(reading->source, why ? at : line.at, MTL_CODE_POINTS);
    if (why) {
        mtl_fail(err, MTL_EFORMAT, reading->source->path, place.line, place.column, "no JSON: %s", why);
        return MTL_STEP_BAD;
    }
    mtl_json_records_next(records, doc);
    doc->part = mtl_str_format(doc->arena, "line %u", place.line);
    doc->extent = line;
    return MTL_STEP_DOCUMENT;
}

/* An object that ends with its line. */
static int sniff(mtl_str head)
{
    mtl_json_scan scan = {.bytes = head, .next = mtl_str_starts(head, MTL_BOM) ? (uint32_t)MTL_BOM.n : 0};
    const char *newline = head.n ? memchr(head.p, '\n', head.n) : NULL;
    mtl_json_token token = mtl_json_next(&scan);
    if (token != MTL_JSON_OBJECT)
        return 0;
    while (scan.depth && token != MTL_JSON_BROKEN)
        token = mtl_json_next(&scan);
    const size_t behind = newline ? (size_t)(newline - head.p) + 1 : head.n;
    return token == MTL_JSON_CLOSE && behind < head.n && scan.next <= behind &&
                   mtl_str_trim((mtl_str){newline, head.n - behind + 1}).n
               ? 80
               : 0;
}

static const char *const suffixes[] = {".jsonl", ".ndjson", ".jsonlines", NULL};

const mtl_reader mtl_reader_jsonl = {.name = "jsonl",
                                     .doc = "JSON Lines, a document for each line, from a pipe of any length",
                                     .sign = "an object that ends with its line, and another below",
                                     .text = "as in json",
                                     .suffixes = suffixes,
                                     .sniff = sniff,
                                     .next = next,
                                     .lines = true};
