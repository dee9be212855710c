/* html.c: web pages, HTML and XHTML. A file is one document. There is no tree: a stack of the open elements says what a block is, in which
 * language, and what is skipped; end tags that nobody writes are implied as the standard has it.
 *
 * What is text: blocks of the page, its title, and the attributes that people read. The metadata for machines is text where it says
 * something that the page itself does not. What is none: code, deleted text and what must not be translated, which leave a hole; pre, which
 * is a block of one, for the paragraph before leads up to it; script, style, template, SVG, MathML, form fields and the readings of ruby.
 * The text of noscript is text: search engines show it, and so does everybody who reads without scripts. */
#include "format/html.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "format/html_ld.h"
#include "format/html_text.h"
#include "format/reader.h"
#include "format/xml.h"

typedef struct meta {               /* what a page says of itself, read when everything else is */
    enum { CONTENT, TITLE, LD } is; /* of a meta tag; the title; a script of JSON-LD */
    mtl_span at;
    mtl_html_context context;
} meta;

typedef struct page {
    mtl_html_tokens tokens;
    mtl_html_text text;
    mtl_html_levels levels;
    mtl_html_context base; /* outside of all elements */
    uint32_t beyond;       /* elements open beyond the cap, which are only counted */
    uint32_t link_end;     /* behind the last "</a>" */
    struct {               /* what is skipped now */
        uint32_t depth;    /* of the element that began it, from 1; 0: nothing */
        uint32_t from;     /* where that begins in the source */
        unsigned flags;    /* CODE, IMAGE or HIDDEN, and EDGE */
    } region;
    bool xml, ld; /* XHTML: an element can close itself; the next text is JSON-LD */
    MTL_VEC(meta) metas;
    mtl_arena *arena;
    mtl_doc *doc;
} page;

static const mtl_html_context *context_of(const page *p)
{
    return p->levels.n ? &mtl_vec_last(&p->levels).context : &p->base;
}

static bool is_foreign(const page *p)
{
    return p->levels.n && mtl_vec_last(&p->levels).foreign && !mtl_vec_last(&p->levels).embraces;
}

/* ---- closing ---- */

static void end_region(page *p, uint32_t end)
{
    const mtl_span at = {p->region.from, end - p->region.from};
    if (p->region.flags & MTL_HTML_EDGE && p->region.flags & MTL_HTML_CODE)
        mtl_html_text_block(&p->text, at);
    else if (!(p->region.flags & MTL_HTML_HIDDEN))
        mtl_html_text_hole(&p->text, at, p->region.flags & MTL_HTML_CODE);
    p->region.depth = 0;
}

static void edge(page *p)
{
    if (p->region.depth == 0)
        mtl_html_text_edge(&p->text);
}

static bool is(const mtl_html_element *element, const char *name)
{
    return mtl_str_is(mtl_cstr(element->name), name);
}

/* The last level is closed; its content ends before END. */
static void pop(page *p, uint32_t end)
{
    const mtl_html_level *level = &mtl_vec_last(&p->levels);
    if (p->region.depth == p->levels.n)
        end_region(p, end);
    p->levels.n--;
    if (level->foreign || p->region.depth)
        return;
    if (level->element->flags & MTL_HTML_EDGE)
        edge(p);
}

static void cut(page *p, uint32_t n, uint32_t end)
{
    while (p->levels.n > n)
        pop(p, end);
}

/* Level I goes; the blocks that stand in it stay, and what is inline in the last of them goes too. */
static void remove_level(page *p, uint32_t i, uint32_t end)
{
    while (!(mtl_vec_last(&p->levels).element->flags & MTL_HTML_SPECIAL))
        pop(p, end);
    if (p->region.depth == i + 1)
        end_region(p, end);
    else if (p->region.depth > i + 1)
        p->region.depth--;
    memmove(&p->levels.items[i], &p->levels.items[i + 1], (p->levels.n - i - 1) * sizeof p->levels.items[0]);
    p->levels.n--;
}

static void line_break(page *p)
{
    if (p->region.depth == 0)
        mtl_html_text_break(&p->text, p->tokens.at);
}

