/* srt.c: SubRip. No standard says what it is: the text is what players show. A cue is all that stands between its timing line and
 * the next one, blank lines among it; a number right before a timing line counts the cues. */
#include "base/err.h"
#include "base/utf8.h"
#include "format/reader.h"
#include "format/speech.h"

enum { LONGEST_TAG = 400 };

typedef struct file {
    mtl_str bytes;
    mtl_speech speech;
    uint32_t first; /* where the first line that is not blank begins */
    bool overrides; /* braces somewhere say how a text is to look: "{\\an8}" */
} file;

static bool is_name(char c)
{
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9');
}

/* ---- markup ---- */

/* The tags that players read; whatever else stands between angle brackets they show. */
static bool is_known(mtl_str name)
{
    static const char *const known[] = {"i", "b", "u",  "s", "em",   "strong", "font", "span",
                                        "c", "v", "br", "p", "ruby", "rt",     "sub",  "sup"};
    for (const char *const *k = known; k < MTL_END(known); k++)
        if (mtl_str_alike(name, mtl_cstr(*k)))
            return true;
    return false;
}

/* The value of "color=…" in a tag, without its quotation marks. */
static mtl_str colour_in(mtl_str tag)
{
    const size_t found = mtl_str_find(tag, MTL_LIT("color="), 0);
    if (found == SIZE_MAX)
        return (mtl_str){0};
    size_t from = found + MTL_LIT("color=").n;
    from += tag.p[from] == '"' || tag.p[from] == '\''; /* a tag ends in ">" */
    size_t end = from;
    while (end < tag.n && (is_name(tag.p[end]) || tag.p[end] == '#'))
        end++;
    return mtl_speech_colour((mtl_str){tag.p + from, end - from});
}

static void take_tag(file *f, mtl_span at, mtl_str name, bool closes)
{
    mtl_manner manner = f->speech.manner;
    if (mtl_str_alike(name, MTL_LIT("br"))) {
        mtl_speech_break(&f->speech, at);
    } else if (mtl_str_alike(name, MTL_LIT("font"))) {
        manner.colour = colour_in(mtl_str_cut(f->bytes, at));
        if (closes)
            mtl_speech_close(&f->speech, name);
        else
            mtl_speech_open(&f->speech, name, manner);
    }
}

/* Takes the tag that LINE, which begins at AT, begins with. Returns its bytes; 0: there is none. */
static uint32_t take_tag_at(file *f, mtl_str line, uint32_t at)
{
    const bool closes = line.n > 1 && line.p[1] == '/';
    size_t end = 1 + closes;
    while (end < line.n && is_name(line.p[end]))
        end++;
    const mtl_str name = {line.p + 1 + closes, end - 1 - closes};
    if (!is_known(name))
        return 0;
    const size_t rest = line.n - end;
    const char *close = memchr(line.p + end, '>', rest < LONGEST_TAG ? rest : LONGEST_TAG);
    if (!close)
        return 0;
    const mtl_span tag = {at, (uint32_t)(close - line.p) + 1};
    take_tag(f, tag, name, closes);
    return tag.len;
}

/* The bytes of "{…}" at the head of LINE; 0: it is text. Where a file says how its text is to look in such braces, several words in some are a remark,
 * which players hide; one word may stand for what a program puts in. */
static uint32_t braces_at(mtl_str line)
{
    const uint32_t override = mtl_cue_override_at(line);
    const char *close = memchr(line.p, '}', line.n < LONGEST_TAG ? line.n : LONGEST_TAG);
    const size_t held = close ? (size_t)(close - line.p) : 0;
    return override ? override : held && memchr(line.p + 1, ' ', held) ? (uint32_t)held + 1 : 0;
}

/* The bytes of the markup at AT, in a line that goes on to END. It is taken, and the text from FROM on before it. 0: it is text. */
static uint32_t take_markup(file *f, uint32_t from, uint32_t at, uint32_t end)
{
    const mtl_str rest = {f->bytes.p + at, end - at};
    mtl_speech_copy(&f->speech, (mtl_span){from, at - from});
    if (rest.p[0] == '<')
        return take_tag_at(f, rest, at);
    if (rest.p[0] == '{')
        return f->overrides ? braces_at(rest) : mtl_cue_override_at(rest);
    if (!mtl_str_starts(rest, MTL_LIT("\\N")))
        return 0;
    mtl_speech_break(&f->speech, (mtl_span){at, 2});
    return 2;
}

