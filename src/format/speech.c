#include "format/speech.h"

#include "base/limits.h"
#include "format/speech_line.h"

/* LONG_PAUSE, SHORT_PAUSE, MOMENT: milliseconds. A sentence does not go on behind a long pause; lines that roll up follow at once. */
enum { LONG_PAUSE = 3000, SHORT_PAUSE = 100, MOMENT = 200, MOST_ROLLED = 4, LONGEST_ASIDE = 200, MOST_QUOTED = 20 };

/* A run of text that one speaker says in one line, or what is heard beside. */
struct mtl_speech_unit {
    mtl_span at;        /* in the layer */
    uint32_t whole;     /* where it begins with the dash before it */
    uint32_t line, cue; /* their numbers */
    bool aside, song;
    bool dash; /* before it, and nothing else: another speaker, or a sentence goes on */
    bool turn; /* another speaker */
};

void mtl_speech_init(mtl_speech *s, mtl_doc *doc, bool collapses)
{
    *s = (mtl_speech){.doc = doc, .text = {.below = doc->layer, .arena = doc->arena}, .collapses = collapses};
}

static mtl_str bytes_of(const mtl_speech *s, mtl_span at)
{
    return (mtl_str){s->text.bytes.items + at.at, at.len};
}

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

/* ---- gathering ---- */

/* The line break behind the last line. Between two cues it stands nowhere in the file: nothing that mends a text may take away
 * what is between them. */
static void write_break(mtl_speech *s)
{
    const uint32_t reached = s->text.runs.n ? mtl_span_end(mtl_vec_last(&s->text.runs).below) : 0;
    if (s->lines.n == 0)
        return;
    mtl_vec_last(&s->lines).end = s->text.bytes.n;
    if (s->gap.len == 1 && s->doc->layer->bytes.p[s->gap.at] == '\n')
        mtl_layering_copy(&s->text, s->gap);
    else
        mtl_layering_put(&s->text, s->gap.len ? s->gap : (mtl_span){reached, 0}, MTL_LIT("\n"));
}

static void end_line(mtl_speech *s)
{
    mtl_speech_line *line = s->in_line ? &mtl_vec_last(&s->lines) : NULL;
    s->in_line = false;
    if (!line)
        return;
    line->at.len = s->text.bytes.n - line->at.at;
    while (line->at.len && is_white(s->text.bytes.items[mtl_span_end(line->at) - 1]))
        line->at.len--;
}

static void begin_line(mtl_speech *s, bool other_speaker)
{
    write_break(s);
    s->gap = (mtl_span){0, 0};
    s->in_line = true;
    mtl_vec_push(&s->lines, s->text.arena,
                 ((mtl_speech_line){.at = {s->text.bytes.n, 0}, .manner = s->manner, .other_speaker = other_speaker}));
    mtl_vec_last(&s->cues).nlines++;
}

/* Text comes now. Returns false where it is not wanted. */
static bool begin_text(mtl_speech *s)
{
    if (s->manner.hidden || s->cues.n == 0)
        return false;
    if (!s->in_line) {
        begin_line(s, false);
        return true;
    }
    mtl_speech_line *line = &mtl_vec_last(&s->lines);
    if (!mtl_str_same(line->manner.voice, s->manner.voice)) {
        end_line(s);
        begin_line(s, true);
        return true;
    }
    line->mixed |= !mtl_str_same(line->manner.colour, s->manner.colour) || !mtl_str_alike(line->manner.lang, s->manner.lang);
    return true;
}

static void add_white(mtl_speech *s, mtl_span src)
{
    if (!s->in_line || s->manner.hidden || src.len == 0)
        return;
    if (!s->collapses || (src.len == 1 && s->doc->layer->bytes.p[src.at] == ' ' && !is_white(mtl_vec_last(&s->text.bytes))))
        mtl_layering_copy(&s->text, src);
    else if (!is_white(mtl_vec_last(&s->text.bytes)))
        mtl_layering_put(&s->text, src, MTL_LIT(" "));
}

