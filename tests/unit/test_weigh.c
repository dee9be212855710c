/* Promises of engine/weigh: which hits stand, how sure they are, and what is said of the whole text. */
#include "base/out.h"
#include "engine/weigh.h"
#include "rows.h"

#include <stdio.h>
#include <string.h>

static const mtl_rule rules[] = {
    {.info = {.id = BYTES("all/a"),
              .family = BYTES("joints"),
              .category = BYTES("split-hyphen"),
              .severity = MTL_MINOR,
              .confidence = MTL_HIGH}},
    {.info = {.id = BYTES("all/b"),
              .family = BYTES("joints"),
              .category = BYTES("fused-words"),
              .severity = MTL_MAJOR,
              .confidence = MTL_MEDIUM},
     .index = 1},
    {.info = {.id = BYTES("all/q"),
              .family = BYTES("quotes"),
              .category = BYTES("dangling-quote"),
              .severity = MTL_MINOR,
              .confidence = MTL_HIGH},
     .index = 2},
    {.info = {.id = BYTES("all/r"),
              .family = BYTES("repetition"),
              .category = BYTES("repeated-word"),
              .severity = MTL_MINOR,
              .confidence = MTL_HIGH},
     .index = 3},
    {.info = {.id = BYTES("all/s"),
              .family = BYTES("quotes"),
              .category = BYTES("quote-style"),
              .severity = MTL_MINOR,
              .confidence = MTL_HIGH},
     .index = 4},
    {.info = {.id = BYTES("all/w"),
              .family = BYTES("words"),
              .category = BYTES("truncated-word"),
              .severity = MTL_MINOR,
              .confidence = MTL_HIGH},
     .index = 5},
};

/* Emits HITS, each "rule proof at+length" as in "as10+5": the rule's last letter, s(ure), l(ikely), p(ossible), d(oubtful) or f(aint). */
static void emit_all(mtl_sink *sink, const char *hits)
{
    char name, proof;
    unsigned at, len;
    int used;
    for (const char *p = hits; sscanf(p, " %c%c%u+%u%n", &name, &proof, &at, &len, &used) == 4; p += used) {
        const mtl_rule *rule = rules;
        while (rule->info.id.p[4] != name)
            rule++;
        mtl_hit *hit = mtl_emit(rule, sink, (mtl_span){at, len});
        static const char letters[] = {
            [MTL_SURE] = 's', [MTL_LIKELY] = 'l', [MTL_POSSIBLE] = 'p', [MTL_DOUBTFUL] = 'd', [MTL_FAINT] = 'f'};
        mtl_hit_proof(hit, (mtl_proof)((const char *)memchr(letters, proof, sizeof letters) - letters));
    }
}

/* What stands in SINK: each hit as its rule, H(igh), M(edium) or L(ow), and its place, "aH10+5 ". */
static mtl_str standing(const mtl_sink *sink, mtl_arena *arena)
{
    mtl_out out = {0};
    for (uint32_t i = 0; i < sink->hits.n; i++) {
        const mtl_hit *hit = sink->hits.items[i];
        mtl_out_fmt(&out, "%c%c%u+%u ", hit->rule->info.id.p[4], "LMH"[hit->confidence], hit -> text.at, hit->text.len);
    }
    const mtl_str all = mtl_str_copy(mtl_out_bytes(&out), arena);
    mtl_out_free(&out);
    return all;
}

static void weigh(const char *hits, uint32_t words, mtl_sink *sink, mtl_arena *arena)
{
    mtl_doc *doc = mtl_arena_one(arena, mtl_doc);
    *doc = (mtl_doc){.text = {NULL, 100000}};
    mtl_sink_init(sink, doc, 100, arena);
    emit_all(sink, hits);
    mtl_weigh(sink, words);
}

