/* locale.h: ICU's gate for locale data: language tags and CLDR's quotation marks. */
#ifndef MTL_LOCALE_H
#define MTL_LOCALE_H

#include "base/str.h"

/* TAG in canonical form in OUT ("TL" is "fil", "pt_br" is "pt-BR"). False if it is no well-formed BCP 47 tag. */
bool mtl_locale_tag(mtl_str tag, char *out, size_t room);
/* The English name of the language. Never empty: an unknown one is named by its tag. */
mtl_str mtl_locale_name(mtl_str tag, mtl_arena *arena);
/* CLDR's marks of TAG: outer open, outer close, inner open, inner close, as code points. False if CLDR has none of its own. */
bool mtl_locale_quotes(mtl_str tag, uint32_t marks[4]);

#endif