void mtl_speech_cue_begin(mtl_speech *s, mtl_cue_time time)
{
    end_line(s);
    s->gap = (mtl_span){0, 0};
    s->tags.n = s->beyond = 0;
    s->manner = (mtl_manner){0};
    mtl_vec_push(&s->cues, s->text.arena, ((mtl_speech_cue){time, s->lines.n, 0}));
}

void mtl_speech_copy(mtl_speech *s, mtl_span src)
{
    const char *p = s->doc->layer->bytes.p;
    for (uint32_t at = src.at, from; at < mtl_span_end(src);) {
        for (from = at; at < mtl_span_end(src) && is_white(p[at]);)
            at++;
        add_white(s, (mtl_span){from, at - from});
        for (from = at; at < mtl_span_end(src) && !is_white(p[at]);)
            at++;
        if (at > from && begin_text(s))
            mtl_layering_copy(&s->text, (mtl_span){from, at - from});
    }
}

void mtl_speech_put(mtl_speech *s, mtl_span src, mtl_str text)
{
    if (begin_text(s))
        mtl_layering_put(&s->text, src, text);
}

void mtl_speech_break(mtl_speech *s, mtl_span src)
{
    if (s->in_line)
        s->gap = src;
    end_line(s);
}

void mtl_speech_open(mtl_speech *s, mtl_str name, mtl_manner manner)
{
    if (s->tags.n < MTL_MAX_NESTING && s->beyond == 0) {
        mtl_vec_push(&s->tags, s->text.arena, ((mtl_speech_tag){name, s->manner}));
        s->manner = manner;
    } else {
        s->beyond++;
    }
}

void mtl_speech_close(mtl_speech *s, mtl_str name)
{
    if (s->beyond) {
        s->beyond--;
        return;
    }
    for (uint32_t i = s->tags.n; i > 0; i--)
        if (mtl_str_alike(s->tags.items[i - 1].name, name)) {
            s->manner = s->tags.items[i - 1].outer;
            s->tags.n = i - 1;
            return;
        }
}

mtl_str mtl_speech_colour(mtl_str colour)
{
    static const char *const whites[] = {"white", "#ffffff", "#fff", "ffffff", "#ffffffff"};
    for (const char *const *white = whites; white < MTL_END(whites); white++)
        if (mtl_str_alike(colour, mtl_cstr(*white)))
            return (mtl_str){0};
    return colour;
}

/* ---- lines that were there before ---- */

static bool is_same_line(const mtl_speech *s, uint32_t a, uint32_t b)
{
    return mtl_str_same(bytes_of(s, s->lines.items[a].at), bytes_of(s, s->lines.items[b].at));
}

/* How many lines at the head of cue I are the last ones of the cue before it: captions that roll up show each line again while the
 * next one comes. Somebody who says the same twice is shown later, or not for a moment only. */
static uint32_t rolled_lines(const mtl_speech *s, uint32_t i)
{
    const mtl_speech_cue *cue = &s->cues.items[i], *last = i ? cue - 1 : NULL;
    if (!last || !cue->time.known || !last->time.known || cue->time.start > last->time.end + SHORT_PAUSE ||
        cue->time.start < last->time.start)
        return 0;
    const bool fleeting =
        cue->time.end < cue->time.start + MOMENT || last->time.end < last->time.start + MOMENT || cue->time.start < last->time.end;
    const uint32_t fewer = cue->nlines < last->nlines ? cue->nlines : last->nlines;
    for (uint32_t n = fewer < MOST_ROLLED ? fewer : MOST_ROLLED; n > 0; n--) {
        uint32_t same = 0;
        while (same < n && is_same_line(s, last->first_line + last->nlines - n + same, cue->first_line + same))
            same++;
        if (same == n && (n < cue->nlines || fleeting))
            return n;
    }
    return 0;
}

/* ---- units ---- */

