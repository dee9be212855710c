/* speller.h: Hunspell's gate. Spelling is evidence here (a fused word, a cut word), never a finding of its own. */
#ifndef MTL_SPELLER_H
#define MTL_SPELLER_H

#include "base/map.h"

typedef enum mtl_verdict {
    MTL_NO_SPELLER, /* no dictionary, or not asked: nothing follows */
    MTL_KNOWN,
    MTL_UNKNOWN
} mtl_verdict;

/* A dictionary. Shared by threads: it locks itself. It is loaded when it is first asked. */
typedef struct mtl_speller mtl_speller;

/* The dictionary NAME.aff and NAME.dic in DIR, or NULL if it is not there. Freed with ARENA. */
mtl_speller *mtl_speller_find(const char *dir, mtl_str name, mtl_arena *arena);
/* Asks the dictionary; slow (microseconds, the first time 0.1 to 0.3 seconds). Words over MTL_MAX_SPELL_BYTES are not asked. */
mtl_verdict mtl_speller_ask(mtl_speller *speller, mtl_str word);

/* True if WORD, in small letters and with a hyphen, is an entry of the dictionary itself: what Hunspell cannot say, since it takes any
 * two known words with a hyphen between for a known one. Reads the .dic once without loading the dictionary. */
bool mtl_speller_lists(mtl_speller *speller, mtl_str word);

/* The verdicts a session remembers, by speller and exact form. */
typedef struct mtl_verdicts {
    mtl_arena arena;
    mtl_map known;
} mtl_verdicts;

mtl_verdict mtl_verdicts_ask(mtl_verdicts *verdicts, mtl_speller *speller, mtl_str word);
/* Forgets all if there are more than MTL_MAX_TYPES. */
void mtl_verdicts_trim(mtl_verdicts *verdicts);
void mtl_verdicts_free(mtl_verdicts *verdicts);

#endif
