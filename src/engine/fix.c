/* fix.c: the source with its fixes applied; of fixes that overlap the first stays. */
#include "engine/fix.h"

#include "base/vec.h"
#include "engine/report.h"
#include "text/encoding.h"

void mtl_edits_write(mtl_out *out, mtl_str source, const mtl_edit *edits, uint32_t n)
{
    uint32_t from = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (edits[i].at.at < from)
            continue;
        mtl_out_str(out, mtl_str_cut(source, (mtl_span){from, edits[i].at.at - from}));
        mtl_out_str(out, edits[i].with);
        from = mtl_span_end(edits[i].at);
    }
    mtl_out_str(out, (mtl_str){source.p + from, source.n - from});
}

typedef MTL_VEC(mtl_edit) edit_list; /* in order of place; none clashes with another */

static bool clashes(const mtl_edit *a, const mtl_edit *b)
{
    return mtl_span_overlap(a->at, b->at) || (a->at.at == b->at.at && (a->at.len == 0 || b->at.len == 0));
}

/* The first of TAKEN that begins at or behind AT. */
static uint32_t first_from(const edit_list *taken, uint32_t at)
{
    uint32_t low = 0, high = taken->n;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (taken->items[middle].at.at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* True if FIX touches nothing that is taken: of what does not clash, only the neighbours reach as far as an edit. */
static bool is_free(const edit_list *taken, const mtl_fix *fix)
{
    for (uint32_t e = 0; e < fix->nedits; e++) {
        const mtl_edit *edit = &fix->edits[e];
        const uint32_t next = first_from(taken, edit->at.at);
        if ((next > 0 && clashes(&taken->items[next - 1], edit)) || (next < taken->n && clashes(&taken->items[next], edit)))
            return false;
    }
    return true;
}

/* Findings come in order of place, so there is seldom much to move. */
static void take(edit_list *taken, mtl_edit edit, mtl_arena *arena)
{
    const uint32_t at = first_from(taken, edit.at.at), behind = taken->n - at;
    mtl_vec_push(taken, arena, edit);
    memmove(&taken->items[at + 1], &taken->items[at], behind * sizeof edit);
    taken->items[at] = edit;
}

char *mtl_report_fix(const mtl_report *report, bool all, size_t *n)
{
    const mtl_report_info *info = mtl_report_read(report);
    mtl_arena arena = {0};
    edit_list taken = {0};
    for (uint32_t i = 0; i < info->nfindings; i++) {
        const mtl_finding *f = &info->findings[i];
        if (f->nfixes == 0 || !(f->fixes[0].safe || all) || !is_free(&taken, &f->fixes[0]))
            continue;
        for (uint32_t e = 0; e < f->fixes[0].nedits; e++)
            take(&taken, f->fixes[0].edits[e], &arena);
    }
    mtl_out out = {0};
    mtl_edits_write(&out, report->source.raw.n ? report->source.raw : info->source, taken.items, taken.n);
    mtl_arena_reset(&arena);
    if (info->encoding.n) {
        char *stored = mtl_encode(mtl_out_bytes(&out), info->encoding, n);
        mtl_out_free(&out);
        return stored;
    }
    *n = out.n;
    mtl_out_char(&out, '\0');
    return out.bytes;
}
