/* stray_capital.c: the kind "stray_capital": an ordinary word with a capital in the middle of a sentence: "conforto Leia também",
 * "wird Kostenlos geliefert". A line break, a link or the end of a sentence was there, and the translation lost it.
 *
 * What keeps it quiet: names and whatever may be part of one, titles of works and buttons that a text quotes, nouns in languages that
 * write them so, words for which a capital is a courtesy, headings. The lexicon says what is an ordinary word and of what kind; a word of
 * grammar is seldom part of a name's end, a noun often is. */
#include "lang/chars.h"
#include "lang/clump.h"
#include "lang/reading.h"
#include "rule/check.h"

enum {
    ARTICLE = 70,
    VERY_FREQUENT = 65, /* articles and the like, with which titles of works begin */
    TERM = 3            /* what a text writes so often with a capital, and seldom without, it means so */
};

typedef struct place { /* of the capital */
    const mtl_view *view;
    const mtl_token *tokens; /* of the block */
    uint32_t i, end;
    const mtl_lexeme *lexeme;
} place;

static const mtl_token *before(const place *p)
{
    return &p->tokens[p->i - 1];
}

/* The next token, or NULL where the block ends. */
static const mtl_token *behind(const place *p)
{
    return p->i + 1 < p->end ? &p->tokens[p->i + 1] : NULL;
}

static bool is(const place *p, uint32_t bits)
{
    return p->lexeme->is & bits;
}

static bool is_small(const mtl_token *t)
{
    return t && t->type->kind == MTL_WORD && t->type->letters == MTL_LOWER;
}

static bool has_capital(const mtl_token *t)
{
    return t->type->kind == MTL_WORD && t->type->letters != MTL_LOWER && t->type->letters != MTL_CASELESS;
}

/* Capitals of the language's own spelling apart: German nouns. */
static bool is_proper(const place *p, const mtl_token *t)
{
    if (!has_capital(t))
        return false;
    const mtl_lexeme *lexeme = mtl_view_lexeme(p->view, t->type);
    if (!lexeme && p->view->lang->capital_nouns && mtl_lang_reads(p->view->lang, t->type->folded->form))
        return false;
    const bool noun = lexeme && t->type->letters == MTL_CAPITAL && lexeme->is & MTL_IS_CAPITAL && lexeme->is & MTL_IS_NOUN;
    return !noun || lexeme->is & MTL_IS_NAME;
}

static bool is_grammar(const place *p, const mtl_token *t)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(p->view, t->type);
    return lexeme && lexeme->is & MTL_IS_FUNCTION;
}

/* ---- where it stands ---- */

static bool is_dash(const mtl_token *t)
{
    return t->type->code == '-' || t->type->code == 0x2013 || t->type->code == 0x2014;
}

static bool is_head(const place *p, uint32_t i)
{
    return mtl_casing_is_head(p->view->doc, p->view->block, p->view->block->first_token + i);
}

/* "Wien/Zell am See – Nach ...": nothing but names stands before the dash. */
static bool is_dateline(const place *p)
{
    enum { FAR = 24 };
    for (uint32_t n = 0, i = p->i - 1; i-- > 0 && p->tokens[i].type->code != '.' && n < FAR; n++)
        if (p->tokens[i].type->kind == MTL_WORD && !has_capital(&p->tokens[i]) && !is_grammar(p, &p->tokens[i]))
            return false;
    return true;
}

/* "Araw-araw", "I-update": a word doubled, or a prefix and a small root; its capital is the whole word's. */
static bool is_hyphened_word(const place *p)
{
    const mtl_token *t = &p->tokens[p->i], *root = t + 2;
    if (p->i + 2 >= p->end || !mtl_token_is_hyphen(t + 1) || !mtl_token_is_glued(t + 1) || !mtl_token_is_glued(root))
        return false;
    const bool named = p->i + 3 < p->end && has_capital(root + 1); /* "Co-op Translator" */
    return root->type->letters == MTL_LOWER && !named &&
           (root->type->hash == t->type->hash || mtl_words_has(&p->view->lang->prefixes, t->type));
}

