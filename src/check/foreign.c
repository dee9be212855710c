/* foreign.c: the kind "foreign": English that the translation left standing: a paragraph, a sentence, a heading, or a few words in the
 * middle of one ("mit einer hamstring injury").
 *
 * What keeps it quiet: words that the language has too, and borrowed ones in use; names, titles and whatever begins with a capital inside
 * a sentence; quotations; what the page itself marks as English; texts of which a good part is English. */
#include "lang/clump.h"
#include "rule/lists.h"

#include <stddef.h>

typedef struct foreign_params {
    uint32_t what;
    mtl_strs names;
    mtl_strs openers, commands, domain, heads, spans;
    mtl_strs domain_words; /* of the list DOMAIN */
    mtl_list_set set;      /* of the lists NAMES; made by compile(), as what follows */
    mtl_list_set head_set; /* of the lists HEADS */
    mtl_words times;       /* of SPANS */
    mtl_words programs;    /* of COMMANDS */
    mtl_words titles;      /* of OPENERS */
} foreign_params;

enum { WHAT_SENTENCE, WHAT_HEADING, WHAT_WORDS };

static const char *const whats[] = {[WHAT_SENTENCE] = "sentence", [WHAT_HEADING] = "heading", [WHAT_WORDS] = "words", NULL};
static const mtl_param params[] = {
    {"what", MTL_PARAM_CHOICE, offsetof(foreign_params, what), true,
     "what is looked for: whole sentences, headings, or words in a sentence", whats},
    {"names", MTL_PARAM_STRINGS, offsetof(foreign_params, names), false,
     "word lists of names that consist of English words: a heading that is one stays", NULL},
    {"openers", MTL_PARAM_STRINGS, offsetof(foreign_params, openers), false,
     "words with which the title of a work or a name begins: a heading that begins so stays", NULL},
    {"heads", MTL_PARAM_STRINGS, offsetof(foreign_params, heads), false,
     "word lists of words that head a section or a column, and alone are no name", NULL},
    {"commands", MTL_PARAM_STRINGS, offsetof(foreign_params, commands), false,
     "programs: English words behind one are orders for it", NULL},
    {"spans", MTL_PARAM_STRINGS, offsetof(foreign_params, spans), false, "spans of time, which every language has words for", NULL},
    {"domain", MTL_PARAM_STRINGS, offsetof(foreign_params, domain), false,
     "the word list of which a text of a trade that speaks English has two words", NULL},
};

static bool compile(mtl_compiling *c)
{
    foreign_params *p = c->rule->params;
    if (!mtl_lists_read_all(c, &p->domain, &p->domain_words))
        return false;
    p->programs = mtl_words_make(&p->commands, c->arena);
    p->titles = mtl_words_make(&p->openers, c->arena);
    p->times = mtl_words_make(&p->spans, c->arena);
    return mtl_lists_read_set(c, &p->names, &p->set) && mtl_lists_read_set(c, &p->heads, &p->head_set);
}

/* AT_HOME: frequency from which a word that English has too is at home here. LINKING: that of the words of grammar that join others: for, of,
 * and. */
enum { LEAST_SENTENCE = 4, AT_HOME = 35, COMMON = 40, LINKING = 62, SHORTEST = 3, SHARE = 10 };

typedef enum origin { NEITHER, OWN, BOTH, ENGLISH } origin;

/* A word of grammar in English. */
static bool is_grammar(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *english = mtl_view_english(view, t->type);
    return english && english->is & MTL_IS_FUNCTION;
}

/* What the word says of its sentence's language. Names say nothing. Where LENIENT, an English word that is much in use is at home. HERE_CAPITAL:
 * so many capitals it has for the place's sake. */