/* True if the end tag was one of SVG or MathML. */
static bool close_foreign(page *p)
{
    const uint32_t end = mtl_span_end(p->tokens.at);
    for (uint32_t i = p->levels.n; i-- > 0 && p->levels.items[i].foreign;)
        if (mtl_str_alike(p->levels.items[i].name, p->tokens.name)) {
            cut(p, i, end);
            return true;
        }
    return false;
}

static void close_tag(page *p)
{
    const mtl_html_element *element = mtl_html_element_called(p->tokens.name);
    p->ld = false;
    if (is(element, "a"))
        p->link_end = mtl_span_end(p->tokens.at);
    if (element->flags & MTL_HTML_ROOT)
        return;
    if (p->beyond) {
        p->beyond--;
        if (p->region.depth > p->levels.n + p->beyond)
            end_region(p, mtl_span_end(p->tokens.at));
        if (element->flags & MTL_HTML_EDGE)
            edge(p);
        return;
    }
    if (is_foreign(p) && (is(element, "p") || is(element, "br")))
        cut(p, mtl_html_levels_native(&p->levels), p->tokens.at.at);
    if (close_foreign(p))
        return;
    if (is(element, "br")) {
        line_break(p);
        return;
    }
    bool alone;
    const uint32_t n = mtl_html_levels_after(&p->levels, element, p->tokens.name, &alone);
    if (alone) {
        remove_level(p, n, p->tokens.at.at);
    } else if (n < p->levels.n) {
        cut(p, n + 1, p->tokens.at.at);
        cut(p, n, mtl_span_end(p->tokens.at));
    } else if (is(element, "p")) {
        edge(p);
    }
}

/* ---- attributes ---- */

static bool has_word(mtl_str s, const char *word)
{
    for (size_t at = 0; at < s.n;) {
        size_t end = at;
        while (end < s.n && s.p[end] != ' ' && s.p[end] != '\n' && s.p[end] != '\t')
            end++;
        if (mtl_str_alike((mtl_str){s.p + at, end - at}, mtl_cstr(word)))
            return true;
        at = end + 1;
    }
    return false;
}

/* The value of the tag's attribute NAME; empty where it has none. */
static mtl_str value_of(const page *p, const char *name)
{
    mtl_span at;
    return mtl_html_value(&p->tokens, name, &at) ? mtl_str_trim(mtl_str_cut(p->tokens.bytes, at)) : (mtl_str){"", 0};
}

/* Pages mark themselves as a whole so that browsers do not offer to translate them: that says nothing of their text. */
static bool is_untranslated(const page *p)
{
    return mtl_str_alike(value_of(p, "translate"), MTL_LIT("no")) || has_word(value_of(p, "class"), "notranslate");
}

/* What a button says is text, what a form was filled with is not. */
static bool is_button(const page *p)
{
    const mtl_str type = value_of(p, "type");
    return mtl_str_alike(type, MTL_LIT("submit")) || mtl_str_alike(type, MTL_LIT("button")) ||
           mtl_str_alike(type, MTL_LIT("reset"));
}

static void read_asides(page *p, const mtl_html_element *element)
{
    static const char *const names[] = {"alt", "title", "aria-label", "placeholder", "label", "value"};
    mtl_span at;
    for (const char *const *name = names; name < MTL_END(names); name++) {
        const bool label = mtl_str_is(mtl_cstr(*name), "label"), value = mtl_str_is(mtl_cstr(*name), "value");
        if (!mtl_html_value(&p->tokens, *name, &at) || (label && !is(element, "option") && !is(element, "optgroup")) ||
            (value && !(is(element, "input") && is_button(p))))
            continue;
        mtl_html_text_aside(&p->text, at, context_of(p)->lang);
    }
    mtl_html_text_asides(&p->text);
}

static void add_meta(page *p, unsigned is, mtl_span at, mtl_kind kind)
{
    meta m = {is, at, *context_of(p)};
    m.context.kind = (uint8_t)kind;
    m.context.furniture = true;
    mtl_vec_push(&p->metas, p->arena, m);
}

