/* vtt.c: WebVTT, as the standard of the W3C has browsers read it. A cue ends with an empty line; what belongs to no cue is not
 * shown. Cues whose timing line is broken are read all the same, for their text was meant to be seen. */
#include "base/err.h"
#include "base/utf8.h"
#include "format/html_reference.h"
#include "format/reader.h"
#include "format/speech.h"

typedef enum place { IN_HEADER, BETWEEN, IN_NOTE, IN_CUE, IN_OTHER } place;

typedef struct file {
    mtl_str bytes;
    mtl_doc *doc;
    mtl_speech speech;
    place place;
    mtl_span held;  /* lines so far of the cue or comment that is open */
    uint32_t stray; /* where the first line begins that belongs to nothing; UINT32_MAX: there is none */
} file;

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* ---- markup ---- */

/* The colour among the classes "yellow.bg_black". */
static mtl_str colour_among(mtl_str classes)
{
    static const char *const colours[] = {"white", "lime", "cyan", "red", "yellow", "magenta", "blue", "black", "green"};
    for (size_t at = 0, end; at < classes.n; at = end + 1) {
        for (end = at; end < classes.n && classes.p[end] != '.';)
            end++;
        const mtl_str class = {classes.p + at, end - at};
        for (const char *const *c = colours; c < MTL_END(colours); c++)
            if (mtl_str_ends_alike(class, mtl_cstr(*c)) && !mtl_str_starts(class, MTL_LIT("bg_")))
                return mtl_speech_colour(class);
    }
    return (mtl_str){0};
}

typedef struct tag { /* "<name.classes note>" */
    mtl_str name, classes, note;
    bool closes;
} tag;

static tag read_tag(mtl_str s)
{
    tag t = {.closes = mtl_str_starts(s, MTL_LIT("/"))};
    size_t from = t.closes, at = from;
    while (at < s.n && s.p[at] != '.' && !is_white(s.p[at]))
        at++;
    t.name = (mtl_str){s.p + from, at - from};
    for (from = at < s.n && s.p[at] == '.' ? at + 1 : at, at = from; at < s.n && !is_white(s.p[at]);)
        at++;
    t.classes = (mtl_str){s.p + from, at - from};
    t.note = mtl_str_trim((mtl_str){s.p + at, s.n - at});
    return t;
}

static void take_tag(file *f, mtl_span at)
{
    static const char *const held[] = {"v", "c", "lang", "ruby", "rt"};
    const tag t = read_tag(mtl_str_cut(f->bytes, (mtl_span){at.at + 1, at.len - 2}));
    mtl_manner manner = f->speech.manner;
    if (mtl_str_is(t.name, "br"))
        mtl_speech_break(&f->speech, at);
    if (mtl_str_is(t.name, "v"))
        manner.voice = t.note;
    else if (mtl_str_is(t.name, "lang"))
        manner.lang = t.note;
    manner.colour = t.classes.n ? colour_among(t.classes) : manner.colour;
    manner.hidden |= mtl_str_is(t.name, "rt");
    for (const char *const *h = held; h < MTL_END(held); h++) {
        if (!mtl_str_is(t.name, *h))
            continue;
        if (t.closes)
            mtl_speech_close(&f->speech, t.name);
        else
            mtl_speech_open(&f->speech, t.name, manner);
    }
}

/* A tag that does not end takes the rest of the cue with it. */
static uint32_t take_tag_at(file *f, mtl_str rest, uint32_t at)
{
    const char *close = memchr(rest.p, '>', rest.n);
    if (!close)
        return (uint32_t)rest.n;
    const mtl_span whole = {at, (uint32_t)(close - rest.p) + 1};
    take_tag(f, whole);
    return whole.len;
}

