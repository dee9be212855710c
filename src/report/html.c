/* html.c: the report on one file as a page by itself: each article as it reads, its findings marked, and what is said of them beside
 * it. Works without script; page.js adds the filter and the keys. */
#include "report/correct.h"
#include "report/page.h"
#include "report/passages.h"
#include "report/width.h"

enum {
    CORRECTIONS = 3, /* fixes that are shown of a finding */
    LONGEST = 160    /* cells of its text and of a correction */
};

typedef struct sheet { /* the document at hand */
    const mtl_reporting *r;
    mtl_out *out; /* the file's body; what stands above it needs the file's totals and is written last */
    const mtl_report_info *info;
    mtl_arena *arena;
    uint32_t number; /* of the document on the page */
} sheet;

/* The text of a rule's "why": *emphasis* and `code` become elements, as far as they close. */
static void put_prose(mtl_out *out, mtl_str text)
{
    size_t from = 0;
    for (size_t i = 0; i + 1 < text.n; i++) {
        const char *element = text.p[i] == '*' ? "em" : text.p[i] == '`' ? "code" : NULL;
        if (!element || text.p[i + 1] == ' ')
            continue;
        const size_t end = mtl_str_find(text, (mtl_str){text.p + i, 1}, i + 1);
        if (end == SIZE_MAX || end == i + 1)
            continue;
        mtl_out_xml(out, (mtl_str){text.p + from, i - from});
        mtl_out_fmt(out, "<%s>", element);
        mtl_out_xml(out, (mtl_str){text.p + i + 1, end - i - 1});
        mtl_out_fmt(out, "</%s>", element);
        i = end;
        from = end + 1;
    }
    mtl_out_xml(out, (mtl_str){text.p + from, text.n - from});
}

static void put_why(mtl_out *out, mtl_str why)
{
    if (mtl_str_trim(why).n == 0)
        return;
    mtl_out_str(out, MTL_LIT("<details class=\"why\"><summary>Why</summary>"));
    while (why.n) {
        const size_t found = mtl_str_find(why, MTL_LIT("\n\n"), 0);
        const size_t end = found == SIZE_MAX ? why.n : found, next = found == SIZE_MAX ? why.n : found + 2;
        const mtl_str paragraph = mtl_str_trim((mtl_str){why.p, end});
        if (paragraph.n) {
            mtl_out_str(out, MTL_LIT("<p>"));
            put_prose(out, paragraph);
            mtl_out_str(out, MTL_LIT("</p>"));
        }
        why = (mtl_str){why.p + next, why.n - next};
    }
    mtl_out_str(out, MTL_LIT("</details>\n"));
}

static void put_language(mtl_out *out, mtl_str language)
{
    if (language.n == 0)
        return;
    mtl_out_str(out, MTL_LIT(" lang=\""));
    mtl_out_xml(out, language);
    mtl_out_char(out, '"');
}

static void put_change(const sheet *s, const mtl_finding *finding)
{
    mtl_out *out = s->out;
    mtl_out_str(out, finding->nfixes ? MTL_LIT("<del") : MTL_LIT("<span class=\"text\""));
    put_language(out, s->info->language);
    mtl_out_char(out, '>');
    mtl_out_xml(out, mtl_shortened(finding->text, LONGEST, s->arena));
    mtl_out_str(out, finding->nfixes ? MTL_LIT("</del>") : MTL_LIT("</span>"));
    for (uint32_t i = 0; i < finding->nfixes && i < CORRECTIONS; i++) {
        const mtl_str to = mtl_corrected(s->info, finding, &finding->fixes[i], s->arena);
        mtl_out_str(out, i ? MTL_LIT(" <span class=\"or\">or</span> ") : MTL_LIT(" <span class=\"arrow\">→</span> "));
        if (to.n == 0) {
            mtl_out_str(out, MTL_LIT("<span class=\"delete\">delete</span>"));
            continue;
        }
        mtl_out_str(out, MTL_LIT("<ins"));
        put_language(out, s->info->language);
        mtl_out_char(out, '>');
        mtl_out_xml(out, mtl_shortened(to, LONGEST, s->arena));
        mtl_out_str(out, MTL_LIT("</ins>"));
    }
    if (mtl_finding_safe(finding))
        mtl_out_str(out, MTL_LIT(" <span class=\"safe\" title=\"safe: may be applied without looking\">✓</span>"));
}

