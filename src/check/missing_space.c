/* missing_space.c: the kind "missing_space": two sentences or clauses run together at their mark: "in Paris.Der", "kam,sah". The page had a
 * line break or a tag there, and the engine wrote nothing.
 *
 * What keeps it quiet: addresses, file and code names, numbers, times, abbreviations and initials, gender colons ("Bürger:innen"), and
 * whatever the document writes so more than once. */
#include "lang/clump.h"
#include "rule/check.h"

static bool is_word(const mtl_token *t)
{
    return t->type->kind == MTL_WORD && !mtl_token_has_digit(t);
}

/* Signs of addresses and code, a number, or marks at several places. */
static bool is_technical(const mtl_token *tokens, mtl_clump r)
{
    uint32_t marks = 0;
    for (uint32_t i = r.first; i <= r.last; i++) {
        const uint32_t code = tokens[i].type->code;
        if (mtl_token_has_digit(&tokens[i]))
            return true;
        marks += i > r.first && i < r.last && (code == '.' || code == ',' || code == ':');
    }
    return marks > 1 || mtl_clump_is_technical(tokens, r);
}

/* The document writes the very same run elsewhere too: it is a name. */
static bool is_usual(const mtl_view *view, const mtl_token *tokens, uint32_t i)
{
    const mtl_str form = mtl_str_cut(view->doc->text, mtl_span_join(tokens[i - 1].at, tokens[i + 1].at));
    return mtl_forms_count(&view->facts->forms, form) > 1;
}

static bool is_abbreviation(const mtl_view *view, const mtl_token *tokens, uint32_t i)
{
    const mtl_str form = mtl_str_cut(view->doc->text, mtl_span_join(tokens[i - 1].at, tokens[i].at));
    return tokens[i - 1].type->nchars < 2 || mtl_words_has_hash(&view->lang->abbreviations, mtl_fold_hash(form));
}

static bool is_end_mark(uint32_t code)
{
    return code == '.' || code == ',' || code == '!' || code == '?' || code == 0x2026;
}

static bool is_grammar(const mtl_view *view, const mtl_type *type)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, type);
    return lexeme && lexeme->is & MTL_IS_FUNCTION;
}

/* A word that is rightly written in small letters, and is. */
static bool is_known(const mtl_view *view, const mtl_type *type)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, type);
    return type->letters == MTL_LOWER && lexeme && lexeme->is & MTL_IS_LOWER;
}

/* In small letters, or a word that could be: "Folgendes". */
static bool is_common(const mtl_view *view, const mtl_type *type)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, type);
    return type->letters == MTL_LOWER || (type->letters == MTL_CAPITAL && lexeme && lexeme->is & MTL_IS_LOWER);
}

static bool is_noun(const mtl_view *view, const mtl_type *type)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, type);
    return type->letters == MTL_CAPITAL && lexeme && lexeme->is & MTL_IS_NOUN && !(lexeme->is & MTL_IS_NAME);
}

/* Both are English and nothing else: "Rocket.Chat" is a name. */
static bool are_english(const mtl_view *view, const mtl_type *left, const mtl_type *right)
{
    const uint32_t native = MTL_IS_ADJECTIVE | MTL_IS_FUNCTION | MTL_IS_ADVERB | MTL_IS_NAME;
    const mtl_lexeme *a = mtl_view_lexeme(view, left), *b = mtl_view_lexeme(view, right);
    return mtl_view_english(view, left) && mtl_view_english(view, right) && !(a && a->is & native) && !(b && b->is & native);
}

/* "Kunst(hoch)schule": the bracket stands inside a word. */
static bool is_inside_word(const mtl_token *tokens, uint32_t i)
{
    enum { FAR = 16 };
    for (uint32_t n = 0, k = i; n < FAR && k-- > 0 && mtl_token_is_glued(&tokens[k + 1]); n++)
        if (tokens[k].type->code == '(')
            return k > 0 && mtl_token_is_glued(&tokens[k]) && tokens[k - 1].type->kind == MTL_WORD;
    return false;
}

/* "Inc.sind", "GmbH.Wir", "EU.Der": a frequent word of grammar or verb behind the stop that no address or program ends in. */
static bool is_stopped(const mtl_view *view, const mtl_type *left, const mtl_type *right, mtl_proof *proof)
{
    enum { SHORTEST = 3, FREQUENT = 55 };
    static const char *const addresses[] = {"com", "net", "org", "moi",
                                            "pro"}; /* top-level domains that are words of grammar too */
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, right);
    for (size_t i = 0; i < MTL_COUNT(addresses); i++)
        if (mtl_str_is(right->folded->form, addresses[i]))
            return false;
    const bool capital = right->letters == MTL_CAPITAL && left->letters != MTL_LOWER;
    const bool lower = right->letters == MTL_LOWER && (left->letters == MTL_CAPITAL || is_known(view, left));
    *proof = MTL_POSSIBLE;
    return (capital || lower) && left->nchars > 1 && right->nchars >= SHORTEST && lexeme && lexeme->zipf >= FREQUENT &&
           lexeme->is & (MTL_IS_FUNCTION | MTL_IS_FINITE);
}

