/* check.h: what a check kind is: the verb that a rule uses. A check sees const text and a sink. It does not know the file, the format,
 * line numbers, severity, configuration or other rules, and it has no memory between calls. */
#ifndef MTL_CHECK_H
#define MTL_CHECK_H

#include "facts/facts.h"
#include "lang/lang.h"
#include "rule/rule.h"
#include "rule/triggers.h"
#include "text/doc.h"
#include "text/regex.h"

typedef enum mtl_reach {
    MTL_PER_BLOCK,  /* run() sees one block at a time */
    MTL_PER_DOC,    /* run() sees the document; view->block is NULL */
    MTL_PER_TRIGGER /* at() is called where a phrase of the rule occurs */
} mtl_reach;

typedef struct mtl_view { /* all that a check is shown */
    const mtl_doc *doc;
    const mtl_block *block;
    const mtl_lang *lang; /* of the block, or of the document */
    const mtl_facts *facts;
    const mtl_lexicon *english; /* for words that are at home in no other language; may be NULL */
    mtl_verdicts *verdicts;
    mtl_matcher *matcher;
    mtl_arena *scratch; /* gone after the document */
} mtl_view;

/* What is known of the word in the view's language, or NULL. */
static inline const mtl_lexeme *mtl_view_lexeme(const mtl_view *view, const mtl_type *type)
{
    return mtl_lexicon_find(view->lang->lexicon, type->folded->form, type->hash);
}

/* What is known of it as an English word, or NULL. */
static inline const mtl_lexeme *mtl_view_english(const mtl_view *view, const mtl_type *type)
{
    return mtl_lexicon_find(view->english, type->folded->form, type->hash);
}

/* Of a lexeme: what says that it is the language's own, and no English word or name that it knows. */
#define MTL_NATIVE (~(uint32_t)(MTL_IS_ENGLISH | MTL_IS_LOWER | MTL_IS_CAPITAL | MTL_IS_NAME))

/* The word is the language's own, or at home in it. */
bool mtl_view_is_own(const mtl_view *view, const mtl_type *type);
/* Token I of the document is "perche'", with an apostrophe for its accent. */
bool mtl_view_is_accented(const mtl_view *view, uint32_t i);
/* It is an English word, and not that. */
bool mtl_view_is_only_english(const mtl_view *view, const mtl_token *token);

/* The same in the view's language, of WORD, whatever its case. */
const mtl_lexeme *mtl_view_word(const mtl_view *view, mtl_str word);

/* The end of the full name of a person that begins at token I of the document: two to four words with capitals, of which the first is a given
 * name or no word of the language; I where there is none before END. */
uint32_t mtl_view_name_end(const mtl_view *view, uint32_t i, uint32_t end);

/* How many different ones of WORDS the text has, at most MOST: two say what it is about. */
uint32_t mtl_view_count(const mtl_view *view, const mtl_strs *words, uint32_t most);
static inline bool mtl_view_is_about(const mtl_view *view, const mtl_strs *words)
{
    return mtl_view_count(view, words, 2) == 2;
}

/* What the dictionary of the view's language says of WORD. */
static inline mtl_verdict mtl_view_spell(const mtl_view *view, mtl_str word)
{
    return mtl_verdicts_ask(view->verdicts, view->lang->speller, word);
}

/* ---- the sink (engine/sink.c) ---- */

typedef struct mtl_sink mtl_sink;
typedef struct mtl_hit mtl_hit;

/* How sure one hit is by itself, before engine/weigh looks at the rest of the document. */
typedef enum mtl_proof {
    MTL_FAINT,    /* no proof of anything: dropped unless the rest of the document is plainly damaged */
    MTL_DOUBTFUL, /* dropped unless the document supports it */
    MTL_POSSIBLE, /* kept in a short text; in a longer one dropped unless there are more */
    MTL_LIKELY,   /* kept, with less confidence where nothing supports it */
    MTL_SURE      /* proven: the joined form is in the dictionary, or stands elsewhere in the document */
} mtl_proof;

typedef enum mtl_safety { MTL_UNSAFE, MTL_SAFE } mtl_safety;

/* A finding at TEXT. Sure, until said otherwise. Never NULL: past the cap hits go nowhere. */
mtl_hit *mtl_emit(const mtl_rule *rule, mtl_sink *sink, mtl_span text);
/* {NAME} in the rule's message becomes VALUE, which is copied. {match} and {fix} need no naming. */
void mtl_hit_name(mtl_hit *hit, const char *name, mtl_str value);
/* Replacing TEXT by WITH mends it. A fix that would swallow markup is dropped by the sink. */
void mtl_hit_fix(mtl_hit *hit, mtl_span text, mtl_str with, mtl_safety safety);
/* A further edit of the last fix. */
void mtl_hit_edit(mtl_hit *hit, mtl_span text, mtl_str with);
void mtl_hit_proof(mtl_hit *hit, mtl_proof proof);
/* A finding at TEXT which WITH mends: safe to apply where PROOF is MTL_SURE. */
void mtl_emit_fix(const mtl_rule *rule, mtl_sink *sink, mtl_span text, mtl_str with, mtl_proof proof);

/* ---- a check kind ---- */

typedef struct mtl_list_cache { /* word lists that were read for a set of rules: each is read once */
    mtl_map by_path;            /* -> index into lists */
    MTL_VEC(mtl_strs) lists;    /* in the order of the file */
} mtl_list_cache;

typedef struct mtl_compiling { /* what compile() may use */
    mtl_rule *rule;
    mtl_triggers *triggers;
    mtl_list_cache *lists;
    mtl_arena *arena;
    mtl_problems *problems;
    const char *dictionary_dir;
    const char *tables_dir; /* where the build put the images of lists; or NULL */
    bool bare;              /* without examples */
} mtl_compiling;

typedef struct mtl_check {
    const char *name, *doc;
    mtl_reach reach;
    const mtl_param *params; /* keys of with: as a map */
    size_t nparams, params_size;
    const mtl_param *entry_params; /* keys of each item of with: as a list, or of its "entries:" */
    size_t nentry_params, entry_size;
    /* Prepares params and entries; reports problems through c->problems; false if there was one. May be NULL. */
    bool (*compile)(mtl_compiling *c);
    void (*run)(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink);
    /* Tokens FIRST..FIRST+N of the document are a phrase of ENTRY. */
    void (*at)(const mtl_rule *rule, const mtl_view *view, uint32_t entry, uint32_t first, uint32_t n, mtl_sink *sink);
} mtl_check;

/* Every kind, NULL-ended: made from checks.def in check/checks.c and handed to the loader, so that rule/ never includes check/. */
extern const mtl_check *const mtl_checks[];

#endif
