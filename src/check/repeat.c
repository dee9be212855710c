/* repeat.c: the kind "repeat": words, phrases and passages that stand twice by mistake, and decoders gone round in circles. Each rule
 * asks for one of these; the stretches that repeat are a fact of the document (facts/repeats.h).
 *
 * What keeps it quiet: doubled words of the grammar (the language's list), emphasis ("schnell, schnell"), names, reduplication, and that
 * a phrase which only shares its function words is no repetition. */
#include "rule/check.h"

enum { WHAT_WORD, WHAT_PHRASE, WHAT_LOOP, WHAT_PASSAGE };

typedef struct repeat_params {
    uint32_t what;
    uint32_t loop_times; /* from so many copies of anything on it is a loop; 0: their number alone says nothing */
} repeat_params;

/* A loop of long phrases shows with fewer copies. A single word with its comma is emphasis for longer. */
enum {
    LOOP_LONG_WORDS = 4,
    LOOP_LONG_TIMES = 3,
    LOOP_WORD_TIMES = 6,
    LOOP_SOUND_TIMES = 12,
    LOOP_LIST_TIMES = 4,
    SHORT_WORD = 4,
    LONG_WORD = 10,
    YEAR_CHARS = 3
};

typedef struct stretch { /* one repeat, seen closer */
    const mtl_repeat *r;
    const mtl_token *tokens;        /* of the first copy on */
    uint32_t times;                 /* copies; 2 where there are words between */
    uint32_t n;                     /* tokens of one copy */
    uint32_t gap;                   /* tokens between two copies */
    uint32_t words, spelt, content; /* of one copy; spelt: no numbers; content: no function words either */
    uint32_t gap_words, gap_functions;
    bool ends_content; /* the last word of a copy is no function word */
    bool comma;        /* a comma stands in the copy or between */
    bool stop;         /* a sentence ends in the copy or between */
} stretch;

static bool is_function(const mtl_view *view, const mtl_token *t)
{
    /* The list leaves out what is a word of another language too, "at" (and) in Filipino. */
    return mtl_words_has(&view->lang->functions, t->type) || mtl_words_has(&view->lang->conjunctions, t->type);
}

static bool is_stop(uint32_t code)
{
    return code == '.' || code == '!' || code == '?' || code == 0x2026 || code == ':' || code == ';';
}

static void look_inside(const mtl_view *view, stretch *s)
{
    s->words = s->spelt = s->content = s->gap_words = s->gap_functions = 0;
    s->comma = s->stop = s->ends_content = false;
    for (uint32_t i = 0; i < s->n + s->gap; i++) {
        const mtl_token *t = &s->tokens[i];
        const bool inside = i < s->n, word = mtl_token_is_word(t), function = word && is_function(view, t);
        s->words += inside && word;
        s->spelt += inside && t->type->kind == MTL_WORD;
        s->content += inside && word && !function && (t->type->kind == MTL_WORD || t->type->nchars >= YEAR_CHARS);
        s->gap_words += !inside && word;
        s->gap_functions += !inside && function;
        s->comma |= !word && (t->type->code == ',' || t->type->code == 0x2013 || t->type->code == 0x2014);
        s->stop |= !word && is_stop(t->type->code);
        if (inside && word)
            s->ends_content = !function;
    }
}

/* Tokens of a copy without the marks at its end: the last copy need not have them. */
static uint32_t core_of(const stretch *s)
{
    uint32_t n = s->n;
    while (n > 1 && !mtl_token_is_word(&s->tokens[n - 1]))
        n--;
    return n;
}

static stretch look(const mtl_view *view, const mtl_repeat *r)
{
    stretch s = {.r = r, .tokens = view->doc->tokens.items + r->first, .times = 2};
    const bool contiguous = r->match >= r->period;
    s.n = contiguous ? r->period : r->match;
    s.gap = r->period - s.n;
    look_inside(view, &s);
    if (!contiguous)
        return s;
    /* Where the run begins is chance. A copy begins with a word and, as far as no copy is lost by it, ends with its noun: of
     * "Projekt auf dem Projekt auf dem Projekt" the phrase is "auf dem Projekt". */
    uint32_t match = r->match;
    while (match > 1 && (!mtl_token_is_word(s.tokens) || (s.content && !s.ends_content && match % r->period))) {
        s.tokens++;
        match--;
        look_inside(view, &s);
    }
    s.times = 1 + match / r->period + (match % r->period >= core_of(&s));
    return s;
}

