/* json_rich.h: rich text as editors keep it in JSON: a paragraph is an array of texts that go on in each other, plain, bold, linked. Knows the ways
 * in which Slate, Lexical, ProseMirror, Portable Text, Contentful, Notion and Quill write it by their shape, not by their names. */
#ifndef MTL_JSON_RICH_H
#define MTL_JSON_RICH_H

#include "format/json_tree.h"

/* Node N is an array whose members are the texts of one paragraph. TOLD: they must say so; otherwise it may also show in their spaces. */
bool mtl_json_rich_is_line(const mtl_json_tree *tree, uint32_t n, bool told);
/* Node N is an object that stands for a part of a text: a block of it, or a stretch of one. */
bool mtl_json_rich_is_part(const mtl_json_tree *tree, uint32_t n);
/* Node N is an object that stands for a block of code. */
bool mtl_json_rich_is_code(const mtl_json_tree *tree, uint32_t n);
/* N is the text of a block in which an editor keeps HTML, and there may be a reference in it. */
bool mtl_json_rich_is_html(const mtl_json_tree *tree, const mtl_json_node *n);
/* Adds the line N to DOC as what the object around it says that it is. Where a block stands among its texts, as a list inside of an item, it
 * ends before that. Returns the node to go on from. */
uint32_t mtl_json_rich_read(const mtl_json_tree *tree, uint32_t n, mtl_str lang, mtl_doc *doc);

#endif
