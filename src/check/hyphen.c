/* hyphen.c: the kind "hyphen": a space before or behind a hyphen that joins parts of a word: "US -Beamte", "quinta -feira",
 * "pag -uusap", "Live -Chat -Version". One finding for a whole chain; the joined form is the fix.
 *
 * What keeps it quiet: a suspended hyphen ("Zölle und -steuern", "Ein- und Ausfuhr"), options and numbers ("rm -rf", "18 -20"), a
 * hyphen that serves as a dash, languages in which a space before a hyphen is right. */
#include "rule/check.h"

/* ---- joints and chains ---- */

typedef enum joint { /* where the spaces are */
                     JOINT_NONE,
                     JOINT_WHOLE,  /* "US-Beamte" */
                     JOINT_BEFORE, /* "US -Beamte" */
                     JOINT_AFTER,  /* "US- Beamte" */
                     JOINT_BOTH    /* "US - Beamte" */
} joint;

typedef enum gap { GAP_NONE, GAP_SPACE, GAP_WIDE } gap;

/* A single no-break space stands before T, behind another token: pages write it where a tag was. */
static bool is_no_break(const mtl_view *view, const mtl_token *t)
{
    const uint32_t from = mtl_span_end(t[-1].at);
    const mtl_str between = mtl_str_cut(view->doc->text, (mtl_span){from, t->at.at - from});
    return mtl_str_is(between, "\xC2\xA0") || mtl_str_is(between, "\xE2\x80\xAF");
}

static gap gap_before(const mtl_view *view, const mtl_token *t)
{
    if (mtl_token_is_glued(t))
        return GAP_NONE;
    return t->flags & (MTL_BREAK_BEFORE | MTL_WIDE_BEFORE) && !is_no_break(view, t) ? GAP_WIDE : GAP_SPACE;
}

/* What joins part I to part I + 2. */
static joint joint_at(const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    static const joint joints[][3] = {/* by the gaps before the hyphen and before the part */
                                      [GAP_NONE] = {[GAP_NONE] = JOINT_WHOLE, [GAP_SPACE] = JOINT_AFTER},
                                      [GAP_SPACE] = {[GAP_NONE] = JOINT_BEFORE, [GAP_SPACE] = JOINT_BOTH},
                                      [GAP_WIDE] = {JOINT_NONE}};
    if (i + 2 >= end || !mtl_token_is_hyphen(&tokens[i + 1]) || !mtl_token_is_word(&tokens[i + 2]))
        return JOINT_NONE;
    return joints[gap_before(view, &tokens[i + 1])][gap_before(view, &tokens[i + 2])];
}

typedef struct chain { /* parts FIRST .. LAST of a run joined by hyphens, every second token */
    const mtl_view *view;
    const mtl_lang *lang;
    const mtl_token *tokens; /* of the block */
    uint32_t end;            /* their number */
    uint32_t first, last;
    uint32_t before, after;       /* joints with a space there */
    const mtl_type *left, *right; /* of the first two parts */
} chain;

/* The chain that begins at part I, behind which two more tokens stand. A hyphen with spaces on both sides is a dash, as a rule, and
 * ends it. */
static chain chain_at(const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    chain c = {.view = view, .lang = view->lang, .tokens = tokens, .end = end, .first = i, .last = i};
    c.left = tokens[i].type;
    c.right = tokens[i + 2].type;
    for (joint j; (j = joint_at(view, tokens, c.last, end)) != JOINT_NONE && j != JOINT_BOTH; c.last += 2) {
        if (j == JOINT_AFTER && c.last > i && mtl_words_has(&c.lang->suspends, tokens[c.last + 2].type))
            break; /* "Front -End- und Back-End": the last hyphen is suspended */
        c.before += j == JOINT_BEFORE;
        c.after += j == JOINT_AFTER;
    }
    return c;
}

static bool is_pair(const chain *c)
{
    return c->last == c->first + 2;
}

/* "Node.js", ".htaccess": what a full stop glues to the first part belongs to it; "da.US" lacks the space between two sentences. */
static uint32_t head_of(const chain *c)
{
    const mtl_token *tokens = c->tokens;
    uint32_t i = c->first;
    while (i > 0 && tokens[i - 1].type->code == '.' && mtl_token_is_glued(&tokens[i])) {
        if (i == 1 || !mtl_token_is_glued(&tokens[i - 1]) || !mtl_token_is_word(&tokens[i - 2]))
            return i - 1;
        if (tokens[i - 2].type->letters == MTL_LOWER && tokens[i].type->letters != MTL_LOWER)
            return i;
        i -= 2;
    }
    return i;
}

