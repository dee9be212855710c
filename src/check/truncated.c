/* truncated.c: the kind "truncated": a word that was cut off ("Trinkwass") or deformed ("informaçao", "wichtitiges") into what is no word.
 * Spelling alone is never a finding: there must be proof of what the word was, in the document or among frequent words; or, for a rule that
 * asks for words that nobody knows, a text that is plainly damaged.
 *
 * What keeps it quiet: words that a list, the language's compounds and affixes, English or the speller know; names; abbreviations; what
 * the document writes so more than once. */
#include "base/utf8.h"
#include "lang/clump.h"
#include "lang/reading.h"
#include "rule/check.h"

#include <stddef.h>
#include <stdlib.h>

enum {
    SHORTEST = 4,  /* letters; what is shorter may be anything */
    LONGEST = 60,  /* bytes */
    LONG_STEM = 9, /* letters of a word that is not cut by people */
    MIDDLING = 5,  /* letters of a word that may have lost one more than a shorter one */
    LONG_WORD = 9, /* and of one that may have lost two more */
    MOST_LOST = 3, /* letters that are missing at the end */
    VERY_FREQUENT = 48,
    COMMON = 43,
    FREQUENT = 35,  /* of what the word was */
    MOST_WORDS = 64 /* with one head that are looked at */
};

typedef struct truncated_params {
    uint32_t what;
} truncated_params;

enum { WHAT_CUT, WHAT_UNKNOWN };

static const char *const whats[] = {[WHAT_CUT] = "cut", [WHAT_UNKNOWN] = "unknown", NULL};
static const mtl_param params[] = {
    {"what", MTL_PARAM_CHOICE, offsetof(truncated_params, what), false,
     "what is looked for: words of which can be told what they were, or, in damaged texts, words that nobody knows", whats},
};

typedef struct suspect {
    const mtl_view *view;
    mtl_str form; /* folded */
    mtl_str meant;
    uint32_t zipf; /* of what was meant; 0: nothing found */
    bool in_document;
    bool noun;     /* written as the language writes nouns: a noun or a name was meant */
    bool readable; /* affixes or parts explain it: only a common word that it begins says more */
    bool lemma;    /* it is no form of another word */
    bool verb;
} suspect;

static void propose(suspect *s, mtl_str word, uint32_t zipf, bool lemma, bool verb)
{
    const bool in_document = mtl_forms_count(&s->view->facts->forms, word) > 0;
    const uint32_t worth = zipf + (in_document ? 100 : 0);
    if (worth <= s->zipf + (s->in_document ? 100u : 0u))
        return;
    s->meant = mtl_str_copy(word, s->view->scratch);
    s->zipf = zipf ? zipf : 1;
    s->in_document = in_document;
    s->lemma = lemma;
    s->verb = verb;
}

/* Proposes WORD if it is one that people use, or that the document has. */
static bool propose_known(suspect *s, mtl_str word, uint32_t least)
{
    const mtl_lexeme *lexeme = mtl_lexicon_find(s->view->lang->lexicon, word, mtl_hash(word));
    if (!lexeme || (lexeme->zipf < least && mtl_forms_count(&s->view->facts->forms, word) == 0))
        return false;
    propose(s, word, lexeme->zipf, true, false);
    return true;
}

/* ---- cut off ---- */

