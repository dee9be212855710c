#include "lang/locale.h"

#include "base/utf8.h"

#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unum.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include <stdio.h>

enum { LONGEST_TAG = 120 };

/* What CLDR says a language subtag is called today ("tl": "fil", "iw": "he", "deu": "de"), in OUT. False if it is called so still.
 * uloc_canonicalize knows only a few of these; the table itself is the resource "metadata". */
static bool find_replacement(const char *language, char *out, size_t room)
{
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_openDirect(NULL, "metadata", &status);
    static const char *const path[] = {"alias", "language"};
    for (size_t i = 0; i < MTL_COUNT(path); i++)
        bundle = ures_getByKey(bundle, path[i], bundle, &status);
    bundle = ures_getByKey(bundle, language, bundle, &status);
    int32_t n = 0;
    const UChar *text = ures_getStringByKey(bundle, "replacement", &n, &status);
    const bool found = U_SUCCESS(status) && n > 0 && (size_t)n < room;
    if (found)
        u_UCharsToChars(text, out, n);
    if (found)
        out[n] = 0;
    ures_close(bundle);
    return found;
}

static size_t subtag_length(const char *tag)
{
    size_t n = 0;
    while (tag[n] && tag[n] != '-')
        n++;
    return n;
}

static char to_lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* FROM with its first subtag brought up to date, in TO. What a replacement says beyond the language ("sh": "sr_Latn") counts only
 * where the tag itself says no more. */
static bool renew_language(const char *from, char *to, size_t room)
{
    const size_t n = subtag_length(from);
    char language[LONGEST_TAG], renewed[LONGEST_TAG];
    for (size_t i = 0; i < n; i++)
        language[i] = to_lower(from[i]);
    language[n] = 0;
    const char *head = language;
    if (find_replacement(language, renewed, sizeof renewed)) {
        for (char *c = renewed; *c; c++)
            if (*c == '_')
                *c = from[n] ? '\0' : '-';
        head = renewed;
    }
    const int written = snprintf(to, room, "%s%s", head, from + n);
    return written > 0 && (size_t)written < room;
}

bool mtl_locale_tag(mtl_str tag, char *out, size_t room)
{
    char given[LONGEST_TAG], renewed[LONGEST_TAG], locale[ULOC_FULLNAME_CAPACITY], canonical[LONGEST_TAG];
    if (tag.n == 0 || tag.n >= sizeof given || memchr(tag.p, 0, tag.n))
        return false;
    for (size_t i = 0; i < tag.n; i++)
        given[i] = (char)(tag.p[i] == '_' ? '-' : tag.p[i]);
    given[tag.n] = 0;
    if (!renew_language(given, renewed, sizeof renewed))
        return false;
    UErrorCode status = U_ZERO_ERROR;
    int32_t parsed = 0;
    uloc_forLanguageTag(renewed, locale, sizeof locale, &parsed, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING || renewed[parsed])
        return false;
    const int32_t n = uloc_toLanguageTag(locale, canonical, sizeof canonical, true, &status);
    if (U_FAILURE(status) || n <= 0 || (size_t)n >= sizeof canonical || (size_t)n >= room)
        return false;
    memcpy(out, canonical, (size_t)n + 1);
    return true;
}

/* TAG with its NUL, for ICU; a tag too long to be one is cut, and ICU will not know it. */
static const char *c_tag(mtl_str tag, char out[LONGEST_TAG])
{
    const size_t n = tag.n < LONGEST_TAG ? tag.n : LONGEST_TAG - 1;
    if (n)
        memcpy(out, tag.p, n);
    out[n] = 0;
    return out;
}

mtl_str mtl_locale_name(mtl_str tag, mtl_arena *arena)
{
    char locale[LONGEST_TAG], name[3 * LONGEST_TAG];
    UChar wide[LONGEST_TAG];
    UErrorCode status = U_ZERO_ERROR;
    int32_t n = uloc_getDisplayName(c_tag(tag, locale), "en", wide, LONGEST_TAG, &status);
    u_strToUTF8(name, sizeof name, &n, wide, n, &status);
    if (U_FAILURE(status) || n <= 0)
        return mtl_str_copy(tag.n ? tag : MTL_LIT("und"), arena);
    return mtl_str_copy((mtl_str){name, (size_t)n}, arena);
}

bool mtl_locale_quotes(mtl_str tag, uint32_t marks[4])
{
    static const ULocaleDataDelimiterType types[4] = {ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END,
                                                      ULOCDATA_ALT_QUOTATION_START, ULOCDATA_ALT_QUOTATION_END};
    char locale[LONGEST_TAG];
    uint32_t found[4];
    UErrorCode status = U_ZERO_ERROR;
    ULocaleData *data = ulocdata_open(c_tag(tag, locale), &status);
    /* Where CLDR does not know the locale, ICU answers for the one of this machine, with a warning. */
    bool ok = U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
    for (size_t i = 0; i < 4 && ok; i++) {
        UChar mark[8];
        UChar32 codes[MTL_COUNT(mark)];
        const int32_t n = ulocdata_getDelimiter(data, types[i], mark, (int32_t)MTL_COUNT(mark), &status);
        u_strToUTF32(codes, (int32_t)MTL_COUNT(codes), NULL, mark, n, &status);
        ok = U_SUCCESS(status) && n > 0;
        found[i] = ok ? (uint32_t)codes[0] : 0;
    }
    ulocdata_close(data);
    if (ok)
        memcpy(marks, found, sizeof found);
    return ok;
}

