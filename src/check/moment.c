/* moment.c: the kind "moment": times and dates written as in the United States: "10:30 p.m." where the day has 24 hours, "12/24/2024"
 * where the day comes first. A date is marked only where its numbers prove it: no month is the 24th. */
#include "rule/check.h"

#include <stddef.h>

enum { WHAT_CLOCK, WHAT_DATE };

typedef struct moment_params {
    uint32_t what;
} moment_params;

typedef struct place { /* token I of a block */
    const mtl_view *view;
    const mtl_lang *lang;
    const mtl_token *tokens;
    uint32_t i, end;
} place;

/* The number at byte *AT of FORM, at most two digits; *AT moves behind it. UINT32_MAX: there is none. */
static uint32_t take_number(mtl_str form, size_t *at)
{
    uint32_t value = 0;
    const size_t from = *at;
    for (; *at < form.n && form.p[*at] >= '0' && form.p[*at] <= '9'; (*at)++)
        value = value > 9999 ? value : value * 10 + (uint32_t)(form.p[*at] - '0');
    return *at == from || *at - from > 4 ? UINT32_MAX : value;
}

/* ---- clocks ---- */

typedef struct clock_time {
    uint32_t hour, minute;
    bool exact; /* with its minutes: nothing but a time */
    size_t length;
} clock_time;

/* "5", "10:30" or "10.30" at the head of FORM. */
static bool read_clock(mtl_str form, clock_time *out)
{
    *out = (clock_time){0};
    out->hour = take_number(form, &out->length);
    if (out->hour < 1 || out->hour > 12)
        return false;
    if (out->length < form.n && (form.p[out->length] == ':' || form.p[out->length] == '.')) {
        size_t at = out->length + 1;
        out->minute = take_number(form, &at);
        out->exact = at - out->length == 3;
        out->length = at;
        return out->exact && out->minute < 60;
    }
    return true;
}

/* "am" and "pm", in whatever case: 'a' or 'p'. */
static char half_of(mtl_str word)
{
    const char first = word.n ? (char)(word.p[0] | 0x20) : 0;
    return word.n == 2 && (first == 'a' || first == 'p') && (word.p[1] | 0x20) == 'm' ? first : 0;
}

/* "a.m." from token I on; *LAST is its last token. */
static char dotted_half(const place *p, uint32_t i, uint32_t *last)
{
    if (i + 2 >= p->end || p->tokens[i + 1].type->code != '.' || !mtl_token_is_glued(&p->tokens[i + 1]))
        return 0;
    const mtl_str a = p->tokens[i].type->form, m = p->tokens[i + 2].type->form;
    const char both[2] = {a.p[0], m.p[0]};
    if (a.n != 1 || m.n != 1 || !mtl_token_is_glued(&p->tokens[i + 2]))
        return 0;
    const bool stop = i + 3 < p->end && p->tokens[i + 3].type->code == '.' && mtl_token_is_glued(&p->tokens[i + 3]);
    *last = i + 2 + stop;
    return half_of((mtl_str){both, 2});
}

/* What half of the day stands behind the number, or 0. "am" apart from it may be a word of the language: "um 10:30 am Montag". */
static char find_half(const place *p, clock_time *t, uint32_t *last)
{
    const mtl_str form = p->tokens[p->i].type->form;
    *last = p->i;
    if (t->length < form.n)
        return half_of((mtl_str){form.p + t->length, form.n - t->length});
    if (p->i + 1 == p->end || (p->tokens[p->i + 1].flags & MTL_BREAK_BEFORE))
        return 0;
    const char dotted = dotted_half(p, p->i + 1, last);
    if (dotted) {
        t->exact = true;
        return dotted;
    }
    const mtl_token *next = &p->tokens[p->i + 1];
    *last = p->i + 1;
    const bool word = mtl_words_has(&p->lang->functions, next->type) && !(t->exact && next->type->letters == MTL_UPPER);
    return word || next->type->letters == MTL_CAPITAL ? 0 : half_of(next->type->form);
}

