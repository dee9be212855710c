/* Promises of lang/segment: where sentences end. The profiles are made here; the sentences are our own. */
#include "base/out.h"
#include "lang/segment.h"
#include "written.h"

static const struct profile {
    const char *tag, *yaml;
} profiles[] = {
    {"de", "abbreviations: [bzw., z. B., z.B., Dr., usw., u. a., Abb.]\nordinal-stop: true\n"
           "function-words: [der, die, das, er, sie, es, und, aber, danach, seine]\n"},
    {"en", "abbreviations: [Mr., Dr., e.g.]\nfunction-words: [he, the, she, it, i, a]\n"},
    {"pt", "abbreviations: [Sr., Sra., p. ex., art.]\nfunction-words: [o, a, os, de, da, e, ele]\n"},
    {"fil", "abbreviations: [Dr., G., Gng., Sen., Sta.]\nfunction-words: [ang, ng, mga, sa, si, at]\n"},
};

typedef struct bench {
    mtl_arena arena;
    mtl_langs langs;
    mtl_types types;
    mtl_breaker *breaker;
} bench;

static void set_up(bench *b)
{
    *b = (bench){0};
    mtl_langs_init(&b->langs, &(mtl_lang_places){0}, &b->arena);
    mtl_types_init(&b->types, (mtl_lexemes){0});
    b->breaker = mtl_breaker_new(&b->arena);
    mtl_problems problems = {0};
    for (const struct profile *p = profiles; p < MTL_END(profiles); p++) {
        const mtl_yaml *map = mtl_yaml_parse(mtl_cstr(p->tag), mtl_cstr(p->yaml), &b->arena, NULL);
        CHECK(p->tag, map && mtl_langs_add(&b->langs, mtl_cstr(p->tag), map, mtl_cstr(p->tag), &problems));
    }
}

static void tear_down(bench *b)
{
    mtl_types_free(&b->types);
    mtl_arena_reset(&b->arena);
}

static mtl_doc *segment(bench *b, const char *tag, const char *text)
{
    mtl_doc *doc = write_doc(mtl_cstr(text), '\f', &b->arena);
    for (uint32_t i = 0; i < doc->blocks.n; i++)
        doc->blocks.items[i].profile = mtl_langs_find(&b->langs, mtl_cstr(tag), &b->arena);
    mtl_tokenize(doc, &b->types, mtl_segment_words, b->breaker);
    mtl_segment(doc, b->breaker);
    mtl_err err = {0};
    if (!mtl_doc_check(doc, &err))
        fail_msg("%s", err.what);
    return doc;
}

/* The sentences of DOC with a bar between them. */
static mtl_str sentences(const mtl_doc *doc, mtl_arena *arena)
{
    mtl_out out = {0};
    for (uint32_t i = 0; i < doc->sentences.n; i++) {
        if (i)
            mtl_out_char(&out, '|');
        mtl_out_str(&out, mtl_str_cut(doc->text, doc->sentences.items[i]));
    }
    const mtl_str all = mtl_str_copy(mtl_out_bytes(&out), arena);
    mtl_out_free(&out);
    return all;
}

