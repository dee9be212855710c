#include "lang/segment.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

enum {
    MOST_ITERATORS = 16, /* a document that names more languages than this makes us open some again */
    LONGEST_LOCALE = 120,
    LONGEST_ABBREVIATION = 64, /* bytes */
    MOST_ORDINAL_DIGITS = 3    /* "zum 125. Mal", but "1990." is a year at the end of its sentence */
};

typedef struct iterator {
    char locale[LONGEST_LOCALE];
    UBreakIterator *breaks;
} iterator;

struct mtl_breaker {
    iterator sentences[MOST_ITERATORS];
    uint32_t nsentences, oldest;
    UBreakIterator *words;
    char *scratch; /* a block whose line breaks were made spaces */
    size_t room;
};

static void free_breaker(void *user)
{
    mtl_breaker *breaker = user;
    for (uint32_t i = 0; i < breaker->nsentences; i++)
        ubrk_close(breaker->sentences[i].breaks);
    ubrk_close(breaker->words);
    free(breaker->scratch);
}

mtl_breaker *mtl_breaker_new(mtl_arena *arena)
{
    mtl_breaker *breaker = mtl_arena_one(arena, mtl_breaker);
    mtl_arena_defer(arena, free_breaker, breaker);
    return breaker;
}

/* For every locale there is one, the root's where ICU does not know it. NULL only where ICU has lost its data or memory is out: a block
 * is then one sentence, a run one word. */
static UBreakIterator *open_breaks(UBreakIteratorType type, const char *locale)
{
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *breaks = ubrk_open(type, locale, NULL, 0, &status);
    return U_SUCCESS(status) ? breaks : NULL;
}

/* The first boundary in TEXT, which must live until the next call for the same iterator, or UBRK_DONE. */
static int32_t first_break(UBreakIterator *breaks, mtl_str text)
{
    if (!breaks)
        return UBRK_DONE;
    UErrorCode status = U_ZERO_ERROR;
    UText handle = UTEXT_INITIALIZER;
    utext_openUTF8(&handle, text.p, (int64_t)text.n, &status);
    ubrk_setUText(breaks, &handle, &status); /* takes a copy of the handle, not of the text */
    utext_close(&handle);
    return U_SUCCESS(status) ? ubrk_next(breaks) : UBRK_DONE;
}

/* Without "@ss=standard": ICU 72 looks for CLDR's suppressions at the ends of words too, so that "später." is German "r." and "cidades."
 * Portuguese "des.", and half of all sentences run together. The profile's own abbreviations are matched as whole words. */
static UBreakIterator *sentence_breaks(mtl_breaker *breaker, mtl_str tag)
{
    char locale[LONGEST_LOCALE];
    snprintf(locale, sizeof locale, "%.*s", MTL_FMT(tag));
    for (uint32_t i = 0; i < breaker->nsentences; i++)
        if (mtl_str_is(mtl_cstr(locale), breaker->sentences[i].locale))
            return breaker->sentences[i].breaks;
    iterator *slot;
    if (breaker->nsentences < MOST_ITERATORS) {
        slot = &breaker->sentences[breaker->nsentences++];
    } else {
        slot = &breaker->sentences[breaker->oldest++ % MOST_ITERATORS];
        ubrk_close(slot->breaks);
    }
    memcpy(slot->locale, locale, sizeof locale);
    slot->breaks = open_breaks(UBRK_SENTENCE, locale);
    return slot->breaks;
}

static size_t break_length(mtl_str text, size_t at)
{
    const unsigned char *p = (const unsigned char *)text.p + at;
    if (p[0] == '\n' || p[0] == '\r')
        return 1;
    if (p[0] == 0xC2 && p[1] == 0x85)
        return 2;                                                                  /* NEXT LINE */
    return p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0xA8 || p[2] == 0xA9) ? 3 : 0; /* LINE and PARAGRAPH SEPARATOR */
}

/* TEXT with as many spaces in place of each line break: inside a block a line ends where the paper did, and ICU would end a sentence
 * there. */
static mtl_str without_breaks(mtl_breaker *breaker, mtl_str text)
{
    size_t first = 0;
    while (first < text.n && break_length(text, first) == 0)
        first++;
    if (first == text.n)
        return text;
    if (breaker->room < text.n) {
        breaker->scratch = mtl_must_realloc(breaker->scratch, text.n);
        breaker->room = text.n;
    }
    memcpy(breaker->scratch, text.p, text.n);
    for (size_t i = first; i < text.n;) {
        const size_t n = break_length(text, i);
        memset(breaker->scratch + i, ' ', n);
        i += n ? n : 1;
    }
    return (mtl_str){breaker->scratch, text.n};
}

/* ---- what ICU cut and should not have ---- */

/* A place between two tokens at which ICU ends a sentence. */
typedef struct seam {
    const mtl_token *first, *last, *next; /* of the sentence before it; the token behind it */
    const mtl_token *end;                 /* of the block */
    const mtl_lang *lang;
} seam;

static bool is_space_before(const mtl_token *token)
{
    return (token->flags & MTL_SPACE_BEFORE) != 0;
}

static bool is_stop(const mtl_token *token)
{
    return token->type->code == '.';
}

static bool is_closing(const mtl_token *token)
{
    return token->type->code == ')' || token->type->code == ']';
}

/* The longest abbreviation that anybody writes, "u. s. w. u. s. f.", has as many tokens. */
enum { MOST_TOKENS = 12 };

