/* Promises of lang/token, lang/chars and lang/words: where words begin and end, and what is known of them. */
#include "base/limits.h"
#include "base/out.h"
#include "lang/segment.h"
#include "written.h"

/* ---- characters ---- */

static void characters_have_a_kind(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        uint32_t code;
        mtl_char kind;
    } rows[] = {
        {"a Latin letter", 'a', MTL_CHAR_LETTER},
        {"a Greek letter", 0x3B1, MTL_CHAR_LETTER},
        {"the masculine ordinal is a letter", 0xBA, MTL_CHAR_LETTER},
        {"an accent", 0x301, MTL_CHAR_MARK},
        {"an Arabic digit", 0x663, MTL_CHAR_DIGIT},
        {"a superscript digit is no digit", 0xB2, MTL_CHAR_SYMBOL},
        {"a tab", '\t', MTL_CHAR_SPACE},
        {"a no-break space", 0xA0, MTL_CHAR_SPACE},
        {"a zero-width space", 0x200B, MTL_CHAR_SPACE},
        {"a byte order mark", 0xFEFF, MTL_CHAR_SPACE},
        {"a German opening quote", 0x201E, MTL_CHAR_PUNCT},
        {"a euro sign", 0x20AC, MTL_CHAR_SYMBOL},
        {"a soft hyphen", 0xAD, MTL_CHAR_FORMAT},
        {"a zero-width joiner", 0x200D, MTL_CHAR_FORMAT},
        {"a variation selector", 0xFE0F, MTL_CHAR_FORMAT},
        {"a control", 0x07, MTL_CHAR_OTHER},
        {"private use", 0xE000, MTL_CHAR_OTHER},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->promise, mtl_char_kind(r->code), r->kind);
}

static void scripts_without_spaces_are_known(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        uint32_t code;
        bool unspaced;
    } rows[] = {
        {"Latin", 'a', false},         {"Hangul", 0xD55C, false},
        {"Thai", 0x0E01, true},        {"Khmer", 0x1780, true},
        {"Han", 0x6F22, true},         {"Han beyond the BMP", 0x20000, true},
        {"kana", 0x3042, true},        {"the long vowel mark", 0x30FC, true},
        {"Devanagari", 0x0915, false},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->promise, mtl_char_is_unspaced(r->code), r->unspaced);
}

static void words_are_folded(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *word, *folded;
    } rows[] = {
        {"small ASCII stays", "haus", "haus"},
        {"capitals become small", "HAUS", "haus"},
        {"beyond ASCII too", "ÄRZTE", "ärzte"},
        {"full folding makes ss of ß", "Straße", "strasse"},
        {"of the capital ẞ too", "STRAẞE", "strasse"},
        {"a final sigma is a sigma", "ΛΌΓΟΣ", "λόγοσ"},
        {"a letter that grows threefold is put together again", "ΐ", "ΐ"},
        {"letters and marks of their own",
         "U\xCC\x88"
         "bere\xCC\x81",
         "überé"},
        {"a mark that makes no letter", "x\xCC\x81", "x\xCC\x81"},
        {"a typographic apostrophe is an apostrophe", "l’État", "l'état"},
        {"soft hyphens are left out", "Zoll\xC2\xADhaus", "zollhaus"},
        {"so are joiners",
         "a\xE2\x80\x8D"
         "b",
         "ab"},
        {"nothing stays nothing", "", ""},
    };
    mtl_arena arena = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_str folded = mtl_fold(mtl_cstr(r->word), &arena);
        CHECK_STR(r->promise, folded, mtl_cstr(r->folded));
        CHECK_STR("what is folded stays", mtl_fold(folded, &arena), folded);
        CHECK_NUMBER("words hash as types do", mtl_fold_hash(mtl_cstr(r->word)), mtl_hash(folded));
    }
    const mtl_str small = MTL_LIT("ärzte");
    CHECK("what does not change is not copied", mtl_fold(small, &arena).p == small.p);
    mtl_arena_reset(&arena);
}

/* ---- cutting ---- */

