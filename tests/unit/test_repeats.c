/* Promises of facts/repeats: which stretches stand again close by. */
#include "facts/repeats.h"
#include "tokenized.h"

/* Each repeat as what stands again and how many tokens later, "in Paris +2; ". */
static mtl_str repeats_of(bench *b, const mtl_doc *doc)
{
    const mtl_repeats repeats = mtl_repeats_gather(doc, &b->arena);
    mtl_out out = {0};
    for (uint32_t i = 0; i < repeats.n; i++) {
        const mtl_repeat *r = &repeats.items[i];
        const mtl_token *first = &doc->tokens.items[r->first + r->period], *last = first + r->match - 1;
        const mtl_str again = mtl_str_cut(doc->text, mtl_span_join(first->at, last->at));
        mtl_out_fmt(&out, "%.*s +%u; ", MTL_FMT(again), r->period);
    }
    return take(b, &out);
}

static const struct row {
    const char *promise, *text, *repeats;
} rows[] = {
    {"nothing stands twice", "Der Zug wartet vor dem Bahnhof.", ""},
    {"a word twice", "Er wartet vor vor dem Bahnhof.", "vor +1; "},
    {"a word three times is one run", "Er wartet vor vor vor dem Haus.", "vor vor +1; "},
    {"whatever its case", "Vor vor dem Bahnhof", "vor +1; "},
    {"a phrase", "Sie reist in Paris in Paris umher.", "in Paris +2; "},
    {"a phrase three times", "in Paris in Paris in Paris", "in Paris in Paris +2; "},
    {"with a comma inside", "Er geht, er geht, er geht heim.", "er geht, er geht +3; "},
    {"a comma between words", "schnell, schnell", "schnell +2; "},
    {"with a word between", "einfach und einfach", "einfach +2; "},
    {"with two words between", "Aufgaben von den Aufgaben", "Aufgaben +3; "},
    {"not with three", "Aufgaben von all den Aufgaben", ""},
    {"a phrase with a word between", "der Bitte von der Bitte", "der Bitte +3; "},
    {"a phrase far away", "Der Zug hält heute nicht. Der Zug fährt.", ""},
    {"commas alone are no repeat", "a, b, c, d", ""},
    {"the edge of a block parts them", "vor\fvor", ""},
    {"numbers repeat too", "Es sind 40 40 Gäste.", "40 +1; "},
    {"the beginning of the block", "Ja ja", "ja +1; "},
    {"no words at all", "… – …", ""},
    {"nothing at all", "", ""},
};

static void stretches_are_found(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, repeats_of(&b, tokenize(&b, "de", r->text)), mtl_cstr(r->repeats));
    close_bench(&b);
}

/* N words "a0 a1 ..." and then the same again. */
static mtl_str long_phrase_twice(bench *b, uint32_t n)
{
    mtl_out out = {0};
    for (uint32_t i = 0; i < 2 * n; i++)
        mtl_out_fmt(&out, "wort%u ", i % n);
    return take(b, &out);
}

static void long_stretches_have_an_end(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    const mtl_doc *at = tokenize(&b, "de", long_phrase_twice(&b, MTL_REPEAT_FARTHEST).p);
    const mtl_repeats found = mtl_repeats_gather(at, &b.arena);
    CHECK_NUMBER("as far as may be", found.n, 1);
    CHECK_NUMBER("all of it", found.items[0].match, MTL_REPEAT_FARTHEST);
    const mtl_doc *past = tokenize(&b, "de", long_phrase_twice(&b, MTL_REPEAT_FARTHEST + 1).p);
    CHECK_NUMBER("one word more", mtl_repeats_gather(past, &b.arena).n, 0);
    close_bench(&b);
}

#define LONG "Der Hafen der Stadt bleibt bis zum Ende der Woche für alle gesperrt."

static void passages_are_found(void **state)
{
    (void)state;
    static const struct passage {
        const char *promise, *text;
        uint32_t n, block, again;
    } passages[] = {
        {"the next paragraph", LONG "\f" LONG, 1, 0, 1},
        {"one paragraph between", LONG "\fDann nicht.\f" LONG, 1, 0, 2},
        {"two between", LONG "\fEins.\fZwei.\f" LONG, 1, 0, 3},
        {"not three", LONG "\fEins.\fZwei.\fDrei.\f" LONG, 0, 0, 0},
        {"marks and case do not count", LONG "\fDER Hafen der Stadt bleibt bis zum Ende der Woche, für alle gesperrt!", 1, 0, 1},
        {"few words are no passage", "Ja, sagte er.\fJa, sagte er.", 0, 0, 0},
        {"another word is another passage", LONG "\fDer Hafen der Stadt bleibt bis zum Ende der Woche für keinen gesperrt.", 0, 0,
         0},
        {"another order too", LONG "\fDer Stadt der Hafen bleibt bis zum Ende der Woche für alle gesperrt.", 0, 0, 0},
    };
    bench b;
    open_bench(&b);
    for (const struct passage *p = passages; p < MTL_END(passages); p++) {
        const mtl_repeats found = mtl_repeats_gather(tokenize(&b, "de", p->text), &b.arena);
        CHECK_NUMBER(p->promise, found.npassages, p->n);
        if (p->n == 0)
            continue;
        CHECK_NUMBER(p->promise, found.passages[0].block, p->block);
        CHECK_NUMBER(p->promise, found.passages[0].again, p->again);
    }
    const mtl_repeats thrice = mtl_repeats_gather(tokenize(&b, "de", LONG "\f" LONG "\f" LONG), &b.arena);
    CHECK_NUMBER("three copies are two repeats", thrice.npassages, 2);
    CHECK_NUMBER("each of the one right before", thrice.passages[1].block, 1);
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stretches_are_found),
        cmocka_unit_test(long_stretches_have_an_end),
        cmocka_unit_test(passages_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
