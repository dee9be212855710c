#include "format/html_guess.h"

#include "format/html_element.h"
#include "format/html_reference.h"

typedef struct tags { /* that stand in a text */
    bool block;       /* of a block, or complete in itself: "<p>", "<br>" */
    bool closing;     /* "</b>" */
    bool strange;     /* "press <Enter>" */
    bool sure;        /* one that is no mention: it closes, or is complete in itself, or begins the text */
} tags;

/* A page has blocks, or elements that close; a text with a word in angle brackets is none for the one and only "<b>" in it. */
static bool are_of_page(const tags *found)
{
    return found->block || (found->closing && !found->strange);
}

/* Elements that do nothing to a text have no row in the table of html_element.h. */
static bool is_html(mtl_str name)
{
    static const char *const plain[] = {"abbr", "acronym", "bdi",     "bdo", "cite", "data", "dfn",
                                        "ins",  "mark",    "picture", "q",   "slot", "time"};
    if (mtl_html_element_called(name)->name[0])
        return true;
    for (const char *const *p = plain; p < MTL_END(plain); p++)
        if (mtl_str_alike(name, mtl_cstr(*p)))
            return true;
    return false;
}

/* The tags in TEXT; ENOUGH: up to the first that is sure. */
static tags find_tags(mtl_str text, mtl_arena *arena, bool enough)
{
    mtl_html_tokens t = {.bytes = text, .arena = arena};
    const size_t head = (size_t)(mtl_str_trim(text).p - text.p);
    tags found = {0};
    for (mtl_html_kind kind; !(enough && found.sure) && (kind = mtl_html_next(&t)) != MTL_HTML_END;) {
        const bool tag = kind == MTL_HTML_OPEN || kind == MTL_HTML_CLOSE;
        const bool known = tag && is_html(t.name);
        const unsigned flags = known ? mtl_html_element_called(t.name)->flags : 0;
        found.strange = found.strange || (tag && !known);
        found.block = found.block || kind == MTL_HTML_COMMENT || flags & (MTL_HTML_EDGE | MTL_HTML_VOID);
        found.closing = found.closing || (known && kind == MTL_HTML_CLOSE);
        if (known || kind == MTL_HTML_COMMENT)
            found.sure = kind != MTL_HTML_OPEN || flags & MTL_HTML_VOID || t.at.at <= head;
    }
    return found;
}

static bool escape(mtl_str text, mtl_out *out)
{
    mtl_out_xml(out, text);
    return true;
}

const mtl_layer *mtl_html_unescape(const mtl_layer *below, mtl_arena *arena)
{
    const mtl_str s = below->bytes;
    mtl_layering l = {.below = below, .arena = arena};
    uint32_t from = 0;
    for (size_t at = 0; (at = mtl_str_find(s, MTL_LIT("&"), at)) != SIZE_MAX;) {
        mtl_html_reference r;
        mtl_html_reference_read(&r, (mtl_str){s.p + at, s.n - at}, false);
        if (r.len) {
            mtl_layering_copy(&l, (mtl_span){from, (uint32_t)at - from});
            mtl_layering_put(&l, (mtl_span){(uint32_t)at, r.len}, r.meaning);
            from = (uint32_t)at + r.len;
        }
        at += r.len ? r.len : 1;
    }
    mtl_layering_copy(&l, (mtl_span){from, (uint32_t)s.n - from});
    return mtl_layering_done(&l, escape);
}

mtl_html_guess mtl_html_guess_of(mtl_str text, mtl_arena *arena)
{
    const tags found = find_tags(text, arena, false);
    if (are_of_page(&found))
        return MTL_HTML_TAGGED;
    if (mtl_str_find(text, MTL_LIT("&"), 0) == SIZE_MAX)
        return MTL_HTML_NONE;
    const mtl_layer layer = {.bytes = text};
    return find_tags(mtl_html_unescape(&layer, arena)->bytes, arena, true).sure ? MTL_HTML_ESCAPED : MTL_HTML_NONE;
}