static origin origin_among(const mtl_view *view, const mtl_token *t, bool lenient, uint32_t here_capital)
{
    const mtl_lang *lang = view->lang;
    const mtl_type *type = t->type;
    if (type->kind != MTL_WORD || type->letters == MTL_UPPER || type->letters == MTL_MIXED || mtl_token_has_digit(t))
        return NEITHER;
    const mtl_case_count here = mtl_casing_of(&view->facts->casing, type->hash);
    if (type->letters == MTL_CAPITAL && here.capital > here.lower + here_capital)
        return NEITHER; /* a name of this document: "Azure Functions" */
    const mtl_lexeme *own = mtl_lexicon_find(lang->lexicon, type->folded->form, type->hash);
    const mtl_lexeme *english = mtl_view_english(view, type);
    const bool mine = (own && (own->is & MTL_NATIVE || !(own->is & MTL_IS_ENGLISH) ||
                               (lenient && own->zipf >= AT_HOME && !is_grammar(view, t)))) ||
                      mtl_words_has(&lang->functions, type);
    const bool theirs = english && english->is & MTL_IS_LOWER && !(english->is & MTL_IS_NAME && english->zipf < COMMON);
    if (mtl_words_has(&lang->functions, type) && !is_grammar(view, t) && !(english && english->is & MTL_IS_VERB))
        return OWN; /* Filipino "na", Portuguese "de", but German "will", "war" and "die" are English too */
    if (mine)
        return english ? BOTH : OWN;
    return theirs ? ENGLISH : NEITHER;
}

static origin origin_of(const mtl_view *view, const mtl_token *t, bool lenient)
{
    return origin_among(view, t, lenient, 0);
}

static bool is_code(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    return tokens[i].flags & MTL_IN_CODE || mtl_clump_is_technical(tokens, mtl_clump_around(tokens, i, end));
}

typedef struct census {                             /* of a stretch of tokens */
    uint32_t words, own, english, grammar, unknown; /* own: only the language's; english: only English; grammar: of these */
    uint32_t both, function, capital; /* words of both; words of grammar in English, own or not; words with a capital */
    uint32_t acronyms;                /* words all in capitals, unknown ones */
} census;

/* "i-commit": Filipino for all that. */
static bool is_prefixed(const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t from)
{
    return i >= from + 2 && mtl_token_is_hyphen(&tokens[i - 1]) && mtl_token_is_glued(&tokens[i]) &&
           mtl_token_is_glued(&tokens[i - 1]) && mtl_words_has(&view->lang->prefixes, tokens[i - 2].type);
}

static census count_among(const mtl_view *view, uint32_t from, uint32_t to, uint32_t here_capital)
{
    census c = {0};
    const mtl_token *tokens = view->doc->tokens.items;
    for (uint32_t i = from; i < to; i++) {
        if (tokens[i].type->kind != MTL_WORD || is_code(tokens + from, i - from, to - from))
            continue;
        const origin o = is_prefixed(view, tokens, i, from) ? OWN : origin_among(view, &tokens[i], false, here_capital);
        c.words++;
        c.own += o == OWN;
        c.english += o == ENGLISH;
        c.unknown += o == NEITHER;
        c.acronyms += o == NEITHER && tokens[i].type->letters == MTL_UPPER && !mtl_token_has_digit(&tokens[i]);
        c.both += o == BOTH;
        c.capital += tokens[i].type->letters != MTL_LOWER;
        c.function += is_grammar(view, &tokens[i]) && mtl_view_english(view, tokens[i].type)->zipf >= LINKING;
        c.grammar += o == ENGLISH && is_grammar(view, &tokens[i]);
    }
    return c;
}

static census count(const mtl_view *view, uint32_t from, uint32_t to)
{
    return count_among(view, from, to, 0);
}

/* Every word of substance is English, one of grammar among them, and none is the language's own. */
static bool is_english(const census *c)
{
    return c->words >= LEAST_SENTENCE && c->english >= LEAST_SENTENCE - 1 && c->grammar > 0 && c->own * SHARE <= c->english &&
           c->english * 5 >= c->words * 2;
}

/* ---- sentences ---- */

/* "azd up - then wait", "azd down --force": a command begins with a small letter, nobody knows the word, and it has little grammar. */
static bool is_order(const mtl_view *view, uint32_t from, uint32_t to, const census *c)
{
    enum { SPOKEN = 3 };
    const mtl_token *t = &view->doc->tokens.items[from];
    return from < to && c->grammar < SPOKEN && t->type->kind == MTL_WORD && t->type->letters == MTL_LOWER &&
           origin_of(view, t, false) == NEITHER;
}

