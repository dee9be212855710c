/* html_element.h: what the tags of HTML do to a text, and which elements end others that were left open. Elements that are not here go
 * on in the line they stand in, as the standard has it for names that nobody knows. */
#ifndef MTL_HTML_ELEMENT_H
#define MTL_HTML_ELEMENT_H

#include "base/vec.h"
#include "format/html_token.h"

typedef enum mtl_html_flag {
    MTL_HTML_VOID = 1 << 0,       /* has no content, and no end tag */
    MTL_HTML_EDGE = 1 << 1,       /* the text before it, in it and behind it are different blocks */
    MTL_HTML_ENDS_P = 1 << 2,     /* cannot stand in a paragraph */
    MTL_HTML_SPECIAL = 1 << 3,    /* end tags of other inline elements do not reach over it */
    MTL_HTML_SCOPE = 1 << 4,      /* nor those of blocks */
    MTL_HTML_FORMATTING = 1 << 5, /* its end tag may stand inside a block that its content began before */
    MTL_HTML_CODE = 1 << 6,       /* its content is no text but stands for a word, or for a paragraph: a hole */
    MTL_HTML_IMAGE = 1 << 7,      /* its content is no text; a hole between words, nothing at the ends of a block */
    MTL_HTML_HIDDEN = 1 << 8,     /* its content is not there */
    MTL_HTML_FOREIGN = 1 << 9,    /* begins SVG or MathML */
    MTL_HTML_LEAVES = 1 << 10,    /* cannot stand in those, and ends them */
    MTL_HTML_LIST = 1 << 11,      /* holds li */
    MTL_HTML_TITLES = 1 << 12,    /* h1 to h6: an end tag of one closes another */
    MTL_HTML_ROOT = 1 << 13,      /* html, head, body: wherever their tags are, they stand around everything */
    MTL_HTML_FURNITURE = 1 << 14, /* its content is the page's own: menus, buttons, forms */
    MTL_HTML_COPY = 1 << 15,      /* its content is what the page is for: where there is such an element, all else is furniture */
} mtl_html_flag;

enum { MTL_HTML_TABLE = 1, MTL_HTML_INHERIT = 255 };

typedef struct mtl_html_element {
    const char *name;
    uint8_t kind; /* mtl_kind, or MTL_HTML_INHERIT */
    uint8_t mode; /* mtl_html_mode of its content */
    uint8_t rank; /* table, group of rows, row, cell: 1 to 4 */
    uint16_t flags;
} mtl_html_element;

/* What is known of NAME, in whatever case; for an unknown one an element without flags. Never NULL. */
const mtl_html_element *mtl_html_element_called(mtl_str name);

typedef struct mtl_html_context { /* what text gets from where it stands */
    uint8_t kind;                 /* mtl_kind */
    bool furniture, copy;
    mtl_str lang, block_lang; /* of the text, and of the block around it; may be empty */
} mtl_html_context;

typedef struct mtl_html_level { /* an element that is open */
    const mtl_html_element *element;
    mtl_str name;
    mtl_html_context context;
    bool foreign;  /* of SVG or MathML */
    bool math;     /* of the latter */
    bool embraces; /* and HTML may stand in it */
} mtl_html_level;

typedef MTL_VEC(mtl_html_level) mtl_html_levels;

/* How many levels stay open when a tag of ELEMENT opens, which ends a paragraph, an item, a cell ... without a tag of their own. */
uint32_t mtl_html_levels_before(const mtl_html_levels *levels, const mtl_html_element *element);
/* How many stay open behind the end tag of NAME; as many as there are where it ends nothing. Where *ALONE is set, that level goes alone
 * and those above it stay: "<b><p></b>". */
uint32_t mtl_html_levels_after(const mtl_html_levels *levels, const mtl_html_element *element, mtl_str name, bool *alone);
/* How many stay when a tag of HTML stands in SVG or MathML, where ELEMENT cannot be. */
uint32_t mtl_html_levels_native(const mtl_html_levels *levels);

#endif