/* A sign that makes one thing of a word before it and what follows. */
static bool joins(uint32_t code)
{
    static const uint32_t signs[] = {'(', '[', '&', '/', '\\', '@', '_', '+', '=', '|', 0xFFFD};
    for (size_t i = 0; i < MTL_COUNT(signs); i++)
        if (code == signs[i])
            return true;
    return false;
}

/* "St. Moritz", "U-Bahn", "Ca(OH)", "T&L", "Rocket.chat" */
static bool is_abbreviated(const place *p)
{
    const mtl_token *next = behind(p);
    if (!next || !mtl_token_is_glued(next))
        return false;
    const bool short_word = p->tokens[p->i].type->nchars <= 2 || mtl_words_has(&p->view->lang->abbreviations, p->tokens[p->i].type);
    const mtl_str dotted = mtl_str_cut(p->view->doc->text, mtl_span_join(p->tokens[p->i].at, next->at));
    const bool file =
        next->type->code == '.' && next + 1 < p->tokens + p->end && mtl_token_is_glued(next + 1) && mtl_token_is_word(next + 1);
    if (file || mtl_token_is_hyphen(next) || joins(next->type->code))
        return true;
    return (next->type->code == '.' && (short_word || mtl_words_has_hash(&p->view->lang->abbreviations, mtl_fold_hash(dotted))));
}

/* "Praktikal na paraan Ang aming mga gamit ay ...": small words follow, and the copula of a sentence of its own. Names of places in capitals
 * stand before a report. */
static bool begins_sentence(const place *p)
{
    enum { FAR = 14, LEAST = 2 };
    if (before(p)->type->letters == MTL_UPPER || !mtl_words_has(&p->view->lang->clause_heads, p->tokens[p->i].type))
        return false;
    for (uint32_t n = 1, i = p->i + 1; n <= FAR && i + 1 < p->end; n++, i++) {
        const mtl_token *t = &p->tokens[i];
        if (t->type->kind == MTL_PUNCT && is_head(p, i + 1))
            return false;
        if (n <= LEAST ? !is_small(t) : is_small(t) && mtl_words_has(&p->view->lang->copulas, t->type))
            return n > LEAST;
    }
    return false;
}

/* Behind a word, a comma, a semicolon or a dash between spaces the sentence goes on; behind a bracket another may have begun. */
static bool is_inside(const place *p)
{
    const mtl_token *t = &p->tokens[p->i], *left = before(p);
    if (mtl_token_is_glued(t))
        return false;
    if (is_dash(left))
        return p->i >= 2 && !mtl_token_is_glued(left) && p->tokens[p->i - 2].type->kind == MTL_WORD && !is_dateline(p);
    if (left->type->code == ',' || left->type->code == ';')
        return mtl_token_is_glued(left);
    return left->type->kind == MTL_WORD || (left->type->code == ')' && begins_sentence(p));
}

/* A token of another name within reach, over at most two small words of grammar: "Ministério da Saúde". */
static bool touches_name(const place *p)
{
    enum { REACH = 2 };
    for (uint32_t n = 0, i = p->i; n <= REACH && i-- > 0; n++) {
        const mtl_token *t = &p->tokens[i];
        if (is_proper(p, t) && !is_head(p, i))
            return true;
        if (!is_grammar(p, t))
            break;
    }
    for (uint32_t n = 0, i = p->i + 1; n <= REACH && i < p->end; n++, i++) {
        if (is_proper(p, &p->tokens[i]))
            return true;
        if (!is_grammar(p, &p->tokens[i]))
            break;
    }
    return false;
}

