#include "lang/clump.h"

mtl_clump mtl_clump_around(const mtl_token *tokens, uint32_t i, uint32_t n)
{
    enum { FAR = 64 };
    mtl_clump r = {i, i};
    while (r.first > 0 && i - r.first < FAR && mtl_token_is_glued(&tokens[r.first]))
        r.first--;
    while (r.last + 1 < n && r.last - i < FAR && mtl_token_is_glued(&tokens[r.last + 1]))
        r.last++;
    return r;
}

bool mtl_clump_is_technical(const mtl_token *tokens, mtl_clump clump)
{
    static const char signs[] = "/@\\_=<>{}[]#~`|+*%&$^";
    for (uint32_t i = clump.first; i <= clump.last; i++) {
        const uint32_t code = tokens[i].type->code;
        if (code && code < 0x80 && memchr(signs, (int)code, sizeof signs - 1))
            return true;
    }
    return false;
}

bool mtl_token_has_digit(const mtl_token *token)
{
    for (size_t i = 0; i < token->type->form.n; i++)
        if (token->type->form.p[i] >= '0' && token->type->form.p[i] <= '9')
            return true;
    return false;
}
