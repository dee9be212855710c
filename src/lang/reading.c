#include "lang/reading.h"

#include "base/utf8.h"

enum {
    MOST_DEPTH = 4,    /* affixes and parts that are taken off one after another */
    SHORTEST_PART = 3, /* bytes of a part of a compound */
    SHORTEST_ROOT = 4, /* and of what is left when an affix is taken off */
    MOST_TRIES = 400   /* looks into the lexicon for one word */
};

typedef struct reading {
    const mtl_lang *lang;
    uint32_t tries;
    bool ended; /* an ending of one letter is off; there is no second */
} reading;

static bool reads(reading *r, mtl_str word, uint32_t depth);

static mtl_str head(mtl_str word, size_t n)
{
    return (mtl_str){word.p, n};
}

static mtl_str tail(mtl_str word, size_t from)
{
    return (mtl_str){word.p + from, word.n - from};
}

static const mtl_lexeme *look_up(reading *r, mtl_str word)
{
    if (r->tries >= MOST_TRIES)
        return NULL;
    r->tries++;
    return mtl_lexicon_find(r->lang->lexicon, word, mtl_hash(word));
}

/* WORD if it carries a meaning of its own: no mere name, and none of the very frequent words of grammar, whatever else these may be. */
static const mtl_lexeme *content(reading *r, mtl_str word)
{
    enum { VERY_FREQUENT = 60 };
    const mtl_lexeme *lexeme = word.n >= SHORTEST_PART ? look_up(r, word) : NULL;
    const uint32_t meaning = MTL_IS_NOUN | MTL_IS_VERB | MTL_IS_ADJECTIVE | MTL_IS_ADVERB | MTL_IS_NUMERAL | MTL_IS_LOAN;
    if (!lexeme || (!(lexeme->is & meaning) && lexeme->is & (MTL_IS_NAME | MTL_IS_FUNCTION)))
        return NULL;
    return !(lexeme->is & MTL_IS_FUNCTION) || lexeme->zipf < VERY_FREQUENT ? lexeme : NULL;
}

/* A part of a compound is a word in use, and none of the short rare ones that are in any longer word. */
static bool is_part(reading *r, mtl_str word)
{
    enum { AT_HOME = 35 };
    static const uint8_t least[] = {99, 99, 99, 40,
                                    35, 30, 30}; /* frequency by length in bytes; a longer word may be as rare as it is */
    const mtl_lexeme *lexeme = content(r, word);
    const bool guest = lexeme && lexeme->is & MTL_IS_ENGLISH && !(lexeme->is & (MTL_IS_NOUN | MTL_IS_VERB | MTL_IS_ADJECTIVE));
    return lexeme && (word.n >= MTL_COUNT(least) || (lexeme->zipf >= least[word.n] && (!guest || lexeme->zipf >= AT_HOME)));
}

/* The first part of a compound may be a place too: "Berlinreise". */
static bool is_first_part(reading *r, mtl_str word)
{
    const mtl_lexeme *lexeme = word.n > SHORTEST_PART ? look_up(r, word) : NULL;
    return is_part(r, word) || (lexeme && lexeme->is & MTL_IS_PLACE);
}

/* ---- compounds ---- */

/* WORD is FIRST and the rest, with or without one of the language's links between: "Arbeit-s-amt". */
static bool reads_rest(reading *r, mtl_str rest, uint32_t depth)
{
    if (is_part(r, rest) || reads(r, rest, depth + 1))
        return true;
    const mtl_strs *links = &r->lang->links;
    for (uint32_t i = 0; i < links->n; i++)
        if (mtl_str_starts(rest, links->items[i])) {
            const mtl_str behind = tail(rest, links->items[i].n);
            if (is_part(r, behind) || (behind.n >= SHORTEST_PART && reads(r, behind, depth + 1)))
                return true;
        }
    return false;
}

static bool reads_compound(reading *r, mtl_str word, uint32_t depth)
{
    if (r->lang->links.n == 0)
        return false;
    for (size_t cut = SHORTEST_PART; cut + SHORTEST_PART <= word.n; cut++)
        if (!mtl_utf8_inside(word.p[cut]) && is_first_part(r, head(word, cut)) && reads_rest(r, tail(word, cut), depth))
            return true;
    return false;
}

/* ---- affixes ---- */

