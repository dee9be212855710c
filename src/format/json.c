/* json.c: JSON: exports of content systems, answers of services, JSON Feed. */
#include "base/utf8.h"
#include "format/json_records.h"
#include "format/reader.h"

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    const mtl_str bytes = reading->layer->bytes;
    const uint32_t from = mtl_str_starts(bytes, MTL_BOM) ? (uint32_t)MTL_BOM.n : 0;
    if (!reading->state)
        reading->state = mtl_json_records_read(reading->layer, (mtl_span){from, (uint32_t)bytes.n - from}, true, reading->fields,
                                               reading->arena);
    if (mtl_json_records_next(reading->state, doc))
        return MTL_STEP_DOCUMENT;
    uint32_t at;
    const char *why = mtl_json_records_broken(reading->state, &at);
    if (!why)
        return MTL_STEP_END;
    const mtl_place place = mtl_source_place(reading->source, at, MTL_CODE_POINTS);
    mtl_fail(err, MTL_EFORMAT, reading->source->path, place.line, place.column, "no JSON from here on: %s", why);
    return MTL_STEP_ERROR;
}

/* An object or an array of more than one line; what is one line each is JSON Lines. */
static int sniff(mtl_str head)
{
    const mtl_str text = mtl_str_trim(mtl_str_starts(head, MTL_BOM) ? (mtl_str){head.p + MTL_BOM.n, head.n - MTL_BOM.n} : head);
    if (text.n < 2 || (text.p[0] != '{' && text.p[0] != '['))
        return 0;
    const mtl_str inside = mtl_str_trim((mtl_str){text.p + 1, text.n - 1});
    return text.p[0] == '{' ? (mtl_str_starts(inside, MTL_LIT("\"")) ? 60 : 0)
                            : (mtl_str_starts(inside, MTL_LIT("{")) || mtl_str_starts(inside, MTL_LIT("\"")) ? 50 : 0);
}

static const char *const suffixes[] = {".json", ".geojson", NULL};

const mtl_reader mtl_reader_json = {.name = "json",
                                    .doc = "JSON and JSON Feed, a document for each record of a list",
                                    .sign = "a bracket at its head",
                                    .text = "fields whose name or shape says so (--fields); plain text, or HTML",
                                    .suffixes = suffixes,
                                    .sniff = sniff,
                                    .next = next};