static mtl_span span_of(const chain *c)
{
    return mtl_span_join(c->tokens[head_of(c)].at, c->tokens[c->last].at);
}

/* The first part, with what is glued to it. */
static mtl_str left_text(const chain *c)
{
    return mtl_str_cut(c->view->doc->text, mtl_span_join(c->tokens[head_of(c)].at, c->tokens[c->first].at));
}

static mtl_str joined(const chain *c)
{
    char *bytes = mtl_arena_alloc(c->view->scratch, span_of(c).len);
    size_t n = 0;
    for (uint32_t i = head_of(c); i <= c->last; i++) {
        const mtl_str part = c->tokens[i].type->form;
        memcpy(bytes + n, part.p, part.n);
        n += part.n;
    }
    return (mtl_str){bytes, n};
}

/* ---- who knows the form ---- */

static bool is_in_document(const chain *c, mtl_str form)
{
    return mtl_forms_count(&c->view->facts->forms, form) > 0;
}

/* With its hyphen it is an entry of the dictionary. */
static bool is_listed(const chain *c, mtl_str form)
{
    return mtl_speller_lists(c->lang->speller, mtl_fold(form, c->view->scratch));
}

/* ---- letters: these are vowels wherever Latin is written ---- */

static bool is_vowel(char c)
{
    return memchr("aeiou", c, 5);
}

static bool may_be_vowel(char c)
{
    return is_vowel(c) || c == 'y' || (unsigned char)c > 0x7F;
}

static bool has_vowel(mtl_str word)
{
    for (size_t i = 0; i < word.n; i++)
        if (may_be_vowel(word.p[i]))
            return true;
    return false;
}

static char last_letter(const mtl_type *type)
{
    return type->folded->form.p[type->folded->form.n - 1];
}

/* "nagda -download", "ide -deploy": a language that doubles the first syllable of a foreign verb writes it before the hyphen. */
static bool is_doubled_syllable(const chain *c)
{
    static const char spellings[][2] = {{'k', 'c'}, {'k', 'q'}, {'p', 'f'}}; /* of one sound: doubled, at the head of the verb */
    const mtl_str left = c->left->folded->form, right = c->right->folded->form;
    if (c->lang->reduplicates.by_hash.n == 0 || left.n < 3 || right.n < 3 || !is_vowel(left.p[left.n - 1]) ||
        is_vowel(left.p[left.n - 2]))
        return false;
    bool same = left.p[left.n - 2] == right.p[0];
    for (size_t i = 0; i < MTL_COUNT(spellings); i++)
        same |= left.p[left.n - 2] == spellings[i][0] && right.p[0] == spellings[i][1];
    return same;
}

/* ---- what it is not ---- */

static bool is_affix(const chain *c)
{
    const bool doubled = is_pair(c) && c->left->hash == c->right->hash;
    return doubled || mtl_words_has(&c->lang->clitics, c->right) || mtl_words_has(&c->lang->prefixes, c->left);
}

/* "ls -la": a clitic that follows only vowels stands behind a consonant. */
static bool is_misplaced_clitic(const chain *c)
{
    return mtl_words_has(&c->lang->vowel_clitics, c->right) && !may_be_vowel(last_letter(c->left));
}

/* A part of one small letter that is no clitic: "make -k -j". */
static bool has_switch(const chain *c)
{
    for (uint32_t i = c->first + 2; i <= c->last; i += 2) {
        const mtl_type *part = c->tokens[i].type;
        if (part->letters == MTL_LOWER && part->nchars == 1 && !mtl_words_has(&c->lang->clitics, part))
            return true;
    }
    return false;
}

/* "sync -r folder -o file": a single letter behind an earlier option of the line is one too. */
static bool follows_option(const chain *c)
{
    enum { FAR = 100 };
    if (c->right->nchars > 1)
        return false;
    for (uint32_t i = c->first > FAR ? c->first - FAR : 1; i + 1 < c->first; i++) {
        const mtl_type *letter = c->tokens[i + 1].type;
        if (mtl_token_is_hyphen(&c->tokens[i]) && gap_before(c->view, &c->tokens[i]) == GAP_SPACE &&
            mtl_token_is_glued(&c->tokens[i + 1]) && letter->nchars == 1 && letter->letters == MTL_LOWER)
            return true;
    }
    return false;
}