static void read_meta(page *p)
{
    static const struct {
        const char *name;
        mtl_kind kind;
    } wanted[] = {{"description", MTL_PARAGRAPH},   {"og:title", MTL_HEADING},      {"og:description", MTL_PARAGRAPH},
                  {"og:image:alt", MTL_STRING},     {"twitter:title", MTL_HEADING}, {"twitter:description", MTL_PARAGRAPH},
                  {"twitter:image:alt", MTL_STRING}};
    mtl_span content;
    if (!mtl_html_value(&p->tokens, "content", &content))
        return;
    const mtl_str name = value_of(p, "name"), property = value_of(p, "property");
    for (size_t i = 0; i < MTL_COUNT(wanted); i++)
        if (mtl_str_alike(name, mtl_cstr(wanted[i].name)) || mtl_str_alike(property, mtl_cstr(wanted[i].name)))
            add_meta(p, CONTENT, content, wanted[i].kind);
}

/* True, and *LANG, where the tag names its language; an empty name says that nobody knows it. */
static bool read_lang(const page *p, mtl_str *lang)
{
    mtl_span at;
    if (!mtl_html_value(&p->tokens, "lang", &at) && !mtl_html_value(&p->tokens, "xml:lang", &at))
        return false;
    *lang = mtl_str_trim(mtl_str_cut(p->tokens.bytes, at));
    return true;
}

static void read_root(page *p)
{
    mtl_str lang;
    if (!read_lang(p, &lang))
        return;
    p->base.lang = p->base.block_lang = lang;
    if (p->doc->lang.n == 0)
        p->doc->lang = lang;
}

/* ---- opening ---- */

static void begin_region(page *p, const mtl_html_element *element, bool untranslated)
{
    const unsigned edges = element->flags & MTL_HTML_EDGE;
    const unsigned held = element->flags & (MTL_HTML_CODE | MTL_HTML_IMAGE | MTL_HTML_HIDDEN);
    if (p->region.depth || !(held || untranslated))
        return;
    p->region.depth = p->levels.n + p->beyond;
    p->region.from = p->tokens.at.at;
    p->region.flags = edges | (held ? held : edges ? MTL_HTML_HIDDEN : MTL_HTML_CODE);
}

/* The foot, the head or a menu of the page, as <footer> and <nav> are. */
static bool is_landmark(const page *p)
{
    static const char *const roles[] = {"contentinfo", "navigation", "banner", "search", "menu", "menubar"};
    const mtl_str role = mtl_str_trim(value_of(p, "role"));
    for (const char *const *r = roles; r < MTL_END(roles); r++)
        if (mtl_str_alike(role, mtl_cstr(*r)))
            return true;
    return false;
}

static mtl_html_context context_in(const page *p, const mtl_html_element *element)
{
    mtl_html_context context = *context_of(p);
    if (element->kind != MTL_HTML_INHERIT)
        context.kind = element->kind;
    context.furniture |= (element->flags & MTL_HTML_FURNITURE) != 0 || is_landmark(p);
    context.copy |= (element->flags & MTL_HTML_COPY) != 0;
    if (read_lang(p, &context.lang) && element->flags & MTL_HTML_EDGE)
        context.block_lang = context.lang;
    return context;
}

/* HTML may stand in this element of SVG or MathML. */
static bool embraces_html(const page *p, mtl_str name, bool math)
{
    static const char *const in_svg[] = {"foreignobject", "desc", "title"}, *const in_math[] = {"mi", "mo", "mn", "ms", "mtext"};
    const char *const *names = math ? in_math : in_svg, *const *end = math ? MTL_END(in_math) : MTL_END(in_svg);
    for (; names < end; names++)
        if (mtl_str_alike(name, mtl_cstr(*names)))
            return true;
    const mtl_str encoding = value_of(p, "encoding");
    return math && mtl_str_alike(name, MTL_LIT("annotation-xml")) &&
           (mtl_str_alike(encoding, MTL_LIT("text/html")) || mtl_str_alike(encoding, MTL_LIT("application/xhtml+xml")));
}

static void push(page *p, const mtl_html_element *element, bool foreign)
{
    const mtl_html_level *outer = p->levels.n && mtl_vec_last(&p->levels).foreign ? &mtl_vec_last(&p->levels) : NULL;
    mtl_html_level level = {.element = element, .name = p->tokens.name, .context = context_in(p, element), .foreign = foreign};
    level.math = foreign && (is(element, "math") || (outer && outer->math && !is(element, "svg")));
    level.embraces = foreign && embraces_html(p, level.name, level.math);
    if (p->levels.n < MTL_MAX_NESTING && p->beyond == 0)
        mtl_vec_push(&p->levels, p->arena, level);
    else
        p->beyond++;
}