/* The tokens of TEXT with a bar between them. */
static mtl_str cut(mtl_str text, mtl_arena *arena)
{
    mtl_out out = {0};
    uint32_t at = 0, flags;
    for (;;) {
        const mtl_span token = mtl_token_next(text, &at, &flags);
        if (token.len == 0)
            break;
        if (mtl_out_bytes(&out).n)
            mtl_out_char(&out, '|');
        mtl_out_str(&out, mtl_str_cut(text, token));
    }
    const mtl_str all = mtl_str_copy(mtl_out_bytes(&out), arena);
    mtl_out_free(&out);
    return all;
}

static void text_is_cut_into_tokens(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text, *tokens;
    } rows[] = {
        {"words and marks", "Guten Tag, Welt!", "Guten|Tag|,|Welt|!"},
        {"nothing", "", ""},
        {"white space alone", " \t\n", ""},
        {"an apostrophe between letters joins", "l'homme geht’s", "l'homme|geht’s"},
        {"at the edges it stands alone", "'dos' rock ’n’ roll", "'|dos|'|rock|’|n|’|roll"},
        {"two of them do not join", "a''b", "a|'|'|b"},
        {"between digit and letter it does not join", "90's", "90|'|s"},
        {"a full stop does not join letters", "abc.def z.B.", "abc|.|def|z|.|B|."},
        {"nor does a colon", "a:b", "a|:|b"},
        {"nor a hyphen", "US-Beamte", "US|-|Beamte"},
        {"nor an underscore", "snake_case", "snake|_|case"},
        {"separators join digits", "1.234,5 10:30 1'000", "1.234,5|10:30|1'000"},
        {"not at the end of a number", "am 3. Mai 1990.", "am|3|.|Mai|1990|."},
        {"not two in a row", "1..2", "1|.|.|2"},
        {"not a digit to a letter", "2020.Das", "2020|.|Das"},
        {"letters and digits are one word", "3D G20 1º B2B", "3D|G20|1º|B2B"},
        {"marks belong to what they stand on", "Ame\xCC\x81lie", "Ame\xCC\x81lie"},
        {"also before an apostrophe", "e\xCC\x81'a", "e\xCC\x81'a"},
        {"a soft hyphen stays inside", "Zoll\xC2\xADhaus", "Zoll\xC2\xADhaus"},
        {"a zero-width space inside a word is no edge", "zwei\xE2\x80\x8Bteile", "zwei\xE2\x80\x8Bteile"},
        {"elsewhere it is white", "zwei\xE2\x80\x8B,\xE2\x80\x8Bteile\xE2\x80\x8B", "zwei|,|teile"},
        {"a byte order mark is white", "\xEF\xBB\xBFtext", "text"},
        {"each mark alone", "?!…»", "?|!|…|»"},
        {"symbols alone", "5 € < 6 $", "5|€|<|6|$"},
        {"superscripts alone", "m²", "m|²"},
        {"a hole",
         "a\xEF\xBF\xBC"
         "b",
         "a|\xEF\xBF\xBC|b"},
        {"× is no letter", "3×4", "3|×|4"},
        {"a heart keeps its variation selector", "❤\xEF\xB8\x8F!", "❤\xEF\xB8\x8F|!"},
        {"Cyrillic", "Я люблю «Москву».", "Я|люблю|«|Москву|»|."},
        {"vowel signs stay in Hindi words", "हिन्दी भाषा।", "हिन्दी|भाषा|।"},
        {"Korean has spaces", "한국어 문장", "한국어|문장"},
        {"a run of Thai is one without a deputy", "ภาษาไทย2", "ภาษาไทย|2"},
        {"scripts part", "iPhoneは新しい", "iPhone|は新しい"},
    };
    mtl_arena arena = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, cut(mtl_cstr(r->text), &arena), mtl_cstr(r->tokens));
    mtl_arena_reset(&arena);
}

