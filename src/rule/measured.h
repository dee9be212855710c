/* measured.h: how often each rule fires on texts it was measured on, from the file that scripts/measure writes. */
#ifndef MTL_MEASURED_H
#define MTL_MEASURED_H

#include "base/bind.h"
#include "base/map.h"
#include "rule/rule.h"

/* Reads PATH, which may be missing, into the rules it names by what IDS has for RULES; others are passed over, for they may not be
 * loaded. Reports each broken line. */
void mtl_measured_load(mtl_str path, const mtl_map *ids, mtl_rule *rules, mtl_arena *arena, mtl_problems *problems);

#endif