static void put_place(const sheet *s, const mtl_finding *finding)
{
    mtl_out *out = s->out;
    const uint32_t i = (uint32_t)(finding - s->info->findings) + 1;
    const mtl_place place = mtl_report_place(s->r->report, finding->at.at, MTL_CODE_POINTS);
    const bool linked = mtl_passages_show(s->info, finding);
    mtl_out_fmt(out, "<li id=\"n%u-%u\" data-n=\"%u-%u\">", s->number, i, s->number, i);
    if (linked)
        mtl_out_fmt(out, "<a href=\"#f%u-%u\">", s->number, i);
    mtl_out_fmt(out, "<span class=\"n\">%u</span> <span>", i);
    put_change(s, finding);
    mtl_out_fmt(out, "</span> <span class=\"line\" title=\"line:column in the file\">%u:%u</span>", place.line, place.column);
    mtl_out_str(out, linked ? MTL_LIT("</a></li>\n") : MTL_LIT("</li>\n"));
}

/* One card for the findings of FIRST's group, which stand at FIRST and behind; marks them as DONE. */
static void put_card(const sheet *s, uint32_t first, bool *done)
{
    const mtl_finding *findings = s->info->findings, *best = &findings[first];
    uint32_t n = 0;
    for (uint32_t i = first; i < s->info->nfindings; i++) {
        if (findings[i].group != findings[first].group)
            continue;
        best = findings[i].rank < best->rank ? &findings[i] : best;
        n++;
    }
    const char *severity = mtl_severity_name(best->severity);
    mtl_out *out = s->out;
    mtl_out_fmt(out, "<li class=\"card %s\" data-severity=\"%s\">\n<p class=\"kind\"><span class=\"count %s\">%s</span> ", severity,
                severity, severity, severity);
    mtl_out_xml(out, best->rule->category);
    if (n > 1)
        mtl_out_fmt(out, " <span class=\"times\">%u places</span>", n);
    mtl_out_str(out, MTL_LIT("</p>\n<p class=\"message\">"));
    mtl_out_xml(out, best->message);
    mtl_out_str(out, MTL_LIT("</p>\n<ul class=\"places\">\n"));
    for (uint32_t i = first; i < s->info->nfindings; i++) {
        if (findings[i].group != findings[first].group)
            continue;
        done[i] = true;
        put_place(s, &findings[i]);
    }
    mtl_out_str(out, MTL_LIT("</ul>\n"));
    put_why(out, best->rule->why);
    mtl_out_str(out, MTL_LIT("<p class=\"rule\"><code>"));
    mtl_out_xml(out, best->rule->id);
    mtl_out_fmt(out, "</code> · %s confidence</p>\n</li>\n", mtl_confidence_name(best->confidence));
}

static void put_cards(const sheet *s)
{
    bool *done = mtl_arena_array(s->arena, bool, s->info->nfindings);
    mtl_out_str(s->out, MTL_LIT("<aside class=\"findings\" aria-label=\"Findings\">\n"));
    if (s->info->nfindings == 0)
        mtl_out_str(s->out, MTL_LIT("<p class=\"nothing\">No findings.</p>\n"));
    else
        mtl_out_str(s->out, MTL_LIT("<ol class=\"cards\">\n"));
    for (uint32_t i = 0; i < s->info->nfindings; i++)
        if (!done[i])
            put_card(s, i, done);
    mtl_out_str(s->out, s->info->nfindings ? MTL_LIT("</ol>\n</aside>\n") : MTL_LIT("</aside>\n"));
}

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
        put_language(out, info->language);
        mtl_out_char(out, '>');
        mtl_out_xml(out, info->title);
        mtl_out_str(out, MTL_LIT("</h2>\n"));
    }
    mtl_tally tally = {0};
    mtl_tally_add(&tally, info);
    mtl_out_str(out, MTL_LIT("<p class=\"sum\">"));
    if (info->id.n) {
        mtl_out_str(out, MTL_LIT("<span class=\"id\">"));
        mtl_out_xml(out, info->id);
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
        mtl_out_xml(out, info->evidence);
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
        mtl_out_str(s.out, MTL_LIT("</div>\n<div class=\"spread\">\n<article"));
        put_language(s.out, info->language);
        mtl_out_str(s.out, MTL_LIT(">\n"));
        mtl_passages(s.out, info, s.number);
        mtl_out_str(s.out, MTL_LIT("</article>\n"));
        put_cards(&s);
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
    mtl_out_xml(out, (mtl_str){name.p, n});
    mtl_out_str(out, MTL_LIT("</span>"));
}

static void close(const mtl_reporting *r)
{
    mtl_out *out = r->out;
    if (r->nfiles == 1)
        mtl_page_begin(out, last_part(r->name));
    mtl_out_str(out, MTL_LIT("<header class=\"top\">\n<h1>"));
    put_folder(out, r->name);
    mtl_out_xml(out, last_part(r->name));
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