static void add_line(file *f, mtl_span line)
{
    const uint32_t end = mtl_span_end(line);
    uint32_t from = line.at;
    for (uint32_t at = from; at < end; at++) {
        const char c = f->bytes.p[at];
        if (c != '<' && c != '{' && c != '\\')
            continue;
        const uint32_t n = take_markup(f, from, at, end);
        from = at + n;
        at = n ? from - 1 : at;
    }
    mtl_speech_copy(&f->speech, (mtl_span){from, end - from});
}

/* ---- the reader ---- */

/* The line of digits that ends at AT counts the cue whose timing line follows. Behind a blank line some have another one before
 * that. */
static bool is_counter(mtl_str bytes, mtl_str line, uint32_t at, bool after_blank)
{
    enum { MOST_BLANKS = 2 };
    mtl_cue_time time;
    if (!mtl_cue_is_counter(line))
        return false;
    for (uint32_t blanks = 0; at < bytes.n; blanks++) {
        const mtl_cue_line next = mtl_cue_next_line(bytes, &at);
        if (next.at.len)
            return mtl_cue_is_timing(mtl_str_cut(bytes, next.at), &time);
        if (!after_blank || blanks == MOST_BLANKS)
            return false;
    }
    return false;
}

static void read_cues(file *f)
{
    bool after_blank = true;
    mtl_cue_time time;
    for (uint32_t at = mtl_str_starts(f->bytes, MTL_BOM) ? (uint32_t)MTL_BOM.n : 0; at < f->bytes.n;) {
        const mtl_cue_line line = mtl_cue_next_line(f->bytes, &at);
        const mtl_str text = mtl_str_cut(f->bytes, line.at);
        const bool blank = text.n == 0;
        if (!blank && f->first == UINT32_MAX)
            f->first = line.at.at;
        if (mtl_cue_is_timing(text, &time)) {
            mtl_speech_cue_begin(&f->speech, time);
        } else if (!blank && !is_counter(f->bytes, text, at, after_blank)) {
            add_line(f, line.at);
            mtl_speech_break(&f->speech, line.end);
        }
        after_blank = blank;
    }
}

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    if (reading->state)
        return MTL_STEP_END;
    reading->state = reading;
    file f = {.bytes = reading->layer->bytes, .first = UINT32_MAX};
    f.overrides = mtl_str_find(f.bytes, MTL_LIT("{\\"), 0) != SIZE_MAX;
    mtl_speech_init(&f.speech, doc, false);
    read_cues(&f);
    if (f.first != UINT32_MAX && f.speech.cues.n == 0) {
        const mtl_place place = mtl_source_place(reading->source, f.first, MTL_CODE_POINTS);
        mtl_fail(err, MTL_EFORMAT, reading->source->path, place.line, place.column,
                 "no SubRip: nowhere does a line say when to show a text, as in “00:00:01,000 --> 00:00:03,500”");
        return MTL_STEP_ERROR;
    }
    mtl_speech_write(&f.speech);
    return MTL_STEP_DOCUMENT;
}

/* A number and a timing line, or the latter alone. */
static int sniff(mtl_str head)
{
    uint32_t at = mtl_str_starts(head, MTL_BOM) ? (uint32_t)MTL_BOM.n : 0;
    mtl_cue_time time;
    bool counted = false;
    while (at < head.n) {
        const mtl_cue_line line = mtl_cue_next_line(head, &at);
        const mtl_str text = mtl_str_cut(head, line.at);
        if (text.n && mtl_cue_is_timing(text, &time) && time.known)
            return counted ? 95 : 80;
        if (text.n && (counted || !mtl_cue_is_counter(text)))
            return 0;
        counted |= text.n > 0;
    }
    return 0;
}

static const char *const suffixes[] = {".srt", NULL};

const mtl_reader mtl_reader_srt = {.name = "srt",
                                   .doc = "subtitles, SubRip",
                                   .sign = "a number, and the times of its first cue",
                                   .text = "what cues say, sentences over lines and cues joined; sounds in brackets apart",
                                   .suffixes = suffixes,
                                   .sniff = sniff,
                                   .next = next};
