#include "format/prose.h"

#include "format/html_reference.h"

#include <assert.h>

typedef enum part_kind { PART_COPY, PART_PUT, PART_HOLE, PART_END } part_kind;

struct mtl_prose_part {
    mtl_span src;
    uint8_t kind, n; /* N bytes of MEANING */
    bool kept;
    char meaning[MTL_PROSE_PUT_BYTES];
};

void mtl_prose_init(mtl_prose *prose, mtl_str bytes, mtl_arena *arena)
{
    *prose = (mtl_prose){.bytes = bytes, .arena = arena};
}

static void push(mtl_prose *prose, part_kind kind, mtl_span src, mtl_str meaning)
{
    mtl_prose_part part = {.src = src, .kind = (uint8_t)kind, .n = (uint8_t)meaning.n, .kept = prose->kept};
    assert(meaning.n <= sizeof part.meaning);
    if (meaning.n)
        memcpy(part.meaning, meaning.p, meaning.n);
    mtl_vec_push(&prose->parts, prose->arena, part);
    prose->reached = mtl_span_end(src);
}

/* The part of SRC that is not done with yet. */
static mtl_span rest_of(const mtl_prose *prose, mtl_span src)
{
    const uint32_t end = mtl_span_end(src), at = src.at > prose->reached ? src.at : prose->reached;
    return (mtl_span){at, end > at ? end - at : 0};
}

static bool is_first(const mtl_prose *prose)
{
    return prose->parts.n == prose->first;
}

/* What stood between two words becomes text now that the second is there. One plain space is itself. */
static void close_gap(mtl_prose *prose)
{
    const bool hard = prose->gap_kind == MTL_GAP_BREAK, gap = prose->gap_kind != MTL_NO_GAP && !is_first(prose);
    prose->gap_kind = MTL_NO_GAP;
    if (!gap)
        return;
    if (!hard && prose->gap.len == 1 && prose->bytes.p[prose->gap.at] == ' ')
        push(prose, PART_COPY, prose->gap, (mtl_str){0});
    else
        push(prose, PART_PUT, prose->gap, hard ? MTL_LIT("\n") : MTL_LIT(" "));
}

void mtl_prose_gap(mtl_prose *prose, mtl_span src, bool hard)
{
    src = rest_of(prose, src);
    if (src.len == 0)
        return;
    const bool goes_on = prose->gap_kind != MTL_NO_GAP && mtl_span_end(prose->gap) == src.at;
    if (goes_on)
        prose->gap.len += src.len;
    else if (prose->gap_kind == MTL_NO_GAP || (hard && prose->gap_kind == MTL_GAP_SPACE))
        prose->gap = src;
    if (hard)
        prose->gap_kind = MTL_GAP_BREAK;
    else if (prose->gap_kind == MTL_NO_GAP)
        prose->gap_kind = MTL_GAP_SPACE;
    prose->reached = mtl_span_end(src);
}

static void copy(mtl_prose *prose, mtl_span src)
{
    close_gap(prose);
    mtl_prose_part *last = is_first(prose) ? NULL : &mtl_vec_last(&prose->parts);
    prose->has_text = true;
    if (last && last->kind == PART_COPY && last->kept == prose->kept && mtl_span_end(last->src) == src.at) {
        last->src.len += src.len;
        prose->reached = mtl_span_end(src);
    } else {
        push(prose, PART_COPY, src, (mtl_str){0});
    }
}

void mtl_prose_text(mtl_prose *prose, mtl_span src)
{
    src = rest_of(prose, src);
    const uint32_t end = mtl_span_end(src);
    for (uint32_t at = src.at, from; at < end;) {
        for (from = at; at < end && mtl_prose_is_blank(prose->bytes.p[at]);)
            at++;
        mtl_prose_gap(prose, (mtl_span){from, at - from}, false);
        for (from = at; at < end && !mtl_prose_is_blank(prose->bytes.p[at]);)
            at++;
        if (at > from)
            copy(prose, (mtl_span){from, at - from});
    }
}

