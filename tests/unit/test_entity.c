/* Promises of format/entity: what a character reference means, and how long one is. */
#include "format/entity.h"
#include "rows.h"

static const struct row {
    const char *promise;
    mtl_str ref, meaning;
} rows[] = {
    {"a name", BYTES("&auml;"), BYTES("ä")},
    {"capitals count", BYTES("&Auml;"), BYTES("Ä")},
    {"the first name", BYTES("&AElig;"), BYTES("Æ")},
    {"the last name", BYTES("&zwnj;"), BYTES("\xE2\x80\x8C")},
    {"two code points", BYTES("&NotEqualTilde;"), BYTES("\xE2\x89\x82\xCC\xB8")},
    {"a number", BYTES("&#228;"), BYTES("ä")},
    {"a hexadecimal number", BYTES("&#xE4;"), BYTES("ä")},
    {"with a capital X", BYTES("&#Xe4;"), BYTES("ä")},
    {"beyond the first plane", BYTES("&#128512;"), BYTES("😀")},
    {"a number of Windows-1252", BYTES("&#150;"), BYTES("–")},
    {"nothing stands at 0", BYTES("&#0;"), BYTES("\xEF\xBF\xBD")},
    {"nor at half of a pair", BYTES("&#xD800;"), BYTES("\xEF\xBF\xBD")},
    {"nor beyond the last plane", BYTES("&#x110000;"), BYTES("\xEF\xBF\xBD")},
    {"no such name", BYTES("&auuml;"), BYTES("")},
    {"the head of a name", BYTES("&aum;"), BYTES("")},
    {"no digits", BYTES("&#;"), BYTES("")},
    {"no hexadecimal digits", BYTES("&#x;"), BYTES("")},
    {"a digit too large", BYTES("&#1a;"), BYTES("")},
    {"no semicolon", BYTES("&auml"), BYTES("")},
    {"no name", BYTES("&;"), BYTES("")},
};

static void references_mean_what_html_says(void **state)
{
    (void)state;
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        char out[MTL_ENTITY_BYTES];
        const size_t n = mtl_entity_meaning(r->ref, out);
        CHECK_STR(r->promise, ((mtl_str){out, n}), r->meaning);
    }
}

static void references_end_at_their_semicolon(void **state)
{
    (void)state;
    CHECK_NUMBER("a name", mtl_entity_length(MTL_LIT("&auml;pfel")), 6);
    CHECK_NUMBER("unknown too", mtl_entity_length(MTL_LIT("&nichts;")), 8);
    CHECK_NUMBER("a number", mtl_entity_length(MTL_LIT("&#228;")), 6);
    CHECK_NUMBER("a space ends none", mtl_entity_length(MTL_LIT("& auml;")), 0);
    CHECK_NUMBER("no semicolon", mtl_entity_length(MTL_LIT("&auml pfel")), 0);
    CHECK_NUMBER("cut off", mtl_entity_length(MTL_LIT("&auml")), 0);
    CHECK_NUMBER("no name", mtl_entity_length(MTL_LIT("&;")), 0);
    CHECK_NUMBER("no number", mtl_entity_length(MTL_LIT("&#;")), 0);
    CHECK_NUMBER("nothing", mtl_entity_length(MTL_LIT("")), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(references_mean_what_html_says),
        cmocka_unit_test(references_end_at_their_semicolon),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
