#include "lang/chars.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

enum { APOSTROPHE = 0x2019, ZERO_WIDTH_SPACE = 0x200B, BYTE_ORDER_MARK = 0xFEFF, MARKS = 0x300, MARKS_END = 0x370 };

static const mtl_char kind_of_category[U_CHAR_CATEGORY_COUNT] = {
    [U_UNASSIGNED] = MTL_CHAR_OTHER,
    [U_UPPERCASE_LETTER] = MTL_CHAR_LETTER,
    [U_LOWERCASE_LETTER] = MTL_CHAR_LETTER,
    [U_TITLECASE_LETTER] = MTL_CHAR_LETTER,
    [U_MODIFIER_LETTER] = MTL_CHAR_LETTER,
    [U_OTHER_LETTER] = MTL_CHAR_LETTER,
    [U_NON_SPACING_MARK] = MTL_CHAR_MARK,
    [U_ENCLOSING_MARK] = MTL_CHAR_MARK,
    [U_COMBINING_SPACING_MARK] = MTL_CHAR_MARK,
    [U_DECIMAL_DIGIT_NUMBER] = MTL_CHAR_DIGIT,
    [U_LETTER_NUMBER] = MTL_CHAR_LETTER,
    [U_OTHER_NUMBER] = MTL_CHAR_SYMBOL, /* ², ½, ①: no part of a word for ICU either */
    [U_SPACE_SEPARATOR] = MTL_CHAR_SPACE,
    [U_LINE_SEPARATOR] = MTL_CHAR_SPACE,
    [U_PARAGRAPH_SEPARATOR] = MTL_CHAR_SPACE,
    [U_CONTROL_CHAR] = MTL_CHAR_OTHER,
    [U_FORMAT_CHAR] = MTL_CHAR_FORMAT,
    [U_PRIVATE_USE_CHAR] = MTL_CHAR_OTHER,
    [U_SURROGATE] = MTL_CHAR_OTHER,
    [U_DASH_PUNCTUATION] = MTL_CHAR_PUNCT,
    [U_START_PUNCTUATION] = MTL_CHAR_PUNCT,
    [U_END_PUNCTUATION] = MTL_CHAR_PUNCT,
    [U_CONNECTOR_PUNCTUATION] = MTL_CHAR_PUNCT,
    [U_OTHER_PUNCTUATION] = MTL_CHAR_PUNCT,
    [U_MATH_SYMBOL] = MTL_CHAR_SYMBOL,
    [U_CURRENCY_SYMBOL] = MTL_CHAR_SYMBOL,
    [U_MODIFIER_SYMBOL] = MTL_CHAR_SYMBOL,
    [U_OTHER_SYMBOL] = MTL_CHAR_SYMBOL,
    [U_INITIAL_PUNCTUATION] = MTL_CHAR_PUNCT,
    [U_FINAL_PUNCTUATION] = MTL_CHAR_PUNCT,
};

mtl_char mtl_char_kind(uint32_t code)
{
    const UChar32 c = (UChar32)code;
    if (code == ZERO_WIDTH_SPACE || code == BYTE_ORDER_MARK || u_isUWhiteSpace(c))
        return MTL_CHAR_SPACE;
    const mtl_char kind = kind_of_category[u_charType(c)];
    /* Variation selectors and the like are marks by category, but nobody sees them. */
    const bool hidden = kind == MTL_CHAR_MARK && u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
    return hidden ? MTL_CHAR_FORMAT : kind;
}

bool mtl_char_is_upper(uint32_t code)
{
    return u_isUUppercase((UChar32)code) || u_istitle((UChar32)code);
}

bool mtl_char_is_lower(uint32_t code)
{
    return u_isULowercase((UChar32)code);
}

bool mtl_char_is_unspaced(uint32_t code)
{
    const UChar32 c = (UChar32)code;
    if (code < 0x0E00)
        return false;
    /* SA is the line breaking class of the South East Asian scripts. The prolonged sound mark of kana has no script of its own, only
     * a list of those that use it. */
    return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT || uscript_hasScript(c, USCRIPT_HAN) ||
           uscript_hasScript(c, USCRIPT_HIRAGANA) || uscript_hasScript(c, USCRIPT_KATAKANA);
}

static bool is_folded_ascii(mtl_str word)
{
    for (size_t i = 0; i < word.n; i++)
        if ((unsigned char)word.p[i] >= 0x80 || (word.p[i] >= 'A' && word.p[i] <= 'Z'))
            return false;
    return true;
}

