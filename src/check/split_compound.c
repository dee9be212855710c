/* split_compound.c: the kind "split_compound": a compound noun in two words: "die Kranken Versicherung". English writes them so.
 *
 * Likewise a product's name before a noun, "Azure Developer CLI Dokumentation", which German joins by hyphens.
 *
 * What keeps it quiet: the joined form must be a word that the lexicon or the document has; measures behind numbers, titles before names,
 * and a subject and object that happen to meet ("wenn Kinder Bücher lesen") leave a doubt. Names are looked for in texts about products:
 * where an article goes with the noun, or nobody does anything in the line, so that no name can be a subject there. A noun that English has too
 * must be one of every day, in which names seldom end. */
#include "base/utf8.h"
#include "lang/clump.h"
#include "lang/reading.h"
#include "rule/lists.h"

#include <stddef.h>

enum { /* what a noun may be, and what an article leads */
       MASCULINE = 1 << 0,
       FEMININE = 1 << 1,
       NEUTER = 1 << 2,
       PLURAL = 1 << 3,
       COUNTED = 1 << 4 /* a thing of which there is one or several: in the singular it never goes without an article */
};

typedef struct compound_params {
    mtl_strs domain, names, articles, heads, adjectives;
    mtl_strs domain_words;    /* of the list DOMAIN; made by compile(), as what follows */
    mtl_list_set name_set;    /* of the lists NAMES */
    mtl_ids leads, are_heads; /* folded hash of an article, of a head -> what it may be */
} compound_params;

static const mtl_param params[] = {
    {"domain", MTL_PARAM_STRINGS, offsetof(compound_params, domain), false,
     "the word list of which a text has two words in which names of products stand before nouns", NULL},
    {"names", MTL_PARAM_STRINGS, offsetof(compound_params, names), false, "word lists of names that end in a noun", NULL},
    {"articles", MTL_PARAM_STRINGS, offsetof(compound_params, articles), false,
     "articles and their like, with what they lead: “der>mf”: m f n, p, c", NULL},
    {"heads", MTL_PARAM_STRINGS, offsetof(compound_params, heads), false,
     "borrowed nouns of every day, with what they are: “Job>mc”, c where one never goes without an article; names of products "
     "seldom end in them",
     NULL},
    {"adjectives", MTL_PARAM_STRINGS, offsetof(compound_params, adjectives), false,
     "what adjectives end in, before the ending that says their case", NULL},
};

/* Reads the LIST of words with what they may be into INDEX, folded. */
static bool read_genders(mtl_compiling *c, const mtl_strs *list, mtl_ids *index)
{
    static const char order[] = "mfnpc";
    mtl_ids_init(index, c->arena);
    for (uint32_t i = 0; i < list->n; i++) {
        mtl_str word, signs = {0};
        bool ok = mtl_str_halves(list->items[i], '>', &word, &signs) && signs.n > 0;
        uint32_t is = 0;
        for (size_t k = 0; ok && k < signs.n; k++) {
            const char *at = memchr(order, signs.p[k], sizeof order - 1);
            ok = at;
            is |= at ? 1u << (at - order) : 0;
        }
        if (!ok) {
            const mtl_yaml place = {.line = list->lines[i]};
            mtl_problem_at(c->problems, c->rule->info.file, &place, "“%.*s” needs a word, “>”, and what it is: m f n, p, c",
                           MTL_FMT(list->items[i]));
            return false;
        }
        *mtl_ids_put(index, mtl_fold_hash(word)) = is;
    }
    return true;
}

static bool compile(mtl_compiling *c)
{
    compound_params *p = c->rule->params;
    return mtl_lists_read_all(c, &p->domain, &p->domain_words) && mtl_lists_read_set(c, &p->names, &p->name_set) &&
           read_genders(c, &p->articles, &p->leads) && read_genders(c, &p->heads, &p->are_heads);
}

enum { WELL_KNOWN = 22, VERY_FREQUENT = 58 };