void mtl_prose_put(mtl_prose *prose, mtl_span src, mtl_str text)
{
    if (src.at < prose->reached || src.len == 0)
        return;
    close_gap(prose);
    push(prose, PART_PUT, src, text);
    prose->has_text |= !mtl_str_same(text, MTL_LIT("\xC2\xA0")); /* "&nbsp;" alone keeps lines apart */
}

/* Reads the reference at the head of S; false where there is none, or where it lacks its semicolon. */
static bool read_reference(mtl_html_reference *out, mtl_str s)
{
    out->len = 0;
    if (s.n && s.p[0] == '&')
        mtl_html_reference_read(out, s, false);
    return out->len && s.p[out->len - 1] == ';';
}

uint32_t mtl_prose_reference_at(mtl_str s)
{
    mtl_html_reference found;
    return read_reference(&found, s) ? found.len : 0;
}

void mtl_prose_reference(mtl_prose *prose, mtl_span src)
{
    mtl_html_reference found;
    if (read_reference(&found, mtl_str_cut(prose->bytes, src)))
        mtl_prose_put(prose, src, found.meaning);
    else
        mtl_prose_text(prose, src);
}

void mtl_prose_hole(mtl_prose *prose, mtl_span src)
{
    src = rest_of(prose, src);
    if (src.len == 0)
        return;
    close_gap(prose);
    push(prose, PART_HOLE, src, (mtl_str){0});
}

void mtl_prose_marked(mtl_prose *prose, mtl_span src, bool escapes)
{
    const uint32_t end = mtl_span_end(src);
    for (uint32_t at = src.at; at < end;) {
        uint32_t from = at;
        while (at < end && prose->bytes.p[at] != '&' && prose->bytes.p[at] != '\\')
            at++;
        mtl_prose_text(prose, (mtl_span){from, at - from});
        if (at == end)
            return;
        const mtl_str rest = mtl_str_cut(prose->bytes, (mtl_span){at, end - at});
        const uint32_t reference = mtl_prose_reference_at(rest);
        if (reference)
            mtl_prose_reference(prose, (mtl_span){at, reference});
        else if (escapes && rest.n > 1 && rest.p[0] == '\\' && mtl_prose_is_mark(rest.p[1]))
            mtl_prose_put(prose, (mtl_span){at, 2}, (mtl_str){rest.p + 1, 1});
        else
            mtl_prose_text(prose, (mtl_span){at, 1});
        at = prose->reached > at ? prose->reached : at + 1;
    }
}

void mtl_prose_end(mtl_prose *prose)
{
    if (!prose->has_text)
        prose->parts.n = prose->first;
    else
        push(prose, PART_END, (mtl_span){0, 0}, (mtl_str){0});
    prose->first = prose->parts.n;
    prose->gap_kind = MTL_NO_GAP;
    prose->has_text = false;
    prose->reached = 0;
}

void mtl_prose_flush(mtl_prose *prose, mtl_doc *doc, mtl_kind kind)
{
    mtl_prose_end(prose);
    for (uint32_t i = 0; i < prose->parts.n; i++) {
        const mtl_prose_part *part = &prose->parts.items[i];
        if (i == 0 || part[-1].kind == PART_END)
            mtl_doc_open(doc, kind, MTL_TARGET, (mtl_str){0});
        doc->kept = part->kept;
        if (part->kind == PART_COPY)
            mtl_doc_copy(doc, part->src);
        else if (part->kind == PART_PUT)
            mtl_doc_put(doc, part->src, (mtl_str){part->meaning, part->n});
        else if (part->kind == PART_HOLE)
            mtl_doc_hole(doc, part->src);
        else
            mtl_doc_close(doc);
    }
    doc->kept = false;
    prose->parts.n = prose->first = 0;
}
