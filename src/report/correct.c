#include "report/correct.h"

mtl_str mtl_corrected(const mtl_report_info *document, const mtl_finding *finding, const mtl_fix *fix, mtl_arena *arena)
{
    mtl_span all = finding->read;
    size_t room = 0;
    for (uint32_t i = 0; i < fix->nedits; i++) {
        all = mtl_span_join(all, fix->edits[i].read);
        room += fix->edits[i].reads.n;
    }
    char *bytes = mtl_arena_alloc(arena, room + all.len + 1);
    size_t n = 0;
    uint32_t from = all.at;
    for (uint32_t i = 0; i <= fix->nedits; i++) {
        const bool last = i == fix->nedits;
        const uint32_t to = last ? mtl_span_end(all) : fix->edits[i].read.at;
        if (to > from)
            memcpy(bytes + n, document->text.p + from, to - from);
        n += to > from ? to - from : 0;
        if (last)
            break;
        if (fix->edits[i].reads.n)
            memcpy(bytes + n, fix->edits[i].reads.p, fix->edits[i].reads.n);
        n += fix->edits[i].reads.n;
        if (from < mtl_span_end(fix->edits[i].read))
            from = mtl_span_end(fix->edits[i].read);
    }
    return mtl_str_trim((mtl_str){bytes, n});
}