static void check_clock(const mtl_rule *rule, const place *p, mtl_sink *sink)
{
    const mtl_token *t = &p->tokens[p->i];
    clock_time time;
    uint32_t last;
    if (p->lang->half_days || mtl_lang_figures(p->lang)->half_days || !read_clock(t->type->form, &time))
        return;
    const char half = find_half(p, &time, &last);
    if (!half)
        return;
    const uint32_t hour = time.hour % 12 + (half == 'p' ? 12 : 0);
    const mtl_span whole = mtl_span_join(t->at, p->tokens[last].at);
    mtl_hit *hit = mtl_emit(rule, sink, whole);
    mtl_hit_fix(hit, whole, mtl_str_format(p->view->scratch, "%u:%02u", hour, time.minute), MTL_UNSAFE);
    mtl_hit_proof(hit, time.exact ? MTL_SURE : MTL_LIKELY);
}

/* ---- dates ---- */

/* "12/24/2024" from token I on: three numbers and two strokes, and no path around them. */
static bool is_american(const place *p)
{
    enum { PARTS = 5 };
    const mtl_token *t = &p->tokens[p->i];
    if (p->i + PARTS > p->end || (p->i > 0 && mtl_token_is_glued(t) && (t[-1].type->code == '/' || mtl_token_is_word(t - 1))))
        return false;
    for (uint32_t k = 1; k < PARTS; k++)
        if (!mtl_token_is_glued(&t[k]) || (k % 2 ? t[k].type->code != '/' : t[k].type->kind != MTL_NUMBER))
            return false;
    if (p->i + PARTS < p->end && mtl_token_is_glued(&t[PARTS]) && (t[PARTS].type->code == '/' || mtl_token_is_word(&t[PARTS])))
        return false;
    uint32_t values[3];
    for (uint32_t k = 0; k < 3; k++) {
        size_t at = 0;
        values[k] = take_number(t[2 * k].type->form, &at);
        if (at != t[2 * k].type->form.n)
            return false;
    }
    return values[0] >= 1 && values[0] <= 12 && values[1] > 12 && values[1] <= 31 && t[4].type->form.n == 4;
}

static mtl_str rewritten(const place *p, const mtl_figures *figures)
{
    const mtl_token *t = &p->tokens[p->i];
    mtl_str out = {0};
    for (uint32_t k = 0; k < 3; k++) {
        const mtl_str part = t[figures->date[k] == 'm' ? 0 : figures->date[k] == 'd' ? 2 : 4].type->form;
        out = mtl_str_format(p->view->scratch, "%.*s%.*s%.*s", MTL_FMT(out), k ? 1 : 0, &figures->date_mark, MTL_FMT(part));
    }
    return out;
}

static void check_date(const mtl_rule *rule, const place *p, mtl_sink *sink)
{
    const mtl_figures *figures = mtl_lang_figures(p->lang);
    if (figures->date[0] == 'm' || !figures->date[0] || !is_american(p))
        return;
    const mtl_span whole = mtl_span_join(p->tokens[p->i].at, p->tokens[p->i + 4].at);
    if (figures->date_mark)
        mtl_emit_fix(rule, sink, whole, rewritten(p, figures), MTL_SURE);
    else
        (void)mtl_emit(rule, sink, whole);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const moment_params *params = rule->params;
    place p = {view, view->lang, view->doc->tokens.items + view->block->first_token, 0, view->block->ntokens};
    if (!mtl_lang_figures(p.lang)->decimal)
        return;
    for (; p.i < p.end; p.i++) {
        const mtl_token *t = &p.tokens[p.i];
        if (t->type->form.p[0] < '0' || t->type->form.p[0] > '9' || (t->flags & MTL_IN_CODE))
            continue;
        (params->what == WHAT_CLOCK ? check_clock : check_date)(rule, &p, sink);
    }
}

static const char *const whats[] = {[WHAT_CLOCK] = "clock", [WHAT_DATE] = "date", NULL};

static const mtl_param params[] = {
    {"what", MTL_PARAM_CHOICE, offsetof(moment_params, what), true, "times of half days, or dates with the month first", whats},
};

const mtl_check mtl_check_moment = {
    .name = "moment",
    .doc = "times and dates written as in the United States",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(moment_params),
    .run = run,
};