static void consider_whole(void *user, const mtl_lexeme *lexeme)
{
    suspect *s = user;
    const mtl_str whole = mtl_lexicon_form(s->view->lang->lexicon, lexeme);
    const mtl_str lost = {whole.p + s->form.n, whole.n - s->form.n};
    const bool in_document = mtl_forms_count(&s->view->facts->forms, whole) > 0;
    const bool tiny = mtl_utf8_count(s->form) == SHORTEST; /* "wate" */
    if (tiny && (lexeme->zipf < VERY_FREQUENT || mtl_utf8_count(lost) > 1) && (lexeme->zipf < COMMON || mtl_utf8_count(lost) != 2))
        return;
    if (s->noun && !(lexeme->is & (MTL_IS_NOUN | MTL_IS_NAME)))
        return;
    if (s->readable && (lexeme->zipf < COMMON || mtl_utf8_count(lost) < 2))
        return;
    const size_t letters = mtl_utf8_count(s->form),
                 most = MOST_LOST + (letters > MIDDLING ? 1u : 0u) + (letters >= LONG_WORD ? 1u : 0u);
    const uint32_t least = letters >= LONG_WORD && mtl_utf8_count(lost) == 1 ? FREQUENT - 10 : FREQUENT;
    if (lost.n == 0 || mtl_utf8_count(lost) > most || (lexeme->zipf < least && !in_document))
        return;
    propose(s, whole, lexeme->zipf, mtl_str_same(mtl_lexicon_lemma(s->view->lang->lexicon, lexeme), whole),
            lexeme->is & MTL_IS_VERB);
}

/* A letter that stands between the parts of compounds: "Konfigurationsdatei". */
static bool is_link(const mtl_lang *lang, char letter)
{
    for (uint32_t i = 0; i < lang->links.n; i++)
        if (lang->links.items[i].n == 1 && lang->links.items[i].p[0] == letter)
            return true;
    return false;
}

/* The last part of a compound may be what was cut: "Leitungswass". Nothing is where it is a word. */
static void find_last_part(suspect *s)
{
    enum { PART = 3 };
    if (s->view->lang->links.n == 0)
        return;
    for (size_t cut = PART; cut + PART <= s->form.n; cut++) {
        const mtl_str head = {s->form.p, cut};
        const bool told = cut + PART < s->form.n || is_link(s->view->lang, s->form.p[cut - 1]); /* three letters may be anything */
        if (mtl_utf8_inside(s->form.p[cut]) || !told)
            continue;
        const mtl_lexeme *first = mtl_lexicon_find(s->view->lang->lexicon, head, mtl_hash(head));
        if (!(first && first->is & MTL_IS_NOUN) && !mtl_lang_reads(s->view->lang, head))
            continue;
        suspect part = {.view = s->view, .noun = s->noun, .form = {s->form.p + cut, s->form.n - cut}};
        const mtl_lexeme *whole = mtl_lexicon_find(s->view->lang->lexicon, part.form, mtl_hash(part.form));
        if (whole && whole->is & (MTL_IS_NOUN | MTL_IS_ADJECTIVE | MTL_IS_PARTICIPLE)) { /* "Logdatei" is whole */
            s->zipf = 0;
            return;
        }
        if (whole && whole->is & MTL_IS_FUNCTION) /* "spritfressen-der": an ending */
            continue;
        mtl_lexicon_each(s->view->lang->lexicon, part.form, MOST_WORDS, consider_whole, &part);
        if (part.zipf >= FREQUENT)
            propose(s, mtl_str_format(s->view->scratch, "%.*s%.*s", MTL_FMT(head), MTL_FMT(part.meant)), part.zipf, true, false);
    }
}

/* ---- deformed ---- */

/* "informaçao", "uber": the same letters with an accent or umlaut back. */
static void find_accents(suspect *s)
{
    static const char *const marked[] = {"aáàâãäå", "eéèêë", "iíìîï", "oóòôõö", "uúùûü", "cç", "nñ", NULL};
    char bytes[LONGEST + 8];
    for (size_t i = 0; i < s->form.n; i++)
        for (const char *const *row = marked; *row; row++) {
            const mtl_str letters = mtl_cstr(*row);
            if (letters.p[0] != s->form.p[i])
                continue;
            for (size_t at = 1; at < letters.n;) {
                const size_t from = at;
                mtl_utf8_next(letters, &at);
                memcpy(bytes, s->form.p, i);
                memcpy(bytes + i, letters.p + from, at - from);
                memcpy(bytes + i + (at - from), s->form.p + i + 1, s->form.n - i - 1);
                propose_known(s, (mtl_str){bytes, s->form.n - 1 + (at - from)}, FREQUENT + 5);
            }
        }
}

