/* token.h: our tokenizer, and the types it interns: everything known of a word is worked out once and kept on its type.
 *
 * Words are runs of letters, marks and digits; an apostrophe between letters stays inside ("l'homme", "geht's"), a full stop, colon,
 * hyphen or underscore does not. Numbers keep separators between digits ("1.234,5", "10:30"). Every other character that is not
 * white space is a token of its own. ICU's word iterator is the oracle in tests, and the deputy for scripts without spaces. */
#ifndef MTL_TOKEN_H
#define MTL_TOKEN_H

#include "base/map.h"
#include "lang/chars.h"
#include "text/doc.h"

typedef enum mtl_class { MTL_WORD, MTL_NUMBER, MTL_PUNCT, MTL_SYMBOL, MTL_VOID /* a hole */ } mtl_class;
typedef enum mtl_case { MTL_CASELESS, MTL_LOWER, MTL_CAPITAL, MTL_UPPER, MTL_MIXED } mtl_case;
/* LOWER "haus", CAPITAL "Haus", UPPER "HAUS" (two letters or more; one capital letter is CAPITAL), MIXED "iPhone", "USAs" */

typedef struct mtl_type {
    mtl_str form;
    uint64_t hash;                 /* of the folded form */
    const struct mtl_type *folded; /* itself where form is folded already */
    mtl_class kind;
    mtl_case letters;
    uint32_t code;      /* of a punctuation mark or symbol: its code point; else 0 */
    uint32_t nchars;    /* code points */
    uint64_t languages; /* bit i: a function word of language i */
    uint32_t trigger;   /* where phrases that begin with this word start in the rule set's table; 0: none does */
} mtl_type;

/* What a new type is asked about; the engine fills this in from the rule set. Both may be NULL. */
typedef struct mtl_lexemes {
    uint64_t (*languages)(const void *user, uint64_t folded_hash);
    uint32_t (*trigger)(const void *user, uint64_t folded_hash);
    const void *user;
} mtl_lexemes;

/* The types of one session. */
typedef struct mtl_types {
    mtl_arena arena;
    mtl_map forms; /* form -> index into items */
    MTL_VEC(mtl_type *) items;
    mtl_lexemes lexemes;
} mtl_types;

void mtl_types_init(mtl_types *types, mtl_lexemes lexemes);
void mtl_types_free(mtl_types *types);
/* Forgets all types if there are more than MTL_MAX_TYPES; call it between documents. */
void mtl_types_trim(mtl_types *types);
/* The type of FORM, which is a single token. Lives until the types are trimmed or freed. */
const mtl_type *mtl_types_intern(mtl_types *types, mtl_str form);

/* Splits a run of letters of an unspaced script: calls FN with the end of each word in it, in bytes from its start. */
typedef void mtl_deputy_fn(void *user, mtl_str run, void (*fn)(void *, uint32_t end), void *fn_user);

/* Cuts each block of DOC into tokens and sets its first_token and ntokens. DEPUTY may be NULL: an unspaced run is then one word. */
void mtl_tokenize(mtl_doc *doc, mtl_types *types, mtl_deputy_fn *deputy, void *user);

/* One step of the same tokenizer over TEXT[*at ...): the next token's span, or {n, 0} at the end. *FLAGS says what stood before. */
mtl_span mtl_token_next(mtl_str text, uint32_t *at, uint32_t *flags);

static inline mtl_str mtl_token_text(const mtl_doc *doc, const mtl_token *token)
{
    return mtl_str_cut(doc->text, token->at);
}

/* A word or a number: what counts as a word of the text. */
static inline bool mtl_token_is_word(const mtl_token *token)
{
    return token->type->kind == MTL_WORD || token->type->kind == MTL_NUMBER;
}

/* True if no white space stands before it. */
static inline bool mtl_token_is_glued(const mtl_token *token)
{
    return !(token->flags & MTL_SPACE_BEFORE);
}

/* True if white space stands before it, and no line break. */
static inline bool mtl_token_is_spaced(const mtl_token *token)
{
    return !mtl_token_is_glued(token) && !(token->flags & MTL_BREAK_BEFORE);
}

/* "-", U+2010 HYPHEN, U+2011 NON-BREAKING HYPHEN. */
static inline bool mtl_token_is_hyphen(const mtl_token *token)
{
    return token->type->code == '-' || token->type->code == 0x2010 || token->type->code == 0x2011;
}

#endif