/* "Buysse, D. J. (1989). A new instrument for research.": a title in a list of references. */
static bool is_cited(const mtl_view *view, const mtl_block *block, uint32_t from)
{
    const mtl_token *t = &view->doc->tokens.items[from];
    return from >= block->first_token + 3 && t[-1].type->code == '.' && t[-2].type->code == ')' && t[-3].type->kind == MTL_NUMBER;
}

static void check_sentences(const mtl_rule *rule, const mtl_view *view, const mtl_block *block, mtl_sink *sink)
{
    const mtl_doc *doc = view->doc;
    for (uint32_t s = block->first_sentence; s < block->first_sentence + block->nsentences; s++) {
        const mtl_span at = doc->sentences.items[s];
        const uint32_t from = mtl_doc_token_from(doc, at.at), to = mtl_doc_token_from(doc, mtl_span_end(at));
        const census c = count(view, from, to);
        if (!is_english(&c) || is_order(view, from, to, &c) || is_cited(view, block, from) ||
            mtl_quotes_inside(&view->facts->quotes, at.at))
            continue;
        mtl_hit_proof(mtl_emit(rule, sink, mtl_span_join(doc->tokens.items[from].at, doc->tokens.items[to - 1].at)), MTL_LIKELY);
    }
}

/* BLOCK is told to be in another language than the document: what is English there is at home. */
static bool is_told_apart(const mtl_view *view, const mtl_block *block)
{
    return block->lang.n && block->profile->base != view->lang->base;
}

/* The language of the document is not that of the text, or it has none. */
static bool is_mostly_english(const mtl_view *view)
{
    uint32_t foreign = 0, all = 0;
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = &view->doc->blocks.items[b];
        if (is_told_apart(view, block))
            continue;
        const census c = count(view, block->first_token, block->first_token + block->ntokens);
        all += c.words;
        foreign += is_english(&c) ? c.words : 0;
    }
    return foreign * 2 > all;
}

/* ---- headings ---- */

/* "Learning Outcomes", "AZD For Beginners": English, and no word that only the language has. Names stand beside words of grammar only,
 * abbreviations also before a word that HEADS a section: "SKU Selection". */
static bool is_english_label(const census *c, bool heads)
{
    const bool all = c->capital == c->words; /* "Global Configuration", not "Shopping online" */
    const bool few = c->unknown == c->acronyms && c->acronyms * 2 <= c->words && (heads || c->function); /* of abbreviations */
    const uint32_t spare = few ? c->acronyms : 0, names = c->unknown - spare;
    return c->english && !c->own && (c->english + c->both) * 2 > c->words - spare &&
           (c->both < c->english || (c->both == c->english && all)) && (!names || (c->function && names <= c->english));
}

/* "azd down --force": a command. */
static bool is_option(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    return i + 1 < end && mtl_token_is_hyphen(&tokens[i]) && mtl_token_is_spaced(&tokens[i]) && mtl_token_is_glued(&tokens[i + 1]);
}

/* "text-embedding-3-large": the name of a thing. */
static bool is_one_clump(const mtl_token *tokens, uint32_t from, uint32_t to)
{
    bool glued = to - from > 1;
    for (uint32_t i = from + 1; i < to; i++)
        glued &= mtl_token_is_glued(&tokens[i]);
    return glued;
}

typedef struct label { /* words of a heading that may be all English */
    uint32_t from, to; /* tokens */
    census c;
    bool heads; /* its last word heads a section: "Prerequisites", "SKU Selection" */
} label;

/* The words FROM .. TO, in a block that begins at token START, are English, and no text: "The Big Lebowski", "429 Too Many Requests", an
 * identifier. */
