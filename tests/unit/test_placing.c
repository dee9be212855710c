/* Promises of rule/placing: where a match counts, and what is then marked. A row's text has one block a line; a bar ends a sentence,
 * brackets stand around the match, guillemets around a quotation. */
#include "rows.h"
#include "rule/placing.h"

typedef struct page {
    mtl_arena arena;
    mtl_types types;
    mtl_source source;
    mtl_layer layer;
    mtl_doc doc;
    mtl_facts facts;
    mtl_span match;
    MTL_VEC(mtl_span) quoted;
} page;

/* The text without its marks for bars and brackets, which set the match and, in order, the ends of sentences. */
static mtl_str strip(page *p, mtl_str text, uint32_t *ends, uint32_t *nends)
{
    char *out = mtl_arena_alloc(&p->arena, text.n + 1);
    uint32_t n = 0, quote = 0;
    for (size_t i = 0; i < text.n; i++) {
        const mtl_str rest = {text.p + i, text.n - i};
        if (mtl_str_starts(rest, MTL_LIT("«")))
            quote = n;
        if (mtl_str_starts(rest, MTL_LIT("»")))
            mtl_vec_push(&p->quoted, &p->arena, ((mtl_span){quote, n + 2 - quote}));
        if (text.p[i] == '[')
            p->match.at = n;
        else if (text.p[i] == ']')
            p->match.len = n - p->match.at;
        else if (text.p[i] == '|')
            ends[(*nends)++] = n;
        else
            out[n++] = text.p[i];
    }
    return (mtl_str){out, n};
}

/* Sentences without the white space at their ends, as segmentation leaves them. */
static void add_sentences(page *p, mtl_block *block, const uint32_t *ends, uint32_t nends)
{
    uint32_t from = block->text.at;
    block->first_sentence = p->doc.sentences.n;
    for (uint32_t i = 0; i <= nends; i++) {
        const uint32_t end = i < nends ? ends[i] : mtl_span_end(block->text);
        if (end <= from || end > mtl_span_end(block->text))
            continue;
        const mtl_str cut = mtl_str_trim((mtl_str){p->doc.text.p + from, end - from});
        mtl_vec_push(&p->doc.sentences, &p->arena, ((mtl_span){(uint32_t)(cut.p - p->doc.text.p), (uint32_t)cut.n}));
        from = end;
    }
    block->nsentences = p->doc.sentences.n - block->first_sentence;
}

static void open_page(page *p, const char *row)
{
    *p = (page){0};
    uint32_t ends[16] = {0}, nends = 0;
    const mtl_str text = strip(p, mtl_cstr(row), ends, &nends);
    mtl_types_init(&p->types, (mtl_lexemes){0});
    assert_true(mtl_source_take(&p->source, MTL_LIT("page"), text, (mtl_str){0}, 1u << 20, &p->arena, NULL));
    p->layer = (mtl_layer){.bytes = p->source.bytes};
    mtl_doc_init(&p->doc, &p->source, &p->layer, &p->arena);
    for (size_t at = 0; at < text.n;) { /* the document has a newline between blocks too: places are the same */
        const size_t newline = mtl_str_find(text, MTL_LIT("\n"), at), end = newline == SIZE_MAX ? text.n : newline;
        mtl_doc_open(&p->doc, MTL_PARAGRAPH, MTL_TARGET, MTL_LIT("en"));
        mtl_doc_copy(&p->doc, (mtl_span){(uint32_t)at, (uint32_t)(end - at)});
        mtl_doc_close(&p->doc);
        at = end + 1;
    }
    mtl_doc_seal(&p->doc);
    mtl_tokenize(&p->doc, &p->types, NULL, NULL);
    for (uint32_t i = 0; i < p->doc.blocks.n; i++)
        add_sentences(p, &p->doc.blocks.items[i], ends, nends);
    p->facts.quotes = (mtl_quotes){.quoted = p->quoted.items, .nquoted = p->quoted.n};
}

static void close_page(page *p)
{
    mtl_types_free(&p->types);
    mtl_arena_reset(&p->arena);
}

static uint32_t choice(const char *const *names, const char *name)
{
    uint32_t i = 0;
    while (names[i] && strcmp(names[i], name) != 0)
        i++;
    assert_non_null(names[i]);
    return i;
}

/* What is marked; "-" where the match does not count. */
static mtl_str mark_of(const page *p, const mtl_placing *placing)
{
    const mtl_block *block = p->doc.blocks.items;
    while (mtl_span_end(block->text) <= p->match.at)
        block++;
    const mtl_view view = {.doc = &p->doc, .block = block, .facts = &p->facts};
    mtl_span mark;
    return mtl_placing_allows(placing, &view, p->match, &mark) ? mtl_str_cut(p->doc.text, mark) : MTL_LIT("-");
}

