/* Promises of text/source and text/doc: bytes, places, and text that never loses its origin. */
#include "rows.h"
#include "text/doc.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool take(mtl_source *source, mtl_str bytes, mtl_arena *arena, mtl_err *err)
{
    return mtl_source_take(source, MTL_LIT("t.txt"), bytes, (mtl_str){0}, 1000, arena, err);
}

/* ---- source ---- */

static void lines_begin_where_editors_say(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_str bytes;
        uint32_t nlines, lines[4];
    } rows[] = {
        {"an empty file has one line", BYTES(""), 1, {0}},
        {"no line end at all", BYTES("abc"), 1, {0}},
        {"a last line end begins an empty line", BYTES("a\n"), 2, {0, 2}},
        {"LF", BYTES("a\nb\nc"), 3, {0, 2, 4}},
        {"CRLF is one end", BYTES("a\r\nb\r\nc"), 3, {0, 3, 6}},
        {"a lone CR is one too", BYTES("a\rb\rc"), 3, {0, 2, 4}},
        {"CR CR LF are two", BYTES("a\r\r\nb"), 3, {0, 2, 4}},
        {"LF CR are two", BYTES("a\n\rb"), 3, {0, 2, 3}},
        {"a CR at the very end", BYTES("a\r"), 2, {0, 2}},
        {"the byte order mark stands in line 1",
         BYTES("\xEF\xBB\xBF"
               "a\nb"),
         2,
         {0, 5}},
        {"U+2028 ends no line",
         BYTES("a\xE2\x80\xA8"
               "b"),
         1,
         {0}},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_source source;
        CHECK(r->promise, take(&source, r->bytes, &arena, NULL));
        CHECK_NUMBER(r->promise, source.nlines, r->nlines);
        for (uint32_t i = 0; i < r->nlines; i++)
            CHECK_NUMBER(r->promise, source.lines[i], r->lines[i]);
        mtl_arena_reset(&arena);
    }
}

static void places_count_in_the_unit_asked_for(void **state)
{
    (void)state;
    static const char text[] = "Stra\xC3\x9F"
                               "e 5 \xE2\x82\xAC\r\n\xF0\x9F\x98\x80 gut\n\nEnde";
    static const struct row {
        const char *promise;
        uint32_t byte, line, bytes, points, utf16;
    } rows[] = {
        {"the first byte is column 1", 0, 1, 1, 1, 1},
        {"before a letter of two bytes", 4, 1, 5, 5, 5},
        {"after it", 6, 1, 7, 6, 6},
        {"after one of three bytes", 13, 1, 14, 11, 11},
        {"between CR and LF it is still line 1", 14, 1, 15, 12, 12},
        {"the next line begins at 1 again", 15, 2, 1, 1, 1},
        {"a code point over U+FFFF is two units of UTF-16", 19, 2, 5, 2, 3},
        {"the line end belongs to its line", 23, 2, 9, 6, 7},
        {"an empty line", 24, 3, 1, 1, 1},
        {"the last line", 25, 4, 1, 1, 1},
        {"the end of the file is a place", 29, 4, 5, 5, 5},
        {"what lies beyond is the end", 4000000000u, 4, 5, 5, 5},
    };
    mtl_arena arena = {0};
    mtl_source source;
    assert_true(take(&source, (mtl_str){text, sizeof text - 1}, &arena, NULL));
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        CHECK_NUMBER(r->promise, mtl_source_place(&source, r->byte, MTL_BYTES).line, r->line);
        CHECK_NUMBER(r->promise, mtl_source_place(&source, r->byte, MTL_BYTES).column, r->bytes);
        CHECK_NUMBER(r->promise, mtl_source_place(&source, r->byte, MTL_CODE_POINTS).column, r->points);
        CHECK_NUMBER(r->promise, mtl_source_place(&source, r->byte, MTL_UTF16).column, r->utf16);
    }
    mtl_arena_reset(&arena);
}

