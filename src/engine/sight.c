#include "engine/sight.h"

#include "lang/reading.h"

#include <stdlib.h>

typedef struct making {
    const mtl_sight_of *from;
    mtl_arena *arena;
} making;

/* ---- tokens ---- */

static void add(mtl_str *list, const char *part, const char *between, mtl_arena *arena)
{
    *list = mtl_str_format(arena, "%.*s%s%s", MTL_FMT(*list), list->n ? between : "", part);
}

/* "noun, feminine; name of a place; frequent". */
static mtl_str words_for(const mtl_lexeme *lexeme, mtl_arena *arena)
{
    static const struct {
        uint32_t is;
        const char *name, *between;
    } kinds[] = {{MTL_IS_NOUN, "noun", "; "},
                 {MTL_IS_MASCULINE, "masculine", ", "},
                 {MTL_IS_FEMININE, "feminine", ", "},
                 {MTL_IS_NEUTER, "neuter", ", "},
                 {MTL_IS_SINGULAR, "singular", ", "},
                 {MTL_IS_PLURAL, "plural", ", "},
                 {MTL_IS_VERB, "verb", "; "},
                 {MTL_IS_INFINITIVE, "infinitive", ", "},
                 {MTL_IS_FINITE, "finite", ", "},
                 {MTL_IS_IMPERATIVE, "imperative", ", "},
                 {MTL_IS_GERUND, "gerund", ", "},
                 {MTL_IS_PARTICIPLE, "participle", ", "},
                 {MTL_IS_ADJECTIVE, "adjective", "; "},
                 {MTL_IS_ADVERB, "adverb", "; "},
                 {MTL_IS_FUNCTION, "function word", "; "},
                 {MTL_IS_NUMERAL, "numeral", "; "},
                 {MTL_IS_GIVEN, "given name", "; "},
                 {MTL_IS_FAMILY, "family name", "; "},
                 {MTL_IS_PLACE, "name of a place", "; "},
                 {MTL_IS_BRAND, "name", "; "},
                 {MTL_IS_ABBREVIATION, "abbreviation", "; "},
                 {MTL_IS_LOAN, "loan word", "; "},
                 {MTL_IS_ENGLISH, "English", "; "}};
    mtl_str said = {0};
    for (size_t i = 0; i < MTL_COUNT(kinds); i++)
        if (lexeme->is & kinds[i].is)
            add(&said, kinds[i].name, kinds[i].between, arena);
    if (said.n == 0)
        said = MTL_LIT("known");
    return said;
}

static mtl_str known_of(const mtl_lang *lang, const mtl_type *type, mtl_arena *arena)
{
    if (type->kind != MTL_WORD)
        return (mtl_str){0};
    const mtl_lexeme *lexeme = mtl_lexicon_find(lang->lexicon, type->folded->form, type->hash);
    if (lexeme) {
        const mtl_str lemma = mtl_lexicon_lemma(lang->lexicon, lexeme);
        const mtl_str said = words_for(lexeme, arena);
        return mtl_str_same(lemma, type->folded->form) ? said
                                                       : mtl_str_format(arena, "%.*s; of “%.*s”", MTL_FMT(said), MTL_FMT(lemma));
    }
    if (mtl_lexicon_is_thin(lang->lexicon))
        return (mtl_str){0};
    return mtl_lang_reads(lang, type->folded->form) ? MTL_LIT("read from its parts") : MTL_LIT("not in the lexicon");
}

static const char *kind_of(const mtl_type *type)
{
    static const char *const names[] = {
        [MTL_WORD] = "word", [MTL_NUMBER] = "number", [MTL_PUNCT] = "mark", [MTL_SYMBOL] = "symbol", [MTL_VOID] = "hole"};
    return names[type->kind];
}

static void see_tokens(const making *m, mtl_sight *sight)
{
    const mtl_doc *doc = m->from->doc;
    mtl_seen_token *tokens = mtl_arena_array(m->arena, mtl_seen_token, doc->tokens.n);
    mtl_seen_block *blocks = mtl_arena_array(m->arena, mtl_seen_block, doc->blocks.n);
    for (uint32_t b = 0; b < doc->blocks.n; b++) {
        const mtl_block *block = &doc->blocks.items[b];
        blocks[b] = (mtl_seen_block){.kind = block->kind,
                                     .at = mtl_doc_to_source(doc, block->text),
                                     .language = block->profile->tag,
                                     .first_token = block->first_token,
                                     .ntokens = block->ntokens};
        for (uint32_t i = block->first_token; i < block->first_token + block->ntokens; i++) {
            const mtl_token *t = &doc->tokens.items[i];
            tokens[i] = (mtl_seen_token){.at = mtl_doc_to_source(doc, t->at),
                                         .text = t->type->kind == MTL_VOID ? (mtl_str){0} : mtl_str_cut(doc->text, t->at),
                                         .kind = kind_of(t->type),
                                         .known = known_of(block->profile, t->type, m->arena),
                                         .begins = mtl_doc_sentence_at(doc, block, t->at.at).at == t->at.at};
        }
    }
    sight->tokens = tokens;
    sight->ntokens = doc->tokens.n;
    sight->blocks = blocks;
    sight->nblocks = doc->blocks.n;
}

