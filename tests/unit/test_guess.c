/* Promises of lang/guess: a short text is guessed right or not at all. Word lists and sentences are our own. */
#include "lang/guess.h"
#include "written.h"

static const struct profile {
    const char *tag, *words;
} profiles[] = {
    {"de",
     "function-words: [der, die, das, den, dem, des, ein, eine, einen, und, oder, aber, in, im, an, am, auf, aus, bei, mit, nach, "
     "von, vor, zu, zum, zur, für, über, um, durch, gegen, nicht, ist, sind, war, wird, werden, hat, haben, sich, er, sie, es, "
     "ich, "
     "wir, als, auch, so, wie, dass, noch, nur, wenn]\n"},
    {"en",
     "function-words: [the, a, an, of, to, in, and, or, but, is, are, was, were, be, been, has, have, had, for, on, at, by, with, "
     "from, as, that, this, it, he, she, they, we, you, i, us, not, will, would, can, so, no, its, his, her, their, who]\n"},
    {"pt",
     "function-words: [o, a, os, as, um, uma, de, do, da, dos, das, em, no, na, nos, nas, por, para, com, sem, sobre, e, ou, mas, "
     "que, se, não, é, são, foi, ser, ter, mais, ao, à, pelo, pela, seu, sua, ele, ela, eu, nós, também, já, como]\n"},
    {"pt-BR", "function-words: [você]\n"},
    {"es",
     "function-words: [el, la, los, las, un, una, de, del, en, y, o, a, al, que, se, no, por, para, con, sin, sobre, es, son, fue, "
     "ser, más, su, sus, él, ella, yo, como, pero, ya, también, lo, le, les]\n"},
    {"fil",
     "function-words: [ang, ng, mga, sa, na, si, ni, kay, nina, sina, at, o, ay, para, pero, hindi, wala, may, mayroon, ito, iyon, "
     "siya, sila, kami, tayo, ako, ko, mo, niya, nila, kung, dahil, nang, din, rin, lang, pa, ba, po]\n"},
    {"fr", "function-words: [le, la, les, un, une, des, de, du, en, et, ou, à, au, aux, que, qui, se, ne, pas, par, pour, avec, "
           "sans, sur, "
           "est, sont, a, ont, il, elle, on, nous, vous, ce, sa, son, ses, plus, dans]\n"},
    {"nl",
     "function-words: [de, het, een, en, of, in, op, aan, van, voor, met, naar, door, is, zijn, was, wordt, heeft, hebben, niet, "
     "dat, die, hij, ze, er, ook, maar, om, te, als, bij, uit, over, zo]\n"},
};

typedef struct bench {
    mtl_arena arena;
    mtl_langs langs;
    mtl_types types;
} bench;

static uint64_t languages_of(const void *langs, uint64_t folded_hash)
{
    return mtl_langs_of(langs, folded_hash);
}

static void set_up(bench *b)
{
    *b = (bench){0};
    mtl_langs_init(&b->langs, &(mtl_lang_places){0}, &b->arena);
    mtl_types_init(&b->types, (mtl_lexemes){.languages = languages_of, .user = &b->langs});
    mtl_problems problems = {0};
    for (const struct profile *p = profiles; p < MTL_END(profiles); p++) {
        const mtl_yaml *map = mtl_yaml_parse(mtl_cstr(p->tag), mtl_cstr(p->words), &b->arena, NULL);
        CHECK(p->tag, map && mtl_langs_add(&b->langs, mtl_cstr(p->tag), map, mtl_cstr(p->tag), &problems));
    }
}

static void tear_down(bench *b)
{
    mtl_types_free(&b->types);
    mtl_arena_reset(&b->arena);
}

static mtl_doc *write(bench *b, const char *text)
{
    mtl_doc *doc = write_doc(mtl_cstr(text), '\f', &b->arena);
    mtl_tokenize(doc, &b->types, NULL, NULL);
    return doc;
}

static const char *tag_of(const mtl_lang *lang)
{
    return lang ? lang->tag.p : "none";
}

