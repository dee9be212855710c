/* Promises of rule/triggers: which phrases are found where, and which are refused. */
#include "folder.h"
#include "rule/triggers.h"

typedef struct page { /* a text in blocks, one a line, cut into tokens */
    mtl_arena arena;
    mtl_triggers *triggers;
    mtl_types types;
    mtl_source source;
    mtl_layer layer;
    mtl_doc doc;
} page;

static uint32_t start(const void *user, uint64_t folded_hash)
{
    return mtl_triggers_start(user, folded_hash);
}

static void open_page(page *p)
{
    *p = (page){0};
    p->triggers = mtl_triggers_new(&p->arena);
}

static void read_page(page *p, const char *text)
{
    const mtl_str bytes = mtl_cstr(text);
    mtl_types_init(&p->types, (mtl_lexemes){.trigger = start, .user = p->triggers});
    assert_true(mtl_source_take(&p->source, MTL_LIT("page"), bytes, (mtl_str){0}, 1u << 20, &p->arena, NULL));
    p->layer = (mtl_layer){.bytes = p->source.bytes};
    mtl_doc_init(&p->doc, &p->source, &p->layer, &p->arena);
    for (size_t at = 0; at < bytes.n;) {
        const size_t newline = mtl_str_find(bytes, MTL_LIT("\n"), at), end = newline == SIZE_MAX ? bytes.n : newline;
        mtl_doc_open(&p->doc, MTL_PARAGRAPH, MTL_TARGET, MTL_LIT("en"));
        mtl_doc_copy(&p->doc, (mtl_span){(uint32_t)at, (uint32_t)(end - at)});
        mtl_doc_close(&p->doc);
        at = end + 1;
    }
    mtl_doc_seal(&p->doc);
    mtl_tokenize(&p->doc, &p->types, NULL, NULL);
}

static void close_page(page *p)
{
    mtl_types_free(&p->types);
    mtl_arena_reset(&p->arena);
}

typedef struct finds {
    page *page;
    mtl_str list; /* "rule.entry:text" and a semicolon for each */
} finds;

static void note(void *user, uint32_t rule, uint32_t entry, uint32_t first, uint32_t n)
{
    finds *f = user;
    const mtl_token *tokens = f->page->doc.tokens.items;
    const mtl_str text = mtl_str_cut(f->page->doc.text, mtl_span_join(tokens[first].at, tokens[first + n - 1].at));
    f->list = mtl_str_format(&f->page->arena, "%.*s%u.%u:%.*s;", MTL_FMT(f->list), rule, entry, MTL_FMT(text));
}

static mtl_str find_all(page *p)
{
    finds f = {p, MTL_LIT("")};
    for (uint32_t b = 0; b < p->doc.blocks.n; b++) {
        const mtl_block *block = &p->doc.blocks.items[b];
        for (uint32_t i = 0; i < block->ntokens; i++)
            mtl_triggers_match(p->triggers, &p->doc, block, block->first_token + i, note, &f);
    }
    return f.list;
}

