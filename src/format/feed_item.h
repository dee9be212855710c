/* feed_item.h: what a feed says of one thing, of itself or of an item: its texts, as they stand in the file, its address and language. Knows the
 * elements of RSS, Atom, Media RSS and sitemaps that hold them; not which element is an item. */
#ifndef MTL_FEED_ITEM_H
#define MTL_FEED_ITEM_H

#include "format/xml.h"

typedef enum mtl_feed_family { /* what a namespace is for */
                               MTL_FEED_OTHER,
                               MTL_FEED_CORE, /* of RSS, Atom and sitemaps */
                               MTL_FEED_RDF,
                               MTL_FEED_XHTML, /* a body of it in an item of RSS */
                               MTL_FEED_CONTENT,
                               MTL_FEED_DC,
                               MTL_FEED_MEDIA,
                               MTL_FEED_ITUNES,
                               MTL_FEED_NEWS,
                               MTL_FEED_IMAGE,
                               MTL_FEED_VIDEO
} mtl_feed_family;

typedef enum mtl_feed_use { /* of an element; those from ID on are no text; texts are written in this order */
                            MTL_FEED_TITLE,
                            MTL_FEED_SUMMARY,
                            MTL_FEED_TEXT,
                            MTL_FEED_CAPTION_TITLE,
                            MTL_FEED_CAPTION,
                            MTL_FEED_MORE,
                            MTL_FEED_RIGHTS,
                            MTL_FEED_ID,
                            MTL_FEED_LINK,
                            MTL_FEED_LANGUAGE
} mtl_feed_use;

typedef struct mtl_feed_cut { /* what stands otherwise where the tags of a text are read */
    mtl_span at;
    mtl_str meaning; /* of a reference that HTML does not know; empty: a tag's prefix, which goes */
} mtl_feed_cut;

typedef struct mtl_feed_field { /* an element that holds a text */
    mtl_feed_use use;
    mtl_span inside;                                   /* between its tags */
    mtl_layering text;                                 /* what it says, without the tags in it */
    MTL_VEC(mtl_feed_cut) cuts;                        /* in order */
    bool says_something;                               /* not only white space */
    bool holds_elements, in_sections, beside_sections; /* the last two: where its text stands */
    mtl_str type, lang;                                /* TYPE as written; empty where it says none */
} mtl_feed_field;

typedef struct mtl_feed_item {
    const mtl_layer *layer; /* that it was read from */
    mtl_arena *arena;
    mtl_span at;                    /* from the first byte of its first tag */
    MTL_VEC(mtl_feed_field) fields; /* that are texts, in the order of the file */
    MTL_VEC(mtl_span) notes;
    mtl_str id, link, lang; /* empty: it does not say */
} mtl_feed_item;

mtl_feed_family mtl_feed_family_of(const mtl_xml_name *name);
/* Reads up to the end of the element that OPEN has begun into ITEM, of which layer and arena are set. False: it has no end; what was complete is
 * there. */
bool mtl_feed_item_read(mtl_feed_item *item, mtl_xml *xml, const mtl_xml_event *open);
/* What FIELD says: references and sections of CDATA undone, the tags in it left out. */
const mtl_layer *mtl_feed_field_text(const mtl_feed_field *field);
/* The elements in FIELD as XHTML: their prefixes taken off, and with what its DTD means by references. */
const mtl_layer *mtl_feed_field_markup(const mtl_feed_item *item, const mtl_feed_field *field);

#endif
