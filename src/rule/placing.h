/* placing.h: where in its document a phrase or pattern must stand to count, and how much of the text is then marked. Shared by the
 * kinds phrase and pattern; furniture of pages and notes of tools are known by position and shape as much as by wording. */
#ifndef MTL_PLACING_H
#define MTL_PLACING_H

#include "rule/check.h"

typedef struct mtl_placing {
    uint32_t where;      /* anywhere, sentence-start, sentence, block-start, block-end, block */
    uint32_t edge;       /* only in the first or last so many blocks; 0: in any */
    uint32_t side;       /* either, head, tail: which edge */
    uint32_t flag;       /* match, sentence, rest, block: what is marked */
    uint32_t most_words; /* the block has no more words; 0: any number */
    uint32_t proof;      /* an index into mtl_placing_proof */
    uint32_t quoted;     /* outside (the default), inside, any: of quotation marks */
} mtl_placing;

/* Rows for a kind's table of entry params; STRUCT has the member FIELD of type mtl_placing. */
#define MTL_PLACING_PARAMS(STRUCT, FIELD)                                                                                          \
    {"where", MTL_PARAM_CHOICE, offsetof(STRUCT, FIELD.where), false, "where in its block it must stand", mtl_placing_where},      \
        {"edge", MTL_PARAM_COUNT, offsetof(STRUCT, FIELD.edge), false, "only in the first or last so many blocks", NULL},          \
        {"side", MTL_PARAM_CHOICE, offsetof(STRUCT, FIELD.side), false, "which edge of the document", mtl_placing_side},           \
        {"flag", MTL_PARAM_CHOICE, offsetof(STRUCT, FIELD.flag), false, "what is marked", mtl_placing_flag},                       \
        {"most-words", MTL_PARAM_COUNT, offsetof(STRUCT, FIELD.most_words), false, "only in blocks of so many words", NULL},       \
        {"proof", MTL_PARAM_CHOICE, offsetof(STRUCT, FIELD.proof), false, "how sure it is by itself", mtl_placing_proof},          \
    {                                                                                                                              \
        "quoted", MTL_PARAM_CHOICE, offsetof(STRUCT, FIELD.quoted), false, "inside or outside quotation marks", mtl_placing_quoted \
    }

extern const char *const mtl_placing_where[], *const mtl_placing_side[], *const mtl_placing_flag[], *const mtl_placing_proof[],
                                                                                                        *const mtl_placing_quoted[];

enum { MTL_FLAG_MATCH, MTL_FLAG_SENTENCE, MTL_FLAG_REST, MTL_FLAG_BLOCK }; /* as in mtl_placing_flag */

/* For compile(): reports keys that contradict each other, in LINE of FILE; false if there are any. */
bool mtl_placing_check(const mtl_placing *placing, mtl_str file, uint32_t line, mtl_problems *problems);
/* What is said of the proof. A missing key is 0, the first choice: sure. */
mtl_proof mtl_placing_says(const mtl_placing *placing);
/* Where a match must begin: anywhere, at the head of its sentence, or at that of its block. */
typedef enum mtl_head { MTL_HEAD_NONE, MTL_HEAD_SENTENCE, MTL_HEAD_BLOCK } mtl_head;
mtl_head mtl_placing_head(const mtl_placing *placing);
/* True if a match must reach the end of its block, wherever it begins. */
bool mtl_placing_at_end(const mtl_placing *placing);
/* True if a match may stand in the view's block at all: the cheap half of what follows. */
bool mtl_placing_block(const mtl_placing *placing, const mtl_view *view);
/* True if a match at TEXT in the view's block is where PLACING wants it; *MARK is then what to mark. */
bool mtl_placing_allows(const mtl_placing *placing, const mtl_view *view, mtl_span text, mtl_span *mark);
/* Emits a finding at MARK, mended by FIX unless FIX.p is NULL. An empty fix deletes, together with a space that would be left over,
 * and is never safe: what stands there may be all there is of something. */
void mtl_placing_emit(const mtl_placing *placing, const mtl_rule *rule, const mtl_view *view, mtl_sink *sink, mtl_span mark,
                      mtl_str fix);

#endif
