#include "report/passages.h"

#include "base/vec.h"
#include "report/page.h"

#include <stdlib.h>
#include <string.h>

typedef struct writer {
    mtl_out *out;
    const mtl_report_info *info;
    uint32_t page;
    mtl_arena *arena;
    const uint32_t *order; /* findings by where they start in the text, the longer first */
    uint32_t norder;
    uint32_t next;  /* the first in order that the passages so far have not met */
    bool *anchored; /* the finding's first part has been written */
} writer;

enum { COVERS = 8 }; /* findings that a part of the text can be told to lie in */

typedef struct covers { /* the shortest first, then the best ranked */
    uint32_t n, finding[COVERS];
} covers;

typedef struct start {
    mtl_span read;
    uint32_t i;
} start;

static int by_start(const void *a, const void *b)
{
    const start *x = a, *y = b;
    if (x->read.at != y->read.at)
        return x->read.at < y->read.at ? -1 : 1;
    if (x->read.len != y->read.len)
        return x->read.len > y->read.len ? -1 : 1;
    return (x->i > y->i) - (x->i < y->i);
}

bool mtl_passages_take(const mtl_finding *finding)
{
    return finding->rank <= MTL_PAGE_FINDINGS;
}

static void put_in_order(writer *w)
{
    const mtl_report_info *info = w->info;
    start *starts = mtl_arena_array(w->arena, start, info->nfindings);
    uint32_t *order = mtl_arena_array(w->arena, uint32_t, info->nfindings);
    for (uint32_t i = 0; i < info->nfindings; i++)
        if (mtl_passages_take(&info->findings[i]))
            starts[w->norder++] = (start){info->findings[i].read, i};
    if (w->norder)
        qsort(starts, w->norder, sizeof *starts, by_start);
    for (uint32_t i = 0; i < w->norder; i++)
        order[i] = starts[i].i;
    w->order = order;
}

