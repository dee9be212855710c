/* fix.c: the source with its fixes applied. Edits are sorted by place; of fixes that overlap the first stays. */
#include "base/out.h"
#include "base/vec.h"
#include "mtlint.h"

#include <stdlib.h>

static int by_place(const void *a, const void *b)
{
    const mtl_edit *x = *(const mtl_edit *const *)a, *y = *(const mtl_edit *const *)b;
    if (x->at.at != y->at.at)
        return x->at.at < y->at.at ? -1 : 1;
    return (x->at.len > y->at.len) - (x->at.len < y->at.len);
}

static bool clashes(const mtl_edit *a, const mtl_edit *b)
{
    return mtl_span_overlap(a->at, b->at) || (a->at.at == b->at.at && (a->at.len == 0 || b->at.len == 0));
}

typedef MTL_VEC(const mtl_edit *) edit_list;

/* True if FIX touches nothing that is taken. Findings come in order of place, so only the last edits can reach this far; an edit
 * far behind its finding (a closing mark) is why more than one is looked at. */
static bool is_free(const edit_list *taken, const mtl_fix *fix)
{
    enum { LOOK_BACK = 64 };
    for (uint32_t e = 0; e < fix->nedits; e++)
        for (uint32_t back = 1; back <= LOOK_BACK && back <= taken->n; back++)
            if (clashes(taken->items[taken->n - back], &fix->edits[e]))
                return false;
    return true;
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
            mtl_vec_push(&taken, &arena, &f->fixes[0].edits[e]);
    }
    if (taken.n)
        qsort(taken.items, taken.n, sizeof *taken.items, by_place);
    mtl_out out = {0};
    uint32_t at = 0;
    for (uint32_t i = 0; i < taken.n; i++) {
        const mtl_edit *e = taken.items[i];
        if (e->at.at < at)
            continue;
        mtl_out_str(&out, (mtl_str){info->source.p + at, e->at.at - at});
        mtl_out_str(&out, e->with);
        at = mtl_span_end(e->at);
    }
    mtl_out_str(&out, (mtl_str){info->source.p + at, info->source.n - at});
    mtl_arena_reset(&arena);
    *n = out.n;
    mtl_out_char(&out, '\0');
    return out.bytes;
}
