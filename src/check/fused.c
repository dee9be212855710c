/* fused.c: the kind "fused": two words run together: "vonUnserem", "daLoja", "undeine", "samga". The page had a line break, a link or a
 * bold word between them, and the translation lost it together with the space.
 *
 * What keeps it quiet: words that any list, the language's compounds and affixes or the speller know; capitals inside names, brands and
 * code; what the document writes so again and again. Of the halves one at least is a word of grammar, which no compound has there. */
#include "base/utf8.h"
#include "lang/clump.h"
#include "lang/reading.h"
#include "rule/check.h"

enum {
    MOST_PARTS = 4,
    LONGEST = 48,   /* bytes of two words */
    GRAMMAR = 1000, /* what it adds to the worth of two halves that both are words of grammar */
    LONG_GRAMMAR = 5,
    VERY_FREQUENT = 60,
    LONG_FAMILY = 4, /* bytes of a family name: “Kasan” is none with “an” */
    USUAL = 3        /* what the document writes so often is no slip */
};

typedef struct part {
    mtl_str form;
    const mtl_lexeme *lexeme;
    bool capital;
} part;

static part part_of(const mtl_view *view, mtl_str form)
{
    size_t i = 0;
    return (part){form, mtl_view_word(view, form), mtl_char_is_upper(mtl_utf8_next(form, &i))};
}

static bool is(const part *p, uint32_t bits)
{
    return p->lexeme && p->lexeme->is & bits;
}

static bool is_grammar(const part *p)
{
    return is(p, MTL_IS_FUNCTION);
}

/* Written in small letters by those who write well, and not only in English. */
static bool is_ordinary(const part *p)
{
    return is(p, MTL_IS_LOWER) && (p->lexeme->is & ~(uint32_t)(MTL_IS_ENGLISH | MTL_IS_LOWER | MTL_IS_CAPITAL));
}

static bool is_frequent(const part *p, uint32_t zipf)
{
    return p->lexeme && p->lexeme->zipf >= zipf;
}

static void report(const mtl_rule *rule, const mtl_view *view, const mtl_token *t, size_t cut, mtl_proof proof, mtl_sink *sink)
{
    const mtl_str form = t->type->form;
    mtl_emit_fix(rule, sink, t->at, mtl_str_format(view->scratch, "%.*s %.*s", (int)cut, form.p, (int)(form.n - cut), form.p + cut),
                 proof);
}

/* ---- with a capital inside ---- */

/* Cuts FORM before each capital that follows a small letter; 0 where there are more parts than two words and a name have. */
static uint32_t cut_at_capitals(const mtl_view *view, mtl_str form, part *parts)
{
    uint32_t n = 0;
    size_t from = 0;
    bool after_small = false;
    for (size_t i = 0; i < form.n;) {
        const size_t at = i;
        const uint32_t code = mtl_utf8_next(form, &i);
        if (after_small && mtl_char_is_upper(code)) {
            if (n + 1 == MOST_PARTS)
                return 0;
            parts[n++] = part_of(view, (mtl_str){form.p + from, at - from});
            from = at;
        }
        after_small = mtl_char_is_lower(code);
    }
    parts[n++] = part_of(view, (mtl_str){form.p + from, form.n - from});
    return n;
}

static bool is_all_capitals(mtl_str form)
{
    for (size_t i = 0; i < form.n;)
        if (!mtl_char_is_upper(mtl_utf8_next(form, &i)))
            return false;
    return mtl_utf8_count(form) > 1;
}

/* "wirMulti", "undCloud": a word of grammar that English has not, before an English one. */
static bool meets_english(const mtl_view *view, const part *left, const part *right)
{
    enum { FREQUENT = 60 };
    const mtl_str folded = mtl_fold(left->form, view->scratch), behind = mtl_fold(right->form, view->scratch);
    return !left->capital && is_grammar(left) && left->form.n >= 3 && is_frequent(left, FREQUENT) && !right->lexeme &&
           !mtl_lexicon_find(view->english, folded, mtl_hash(folded)) && mtl_lexicon_find(view->english, behind, mtl_hash(behind));
}

