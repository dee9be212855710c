/* xml_walk.h: a document in a vocabulary of XML, from its events to the blocks of its text. What the elements of the vocabulary are
 * stands in a table of its reader; what white space, references, sections of CDATA, comments, languages and translate="no" are,
 * here. */
#ifndef MTL_XML_WALK_H
#define MTL_XML_WALK_H

#include "format/reader.h"
#include "format/xml.h"

typedef enum mtl_xml_flag {
    MTL_XML_EDGE = 1 << 0,       /* the text before it, in it and behind it are different blocks */
    MTL_XML_CODE = 1 << 1,       /* its content is no text but stands for a word, or for a paragraph: a hole */
    MTL_XML_HIDDEN = 1 << 2,     /* its content is not there */
    MTL_XML_PICTURE = 1 << 3,    /* a hole between words, nothing at the ends of a block; its content may be text */
    MTL_XML_BESIDE = 1 << 4,     /* blocks of its own beside the one it stands in, which goes on behind it: a footnote */
    MTL_XML_REFERS = 1 << 5,     /* where it holds nothing, what it points to makes its text: it stands for a word */
    MTL_XML_HOLDS = 1 << 6,      /* elements and no text: white space between them is none */
    MTL_XML_BLOCKS = 1 << 7,     /* the elements in it are blocks, whatever they are elsewhere */
    MTL_XML_FLAT = 1 << 8,       /* no element in it is a block */
    MTL_XML_PARTED = 1 << 9,     /* the elements in it are shown with a sign between them: the steps of a menu, keys */
    MTL_XML_LINES = 1 << 10,     /* its lines stay lines; an empty one ends a block */
    MTL_XML_RECORD = 1 << 11,    /* its lines do not stay, but an empty one ends a block */
    MTL_XML_FURNITURE = 1 << 12, /* its text is the page's own: what is said of a picture */
    MTL_XML_BREAK = 1 << 13,     /* a line ends there */
    MTL_XML_PAGE = 1 << 14,      /* its text, once read, is HTML; it holds no elements */
} mtl_xml_flag;

enum { MTL_XML_INHERIT = 255 };

typedef struct mtl_xml_element {
    const char *name;
    uint8_t kind; /* mtl_kind of the blocks in it, or MTL_XML_INHERIT */
    uint16_t flags;
} mtl_xml_element;

typedef struct mtl_xml_caption { /* an attribute that people read */
    const char *name;
    bool furniture;
} mtl_xml_caption;

typedef struct mtl_xml_vocabulary {
    const mtl_xml_element *elements; /* sorted by name in byte order; those that are not there go on in the line they stand in */
    size_t nelements;                /* 0: whatever ELEMENT says */
    const mtl_xml_caption *captions; /* ended by one without a name; NULL: none */
    const char *const
        *profiles; /* attributes that say for whom something is, NULL-ended; of two such texts side by side a reader sees one */
    /* What the element of an OPEN is where its name alone does not tell, KNOWN being what the table says; called once for each, in
     * order. May be NULL. */
    const mtl_xml_element *(*element)(void *user, const mtl_xml_event *open, const mtl_xml_element *known);
} mtl_xml_vocabulary;

/* What the table says of NAME; an element without flags where it says nothing. */
const mtl_xml_element *mtl_xml_element_called(const mtl_xml_vocabulary *v, mtl_str name);

/* The steps of a reader whose input is one document: first the document, as far as the input makes sense, then its end or what is
 * wrong. */
mtl_step mtl_xml_walk(mtl_reading *reading, mtl_doc *doc, const mtl_xml_vocabulary *v, void *user, mtl_err *err);

#endif