static void phrases_are_found(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *phrase, *text, *found;
    } rows[] = {
        {"words in a row", "click here", "Please click here now", "0.0:click here;"},
        {"without case", "Click HERE", "CLICK here", "0.0:CLICK here;"},
        {"sharp s is folded", "GROSSE straße", "große STRASSE", "0.0:große STRASSE;"},
        {"either apostrophe", "l'heure", "l’heure", "0.0:l’heure;"},
        {"whatever white space", "click here", "click \u00a0 here", "0.0:click \u00a0 here;"},
        {"whole words only", "click here", "click hereafter, unclick here", ""},
        {"marks count", "click here", "click, here", ""},
        {"marks can be named", "click, here", "click , here", "0.0:click , here;"},
        {"a host name is three tokens", "DeepL.com", "by deepl.com.", "0.0:deepl.com;"},
        {"a phrase may begin with a mark", "[ad]", "see [ad] there", "0.0:[ad];"},
        {"one of several", "{read|see} more", "read more, see more, hear more", "0.0:read more;0.0:see more;"},
        {"an alternative of several words", "{by the way|so} he said", "by the way he said", "0.0:by the way he said;"},
        {"the empty one makes it optional", "read {much|} more", "read more; read much more", "0.0:read more;0.0:read much more;"},
        {"optional at the start", "{please|} click", "please click", "0.0:please click;0.0:click;"},
        {"braces in braces", "{a {b|c}|d} e", "a c e, d e, a e", "0.0:a c e;0.0:d e;"},
        {"braces after braces",
         "{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b} c",
         "a b a b a b a b a b a a a b b b a b a b c", "0.0:a b a b a b a b a b a a a b b b a b a b c;"},
        {"many forms, the first optional", "{a|b|c|d|e|f|g|h|i|j|k|} {l|m|} n", "k m n", "0.0:k m n;0.0:m n;0.0:n;"},
        {"many forms, one with a gap inside", "{a|b|c|d|e|f|g|h|i|j * k} l", "j x k l", "0.0:j x k l;"},
        {"only the longest of an entry", "read {more|}", "read more", "0.0:read more;"},
        {"a gap of nothing", "read * more", "read more", "0.0:read more;"},
        {"a gap of three", "read * more", "read a, b more", "0.0:read a, b more;"},
        {"no gap of four", "read * more", "read a, b c more", ""},
        {"a long gap of eight", "read ** more", "read 1 2 3 4 5 6 7 8 more", "0.0:read 1 2 3 4 5 6 7 8 more;"},
        {"no long gap of nine", "read ** more", "read 1 2 3 4 5 6 7 8 9 more", ""},
        {"gaps add up", "read * ** more", "read 1 2 3 4 5 6 7 8 9 10 11 more", "0.0:read 1 2 3 4 5 6 7 8 9 10 11 more;"},
        {"a number", "page # of", "Page 1.234 of", "0.0:Page 1.234 of;"},
        {"a number first", "# pages", "All 12 pages, x pages", "0.0:12 pages;"},
        {"a number first and as it stands", "{#|3} pages", "3 pages", "0.0:3 pages;"},
        {"a gap at the end", "page *", "page one of ten", "0.0:page one of ten;"},
        {"a gap at the end that is cut short", "page **", "the page\nis short", "0.0:page;"},
        {"a word is no number", "page # of", "page x of", ""},
        {"a number beside a mark", "(page #)", "(page 3)", "0.0:(page 3);"},
        {"a number as it stands", "page 3", "page 3, page 4", "0.0:page 3;"},
        {"no match crosses a block", "click here", "click\nhere", ""},
        {"a gap stays in its block", "click * here", "click it\nhere", ""},
        {"each start is found", "ha ha", "ha ha ha", "0.0:ha ha;0.0:ha ha;"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        page p;
        open_page(&p);
        mtl_err err = {0};
        CHECK(r->promise, mtl_triggers_add(p.triggers, mtl_cstr(r->phrase), 0, 0, MTL_LIT("rule.yml"), 1, &err));
        read_page(&p, r->text);
        CHECK_STR(r->promise, find_all(&p), mtl_cstr(r->found));
        close_page(&p);
    }
}

/* A lexicon of a few words. */
static mtl_lexicon *read_lexicon(page *p)
{
    folder f;
    open_folder(&f);
    make_file(&f, "words.txt",
              "runs\t400\tVf\trun\nran\t400\tVf\trun\nrun\t500\tN "
              "Vi\nquick\t400\tA\nParis\t500\tL\ncasa\t500\tNfs\ncasas\t500\tNfp\tcasa\n"
              "atleta\t400\tNmfs\nbelo\t400\tA\nbelas\t400\tA\tbelo\nfor\t600\tF\nFor\t300\tNns\nRun\t300\tNms\n");
    const mtl_str path = mtl_str_format(&f.arena, "%.*s/words.txt", MTL_FMT(f.root));
    mtl_lexicon *lexicon = mtl_lexicon_new(NULL, &p->arena);
    mtl_problems problems = {0};
    assert_true(mtl_lexicon_add(lexicon, path.p, NULL, &p->arena, &problems));
    close_folder(&f);
    return lexicon;
}

static mtl_str find_lexical(page *p, bool capital_nouns)
{
    finds f = {.page = p, .list = MTL_LIT("")};
    static const mtl_str endings[] = {{"o", 1}, {"a", 1}, {"os", 2}, {"as", 2}};
    const mtl_lang lang = {.lexicon = read_lexicon(p),
                           .capital_nouns = capital_nouns,
                           .adjective_endings = {.items = (mtl_str *)(uintptr_t)endings, .n = MTL_COUNT(endings)}};
    for (uint32_t b = 0; b < p->doc.blocks.n; b++)
        p->doc.blocks.items[b].profile = &lang;
    const mtl_lemmas lemmas = mtl_lemmas_gather(&p->doc, &p->arena);
    for (uint32_t b = 0; b < p->doc.blocks.n; b++) {
        const mtl_block *block = &p->doc.blocks.items[b];
        for (uint32_t i = 0; i < block->ntokens; i++)
            mtl_triggers_match_lexical(p->triggers, &lemmas, &p->doc, block, block->first_token + i, note, &f);
    }
    return f.list;
}