/* ---- hits ---- */

static mtl_str held_back(const making *m, const mtl_hit *hit)
{
    if (hit->fate == MTL_OUTDONE)
        return mtl_str_format(m->arena, "%.*s says more of the same place", MTL_FMT(hit->rival->rule->info.id));
    if (hit->fate == MTL_UNSUPPORTED && hit->proof == MTL_POSSIBLE)
        return mtl_str_format(m->arena, "a possible hit needs %u points in a text of %u words, and all hits of this one make %u",
                              hit->wanted, m->from->facts->words, hit->support);
    if (hit->fate == MTL_UNSUPPORTED && hit->proof == MTL_FAINT)
        return mtl_str_format(m->arena,
                              "a faint hit needs %u points of others that tell of a machine in a text of %u words; they make %u",
                              hit->wanted, m->from->facts->words, hit->support);
    if (hit->fate == MTL_UNSUPPORTED)
        return mtl_str_format(m->arena,
                              "a doubtful hit needs %u points of others of the family “%.*s” in a text of %u words; they make %u",
                              hit->wanted, MTL_FMT(hit->rule->info.family), m->from->facts->words, hit->support);
    return m->from->shown[hit->rule->index] ? (mtl_str){0} : MTL_LIT("the rule is not selected");
}

static int by_place(const void *a, const void *b)
{
    const mtl_seen_hit *x = a, *y = b;
    if (x->at.at != y->at.at)
        return x->at.at < y->at.at ? -1 : 1;
    return mtl_str_compare(x->rule->id, y->rule->id);
}

static void see_hits(const making *m, mtl_sight *sight)
{
    static const char *const proofs[] = {[MTL_FAINT] = "faint",
                                         [MTL_DOUBTFUL] = "doubtful",
                                         [MTL_POSSIBLE] = "possible",
                                         [MTL_LIKELY] = "likely",
                                         [MTL_SURE] = "sure"};
    const mtl_doc *doc = m->from->doc;
    mtl_seen_hit *hits = mtl_arena_array(m->arena, mtl_seen_hit, m->from->nhits);
    for (uint32_t i = 0; i < m->from->nhits; i++) {
        const mtl_hit *hit = m->from->hits[i];
        hits[i] = (mtl_seen_hit){.rule = &hit->rule->info,
                                 .at = mtl_doc_to_source(doc, hit->text),
                                 .text = mtl_str_cut(doc->text, hit->text),
                                 .proof = proofs[hit->proof],
                                 .held = held_back(m, hit)};
    }
    if (m->from->nhits)
        qsort(hits, m->from->nhits, sizeof *hits, by_place);
    sight->hits = hits;
    sight->nhits = m->from->nhits;
}

/* ---- facts ---- */

/* "1 block", "2 blocks" */
static mtl_str counted(const making *m, uint32_t n, const char *noun)
{
    return mtl_str_format(m->arena, "%u %s%s", n, noun, n == 1 ? "" : "s");
}

static void see_facts(const making *m, mtl_sight *sight)
{
    const mtl_facts *f = m->from->facts;
    const struct {
        bool holds;
        const char *says;
    } markup[] = {{f->markup.markdown, "written in Markdown"},
                  {f->markup.html, "written in HTML"},
                  {f->markup.strings, "strings of a program, with placeholders"},
                  {f->markup.star_notes, "has footnotes with stars"},
                  {f->markup.told, "speaks of markup or programs"}};
    mtl_str *facts = mtl_arena_array(m->arena, mtl_str, MTL_COUNT(markup) + 2);
    uint32_t n = 0, alone = 0, marks = 0;
    for (uint32_t i = 0; i < f->quotes.n; i++) {
        marks += f->quotes.marks[i].role != MTL_MARK_OTHER;
        alone += mtl_mark_is_alone(&f->quotes.marks[i]);
    }
    facts[n++] = mtl_str_format(m->arena, "%.*s in %.*s and %.*s", MTL_FMT(counted(m, f->words, "word")),
                                MTL_FMT(counted(m, m->from->doc->blocks.n, "block")),
                                MTL_FMT(counted(m, m->from->doc->sentences.n, "sentence")));
    if (marks)
        facts[n++] = mtl_str_format(m->arena, "%.*s, %u without a partner", MTL_FMT(counted(m, marks, "quotation mark")), alone);
    for (size_t i = 0; i < MTL_COUNT(markup); i++)
        if (markup[i].holds)
            facts[n++] = mtl_cstr(markup[i].says);
    sight->facts = facts;
    sight->nfacts = n;
}

mtl_sight mtl_sight_make(const mtl_sight_of *from, mtl_arena *arena)
{
    const making m = {from, arena};
    mtl_sight sight = {0};
    see_tokens(&m, &sight);
    see_hits(&m, &sight);
    see_facts(&m, &sight);
    return sight;
}