static void tokens_say_what_stands_before_them(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text;
        uint32_t flags;
    } rows[] = {
        {"nothing", "x", 0},
        {"one space", " x", MTL_SPACE_BEFORE},
        {"two spaces are wide", "  x", MTL_SPACE_BEFORE | MTL_WIDE_BEFORE},
        {"a tab is wide", "\tx", MTL_SPACE_BEFORE | MTL_WIDE_BEFORE},
        {"a no-break space is wide", "\xC2\xA0x", MTL_SPACE_BEFORE | MTL_WIDE_BEFORE},
        {"a line break", "\nx", MTL_SPACE_BEFORE | MTL_BREAK_BEFORE | MTL_WIDE_BEFORE},
        {"a line break among spaces", " \r\n x", MTL_SPACE_BEFORE | MTL_BREAK_BEFORE | MTL_WIDE_BEFORE},
        {"a line separator", "\xE2\x80\xA8x", MTL_SPACE_BEFORE | MTL_BREAK_BEFORE | MTL_WIDE_BEFORE},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        uint32_t at = 0, flags = UINT32_MAX;
        mtl_token_next(mtl_cstr(r->text), &at, &flags);
        CHECK_NUMBER(r->promise, flags, r->flags);
    }
}

static void tokens_are_capped(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *unit;
    } rows[] = {
        {"letters of one byte", "a"},
        {"letters of two bytes, odd cap or not", "ä"},
        {"of three", "ệ"},
        {"of four", "𐐀"},
        {"digits with separators", "1."},
        {"letters with apostrophes", "a'"},
        {"Han", "漢"},
        {"accents without end", "\xCC\x81"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_out out = {0};
        mtl_out_char(&out, 'a');
        while (mtl_out_bytes(&out).n <= 3 * MTL_MAX_TOKEN_BYTES)
            mtl_out_str(&out, mtl_cstr(r->unit));
        const mtl_str text = mtl_out_bytes(&out);
        uint32_t at = 0, flags, end = 0;
        for (mtl_span token = mtl_token_next(text, &at, &flags); token.len; token = mtl_token_next(text, &at, &flags)) {
            CHECK_NUMBER(r->promise, token.at, end);
            CHECK(r->promise, token.len <= MTL_MAX_TOKEN_BYTES);
            CHECK_NUMBER(r->promise, mtl_utf8_valid(mtl_str_cut(text, token)), token.len);
            end = mtl_span_end(token);
        }
        CHECK_NUMBER(r->promise, end, text.n);
        mtl_out_free(&out);
    }
}

static void a_document_is_cut_block_by_block(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_types types;
    mtl_types_init(&types, (mtl_lexemes){0});
    mtl_doc *doc = write_doc(MTL_LIT("Ein Satz.|ไปเที่ยวทะเล กัน|ein"), '|', &arena);
    mtl_tokenize(doc, &types, mtl_segment_words, mtl_breaker_new(&arena));
    mtl_err err;
    CHECK("the document keeps its promises", mtl_doc_check(doc, &err));
    CHECK_NUMBER("the first block", doc->blocks.items[0].ntokens, 3);
    CHECK_NUMBER("a deputy finds Thai words", doc->blocks.items[1].ntokens, 4);
    CHECK_NUMBER("the second begins behind the first", doc->blocks.items[1].first_token, 3);
    const mtl_token *thai = doc->tokens.items + 3, *last = &mtl_vec_last(&doc->tokens);
    CHECK_STR("the first Thai word", mtl_token_text(doc, thai), MTL_LIT("ไป"));
    CHECK_NUMBER("inside a run there is no space", thai[1].flags, 0);
    CHECK_NUMBER("behind it there is", thai[3].flags, MTL_SPACE_BEFORE);
    CHECK("one word, whatever its case", last->type->folded == doc->tokens.items[0].type->folded);
    CHECK("but two forms", last->type != doc->tokens.items[0].type);
    mtl_types_free(&types);
    mtl_arena_reset(&arena);
}

/* ---- the oracle ---- */

typedef struct ends {
    mtl_out out;
    mtl_str text;
} ends;

static void note_word(void *user, mtl_span at)
{
    ends *e = user;
    mtl_out_char(&e->out, '|');
    mtl_out_str(&e->out, mtl_str_cut(e->text, at));
}

static mtl_str our_words(mtl_str text, ends *e)
{
    uint32_t at = 0, flags;
    for (mtl_span token = mtl_token_next(text, &at, &flags); token.len; token = mtl_token_next(text, &at, &flags)) {
        size_t i = token.at;
        const mtl_char kind = mtl_char_kind(mtl_utf8_next(text, &i));
        if (kind == MTL_CHAR_LETTER || kind == MTL_CHAR_DIGIT)
            note_word(e, token);
    }
    return mtl_out_bytes(&e->out);
}

