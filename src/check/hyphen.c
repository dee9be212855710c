/* hyphen.c: the kind "hyphen": a space before or behind a hyphen that joins parts of a word: "US -Beamte", "quinta -feira",
 * "pag -uusap", "Live -Chat -Version". One finding for a whole chain; the joined form is the fix.
 *
 * What keeps it quiet: a suspended hyphen ("Zölle und -steuern", "Ein- und Ausfuhr"), options and numbers ("rm -rf", "18 -20"), a
 * hyphen that serves as a dash, languages in which a space before a hyphen is right. */
#include "rule/check.h"

static bool is_hyphen(const mtl_token *t)
{
    return t->type->code == '-' || t->type->code == 0x2010 || t->type->code == 0x2011;
}

static bool one_space(const mtl_token *t)
{
    return (t->flags & MTL_SPACE_BEFORE) && !(t->flags & (MTL_BREAK_BEFORE | MTL_WIDE_BEFORE));
}

static bool glued(const mtl_token *t)
{
    return !(t->flags & MTL_SPACE_BEFORE);
}

static bool is_part(const mtl_token *t)
{
    return t->type->kind == MTL_WORD || t->type->kind == MTL_NUMBER;
}

typedef enum joint {
    JOINT_NONE,
    JOINT_WHOLE,
    JOINT_BEFORE,
    JOINT_AFTER,
    JOINT_BOTH
} joint; /* where the spaces are that split it */

/* What joins part I to part I + 2. */
static joint joint_at(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    if (i + 2 >= end || !is_hyphen(&tokens[i + 1]) || !is_part(&tokens[i + 2]))
        return JOINT_NONE;
    if (glued(&tokens[i + 1]))
        return glued(&tokens[i + 2]) ? JOINT_WHOLE : one_space(&tokens[i + 2]) ? JOINT_AFTER : JOINT_NONE;
    if (!one_space(&tokens[i + 1]))
        return JOINT_NONE;
    return glued(&tokens[i + 2]) ? JOINT_BEFORE : one_space(&tokens[i + 2]) ? JOINT_BOTH : JOINT_NONE;
}

typedef struct chain { /* parts FIRST .. LAST of a run joined by hyphens */
    const mtl_token *tokens;
    uint32_t head; /* FIRST, or before it what a full stop glues to it: "Node.js", ".htaccess" */
    uint32_t first, last, end;
    uint32_t before, after; /* joints with a space there */
} chain;

static const mtl_type *left_of(const chain *c)
{
    return c->tokens[c->first].type;
}

static const mtl_type *right_of(const chain *c)
{
    return c->tokens[c->first + 2].type;
}

/* "Node.js", ".htaccess": what a full stop glues to part I belongs to it; "da.US" lacks the space between two sentences. */
static uint32_t head_of(const mtl_token *tokens, uint32_t i)
{
    while (i > 0 && tokens[i - 1].type->code == '.' && glued(&tokens[i])) {
        if (i == 1 || !glued(&tokens[i - 1]) || !is_part(&tokens[i - 2]))
            return i - 1;
        if (tokens[i - 2].type->letters == MTL_LOWER && tokens[i].type->letters != MTL_LOWER)
            return i;
        i -= 2;
    }
    return i;
}

/* A hyphen with spaces on both sides is a dash, as a rule, and ends the chain. */
static chain chain_at(const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    chain c = {.tokens = tokens, .head = head_of(tokens, i), .first = i, .last = i, .end = end};
    for (joint j; (j = joint_at(tokens, c.last, end)) != JOINT_NONE && j != JOINT_BOTH; c.last += 2) {
        if (j == JOINT_AFTER && c.last > i && mtl_words_has(&view->lang->suspends, tokens[c.last + 2].type))
            break; /* "Front -End- und Back-End": the last hyphen is suspended */
        c.before += j == JOINT_BEFORE;
        c.after += j == JOINT_AFTER;
    }
    return c;
}

static mtl_span span_of(const chain *c)
{
    return mtl_span_join(c->tokens[c->head].at, c->tokens[c->last].at);
}

static mtl_str joined(const mtl_view *view, const chain *c)
{
    char *bytes = mtl_arena_alloc(view->scratch, span_of(c).len);
    size_t n = 0;
    for (uint32_t i = c->head; i <= c->last; i++) {
        const mtl_str part = mtl_token_text(view->doc, &c->tokens[i]);
        memcpy(bytes + n, part.p, part.n);
        n += part.n;
    }
    return (mtl_str){bytes, n};
}

/* ---- what it is not ---- */

static bool is_affix(const mtl_view *view, const chain *c)
{
    const bool doubled = c->last == c->first + 2 && left_of(c)->hash == right_of(c)->hash;
    return doubled || mtl_words_has(&view->lang->clitics, right_of(c)) || mtl_words_has(&view->lang->prefixes, left_of(c));
}