/* Token I is a mark between two words without a space. How sure it is that one is missing; false: it is not. */
static bool is_joint(const mtl_view *view, const mtl_token *tokens, uint32_t i, mtl_proof *proof)
{
    const mtl_type *left = tokens[i - 1].type, *right = tokens[i + 1].type;
    const bool small = left->letters == MTL_LOWER,
               capital = right->letters == MTL_CAPITAL && (right->nchars > 1 || mtl_words_has(&view->lang->functions, right));
    *proof = MTL_SURE;
    switch (tokens[i].type->code) {
    case '.':
        *proof = small ? MTL_SURE : MTL_LIKELY;
        if (are_english(view, left, right))
            return false;
        if (capital && left->letters != MTL_UPPER && left->letters != MTL_MIXED && !is_abbreviation(view, tokens, i))
            return true;
        *proof = MTL_POSSIBLE;
        if (capital && right->nchars > 3 && mtl_words_has(&view->lang->titles, left)) /* "Dr.Villanueva" */
            return true;
        return is_stopped(view, left, right, proof);
    case '!':
    case '?':
        return (capital || mtl_words_has(&view->lang->prefixes, right)) && left->nchars > 1 && left->letters != MTL_UPPER &&
               left->letters != MTL_MIXED; /* FRITZ!Box, Yahoo!Mail */
    case ':':
        *proof = capital && is_common(view, left) ? MTL_LIKELY : MTL_POSSIBLE;
        if (mtl_words_has(&view->lang->inner_endings, right))
            return false; /* "Bürger:innen" */
        return left->nchars > 2 && (is_noun(view, left) || (capital ? is_common(view, left) : is_known(view, left))) &&
               (capital || is_known(view, right));
    case ',':
    case ';':
        return left->nchars > 1 && (right->nchars > 1 || is_grammar(view, right)) && right->letters != MTL_MIXED &&
               left->letters != MTL_MIXED;
    case ')':
        return (small || right->letters == MTL_LOWER) && (right->nchars > 2 || is_grammar(view, right)) && left->nchars > 2 &&
               !is_inside_word(tokens, i);
    default:
        return false;
    }
}

/* "MMXII", "Eisen(II)" */
static bool is_roman(mtl_str word)
{
    for (size_t i = 0; i < word.n; i++)
        if (!memchr("IVXLCDM", word.p[i], 7))
            return false;
    return true;
}

/* "Arbeitsspeicher(RAM)": an ordinary word, and the abbreviation of it in brackets; no plural, no call of a function. */
static bool is_glued_abbreviation(const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    enum { LONG_WORD = 5, SHORTEST = 3 };
    const mtl_type *left = tokens[i - 1].type, *inner = tokens[i + 1].type;
    if (tokens[i].type->code != '(' || i + 2 >= end || tokens[i + 2].type->code != ')' || !mtl_token_is_glued(&tokens[i]) ||
        !mtl_token_is_glued(&tokens[i + 1]) || !mtl_token_is_glued(&tokens[i + 2]) || view->facts->markup.told)
        return false;
    const bool ends = i + 3 >= end || !mtl_token_is_glued(&tokens[i + 3]) || is_end_mark(tokens[i + 3].type->code);
    return ends && left->nchars >= LONG_WORD && (is_known(view, left) || is_noun(view, left)) && inner->letters == MTL_UPPER &&
           inner->nchars >= SHORTEST && !is_roman(inner->form) && !mtl_words_has(&view->lang->inner_endings, inner);
}

/* Token I is a bracket that opens, glued to the word before, and what it holds is a remark of several words with one of the grammar among
 * them: no plural ("Kind(er)"), no call ("sum(a, b)"). */
static bool is_glued_remark(const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    enum { SHORT_WORD = 3 };
    uint32_t words = 0, functions = 0, known = 0;
    if (tokens[i].type->code != '(' || !mtl_token_is_glued(&tokens[i]) || !mtl_token_is_glued(&tokens[i + 1]) ||
        !is_word(&tokens[i - 1]) || tokens[i - 1].type->nchars < SHORT_WORD || !is_word(&tokens[i + 1]))
        return false;
    for (uint32_t k = i + 1; k < end && tokens[k].type->code != ')'; k++) {
        words += is_word(&tokens[k]);
        functions += is_word(&tokens[k]) && mtl_words_has(&view->lang->functions, tokens[k].type);
        known += is_word(&tokens[k]) && is_known(view, tokens[k].type);
    }
    const bool plain = words > 1 && known == words && is_known(view, tokens[i - 1].type); /* "reais(almoço incluído)" */
    return ((words > 2 && functions) || plain) && !view->facts->markup.told;
}

/* "ações—frequentemente": a long dash glued to both its words, where the language sets spaces about it. */
static bool is_glued_dash(const mtl_view *view, const mtl_token *tokens, uint32_t i)
{
    enum { EM_DASH = 0x2014 };
    return view->lang->spaced_dash && tokens[i].type->code == EM_DASH && mtl_token_is_glued(&tokens[i]) &&
           mtl_token_is_glued(&tokens[i + 1]) && tokens[i - 1].type->kind == MTL_WORD && tokens[i + 1].type->kind == MTL_WORD &&
           !mtl_quotes_inside(&view->facts->quotes, tokens[i].at.at);
}

