/* Promises of facts/casing: how a document writes a word where a capital means something. */
#include "facts/casing.h"
#include "lang/segment.h"
#include "tokenized.h"

static const struct row {
    const char *promise, *text, *word;
    mtl_case_count n;
} rows[] = {
    {"in mid-sentence", "Er sah das Haus und das Haus.", "Haus", {0, 2, 0}},
    {"in small letters", "Ele viu a casa e a casa.", "casa", {2, 0, 0}},
    {"all capitals", "Er sah die EU und die EU.", "EU", {0, 0, 2}},
    {"a capital inside", "Er sah iPhone gern.", "iphone", {0, 0, 1}},
    {"the head of a sentence says nothing", "Haus ist er. Haus bleibt er.", "Haus", {0, 0, 0}},
    {"nor does what a quotation mark opens", "Er rief “Haus” laut.", "Haus", {0, 0, 0}},
    {"nor what follows a colon", "Er rief: Haus und Hof.", "Haus", {0, 0, 0}},
    {"a comma ends no sentence", "Er rief, Haus und Hof.", "Haus", {0, 1, 0}},
    {"a hyphen neither", "Das US-Haus.", "Haus", {0, 1, 0}},
    {"a slash joins two names", "Das Foto von Kim/Haus.", "Haus", {0, 1, 0}},
    {"a word that is not there", "Er sah es.", "Haus", {0, 0, 0}},
};

static void cases_are_counted(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    mtl_breaker *breaker = mtl_breaker_new(&b.arena);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_doc *doc = (mtl_doc *)(uintptr_t)tokenize(&b, "de", r->text);
        mtl_segment(doc, breaker);
        const mtl_casing casing = mtl_casing_gather(doc, &b.arena);
        const mtl_case_count n = mtl_casing_of(&casing, mtl_fold_hash(mtl_cstr(r->word)));
        CHECK_NUMBER(r->promise, n.lower, r->n.lower);
        CHECK_NUMBER(r->promise, n.capital, r->n.capital);
        CHECK_NUMBER(r->promise, n.other, r->n.other);
    }
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
