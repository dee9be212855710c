/* xml.h: Expat's gate. XML cut into events, pulled one at a time, each with its exact bytes in the layer that is read. Expat says what is well
 * formed; names, attributes and references are cut from the bytes, for Expat does not tell their places. Knows no vocabulary.
 *
 * The layer is UTF-8 whatever the declaration says. Nothing outside of it is ever read. Entities are never expanded: a reference is an event,
 * and means something only where its declared value is short and plain, or where it is not declared and HTML knows the name. Prefixes are
 * resolved, and one that nobody declared is no error: its namespace is empty. */
#ifndef MTL_XML_H
#define MTL_XML_H

#include "text/doc.h"

typedef enum mtl_xml_kind {
    MTL_XML_END,
    MTL_XML_ERROR, /* what came before stands; see mtl_xml_fail */
    MTL_XML_OPEN,
    MTL_XML_CLOSE, /* also of "<a/>", right behind its OPEN */
    MTL_XML_TEXT,
    MTL_XML_COMMENT,
    MTL_XML_INSTRUCTION
} mtl_xml_kind;

typedef struct mtl_xml_name { /* "dc:title" */
    mtl_str prefix, local;    /* as written; PREFIX is empty where there is none */
    mtl_str space;            /* the namespace's address as written, empty where there is none */
} mtl_xml_name;

typedef struct mtl_xml_attribute {
    mtl_xml_name name; /* one without a prefix is in no namespace; declarations of namespaces are here too */
    mtl_span value;    /* between its quotation marks, references unread: see mtl_xml_value_next */
} mtl_xml_attribute;

typedef struct mtl_xml_text { /* a stretch of text, of an element or of an attribute's value */
    mtl_span at;
    mtl_piece_kind
        kind; /* COPY: these bytes, line ends as written. PUT: a reference, and MEANING. HOLE: a reference that means nothing */
    mtl_str meaning; /* of a COPY the bytes themselves; may be empty */
    bool section;    /* inside "<![CDATA[" and "]]>", which are not in AT */
} mtl_xml_text;

typedef struct mtl_xml_event {
    mtl_xml_kind kind;
    mtl_span at;       /* the tag; the stretch; the comment, the instruction with its marks. Empty for the CLOSE of "<a/>" */
    uint32_t depth;    /* of an OPEN and its CLOSE: elements open with it, 1 for the root. Otherwise: elements that are open */
    mtl_str lang;      /* the nearest xml:lang, the element's own with it; empty where there is none */
    mtl_xml_name name; /* of OPEN and CLOSE; of an INSTRUCTION its target, as LOCAL */
    const mtl_xml_attribute *attributes; /* of OPEN, in order */
    uint32_t nattributes;
    bool empty;        /* OPEN of "<a/>" */
    mtl_xml_text text; /* of TEXT: never empty, but one text may come in several; white space outside of the root is left out */
} mtl_xml_event;

typedef struct mtl_xml mtl_xml; /* memory: two copies of the bytes, and what the DTD declares */

/* A reader of all of LAYER, behind a byte order mark and white space. It lives as long as the arena. */
mtl_xml *mtl_xml_new(const mtl_layer *layer, mtl_arena *arena);
/* The next event, valid until the next call; END and ERROR come again and again. Slices are of the layer, or live as long as the arena. */
const mtl_xml_event *mtl_xml_next(mtl_xml *xml);
/* Fills ERR after MTL_XML_ERROR: the reason, and its line and column in the file, which SOURCE is. */
void mtl_xml_fail(const mtl_xml *xml, const mtl_source *source, mtl_err *err);

/* True if NAME is "LOCAL" in the namespace SPACE. */
bool mtl_xml_is(const mtl_xml_name *name, const char *space, const char *local);
/* The value of the attribute of an OPEN that is written as NAME ("type", "xml:lang"); false: it has none. */
bool mtl_xml_value(const mtl_xml_event *open, const char *name, mtl_span *value);
/* Takes the next stretch from the head of REST, what is left of an attribute's value; false: nothing is left. */
bool mtl_xml_value_next(mtl_xml *xml, mtl_span *rest, mtl_xml_text *out);
/* What an attribute's value means, without its holes; lives as long as ARENA. */
mtl_str mtl_xml_value_meant(mtl_xml *xml, mtl_span value, mtl_arena *arena);

/* Adds a stretch to a layer over the one that was read. A hole is one U+FFFC there. */
void mtl_xml_add_to_layer(mtl_layering *l, const mtl_xml_text *text);
/* The same to the open block of a document. */
void mtl_xml_add_to_doc(mtl_doc *doc, const mtl_xml_text *text);
/* How text is written: in an attribute's value, in an element, in a section of CDATA; and where it is not known whether in one or not: there
 * only what is the same in both can be written. */
bool mtl_xml_escape_value(mtl_str text, mtl_out *out);
bool mtl_xml_escape_text(mtl_str text, mtl_out *out);
bool mtl_xml_escape_section(mtl_str text, mtl_out *out);
bool mtl_xml_escape_either(mtl_str text, mtl_out *out);

typedef struct mtl_xml_head { /* for sniffing */
    mtl_str doctype;          /* what stands in "<!DOCTYPE …", without its declarations; empty: there is none */
    mtl_str root;             /* name of the root element as written */
    mtl_str tag;              /* its tag, as far as it goes */
} mtl_xml_head;

/* Reads the first bytes of a file up to its first tag. False: they are not the beginning of XML, or the tag lies beyond them. */
bool mtl_xml_head_read(mtl_str bytes, mtl_xml_head *out);
/* True if the root of HEAD is one of ROOTS and one of the tags INSIDE begins somewhere in BYTES; both NULL-ended. */
bool mtl_xml_head_looks(const mtl_xml_head *head, mtl_str bytes, const char *const *roots, const char *const *inside);

#endif