static const struct row {
    const char *promise, *hits;
    uint32_t words;
    const char *standing;
} rows[] = {
    {"nothing", "", 100, ""},
    {"a sure hit stands alone", "as10+5", 100, "aH10+5 "},
    {"a likely one with less confidence", "al10+5", 100, "aM10+5 "},
    {"likely and not confident to begin with", "bl10+5", 100, "bL10+5 "},
    {"a doubtful one falls", "ad10+5", 100, ""},
    {"a possible one stands in a short text", "ap10+5", 120, "aM10+5 "},
    {"and falls in a longer one", "ap10+5", 121, ""},
    {"unless there are more", "ap10+5 ap30+5", 240, "aM10+5 aM30+5 "},
    {"a sure one counts for two", "as10+5 ap30+5", 360, "aH10+5 aH30+5 "},
    {"of whatever family", "qs10+5 ap30+5", 360, "qH10+5 aM30+5 "},
    {"a doubtful one does not count", "ad10+5 ap30+5", 240, ""},
    {"but not in a text that is longer still", "as10+5 ap30+5", 361, "aH10+5 "},
    {"a sure one vouches for a likely one", "as10+5 al30+5", 100, "aH10+5 aH30+5 "},
    {"so do two likely ones for each other", "al10+5 al30+5 al50+5", 100, "aH10+5 aH30+5 aH50+5 "},
    {"a single likely one is too little", "al10+5 al30+5", 100, "aM10+5 aM30+5 "},
    {"two sure ones are too little for a doubtful one", "as10+5 as30+5 ad50+5", 100, "aH10+5 aH30+5 "},
    {"three are enough", "as10+5 as30+5 as50+5 ad70+5", 100, "aH10+5 aH30+5 aH50+5 aM70+5 "},
    {"of another rule of the family too", "as10+5 as30+5 as50+5 bd70+5", 100, "aH10+5 aH30+5 aH50+5 bL70+5 "},
    {"not those of another family", "as10+5 as30+5 as50+5 rd70+5", 100, "aH10+5 aH30+5 aH50+5 "},
    {"repetitions ask for two", "rs10+5 rs30+5 rd50+5", 100, "rH10+5 rH30+5 rM50+5 "},
    {"one is not enough", "rs10+5 rd50+5", 100, "rH10+5 "},
    {"in a long text three are thin", "as10+5 as30+5 as50+5 ad70+5", 3001, "aH10+5 aH30+5 aH50+5 "},
    {"in a text of 3,000 words they are not", "as10+5 as30+5 as50+5 ad70+5", 3000, "aH10+5 aH30+5 aH50+5 aM70+5 "},
    {"hits come out by place", "as50+5 bs10+5", 100, "bM10+5 aH50+5 "},
    {"of two at one place the more severe stays", "as10+5 bs10+5", 100, "bM10+5 "},
    {"of two, one in the other, the longer", "as12+5 bs12+9", 100, "bM12+9 "},
    {"two that overlap in part say two things", "as10+5 bs12+9", 100, "aH10+5 bM12+9 "},
    {"a faint one stands on others", "as10+5 as30+5 as50+5 bf70+5", 100, "aH10+5 aH30+5 aH50+5 bL70+5 "},
    {"of whatever family", "rs10+5 rs30+5 qs50+5 bf70+5", 100, "rH10+5 rH30+5 qH50+5 bL70+5 "},
    {"two sure ones are too little for it", "as10+5 as30+5 bf70+5", 100, "aH10+5 aH30+5 "},
    {"those that do not tell of a machine do not help", "as10+5 as30+5 ss50+5 bf70+5", 100, "aH10+5 aH30+5 sH50+5 "},
    {"they must be dense", "as10+5 as30+5 as50+5 bf70+5", 721, "aH10+5 aH30+5 aH50+5 "},
    {"and are so in 720 words", "as10+5 as30+5 as50+5 bf70+5", 720, "aH10+5 aH30+5 aH50+5 bL70+5 "},
    {"it gives way to what is said of its very place", "as10+5 as30+5 rs50+9 bf50+9", 100, "aH10+5 aH30+5 rH50+9 "},
    {"but not of a part of it", "as10+5 as30+5 rs50+9 bf52+5", 100, "aH10+5 aH30+5 rH50+9 bL52+5 "},
    {"a word that nobody knows gives way to all that touches it", "as10+5 as30+5 rs50+9 wf52+5", 100, "aH10+5 aH30+5 rH50+9 "},
    {"also where that begins later", "as10+5 as30+5 wf48+5 rs50+9", 100, "aH10+5 aH30+5 rH50+9 "},
    {"faint ones vouch for nobody", "af10+5 af30+5 af50+5 bf70+5 bf90+5", 100, ""},
    {"nor do they count for a possible one", "af10+5 bp70+5", 121, ""},
    {"whatever comes first", "bs10+9 as12+5", 100, "bM10+9 "},
    {"one that stands goes before a longer doubtful one", "as10+5 bd8+20", 100, "aH10+5 "},
    {"neighbours do not overlap", "as10+5 as15+5", 100, "aH10+5 aH15+5 "},
    {"another family does not count", "as10+5 rs12+5", 100, "aH10+5 rH12+5 "},
    {"quotes may lie in one another", "qs10+40 ss20+5", 100, "qH10+40 sH20+5 "},
    {"those of one rule may not", "qs10+40 qs20+5", 100, "qH10+40 "},
    {"one place is one finding there too", "qs10+5 ss10+5", 100, "qH10+5 "},
    {"what was merged vouches for nobody", "as10+5 as11+5 as12+5 ad70+5", 100, "aH10+5 "},
};

