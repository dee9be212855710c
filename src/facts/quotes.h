/* quotes.h: every quotation mark of a document, what it does there, and its partner. Apostrophes, feet and inches, minutes and
 * seconds are told apart first. */
#ifndef MTL_QUOTES_H
#define MTL_QUOTES_H

#include "lang/lang.h"

typedef enum mtl_mark_role {
    MTL_MARK_OPEN,
    MTL_MARK_CLOSE,
    MTL_MARK_RUNS_ON, /* left open at the end of its paragraph, and the next paragraph opens again: no partner, and right */
    MTL_MARK_OTHER    /* apostrophe, prime, ditto: no quotation mark */
} mtl_mark_role;

#define MTL_MARK_ALONE UINT32_MAX

typedef struct mtl_mark {
    uint32_t token; /* index in the document's tokens */
    uint32_t block;
    uint32_t code;    /* code point */
    uint32_t partner; /* index of the other mark, or MTL_MARK_ALONE */
    uint32_t depth;   /* 0 outermost */
    mtl_mark_role role;
    bool again; /* opens a quotation that runs on from the paragraph before */
} mtl_mark;

typedef struct mtl_quotes {
    const mtl_mark *marks; /* in order of place */
    uint32_t n;
    const mtl_span *quoted; /* text between partners, disjoint and in order; marks included */
    uint32_t nquoted;
} mtl_quotes;

/* True if M should have a partner and has none. */
static inline bool mtl_mark_is_alone(const mtl_mark *m)
{
    return m->partner == MTL_MARK_ALONE && (m->role == MTL_MARK_OPEN || m->role == MTL_MARK_CLOSE);
}

mtl_quotes mtl_quotes_gather(const mtl_doc *doc, mtl_arena *arena);
/* True if text byte AT lies between a mark and its partner. */
bool mtl_quotes_inside(const mtl_quotes *quotes, uint32_t at);
/* True if CODE is a double mark: “ ” „ " « » and their like. */
bool mtl_quotes_is_double(uint32_t code);
/* True if CLOSE may close what OPEN opens in some language's print. */
bool mtl_quotes_match(uint32_t open, uint32_t close);

#endif
