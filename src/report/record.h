/* record.h: findings and errors as JSON objects, the same in every format that is JSON. reports/schema/ describes each field. */
#ifndef MTL_RECORD_H
#define MTL_RECORD_H

#include "base/json.h"
#include "report/reporter.h"

/* Adds the fields of FINDING to OBJECT and returns it. */
mtl_json *mtl_record_finding(mtl_json *object, const mtl_reporting *r, const mtl_finding *finding);
mtl_json *mtl_record_error(const mtl_err *err);

#endif
