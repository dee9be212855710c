/* near_repeat.c: the kind "near_repeat": two forms of one word side by side, "könnte könne", or a word and the compound that begins with
 * it, "hoch hochrangige", or a thing of itself, "Stopp des Stopps": the engine wrote one word of the source twice, in two ways.
 *
 * What keeps it quiet: auxiliaries with forms of their own verb ("wird werden"), superlatives of the kind "das Buch der Bücher", names. */
#include "lang/clump.h"
#include "lang/reading.h"
#include "rule/check.h"

typedef struct pair {
    const mtl_token *left, *right;
    const mtl_lexeme *first, *second; /* NULL: not known */
    bool led;                         /* a preposition stands before them */
} pair;

static bool both(const pair *p, uint32_t bits)
{
    return p->first && p->second && p->first->is & bits && p->second->is & bits;
}

static bool any(const pair *p, uint32_t bits)
{
    return (p->first && p->first->is & bits) || (p->second && p->second->is & bits);
}

static bool same_lemma(const mtl_view *view, const pair *p)
{
    return p->first && p->second && p->first != p->second &&
           mtl_str_same(mtl_lexicon_lemma(view->lang->lexicon, p->first), mtl_lexicon_lemma(view->lang->lexicon, p->second));
}

/* "könnte könne", "große großen", "decidiu decidir", "jede jedes"; some verbs are their own auxiliaries: "vai ir", "wird werden". */
static bool are_forms(const mtl_view *view, const pair *p, mtl_proof *proof)
{
    const bool named = (p->left->type->letters == MTL_CAPITAL && any(p, MTL_IS_NAME)) || any(p, MTL_IS_NUMERAL);
    if (!same_lemma(view, p) || named || p->left->type->letters == MTL_UPPER || p->right->type->letters != MTL_LOWER)
        return false;
    const mtl_str lemma = mtl_lexicon_lemma(view->lang->lexicon, p->first);
    const bool helps = mtl_words_has_hash(&view->lang->self_auxiliaries, mtl_hash(lemma)) &&
                       any(p, MTL_IS_INFINITIVE | MTL_IS_PARTICIPLE | MTL_IS_GERUND);
    const bool thing = p->first->is & MTL_IS_NOUN && !view->lang->capital_nouns;            /* "no poder poderão" */
    const bool leads = p->first->is & MTL_IS_FUNCTION && p->second->is & MTL_IS_INFINITIVE; /* "para parar" */
    const bool verbs = both(p, MTL_IS_VERB) && !helps && !leads && !thing &&
                       !any(p, MTL_IS_PARTICIPLE | MTL_IS_GERUND | MTL_IS_ADJECTIVE | MTL_IS_ADVERB);
    const bool nouns = both(p, MTL_IS_NOUN) && !any(p, MTL_IS_ADVERB | MTL_IS_VERB);
    *proof = MTL_POSSIBLE;
    return verbs || nouns || (both(p, MTL_IS_ADJECTIVE) && !any(p, MTL_IS_ADVERB));
}

/* "in jede jedes", "mit seiner seinen": two forms of a word of grammar, alike but for their ends. Without a preposition one may be who does
 * something ("wenn einer eine Reise tut"), unless they differ in their last letters only. */
static bool are_endings(const mtl_view *view, const pair *p, mtl_proof *proof)
{
    enum { SHORTEST = 3, WHOLE = 4, MOST = 2 };
    const mtl_str left = p->left->type->folded->form, right = p->right->type->folded->form;
    size_t n = 0;
    while (n < left.n && n < right.n && left.p[n] == right.p[n])
        n++;
    *proof = MTL_POSSIBLE;
    if (!both(p, MTL_IS_FUNCTION))
        return false;
    for (const size_t least = p->led ? SHORTEST : n; n >= least && left.n - n <= MOST && right.n - n <= MOST; n--)
        if ((n >= WHOLE || p->led) && (left.n > n || p->led) &&
            mtl_lang_ends_words(view->lang, (mtl_str){left.p + n, left.n - n}) &&
            mtl_lang_ends_words(view->lang, (mtl_str){right.p + n, right.n - n}))
            return true;
    return false;
}

/* "sinabi sinasabi", "malaking malalaking": the same head and the same end, and an affix or a doubled syllable between them. */
static bool is_affixed(const mtl_view *view, const pair *p, mtl_proof *proof)
{
    enum { SHORTEST = 6, HEAD = 2, END = 4 };
    const mtl_str left = p->left->type->folded->form, right = p->right->type->folded->form;
    *proof = MTL_POSSIBLE;
    return view->lang->doubles_syllables && left.n >= SHORTEST && right.n >= SHORTEST &&
           (both(p, MTL_IS_VERB) || both(p, MTL_IS_ADJECTIVE)) && !any(p, MTL_IS_NAME | MTL_IS_FUNCTION) &&
           memcmp(left.p, right.p, HEAD) == 0 && memcmp(left.p + left.n - END, right.p + right.n - END, END) == 0;
}