static mtl_span copy_at(const stretch *s, uint32_t which)
{
    const mtl_token *first = s->tokens + which * (s->n + s->gap);
    return mtl_span_join(first->at, first[core_of(s) - 1].at);
}

static mtl_span span_of(const stretch *s)
{
    return mtl_span_join(copy_at(s, 0), copy_at(s, s->times - 1));
}

/* "Ha ha ha ha ha", "toi, toi, toi": sounds go on for long. */
static bool is_sound(const mtl_view *view, const stretch *s)
{
    const mtl_type *word = s->tokens[0].type;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, word);
    const bool brief = word->nchars < SHORT_WORD && !(lexeme && lexeme->is & MTL_IS_ADJECTIVE); /* not "gut gut gut gut gut" */
    return s->words == 1 && s->content && (brief || (s->n > 1 && mtl_words_has(&view->lang->doubles, word)));
}

static bool is_loop(const mtl_view *view, const repeat_params *params, const stretch *s)
{
    if (s->gap)
        return false;
    if (is_sound(view, s))
        return s->times >= LOOP_SOUND_TIMES;
    if (s->words == 1 && s->n > 1)
        return s->times >= LOOP_WORD_TIMES;
    if ((s->words > 2 || (s->words > 1 && s->comma)) && s->times >= LOOP_LIST_TIMES)
        return true;
    const bool many = params->loop_times && s->times >= params->loop_times;
    return many || (s->words >= LOOP_LONG_WORDS && s->times >= LOOP_LONG_TIMES);
}

/* ---- words ---- */

/* A relative clause begins here: a comma or conjunction stands right before, or with a preposition between (", mit der der Zug fuhr"). */
static bool begins_clause(const mtl_view *view, const mtl_token *t)
{
    enum { FAR = 3 };
    const mtl_token *first = view->doc->tokens.items + view->block->first_token;
    for (ptrdiff_t back = 1; back <= FAR && back <= t - first; back++)
        if (t[-back].type->code == ',' || mtl_words_has(&view->lang->conjunctions, t[-back].type))
            return true;
    return false;
}

/* "Geben Sie Ihr Ihr Passwort ein": the list means "dass ihr ihr Auto", or a pair at the head of a sentence. */
static bool is_capital_pair(const mtl_view *view, const mtl_token *first, const mtl_token *last)
{
    const mtl_token *head = view->doc->tokens.items + view->block->first_token;
    return first > head && first[-1].type->kind == MTL_WORD && last == first + 1 && is_function(view, first) &&
           first->type->letters == MTL_CAPITAL && last->type->letters == MTL_CAPITAL && first->type->hash == last->type->hash;
}

static bool is_verb(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    return lexeme && lexeme->is & MTL_IS_VERB;
}

/* The language says that this word, or this very pair ("sie Sie"), may stand twice. */
static bool is_allowed(const mtl_view *view, const mtl_token *first, const mtl_token *last)
{
    if (mtl_words_has(&view->lang->relatives, first->type) && first->type->hash == last->type->hash)
        return begins_clause(view, first);
    if (mtl_words_has(&view->lang->doubles, first->type))
        return !is_capital_pair(view, first, last);
    if (first > view->doc->tokens.items && mtl_words_has(&view->lang->whoever, first[-1].type) && is_verb(view, first))
        return true; /* "quem sabe sabe" */
    const mtl_str pair = mtl_str_cut(view->doc->text, mtl_span_join(first->at, last->at));
    return mtl_words_has_hash(&view->lang->doubles, mtl_fold_hash(pair));
}