static uint32_t take_reference_at(file *f, mtl_str rest, uint32_t at)
{
    mtl_html_reference r;
    mtl_html_reference_read(&r, rest, false);
    if (r.len && !mtl_str_is(r.meaning, "\xC2\xAD"))
        mtl_speech_put(&f->speech, (mtl_span){at, r.len}, r.meaning);
    return r.len;
}

static uint32_t take_line_end_at(file *f, mtl_str rest, uint32_t at)
{
    const uint32_t n = mtl_str_starts(rest, MTL_LIT("\r\n")) ? 2 : 1;
    mtl_speech_break(&f->speech, (mtl_span){at, n});
    return n;
}

static uint32_t take_override_at(file *f, mtl_str rest, uint32_t at)
{
    (void)f, (void)at;
    return mtl_cue_override_at(rest);
}

static uint32_t take_soft_hyphen_at(file *f, mtl_str rest, uint32_t at)
{
    (void)f, (void)at;
    return mtl_str_starts(rest, MTL_LIT("\xC2\xAD")) ? 2 : 0;
}

/* What a byte of a cue may begin: takes it and returns its bytes, or 0 where it is text. */
static uint32_t (*const takes[256])(file *, mtl_str, uint32_t) = {
    ['<'] = take_tag_at,       ['&'] = take_reference_at, ['\n'] = take_line_end_at,
    ['\r'] = take_line_end_at, ['{'] = take_override_at,  [0xC2] = take_soft_hyphen_at,
};

static void add_text(file *f, mtl_span text)
{
    const uint32_t end = mtl_span_end(text);
    uint32_t from = text.at;
    for (uint32_t at = from; at < end; at++) {
        uint32_t (*const take)(file *, mtl_str, uint32_t) = takes[(unsigned char)f->bytes.p[at]];
        if (!take)
            continue;
        mtl_speech_copy(&f->speech, (mtl_span){from, at - from});
        from = at;
        const uint32_t n = take(f, (mtl_str){f->bytes.p + at, end - at}, at);
        from += n;
        at += n ? n - 1 : 0;
    }
    mtl_speech_copy(&f->speech, (mtl_span){from, end - from});
}

/* ---- lines ---- */

static void end_held(file *f)
{
    if (f->held.len && f->place == IN_CUE)
        add_text(f, f->held);
    else if (f->held.len && f->place == IN_NOTE)
        mtl_doc_note(f->doc, f->held);
    f->held = (mtl_span){0, 0};
}

static void hold(file *f, mtl_span line)
{
    f->held = f->held.len ? mtl_span_join(f->held, line) : line;
}

/* "Language: de" */
static void read_header_line(file *f, mtl_str line)
{
    mtl_str key, value;
    if (!mtl_str_halves(line, ':', &key, &value) || !mtl_str_alike(mtl_str_trim(key), MTL_LIT("language")))
        return;
    value = mtl_str_trim(value);
    for (size_t i = 0; i < value.n; i++)
        if (is_white(value.p[i]))
            return;
    f->doc->lang = value;
}

static bool is_keyword(mtl_str line, mtl_str word)
{
    return mtl_str_starts(line, word) && (line.n == word.n || is_white(line.p[word.n]));
}

/* A block begins: a comment, a style sheet, a region, or the name of a cue. */
static place place_of(mtl_str line)
{
    return is_keyword(line, MTL_LIT("NOTE")) ? IN_NOTE : IN_OTHER;
}

static bool is_known(mtl_str line)
{
    return is_keyword(line, MTL_LIT("STYLE")) || is_keyword(line, MTL_LIT("REGION"));
}

