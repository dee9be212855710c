#include "format/feed_text.h"

#include "format/html.h"
#include "format/html_guess.h"
#include "format/html_said.h"
#include "format/plain.h"

typedef struct text {
    const mtl_feed_field *field;
    const mtl_layer *layer;
    enum { PLAIN, HTML, XHTML } as;
    mtl_doc doc; /* its blocks, once read */
} text;

typedef struct texts {
    text *items;
    uint32_t n;
    mtl_doc *doc;
    mtl_str content; /* the whole text of the item, empty where it has none */
    mtl_html_said said;
} texts;

/* ---- what a text is ---- */

static bool says(const mtl_feed_field *field, const char *type, const char *media)
{
    return mtl_str_alike(field->type, mtl_cstr(type)) || mtl_str_alike(field->type, mtl_cstr(media));
}

/* Sets what T is as far as it can be told without the others; returns true if it is HTML for sure. */
static bool look(text *t, const mtl_feed_item *item)
{
    const mtl_feed_field *field = t->field;
    if (field->holds_elements || says(field, "xhtml", "application/xhtml+xml")) {
        t->layer = mtl_feed_field_markup(item, field);
        t->as = XHTML;
        return true;
    }
    t->layer = mtl_feed_field_text(field);
    t->as = PLAIN;
    if (says(field, "text", "text/plain"))
        return false;
    const mtl_html_guess is = mtl_html_guess_of(t->layer->bytes, item->arena);
    if (is == MTL_HTML_ESCAPED)
        t->layer = mtl_html_unescape(t->layer, item->arena);
    t->as = is != MTL_HTML_NONE || says(field, "html", "text/html") ? HTML : PLAIN;
    return t->as == HTML;
}

/* In an item that holds HTML a text without tags is HTML too: its references are read, but its lines are its own. */
static void settle(text *t, const mtl_feed_item *item)
{
    if (t->as == PLAIN && !says(t->field, "text", "text/plain") && mtl_str_find(t->layer->bytes, MTL_LIT("&"), 0) != SIZE_MAX)
        t->layer = mtl_html_unescape(t->layer, item->arena);
}

/* ---- blocks ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* BELOW on one line. */
static const mtl_layer *join_lines(const mtl_layer *below, mtl_arena *arena)
{
    const mtl_str s = below->bytes;
    mtl_layering l = {.below = below, .arena = arena};
    for (uint32_t at = 0; at < s.n;) {
        uint32_t end = at;
        while (end < s.n && is_blank(s.p[end]) == is_blank(s.p[at]))
            end++;
        const mtl_span run = {at, end - at};
        if (!is_blank(s.p[at]) || (run.len == 1 && s.p[at] == ' ' && at && end < s.n))
            mtl_layering_copy(&l, run);
        else if (at && end < s.n)
            mtl_layering_put(&l, run, MTL_LIT(" "));
        at = end;
    }
    return mtl_layering_done(&l, NULL);
}

static void read_line(mtl_doc *doc)
{
    doc->layer = join_lines(doc->layer, doc->arena);
    mtl_doc_open(doc, MTL_HEADING, MTL_TARGET, (mtl_str){0});
    mtl_doc_copy(doc, (mtl_span){0, (uint32_t)doc->layer->bytes.n});
    mtl_doc_close(doc);
}

static bool is_title(const text *t)
{
    return t->field->use == MTL_FEED_TITLE || t->field->use == MTL_FEED_CAPTION_TITLE;
}

static void read_plain(text *t)
{
    if (is_title(t))
        read_line(&t->doc);
    else
        mtl_plain_read(&t->doc);
}

static void read_text(text *t, const mtl_doc *whole)
{
    mtl_doc *doc = &t->doc;
    mtl_doc_init(doc, whole->source, t->layer, whole->arena);
    doc->lang = t->field->lang.n ? t->field->lang : whole->lang;
    if (t->as == PLAIN)
        read_plain(t);
    else if (t->as == HTML)
        mtl_html_read(doc);
    else
        mtl_html_read_xml(doc);
    const bool other = t->field->lang.n && !mtl_str_alike(t->field->lang, whole->lang);
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        mtl_block *block = &doc->blocks.items[i];
        block->kind = is_title(t) ? MTL_HEADING : block->kind;
        block->furniture |= t->field->use == MTL_FEED_CAPTION_TITLE || t->field->use == MTL_FEED_CAPTION;
        if (other && block->lang.n == 0)
            block->lang = t->field->lang;
    }
}

/* ---- what is said twice ---- */

static mtl_str block_text(const mtl_doc *doc, const mtl_block *block)
{
    return mtl_str_cut((mtl_str){doc->bytes.items, doc->bytes.n}, block->text);
}