static bool is_other(const foreign_params *p, const mtl_view *view, uint32_t start, uint32_t from, uint32_t to)
{
    const mtl_token *tokens = view->doc->tokens.items, *before = from > start ? &tokens[from - 1] : NULL;
    const mtl_type *first = tokens[from].type;
    const bool glued = before && mtl_token_is_glued(&tokens[from]);
    if (first->letters == MTL_CAPITAL && mtl_words_has(&p->titles, first))
        return true;
    if (before && before->type->kind == MTL_NUMBER && !glued && first->letters != MTL_LOWER)
        return true;
    return is_one_clump(tokens, from, to) || (glued && mtl_token_is_hyphen(before));
}

/* Behind the bracket in token I stands code: a word before it is what that is called, where people mix English in: "Infrastructure (infra/)". */
static bool names_code(const mtl_view *view, uint32_t i, uint32_t end)
{
    const mtl_token *tokens = view->doc->tokens.items;
    bool code = false;
    for (uint32_t k = i + 1; k < end && !code; k++)
        code =
            is_code(tokens + i, k - i, end - i) || (tokens[k].type->code == '.' && mtl_token_is_glued(&tokens[k]) && k + 1 < end &&
                                                    mtl_token_is_glued(&tokens[k + 1]) && mtl_token_is_word(&tokens[k + 1]));
    return code && view->lang->mixes_english;
}

/* The words of FROM .. TO, without what stands in brackets at the end: "Settings (settings.py)". False where code is among them. */
static bool read_label(const foreign_params *p, const mtl_view *view, uint32_t from, uint32_t to, label *l)
{
    const uint32_t start = from;
    const mtl_token *tokens = view->doc->tokens.items;
    for (uint32_t i = from; i < to; i++)
        if (tokens[i].type->code == '(' && i > from) {
            if (names_code(view, i, to))
                return false;
            to = i;
        } else if (is_code(tokens + start, i - start, to - start) || is_option(tokens, i, to))
            return false;
    /* A label's own capitals count as those of a sentence. Words of grammar in it say that it is no name: "Product Service:" may be one. */
    const bool lead = to < view->doc->tokens.n && tokens[to].type->code == ':';
    l->c = count_among(view, from, to, lead);
    if (lead && !l->c.function)
        l->c = count(view, from, to);
    while (from < to && tokens[from].type->kind != MTL_WORD)
        from++;
    while (to > from && !mtl_token_is_word(&tokens[to - 1]))
        to--;
    l->from = from;
    l->to = to;
    l->heads = from < to && mtl_lists_has(&p->head_set, mtl_str_cut(view->doc->text, tokens[to - 1].at));
    return from < to && is_english_label(&l->c, l->heads) && !is_other(p, view, start, from, to);
}

/* The first dash behind I with a space before it, or END. */
static uint32_t part_end(const mtl_view *view, uint32_t i, uint32_t end)
{
    enum { EN_DASH = 0x2013, EM_DASH = 0x2014 };
    const mtl_token *tokens = view->doc->tokens.items;
    for (; i < end; i++) {
        const uint32_t code = tokens[i].type->code;
        if (mtl_token_is_spaced(&tokens[i]) && (mtl_token_is_hyphen(&tokens[i]) || code == EN_DASH || code == EM_DASH))
            break;
    }
    return i;
}

/* Headings close by are in English too: the table was passed on as it was. DASHED: what stands in them before a dash. */
static bool has_english_neighbour(const foreign_params *p, const mtl_view *view, uint32_t block, bool dashed)
{
    enum { NEAR = 3 };
    const uint32_t first = block > NEAR ? block - NEAR : 0, n = view->doc->blocks.n;
    for (uint32_t b = first; b < n && b <= block + NEAR; b++) {
        const mtl_block *other = &view->doc->blocks.items[b];
        const uint32_t from = other->first_token, end = from + other->ntokens, dash = dashed ? part_end(view, from, end) : end;
        label l;
        if (b != block && (dash < end) == dashed && mtl_block_is_headline(view->doc, other) && read_label(p, view, from, dash, &l))
            return true;
    }
    return false;
}

/* A small letter in the second word: no name, "Mark as complete - dann …". */
static bool is_phrase(const mtl_view *view, uint32_t from, uint32_t to)
{
    return to > from + 1 && view->doc->tokens.items[from + 1].type->letters == MTL_LOWER;
}

