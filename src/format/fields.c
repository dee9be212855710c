#include "format/fields.h"

#include "base/utf8.h"
#include "format/html.h"
#include "format/html_guess.h"
#include "format/html_said.h"
#include "format/markdown.h"
#include "format/plain.h"

/* ---- names ---- */

static const struct name {
    const char *word;
    mtl_field is;
} names[] = {
#define FIELD(word, is) {word, MTL_FIELD_##is},
#include "format/fields.def"
#undef FIELD
};

/* What says how a text is written, not which it is: "content_html", "title.rendered"; besides, what is as short as "de" and unknown. */
static const char *const forms[] = {"html", "rendered", "processed", "markdown", "plain", "value"};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* The last word of NAME before *END, which moves before it: cut at signs and where a capital follows a small letter. */
static mtl_str last_word(mtl_str name, size_t *end)
{
    size_t to = *end;
    while (to > 0 && !is_letter(name.p[to - 1]))
        to--;
    size_t from = to;
    while (from > 0 && is_letter(name.p[from - 1])) {
        from--;
        if (is_capital(name.p[from]) && from > 0 && is_letter(name.p[from - 1]) && !is_capital(name.p[from - 1]))
            break;
    }
    *end = from;
    return (mtl_str){name.p + from, to - from};
}

static mtl_field field_of_word(mtl_str word)
{
    for (const struct name *n = names; n < MTL_END(names); n++)
        if (mtl_str_alike(word, mtl_cstr(n->word)))
            return n->is;
    return MTL_FIELD_UNKNOWN;
}

static bool is_form(mtl_str word)
{
    enum { SHORTEST = 3 };
    for (const char *const *form = forms; form < MTL_END(forms); form++)
        if (mtl_str_alike(word, mtl_cstr(*form)))
            return true;
    return word.n <= SHORTEST && field_of_word(word) == MTL_FIELD_UNKNOWN;
}

/* NAME, a part of a path before its last, says that what is in it repeats what stands elsewhere, with the words that were searched for. */
static bool is_of_search(mtl_str name)
{
    size_t end = name.n;
    mtl_str word = last_word(name, &end);
    if (mtl_str_alike(word, MTL_LIT("result")) && end > 0)
        word = last_word(name, &end);
    return mtl_str_alike(word, MTL_LIT("highlight"));
}

/* NAME, a part of a path, says that what is in it is not the translation: "source_text", "sourceLang"; but "_source" says nothing. */
static bool is_of_source(mtl_str name)
{
    if (mtl_str_starts(name, MTL_LIT("_")))
        return false;
    for (size_t end = name.n; end > 0;) {
        const mtl_str word = last_word(name, &end);
        if (mtl_str_alike(word, MTL_LIT("source")) || mtl_str_alike(word, MTL_LIT("src")) ||
            mtl_str_alike(word, MTL_LIT("original")))
            return true;
    }
    return false;
}

/* The last part of PATH before *END, which moves before it. */
static mtl_str last_part(mtl_str path, size_t *end)
{
    const size_t to = *end;
    size_t from = to;
    while (from > 0 && path.p[from - 1] != '.')
        from--;
    *end = from ? from - 1 : 0;
    return (mtl_str){path.p + from, to - from};
}

/* What some word of PATH says that is no text: what nobody knows in "authors.name" or "authorDisplayName" is none either. */
static bool is_in_none(mtl_str path)
{
    for (size_t end = path.n; end > 0;)
        if (field_of_word(last_word(path, &end)) == MTL_FIELD_NONE)
            return true;
    return false;
}

static mtl_field field_called(mtl_str path)
{
    for (size_t end = path.n; end > 0;) {
        const bool last = end == path.n;
        const mtl_str part = last_part(path, &end);
        if (is_of_source(part) || (!last && is_of_search(part)))
            return MTL_FIELD_NONE;
    }
    size_t end = path.n;
    mtl_str word = last_word(path, &end);
    while (is_form(word) && end > 0)
        word = last_word(path, &end);
    const mtl_field is = field_of_word(word);
    return is == MTL_FIELD_UNKNOWN && is_in_none(path) ? MTL_FIELD_NONE : is;
}