typedef struct cutting { /* lines being cut into units */
    mtl_speech *s;
    uint32_t cue, line;
    uint32_t end;    /* of the cue, in the layer */
    uint32_t behind; /* of what is heard beside, which may be longer than a line */
    uint32_t said;   /* the number of the last unit that is text, counted from 1 */
    bool turn, singing, dashed;
} cutting;

/* Nothing, or no-break spaces: they keep a line empty. */
static bool is_blank(mtl_str text)
{
    static const mtl_str no_break = {"\xC2\xA0", 2};
    size_t at = 0;
    while (mtl_str_starts((mtl_str){text.p + at, text.n - at}, no_break))
        at += no_break.n;
    return at == text.n;
}

static void add_unit(cutting *c, mtl_span at, bool aside, uint32_t whole, bool dash)
{
    mtl_speech *s = c->s;
    while (at.len && is_white(s->text.bytes.items[at.at]))
        at.at++, at.len--;
    while (at.len && is_white(s->text.bytes.items[mtl_span_end(at) - 1]))
        at.len--;
    if (is_blank(bytes_of(s, at)))
        return;
    mtl_vec_push(&s->units, s->text.arena,
                 ((mtl_speech_unit){.at = at,
                                    .whole = dash && whole < at.at ? whole : at.at,
                                    .line = c->line,
                                    .cue = c->cue,
                                    .aside = aside,
                                    .song = !aside && c->singing,
                                    .dash = dash,
                                    .turn = !aside && (c->turn || mtl_speech_has_label(bytes_of(s, at)))}));
    c->turn &= aside;
    c->said = aside ? c->said : s->units.n;
}

/* The last sentence that somebody said is over, or there is none near. */
static bool is_over(const cutting *c)
{
    const mtl_speech_unit *last = c->said ? &c->s->units.items[c->said - 1] : NULL;
    return !last || last->cue + 1 < c->cue || mtl_speech_ends(bytes_of(c->s, last->at)) == MTL_SPEECH_STOP;
}

/* "[1]" is a note's number. */
static bool has_letter(const char *from, const char *end)
{
    for (; from < end; from++)
        if ((unsigned char)*from >= 0x80 || ((*from | 0x20) >= 'a' && (*from | 0x20) <= 'z'))
            return true;
    return false;
}

/* The bytes of what is heard beside, if that begins with the bracket at AT of LINE, whose text goes on at FROM; 0: the bracket is
 * text. Square brackets hold nothing else. Round ones hold what a sentence adds, too, but not where they fill lines, or no
 * sentence is open. */
static uint32_t aside_at(const cutting *c, mtl_span line, uint32_t from, uint32_t at)
{
    const char *p = c->s->text.bytes.items, open = p[at];
    if ((open != '[' && open != '(') || (at > from && !is_white(p[at - 1])))
        return 0;
    const uint32_t most = c->end - at < LONGEST_ASIDE ? c->end - at : LONGEST_ASIDE;
    const char *close = memchr(p + at, open == '[' ? ']' : ')', most);
    const uint32_t end = close ? (uint32_t)(close - p) + 1 : 0;
    if (!close || (end < c->end && !is_white(p[end])) || !has_letter(p + at, close))
        return 0;
    const bool ends_line = end >= mtl_span_end(line) || p[end] == '\n';
    if (open == '[' || (at == from && (ends_line || c->turn || c->dashed || is_over(c))))
        return end - at;
    return ends_line && at > from && mtl_speech_ends((mtl_str){p + from, at - from}) == MTL_SPEECH_STOP ? end - at : 0;
}

/* "- Ja. - Nein.", ">> Ja. >> Nein.": the bytes of the mark of the second speaker. */
static uint32_t second_mark_at(const cutting *c, uint32_t from, uint32_t at, uint32_t end)
{
    const char *p = c->s->text.bytes.items;
    mtl_speech_mark mark;
    if (at == from || p[at - 1] != ' ')
        return 0;
    const uint32_t n = mtl_speech_mark_at((mtl_str){p + at, end - at}, &mark);
    if (mark == MTL_SPEECH_ARROWS)
        return n;
    if (mark == MTL_SPEECH_NO_MARK || !c->dashed || !is_white(p[at + n - 1]))
        return 0;
    return mtl_speech_ends((mtl_str){p + from, at - from}) == MTL_SPEECH_STOP ? n : 0;
}