typedef struct labelling { /* headings under examination */
    const mtl_rule *rule;
    const mtl_view *view;
    mtl_sink *sink;
    bool translated; /* most headings of the document are in its language, so that one in English was forgotten */
} labelling;

static bool are_translated(const mtl_view *view)
{
    enum { SEVERAL = 4 };
    uint32_t own = 0, english = 0;
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = &view->doc->blocks.items[b];
        if (!mtl_block_is_headline(view->doc, block))
            continue;
        const census c = count(view, block->first_token, block->first_token + block->ntokens);
        own += c.own > c.english;
        english += c.own == 0 && c.english > 0;
    }
    return own >= SEVERAL && own > english;
}

/* A label of one word that heads no section: a name, or what people say; in small letters an order for a program, or a unit. */
static bool is_spared(const labelling *ls, const label *l)
{
    enum { OFTEN = 3 }; /* a word that stands alone so often is what something is called: "Premium" */
    const mtl_type *first = ls->view->doc->tokens.items[l->from].type;
    return l->c.words == 1 && !l->heads &&
           (first->letters == MTL_LOWER || ls->view->lang->mixes_english ||
            mtl_forms_count(&ls->view->facts->forms, first->form) >= OFTEN);
}

/* "Prerequisites", "Common Pitfalls to Avoid": nobody calls a thing so. */
static bool is_plain(const label *l)
{
    return (l->heads && l->c.words == 1) || (l->c.function > 0 && l->c.words > 2);
}

/* The tokens FROM .. TO of BLOCK, a heading, are a label in English. */
static bool check_label(const labelling *ls, const mtl_block *block, uint32_t from, uint32_t to)
{
    const foreign_params *p = ls->rule->params;
    const mtl_view *view = ls->view;
    const mtl_token *tokens = view->doc->tokens.items;
    label l;
    if (!read_label(p, view, from, to, &l) || mtl_quotes_inside(&view->facts->quotes, tokens[l.from].at.at))
        return false;
    const bool lone = l.c.words == 1;
    const bool backed = !lone || has_english_neighbour(p, view, (uint32_t)(block - view->doc->blocks.items), false);
    const mtl_span span = mtl_span_join(tokens[l.from].at, tokens[l.to - 1].at);
    if (is_spared(ls, &l) || mtl_lists_has(&p->set, mtl_str_cut(view->doc->text, span)))
        return false;
    const bool sure = is_plain(&l) || is_phrase(view, l.from, l.to) || (ls->translated && !lone && (l.heads || l.c.unknown == 0));
    const mtl_proof proof = sure ? MTL_LIKELY : backed ? MTL_POSSIBLE : MTL_DOUBTFUL;
    mtl_hit_proof(mtl_emit(ls->rule, ls->sink, span), proof);
    return true;
}

/* "Location: examples/", "Cons:": the label that a paragraph begins with. */
static bool check_lead(const labelling *ls, const mtl_block *block)
{
    enum { LONGEST = 6 };
    const mtl_token *tokens = ls->view->doc->tokens.items;
    const uint32_t from = block->first_token, end = from + block->ntokens;
    const bool mixes = ls->view->lang->mixes_english && !ls->translated; /* "Spoiler alert:" is what people say */
    for (uint32_t i = from; i < end && i <= from + LONGEST; i++) {
        label l;
        if (tokens[i].type->code == ':')
            return (!mixes || (read_label(ls->rule->params, ls->view, from, i, &l) && is_plain(&l))) &&
                   check_label(ls, block, from, i);
    }
    return false;
}

