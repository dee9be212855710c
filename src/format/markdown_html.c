#include "format/markdown_html.h"

#include "format/html_element.h"

/* The end of the closing tag of the element that T has just opened; 0 if it is not near. */
static uint32_t end_of_element(mtl_html_tokens *t)
{
    enum { NEAR = 400 };
    const mtl_str name = t->name;
    const uint32_t begin = mtl_span_end(t->at);
    for (mtl_html_kind kind; (kind = mtl_html_next(t)) != MTL_HTML_END && t->at.at < begin + NEAR;)
        if (kind == MTL_HTML_CLOSE && mtl_str_alike(t->name, name))
            return mtl_span_end(t->at);
    return 0;
}

uint32_t mtl_markdown_tag(mtl_str s, mtl_arena *arena, mtl_tag_use *use)
{
    mtl_html_tokens t = {.bytes = s, .arena = arena};
    const mtl_html_kind kind = mtl_html_next(&t);
    const uint32_t len = t.at.len;
    *use = kind == MTL_HTML_COMMENT ? MTL_TAG_COMMENT : MTL_TAG_NOTHING;
    if (kind != MTL_HTML_OPEN && kind != MTL_HTML_CLOSE)
        return len;
    const mtl_html_element *element = mtl_html_element_called(t.name);
    if (mtl_str_is(mtl_cstr(element->name), "br"))
        *use = MTL_TAG_BREAK;
    else if (kind == MTL_HTML_OPEN && element->flags & MTL_HTML_IMAGE)
        *use = MTL_TAG_HOLE;
    if (kind != MTL_HTML_OPEN || !(element->flags & MTL_HTML_CODE))
        return len;
    const uint32_t end = end_of_element(&t);
    *use = end ? MTL_TAG_HOLE : MTL_TAG_NOTHING;
    return end ? end : len;
}