static void matches_count_where_they_stand(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *where, *text, *mark;
    } rows[] = {
        {"anywhere", "anywhere", "Now [click here] please.", "click here"},
        {"a sentence starts with it", "sentence-start", "One.| [Click] here.", "Click"},
        {"behind a mark too", "sentence-start", "One.| – “[Click] here.", "Click"},
        {"not behind a word", "sentence-start", "One.| Now [click] here.", "-"},
        {"not behind a number", "sentence-start", "One.| 3 [clicks] here.", "-"},
        {"the whole of a sentence", "sentence", "One.| [Click here].| Two.", "Click here"},
        {"not a part of one", "sentence", "One.| [Click] here.| Two.", "-"},
        {"two whole sentences", "sentence", "[One.| Click here].| Two.", "One. Click here"},
        {"not one and a half", "sentence", "[One.| Click] here.| Two.", "-"},
        {"a block starts with it", "block-start", "A.\n* [Click] here.", "Click"},
        {"not a later sentence", "block-start", "A.\nOne.| [Click] here.", "-"},
        {"a block ends with it", "block-end", "One.| Click [here] …\nB.", "here"},
        {"not an earlier sentence", "block-end", "[One].| Click here.\nB.", "-"},
        {"the whole block", "block", "A.\n» [Click here]!\nB.", "Click here"},
        {"not its first sentence", "block", "A.\n[Click here].| Two.\nB.", "-"},
        {"not its last sentence", "block", "A.\nTwo.| [Click here].\nB.", "-"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        page p;
        open_page(&p, r->text);
        const mtl_placing placing = {.where = choice(mtl_placing_where, r->where)};
        CHECK_STR(r->promise, mark_of(&p, &placing), mtl_cstr(r->mark));
        close_page(&p);
    }
}

static void matches_count_near_an_edge(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        uint32_t edge;
        const char *side;
        uint32_t most_words;
        const char *text, *mark;
    } rows[] = {
        {"no edge", 0, "either", 0, "A\nB\n[C] c c\nD\nE", "C"},
        {"in the middle", 2, "either", 0, "A\nB\n[C] c c\nD\nE", "-"},
        {"first of two", 2, "either", 0, "[A]\nB\nC\nD\nE", "A"},
        {"second of two", 2, "head", 0, "A\n[B]\nC\nD\nE", "B"},
        {"last but one of two", 2, "tail", 0, "A\nB\nC\n[D]\nE", "D"},
        {"head is no tail", 2, "tail", 0, "A\n[B]\nC\nD\nE", "-"},
        {"tail is no head", 2, "head", 0, "A\nB\nC\n[D]\nE", "-"},
        {"all of a short text", 9, "tail", 0, "[A]\nB", "A"},
        {"words enough", 0, "either", 3, "A\n[C], 2 – c!\nE", "C"},
        {"a word too many", 0, "either", 3, "A\n[C] c c c\nE", "-"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        page p;
        open_page(&p, r->text);
        const mtl_placing placing = {.edge = r->edge, .side = choice(mtl_placing_side, r->side), .most_words = r->most_words};
        CHECK_STR(r->promise, mark_of(&p, &placing), mtl_cstr(r->mark));
        close_page(&p);
    }
}

static void quotations_are_left_alone(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *quoted, *text, *mark;
    } rows[] = {
        {"outside", "outside", "One «two» [three].", "three"},   {"inside is not outside", "outside", "One «two [three]».", "-"},
        {"inside", "inside", "One «two [three]».", "three"},     {"outside is not inside", "inside", "One «two» [three].", "-"},
        {"any is inside", "any", "One «two [three]».", "three"}, {"any is outside", "any", "One «two» [three].", "three"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        page p;
        open_page(&p, r->text);
        const mtl_placing placing = {.quoted = choice(mtl_placing_quoted, r->quoted)};
        CHECK_STR(r->promise, mark_of(&p, &placing), mtl_cstr(r->mark));
        close_page(&p);
    }
}

static void as_much_is_marked_as_was_asked(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *flag, *text, *mark;
    } rows[] = {
        {"the match", "match", "A.\n One.| Now [click] here.| Two. \nB.", "click"},
        {"its sentence", "sentence", "A.\n One.| Now [click] here.| Two. \nB.", "Now click here."},
        {"its sentences", "sentence", "A.\n One.| Now [click here.| Two]. \nB.", "Now click here. Two."},
        {"the rest of the block", "rest", "A.\n One.| Now [click] here.| Two. \nB.", "Now click here. Two."},
        {"the block", "block", "A.\n One.| Now [click] here.| Two. \nB.", "One. Now click here. Two."},
        {"without no-break spaces", "block", "A.\n\u00a0Now [click] here.\u00a0\nB.", "Now click here."},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        page p;
        open_page(&p, r->text);
        const mtl_placing placing = {.flag = choice(mtl_placing_flag, r->flag)};
        CHECK_STR(r->promise, mark_of(&p, &placing), mtl_cstr(r->mark));
        close_page(&p);
    }
}

static void a_missing_proof_is_sure(void **state)
{
    (void)state;
    const mtl_placing none = {0}, likely = {.proof = choice(mtl_placing_proof, "likely")},
                      doubtful = {.proof = choice(mtl_placing_proof, "doubtful")};
    CHECK_NUMBER("missing", mtl_placing_says(&none), MTL_SURE);
    CHECK_NUMBER("likely", mtl_placing_says(&likely), MTL_LIKELY);
    CHECK_NUMBER("doubtful", mtl_placing_says(&doubtful), MTL_DOUBTFUL);
}

static void a_side_needs_an_edge(void **state)
{
    (void)state;
    mtl_problems problems = {0};
    const mtl_placing half = {.side = choice(mtl_placing_side, "tail")}, whole = {.side = half.side, .edge = 3};
    CHECK("without", !mtl_placing_check(&half, MTL_LIT("rule.yml"), 3, &problems));
    CHECK("with", mtl_placing_check(&whole, MTL_LIT("rule.yml"), 3, &problems));
    CHECK_NUMBER("one problem", problems.n, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_count_where_they_stand), cmocka_unit_test(matches_count_near_an_edge),
        cmocka_unit_test(quotations_are_left_alone),      cmocka_unit_test(as_much_is_marked_as_was_asked),
        cmocka_unit_test(a_missing_proof_is_sure),        cmocka_unit_test(a_side_needs_an_edge),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