/* A heading of a few words that are English and nothing else, or a label with English behind it: "Seguinte: Deployment Guide". */
static void check_heading(const labelling *ls, const mtl_block *block)
{
    const foreign_params *p = ls->rule->params;
    const mtl_view *view = ls->view;
    const mtl_token *tokens = view->doc->tokens.items;
    const uint32_t from = block->first_token, end = from + block->ntokens;
    bool found = check_lead(ls, block);
    if (!mtl_block_is_headline(view->doc, block))
        return;
    const uint32_t dash = part_end(view, from, end);
    found |= check_label(ls, block, from, end) ||
             (dash < end &&
              (is_phrase(view, from, dash) || has_english_neighbour(p, view, (uint32_t)(block - view->doc->blocks.items), true)) &&
              check_label(ls, block, from, dash));
    for (uint32_t i = from; !found && i + 1 < end; i++)
        if (tokens[i].type->code == ':' && mtl_token_is_spaced(&tokens[i + 1]))
            found = check_label(ls, block, i + 1, end) || check_label(ls, block, i + 1, part_end(view, i + 1, end));
}

/* ---- words ---- */

static bool is_stray(const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    const mtl_type *type = tokens[i].type;
    const bool joined = (i > 0 && mtl_token_is_hyphen(&tokens[i - 1]) && mtl_token_is_glued(&tokens[i])) ||
                        (i + 1 < end && mtl_token_is_hyphen(&tokens[i + 1]) && mtl_token_is_glued(&tokens[i + 1]));
    return !joined && type->letters == MTL_LOWER && type->nchars >= SHORTEST && origin_of(view, &tokens[i], true) == ENGLISH &&
           !is_code(tokens, i, end) && !mtl_quotes_inside(&view->facts->quotes, tokens[i].at.at);
}

/* "azd infra synth", "git commit -m": what no list knows stands before the words and gives orders, or an option behind them. */
static bool is_command(const foreign_params *p, const mtl_view *view, const mtl_token *tokens, uint32_t first, uint32_t last,
                       uint32_t end)
{
    const mtl_token *before = first > 0 && mtl_token_is_spaced(&tokens[first]) ? &tokens[first - 1] : NULL;
    if (mtl_words_has(&p->programs, tokens[first].type) || (before && mtl_words_has(&p->programs, before->type)) ||
        (before && before->type->letters == MTL_LOWER && origin_of(view, before, false) == NEITHER))
        return true;
    return last + 2 < end && mtl_token_is_hyphen(&tokens[last + 1]) && mtl_token_is_glued(&tokens[last + 2]);
}

/* English stands before or behind: somebody speaks English there, and means to: "on the other hand". */
static bool goes_on(const mtl_view *view, const mtl_token *tokens, uint32_t first, uint32_t last, uint32_t end)
{
    return (first > 0 && mtl_view_is_only_english(view, &tokens[first - 1])) ||
           (last + 1 < end && mtl_view_is_only_english(view, &tokens[last + 1]));
}

/* "20 messages": what is counted, behind its number. Nothing else stands in the cell of a table. */
static void check_counted(const mtl_rule *rule, const mtl_view *view, bool mixes, const mtl_token *tokens, uint32_t i, uint32_t end,
                          mtl_sink *sink)
{
    const mtl_lexeme *english = mtl_view_english(view, tokens[i].type);
    if (i == 0 || tokens[i - 1].type->kind != MTL_NUMBER || !(english->is & MTL_IS_NOUN) ||
        is_command(rule->params, view, tokens, i, i, end))
        return;
    const bool cell = i <= 2 && i + 1 == end;
    const mtl_proof proof = cell && !mixes ? MTL_LIKELY : cell == mixes ? MTL_DOUBTFUL : MTL_FAINT;
    mtl_hit_proof(mtl_emit(rule, sink, tokens[i].at), proof);
}

/* "< 2 seconds", "$500/month": a cell holds a number and a span of time, and no other word. */
static bool check_time(const mtl_rule *rule, const mtl_view *view, const mtl_token *tokens, uint32_t i, mtl_sink *sink)
{
    const foreign_params *p = rule->params;
    bool number = false;
    for (uint32_t k = 0; k < i; k++) {
        if (tokens[k].type->kind == MTL_WORD)
            return false;
        number |= tokens[k].type->kind == MTL_NUMBER;
    }
    if (!number || !mtl_words_has(&p->times, tokens[i].type) || origin_of(view, &tokens[i], false) != ENGLISH)
        return false;
    mtl_hit_proof(mtl_emit(rule, sink, tokens[i].at), MTL_LIKELY);
    return true;
}

