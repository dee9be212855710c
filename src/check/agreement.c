/* agreement.c: the kind "agreement": an article or its like beside a noun of another gender, number or case: "das neue Anwendung", "o coleção",
 * "mit den Nutzer". The engine chose the noun after the article, or put one of the source's words into a frame made for another.
 *
 * The rule says what each article may be, the lexicon what the noun is; of a compound its last part. What keeps it quiet: names, articles
 * that may be pronouns, nouns whose gender the lexicon does not know or knows twice. */
#include "lang/chars.h"
#include "rule/check.h"
#include "rule/noun.h"

#include <stddef.h>

enum { /* what a word may be: bits of each kind; no bit of a kind: it says nothing of that */
       MASCULINE = 1 << 0,
       FEMININE = 1 << 1,
       NEUTER = 1 << 2,
       SINGULAR = 1 << 3,
       PLURAL = 1 << 4,
       FIRST_CASE = 5,
       GENITIVE = 1 << (FIRST_CASE + 1),
       DATIVE = 1 << (FIRST_CASE + 2),
       GENDERS = MASCULINE | FEMININE | NEUTER,
       NUMBERS = SINGULAR | PLURAL,
       CASES = 15 << FIRST_CASE
};

typedef struct reading_of { /* one thing that an article may be, or all cases that a preposition asks for */
    mtl_str form;           /* folded */
    uint32_t is;
    uint32_t next; /* another of the same form, or MTL_MAP_NONE */
} reading_of;

typedef struct agreement_params {
    mtl_strs articles, ones, prepositions, endings, pronouns, bare, either, datives, governors, strong, weak, sure, clashing, to,
        alone;
    mtl_map by_form; /* folded form -> the first of its readings; made by compile(), as what follows */
    MTL_VEC(reading_of) readings;
    mtl_map governs, one;              /* folded form of a preposition, or of a word for one of several -> index of its reading */
    mtl_map governor;                  /* the same of a preposition right before an adjective */
    mtl_map by_ending;                 /* ending of an adjective without an article -> the first of its readings */
    mtl_map by_pair;                   /* article, space and ending of the adjective behind it -> the first of their readings */
    uint32_t first_strong, end_strong; /* the readings of by_ending */
    mtl_map by_clash;                  /* endings of two adjectives of one noun, with a space between -> 0 */
    mtl_words pronoun, adjectival, spared, unmistaken, to_do, adverbial;
} agreement_params;

static const mtl_param params[] = {
    {"articles", MTL_PARAM_STRINGS, offsetof(agreement_params, articles), true,
     "articles and their like, with what they may be: “das>ns1 ns4”: m f n, s p, and cases 1 to 4", NULL},
    {"ones", MTL_PARAM_STRINGS, offsetof(agreement_params, ones), false,
     "words for one of several, which stand before an article of the plural: “eine>f”", NULL},
    {"prepositions", MTL_PARAM_STRINGS, offsetof(agreement_params, prepositions), false,
     "prepositions and the case they ask for: “mit>3”", NULL},
    {"endings", MTL_PARAM_STRINGS, offsetof(agreement_params, endings), false,
     "what nouns are by their endings, the longest first: “ção>fs”; where there are any, only nouns count that have one", NULL},
    {"pronouns", MTL_PARAM_STRINGS, offsetof(agreement_params, pronouns), false,
     "articles that may be pronouns, behind a comma above all", NULL},
    {"bare", MTL_PARAM_STRINGS, offsetof(agreement_params, bare), false, "articles that count only with an adjective between",
     NULL},
    {"either", MTL_PARAM_STRINGS, offsetof(agreement_params, either), false, "nouns that people use in two genders", NULL},
    {"sure", MTL_PARAM_STRINGS, offsetof(agreement_params, sure), false,
     "articles behind which what may be a verb is a noun; where there are any, the lexicon is believed whatever the ending", NULL},
    {"governors", MTL_PARAM_STRINGS, offsetof(agreement_params, governors), false,
     "prepositions and the case they ask for, of an adjective right behind them", NULL},
    {"strong", MTL_PARAM_STRINGS, offsetof(agreement_params, strong), false,
     "endings of adjectives without an article, with what these may be: “em>ms3 ns3”", NULL},
    {"weak", MTL_PARAM_STRINGS, offsetof(agreement_params, weak), false,
     "articles and endings of adjectives behind them, with what the two may be: “das e>ns”", NULL},
    {"clashing", MTL_PARAM_STRINGS, offsetof(agreement_params, clashing), false,
     "endings that two adjectives of one noun never have: “es er”", NULL},
    {"to", MTL_PARAM_STRINGS, offsetof(agreement_params, to), false,
     "prepositions that before a participle say what is to be done: “zu lesende Texte”", NULL},
    {"alone", MTL_PARAM_STRINGS, offsetof(agreement_params, alone), false,
     "forms of adjectives that stand without a noun too: “seit langem”", NULL},
    {"datives", MTL_PARAM_STRINGS, offsetof(agreement_params, datives), false, "endings of nouns in the plural of the third case",
     NULL},
};

