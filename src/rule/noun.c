#include "rule/noun.h"

#include "lang/reading.h"

/* FIRST, without what links it, is a word. */
static bool is_first_part(const mtl_view *view, mtl_str first)
{
    const mtl_strs *links = &view->lang->links;
    for (uint32_t i = 0; i <= links->n; i++) {
        const mtl_str link = i < links->n ? links->items[i] : (mtl_str){0};
        if (first.n <= link.n + 1 || !mtl_str_ends(first, link))
            continue;
        const mtl_str word = {first.p, first.n - link.n};
        if (mtl_lexicon_find(view->lang->lexicon, word, mtl_hash(word)) || mtl_lang_reads(view->lang, word))
            return true;
    }
    return false;
}

const mtl_lexeme *mtl_noun_last_part(const mtl_view *view, mtl_str word, uint32_t kind, const mtl_words *spared)
{
    enum { SHORTEST = 4, IN_USE = 30, LONG = 9 }; /* a long part is one, rare as it may be */
    if (view->lang->links.n == 0 || !mtl_lang_reads(view->lang, word))
        return NULL;
    for (size_t cut = SHORTEST - 1; cut + SHORTEST <= word.n; cut++) {
        const mtl_str part = {word.p + cut, word.n - cut};
        const mtl_lexeme *lexeme = mtl_lexicon_find(view->lang->lexicon, part, mtl_hash(part));
        if (lexeme && lexeme->is & kind && (part.n >= LONG || lexeme->zipf >= IN_USE) &&
            !(spared && mtl_words_has_hash(spared, mtl_hash(part))) && is_first_part(view, (mtl_str){word.p, cut}))
            return lexeme;
    }
    return NULL;
}

/* The ending of a word that no list has where it is an adjective or a compound with one: "skalierbar-es", "plattformübergreifend-en". Empty: it is
 * none. */
static mtl_str bent_ending(const mtl_view *view, mtl_str form)
{
    const mtl_strs *endings = &view->lang->inflections;
    for (uint32_t i = 0; i < endings->n; i++) {
        if (!mtl_str_ends(form, endings->items[i]))
            continue;
        const mtl_str stem = {form.p, form.n - endings->items[i].n}, ending = {form.p + stem.n, endings->items[i].n};
        const mtl_lexeme *whole = mtl_lexicon_find(view->lang->lexicon, stem, mtl_hash(stem));
        if (whole && whole->is & MTL_IS_ADJECTIVE)
            return ending;
        const mtl_lexeme *part = mtl_noun_last_part(view, form, MTL_IS_ADJECTIVE, NULL);
        if (!part)
            return (mtl_str){0};
        const mtl_str last = mtl_lexicon_form(view->lang->lexicon, part), base = mtl_lexicon_lemma(view->lang->lexicon, part);
        return mtl_str_starts(last, base) && last.n - base.n == ending.n ? ending : (mtl_str){0};
    }
    return (mtl_str){0};
}

bool mtl_noun_describes(const mtl_view *view, const mtl_token *t)
{
    if (t->type->kind != MTL_WORD || t->type->letters != MTL_LOWER || !mtl_token_is_spaced(t))
        return false;
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    if (!lexeme)
        return bent_ending(view, t->type->folded->form).n;
    const uint32_t other = MTL_IS_FUNCTION | MTL_IS_FINITE | MTL_IS_INFINITIVE | MTL_IS_GERUND |
                           (view->lang->capital_nouns ? 0 : MTL_IS_ADVERB | MTL_IS_NOUN); /* "besten" is both */
    return lexeme->is & MTL_IS_ADJECTIVE && !(lexeme->is & other);
}

mtl_str mtl_noun_ending(const mtl_view *view, const mtl_token *t)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, t->type);
    const mtl_str form = t->type->folded->form;
    if (!lexeme)
        return bent_ending(view, form);
    if (lexeme->is & (MTL_IS_ADVERB | MTL_IS_NUMERAL))
        return (mtl_str){0};
    const mtl_str lemma = mtl_lexicon_lemma(view->lang->lexicon, lexeme);
    return mtl_str_starts(form, lemma) ? (mtl_str){form.p + lemma.n, form.n - lemma.n} : (mtl_str){0};
}

uint32_t mtl_noun_end(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    while (i + 2 < end && mtl_token_is_hyphen(&tokens[i + 1]) && mtl_token_is_glued(&tokens[i + 2]) &&
           tokens[i + 2].type->kind == MTL_WORD)
        i += 2;
    return i;
}

bool mtl_noun_goes_on(const mtl_view *view, const mtl_token *tokens, uint32_t last, uint32_t end)
{
    if (last + 1 >= end)
        return false;
    const mtl_token *next = &tokens[last + 1];
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, next->type);
    const bool word = next->type->kind == MTL_WORD, capital = word && next->type->letters != MTL_LOWER;
    const bool describes = word && lexeme && lexeme->is & MTL_IS_ADJECTIVE && !(lexeme->is & (MTL_IS_VERB | MTL_IS_ADVERB));
    const bool file = next->type->code == '.' && last + 2 < end && mtl_token_is_glued(next + 1); /* "Index.php" */
    return file || (mtl_token_is_glued(next) && !word && next->type->code != '.' && next->type->code != ',') ||
           next->type->kind == MTL_NUMBER || mtl_token_is_hyphen(next) || (view->lang->capital_nouns && (capital || describes));
}
