/* split_compound.c: the kind "split_compound": a compound noun in two words: "die Kranken Versicherung". English writes them so.
 *
 * Likewise a product's name before a noun, "Azure Developer CLI Dokumentation", which German joins by hyphens.
 *
 * What keeps it quiet: the joined form must be a word that the lexicon or the document has; measures behind numbers, titles before names,
 * and a subject and object that happen to meet ("wenn Kinder Bücher lesen") leave a doubt. Names are looked for in texts about products,
 * where nothing stands before them that could make them a subject. */
#include "lang/clump.h"
#include "lang/reading.h"
#include "rule/lists.h"

#include <stddef.h>

typedef struct compound_params {
    mtl_strs domain;
    mtl_strs domain_words; /* of the list DOMAIN; made by compile() */
} compound_params;

static const mtl_param params[] = {
    {"domain", MTL_PARAM_STRINGS, offsetof(compound_params, domain), false,
     "the word list of which a text has two words in which names of products stand before nouns", NULL},
};

static bool compile(mtl_compiling *c)
{
    compound_params *p = c->rule->params;
    return mtl_lists_read_all(c, &p->domain, &p->domain_words);
}

enum { WELL_KNOWN = 22, VERY_FREQUENT = 58 };

static bool is_noun(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    return t->type->letters == MTL_CAPITAL && t->type->nchars > 2 && lexeme && lexeme->is & MTL_IS_CAPITAL &&
           lexeme->is & MTL_IS_NOUN && !(lexeme->is & MTL_IS_NAME);
}

/* "Logischer Wert", "Neues Dokument": an adjective before its noun, both of them a label. */
static bool is_inflected_adjective(const mtl_view *view, const mtl_token *t, const mtl_lexeme *lexeme)
{
    return lexeme->is & MTL_IS_ADJECTIVE && !(lexeme->is & MTL_IS_NOUN) &&
           !mtl_str_same(mtl_lexicon_lemma(view->lang->lexicon, lexeme), t->type->folded->form);
}

/* "Kranken", "Friedens": a form that only stands before something else, or any noun. */
static bool is_first(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    if (lexeme && is_inflected_adjective(view, t, lexeme))
        return false;
    return t->type->letters == MTL_CAPITAL && t->type->nchars > 2 && !(lexeme && lexeme->is & MTL_IS_FUNCTION);
}

/* "Sicherheits", "Weltmeisterschafts": no form of its word, which is feminine, but what stands before the next part. */
static bool is_linked(const mtl_view *view, const mtl_token *t)
{
    const mtl_str form = t->type->folded->form;
    if (mtl_view_lexeme(view, t->type) || form.n < 2 || form.p[form.n - 1] != 's' || t->type->letters != MTL_CAPITAL)
        return false;
    const mtl_lexeme *stem = mtl_view_word(view, (mtl_str){form.p, form.n - 1});
    return stem && stem->is & MTL_IS_FEMININE && !(stem->is & (MTL_IS_MASCULINE | MTL_IS_NEUTER | MTL_IS_NAME));
}

/* "die Vermögens Steuer": a genitive of the singular behind an article that is none. Behind a preposition somebody's may stand: "um Gottes
 * Willen", "auf Opas Feier". */
static bool is_misplaced_genitive(const mtl_view *view, const mtl_token *article, const mtl_token *t)
{
    const mtl_lexeme *noun = mtl_view_lexeme(view, t->type);
    const mtl_str form = t->type->folded->form;
    if (!noun || noun->is & (MTL_IS_NAME | MTL_IS_FEMININE | MTL_IS_ADJECTIVE) || form.p[form.n - 1] != 's' ||
        !(noun->is & MTL_IS_NOUN))
        return false;
    const mtl_str lemma = mtl_lexicon_lemma(view->lang->lexicon, noun);
    const mtl_lexeme *led = mtl_view_lexeme(view, article->type), *base = mtl_view_word(view, lemma);
    return lemma.n < form.n && !(base && base->is & MTL_IS_NAME) && mtl_str_starts(form, lemma) && led &&
           led->is & MTL_IS_FUNCTION && led->zipf >= VERY_FREQUENT && !mtl_words_has(&view->lang->genitives, article->type) &&
           !(noun->is & MTL_IS_MASCULINE && mtl_words_has(&view->lang->prepositions, article->type));
}

/* An article, a number word or an adjective. */
static bool describes(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    return lexeme && ((lexeme->is & MTL_IS_FUNCTION && lexeme->zipf >= 50) ||
                      (t->type->letters == MTL_LOWER && lexeme->is & (MTL_IS_ADJECTIVE | MTL_IS_NUMERAL)));
}

