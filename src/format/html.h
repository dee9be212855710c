/* html.h: HTML as part of something else: in a page of Markdown, in a field of a record. */
#ifndef MTL_HTML_H
#define MTL_HTML_H

#include "text/doc.h"

/* Adds to DOC the blocks of the HTML that is the whole of DOC's layer. What one part leaves open ends with it. */
void mtl_html_read(mtl_doc *doc);
/* The same for XHTML: elements close themselves, "<![CDATA[" begins text. Names have no prefixes. */
void mtl_html_read_xml(mtl_doc *doc);

#endif
