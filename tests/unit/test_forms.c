/* Promises of facts/forms: which words and hyphenated words a document has. */
#include "facts/forms.h"
#include "tokenized.h"

static const struct row {
    const char *promise, *text, *form;
    uint32_t n;
} rows[] = {
    {"a word", "Das Haus steht leer.", "Haus", 1},
    {"as often as it comes", "Haus an Haus, neben dem Haus.", "Haus", 3},
    {"whatever its case", "HAUS und haus", "Haus", 2},
    {"case does not count beyond ASCII", "ÜBUNG, Übung", "übung", 2},
    {"a word that is not there", "Das Haus steht leer.", "Garten", 0},
    {"nothing", "Das Haus steht leer.", "", 0},
    {"a part of a word is no word", "Das Haustier schläft.", "Haus", 0},
    {"words joined by a hyphen", "Die US-Bürger reisen.", "US-Bürger", 1},
    {"more than two", "Die Open-Source-Lösung hält.", "Open-Source-Lösung", 1},
    {"a part of a compound is no word", "Die US-Bürger reisen.", "Bürger", 0},
    {"nor are two of three", "Die Open-Source-Lösung hält.", "Open-Source", 0},
    {"a compound in capitals", "DIE US-BÜRGER", "US-Bürger", 1},
    {"a space before the hyphen joins nothing", "Die US -Bürger reisen.", "US-Bürger", 0},
    {"nor one behind it", "Die US- Bürger reisen.", "US-Bürger", 0},
    {"the parts are words then", "Die US -Bürger reisen.", "Bürger", 1},
    {"a suspended hyphen joins nothing", "Ein- und Ausfuhr", "Ein", 1},
    {"a number may be joined", "die ika-5 araw", "ika-5", 1},
    {"a number is a form", "Es waren 40 Gäste.", "40", 1},
    {"a dash joins nothing", "Berlin–Wien", "Wien", 1},
    {"a hyphen that does not break",
     "die US\xE2\x80\x91"
     "Bürger",
     "US\xE2\x80\x91"
     "Bürger",
     1},
    {"a hyphen at the end of a block", "Das Haus-\fHaus", "Haus", 2},
    {"blocks are not joined", "Haus\f-Tür", "Haus-Tür", 0},
    {"an apostrophe is part of its word", "l'homme", "l'homme", 1},
};

static void forms_are_counted(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_forms forms = mtl_forms_gather(tokenize(&b, "de", r->text), &b.arena);
        CHECK_NUMBER(r->promise, mtl_forms_count(&forms, mtl_cstr(r->form)), r->n);
    }
    close_bench(&b);
}

static void an_empty_document_has_none(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    const mtl_forms forms = mtl_forms_gather(tokenize(&b, "de", ""), &b.arena);
    CHECK_NUMBER("no word", mtl_forms_count(&forms, MTL_LIT("Haus")), 0);
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_are_counted),
        cmocka_unit_test(an_empty_document_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