/* A line that is written like a title: short and without an end, or most of its words with capitals. */
static bool is_title(const mtl_view *view, const mtl_token *tokens, uint32_t end)
{
    enum { SHORT = 8 };
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = 0; i < end; i++) {
        const bool counts = tokens[i].type->kind == MTL_WORD && !is_dash(&tokens[i]);
        const mtl_lexeme *lexeme = counts ? mtl_view_lexeme(view, tokens[i].type) : NULL;
        const bool noun = lexeme && lexeme->is & MTL_IS_CAPITAL;
        words += counts;
        capitals += counts && i > 0 && has_capital(&tokens[i]) && !noun;
    }
    const bool open_end = end > 0 && mtl_token_is_word(&tokens[end - 1]);
    return (open_end && words <= SHORT) || (words >= 4 && capitals * 5 > words * 2);
}

/* ---- what it is ---- */

/* "Gasthaus Zum Löwen", "Sendung Am Schauplatz": a noun and nothing more follows. A clause would go on with a small word. */
static bool begins_title(const place *p)
{
    const mtl_token *next = behind(p);
    return next && has_capital(next) && !mtl_words_has(&p->view->lang->capital_pronouns, next->type) &&
           !(next + 1 < p->tokens + p->end && is_small(next + 1));
}

/* A quotation mark stands behind the word, and a space between. */
static bool opens_quotation(const place *p)
{
    const mtl_token *next = behind(p);
    return next && next->type->kind == MTL_PUNCT && !mtl_token_is_glued(next) && next + 1 < p->tokens + p->end &&
           mtl_token_is_glued(next + 1) && mtl_quotes_is_double(next->type->code);
}

/* "o botão Salvar": what follows is the name of a button or menu. */
static bool is_control(const place *p)
{
    return mtl_words_has(&p->view->lang->controls, before(p)->type);
}

/* The sentence tells the reader what to press: a word with a capital may be the name of it. */
static bool is_instruction(const place *p)
{
    enum { FAR = 12 };
    for (uint32_t n = 0, i = p->i; n < FAR && i-- > 0; n++) {
        if (mtl_words_has(&p->view->lang->commands, p->tokens[i].type))
            return true;
        if (is_head(p, i))
            break;
    }
    return false;
}

/* A word of grammar. No name ends in one, so small letters behind it settle the matter. */
static bool judge_grammar(const place *p, mtl_proof *proof)
{
    const mtl_token *next = behind(p);
    const mtl_case_count own = mtl_casing_of(&p->view->facts->casing, p->tokens[p->i].type->hash);
    if (mtl_words_has(&p->view->lang->capital_pronouns, p->tokens[p->i].type) || (own.capital >= TERM && own.capital > own.lower))
        return false;
    if (begins_sentence(p)) {
        *proof = MTL_LIKELY;
        return true;
    }
    const bool one_letter = p->tokens[p->i].type->nchars == 1;
    const bool polite = next && mtl_words_has(&p->view->lang->capital_pronouns, next->type);
    const bool cut_off = next && next->type->code == ',' && before(p)->type->kind != MTL_WORD; /* "; Porém, ..." */
    const bool goes_on = is_small(next) || polite || cut_off || opens_quotation(p);
    if (one_letter) {
        *proof = before(p)->type->code == ',' ? MTL_POSSIBLE : MTL_DOUBTFUL;
        return goes_on && !is_grammar(p, before(p));
    }
    const bool inside = is_small(before(p)) && is_grammar(p, before(p)); /* "wenn Der Akku leer ist" */
    *proof = goes_on || inside || p->lexeme->zipf < VERY_FREQUENT ? MTL_POSSIBLE : MTL_DOUBTFUL;
    const bool told = inside && mtl_words_has(&p->view->lang->openers, p->tokens[p->i].type); /* "über Unsere Preise" */
    if ((begins_title(p) && !told) || is_instruction(p) || (next && !polite && is_proper(p, next)) ||
        (is_proper(p, before(p)) && !is_head(p, p->i - 1)))
        *proof = MTL_DOUBTFUL;
    return goes_on || (next && next->type->kind == MTL_WORD);
}

