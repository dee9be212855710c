/* text.c: the report for a person at a terminal: a file's findings, the worst first, those with one cure as one block. */
#include "base/vec.h"
#include "report/correct.h"
#include "report/excerpt.h"
#include "report/flow.h"
#include "report/reporter.h"
#include "report/width.h"

#include <stdlib.h>

enum {
    MARGIN = 2,      /* cells before a block */
    GAP = 2,         /* cells between place, severity and message */
    PLACES = 8,      /* further places that a block names */
    CORRECTIONS = 3, /* fixes that it shows */
    LONGEST = 48     /* cells of a correction or of the text at a further place */
};

typedef struct block { /* the findings of one group, the best ranked first */
    const mtl_finding *const *findings;
    uint32_t n;
} block;

typedef struct page { /* the document at hand and how its blocks are laid out */
    const mtl_reporting *r;
    const mtl_report_info *info;
    mtl_arena *arena;
    uint32_t severity_at, message_at; /* columns */
} page;

static int by_group_and_rank(const void *a, const void *b)
{
    const mtl_finding *x = *(const mtl_finding *const *)a, *y = *(const mtl_finding *const *)b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

static int by_best_rank(const void *a, const void *b)
{
    const uint32_t x = ((const block *)a)->findings[0]->rank, y = ((const block *)b)->findings[0]->rank;
    return (x > y) - (x < y);
}

static block *make_blocks(const mtl_report_info *info, mtl_arena *arena, uint32_t *nblocks)
{
    const mtl_finding **sorted = mtl_arena_array(arena, const mtl_finding *, info->nfindings);
    for (uint32_t i = 0; i < info->nfindings; i++)
        sorted[i] = &info->findings[i];
    qsort(sorted, info->nfindings, sizeof *sorted, by_group_and_rank);
    MTL_VEC(block) blocks = {0};
    for (uint32_t i = 0; i < info->nfindings; i++) {
        if (i == 0 || sorted[i]->group != sorted[i - 1]->group)
            mtl_vec_push(&blocks, arena, ((block){.findings = sorted + i}));
        mtl_vec_last(&blocks).n++;
    }
    if (blocks.n)
        qsort(blocks.items, blocks.n, sizeof *blocks.items, by_best_rank);
    *nblocks = blocks.n;
    return blocks.items;
}

static mtl_str place_of(const page *p, const mtl_finding *finding)
{
    const mtl_place place = mtl_report_place(p->r->report, finding->at.at, MTL_CODE_POINTS);
    return mtl_str_format(p->arena, "%u:%u", place.line, place.column);
}

static void lay_out(page *p, const block *blocks, uint32_t n)
{
    uint32_t place = 5, severity = 0;
    for (uint32_t i = 0; i < n; i++) {
        const mtl_finding *first = blocks[i].findings[0];
        const uint32_t wide = (uint32_t)place_of(p, first).n, name = (uint32_t)mtl_cstr(mtl_severity_name(first->severity)).n;
        place = wide > place ? wide : place;
        severity = name > severity ? name : severity;
    }
    p->severity_at = MARGIN + place + GAP;
    p->message_at = p->severity_at + severity + GAP;
}

static mtl_flow flow_at(const page *p, uint32_t indent)
{
    return (mtl_flow){.out = p->r->out, .width = p->r->style.width, .indent = indent, .colour = p->r->style.colour};
}

/* "→ could or can", unless the message says it already. */
static void put_corrections(const page *p, mtl_flow *flow, const mtl_finding *finding)
{
    const char *before = "  → ";
    for (uint32_t i = 0; i < finding->nfixes && i < CORRECTIONS; i++) {
        const mtl_str to = mtl_corrected(p->info, finding, &finding->fixes[i], p->arena);
        if (to.n && mtl_str_find(finding->message, to, 0) != SIZE_MAX)
            continue;
        mtl_flow_put(flow, mtl_cstr(before), MTL_DIM);
        mtl_flow_put(flow, to.n ? mtl_shortened(to, LONGEST, p->arena) : MTL_LIT("(delete)"), MTL_GREEN);
        before = " or ";
    }
    if (mtl_finding_safe(finding))
        mtl_flow_put(flow, MTL_LIT(" ✓"), MTL_GREEN);
}

static void put_headline(const page *p, const mtl_finding *finding)
{
    mtl_flow flow = flow_at(p, p->message_at);
    mtl_flow_pad(&flow, MARGIN);
    mtl_flow_put(&flow, place_of(p, finding), NULL);
    mtl_flow_pad(&flow, p->severity_at);
    mtl_flow_put(&flow, mtl_cstr(mtl_severity_name(finding->severity)), mtl_paint_of(finding->severity));
    mtl_flow_pad(&flow, p->message_at);
    mtl_flow_put(&flow, finding->message, MTL_BOLD);
    put_corrections(p, &flow, finding);
    mtl_flow_put(&flow, mtl_str_format(p->arena, "  (%.*s)", MTL_FMT(finding->rule->id)), MTL_DIM);
    mtl_flow_end(&flow);
}

static void put_further_places(const page *p, const block *b)
{
    if (b->n < 2)
        return;
    mtl_flow flow = flow_at(p, p->severity_at);
    mtl_flow_pad(&flow, p->severity_at);
    mtl_flow_put(&flow, MTL_LIT("also"), MTL_DIM);
    const uint32_t shown = b->n - 1 > PLACES ? PLACES : b->n - 1;
    for (uint32_t i = 1; i <= shown; i++) {
        const mtl_finding *finding = b->findings[i];
        mtl_flow_put(&flow, mtl_str_format(p->arena, " %.*s", MTL_FMT(place_of(p, finding))), NULL);
        if (!mtl_str_same(finding->text, b->findings[0]->text))
            mtl_flow_put(&flow, mtl_str_format(p->arena, " “%.*s”", MTL_FMT(mtl_shortened(finding->text, LONGEST, p->arena))),
                         MTL_DIM);
        if (i < shown)
            mtl_flow_put(&flow, MTL_LIT(","), NULL);
    }
    if (b->n - 1 > shown)
        mtl_flow_put(&flow, mtl_str_format(p->arena, " … and %u more", b->n - 1 - shown), NULL);
    mtl_flow_end(&flow);
}

/* The passage that holds READ; where none does, all of the text. */
static mtl_span passage_around(const mtl_report_info *info, mtl_span read)
{
    uint32_t low = 0, high = info->npassages;
    while (high - low > 1) {
        const uint32_t middle = low + (high - low) / 2;
        if (info->passages[middle].read.at <= read.at)
            low = middle;
        else
            high = middle;
    }
    const bool holds =
        high && info->passages[low].read.at <= read.at && mtl_span_end(read) <= mtl_span_end(info->passages[low].read);
    return holds ? info->passages[low].read : (mtl_span){0, (uint32_t)info->text.n};
}

static void put_block(const page *p, const block *b)
{
    const mtl_finding *first = b->findings[0];
    mtl_out_char(p->r->out, '\n');
    put_headline(p, first);
    const mtl_span passage = passage_around(p->info, first->read);
    mtl_excerpt(p->r->out, mtl_str_cut(p->info->text, passage), (mtl_span){first->read.at - passage.at, first->read.len},
                &(mtl_excerpt_style){.indent = p->severity_at,
                                     .width = p->r->style.width,
                                     .sgr = mtl_paint_of(first->severity),
                                     .colour = p->r->style.colour});
    put_further_places(p, b);
}

static void put_remark(const page *p, const char *label, mtl_str text)
{
    mtl_flow flow = flow_at(p, MARGIN + 2);
    mtl_flow_pad(&flow, MARGIN);
    mtl_flow_put(&flow, mtl_cstr(label), MTL_BOLD);
    mtl_flow_put(&flow, mtl_str_format(p->arena, " %.*s", MTL_FMT(text)), NULL);
    mtl_flow_end(&flow);
}

static void put_error(const page *p, const mtl_err *err)
{
    const mtl_reporting *r = p->r;
    mtl_paint(r->out, r->name, MTL_BOLD, r->style.colour);
    if (err->line)
        mtl_out_fmt(r->out, ":%u", err->line);
    if (err->line && err->column)
        mtl_out_fmt(r->out, ":%u", err->column);
    mtl_out_str(r->out, MTL_LIT(": "));
    mtl_paint(r->out, MTL_LIT("error:"), mtl_paint_of(MTL_CRITICAL), r->style.colour);
    mtl_out_char(r->out, ' ');
    mtl_out_plain(r->out, mtl_valid_utf8(mtl_cstr(err->what), p->arena));
    mtl_out_char(r->out, '\n');
}

/* "folder/file.md"; "feed.xml, item 3 “Title”" where the file has several documents. */
static void put_heading(const page *p)
{
    const mtl_reporting *r = p->r;
    mtl_paint(r->out, r->name, MTL_BOLD, r->style.colour);
    if (p->info->part.n) {
        mtl_out_str(r->out, MTL_LIT(", "));
        mtl_out_plain(r->out, p->info->part);
    }
    if (p->info->part.n && p->info->title.n)
        mtl_paint(r->out, mtl_str_format(p->arena, " “%.*s”", MTL_FMT(mtl_shortened(p->info->title, LONGEST, p->arena))), MTL_DIM,
                  r->style.colour);
    mtl_out_char(r->out, '\n');
}

static void put_document(page *p)
{
    const mtl_report_info *info = p->info;
    uint32_t nblocks;
    const block *blocks = make_blocks(info, p->arena, &nblocks);
    lay_out(p, blocks, nblocks);
    put_heading(p);
    for (uint32_t i = 0; i < nblocks; i++)
        put_block(p, &blocks[i]);
    if (nblocks && info->evidence.n)
        mtl_out_char(p->r->out, '\n');
    if (info->evidence.n)
        put_remark(p, "evidence:", info->evidence);
    mtl_out_char(p->r->out, '\n');
}

static void document(const mtl_reporting *r, const mtl_report_info *info)
{
    mtl_arena arena = {0};
    page p = {.r = r, .info = info, .arena = &arena};
    if (info->nfindings)
        put_document(&p);
    for (uint32_t i = 0; i < info->nerrors; i++)
        put_error(&p, &info->errors[i]);
    if (info->nerrors)
        mtl_out_char(r->out, '\n');
    mtl_arena_reset(&arena);
}

static void end(const mtl_reporting *r)
{
    const mtl_tally *all = &r->all;
    mtl_out *out = r->out;
    if (all->nfindings == 0)
        return;
    mtl_say_count(out, all->nfindings, "finding", "findings");
    mtl_out_str(out, MTL_LIT(" in "));
    mtl_say_number(out, r->nflagged);
    if (r->nread > r->nflagged) {
        mtl_out_str(out, MTL_LIT(" of "));
        mtl_say_number(out, r->nread);
    }
    mtl_out_str(out, r->nread == 1 ? MTL_LIT(" file (") : MTL_LIT(" files ("));
    mtl_say_count(out, all->words, "word", "words");
    mtl_out_str(out, MTL_LIT("): "));
    mtl_say_severities(out, all);
    if (mtl_tally_tells(all))
        mtl_out_fmt(out, "; %.1f per 1,000 words", mtl_tally_rate(all));
    mtl_out_str(out, MTL_LIT(".\n"));
    if (all->nsafe)
        mtl_out_fmt(out, "%u marked ✓ %s a safe correction.\n", all->nsafe, all->nsafe == 1 ? "has" : "have");
    mtl_out_str(out, MTL_LIT("mtlint explain "));
    mtl_out_plain(out, r->rule);
    mtl_out_str(out, MTL_LIT(" says more about a rule.\n"));
}

const mtl_reporter mtl_reporter_text = {
    .name = "text",
    .doc = "for reading at a terminal: each finding with its text, the worst first",
    .document = document,
    .end = end,
};