/* Cuts the text FROM END of LINE; WHOLE is where it begins with its dash. */
static void cut_text(cutting *c, mtl_span line, uint32_t from, uint32_t end, uint32_t whole)
{
    bool dash = c->dashed;
    for (uint32_t at = from; at < end; at++) {
        const uint32_t aside = aside_at(c, line, from, at), second = aside ? 0 : second_mark_at(c, from, at, end);
        if (!aside && !second)
            continue;
        if (aside && at == from)
            c->turn |= dash;
        add_unit(c, (mtl_span){from, at - from}, false, whole, dash);
        if (aside)
            add_unit(c, (mtl_span){at, aside}, true, at, false);
        c->turn |= second > 0;
        dash = false;
        from = whole = at + aside + second;
        at = from - 1;
    }
    c->behind = from;
    if (from < end)
        add_unit(c, (mtl_span){from, end - from}, false, whole, dash);
}

static void cut_line(cutting *c)
{
    const mtl_speech_line *line = &c->s->lines.items[c->line];
    const bool cut = c->behind > line->at.at;
    uint32_t from = cut ? c->behind : line->at.at, end = mtl_span_end(line->at), whole = from;
    mtl_speech_mark mark = MTL_SPEECH_NO_MARK;
    if (from >= end)
        return;
    if (!cut)
        from += mtl_speech_mark_at(bytes_of(c->s, line->at), &mark);
    c->dashed = mark == MTL_SPEECH_DASH;
    c->turn |= mark == MTL_SPEECH_ARROWS || line->other_speaker;
    const uint32_t before = mtl_speech_notes_at(bytes_of(c->s, (mtl_span){from, end - from}));
    from += before;
    whole = before || mark != MTL_SPEECH_DASH ? from : whole;
    const uint32_t behind = mtl_speech_notes_before_end(bytes_of(c->s, (mtl_span){from, end - from}));
    c->singing |= before || behind;
    cut_text(c, line->at, from, end - behind, whole);
    c->singing &= !behind;
}

static void cut_cues(mtl_speech *s)
{
    cutting c = {.s = s};
    for (c.cue = 0; c.cue < s->cues.n; c.cue++) {
        const mtl_speech_cue *cue = &s->cues.items[c.cue];
        const uint32_t end = cue->first_line + cue->nlines;
        c.turn = c.singing = false;
        c.end = cue->nlines ? mtl_span_end(s->lines.items[end - 1].at) : 0;
        for (c.line = cue->first_line + rolled_lines(s, c.cue); c.line < end; c.line++)
            cut_line(&c);
    }
}

/* ---- paragraphs ---- */

typedef struct flow {
    mtl_speech *s;
    bool unstopped;          /* sentences end without a mark here: a capital begins one */
    bool coloured;           /* a speaker has a colour here; otherwise words have */
    uint32_t quotes, quoted; /* marks of quotations in the open block; how many cues went on because one was open */
} flow;

static bool is_other_speaker(const flow *f, const mtl_speech_unit *last, const mtl_speech_unit *unit)
{
    const mtl_speech *s = f->s;
    const mtl_speech_line *a = &s->lines.items[last->line], *b = &s->lines.items[unit->line];
    if (a->manner.voice.n && b->manner.voice.n && !mtl_str_same(a->manner.voice, b->manner.voice))
        return true;
    return f->coloured && last->line != unit->line && !a->mixed && !b->mixed && !mtl_str_alike(a->manner.colour, b->manner.colour);
}

