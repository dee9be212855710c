/* Promises of format/plain: what a block is, and where its bytes came from. */
#include "base/out.h"
#include "format/reader.h"
#include "rows.h"

/* The document that the plain reader makes of BYTES; it must be the only one. */
static mtl_doc *read_plain(mtl_str bytes, mtl_arena *arena)
{
    mtl_source *source = mtl_arena_one(arena, mtl_source);
    mtl_layer *layer = mtl_arena_one(arena, mtl_layer);
    mtl_doc *doc = mtl_arena_one(arena, mtl_doc), none;
    *source = (mtl_source){.path = MTL_LIT("test.txt"), .bytes = bytes};
    *layer = (mtl_layer){.bytes = bytes};
    mtl_reading reading = {.source = source, .layer = layer, .arena = arena};
    const mtl_reader *plain = mtl_reader_named(MTL_LIT("plain"));
    mtl_err err = {0};
    assert_non_null(plain);
    mtl_doc_init(doc, source, layer, arena);
    assert_int_equal(plain->next(&reading, doc, &err), MTL_STEP_DOCUMENT);
    mtl_doc_seal(doc);
    if (!mtl_doc_check(doc, &err))
        fail_msg("%s", err.what);
    mtl_doc_init(&none, source, layer, arena);
    assert_int_equal(plain->next(&reading, &none, &err), MTL_STEP_END);
    return doc;
}

/* Each block as its kind and its text, "P:text|", line ends in it as a slash. */
static mtl_str blocks_of(const mtl_doc *doc, mtl_arena *arena)
{
    static const char letters[] = {[MTL_PARAGRAPH] = 'P', [MTL_HEADING] = 'H', [MTL_ITEM] = 'I'};
    mtl_out out = {0};
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        const mtl_block *b = &doc->blocks.items[i];
        mtl_out_fmt(&out, "%c:", letters[b->kind]);
        for (uint32_t at = b->text.at; at < mtl_span_end(b->text); at++)
            mtl_out_char(&out, doc->text.p[at] == '\n' || doc->text.p[at] == '\r' ? '/' : doc->text.p[at]);
        mtl_out_char(&out, '|');
    }
    const mtl_str all = mtl_str_copy(mtl_out_bytes(&out), arena);
    mtl_out_free(&out);
    return all;
}

#define WRAPPED_1 "Der Fluss tritt im Frühjahr oft über seine"
#define WRAPPED_2 "Ufer, und die Wiesen stehen dann wochenlang"
#define WRAPPED_3 "unter Wasser."

