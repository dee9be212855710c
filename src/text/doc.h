/* doc.h: the text of one document, and for every byte of it the source bytes it came from. Only the mtl_doc_* functions make text,
 * and each names its origin; a place is mapped, never searched for. */
#ifndef MTL_DOC_H
#define MTL_DOC_H

#include "base/vec.h"
#include "text/layer.h"
#include "text/source.h"

typedef enum mtl_piece_kind { MTL_COPY, MTL_PUT, MTL_HOLE } mtl_piece_kind;

typedef struct mtl_piece { /* a run of document text and the bytes it came from */
    mtl_span text, src;
    bool torn;  /* of a PUT: the source holds something else too, or means more than this */
    bool kept;  /* it may not be written anew: a name that stands elsewhere too, a cell whose width is fixed */
    bool apart; /* what stands between it and the piece before is no part of a text: the marks of JSON between two strings */
    mtl_piece_kind kind; /* COPY: byte-identical. PUT: the source says &amp;, the text says &. HOLE: a tag, placeholder or inline
                            code; the text is one U+FFFC, and what it held stays readable in the source */
} mtl_piece;

typedef enum mtl_role { MTL_TARGET, MTL_SOURCE } mtl_role; /* of a translation unit; MTL_TARGET where there is but one side */

typedef struct mtl_block { /* paragraph, heading, item, cell, string of an interface: no match crosses its edge */
    mtl_span text;
    mtl_kind kind;
    mtl_role role;
    bool furniture;                      /* of the page, and at home there: a menu, a button, what is said of a picture */
    uint32_t place;                      /* its number among the blocks that are no furniture; set when the document is sealed */
    mtl_str lang;                        /* BCP 47 tag or empty */
    const mtl_layer *layer;              /* that its text was read from */
    mtl_escape_fn *escape;               /* how text is written there; NULL: as it is */
    const struct mtl_lang *profile;      /* what the engine settled on; NULL until then */
    uint32_t first_sentence, nsentences; /* in the document's arrays */
    uint32_t first_token, ntokens;
} mtl_block;

enum { MTL_SPACE_BEFORE = 1, MTL_BREAK_BEFORE = 2, MTL_WIDE_BEFORE = 4, MTL_IN_CODE = 8 };

typedef struct mtl_token { /* a word, number, punctuation mark, symbol or hole; white space is only a flag */
    mtl_span at;           /* in the text */
    const struct mtl_type *type;
    uint32_t
        flags; /* what stands before it: white space, a line break in it, something else than one plain space; or it stands between
                       two backticks, and is no prose */
} mtl_token;

typedef struct mtl_doc {
    const mtl_source *source;
    const mtl_layer *layer; /* what the reader reads now; spans given to mtl_doc_* are in it */
    mtl_arena *arena;
    mtl_escape_fn *escape; /* how text is written in that layer; NULL: as it is */
    mtl_str id, link;      /* as the input says: a GUID, a key; where it is published. May be empty, as the next ones */
    mtl_str part;          /* which part of the file it is, for people: "item 3" */
    mtl_str title, lang;
    mtl_str notice;  /* what whoever reads the findings should know of how it was read; may be empty */
    mtl_span extent; /* of it in the file, which holds all that its text comes from; empty: the whole file */
    mtl_str text;
    MTL_VEC(char) bytes; /* text is a slice of it once the document is sealed */
    MTL_VEC(mtl_piece) pieces;
    MTL_VEC(mtl_block) blocks;
    MTL_VEC(mtl_span) sentences;
    MTL_VEC(mtl_token) tokens;
    MTL_VEC(mtl_span) notes; /* comments of the source, in source bytes */
    bool kept;               /* what is added now may not be written anew */
    bool apart;              /* what is added next is, from what was added last */
    bool marked_up;          /* the input says what is a heading, an item, a cell; otherwise it was guessed from the shape */
    uint32_t nplaces;        /* blocks that are no furniture */
    bool open;
} mtl_doc;

/* ---- for readers ---- */
void mtl_doc_init(mtl_doc *doc, const mtl_source *source, const mtl_layer *layer, mtl_arena *arena);
void mtl_doc_open(mtl_doc *doc, mtl_kind kind, mtl_role role, mtl_str lang);
void mtl_doc_copy(mtl_doc *doc, mtl_span src);              /* these bytes, as they are */
void mtl_doc_put(mtl_doc *doc, mtl_span src, mtl_str text); /* these bytes mean this */
void mtl_doc_hole(mtl_doc *doc, mtl_span src);              /* not text, but not nothing */
void mtl_doc_note(mtl_doc *doc, mtl_span src);              /* a comment */
void mtl_doc_close(mtl_doc *doc);                           /* an empty block is dropped */
void mtl_doc_drop(mtl_doc *doc);                            /* the open block, as if it had never been opened */
void mtl_doc_cut_back(mtl_doc *doc, uint32_t blocks);       /* to the first BLOCKS; none is open */
/* A closed block of FROM, which reads the same source, behind those of DOC: for readers that must see a text before they know whether it is
 * to be read at all. */
void mtl_doc_take(mtl_doc *doc, const mtl_doc *from, const mtl_block *block);
void mtl_doc_seal(mtl_doc *doc); /* no more text; doc->text is set */

/* ---- for everyone ---- */
/* The first token that begins at or after text byte AT; tokens.n if there is none. */
uint32_t mtl_doc_token_from(const mtl_doc *doc, uint32_t at);
/* The last block that begins at or before text byte AT; the document has one. */
const mtl_block *mtl_doc_block_at(const mtl_doc *doc, uint32_t at);
/* The sentence of BLOCK that holds text byte AT; where none does, the text of the block. */
mtl_span mtl_doc_sentence_at(const mtl_doc *doc, const mtl_block *block, uint32_t at);
/* The source bytes of a span of text. An empty span stays empty. Of one that reaches over pieces that stand apart: its longest part. */
mtl_span mtl_doc_to_source(const mtl_doc *doc, mtl_span text);
/* True if the source bytes of TEXT are that text and nothing else, so that replacing them swallows no markup. A whole PUT piece
 * counts; a hole does not, nor does what is to be kept or has no bytes in the source: the line break between two subtitles. */
bool mtl_doc_is_plain(const mtl_doc *doc, mtl_span text);
/* TEXT has the shape of a headline: it is short, and no mark ends it. */
bool mtl_text_is_headline(mtl_str text);
/* BLOCK is a heading, or a paragraph of that shape, or an item or cell of a page: pages do not mark all of their headings as such. */
bool mtl_block_is_headline(const mtl_doc *doc, const mtl_block *block);
/* Proves the promises above: within a block pieces ascend and do not overlap, cover every byte of text, copies are identical, the
 * text is UTF-8; blocks, sentences and tokens lie in order inside what holds them. On failure says which in ERR. */
bool mtl_doc_check(const mtl_doc *doc, mtl_err *err);

#endif