static void check_lexical(const char *promise, const char *phrase, const char *text, const char *found, bool capital_nouns)
{
    page p = {0};
    p.triggers = mtl_triggers_new_lexical(&p.arena);
    mtl_err err = {0};
    CHECK(promise, mtl_triggers_add(p.triggers, mtl_cstr(phrase), 0, 0, MTL_LIT("list"), 1, &err));
    read_page(&p, text);
    CHECK_STR(promise, find_lexical(&p, capital_nouns), mtl_cstr(found));
    close_page(&p);
}

static void lexical_phrases_ask_the_lexicon(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *phrase, *text, *found;
    } rows[] = {
        {"any form of a dictionary word", "~run the show", "She ran the show; he runs the show",
         "0.0:ran the show;0.0:runs the show;"},
        {"the word itself", "~run it", "run it", "0.0:run it;"},
        {"a word that nobody knows is its own", "~frob it", "frob it, frobs it", "0.0:frob it;"},
        {"no other word", "~run it", "rung it", ""},
        {"a form as it stands is no dictionary word", "~ran it", "ran it", ""},
        {"a class of words", "a <adjective> one", "a quick one, a runs one", "0.0:a quick one;"},
        {"a class at the head", "<place> calling", "Paris calling, quick calling", "0.0:Paris calling;"},
        {"a class at the end", "the <noun>", "the run, the quick", "0.0:the run;"},
        {"in a group", "{~run|<adjective>} now", "ran now, quick now", "0.0:ran now;0.0:quick now;"},
        {"beside words as they stand", "{ran|~run} it", "ran it", "0.0:ran it;"},
        {"behind a gap", "it * ~run", "it really ran", "0.0:it really ran;"},
        {"a number at the head", "# <noun>", "3 run", "0.0:3 run;"},
        {"a class of one gender", "o <noun f>", "o casa, o casas, o run", "0.0:o casa;0.0:o casas;"},
        {"of one number", "o <noun pl>", "o casa, o casas", "0.0:o casas;"},
        {"of both", "o <noun f sg>", "o casa, o casas", "0.0:o casa;"},
        {"of two genders is of neither", "o <noun f>", "o atleta", ""},
        {"of two genders is of both", "o <noun m f>", "o atleta", "0.0:o atleta;"},
        {"an adjective by its ending", "<noun f> <adjective m>", "casa belo, casas belas", "0.0:casa belo;"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        check_lexical(r->promise, r->phrase, r->text, r->found, false);
}

static void only_capitals_are_nouns_where_nouns_have_one(void **state)
{
    (void)state;
    check_lexical("a word in small letters is none", "the <noun>", "the run, the Run", "0.0:the Run;", true);
    check_lexical("nor is one of grammar", "the <noun>", "the For, the for", "", true);
}

static void wrong_lexical_phrases_are_refused(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *phrase, *what;
    } rows[] = {
        {"a tilde alone", "a ~", "“~” stands right before a dictionary word"},
        {"a tilde before a space", "~ run", "“~” stands right before a dictionary word"},
        {"a tilde before a sign", "~{a|b}", "“~” stands right before a dictionary word"},
        {"no such class", "a <thing>",
         "“<” begins a class of words: noun, verb, adjective, adverb, infinitive, participle, gerund, finite, name, place, number; "
         "behind it may stand m, f, n, sg, pl"},
        {"a class without its end", "a <noun",
         "“<” begins a class of words: noun, verb, adjective, adverb, infinitive, participle, gerund, finite, name, place, number; "
         "behind it may stand m, f, n, sg, pl"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_err err = {0};
        CHECK(r->promise, !mtl_triggers_add(mtl_triggers_new_lexical(&arena), mtl_cstr(r->phrase), 0, 0, MTL_LIT("list"), 7, &err));
        CHECK(r->promise, mtl_str_ends(mtl_cstr(err.what), mtl_cstr(r->what)));
        mtl_arena_reset(&arena);
    }
    mtl_arena arena = {0};
    CHECK("elsewhere they are marks",
          mtl_triggers_add(mtl_triggers_new(&arena), MTL_LIT("a <thing> ~ b"), 0, 0, MTL_LIT("rule.yml"), 7, NULL));
    mtl_arena_reset(&arena);
}

static void every_entry_is_told(void **state)
{
    (void)state;
    static const char *const phrases[] = {"read more", "read {more|less}", "read", "read * news"};
    page p;
    open_page(&p);
    for (uint32_t i = 0; i < MTL_COUNT(phrases); i++)
        assert_true(mtl_triggers_add(p.triggers, mtl_cstr(phrases[i]), 7, i, MTL_LIT("rule.yml"), 1, NULL));
    assert_true(mtl_triggers_add(p.triggers, MTL_LIT("read more"), 8, 0, MTL_LIT("rule.yml"), 1, NULL));
    assert_true(mtl_triggers_add(p.triggers, MTL_LIT("Read more"), 8, 0, MTL_LIT("rule.yml"), 2, NULL));
    read_page(&p, "read more news");
    CHECK_STR("each entry of each rule once", find_all(&p),
              MTL_LIT("7.2:read;7.3:read more news;8.0:read more;7.1:read more;7.0:read more;"));
    close_page(&p);
}

static void wrong_phrases_are_refused(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *phrase, *what;
    } rows[] = {
        {"a phrase has a word", "", "may be empty; it needs a word"},
        {"so has each of its forms", "{a|}", "may be empty; it needs a word"},
        {"no gap at the start", "* a", "begins with a gap; begin with a word or a number"},
        {"nor behind an optional word", "{a|} * b", "begins with a gap; begin with a word or a number"},
        {"many empty forms", "{a|b|c|d|e|f|g|h|i|j|}", "may be empty; it needs a word"},
        {"braces are closed", "a {b", "a “{” without its “}”"},
        {"and opened", "a b}", "a “}” without its “{”"},
        {"bars stand in braces", "a|b", "a “|” outside braces"},
        {"a backslash stands before a sign", "a \\é", "a backslash stands before { | } * # or another one"},
        {"and not at the end", "a \\", "a backslash stands before { | } * # or another one"},
        {"no half words", "un{do|fold}", "{ } * and # stand for whole words; write a space between them and a word"},
        {"no endings", "{do|fold}ing", "{ } * and # stand for whole words; write a space between them and a word"},
        {"no stems", "fold*", "{ } * and # stand for whole words; write a space between them and a word"},
        {"no number signs", "a #b", "{ } * and # stand for whole words; write a space between them and a word"},
        {"no elided words", "l'{a|b}", "{ } * and # stand for whole words; write a space between them and a word"},
        {"nesting ends somewhere", "{{{{{{{{{a}}}}}}}}}", "braces nested deeper than 8"},
        {"so do words",
         "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a "
         "a a a a a",
         "longer than 64 words"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_err err = {0};
        CHECK(r->promise, !mtl_triggers_add(mtl_triggers_new(&arena), mtl_cstr(r->phrase), 0, 0, MTL_LIT("rule.yml"), 7, &err));
        CHECK(r->promise, mtl_str_ends(mtl_cstr(err.what), mtl_cstr(r->what)));
        CHECK_STR(r->promise, mtl_cstr(err.where), MTL_LIT("rule.yml"));
        CHECK_NUMBER(r->promise, err.line, 7);
        mtl_arena_reset(&arena);
    }
}

/* Ten gaps after each other have a thousand million ways to match. */
static void gaps_after_gaps_end(void **state)
{
    (void)state;
    page p;
    open_page(&p);
    assert_true(mtl_triggers_add(p.triggers, MTL_LIT("a ** ** ** ** ** ** ** ** ** ** b"), 0, 0, MTL_LIT("rule.yml"), 1, NULL));
    mtl_str text = MTL_LIT("a");
    for (int i = 0; i < 7; i++)
        text = mtl_str_format(&p.arena, "%.*s %.*s", MTL_FMT(text), MTL_FMT(text));
    read_page(&p, text.p);
    CHECK_STR("a search gives up", find_all(&p), MTL_LIT(""));
    close_page(&p);
}

static void few_words_start_a_phrase(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_types types;
    mtl_triggers *triggers = mtl_triggers_new(&arena);
    assert_true(mtl_triggers_add(triggers, MTL_LIT("{see|read} more"), 0, 0, MTL_LIT("rule.yml"), 1, NULL));
    mtl_types_init(&types, (mtl_lexemes){.trigger = start, .user = triggers});
    CHECK("a first word starts", mtl_types_intern(&types, MTL_LIT("Read"))->trigger != 0);
    CHECK("another one too", mtl_types_intern(&types, MTL_LIT("see"))->trigger != 0);
    CHECK("a later one does not", mtl_types_intern(&types, MTL_LIT("more"))->trigger == 0);
    mtl_types_free(&types);
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_are_found),
        cmocka_unit_test(lexical_phrases_ask_the_lexicon),
        cmocka_unit_test(only_capitals_are_nouns_where_nouns_have_one),
        cmocka_unit_test(wrong_lexical_phrases_are_refused),
        cmocka_unit_test(every_entry_is_told),
        cmocka_unit_test(wrong_phrases_are_refused),
        cmocka_unit_test(gaps_after_gaps_end),
        cmocka_unit_test(few_words_start_a_phrase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