/* PATH is NAME, or has it between full stops: what stands in a field is the field's. */
static bool is_called(mtl_str path, mtl_str name)
{
    for (size_t at = 0; (at = mtl_str_find(path, name, at)) != SIZE_MAX; at++) {
        const size_t end = at + name.n;
        if ((at == 0 || path.p[at - 1] == '.') && (end == path.n || path.p[end] == '.'))
            return true;
    }
    return false;
}

mtl_field mtl_field_of(const mtl_fields *fields, mtl_str path)
{
    const mtl_field guess = field_called(path);
    if (fields && fields->lang && is_called(path, mtl_cstr(fields->lang)))
        return MTL_FIELD_LANG;
    if (fields && fields->lang && guess == MTL_FIELD_LANG)
        return MTL_FIELD_NONE;
    if (!fields || fields->n == 0)
        return guess;
    for (size_t i = 0; i < fields->n; i++)
        if (is_called(path, mtl_cstr(fields->names[i])))
            return guess == MTL_FIELD_TITLE ? MTL_FIELD_TITLE : MTL_FIELD_TEXT;
    return mtl_field_is_text(guess) || guess == MTL_FIELD_UNKNOWN ? MTL_FIELD_NONE : guess;
}

bool mtl_field_is_markdown(mtl_str path)
{
    static const char *const words[] = {"markdown", "md", "mdx", "mdown"};
    size_t end = path.n;
    const mtl_str last = last_word(path, &end);
    for (const char *const *word = words; word < MTL_END(words); word++)
        if (mtl_str_alike(last, mtl_cstr(*word)))
            return true;
    return false;
}

bool mtl_field_may_be_language(mtl_str name)
{
    enum { LETTERS = 3 };
    size_t small = 0;
    while (small < name.n && name.p[small] >= 'a' && name.p[small] <= 'z')
        small++;
    return small == LETTERS && small == name.n && field_of_word(name) == MTL_FIELD_UNKNOWN;
}

bool mtl_field_is_language(mtl_str name)
{
    enum { LANGUAGE = 2, LONGEST = 7 };
    size_t small = 0;
    while (small < name.n && name.p[small] >= 'a' && name.p[small] <= 'z')
        small++;
    const bool region = small < name.n && (name.p[small] == '-' || name.p[small] == '_') && name.n - small > LANGUAGE;
    return (small == LANGUAGE || small == LANGUAGE + 1) && name.n <= LONGEST && (small == name.n ? small == LANGUAGE : region) &&
           field_of_word((mtl_str){name.p, small}) == MTL_FIELD_UNKNOWN;
}

/* ---- values ---- */

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

typedef struct shape {
    size_t words;   /* of letters, with marks before and behind */
    size_t small;   /* of them, that begin with a small letter */
    size_t others;  /* what else stands between spaces */
    size_t distant; /* characters of scripts without spaces */
} shape;

/* The word at AT, and whether it is one: letters, an apostrophe or a hyphen inside, marks at its ends. */
static size_t word_end(mtl_str s, size_t at, bool *word)
{
    static const char marks[] = "'-.,;:!?()\"*/%&", inside[] = "'-./";
    size_t end = at, letters = 0, strange = 0;
    for (; end < s.n && !is_space(s.p[end]); end++) {
        const bool letter = is_letter(s.p[end]);
        letters += letter;
        strange += !letter && !strchr(marks, s.p[end]) && !(s.p[end] >= '0' && s.p[end] <= '9');
    }
    bool glued = false; /* letters on both sides of what parts words */
    for (size_t i = at + 1; i + 1 < end && !glued; i++)
        glued = !is_letter(s.p[i]) && !strchr(inside, s.p[i]) && is_letter(s.p[i - 1]) && is_letter(s.p[i + 1]);
    *word = letters > 0 && strange == 0 && !glued;
    return end;
}