/* "Extras – Optionen – Allgemein", "wählen Sie Ausrichten – Rechts": the way through menus. */
static bool is_path(const place *p)
{
    enum { FAR = 8 };
    if (!is_dash(before(p)) || mtl_token_is_glued(before(p)) || mtl_token_is_glued(&p->tokens[p->i]))
        return false;
    bool led = is_instruction(p);
    for (uint32_t n = 0, i = p->i - 1; n < FAR && i-- > 0; n++)
        led |= is_dash(&p->tokens[i]) && !mtl_token_is_glued(&p->tokens[i]) && has_capital(&p->tokens[i + 1]);
    return led && p->i > 1 && has_capital(&p->tokens[p->i - 2]);
}

/* "a pasta CSS Crie um arquivo": an article or the like follows, with which no name of a button or program goes on. */
static bool goes_on_in_clause(const place *p)
{
    const mtl_token *next = behind(p);
    const mtl_lang *lang = p->view->lang;
    return is(p, MTL_IS_IMPERATIVE | MTL_IS_GERUND | MTL_IS_ADVERB) && is_small(next) && is_grammar(p, next) &&
           !mtl_words_has(&lang->conjunctions, next->type) && !is_grammar(p, before(p)) &&
           !mtl_words_has(&lang->commands, before(p)->type);
}

/* A verb or adverb. Behind a preposition or a command it may be the name of a button. */
static bool judge_clause(const place *p, mtl_proof *proof)
{
    const mtl_token *left = before(p);
    const mtl_lexeme *last = mtl_view_lexeme(p->view, left->type);
    const uint32_t leads = MTL_IS_FUNCTION | MTL_IS_VERB;
    const bool after_content = !last || !(last->is & leads) || (last->is & MTL_IS_NOUN && !(last->is & MTL_IS_IMPERATIVE));
    const bool after_copula = mtl_words_has(&p->view->lang->copulas, left->type) ||
                              mtl_words_has(&p->view->lang->conjunctions, left->type) ||
                              mtl_words_has(&p->view->lang->verb_leaders, left->type);
    const bool adverb = is(p, MTL_IS_ADVERB) && !is(p, MTL_IS_VERB);
    *proof = (after_content || after_copula || adverb) && is_small(behind(p)) ? MTL_POSSIBLE : MTL_DOUBTFUL;
    if (!is_instruction(p) && !touches_name(p))
        return behind(p);
    *proof = MTL_DOUBTFUL;
    return goes_on_in_clause(p);
}

/* Behind an article or a preposition: names, titles and nouns made of adjectives stand there. Words such as "nur" are no such. */
static bool is_led(const place *p)
{
    const mtl_lexeme *last = mtl_view_lexeme(p->view, before(p)->type);
    return last && last->is & MTL_IS_FUNCTION && !(last->is & MTL_IS_ADVERB);
}

/* "queda de cabelo e Dificuldade de ...": the second of two things, the first of which is small. */
static bool is_second_of_two(const place *p)
{
    return p->i >= 2 && mtl_words_has(&p->view->lang->conjunctions, before(p)->type) && is_small(&p->tokens[p->i - 2]);
}

/* "leicht, Wasserdicht und schnell": an adjective in small letters stands before the comma, a conjunction or comma behind. */
static bool is_listed(const place *p)
{
    const mtl_token *next = behind(p);
    const mtl_lexeme *first =
        p->i >= 2 && is_small(&p->tokens[p->i - 2]) ? mtl_view_lexeme(p->view, p->tokens[p->i - 2].type) : NULL;
    return first && first->is & MTL_IS_ADJECTIVE && next &&
           (next->type->code == ',' || mtl_words_has(&p->view->lang->conjunctions, next->type));
}