/* A command line or the end of a file name: a long option follows ("-x --force"), or a suffix ("-debug.exe"). */
static bool is_option(const chain *c)
{
    if (c->last + 2 >= c->end)
        return false;
    const mtl_token *next = &c->tokens[c->last + 1], *behind = next + 1;
    const bool option = mtl_token_is_hyphen(next) && mtl_token_is_hyphen(behind);
    const bool glued = mtl_token_is_glued(next) && mtl_token_is_glued(behind);
    return option || (glued && next->type->code == '.' && mtl_token_is_word(behind));
}

/* The second half of a pair of dashes follows: "er kam -wie immer- zu spät". A suspended hyphen ("Ein- und Ausfuhr") is none. */
static bool opens_dashes(const chain *c)
{
    enum { FAR = 40 };
    for (uint32_t i = c->last + 1; i + 1 < c->end && i < c->last + FAR; i++) {
        const mtl_token *hyphen = &c->tokens[i], *next = hyphen + 1;
        if (mtl_token_is_hyphen(hyphen) && mtl_token_is_glued(hyphen) && !mtl_token_is_glued(next) &&
            !mtl_words_has(&c->lang->suspends, next->type))
            return true;
    }
    return false;
}

/* A range or a minus sign, where nothing else tells; "Covid -19 -Patienten" is a word. */
static bool is_range(const chain *c)
{
    return (is_pair(c) && c->right->kind == MTL_NUMBER) || (c->left->kind == MTL_NUMBER && c->right->nchars < 3);
}

/* "na may -RGB sa dulo": the end of a file name or word is named. */
static bool names_ending(const chain *c)
{
    return c->left->letters == MTL_LOWER && c->right->letters == MTL_UPPER && !is_affix(c);
}

/* ---- how sure it is ---- */

/* Two words with capitals are a compound of a language that joins nouns; behind a dash small letters would follow. An abbreviation in
 * capitals joins with anything. */
static bool looks_compound(const chain *c)
{
    const bool named = c->left->letters != MTL_LOWER || head_of(c) < c->first;
    return c->left->letters == MTL_UPPER || (named && c->right->letters != MTL_LOWER);
}

/* Small letters on both sides: a compound of two words ("sexta -feira"), or a command and its option ("tar -xzf")? No word is made of
 * consonants alone. The dictionary takes any two words that it knows for a compound, so a form that it knows whole although it lacks
 * a part is proven. */
static mtl_proof small_proof(const chain *c, mtl_str fix)
{
    const mtl_proof by_length = c->right->nchars < 3 ? MTL_DOUBTFUL : MTL_LIKELY;
    if (!has_vowel(c->right->folded->form))
        return MTL_DOUBTFUL;
    if (is_listed(c, fix))
        return MTL_SURE;
    const mtl_verdict whole = mtl_view_spell(c->view, fix);
    if (whole != MTL_KNOWN)
        return whole == MTL_UNKNOWN ? MTL_DOUBTFUL : by_length;
    const bool parts = mtl_view_spell(c->view, c->left->form) == MTL_KNOWN && mtl_view_spell(c->view, c->right->form) == MTL_KNOWN;
    return parts ? by_length : MTL_SURE;
}

/* How sure a space before the hyphen is a split; SURE needs a proof: the language's affixes, the document's own spelling, a chain. */
static mtl_proof proof_before(const chain *c, mtl_str fix)
{
    if (is_in_document(c, fix) || c->before > 1)
        return MTL_SURE;
    if (is_affix(c)) /* one letter may also be an option: "a opção -o" */
        return c->right->nchars == 1 && c->right->kind == MTL_WORD ? MTL_LIKELY : MTL_SURE;
    if (mtl_words_has(&c->lang->functions, c->right) || c->lang->hyphen_dash)
        return MTL_DOUBTFUL;
    /* "einer Küstenwache und eines -Grenzschutzes": behind an article the first part was left out on purpose. */
    if (mtl_words_has(&c->lang->functions, c->left))
        return MTL_DOUBTFUL;
    if (is_doubled_syllable(c))
        return MTL_LIKELY;
    return looks_compound(c) ? MTL_SURE : small_proof(c, fix);
}