static const struct row {
    const char *promise, *tag, *text, *sentences;
} rows[] = {
    {"one sentence", "de", "Das Haus steht leer.", "Das Haus steht leer."},
    {"two", "de", "Es regnet. Wir bleiben hier!", "Es regnet.|Wir bleiben hier!"},
    {"white space at the ends belongs to none", "de", "  Es regnet.  \t Wir bleiben.  ", "Es regnet.|Wir bleiben."},
    {"no stop at the end", "de", "Es regnet. Wir bleiben", "Es regnet.|Wir bleiben"},
    {"closing quotes belong to the sentence", "de", "„Es regnet.“ Wir bleiben.", "„Es regnet.“|Wir bleiben."},
    {"closing brackets too", "de", "(Es regnet.) Wir bleiben.", "(Es regnet.)|Wir bleiben."},
    {"an opening quote belongs to the next", "en", "It rains. “We stay,” he said.", "It rains.|“We stay,” he said."},
    {"a sentence goes on after a quoted question", "de", "„Bleibt ihr?“ fragte Anna. Wir blieben.",
     "„Bleibt ihr?“ fragte Anna.|Wir blieben."},
    {"an abbreviation", "de", "Der Kreis bzw. Landkreis zahlt.", "Der Kreis bzw. Landkreis zahlt."},
    {"an abbreviation of two words", "de", "Er mag Obst, z. B. Birnen. Sie nicht.", "Er mag Obst, z. B. Birnen.|Sie nicht."},
    {"with a no-break space", "de",
     "Er mag Obst, z.\xC2\xA0"
     "B. Birnen.",
     "Er mag Obst, z.\xC2\xA0"
     "B. Birnen."},
    {"written together", "de", "Er mag Obst, z.B. Birnen.", "Er mag Obst, z.B. Birnen."},
    {"in capitals", "de", "Z. B. Birnen mag er.", "Z. B. Birnen mag er."},
    {"inside brackets", "de", "Die Skizze (siehe Abb.) Berlins fehlt.", "Die Skizze (siehe Abb.) Berlins fehlt."},
    {"in Filipino, of which CLDR knows none", "fil", "Dumating si Sen. Cruz kahapon. Umalis si G. Reyes.",
     "Dumating si Sen. Cruz kahapon.|Umalis si G. Reyes."},
    {"in Portuguese", "pt", "O art. Quinto vale, p. ex. Em Lisboa.", "O art. Quinto vale, p. ex. Em Lisboa."},
    {"a word that ends like an abbreviation of CLDR's is none", "de", "Er kam später. Meier ging.", "Er kam später.|Meier ging."},
    {"in Portuguese too", "pt", "Vimos as cidades. Eles saíram.", "Vimos as cidades.|Eles saíram."},
    {"another language's is none", "en", "We met Sen. Then we left bzw. Then.", "We met Sen.|Then we left bzw.|Then."},
    {"a word that ends like an abbreviation is none", "de", "Das war krankusw. Er ging.", "Das war krankusw.|Er ging."},
    {"an initial", "de", "Das sagt J. Müller. Er irrt.", "Das sagt J. Müller.|Er irrt."},
    {"two initials", "en", "We read J. R. Ewing again. He wrote well.", "We read J. R. Ewing again.|He wrote well."},
    {"a capital before a function word ends a sentence", "en", "So did I. He left.", "So did I.|He left."},
    {"an initial that is a word", "pt", "Falou A. Silva ontem.", "Falou A. Silva ontem."},
    {"an ordinal", "de", "Das war am 3. Mai. Danach regnete es.", "Das war am 3. Mai.|Danach regnete es."},
    {"a long ordinal", "de", "Zum 125. Mal kam er.", "Zum 125. Mal kam er."},
    {"a year ends a sentence", "de", "Das war 1990. Meier kam später.", "Das war 1990.|Meier kam später."},
    {"a number before a function word too", "de", "Er ist 45. Seine Frau ist 44.", "Er ist 45.|Seine Frau ist 44."},
    {"no ordinals here", "en", "He is 45. Smith is 44.", "He is 45.|Smith is 44."},
    {"a stop that stands alone joins nothing", "de", "Er wohnt in B . Meier nicht.", "Er wohnt in B .|Meier nicht."},
    {"a line ends where the paper did", "de", "Das Haus\nsteht leer. Wir\r\nbleiben\xE2\x80\xA8hier.",
     "Das Haus\nsteht leer.|Wir\r\nbleiben\xE2\x80\xA8hier."},
    {"an abbreviation before it too", "de", "Er mag Obst, z.\nB.\nBirnen.", "Er mag Obst, z.\nB.\nBirnen."},
    {"stops inside numbers and addresses", "de", "Auf example.org stehen 1.250 Namen. Gut.",
     "Auf example.org stehen 1.250 Namen.|Gut."},
    {"three stops", "en", "It rains... We stay.", "It rains...|We stay."},
    {"Chinese", "zh", "下雨了。我们留下。", "下雨了。|我们留下。"},
    {"Hindi", "hi", "बारिश हो रही है। हम यहीं हैं।", "बारिश हो रही है।|हम यहीं हैं।"},
    {"an unknown language", "qqq", "Ala bala. Kala mala.", "Ala bala.|Kala mala."},
    {"blocks part sentences", "de", "Das Haus\fsteht leer", "Das Haus|steht leer"},
    {"white space alone has none", "de", "Erst. \f   \fDann.", "Erst.|Dann."},
};

static void sentences_end_where_they_should(void **state)
{
    (void)state;
    bench b;
    set_up(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, sentences(segment(&b, r->tag, r->text), &b.arena), mtl_cstr(r->sentences));
    tear_down(&b);
}

static void blocks_know_their_sentences(void **state)
{
    (void)state;
    bench b;
    set_up(&b);
    const mtl_doc *doc = segment(&b, "de", "Eins. Zwei.\f  \fDrei.");
    CHECK_NUMBER("two", doc->blocks.items[0].nsentences, 2);
    CHECK_NUMBER("none", doc->blocks.items[1].nsentences, 0);
    CHECK_NUMBER("one", doc->blocks.items[2].nsentences, 1);
    CHECK_NUMBER("behind the first two", doc->blocks.items[2].first_sentence, 2);
    tear_down(&b);
}

static void many_languages_are_segmented_too(void **state)
{
    (void)state;
    bench b;
    set_up(&b);
    for (char c = 'a'; c <= 'z'; c++) {
        const char tag[] = {'q', 'q', c, 0};
        CHECK_NUMBER("each language has its turn", segment(&b, tag, "Ala bala. Kala mala.")->sentences.n, 2);
    }
    CHECK_NUMBER("and the first again", segment(&b, "qqa", "Ala bala. Kala mala.")->sentences.n, 2);
    tear_down(&b);
}

static void note_end(void *user, uint32_t end)
{
    mtl_out_fmt(user, "%u ", end);
}

static void runs_are_cut_into_words(void **state)
{
    (void)state;
    static const struct run {
        const char *promise, *text, *ends;
    } runs[] = {
        {"Thai", "ไปเที่ยวทะเล", "6 24 36 "},
        {"Japanese", "新しい本を読む", "9 12 15 21 "},
        {"one word", "猫", "3 "},
    };
    mtl_arena arena = {0};
    mtl_breaker *breaker = mtl_breaker_new(&arena);
    for (const struct run *r = runs; r < MTL_END(runs); r++) {
        mtl_out out = {0};
        mtl_segment_words(breaker, mtl_cstr(r->text), note_end, &out);
        CHECK_STR(r->promise, mtl_out_bytes(&out), mtl_cstr(r->ends));
        mtl_out_free(&out);
    }
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end_where_they_should),
        cmocka_unit_test(blocks_know_their_sentences),
        cmocka_unit_test(many_languages_are_segmented_too),
        cmocka_unit_test(runs_are_cut_into_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
