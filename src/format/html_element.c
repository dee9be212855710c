#include "format/html_element.h"

#include "mtlint.h"

#define VOID       MTL_HTML_VOID
#define EDGE       MTL_HTML_EDGE
#define ENDS_P     MTL_HTML_ENDS_P
#define SPECIAL    MTL_HTML_SPECIAL
#define SCOPE      MTL_HTML_SCOPE
#define FORMATTING MTL_HTML_FORMATTING
#define CODE       MTL_HTML_CODE
#define IMAGE      MTL_HTML_IMAGE
#define HIDDEN     MTL_HTML_HIDDEN
#define FOREIGN    MTL_HTML_FOREIGN
#define LEAVES     MTL_HTML_LEAVES
#define LIST       MTL_HTML_LIST
#define TITLES     MTL_HTML_TITLES
#define ROOT       MTL_HTML_ROOT
#define FURNITURE  MTL_HTML_FURNITURE
#define COPY       MTL_HTML_COPY

enum {
    PARAGRAPH = MTL_PARAGRAPH,
    HEADING = MTL_HEADING,
    ITEM = MTL_ITEM,
    CELL = MTL_CELL,
    STRING = MTL_STRING,
    INHERIT = MTL_HTML_INHERIT,
    LONGEST_NAME = 10
};

static const mtl_html_element elements[] = {
#define ELEMENT(name, kind, mode, rank, flags) {#name, kind, MTL_HTML_##mode, rank, flags},
#include "format/html_elements.def"
#undef ELEMENT
};

static const mtl_html_element unknown = {.name = "", .kind = INHERIT};

const mtl_html_element *mtl_html_element_called(mtl_str name)
{
    char room[LONGEST_NAME];
    if (name.n > sizeof room)
        return &unknown;
    for (size_t i = 0; i < name.n; i++)
        room[i] = name.p[i] >= 'A' && name.p[i] <= 'Z' ? (char)(name.p[i] | 0x20) : name.p[i];
    const mtl_str small = {room, name.n};
    size_t low = 0, high = MTL_COUNT(elements);
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = mtl_str_compare(small, mtl_cstr(elements[middle].name));
        if (order == 0)
            return &elements[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return &unknown;
}

/* ---- tags that open ---- */

static bool is(const mtl_html_level *level, const char *name)
{
    return !level->foreign && strcmp(level->element->name, name) == 0;
}

static bool has_flag(const mtl_html_level *level, unsigned flags)
{
    return !level->foreign && (level->element->flags & flags);
}

/* N without the open paragraph among the first N levels, if there is one in scope. */
static uint32_t without_p(const mtl_html_levels *levels, uint32_t n)
{
    for (uint32_t i = n; i-- > 0;) {
        const mtl_html_level *level = &levels->items[i];
        if (is(level, "p"))
            return i;
        if (has_flag(level, SCOPE) || is(level, "button") || level->embraces)
            break;
    }
    return n;
}

/* N without the open element of the same sort: li, or dd and dt. */
static uint32_t without_item(const mtl_html_levels *levels, uint32_t n, const char *a, const char *b)
{
    for (uint32_t i = n; i-- > 0;) {
        const mtl_html_level *level = &levels->items[i];
        if (is(level, a) || is(level, b))
            return i;
        if (has_flag(level, SPECIAL) && !is(level, "address") && !is(level, "div") && !is(level, "p"))
            break;
    }
    return n;
}

/* N without what is open of this table and of RANK or below. */
static uint32_t without_rank(const mtl_html_levels *levels, uint32_t n, uint32_t rank)
{
    uint32_t stay = n;
    for (uint32_t i = n; i-- > 0;) {
        const mtl_html_level *level = &levels->items[i];
        const uint32_t own = level->foreign ? 0 : level->element->rank;
        if (own == MTL_HTML_TABLE || (own && own < rank) || is(level, "template"))
            break;
        if (own)
            stay = i;
    }
    return stay;
}

/* N without the last level if it is one of A and B. */
static uint32_t without_last(const mtl_html_levels *levels, uint32_t n, const char *a, const char *b)
{
    return n && (is(&levels->items[n - 1], a) || is(&levels->items[n - 1], b)) ? n - 1 : n;
}

static bool named(const mtl_html_element *element, const char *name)
{
    return strcmp(element->name, name) == 0;
}

uint32_t mtl_html_levels_before(const mtl_html_levels *levels, const mtl_html_element *element)
{
    uint32_t n = levels->n;
    if (element->rank > MTL_HTML_TABLE)
        return without_rank(levels, n, element->rank);
    if (named(element, "li"))
        n = without_item(levels, n, "li", "li");
    else if (named(element, "dd") || named(element, "dt"))
        n = without_item(levels, n, "dd", "dt");
    else if (named(element, "option") || named(element, "optgroup"))
        n = without_last(levels, n, "option", "option");
    else if (named(element, "rt") || named(element, "rp"))
        n = without_last(levels, n, "rt", "rp");
    if (named(element, "optgroup"))
        n = without_last(levels, n, "optgroup", "optgroup");
    if (element->flags & ENDS_P)
        n = without_p(levels, n);
    if (element->flags & TITLES && n && has_flag(&levels->items[n - 1], TITLES))
        n--;
    return n;
}

/* ---- tags that close ---- */

static bool answers(const mtl_html_level *level, const mtl_html_element *element, mtl_str name)
{
    if (level->foreign)
        return false;
    return element->flags & TITLES ? has_flag(level, TITLES) : mtl_str_alike(level->name, name);
}

/* The end tag of ELEMENT does not reach over LEVEL. */
static bool stops(const mtl_html_level *level, const mtl_html_element *element)
{
    if (named(element, "template"))
        return false;
    if (level->foreign)
        return level->embraces;
    if (element->rank)
        return level->element->rank == MTL_HTML_TABLE || is(level, "template");
    const bool block = element->flags & (EDGE | SPECIAL | FORMATTING);
    if (!block)
        return has_flag(level, SPECIAL);
    return has_flag(level, SCOPE) || (named(element, "li") && has_flag(level, LIST)) ||
           (named(element, "p") && is(level, "button"));
}

uint32_t mtl_html_levels_after(const mtl_html_levels *levels, const mtl_html_element *element, mtl_str name, bool *alone)
{
    bool blocks = false; /* stand above it */
    *alone = false;
    for (uint32_t i = levels->n; i-- > 0;) {
        const mtl_html_level *level = &levels->items[i];
        if (answers(level, element, name)) {
            *alone = element->flags & FORMATTING && i + 1 < levels->n && blocks;
            return i;
        }
        if (stops(level, element))
            break;
        blocks |= has_flag(level, SPECIAL);
    }
    return levels->n;
}

uint32_t mtl_html_levels_native(const mtl_html_levels *levels)
{
    uint32_t n = levels->n;
    while (n && levels->items[n - 1].foreign && !levels->items[n - 1].embraces)
        n--;
    return n;
}