/* "des Menüs Anwendungen", "im Dialog Eigenschaften", "im Markierfeld Suche": behind what is named stands its name. */
static bool is_control(const mtl_view *view, const mtl_token *t)
{
    enum { SHORTEST_HEAD = 3 };
    const mtl_str form = t->type->folded->form;
    if (mtl_words_has(&view->lang->controls, t->type))
        return true;
    for (size_t at = SHORTEST_HEAD; at + SHORTEST_HEAD < form.n; at++)
        if (mtl_words_has_hash(&view->lang->controls, mtl_hash((mtl_str){form.p + at, form.n - at})))
            return mtl_view_word(view, (mtl_str){form.p, at}) || mtl_lang_reads(view->lang, form);
    return false;
}

/* BEFORE is the token before the pair, or NULL. */
static void check_pair(const mtl_rule *rule, const mtl_view *view, const mtl_token *before, const mtl_token *t, mtl_sink *sink)
{
    const mtl_str joined = mtl_str_format(view->scratch, "%.*s%.*s", MTL_FMT(t->type->form), MTL_FMT(t[1].type->folded->form));
    const mtl_lexeme *lexeme = mtl_view_word(view, joined);
    const bool in_document = mtl_forms_count(&view->facts->forms, joined) > 0;
    if (is_linked(view, t) || (before && is_misplaced_genitive(view, before, t))) {
        mtl_emit_fix(rule, sink, mtl_span_join(t->at, t[1].at), joined, MTL_LIKELY);
        return;
    }
    if (!in_document && !(lexeme && lexeme->is & MTL_IS_NOUN))
        return;
    const mtl_lexeme *first = mtl_view_lexeme(view, t->type);
    const bool english = mtl_view_english(view, t->type) && mtl_view_english(view, t[1].type); /* "App Service": perhaps a name */
    if (!in_document && ((first && first->is & MTL_IS_NAME) || english))
        return;
    const bool plural = first && first->is & MTL_IS_PLURAL && !(first->is & MTL_IS_SINGULAR);
    const bool known = lexeme && lexeme->zipf >= WELL_KNOWN && before && describes(view, before) && !plural;
    mtl_emit_fix(rule, sink, mtl_span_join(t->at, t[1].at), joined,
                 in_document && !english ? MTL_SURE
                 : known                 ? MTL_POSSIBLE
                                         : MTL_DOUBTFUL);
}

/* "POP3 Protokoll", "Foundry Agenten": an abbreviation or a borrowed word, no name of a land, a party or a person that could act. */
static bool is_loan(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *own = mtl_view_lexeme(view, t->type);
    const mtl_lexeme *english = mtl_view_english(view, t->type);
    if ((own && own->is & (MTL_IS_NAME | MTL_IS_FUNCTION)) || t->type->nchars < 3 || t->flags & MTL_IN_CODE)
        return false;
    if (t->type->letters == MTL_UPPER)
        return !english || !(english->is & MTL_IS_NAME);
    return t->type->letters == MTL_CAPITAL && (!own || own->is & MTL_IS_ENGLISH) && english && english->is & MTL_IS_LOWER &&
           english->is & MTL_IS_NOUN && !(english->is & MTL_IS_NAME);
}

/* An article, a preposition or an adjective stands in token I, and no relative pronoun: "die XAQ Fehler melden". */
static bool leads_noun(const mtl_view *view, const mtl_token *tokens, uint32_t i)
{
    const mtl_lang *lang = view->lang;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, tokens[i].type);
    if (mtl_words_has(&lang->relatives, tokens[i].type))
        return i == 0 || tokens[i - 1].type->code != ',';
    return mtl_words_has(&lang->prepositions, tokens[i].type) || mtl_words_has(&lang->genitives, tokens[i].type) ||
           (lexeme && tokens[i].type->letters == MTL_LOWER && lexeme->is & MTL_IS_ADJECTIVE && !(lexeme->is & MTL_IS_VERB));
}

/* Such a word in token I and a noun, both behind what leads a noun, or at the head of a line. FIRSTS are the words that the document joins
 * to others by a hyphen. */
static void check_loan(const mtl_rule *rule, const mtl_view *view, const mtl_ids *firsts, const mtl_token *tokens, uint32_t i,
                       mtl_sink *sink)
{
    const mtl_token *t = &tokens[i];
    const mtl_lexeme *noun = mtl_view_lexeme(view, t[1].type);
    const bool joins = mtl_ids_get(firsts, t->type->hash) != MTL_ID_NONE;
    if ((i > 0 ? !leads_noun(view, tokens, i - 1) : !joins) || (!joins && !(noun->is & MTL_IS_SINGULAR)) ||
        mtl_view_english(view, t[1].type))
        return; /* "App Service" is English throughout, and may be a name */
    const mtl_str with = mtl_str_format(view->scratch, "%.*s-%.*s", MTL_FMT(t->type->form), MTL_FMT(t[1].type->form));
    mtl_emit_fix(rule, sink, mtl_span_join(t->at, t[1].at), with, joins ? MTL_POSSIBLE : MTL_FAINT);
}

