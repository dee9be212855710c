/* lang.h: the profile of a language, from rules/<tag>/lang.yml: what ICU does not know or gets wrong. A check asks the profile and
 * never for a language by name. */
#ifndef MTL_LANG_H
#define MTL_LANG_H

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
    mtl_words abbreviations; /* with their stops; end no sentence */
    bool ordinal_stop;       /* "am 3. Mai": a number and a stop end no sentence */
    mtl_words relatives;     /* doubled only where a clause begins: ", die die Suppe loben" */
    mtl_words doubles;       /* words that rightly stand twice in a row: die die, sie Sie, nous nous */
    mtl_words suspends;      /* words before a suspended hyphen: und -steuern */
    mtl_words clitics;       /* what stands behind a hyphen of its own: se, lo, vos */
    mtl_words vowel_clitics; /* those of them that follow only a vowel: lo, la */
    mtl_words prefixes;      /* what stands before a hyphen of its own: pag, taga, ex */
    mtl_words conjunctions;  /* und, oder: join two different things */
    mtl_words copulas;       /* ist, é: "a lei é a lei" */
    mtl_words never_between; /* words that never stand between a word and itself: "tigil ng tigil" */
    mtl_words reduplicates;  /* words that stand between a word and itself to say "very": sweet na sweet */
    mtl_words spaced_marks;  /* marks before which the language sets a space: ? ! ; in French */
    mtl_words elisions;      /* what loses its vowel before an apostrophe: l, d, dell */
    mtl_words endings;       /* what an apostrophe joins to the word before it: s, hui */
    mtl_words never_joined;  /* articles and the like: a hyphen before one was a dash */
    mtl_words never_last;    /* articles, prepositions and conjunctions that end no sentence */
    mtl_words functions;     /* function words */
    bool spaced_hyphen;      /* " -ohjelma" is right after a name of several words (Finnish, Swedish) */
    bool spaced_dash;        /* a long dash stands between spaces; glued on both sides it is English print */
    bool hyphen_dash;        /* " -y siempre": a hyphen serves as a parenthetical dash (Spanish, French) */
    mtl_str package;         /* Debian's package of the dictionary; empty: there is none */
    mtl_speller *speller;    /* NULL: none installed */
} mtl_lang;

typedef struct mtl_langs {
    mtl_lang *items[MTL_MOST_LANGS];
    uint32_t n;
    mtl_map functions; /* folded hash -> index into masks */
    MTL_VEC(uint64_t) masks;
    mtl_arena *arena;
    const char *hunspell_dir;
} mtl_langs;

void mtl_langs_init(mtl_langs *langs, const char *hunspell_dir, mtl_arena *arena);
/* Adds the language TAG from its lang.yml, whose tree is MAP. A region's language ("pt-BR") takes from its base what its own file does
 * not say, so add "pt" first. Reports every problem; false if there was one. */
bool mtl_langs_add(mtl_langs *langs, mtl_str tag, const mtl_yaml *map, mtl_str file, mtl_problems *problems);
/* The profile for TAG: its own, its base's, or a new generic one made from CLDR (in ARENA). Deprecated tags (tl) become
 * what they are now (fil). NULL if TAG is no BCP 47 tag. */
const mtl_lang *mtl_langs_find(const mtl_langs *langs, mtl_str tag, mtl_arena *arena);
/* Bit i for each language of which this is a function word. */
uint64_t mtl_langs_of(const mtl_langs *langs, uint64_t folded_hash);

#endif