/* "wichtitiges", "implementatation": a syllable that went round. */
static void find_loop(suspect *s)
{
    enum { LONGEST_LOOP = 5 };
    char bytes[LONGEST];
    for (size_t n = 2; n <= LONGEST_LOOP; n++)
        for (size_t i = 0; i + 2 * n <= s->form.n; i++) {
            if (memcmp(s->form.p + i, s->form.p + i + n, n) != 0 || mtl_utf8_inside(s->form.p[i]))
                continue;
            memcpy(bytes, s->form.p, i);
            memcpy(bytes + i, s->form.p + i + n, s->form.n - i - n);
            propose_known(s, (mtl_str){bytes, s->form.n - n}, FREQUENT - 10);
        }
}

/* Proposes WORD if it is an English one in its basic form, or if the document has it several times: "sreenshot". */
static void propose_other(suspect *s, mtl_str word)
{
    enum { SEVERAL = 3, LONG = 7 };
    const mtl_lexicon *lexicon = s->view->english;
    const mtl_lexeme *english = mtl_lexicon_find(lexicon, word, mtl_hash(word));
    const bool basic = english && word.n >= LONG && english->zipf >= FREQUENT && english->is & MTL_IS_LOWER &&
                       mtl_str_same(mtl_lexicon_lemma(lexicon, english), word);
    if (basic || mtl_forms_count(&s->view->facts->forms, word) >= SEVERAL)
        propose(s, word, english ? english->zipf : 0, true, false);
}

/* "kernel's", "geht’s" */
static bool is_elided(mtl_str form)
{
    return mtl_str_find(form, MTL_LIT("'"), 0) != SIZE_MAX || mtl_str_find(form, MTL_LIT("\xE2\x80\x99"), 0) != SIZE_MAX;
}

/* One letter lost or doubled, or two that changed places: "gegrünet", "moradoress", "Unterschreid". The head stays as it was. */
static void find_slip(suspect *s)
{
    enum { LONG = 7 };
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    char bytes[LONGEST + 1];
    if (s->form.n < LONG || is_elided(s->form))
        return;
    for (size_t i = 1; i < s->form.n; i++) {
        if (mtl_utf8_inside(s->form.p[i]))
            continue;
        memcpy(bytes, s->form.p, i);
        memcpy(bytes + i + 1, s->form.p + i, s->form.n - i);
        for (const char *c = letters; *c; c++) {
            bytes[i] = *c;
            const mtl_str longer = {bytes, s->form.n + 1};
            if (!propose_known(s, longer, FREQUENT))
                propose_other(s, longer);
        }
        memcpy(bytes + i, s->form.p + i + 1, s->form.n - i - 1);
        const mtl_str shorter = {bytes, s->form.n - 1};
        const bool known = s->form.p[i] == s->form.p[i - 1] && propose_known(s, shorter, FREQUENT);
        if (!known && i + 1 < s->form.n) /* what is behind a whole word is its ending */
            propose_other(s, shorter);
        memcpy(bytes, s->form.p, s->form.n);
        bytes[i] = s->form.p[i - 1];
        bytes[i - 1] = s->form.p[i];
        const mtl_str turned = {bytes, s->form.n};
        if (i > 1 && (unsigned char)bytes[i] < 0x80 && (unsigned char)bytes[i - 1] < 0x80 && !propose_known(s, turned, FREQUENT))
            propose_other(s, turned);
    }
}

/* ---- */

/* The spelling of the find with the case of the original. */
static mtl_str cased(const mtl_view *view, const mtl_type *type, mtl_str word)
{
    return type->letters == MTL_CAPITAL ? mtl_capitalise(word, view->scratch) : word;
}

static bool is_abbreviated(const mtl_view *view, uint32_t i)
{
    const mtl_token *t = &view->doc->tokens.items[i];
    const uint32_t end = view->block->first_token + view->block->ntokens;
    if (mtl_words_has(&view->lang->abbreviations, t->type))
        return true;
    if (i + 1 >= end || t[1].type->code != '.' || !mtl_token_is_glued(t + 1))
        return false;
    const mtl_str dotted = mtl_str_cut(view->doc->text, mtl_span_join(t->at, t[1].at));
    const bool goes_on = i + 2 < end && !mtl_casing_is_head(view->doc, view->block, i + 2) && t[2].type->letters == MTL_LOWER;
    return goes_on || mtl_words_has_hash(&view->lang->abbreviations, mtl_fold_hash(dotted));
}