static void take_line(file *f, mtl_span at, bool empty)
{
    const mtl_str line = mtl_str_cut(f->bytes, at);
    mtl_cue_time time;
    if (empty) {
        end_held(f);
        f->place = BETWEEN;
    } else if (line.n == 0) {
        return; /* white space does not end a cue */
    } else if (mtl_cue_is_timing(line, &time)) {
        end_held(f);
        f->place = IN_CUE;
        mtl_speech_cue_begin(&f->speech, time);
    } else if (mtl_str_find(line, MTL_LIT("-->"), 0) != SIZE_MAX) {
        end_held(f);
        f->place = IN_OTHER;
    } else if (f->place == IN_HEADER) {
        read_header_line(f, line);
    } else if (f->place == BETWEEN) {
        f->place = place_of(line);
        if (f->place == IN_OTHER && !is_known(line) && f->stray == UINT32_MAX)
            f->stray = at.at;
        hold(f, at);
    } else {
        hold(f, at);
    }
}

static uint32_t mark_length(mtl_str bytes)
{
    return mtl_str_starts(bytes, MTL_BOM) ? (uint32_t)MTL_BOM.n : 0;
}

static bool has_header(mtl_str bytes)
{
    const uint32_t mark = mark_length(bytes);
    return is_keyword((mtl_str){bytes.p + mark, bytes.n - mark}, MTL_LIT("WEBVTT"));
}

static void read_lines(file *f)
{
    uint32_t at = mark_length(f->bytes);
    const mtl_span header = mtl_cue_next_line(f->bytes, &at).at;
    const uint32_t word = (uint32_t)MTL_LIT("WEBVTT").n;
    if (header.len > word)
        mtl_doc_note(f->doc, (mtl_span){header.at + word, header.len - word});
    while (at < f->bytes.n) {
        const uint32_t from = at;
        const mtl_cue_line line = mtl_cue_next_line(f->bytes, &at);
        take_line(f, line.at, line.end.at == from);
    }
    end_held(f);
}

/* ---- the reader ---- */

static mtl_step fail(const mtl_reading *reading, uint32_t at, const char *why, mtl_err *err)
{
    const mtl_place where = mtl_source_place(reading->source, at, MTL_CODE_POINTS);
    mtl_fail(err, MTL_EFORMAT, reading->source->path, where.line, where.column, "%s", why);
    return MTL_STEP_ERROR;
}

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    const mtl_str bytes = reading->layer->bytes;
    const uint32_t mark = mark_length(bytes);
    if (reading->state)
        return MTL_STEP_END;
    reading->state = reading;
    if (mtl_str_trim((mtl_str){bytes.p + mark, bytes.n - mark}).n == 0)
        return MTL_STEP_DOCUMENT;
    if (!has_header(bytes))
        return fail(reading, mark, "no WebVTT: the first line does not begin with “WEBVTT”", err);
    file f = {.bytes = bytes, .doc = doc, .stray = UINT32_MAX};
    mtl_speech_init(&f.speech, doc, true);
    read_lines(&f);
    if (f.speech.cues.n == 0 && f.stray != UINT32_MAX)
        return fail(reading, f.stray, "no cue: no line says when to show this, as in “00:01.000 --> 00:03.500”", err);
    mtl_speech_write(&f.speech);
    return MTL_STEP_DOCUMENT;
}

static int sniff(mtl_str head)
{
    return has_header(head) ? 100 : 0;
}

static bool escape(mtl_str text, mtl_out *out)
{
    for (size_t i = 0; i < text.n; i++) {
        if (text.p[i] == '&')
            mtl_out_str(out, MTL_LIT("&amp;"));
        else if (text.p[i] == '<')
            mtl_out_str(out, MTL_LIT("&lt;"));
        else if (text.p[i] == '>')
            mtl_out_str(out, MTL_LIT("&gt;"));
        else
            mtl_out_char(out, text.p[i]);
    }
    return true;
}

static const char *const suffixes[] = {".vtt", ".webvtt", NULL};

const mtl_reader mtl_reader_vtt = {.name = "vtt",
                                   .doc = "subtitles, WebVTT",
                                   .sign = "its first word, WEBVTT",
                                   .text = "as in srt; no comments, no styles, no names of voices",
                                   .suffixes = suffixes,
                                   .sniff = sniff,
                                   .next = next,
                                   .escape = escape};
