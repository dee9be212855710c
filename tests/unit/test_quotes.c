/* Promises of facts/quotes: what every mark does where it stands, and which one is its partner. */
#include "facts/quotes.h"
#include "tokenized.h"

static const struct profile {
    const char *tag, *yaml;
} profiles[] = {
    {"de", "quotes: [\"„ “\", \"» «\", \"‚ ‘\", \"› ‹\"]\n"},
    {"en", "quotes: [\"“ ”\", \"‘ ’\"]\n"},
    {"es", "quotes: [\"« »\", \"“ ”\"]\n"},
    {"fr", "quotes: [\"« »\", \"“ ”\"]\n"},
    {"pt", "quotes: [\"“ ”\", \"« »\", \"‘ ’\"]\n"},
    {"fil", "quotes: [\"“ ”\", \"‘ ’\"]\n"},
};

static void set_up(bench *b)
{
    open_bench(b);
    for (const struct profile *p = profiles; p < MTL_END(profiles); p++)
        add_language(b, p->tag, p->yaml);
}

/* One sign for each mark: ( and ) have partners, [ opens again, < and > are alone, ~ runs on, . is no quotation mark. */
static mtl_str signs_of(bench *b, const mtl_doc *doc)
{
    const mtl_quotes quotes = mtl_quotes_gather(doc, &b->arena);
    mtl_out out = {0};
    for (uint32_t i = 0; i < quotes.n; i++) {
        const mtl_mark *m = &quotes.marks[i];
        const bool alone = m->partner == MTL_MARK_ALONE;
        CHECK("partners know each other", alone || quotes.marks[m->partner].partner == i);
        mtl_out_char(&out, m->role == MTL_MARK_OTHER     ? '.'
                           : m->role == MTL_MARK_RUNS_ON ? '~'
                           : m->role == MTL_MARK_OPEN    ? (m->again ? '['
                                                            : alone  ? '<'
                                                                     : '(')
                           : alone                       ? '>'
                                                         : ')');
    }
    return take(b, &out);
}

static const struct row {
    const char *promise, *tag, *text, *signs;
} rows[] = {
    {"no marks", "de", "Es regnet.", ""},
    {"a pair", "de", "Sie sagte: „Es regnet.“", "()"},
    {"two pairs", "de", "„Ja“, sagte er, „gern.“", "()()"},
    {"guillemets that point inwards", "de", "»Ja«, sagte er, »gern.«", "()()"},
    {"English ones", "en", "“Yes,” he said, “gladly.”", "()()"},
    {"straight ones", "fil", "\"Oo,\" sabi niya, \"sige.\"", "()()"},
    {"nested", "de", "„Er rief: ‚Halt!‘, und lief“, sagte sie.", "(())"},
    {"nested in guillemets", "de", "»Er rief: ›Halt!‹, und lief«, sagte sie.", "(())"},
    {"nested at the end", "en", "“He said, ‘Stop.’”", "(())"},
    {"nested straight ones", "en", "\"He said, 'Stop.'\"", "(())"},
    {"double inside double", "pt", "«Ele disse “pare” e saiu», contou.", "(())"},
    {"a mixed pair is a pair", "de", "„Es regnet\", sagte er.", "()"},
    {"likewise the other way round", "pt", "\"Chove”, disse ele.", "()"},
    {"Swedish style", "en", "”Yes,” he said.", "()"},
    {"French spacing", "fr", "Il dit : « Il pleut », puis « Bon ».", "()()"},
    {"French spacing at the edges", "fr", "« Il pleut »", "()"},
    {"French spacing that does not break", "fr", "«\xC2\xA0Il pleut\xC2\xA0», dit-il.", "()"},
    {"in brackets", "de", "Das Haus (die „Villa“) steht leer.", "()"},
    {"behind an elision", "pt", "a caixa d’“água” cheia", ".()"},
    {"behind a Spanish question mark", "es", "¿«Qué» dice?", "()"},
    {"dots at the beginning", "pt", "Ele disse: «...Há tempo», e saiu.", "()"},
    {"an option of a program", "en", "Use \"--force\" to go on.", "()"},
    {"an option at the beginning", "en", "\"--force\" goes on.", "()"},
    {"an apostrophe inside a word is none", "en", "It isn't the dog's.", ""},
    {"at its end", "en", "The dogs' house, the cats’ too.", ".."},
    {"at its beginning", "de", "So ’ne Sache, ’s ist spät.", ".."},
    {"an apostrophe inside a quotation", "en", "“The dogs’ house,” he said.", "(.)"},
    {"in Filipino", "fil", "Iba’t iba ang kulay, ’di ba?", "."},
    {"feet", "en", "He is 6' tall.", "."},
    {"inches", "en", "A screen of 27\" is enough.", "."},
    {"a number may be quoted", "en", "The \"27\" is blue.", "()"},
    {"a ditto mark in its cell", "en", "ditto\f\"\fditto", "."},
    {"an opening mark is left alone", "de", "Sie sagte: „Es regnet.", "<"},
    {"a closing mark too", "de", "Es regnet“, sagte sie.", ">"},
    {"a stray mark behind a pair", "de", "„Ja“, sagte er“.", "()>"},
    {"two that open", "de", "Die „Alte und die „Neue Welt“.", "<()"},
    {"an opening straight mark alone", "fil", "Sabi niya: \"Sige na.", "<"},
    {"a single mark alone is an apostrophe", "en", "He said ‘stop.", "."},
};

