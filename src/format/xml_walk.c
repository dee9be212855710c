#include "format/xml_walk.h"

#include "base/limits.h"
#include "format/html.h"
#include "format/html_guess.h"
#include "format/html_text.h"

enum { MOST_WRITERS = 5 }; /* a footnote in a footnote in … */

typedef struct level { /* an element that is open */
    mtl_html_context context;
    mtl_span tag;
    unsigned flags;
    bool filled;   /* something stands in it */
    bool stepped;  /* an element does */
    bool profiled; /* it is for some readers */
    bool beside;   /* the last thing in it was an element for some readers */
} level;

/* A text goes on behind its footnotes, so these are written into a document of their own until it ends. */
typedef struct writer {
    mtl_doc *doc, own;
    mtl_html_text text;
} writer;

typedef struct walk {
    const mtl_xml_vocabulary *v;
    void *user;
    mtl_xml *xml;
    mtl_reading *reading;
    mtl_arena *arena;
    level *levels; /* by depth; that of depth 0 is around the root */
    mtl_str space; /* the namespace of the root */
    struct {       /* what is skipped now */
        uint32_t depth, from;
        unsigned flags; /* CODE, HIDDEN or PAGE, and EDGE */
        mtl_layering page;
        mtl_escape_fn *escape; /* of the page */
    } region;
    writer writers[MOST_WRITERS]; /* the document's, then those of what stands beside the text of the one before */
    uint32_t nwriters, now;
} walk;

/* ---- elements ---- */

static const mtl_xml_element unknown = {"", MTL_XML_INHERIT, 0};