/* "tigil ng tigil", also as the head of "tigil ng tigil ng lungsod": with a word between that never stands between a word and itself. */
static bool is_held_apart(const mtl_view *view, const stretch *s)
{
    const bool once = s->n == 1 && s->gap == 1, chained = s->n == 2 && s->gap == 0 && s->times == 2;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, s->tokens[0].type);
    const bool several = !lexeme || (lexeme->is & MTL_IS_PLURAL && !(lexeme->is & MTL_IS_SINGULAR)); /* "listas de listas" */
    const bool named =
        once && s->tokens[0].type->letters == MTL_LOWER && s->tokens[2].type->letters != MTL_LOWER; /* "valor de Valor" */
    return (chained || (once && !several && !named)) && s->content == 1 && s->tokens[0].type->nchars >= SHORT_WORD &&
           mtl_words_has(&view->lang->never_between, s->tokens[1].type) && !is_allowed(view, &s->tokens[0], &s->tokens[2]);
}

/* "Tiffany Ng ng Cebu": the first of the two belongs to a name. */
static bool ends_name(const mtl_view *view, const stretch *s)
{
    const bool inside = s->r->first > view->block->first_token;
    return inside && s->tokens[0].type->letters == MTL_CAPITAL && s->tokens[1].type->letters == MTL_LOWER &&
           s->tokens[-1].type->letters == MTL_CAPITAL;
}

static bool begins_sentence(const mtl_view *view, const stretch *s)
{
    const uint32_t at = s->tokens[0].at.at;
    return mtl_doc_sentence_at(view->doc, view->block, at).at == at;
}

static mtl_proof word_proof(const mtl_view *view, const stretch *s)
{
    if (s->n + s->gap > 1)
        return MTL_LIKELY;
    const mtl_type *a = s->tokens[0].type, *b = s->tokens[1].type;
    /* "maraming maraming salamat": where syllables are doubled, words are too, and mean "very". */
    if ((s->content && a->nchars < SHORT_WORD) || (view->lang->doubles_syllables && a->nchars > SHORT_WORD))
        return MTL_DOUBTFUL;
    if (a->letters == MTL_LOWER && b->letters == MTL_LOWER)
        return MTL_SURE;
    if (is_function(view, &s->tokens[0]))
        return a->letters != MTL_LOWER && b->letters == MTL_LOWER ? MTL_SURE : MTL_LIKELY;
    /* Capitals may be a name (Baden Baden); a noun and its verb ("die Macht macht") or two headings run together ("zufrieden Zufrieden")
     * differ in case, but so does a word doubled at the beginning of its sentence. */
    return a->letters != b->letters && begins_sentence(view, s) ? MTL_LIKELY : MTL_DOUBTFUL;
}

/* "Moon Jae-in in": one of the two belongs to a compound, or to what stands before it. */
static bool touches_hyphen(const mtl_view *view, const stretch *s)
{
    const mtl_block *b = view->block;
    const mtl_token *first = s->tokens, *after = s->tokens + s->times;
    const bool before = s->r->first > b->first_token && first[-1].type->code == '-' && mtl_token_is_glued(first);
    if (mtl_token_is_glued(first) && s->r->first > b->first_token && first[-1].type->code && first[-1].type->code != '(')
        return true; /* "Hausmeister*in in Vollzeit" */
    const bool inside = s->r->first + s->times < b->first_token + b->ntokens;
    return before || (inside && after->type->code == '-' && mtl_token_is_glued(after));
}

/* "a A. Silva" */
static bool is_initial(const mtl_type *a, const mtl_type *b)
{
    return a->letters == MTL_LOWER && b->letters == MTL_CAPITAL && b->nchars == 1;
}

/* A word with letters that have cases; a single letter only where it is a word of the grammar. */
static bool is_plain_word(const mtl_view *view, const mtl_token *t)
{
    return t->type->kind == MTL_WORD && t->type->letters != MTL_CASELESS && (t->type->nchars > 1 || is_function(view, t));
}