/* ---- the rule ---- */

static bool refuse(mtl_compiling *c, const mtl_strs *list, uint32_t i)
{
    const mtl_yaml place = {.line = list->lines[i]};
    mtl_problem_at(c->problems, c->rule->info.file, &place, "“%.*s” needs a word, “>”, and what it is: m f n, s p, 1 to 4",
                   MTL_FMT(list->items[i]));
    return false;
}

static bool read_signs(mtl_str signs, uint32_t *is)
{
    static const char order[] = "mfnsp1234";
    *is = 0;
    for (size_t i = 0; i < signs.n; i++) {
        const char *at = strchr(order, signs.p[i]);
        if (!at || !*at)
            return false;
        *is |= 1u << (at - order);
    }
    return signs.n > 0;
}

/* Adds what the line says of a word to the map INDEX. */
static bool add(mtl_compiling *c, mtl_map *index, const mtl_strs *list, uint32_t i)
{
    agreement_params *p = c->rule->params;
    mtl_str word, rest;
    if (!mtl_str_halves(list->items[i], '>', &word, &rest))
        return refuse(c, list, i);
    const mtl_str form = mtl_fold(word, c->arena);
    while (rest.n) {
        const size_t space = mtl_str_find(rest, MTL_LIT(" "), 0), n = space == SIZE_MAX ? rest.n : space;
        reading_of r = {.form = form};
        if (!read_signs((mtl_str){rest.p, n}, &r.is))
            return refuse(c, list, i);
        uint32_t *first = mtl_map_put(index, form);
        r.next = *first;
        *first = p->readings.n;
        mtl_vec_push(&p->readings, c->arena, r);
        rest = n == rest.n ? (mtl_str){0} : (mtl_str){rest.p + n + 1, rest.n - n - 1};
    }
    return true;
}

static bool compile(mtl_compiling *c)
{
    agreement_params *p = c->rule->params;
    bool ok = true;
    mtl_map endings;
    mtl_map_init(&p->by_form, c->arena);
    mtl_map_init(&p->governs, c->arena);
    mtl_map_init(&p->one, c->arena);
    mtl_map_init(&p->governor, c->arena);
    mtl_map_init(&p->by_ending, c->arena);
    mtl_map_init(&p->by_pair, c->arena);
    mtl_map_init(&endings, c->arena);
    for (uint32_t i = 0; i < p->endings.n; i++)
        ok &= add(c, &endings, &p->endings, i);
    for (uint32_t i = 0; i < p->articles.n; i++)
        ok &= add(c, &p->by_form, &p->articles, i);
    for (uint32_t i = 0; i < p->ones.n; i++)
        ok &= add(c, &p->one, &p->ones, i);
    for (uint32_t i = 0; i < p->prepositions.n; i++)
        ok &= add(c, &p->governs, &p->prepositions, i);
    for (uint32_t i = 0; i < p->governors.n; i++)
        ok &= add(c, &p->governor, &p->governors, i);
    p->first_strong = p->readings.n;
    for (uint32_t i = 0; i < p->strong.n; i++)
        ok &= add(c, &p->by_ending, &p->strong, i);
    p->end_strong = p->readings.n;
    for (uint32_t i = 0; i < p->weak.n; i++)
        ok &= add(c, &p->by_pair, &p->weak, i);
    p->pronoun = mtl_words_make(&p->pronouns, c->arena);
    p->adjectival = mtl_words_make(&p->bare, c->arena);
    p->spared = mtl_words_make(&p->either, c->arena);
    p->unmistaken = mtl_words_make(&p->sure, c->arena);
    p->to_do = mtl_words_make(&p->to, c->arena);
    p->adverbial = mtl_words_make(&p->alone, c->arena);
    mtl_map_init(&p->by_clash, c->arena);
    for (uint32_t i = 0; i < p->clashing.n; i++)
        *mtl_map_put(&p->by_clash, p->clashing.items[i]) = 0;
    return ok;
}