/* "daLoja", "tötenAber", "MeierEin"; doubtful where both may be words of one name. */
static bool judge_capital(const mtl_view *view, const part *left, const part *right, mtl_proof *proof)
{
    const uint32_t left_chars = (uint32_t)mtl_utf8_count(left->form), right_chars = (uint32_t)mtl_utf8_count(right->form);
    const bool right_apart = mtl_casing_of(&view->facts->casing, mtl_fold_hash(right->form)).capital > 0;
    /* "sortBy", "toArray": names of programs, which are in English; "ofAmerican" is none. */
    if (view->lang->solid_compounds && !is(right, MTL_IS_CAPITAL | MTL_IS_NAME)) {
        *proof = MTL_LIKELY;
        return meets_english(view, left, right);
    }
    if (mtl_words_has_hash(&view->lang->inner_endings, mtl_fold_hash(right->form)) || (right_chars < 2 && !is_grammar(right)))
        return false;
    if (left_chars == 1 && !left->capital && is_grammar(left) && is_ordinary(right) && right_chars > 4 &&
        !is(right, MTL_IS_ENGLISH | MTL_IS_NAME) && is_frequent(right, 40)) { /* "oPainel" */
        *proof = MTL_POSSIBLE;
        return true;
    }
    if (right_chars < 2) { /* "duranteO" */
        *proof = MTL_POSSIBLE;
        return !left->capital && left_chars > 3 && is_ordinary(left) && !is(left, MTL_IS_ENGLISH);
    }
    if (is_all_capitals(right->form)) { /* "ngDOH" */
        *proof = MTL_POSSIBLE;
        return !left->capital && is_grammar(left) && left_chars >= 2 && is_frequent(left, 60);
    }
    if (mtl_words_has_hash(&view->lang->person_markers, mtl_fold_hash(left->form)) && !left->capital) { /* "niMarites" */
        *proof = is(right, MTL_IS_NAME) ? MTL_SURE : MTL_LIKELY;
        return right_chars > 3 || is(right, MTL_IS_NAME);
    }
    if (!left->capital && is_grammar(left) && left_chars >= 2) {
        const bool name_only = is(right, MTL_IS_NAME) && !is_ordinary(right) && !is(right, MTL_IS_PLACE | MTL_IS_NOUN);
        *proof = is_ordinary(right) || is(right, MTL_IS_PLACE | MTL_IS_NOUN) || right_apart ? MTL_SURE : MTL_LIKELY;
        return (right->lexeme && !name_only) || right_apart;
    }
    if (is_grammar(right) && !is(right, MTL_IS_NAME) && left_chars >= 3) {
        *proof = is_ordinary(left) ? MTL_SURE : MTL_LIKELY;
        return is_ordinary(left) || is(left, MTL_IS_NAME | MTL_IS_NOUN) ||
               mtl_casing_of(&view->facts->casing, mtl_fold_hash(left->form)).capital;
    }
    /* "eLeva", "BiyernesMagdala": a verb begins the second line. */
    if (is(right, MTL_IS_FINITE | MTL_IS_IMPERATIVE) && is_ordinary(right) &&
        !is(right, MTL_IS_NOUN | MTL_IS_ADJECTIVE | MTL_IS_ENGLISH) && right_chars > 3 &&
        (left_chars > 3 ? left->lexeme && !is(left, MTL_IS_ENGLISH) : is_grammar(left))) {
        *proof = MTL_POSSIBLE;
        return true;
    }
    const bool polite = mtl_words_has_hash(&view->lang->capital_pronouns, mtl_fold_hash(left->form)); /* "SieHost" */
    *proof = left->capital && !polite ? MTL_DOUBTFUL : MTL_LIKELY;
    if (left->capital && is_grammar(left))
        return (is_ordinary(right) || (view->lang->capital_nouns && is(right, MTL_IS_NOUN))) && right_chars > 2;
    const bool native = is_ordinary(left) && !is(left, MTL_IS_ENGLISH) && right->lexeme && !is(right, MTL_IS_ENGLISH | MTL_IS_NAME);
    return native && left_chars > 3 && right_chars > 3 && is_frequent(left, 35) && is_frequent(right, 35);
}