/* No list knows it; the speller is asked last, for it is slow to wake. */
static bool is_no_word(const mtl_view *view, const mtl_type *type)
{
    return !mtl_view_lexeme(view, type) && !mtl_view_english(view, type);
}

/* No word, and once only: what a text writes twice it means so. */
static bool is_suspect(const mtl_view *view, uint32_t i)
{
    const mtl_type *type = view->doc->tokens.items[i].type;
    return is_no_word(view, type) && mtl_forms_count(&view->facts->forms, type->form) < 2 && !is_abbreviated(view, i) &&
           !mtl_view_is_accented(view, i);
}

/* A capital is a name's, as a rule; in languages whose nouns have one, a noun stands behind a word of grammar or an adjective. */
static bool may_be_name(const mtl_view *view, uint32_t i)
{
    const mtl_token *t = &view->doc->tokens.items[i];
    if (t->type->letters != MTL_CAPITAL)
        return false;
    if (!view->lang->capital_nouns)
        return true;
    const mtl_lexeme *last =
        i > view->block->first_token && t[-1].type->kind == MTL_WORD ? mtl_view_lexeme(view, t[-1].type) : NULL;
    return !last || !(last->is & (MTL_IS_FUNCTION | MTL_IS_ADJECTIVE));
}

/* What the word in token I was, if anything tells. */
static suspect look_for(const mtl_view *view, uint32_t i)
{
    const mtl_type *type = view->doc->tokens.items[i].type;
    const bool name = may_be_name(view, i);
    suspect s = {.view = view, .form = type->folded->form};
    s.readable = mtl_lang_reads(view->lang, s.form);
    s.noun = view->lang->capital_nouns && type->letters == MTL_CAPITAL && !mtl_casing_is_head(view->doc, view->block, i);
    mtl_lexicon_each(view->lang->lexicon, s.form, MOST_WORDS, consider_whole, &s);
    if (name && (s.readable || !s.in_document))
        s.zipf = 0;
    if (name || s.readable)
        return s;
    find_accents(&s);
    if (!view->lang->doubles_syllables)
        find_loop(&s);
    if (type->letters == MTL_LOWER || s.noun)
        find_slip(&s);
    if (s.zipf == 0)
        find_last_part(&s);
    return s;
}

static void check_word(const mtl_rule *rule, const mtl_view *view, uint32_t i, mtl_sink *sink)
{
    const mtl_token *t = &view->doc->tokens.items[i];
    const suspect s = look_for(view, i);
    if (s.zipf == 0 || mtl_view_spell(view, t->type->form) == MTL_KNOWN)
        return;
    const bool only_ending =
        mtl_str_starts(s.meant, s.form) && mtl_lang_ends_words(view->lang, (mtl_str){s.meant.p + s.form.n, s.meant.n - s.form.n});
    const bool stem = only_ending && s.verb && t->type->nchars < LONG_STEM; /* "hab", "geh": people cut endings too */
    const bool proven = s.in_document && (!only_ending || s.lemma);
    const bool spoken = mtl_quotes_inside(&view->facts->quotes, t->at.at); /* "Ick weeß nich" */
    const mtl_proof proof = proven ? MTL_LIKELY : stem || spoken ? MTL_DOUBTFUL : MTL_POSSIBLE;
    mtl_hit *hit = mtl_emit(rule, sink, t->at);
    mtl_hit_fix(hit, t->at, cased(view, t->type, s.meant), MTL_UNSAFE);
    mtl_hit_proof(hit, proof);
}