/* ---- the noun ---- */

static uint32_t features(const mtl_lexeme *noun)
{
    const uint32_t is = noun->is;
    return (is & MTL_IS_MASCULINE ? MASCULINE : 0) | (is & MTL_IS_FEMININE ? FEMININE : 0) | (is & MTL_IS_NEUTER ? NEUTER : 0) |
           (is & MTL_IS_SINGULAR ? SINGULAR : 0) | (is & MTL_IS_PLURAL ? PLURAL : 0);
}

static bool ends_in_any(mtl_str word, const mtl_strs *endings)
{
    for (uint32_t i = 0; i < endings->n; i++)
        if (mtl_str_ends(word, endings->items[i]))
            return true;
    return endings->n == 0;
}

/* What the ending says, or NULL. */
static const reading_of *by_ending(const agreement_params *p, mtl_str word)
{
    for (uint32_t i = 0; i < p->endings.n; i++) {
        const reading_of *r = &p->readings.items[i]; /* the endings were read first, in their order */
        if (word.n > r->form.n + 1 && mtl_str_ends(word, r->form))
            return r;
    }
    return NULL;
}

/* What a noun is by its lexeme (or NULL) and its ending, which must not contradict each other; 0: nothing certain. A short ending alone says
 * nothing, nor does one of a name, which no adjective in small letters describes. */
static uint32_t certain(const agreement_params *p, const mtl_token *t, const mtl_lexeme *lexeme, bool described)
{
    enum { LONG = 3, IN_USE = 25 };
    const uint32_t known = lexeme ? features(lexeme) : 0;
    const bool believed = p->sure.n && (described || t->type->letters == MTL_LOWER) && lexeme && lexeme->zipf >= IN_USE;
    if (p->endings.n == 0 || (believed && known & GENDERS))
        return known & GENDERS ? known : 0;
    const reading_of *ending = by_ending(p, t->type->folded->form);
    if (!ending || (ending->form.n < LONG && (!(known & GENDERS) || t->type->letters == MTL_CAPITAL)))
        return 0;
    return !(known & GENDERS) || (known & GENDERS) == (ending->is & GENDERS) ? ending->is : 0;
}

/* An adjective whose ending says of the noun what the lexicon says: "linha" is no masculine, whichever of the two it is. */
static bool bends_alike(const mtl_view *view, const mtl_token *t, const mtl_lexeme *lexeme)
{
    static const uint32_t said[] = {MTL_IS_MASCULINE | MTL_IS_SINGULAR, MTL_IS_FEMININE | MTL_IS_SINGULAR,
                                    MTL_IS_MASCULINE | MTL_IS_PLURAL, MTL_IS_FEMININE | MTL_IS_PLURAL};
    const mtl_strs *endings = &view->lang->adjective_endings;
    const uint32_t all = MTL_IS_MASCULINE | MTL_IS_FEMININE | MTL_IS_SINGULAR | MTL_IS_PLURAL;
    for (uint32_t i = 0; i < endings->n && i < MTL_COUNT(said); i++)
        if ((lexeme->is & all) == said[i] && mtl_str_ends(t->type->folded->form, endings->items[i]))
            return true;
    return false;
}

/* What a noun behind ARTICLE must not be as well. */
static uint32_t unsure_of(const agreement_params *p, const mtl_view *view, const mtl_token *article, const mtl_token *t,
                          const mtl_lexeme *lexeme)
{
    const uint32_t unsure = MTL_IS_NAME | MTL_IS_FUNCTION | MTL_IS_NUMERAL | MTL_IS_ABBREVIATION;
    const uint32_t verb = MTL_IS_VERB | MTL_IS_PARTICIPLE, adjective = MTL_IS_ADJECTIVE;
    if (view->lang->capital_nouns)
        return unsure | MTL_IS_ENGLISH;
    if (p->sure.n == 0 || !lexeme || (lexeme->is & (adjective | MTL_IS_PARTICIPLE) && !bends_alike(view, t, lexeme)))
        return unsure | verb | adjective;
    const uint32_t finite = mtl_words_has(&p->unmistaken, article->type) ? 0 : MTL_IS_FINITE;
    const uint32_t participle = t > article + 1 ? MTL_IS_PARTICIPLE : 0; /* "uma mamária implantada": both are adjectives */
    return unsure | finite | participle | MTL_IS_INFINITIVE;
}

