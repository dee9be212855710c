#include "format/feed_item.h"

#include "format/html_reference.h"

/* An element that is wanted. It stands right below the thing it speaks of, or in one of FRAMES. */
static const struct row {
    mtl_feed_family family;
    const char *name;
    mtl_feed_use use;
} rows[] = {
    {MTL_FEED_CORE, "title", MTL_FEED_TITLE},
    {MTL_FEED_CORE, "description", MTL_FEED_SUMMARY},
    {MTL_FEED_CORE, "summary", MTL_FEED_SUMMARY},
    {MTL_FEED_CORE, "subtitle", MTL_FEED_SUMMARY},
    {MTL_FEED_CORE, "tagline", MTL_FEED_SUMMARY},
    {MTL_FEED_CORE, "content", MTL_FEED_TEXT},
    {MTL_FEED_CORE, "copyright", MTL_FEED_RIGHTS},
    {MTL_FEED_CORE, "rights", MTL_FEED_RIGHTS},
    {MTL_FEED_CORE, "guid", MTL_FEED_ID},
    {MTL_FEED_CORE, "id", MTL_FEED_ID},
    {MTL_FEED_CORE, "link", MTL_FEED_LINK},
    {MTL_FEED_CORE, "loc", MTL_FEED_LINK},
    {MTL_FEED_CORE, "language", MTL_FEED_LANGUAGE},
    {MTL_FEED_CONTENT, "encoded", MTL_FEED_TEXT},
    {MTL_FEED_XHTML, "body", MTL_FEED_TEXT},
    {MTL_FEED_DC, "title", MTL_FEED_TITLE},
    {MTL_FEED_DC, "description", MTL_FEED_SUMMARY},
    {MTL_FEED_DC, "rights", MTL_FEED_RIGHTS},
    {MTL_FEED_DC, "language", MTL_FEED_LANGUAGE},
    {MTL_FEED_MEDIA, "title", MTL_FEED_CAPTION_TITLE},
    {MTL_FEED_MEDIA, "description", MTL_FEED_CAPTION},
    {MTL_FEED_ITUNES, "title", MTL_FEED_TITLE},
    {MTL_FEED_ITUNES, "subtitle", MTL_FEED_MORE},
    {MTL_FEED_ITUNES, "summary", MTL_FEED_MORE},
    {MTL_FEED_NEWS, "title", MTL_FEED_TITLE},
    {MTL_FEED_NEWS, "language", MTL_FEED_LANGUAGE},
    {MTL_FEED_IMAGE, "title", MTL_FEED_CAPTION_TITLE},
    {MTL_FEED_IMAGE, "caption", MTL_FEED_CAPTION},
    {MTL_FEED_VIDEO, "title", MTL_FEED_CAPTION_TITLE},
    {MTL_FEED_VIDEO, "description", MTL_FEED_CAPTION},
};

static const struct frame {
    mtl_feed_family family;
    const char *name;
} frames[] = {
    {MTL_FEED_MEDIA, "group"},      {MTL_FEED_MEDIA, "content"}, {MTL_FEED_NEWS, "news"},
    {MTL_FEED_NEWS, "publication"}, {MTL_FEED_IMAGE, "image"},   {MTL_FEED_VIDEO, "video"},
};

/* A namespace by how its address begins, for versions and slashes at its end vary; by its usual prefix where nobody declared it. */
static const struct space {
    mtl_feed_family family;
    const char *prefix, *begins;
} spaces[] = {
    {MTL_FEED_CORE, "atom", "http://www.w3.org/2005/atom"},
    {MTL_FEED_CORE, "", "http://purl.org/atom/"},
    {MTL_FEED_CORE, "", "http://purl.org/rss/1.0/modules/rss091"},
    {MTL_FEED_CONTENT, "content", "http://purl.org/rss/1.0/modules/content"},
    {MTL_FEED_OTHER, "", "http://purl.org/rss/1.0/modules/"},
    {MTL_FEED_CORE, "", "http://purl.org/rss/1.0"},
    {MTL_FEED_CORE, "", "http://purl.org/net/rss1.1"},
    {MTL_FEED_CORE, "", "http://my.netscape.com/"},
    {MTL_FEED_CORE, "", "http://channel.netscape.com/rdf/simple/"},
    {MTL_FEED_CORE, "", "http://backend.userland.com/rss"},
    {MTL_FEED_CORE, "", "http://blogs.law.harvard.edu/tech/rss"},
    {MTL_FEED_CORE, "", "http://cyber.law.harvard.edu/rss/"},
    {MTL_FEED_CORE, "", "http://www.rssboard.org/"},
    {MTL_FEED_CORE, "", "http://www.sitemaps.org/schemas/sitemap/"},
    {MTL_FEED_CORE, "", "https://www.sitemaps.org/schemas/sitemap/"},
    {MTL_FEED_CORE, "", "http://www.google.com/schemas/sitemap/"},
    {MTL_FEED_XHTML, "xhtml", "http://www.w3.org/1999/xhtml"},
    {MTL_FEED_RDF, "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns"},
    {MTL_FEED_DC, "dc", "http://purl.org/dc/elements/"},
    {MTL_FEED_MEDIA, "media", "http://search.yahoo.com/mrss"},
    {MTL_FEED_MEDIA, "", "https://search.yahoo.com/mrss"},
    {MTL_FEED_ITUNES, "itunes", "http://www.itunes.com/dtds/podcast"},
    {MTL_FEED_NEWS, "news", "http://www.google.com/schemas/sitemap-news/"},
    {MTL_FEED_IMAGE, "image", "http://www.google.com/schemas/sitemap-image/"},
    {MTL_FEED_VIDEO, "video", "http://www.google.com/schemas/sitemap-video/"},
};