static mtl_str lang_of(const mtl_speech *s, const mtl_speech_unit *unit)
{
    const mtl_speech_line *line = &s->lines.items[unit->line];
    return line->mixed || mtl_str_alike(line->manner.lang, s->doc->lang) ? (mtl_str){0} : line->manner.lang;
}

static bool is_after_pause(const mtl_speech *s, const mtl_speech_unit *last, const mtl_speech_unit *unit)
{
    const mtl_cue_time a = s->cues.items[last->cue].time, b = s->cues.items[unit->cue].time;
    return a.known && b.known && (b.start < a.start || b.start > a.end + LONG_PAUSE);
}

/* In the midst of a sentence: no mark that ends one stands before UNIT, and no capital at its head. */
static bool is_within(const mtl_speech *s, const mtl_speech_unit *last, const mtl_speech_unit *unit)
{
    return mtl_speech_ends(bytes_of(s, last->at)) < MTL_SPEECH_CUT && mtl_speech_begins(bytes_of(s, unit->at)) == MTL_SPEECH_SMALL;
}

/* A sentence may go on from words of another language, or to them, but not from one to the other. */
static bool is_other_language(const mtl_speech *s, const mtl_speech_unit *last, const mtl_speech_unit *unit, bool within)
{
    const mtl_str a = lang_of(s, last), b = lang_of(s, unit);
    return !mtl_str_alike(a, b) && !(within && (a.n == 0 || b.n == 0));
}

/* What LAST says may go on with UNIT, as far as time and speaker go. */
static bool may_go_on(const flow *f, const mtl_speech_unit *last, const mtl_speech_unit *unit)
{
    const bool within = is_within(f->s, last, unit);
    if (unit->turn || (unit->dash && !(within && unit->whole < unit->at.at)))
        return false;
    return last->song == unit->song && !is_other_speaker(f, last, unit) && !is_other_language(f->s, last, unit, within) &&
           !is_after_pause(f->s, last, unit);
}

static bool joins(const flow *f, const mtl_speech_unit *last, const mtl_speech_unit *unit)
{
    const mtl_str text = bytes_of(f->s, unit->at);
    const mtl_speech_end end = mtl_speech_ends(bytes_of(f->s, last->at));
    const mtl_speech_head head = mtl_speech_begins(text);
    if (!may_go_on(f, last, unit))
        return false;
    if (last->line == unit->line || head == MTL_SPEECH_SMALL)
        return true;
    if (unit->song)
        return false; /* a verse */
    if (end == MTL_SPEECH_OPEN && head == MTL_SPEECH_CAPITAL && f->unstopped)
        return false;
    if (last->cue == unit->cue || end < MTL_SPEECH_CUT)
        return true;
    return (end == MTL_SPEECH_CUT && mtl_speech_dots_at(text) > 0) || (f->quotes % 2 && f->quoted < MOST_QUOTED);
}

/* Many write subtitles without full stops. Then nearly every cue that ends in a word is followed by a capital, where otherwise
 * most are followed by the rest of their sentence. */
static bool is_unstopped(const mtl_speech *s)
{
    enum { LEAST = 5, TIMES = 4 };
    uint32_t capitals = 0, small = 0;
    const mtl_speech_unit *last = NULL;
    for (const mtl_speech_unit *u = s->units.items; u < s->units.items + s->units.n; u++) {
        if (u->aside)
            continue;
        if (last && last->cue != u->cue && !u->song && !last->song && mtl_speech_ends(bytes_of(s, last->at)) == MTL_SPEECH_OPEN) {
            const mtl_speech_head head = mtl_speech_begins(bytes_of(s, u->at));
            capitals += head == MTL_SPEECH_CAPITAL;
            small += head == MTL_SPEECH_SMALL;
        }
        last = u;
    }
    return capitals >= LEAST && capitals >= small * TIMES;
}