static void a_long_line_counts_like_a_short_one(void **state)
{
    (void)state;
    static const char unit[] = "a\xC3\x9F\xE2\x82\xAC\xF0\x9F\x98\x80"; /* 10 bytes, 4 characters, 5 units of UTF-16 */
    enum { BYTES_EACH = sizeof unit - 1, TIMES = 5 * MTL_SOURCE_STEP / BYTES_EACH };
    mtl_arena arena = {0};
    mtl_source source;
    char *bytes = mtl_arena_array(&arena, char, 2 + BYTES_EACH * TIMES);
    memcpy(bytes, "x\n", 2);
    for (uint32_t i = 0; i < TIMES; i++)
        memcpy(bytes + 2 + i * BYTES_EACH, unit, BYTES_EACH);
    assert_true(mtl_source_take(&source, MTL_LIT("long"), (mtl_str){bytes, 2 + BYTES_EACH * TIMES}, (mtl_str){0}, UINT32_MAX,
                                &arena, NULL));
    for (uint32_t i = 0; i <= TIMES; i++) {
        CHECK_NUMBER("bytes", mtl_source_place(&source, 2 + i * BYTES_EACH, MTL_BYTES).column, i * BYTES_EACH + 1);
        CHECK_NUMBER("characters", mtl_source_place(&source, 2 + i * BYTES_EACH, MTL_CODE_POINTS).column, i * 4 + 1);
        CHECK_NUMBER("units of UTF-16", mtl_source_place(&source, 2 + i * BYTES_EACH, MTL_UTF16).column, i * 5 + 1);
    }
    mtl_arena_reset(&arena);
}

static void what_is_no_text_is_refused_with_its_place(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_str bytes;
        mtl_code code;
        uint32_t line, column;
        const char *says;
    } rows[] = {
        {"Latin-1 is told by byte, line and column",
         BYTES("eins\nStra\xDF"
               "e"),
         MTL_EENCODING, 2, 5, "byte 9 (0xDF)"},
        {"the column counts code points", BYTES("\xC3\xA4\xC3\xA4\xFF"), MTL_EENCODING, 1, 3, "byte 4 (0xFF)"},
        {"a code point cut off by the end", BYTES("abc\xE2\x82"), MTL_EENCODING, 1, 4, "byte 3 (0xE2)"},
        {"the cure is named", BYTES("\xE4"), MTL_EENCODING, 1, 1, "--encoding windows-1252"},
        {"NUL means binary", BYTES("ab\ncd\0e"), MTL_EENCODING, 2, 0, "byte 5 is NUL"},
        {"so do bytes that no text has", BYTES("a\xFF\0b"), MTL_EENCODING, 1, 0, "byte 1 is 0xFF; mtlint reads text"},
        {"and the other way round", BYTES("a\0\xFF"), MTL_EENCODING, 1, 0, "byte 1 is NUL"},
        {"half a unit of UTF-16 is none",
         BYTES("\xFF\xFE"
               "a\0b"),
         MTL_EENCODING, 1, 2, "byte 4 (0x62) means nothing in UTF-16LE"},
        {"an encoding that there is none of", BYTES("<?xml version='1.0' encoding='klingon'?>"), MTL_EENCODING, 0, 0,
         "--encoding utf-8"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_source source = {.nlines = 77};
        mtl_err err = {0};
        CHECK(r->promise, !take(&source, r->bytes, &arena, &err));
        CHECK_NUMBER(r->promise, err.code, r->code);
        CHECK_NUMBER(r->promise, err.line, r->line);
        CHECK_NUMBER(r->promise, err.column, r->column);
        CHECK_STR(r->promise, mtl_cstr(err.where), MTL_LIT("t.txt"));
        if (mtl_str_find(mtl_cstr(err.what), mtl_cstr(r->says), 0) == SIZE_MAX)
            fail_msg("%s: “%s” does not say “%s”", r->promise, err.what, r->says);
        CHECK_NUMBER("a failure leaves the output alone", source.nlines, 77);
        mtl_arena_reset(&arena);
    }
}

static void a_bad_byte_among_good_ones_is_passed_over(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_str bytes, text;
        uint32_t nbad, line, column;
    } rows[] = {
        {"nothing bad", BYTES("äöüß"), BYTES("äöüß"), 0, 0, 0},
        {"one of many", BYTES("äö\xFFüß"), BYTES("äö\x7Füß"), 1, 1, 3},
        {"cut off by the end", BYTES("äöüß\na\xE2"), BYTES("äöüß\na\x7F"), 1, 2, 2},
        {"two, and where the first is", BYTES("äöüß\n\xE4ÄÖÜẞ\xFF"), BYTES("äöüß\n\x7FÄÖÜẞ\x7F"), 2, 2, 1},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_source source;
        CHECK(r->promise, take(&source, r->bytes, &arena, NULL));
        CHECK_STR(r->promise, source.bytes, r->text);
        CHECK_NUMBER(r->promise, source.nbad, r->nbad);
        CHECK_NUMBER(r->promise, source.nbad ? source.bad[0].line : 0, r->line);
        CHECK_NUMBER(r->promise, source.nbad ? source.bad[0].column : 0, r->column);
        mtl_arena_reset(&arena);
    }
}

