/* docbook.c: DocBook 4 and 5. A file is one document, a book too.
 *
 * What is text: blocks, titles, what is said of pictures, footnotes (beside the paragraph they stand in), what is on a screen
 * (menus, buttons, keys). What is none: code, file names, the names of commands and classes, which leave a hole, as entities do
 * that the DTD names; listings, which are blocks of one; remarks, entries of an index, numbers and rights of the edition. */
#include "format/xml_names.h"

#include <stddef.h>

static const mtl_xml_element elements[] = {
#define ELEMENT(name, kind, flags) {#name, kind, flags},
#include "format/docbook_elements.def"
#undef ELEMENT
};

/* Text whose spaces and lines are drawn with is code; a short list may stand in a sentence. */
static const mtl_xml_element *element_with_value(void *user, const mtl_xml_event *open, const mtl_xml_element *known)
{
    static const struct {
        const char *name, *attribute, *value;
        mtl_xml_element is;
    } others[] = {
        {"literallayout", "class", "monospaced", {"", INHERIT, EDGE | CODE}},
        {"simplelist", "type", "inline", {"", INHERIT, HOLDS | PARTED}},
    };
    const mtl_layer *layer = ((mtl_reading *)user)->layer;
    for (size_t i = 0; i < MTL_COUNT(others) && open->nattributes; i++) {
        mtl_span value;
        if (mtl_str_is(mtl_cstr(known->name), others[i].name) && mtl_xml_value(open, others[i].attribute, &value) &&
            mtl_str_is(mtl_str_cut(layer->bytes, value), others[i].value))
            return &others[i].is;
    }
    return known;
}

static const mtl_xml_caption captions[] = {{"xreflabel", true}, {"xlink:title", true}, {"summary", true}, {NULL, false}};

static const char *const profiles[] = {"arch",     "audience",  "condition", "conformance", "os",
                                       "security", "userlevel", "vendor",    "wordsize",    NULL};

static const mtl_xml_vocabulary vocabulary = {elements, MTL_COUNT(elements), captions, profiles, element_with_value};

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    doc->marked_up = true;
    return mtl_xml_walk(reading, doc, &vocabulary, reading, err);
}

/* Its DOCTYPE or its namespace; a part of a book without either begins like one, and has paragraphs like one. */
static int sniff(mtl_str bytes)
{
    static const char *const roots[] = {"appendix", "article",   "bibliography", "book",  "chapter", "glossary", "part",  "preface",
                                        "refentry", "reference", "sect1",        "sect2", "section", "set",      "topic", NULL};
    static const char *const inside[] = {"<para>",       "<para ", "<simpara>", "<bookinfo", "<articleinfo",
                                         "<chapterinfo", "<sect1", "<refmeta",  NULL};
    mtl_xml_head head;
    const bool read = mtl_xml_head_read(bytes, &head);
    if (mtl_str_find(head.doctype, MTL_LIT("DocBook"), 0) != SIZE_MAX ||
        mtl_str_find(head.tag, MTL_LIT("http://docbook.org/ns/docbook"), 0) != SIZE_MAX)
        return 100;
    return read && mtl_xml_head_looks(&head, bytes, roots, inside) ? 60 : 0;
}

static const char *const suffixes[] = {".dbk", ".docbook", ".xml", NULL};

const mtl_reader mtl_reader_docbook = {.name = "docbook",
                                       .doc = "DocBook 4 and 5",
                                       .sign = "its DOCTYPE, its namespace, or tags of a book",
                                       .text = "blocks, titles, captions, footnotes, menus and keys; no code, no remarks, no index",
                                       .suffixes = suffixes,
                                       .sniff = sniff,
                                       .next = next,
                                       .escape = mtl_xml_escape_text};