static bool is_word_twice(const mtl_view *view, const stretch *s)
{
    const mtl_token *a = &s->tokens[0], *b = &s->tokens[1];
    if (s->n != 1 || s->gap || !is_plain_word(view, a) || is_initial(a->type, b->type))
        return false;
    return !ends_name(view, s) && !touches_hyphen(view, s) && !is_allowed(view, a, b);
}

static bool judge_word(const mtl_view *view, const stretch *s, mtl_proof *proof)
{
    *proof = word_proof(view, s);
    return is_held_apart(view, s) || is_word_twice(view, s);
}

/* ---- phrases ---- */

static bool all_names(const stretch *s)
{
    for (uint32_t i = 0; i < s->n; i++)
        if (s->tokens[i].type->letters != MTL_CAPITAL)
            return false;
    return s->n > 1;
}

/* "einfachen und einfachen Schritten": an adjective before its noun, where a verb may be doubled for effect ("schreibt und schreibt"). */
static bool qualifies_noun(const mtl_view *view, const stretch *s)
{
    const uint32_t after = s->r->first + s->gap + 2;
    const mtl_type *next = after < view->block->first_token + view->block->ntokens ? view->doc->tokens.items[after].type : NULL;
    return s->tokens[0].type->nchars > SHORT_WORD && next && next->kind == MTL_WORD && next->letters == MTL_CAPITAL;
}

/* A mark behind which nothing that belongs to the word before it can stand: "Absätze und Absätze, die nur Leerzeichen enthalten". */
static bool is_closed(const mtl_view *view, uint32_t i)
{
    const mtl_token *tokens = view->doc->tokens.items;
    const uint32_t end = view->block->first_token + view->block->ntokens, code = i < end ? tokens[i].type->code : 0;
    if (code != ',')
        return code == '.' || code == '!' || code == '?' || code == ';' || code == ')';
    return i + 1 < end && tokens[i + 1].type->kind == MTL_WORD && !is_function(view, &tokens[i + 1]);
}

/* What the lexicon says of the word, if it is none of the grammar, no name and no number; else 0. A participle is an adjective. */
static uint32_t plain_content(const mtl_view *view, const mtl_type *type)
{
    const uint32_t other = MTL_IS_NAME | MTL_IS_FUNCTION | MTL_IS_NUMERAL | MTL_IS_ABBREVIATION | MTL_IS_ADVERB;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, type);
    const uint32_t is = lexeme && !(lexeme->is & other) ? lexeme->is : 0;
    return is & MTL_IS_ADJECTIVE && is & MTL_IS_PARTICIPLE ? is & ~(uint32_t)MTL_IS_VERB : is;
}

/* The word may be this part of speech, and no other. */
static bool is_only(uint32_t is, uint32_t part)
{
    return (is & (MTL_IS_NOUN | MTL_IS_VERB | MTL_IS_ADJECTIVE)) == part;
}

/* One thing: a plural is an amount ("anos e anos"). Where the lexicon knows no numbers, a noun may be a verb too. */
static bool is_one_thing(uint32_t is)
{
    const uint32_t number = is & (MTL_IS_SINGULAR | MTL_IS_PLURAL);
    return number ? number == MTL_IS_SINGULAR && is_only(is, MTL_IS_NOUN) : is & MTL_IS_NOUN && !(is & MTL_IS_ADJECTIVE);
}

/* "Sicherheit und Sicherheit": the source had two words for one thing. What the second is said to be more exactly makes it another ("Listen und
 * Listen mit Nummern"), and a verb again and again is meant so ("wächst und wächst"). */