/* A word without a lemma may be a form all the same: "Zwanzigjährige". */
static bool is_inflected(const mtl_lang *lang, mtl_str form)
{
    for (uint32_t i = 0; i < lang->inflections.n; i++)
        if (mtl_str_ends(form, lang->inflections.items[i]))
            return true;
    return false;
}

/* In a language whose nouns have a capital, an adjective or a participle: with an ending it may be a noun, or begin a name. */
static bool judge_adjective(const place *p, mtl_proof *proof)
{
    const mtl_str lemma = mtl_lexicon_lemma(p->view->lang->lexicon, p->lexeme);
    const mtl_str form = p->tokens[p->i].type->folded->form;
    const bool bare = is(p, MTL_IS_ADVERB) || (mtl_str_same(lemma, form) && !is_inflected(p->view->lang, form));
    const mtl_token *next = behind(p), *left = before(p);
    const mtl_lexeme *last = mtl_view_lexeme(p->view, left->type);
    const bool before_noun = next && has_capital(next) && !is_proper(p, next);
    const bool after_verb = is_small(left) && last && last->is & MTL_IS_VERB;
    *proof = bare || (before_noun && after_verb) ? MTL_POSSIBLE : MTL_DOUBTFUL;
    if (left->type->code == ',' && !(bare && is_listed(p)))
        return false;
    const bool led = bare ? mtl_words_has(&p->view->lang->prepositions, left->type) : is_led(p) && !is_second_of_two(p);
    const mtl_case_count own = mtl_casing_of(&p->view->facts->casing, p->tokens[p->i].type->hash);
    if (own.capital > 1 && own.lower == 0) /* a make: "ein Smart", "Western Digital" */
        return false;
    return !led && !touches_name(p) && !is(p, MTL_IS_INFINITIVE) && (bare || (next && has_capital(next)));
}

static bool ends_clause(const mtl_token *t)
{
    return !t || t->type->code == ',' || t->type->code == '.';
}

/* "Gumamit ng Malambot na tela": an adjective, and its noun in small letters. */
static bool describes_next(const place *p)
{
    const mtl_token *end = p->tokens + p->end, *next = behind(p);
    const mtl_token *noun = is_small(next) && mtl_words_has(&p->view->lang->linkers, next->type) ? next + 1 : next;
    const mtl_lexeme *lexeme = noun && noun < end && is_small(noun) ? mtl_view_lexeme(p->view, noun->type) : NULL;
    return is(p, MTL_IS_ADJECTIVE) && lexeme && lexeme->is & MTL_IS_NOUN && !(lexeme->is & (MTL_IS_FUNCTION | MTL_IS_VERB));
}

/* "bicicletas Elétricas", "maraming Reklamo", "o atual Cenário": a word of substance in small letters leads to it, and no article or
 * preposition, as to most names. */
static bool follows_substance(const place *p)
{
    const mtl_lexeme *last = is_small(before(p)) ? mtl_view_lexeme(p->view, before(p)->type) : NULL;
    const uint32_t substance = MTL_IS_ADJECTIVE | MTL_IS_VERB | MTL_IS_ADVERB | MTL_IS_NOUN;
    if (!last || last->is & (MTL_IS_FUNCTION | MTL_IS_NAME) || !(last->is & substance))
        return false;
    if (is(p, MTL_IS_ADJECTIVE) && last->is & MTL_IS_NOUN && (!is(p, MTL_IS_NOUN) || !(last->is & MTL_IS_ADJECTIVE)))
        return true;
    if (last->is & MTL_IS_NOUN && !(last->is & MTL_IS_ADJECTIVE)) /* "avenida Consolação", "bar Lanterna" */
        return false;
    return is(p, MTL_IS_NOUN) && p->tokens[p->i].type->nchars > 3 && (is_small(behind(p)) || ends_clause(behind(p))) &&
           p->view->lang->honoured.by_hash.n;
}

