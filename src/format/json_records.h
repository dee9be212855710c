/* json_records.h: JSON as documents: which records it holds, and the text of each. The records of a list (articles, items, entries) are a document
 * each; what stands beside them is one more, and a value without such a list is one. Which fields hold text is told by fields.h. */
#ifndef MTL_JSON_RECORDS_H
#define MTL_JSON_RECORDS_H

#include "format/fields.h"
#include "format/json_scan.h"

typedef struct mtl_json_records mtl_json_records;

/* Reads the JSON value that stands at AT of FILE; all is ARENA's. SPLIT: the records of a list are documents; otherwise the whole is one. */
mtl_json_records *mtl_json_records_read(const mtl_layer *file, mtl_span at, bool split, const mtl_fields *fields, mtl_arena *arena);
/* The next document into DOC, which is initialised; false: there is none. What is broken ends with the last record before the place. */
bool mtl_json_records_next(mtl_json_records *records, mtl_doc *doc);
/* What is broken, for people, and at which byte of the file; NULL: nothing is. */
const char *mtl_json_records_broken(const mtl_json_records *records, uint32_t *at);

#endif