static bool is_and_itself(const mtl_view *view, const stretch *s)
{
    const mtl_token *tokens = view->doc->tokens.items;
    const uint32_t first = (uint32_t)(s->tokens - tokens), after = first + 3, is = plain_content(view, s->tokens[0].type);
    const bool led = first > view->block->first_token && tokens[first - 1].type->kind == MTL_WORD;
    if (!is || !led || s->tokens[2].type->letters != s->tokens[0].type->letters)
        return false;
    const bool last = after == view->block->first_token + view->block->ntokens, ends = is_closed(view, after);
    const uint32_t next = last ? 0 : plain_content(view, tokens[after].type);
    if (is_one_thing(is))
        return ends || (view->lang->capital_nouns ? is_only(next, MTL_IS_ADJECTIVE)
                                                  : !last && mtl_words_has(&view->lang->genitives, tokens[after].type));
    if (is_only(is, MTL_IS_ADJECTIVE))
        return is_only(plain_content(view, tokens[first - 1].type), MTL_IS_NOUN) && !view->lang->capital_nouns && !next &&
               (last || !mtl_token_is_hyphen(&tokens[after]));
    return is & MTL_IS_INFINITIVE && is_only(is, MTL_IS_VERB) && (ends || (!last && is_function(view, &tokens[after])));
}

/* "dauerhaften und dauerhaften", "Aufgaben von den Aufgaben": one word, and again. */
static bool word_again(const mtl_view *view, const stretch *s, mtl_proof *proof)
{
    const mtl_type *word = s->tokens[0].type, *between = s->tokens[1].type;
    if (s->n != 1 || s->content != 1 || s->gap_words != s->gap || word->nchars < SHORT_WORD || word->letters == MTL_UPPER)
        return false;
    if (is_allowed(view, &s->tokens[0], &s->tokens[s->gap + 1]))
        return false;
    if (s->gap == 1 && mtl_words_has(&view->lang->conjunctions, between))
        *proof = (word->letters == MTL_LOWER && (word->nchars >= LONG_WORD || qualifies_noun(view, s))) || is_and_itself(view, s)
                     ? MTL_LIKELY
                     : MTL_DOUBTFUL;
    else if (s->gap == 2 && s->gap_functions == 2 && !mtl_words_has(&view->lang->conjunctions, between) &&
             !mtl_words_has(&view->lang->copulas, between)) /* "Preço é o preço": a word and its definition */
        *proof = MTL_DOUBTFUL;
    else
        return false;
    return true;
}

/* The stretch is all there is of its paragraph, or stands in a quotation: a refrain, a cry, meant as it is. */
static bool is_refrain(const mtl_view *view, const stretch *s)
{
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    const uint32_t most = s->times * s->words;
    uint32_t words = 0;
    for (uint32_t i = 0; i < view->block->ntokens && words <= most; i++)
        words += mtl_token_is_word(&tokens[i]);
    return words <= most || mtl_quotes_inside(&view->facts->quotes, s->tokens[0].at.at);
}

/* "Marco Rubio, Marco Rubio", "rico em recursos, rico em recursos": only a comma stands between. */
static mtl_proof comma_proof(const mtl_view *view, const stretch *s)
{
    if (is_refrain(view, s))
        return MTL_DOUBTFUL;
    if (all_names(s))
        return MTL_SURE;
    /* At the head of its sentence it is a song or emphasis: "Alle Jahre wieder, alle Jahre wieder". */
    return s->words > 2 && s->content > 1 && !begins_sentence(view, s) ? MTL_LIKELY : MTL_DOUBTFUL;
}

static bool holds_number(const stretch *s)
{
    for (uint32_t i = 0; i < s->n + s->gap; i++)
        if (s->tokens[i].type->kind == MTL_NUMBER)
            return true;
    return false;
}

/* "der Überzeugung von der Überzeugung", "Frieden zu suchen, um Frieden zu suchen": a word or two stand between. A name may come
 * twice in a breath. */