/* Known to differ, and left out here: ICU joins abc.def, a:b and snake_case, and parts 10:30 and digits from Hangul (25명). */
static void words_are_those_of_icu(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text;
    } rows[] = {
        {"German", "Die Bürgermeisterin („Frau Öz“) zahlte 1.234,50 Euro – für 3D-Drucker, sagt ’s Gericht."},
        {"English", "It's the dogs' dinner; don't ask O'Brien about 90% of B2B, 'cause he'd say no."},
        {"French", "L’homme qu’il a vu s’appelle Étienne ; aujourd'hui, c'est « fini » !"},
        {"Portuguese", "Torna-se difícil: a 1ª edição custou R$ 2.500,00 — não é?"},
        {"Spanish", "¿Qué pasó? ¡Nada! La niña cumplió 8 años el 1 de mayo."},
        {"Filipino", "Nag-usap ang mga pinuno nina Marcos at Duterte; ’di raw totoo ’yon."},
        {"Turkish", "İstanbul'da ılık bir gün; Ankara'nın nüfusu 5,6 milyon."},
        {"Vietnamese", "Tiếng Việt có nhiều dấu, phải không?"},
        {"Polish", "Zażółć gęślą jaźń – 12 maja o świcie."},
        {"Russian", "Объявление: «Съешь ещё этих булок», 25 шт."},
        {"Greek", "Ο άνθρωπος είπε: «όλα καλά»!"},
        {"Arabic", "قال الوزير إنّ العدد بلغ ٢٥ شخصًا، أمس."},
        {"Hindi", "उसने कहा कि २५ लोग आए थे।"},
        {"Korean", "정부는 어제 25 명이 왔다고 밝혔다."},
        {"accents on their own", "Ame\xCC\x81lie et Zoe\xCC\x88, a\xCC\x83o"},
        {"soft hyphens", "Donau\xC2\xAD"
                         "dampf\xC2\xADschiff"},
    };
    mtl_arena arena = {0};
    mtl_breaker *breaker = mtl_breaker_new(&arena);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        ends ours = {.text = mtl_cstr(r->text)}, icu = {.text = mtl_cstr(r->text)};
        mtl_segment_icu_words(breaker, icu.text, note_word, &icu);
        CHECK_STR(r->promise, our_words(ours.text, &ours), mtl_out_bytes(&icu.out));
        mtl_out_free(&ours.out);
        mtl_out_free(&icu.out);
    }
    mtl_arena_reset(&arena);
}

/* ---- types ---- */

static void types_know_their_word(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *form;
        mtl_class kind;
        mtl_case letters;
        uint32_t code, nchars;
    } rows[] = {
        {"small", "haus", MTL_WORD, MTL_LOWER, 0, 4},
        {"capital", "Haus", MTL_WORD, MTL_CAPITAL, 0, 4},
        {"capital beyond ASCII", "Öl", MTL_WORD, MTL_CAPITAL, 0, 2},
        {"upper", "HAUS", MTL_WORD, MTL_UPPER, 0, 4},
        {"one capital letter is capital", "A", MTL_WORD, MTL_CAPITAL, 0, 1},
        {"one and a digit too", "G20", MTL_WORD, MTL_CAPITAL, 0, 3},
        {"mixed", "iPhone", MTL_WORD, MTL_MIXED, 0, 6},
        {"a plural s makes it mixed", "USAs", MTL_WORD, MTL_MIXED, 0, 4},
        {"a second capital too", "O'Brien", MTL_WORD, MTL_MIXED, 0, 7},
        {"an apostrophe changes nothing", "Geht’s", MTL_WORD, MTL_CAPITAL, 0, 6},
        {"scripts without case", "عدد", MTL_WORD, MTL_CASELESS, 0, 3},
        {"a number", "1.234,5", MTL_NUMBER, MTL_CASELESS, 0, 7},
        {"a mark", "„", MTL_PUNCT, MTL_CASELESS, 0x201E, 1},
        {"a symbol", "€", MTL_SYMBOL, MTL_CASELESS, 0x20AC, 1},
        {"a lone soft hyphen", "\xC2\xAD", MTL_SYMBOL, MTL_CASELESS, 0xAD, 1},
        {"a hole", "\xEF\xBF\xBC", MTL_VOID, MTL_CASELESS, 0, 1},
    };
    mtl_types types;
    mtl_types_init(&types, (mtl_lexemes){0});
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_type *t = mtl_types_intern(&types, mtl_cstr(r->form));
        CHECK_STR(r->promise, t->form, mtl_cstr(r->form));
        CHECK_NUMBER(r->promise, t->kind, r->kind);
        CHECK_NUMBER(r->promise, t->letters, r->letters);
        CHECK_NUMBER(r->promise, t->code, r->code);
        CHECK_NUMBER(r->promise, t->nchars, r->nchars);
        CHECK("a form has one type", t == mtl_types_intern(&types, mtl_cstr(r->form)));
        CHECK("the folded form is its own", t->folded->folded == t->folded);
        CHECK_NUMBER("the hash is of the folded form", t->hash, mtl_hash(t->folded->form));
    }
    mtl_types_free(&types);
}