/* "ls -la": a clitic that follows only vowels stands behind a consonant. */
static bool is_misplaced_clitic(const mtl_view *view, const chain *c)
{
    const mtl_str left = left_of(c)->folded->form;
    return mtl_words_has(&view->lang->vowel_clitics, right_of(c)) && left.n && (unsigned char)left.p[left.n - 1] < 0x80 &&
           !memchr("aeiouy", left.p[left.n - 1], 6);
}

/* A part of one small letter that is no clitic: "make -k -j". */
static bool has_switch(const mtl_view *view, const chain *c)
{
    for (uint32_t i = c->first + 2; i <= c->last; i += 2) {
        const mtl_type *part = c->tokens[i].type;
        if (part->letters == MTL_LOWER && part->nchars == 1 && !mtl_words_has(&view->lang->clitics, part))
            return true;
    }
    return false;
}

/* A command line or the end of a file name: another option follows ("-o -v", "-x --force"), or a suffix ("-debug.exe"). */
static bool is_option(const chain *c)
{
    const mtl_token *next = c->tokens + c->last + 1;
    if (c->last + 2 >= c->end || (is_part(&next[1]) ? !glued(&next[1]) : !is_hyphen(&next[1])))
        return false;
    return (is_hyphen(next) && is_hyphen(&next[1])) || (next->type->code == '.' && glued(next) && is_part(&next[1]));
}

/* The second half of a pair of dashes follows: "er kam -wie immer- zu spät". */
static bool opens_dashes(const mtl_view *view, const chain *c)
{
    enum { FAR = 40 };
    for (uint32_t i = c->last + 1; i + 1 < c->end && i < c->last + FAR; i++)
        if (is_hyphen(&c->tokens[i]) && glued(&c->tokens[i]) && !glued(&c->tokens[i + 1]) &&
            !mtl_words_has(&view->lang->suspends, c->tokens[i + 1].type))
            return true; /* a suspended hyphen ("Ein- und Ausfuhr") closes nothing */
    return false;
}

/* ---- how sure it is ---- */

/* Two words with capitals are a compound of a language that joins nouns; behind a dash small letters would follow. An abbreviation in
 * capitals joins with anything. */
static bool looks_compound(const chain *c)
{
    const mtl_type *left = left_of(c), *right = right_of(c);
    return left->letters == MTL_UPPER || ((left->letters != MTL_LOWER || c->head < c->first) && right->letters != MTL_LOWER);
}

static bool is_vowel(char c)
{
    return memchr("aeiou", c, 5);
}

/* "nagda -download", "ide -deploy": a language that doubles the first syllable of a foreign verb writes it before the hyphen. */
static bool is_doubled_syllable(const mtl_view *view, const chain *c)
{
    const mtl_str left = left_of(c)->folded->form, right = right_of(c)->folded->form;
    if (view->lang->reduplicates.by_hash.n == 0 || left.n < 3 || right.n < 3 || !is_vowel(left.p[left.n - 1]) ||
        is_vowel(left.p[left.n - 2]))
        return false;
    const char doubled = left.p[left.n - 2], begins = right.p[0];
    return doubled == begins || (doubled == 'k' && (begins == 'c' || begins == 'q')) || (doubled == 'p' && begins == 'f');
}

/* No word is made of consonants alone, an option may be: "tar -xzf". */
static bool has_vowel(mtl_str word)
{
    for (size_t i = 0; i < word.n; i++)
        if ((unsigned char)word.p[i] > 0x7F || is_vowel(word.p[i]) || word.p[i] == 'y')
            return true;
    return false;
}

/* Small letters on both sides: a compound of two words ("sexta -feira"), or a command and its option ("tar -xzf")? The dictionary takes
 * any two words that it knows for a compound, so a form that it knows whole although it lacks a part is proven. */
static mtl_proof small_proof(const mtl_view *view, const chain *c, mtl_str fix)
{
    if (!has_vowel(right_of(c)->folded->form))
        return MTL_DOUBTFUL;
    if (mtl_speller_lists(view->lang->speller, mtl_fold(fix, view->scratch)))
        return MTL_SURE;
    const mtl_verdict whole = mtl_view_spell(view, fix);
    if (whole == MTL_NO_SPELLER)
        return right_of(c)->nchars < 3 ? MTL_DOUBTFUL : MTL_LIKELY;
    if (whole == MTL_UNKNOWN)
        return MTL_DOUBTFUL;
    const bool parts = mtl_view_spell(view, left_of(c)->form) == MTL_KNOWN && mtl_view_spell(view, right_of(c)->form) == MTL_KNOWN;
    return parts ? (right_of(c)->nchars < 3 ? MTL_DOUBTFUL : MTL_LIKELY) : MTL_SURE;
}

