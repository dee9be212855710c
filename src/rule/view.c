#include "rule/check.h"

const mtl_lexeme *mtl_view_word(const mtl_view *view, mtl_str word)
{
    const mtl_str folded = mtl_fold(word, view->scratch);
    return mtl_lexicon_find(view->lang->lexicon, folded, mtl_hash(folded));
}
