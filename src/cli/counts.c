#include "cli/counts.h"

#include "base/utf8.h"
#include "cli/say.h"

#include <stdlib.h>

void mtl_counts_init(mtl_counts *counts, uint32_t most_samples, mtl_arena *arena)
{
    *counts = (mtl_counts){.arena = arena, .most_samples = most_samples};
    mtl_map_init(&counts->ids, arena);
}

static mtl_rule_count *count_of(mtl_counts *c, mtl_str id)
{
    const uint32_t known = mtl_map_get(&c->ids, id);
    if (known != MTL_MAP_NONE)
        return &c->rules.items[known];
    const mtl_str copy = mtl_str_copy(id, c->arena);
    *mtl_map_put(&c->ids, copy) = c->rules.n;
    mtl_vec_push(&c->rules, c->arena, ((mtl_rule_count){.id = copy}));
    return &mtl_vec_last(&c->rules);
}

/* TEXT[FROM ..] of at most MOST bytes to the left or right, on one line. */
static mtl_str around(mtl_str text, uint32_t at, uint32_t most, bool left, mtl_arena *arena)
{
    size_t from = left ? (at > most ? at - most : 0) : at, to = left ? at : (text.n - at > most ? at + most : text.n);
    while (from < to && left && mtl_utf8_inside(text.p[from]))
        from++;
    while (to > from && to < text.n && !left && mtl_utf8_inside(text.p[to]))
        to--;
    for (size_t i = from; i < to; i++) {
        if (text.p[i] != '\n')
            continue;
        if (!left)
            to = i;
        else
            from = i + 1;
    }
    return mtl_str_copy((mtl_str){text.p + from, to - from}, arena);
}

static mtl_sample sample_of(const mtl_report *report, const mtl_finding *f, mtl_arena *arena)
{
    enum { CONTEXT = 40, LONGEST = 80 };
    const mtl_report_info *info = mtl_report_read(report);
    const uint32_t end = f->read.at + f->read.len;
    const mtl_str shown = around(info->text, f->read.at, f->read.len < LONGEST ? f->read.len : LONGEST, false, arena);
    return (mtl_sample){
        .path = mtl_str_copy(info->path, arena),
        .before = around(info->text, f->read.at, CONTEXT, true, arena),
        .text = shown.n < f->read.len ? mtl_str_format(arena, "%.*s…", MTL_FMT(shown)) : shown,
        .after = around(info->text, end, CONTEXT, false, arena),
        .place = mtl_report_place(report, f->at.at, MTL_CODE_POINTS),
        .key = mtl_hash_more(mtl_hash_more(mtl_hash(info->path), f->rule->id), mtl_str_format(arena, "%u+%u", f->at.at, f->at.len)),
    };
}

void mtl_counts_add(mtl_counts *c, const mtl_report *report)
{
    const mtl_report_info *info = mtl_report_read(report);
    if (info->nerrors && !info->text.n)
        return;
    c->documents++;
    c->words += info->words;
    for (uint32_t i = 0; i < info->nfindings; i++) {
        const mtl_finding *f = &info->findings[i];
        mtl_rule_count *rule = count_of(c, f->rule->id);
        c->hits++;
        rule->hits++;
        for (uint32_t k = 0; k < f->nfixes; k++)
            if (f->fixes[k].safe) {
                rule->safe++;
                break;
            }
        rule->documents += rule->last != c->documents;
        rule->last = c->documents;
        if (rule->samples.n < c->most_samples)
            mtl_vec_push(&rule->samples, c->arena, sample_of(report, f, c->arena));
    }
}

static int by_hits(const void *a, const void *b)
{
    const mtl_rule_count *x = a, *y = b;
    return x->hits != y->hits ? (x->hits < y->hits ? 1 : -1) : mtl_str_compare(x->id, y->id);
}

void mtl_counts_sort(mtl_counts *c)
{
    if (c->rules.n)
        qsort(c->rules.items, c->rules.n, sizeof *c->rules.items, by_hits);
    for (uint32_t i = 0; i < c->rules.n; i++)
        *mtl_map_put(&c->ids, c->rules.items[i].id) = i;
}

const mtl_rule_count *mtl_counts_find(const mtl_counts *c, mtl_str id)
{
    const uint32_t found = mtl_map_get(&c->ids, id);
    return found == MTL_MAP_NONE ? NULL : &c->rules.items[found];
}

static void paint(mtl_out *out, const char *sgr, mtl_str text, bool colour)
{
    if (colour)
        mtl_out_fmt(out, "\033[%sm", sgr);
    mtl_put_safe(out, text);
    if (colour)
        mtl_out_str(out, MTL_LIT("\033[0m"));
}

void mtl_sample_print(mtl_out *out, const mtl_sample *s, const char *sign, bool colour)
{
    mtl_out_fmt(out, "          %s", sign);
    mtl_put_safe(out, s->path);
    mtl_out_fmt(out, ":%u:%u  ", s->place.line, s->place.column);
    mtl_put_safe(out, s->before);
    mtl_out_str(out, MTL_LIT("«"));
    paint(out, "1", s->text, colour);
    mtl_out_str(out, MTL_LIT("»"));
    mtl_put_safe(out, s->after);
    mtl_out_char(out, '\n');
}

static void put_row(mtl_out *out, const mtl_counts *c, uint64_t hits, uint32_t documents)
{
    mtl_out_fmt(out, "%8llu %10.2f %10u  ", (unsigned long long)hits, c->words ? 1000.0 * (double)hits / (double)c->words : 0.0,
                documents);
}

void mtl_counts_print(mtl_out *out, const mtl_counts *c, bool colour)
{
    paint(out, "1", MTL_LIT("    hits  per 1,000  documents  rule"), colour);
    mtl_out_char(out, '\n');
    for (uint32_t i = 0; i < c->rules.n; i++) {
        const mtl_rule_count *rule = &c->rules.items[i];
        put_row(out, c, rule->hits, rule->documents);
        mtl_put_safe(out, rule->id);
        if (rule->safe)
            mtl_out_fmt(out, "  ✓%u", rule->safe);
        mtl_out_char(out, '\n');
        for (uint32_t k = 0; k < rule->samples.n; k++)
            mtl_sample_print(out, &rule->samples.items[k], "", colour);
    }
    put_row(out, c, c->hits, c->documents);
    mtl_out_fmt(out, "all; %llu words read\n", (unsigned long long)c->words);
}