/* How sure a space before the hyphen is a split; SURE needs a proof: the language's affixes, the document's own spelling, a chain. */
static mtl_proof proof_before(const mtl_view *view, const chain *c, mtl_str fix)
{
    if (mtl_forms_count(&view->facts->forms, fix) || c->before > 1)
        return MTL_SURE;
    if (is_affix(view, c)) /* one letter may also be an option: "a opção -o" */
        return right_of(c)->nchars == 1 && right_of(c)->kind == MTL_WORD ? MTL_LIKELY : MTL_SURE;
    if (mtl_words_has(&view->lang->functions, right_of(c)) || view->lang->hyphen_dash)
        return MTL_DOUBTFUL;
    /* "einer Küstenwache und eines -Grenzschutzes": behind an article the first part was left out on purpose. */
    if (mtl_words_has(&view->lang->functions, left_of(c)))
        return MTL_DOUBTFUL;
    if (is_doubled_syllable(view, c))
        return MTL_LIKELY;
    return looks_compound(c) ? MTL_SURE : small_proof(view, c, fix);
}

static mtl_proof proof_after(const mtl_view *view, const chain *c, mtl_str fix)
{
    if (mtl_forms_count(&view->facts->forms, fix) || mtl_speller_lists(view->lang->speller, mtl_fold(fix, view->scratch)) ||
        (is_affix(view, c) && (right_of(c)->nchars > 1 || right_of(c)->kind == MTL_NUMBER)))
        return MTL_SURE;
    return left_of(c)->letters != MTL_LOWER && right_of(c)->letters == MTL_CAPITAL ? MTL_LIKELY : MTL_DOUBTFUL;
}

static void report(const mtl_rule *rule, const mtl_view *view, const chain *c, mtl_str fix, mtl_proof proof, mtl_sink *sink)
{
    mtl_hit *hit = mtl_emit(rule, view, sink, span_of(c));
    mtl_hit_fix(hit, span_of(c), fix, proof == MTL_SURE ? MTL_SAFE : MTL_UNSAFE);
    mtl_hit_proof(hit, proof);
}

/* "Friedens -und Sicherheitsfragen", "Steuer-und Zollfragen": the hyphen is right, but the space behind it is not there. */
static void suspended(const mtl_rule *rule, const mtl_view *view, const chain *c, mtl_sink *sink)
{
    const mtl_type *left = left_of(c);
    const bool noun_follows = c->first + 3 < c->end && c->tokens[c->first + 3].type->letters == MTL_CAPITAL;
    if (c->after || left->letters == MTL_LOWER || !noun_follows)
        return;
    const mtl_str fix = mtl_str_format(view->scratch, "%.*s- %.*s", MTL_FMT(left->form), MTL_FMT(right_of(c)->form));
    const bool split_too = joint_at(c->tokens, c->first + 3, c->end) == JOINT_BEFORE;
    report(rule, view, c, fix, split_too ? MTL_SURE : MTL_LIKELY, sink);
}

/* "taga -disenyo" is written solid where the dictionary has it so and not with a hyphen: "tagadisenyo". Only a vowel and a consonant
 * meet without one. */
static mtl_str best_form(const mtl_view *view, const chain *c)
{
    const mtl_str fix = joined(view, c);
    const mtl_type *left = left_of(c), *right = right_of(c);
    const mtl_str before = left->folded->form, after = right->folded->form;
    const bool meets = before.n && after.n && is_vowel(before.p[before.n - 1]) && !is_vowel(after.p[0]);
    if (c->last != c->first + 2 || right->letters != MTL_LOWER || left->hash == right->hash || !meets ||
        !mtl_words_has(&view->lang->prefixes, left) || mtl_speller_lists(view->lang->speller, mtl_fold(fix, view->scratch)))
        return fix;
    const mtl_str solid = mtl_str_format(view->scratch, "%.*s%.*s", MTL_FMT(left->form), MTL_FMT(right->form));
    return mtl_view_spell(view, solid) == MTL_KNOWN ? solid : fix;
}

static void split_before(const mtl_rule *rule, const mtl_view *view, const chain *c, mtl_sink *sink)
{
    if (mtl_words_has(&view->lang->suspends, left_of(c)) || has_switch(view, c) || is_misplaced_clitic(view, c) || is_option(c) ||
        opens_dashes(view, c))
        return;
    const mtl_str fix = best_form(view, c);
    /* With a number it may be a range or a minus sign: only an affix or the document's own spelling tells. */
    const bool single = c->last == c->first + 2; /* "Covid -19 -Patienten" is a word */
    const bool number = (single && right_of(c)->kind == MTL_NUMBER) || (left_of(c)->kind == MTL_NUMBER && right_of(c)->nchars < 3);
    /* "na may -RGB sa dulo": the end of a file name or word is named. */
    const bool ending = left_of(c)->letters == MTL_LOWER && right_of(c)->letters == MTL_UPPER && !is_affix(view, c);
    if (ending)
        return;
    if (!number || is_affix(view, c) || mtl_forms_count(&view->facts->forms, fix))
        report(rule, view, c, fix, proof_before(view, c, fix), sink);
}