/* LEFT, the mark behind it and the word behind that, with what should stand between them. */
static void report(const mtl_rule *rule, const mtl_view *view, const mtl_token *left, mtl_str before, const mtl_token *mark,
                   mtl_str after, mtl_proof proof, mtl_sink *sink)
{
    const mtl_token *right = mark + 1;
    const mtl_str fix = mtl_str_format(view->scratch, "%.*s%.*s%.*s%.*s%.*s", MTL_FMT(left->type->form), MTL_FMT(before),
                                       MTL_FMT(mark->type->form), MTL_FMT(after), MTL_FMT(right->type->form));
    mtl_emit_fix(rule, sink, mtl_span_join(left->at, right->at), fix, proof);
}

/* Token I is what closes a quotation, or the comma behind it, and a word is glued to it: "“Nein“,sagte", "inaasahan,"sabi". */
static bool closes_speech(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    const bool comma = tokens[i].type->code == ',';
    const mtl_token *quote = comma ? &tokens[i - 1] : &tokens[i], *word = &tokens[i + 1];
    return i + 1 < end && (comma || i > 1) && mtl_quotes_is_double(quote->type->code) && mtl_token_is_glued(quote) &&
           mtl_token_is_glued(&tokens[i]) && mtl_token_is_glued(word) && word->type->kind == MTL_WORD && word->type->nchars > 2 &&
           (comma || is_end_mark(tokens[i - 1].type->code));
}

static void check_speech(const mtl_rule *rule, const mtl_view *view, const mtl_token *tokens, uint32_t i, mtl_sink *sink)
{
    const mtl_str head = mtl_str_cut(view->doc->text, mtl_span_join(tokens[i - 1].at, tokens[i].at));
    mtl_emit_fix(rule, sink, mtl_span_join(tokens[i - 1].at, tokens[i + 1].at),
                 mtl_str_format(view->scratch, "%.*s %.*s", MTL_FMT(head), MTL_FMT(tokens[i + 1].type->form)), MTL_SURE);
}

/* "12%em várias", "Xaq™Ang": a word right behind a share or a trademark. */
static bool ends_share(const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end)
{
    enum { TRADEMARK = 0x2122, REGISTERED = 0xAE };
    const uint32_t code = tokens[i].type->code;
    if (i + 1 == end || !mtl_token_is_glued(&tokens[i + 1]) || !is_word(&tokens[i + 1]))
        return false;
    const mtl_type *word = tokens[i + 1].type;
    if (code == TRADEMARK || code == REGISTERED)
        return is_word(&tokens[i - 1]) && mtl_token_is_glued(&tokens[i]) && word->nchars > 1 && mtl_view_lexeme(view, word);
    return code == '%' && tokens[i - 1].type->kind == MTL_NUMBER && word->letters == MTL_LOWER && is_grammar(view, word);
}

static void check_joint(const mtl_rule *rule, const mtl_view *view, const mtl_token *tokens, uint32_t i, uint32_t end,
                        mtl_sink *sink)
{
    if (closes_speech(tokens, i, end) || ends_share(view, tokens, i, end)) {
        check_speech(rule, view, tokens, i, sink);
        return;
    }
    mtl_proof proof;
    if (is_glued_remark(view, tokens, i, end) || is_glued_abbreviation(view, tokens, i, end)) {
        report(rule, view, &tokens[i - 1], MTL_LIT(" "), &tokens[i], MTL_LIT(""), MTL_LIKELY, sink);
        return;
    }
    if (is_glued_dash(view, tokens, i)) {
        report(rule, view, &tokens[i - 1], MTL_LIT(" "), &tokens[i], MTL_LIT(" "), MTL_LIKELY, sink);
        return;
    }
    if (!is_word(&tokens[i - 1]) || !is_word(&tokens[i + 1]) || !mtl_token_is_glued(&tokens[i]) ||
        !mtl_token_is_glued(&tokens[i + 1]) || !is_joint(view, tokens, i, &proof))
        return;
    const mtl_clump r = mtl_clump_around(tokens, i, end);
    if (is_technical(tokens, r) || is_usual(view, tokens, i))
        return;
    /* A run that is all of its block is a name or an address, not two sentences; "svc.Activate(name" is a call. */
    const bool call =
        tokens[i].type->code == '.' && i + 2 < end && tokens[i + 2].type->code == '(' && mtl_token_is_glued(&tokens[i + 2]);
    if (call || (r.first == 0 && r.last + 1 == end))
        return;
    report(rule, view, &tokens[i - 1], MTL_LIT(""), &tokens[i], MTL_LIT(" "), proof, sink);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    for (uint32_t i = 1; i + 1 < view->block->ntokens; i++)
        if (tokens[i].type->code && !(tokens[i].flags & MTL_IN_CODE))
            check_joint(rule, view, tokens, i, view->block->ntokens, sink);
}

const mtl_check mtl_check_missing_space = {
    .name = "missing_space",
    .doc = "two sentences or clauses run together at their mark",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
