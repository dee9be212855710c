/* bare_noun.c: the kind "bare_noun": a noun for one thing that is counted, without its article: "wie man Plugin erstellt", "auf Website". The
 * engine lost the article with the markup beside it, or the source had none.
 *
 * A list says which nouns are counted, of a compound its last part. What keeps it quiet: whatever is no running text, names, numbers, code and
 * quotations behind the noun, pairs ("Tür und Tor", "von Website zu Website"), and texts that tell which buttons to press. */
#include "lang/reading.h"
#include "rule/lists.h"
#include "rule/noun.h"

#include <stddef.h>

typedef struct bare_noun_params {
    mtl_strs nouns, prepositions, datives, subjects, states, endings, plurals, kinds, modals, described;
    mtl_words counted, before, dative, subject, state, said, kind, modal, shy; /* made by compile() */
} bare_noun_params;

static const mtl_param params[] = {
    {"nouns", MTL_PARAM_STRINGS, offsetof(bare_noun_params, nouns), true, "word lists of nouns for things that are counted", NULL},
    {"prepositions", MTL_PARAM_STRINGS, offsetof(bare_noun_params, prepositions), true,
     "prepositions behind which such a noun has an article", NULL},
    {"datives", MTL_PARAM_STRINGS, offsetof(bare_noun_params, datives), false,
     "of these, those behind which the plural has an ending of its own", NULL},
    {"plurals", MTL_PARAM_STRINGS, offsetof(bare_noun_params, plurals), false, "these endings", NULL},
    {"subjects", MTL_PARAM_STRINGS, offsetof(bare_noun_params, subjects), false,
     "pronouns that are always the subject, so that what follows is none", NULL},
    {"states", MTL_PARAM_STRINGS, offsetof(bare_noun_params, states), false,
     "dictionary forms of verbs behind which a noun without an article says what something is", NULL},
    {"described", MTL_PARAM_STRINGS, offsetof(bare_noun_params, described), false, "further nouns, which count behind an adjective",
     NULL},
    {"modals", MTL_PARAM_STRINGS, offsetof(bare_noun_params, modals), false,
     "dictionary forms of verbs that give no orders where their subject follows", NULL},
    {"kinds", MTL_PARAM_STRINGS, offsetof(bare_noun_params, kinds), false,
     "nouns behind which a preposition names a kind: “Art von”", NULL},
    {"endings", MTL_PARAM_STRINGS, offsetof(bare_noun_params, endings), false,
     "endings of an adjective before such a noun, where no article stands before it", NULL},
};

static bool compile(mtl_compiling *c)
{
    bare_noun_params *p = c->rule->params;
    mtl_strs nouns;
    if (!mtl_lists_read_all(c, &p->nouns, &nouns))
        return false;
    p->counted = mtl_words_make(&nouns, c->arena);
    p->before = mtl_words_make(&p->prepositions, c->arena);
    p->dative = mtl_words_make(&p->datives, c->arena);
    p->subject = mtl_words_make(&p->subjects, c->arena);
    p->state = mtl_words_make(&p->states, c->arena);
    p->shy = mtl_words_make(&p->described, c->arena);
    p->modal = mtl_words_make(&p->modals, c->arena);
    p->kind = mtl_words_make(&p->kinds, c->arena);
    p->said = mtl_words_make(&p->endings, c->arena);
    return true;
}

/* ---- the noun ---- */

typedef struct noun {
    bool always; /* it has an article behind a preposition too */
    bool many;   /* its plural looks like that */
} noun;

/* The part of WORD that is listed: itself, or the last of a compound; empty: none is. */
static mtl_str listed_part(const bare_noun_params *p, const mtl_view *view, mtl_str word)
{
    enum { SHORTEST = 3 };
    for (size_t cut = 0; cut + SHORTEST <= word.n && word.n < MTL_LONGEST_WORD; cut += cut ? 1 : SHORTEST) {
        const mtl_str part = {word.p + cut, word.n - cut};
        if (mtl_words_has_hash(&p->counted, mtl_hash(part)) || mtl_words_has_hash(&p->shy, mtl_hash(part)))
            return cut == 0 || mtl_noun_last_part(view, word, MTL_IS_NOUN, NULL) ? part : (mtl_str){0};
    }
    return (mtl_str){0};
}