static void split_after(const mtl_rule *rule, const mtl_view *view, const chain *c, mtl_sink *sink)
{
    const mtl_type *right = right_of(c);
    const bool prefix = mtl_words_has(&view->lang->prefixes, left_of(c));
    if (left_of(c)->kind != MTL_WORD || ((right->kind != MTL_WORD || c->last != c->first + 2) && !prefix) || c->after > 1)
        return;
    const bool clitic = mtl_words_has(&view->lang->clitics, right);
    if (mtl_words_has(&view->lang->suspends, right) || (!clitic && mtl_words_has(&view->lang->functions, right)))
        return;
    const mtl_str fix = joined(view, c);
    report(rule, view, c, fix, proof_after(view, c, fix), sink);
}

/* "quinta - feira", "araw - araw": only where the dictionary has that very word, or the document its doubling. */
static void split_both(const mtl_rule *rule, const mtl_view *view, const chain *c, mtl_sink *sink)
{
    const mtl_type *left = left_of(c), *right = right_of(c);
    const bool prefix = mtl_words_has(&view->lang->prefixes, left) && !mtl_words_has(&view->lang->functions, left);
    if (left->kind != MTL_WORD || right->letters != MTL_LOWER || (left->nchars < 3 && !prefix))
        return;
    const mtl_str fix = joined(view, c);
    const bool doubled = left->hash == right->hash && mtl_forms_count(&view->facts->forms, fix);
    const bool clitic = mtl_words_has(&view->lang->vowel_clitics, right) && !is_misplaced_clitic(view, c);
    if (doubled || prefix || clitic || mtl_speller_lists(view->lang->speller, mtl_fold(fix, view->scratch)))
        report(rule, view, c, fix, MTL_LIKELY, sink);
}

/* "„Spiegel“ -Redaktion", "C++ -Bibliothek", "(EU) -Richtlinie": token I is a mark glued to its word, a hyphen and a noun follow. */
static void mark_before(const mtl_rule *rule, const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end,
                        mtl_sink *sink)
{
    static const uint32_t marks[] = {')', ']', '+', '#', '"', 0x201C, 0x201D, 0xAB, 0xBB};
    bool known = false;
    for (const uint32_t *m = marks; m < MTL_END(marks); m++)
        known |= tokens[i].type->code == *m;
    if (!known || i == 0 || i + 2 >= end || !glued(&tokens[i]) || !is_hyphen(&tokens[i + 1]) || !one_space(&tokens[i + 1]) ||
        !glued(&tokens[i + 2]) || tokens[i + 2].type->letters != MTL_CAPITAL || view->lang->hyphen_dash)
        return;
    enum { FAR = 8 };
    uint32_t from = i;
    while (from > 0 && i - from < FAR && glued(&tokens[from]))
        from--;
    const mtl_span left = mtl_span_join(tokens[from].at, tokens[i].at), at = mtl_span_join(left, tokens[i + 2].at);
    const mtl_str fix =
        mtl_str_format(view->scratch, "%.*s-%.*s", MTL_FMT(mtl_str_cut(view->doc->text, left)), MTL_FMT(tokens[i + 2].type->form));
    mtl_hit *hit = mtl_emit(rule, view, sink, at);
    mtl_hit_fix(hit, at, fix, MTL_UNSAFE);
    mtl_hit_proof(hit, MTL_LIKELY);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    if (view->lang->spaced_hyphen)
        return;
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    const uint32_t end = view->block->ntokens;
    for (uint32_t i = 0; i + 2 < end; i++) {
        if (!is_part(&tokens[i])) {
            mark_before(rule, view, tokens, i, end, sink);
            continue;
        }
        chain c = chain_at(view, tokens, i, end);
        if (c.first == c.last && joint_at(tokens, i, end) == JOINT_BOTH) {
            c.last += 2;
            split_both(rule, view, &c, sink);
            continue;
        }
        if (c.first + 2 == c.last && mtl_words_has(&view->lang->suspends, right_of(&c)))
            suspended(rule, view, &c, sink);
        else if (c.before)
            split_before(rule, view, &c, sink);
        else if (c.after)
            split_after(rule, view, &c, sink);
        i = c.last;
    }
}

const mtl_check mtl_check_hyphen = {
    .name = "hyphen",
    .doc = "a space before or behind a hyphen that joins parts of a word",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