/* "startet, Prüfen Sie": a verb that asks the reader to do something begins a sentence. */
static bool commands_reader(const place *p)
{
    const mtl_token *next = behind(p);
    return p->view->lang->capital_nouns && is(p, MTL_IS_INFINITIVE) && !is(p, MTL_IS_NAME) && next &&
           next->type->letters == MTL_CAPITAL && mtl_words_has(&p->view->lang->capital_pronouns, next->type) && !is_led(p) &&
           !touches_name(p);
}

/* "Mahalagang Tala:", "Kailangan ng Tulong?": a short line that calls what follows. */
static bool is_label(const place *p)
{
    enum { SHORT = 4 };
    uint32_t words = 0;
    for (uint32_t i = 0; i < p->end; i++) {
        const uint32_t code = p->tokens[i].type->code;
        if (code == ':' || code == '?' || code == '(' || (is_dash(&p->tokens[i]) && !mtl_token_is_glued(&p->tokens[i])))
            return i > p->i && words <= SHORT;
        words += mtl_token_is_word(&p->tokens[i]);
        if (words > SHORT)
            break;
    }
    return false;
}

/* "azd up - Kumpletong workflow": a term at the head of a line, and what it is. */
static bool is_defined(const place *p)
{
    enum { SHORT = 8 }; /* tokens of a term */
    if (p->i > SHORT || !is_dash(before(p)) || mtl_token_is_glued(&p->tokens[p->i]) || mtl_token_is_glued(before(p)))
        return false;
    for (uint32_t i = 0; i + 1 < p->i; i++) {
        const mtl_lexeme *lexeme = p->tokens[i].type->kind == MTL_WORD ? mtl_view_lexeme(p->view, p->tokens[i].type) : NULL;
        if (lexeme && lexeme->is & MTL_IS_FINITE && !(lexeme->is & (MTL_IS_NOUN | MTL_IS_NAME)))
            return false; /* a sentence stands there */
    }
    return true;
}

/* "o ministro da Defesa". */
static bool is_department(const place *p)
{
    const mtl_words *titles = &p->view->lang->titles;
    return p->i >= 2 &&
           (mtl_words_has(titles, p->tokens[p->i - 2].type) || (p->i >= 3 && mtl_words_has(titles, p->tokens[p->i - 3].type)));
}

/* An adjective, participle or noun. Any may be a name's or a title's: but no name goes on with a small word of substance. */
static bool judge_content(const place *p, mtl_proof *proof)
{
    const mtl_case_count own = mtl_casing_of(&p->view->facts->casing, p->tokens[p->i].type->hash);
    *proof = MTL_DOUBTFUL;
    if (mtl_words_has(&p->view->lang->person_markers, before(p)->type) || touches_name(p) || is_instruction(p) || own.capital > 1 ||
        mtl_words_has(&p->view->lang->honoured, p->tokens[p->i].type))
        return false;
    if (is_second_of_two(p) || describes_next(p) || follows_substance(p))
        *proof = MTL_POSSIBLE;
    else if (own.lower == 0)
        *proof = MTL_FAINT;
    return !is_label(p) && (*proof != MTL_FAINT || !is_department(p));
}

/* "conforto Leia também": the line that was lost begins so. */
static bool judge_opener(const place *p, mtl_proof *proof)
{
    *proof = MTL_LIKELY;
    const mtl_token *next = behind(p);
    const bool polite = next && mtl_words_has(&p->view->lang->capital_pronouns, next->type);
    const bool noun = is(p, MTL_IS_CAPITAL) && is(p, MTL_IS_NOUN);
    const bool goes_on = polite || (is_small(next) && !noun); /* "schwere Folgen für", but "Folgen Sie" */
    return (!is_led(p) || !is_small(next)) && goes_on && !is_proper(p, before(p));
}