static void check_capital(const mtl_rule *rule, const mtl_view *view, const mtl_token *t, mtl_sink *sink)
{
    part parts[MOST_PARTS];
    const uint32_t n = cut_at_capitals(view, t->type->form, parts);
    mtl_proof proof = MTL_DOUBTFUL;
    for (uint32_t i = 0; i + 1 < n; i++) {
        /* What stands on either side of the joint may itself be a name with a capital inside. */
        const part left = part_of(view, (mtl_str){parts[0].form.p, (size_t)(parts[i + 1].form.p - parts[0].form.p)});
        const part right =
            part_of(view, (mtl_str){parts[i + 1].form.p, (size_t)(t->type->form.p + t->type->form.n - parts[i + 1].form.p)});
        if (!judge_capital(view, &left, &right, &proof))
            continue;
        if (proof != MTL_SURE && mtl_forms_count(&view->facts->forms, t->type->form) >= USUAL)
            return;
        report(rule, view, t, left.form.n, proof, sink);
        return;
    }
}

/* ---- without ---- */

static bool joins(const mtl_view *view, const part *p)
{
    return mtl_words_has_hash(&view->lang->conjunctions, mtl_fold_hash(p->form));
}

/* How well the two halves explain the word; 0: not at all. */
static uint32_t judge_halves(const mtl_view *view, const part *left, const part *right, mtl_proof *proof)
{
    const uint32_t left_chars = (uint32_t)mtl_utf8_count(left->form), right_chars = (uint32_t)mtl_utf8_count(right->form);
    const uint64_t head = mtl_fold_hash(left->form);
    const bool prefix = (left_chars >= 3 && mtl_words_has_hash(&view->lang->joined_prefixes, head) &&
                         !mtl_words_has_hash(&view->lang->functions, head)) ||
                        mtl_words_has_hash(&view->lang->person_markers, head); /* "niregalo"; a person would have a capital */
    if (!left->lexeme || !right->lexeme || !is_ordinary(right) || prefix)      /* "pagkatalaga", "nakalamang" */
        return 0;
    const uint32_t sum = (uint32_t)left->lexeme->zipf + right->lexeme->zipf;
    if (is_grammar(left) && is_grammar(right) && is_frequent(left, 50) && is_frequent(right, 50) && left_chars >= 2) {
        *proof = left_chars >= 2 && right_chars >= 2 && left_chars + right_chars >= 5 ? MTL_SURE : MTL_POSSIBLE;
        return left_chars >= 3 || right_chars >= 3 ? sum + GRAMMAR : 0;
    }
    *proof = MTL_POSSIBLE;
    if (is_grammar(left) && left_chars >= 3 && right_chars >= 4 && is_frequent(left, 55) && is_frequent(right, 35))
        return sum + 50;
    /* "atilagay": a very short word, before a long one that no affix explains. */
    if (is_grammar(left) && left_chars == 2 && right_chars >= 6 && is_frequent(left, 62) && is_frequent(right, 35))
        return sum;
    const bool small = is_grammar(right) || (is(right, MTL_IS_ADVERB) && right_chars >= 5); /* "arquivodentro" */
    if (small && right_chars >= 3 && left_chars >= 4 && is_frequent(right, 55) && is_frequent(left, 35) && is_ordinary(left))
        return sum + 50;
    /* "conectadoao", "cofree", "onosso": a very short word, which few words end or begin with. */
    if (is_grammar(right) && right_chars == 2 && left_chars >= 6 && is_frequent(right, 60) && is_frequent(left, 35) &&
        is_ordinary(left))
        return sum;
    if (right_chars == 1 && left_chars >= 5 && is_frequent(left, 35) && is_ordinary(left) &&
        is(left, MTL_IS_NOUN | MTL_IS_ADJECTIVE | MTL_IS_VERB) && joins(view, right))
        return sum;
    if (left_chars == 1 && is_grammar(left) && right_chars >= 4 && is_frequent(right, 50) && is_grammar(right))
        return sum;
    if (left_chars == 1 && joins(view, left) && right_chars >= 6 && is_frequent(right, 40) &&
        is(right, MTL_IS_FINITE)) /* "eassumiu" */
        return sum;
    /* "governodecidiu": a noun and its verb. */
    const uint32_t thing = MTL_IS_NOUN | MTL_IS_ADJECTIVE | MTL_IS_PARTICIPLE | MTL_IS_INFINITIVE;
    if (view->lang->links.n == 0 && left_chars >= 4 && right_chars >= 4 && is_frequent(left, 40) && is_frequent(right, 40) &&
        is_ordinary(left) && is(left, MTL_IS_NOUN) && is(right, MTL_IS_FINITE) && !is(right, thing | MTL_IS_ENGLISH) &&
        !is(left, MTL_IS_ENGLISH))
        return sum - 50u;
    /* "eltren": an article and its noun. */
    if (view->lang->links.n == 0 && left_chars >= 2 && right_chars >= 4 && is_grammar(left) && is_frequent(left, 70) &&
        is_frequent(right, 45) && is(right, MTL_IS_NOUN) && !is(right, MTL_IS_ENGLISH | MTL_IS_NAME))
        return sum - 50u;
    /* "pastaraiz": two words of substance, in a language that writes no compounds so. */
    const uint32_t substance = MTL_IS_NOUN | MTL_IS_ADJECTIVE | MTL_IS_PARTICIPLE;
    if (view->lang->links.n == 0 && !view->lang->solid_compounds && left_chars >= 4 && right_chars >= 4 && is_frequent(left, 40) &&
        is_frequent(right, 40) && is_ordinary(left) && is(left, substance) && is(right, substance) &&
        !is(left, MTL_IS_ENGLISH | MTL_IS_NAME) && !is(right, MTL_IS_ENGLISH | MTL_IS_NAME))
        return left->lexeme->zipf + right->lexeme->zipf - 50u;
    /* "localé": a letter with an accent that is a word by itself. */
    if (right_chars == 1 && right->form.n > 1 && is_frequent(right, 55) && is_frequent(left, 40) && is_ordinary(left) &&
        left_chars > 3)
        return sum;
    return 0;
}