/* What the noun behind ARTICLE is; 0: no noun, or nothing certain. */
static uint32_t noun_of(const agreement_params *p, const mtl_view *view, const mtl_token *article, const mtl_token *t)
{
    const bool capital = t->type->letters == MTL_CAPITAL;
    if (t->type->kind != MTL_WORD || !(capital || t->type->letters == MTL_LOWER) || (view->lang->capital_nouns && !capital) ||
        t->flags & MTL_IN_CODE || mtl_words_has(&p->spared, t->type))
        return 0;
    const mtl_str word = t->type->folded->form;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    const bool plain =
        lexeme && (lexeme->is & ~(uint32_t)(MTL_IS_CAPITAL | MTL_IS_LOAN)) == MTL_IS_NOUN; /* nothing else is known of it */
    const mtl_lexeme *part = !lexeme || plain ? mtl_noun_last_part(view, word, MTL_IS_NOUN, &p->spared) : NULL;
    if (part)
        lexeme = part;
    const uint32_t unsure = unsure_of(p, view, article, t, lexeme);
    if (lexeme ? lexeme->is & unsure || !(lexeme->is & MTL_IS_NOUN) : p->endings.n == 0)
        return 0;
    const uint32_t is = certain(p, t, lexeme, t > article + 1);
    /* "im Prototypen": what looks like a plural may be a case; "die Rangers": and what looks like a case a plural */
    const bool bent = p->datives.n && ends_in_any(word, &p->datives);
    return bent && is & (MASCULINE | NEUTER) ? is | NUMBERS : is;
}

/* ---- the frame ---- */

typedef struct frame { /* article, adjectives, noun */
    uint32_t first, last;
    uint32_t nouns;    /* the first token of the noun, which may have several */
    uint32_t readings; /* the first of the article's, or of the adjective's ending */
    uint32_t noun,
        second;     /* what it is, and what the next noun is that it may be split from: "der Projekt Menü"; 0: there is none */
    uint32_t cases; /* that the preposition before it asks for; 0: there is none */
    bool described;
    bool bare; /* without an article */
} frame;

/* The noun goes on with another one, and both are certain: the article may belong to either. */
static bool read_second(const agreement_params *p, const mtl_view *view, frame *f, uint32_t end)
{
    const mtl_token *tokens = view->doc->tokens.items;
    const uint32_t second = f->last + 1;
    if (!mtl_token_is_spaced(&tokens[second]) || tokens[second].type->kind != MTL_WORD)
        return false;
    f->second = noun_of(p, view, &tokens[f->first], &tokens[second]);
    f->last = second;
    return f->second && !mtl_noun_goes_on(view, tokens, second, end);
}

static bool read_frame(const agreement_params *p, const mtl_view *view, const mtl_block *block, uint32_t i, frame *f)
{
    enum { MOST_ADJECTIVES = 2 };
    const mtl_token *tokens = view->doc->tokens.items;
    const uint32_t end = block->first_token + block->ntokens;
    uint32_t n = i + 1;
    while (n < end && n <= i + MOST_ADJECTIVES && mtl_noun_describes(view, &tokens[n]))
        n++;
    if (n >= end || !mtl_token_is_spaced(&tokens[n]))
        return false;
    *f = (frame){.first = i, .nouns = n, .last = mtl_noun_end(tokens, n, end), .described = n > i + 1};
    if (f->last != n && !view->lang->capital_nouns)
        return false; /* "porta-voz", "guarda-chuva": the last part decides nothing */
    f->noun = noun_of(p, view, &tokens[i], &tokens[f->last]);
    if (!f->noun || (mtl_noun_goes_on(view, tokens, f->last, end) && !read_second(p, view, f, end)))
        return false;
    f->readings = mtl_map_get_hashed(&p->by_form, tokens[i].type->folded->form, tokens[i].type->hash);
    if (i > block->first_token) {
        const mtl_type *before = tokens[i - 1].type;
        const uint32_t asks = mtl_map_get_hashed(&p->governs, before->folded->form, before->hash);
        f->cases = asks == MTL_MAP_NONE ? 0 : p->readings.items[asks].is & CASES;
    }
    return true;
}