/* "Angular, React e Vue": one of several names, each alone between its marks. */
static bool is_one_of_names(const place *p)
{
    const mtl_token *t = &p->tokens[p->i], *end = p->tokens + p->end;
    const bool leads = t + 2 < end && t[1].type->code == ',' && has_capital(&t[2]);
    const bool follows = p->i >= 2 && t[-1].type->code == ',' && has_capital(&t[-2]);
    const bool closes = t + 1 == end || t[1].type->kind != MTL_WORD || mtl_words_has(&p->view->lang->conjunctions, t[1].type);
    return !p->view->lang->capital_nouns && (leads || (follows && closes));
}

static bool judge(const place *p, mtl_proof *proof)
{
    if (is_defined(p) || is_control(p) || is_path(p))
        return false;
    if (mtl_words_has(&p->view->lang->openers, p->tokens[p->i].type) && judge_opener(p, proof))
        return true;
    if (commands_reader(p)) {
        *proof = MTL_POSSIBLE;
        return true;
    }
    if (is_one_of_names(p))
        return false;
    const uint32_t open = MTL_IS_NOUN | MTL_IS_ADJECTIVE | MTL_IS_PARTICIPLE;
    if (is(p, MTL_IS_FUNCTION))
        return judge_grammar(p, proof);
    if (is(p, MTL_IS_VERB) && mtl_words_has(&p->view->lang->copulas, before(p)->type))
        return judge_clause(p, proof);
    if (p->view->lang->capital_nouns)
        return is(p, MTL_IS_FINITE) && !is(p, open | MTL_IS_INFINITIVE) ? judge_clause(p, proof) : judge_adjective(p, proof);
    if (is(p, MTL_IS_ADVERB | MTL_IS_VERB) && !is(p, open))
        return judge_clause(p, proof);
    return is(p, open | MTL_IS_VERB | MTL_IS_ADVERB) && judge_content(p, proof);
}

static void report(const mtl_rule *rule, const place *p, mtl_span at, mtl_proof proof, mtl_sink *sink)
{
    mtl_hit *hit = mtl_emit(rule, sink, at);
    mtl_hit_fix(hit, at, mtl_uncapitalise(mtl_str_cut(p->view->doc->text, at), p->view->scratch), MTL_UNSAFE);
    mtl_hit_proof(hit, proof);
}

static void check_word(const mtl_rule *rule, place *p, mtl_sink *sink)
{
    const mtl_token *t = &p->tokens[p->i];
    p->lexeme = mtl_view_lexeme(p->view, t->type);
    if (is_hyphened_word(p) && is_inside(p) && !is_led(p) && !is_control(p) && !is_instruction(p) && !is_head(p, p->i) &&
        !touches_name(p) && !is_label(p)) {
        report(rule, p, mtl_span_join(t->at, t[2].at), MTL_POSSIBLE, sink);
        return;
    }
    const bool opener = mtl_words_has(&p->view->lang->openers, t->type) || (p->lexeme && is_inside(p) && commands_reader(p));
    const bool english = p->lexeme && p->view->lang->capital_nouns &&
                         !is(p, MTL_NATIVE & ~(uint32_t)MTL_IS_LOAN); /* "Rollbacks": a noun there, or a name */
    if (!p->lexeme || english || (!opener && is(p, MTL_IS_CAPITAL | MTL_IS_NAME)) || !is(p, MTL_IS_LOWER) || !is_inside(p) ||
        is_abbreviated(p) || mtl_words_has(&p->view->lang->titles, before(p)->type))
        return;
    if ((is_head(p, p->i) && !is_dash(before(p))) || (t->type->nchars == 1 && !is(p, MTL_IS_FUNCTION)))
        return;
    const mtl_clump clump = mtl_clump_around(p->tokens, p->i, p->end);
    mtl_proof proof;
    if (!mtl_clump_is_technical(p->tokens, clump) && judge(p, &proof))
        report(rule, p, t->at, proof, sink);
}

/* "Acme Für Anfänger": a word of grammar in a heading, between a word with a capital that is no verb and what it leads. Where nouns have
 * capitals, headings give none to other words; articles begin titles of their own. In RUNNING text titles of works stand, so that the first
 * must be a name that no list has. */