/* "contramedidas", "underprepared" */
static bool is_prefix(const mtl_view *view, mtl_str form)
{
    for (uint32_t i = 0; i < view->lang->word_prefixes.n; i++)
        if (mtl_str_same(view->lang->word_prefixes.items[i], form))
            return true;
    return false;
}

static void check_halves(const mtl_rule *rule, const mtl_view *view, const mtl_token *t, mtl_proof most, mtl_sink *sink)
{
    const mtl_str form = t->type->form;
    uint32_t best = 0;
    size_t cut = 0;
    bool long_grammar = false; /* "isangpanukala": no affix is so long */
    mtl_proof proof = MTL_DOUBTFUL;
    for (size_t i = 1; i < form.n; i++) {
        if (mtl_utf8_inside(form.p[i]))
            continue;
        const part left = part_of(view, (mtl_str){form.p, i}), right = part_of(view, (mtl_str){form.p + i, form.n - i});
        mtl_proof p;
        const uint32_t worth = judge_halves(view, &left, &right, &p);
        if (worth > best) {
            best = worth;
            cut = i;
            proof = p;
            long_grammar = is_grammar(&left) && mtl_utf8_count(left.form) >= LONG_GRAMMAR && !is_prefix(view, left.form);
        }
    }
    /* Two words of grammar stand in no compound, and few endings are words of grammar too. */
    if (best == 0 || (best < GRAMMAR && !long_grammar && mtl_lang_reads(view->lang, t->type->folded->form)))
        return;
    if (mtl_view_spell(view, form) != MTL_KNOWN)
        report(rule, view, t, cut, proof < most ? proof : most, sink);
}

/* A given name, or what stands before the name of a person, stands before token I: "ni Reyesang", "Claudia Meierin". */
static bool is_led(const mtl_view *view, uint32_t i)
{
    const mtl_token *t = &view->doc->tokens.items[i];
    if (i == view->block->first_token || t[-1].type->kind != MTL_WORD)
        return false;
    const mtl_lexeme *last = mtl_view_lexeme(view, t[-1].type);
    return mtl_words_has(&view->lang->person_markers, t[-1].type) ||
           (t[-1].type->letters == MTL_CAPITAL && last && last->is & MTL_IS_GIVEN);
}