/* "Umgebungsspezifische": its end is an adjective of the language, so that it is one. */
static bool ends_in_adjective(const mtl_view *view, mtl_str folded)
{
    enum { SHORTEST_HEAD = 3, SHORTEST_END = 6 };
    for (size_t at = SHORTEST_HEAD; at + SHORTEST_END <= folded.n; at++) {
        const mtl_lexeme *end = mtl_view_word(view, (mtl_str){folded.p + at, folded.n - at});
        if (end && end->is & MTL_IS_LOWER && end->is & (MTL_IS_ADJECTIVE | MTL_IS_PARTICIPLE))
            return true;
    }
    return false;
}

/* "GIMPs", "Perl's": the genitive of a name that the document has without its ending. */
static bool is_genitive(const mtl_view *view, const mtl_token *t)
{
    const mtl_str form = t->type->form;
    size_t n = form.n > 3 && form.p[form.n - 1] == 's' ? form.n - 1 : 0;
    const mtl_str elisions[] = {MTL_LIT("'"), MTL_LIT("’")};
    for (size_t i = 0; n && i < MTL_COUNT(elisions); i++)
        if (mtl_str_ends((mtl_str){form.p, n}, elisions[i]))
            n -= elisions[i].n;
    return n && mtl_forms_count(&view->facts->forms, (mtl_str){form.p, n}) > 0;
}

/* A part of a product's name: English, unknown or a brand, and nothing that German has as a word of its own or as somebody's name. */
static bool is_product(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *own = mtl_view_lexeme(view, t->type);
    if (t->type->kind != MTL_WORD || t->type->letters == MTL_LOWER || t->type->nchars < 2 || t->flags & MTL_IN_CODE ||
        (own && own->is & (MTL_IS_FUNCTION | MTL_IS_GIVEN | MTL_IS_FAMILY | MTL_IS_PLACE)))
        return false;
    if (own)
        return own->is & MTL_IS_BRAND || !(own->is & MTL_NATIVE);
    return t->type->letters != MTL_CAPITAL || mtl_view_english(view, t->type) ||
           (!mtl_lang_reads(view->lang, t->type->folded->form) && !ends_in_adjective(view, t->type->folded->form) &&
            mtl_view_spell(view, t->type->form) == MTL_UNKNOWN);
}

/* A noun of German, of its lists or read from its parts, that English has not. */
static bool is_native_noun(const mtl_view *view, const mtl_token *t)
{
    enum { LONG = 8 };
    if (t->type->letters != MTL_CAPITAL || mtl_view_english(view, t->type))
        return false;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    if (lexeme)
        return is_noun(view, t) && !(lexeme->is & (MTL_IS_FUNCTION | MTL_IS_VERB));
    return t->type->nchars >= LONG && mtl_lang_reads(view->lang, t->type->folded->form) &&
           mtl_view_spell(view, t->type->form) == MTL_KNOWN;
}

/* Nothing stands before token I, or a mark, or what leads a noun; a single word may be the subject behind "die": "wenn die API Daten lädt". */
static bool begins_phrase(const mtl_view *view, const mtl_token *tokens, uint32_t i, bool single)
{
    if (i == 0 || tokens[i - 1].type->kind == MTL_SYMBOL || tokens[i - 1].type->code == ':' || tokens[i - 1].type->code == '(')
        return true;
    return leads_noun(view, tokens, i - 1) && !(single && mtl_words_has(&view->lang->relatives, tokens[i - 1].type));
}

/* Token LAST is the end of a word with hyphens: "KI-Modell"; the token that it begins with, else LAST. */
static uint32_t hyphenated_from(const mtl_token *tokens, uint32_t last)
{
    uint32_t first = last;
    while (first >= 2 && mtl_token_is_glued(&tokens[first]) && mtl_token_is_hyphen(&tokens[first - 1]) &&
           mtl_token_is_glued(&tokens[first - 1]) && mtl_token_is_word(&tokens[first - 2]))
        first -= 2;
    return first;
}