static bool is_title_case(place *p, bool running)
{
    const mtl_token *t = &p->tokens[p->i], *left = before(p), *next = behind(p);
    p->lexeme = mtl_view_lexeme(p->view, t->type);
    const uint32_t other = MTL_IS_NAME | MTL_IS_ABBREVIATION | MTL_IS_VERB;
    if (!p->lexeme || !is(p, MTL_IS_FUNCTION) || is(p, other) || t->type->nchars < 2 ||
        (p->lexeme->zipf >= ARTICLE && !mtl_words_has(&p->view->lang->conjunctions, t->type)) || !next ||
        next->type->kind != MTL_WORD || !mtl_token_is_spaced(t) || !mtl_token_is_spaced(next) || left->type->kind != MTL_WORD ||
        !has_capital(left) || mtl_words_has(&p->view->lang->capital_pronouns, t->type))
        return false;
    const mtl_lexeme *last = mtl_view_lexeme(p->view, left->type), *led = mtl_view_lexeme(p->view, next->type);
    const bool verb = last && last->is & (MTL_IS_FUNCTION | MTL_IS_VERB) && !(last->is & MTL_IS_NAME);
    if (verb || !led || mtl_quotes_inside(&p->view->facts->quotes, t->at.at) || mtl_words_has(&p->view->lang->controls, left->type))
        return false;
    const bool name = !last && left->type->letters == MTL_UPPER && led->is & MTL_IS_NOUN && next->type->letters == MTL_CAPITAL;
    return !running || name;
}

static void check_title_case(const mtl_rule *rule, place *p, bool running, mtl_sink *sink)
{
    const mtl_token *t = &p->tokens[p->i];
    if (p->view->lang->capital_nouns && t->type->letters == MTL_CAPITAL && !(t->flags & MTL_IN_CODE) && is_title_case(p, running))
        report(rule, p, t->at, MTL_LIKELY, sink);
}

/* "Edição de vídeo Saiba mais sobre o programa": a second line behind a heading or item, whose words may have capitals of their own. It begins
 * with a verb for the reader and goes on with a small word that carries a sentence on, as the name of a button does not. */
static void check_line(const mtl_rule *rule, place *p, mtl_sink *sink)
{
    const mtl_token *t = &p->tokens[p->i], *next = behind(p), *left = before(p);
    p->lexeme = mtl_view_lexeme(p->view, t->type);
    const mtl_lexeme *after = is_small(next) ? mtl_view_lexeme(p->view, next->type) : NULL;
    if (!mtl_words_has(&p->view->lang->openers, t->type) || !p->lexeme || !is(p, MTL_IS_VERB) || !after ||
        !(after->is & (MTL_IS_FUNCTION | MTL_IS_ADVERB)) || p->i + 2 >= p->end || left->type->kind != MTL_WORD ||
        mtl_token_is_glued(t) || is_head(p, p->i) || is_grammar(p, left) || is_control(p) || is_instruction(p) ||
        (is_proper(p, left) && p->i > 1 && !(t->flags & MTL_WIDE_BEFORE)))
        return;
    report(rule, p, t->at, MTL_LIKELY, sink);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    place p = {view, view->doc->tokens.items + view->block->first_token, 1, view->block->ntokens, NULL};
    const bool line = mtl_block_is_headline(view->doc, view->block) || is_title(view, p.tokens, p.end);
    for (; p.i < p.end; p.i++) {
        check_title_case(rule, &p, !line, sink);
        if (p.tokens[p.i].type->kind == MTL_WORD && p.tokens[p.i].type->letters == MTL_CAPITAL &&
            !(p.tokens[p.i].flags & MTL_IN_CODE))
            (line ? check_line : check_word)(rule, &p, sink);
    }
}

const mtl_check mtl_check_stray_capital = {
    .name = "stray_capital",
    .doc = "an ordinary word with a capital in the middle of a sentence",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
