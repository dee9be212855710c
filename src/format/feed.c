/* feed.c: feeds and sitemaps: RSS 0.9 to 2.0, RSS 1.0 in RDF, Atom, the sitemaps of news, images and videos. Each item is a document; the
 * first is the feed itself, what it says of itself wherever that stands. An item that says nothing is counted and left out. Broken XML ends
 * the feed; the items before it are read. */
#include "format/feed_text.h"
#include "format/reader.h"

/* The first element of a feed, the element that speaks of the feed itself, and the one that is an item. */
typedef struct vocabulary {
    mtl_feed_family family;
    const char *root, *feed, *item;
    const char *needs; /* to be a feed for sure: what the first tag holds */
} vocabulary;

static const vocabulary vocabularies[] = {
    {MTL_FEED_CORE, "rss", "channel", "item", ""},
    {MTL_FEED_RDF, "RDF", "channel", "item", "http://purl.org/rss/"},
    {MTL_FEED_RDF, "RDF", "channel", "item", "http://my.netscape.com/rdf/"},
    {MTL_FEED_RDF, "RDF", "channel", "item", "http://channel.netscape.com/rdf/"},
    {MTL_FEED_CORE, "feed", "feed", "entry", "http://www.w3.org/2005/Atom"},
    {MTL_FEED_CORE, "feed", "feed", "entry", "http://purl.org/atom/ns"},
    {MTL_FEED_CORE, "entry", "", "entry", "http://www.w3.org/2005/Atom"},
    {MTL_FEED_CORE, "urlset", "", "url", "/schemas/sitemap-news/"},
    {MTL_FEED_CORE, "urlset", "", "url", "/schemas/sitemap-image/"},
    {MTL_FEED_CORE, "urlset", "", "url", "/schemas/sitemap-video/"},
};

typedef struct feed {
    mtl_xml *xml;
    const vocabulary *words;
    uint32_t nitems;
    mtl_str lang;       /* of the feed */
    mtl_str outer_lang; /* what the tags around it say */
} feed;

static bool is(const mtl_xml_name *name, mtl_feed_family family, const char *local)
{
    return mtl_str_is(name->local, local) && mtl_feed_family_of(name) == family;
}

/* The next tag that opens, or what ends the input. */
static const mtl_xml_event *next_open(mtl_xml *xml)
{
    const mtl_xml_event *event;
    do
        event = mtl_xml_next(xml);
    while (event->kind > MTL_XML_OPEN);
    return event;
}

/* The next tag that opens and is not inside of OPEN, which was read last. */
static const mtl_xml_event *next_beside(mtl_xml *xml, const mtl_xml_event *open)
{
    const uint32_t depth = open->depth;
    const mtl_xml_event *event;
    do
        event = mtl_xml_next(xml);
    while (event->kind > MTL_XML_ERROR && !(event->kind == MTL_XML_CLOSE && event->depth == depth));
    return event->kind > MTL_XML_ERROR ? next_open(xml) : event;
}

static const vocabulary *vocabulary_of(const mtl_xml_name *root)
{
    for (const vocabulary *v = vocabularies; v < MTL_END(vocabularies); v++)
        if (is(root, v->family, v->root))
            return v;
    return NULL;
}

/* ---- documents ---- */

static mtl_span in_file(const mtl_feed_item *item, mtl_span at)
{
    return mtl_layer_to_file(item->layer, at);
}

static bool write_item(feed *f, const mtl_feed_item *item, mtl_str part, mtl_doc *doc)
{
    doc->marked_up = true;
    doc->lang = item->lang.n && item->lang.p != f->outer_lang.p ? item->lang : f->lang;
    mtl_feed_text_write(item, doc);
    if (doc->blocks.n == 0)
        return false;
    doc->part = part;
    doc->id = item->id;
    doc->link = item->link;
    doc->extent = in_file(item, item->at);
    for (uint32_t i = 0; i < item->notes.n; i++)
        mtl_vec_push(&doc->notes, doc->arena, in_file(item, item->notes.items[i]));
    return true;
}

/* The items stand inside a channel: only its own texts are its extent. */
static mtl_span own_extent(const mtl_feed_item *item)
{
    mtl_span at = {0};
    for (uint32_t i = 0; i < item->fields.n; i++)
        at = i ? mtl_span_join(at, item->fields.items[i].inside) : item->fields.items[i].inside;
    return at;
}