static void texts_are_guessed_or_left(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text, *tag;
    } rows[] = {
        {"a German headline", "Der Minister reist nach Wien", "de"},
        {"another", "Bahn streicht Züge zwischen Ulm und der Grenze", "de"},
        {"an English headline", "The mayor will be back in town", "en"},
        {"another", "Storm to hit the coast by Friday", "en"},
        {"a Portuguese headline", "Câmara não aprova o orçamento da cidade", "pt"},
        {"another", "Chuvas não param em Braga, diz o governo", "pt"},
        {"a Filipino headline", "Pinuno ng lungsod, bumisita sa mga nasunugan", "fil"},
        {"another", "Ang bagyo ay papalapit na", "fil"},
        {"a Spanish sentence", "El alcalde y los vecinos esperan en la plaza", "es"},
        {"a French sentence", "Le maire et les voisins attendent dans la rue", "fr"},
        {"a Dutch sentence", "De burgemeester heeft het niet gezien", "nl"},
        {"no function words, no guess", "Bundestag beschließt Haushalt", "none"},
        {"one is too few", "Minister verlässt die Koalition", "none"},
        {"words that several languages share decide nothing", "in de a no", "none"},
        {"names in capitals do not vote", "US WHO IT: Gipfel beginnt", "none"},
        {"a country is no pronoun", "Die US-Regierung und der US-Senat", "de"},
        {"English words in Filipino", "Ang mga driver sa Manila ay nag-strike for good", "fil"},
        {"an English name in German leaves it open", "Das Museum zeigt Bilder der Band The Who", "none"},
        {"a language without a profile", "Kormány döntött az új törvényről, a képviselők pedig elfogadták azt tegnap este", "none"},
        {"half and half",
         "Der Zug ist heute nicht nach Wien gefahren und wird es nicht. "
         "The train did not go to Vienna and it will not be the last of them.",
         "none"},
        {"numbers and marks", "10:30 – 12.45 (!)", "none"},
        {"nothing", " ", "none"},
    };
    bench b;
    set_up(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_doc *doc = write(&b, r->text);
        const mtl_lang *lang = mtl_guess(&b.langs, doc, 0, doc->tokens.n);
        CHECK_STR(r->promise, mtl_cstr(tag_of(lang)), mtl_cstr(r->tag));
    }
    tear_down(&b);
}

static void only_the_given_tokens_vote(void **state)
{
    (void)state;
    bench b;
    set_up(&b);
    const mtl_doc *doc = write(&b, "Der Zug ist nicht da.\fThe train is not here, he said to us.");
    const mtl_block *blocks = doc->blocks.items;
    CHECK_STR("the first block", mtl_cstr(tag_of(mtl_guess(&b.langs, doc, 0, blocks[0].ntokens))), MTL_LIT("de"));
    CHECK_STR("the second", mtl_cstr(tag_of(mtl_guess(&b.langs, doc, blocks[1].first_token, doc->tokens.n))), MTL_LIT("en"));
    CHECK_STR("no tokens", mtl_cstr(tag_of(mtl_guess(&b.langs, doc, 3, 3))), MTL_LIT("none"));
    tear_down(&b);
}

static void without_languages_nothing_is_guessed(void **state)
{
    (void)state;
    bench b;
    set_up(&b);
    const mtl_doc *doc = write(&b, "Der Zug ist nicht da.");
    mtl_langs none;
    mtl_langs_init(&none, &(mtl_lang_places){0}, &b.arena);
    CHECK("no languages, no guess", mtl_guess(&none, doc, 0, doc->tokens.n) == NULL);
    tear_down(&b);
}

static void other_languages_are_noticed(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *lang, *text, *other;
    } rows[] = {
        {"English in German", "de", "The train was late, and they had to wait for it at the station with us.", "en"},
        {"German in English", "en", "Der Zug war spät, und sie mussten auf ihn mit den anderen nach der Arbeit warten.", "de"},
        {"English in a text of a region", "pt-BR", "This is the last of the trains to the coast, and it will be late.", "en"},
        {"English in Filipino", "fil", "They said that the train was late and that it would not be on time.", "en"},
        {"the right language", "de", "Der Zug war spät, und sie mussten auf ihn mit den anderen nach der Arbeit warten.", "none"},
        {"the right language of a region", "pt-BR", "O trem não para em Santos, que é uma cidade do litoral.", "none"},
        {"a neighbour is not clear enough", "pt", "Que de a para se no por como sobre o es la", "none"},
        {"a quotation of a few words", "de", "Er sagte: „The train is late.“ Und das war es dann auch für die anderen.", "none"},
        {"fewer than four votes", "de", "Late at the station", "none"},
        {"nobody knows what a language without a profile has", "ca", "The train was late, and they had to wait for it.", "none"},
    };
    bench b;
    set_up(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_doc *doc = write(&b, r->text);
        const mtl_lang *lang = mtl_langs_find(&b.langs, mtl_cstr(r->lang), &b.arena);
        const mtl_lang *other = mtl_guess_other(&b.langs, doc, &doc->blocks.items[0], lang);
        CHECK_STR(r->promise, mtl_cstr(tag_of(other)), mtl_cstr(r->other));
    }
    tear_down(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_guessed_or_left),
        cmocka_unit_test(only_the_given_tokens_vote),
        cmocka_unit_test(without_languages_nothing_is_guessed),
        cmocka_unit_test(other_languages_are_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