static int by_number(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static bool shorter(const mtl_finding *a, const mtl_finding *b)
{
    return a->read.len != b->read.len ? a->read.len < b->read.len : a->rank < b->rank;
}

/* The findings of ORDER[FROM, TO) that cover AT. */
static covers covers_of(const writer *w, uint32_t from, uint32_t to, uint32_t at)
{
    const mtl_finding *findings = w->info->findings;
    covers c = {0};
    for (uint32_t k = from; k < to && findings[w->order[k]].read.at <= at; k++) {
        const mtl_finding *f = &findings[w->order[k]];
        if (mtl_span_end(f->read) <= at)
            continue;
        uint32_t place = c.n;
        while (place > 0 && shorter(f, &findings[c.finding[place - 1]]))
            place--;
        if (place == COVERS)
            continue;
        c.n += c.n < COVERS;
        for (uint32_t i = c.n - 1; i > place; i--)
            c.finding[i] = c.finding[i - 1];
        c.finding[place] = w->order[k];
    }
    return c;
}

static void put_number(const writer *w, uint32_t finding)
{
    mtl_out_fmt(w->out, "<sup data-n=\"%u-%u\">%u</sup>", w->page, finding + 1, finding + 1);
}

/* A mark up to the text in its link. */
static void open_mark(const writer *w, const covers *c)
{
    const mtl_finding *f = &w->info->findings[c->finding[0]];
    mtl_out_fmt(w->out, "<mark class=\"%s\" data-n=\"", mtl_severity_name(f->severity));
    for (uint32_t i = 0; i < c->n; i++)
        mtl_out_fmt(w->out, "%s%u-%u", i ? " " : "", w->page, c->finding[i] + 1);
    mtl_out_fmt(w->out, "\"><a href=\"#n%u-%u\" title=\"", w->page, c->finding[0] + 1);
    mtl_page_text(w->out, f->message);
    mtl_out_str(w->out, MTL_LIT("\">"));
}

/* Anchors for the findings of ORDER[FROM, TO) that begin before END and have none yet; the number too where nothing is marked. */
static void put_anchors(writer *w, uint32_t from, uint32_t to, uint32_t end)
{
    for (uint32_t k = from; k < to && w->info->findings[w->order[k]].read.at < end; k++) {
        const uint32_t i = w->order[k];
        if (w->anchored[i])
            continue;
        w->anchored[i] = true;
        mtl_out_fmt(w->out, "<span class=\"anchor\" id=\"f%u-%u\"></span>", w->page, i + 1);
        if (w->info->findings[i].read.len)
            continue;
        open_mark(w, &(covers){1, {i}});
        put_number(w, i);
        mtl_out_str(w->out, MTL_LIT("</a></mark>"));
    }
}

/* What is no text, such as code, is shown as a gap: its bytes are not in the text that was read. */
static void put_read(mtl_out *out, mtl_str text)
{
    static const mtl_str hole = {"\xEF\xBF\xBC", 3}; /* U+FFFC, as mtl_doc_hole() leaves it */
    size_t from = 0;
    for (size_t i = 0; i + hole.n <= text.n; i++) {
        if (memcmp(text.p + i, hole.p, hole.n) != 0)
            continue;
        mtl_out_xml(out, (mtl_str){text.p + from, i - from});
        mtl_out_str(out, MTL_LIT("<span class=\"hole\" title=\"code or something else that is no text\">…</span>"));
        from = i + hole.n;
        i = from - 1;
    }
    mtl_out_xml(out, (mtl_str){text.p + from, text.n - from});
}

static void put_part(writer *w, mtl_span part, const covers *c)
{
    if (c->n)
        open_mark(w, c);
    put_read(w->out, mtl_str_cut(w->info->text, part));
    for (uint32_t i = 0; i < c->n; i++)
        if (mtl_span_end(w->info->findings[c->finding[i]].read) == mtl_span_end(part))
            put_number(w, c->finding[i]);
    if (c->n)
        mtl_out_str(w->out, MTL_LIT("</a></mark>"));
}

/* A finding that marks nothing still stands somewhere. */
static bool reaches(const mtl_finding *f, mtl_span in)
{
    return f->read.at < mtl_span_end(in) && (mtl_span_end(f->read) > in.at || f->read.at == in.at);
}

static void put_text(writer *w, mtl_span in)
{
    while (w->next < w->norder && mtl_span_end(w->info->findings[w->order[w->next]].read) < in.at)
        w->next++;
    uint32_t to = w->next;
    MTL_VEC(uint32_t) edges = {0};
    mtl_vec_push(&edges, w->arena, in.at);
    for (; to < w->norder && w->info->findings[w->order[to]].read.at < mtl_span_end(in); to++) {
        const mtl_finding *f = &w->info->findings[w->order[to]];
        if (!reaches(f, in))
            continue;
        if (f->read.at > in.at)
            mtl_vec_push(&edges, w->arena, f->read.at);
        if (mtl_span_end(f->read) > in.at && mtl_span_end(f->read) < mtl_span_end(in))
            mtl_vec_push(&edges, w->arena, mtl_span_end(f->read));
    }
    qsort(edges.items, edges.n, sizeof *edges.items, by_number);
    uint32_t from = w->next;
    for (uint32_t e = 0; e < edges.n; e++) {
        const uint32_t at = edges.items[e], end = e + 1 < edges.n ? edges.items[e + 1] : mtl_span_end(in);
        if (at == end && e + 1 < edges.n)
            continue;
        put_anchors(w, from, to, at + 1);
        /* What is over is not asked again, or a long paragraph full of findings would take the square of their number. */
        while (from < to && mtl_span_end(w->info->findings[w->order[from]].read) <= at && w->anchored[w->order[from]])
            from++;
        const covers c = covers_of(w, from, to, at);
        if (end > at)
            put_part(w, (mtl_span){at, end - at}, &c);
    }
}

static const char *const elements[] = {
    [MTL_PARAGRAPH] = "p", [MTL_HEADING] = "h3", [MTL_ITEM] = "li", [MTL_CELL] = "p", [MTL_STRING] = "p"};

static void put_passage(writer *w, const mtl_passage *passage)
{
    const char *element = elements[passage->kind];
    mtl_out_fmt(w->out, "<%s dir=\"auto\"", element);
    if (!mtl_str_same(passage->language, w->info->language))
        mtl_page_language(w->out, passage->language);
    mtl_out_char(w->out, '>');
    put_text(w, passage->read);
    mtl_out_fmt(w->out, "</%s>\n", element);
}

void mtl_passages(mtl_out *out, const mtl_report_info *info, uint32_t page)
{
    mtl_arena arena = {0};
    writer w = {
        .out = out, .info = info, .page = page, .arena = &arena, .anchored = mtl_arena_array(&arena, bool, info->nfindings)};
    put_in_order(&w);
    bool in_list = false;
    for (uint32_t i = 0; i < info->npassages; i++) {
        const bool item = info->passages[i].kind == MTL_ITEM;
        if (item != in_list)
            mtl_out_str(out, item ? MTL_LIT("<ul>\n") : MTL_LIT("</ul>\n"));
        in_list = item;
        put_passage(&w, &info->passages[i]);
    }
    if (in_list)
        mtl_out_str(out, MTL_LIT("</ul>\n"));
    mtl_arena_reset(&arena);
}

bool mtl_passages_show(const mtl_report_info *info, const mtl_finding *finding)
{
    for (uint32_t i = 0; i < info->npassages; i++)
        if (info->passages[i].read.len && reaches(finding, info->passages[i].read))
            return true;
    return false;
}