static shape shape_of(mtl_str s)
{
    enum { LOOKED_AT = 2000 };
    shape is = {0};
    const mtl_str head = {s.p, s.n < LOOKED_AT ? s.n : LOOKED_AT};
    for (size_t at = 0; at < head.n;) {
        if (is_space(head.p[at])) {
            at++;
            continue;
        }
        bool word;
        const size_t from = at;
        at = word_end(head, at, &word);
        is.words += word;
        is.others += !word;
        is.small += word && ((head.p[from] >= 'a' && head.p[from] <= 'z') || (unsigned char)head.p[from] >= 0x80);
    }
    for (size_t at = 0; at < head.n;) {
        const uint32_t c = mtl_utf8_next(head, &at);
        is.distant += (c >= 0x0E00 && c < 0x0E80) || (c >= 0x1000 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800) ||
                      (c >= 0x3040 && c < 0xA000);
    }
    return is;
}

static bool is_colour(mtl_str value)
{
    size_t digits = 1;
    while (digits < value.n && strchr("0123456789abcdefABCDEF", value.p[digits]) && value.p[digits])
        digits++;
    return value.n > 3 && value.p[0] == '#' && digits == value.n;
}

static bool is_address(mtl_str value)
{
    size_t at = 0;
    while (at < value.n && !is_space(value.p[at]))
        at++;
    if (at < value.n || mtl_str_find(value, MTL_LIT("<"), 0) != SIZE_MAX)
        return false;
    return mtl_str_find(value, MTL_LIT("://"), 0) != SIZE_MAX || mtl_str_find(value, MTL_LIT("/"), 0) != SIZE_MAX ||
           mtl_str_find(value, MTL_LIT("@"), 0) != SIZE_MAX || mtl_str_find(value, MTL_LIT("_"), 0) != SIZE_MAX;
}

bool mtl_field_says(mtl_str value)
{
    bool letters = false;
    for (size_t i = 0; i < value.n && !letters; i++)
        letters = is_letter(value.p[i]);
    /* "2026-11-22T10:00:00Z" has letters, too. */
    const bool moment = value.n > 8 && value.p[0] >= '0' && value.p[0] <= '9' && value.p[4] == '-' && value.p[7] == '-';
    return letters && !moment && !is_address(mtl_str_trim(value)) && !is_colour(mtl_str_trim(value));
}

bool mtl_field_is_prose(mtl_str value)
{
    enum { WORDS = 3, DISTANT = 8 };
    if (!mtl_field_says(value))
        return false;
    const shape is = shape_of(value);
    return is.distant >= DISTANT || (is.words >= WORDS && is.small > 0 && is.words >= 4 * is.others);
}

bool mtl_field_is_html(mtl_str value, mtl_arena *arena)
{
    return mtl_html_guess_of(value, arena) != MTL_HTML_NONE;
}

/* TEXT is written in Markdown: two things of it stand there that nobody writes by chance, or a block of code below something else. A text that
 * stands in one as a whole is what a machine answered. */
static bool is_markdown(mtl_str text)
{
    enum { CODE = 1, HEADING = 2, LINK = 4, BOLD = 8 };
    unsigned found = 0;
    for (size_t at = 0; at < text.n;) {
        const char *newline = memchr(text.p + at, '\n', text.n - at);
        const mtl_str line = {text.p + at, newline ? (size_t)(newline - text.p) - at : text.n - at};
        const size_t bold = mtl_str_find(line, MTL_LIT("**"), 0);
        found |= at > 0 && mtl_str_starts(line, MTL_LIT("```")) && !mtl_str_starts(text, MTL_LIT("```")) ? CODE : 0;
        found |= mtl_str_starts(line, MTL_LIT("# ")) || mtl_str_starts(line, MTL_LIT("## ")) ? HEADING : 0;
        found |=
            mtl_str_find(line, MTL_LIT("](http"), 0) != SIZE_MAX || mtl_str_find(line, MTL_LIT("](/"), 0) != SIZE_MAX ? LINK : 0;
        found |= bold != SIZE_MAX && mtl_str_find(line, MTL_LIT("**"), bold + 2) != SIZE_MAX ? BOLD : 0;
        at += line.n + 1;
    }
    return found & CODE || (found & (found - 1)) != 0;
}

