#include "lang/reading.h"
#include "rule/check.h"

const mtl_lexeme *mtl_view_word(const mtl_view *view, mtl_str word)
{
    const mtl_str folded = mtl_fold(word, view->scratch);
    return mtl_lexicon_find(view->lang->lexicon, folded, mtl_hash(folded));
}

bool mtl_view_is_own(const mtl_view *view, const mtl_type *type)
{
    const mtl_lexeme *own = mtl_view_lexeme(view, type);
    return (own && own->is & MTL_NATIVE) || mtl_words_has(&view->lang->functions, type);
}

bool mtl_view_is_only_english(const mtl_view *view, const mtl_token *token)
{
    return token->type->kind == MTL_WORD && mtl_view_english(view, token->type) && !mtl_view_is_own(view, token->type);
}

uint32_t mtl_view_name_end(const mtl_view *view, uint32_t i, uint32_t end)
{
    enum { LONGEST = 4 };
    const mtl_token *tokens = view->doc->tokens.items;
    uint32_t n = 0;
    while (i + n < end && n < LONGEST && tokens[i + n].type->kind == MTL_WORD && tokens[i + n].type->letters == MTL_CAPITAL &&
           (n == 0 || mtl_token_is_spaced(&tokens[i + n])))
        n++;
    if (n < 2)
        return i;
    const mtl_lexeme *own = mtl_view_lexeme(view, tokens[i].type), *english = mtl_view_english(view, tokens[i].type);
    return !own || own->is & MTL_IS_GIVEN || (english && english->is & MTL_IS_GIVEN) ? i + n : i;
}

uint32_t mtl_view_count(const mtl_view *view, const mtl_strs *words, uint32_t most)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < words->n && n < most; i++)
        n += mtl_forms_count(&view->facts->forms, words->items[i]) > 0;
    return n;
}

bool mtl_view_is_accented(const mtl_view *view, uint32_t i)
{
    const mtl_token *t = &view->doc->tokens.items[i];
    return i + 1 < view->block->first_token + view->block->ntokens && mtl_token_is_glued(t + 1) &&
           (t[1].type->code == '\'' || t[1].type->code == 0x2019) && mtl_lang_has_accented(view->lang, t->type->folded->form);
}