/* The word is a noun that is counted. */
static bool is_counted(const bare_noun_params *p, const mtl_view *view, const mtl_token *t, noun *n)
{
    if (t->type->kind != MTL_WORD || t->type->letters != MTL_CAPITAL || t->flags & MTL_IN_CODE)
        return false;
    const mtl_str part = listed_part(p, view, t->type->folded->form);
    const mtl_lexeme *whole = mtl_view_lexeme(view, t->type);
    const mtl_lexeme *lexeme = whole || !part.n ? whole : mtl_lexicon_find(view->lang->lexicon, part, mtl_hash(part));
    if (!lexeme && part.n) /* listed as a whole, and known by its last part only */
        lexeme = mtl_noun_last_part(view, part, MTL_IS_NOUN, NULL);
    *n = (noun){.always = mtl_words_has_hash(&p->counted, mtl_hash(part)), .many = lexeme && lexeme->is & MTL_IS_PLURAL};
    return part.n && !(lexeme && lexeme->is & MTL_IS_NAME);
}

static bool ends_in_any(mtl_str word, const mtl_strs *endings)
{
    for (uint32_t i = 0; i < endings->n; i++)
        if (mtl_str_ends(word, endings->items[i]))
            return true;
    return false;
}

/* ---- what stands around it ---- */

typedef struct passage { /* a sentence */
    uint32_t first, end; /* tokens */
} passage;

/* A word of the language in small letters may go on behind the noun, and the marks of a sentence; not a name, a number, what is quoted. */
static bool may_follow(const mtl_view *view, const mtl_token *tokens, uint32_t last, uint32_t end)
{
    const mtl_token *next = &tokens[last + 1];
    if (last + 1 >= end || mtl_noun_goes_on(view, tokens, last, end))
        return false;
    if (next->type->kind == MTL_WORD)
        return next->type->letters == MTL_LOWER && !mtl_words_has(&view->lang->conjunctions, next->type) &&
               (mtl_view_lexeme(view, next->type) || mtl_words_has(&view->lang->functions, next->type));
    const bool more =
        next->type->code == ',' && last + 2 < end && tokens[last + 2].type->letters != MTL_LOWER; /* "Name, Adresse" */
    return next->type->code == '.' || (next->type->code == ',' && !more) || next->type->code == '?' || next->type->code == '!';
}

/* "von Website zu Website", "Schritt für Schritt": the noun stands again within a few words. */
static bool is_paired(const mtl_token *tokens, uint32_t i, uint32_t first, uint32_t end)
{
    enum { NEAR = 4 };
    for (uint32_t k = i > first + NEAR ? i - NEAR : first; k < end && k <= i + NEAR; k++)
        if (k != i && tokens[k].type->folded == tokens[i].type->folded)
            return true;
    return false;
}

static bool is_plain_adverb(const mtl_view *view, uint32_t i)
{
    const uint32_t is = view->facts->lemmas.is[i];
    return is & MTL_IS_ADVERB && !(is & (MTL_IS_ADJECTIVE | MTL_IS_VERB | MTL_IS_NOUN)) &&
           !mtl_words_has(&view->lang->prepositions, view->doc->tokens.items[i].type) &&
           view->doc->tokens.items[i].type->letters == MTL_LOWER;
}

/* The word on token I is a subject, which gets no orders: "schalten Sie Fernbedienung ein" tells what to press. */
static bool is_behind_subject(const bare_noun_params *p, const mtl_view *view, const passage *s, uint32_t i)
{
    const mtl_token *t = &view->doc->tokens.items[i];
    if (i == s->first || !mtl_words_has(&p->subject, t->type))
        return i == s->first && mtl_words_has(&p->subject, t->type);
    return mtl_words_has_hash(&p->modal, view->facts->lemmas.hashes[i - 1]) ||
           !(view->facts->lemmas.is[i - 1] & MTL_IS_FINITE || mtl_words_has(&view->lang->prepositions, t[-1].type));
}