/* An article or preposition follows: "Claudia Meierin einem Gespräch". */
static bool is_led_on(const mtl_view *view, uint32_t i)
{
    const mtl_token *next = &view->doc->tokens.items[i + 1];
    if (i + 1 >= view->block->first_token + view->block->ntokens || next->type->letters != MTL_LOWER)
        return false;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, next->type);
    return lexeme && lexeme->is & MTL_IS_FUNCTION && !(lexeme->is & (MTL_IS_VERB | MTL_IS_ADVERB)) &&
           !mtl_words_has(&view->lang->conjunctions, next->type);
}

/* In a language that writes it with a capital. */
static bool is_noun(const mtl_view *view, const part *p)
{
    return view->lang->capital_nouns && is(p, MTL_IS_CAPITAL) && is(p, MTL_IS_NOUN);
}

/* RIGHT is the word that stands before infinitives, and one follows token I: "das Modulzu erstellen". */
static bool leads_infinitive(const mtl_view *view, uint32_t i, const part *right)
{
    const mtl_token *next = &view->doc->tokens.items[i + 1];
    if (i + 1 >= view->block->first_token + view->block->ntokens || next->type->letters != MTL_LOWER ||
        !mtl_words_has_hash(&view->lang->verb_leaders, mtl_fold_hash(right->form)))
        return false;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, next->type);
    return lexeme && lexeme->is & MTL_IS_INFINITIVE;
}

/* "Meierein": a name that the document also has apart, or a well-known one, and a word of grammar. */
static void check_name(const mtl_rule *rule, const mtl_view *view, uint32_t at, mtl_sink *sink)
{
    const mtl_token *t = &view->doc->tokens.items[at];
    const bool led = is_led(view, at);
    const mtl_str form = t->type->form;
    for (size_t i = form.n - 1; i >= 3; i--) {
        if (mtl_utf8_inside(form.p[i]))
            continue;
        const part left = part_of(view, (mtl_str){form.p, i}), right = part_of(view, (mtl_str){form.p + i, form.n - i});
        const mtl_case_count n = mtl_casing_of(&view->facts->casing, mtl_fold_hash(left.form));
        const bool apart = n.capital > 0 && n.lower == 0;
        const bool name = (led && is(&left, MTL_IS_FAMILY) && left.form.n >= LONG_FAMILY) ||
                          (is(&left, MTL_IS_NAME) && !is(&left, MTL_IS_LOWER | MTL_IS_NOUN) && is_frequent(&left, 38));
        /* "Netzwerkund"; prefixes of verbs are nouns too: "Pokalaus" */
        const bool noun = !led && is_noun(view, &left) && is_frequent(&right, VERY_FREQUENT) &&
                          (right.form.n > 2 ? !is_prefix(view, right.form) : leads_infinitive(view, at, &right));
        const bool verb = is(&left, MTL_IS_PLACE) && is(&right, MTL_IS_FINITE) && right.form.n > 3; /* "Leipziggeht" */
        if (!(is_grammar(&right) || verb) || !is_frequent(&right, 55) || !(apart || name || noun) ||
            (left.lexeme && is_ordinary(&left) && !led && !noun) ||
            (mtl_lang_ends_words(view->lang, right.form) && !(led && (right.form.n > 2 || is_led_on(view, at)))) ||
            right.form.n < 2 || (!apart && led && right.form.n == 2 && !is_led_on(view, at)))
            continue;
        if (mtl_view_spell(view, form) != MTL_KNOWN)
            report(rule, view, t, i, apart ? MTL_LIKELY : MTL_POSSIBLE, sink);
        return;
    }
}

/* ---- with a number ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A word that may stand beside a year or an amount: "in", "etwa", "insgesamt". */
static bool is_small_word(const mtl_view *view, mtl_str form, uint32_t least)
{
    const part word = part_of(view, form);
    return !word.capital && is(&word, MTL_IS_FUNCTION | MTL_IS_ADVERB) && is_frequent(&word, 48) &&
           !is(&word, MTL_IS_ABBREVIATION) && mtl_utf8_count(form) >= least;
}