/* "Covid- 19-Impfung", "FC- Bayern-Stürmer": the space is in the first joint, and the word goes on to a noun. */
static bool goes_on(const chain *c)
{
    return !is_pair(c) && joint_at(c->view, c->tokens, c->first, c->end) == JOINT_AFTER && c->left->letters != MTL_LOWER &&
           c->tokens[c->last].type->letters == MTL_CAPITAL;
}

static mtl_proof proof_after(const chain *c, mtl_str fix)
{
    const bool affix = is_affix(c) && (c->right->nchars > 1 || c->right->kind == MTL_NUMBER);
    if (affix || is_in_document(c, fix) || is_listed(c, fix))
        return MTL_SURE;
    if (c->right->letters != MTL_LOWER)
        return goes_on(c) || (c->left->letters != MTL_LOWER && c->right->letters == MTL_CAPITAL) ? MTL_LIKELY : MTL_DOUBTFUL;
    return MTL_DOUBTFUL;
}

/* ---- the shapes of a split ---- */

/* "Friedens -und Sicherheitsfragen", "Steuer-und Zollfragen": the hyphen is right, but the space behind it is not there. */
static void check_suspended(const mtl_rule *rule, const chain *c, mtl_sink *sink)
{
    const bool noun_follows = c->first + 3 < c->end && c->tokens[c->first + 3].type->letters == MTL_CAPITAL;
    if (c->after || c->left->letters == MTL_LOWER || !noun_follows)
        return;
    const mtl_str fix = mtl_str_format(c->view->scratch, "%.*s- %.*s", MTL_FMT(left_text(c)), MTL_FMT(c->right->form));
    const bool split_too = joint_at(c->view, c->tokens, c->first + 3, c->end) == JOINT_BEFORE;
    mtl_emit_fix(rule, sink, span_of(c), fix, split_too ? MTL_SURE : MTL_LIKELY);
}

/* "taga -disenyo" is written solid where the dictionary has it so and not with a hyphen: "tagadisenyo". Only a vowel and a consonant
 * meet without one. */
static mtl_str best_form(const chain *c)
{
    const mtl_str fix = joined(c);
    const bool meets = is_vowel(last_letter(c->left)) && !is_vowel(c->right->folded->form.p[0]);
    const bool fits = is_pair(c) && c->right->letters == MTL_LOWER && c->left->hash != c->right->hash && meets;
    if (!fits || !mtl_words_has(&c->lang->prefixes, c->left) || is_listed(c, fix))
        return fix;
    const mtl_str solid = mtl_str_format(c->view->scratch, "%.*s%.*s", MTL_FMT(left_text(c)), MTL_FMT(c->right->form));
    return mtl_view_spell(c->view, solid) == MTL_KNOWN ? solid : fix;
}

static void check_before(const mtl_rule *rule, const chain *c, mtl_sink *sink)
{
    if (mtl_words_has(&c->lang->suspends, c->left) || has_switch(c) || follows_option(c) || is_misplaced_clitic(c) ||
        is_option(c) || opens_dashes(c) || names_ending(c))
        return;
    const mtl_str fix = best_form(c);
    if (!is_range(c) || is_affix(c) || is_in_document(c, fix))
        mtl_emit_fix(rule, sink, span_of(c), fix, proof_before(c, fix));
}

/* "Sicher- heit", "kalusu- gan": a word that the end of a line cut in two. The lexicon or the dictionary has it whole; a tail of few
 * letters is one where the head by itself is no word. */
static mtl_str cut_word(const chain *c)
{
    enum { LONG_TAIL = 4 };
    if (!is_pair(c) || c->left->kind != MTL_WORD || c->right->letters != MTL_LOWER)
        return (mtl_str){0};
    const mtl_str solid = mtl_str_format(c->view->scratch, "%.*s%.*s", MTL_FMT(left_text(c)), MTL_FMT(c->right->form));
    const mtl_lexeme *head = mtl_view_lexeme(c->view, c->left), *whole = mtl_view_word(c->view, solid);
    if (c->right->nchars < LONG_TAIL && (head || !whole))
        return (mtl_str){0};
    return whole || mtl_view_spell(c->view, solid) == MTL_KNOWN ? solid : (mtl_str){0};
}