const mtl_xml_element *mtl_xml_element_called(const mtl_xml_vocabulary *v, mtl_str name)
{
    size_t low = 0, high = v->nelements;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        const int order = mtl_str_compare(name, mtl_cstr(v->elements[middle].name));
        if (order == 0)
            return &v->elements[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return &unknown;
}

/* What stands in a document in the words of others: formulas, pictures, other files. */
static const mtl_xml_element *foreign_element(mtl_str name)
{
    static const mtl_xml_element others[] = {
        {"include", MTL_XML_INHERIT, MTL_XML_EDGE | MTL_XML_HIDDEN},
        {"math", MTL_XML_INHERIT, MTL_XML_CODE},
        {"span", MTL_XML_INHERIT, 0},
        {"svg", MTL_XML_INHERIT, MTL_XML_PICTURE | MTL_XML_HIDDEN},
    };
    static const mtl_xml_element hidden = {"", MTL_XML_INHERIT, MTL_XML_HIDDEN};
    for (const mtl_xml_element *e = others; e < MTL_END(others); e++)
        if (mtl_str_is(name, e->name))
            return e;
    return &hidden;
}

static const mtl_xml_element *element_of(walk *w, const mtl_xml_event *open)
{
    const mtl_xml_name *name = &open->name;
    const bool own = w->v->nelements == 0 || mtl_str_same(name->space, w->space) || (name->space.n == 0 && name->prefix.n == 0);
    const mtl_xml_element *known = own ? mtl_xml_element_called(w->v, name->local) : foreign_element(name->local);
    return own && w->v->element ? w->v->element(w->user, open, known) : known;
}

static bool has_value(const walk *w, const mtl_xml_event *open, const char *name, const char *value)
{
    mtl_span at;
    return mtl_xml_value(open, name, &at) && mtl_str_is(mtl_str_trim(mtl_str_cut(w->reading->layer->bytes, at)), value);
}

/* Marked as in DITA, or with the Internationalization Tag Set. */
static bool is_untranslated(const walk *w, const mtl_xml_event *open)
{
    static const char its[] = "http://www.w3.org/2005/11/its";
    for (uint32_t i = 0; i < open->nattributes; i++) {
        const mtl_xml_attribute *a = &open->attributes[i];
        if (mtl_str_is(a->name.local, "translate") && (a->name.prefix.n == 0 || mtl_str_is(a->name.space, its)) &&
            mtl_str_is(mtl_str_cut(w->reading->layer->bytes, a->value), "no"))
            return true;
    }
    return false;
}

static bool is_profiled(const walk *w, const mtl_xml_event *open)
{
    mtl_span at;
    for (const char *const *name = w->v->profiles; name && *name && open->nattributes; name++)
        if (mtl_xml_value(open, *name, &at))
            return true;
    return false;
}

/* True, and *LANG, where the tag names its language. */
static bool read_lang(const walk *w, const mtl_xml_event *open, mtl_str *lang)
{
    mtl_span at;
    if (!mtl_xml_value(open, "xml:lang", &at) && !mtl_xml_value(open, "lang", &at))
        return false;
    *lang = mtl_str_trim(mtl_str_cut(w->reading->layer->bytes, at));
    return true;
}

/* ---- writing ---- */

static writer *writing(walk *w)
{
    return &w->writers[w->now];
}

/* The writer of what stands beside the text that is written now; NULL: it is too deep. */
static writer *writer_beside(walk *w)
{
    if (w->now + 1 == MOST_WRITERS)
        return NULL;
    writer *made = &w->writers[w->now + 1];
    if (w->nwriters == w->now + 1) {
        const mtl_doc *doc = w->writers[0].doc;
        mtl_doc_init(&made->own, doc->source, doc->layer, w->arena);
        made->own.lang = doc->lang;
        made->own.escape = doc->escape;
        made->doc = &made->own;
        mtl_html_text_init(&made->text, made->doc, w->arena);
        w->nwriters++;
    }
    return made;
}

/* What stood beside the text, which has ended, follows it. What is said of a picture is often its caption again. */
static void take_beside(walk *w)
{
    if (w->nwriters == w->now + 1)
        return;
    writer *to = writing(w);
    mtl_doc *from = w->writers[w->now + 1].doc;
    const mtl_str bytes = {from->bytes.items, from->bytes.n};
    for (uint32_t i = 0; i < from->blocks.n; i++) {
        const mtl_block *block = &from->blocks.items[i];
        const mtl_str text = mtl_str_cut(bytes, block->text);
        if (block->kind == MTL_STRING && mtl_html_said_whole(&to->text.said, text))
            continue;
        mtl_doc_take(to->doc, from, block);
        mtl_html_said_add(&to->text.said, text);
    }
    from->bytes.n = from->pieces.n = from->blocks.n = 0;
}

static void edge(walk *w)
{
    mtl_html_text_edge(&writing(w)->text);
    take_beside(w);
}

/* A name that the DTD gives to words: what it stands for is written there, and not here. */
static bool is_abbreviation(mtl_str meaning)
{
    size_t characters = 0;
    bool word = false;
    for (size_t i = 0; i < meaning.n; i++) {
        const unsigned char c = (unsigned char)meaning.p[i], small = c | 0x20;
        characters += (c & 0xC0) != 0x80;
        word |= c >= 0x80 || (c >= '0' && c <= '9') || (small >= 'a' && small <= 'z');
    }
    return word && characters > 1;
}

static uint32_t find_line_end(mtl_str bytes, uint32_t at, uint32_t end)
{
    const char *found = at < end ? memchr(bytes.p + at, '\n', end - at) : NULL;
    return found ? (uint32_t)(found - bytes.p) : end;
}

static void add_lines(mtl_html_text *text, mtl_span at, const mtl_html_context *context)
{
    const mtl_str bytes = text->doc->layer->bytes;
    for (uint32_t from = at.at; from < mtl_span_end(at);) {
        const uint32_t end = find_line_end(bytes, from, mtl_span_end(at));
        mtl_html_text_add(text, (mtl_span){from, end - from}, MTL_HTML_NO_REFS, context);
        if (end < mtl_span_end(at))
            mtl_html_text_break(text, (mtl_span){end, 1});
        from = end + 1;
    }
}

static bool is_white(mtl_str s)
{
    return mtl_str_trim(s).n == 0;
}

static void add_paragraphs(mtl_html_text *text, mtl_span at, const mtl_html_context *context)
{
    const mtl_str bytes = text->doc->layer->bytes;
    for (uint32_t from = at.at; from < mtl_span_end(at);) {
        const uint32_t end = find_line_end(bytes, from, mtl_span_end(at)), next = end < mtl_span_end(at) ? end + 1 : end;
        if (from > at.at && end < mtl_span_end(at) && is_white((mtl_str){bytes.p + from, end - from}))
            mtl_html_text_edge(text);
        else
            mtl_html_text_add(text, (mtl_span){from, next - from}, MTL_HTML_NO_REFS, context);
        from = next;
    }
}

/* A stretch of text of an element with FLAGS, or of an attribute. */
static void write_stretch(writer *to, const mtl_xml_text *t, unsigned flags, const mtl_html_context *context)
{
    if (t->kind == MTL_HOLE || (t->kind == MTL_PUT && is_abbreviation(t->meaning)))
        mtl_html_text_hole(&to->text, t->at, true);
    else if (t->kind == MTL_PUT)
        mtl_html_text_put(&to->text, t->at, t->meaning, context);
    else if (flags & MTL_XML_LINES)
        add_lines(&to->text, t->at, context);
    else if (flags & MTL_XML_RECORD)
        add_paragraphs(&to->text, t->at, context);
    else
        mtl_html_text_add(&to->text, t->at, MTL_HTML_NO_REFS, context);
    if (t->section && to->doc->open)
        mtl_vec_last(&to->doc->blocks).escape = mtl_xml_escape_either;
}

static void add_caption(walk *w, mtl_span value, bool furniture, mtl_str lang)
{
    const mtl_html_context context = {.kind = MTL_STRING, .furniture = furniture, .lang = lang, .block_lang = lang};
    writer *to = writer_beside(w);
    if (!to || !mtl_field_says(mtl_xml_value_meant(w->xml, value, w->arena)))
        return;
    to->doc->escape = mtl_xml_escape_value;
    for (mtl_xml_text t; mtl_xml_value_next(w->xml, &value, &t);)
        write_stretch(to, &t, 0, &context);
    mtl_html_text_edge(&to->text);
    to->doc->escape = w->writers[0].doc->escape;
}

static void add_captions(walk *w, const mtl_xml_event *open, const level *l)
{
    mtl_span value;
    for (const mtl_xml_caption *c = w->v->captions; c && c->name && open->nattributes; c++)
        if (mtl_xml_value(open, c->name, &value))
            add_caption(w, value, c->furniture, l->context.lang);
    if (!writing(w)->doc->open && writing(w)->text.pending.n == 0)
        take_beside(w);
}

/* ---- what is skipped ---- */

static void begin_region(walk *w, const mtl_xml_event *open, unsigned flags)
{
    w->region.depth = open->depth;
    w->region.from = open->at.at;
    w->region.flags = flags;
    w->region.page = (mtl_layering){.below = w->reading->layer, .arena = w->arena};
    w->region.escape = NULL;
}

/* Its blocks are in the language of the element, unless they say otherwise. */
static void read_page(walk *w, mtl_str lang)
{
    mtl_doc *doc = writing(w)->doc;
    const mtl_layer *below = doc->layer;
    const uint32_t from = doc->blocks.n;
    const mtl_layer *page = mtl_layering_done(&w->region.page, w->region.escape);
    const bool escaped = mtl_html_guess_of(page->bytes, w->arena) == MTL_HTML_ESCAPED;
    doc->layer = escaped ? mtl_html_unescape(page, w->arena) : page;
    doc->marked_up = true;
    mtl_html_read(doc);
    doc->layer = below;
    for (uint32_t i = from; i < doc->blocks.n; i++)
        if (doc->blocks.items[i].lang.n == 0 && !mtl_str_alike(lang, doc->lang))
            doc->blocks.items[i].lang = lang;
}

static void end_region(walk *w, uint32_t end)
{
    const mtl_span at = {w->region.from, end - w->region.from};
    const unsigned flags = w->region.flags;
    const level *l = &w->levels[w->region.depth];
    w->region.depth = 0;
    if (flags & MTL_XML_EDGE)
        edge(w);
    if (flags & MTL_XML_PAGE)
        read_page(w, l->context.lang);
    else if (flags & MTL_XML_CODE && flags & MTL_XML_EDGE)
        mtl_html_text_block(&writing(w)->text, at);
    else if (flags & MTL_XML_CODE)
        mtl_html_text_hole(&writing(w)->text, at, true);
}

static void add_to_page(walk *w, const mtl_xml_text *text)
{
    mtl_escape_fn *escape = text->section ? mtl_xml_escape_section : mtl_xml_escape_text;
    if (w->region.flags & MTL_XML_PAGE) {
        w->region.escape = !w->region.escape || w->region.escape == escape ? escape : mtl_xml_escape_either;
        mtl_xml_add_to_layer(&w->region.page, text);
    }
}

/* ---- events ---- */

static level level_in(const walk *w, const level *outer, const mtl_xml_event *open, const mtl_xml_element *element)
{
    level l = {.context = outer->context, .tag = open->at, .flags = element->flags};
    l.flags |= outer->flags & (MTL_XML_LINES | MTL_XML_FLAT | MTL_XML_FURNITURE);
    if (has_value(w, open, "xml:space", "preserve"))
        l.flags |= MTL_XML_LINES;
    if (outer->flags & MTL_XML_FLAT)
        l.flags &= ~(unsigned)(MTL_XML_EDGE | MTL_XML_HOLDS | MTL_XML_PARTED | MTL_XML_FURNITURE);
    else if (outer->flags & MTL_XML_BLOCKS)
        l.flags |= MTL_XML_EDGE;
    if (l.flags & MTL_XML_BESIDE && w->now + 1 == MOST_WRITERS)
        l.flags = (l.flags & ~(unsigned)MTL_XML_BESIDE) | MTL_XML_EDGE;
    if (element->kind != MTL_XML_INHERIT && !(outer->flags & MTL_XML_FLAT))
        l.context.kind = element->kind;
    l.context.furniture = (l.flags & MTL_XML_FURNITURE) != 0;
    if (read_lang(w, open, &l.context.lang) && l.flags & (MTL_XML_EDGE | MTL_XML_BESIDE))
        l.context.block_lang = l.context.lang;
    l.profiled = is_profiled(w, open);
    return l;
}

/* What is no space keeps apart the steps of a menu, and what is for one reader from what is for another. */
static void part_from_before(walk *w, const level *outer, const level *l)
{
    const bool step = outer->flags & MTL_XML_PARTED && outer->stepped, other = outer->beside && l->profiled;
    if (step || other)
        mtl_html_text_hole(&writing(w)->text, (mtl_span){l->tag.at, 0}, false); /* the tag may be a hole itself */
}

static void read_root(walk *w, const mtl_xml_event *open)
{
    mtl_doc *doc = w->writers[0].doc;
    w->space = open->name.space;
    if (read_lang(w, open, &doc->lang))
        w->levels[0].context.lang = w->levels[0].context.block_lang = doc->lang;
}

static void on_open(walk *w, const mtl_xml_event *open)
{
    if (open->depth == 1)
        read_root(w, open);
    const mtl_xml_element *element = element_of(w, open);
    if (w->region.depth)
        return;
    level *outer = &w->levels[open->depth - 1], *l = &w->levels[open->depth];
    *l = level_in(w, outer, open, element);
    const unsigned edges = l->flags & MTL_XML_EDGE;
    unsigned held = l->flags & (MTL_XML_CODE | MTL_XML_HIDDEN | MTL_XML_PAGE);
    if (!held && is_untranslated(w, open))
        held = edges || l->flags & MTL_XML_BESIDE ? MTL_XML_HIDDEN : MTL_XML_CODE;
    if (edges)
        edge(w);
    else if (!(held & MTL_XML_HIDDEN))
        part_from_before(w, outer, l);
    outer->filled = outer->stepped = true;
    outer->beside = false;
    if (!held)
        add_captions(w, open, l);
    if (l->flags & MTL_XML_PICTURE)
        mtl_html_text_hole(&writing(w)->text, open->at, false);
    if (l->flags & MTL_XML_BREAK)
        mtl_html_text_break(&writing(w)->text, open->at);
    if (held)
        begin_region(w, open, held | edges);
    else if (l->flags & MTL_XML_BESIDE)
        w->now += writer_beside(w) != NULL;
}

static void on_close(walk *w, const mtl_xml_event *close)
{
    const level *l = &w->levels[close->depth];
    const uint32_t end = close->at.len ? mtl_span_end(close->at) : mtl_span_end(l->tag);
    if (w->region.depth && w->region.depth != close->depth)
        return;
    w->levels[close->depth - 1].beside = l->profiled;
    if (w->region.depth) {
        end_region(w, end);
        return;
    }
    if (l->flags & MTL_XML_REFERS && !l->filled)
        mtl_html_text_hole(&writing(w)->text, close->at.len ? close->at : l->tag, true);
    if (l->flags & (MTL_XML_EDGE | MTL_XML_BESIDE))
        edge(w);
    if (l->flags & MTL_XML_BESIDE)
        w->now--;
}

static void on_text(walk *w, const mtl_xml_event *event)
{
    level *l = &w->levels[event->depth];
    const bool white = event->text.kind == MTL_COPY && is_white(mtl_str_cut(w->reading->layer->bytes, event->at));
    if (w->region.depth) {
        add_to_page(w, &event->text);
        return;
    }
    l->filled |= !white;
    l->beside &= white;
    if (!(white && l->flags & MTL_XML_HOLDS))
        write_stretch(writing(w), &event->text, l->flags, &l->context);
}

/* Only what tools have made of a line break, for want of an element. */
static void on_instruction(walk *w, const mtl_xml_event *event)
{
    static const char *const breaks[] = {"linebreak", "br", "lb", "asciidoc-br", NULL};
    for (const char *const *name = breaks; *name && w->region.depth == 0; name++)
        if (mtl_str_is(event->name.local, *name))
            mtl_html_text_break(&writing(w)->text, event->at);
}

static void read_events(walk *w)
{
    for (;;) {
        const mtl_xml_event *event = mtl_xml_next(w->xml);
        switch (event->kind) {
        case MTL_XML_OPEN:
            on_open(w, event);
            break;
        case MTL_XML_CLOSE:
            on_close(w, event);
            break;
        case MTL_XML_TEXT:
            on_text(w, event);
            break;
        case MTL_XML_COMMENT:
            mtl_doc_note(w->writers[0].doc, event->at);
            break;
        case MTL_XML_INSTRUCTION:
            on_instruction(w, event);
            break;
        case MTL_XML_END:
        case MTL_XML_ERROR:
            return;
        }
    }
}

/* What is broken off ends where the input does. */
static void finish(walk *w)
{
    if (w->region.depth && w->region.flags & MTL_XML_PAGE)
        end_region(w, w->region.from);
    for (; w->now > 0; w->now--)
        edge(w);
    edge(w);
}

mtl_step mtl_xml_walk(mtl_reading *reading, mtl_doc *doc, const mtl_xml_vocabulary *v, void *user, mtl_err *err)
{
    const bool first = !reading->state;
    mtl_xml *xml = first ? mtl_xml_new(reading->layer, reading->arena) : reading->state;
    reading->state = xml;
    if (first) {
        walk *w = mtl_arena_one(doc->arena, walk);
        *w = (walk){.v = v, .user = user, .xml = xml, .reading = reading, .arena = doc->arena, .nwriters = 1};
        w->levels = mtl_arena_array(doc->arena, level, MTL_MAX_NESTING + 1);
        w->levels[0] = (level){.context = {.kind = MTL_PARAGRAPH}};
        doc->escape = mtl_xml_escape_text;
        w->writers[0].doc = doc;
        mtl_html_text_init(&w->writers[0].text, doc, doc->arena);
        read_events(w);
        finish(w);
    }
    const bool broken = mtl_xml_next(xml)->kind == MTL_XML_ERROR;
    if (first && (!broken || doc->blocks.n))
        return MTL_STEP_DOCUMENT;
    if (!broken)
        return MTL_STEP_END;
    mtl_xml_fail(xml, reading->source, err);
    return MTL_STEP_ERROR;
}
