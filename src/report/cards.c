#include "report/cards.h"

#include "report/correct.h"
#include "report/page.h"
#include "report/passages.h"
#include "report/width.h"

#include <stdlib.h>

enum {
    CORRECTIONS = 3, /* fixes that are shown of a finding */
    LONGEST = 160,   /* cells of its text and of a correction */
    FEW = 4          /* places of a card that stand open */
};

typedef struct list {
    mtl_out *out;
    const mtl_reporting *r;
    const mtl_report_info *info;
    uint32_t page;
    mtl_arena *arena;
} list;

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

static void put_change(const list *l, const mtl_finding *finding)
{
    mtl_out *out = l->out;
    mtl_out_str(out, finding->nfixes ? MTL_LIT("<del") : MTL_LIT("<span class=\"text\""));
    mtl_page_language(out, l->info->language);
    mtl_out_char(out, '>');
    mtl_page_text(out, mtl_shortened(finding->text, LONGEST, l->arena));
    mtl_out_str(out, finding->nfixes ? MTL_LIT("</del>") : MTL_LIT("</span>"));
    for (uint32_t i = 0; i < finding->nfixes && i < CORRECTIONS; i++) {
        const mtl_str to = mtl_corrected(l->info, finding, &finding->fixes[i], l->arena);
        mtl_out_str(out, i ? MTL_LIT(" <span class=\"or\">or</span> ") : MTL_LIT(" <span class=\"arrow\">→</span> "));
        if (to.n == 0) {
            mtl_out_str(out, MTL_LIT("<span class=\"delete\">delete</span>"));
            continue;
        }
        mtl_out_str(out, MTL_LIT("<ins"));
        mtl_page_language(out, l->info->language);
        mtl_out_char(out, '>');
        mtl_page_text(out, mtl_shortened(to, LONGEST, l->arena));
        mtl_out_str(out, MTL_LIT("</ins>"));
    }
    if (mtl_finding_safe(finding))
        mtl_out_str(out, MTL_LIT(" <span class=\"safe\" title=\"safe: may be applied without looking\">✓</span>"));
}

static void put_place(const list *l, uint32_t i)
{
    mtl_out *out = l->out;
    const mtl_finding *finding = &l->info->findings[i];
    const mtl_place place = mtl_report_place(l->r->report, finding->at.at, MTL_CODE_POINTS);
    const bool linked = mtl_passages_show(l->info, finding);
    mtl_out_fmt(out, "<li id=\"n%u-%u\" data-n=\"%u-%u\">", l->page, i + 1, l->page, i + 1);
    if (linked)
        mtl_out_fmt(out, "<a href=\"#f%u-%u\">", l->page, i + 1);
    else
        mtl_out_str(out, MTL_LIT("<div>"));
    mtl_out_fmt(out, "<span class=\"n\">%u</span> <span>", i + 1);
    put_change(l, finding);
    mtl_out_fmt(out, "</span> <span class=\"line\" title=\"line:column in the file\">%u:%u</span>", place.line, place.column);
    mtl_out_str(out, linked ? MTL_LIT("</a></li>\n") : MTL_LIT("</div></li>\n"));
}

typedef struct entry {
    uint32_t i, group;
    uint32_t rank; /* the best of the group */
} entry;

static void put_places(const list *l, const entry *entries, uint32_t n)
{
    mtl_out_str(l->out, MTL_LIT("<ul class=\"places\">\n"));
    for (uint32_t k = 0; k < n; k++)
        put_place(l, entries[k].i);
    mtl_out_str(l->out, MTL_LIT("</ul>\n"));
}

