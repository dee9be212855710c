/* html.c: the report on one file as a page by itself: each article as it reads, its findings marked, and what is said of them beside
 * it. Works without script; page.js adds the filters and the keys. */
#include "report/cards.h"
#include "report/page.h"
#include "report/passages.h"

typedef struct sheet { /* the document at hand */
    const mtl_reporting *r;
    mtl_out *out; /* the file's body; what stands above it needs the file's totals and is written last */
    const mtl_report_info *info;
    mtl_arena *arena;
    uint32_t number; /* of the document on the page */
} sheet;

/* True if the article opens with its title, so that it need not stand above it too. */
static bool title_is_read(const mtl_report_info *info)
{
    return info->npassages > 0 &&
           mtl_str_same(mtl_str_trim(mtl_str_cut(info->text, info->passages[0].read)), mtl_str_trim(info->title));
}

static void put_about(const sheet *s)
{
    mtl_out *out = s->out;
    const mtl_report_info *info = s->info;
    if (info->title.n && !title_is_read(info)) {
        mtl_out_str(out, MTL_LIT("<h2"));
        mtl_page_language(out, info->language);
        mtl_out_char(out, '>');
        mtl_page_text(out, info->title);
        mtl_out_str(out, MTL_LIT("</h2>\n"));
    }
    mtl_tally tally = {0};
    mtl_tally_add(&tally, info);
    mtl_out_str(out, MTL_LIT("<p class=\"sum\">"));
    const mtl_str names[] = {info->part, info->id};
    for (size_t i = 0; i < MTL_COUNT(names); i++) {
        if (names[i].n == 0)
            continue;
        mtl_out_str(out, MTL_LIT("<span class=\"id\">"));
        mtl_page_text(out, names[i]);
        mtl_out_str(out, MTL_LIT("</span> "));
    }
    mtl_out_str(out, MTL_LIT("<strong>"));
    mtl_say_count(out, info->nfindings, "finding", "findings");
    mtl_out_str(out, MTL_LIT("</strong> "));
    mtl_page_severities(out, &tally);
    mtl_page_words(out, &tally);
    if (info->language.n) {
        mtl_out_str(out, MTL_LIT("<span>language: "));
        mtl_out_xml(out, info->language);
        mtl_out_str(out, info->guessed ? MTL_LIT(" (guessed)</span>") : MTL_LIT("</span>"));
    }
    mtl_out_str(out, MTL_LIT("</p>\n"));
    if (info->evidence.n) {
        mtl_out_str(out, MTL_LIT("<p class=\"evidence\">"));
        mtl_page_text(out, info->evidence);
        mtl_out_str(out, MTL_LIT("</p>\n"));
    }
    for (uint32_t i = 0; i < info->nnotices; i++) {
        mtl_out_str(out, MTL_LIT("<p class=\"notice\">"));
        mtl_out_xml(out, info->notices[i]);
        mtl_out_str(out, MTL_LIT("</p>\n"));
    }
}

static void put_errors(const sheet *s)
{
    for (uint32_t i = 0; i < s->info->nerrors; i++) {
        const mtl_err *err = &s->info->errors[i];
        mtl_out_str(s->out, MTL_LIT("<p class=\"error\" role=\"alert\"><strong>Error:</strong> "));
        if (err->line)
            mtl_out_fmt(s->out, "line %u: ", err->line);
        mtl_out_xml(s->out, mtl_valid_utf8(mtl_cstr(err->what), s->arena));
        mtl_out_str(s->out, MTL_LIT("</p>\n"));
    }
}

static void document(const mtl_reporting *r, const mtl_report_info *info)
{
    mtl_arena arena = {0};
    const sheet s = {.r = r, .out = r->held, .info = info, .arena = &arena, .number = r->all.ndocuments};
    put_errors(&s);
    if (!mtl_report_unread(info)) {
        mtl_out_str(s.out, MTL_LIT("<section class=\"document\">\n<div class=\"about\">\n"));
        put_about(&s);
        if (info->nfindings)
            mtl_out_fmt(s.out, "<p class=\"skip\"><a href=\"#list%u\">To the list of findings</a></p>\n", s.number);
        mtl_out_str(s.out, MTL_LIT("</div>\n<div class=\"spread\">\n<article"));
        mtl_page_language(s.out, info->language);
        mtl_out_str(s.out, MTL_LIT(">\n"));
        mtl_passages(s.out, info, s.number);
        mtl_out_str(s.out, MTL_LIT("</article>\n"));
        mtl_cards(s.out, r, info, s.number);
        mtl_out_str(s.out, MTL_LIT("</div>\n</section>\n"));
    }
    mtl_arena_reset(&arena);
}

/* The part of a path behind its last slash. */
static mtl_str last_part(mtl_str path)
{
    size_t i = path.n;
    while (i > 0 && path.p[i - 1] != '/')
        i--;
    return i < path.n ? (mtl_str){path.p + i, path.n - i} : path;
}

static void put_folder(mtl_out *out, mtl_str name)
{
    const size_t n = name.n - last_part(name).n;
    if (n == 0)
        return;
    mtl_out_str(out, MTL_LIT("<span class=\"folder\">"));
    mtl_page_text(out, (mtl_str){name.p, n});
    mtl_out_str(out, MTL_LIT("</span>"));
}

static void close(const mtl_reporting *r)
{
    mtl_out *out = r->out;
    if (r->nfiles == 1)
        mtl_page_begin(out, last_part(r->name));
    mtl_out_str(out, MTL_LIT("<header class=\"top\">\n<h1>"));
    put_folder(out, r->name);
    mtl_page_text(out, last_part(r->name));
    mtl_out_str(out, MTL_LIT("</h1>\n"));
    if (r->file.ndocuments > 1) {
        mtl_out_str(out, MTL_LIT("<p class=\"sum\"><strong>"));
        mtl_say_count(out, r->file.nfindings, "finding", "findings");
        mtl_out_fmt(out, " in %u articles</strong> ", r->file.ndocuments);
        mtl_page_severities(out, &r->file);
        mtl_page_words(out, &r->file);
        mtl_out_str(out, MTL_LIT("</p>\n"));
    }
    if (r->file.nerrors && r->file.ndocuments)
        mtl_out_str(out, MTL_LIT("<p class=\"error\">Not all of this file could be read: see the error below.</p>\n"));
    mtl_out_str(out, MTL_LIT("</header>\n"));
    mtl_out_str(out, mtl_out_bytes(r->held));
}

static void end(const mtl_reporting *r)
{
    if (r->nfiles == 0) {
        mtl_page_begin(r->out, MTL_LIT("Nothing to report on"));
        mtl_out_str(r->out, MTL_LIT("<p class=\"nothing\">No files.</p>\n"));
    }
    mtl_page_end(r->out);
}

const mtl_reporter mtl_reporter_html = {
    .name = "html",
    .doc = "a page to read and share: the article with its findings marked in place",
    .document = document,
    .close = close,
    .end = end,
};