static bool is_noun(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    return t->type->letters == MTL_CAPITAL && t->type->nchars > 2 && lexeme && lexeme->is & MTL_IS_CAPITAL &&
           lexeme->is & MTL_IS_NOUN && !(lexeme->is & (MTL_IS_NAME | MTL_IS_FUNCTION));
}

/* A form of a word that is another one. */
static bool is_formed(const mtl_view *view, const mtl_token *t, const mtl_lexeme *lexeme)
{
    return !mtl_str_same(mtl_lexicon_lemma(view->lang->lexicon, lexeme), t->type->folded->form);
}

/* "Logischer Wert", "Neues Dokument": an adjective before its noun, both of them a label. */
static bool is_inflected_adjective(const mtl_view *view, const mtl_token *t, const mtl_lexeme *lexeme)
{
    return lexeme->is & MTL_IS_ADJECTIVE && !(lexeme->is & MTL_IS_NOUN) && is_formed(view, t, lexeme);
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

/* What the noun in T may be, by its own entry or that of its last part; all of it where nothing is known. */
static uint32_t features(const mtl_view *view, const mtl_token *t)
{
    enum { SHORTEST = 4 };
    const mtl_str word = t->type->folded->form;
    const mtl_lexeme *noun = mtl_view_lexeme(view, t->type);
    for (size_t at = 1; !noun && at + SHORTEST <= word.n && word.n < MTL_LONGEST_WORD; at++) {
        noun = mtl_utf8_inside(word.p[at]) ? NULL : mtl_view_word(view, (mtl_str){word.p + at, word.n - at});
        if (noun && !(noun->is & MTL_IS_NOUN))
            noun = NULL;
    }
    const uint32_t is = noun ? noun->is : 0;
    const uint32_t gender =
        (is & MTL_IS_MASCULINE ? MASCULINE : 0) | (is & MTL_IS_FEMININE ? FEMININE : 0) | (is & MTL_IS_NEUTER ? NEUTER : 0);
    const bool one = is & MTL_IS_SINGULAR || !(is & MTL_IS_PLURAL);
    return (!one ? 0 : gender ? gender : MASCULINE | FEMININE | NEUTER) | (is & MTL_IS_PLURAL ? PLURAL : 0);
}

/* "des Menüs Anwendungen", "im Dialog Eigenschaften", "im Markierfeld Suche": behind what is named stands its name. */
static bool is_control(const mtl_view *view, const mtl_token *t)
{
    enum { SHORTEST_HEAD = 3 };
    const mtl_str form = t->type->folded->form;
    if (mtl_words_has(&view->lang->controls, t->type))
        return true;
    for (size_t at = SHORTEST_HEAD; at + SHORTEST_HEAD < form.n && form.n < MTL_LONGEST_WORD; at++)
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

/* "Umgebungsspezifische", "Markierfeld": its end is an adjective or a noun of the language, so that it is one. */
static bool ends_in_word(const mtl_view *view, mtl_str folded)
{
    enum { SHORTEST_HEAD = 3, SHORTEST_NOUN = 4, SHORTEST_ADJECTIVE = 6, IN_USE = 35 };
    for (size_t at = SHORTEST_HEAD; at + SHORTEST_NOUN <= folded.n && folded.n < MTL_LONGEST_WORD; at++) {
        const mtl_str end = {folded.p + at, folded.n - at};
        const mtl_lexeme *lexeme = mtl_view_word(view, end);
        const bool adjective = lexeme && end.n >= SHORTEST_ADJECTIVE && lexeme->is & MTL_IS_LOWER &&
                               lexeme->is & (MTL_IS_ADJECTIVE | MTL_IS_PARTICIPLE);
        const bool noun = lexeme && lexeme->is & MTL_IS_NOUN && lexeme->zipf >= IN_USE &&
                          !(lexeme->is & (MTL_IS_ENGLISH | MTL_IS_NAME)) && !mtl_lexicon_find(view->english, end, mtl_hash(end));
        if (adjective || noun)
            return true;
    }
    return false;
}

/* "Herunterladbare", "Gaußscher": what adjectives end in, and an ending of theirs. */
static bool has_adjective_ending(const compound_params *p, const mtl_lang *lang, mtl_str folded)
{
    for (uint32_t i = 0; i < lang->inflections.n; i++) {
        const mtl_str ending = lang->inflections.items[i];
        if (!mtl_str_ends(folded, ending))
            continue;
        for (uint32_t k = 0; k < p->adjectives.n; k++)
            if (mtl_str_ends((mtl_str){folded.p, folded.n - ending.n}, p->adjectives.items[k]))
                return true;
    }
    return false;
}

/* "GIMPs", "Perl's", "Canonicals": whose something is; a word that nothing is known of, or that the text does not have, but without
 * its last letter. */
static bool is_owner(const mtl_view *view, const mtl_type *type)
{
    const mtl_str form = type->form, folded = type->folded->form;
    if (form.n < 3 || form.p[form.n - 1] != 's')
        return false;
    bool shouted = true;
    for (size_t i = 0; i + 1 < form.n && shouted; i++)
        shouted = form.p[i] >= 'A' && form.p[i] <= 'Z';
    const mtl_str owner = {folded.p, folded.n - 1};
    const bool unknown = !mtl_view_lexeme(view, type) && !mtl_view_english(view, type);
    const bool known = mtl_view_word(view, owner) || mtl_lexicon_find(view->english, owner, mtl_hash(owner)) ||
                       mtl_forms_count(&view->facts->forms, (mtl_str){form.p, form.n - 1}) > 0;
    return shouted || (unknown && known) || form.p[form.n - 2] == '\'' || mtl_str_ends((mtl_str){form.p, form.n - 1}, MTL_LIT("’"));
}

/* A part of a product's name: English, unknown or a brand, and nothing that German has as a word of its own or as somebody's name. */
static bool is_product(const compound_params *p, const mtl_view *view, const mtl_token *t)
{
    enum { IN_USE = 45 };
    const mtl_lexeme *own = mtl_view_lexeme(view, t->type), *english = mtl_view_english(view, t->type);
    if (t->type->kind != MTL_WORD || t->type->letters == MTL_LOWER || t->type->nchars < 2 || t->flags & MTL_IN_CODE ||
        (own && own->is & MTL_IS_FUNCTION) || is_owner(view, t->type))
        return false;
    if (own && own->is & (MTL_IS_GIVEN | MTL_IS_FAMILY | MTL_IS_PLACE))
        return mtl_lists_has(&p->name_set, t->type->form); /* "Jenkins" */
    const bool shortened = own && own->is & MTL_IS_ABBREVIATION && t->type->letters == MTL_UPPER;
    if (english && !shortened &&
        (english->is & MTL_IS_FUNCTION ||
         (t->type->letters == MTL_UPPER && english->is & MTL_IS_VERB && !(english->is & MTL_IS_NOUN))))
        return false; /* "SELECT Spalte" */
    if (own || english) {
        const bool everyday = own && own->is & MTL_IS_NOUN && own->zipf >= IN_USE; /* "Internet", "Spiegel" */
        const bool named = own && own->is & MTL_IS_BRAND;
        return !own || shortened || !(own->is & MTL_NATIVE) || (!everyday && (named || mtl_lists_has(&p->name_set, t->type->form)));
    }
    const mtl_str folded = t->type->folded->form;
    return t->type->letters != MTL_CAPITAL ||
           (!mtl_lang_reads(view->lang, folded) && !ends_in_word(view, folded) && !has_adjective_ending(p, view->lang, folded) &&
            mtl_view_spell(view, t->type->form) == MTL_UNKNOWN);
}

/* "Dialogs", which may be a form of “Dialog” too. */
static bool is_english_plural(const mtl_view *view, const mtl_type *type)
{
    const mtl_str form = type->folded->form, one = {form.p, form.n - 1};
    return form.p[one.n] == 's' && mtl_lexicon_find(view->english, one, mtl_hash(one));
}

/* A noun of German, of its lists or read from its parts, that English has not. */
static bool is_native_noun(const mtl_view *view, const mtl_token *t)
{
    enum { LONG = 8 };
    if (t->type->letters != MTL_CAPITAL || mtl_view_english(view, t->type))
        return false;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    if (lexeme)
        return is_noun(view, t) && !(lexeme->is & (MTL_IS_FUNCTION | MTL_IS_INFINITIVE)) && !is_english_plural(view, t->type);
    const mtl_str folded = t->type->folded->form;
    if (t->type->nchars < LONG)
        return false;
    const bool reads = mtl_lang_reads(view->lang, folded), ends = ends_in_word(view, folded);
    return (reads && ends) || ((reads || ends) && mtl_view_spell(view, t->type->form) == MTL_KNOWN);
}

typedef struct scene { /* a block under examination */
    const mtl_rule *rule;
    const mtl_view *view;
    const mtl_ids *firsts; /* the words that the document joins to others by a hyphen */
    const mtl_token *tokens;
    uint32_t end;
    bool products; /* the text is one in which names of products stand before nouns */
    bool heading;
    bool verbless; /* no verb stands in it that could have a subject and an object */
    bool native;   /* a word of the language itself stands in it */
    mtl_sink *sink;
} scene;

/* "Geteilte Umgebungen", "Azure CLI Befehle hinzugefügt": a heading, an item or a cell in which nobody does anything. */
static bool is_verbless(const mtl_view *view, const mtl_token *tokens, uint32_t end)
{
    enum { LONGEST = 40 };
    if (end == 0 || end > LONGEST)
        return false;
    const mtl_lexeme *first = mtl_view_lexeme(view, tokens[0].type);
    const bool first_is_grammar = first && first->is & MTL_IS_FUNCTION; /* "Wie Firmen Daten sammeln" */
    for (uint32_t i = 0; i < end; i++) {
        const mtl_lexeme *lexeme = tokens[i].type->kind == MTL_WORD ? mtl_view_lexeme(view, tokens[i].type) : NULL;
        const bool noun = tokens[i].type->letters == MTL_CAPITAL && lexeme && lexeme->is & MTL_IS_NOUN;
        const bool order =
            i > 0 && i + 1 == end && lexeme && lexeme->is & MTL_IS_INFINITIVE && !first_is_grammar; /* "Azure Daten sichern" */
        if (lexeme && !noun && !order && lexeme->is & (MTL_IS_FINITE | MTL_IS_INFINITIVE) &&
            !(lexeme->is & (MTL_IS_PARTICIPLE | MTL_IS_ADJECTIVE) && !(lexeme->is & MTL_IS_INFINITIVE)))
            return false;
    }
    return true;
}

typedef enum frame { NO_FRAME, WEAK_FRAME, FIRM_FRAME } frame;

/* What stands before token I makes it the first of a noun's words, a noun that may be IS. SINGLE: the word before the noun could be the
 * subject behind "die": "wenn die API Daten lädt". */
static frame frame_of(const scene *s, uint32_t i, uint32_t is, bool single)
{
    const compound_params *p = s->rule->params;
    const mtl_token *t = &s->tokens[i], *before = i > 0 ? t - 1 : NULL;
    if (before && (before->type->code == '>' || before->type->code == 0x2192)) /* "Fenster → Tools": names of menus */
        return NO_FRAME;
    if (!before || before->type->kind == MTL_SYMBOL || before->type->code == ':' || before->type->code == '(' ||
        (mtl_token_is_spaced(t) && i > 1 && before[-1].type->nchars > 1 &&
         (before->type->code == '.' || before->type->code == '?' || before->type->code == '!')))
        return FIRM_FRAME;
    if (!single && i > 1 && before->type->letters == MTL_CAPITAL && mtl_words_has(&s->view->lang->capital_pronouns, before->type) &&
        before[-1].type->letters == MTL_CAPITAL)
        return FIRM_FRAME; /* "Kombinieren Sie Azure Functions Vorlagen" */
    const mtl_lexeme *lexeme = mtl_view_lexeme(s->view, before->type);
    const bool mark = before->type->kind == MTL_PUNCT && mtl_token_is_spaced(t);
    const bool formed =
        lexeme && lexeme->is & MTL_IS_ADJECTIVE && !(lexeme->is & MTL_IS_FUNCTION) && is_formed(s->view, before, lexeme);
    if (s->verbless && (mark || formed || mtl_words_has(&s->view->lang->conjunctions, before->type)))
        return FIRM_FRAME;
    if (formed && before->type->letters == MTL_LOWER && !(lexeme->is & MTL_IS_VERB))
        return FIRM_FRAME;
    const uint32_t leads = mtl_ids_get(&p->leads, before->type->hash);
    if (leads != MTL_ID_NONE && !leads_noun(s->view, s->tokens, i - 1))
        return leads & is && !mtl_words_has(&s->view->lang->relatives, before->type) ? FIRM_FRAME : NO_FRAME;
    const bool sole = single && !(is & COUNTED && is & leads & ~(uint32_t)PLURAL);
    if (!leads_noun(s->view, s->tokens, i - 1) || (leads != MTL_ID_NONE && !(leads & is)) ||
        (sole && mtl_words_has(&s->view->lang->relatives, before->type)))
        return NO_FRAME;
    return leads != MTL_ID_NONE || s->verbless ? FIRM_FRAME : WEAK_FRAME;
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
static bool check_hyphenated(const scene *s, uint32_t last)
{
    const mtl_token *tokens = s->tokens;
    const uint32_t first = hyphenated_from(tokens, last);
    if (first == last || !mtl_token_is_spaced(&tokens[last + 1]) || tokens[last].type->letters == MTL_LOWER ||
        tokens[first].type->letters == MTL_LOWER || tokens[last].type->kind != MTL_WORD ||
        frame_of(s, first, features(s->view, &tokens[last + 1]), false) == NO_FRAME ||
        (first > 0 && mtl_token_is_word(&tokens[first - 1])))
        return false;
    const mtl_span at = mtl_span_join(tokens[first].at, tokens[last].at);
    const mtl_str with = mtl_str_format(s->view->scratch, "%.*s-%.*s", MTL_FMT(mtl_str_cut(s->view->doc->text, at)),
                                        MTL_FMT(tokens[last + 1].type->form));
    mtl_emit_fix(s->rule, s->sink, mtl_span_join(at, tokens[last + 1].at), with, MTL_LIKELY);
    return true;
}

/* A word stands among the tokens that only the language itself has: they are no title in English. */
static bool is_native(const mtl_view *view, const mtl_token *tokens, uint32_t end)
{
    for (uint32_t i = 0; i < end; i++) {
        const mtl_lexeme *lexeme = tokens[i].type->kind == MTL_WORD ? mtl_view_lexeme(view, tokens[i].type) : NULL;
        if (lexeme ? lexeme->is & MTL_NATIVE && !(lexeme->is & MTL_IS_LOAN) && !mtl_view_english(view, tokens[i].type)
                   : is_native_noun(view, &tokens[i]))
            return true;
    }
    return false;
}

/* "Foundry Agent Service", "SSH Version 2": the name, or what it counts, goes on behind token I. */
static bool goes_on(const scene *s, uint32_t i)
{
    const mtl_token *next = i + 1 < s->end ? &s->tokens[i + 1] : NULL;
    if (!next || !mtl_token_is_spaced(next))
        return false;
    return next->type->kind == MTL_NUMBER ||
           (next->type->kind == MTL_WORD && next->type->letters != MTL_LOWER && mtl_view_english(s->view, next->type));
}

/* "Continuous Integration", "Kernel Module Support (KMS)": a term of English, which begins with an adjective, or whose abbreviation stands
 * behind it. Tokens FIRST to LAST. */
static bool is_term(const scene *s, uint32_t first, uint32_t last)
{
    const mtl_lexeme *english = mtl_view_english(s->view, s->tokens[first].type);
    const bool explained =
        last + 2 < s->end && s->tokens[last + 1].type->code == '(' && s->tokens[last + 2].type->letters == MTL_UPPER;
    return explained || (english && english->is & MTL_IS_ADJECTIVE && !(english->is & MTL_IS_NOUN));
}

/* A name that cannot be a word of English in its place: of a list, an abbreviation, or unknown. */
static bool is_proven(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *own = mtl_view_lexeme(view, t->type);
    return t->type->letters == MTL_UPPER || t->type->letters == MTL_MIXED || (own && own->is & (MTL_IS_BRAND | MTL_IS_FAMILY)) ||
           (!own && !mtl_view_english(view, t->type));
}

/* "Workshop", "Container": a noun that German has from English. */
static bool is_borrowed(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *own = mtl_view_lexeme(view, t->type);
    return t->type->letters == MTL_CAPITAL && own && own->is & MTL_IS_LOAN && own->is & MTL_IS_NOUN && own->is & MTL_IS_SINGULAR &&
           !(own->is & (MTL_IS_ADJECTIVE | MTL_IS_FUNCTION)) && mtl_view_english(view, t->type);
}

/* What may stand in token I between a product's name and a noun: more of the name, English, or a number: "AZD 1.27.1 Aktualisierung". */
static bool may_be_part(const scene *s, uint32_t i)
{
    const mtl_token *t = &s->tokens[i];
    return is_product(s->rule->params, s->view, t) || (t->type->letters == MTL_CAPITAL && mtl_view_english(s->view, t->type)) ||
           (s->verbless && t->type->kind == MTL_NUMBER);
}

/* "Debian-System", which may be a subject. */
static bool is_own_noun(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *own = mtl_view_lexeme(view, t->type);
    return own && own->is & MTL_IS_NOUN;
}

/* "Azure Developer CLI Dokumentation": a product's name, up to token LAST, before a noun, at the head of a line or behind what leads a noun. */
static void check_product(const scene *s, uint32_t last)
{
    enum { LONGEST = 4 };
    const compound_params *p = s->rule->params;
    const mtl_view *view = s->view;
    const mtl_token *tokens = s->tokens;
    const uint32_t head = mtl_ids_get(&p->are_heads, tokens[last + 1].type->hash);
    uint32_t first = last + 1;
    while (first > 0 && last - first + 1 < LONGEST && mtl_token_is_spaced(&tokens[first]) && may_be_part(s, first - 1))
        first--;
    const uint32_t whole = first <= last ? hyphenated_from(tokens, first) : first; /* "Multi-Agent" */
    if (whole < first && tokens[whole].type->letters != MTL_LOWER && tokens[first].type->kind == MTL_WORD &&
        (s->verbless || !is_own_noun(view, &tokens[first])))
        first = whole;
    else
        while (first <= last && !is_product(p, view, &tokens[first]) && !(s->verbless && is_borrowed(view, &tokens[first])))
            first++;
    if (first > last)
        return;
    const bool listed = first > 0 && tokens[first - 1].type->code == ',' && last + 2 < s->end && tokens[last + 2].type->code == ':';
    const frame about = frame_of(s, first, head != MTL_ID_NONE ? head : features(view, &tokens[last + 1]), first == last);
    const mtl_span at = mtl_span_join(tokens[first].at, tokens[last + 1].at);
    if (listed || about == NO_FRAME || mtl_lists_has(&p->name_set, mtl_str_cut(view->doc->text, at)))
        return;
    bool proven = false;
    mtl_str with = tokens[first].type->form;
    for (uint32_t i = first + 1; i <= last + 1; i++) {
        proven |= is_proven(view, &tokens[i - 1]);
        with = mtl_str_format(view->scratch, "%.*s%s%.*s", MTL_FMT(with), mtl_token_is_glued(&tokens[i]) ? "" : "-",
                              MTL_FMT(tokens[i].type->form));
    }
    const bool borrowed = head != MTL_ID_NONE;
    if (borrowed && (!s->native || goes_on(s, last + 1) || (!proven && is_term(s, first, last + 1))))
        return;
    mtl_emit_fix(s->rule, s->sink, at, with,
                 about == FIRM_FRAME && (proven || ((s->verbless || first < last) && !borrowed)) ? MTL_LIKELY
                 : borrowed                                                                      ? MTL_DOUBTFUL
                                                                                                 : MTL_POSSIBLE);
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

/* "das Anfänger Repository": the article goes with the second noun alone, a borrowed one. The first is in token I. */
static void check_led(const scene *s, uint32_t i)
{
    const compound_params *p = s->rule->params;
    const mtl_token *t = &s->tokens[i], *article = i > 0 ? t - 1 : NULL;
    const uint32_t head = mtl_ids_get(&p->are_heads, t[1].type->hash);
    const uint32_t leads = article ? mtl_ids_get(&p->leads, article->type->hash) : MTL_ID_NONE;
    const mtl_lexeme *first = mtl_view_lexeme(s->view, t->type);
    const uint32_t gendered = MTL_IS_MASCULINE | MTL_IS_FEMININE | MTL_IS_NEUTER, other = MTL_IS_NAME | MTL_IS_ADJECTIVE;
    if (leads == MTL_ID_NONE || !(head & leads & ~(uint32_t)PLURAL) || (i > 1 && article[-1].type->code == ',') ||
        !is_noun(s->view, t) || !(first->is & gendered) || first->is & other || mtl_view_english(s->view, t->type) ||
        leads & features(s->view, t) || !mtl_token_is_spaced(t) || !mtl_token_is_spaced(t + 1) || goes_on(s, i + 1))
        return;
    const mtl_str with = mtl_str_format(s->view->scratch, "%.*s-%.*s", MTL_FMT(t->type->form), MTL_FMT(t[1].type->form));
    mtl_emit_fix(s->rule, s->sink, mtl_span_join(t->at, t[1].at), with, MTL_LIKELY);
}

static void check_block(const scene *s)
{
    const compound_params *p = s->rule->params;
    const mtl_token *tokens = s->tokens;
    for (uint32_t i = 0; i + 1 < s->end; i++) {
        const mtl_token *t = &tokens[i], *before = i > 0 ? t - 1 : NULL;
        if (t->type->letters == MTL_CAPITAL && is_control(s->view, t))
            continue;
        const bool head = t[1].type->letters == MTL_CAPITAL && mtl_ids_get(&p->are_heads, t[1].type->hash) != MTL_ID_NONE;
        const bool leads = t->type->letters != MTL_LOWER; /* most nouns stand behind a small word, which is no product's */
        const bool native = s->products && leads && is_native_noun(s->view, t + 1);
        if ((native && !(s->heading && check_hyphenated(s, i))) || (s->products && head))
            check_product(s, i);
        if (head)
            check_led(s, i);
        if (t->type->kind != MTL_WORD || t[1].type->kind != MTL_WORD || mtl_token_is_glued(t + 1) ||
            t[1].flags & MTL_BREAK_BEFORE || t->flags & MTL_IN_CODE || (before && before->type->kind == MTL_NUMBER) ||
            !is_noun(s->view, t + 1))
            continue;
        if (is_first(s->view, t) && !s->heading)
            check_pair(s->rule, s->view, before, t, s->sink);
        if (is_loan(s->view, t))
            check_loan(s->rule, s->view, s->firsts, tokens, i, s->sink);
    }
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    if (!view->lang->capital_nouns)
        return;
    const compound_params *p = rule->params;
    const mtl_ids firsts = gather_firsts(view);
    scene s = {.rule = rule, .view = view, .firsts = &firsts, .products = mtl_view_is_about(view, &p->domain_words), .sink = sink};
    for (const mtl_block *b = view->doc->blocks.items; b < view->doc->blocks.items + view->doc->blocks.n; b++) {
        if (b->profile->base != view->lang->base)
            continue;
        s.tokens = view->doc->tokens.items + b->first_token;
        s.end = b->ntokens;
        s.heading = mtl_block_is_headline(view->doc, b);
        s.verbless = s.products && is_verbless(view, s.tokens, s.end);
        s.native = s.products && is_native(view, s.tokens, s.end);
        check_block(&s);
    }
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