static mtl_proof apart_proof(const mtl_view *view, const stretch *s)
{
    const mtl_type *between = s->tokens[s->n].type;
    if (s->gap == 1 && mtl_words_has(&view->lang->copulas, between))
        return MTL_DOUBTFUL; /* "a lei é a lei" */
    if (s->gap == 1 && mtl_words_has(&view->lang->conjunctions, between) && s->words > 2 && s->content > 1)
        return MTL_LIKELY;
    const bool around_preposition = s->gap == 1 && s->gap_functions == 1 && is_function(view, &s->tokens[0]) &&
                                    !mtl_words_has(&view->lang->conjunctions, between);
    /* "mahal na mahal kita, mahal na mahal" */
    if (s->n == 3 && mtl_words_has(&view->lang->reduplicates, s->tokens[1].type))
        return MTL_DOUBTFUL;
    const bool name =
        s->tokens[s->n - 1].type->letters == MTL_CAPITAL && s->n > 1 && s->tokens[s->n - 2].type->letters == MTL_CAPITAL;
    if (name)
        return MTL_DOUBTFUL;
    /* "Frieden zu suchen, um Frieden zu suchen"; not "8 bis 18 Uhr, Samstag 9 bis 18 Uhr" nor "ganz gleich, wo es ist, ganz gleich, wo". */
    const bool comma_first = s->tokens[s->n].type->code == ',' && s->gap_words == s->gap_functions;
    return around_preposition || (s->words > 2 && comma_first && !holds_number(s)) ? MTL_LIKELY : MTL_DOUBTFUL;
}

/* The language says that these words may stand so: "que é que é". */
static bool is_allowed_phrase(const mtl_view *view, const stretch *s)
{
    return mtl_words_has_hash(&view->lang->doubles, mtl_fold_hash(mtl_str_cut(view->doc->text, span_of(s))));
}

/* "Jahr für Jahr für Jahr", "Tag und Nacht und Nacht und Tag": the word stands before its phrase too, or a conjunction begins it. */
static bool is_iteration(const mtl_view *view, const stretch *s)
{
    if (s->n != 2 || s->content != 1 || s->gap)
        return false;
    const bool before =
        s->tokens > view->doc->tokens.items + view->block->first_token && s->tokens[-1].type->hash == s->tokens[1].type->hash;
    return before || mtl_words_has(&view->lang->conjunctions, s->tokens[0].type);
}

/* "250 g Mehl, 250 g Zucker": amounts of several things. */
static bool is_amount(const stretch *s)
{
    return s->n == 2 && s->gap && s->tokens[0].type->kind == MTL_NUMBER;
}

/* "in Paris in Paris": at once, with a comma, or with a word or two between. */
static bool phrase_again(const mtl_view *view, const stretch *s, mtl_proof *proof)
{
    if (s->words < 2 || is_allowed_phrase(view, s) || is_amount(s))
        return false;
    if (s->content == 0 && s->gap == 0 && s->n == s->words) { /* "para o para o hospital" */
        *proof = MTL_LIKELY;
        return true;
    }
    if (s->content == 0 || (!s->ends_content && (s->words == 2 || s->gap)))
        return false;
    if (s->n == 2 && s->gap == 0 && mtl_words_has(&view->lang->reduplicates, s->tokens[0].type))
        return false; /* "na sweet na sweet": the second word stands twice, and means "very" */
    if (s->gap)
        *proof = s->gap_words ? apart_proof(view, s) : comma_proof(view, s);
    else if (is_iteration(view, s))
        *proof = MTL_DOUBTFUL;
    else
        *proof = s->comma || s->stop ? comma_proof(view, s) : MTL_SURE;
    return s->gap == 0 || !s->stop;
}

static bool judge_phrase(const mtl_view *view, const stretch *s, mtl_proof *proof)
{
    return word_again(view, s, proof) || phrase_again(view, s, proof);
}

/* ---- the rule's question ---- */

static bool judge_loop(const mtl_view *view, const stretch *s, mtl_proof *proof)
{
    (void)view;
    *proof = MTL_SURE;
    return s->spelt;
}

/* By what is asked: says whether a stretch is that, and how sure. A loop is one and nothing else; the others are none. */
typedef bool judge(const mtl_view *view, const stretch *s, mtl_proof *proof);
static judge *const judges[] = {[WHAT_WORD] = judge_word, [WHAT_PHRASE] = judge_phrase, [WHAT_LOOP] = judge_loop};