/* A font that says how it looks is one of HTML; SVG has another. */
static bool is_html_font(const page *p, const mtl_html_element *element)
{
    mtl_span at;
    return is(element, "font") && (mtl_html_value(&p->tokens, "color", &at) || mtl_html_value(&p->tokens, "face", &at) ||
                                   mtl_html_value(&p->tokens, "size", &at));
}

/* Returns false where the tag stays in SVG or MathML. */
static bool leaves_foreign(page *p, const mtl_html_element *element)
{
    if (!is_foreign(p))
        return true;
    if (!(element->flags & MTL_HTML_LEAVES) && !is_html_font(p, element)) {
        if (!p->tokens.closes_itself)
            push(p, element, true);
        return false;
    }
    cut(p, mtl_html_levels_native(&p->levels), p->tokens.at.at);
    return true;
}

/* Nobody sets two links without a space into a text: "</a><a …>" is a menu, whose style sheet keeps them apart. */
static void part_links(page *p, const mtl_html_element *element)
{
    if (p->link_end && p->link_end == p->tokens.at.at && p->region.depth == 0 && is(element, "a"))
        mtl_html_text_space(&p->text, p->tokens.at);
}

/* Of two links or buttons in each other the first ends; so does the first of two nobr. */
static void end_like(page *p, const mtl_html_element *element)
{
    bool alone;
    if (!is(element, "a") && !is(element, "nobr") && !is(element, "button"))
        return;
    const uint32_t n = mtl_html_levels_after(&p->levels, element, mtl_cstr(element->name), &alone);
    if (alone)
        remove_level(p, n, p->tokens.at.at);
    else
        cut(p, n, p->tokens.at.at);
}

static void open_void(page *p, const mtl_html_element *element)
{
    if (is(element, "meta"))
        read_meta(p);
    else if (is(element, "br"))
        line_break(p);
    else if (element->flags & MTL_HTML_IMAGE && p->region.depth == 0)
        mtl_html_text_hole(&p->text, p->tokens.at, false);
}

static void open_content(page *p, const mtl_html_element *element, bool untranslated)
{
    const bool native = !(element->flags & MTL_HTML_FOREIGN);
    push(p, element, !native);
    begin_region(p, element, untranslated);
    if (native && element->mode != MTL_HTML_DATA) {
        p->tokens.mode = (mtl_html_mode)element->mode;
        p->tokens.raw = p->tokens.name;
    }
    p->ld = is(element, "script") && mtl_str_alike(value_of(p, "type"), MTL_LIT("application/ld+json"));
}

static void open_tag(page *p)
{
    const mtl_html_element *element = mtl_html_element_called(p->tokens.name);
    if (p->beyond == 0 && !leaves_foreign(p, element))
        return;
    if (element->flags & MTL_HTML_ROOT) {
        read_root(p);
        return;
    }
    if (p->beyond == 0) {
        cut(p, mtl_html_levels_before(&p->levels, element), p->tokens.at.at);
        end_like(p, element);
    }
    if (element->flags & MTL_HTML_EDGE)
        edge(p);
    part_links(p, element);
    const bool untranslated = p->tokens.attributes.n && is_untranslated(p);
    const bool empty = element->flags & MTL_HTML_VOID || (p->tokens.closes_itself && (p->xml || element->flags & MTL_HTML_FOREIGN));
    if (p->region.depth == 0 && p->tokens.attributes.n && !untranslated && !is(element, "link") && !is(element, "style"))
        read_asides(p, element);
    if (empty)
        open_void(p, element);
    else
        open_content(p, element, untranslated);
}

/* ---- text and metadata ---- */

/* In a section of CDATA an ampersand is one. */
static void add_plain(page *p)
{
    mtl_escape_fn *outer = p->doc->escape;
    p->doc->escape = mtl_xml_escape_section;
    mtl_html_text_add(&p->text, p->tokens.at, MTL_HTML_NO_REFS, context_of(p));
    p->doc->escape = outer;
}

