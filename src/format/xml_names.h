/* xml_names.h: short names for the tables of elements of XML vocabularies (docbook_elements.def and its like). Only for files that include one. */
#ifndef MTL_XML_NAMES_H
#define MTL_XML_NAMES_H

#include "format/xml_walk.h"

#define EDGE      MTL_XML_EDGE
#define CODE      MTL_XML_CODE
#define HIDDEN    MTL_XML_HIDDEN
#define PICTURE   MTL_XML_PICTURE
#define BESIDE    MTL_XML_BESIDE
#define REFERS    MTL_XML_REFERS
#define HOLDS     MTL_XML_HOLDS
#define BLOCKS    MTL_XML_BLOCKS
#define FLAT      MTL_XML_FLAT
#define PARTED    MTL_XML_PARTED
#define LINES     MTL_XML_LINES
#define FURNITURE MTL_XML_FURNITURE

enum {
    PARAGRAPH = MTL_PARAGRAPH,
    HEADING = MTL_HEADING,
    ITEM = MTL_ITEM,
    CELL = MTL_CELL,
    STRING = MTL_STRING,
    INHERIT = MTL_XML_INHERIT
};

#endif
