#include "engine/sink.h"

#include <assert.h>

void mtl_sink_init(mtl_sink *sink, const mtl_doc *doc, uint32_t most, mtl_arena *arena)
{
    *sink = (mtl_sink){.doc = doc, .arena = arena, .most = most};
}

mtl_hit *mtl_emit(const mtl_rule *rule, mtl_sink *sink, mtl_span text)
{
    assert(mtl_span_end(text) <= sink->doc->text.n);
    if (sink->hits.n == sink->most) {
        sink->overflowed = true;
        sink->nowhere = (mtl_hit){.rule = rule};
        return &sink->nowhere;
    }
    mtl_hit *hit = mtl_arena_one(sink->arena, mtl_hit);
    *hit = (mtl_hit){.rule = rule, .text = text, .proof = MTL_SURE, .arena = sink->arena};
    mtl_vec_push(&sink->hits, sink->arena, hit);
    return hit;
}

void mtl_hit_name(mtl_hit *hit, const char *name, mtl_str value)
{
    if (!hit->arena)
        return;
    mtl_hit_value *v = mtl_arena_one(hit->arena, mtl_hit_value);
    *v = (mtl_hit_value){name, mtl_str_copy(value, hit->arena), hit->values};
    hit->values = v;
}

void mtl_hit_edit(mtl_hit *hit, mtl_span text, mtl_str with)
{
    if (!hit->arena)
        return;
    mtl_hit_edit_text *edit = mtl_arena_one(hit->arena, mtl_hit_edit_text);
    *edit = (mtl_hit_edit_text){text, mtl_str_copy(with, hit->arena), NULL};
    mtl_hit_fixing *fix = hit->last_fix;
    assert(fix);
    if (fix->last)
        fix->last->next = edit;
    else
        fix->edits = edit;
    fix->last = edit;
    fix->n++;
}

void mtl_hit_fix(mtl_hit *hit, mtl_span text, mtl_str with, mtl_safety safety)
{
    if (!hit->arena)
        return;
    mtl_hit_fixing *fix = mtl_arena_one(hit->arena, mtl_hit_fixing);
    fix->safety = safety;
    if (hit->last_fix)
        hit->last_fix->next = fix;
    else
        hit->fixes = fix;
    hit->last_fix = fix;
    mtl_hit_edit(hit, text, with);
}

void mtl_hit_proof(mtl_hit *hit, mtl_proof proof)
{
    hit->proof = proof;
}

void mtl_emit_fix(const mtl_rule *rule, mtl_sink *sink, mtl_span text, mtl_str with, mtl_proof proof)
{
    mtl_hit *hit = mtl_emit(rule, sink, text);
    mtl_hit_fix(hit, text, with, proof == MTL_SURE ? MTL_SAFE : MTL_UNSAFE);
    mtl_hit_proof(hit, proof);
}
