/* locale.h: ICU's gate for locale data: language tags, CLDR's quotation marks, and how CLDR writes numbers, dates and times. */
#ifndef MTL_LOCALE_H
#define MTL_LOCALE_H

#include "base/str.h"

/* TAG in canonical form in OUT ("TL" is "fil", "pt_br" is "pt-BR"). False if it is no well-formed BCP 47 tag. */
bool mtl_locale_tag(mtl_str tag, char *out, size_t room);
/* The English name of the language. Never empty: an unknown one is named by its tag. */
mtl_str mtl_locale_name(mtl_str tag, mtl_arena *arena);
/* CLDR's marks of TAG: outer open, outer close, inner open, inner close, as code points. False if CLDR has none of its own. */
bool mtl_locale_quotes(mtl_str tag, uint32_t marks[4]);

typedef struct mtl_figures { /* how a locale writes numbers, dates and times */
    uint32_t decimal, group; /* code points; decimal 0: nothing is known */
    uint32_t smallest;       /* as many digits before the decimal mark are grouped: 4, or 5 where "1234" stands without a mark */
    bool sign_first;         /* "€ 5", not "5 €" */
    char date[4], date_mark; /* "dmy" and '.' of 24.12.2024; date_mark 0: more than one character stands between */
    bool half_days;          /* a clock of twelve hours, with am and pm */
} mtl_figures;
/* CLDR's figures of TAG. False if CLDR does not know the language, or if it writes no full stop or comma for the decimal mark. */
bool mtl_locale_figures(mtl_str tag, mtl_figures *out);

#endif