/* The article may be a pronoun here: "Leute, die Geld verdienen", "für die Geld zählt". */
static bool may_be_pronoun(const agreement_params *p, const mtl_view *view, const mtl_block *block, const frame *f)
{
    const mtl_token *tokens = view->doc->tokens.items;
    const mtl_type *type = tokens[f->first].type;
    if (!f->described && mtl_words_has(&p->adjectival, type))
        return true;
    if (!mtl_words_has(&p->pronoun, type))
        return false;
    uint32_t i = f->first;
    if (i > block->first_token && mtl_words_has(&view->lang->prepositions, tokens[i - 1].type))
        i--;
    if (i == block->first_token || i != f->first)
        return i > block->first_token && !mtl_token_is_word(&tokens[i - 1]);
    const mtl_type *before = tokens[i - 1].type; /* "der einen Seite": of two articles the first counts */
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, before);
    const bool subject = mtl_words_has(&p->adjectival, type) && lexeme && lexeme->is & MTL_IS_FINITE; /* "sind das alte Bilder?" */
    const bool article = mtl_map_get_hashed(&p->by_form, before->folded->form, before->hash) != MTL_MAP_NONE;
    const bool one = mtl_map_get_hashed(&p->one, before->folded->form, before->hash) != MTL_MAP_NONE;
    return !mtl_token_is_word(&tokens[i - 1]) || subject || (article && !one);
}

/* One of the things that the article may be is one that the noun in token I may be, which is NOUN. */
static bool fits(const agreement_params *p, const mtl_view *view, const frame *f, uint32_t i, uint32_t noun)
{
    const mtl_str form = view->doc->tokens.items[i].type->folded->form;
    bool fits_case = false;
    for (uint32_t r = f->readings; r != MTL_MAP_NONE; r = p->readings.items[r].next) {
        const uint32_t is = p->readings.items[r].is;
        if (f->cases && is & CASES && !(is & f->cases))
            continue;
        fits_case = true;
        const bool gender = !(is & GENDERS) || is & noun & GENDERS;
        const bool number = !(is & NUMBERS) || !(noun & NUMBERS) || is & noun & NUMBERS;
        const bool dative = is & PLURAL && (is & CASES) == DATIVE;
        if (gender && number && (!dative || ends_in_any(form, &p->datives)))
            return true;
    }
    return !fits_case && !f->bare; /* the preposition is at fault, or none */
}

static bool agrees(const agreement_params *p, const mtl_view *view, const frame *f)
{
    return fits(p, view, f, f->second ? f->last - 1 : f->last, f->noun) || (f->second && fits(p, view, f, f->last, f->second));
}

/* The article may stand before several of which one is meant. */
static bool may_be_many(const agreement_params *p, const frame *f)
{
    for (uint32_t i = f->readings; i != MTL_MAP_NONE; i = p->readings.items[i].next) {
        const uint32_t is = p->readings.items[i].is;
        if (is & PLURAL && (!(is & CASES) || is & GENITIVE))
            return true;
    }
    return false;
}

/* "eine der besten Verfahren", "eine der führenden Plattform": what stands before the article says one of the things, and is of another gender
 * than these, or there is but one. */
static bool is_odd_one(const agreement_params *p, const mtl_view *view, const mtl_block *block, const frame *f)
{
    if (f->first == block->first_token || !may_be_many(p, f))
        return false;
    const mtl_type *before = view->doc->tokens.items[f->first - 1].type;
    const uint32_t one = mtl_map_get_hashed(&p->one, before->folded->form, before->hash);
    const bool single = (f->noun & NUMBERS) == SINGULAR;
    return one != MTL_MAP_NONE && (single || (f->noun & PLURAL && !(p->readings.items[one].is & f->noun & GENDERS)));
}

static void report(const mtl_rule *rule, const mtl_view *view, const mtl_token *article, const mtl_token *noun, mtl_sink *sink)
{
    mtl_hit *hit = mtl_emit(rule, sink, mtl_span_join(article->at, noun->at));
    mtl_hit_name(hit, "article", mtl_token_text(view->doc, article));
    mtl_hit_name(hit, "noun", mtl_token_text(view->doc, noun));
    mtl_hit_proof(hit, MTL_POSSIBLE); /* people slip here too */
}

/* What the adjective has behind its dictionary form; empty: nothing, or nothing that says anything. */
static mtl_str adjective_ending(const agreement_params *p, const mtl_view *view, const mtl_token *t)
{
    return mtl_words_has(&p->adverbial, t->type) ? (mtl_str){0} : mtl_noun_ending(view, t);
}