static void the_cap_is_exact(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_source source;
    mtl_err err;
    CHECK("as many bytes as the cap", mtl_source_take(&source, MTL_LIT("t"), MTL_LIT("12345"), (mtl_str){0}, 5, &arena, &err));
    CHECK("one more is refused", !mtl_source_take(&source, MTL_LIT("t"), MTL_LIT("123456"), (mtl_str){0}, 5, &arena, &err));
    CHECK("by its limit", err.code == MTL_ELIMIT && mtl_str_find(mtl_cstr(err.what), MTL_LIT("5 bytes"), 0) != SIZE_MAX);
    CHECK("and its option", mtl_str_find(mtl_cstr(err.what), MTL_LIT("--max-file"), 0) != SIZE_MAX);
    mtl_arena_reset(&arena);
}

static void write_file(const char *path, mtl_str bytes)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
    assert_int_equal(fclose(f), 0);
}

static void files_are_read_or_told(void **state)
{
    (void)state;
    char folder[] = "/tmp/mtlint-test-XXXXXX", file[64], pipe_path[64], missing[64];
    assert_non_null(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/a.txt", folder);
    snprintf(pipe_path, sizeof pipe_path, "%s/pipe", folder);
    snprintf(missing, sizeof missing, "%s/missing", folder);
    write_file(file, MTL_LIT("eins\nzwei\n"));
    assert_int_equal(mkfifo(pipe_path, 0600), 0);

    mtl_arena arena = {0};
    mtl_source source;
    mtl_err err;
    CHECK("a file is read whole", mtl_source_open(&source, file, 100, &arena, &err));
    CHECK_STR("byte for byte", source.bytes, MTL_LIT("eins\nzwei\n"));
    CHECK_STR("under its name", source.path, mtl_cstr(file));
    CHECK("a file as large as the cap", mtl_source_open(&source, file, 10, &arena, &err));
    CHECK("a larger one is refused", !mtl_source_open(&source, file, 9, &arena, &err) && err.code == MTL_ELIMIT);
    write_file(file, (mtl_str){"", 0});
    CHECK("an empty file is a file", mtl_source_open(&source, file, 100, &arena, &err) && source.bytes.n == 0);
    CHECK("a folder is told", !mtl_source_open(&source, folder, 100, &arena, &err) && err.code == MTL_EIO);
    CHECK_STR("as such", mtl_cstr(err.what), MTL_LIT("is a folder, not a file"));
    CHECK("a missing file is told", !mtl_source_open(&source, missing, 100, &arena, &err));
    CHECK_STR("as such", mtl_cstr(err.what), MTL_LIT("no such file"));
    CHECK("a pipe nobody writes to does not hang", mtl_source_open(&source, pipe_path, 100, &arena, &err) && source.bytes.n == 0);
    mtl_arena_reset(&arena);
    unlink(file);
    unlink(pipe_path);
    rmdir(folder);
}

/* ---- doc ---- */

/* "<p>Zölle &amp; <b>Steuern</b></p><!--off--><p></p><p>Ende</p>" as an HTML reader would hand it over. */
static const char page[] = "<p>Z\xC3\xB6lle &amp; <b>Steuern</b></p><!--off--><p></p><p>Ende</p>";
enum { ZOLL = 3, AMP = 10, SPACE = 15, B = 16, STEUERN = 19, B_END = 26, NOTE = 34, ENDE = 54 };

static void read_page(mtl_doc *doc, mtl_source *source, mtl_layer *layer, mtl_arena *arena)
{
    assert_true(take(source, (mtl_str){page, sizeof page - 1}, arena, NULL));
    *layer = (mtl_layer){.bytes = source->bytes};
    mtl_doc_init(doc, source, layer, arena);
    mtl_doc_open(doc, MTL_PARAGRAPH, MTL_TARGET, MTL_LIT("de"));
    mtl_doc_copy(doc, (mtl_span){ZOLL, 3});
    mtl_doc_copy(doc, (mtl_span){ZOLL + 3, AMP - ZOLL - 3});
    mtl_doc_put(doc, (mtl_span){AMP, 5}, MTL_LIT("&"));
    mtl_doc_copy(doc, (mtl_span){SPACE, 1});
    mtl_doc_hole(doc, (mtl_span){B, 3});
    mtl_doc_copy(doc, (mtl_span){STEUERN, 7});
    mtl_doc_hole(doc, (mtl_span){B_END, 4});
    mtl_doc_close(doc);
    mtl_doc_note(doc, (mtl_span){NOTE, 10});
    mtl_doc_open(doc, MTL_PARAGRAPH, MTL_TARGET, MTL_LIT("de"));
    mtl_doc_close(doc);
    mtl_doc_open(doc, MTL_PARAGRAPH, MTL_TARGET, MTL_LIT("de"));
    mtl_doc_copy(doc, (mtl_span){ENDE, 4});
    mtl_doc_hole(doc, (mtl_span){ENDE + 4, 1});
    mtl_doc_drop(doc);
    mtl_doc_open(doc, MTL_HEADING, MTL_TARGET, MTL_LIT("de"));
    mtl_doc_copy(doc, (mtl_span){ENDE, 4});
    mtl_doc_close(doc);
    mtl_doc_seal(doc);
}

static void a_document_is_what_was_handed_over(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_source source;
    mtl_layer layer;
    mtl_doc doc;
    read_page(&doc, &source, &layer, &arena);
    mtl_err err;
    CHECK("its promises hold", mtl_doc_check(&doc, &err));
    CHECK_STR("the text", doc.text, MTL_LIT("Z\xC3\xB6lle & \xEF\xBF\xBCSteuern\xEF\xBF\xBC\nEnde\n"));
    CHECK_NUMBER("copies that touch are one piece", doc.pieces.n, 7);
    CHECK_NUMBER("an empty block is dropped", doc.blocks.n, 2);
    CHECK_SPAN("the first block", doc.blocks.items[0].text, ((mtl_span){0, 22}));
    CHECK_SPAN("the next begins behind a separator", doc.blocks.items[1].text, ((mtl_span){23, 4}));
    CHECK("kinds stay", doc.blocks.items[1].kind == MTL_HEADING);
    CHECK_SPAN("a comment keeps its place", doc.notes.items[0], ((mtl_span){NOTE, 10}));
    mtl_arena_reset(&arena);
}

static void places_are_mapped_not_searched(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_span text, src;
        bool plain;
    } rows[] = {
        {"a word", {0, 6}, {ZOLL, 6}, true},
        {"a part of a word", {3, 3}, {ZOLL + 3, 3}, true},
        {"a reference is all of its bytes", {7, 1}, {AMP, 5}, true},
        {"a word and the reference", {0, 8}, {ZOLL, 12}, true},
        {"the reference and what follows", {7, 2}, {AMP, 6}, true},
        {"a tag is all of its bytes, and no text", {9, 3}, {B, 3}, false},
        {"across a tag", {7, 7}, {AMP, 11}, false},
        {"the word inside the tags", {12, 7}, {STEUERN, 7}, true},
        {"from the first byte to the last", {0, 22}, {ZOLL, 27}, false},
        {"the second block", {23, 4}, {ENDE, 4}, true},
        {"an empty span stays empty", {3, 0}, {ZOLL + 3, 0}, true},
        {"also at the end of a block", {27, 0}, {ENDE + 4, 0}, true},
        {"across two blocks nothing is plain", {19, 6}, {B_END, ENDE + 2 - B_END}, false},
    };
    mtl_arena arena = {0};
    mtl_source source;
    mtl_layer layer;
    mtl_doc doc;
    read_page(&doc, &source, &layer, &arena);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        CHECK_SPAN(r->promise, mtl_doc_to_source(&doc, r->text), r->src);
        if (mtl_doc_is_plain(&doc, r->text) != r->plain)
            fail_msg("%s: plain is %d", r->promise, !r->plain);
    }
    mtl_arena_reset(&arena);
}