/* What affixes stand on: no word that is English and nothing else, which takes few of them. If it is a lexeme, one of KIND (0: any). */
static bool is_root_of(reading *r, mtl_str word, uint32_t kind, uint32_t depth)
{
    if (word.n < SHORTEST_ROOT)
        return false;
    const mtl_lexeme *lexeme = content(r, word);
    const uint32_t foreign = MTL_IS_ENGLISH | MTL_IS_LOWER | MTL_IS_CAPITAL;
    const bool native = lexeme && (lexeme->is & ~foreign || !(lexeme->is & MTL_IS_ENGLISH));
    return native ? !kind || lexeme->is & kind : reads(r, word, depth + 1);
}

static bool is_root(reading *r, mtl_str word, uint32_t depth)
{
    return is_root_of(r, word, 0, depth);
}

static bool reads_prefixed(reading *r, mtl_str word, uint32_t depth)
{
    const mtl_strs *prefixes = &r->lang->word_prefixes;
    for (uint32_t i = 0; i < prefixes->n; i++)
        if (mtl_str_starts(word, prefixes->items[i]) && is_root(r, tail(word, prefixes->items[i].n), depth))
            return true;
    return false;
}

/* A root may have changed its last letter before the ending: "luto", "lutuin"; "lakad", "lakaran". The letters stand in pairs, as they
 * are before the ending and without it: "uo rd". */
static bool is_changed_root(reading *r, mtl_str root, uint32_t depth)
{
    char bytes[MTL_LONGEST_WORD];
    const mtl_strs *changes = &r->lang->root_changes;
    for (uint32_t i = 0; i < changes->n; i++) {
        const mtl_str pair = changes->items[i];
        if (pair.n != 2 || root.n == 0 || root.p[root.n - 1] != pair.p[0])
            continue;
        memcpy(bytes, root.p, root.n);
        bytes[root.n - 1] = pair.p[1];
        if (is_root(r, (mtl_str){bytes, root.n}, depth))
            return true;
    }
    return false;
}

/* WORD without SUFFIX, in which a letter before "+" stays with the root: "e+n" is n behind e. Empty if the word has no such end. An
 * ending of one letter never doubles the one before it: "Mitarbeiterin-n". */
static mtl_str without_suffix(mtl_str word, mtl_str suffix)
{
    const size_t plus = mtl_str_find(suffix, MTL_LIT("+"), 0);
    const mtl_str kept = {suffix.p, plus == SIZE_MAX ? 0 : plus};
    const mtl_str lost = tail(suffix, plus == SIZE_MAX ? 0 : plus + 1);
    if (word.n <= lost.n || !mtl_str_ends(word, lost))
        return (mtl_str){0};
    const mtl_str root = head(word, word.n - lost.n);
    const bool doubles = lost.n == 1 && root.p[root.n - 1] == lost.p[0];
    return mtl_str_ends(root, kept) && !doubles ? root : (mtl_str){0};
}

static bool reads_suffixed(reading *r, mtl_str word, uint32_t depth)
{
    const mtl_strs *suffixes = &r->lang->word_suffixes, *of_verbs = &r->lang->verb_suffixes;
    for (uint32_t i = 0; i < suffixes->n; i++) {
        const mtl_str root = without_suffix(word, suffixes->items[i]);
        const bool letter = root.n + 1 == word.n, before = r->ended;
        if (!root.n || (letter && before))
            continue;
        r->ended |= letter;
        const bool found = is_root(r, root, depth) || is_changed_root(r, root, depth);
        r->ended = before;
        if (found)
            return true;
    }
    for (uint32_t i = 0; i < of_verbs->n; i++) {
        const mtl_str root = without_suffix(word, of_verbs->items[i]);
        if (root.n && is_root_of(r, root, MTL_IS_VERB, depth))
            return true;
    }
    return false;
}

/* "s-um-ulat": an infix behind the first consonant, or before the first vowel. */
static bool reads_infixed(reading *r, mtl_str word, uint32_t depth)
{
    char bytes[MTL_LONGEST_WORD];
    const mtl_strs *infixes = &r->lang->infixes;
    for (uint32_t i = 0; i < infixes->n; i++)
        for (size_t at = 1; at <= 2 && at + infixes->items[i].n < word.n; at++) {
            if (!mtl_str_starts(tail(word, at), infixes->items[i]))
                continue;
            const mtl_str rest = tail(word, at + infixes->items[i].n);
            memcpy(bytes, word.p, at);
            memcpy(bytes + at, rest.p, rest.n);
            if (is_root(r, (mtl_str){bytes, at + rest.n}, depth))
                return true;
        }
    return false;
}