/* The word on token I is a verb of doing, which has an object. */
static bool is_verb(const bare_noun_params *p, const mtl_view *view, uint32_t i)
{
    const uint32_t is = view->facts->lemmas.is[i];
    const uint32_t other = MTL_IS_ADJECTIVE | MTL_IS_ADVERB | MTL_IS_PARTICIPLE | MTL_IS_NUMERAL | MTL_IS_FUNCTION;
    return view->doc->tokens.items[i].type->letters == MTL_LOWER && is & MTL_IS_FINITE && !(is & other) &&
           !mtl_words_has_hash(&p->state, view->facts->lemmas.hashes[i]);
}

/* A participle goes on with what stands before it: "das im Netz liegende Verzeichnis". */
static bool is_participle(const mtl_view *view, uint32_t i)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, view->doc->tokens.items[i].type);
    const mtl_lexeme *lemma = lexeme ? mtl_view_word(view, mtl_lexicon_lemma(view->lang->lexicon, lexeme)) : NULL;
    return lemma && lemma->is & (MTL_IS_GERUND | MTL_IS_PARTICIPLE);
}

/* "dass unsere Nutzer zufällige Frage stellen": the adjective on token I stands behind a plural, which is no measure ("5 Pixel große") and does
 * not belong to it ("für Menschen lesbare"). */
static bool is_behind_many(const mtl_view *view, const passage *s, uint32_t i)
{
    const mtl_token *many = &view->doc->tokens.items[i - 1];
    const uint32_t is = view->facts->lemmas.is[i - 1];
    return i > s->first + 1 && many->type->letters == MTL_CAPITAL && is & MTL_IS_PLURAL && !(is & MTL_IS_ADJECTIVE) &&
           view->facts->lemmas.is[i - 2] & MTL_IS_FUNCTION && !mtl_words_has(&view->lang->prepositions, many[-1].type) &&
           !is_participle(view, i);
}

/* The preposition before the noun on token I asks for an article: not in "eine Art von Datei", and not in the name of an order, "In Datei
 * schreiben". */
static bool is_asked_for(const bare_noun_params *p, const mtl_view *view, const passage *s, uint32_t i, bool many)
{
    const mtl_token *before = &view->doc->tokens.items[i - 1];
    const bool kind = i > s->first + 1 && mtl_words_has(&p->kind, before[-1].type);
    if (kind || (before->type->letters != MTL_LOWER && i > s->first + 1))
        return false;
    return !many || (mtl_words_has(&p->dative, before->type) && !ends_in_any(before[1].type->folded->form, &p->plurals));
}

/* The cheap half of what follows: the word on token I may stand right before a noun that lacks its article. */
static bool may_stand_behind(const bare_noun_params *p, const mtl_view *view, uint32_t i)
{
    const mtl_type *type = view->doc->tokens.items[i].type;
    const uint32_t is = view->facts->lemmas.is[i];
    return type->kind == MTL_WORD && (mtl_words_has(&p->before, type) || mtl_words_has(&p->subject, type) || !is ||
                                      (is & (MTL_IS_ADJECTIVE | MTL_IS_ADVERB)) != 0);
}