static const struct row {
    const char *promise;
    mtl_str text;
    const char *blocks;
} rows[] = {
    {"nothing", BYTES(""), ""},
    {"white space alone", BYTES(" \t\n \n\n"), ""},
    {"a mark of the byte order alone", BYTES("\xEF\xBB\xBF"), ""},
    {"a mark of the byte order is no text",
     BYTES("\xEF\xBB\xBF"
           "Es regnet.\n"),
     "P:Es regnet.|"},
    {"a line is a block", BYTES("Es regnet.\nWir bleiben.\n"), "P:Es regnet.|P:Wir bleiben.|"},
    {"no line end at the end", BYTES("Es regnet.\nWir bleiben."), "P:Es regnet.|P:Wir bleiben.|"},
    {"empty lines are none", BYTES("\n\nEs regnet.\n\n\nWir bleiben.\n\n"), "P:Es regnet.|P:Wir bleiben.|"},
    {"lines of white space are none", BYTES("Es regnet.\n \t \nWir bleiben.\n"), "P:Es regnet.|P:Wir bleiben.|"},
    {"CRLF", BYTES("Es regnet.\r\nWir bleiben.\r\n"), "P:Es regnet.|P:Wir bleiben.|"},
    {"a lone CR", BYTES("Es regnet.\rWir bleiben.\r"), "P:Es regnet.|P:Wir bleiben.|"},
    {"all of them", BYTES("Eins.\nZwei.\r\nDrei.\rVier."), "P:Eins.|P:Zwei.|P:Drei.|P:Vier.|"},
    {"white space at the ends is no text", BYTES("  Es regnet. \t\n"), "P:Es regnet.|"},
    {"a short line without a mark is a heading", BYTES("Hochwasser im Tal\n\nEs regnet.\n"), "H:Hochwasser im Tal|P:Es regnet.|"},
    {"a question is none", BYTES("Wer zahlt?\n"), "P:Wer zahlt?|"},
    {"nor what ends in a closing mark", BYTES("„Wir zahlen“\n»Wir zahlen«\n"), "P:„Wir zahlen“|P:»Wir zahlen«|"},
    {"items", BYTES("- Brot\n* Käse\n• Äpfel\n– Birnen\n"), "I:- Brot|I:* Käse|I:• Äpfel|I:– Birnen|"},
    {"numbered items", BYTES("1. Brot\n2) Käse\n"), "I:1. Brot|I:2) Käse|"},
    {"a hyphen without a space is no item", BYTES("-fach gelobt.\n"), "P:-fach gelobt.|"},
    {"a year is no item", BYTES("2024 war nass.\n"), "P:2024 war nass.|"},
    {"wrapped lines are one paragraph", BYTES(WRAPPED_1 "\n" WRAPPED_2 "\n" WRAPPED_3 "\n"),
     "P:" WRAPPED_1 "/" WRAPPED_2 "/" WRAPPED_3 "|"},
    {"with CRLF too", BYTES(WRAPPED_1 "\r\n" WRAPPED_2 "\r\n" WRAPPED_3), "P:" WRAPPED_1 "//" WRAPPED_2 "//" WRAPPED_3 "|"},
    {"an empty line ends them", BYTES(WRAPPED_1 "\n" WRAPPED_2 ".\n\n" WRAPPED_3 "\n"),
     "P:" WRAPPED_1 "/" WRAPPED_2 ".|P:" WRAPPED_3 "|"},
    {"verse is not joined", BYTES("Der Mond ist fort,\ndie Nacht ist lang,\nich gehe heim\nmit leisem Gang.\n"),
     "P:Der Mond ist fort,|P:die Nacht ist lang,|H:ich gehe heim|P:mit leisem Gang.|"},
    {"a list is not joined",
     BYTES("- ein Brot vom Bäcker an der Ecke, gut durch\n- zwei Pfund Äpfel, wenn es noch welche gibt\n- Salz\n"),
     "I:- ein Brot vom Bäcker an der Ecke, gut durch|I:- zwei Pfund Äpfel, wenn es noch welche gibt|I:- Salz|"},
    {"paragraphs of a line each are not joined",
     BYTES("Der Fluss tritt oft über die Ufer.\nDann stehen die Wiesen unter Wasser, oft bis in den Mai.\n"),
     "P:Der Fluss tritt oft über die Ufer.|P:Dann stehen die Wiesen unter Wasser, oft bis in den Mai.|"},
    {"the next word would just have fitted",
     BYTES("Die alten Leute gehen heute noch zu Fuß ins\nDorf hinunter, wenn am Abend die Glocke schlägt.\n"),
     "H:Die alten Leute gehen heute noch zu Fuß ins|P:Dorf hinunter, wenn am Abend die Glocke schlägt.|"},
    {"it would not", BYTES("Die alten Leute gehen heute noch zu Fuß ins\nDörfle hinunter, wenn abends die Glocke läutet.\n"),
     "P:Die alten Leute gehen heute noch zu Fuß ins/Dörfle hinunter, wenn abends die Glocke läutet.|"},
    {"tags are text", BYTES("<b>Es</b> regnet.\n"), "P:<b>Es</b> regnet.|"},
};

static void lines_become_blocks(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, blocks_of(read_plain(r->text, &arena), &arena), mtl_cstr(r->blocks));
    mtl_arena_reset(&arena);
}

static void places_are_those_of_the_file(void **state)
{
    (void)state;
    static const mtl_str text = BYTES("\xEF\xBB\xBF"
                                      "Titel\r\n\r\n  Es regnet.\r\n");
    mtl_arena arena = {0};
    const mtl_doc *doc = read_plain(text, &arena);
    CHECK_NUMBER("two blocks", doc->blocks.n, 2);
    CHECK_SPAN("behind the mark", mtl_doc_to_source(doc, doc->blocks.items[0].text), ((mtl_span){3, 5}));
    CHECK_SPAN("behind line ends and spaces", mtl_doc_to_source(doc, doc->blocks.items[1].text), ((mtl_span){14, 10}));
    mtl_arena_reset(&arena);
}

static void inputs_find_their_reader(void **state)
{
    (void)state;
    static const struct input {
        const char *promise, *path, *reader;
    } inputs[] = {
        {"by its suffix", "a/b.txt", "plain"},
        {"no suffix is plain text", "README", "plain"},
        {"an unknown one too", "a.xyz", "plain"},
    };
    for (const struct input *i = inputs; i < MTL_END(inputs); i++)
        CHECK_STR(i->promise, mtl_cstr(mtl_reader_for(mtl_cstr(i->path), MTL_LIT("Es regnet."))->name), mtl_cstr(i->reader));
    CHECK("a name", mtl_reader_named(MTL_LIT("plain")) != NULL);
    CHECK("no name", mtl_reader_named(MTL_LIT("plan")) == NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_become_blocks),
        cmocka_unit_test(places_are_those_of_the_file),
        cmocka_unit_test(inputs_find_their_reader),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