/* The single character that the format has for SYMBOL, or 0. */
static uint32_t number_symbol(const UNumberFormat *format, UNumberFormatSymbol symbol)
{
    UChar text[8];
    UErrorCode status = U_ZERO_ERROR;
    const int32_t n = unum_getSymbol(format, symbol, text, (int32_t)MTL_COUNT(text), &status);
    return U_SUCCESS(status) && n == 1 ? text[0] : 0;
}

/* ICU answers for any language; where CLDR does not know it, with the data of this machine's or with none. */
static bool knows(const UNumberFormat *format, const char *locale)
{
    char asked[ULOC_LANG_CAPACITY], got[ULOC_LANG_CAPACITY];
    UErrorCode status = U_ZERO_ERROR;
    const char *valid = unum_getLocaleByType(format, ULOC_VALID_LOCALE, &status);
    if (!valid || U_FAILURE(status))
        return false;
    uloc_getLanguage(locale, asked, ULOC_LANG_CAPACITY, &status);
    uloc_getLanguage(valid, got, ULOC_LANG_CAPACITY, &status);
    return U_SUCCESS(status) && asked[0] && strcmp(asked, got) == 0;
}

/* How many digits it takes to be grouped: 1234 may stand without a mark. */
static uint32_t smallest_grouped(UNumberFormat *format)
{
    enum { FOUR = 1234, AS_THE_LOCALE = UNUM_MINIMUM_GROUPING_DIGITS_AUTO };
    UChar text[32];
    UErrorCode status = U_ZERO_ERROR;
    unum_setAttribute(format, UNUM_MINIMUM_GROUPING_DIGITS, AS_THE_LOCALE);
    return unum_format(format, FOUR, text, (int32_t)MTL_COUNT(text), NULL, &status) > 4 ? 4 : 5;
}

static bool is_sign_first(const char *locale)
{
    UChar pattern[64];
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format = unum_open(UNUM_CURRENCY, NULL, 0, locale, NULL, &status);
    const int32_t n = U_SUCCESS(status) ? unum_toPattern(format, false, pattern, (int32_t)MTL_COUNT(pattern), &status) : 0;
    unum_close(format);
    const UChar *sign = u_memchr(pattern, 0xA4, n), *digit = u_memchr(pattern, '0', n);
    return U_SUCCESS(status) && sign && digit && sign < digit;
}

/* The pattern of a short date or time, as ASCII; empty if there is none. */
static void short_pattern(const char *locale, UDateFormatStyle time, UDateFormatStyle date, char *out, int32_t room)
{
    UChar pattern[64];
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format = udat_open(time, date, locale, NULL, 0, NULL, 0, &status);
    const int32_t n = U_SUCCESS(status) ? udat_toPattern(format, false, pattern, (int32_t)MTL_COUNT(pattern), &status) : 0;
    udat_close(format);
    out[0] = 0;
    u_strToUTF8(out, room, NULL, pattern, U_SUCCESS(status) ? n : 0, &status);
}

/* "dmy" and '.' of "dd.MM.yy". */
static void set_date(const char *pattern, mtl_figures *out)
{
    uint32_t n = 0, marks = 0;
    out->date_mark = 0;
    for (const char *c = pattern; *c; c++) {
        const char letter = to_lower(*c);
        const bool field = letter == 'd' || letter == 'm' || letter == 'y';
        if (field && n < 3 && (n == 0 || out->date[n - 1] != letter))
            out->date[n++] = letter;
        if (!field) {
            out->date_mark = *c;
            marks++;
        }
    }
    out->date[n] = 0;
    if (marks != 2)
        out->date_mark = 0;
}

bool mtl_locale_figures(mtl_str tag, mtl_figures *out)
{
    enum { ROOM = 64 };
    char locale[LONGEST_TAG], pattern[ROOM];
    UErrorCode status = U_ZERO_ERROR;
    UNumberFormat *format = unum_open(UNUM_DECIMAL, NULL, 0, c_tag(tag, locale), NULL, &status);
    const bool known = U_SUCCESS(status) && knows(format, locale);
    mtl_figures figures = {0};
    if (known) {
        figures.decimal = number_symbol(format, UNUM_DECIMAL_SEPARATOR_SYMBOL);
        figures.group = number_symbol(format, UNUM_GROUPING_SEPARATOR_SYMBOL);
        figures.smallest = smallest_grouped(format);
        figures.sign_first = is_sign_first(locale);
        short_pattern(locale, UDAT_NONE, UDAT_SHORT, pattern, ROOM);
        set_date(pattern, &figures);
        short_pattern(locale, UDAT_SHORT, UDAT_NONE, pattern, ROOM);
        figures.half_days = strchr(pattern, 'a') || strchr(pattern, 'b') || strchr(pattern, 'B');
    }
    unum_close(format);
    if ((figures.decimal != '.' && figures.decimal != ',') || !figures.group)
        return false;
    *out = figures;
    return true;
}