static bool begins_alike(mtl_str s, mtl_str head)
{
    return s.n >= head.n && mtl_str_alike((mtl_str){s.p, head.n}, head);
}

mtl_feed_family mtl_feed_family_of(const mtl_xml_name *name)
{
    if (name->prefix.n == 0 && name->space.n == 0)
        return MTL_FEED_CORE;
    for (const struct space *s = spaces; s < MTL_END(spaces); s++)
        if (name->space.n ? begins_alike(name->space, mtl_cstr(s->begins)) : mtl_str_is(name->prefix, s->prefix))
            return s->family;
    return MTL_FEED_OTHER;
}

static const struct row *row_of(const mtl_xml_name *name)
{
    const mtl_feed_family family = mtl_feed_family_of(name);
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        if (r->family == family && mtl_str_is(name->local, r->name))
            return r;
    return NULL;
}

static bool is_frame(const mtl_xml_name *name)
{
    const mtl_feed_family family = mtl_feed_family_of(name);
    for (const struct frame *f = frames; f < MTL_END(frames); f++)
        if (f->family == family && mtl_str_is(name->local, f->name))
            return true;
    return false;
}

/* ---- what an element says ---- */

const mtl_layer *mtl_feed_field_text(const mtl_feed_field *field)
{
    return mtl_layering_done(&field->text, !field->in_sections      ? mtl_xml_escape_text
                                           : field->beside_sections ? mtl_xml_escape_either
                                                                    : mtl_xml_escape_section);
}

const mtl_layer *mtl_feed_field_markup(const mtl_feed_item *item, const mtl_feed_field *field)
{
    mtl_layering l = {.below = item->layer, .arena = item->arena};
    uint32_t from = field->inside.at;
    for (uint32_t i = 0; i < field->cuts.n; i++) {
        const mtl_feed_cut *cut = &field->cuts.items[i];
        mtl_layering_copy(&l, (mtl_span){from, cut->at.at - from});
        mtl_layering_put(&l, cut->at, cut->meaning);
        from = mtl_span_end(cut->at);
    }
    mtl_layering_copy(&l, (mtl_span){from, mtl_span_end(field->inside) - from});
    return mtl_layering_done(&l, field->in_sections ? mtl_xml_escape_either : NULL);
}

/* ---- collecting ---- */

typedef struct collector {
    mtl_feed_item *item;
    mtl_xml *xml;
    uint32_t skipped; /* depth of the element that is passed over, 0: none */
    uint32_t depth;   /* of the element whose text is collected, 0: none */
    mtl_feed_field field;
    mtl_str own_lang;   /* what an element of the item says */
    mtl_str outer_lang; /* what its tag says, or one around it */
} collector;

static mtl_str value_of(const collector *c, const mtl_xml_event *open, const char *name)
{
    mtl_span value;
    return mtl_xml_value(open, name, &value) ? mtl_str_trim(mtl_str_cut(c->item->layer->bytes, value)) : (mtl_str){"", 0};
}

/* Of links without a text: the one to what people read. */
static void take_address(collector *c, const mtl_xml_event *open)
{
    mtl_span href;
    const mtl_str rel = value_of(c, open, "rel");
    if (c->item->link.n == 0 && (rel.n == 0 || mtl_str_is(rel, "alternate")) && mtl_xml_value(open, "href", &href))
        c->item->link = mtl_xml_value_meant(c->xml, href, c->item->arena);
}

/* Pictures and programs can be the content of an entry too. */
static bool is_text(const collector *c, const mtl_xml_event *open)
{
    static const char *const media[] = {"text/plain", "text/html", "application/xhtml+xml"};
    const mtl_str type = value_of(c, open, "type");
    if (mtl_str_is(value_of(c, open, "mode"), "base64"))
        return false;
    if (type.n == 0 || !memchr(type.p, '/', type.n))
        return true;
    for (const char *const *m = media; m < MTL_END(media); m++)
        if (mtl_str_alike(type, mtl_cstr(*m)))
            return true;
    return false;
}

