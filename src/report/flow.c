#include "report/flow.h"

#include "report/width.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void mtl_flow_pad(mtl_flow *flow, uint32_t column)
{
    for (; flow->column < column; flow->column++)
        mtl_out_char(flow->out, ' ');
}

void mtl_flow_end(mtl_flow *flow)
{
    mtl_out_char(flow->out, '\n');
    flow->column = 0;
}

static void put_word(mtl_flow *flow, mtl_str word, uint32_t blanks)
{
    const uint32_t cells = mtl_width_str(word);
    const bool fits = flow->column <= flow->indent || (uint64_t)flow->column + blanks + cells <= flow->width;
    if (!fits && blanks) {
        mtl_flow_end(flow);
        mtl_flow_pad(flow, flow->indent);
    } else {
        mtl_flow_pad(flow, flow->column + blanks);
    }
    mtl_out_plain(flow->out, word);
    flow->column = cells > UINT32_MAX - flow->column ? UINT32_MAX : flow->column + cells;
}

void mtl_flow_put(mtl_flow *flow, mtl_str text, const char *sgr)
{
    const bool paint = flow->colour && sgr;
    if (paint)
        mtl_out_fmt(flow->out, "\x1b[%sm", sgr);
    for (size_t i = 0; i < text.n;) {
        const size_t gap = i;
        while (i < text.n && is_blank(text.p[i]))
            i++;
        const size_t word = i;
        while (i < text.n && !is_blank(text.p[i]))
            i++;
        put_word(flow, (mtl_str){text.p + word, i - word}, (uint32_t)(word - gap));
    }
    if (paint)
        mtl_out_str(flow->out, MTL_LIT("\x1b[0m"));
}

void mtl_paint(mtl_out *out, mtl_str text, const char *sgr, bool colour)
{
    if (colour)
        mtl_out_fmt(out, "\x1b[%sm", sgr);
    mtl_out_plain(out, text);
    if (colour)
        mtl_out_str(out, MTL_LIT("\x1b[0m"));
}

const char *mtl_paint_of(mtl_severity severity)
{
    static const char *const paints[] = {[MTL_NEUTRAL] = "36", [MTL_MINOR] = "33", [MTL_MAJOR] = "31", [MTL_CRITICAL] = "1;31"};
    return paints[severity];
}