/* One card for the N findings of a group, which stand at ENTRIES. */
static void put_card(const list *l, const entry *entries, uint32_t n)
{
    const mtl_finding *best = &l->info->findings[entries->i];
    for (uint32_t k = 1; k < n; k++)
        if (l->info->findings[entries[k].i].rank == entries->rank)
            best = &l->info->findings[entries[k].i];
    const char *severity = mtl_severity_name(best->severity);
    mtl_out *out = l->out;
    mtl_out_fmt(out, "<li class=\"card %s\" data-severity=\"%s\" data-category=\"", severity, severity);
    mtl_out_xml(out, best->rule->category);
    mtl_out_fmt(out, "\">\n<p class=\"kind\"><span class=\"count %s\">%s</span> ", severity, severity);
    mtl_out_xml(out, best->rule->category);
    if (n > 1)
        mtl_out_fmt(out, " <span class=\"times\">%u places</span>", n);
    mtl_out_str(out, MTL_LIT("</p>\n<p class=\"message\">"));
    mtl_page_text(out, best->message);
    mtl_out_str(out, MTL_LIT("</p>\n"));
    const uint32_t open = n > FEW + 1 ? FEW : n; /* one alone is not worth folding */
    put_places(l, entries, open);
    if (open < n) {
        mtl_out_fmt(out, "<details class=\"more\"><summary>and %u more</summary>\n", n - open);
        put_places(l, entries + open, n - open);
        mtl_out_str(out, MTL_LIT("</details>\n"));
    }
    put_why(out, best->rule->why);
    mtl_out_str(out, MTL_LIT("<p class=\"rule\"><code>"));
    mtl_out_xml(out, best->rule->id);
    mtl_out_fmt(out, "</code> · %s confidence</p>\n</li>\n", mtl_confidence_name(best->confidence));
}

static int ascending(uint32_t x, uint32_t y)
{
    return (x > y) - (x < y);
}

static int by_group(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    return x->group != y->group ? ascending(x->group, y->group) : ascending(x->rank, y->rank);
}

/* Ranks differ, so that those of groups do. */
static int by_rank(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    return x->rank != y->rank ? ascending(x->rank, y->rank) : ascending(x->i, y->i);
}

/* The findings that the page takes, group by group, that of the best rank first, each in the order of the article. */
static entry *entries_of(const mtl_report_info *info, uint32_t *n, mtl_arena *arena)
{
    entry *entries = mtl_arena_array(arena, entry, info->nfindings);
    *n = 0;
    for (uint32_t i = 0; i < info->nfindings; i++)
        if (mtl_passages_take(&info->findings[i]))
            entries[(*n)++] = (entry){i, info->findings[i].group, info->findings[i].rank};
    if (*n == 0)
        return entries;
    qsort(entries, *n, sizeof *entries, by_group);
    for (uint32_t k = 1; k < *n; k++)
        if (entries[k].group == entries[k - 1].group)
            entries[k].rank = entries[k - 1].rank;
    qsort(entries, *n, sizeof *entries, by_rank);
    return entries;
}

void mtl_cards(mtl_out *out, const mtl_reporting *r, const mtl_report_info *info, uint32_t page)
{
    mtl_arena arena = {0};
    const list l = {.out = out, .r = r, .info = info, .page = page, .arena = &arena};
    uint32_t n;
    const entry *entries = entries_of(info, &n, &arena);
    mtl_out_fmt(out, "<aside class=\"findings\" id=\"list%u\" aria-label=\"Findings, the most important first\">\n", page);
    if (n == 0)
        mtl_out_str(out, MTL_LIT("<p class=\"nothing\">No findings.</p>\n"));
    if (n < info->nfindings)
        mtl_out_fmt(
            out, "<p class=\"notice\">Only the %u most important of %u findings are on this page; the JSON report has all.</p>\n",
            n, info->nfindings);
    if (n)
        mtl_out_str(out, MTL_LIT("<p class=\"legend\">The most important first: by severity and confidence. ✓ is safe to apply "
                                 "without looking.</p>\n<ol class=\"cards\">\n"));
    for (uint32_t k = 0, end; k < n; k = end) {
        for (end = k + 1; end < n && entries[end].group == entries[k].group;)
            end++;
        put_card(&l, entries + k, end - k);
    }
    mtl_out_str(out, n ? MTL_LIT("</ol>\n</aside>\n") : MTL_LIT("</aside>\n"));
    mtl_arena_reset(&arena);
}