static void an_empty_document_has_no_places(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_source source;
    mtl_layer layer;
    mtl_doc doc;
    assert_true(take(&source, MTL_LIT("<p></p>"), &arena, NULL));
    layer = (mtl_layer){.bytes = source.bytes};
    mtl_doc_init(&doc, &source, &layer, &arena);
    mtl_doc_seal(&doc);
    CHECK("it is in order", mtl_doc_check(&doc, NULL));
    CHECK_SPAN("every place is the start", mtl_doc_to_source(&doc, (mtl_span){0, 0}), ((mtl_span){0, 0}));
    CHECK("nothing in it can be replaced", !mtl_doc_is_plain(&doc, (mtl_span){0, 0}));
    mtl_arena_reset(&arena);
}

static void what_has_no_bytes_stays(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_source source;
    mtl_doc doc;
    assert_true(take(&source, MTL_LIT("am|am"), &arena, NULL));
    const mtl_layer layer = {.bytes = source.bytes};
    mtl_layering above = {.below = &layer, .arena = &arena};
    mtl_layering_copy(&above, (mtl_span){0, 2});
    mtl_layering_put(&above, (mtl_span){2, 0}, MTL_LIT("\n"));
    mtl_layering_copy(&above, (mtl_span){3, 2});
    mtl_doc_init(&doc, &source, mtl_layering_done(&above, NULL), &arena);
    mtl_doc_open(&doc, MTL_PARAGRAPH, MTL_TARGET, MTL_LIT("de"));
    mtl_doc_copy(&doc, (mtl_span){0, 2});
    mtl_doc_put(&doc, (mtl_span){2, 1}, MTL_LIT(" "));
    mtl_doc_copy(&doc, (mtl_span){3, 2});
    mtl_doc_close(&doc);
    mtl_doc_seal(&doc);
    CHECK("it is in order", mtl_doc_check(&doc, NULL));
    CHECK_SPAN("it stands between two bytes", mtl_doc_to_source(&doc, (mtl_span){2, 1}), ((mtl_span){2, 0}));
    CHECK("it cannot be replaced", !mtl_doc_is_plain(&doc, (mtl_span){2, 1}));
    CHECK("nor with what stands before it", !mtl_doc_is_plain(&doc, (mtl_span){0, 3}));
    CHECK("nor with what stands behind", !mtl_doc_is_plain(&doc, (mtl_span){2, 3}));
    CHECK("but that can", mtl_doc_is_plain(&doc, (mtl_span){3, 2}));
    mtl_arena_reset(&arena);
}

