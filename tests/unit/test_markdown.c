/* Promises of format/markdown that the cases of tests/format do not show: language, title and comments, suffixes, what a fix writes. */
#include "base/out.h"
#include "format/reader.h"
#include "rows.h"

static mtl_doc *read_page(mtl_str bytes, mtl_arena *arena)
{
    mtl_source *source = mtl_arena_one(arena, mtl_source);
    mtl_layer *layer = mtl_arena_one(arena, mtl_layer);
    mtl_doc *doc = mtl_arena_one(arena, mtl_doc);
    *source = (mtl_source){.path = MTL_LIT("test.md"), .bytes = bytes};
    *layer = (mtl_layer){.bytes = bytes};
    mtl_reading reading = {.source = source, .layer = layer, .arena = arena};
    mtl_err err = {0};
    mtl_doc_init(doc, source, layer, arena);
    assert_int_equal(mtl_reader_named(MTL_LIT("markdown"))->next(&reading, doc, &err), MTL_STEP_DOCUMENT);
    mtl_doc_seal(doc);
    if (!mtl_doc_check(doc, &err))
        fail_msg("%s", err.what);
    return doc;
}

static const struct row {
    const char *promise;
    mtl_str page, title, lang;
} rows[] = {
    {"front matter tells both", BYTES("---\ntitle: Am See\nlang: de\n---\n"), BYTES("Am See"), BYTES("de")},
    {"in quotation marks", BYTES("---\ntitle: \"Am \\\"See\\\"\"\nlanguage: 'pt-BR'\n---\n"), BYTES("Am \"See\""), BYTES("pt-BR")},
    {"as a locale", BYTES("---\nlocale: pt_BR\n---\n"), BYTES(""), BYTES("pt-BR")},
    {"a name of a language is no tag", BYTES("---\nlanguage: German\n---\n"), BYTES(""), BYTES("")},
    {"in TOML", BYTES("+++\ntitle = 'Am See'\nlang = \"de\"\n+++\n"), BYTES("Am See"), BYTES("de")},
    {"with CRLF", BYTES("---\r\ntitle: Am See\r\nlang: de\r\n---\r\n"), BYTES("Am See"), BYTES("de")},
    {"a value without end is none", BYTES("---\ntitle: \"Am See\nlang: de\n---\n"), BYTES(""), BYTES("de")},
    {"without an end it is none", BYTES("---\ntitle: Am See\n"), BYTES(""), BYTES("")},
    {"nor below an empty line", BYTES("\n---\ntitle: Am See\n---\n"), BYTES(""), BYTES("")},
};

static void pages_tell_title_and_language(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_doc *doc = read_page(r->page, &arena);
        CHECK_STR(r->promise, doc->title, r->title);
        CHECK_STR(r->promise, doc->lang, r->lang);
    }
    mtl_arena_reset(&arena);
}

static void comments_are_notes(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    const mtl_doc *doc = read_page(MTL_LIT("Am <!-- eins --> See.\n\n> <!-- zwei\n> drei -->\n"), &arena);
    CHECK_NUMBER("one in a line, one on its own", doc->notes.n, 2);
    CHECK_SPAN("in a line", doc->notes.items[0], ((mtl_span){3, 13}));
    CHECK_SPAN("on its own, over a quotation mark", doc->notes.items[1], ((mtl_span){25, 20}));
    mtl_arena_reset(&arena);
}

static void inputs_find_their_reader(void **state)
{
    (void)state;
    static const char *const paths[] = {"a.md", "b/README.markdown", "c.mdown", "d.mkd"};
    for (const char *const *path = paths; path < MTL_END(paths); path++)
        CHECK_STR("by its suffix", mtl_cstr(mtl_reader_for(mtl_cstr(*path), MTL_LIT(""))->name), MTL_LIT("markdown"));
}

static void fixes_bring_no_markup(void **state)
{
    (void)state;
    static const struct fix {
        const char *promise;
        mtl_str text, written;
    } fixes[] = {
        {"text stays", BYTES("US-Beamte – „ja“."), BYTES("US-Beamte – „ja“.")},
        {"marks of emphasis", BYTES("*a* _b_"), BYTES("\\*a\\* \\_b\\_")},
        {"brackets, code, tags, cells", BYTES("[a] `b` <c> |"), BYTES("\\[a\\] \\`b\\` \\<c> \\|")},
        {"a backslash", BYTES("a\\b"), BYTES("a\\\\b")},
        {"a reference, but no other ampersand", BYTES("&amp; A & B"), BYTES("\\&amp; A & B")},
    };
    for (const struct fix *f = fixes; f < MTL_END(fixes); f++) {
        mtl_out out = {0};
        mtl_reader_named(MTL_LIT("markdown"))->escape(f->text, &out);
        CHECK_STR(f->promise, mtl_out_bytes(&out), f->written);
        mtl_out_free(&out);
    }
}

static void what_pictures_show_is_furniture(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    const mtl_doc *doc = read_page(MTL_LIT("Es regnet.\n\n![see](see.jpg \"Am Ufer\")\n\nWir bleiben.\n"), &arena);
    static const bool furniture[] = {false, true, true, false};
    CHECK_NUMBER("text, two of the picture, text", doc->blocks.n, MTL_COUNT(furniture));
    for (uint32_t i = 0; i < doc->blocks.n; i++)
        CHECK("furniture", doc->blocks.items[i].furniture == furniture[i]);
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_tell_title_and_language),   cmocka_unit_test(comments_are_notes),
        cmocka_unit_test(inputs_find_their_reader),        cmocka_unit_test(fixes_bring_no_markup),
        cmocka_unit_test(what_pictures_show_is_furniture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
