/* xml_text.c: XML of no known kind, the text between its tags. A file is one document.
 *
 * Which elements go on in the line they stand in and which are blocks is told from the document: an element is inline where it
 * stands beside words, and so are its namesakes. That needs a survey of the whole before the first text. What is text: all of it
 * but values that are none (numbers, dates, addresses, ids) and what bears a name of HTML for code; a value that holds tags once it
 * is read is HTML. */
#include "base/limits.h"
#include "base/map.h"
#include "base/utf8.h"
#include "format/xml_walk.h"

/* Of an element: it holds no other; it holds text of its own; that is one word, is no text, is HTML. */
enum { LEAF = 1, WORDS = 2, ONE_WORD = 4, NO_TEXT = 8, PAGE = 16 };

typedef struct votes { /* of the elements of one name */
    uint32_t inlines, blocks;
} votes;

typedef struct survey {
    const mtl_layer *layer;
    mtl_arena *arena;
    mtl_map names; /* to their votes */
    MTL_VEC(votes) votes;
    MTL_VEC(uint8_t) elements; /* what each is, in order of their tags */
    MTL_VEC(uint32_t) inside;  /* the names of what stands in those that are open */
    struct {
        uint32_t element, name, inside; /* where its own begin */
        uint32_t spaces, lines;         /* how often one plain space, and how often more, stands between two elements in it */
    } open[MTL_MAX_NESTING + 1];
    MTL_VEC(char) value; /* of the element that was opened last */
    bool leaf;           /* which holds no other so far */
    bool closed;         /* an element was, and no other was opened */
    uint32_t gap;        /* bytes since then */
    uint32_t next;       /* of the elements, when the document is read */
} survey;

/* ---- the survey ---- */

static uint32_t name_of(survey *s, const mtl_xml_name *name)
{
    const mtl_str written = {name->prefix.n ? name->prefix.p : name->local.p,
                             name->local.n + (name->prefix.n ? name->prefix.n + 1 : 0)};
    uint32_t *number = mtl_map_put(&s->names, written);
    if (*number == MTL_MAP_NONE) {
        *number = s->votes.n;
        mtl_vec_push(&s->votes, s->arena, ((votes){0, 0}));
    }
    return *number;
}

static void survey_open(survey *s, const mtl_xml_event *event)
{
    if (s->closed) {
        s->open[event->depth - 1].spaces += s->gap == 1;
        s->open[event->depth - 1].lines += s->gap > 1;
    }
    s->closed = false;
    s->open[event->depth].element = s->elements.n;
    s->open[event->depth].name = name_of(s, &event->name);
    s->open[event->depth].inside = s->inside.n;
    s->open[event->depth].spaces = s->open[event->depth].lines = 0;
    mtl_vec_push(&s->elements, s->arena, 0);
    s->value.n = 0;
    s->leaf = true;
}

static void survey_text(survey *s, const mtl_xml_event *event)
{
    const mtl_str text = event->text.kind == MTL_HOLE ? MTL_LIT("\xEF\xBF\xBC") : event->text.meaning;
    s->gap += event->at.len + (mtl_str_is(text, "\n") || mtl_str_is(text, "\t"));
    if (mtl_str_trim(text).n)
        s->elements.items[s->open[event->depth].element] |= WORDS;
    for (size_t i = 0; s->leaf && i < text.n; i++)
        mtl_vec_push(&s->value, s->arena, text.p[i]);
}

static uint8_t value_is(mtl_str value, mtl_arena *arena)
{
    bool spaces = false;
    for (size_t i = 0; i < value.n && !spaces; i++)
        spaces = value.p[i] == ' ' || value.p[i] == '\n' || value.p[i] == '\t';
    return (uint8_t)(LEAF | (spaces ? 0 : ONE_WORD) | (mtl_field_says(value) ? 0 : NO_TEXT) |
                     (mtl_field_is_html(value, arena) ? PAGE : 0));
}

/* Of the elements in one without text of its own only those with neighbours look like blocks. */
static void survey_close(survey *s, uint32_t depth)
{
    uint8_t *element = &s->elements.items[s->open[depth].element];
    const mtl_str value = {s->value.items, s->value.n};
    if (s->leaf)
        *element |= value_is(mtl_str_trim(value), s->arena);
    s->leaf = false;
    /* Who sets elements apart with single spaces writes a sentence. */
    if (s->open[depth].spaces > s->open[depth].lines)
        *element |= WORDS;
    const uint32_t from = s->open[depth].inside, n = s->inside.n - from;
    for (uint32_t i = from; i < s->inside.n; i++) {
        votes *v = &s->votes.items[s->inside.items[i]];
        v->inlines += (*element & WORDS) != 0;
        v->blocks += !(*element & WORDS) && n > 1;
    }
    s->gap = 0;
    s->closed = depth > 1;
    s->inside.n = from;
    mtl_vec_push(&s->inside, s->arena, s->open[depth].name);
}

static survey *survey_new(const mtl_layer *layer, mtl_arena *arena)
{
    survey *s = mtl_arena_one(arena, survey);
    *s = (survey){.layer = layer, .arena = arena};
    mtl_map_init(&s->names, arena);
    mtl_xml *xml = mtl_xml_new(layer, arena);
    const mtl_xml_event *event;
    uint32_t depth = 0;
    while ((event = mtl_xml_next(xml))->kind > MTL_XML_ERROR) {
        depth = event->kind == MTL_XML_CLOSE ? event->depth - 1 : event->depth;
        if (event->kind == MTL_XML_OPEN)
            survey_open(s, event);
        else if (event->kind == MTL_XML_CLOSE)
            survey_close(s, event->depth);
        else if (event->kind == MTL_XML_TEXT)
            survey_text(s, event);
    }
    for (; depth > 0; depth--)
        survey_close(s, depth);
    return s;
}

