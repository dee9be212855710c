/* dita.c: DITA, topics and maps. A file is one document.
 *
 * What is text: blocks, titles, what is said of pictures, footnotes (beside the paragraph they stand in), what is on a screen
 * (menus, windows, buttons), the titles that a map gives to its topics. What is none: code, file paths, the names of commands and
 * variables, which leave a hole, as what another file says does (conref, an empty keyref); listings, which are blocks of one;
 * metadata, comments on drafts, entries of an index. */
#include "format/xml_names.h"

#include <stddef.h>

static const mtl_xml_element elements[] = {
#define ELEMENT(name, kind, flags) {#name, kind, flags},
#include "format/dita_elements.def"
#undef ELEMENT
};

static const mtl_xml_element *special_element(void *user, const mtl_xml_event *open, const mtl_xml_element *known);

static const mtl_xml_caption captions[] = {
    {"navtitle", false}, {"title", false}, {"spectitle", false}, {"alt", true}, {NULL, false}};

static const char *const profiles[] = {"audience", "platform", "product", "otherprops", "props", "deliveryTarget", NULL};

static const mtl_xml_vocabulary vocabulary = {elements, MTL_COUNT(elements), captions, profiles, special_element};

/* An element of someone's own says in its class what it is made from: "- topic/p mine/tip ". */
static const mtl_xml_element *element_by_class(mtl_str class)
{
    while (class.n) {
        size_t at = class.n;
        while (at > 0 && class.p[at - 1] != '/' && class.p[at - 1] != ' ')
            at--;
        const mtl_xml_element *known = mtl_xml_element_called(&vocabulary, (mtl_str){class.p + at, class.n - at});
        if (known->name[0])
            return known;
        class.n = at ? at - 1 : 0;
    }
    return NULL;
}

static const mtl_xml_element *special_element(void *user, const mtl_xml_event *open, const mtl_xml_element *known)
{
    static const mtl_xml_element word = {"", INHERIT, CODE}, block = {"", INHERIT, EDGE | HIDDEN}, learning = {"", PARAGRAPH, EDGE},
                                 reference = {"", INHERIT, REFERS}, figure = {"", INHERIT, EDGE | HOLDS};
    const mtl_layer *layer = ((mtl_reading *)user)->layer;
    mtl_span value;
    if (known->name[0] == 0 && mtl_str_starts(open->name.local, MTL_LIT("lc")))
        known = &learning;
    else if (known->name[0] == 0 && mtl_xml_value(open, "class", &value)) {
        const mtl_xml_element *made_from = element_by_class(mtl_str_cut(layer->bytes, value));
        known = made_from ? made_from : known;
    }
    if (open->nattributes == 0)
        return known;
    if (mtl_xml_value(open, "conref", &value) || mtl_xml_value(open, "conkeyref", &value))
        return known->flags & EDGE ? &block : &word;
    if (known->flags == 0 && mtl_xml_value(open, "keyref", &value))
        return &reference;
    const bool apart =
        known->flags & PICTURE && mtl_xml_value(open, "placement", &value) && mtl_str_is(mtl_str_cut(layer->bytes, value), "break");
    return apart ? &figure : known;
}

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    doc->marked_up = true;
    return mtl_xml_walk(reading, doc, &vocabulary, reading, err);
}

/* Its DOCTYPE, the attributes that DITA's processors write, or a root of DITA with an id and what stands in one. */
static int sniff(mtl_str bytes)
{
    static const char *const roots[] = {"bookmap", "concept",         "dita",  "glossentry", "glossgroup", "map", "reference",
                                        "task",    "troubleshooting", "topic", NULL};
    static const char *const inside[] = {"<body",     "<conbody",   "<refbody", "<taskbody", "<troublebody",
                                         "<glossdef", "<shortdesc", "<prolog",  "<topicref", "<topicmeta",
                                         "<keydef",   "<mapref",    NULL};
    mtl_xml_head head;
    const bool read = mtl_xml_head_read(bytes, &head);
    if (mtl_str_find(head.doctype, MTL_LIT("DITA"), 0) != SIZE_MAX ||
        mtl_str_find(head.tag, MTL_LIT("xmlns:ditaarch"), 0) != SIZE_MAX ||
        mtl_str_find(head.tag, MTL_LIT(" topic/"), 0) != SIZE_MAX || mtl_str_find(head.tag, MTL_LIT(" map/"), 0) != SIZE_MAX)
        return 100;
    return read && mtl_xml_head_looks(&head, bytes, roots, inside) ? 70 : 0;
}

static const char *const suffixes[] = {".dita", ".ditamap", ".bookmap", ".xml", NULL};

const mtl_reader mtl_reader_dita = {
    .name = "dita",
    .doc = "DITA, topics and maps",
    .sign = "its DOCTYPE, or tags of a topic",
    .text = "blocks, titles, captions, footnotes, menus and windows; no code, no metadata, no translate=\"no\"",
    .suffixes = suffixes,
    .sniff = sniff,
    .next = next,
    .escape = mtl_xml_escape_text};