/* The readings of the article on token I with an adjective of this ending. */
static uint32_t with_ending(const agreement_params *p, const mtl_view *view, uint32_t i, mtl_str ending)
{
    const mtl_str article = view->doc->tokens.items[i].type->folded->form;
    const mtl_str both = mtl_str_format(view->scratch, "%.*s %.*s", MTL_FMT(article), MTL_FMT(ending));
    return mtl_map_get_hashed(&p->by_pair, both, mtl_hash(both));
}

/* The article may stand before adjectives of some ending that the rule knows: it says something of them. */
static bool bends(const agreement_params *p, const mtl_view *view, uint32_t i)
{
    uint32_t k = p->first_strong;
    while (k < p->end_strong && with_ending(p, view, i, p->readings.items[k].form) == MTL_MAP_NONE)
        k++;
    return k < p->end_strong;
}

/* "für die, die große Pläne haben": the article is a pronoun where the adjective needs none, and what stands before may open a clause. */
static bool stands_alone(const agreement_params *p, const mtl_view *view, const frame *bent)
{
    const mtl_token *article = &view->doc->tokens.items[bent->first], *before = article - 1;
    if (!mtl_words_has(&p->pronoun, article->type) || !agrees(p, view, bent))
        return false;
    const mtl_lexeme *lexeme = bent->first > view->block->first_token ? mtl_view_lexeme(view, before->type) : NULL;
    return !lexeme || lexeme->is & MTL_IS_FUNCTION;
}

/* The adjective behind the one on token I, which may have a comma or a conjunction between; 0: there is none before a noun. */
static uint32_t second_adjective(const mtl_view *view, uint32_t i)
{
    const mtl_token *tokens = view->doc->tokens.items;
    const uint32_t end = view->block->first_token + view->block->ntokens;
    const bool joined =
        i + 1 < end && (tokens[i + 1].type->code == ',' || mtl_words_has(&view->lang->conjunctions, tokens[i + 1].type));
    const uint32_t next = i + 1 + joined;
    return next + 1 < end && mtl_noun_describes(view, &tokens[next]) && tokens[next + 1].type->letters == MTL_CAPITAL ? next : 0;
}

/* The endings of two adjectives of one noun can not go together. */
static bool clashes(const agreement_params *p, const mtl_view *view, uint32_t first, uint32_t second)
{
    const mtl_token *tokens = view->doc->tokens.items;
    const mtl_str one = adjective_ending(p, view, &tokens[first]), other = adjective_ending(p, view, &tokens[second]);
    const mtl_str both = mtl_str_format(view->scratch, "%.*s %.*s", MTL_FMT(one), MTL_FMT(other));
    return mtl_map_get(&p->by_clash, both) != MTL_MAP_NONE;
}

/* "das englisches Lied": the article and the noun agree, and the adjective between goes with another pair. The odd one, or NULL. */
static const mtl_token *odd_adjective(const agreement_params *p, const mtl_view *view, const frame *f)
{
    frame bent = *f;
    bent.bare = true;
    bent.cases = 0;
    for (uint32_t i = f->first + 1; i < f->nouns; i++) {
        const mtl_token *t = &view->doc->tokens.items[i];
        const mtl_str ending = adjective_ending(p, view, t);
        const uint32_t strong = mtl_map_get_hashed(&p->by_ending, ending, mtl_hash(ending));
        bent.readings = with_ending(p, view, f->first, ending);
        const bool adverb = i + 1 < f->nouns && /* "ein schneller laufendes Programm" */
                            !clashes(p, view, i, i + 1) && !mtl_str_same(ending, adjective_ending(p, view, t + 1));
        if (strong == MTL_MAP_NONE || adverb || agrees(p, view, &bent) || !bends(p, view, f->first))
            continue;
        bent.readings = strong;
        return stands_alone(p, view, &bent) ? NULL : t;
    }
    return NULL;
}