/* English stands beside it, a full stop before it, or nothing: a command, a file name, a cell. */
static bool is_among_english(const mtl_view *view, uint32_t i)
{
    const uint32_t from = view->block->first_token, end = from + view->block->ntokens;
    const mtl_token *tokens = view->doc->tokens.items;
    if (end - from < 3 || (i > from && mtl_token_is_glued(&tokens[i]) && tokens[i - 1].type->code == '.'))
        return true;
    if (i > from && tokens[i - 1].type->code == '@')
        return true; /* "isie@@ rung": pieces of a model */
    for (uint32_t k = i > from ? i - 1 : i; k < end && k <= i + 1; k++)
        if (k != i && tokens[k].type->kind == MTL_WORD && mtl_view_english(view, tokens[k].type) &&
            !mtl_view_lexeme(view, tokens[k].type))
            return true;
    return false;
}

/* A word in small letters that no list, no affix and no dictionary explains. */
static void check_unknown(const mtl_rule *rule, const mtl_view *view, uint32_t i, mtl_sink *sink)
{
    enum { TELLING = 5 };
    const mtl_token *t = &view->doc->tokens.items[i];
    if (t->type->letters != MTL_LOWER || t->type->nchars < TELLING || is_elided(t->type->form) || is_among_english(view, i) ||
        mtl_quotes_inside(&view->facts->quotes, t->at.at))
        return;
    const suspect s = look_for(view, i);
    if (s.zipf == 0 && !s.readable && mtl_view_spell(view, t->type->form) == MTL_UNKNOWN)
        mtl_hit_proof(mtl_emit(rule, sink, t->at), MTL_FAINT);
}

static bool is_alone(const mtl_view *view, const mtl_block *block, uint32_t i)
{
    const mtl_token *tokens = view->doc->tokens.items + block->first_token;
    const uint32_t k = i - block->first_token;
    const mtl_clump clump = mtl_clump_around(tokens, k, block->ntokens);
    for (uint32_t n = clump.first; n <= clump.last; n++)
        if (n != k && (mtl_token_is_hyphen(&tokens[n]) || mtl_token_is_word(&tokens[n]) || tokens[n].type->code == ':'))
            return false;
    return !mtl_clump_is_technical(tokens, clump);
}

static bool is_plain(const mtl_token *t)
{
    const mtl_type *type = t->type;
    return type->kind == MTL_WORD && (type->letters == MTL_LOWER || type->letters == MTL_CAPITAL) && type->nchars >= SHORTEST &&
           type->form.n < LONGEST && !(t->flags & MTL_IN_CODE) && !mtl_token_has_digit(t);
}

/* The lexicon knows most words of a text in its language; where it does not, the text is in another, or no text at all. */
static bool is_foreign(const mtl_view *view)
{
    enum { FEW = 40, SHARE = 3 };
    uint32_t words = 0, unknown = 0;
    for (const mtl_token *t = view->doc->tokens.items; t < view->doc->tokens.items + view->doc->tokens.n; t++)
        if (is_plain(t)) {
            words++;
            unknown += !mtl_view_lexeme(view, t->type);
        }
    return words >= FEW && unknown * SHARE > words;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    enum { MOST_SUSPECTS = 5000 }; /* each costs hundreds of looks into the lexicon */
    const truncated_params *p = rule->params;
    mtl_view here = *view;
    uint32_t suspects = 0;
    if (mtl_lexicon_is_thin(view->lang->lexicon) || is_foreign(view))
        return;
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = here.block = &view->doc->blocks.items[b];
        for (uint32_t i = block->first_token; i < block->first_token + block->ntokens && suspects < MOST_SUSPECTS; i++) {
            const mtl_token *t = &view->doc->tokens.items[i];
            if (block->profile->base == view->lang->base && is_plain(t) && is_suspect(&here, i) && is_alone(view, block, i)) {
                suspects++;
                if (p->what == WHAT_CUT)
                    check_word(rule, &here, i, sink);
                else
                    check_unknown(rule, &here, i, sink);
            }
        }
    }
}

const mtl_check mtl_check_truncated = {
    .name = "truncated",
    .doc = "a word cut off or deformed into what is no word",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(truncated_params),
    .run = run,
};
