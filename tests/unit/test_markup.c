/* Promises of facts/markup: what a document is written in. */
#include "facts/markup.h"
#include "tokenized.h"

static const struct row {
    const char *promise, *text, *markup;
} rows[] = {
    {"plain text", "Der Eintritt ist frei.", ""},
    {"bold type alone is no Markdown", "Der Eintritt ist **frei**, auch **sonntags**.", ""},
    {"items alone are not", "- Brot\f- Wein\fDer Eintritt ist **frei**.", ""},
    {"one heading alone is not", "# Markt\fDer Eintritt ist frei.", ""},
    {"two headings are", "# Markt\f## Eintritt\fEr ist frei.", "markdown "},
    {"a heading and items are", "# Markt\f- Brot\f- Wein", "markdown "},
    {"a link and bold type are", "Der **Plan** steht [hier](plan).", "markdown "},
    {"code and bold type are", "Mit `make` geht es **schnell**.", "markdown "},
    {"items in bold type are", "- **Brot:** fünf\f- **Wein:** drei", "markdown "},
    {"a hashtag is no heading", "#Markt\f#Eintritt", ""},
    {"brackets are no link", "Er kam (wie immer) [spät] (leider) zu [uns].", ""},
    {"most lines are tagged", "<p>Der Markt</p>\f<p>ist frei.</p>\fMehr.", "html "},
    {"one tag in a line is not HTML", "<strong>Der Markt ist frei.\fMehr.", ""},
    {"all of it stands between tags", "<p>Der Markt ist frei.</p>", "html "},
    {"it speaks of HTML", "In HTML ist es ein Absatz.", "told "},
    {"the name of a file does not", "Die Datei plan.html fehlt.", ""},
    {"it speaks of functions", "Dann ruft man main() auf.", "told "},
    {"a number to be filled in", "{0} von {1} Dateien", "strings "},
    {"a name to be filled in", "Hallo ${name}!", "strings "},
    {"a verb of print", "Es sind %d Dateien.", "strings "},
    {"a torn one is none", "Es sind % d von { 0 }.", ""},
    {"a share is none", "Es sind 50 % der Leute und 5%.", ""},
    {"nothing at all", "", ""},
};

static void the_notation_is_known(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_markup m = mtl_markup_gather(tokenize(&b, "de", r->text));
        mtl_out out = {0};
        mtl_out_fmt(&out, "%s%s%s%s", m.markdown ? "markdown " : "", m.html ? "html " : "", m.strings ? "strings " : "",
                    m.told ? "told " : "");
        CHECK_STR(r->promise, take(&b, &out), mtl_cstr(r->markup));
    }
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_notation_is_known)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