static void judge(const mtl_rule *rule, const mtl_view *view, uint32_t i, mtl_sink *sink)
{
    const agreement_params *p = rule->params;
    const mtl_token *tokens = view->doc->tokens.items;
    frame f;
    if (!read_frame(p, view, view->block, i, &f) || may_be_pronoun(p, view, view->block, &f))
        return;
    const bool odd = is_odd_one(p, view, view->block, &f), agreed = !odd && agrees(p, view, &f);
    const mtl_token *adjective = agreed ? odd_adjective(p, view, &f) : NULL;
    if (adjective)
        report(rule, view, adjective, &tokens[f.last], sink);
    else if (!agreed)
        report(rule, view, odd ? &tokens[i - 1] : &tokens[i], &tokens[f.last], sink);
}

/* The cases that the preposition on token I asks of an adjective right behind it; 0: it is none, or this one may be its adverb. */
static uint32_t cases_behind(const agreement_params *p, const mtl_view *view, uint32_t i)
{
    const mtl_token *t = &view->doc->tokens.items[i];
    const uint32_t governor = mtl_map_get_hashed(&p->governor, t->type->folded->form, t->type->hash);
    if (governor == MTL_MAP_NONE || i + 1 >= view->block->first_token + view->block->ntokens)
        return 0;
    const mtl_type *before = i > view->block->first_token ? t[-1].type : NULL; /* "der gegenüber liegenden Seite" */
    const bool inside = before && mtl_map_get_hashed(&p->by_form, before->folded->form, before->hash) != MTL_MAP_NONE;
    const mtl_lexeme *next = mtl_view_lexeme(view, t[1].type);
    const mtl_lexeme *lemma = next ? mtl_view_word(view, mtl_lexicon_lemma(view->lang->lexicon, next)) : NULL;
    const bool participle = lemma && lemma->is & (MTL_IS_GERUND | MTL_IS_PARTICIPLE);
    const bool to_do = mtl_words_has(&p->to_do, t->type); /* "leicht zu lesenden Texten" */
    return (to_do ? inside || participle : inside && participle) ? 0 : p->readings.items[governor].is & CASES;
}

/* "mit vollständigen Dokumentation": without an article, the adjective says the case that the preposition asks for. */
static void judge_bare(const mtl_rule *rule, const mtl_view *view, uint32_t i, uint32_t cases, mtl_sink *sink)
{
    const agreement_params *p = rule->params;
    const mtl_token *tokens = view->doc->tokens.items;
    frame f;
    if (!mtl_noun_describes(view, &tokens[i + 1]) || !read_frame(p, view, view->block, i, &f))
        return;
    f.cases = cases;
    f.bare = true;
    const mtl_str ending = adjective_ending(p, view, &tokens[i + 1]);
    f.readings = mtl_map_get_hashed(&p->by_ending, ending, mtl_hash(ending));
    if (f.readings != MTL_MAP_NONE && !agrees(p, view, &f))
        report(rule, view, &tokens[i + 1], &tokens[f.last], sink);
}

/* "ein leistungsstarkes kostenloser Werkzeug": two adjectives of one noun with endings that do not go together. */
static void judge_pair(const mtl_rule *rule, const mtl_view *view, uint32_t i, mtl_sink *sink)
{
    const agreement_params *p = rule->params;
    const mtl_token *tokens = view->doc->tokens.items;
    const uint32_t next = mtl_noun_describes(view, &tokens[i]) ? second_adjective(view, i) : 0;
    if (!next)
        return;
    const uint32_t end = view->block->first_token + view->block->ntokens;
    if (clashes(p, view, i, next))
        report(rule, view, &tokens[i], &tokens[mtl_noun_end(tokens, next + 1, end)], sink);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const agreement_params *p = rule->params;
    const mtl_block *block = view->block;
    if (block->profile->base != view->lang->base)
        return;
    for (uint32_t i = block->first_token; i < block->first_token + block->ntokens; i++) {
        const mtl_token *t = &view->doc->tokens.items[i];
        if (t->type->kind != MTL_WORD || t->type->letters == MTL_UPPER || t->flags & MTL_IN_CODE)
            continue;
        const uint32_t cases = cases_behind(p, view, i);
        if (mtl_map_get_hashed(&p->by_form, t->type->folded->form, t->type->hash) != MTL_MAP_NONE)
            judge(rule, view, i, sink);
        else if (cases)
            judge_bare(rule, view, i, cases, sink);
        else if (view->facts->lemmas.is[i] & MTL_IS_ADJECTIVE)
            judge_pair(rule, view, i, sink);
    }
}

const mtl_check mtl_check_agreement = {
    .name = "agreement",
    .doc = "an article beside a noun of another gender, number or case",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(agreement_params),
    .compile = compile,
    .run = run,
};