/* True if an abbreviation begins with the token FROM and ends with STOP or a later one: ICU cuts "z. B." in the middle too. Tokens are
 * compared folded, with one space where there is any. */
static bool begins_abbreviation(const seam *s, const mtl_token *from, const mtl_token *stop)
{
    char bytes[LONGEST_ABBREVIATION];
    size_t n = 0;
    for (const mtl_token *t = from; t < s->end && t - from < MOST_TOKENS; t++) {
        const mtl_str form = t->type->folded->form;
        if (form.n + 1 > sizeof bytes - n)
            return false;
        if (t > from && is_space_before(t))
            bytes[n++] = ' ';
        memcpy(bytes + n, form.p, form.n);
        n += form.n;
        if (t >= stop && is_stop(t) && mtl_words_has_hash(&s->lang->abbreviations, mtl_hash((mtl_str){bytes, n})))
            return true;
    }
    return false;
}

static bool is_in_abbreviation(const seam *s, const mtl_token *stop)
{
    if (s->lang->abbreviations.by_hash.n == 0)
        return false;
    for (const mtl_token *t = stop; t > s->first && stop - t < MOST_TOKENS;)
        if (begins_abbreviation(s, --t, stop))
            return true;
    return false;
}

/* A function word begins a sentence far more often than a surname or the rest of a date: "Did I. He left", "1. Der". */
static bool goes_on_with_content(const seam *s)
{
    return s->next->type->kind == MTL_WORD && !mtl_words_has(&s->lang->functions, s->next->type);
}

static bool is_initial(const mtl_token *token)
{
    return token->type->kind == MTL_WORD && token->type->letters == MTL_CAPITAL && token->type->nchars == 1;
}

static bool is_ordinal(const seam *s, const mtl_token *token)
{
    return s->lang->ordinal_stop && token->type->kind == MTL_NUMBER && token->type->nchars <= MOST_ORDINAL_DIGITS;
}

/* A question or shout inside quotation marks, and the sentence goes on: “Why?” she asked. */
static bool goes_on_after_quote(const seam *s)
{
    return s->next->type->letters == MTL_LOWER && s->last->type->kind == MTL_PUNCT && s->last->type->code != '?' &&
           s->last->type->code != '!' && !is_stop(s->last) && s->last->type->code != 0x2026;
}

static bool is_false(const seam *s)
{
    if (goes_on_after_quote(s))
        return true;
    const mtl_token *stop = s->last;
    while (stop > s->first && is_closing(stop))
        stop--;
    if (stop == s->first || !is_stop(stop) || is_space_before(stop))
        return false;
    const bool inside = stop < s->last; /* "(z. B.) Er": brackets hold abbreviations, seldom initials or dates */
    return is_in_abbreviation(s, stop) || (!inside && (is_initial(stop - 1) || is_ordinal(s, stop - 1)) && goes_on_with_content(s));
}

static void add_sentence(mtl_doc *doc, mtl_block *block, const mtl_token *first, const mtl_token *last)
{
    mtl_vec_push(&doc->sentences, doc->arena, mtl_span_join(first->at, last->at));
    block->nsentences++;
}

static void segment_block(mtl_doc *doc, mtl_block *block, mtl_breaker *breaker)
{
    block->first_sentence = doc->sentences.n;
    block->nsentences = 0;
    if (block->ntokens == 0)
        return;
    UBreakIterator *breaks = sentence_breaks(breaker, block->profile->locale);
    const mtl_str text = without_breaks(breaker, mtl_str_cut(doc->text, block->text));
    const mtl_token *first = doc->tokens.items + block->first_token, *end = first + block->ntokens, *next = first;
    for (int32_t at = first_break(breaks, text); at != UBRK_DONE; at = ubrk_next(breaks)) {
        while (next < end && next->at.at < block->text.at + (uint32_t)at)
            next++;
        if (next == end)
            break;
        if (next == first || is_false(&(seam){first, next - 1, next, end, block->profile}))
            continue;
        add_sentence(doc, block, first, next - 1);
        first = next;
    }
    add_sentence(doc, block, first, end - 1);
}

void mtl_segment(mtl_doc *doc, mtl_breaker *breaker)
{
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        assert(doc->blocks.items[i].profile);
        segment_block(doc, &doc->blocks.items[i], breaker);
    }
}

/* ---- words ---- */

/* The rules for words are the root's: dictionaries are chosen by script, not by language. */
static UBreakIterator *word_breaks(mtl_breaker *breaker)
{
    if (!breaker->words)
        breaker->words = open_breaks(UBRK_WORD, "");
    return breaker->words;
}

void mtl_segment_words(void *user, mtl_str run, void (*fn)(void *, uint32_t end), void *fn_user)
{
    UBreakIterator *breaks = word_breaks(user);
    for (int32_t at = first_break(breaks, run); at != UBRK_DONE; at = ubrk_next(breaks))
        fn(fn_user, (uint32_t)at);
}

void mtl_segment_icu_words(mtl_breaker *breaker, mtl_str text, void (*fn)(void *, mtl_span), void *user)
{
    UBreakIterator *breaks = word_breaks(breaker);
    int32_t from = 0;
    for (int32_t at = first_break(breaks, text); at != UBRK_DONE; from = at, at = ubrk_next(breaks))
        if (ubrk_getRuleStatus(breaks) >= UBRK_WORD_NONE_LIMIT)
            fn(user, (mtl_span){(uint32_t)from, (uint32_t)(at - from)});
}