/* "gpt-4.1 deployment": the number before token I is a part of a name. */
static bool is_version(const mtl_token *tokens, uint32_t i)
{
    return i > 2 && mtl_token_is_glued(&tokens[i - 1]) && mtl_token_is_hyphen(&tokens[i - 2]) &&
           tokens[i - 3].type->kind == MTL_WORD;
}

/* FIRST .. LAST are English words in a row, of which people mix in MIXED. */
static void judge(const mtl_rule *rule, const mtl_view *view, uint32_t mixed, const mtl_token *tokens, uint32_t first,
                  uint32_t last, uint32_t end, mtl_sink *sink)
{
    bool grammar = false;
    for (uint32_t i = first; i <= last; i++)
        grammar |= is_grammar(view, &tokens[i]);
    const uint32_t words = last - first + 1, spare = grammar ? 0 : mixed; /* no article is mixed in: "the suspect" */
    const uint32_t n = words > spare ? words - spare : 0;
    if (words == 1 && !is_version(tokens, first))
        check_counted(rule, view, mixed > 0, tokens, first, end, sink);
    if (words == 1 || n == 0 || is_command(rule->params, view, tokens, first, last, end) ||
        (grammar && goes_on(view, tokens, first, last, end)))
        return;
    const mtl_proof few = mixed ? MTL_FAINT : MTL_DOUBTFUL; /* where people mix, only plain damage tells */
    const mtl_proof proof = n > 2 ? MTL_LIKELY : n > 1 ? MTL_POSSIBLE : few;
    mtl_hit_proof(mtl_emit(rule, sink, mtl_span_join(tokens[first].at, tokens[last].at)), proof);
}

static void check_words(const mtl_rule *rule, const mtl_view *view, uint32_t mixed, const mtl_block *block, mtl_sink *sink)
{
    const mtl_token *tokens = view->doc->tokens.items + block->first_token;
    for (uint32_t i = 0; i < block->ntokens; i++) {
        if ((i + 1 == block->ntokens && check_time(rule, view, tokens, i, sink)) || !is_stray(view, tokens, i, block->ntokens))
            continue;
        uint32_t last = i;
        while (last + 1 < block->ntokens && mtl_token_is_spaced(&tokens[last + 1]) &&
               is_stray(view, tokens, last + 1, block->ntokens))
            last++;
        judge(rule, view, mixed, tokens, i, last, block->ntokens, sink);
        i = last;
    }
}

/* "# Put your own text here": remarks in a file that programs read are in English. */
static bool is_remark(const mtl_view *view, const mtl_block *block)
{
    return block->ntokens && view->doc->tokens.items[block->first_token].type->code == '#' && !view->doc->marked_up;
}

/* How many English words in a row people mix in. */
static uint32_t mixed_words(const foreign_params *p, const mtl_view *view)
{
    if (p->what != WHAT_WORDS || !view->lang->mixes_english)
        return 0;
    return mtl_view_is_about(view, &p->domain_words) ? 2 : 1;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const foreign_params *p = rule->params;
    if (!view->english || view->lang->lexicon == view->english || mtl_lexicon_is_thin(view->lang->lexicon) ||
        is_mostly_english(view))
        return;
    const uint32_t mixed = mixed_words(p, view);
    const labelling ls = {rule, view, sink, p->what == WHAT_HEADING && are_translated(view)};
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = &view->doc->blocks.items[b];
        if (is_told_apart(view, block) || is_remark(view, block))
            continue;
        if (p->what == WHAT_SENTENCE)
            check_sentences(rule, view, block, sink);
        else if (p->what == WHAT_HEADING)
            check_heading(&ls, block);
        else if (block->profile->base == view->lang->base)
            check_words(rule, view, mixed, block, sink);
    }
}

const mtl_check mtl_check_foreign = {
    .name = "foreign",
    .doc = "English left standing: a sentence, a heading, or words in a sentence",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(foreign_params),
    .compile = compile,
    .run = run,
};