/* "lu-luto", "a-aral": a first syllable that stands twice. */
static bool reads_doubled(reading *r, mtl_str word, uint32_t depth)
{
    for (size_t n = 1; n <= 3 && 2 * n < word.n; n++)
        if (memcmp(word.p, word.p + n, n) == 0 && is_root(r, tail(word, n), depth))
            return true;
    return false;
}

/* ---- older spellings ---- */

/* WORD with the letters at AT, as the pair "ct>t" has them before the sign, written as it has them behind it. */
static bool reads_respelt(reading *r, mtl_str word, size_t at, mtl_str old, mtl_str new, uint32_t depth)
{
    char bytes[MTL_LONGEST_WORD * 2];
    const mtl_str rest = tail(word, at + old.n);
    memcpy(bytes, word.p, at);
    memcpy(bytes + at, new.p, new.n);
    memcpy(bytes + at + new.n, rest.p, rest.n);
    const mtl_str now = {bytes, at + new.n + rest.n};
    return now.n < MTL_LONGEST_WORD && (look_up(r, now) || reads(r, now, depth + 1));
}

/* "directo", "daß": letters that the language wrote before a reform. */
static bool reads_old(reading *r, mtl_str word, uint32_t depth)
{
    const mtl_strs *pairs = &r->lang->old_letters;
    for (uint32_t i = 0; i < pairs->n; i++) {
        const mtl_str pair = pairs->items[i];
        const size_t sign = mtl_str_find(pair, MTL_LIT(">"), 0);
        if (sign == SIZE_MAX || sign == 0 || pair.n >= MTL_LONGEST_WORD)
            continue;
        const mtl_str old = head(pair, sign), new = tail(pair, sign + 1);
        for (size_t at = mtl_str_find(word, old, 0); at != SIZE_MAX; at = mtl_str_find(word, old, at + 1))
            if (reads_respelt(r, word, at, old, new, depth))
                return true;
    }
    return false;
}

static bool reads(reading *r, mtl_str word, uint32_t depth)
{
    if (depth >= MOST_DEPTH || word.n < SHORTEST_PART)
        return false;
    return reads_prefixed(r, word, depth) || reads_suffixed(r, word, depth) || reads_infixed(r, word, depth) ||
           (r->lang->doubles_syllables && reads_doubled(r, word, depth)) || reads_compound(r, word, depth) ||
           reads_old(r, word, depth);
}

bool mtl_lang_reads(const mtl_lang *lang, mtl_str folded)
{
    reading r = {.lang = lang};
    return folded.n < MTL_LONGEST_WORD && reads(&r, folded, 0);
}

bool mtl_lang_has_accented(const mtl_lang *lang, mtl_str folded)
{
    static const char *const accented[] = {"aà", "eè", "eé", "iì", "oò", "uù"};
    char bytes[MTL_LONGEST_WORD];
    if (folded.n < 2 || folded.n + 1 >= MTL_LONGEST_WORD)
        return false;
    for (const char *const *a = accented; a < MTL_END(accented); a++) {
        const mtl_str letter = mtl_cstr(*a + 1);
        if (folded.p[folded.n - 1] != **a)
            continue;
        memcpy(bytes, folded.p, folded.n - 1);
        memcpy(bytes + folded.n - 1, letter.p, letter.n);
        const mtl_str word = {bytes, folded.n - 1 + letter.n};
        if (mtl_lexicon_find(lang->lexicon, word, mtl_hash(word)))
            return true;
    }
    return false;
}

bool mtl_lang_ends_words(const mtl_lang *lang, mtl_str end)
{
    const mtl_strs *lists[] = {&lang->word_suffixes, &lang->verb_suffixes};
    for (size_t k = 0; k < MTL_COUNT(lists); k++)
        for (uint32_t i = 0; i < lists[k]->n; i++) {
            const mtl_str suffix = lists[k]->items[i];
            const size_t plus = mtl_str_find(suffix, MTL_LIT("+"), 0);
            if (mtl_str_same(tail(suffix, plus == SIZE_MAX ? 0 : plus + 1), end))
                return true;
        }
    return end.n == 0;
}