static void remember(texts *all, const mtl_doc *doc)
{
    mtl_html_said_add_runs(&all->said, (mtl_str){doc->bytes.items, doc->bytes.n});
    for (uint32_t i = 0; i < doc->blocks.n; i++)
        mtl_html_said_add(&all->said, block_text(doc, &doc->blocks.items[i]));
}

static text *first_of(const texts *all, mtl_feed_use use)
{
    for (text *t = all->items; t < all->items + all->n; t++)
        if (t->field->use == use)
            return t;
    return NULL;
}

/* What S says at *AT: a run of white space is one space. NUL at its end. */
static char next_sign(mtl_str s, size_t *at)
{
    if (*at == s.n)
        return '\0';
    const char c = s.p[(*at)++];
    if (!is_blank(c))
        return c;
    while (*at < s.n && is_blank(s.p[*at]))
        ++*at;
    return ' ';
}

/* WHOLE begins with HEAD, but for the marks with which somebody has cut HEAD off: "…", "[...]", a full stop. */
static bool begins_with(mtl_str whole, mtl_str head)
{
    static const char *const marks[] = {"…", ".", "[", "]", "(", ")", " ", "\xC2\xA0"};
    for (const char *const *m = marks; m < MTL_END(marks);) {
        const bool ends = mtl_str_ends(head, mtl_cstr(*m));
        head.n -= ends ? mtl_cstr(*m).n : 0;
        m = ends ? marks : m + 1;
    }
    size_t at = 0, in_head = 0;
    while (in_head < head.n && next_sign(whole, &at) == next_sign(head, &in_head)) {
        if (in_head == head.n)
            return true;
    }
    return false;
}

/* Another text of the item says the same. */
static bool is_said(const texts *all, mtl_str said)
{
    return mtl_html_said_whole(&all->said, said) || mtl_html_said_within(&all->said, said) || begins_with(all->content, said);
}

/* The two say the same, but for white space. */
static bool same_words(mtl_str a, mtl_str b)
{
    size_t in_a = 0, in_b = 0;
    char sign;
    do {
        sign = next_sign(a, &in_a);
        if (sign != next_sign(b, &in_b))
            return false;
    } while (sign);
    return true;
}

/* BLOCK of the content FROM is the item's title once more, above the text as on the page. */
static bool is_title_again(const texts *all, const mtl_doc *from, const mtl_block *block)
{
    const text *title = first_of(all, MTL_FEED_TITLE);
    const bool above = block == from->blocks.items || block->kind == MTL_HEADING;
    return title && from != &title->doc && above && title->doc.blocks.n == 1 &&
           same_words(mtl_str_trim(block_text(from, block)), mtl_str_trim(block_text(&title->doc, title->doc.blocks.items)));
}

static void take_new(texts *all, const mtl_doc *from, bool whole)
{
    if (!whole && is_said(all, mtl_str_trim((mtl_str){from->bytes.items, from->bytes.n})))
        return;
    for (const mtl_block *block = from->blocks.items; block < from->blocks.items + from->blocks.n; block++) {
        if (whole ? !is_title_again(all, from, block) : !is_said(all, block_text(from, block)))
            mtl_doc_take(all->doc, from, block);
    }
    for (uint32_t i = 0; i < from->notes.n; i++)
        mtl_vec_push(&all->doc->notes, all->doc->arena, from->notes.items[i]);
}

/* The content is read first, for a summary is mostly cut from it; it and the title are there whole, but for the title in it, all else only
 * where it says more. */
static void write(texts *all)
{
    const text *title = first_of(all, MTL_FEED_TITLE), *content = first_of(all, MTL_FEED_TEXT);
    for (text *t = all->items; t < all->items + all->n; t++)
        read_text(t, all->doc);
    if (content) {
        all->content = (mtl_str){content->doc.bytes.items, content->doc.bytes.n};
        remember(all, &content->doc);
    }
    for (mtl_feed_use use = MTL_FEED_TITLE; use < MTL_FEED_ID; use++)
        for (text *t = all->items; t < all->items + all->n; t++) {
            if (t->field->use != use)
                continue;
            take_new(all, &t->doc, t == title || t == content);
            if (t != content)
                remember(all, &t->doc);
        }
    if (title && title->doc.blocks.n)
        all->doc->title = mtl_str_copy(block_text(&title->doc, title->doc.blocks.items), all->doc->arena);
}

void mtl_feed_text_write(const mtl_feed_item *item, mtl_doc *doc)
{
    texts all = {.items = mtl_arena_array(item->arena, text, item->fields.n), .n = item->fields.n, .doc = doc};
    bool html = false;
    mtl_html_said_init(&all.said, item->arena);
    for (uint32_t i = 0; i < all.n; i++) {
        all.items[i].field = &item->fields.items[i];
        html |= look(&all.items[i], item);
    }
    for (uint32_t i = 0; html && i < all.n; i++)
        settle(&all.items[i], item);
    write(&all);
}
