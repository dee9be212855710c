/* lang.h: the profile of a language, from rules/<tag>/lang.yml: what ICU does not know or gets wrong. A check asks the profile and
 * never for a language by name. */
#ifndef MTL_LANG_H
#define MTL_LANG_H

#include "lang/lexicon.h"
#include "lang/locale.h"
#include "lang/speller.h"
#include "lang/words.h"

typedef struct mtl_quote_pair {
    uint32_t open, close; /* code points */
} mtl_quote_pair;

enum { MTL_MOST_LANGS = 64 }; /* one bit each in mtl_type.languages */

typedef struct mtl_lang {
    mtl_str tag, name;            /* "pt-BR", "Portuguese (Brazil)" */
    uint32_t index;               /* in the table of languages; its bit in mtl_type.languages is that of BASE */
    const struct mtl_lang *base;  /* "pt" of "pt-BR"; itself for a language without region */
    bool has_file;                /* a lang.yml of its own, so that it may have rules too */
    mtl_str locale;               /* for ICU */
    const mtl_quote_pair *quotes; /* pairs that print in this language uses, the usual one first; from lang.yml, else CLDR */
    uint32_t nquotes;
#define WORDS(key, field, doc) mtl_words field;
#define PARTS(key, field, doc) mtl_strs field;
#define FLAG(key, field, doc)  bool field;
#include "lang/keys.def"
    struct mtl_lazy_figures *figures; /* see mtl_lang_figures */
    mtl_str package;                  /* Debian's package of the dictionary; empty: there is none */
    mtl_speller *speller;             /* NULL: none installed */
    mtl_lexicon *lexicon;             /* NULL: of a language without a file */
} mtl_lang;

typedef struct mtl_lang_places { /* folders; any may be NULL */
    const char *hunspell;        /* NAME.aff, NAME.dic */
    const char *dictionaries;    /* <language>/words.txt */
    const char *words;           /* <language>.<list>, images of those */
} mtl_lang_places;

typedef struct mtl_langs {
    mtl_lang *items[MTL_MOST_LANGS];
    uint32_t n;
    mtl_ids functions; /* folded hash -> index into masks */
    MTL_VEC(uint64_t) masks;
    mtl_arena *arena;
    mtl_lang_places places;
} mtl_langs;

void mtl_langs_init(mtl_langs *langs, const mtl_lang_places *places, mtl_arena *arena);
/* Adds the language TAG from its lang.yml, whose tree is MAP. A region's language ("pt-BR") takes from its base what its own file does
 * not say, so add "pt" first. Reports every problem; false if there was one. */
bool mtl_langs_add(mtl_langs *langs, mtl_str tag, const mtl_yaml *map, mtl_str file, mtl_problems *problems);
/* The profile for TAG: its own, its base's, or a new generic one made from CLDR (in ARENA). Deprecated tags (tl) become
 * what they are now (fil). Where the tag names a region without a file, the profile writes numbers as CLDR says of that region. NULL if
 * TAG is no BCP 47 tag. */
const mtl_lang *mtl_langs_find(const mtl_langs *langs, mtl_str tag, mtl_arena *arena);
/* How LANG writes numbers, dates and times, by CLDR; decimal 0: not known. Looked up when it is first asked for. */
const mtl_figures *mtl_lang_figures(const mtl_lang *lang);
/* Bit i for each language of which this is a function word. */
uint64_t mtl_langs_of(const mtl_langs *langs, uint64_t folded_hash);

#endif