/* "KI-Modell Kostenoptimierung": a word with hyphens, up to token LAST, before a noun, at the head of a heading. */
static bool check_hyphenated(const mtl_rule *rule, const mtl_view *view, const mtl_token *tokens, uint32_t last, mtl_sink *sink)
{
    const uint32_t first = hyphenated_from(tokens, last);
    if (first == last || !mtl_token_is_spaced(&tokens[last + 1]) || tokens[last].type->letters == MTL_LOWER ||
        tokens[first].type->letters == MTL_LOWER || tokens[last].type->kind != MTL_WORD ||
        !begins_phrase(view, tokens, first, false) || (first > 0 && mtl_token_is_word(&tokens[first - 1])))
        return false;
    const mtl_span at = mtl_span_join(tokens[first].at, tokens[last].at);
    const mtl_str with =
        mtl_str_format(view->scratch, "%.*s-%.*s", MTL_FMT(mtl_str_cut(view->doc->text, at)), MTL_FMT(tokens[last + 1].type->form));
    mtl_emit_fix(rule, sink, mtl_span_join(at, tokens[last + 1].at), with, MTL_POSSIBLE);
    return true;
}

/* "Azure Developer CLI Dokumentation": a product's name, up to token LAST, before a noun, at the head of a line or behind what leads a noun. */
static void check_product(const mtl_rule *rule, const mtl_view *view, const mtl_token *tokens, uint32_t last, mtl_sink *sink)
{
    enum { LONGEST = 4 };
    uint32_t first = last + 1;
    while (first > 0 && last - first + 1 < LONGEST && mtl_token_is_spaced(&tokens[first]) &&
           (is_product(view, &tokens[first - 1]) ||
            (tokens[first - 1].type->letters == MTL_CAPITAL && mtl_view_english(view, tokens[first - 1].type))))
        first--;
    while (first <= last && !is_product(view, &tokens[first]))
        first++;
    if (first > last || !begins_phrase(view, tokens, first, first == last) || (first == last && is_genitive(view, &tokens[last])))
        return;
    mtl_str with = tokens[first].type->form;
    for (uint32_t i = first + 1; i <= last + 1; i++)
        with = mtl_str_format(view->scratch, "%.*s-%.*s", MTL_FMT(with), MTL_FMT(tokens[i].type->form));
    mtl_emit_fix(rule, sink, mtl_span_join(tokens[first].at, tokens[last + 1].at), with, MTL_POSSIBLE);
}

/* The words that the document joins to a noun by a hyphen: "AZD-Befehl". */
static mtl_ids gather_firsts(const mtl_view *view)
{
    mtl_ids firsts;
    mtl_ids_init(&firsts, view->scratch);
    const mtl_token *tokens = view->doc->tokens.items;
    for (uint32_t i = 0; i + 2 < view->doc->tokens.n; i++)
        if (tokens[i].type->kind == MTL_WORD && mtl_token_is_hyphen(&tokens[i + 1]) && mtl_token_is_glued(&tokens[i + 2]) &&
            tokens[i + 2].type->letters == MTL_CAPITAL)
            *mtl_ids_put(&firsts, tokens[i].type->hash) = 0;
    return firsts;
}

/* PRODUCTS: the text is one in which names of products stand before nouns. */
static void check_block(const mtl_rule *rule, const mtl_view *view, const mtl_block *block, const mtl_ids *firsts, bool products,
                        mtl_sink *sink)
{
    const bool heading = mtl_block_is_headline(view->doc, block);
    const mtl_token *tokens = view->doc->tokens.items + block->first_token;
    for (uint32_t i = 0; i + 1 < block->ntokens; i++) {
        const mtl_token *t = &tokens[i], *before = i > 0 ? t - 1 : NULL;
        if (t->type->letters == MTL_CAPITAL && is_control(view, t))
            continue;
        if (products && is_native_noun(view, t + 1) && !(heading && check_hyphenated(rule, view, tokens, i, sink)))
            check_product(rule, view, tokens, i, sink);
        if (t->type->kind != MTL_WORD || t[1].type->kind != MTL_WORD || mtl_token_is_glued(t + 1) ||
            t[1].flags & MTL_BREAK_BEFORE || t->flags & MTL_IN_CODE || (before && before->type->kind == MTL_NUMBER) ||
            !is_noun(view, t + 1))
            continue;
        if (is_first(view, t) && !heading)
            check_pair(rule, view, before, t, sink);
        if (is_loan(view, t))
            check_loan(rule, view, firsts, tokens, i, sink);
    }
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    if (!view->lang->capital_nouns)
        return;
    const compound_params *p = rule->params;
    const mtl_ids firsts = gather_firsts(view);
    const bool products = mtl_view_is_about(view, &p->domain_words);
    for (uint32_t b = 0; b < view->doc->blocks.n; b++)
        if (view->doc->blocks.items[b].profile->base == view->lang->base)
            check_block(rule, view, &view->doc->blocks.items[b], &firsts, products, sink);
}

const mtl_check mtl_check_split_compound = {
    .name = "split_compound",
    .doc = "a compound noun in two words",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(compound_params),
    .compile = compile,
    .run = run,
};