/* ---- reading ---- */

static void read_title(mtl_doc *doc)
{
    const mtl_str all = doc->layer->bytes, text = mtl_str_trim(all);
    const mtl_span at = {text.n ? (uint32_t)(text.p - all.p) : 0, (uint32_t)text.n};
    mtl_doc_open(doc, MTL_HEADING, MTL_TARGET, (mtl_str){0});
    mtl_doc_copy(doc, at);
    mtl_doc_close(doc);
}

static void read_html(mtl_doc *doc, mtl_field is)
{
    const uint32_t before = doc->blocks.n;
    doc->marked_up = true;
    mtl_html_read(doc);
    for (uint32_t i = before; i < doc->blocks.n && is == MTL_FIELD_TITLE; i++)
        doc->blocks.items[i].kind = MTL_HEADING;
}

/* What takes too long to be read as Markdown is plain text. */
static void read_markdown(mtl_doc *doc)
{
    const uint32_t before = doc->blocks.n;
    if (mtl_markdown_read(doc, NULL))
        return;
    mtl_doc_cut_back(doc, before);
    mtl_plain_read(doc);
}

static void read_text(mtl_record *r, const mtl_layer *value, mtl_field is)
{
    const mtl_layer *outer = r->doc->layer;
    const uint32_t before = r->doc->blocks.n;
    const bool escaped = r->html && mtl_html_guess_of(value->bytes, r->doc->arena) == MTL_HTML_ESCAPED;
    r->doc->layer = escaped ? mtl_html_unescape(value, r->doc->arena) : value;
    if (is != MTL_FIELD_TITLE && (r->markdown || (!r->html && is_markdown(value->bytes))))
        read_markdown(r->doc);
    else if (r->html)
        read_html(r->doc, is);
    else if (is == MTL_FIELD_TITLE)
        read_title(r->doc);
    else
        mtl_plain_read(r->doc);
    for (uint32_t i = before; i < r->doc->blocks.n; i++)
        if (r->doc->blocks.items[i].lang.n == 0)
            r->doc->blocks.items[i].lang = r->lang;
    r->doc->layer = outer;
}

static void note(mtl_str *known, mtl_str value)
{
    if (known->n == 0)
        *known = value;
}

/* Reads VALUE; where it only says again what was said, as "content_text" says what "content_html" does, it leaves no blocks. */
static void read_once(mtl_record *r, const mtl_layer *value, mtl_field is)
{
    mtl_doc *doc = r->doc;
    const uint32_t blocks = doc->blocks.n, from = doc->bytes.n;
    if (!r->begun)
        mtl_html_said_init(&r->said, doc->arena);
    r->begun = true;
    mtl_html_said_add_runs(&r->said, (mtl_str){doc->bytes.items + r->told, from - r->told});
    r->told = from;
    read_text(r, value, is);
    if (mtl_html_said_within(&r->said, (mtl_str){doc->bytes.items + from, doc->bytes.n - from}))
        mtl_doc_cut_back(doc, blocks);
}

void mtl_record_add(mtl_record *r, const mtl_layer *value, mtl_field is, mtl_place_of_field place)
{
    if (is == MTL_FIELD_SUMMARY)
        mtl_vec_push(&r->summaries, r->doc->arena, value);
    else if (is == MTL_FIELD_TEXT && place != MTL_FIELD_IN_LIST)
        read_once(r, value, is);
    else if (mtl_field_is_text(is))
        read_text(r, value, is);
    else if (is == MTL_FIELD_LANG)
        note(&r->doc->lang, value->bytes);
    else if (is == MTL_FIELD_ID && place == MTL_FIELD_OWN)
        note(&r->doc->id, value->bytes);
    else if (is == MTL_FIELD_LINK && place == MTL_FIELD_OWN)
        note(&r->doc->link, value->bytes);
}

void mtl_record_end(mtl_record *r)
{
    for (uint32_t i = 0; i < r->summaries.n; i++)
        read_once(r, r->summaries.items[i], MTL_FIELD_SUMMARY);
}
