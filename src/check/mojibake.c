/* mojibake.c: the kind "mojibake": UTF-8 that was decoded as Windows-1252 or Latin-1, once or more: "FuÃŸball", "â€œ". Letters that
 * would be bytes of well-formed UTF-8 stand side by side by accident in no language, so each such run is sure, and decoding it back
 * is the fix. Or, as another rule asks: what a decoder put where it gave up, U+FFFD. */
#include "rule/check.h"

#include "base/out.h"
#include "base/utf8.h"

/* What Windows-1252 has in 0x80 .. 0x9F (Unicode's mapping file CP1252.TXT); 0: nothing. */
static const uint16_t cp1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

static const mtl_str replacement = {"\xEF\xBF\xBD", 3}; /* U+FFFD */

enum { BOM = 0xFEFF, NO_BYTE = 256, DEEPEST = 3, LONGEST = 240 };

/* The byte that CODE is in Windows-1252 or Latin-1, or NO_BYTE. */
static unsigned byte_of(uint32_t code)
{
    if (code < 0x100)
        return code; /* Latin-1 leaves its controls as they are */
    for (unsigned i = 0; i < 32; i++)
        if (cp1252[i] == code)
            return 0x80 + i;
    return NO_BYTE;
}

/* What a damaged character may have been: letters, marks and punctuation that print uses, no controls or rarities. */
static bool is_plausible(uint32_t code)
{
    return (code >= 0xA0 && code < 0x250) || (code >= 0x370 && code < 0x530) || (code >= 0x2010 && code <= 0x2044) ||
           (code >= 0x20A0 && code <= 0x20C0) || code == 0x2122 || code == BOM || code == 0xFFFD ||
           (code >= 0x2190 && code < 0x2800) || (code >= 0x1F300 && code < 0x1FB00);
}

/* The character that the run at *I of TEXT was before it was decoded wrongly, and moves *I behind the run; 0 if there is no such run. */
static uint32_t undecode(mtl_str text, size_t *i)
{
    size_t at = *i;
    const unsigned lead = byte_of(mtl_utf8_next(text, &at));
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    char bytes[4] = {(char)lead};
    const size_t need = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    for (size_t n = 1; n < need; n++) {
        if (at == text.n)
            return 0;
        const unsigned next = byte_of(mtl_utf8_next(text, &at));
        if (next < 0x80 || next > 0xBF)
            return 0;
        bytes[n] = (char)next;
    }
    if (mtl_utf8_valid((mtl_str){bytes, need}) != need)
        return 0;
    size_t zero = 0;
    const uint32_t code = mtl_utf8_next((mtl_str){bytes, need}, &zero);
    if (!is_plausible(code))
        return 0;
    *i = at;
    return code;
}

/* TEXT with every damaged run decoded back, as often as that changes something. */
static mtl_str mended(mtl_str text, mtl_arena *arena)
{
    for (int depth = 0; depth < DEEPEST; depth++) {
        mtl_out out = {0};
        bool changed = false;
        for (size_t i = 0; i < text.n;) {
            size_t at = i;
            const uint32_t code = undecode(text, &at);
            if (code) {
                char bytes[4];
                if (code != BOM) /* a byte order mark is no text */
                    mtl_out_str(&out, (mtl_str){bytes, mtl_utf8_put(bytes, code)});
                changed = true;
            } else {
                mtl_utf8_next(text, &at);
                mtl_out_str(&out, (mtl_str){text.p + i, at - i});
            }
            i = at;
        }
        text = mtl_str_copy(mtl_out_bytes(&out), arena);
        mtl_out_free(&out);
        if (!changed)
            break;
    }
    return text;
}

/* The run of text without white space around AT, so that a whole word is shown and mended. */
static mtl_span word_around(const mtl_view *view, mtl_span at)
{
    const mtl_str text = view->doc->text;
    uint32_t from = at.at, to = mtl_span_end(at);
    while (from > view->block->text.at && at.at - from < LONGEST) {
        size_t before = from;
        const uint32_t code = mtl_utf8_prev(text, &before);
        if (mtl_char_kind(code) != MTL_CHAR_LETTER)
            break;
        from = (uint32_t)before;
    }
    while (to < mtl_span_end(view->block->text) && to - at.at < LONGEST) {
        size_t after = to, end = to;
        const uint32_t damaged = undecode(text, &end);
        const uint32_t code = mtl_utf8_next(text, &after);
        if (!damaged && mtl_char_kind(code) != MTL_CHAR_LETTER)
            break;
        to = (uint32_t)(damaged ? end : after);
    }
    return (mtl_span){from, to - from};
}

static void find_lost(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_span block = view->block->text;
    const mtl_str text = mtl_str_cut(view->doc->text, block);
    for (size_t at = mtl_str_find(text, replacement, 0); at != SIZE_MAX; at = mtl_str_find(text, replacement, at + replacement.n))
        mtl_emit(rule, sink, (mtl_span){block.at + (uint32_t)at, (uint32_t)replacement.n});
}

static void find_damaged(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_str text = view->doc->text;
    for (size_t i = view->block->text.at; i < mtl_span_end(view->block->text);) {
        if ((unsigned char)text.p[i] < 0xC3) {
            i++;
            continue;
        }
        size_t end = i;
        const uint32_t code = undecode((mtl_str){text.p, mtl_span_end(view->block->text)}, &end);
        if (!code) {
            mtl_utf8_next(text, &end);
            i = end;
            continue;
        }
        const mtl_span word = word_around(view, (mtl_span){(uint32_t)i, (uint32_t)(end - i)});
        const mtl_str fix = mended(mtl_str_cut(text, word), view->scratch);
        mtl_hit *hit = mtl_emit(rule, sink, word);
        mtl_hit_fix(hit, word, fix, mtl_str_find(fix, replacement, 0) == SIZE_MAX ? MTL_SAFE : MTL_UNSAFE);
        i = mtl_span_end(word);
    }
}

enum { WHAT_DAMAGED, WHAT_LOST };
static const char *const whats[] = {[WHAT_DAMAGED] = "damaged", [WHAT_LOST] = "lost", NULL};

typedef struct mojibake_params {
    uint32_t what;
} mojibake_params;

static const mtl_param params[] = {
    {"what", MTL_PARAM_CHOICE, offsetof(mojibake_params, what), true, "characters that can be decoded back, or lost ones", whats},
};

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    if (((const mojibake_params *)rule->params)->what == WHAT_LOST)
        find_lost(rule, view, sink);
    else
        find_damaged(rule, view, sink);
}

const mtl_check mtl_check_mojibake = {
    .name = "mojibake",
    .doc = "text decoded with the wrong encoding",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(mojibake_params),
    .run = run,
};