/* "malaki malaking": the same with a letter or two that join it to the next word. */
static bool is_joined_form(const mtl_view *view, const pair *p, mtl_proof *proof)
{
    enum { SHORTEST = 4, MOST = 2 };
    const mtl_str left = p->left->type->folded->form, right = p->right->type->folded->form;
    if (view->lang->linkers.by_hash.n == 0 || left.n < SHORTEST || !mtl_str_starts(right, left) || right.n > left.n + MOST ||
        !p->first)
        return false;
    *proof = MTL_POSSIBLE;
    return !any(p, MTL_IS_NAME | MTL_IS_NUMERAL);
}

static bool is_bare_grammar(const mtl_lexeme *lexeme)
{
    return lexeme && lexeme->is & MTL_IS_FUNCTION && !(lexeme->is & MTL_IS_ADJECTIVE);
}

/* "hoch hochrangige": the first is the head of the second, which is a word of its own. */
static bool is_head(const mtl_view *view, const pair *p, mtl_proof *proof)
{
    enum { SHORTEST = 4 };
    const mtl_str left = p->left->type->folded->form, right = p->right->type->folded->form;
    if (left.n < SHORTEST || right.n < left.n + SHORTEST || !mtl_str_starts(right, left) || is_bare_grammar(p->first) ||
        any(p, MTL_IS_NAME))
        return false;
    const bool small = p->right->type->letters == MTL_LOWER;
    *proof = small ? MTL_POSSIBLE : MTL_DOUBTFUL;
    const bool compound = p->first && (p->second || view->lang->links.n);
    return compound && p->first->is & (MTL_IS_ADJECTIVE | MTL_IS_NOUN | MTL_IS_ADVERB) &&
           (small || p->left->type->letters == p->right->type->letters);
}

/* "Reiseversicherung Versicherung": the second is the end of the first, which is a word of its own. */
static bool is_tail(const mtl_view *view, const pair *p, mtl_proof *proof)
{
    enum { SHORTEST = 5 };
    const mtl_str left = p->left->type->folded->form, right = p->right->type->folded->form;
    *proof = MTL_POSSIBLE;
    return view->lang->links.n > 0 && right.n >= SHORTEST && left.n >= right.n + SHORTEST - 1 && mtl_str_ends(left, right) &&
           p->second && p->second->is & MTL_IS_NOUN && !any(p, MTL_IS_NAME) && (p->first || mtl_lang_reads(view->lang, left)) &&
           p->left->type->letters == p->right->type->letters;
}

static bool is_pair(const mtl_view *view, const pair *p, mtl_proof *proof)
{
    return are_forms(view, p, proof) || are_endings(view, p, proof) || is_affixed(view, p, proof) ||
           is_joined_form(view, p, proof) || is_head(view, p, proof) || is_tail(view, p, proof);
}

static bool is_plain(const mtl_token *t)
{
    return t->type->kind == MTL_WORD && t->type->letters != MTL_UPPER && t->type->letters != MTL_MIXED && !(t->flags & MTL_IN_CODE);
}

static bool is_alone(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    return i + 1 >= end || !mtl_token_is_glued(&tokens[i + 1]) || tokens[i + 1].type->code == '.' ||
           tokens[i + 1].type->code == ',';
}

static bool is_singular(const mtl_lexeme *noun)
{
    return noun->is & MTL_IS_SINGULAR || !(noun->is & MTL_IS_PLURAL);
}

/* "Stopp des Stopps": a thing of itself, both one. A word that never stands between a word and itself is the repetitions' affair. */
static bool is_of_itself(const mtl_view *view, const mtl_token *t)
{
    const pair p = {t, t + 2, mtl_view_lexeme(view, t->type), mtl_view_lexeme(view, t[2].type), false};
    if (!mtl_words_has(&view->lang->genitives, t[1].type) || !both(&p, MTL_IS_NOUN) || any(&p, MTL_IS_NAME))
        return false;
    if (!is_singular(p.first) || !is_singular(p.second))
        return false;
    const bool same = t->type->hash == t[2].type->hash;
    return same ? !mtl_words_has(&view->lang->never_between, t[1].type) : same_lemma(view, &p);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    const uint32_t end = view->block->ntokens;
    for (uint32_t i = 0; i + 1 < end; i++) {
        const mtl_token *t = &tokens[i];
        if (!is_plain(t) || !is_plain(t + 1) || !mtl_token_is_spaced(t + 1))
            continue;
        const pair p = {t, t + 1, mtl_view_lexeme(view, t->type), mtl_view_lexeme(view, t[1].type),
                        i > 0 && mtl_words_has(&view->lang->prepositions, t[-1].type)};
        mtl_proof proof;
        if (t->type->hash != t[1].type->hash && is_alone(tokens, i + 1, end) && is_pair(view, &p, &proof))
            mtl_emit_fix(rule, sink, mtl_span_join(t->at, t[1].at), t[1].type->form, proof);
        else if (i + 2 < end && is_plain(t + 2) && mtl_token_is_spaced(t + 2) && is_alone(tokens, i + 2, end) &&
                 is_of_itself(view, t))
            mtl_emit_fix(rule, sink, mtl_span_join(t->at, t[2].at), t->type->form, MTL_LIKELY);
    }
}

const mtl_check mtl_check_near_repeat = {
    .name = "near_repeat",
    .doc = "two forms of one word side by side",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