/* A tab, or a row of spaces, stands before T: another column. */
static bool begins_column(const mtl_doc *doc, const mtl_token *t)
{
    enum { COLUMN = 4 };
    uint32_t n = 0;
    if (!(t->flags & MTL_WIDE_BEFORE))
        return false;
    while (n < t->at.at && doc->text.p[t->at.at - 1 - n] == ' ')
        n++;
    return n >= COLUMN || doc->text.p[t->at.at - 1] == '\t';
}

/* A hyphen inside means a compound ("Kopf-an-Kopf", "3-D"), a hole or symbol something that is no running text, a column another cell of a
 * table. */
static bool is_running_text(const mtl_view *view, const stretch *s)
{
    if (begins_column(view->doc, &s->tokens[s->n + s->gap]))
        return false;
    for (uint32_t i = 0; i < s->n + s->gap; i++) {
        if (i && begins_column(view->doc, &s->tokens[i]))
            return false;
        const mtl_type *type = s->tokens[i].type;
        const bool mark = type->code == ',' || is_stop(type->code) || type->code == 0x2013 || type->code == 0x2014;
        if (!mtl_token_is_word(&s->tokens[i]) && !mark)
            return false;
    }
    return true;
}

static void report(const mtl_rule *rule, const mtl_view *view, const stretch *s, mtl_proof proof, mtl_sink *sink)
{
    mtl_hit *hit = mtl_emit(rule, sink, span_of(s));
    const mtl_str once = mtl_str_cut(view->doc->text, copy_at(s, 0));
    mtl_hit_name(hit, "once", once);
    mtl_hit_name(hit, "times", mtl_str_format(view->scratch, "%u", s->times));
    mtl_hit_proof(hit, proof);
    /* A loop of several words often breaks off in the middle of one more copy. */
    const bool whole = s->words == 1 || ((const repeat_params *)rule->params)->what != WHAT_LOOP;
    if (s->gap == 0)
        mtl_hit_fix(hit, span_of(s), once, proof == MTL_SURE && whole ? MTL_SAFE : MTL_UNSAFE);
}

static void run_repeats(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const repeat_params *params = rule->params;
    const mtl_repeats *repeats = &view->facts->repeats;
    for (uint32_t i = 0; i < repeats->n; i++) {
        mtl_view at = *view;
        at.block = &view->doc->blocks.items[repeats->items[i].block];
        at.lang = at.block->profile;
        const stretch s = look(&at, &repeats->items[i]);
        if (!is_running_text(view, &s))
            continue;
        mtl_proof proof;
        if (is_loop(&at, params, &s) == (params->what == WHAT_LOOP) && judges[params->what](&at, &s, &proof))
            report(rule, &at, &s, proof, sink);
    }
}

static void run_passages(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_repeats *repeats = &view->facts->repeats;
    for (uint32_t i = 0; i < repeats->npassages; i++) {
        const mtl_span again = view->doc->blocks.items[repeats->passages[i].again].text;
        mtl_hit *hit = mtl_emit(rule, sink, again);
        mtl_hit_proof(hit, repeats->passages[i].again == repeats->passages[i].block + 1 ? MTL_SURE : MTL_LIKELY);
        mtl_hit_fix(hit, again, (mtl_str){"", 0}, MTL_UNSAFE);
    }
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const repeat_params *params = rule->params;
    if (params->what == WHAT_PASSAGE)
        run_passages(rule, view, sink);
    else
        run_repeats(rule, view, sink);
}

static const char *const whats[] = {
    [WHAT_WORD] = "word", [WHAT_PHRASE] = "phrase", [WHAT_LOOP] = "loop", [WHAT_PASSAGE] = "passage", NULL};

static const mtl_param params[] = {
    {"what", MTL_PARAM_CHOICE, offsetof(repeat_params, what), true, "what stands twice", whats},
    {"loop-times", MTL_PARAM_COUNT, offsetof(repeat_params, loop_times), false, "from so many copies on it is a loop", NULL},
};

const mtl_check mtl_check_repeat = {
    .name = "repeat",
    .doc = "words, phrases or passages that stand twice by mistake, and loops",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(repeat_params),
    .run = run,
};