/* ---- doc_check ---- */

static void break_utf8(mtl_doc *doc)
{
    doc->bytes.items[1] = '\xFF';
}

static void break_copy(mtl_doc *doc)
{
    doc->bytes.items[0] = 'X';
}

static void break_gap(mtl_doc *doc)
{
    doc->pieces.items[1].text.at++;
}

static void break_length(mtl_doc *doc)
{
    doc->pieces.items[5].text.len += 4;
}

static void break_empty_piece(mtl_doc *doc)
{
    doc->pieces.items[2].text.len = 0;
}

static void break_order(mtl_doc *doc)
{
    doc->pieces.items[3].src.at = 0;
}

static void break_overlap(mtl_doc *doc)
{
    doc->pieces.items[1].src.len = 6;
}

static void break_outside(mtl_doc *doc)
{
    doc->pieces.items[5].src.len = 500;
}

static void break_cover(mtl_doc *doc)
{
    doc->pieces.n--;
}

static void break_stray_piece(mtl_doc *doc)
{
    doc->blocks.n--;
}

static void break_blocks(mtl_doc *doc)
{
    doc->blocks.items[1].text.at = 2;
}

static void break_empty_block(mtl_doc *doc)
{
    doc->blocks.items[1].text.len = 0;
}

static void break_block_end(mtl_doc *doc)
{
    doc->blocks.items[1].text.len = 50;
}

static void break_sentences(mtl_doc *doc)
{
    mtl_vec_push(&doc->sentences, doc->arena, ((mtl_span){5, 9}));
    mtl_vec_push(&doc->sentences, doc->arena, ((mtl_span){3, 1}));
    doc->blocks.items[0].nsentences = 2;
}

static void break_tokens(mtl_doc *doc)
{
    mtl_vec_push(&doc->tokens, doc->arena, ((mtl_token){.at = {20, 8}}));
    doc->blocks.items[0].ntokens = 1;
}