/* What the feed says of itself, before and behind its items, is read on a first way through all of it. False: it is nothing. */
static bool read_feed(feed *f, const mtl_layer *layer, mtl_doc *doc, mtl_arena *arena)
{
    if (f->words->feed[0] == '\0')
        return false;
    mtl_xml *xml = mtl_xml_new(layer, doc->arena);
    mtl_feed_item item = {.layer = layer, .arena = doc->arena};
    const mtl_xml_event *event = next_open(xml);
    while (event->kind == MTL_XML_OPEN && !is(&event->name, MTL_FEED_CORE, f->words->feed))
        event = event->depth == 1 ? next_open(xml) : next_beside(xml, event);
    if (event->kind != MTL_XML_OPEN)
        return false;
    f->outer_lang = event->lang;
    mtl_feed_item_read(&item, xml, event);
    f->lang = mtl_str_copy(item.lang, arena);
    item.at = own_extent(&item);
    return write_item(f, &item, MTL_LIT("feed"), doc);
}

/* True if items may stand right inside of OPEN. */
static bool holds_items(const feed *f, const mtl_xml_event *open)
{
    return open->depth == 1 || (open->depth == 2 && is(&open->name, MTL_FEED_CORE, f->words->feed));
}

/* The item that OPEN begins; false: it is cut off, or says nothing. */
static bool read_item(feed *f, const mtl_reading *reading, const mtl_xml_event *open, mtl_doc *doc)
{
    mtl_feed_item item = {.layer = reading->layer, .arena = doc->arena};
    f->nitems++;
    return mtl_feed_item_read(&item, f->xml, open) && write_item(f, &item, mtl_str_format(doc->arena, "item %u", f->nitems), doc);
}

static mtl_step read_items(feed *f, mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    const mtl_xml_event *event = next_open(f->xml);
    while (event->kind == MTL_XML_OPEN) {
        if (!is(&event->name, MTL_FEED_CORE, f->words->item)) {
            event = holds_items(f, event) ? next_open(f->xml) : next_beside(f->xml, event);
            continue;
        }
        if (read_item(f, reading, event, doc))
            return MTL_STEP_DOCUMENT;
        event = next_open(f->xml);
    }
    if (event->kind == MTL_XML_END)
        return MTL_STEP_END;
    mtl_xml_fail(f->xml, reading->source, err);
    return MTL_STEP_ERROR;
}

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    feed *f = reading->state;
    if (f)
        return read_items(f, reading, doc, err);
    f = reading->state = mtl_arena_one(reading->arena, feed);
    f->xml = mtl_xml_new(reading->layer, reading->arena);
    const mtl_xml_event *root = next_open(f->xml);
    if (root->kind != MTL_XML_OPEN) {
        mtl_xml_fail(f->xml, reading->source, err);
        return MTL_STEP_ERROR;
    }
    f->words = vocabulary_of(&root->name);
    if (!f->words) {
        const mtl_span at = mtl_layer_to_file(reading->layer, root->at);
        const mtl_place place = mtl_source_place(reading->source, at.at, MTL_CODE_POINTS);
        mtl_fail(err, MTL_EFORMAT, reading->source->path, place.line, place.column,
                 "is no feed: its first element is <%.*s>, not <rss>, <rdf:RDF>, <feed>, <entry> or <urlset>",
                 MTL_FMT(root->name.local));
        return MTL_STEP_ERROR;
    }
    /* Services answer with one entry alone. */
    if (is(&root->name, MTL_FEED_CORE, f->words->item))
        return read_item(f, reading, root, doc) ? MTL_STEP_DOCUMENT : read_items(f, reading, doc, err);
    return read_feed(f, reading->layer, doc, reading->arena) ? MTL_STEP_DOCUMENT : read_items(f, reading, doc, err);
}

/* ---- the reader ---- */

static int sniff(mtl_str bytes)
{
    mtl_xml_head head;
    if (!mtl_xml_head_read(bytes, &head))
        return 0;
    const char *colon = memchr(head.root.p, ':', head.root.n);
    const size_t skip = colon ? (size_t)(colon - head.root.p) + 1 : 0;
    const mtl_str local = {head.root.p + skip, head.root.n - skip};
    for (const vocabulary *v = vocabularies; v < MTL_END(vocabularies); v++)
        if (mtl_str_is(local, v->root) && mtl_str_find(head.tag, mtl_cstr(v->needs), 0) != SIZE_MAX)
            return 100;
    return 0;
}

static const char *const suffixes[] = {".rss", ".atom", ".rdf", ".xml", NULL};

const mtl_reader mtl_reader_feed = {.name = "feed",
                                    .doc = "RSS, Atom, sitemaps of news, images and videos, a document for each item",
                                    .sign = "its first tag and namespace",
                                    .text = "titles, descriptions, contents, captions; HTML in them, however it was escaped",
                                    .suffixes = suffixes,
                                    .sniff = sniff,
                                    .next = next};