static void hits_are_weighed(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_sink sink;
        weigh(r->hits, r->words, &sink, &arena);
        CHECK_STR(r->promise, standing(&sink, &arena), mtl_cstr(r->standing));
    }
    mtl_arena_reset(&arena);
}

#define VERDICT "This text looks like unedited machine translation: "

static void evidence_is_a_sentence(void **state)
{
    (void)state;
    static const struct evidence {
        const char *promise, *hits;
        uint32_t words;
        const char *sentence;
    } sentences[] = {
        {"nothing, nothing", "", 100, ""},
        {"two hits are too few", "as10+5 as30+5", 100, ""},
        {"three of a kind", "as10+5 as30+5 as50+5", 100, VERDICT "3 split hyphens."},
        {"kinds, the most frequent first", "rs10+5 as30+5 as50+5", 100, VERDICT "2 split hyphens, 1 repeated word."},
        {"kinds as frequent by name", "rs10+5 as30+5 qs50+5", 100, VERDICT "1 unpaired quote, 1 repeated word, 1 split hyphen."},
        {"what people do too tells nothing", "ss10+5 ss30+5 ss50+5 as70+5 as90+5", 100, ""},
        {"and is not named", "ss10+5 as30+5 as50+5 as70+5", 100, VERDICT "3 split hyphens."},
        {"three in a long text are chance", "as10+5 as30+5 as50+5", 3001, ""},
        {"three in 3,000 words are not", "as10+5 as30+5 as50+5", 3000, VERDICT "3 split hyphens."},
    };
    mtl_arena arena = {0};
    for (const struct evidence *e = sentences; e < MTL_END(sentences); e++) {
        mtl_sink sink;
        weigh(e->hits, e->words, &sink, &arena);
        CHECK_STR(e->promise, mtl_weigh_evidence(&sink, e->words, &arena), mtl_cstr(e->sentence));
    }
    mtl_arena_reset(&arena);
}

static void a_full_sink_takes_no_more(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    mtl_doc doc = {.text = {NULL, 100}};
    mtl_sink sink;
    mtl_sink_init(&sink, &doc, 2, &arena);
    emit_all(&sink, "as10+5 as30+5");
    CHECK("two fit", !sink.overflowed);
    mtl_hit *third = mtl_emit(&rules[0], &sink, (mtl_span){50, 5});
    CHECK("a third is there to be written to", third != NULL);
    mtl_hit_name(third, "once", MTL_LIT("so"));
    mtl_hit_fix(third, (mtl_span){50, 5}, MTL_LIT("so"), MTL_SAFE);
    mtl_hit_edit(third, (mtl_span){60, 5}, MTL_LIT("so"));
    CHECK("and is known to be missing", sink.overflowed);
    CHECK_NUMBER("two are kept", sink.hits.n, 2);
    mtl_arena_reset(&arena);
}

static void a_fix_is_as_safe_as_its_proof(void **state)
{
    (void)state;
    static const struct {
        const char *promise;
        mtl_proof proof;
        mtl_safety safety;
    } fixes[] = {
        {"what is proven may be applied unseen", MTL_SURE, MTL_SAFE},
        {"what is likely is for the editor to say", MTL_LIKELY, MTL_UNSAFE},
        {"and what is doubtful all the more", MTL_DOUBTFUL, MTL_UNSAFE},
    };
    mtl_arena arena = {0};
    mtl_doc doc = {.text = {NULL, 100}};
    mtl_sink sink;
    mtl_sink_init(&sink, &doc, 10, &arena);
    for (size_t i = 0; i < sizeof fixes / sizeof *fixes; i++) {
        mtl_emit_fix(&rules[0], &sink, (mtl_span){10, 5}, MTL_LIT("so"), fixes[i].proof);
        const mtl_hit *hit = sink.hits.items[i];
        CHECK(fixes[i].promise, hit->proof == fixes[i].proof && hit->fixes->safety == fixes[i].safety);
    }
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hits_are_weighed),
        cmocka_unit_test(evidence_is_a_sentence),
        cmocka_unit_test(a_full_sink_takes_no_more),
        cmocka_unit_test(a_fix_is_as_safe_as_its_proof),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