static void check_after(const mtl_rule *rule, const chain *c, mtl_sink *sink)
{
    const bool prefix = mtl_words_has(&c->lang->prefixes, c->left), clitic = mtl_words_has(&c->lang->clitics, c->right);
    if (c->left->kind != MTL_WORD || c->after > 1 || mtl_words_has(&c->lang->suspends, c->right))
        return;
    if (!prefix && (c->right->kind != MTL_WORD || !is_pair(c)) && !goes_on(c))
        return;
    if (!clitic && mtl_words_has(&c->lang->functions, c->right))
        return;
    const mtl_str fix = joined(c), solid = prefix || is_listed(c, fix) || is_in_document(c, fix) ? (mtl_str){0} : cut_word(c);
    if (solid.n)
        mtl_emit_fix(rule, sink, span_of(c), solid, MTL_LIKELY);
    else
        mtl_emit_fix(rule, sink, span_of(c), fix, proof_after(c, fix));
}

/* "quinta - feira", "araw - araw": only where the dictionary has that very word, or the document its doubling. */
static void check_both(const mtl_rule *rule, const chain *c, mtl_sink *sink)
{
    const bool prefix = mtl_words_has(&c->lang->prefixes, c->left) && !mtl_words_has(&c->lang->functions, c->left);
    if (c->left->kind != MTL_WORD || c->right->letters != MTL_LOWER || (c->left->nchars < 3 && !prefix))
        return;
    const mtl_str fix = joined(c);
    const bool doubled = c->left->hash == c->right->hash && is_in_document(c, fix);
    const bool clitic = mtl_words_has(&c->lang->vowel_clitics, c->right) && !is_misplaced_clitic(c);
    if (doubled || prefix || clitic || is_listed(c, fix))
        mtl_emit_fix(rule, sink, span_of(c), fix, MTL_LIKELY);
}

static bool is_closing_mark(const mtl_token *t)
{
    static const uint32_t marks[] = {')', ']', '+', '#', '"', 0x201C, 0x201D, 0xAB, 0xBB};
    for (const uint32_t *m = marks; m < MTL_END(marks); m++)
        if (t->type->code == *m)
            return true;
    return false;
}

/* "„Spiegel“ -Redaktion", "C++ -Bibliothek", "(EU) -Richtlinie": token I is a mark glued to its word, a hyphen and a noun follow. */
static void check_mark(const mtl_rule *rule, const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end,
                       mtl_sink *sink)
{
    enum { FAR = 8 };
    const mtl_token *noun = &tokens[i + 2];
    if (i == 0 || !is_closing_mark(&tokens[i]) || !mtl_token_is_glued(&tokens[i]) ||
        joint_at(view, tokens, i, end) != JOINT_BEFORE || noun->type->letters != MTL_CAPITAL || view->lang->hyphen_dash)
        return;
    uint32_t from = i;
    while (from > 0 && i - from < FAR && mtl_token_is_glued(&tokens[from]))
        from--;
    const mtl_span left = mtl_span_join(tokens[from].at, tokens[i].at);
    const mtl_str fix =
        mtl_str_format(view->scratch, "%.*s-%.*s", MTL_FMT(mtl_str_cut(view->doc->text, left)), MTL_FMT(noun->type->form));
    mtl_emit_fix(rule, sink, mtl_span_join(left, noun->at), fix, MTL_LIKELY);
}

static void check_chain(const mtl_rule *rule, const chain *c, mtl_sink *sink)
{
    if (is_pair(c) && mtl_words_has(&c->lang->suspends, c->right))
        check_suspended(rule, c, sink);
    else if (c->before)
        check_before(rule, c, sink);
    else if (c->after)
        check_after(rule, c, sink);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    if (view->lang->spaced_hyphen)
        return;
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    const uint32_t end = view->block->ntokens;
    for (uint32_t i = 0; i + 2 < end; i++) {
        if (tokens[i].flags & MTL_IN_CODE)
            continue;
        if (!mtl_token_is_word(&tokens[i])) {
            check_mark(rule, view, tokens, i, end, sink);
            continue;
        }
        chain c = chain_at(view, tokens, i, end);
        if (c.first < c.last) {
            check_chain(rule, &c, sink);
            i = c.last;
        } else if (joint_at(view, tokens, i, end) == JOINT_BOTH) {
            c.last += 2; /* what stands behind it may be the left part of another */
            check_both(rule, &c, sink);
        }
    }
}

const mtl_check mtl_check_hyphen = {
    .name = "hyphen",
    .doc = "a space before or behind a hyphen that joins parts of a word",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