/* Lines have colours, and hardly any has two. */
static bool is_coloured(const mtl_speech *s)
{
    enum { TIMES = 2 };
    uint32_t coloured = 0, mixed = 0;
    for (const mtl_speech_line *line = s->lines.items; line < s->lines.items + s->lines.n; line++) {
        coloured += !line->mixed && line->manner.colour.n;
        mixed += line->mixed;
    }
    return coloured > mixed * TIMES;
}

static void end_block(mtl_speech *s)
{
    if (s->doc->open)
        mtl_doc_close(s->doc);
}

/* A line ends where the picture did: to what reads it that is a space. But a hyphen may part a word there, and dots begin a line
 * without one before them. */
static void join_lines(mtl_speech *s, const mtl_speech_unit *last, mtl_str rest)
{
    const mtl_span line_break = {s->lines.items[last->line].end, 1};
    if (mtl_speech_ends(bytes_of(s, last->at)) == MTL_SPEECH_CUT || mtl_speech_dots_at(rest))
        mtl_doc_copy(s->doc, line_break);
    else
        mtl_doc_put(s->doc, line_break, MTL_LIT(" "));
}

/* Of dots at the end of one cue and at the beginning of the next the first say enough. */
static void join(mtl_speech *s, const mtl_speech_unit *last, const mtl_speech_unit *unit)
{
    mtl_span rest = {unit->whole, mtl_span_end(unit->at) - unit->whole};
    const uint32_t dots = last->cue != unit->cue ? mtl_speech_dots_at(bytes_of(s, rest)) : 0;
    rest = (mtl_span){rest.at + dots, rest.len - dots};
    if (last->line == unit->line)
        mtl_doc_copy(s->doc, (mtl_span){unit->whole - 1, 1});
    else
        join_lines(s, last, bytes_of(s, rest));
    mtl_doc_copy(s->doc, rest);
}

static void write_unit(flow *f, const mtl_speech_unit *last, const mtl_speech_unit *unit)
{
    mtl_speech *s = f->s;
    const bool goes_on = s->doc->open && joins(f, last, unit);
    f->quoted = goes_on && f->quotes % 2 ? f->quoted + (last->cue != unit->cue) : 0;
    f->quotes = (goes_on ? f->quotes : 0) + mtl_speech_count_quotes(bytes_of(s, unit->at));
    if (goes_on) {
        join(s, last, unit);
        if (!mtl_str_alike(mtl_vec_last(&s->doc->blocks).lang, lang_of(s, unit)))
            mtl_vec_last(&s->doc->blocks).lang = (mtl_str){0};
        return;
    }
    end_block(s);
    mtl_doc_open(s->doc, MTL_PARAGRAPH, MTL_TARGET, lang_of(s, unit));
    mtl_doc_copy(s->doc, unit->at);
}

static void write_speech(mtl_speech *s)
{
    flow f = {.s = s, .unstopped = is_unstopped(s), .coloured = is_coloured(s)};
    const mtl_speech_unit *last = NULL;
    for (const mtl_speech_unit *u = s->units.items; u < s->units.items + s->units.n; u++) {
        if (u->aside)
            continue;
        write_unit(&f, last, u);
        last = u;
    }
    end_block(s);
}

/* Behind all that is said, for a quotation, a paragraph goes on over them. */
static void write_asides(mtl_speech *s)
{
    for (const mtl_speech_unit *u = s->units.items; u < s->units.items + s->units.n; u++) {
        if (!u->aside)
            continue;
        mtl_doc_open(s->doc, MTL_PARAGRAPH, MTL_TARGET, (mtl_str){0});
        mtl_vec_last(&s->doc->blocks).furniture = true;
        mtl_doc_copy(s->doc, u->at);
        mtl_doc_close(s->doc);
    }
}

void mtl_speech_write(mtl_speech *s)
{
    const mtl_layer *below = s->doc->layer;
    end_line(s);
    s->gap = (mtl_span){0, 0};
    write_break(s);
    cut_cues(s);
    s->doc->layer = mtl_layering_done(&s->text, NULL);
    write_speech(s);
    write_asides(s);
    s->doc->layer = below;
}