/* Writes the folding of one code point: nothing, or up to three. */
static size_t fold_one(char *out, uint32_t code)
{
    if (code < 0x80) {
        out[0] = (char)(code >= 'A' && code <= 'Z' ? code + ('a' - 'A') : code);
        return 1;
    }
    if (code == APOSTROPHE) {
        out[0] = '\'';
        return 1;
    }
    if (code >= 0xC0 && code <= 0xFF && code != 0xDF) /* Latin-1 as CaseFolding.txt has it; ß becomes ss below */
        return mtl_utf8_put(out, code <= 0xDE && code != 0xD7 ? code + 0x20 : code);
    if (mtl_char_kind(code) == MTL_CHAR_FORMAT || code == ZERO_WIDTH_SPACE)
        return 0;
    UChar from[2], to[8];
    int32_t nfrom = 0, n = 0, written = 0;
    U16_APPEND_UNSAFE(from, nfrom, code);
    UErrorCode status = U_ZERO_ERROR;
    n = u_strFoldCase(to, (int32_t)MTL_COUNT(to), from, nfrom, U_FOLD_CASE_DEFAULT, &status);
    u_strToUTF8(out, 12, &written, to, n, &status);
    return U_SUCCESS(status) ? (size_t)written : mtl_utf8_put(out, code);
}

/* Folding at most triples the bytes (U+0390); the rest is room for the last code point to be tried in. */
static size_t fold_room(size_t n)
{
    return n * 3 + 12;
}

static bool is_combining(uint32_t code)
{
    return code >= MARKS && code < MARKS_END;
}

/* Puts CODE, a combining mark, behind the N bytes of OUT: into the letter that it makes with the last one, where there is one. */
static size_t compose(char *out, size_t n, uint32_t code)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    size_t before = n;
    const uint32_t last = n ? mtl_utf8_prev((mtl_str){out, n}, &before) : 0;
    const UChar32 one = U_SUCCESS(status) && n ? unorm2_composePair(nfc, (UChar32)last, (UChar32)code) : -1;
    return one < 0 ? n + mtl_utf8_put(out + n, code) : before + mtl_utf8_put(out + before, (uint32_t)one);
}

static size_t fold_all(char *out, mtl_str word)
{
    size_t n = 0;
    for (size_t i = 0; i < word.n;) {
        const uint32_t code = mtl_utf8_next(word, &i);
        if (code < MARKS) {
            n += fold_one(out + n, code);
            continue;
        }
        char room[12];
        const mtl_str folded = {room, is_combining(code) ? mtl_utf8_put(room, code) : fold_one(room, code)};
        for (size_t k = 0; k < folded.n;) {
            const uint32_t to = mtl_utf8_next(folded, &k);
            n = is_combining(to) ? compose(out, n, to) : n + mtl_utf8_put(out + n, to);
        }
    }
    return n;
}

mtl_str mtl_composed(mtl_str word, mtl_arena *arena)
{
    char *bytes = NULL;
    size_t n = 0;
    for (size_t i = 0; i < word.n;) {
        const size_t at = i;
        const uint32_t code = mtl_utf8_next(word, &i);
        if (is_combining(code) && !bytes) {
            bytes = mtl_arena_alloc(arena, word.n + 4);
            memcpy(bytes, word.p, n = at);
        }
        if (bytes)
            n = is_combining(code) ? compose(bytes, n, code) : n + mtl_utf8_put(bytes + n, code);
    }
    return bytes ? (mtl_str){bytes, n} : word;
}

mtl_str mtl_fold(mtl_str word, mtl_arena *arena)
{
    if (is_folded_ascii(word))
        return word;
    char *bytes = mtl_arena_alloc(arena, fold_room(word.n));
    const mtl_str folded = {bytes, fold_all(bytes, word)};
    return mtl_str_same(folded, word) ? word : folded;
}

uint64_t mtl_fold_hash(mtl_str word)
{
    char few[256], *bytes = few;
    mtl_arena arena = {0};
    if (is_folded_ascii(word))
        return mtl_hash(word);
    if (fold_room(word.n) > sizeof few)
        bytes = mtl_arena_alloc(&arena, fold_room(word.n));
    const uint64_t hash = mtl_hash((mtl_str){bytes, fold_all(bytes, word)});
    mtl_arena_reset(&arena);
    return hash;
}

static mtl_str with_first(mtl_str word, UChar32 (*to)(UChar32), mtl_arena *arena)
{
    size_t i = 0;
    char first[4];
    if (word.n == 0)
        return word;
    const size_t n = mtl_utf8_put(first, (uint32_t)to((UChar32)mtl_utf8_next(word, &i)));
    return mtl_str_format(arena, "%.*s%.*s", (int)n, first, (int)(word.n - i), word.p + i);
}

mtl_str mtl_uncapitalise(mtl_str word, mtl_arena *arena)
{
    return with_first(word, u_tolower, arena);
}

mtl_str mtl_capitalise(mtl_str word, mtl_arena *arena)
{
    return with_first(word, u_totitle, arena);
}

mtl_str mtl_char_name(uint32_t code, mtl_arena *arena)
{
    char name[128];
    UErrorCode status = U_ZERO_ERROR;
    const int32_t n = u_charName((UChar32)code, U_UNICODE_CHAR_NAME, name, sizeof name, &status);
    const mtl_str whole = {name, U_SUCCESS(status) ? (size_t)n : 0};
    return mtl_str_copy(mtl_fold(whole, arena), arena);
}