static uint32_t count_asked(const void *user, uint64_t hash)
{
    return hash == mtl_fold_hash(MTL_LIT("haus")) ? *(const uint32_t *)user : 0;
}

static void types_ask_the_lexemes(void **state)
{
    (void)state;
    const uint32_t trigger = 7;
    mtl_types types;
    mtl_types_init(&types, (mtl_lexemes){.trigger = count_asked, .user = &trigger});
    CHECK_NUMBER("whatever the case", mtl_types_intern(&types, MTL_LIT("HAUS"))->trigger, 7);
    CHECK_NUMBER("no other word", mtl_types_intern(&types, MTL_LIT("Hauses"))->trigger, 0);
    CHECK_NUMBER("nobody knows a language", mtl_types_intern(&types, MTL_LIT("haus"))->languages, 0);
    CHECK_NUMBER("forms and their folded ones", types.items.n, 4);
    mtl_types_trim(&types);
    CHECK_NUMBER("a few types are kept", types.items.n, 4);
    mtl_types_free(&types);
    CHECK_NUMBER("all are forgotten, the lexemes are not", mtl_types_intern(&types, MTL_LIT("Haus"))->trigger, 7);
    mtl_types_free(&types);
}

static void words_are_found_by_folded_form(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *form;
        bool in;
    } rows[] = {
        {"as written", "und", true}, {"in capitals", "UND", true},       {"an entry in capitals", "us", true},
        {"no part", "un", false},    {"several words", "sie sie", true}, {"not one of them", "sie", false},
    };
    mtl_arena arena = {0};
    mtl_str items[] = {MTL_LIT("und"), MTL_LIT("US"), MTL_LIT("sie Sie")};
    const mtl_words words = mtl_words_make(&(mtl_strs){.items = items, .n = MTL_COUNT(items)}, &arena), none = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        CHECK_NUMBER(r->promise, mtl_words_has_hash(&words, mtl_fold_hash(mtl_cstr(r->form))), r->in);
        CHECK("all zero holds nothing", !mtl_words_has_hash(&none, mtl_fold_hash(mtl_cstr(r->form))));
    }
    mtl_types types;
    mtl_types_init(&types, (mtl_lexemes){0});
    CHECK("by type", mtl_words_has(&words, mtl_types_intern(&types, MTL_LIT("Und"))));
    mtl_types_free(&types);
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_have_a_kind),
        cmocka_unit_test(scripts_without_spaces_are_known),
        cmocka_unit_test(words_are_folded),
        cmocka_unit_test(text_is_cut_into_tokens),
        cmocka_unit_test(tokens_say_what_stands_before_them),
        cmocka_unit_test(tokens_are_capped),
        cmocka_unit_test(a_document_is_cut_block_by_block),
        cmocka_unit_test(words_are_those_of_icu),
        cmocka_unit_test(types_know_their_word),
        cmocka_unit_test(types_ask_the_lexemes),
        cmocka_unit_test(words_are_found_by_folded_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