static void begin_field(collector *c, const mtl_xml_event *open)
{
    const struct row *row = row_of(&open->name);
    if (row && row->use == MTL_FEED_LINK)
        take_address(c, open);
    if (!row && is_frame(&open->name))
        return;
    if (!row || !is_text(c, open)) {
        c->skipped = open->depth;
        return;
    }
    c->depth = open->depth;
    c->field = (mtl_feed_field){.use = row->use,
                                .inside = {mtl_span_end(open->at), 0},
                                .text = {.below = c->item->layer, .arena = c->item->arena},
                                .type = value_of(c, open, "type")};
    if (open->lang.p != c->outer_lang.p)
        c->field.lang = open->lang;
}

static void cut(collector *c, mtl_span at, mtl_str meaning)
{
    mtl_vec_push(&c->field.cuts, c->item->arena, ((mtl_feed_cut){at, meaning}));
}

static void cut_prefix(collector *c, const mtl_xml_event *tag)
{
    const uint32_t from = tag->at.at + (tag->kind == MTL_XML_CLOSE ? 2 : 1);
    if (tag->at.len && tag->name.prefix.n)
        cut(c, (mtl_span){from, (uint32_t)tag->name.prefix.n + 1}, (mtl_str){0});
}

/* HTML reads the text as XML does: it is no reference, or one that both know. */
static bool is_html_too(const collector *c, const mtl_xml_text *text)
{
    mtl_html_reference r = {0};
    if (text->kind == MTL_PUT)
        mtl_html_reference_read(&r, mtl_str_cut(c->item->layer->bytes, text->at), false);
    return text->kind == MTL_COPY || (r.len == text->at.len && mtl_str_same(r.meaning, text->meaning));
}

static void add_text(collector *c, const mtl_xml_text *text)
{
    mtl_feed_field *field = &c->field;
    const bool white = text->kind != MTL_HOLE && mtl_str_trim(text->meaning).n == 0;
    const uint32_t before = field->text.bytes.n;
    mtl_xml_add_to_layer(&field->text, text);
    if (!is_html_too(c, text))
        cut(c, text->at, mtl_str_copy((mtl_str){field->text.bytes.items + before, field->text.bytes.n - before}, c->item->arena));
    field->says_something |= !white;
    field->in_sections |= text->section;
    field->beside_sections |= !text->section && !white;
}

static void end_field(collector *c, const mtl_xml_event *close)
{
    mtl_feed_item *item = c->item;
    mtl_feed_field *field = &c->field;
    c->depth = 0;
    field->inside.len = close->at.len ? close->at.at - field->inside.at : 0;
    if (!field->says_something && !field->holds_elements)
        return;
    if (field->use < MTL_FEED_ID) {
        mtl_vec_push(&item->fields, item->arena, *field);
        return;
    }
    mtl_str *const kept[] = {[MTL_FEED_ID] = &item->id, [MTL_FEED_LINK] = &item->link, [MTL_FEED_LANGUAGE] = &c->own_lang};
    if (kept[field->use]->n == 0)
        *kept[field->use] = mtl_str_trim(mtl_feed_field_text(field)->bytes);
}

static void read_open(collector *c, const mtl_xml_event *event)
{
    if (c->skipped)
        return;
    if (!c->depth) {
        begin_field(c, event);
        return;
    }
    c->field.holds_elements = true;
    cut_prefix(c, event);
}

static void read_close(collector *c, const mtl_xml_event *event)
{
    if (c->skipped == event->depth)
        c->skipped = 0;
    else if (c->depth == event->depth && !c->skipped)
        end_field(c, event);
    else if (c->depth && !c->skipped)
        cut_prefix(c, event);
}

static void begin_item(collector *c, const mtl_xml_event *open)
{
    c->item->at = open->at;
    c->item->lang = c->outer_lang = open->lang;
    for (uint32_t i = 0; i < open->nattributes; i++) {
        const mtl_xml_name *name = &open->attributes[i].name;
        if (mtl_str_is(name->local, "about") && mtl_feed_family_of(name) == MTL_FEED_RDF)
            c->item->id = mtl_xml_value_meant(c->xml, open->attributes[i].value, c->item->arena);
    }
}

bool mtl_feed_item_read(mtl_feed_item *item, mtl_xml *xml, const mtl_xml_event *open)
{
    collector c = {.item = item, .xml = xml};
    const uint32_t depth = open->depth;
    const mtl_xml_event *event;
    begin_item(&c, open);
    while ((event = mtl_xml_next(xml))->kind > MTL_XML_ERROR) {
        if (event->kind == MTL_XML_CLOSE && event->depth == depth)
            break;
        item->at.len = mtl_span_end(event->at) - item->at.at;
        if (event->kind == MTL_XML_OPEN)
            read_open(&c, event);
        else if (event->kind == MTL_XML_CLOSE)
            read_close(&c, event);
        else if (event->kind == MTL_XML_TEXT && c.depth && !c.skipped)
            add_text(&c, &event->text);
        else if (event->kind == MTL_XML_COMMENT && !c.skipped)
            mtl_vec_push(&item->notes, item->arena, event->at);
    }
    if (c.own_lang.n)
        item->lang = c.own_lang;
    if (event->kind != MTL_XML_CLOSE)
        return false;
    item->at.len = mtl_span_end(event->at) - item->at.at;
    return true;
}
