#include "report/passages.h"

#include "base/vec.h"

#include <stdlib.h>

typedef struct writer {
    mtl_out *out;
    const mtl_report_info *info;
    uint32_t page;
    mtl_arena *arena;
    const uint32_t *order; /* findings by where they start in the text, the longer first */
    uint32_t next;         /* the first in order that the passages so far have not met */
    bool *anchored;        /* the finding's first part has been written */
} writer;

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

static const uint32_t *order_of(const mtl_report_info *info, mtl_arena *arena)
{
    start *starts = mtl_arena_array(arena, start, info->nfindings);
    uint32_t *order = mtl_arena_array(arena, uint32_t, info->nfindings);
    for (uint32_t i = 0; i < info->nfindings; i++)
        starts[i] = (start){info->findings[i].read, i};
    if (info->nfindings)
        qsort(starts, info->nfindings, sizeof *starts, by_start);
    for (uint32_t i = 0; i < info->nfindings; i++)
        order[i] = starts[i].i;
    return order;
}

static int by_number(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The findings of ORDER[FROM, TO) that cover AT: the shortest, then the best ranked; UINT32_MAX if none does. */
static uint32_t shortest(const writer *w, uint32_t from, uint32_t to, uint32_t at)
{
    uint32_t best = UINT32_MAX;
    for (uint32_t k = from; k < to; k++) {
        const mtl_finding *f = &w->info->findings[w->order[k]];
        if (f->read.at > at)
            break;
        if (mtl_span_end(f->read) <= at)
            continue;
        const mtl_finding *b = best == UINT32_MAX ? NULL : &w->info->findings[best];
        if (!b || f->read.len < b->read.len || (f->read.len == b->read.len && f->rank < b->rank))
            best = w->order[k];
    }
    return best;
}

/* Anchors for the findings of ORDER[FROM, TO) that begin before END and have none yet. */
static void put_anchors(writer *w, uint32_t from, uint32_t to, uint32_t end)
{
    for (uint32_t k = from; k < to && w->info->findings[w->order[k]].read.at < end; k++) {
        if (w->anchored[w->order[k]])
            continue;
        w->anchored[w->order[k]] = true;
        mtl_out_fmt(w->out, "<span class=\"anchor\" id=\"f%u-%u\"></span>", w->page, w->order[k] + 1);
    }
}

static void put_part(writer *w, mtl_span part, uint32_t finding)
{
    const mtl_str text = mtl_str_cut(w->info->text, part);
    if (finding == UINT32_MAX) {
        mtl_out_xml(w->out, text);
        return;
    }
    const mtl_finding *f = &w->info->findings[finding];
    mtl_out_fmt(w->out, "<mark class=\"%s\" data-n=\"%u-%u\"><a href=\"#n%u-%u\" title=\"", mtl_severity_name(f->severity), w->page,
                finding + 1, w->page, finding + 1);
    mtl_out_xml(w->out, f->message);
    mtl_out_str(w->out, MTL_LIT("\">"));
    mtl_out_xml(w->out, text);
    if (mtl_span_end(part) == mtl_span_end(f->read))
        mtl_out_fmt(w->out, "<sup>%u</sup>", finding + 1);
    mtl_out_str(w->out, MTL_LIT("</a></mark>"));
}

/* A finding that marks nothing still stands somewhere. */
static bool reaches(const mtl_finding *f, mtl_span in)
{
    return f->read.at < mtl_span_end(in) && (mtl_span_end(f->read) > in.at || f->read.at == in.at);
}

static void put_text(writer *w, mtl_span in)
{
    const uint32_t nfindings = w->info->nfindings;
    while (w->next < nfindings && mtl_span_end(w->info->findings[w->order[w->next]].read) < in.at)
        w->next++;
    uint32_t to = w->next;
    MTL_VEC(uint32_t) edges = {0};
    mtl_vec_push(&edges, w->arena, in.at);
    for (; to < nfindings && w->info->findings[w->order[to]].read.at < mtl_span_end(in); to++) {
        const mtl_finding *f = &w->info->findings[w->order[to]];
        if (!reaches(f, in))
            continue;
        if (f->read.at > in.at)
            mtl_vec_push(&edges, w->arena, f->read.at);
        if (mtl_span_end(f->read) > in.at && mtl_span_end(f->read) < mtl_span_end(in))
            mtl_vec_push(&edges, w->arena, mtl_span_end(f->read));
    }
    qsort(edges.items, edges.n, sizeof *edges.items, by_number);
    for (uint32_t e = 0; e < edges.n; e++) {
        const uint32_t at = edges.items[e], end = e + 1 < edges.n ? edges.items[e + 1] : mtl_span_end(in);
        if (at == end && e + 1 < edges.n)
            continue;
        put_anchors(w, w->next, to, at + 1);
        if (end > at)
            put_part(w, (mtl_span){at, end - at}, shortest(w, w->next, to, at));
    }
}

static const char *const elements[] = {
    [MTL_PARAGRAPH] = "p", [MTL_HEADING] = "h3", [MTL_ITEM] = "li", [MTL_CELL] = "p", [MTL_STRING] = "p"};

static void put_passage(writer *w, const mtl_passage *passage)
{
    const char *element = elements[passage->kind];
    mtl_out_fmt(w->out, "<%s dir=\"auto\"", element);
    if (passage->language.n && !mtl_str_same(passage->language, w->info->language)) {
        mtl_out_str(w->out, MTL_LIT(" lang=\""));
        mtl_out_xml(w->out, passage->language);
        mtl_out_char(w->out, '"');
    }
    mtl_out_char(w->out, '>');
    put_text(w, passage->read);
    mtl_out_fmt(w->out, "</%s>\n", element);
}

void mtl_passages(mtl_out *out, const mtl_report_info *info, uint32_t page)
{
    mtl_arena arena = {0};
    writer w = {.out = out,
                .info = info,
                .page = page,
                .arena = &arena,
                .order = order_of(info, &arena),
                .anchored = mtl_arena_array(&arena, bool, info->nfindings)};
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