/* "in2019", "2024wurde", "em2019e" */
static void check_number(const mtl_rule *rule, const mtl_view *view, const mtl_token *t, mtl_sink *sink)
{
    const mtl_str form = t->type->form;
    size_t from = 0, to;
    while (from < form.n && !is_digit(form.p[from]))
        from++;
    for (to = from; to < form.n && is_digit(form.p[to]);)
        to++;
    const mtl_str before = {form.p, from}, behind = {form.p + to, form.n - to};
    for (size_t i = to; i < form.n; i++)
        if (is_digit(form.p[i]))
            return;
    const bool led = from && is_small_word(view, before, 2), followed = behind.n && is_small_word(view, behind, led ? 1 : 3);
    if (to - from < 2 || (from && !led) || (behind.n && !followed) || (!led && mtl_lang_ends_words(view->lang, behind)))
        return; /* "16mal" is one word */
    mtl_emit_fix(rule, sink, t->at,
                 mtl_str_format(view->scratch, "%.*s%s%.*s%s%.*s", MTL_FMT(before), led ? " " : "", (int)(to - from), form.p + from,
                                followed ? " " : "", MTL_FMT(behind)),
                 to - from == 4 ? MTL_SURE : MTL_LIKELY);
}

/* ---- */

static bool is_known(const mtl_view *view, const mtl_type *type)
{
    return mtl_view_lexeme(view, type) || mtl_view_english(view, type);
}

static void check_word(const mtl_rule *rule, const mtl_view *view, uint32_t i, mtl_sink *sink)
{
    const mtl_token *t = &view->doc->tokens.items[i];
    const mtl_type *type = t->type;
    if (mtl_token_has_digit(t)) {
        if (!is_known(view, type))
            check_number(rule, view, t, sink);
        return;
    }
    if (is_known(view, type) || type->nchars < 4 || mtl_view_is_accented(view, i))
        return;
    if (type->letters == MTL_MIXED) {
        check_capital(rule, view, t, sink);
        return;
    }
    const bool head = type->letters == MTL_CAPITAL && mtl_casing_is_head(view->doc, view->block, i);
    if (mtl_forms_count(&view->facts->forms, type->form) >= USUAL)
        return;
    if (type->letters == MTL_LOWER || head)
        check_halves(rule, view, t, MTL_SURE, sink);
    else if (type->letters == MTL_CAPITAL) {
        check_name(rule, view, i, sink);
        check_halves(rule, view, t, MTL_FAINT, sink);
    }
}

/* "wirMulti", not "AutoGen". */
static bool begins_small(const mtl_type *type)
{
    size_t i = 0;
    return type->letters == MTL_MIXED && mtl_char_is_lower(mtl_utf8_next(type->form, &i));
}

static bool is_alone(const mtl_view *view, uint32_t i)
{
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    const uint32_t k = i - view->block->first_token;
    const mtl_clump clump = mtl_clump_around(tokens, k, view->block->ntokens);
    if (mtl_clump_is_technical(tokens, clump))
        return false;
    const bool hyphen_before = k > clump.first && mtl_token_is_hyphen(&tokens[k - 1]),
               hyphen_behind = k < clump.last && mtl_token_is_hyphen(&tokens[k + 1]);
    return !hyphen_before && (!hyphen_behind || begins_small(tokens[k].type)); /* "wirMulti-User-Betrieb" */
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    if (mtl_lexicon_is_thin(view->lang->lexicon))
        return;
    const mtl_token *tokens = view->doc->tokens.items;
    for (uint32_t i = view->block->first_token; i < view->block->first_token + view->block->ntokens; i++)
        if (tokens[i].type->kind == MTL_WORD && tokens[i].type->form.n <= LONGEST && !(tokens[i].flags & MTL_IN_CODE) &&
            is_alone(view, i))
            check_word(rule, view, i, sink);
}

const mtl_check mtl_check_fused = {
    .name = "fused",
    .doc = "two words run together, one of them a word of grammar",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
