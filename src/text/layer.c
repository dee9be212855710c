#include "text/layer.h"

#include <assert.h>

void mtl_layering_copy(mtl_layering *l, mtl_span below)
{
    mtl_run *last = l->runs.n ? &mtl_vec_last(&l->runs) : NULL;
    const mtl_span at = {l->bytes.n, below.len};
    const mtl_str bytes = mtl_str_cut(l->below->bytes, below);
    mtl_vec_extend(&l->bytes, l->arena, bytes.p, bytes.n);
    if (last && last->copy && mtl_span_end(last->below) == below.at) {
        last->at.len += below.len;
        last->below.len += below.len;
    } else if (below.len) {
        mtl_vec_push(&l->runs, l->arena, ((mtl_run){at, below, true}));
    }
}

void mtl_layering_put(mtl_layering *l, mtl_span below, mtl_str meaning)
{
    const mtl_span at = {l->bytes.n, (uint32_t)meaning.n};
    mtl_vec_extend(&l->bytes, l->arena, meaning.p, meaning.n);
    if (meaning.n)
        mtl_vec_push(&l->runs, l->arena, ((mtl_run){at, below, false}));
}

const mtl_layer *mtl_layering_done(const mtl_layering *l, mtl_escape_fn *escape)
{
    mtl_layer *layer = mtl_arena_one(l->arena, mtl_layer);
    *layer = (mtl_layer){{l->bytes.items, l->bytes.n}, l->below, l->runs.items, l->runs.n, escape};
    return layer;
}

/* The run that holds byte AT. */
static uint32_t run_at(const mtl_layer *layer, uint32_t at)
{
    uint32_t low = 0, high = layer->nruns;
    while (high - low > 1) {
        const uint32_t middle = low + (high - low) / 2;
        if (layer->runs[middle].at.at <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

bool mtl_layer_is_whole(const mtl_layer *layer, mtl_span at)
{
    while (layer->below && at.len) {
        const uint32_t first = run_at(layer, at.at), end = mtl_span_end(at);
        uint32_t i = first;
        for (; mtl_span_end(layer->runs[i].at) < end; i++)
            if (mtl_span_end(layer->runs[i].below) != layer->runs[i + 1].below.at)
                return false;
        const mtl_run *head = &layer->runs[first], *tail = &layer->runs[i];
        const uint32_t before = at.at - head->at.at, behind = mtl_span_end(tail->at) - end;
        if ((before && !head->copy) || (behind && !tail->copy))
            return false;
        const uint32_t from = head->below.at + before;
        at = (mtl_span){from, mtl_span_end(tail->below) - behind - from};
        layer = layer->below;
    }
    return true;
}

void mtl_layer_walk(const mtl_layer *layer, mtl_span at, mtl_stretch_fn *fn, void *user)
{
    assert(mtl_span_end(at) <= layer->bytes.n);
    if (!layer->below) {
        fn(user, at, mtl_str_cut(layer->bytes, at), true, true);
        return;
    }
    for (uint32_t i = run_at(layer, at.at); i < layer->nruns && layer->runs[i].at.at < mtl_span_end(at); i++) {
        const mtl_run *run = &layer->runs[i];
        const uint32_t from = run->at.at > at.at ? run->at.at : at.at;
        const uint32_t end = mtl_span_end(run->at) < mtl_span_end(at) ? mtl_span_end(run->at) : mtl_span_end(at);
        const mtl_span part = {from, end - from};
        if (run->copy)
            mtl_layer_walk(layer->below, (mtl_span){run->below.at + (from - run->at.at), part.len}, fn, user);
        else
            fn(user, mtl_layer_to_file(layer->below, run->below), mtl_str_cut(layer->bytes, part), false,
               part.len == run->at.len && mtl_layer_is_whole(layer->below, run->below));
    }
}

mtl_span mtl_layer_to_file(const mtl_layer *layer, mtl_span at)
{
    if (!layer->below)
        return at;
    if (layer->nruns == 0)
        return mtl_layer_to_file(layer->below, (mtl_span){0, 0});
    const uint32_t end = mtl_span_end(at);
    const mtl_run *first = &layer->runs[run_at(layer, at.at)], *last = &layer->runs[run_at(layer, end > at.at ? end - 1 : at.at)];
    uint32_t from = first->below.at, to = mtl_span_end(last->below);
    if (first->copy)
        from += at.at - first->at.at;
    if (last->copy)
        to = last->below.at + (end - last->at.at);
    return mtl_layer_to_file(layer->below, (mtl_span){from, at.len ? to - from : 0});
}