/* ---- what an element is ---- */

enum { INLINE, BLOCK, VALUE, TITLE, LEFT_OUT, HTML, CODE_WORD, CODE_BLOCK, SCRIPT, LINE_BREAK };

static const mtl_xml_element kinds[] = {
    [INLINE] = {"", MTL_XML_INHERIT, 0},
    [BLOCK] = {"", MTL_XML_INHERIT, MTL_XML_EDGE},
    [VALUE] = {"", MTL_XML_INHERIT, MTL_XML_EDGE | MTL_XML_RECORD},
    [TITLE] = {"", MTL_HEADING, MTL_XML_EDGE},
    [LEFT_OUT] = {"", MTL_XML_INHERIT, MTL_XML_EDGE | MTL_XML_HIDDEN},
    [HTML] = {"", MTL_XML_INHERIT, MTL_XML_EDGE | MTL_XML_PAGE},
    [CODE_WORD] = {"", MTL_XML_INHERIT, MTL_XML_CODE},
    [CODE_BLOCK] = {"", MTL_XML_INHERIT, MTL_XML_EDGE | MTL_XML_CODE},
    [SCRIPT] = {"", MTL_XML_INHERIT, MTL_XML_HIDDEN},
    [LINE_BREAK] = {"", MTL_XML_INHERIT, MTL_XML_BREAK},
};

static int kind_by_name(const mtl_xml_event *open, bool block)
{
    static const struct {
        const char *name;
        int inlined, block;
    } names[] = {
        {"br", LINE_BREAK, LINE_BREAK},
        {"code", CODE_WORD, CODE_BLOCK},
        {"kbd", CODE_WORD, CODE_BLOCK},
        {"lb", LINE_BREAK, LINE_BREAK},
        {"pre", CODE_BLOCK, CODE_BLOCK},
        {"samp", CODE_WORD, CODE_BLOCK},
        {"script", SCRIPT, SCRIPT},
        {"style", SCRIPT, SCRIPT},
        /* Fields of Office's documents, and what was deleted in them. */
        {"instrText", SCRIPT, SCRIPT},
        {"delInstrText", SCRIPT, SCRIPT},
        {"delText", SCRIPT, SCRIPT},
    };
    for (size_t i = 0; i < MTL_COUNT(names); i++)
        if (mtl_str_alike(open->name.local, mtl_cstr(names[i].name)) && (names[i].block != LINE_BREAK || open->empty))
            return block ? names[i].block : names[i].inlined;
    return INLINE;
}

/* In Office's documents words never stand beside elements, for all are in "<w:r><w:t>"; only "<w:p>" is a block. */
static bool is_inline_of_office(const mtl_xml_name *name)
{
    static const char *const spaces[] = {"/wordprocessingml/2006/main", "/drawingml/2006/main"};
    for (const char *const *space = spaces; space < MTL_END(spaces); space++)
        if (mtl_str_ends(name->space, mtl_cstr(*space)))
            return !mtl_str_is(name->local, "p");
    return false;
}

static const mtl_xml_element *element_of(void *user, const mtl_xml_event *open, const mtl_xml_element *known)
{
    survey *s = user;
    (void)known;
    const uint8_t is = s->elements.items[s->next++];
    const votes *v = &s->votes.items[name_of(s, &open->name)];
    const bool block = (v->inlines == 0 || v->blocks > v->inlines) && !is_inline_of_office(&open->name);
    const int named = kind_by_name(open, block);
    if (named != INLINE || !block)
        return &kinds[named];
    const mtl_field field = mtl_field_of(NULL, open->name.local);
    const bool sign = is & ONE_WORD && (field == MTL_FIELD_ID || field == MTL_FIELD_LINK || field == MTL_FIELD_LANG);
    if (is & (NO_TEXT | PAGE) || sign)
        return &kinds[is & PAGE ? HTML : LEFT_OUT];
    if (is & (LEAF | WORDS) && field == MTL_FIELD_TITLE)
        return &kinds[TITLE];
    return &kinds[is & LEAF ? VALUE : BLOCK];
}

/* ---- the reader ---- */

static const mtl_xml_vocabulary vocabulary = {.element = element_of};

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    doc->notice = MTL_LIT("XML of no known kind: all text between its tags was checked");
    survey *s = reading->state ? NULL : survey_new(reading->layer, doc->arena);
    return mtl_xml_walk(reading, doc, &vocabulary, s, err);
}

static int sniff(mtl_str bytes)
{
    const mtl_str text = mtl_str_starts(bytes, MTL_BOM) ? (mtl_str){bytes.p + MTL_BOM.n, bytes.n - MTL_BOM.n} : bytes;
    return mtl_str_starts(text, MTL_LIT("<?xml ")) ? 20 : 0;
}

static const char *const suffixes[] = {".xml", NULL};

const mtl_reader mtl_reader_xml_text = {
    .name = "xml",
    .doc = "XML of no known kind",
    .sign = "an XML declaration",
    .text = "between its tags: all that is no number, date, address or id; a value that is HTML as HTML",
    .suffixes = suffixes,
    .sniff = sniff,
    .next = next,
    .escape = mtl_xml_escape_text};