/* The noun N at token I lacks its article: *FROM is where its phrase begins. */
static bool lacks_article(const bare_noun_params *p, const mtl_view *view, const passage *s, uint32_t i, const noun *n,
                          uint32_t *from)
{
    const mtl_token *tokens = view->doc->tokens.items;
    const bool described = i > s->first + 1 && mtl_noun_describes(view, &tokens[i - 1]);
    uint32_t k = *from = i - described;
    if (k == s->first || !mtl_token_is_spaced(&tokens[k]))
        return false;
    if (!described && mtl_words_has(&p->before, tokens[k - 1].type))
        return n->always && is_asked_for(p, view, s, i, n->many);
    if (n->many || !(described || n->always))
        return false;
    if (described) {
        const mtl_str ending = mtl_noun_ending(view, &tokens[k]);
        if (!ending.n || !mtl_words_has_hash(&p->said, mtl_hash(ending)))
            return false;
        if (is_behind_many(view, s, k))
            return true;
    }
    const bool whole = described && !is_participle(view, k);
    while (k > s->first + 1 && is_plain_adverb(view, k - 1))
        k--;
    return is_behind_subject(p, view, s, k - 1) || (whole && is_verb(p, view, k - 1));
}

/* ---- the sentence ---- */

/* It ends in a mark, has a verb, and tells nobody which button to press. */
static bool is_prose(const mtl_view *view, const passage *s)
{
    const mtl_token *tokens = view->doc->tokens.items;
    uint32_t last = s->end - 1;
    while (last > s->first && tokens[last].type->kind == MTL_PUNCT && tokens[last].type->code != '.' &&
           tokens[last].type->code != '!' && tokens[last].type->code != '?')
        last--;
    if (tokens[last].type->kind != MTL_PUNCT)
        return false;
    bool verb = false;
    for (uint32_t i = s->first; i < last; i++) {
        const mtl_type *type = tokens[i].type;
        if (mtl_words_has(&view->lang->commands, type) || mtl_words_has(&view->lang->controls, type) || type->kind == MTL_SYMBOL)
            return false;
        verb |= (view->facts->lemmas.is[i] & MTL_IS_FINITE) != 0;
    }
    return verb;
}

static void judge(const mtl_rule *rule, const mtl_view *view, const passage *s, mtl_sink *sink)
{
    const bare_noun_params *p = rule->params;
    const mtl_token *tokens = view->doc->tokens.items;
    uint32_t checked = 0;
    bool prose = false;
    for (uint32_t i = s->first + 1; i < s->end; i++) {
        noun n;
        uint32_t from;
        const uint32_t last = mtl_noun_end(tokens, i, s->end);
        const uint32_t first = i;
        const bool torn = last > i && (tokens[i].type->letters == MTL_UPPER || tokens[i].type->letters == MTL_CAPITAL) &&
                          !(view->facts->lemmas.is[i] & MTL_IS_FUNCTION); /* "auf Ihre -Datei" lost what stood between */
        if (last == i ? tokens[i].type->letters != MTL_CAPITAL : !torn)
            continue;
        i = last;
        if (!may_stand_behind(p, view, first - 1) || !is_counted(p, view, &tokens[last], &n) ||
            !may_follow(view, tokens, last, s->end) || is_paired(tokens, last, s->first, s->end) ||
            !lacks_article(p, view, s, first, &n, &from))
            continue;
        if (!checked++)
            prose = is_prose(view, s);
        if (!prose)
            return;
        mtl_hit *hit = mtl_emit(rule, sink, mtl_span_join(tokens[from].at, tokens[last].at));
        mtl_hit_proof(hit, MTL_LIKELY);
    }
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_block *block = view->block;
    if (block->profile->base != view->lang->base)
        return;
    const uint32_t end = block->first_token + block->ntokens;
    uint32_t at = block->first_token;
    for (uint32_t i = 0; i < block->nsentences; i++) {
        const mtl_span text = view->doc->sentences.items[block->first_sentence + i];
        passage s = {.first = at, .end = at};
        while (s.end < end && view->doc->tokens.items[s.end].at.at < text.at + text.len)
            s.end++;
        if (s.end > s.first)
            judge(rule, view, &s, sink);
        at = s.end;
    }
}

const mtl_check mtl_check_bare_noun = {
    .name = "bare_noun",
    .doc = "a noun for one thing that is counted, without its article",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(bare_noun_params),
    .compile = compile,
    .run = run,
};