static void marks_find_their_partners(void **state)
{
    (void)state;
    bench b;
    set_up(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, signs_of(&b, tokenize(&b, r->tag, r->text)), mtl_cstr(r->signs));
    close_bench(&b);
}

#define LINE     "\fUnd noch ein Satz."
#define LINES_7  LINE LINE LINE LINE LINE LINE LINE
#define LINES_28 LINES_7 LINES_7 LINES_7 LINES_7

static const struct row long_ones[] = {
    {"over two paragraphs", "de", "„Es regnet.\fWir bleiben.“", "()"},
    {"a pair between them", "de", "„Es regnet.\fDas „Haus“ steht.\fWir bleiben.“", "(())"},
    {"opened again by the same mark", "en", "“It rains.\f“We stay,” he said.", "~[)"},
    {"twice", "en", "“It rains.\f“It pours.\f“We stay.”", "~~[)"},
    {"opened again by the closing mark", "es", "«Llueve.\f»Nos quedamos», dijo.", "~[)"},
    {"another mark opens nothing again", "en", "“It rains.\f‘We stay’, he said.", "<()"},
    {"a long one without a mark inside", "de", "„Es regnet." LINES_28 "\fWir bleiben.“", "()"},
    {"a longer one is two mistakes", "de", "„Es regnet." LINES_28 LINES_7 "\fWir bleiben.“", "<>"},
    {"with pairs inside it may be less long", "de", "„Es regnet.\fDas „Haus“ steht." LINES_7 LINES_7 LINE LINE "\fWir bleiben.“",
     "<()>"},
    {"a closing mark before an opening one", "de", "Es regnet.“\f„Wir bleiben.", "><"},
    {"a pair that closes as it opens", "en", "“It rains.\fWe stay.“", "()"},
    {"two left open in one paragraph", "es", "Dijo: “Llueve y añadió: “Nos quedamos.\fTodos”.\fY así fue”.", "(())"},
    {"in two paragraphs", "es", "Dijo: “Llueve.\fY añadió: “Nos quedamos.\fTodos”.\fY así fue”.", "<()>"},
    {"marks that do not fit", "de", "„Es regnet.\fWir bleiben.»", "<>"},
};

static void quotations_run_over_paragraphs(void **state)
{
    (void)state;
    bench b;
    set_up(&b);
    for (const struct row *r = long_ones; r < MTL_END(long_ones); r++)
        CHECK_STR(r->promise, signs_of(&b, tokenize(&b, r->tag, r->text)), mtl_cstr(r->signs));
    close_bench(&b);
}

static void depths_are_counted(void **state)
{
    (void)state;
    bench b;
    set_up(&b);
    const mtl_quotes quotes = mtl_quotes_gather(tokenize(&b, "de", "„Er rief: ‚Halt!‘, und“, so sie, „ja.“"), &b.arena);
    static const uint32_t depths[] = {0, 1, 1, 0, 0, 0};
    CHECK_NUMBER("six marks", quotes.n, MTL_COUNT(depths));
    for (uint32_t i = 0; i < quotes.n; i++)
        CHECK_NUMBER("depth", quotes.marks[i].depth, depths[i]);
    CHECK_NUMBER("two passages", quotes.nquoted, 2);
    close_bench(&b);
}

static void places_lie_inside_or_outside(void **state)
{
    (void)state;
    static const struct place { /* what is asked about is marked by # */
        const char *promise, *text;
        bool inside;
    } places[] = {
        {"inside", "Er sagt „das # hier“ laut.", true},
        {"before", "Er # sagt „das hier“ laut.", false},
        {"behind", "Er sagt „das hier“ # laut.", false},
        {"right behind", "Er sagt „das hier“# laut.", false},
        {"at its first byte", "Er sagt #„das hier“ laut.", false},
        {"between two", "„Das“ # „hier“", false},
        {"in the inner one", "„Er rief ‚so # nicht‘ laut“", true},
        {"behind the inner one", "„Er rief ‚so nicht‘ # laut“", true},
        {"in the second", "„Das“ und „# hier“", true},
        {"behind a mark that is alone", "Er sagt „das # hier", false},
        {"in the next paragraph", "„Er sagt das.\fUnd # das.“", true},
        {"no marks", "Er # sagt das.", false},
    };
    bench b;
    set_up(&b);
    for (const struct place *p = places; p < MTL_END(places); p++) {
        const mtl_doc *doc = tokenize(&b, "de", p->text);
        const mtl_quotes quotes = mtl_quotes_gather(doc, &b.arena);
        CHECK_NUMBER(p->promise, mtl_quotes_inside(&quotes, (uint32_t)mtl_str_find(doc->text, MTL_LIT("#"), 0)), p->inside);
    }
    close_bench(&b);
}

static void marks_have_their_kinds(void **state)
{
    (void)state;
    CHECK("“ is double", mtl_quotes_is_double(0x201C));
    CHECK("« is double", mtl_quotes_is_double(0xAB));
    CHECK("‘ is not", !mtl_quotes_is_double(0x2018));
    CHECK("nor is a letter", !mtl_quotes_is_double('a'));
    CHECK("„ “ is German", mtl_quotes_match(0x201E, 0x201C));
    CHECK("„ ” is Polish", mtl_quotes_match(0x201E, 0x201D));
    CHECK("“ « is nobody's", !mtl_quotes_match(0x201C, 0xAB));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_find_their_partners), cmocka_unit_test(quotations_run_over_paragraphs),
        cmocka_unit_test(depths_are_counted),        cmocka_unit_test(places_lie_inside_or_outside),
        cmocka_unit_test(marks_have_their_kinds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
