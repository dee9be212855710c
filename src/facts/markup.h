/* markup.h: what a document is written in. Where a text is Markdown throughout its asterisks are meant, and where it is HTML its tags
 * are; in a plain text both were left over. A single sign proves neither. */
#ifndef MTL_MARKUP_H
#define MTL_MARKUP_H

#include "lang/token.h"

typedef struct mtl_markup {
    bool markdown;   /* headings, links, lists, fences: several of these, or one of them often */
    bool html;       /* most of its lines begin with a tag */
    bool strings;    /* it has placeholders, "{0}", "%d", "${name}": a program reads it, and its tags too */
    bool star_notes; /* it has footnotes with stars */
    bool told;       /* it speaks of markup or programs, so that signs in it may be what it speaks of */
} mtl_markup;

/* What DOC, whose tokens are cut, is written in. */
mtl_markup mtl_markup_gather(const mtl_doc *doc);

#endif