static void break_empty_token(mtl_doc *doc)
{
    mtl_vec_push(&doc->tokens, doc->arena, ((mtl_token){.at = {3, 0}}));
    doc->blocks.items[0].ntokens = 1;
}

static void what_reaches_over_a_gap_stands_in_its_longer_part(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_source source;
    mtl_doc doc;
    assert_true(take(&source, MTL_LIT("[\"Das am \", \"am Montag.\"]"), &arena, NULL));
    const mtl_layer file = {.bytes = source.bytes};
    mtl_doc_init(&doc, &source, &file, &arena);
    mtl_doc_open(&doc, MTL_PARAGRAPH, MTL_TARGET, (mtl_str){0});
    mtl_doc_copy(&doc, (mtl_span){2, 7});
    doc.apart = true;
    mtl_doc_copy(&doc, (mtl_span){13, 10});
    mtl_doc_close(&doc);
    mtl_doc_seal(&doc);
    static const struct row {
        const char *promise;
        mtl_span text, src;
    } rows[] = {
        {"before it", {4, 2}, {6, 2}},
        {"behind it", {7, 2}, {13, 2}},
        {"the first is longer", {4, 5}, {6, 3}},
        {"the second is", {6, 4}, {13, 3}},
        {"of two alike the first", {6, 2}, {8, 1}},
        {"all of it", {0, 17}, {13, 10}},
        {"nothing, right behind", {7, 0}, {13, 0}},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_SPAN(r->promise, mtl_doc_to_source(&doc, r->text), r->src);
    CHECK("no correction reaches over it", !mtl_doc_is_plain(&doc, (mtl_span){4, 5}));
    CHECK("one beside it does", mtl_doc_is_plain(&doc, (mtl_span){7, 2}));
    mtl_arena_reset(&arena);
}

static void every_broken_promise_is_seen(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        void (*damage)(mtl_doc *);
        const char *says;
    } rows[] = {
        {"text that is no UTF-8", break_utf8, "text is UTF-8"},
        {"a copy that differs", break_copy, "copies are identical"},
        {"a hole between pieces", break_gap, "pieces follow each other"},
        {"a piece over the edge of its block", break_length, "pieces follow each other"},
        {"a piece of nothing", break_empty_piece, "pieces follow each other"},
        {"a piece from further up", break_order, "ascend in the source"},
        {"a copy from inside a reference", break_overlap, "do not overlap"},
        {"a piece from outside the file", break_outside, "inside the source"},
        {"text without an origin", break_cover, "pieces cover every byte"},
        {"a piece in no block", break_stray_piece, "every piece lies in a block"},
        {"blocks that overlap", break_blocks, "blocks lie in order"},
        {"a block of nothing", break_empty_block, "blocks lie in order"},
        {"a block beyond the text", break_block_end, "blocks lie in order"},
        {"sentences out of order", break_sentences, "sentences lie in order"},
        {"a token across the edge of its block", break_tokens, "tokens lie in order"},
        {"a token of nothing", break_empty_token, "tokens lie in order"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_source source;
        mtl_layer layer;
        mtl_doc doc;
        mtl_err err = {0};
        read_page(&doc, &source, &layer, &arena);
        r->damage(&doc);
        CHECK(r->promise, !mtl_doc_check(&doc, &err));
        if (mtl_str_find(mtl_cstr(err.what), mtl_cstr(r->says), 0) == SIZE_MAX)
            fail_msg("%s: “%s” does not say “%s”", r->promise, err.what, r->says);
        mtl_arena_reset(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_begin_where_editors_say),
        cmocka_unit_test(places_count_in_the_unit_asked_for),
        cmocka_unit_test(a_long_line_counts_like_a_short_one),
        cmocka_unit_test(what_is_no_text_is_refused_with_its_place),
        cmocka_unit_test(a_bad_byte_among_good_ones_is_passed_over),
        cmocka_unit_test(the_cap_is_exact),
        cmocka_unit_test(files_are_read_or_told),
        cmocka_unit_test(a_document_is_what_was_handed_over),
        cmocka_unit_test(places_are_mapped_not_searched),
        cmocka_unit_test(an_empty_document_has_no_places),
        cmocka_unit_test(what_has_no_bytes_stays),
        cmocka_unit_test(what_reaches_over_a_gap_stands_in_its_longer_part),
        cmocka_unit_test(every_broken_promise_is_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