static void add_text(page *p)
{
    const mtl_html_level *level = p->levels.n ? &mtl_vec_last(&p->levels) : NULL;
    if (p->ld)
        add_meta(p, LD, p->tokens.at, MTL_PARAGRAPH);
    p->ld = false;
    if (p->region.depth)
        return;
    if (level && !level->foreign && is(level->element, "title"))
        add_meta(p, TITLE, p->tokens.at, MTL_HEADING);
    else if (p->tokens.plain)
        add_plain(p);
    else
        mtl_html_text_add(&p->text, p->tokens.at, MTL_HTML_REFS, context_of(p));
}

static void add_lines(mtl_html_text *w, mtl_span at, const mtl_html_context *context)
{
    const mtl_str bytes = w->doc->layer->bytes;
    for (uint32_t from = at.at; from < mtl_span_end(at);) {
        const size_t found = mtl_str_find((mtl_str){bytes.p, mtl_span_end(at)}, MTL_LIT("\n"), from);
        const uint32_t end = found == SIZE_MAX ? mtl_span_end(at) : (uint32_t)found;
        mtl_html_text_add(w, (mtl_span){from, end - from}, MTL_HTML_REFS, context);
        mtl_html_text_edge(w);
        from = end + 1;
    }
}

/* A text of JSON-LD: paragraphs in lines, or in tags. */
static void add_value(page *p, const mtl_html_context *context)
{
    mtl_html_tokens tokens = {.bytes = p->doc->layer->bytes, .arena = p->arena};
    bool tagged = false;
    for (mtl_html_kind kind; (kind = mtl_html_next(&tokens)) != MTL_HTML_END;)
        tagged |= kind != MTL_HTML_TEXT;
    tokens.next = 0;
    if (!tagged) {
        add_lines(&p->text, (mtl_span){0, (uint32_t)tokens.bytes.n}, context);
        return;
    }
    for (mtl_html_kind kind; (kind = mtl_html_next(&tokens)) != MTL_HTML_END;) {
        if (kind == MTL_HTML_TEXT)
            mtl_html_text_add(&p->text, tokens.at, MTL_HTML_REFS, context);
        else if (mtl_html_element_called(tokens.name)->flags & MTL_HTML_EDGE)
            mtl_html_text_edge(&p->text);
    }
    mtl_html_text_edge(&p->text);
}

static void add_ld(page *p, const meta *m)
{
    static const char *const keys[] = {"headline", "alternativeHeadline", "description", "articleBody", "caption", NULL};
    const mtl_layer *below = p->doc->layer;
    mtl_html_ld ld = {below, m->at, p->arena};
    const mtl_layer *value;
    for (const char *key; mtl_html_ld_next(&ld, keys, &value, &key);) {
        mtl_html_context context = m->context;
        if (mtl_str_ends(mtl_cstr(key), MTL_LIT("eadline")))
            context.kind = MTL_HEADING;
        p->doc->layer = value;
        add_value(p, &context);
        p->doc->layer = below;
    }
}

/* A title is mostly the heading again, often with the name of the site behind it. */
static void add_title(page *p, const meta *m)
{
    mtl_html_text_add(&p->text, m->at, MTL_HTML_REFS, &m->context);
    if (p->doc->title.n == 0)
        p->doc->title = mtl_str_copy(mtl_html_text_open(&p->text), p->doc->arena);
    mtl_html_text_edge(&p->text);
}

static void add_content(page *p, const meta *m)
{
    mtl_html_text_add(&p->text, m->at, MTL_HTML_ATTRIBUTE_REFS, &m->context);
    mtl_html_text_edge(&p->text);
}

static void add_metas(page *p)
{
    static void (*const adds[])(page *, const meta *) = {[CONTENT] = add_content, [TITLE] = add_title, [LD] = add_ld};
    if (p->metas.n)
        mtl_html_text_again(&p->text);
    for (const meta *m = p->metas.items; m < p->metas.items + p->metas.n; m++)
        adds[m->is](p, m);
}

/* ---- the reader ---- */

static void read_page(page *p)
{
    for (;;) {
        p->tokens.sections = p->xml || is_foreign(p);
        switch (mtl_html_next(&p->tokens)) {
        case MTL_HTML_TEXT:
            add_text(p);
            break;
        case MTL_HTML_OPEN:
            open_tag(p);
            break;
        case MTL_HTML_CLOSE:
            close_tag(p);
            break;
        case MTL_HTML_COMMENT:
            mtl_doc_note(p->doc, p->tokens.at);
            break;
        case MTL_HTML_NOTHING:
            break;
        case MTL_HTML_END:
            cut(p, 0, (uint32_t)p->tokens.bytes.n);
            mtl_html_text_edge(&p->text);
            return;
        }
    }
}

/* A fix may stand in text or in an attribute. */
static bool escape(mtl_str text, mtl_out *out)
{
    mtl_out_xml(out, text);
    return true;
}

static mtl_str after_mark(mtl_str bytes)
{
    return mtl_str_starts(bytes, MTL_BOM) ? (mtl_str){bytes.p + MTL_BOM.n, bytes.n - MTL_BOM.n} : bytes;
}

/* The blocks of DOC's layer, from FROM on. */
static void read_into(mtl_doc *doc, mtl_arena *arena, uint32_t from, bool xml)
{
    const mtl_str bytes = doc->layer->bytes;
    page p = {
        .tokens = {.bytes = bytes, .arena = arena, .next = from},
        .base = {.kind = MTL_PARAGRAPH},
        .xml = xml,
        .arena = arena,
        .doc = doc,
    };
    mtl_html_text_init(&p.text, doc, arena);
    read_page(&p);
    mtl_html_text_settle(&p.text);
    add_metas(&p);
}

static void read_part(mtl_doc *doc, bool xml)
{
    mtl_escape_fn *outer = doc->escape;
    doc->escape = escape;
    read_into(doc, doc->arena, 0, xml);
    doc->escape = outer;
}

void mtl_html_read(mtl_doc *doc)
{
    read_part(doc, false);
}

void mtl_html_read_xml(mtl_doc *doc)
{
    read_part(doc, true);
}

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    (void)err;
    if (reading->state)
        return MTL_STEP_END;
    reading->state = reading;
    doc->marked_up = true;
    const mtl_str bytes = reading->layer->bytes, text = after_mark(bytes);
    read_into(doc, reading->arena, (uint32_t)(bytes.n - text.n), mtl_str_starts(text, MTL_LIT("<?xml")));
    return MTL_STEP_DOCUMENT;
}

/* The first tag of a page, behind what may stand before it. */
static int sniff(mtl_str head)
{
    static const char *const first[] = {"<!doctype html", "<html", "<head>", "<body"};
    const mtl_str text = after_mark(head);
    size_t at = 0;
    for (;;) {
        while (at < text.n && mtl_str_trim((mtl_str){text.p + at, 1}).n == 0)
            at++;
        const mtl_str rest = {text.p + at, text.n - at};
        const bool comment = mtl_str_starts(rest, MTL_LIT("<!--")), xml = mtl_str_starts(rest, MTL_LIT("<?xml"));
        const size_t end = mtl_str_find(rest, comment ? MTL_LIT("-->") : MTL_LIT("?>"), 0);
        if (!(comment || xml) || end == SIZE_MAX)
            break;
        at += end + 2 + comment;
    }
    for (const char *const *tag = first; tag < MTL_END(first); tag++) {
        const size_t n = mtl_cstr(*tag).n;
        if (text.n - at >= n && mtl_str_alike((mtl_str){text.p + at, n}, mtl_cstr(*tag)))
            return 100;
    }
    return 0;
}

static const char *const suffixes[] = {".html", ".htm", ".xhtml", ".xht", ".xml", NULL};

const mtl_reader mtl_reader_html = {.name = "html",
                                    .doc = "web pages, HTML and XHTML",
                                    .sign = "its first tag or its DOCTYPE",
                                    .text = "blocks, title, texts of attributes; what meta tags and JSON-LD add; no code, nothing "
                                            "typed into forms, no translate=\"no\"",
                                    .suffixes = suffixes,
                                    .sniff = sniff,
                                    .next = next,
                                    .escape = escape};
