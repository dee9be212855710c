/* bracket.c: the kind "bracket": a bracket without its partner.
 *
 * What keeps it quiet: letters and numbers of lists ("a)", "1)"), smileys, intervals ("[0, 1)"), brackets that run over a few paragraphs,
 * code, and texts in which many are alone, where brackets mean something else. */
#include "rule/check.h"

enum { DEEPEST = 8, FARTHEST = 8, MANY_ALONE = 4, LABEL_CHARS = 4, SHOWN_WORDS = 3 };

typedef struct bracket {
    uint32_t token, block;
    bool opens, round, paired;
} bracket;

typedef MTL_VEC(bracket) brackets;

static bool is_round(uint32_t code)
{
    return code == '(' || code == ')';
}

/* ":(", ";-)", "8)" glued to its eyes. */
static bool is_smiley(const mtl_token *tokens, uint32_t i)
{
    static const char eyes[] = ":;=-^8";
    if (!i || !mtl_token_is_glued(&tokens[i]) || !tokens[i - 1].type->code)
        return false;
    const uint32_t before = tokens[i - 1].type->code;
    const bool face = before < 0x80 && memchr(eyes, (int)before, sizeof eyes - 1);
    return face && (before != '-' || (i > 1 && (tokens[i - 2].type->code == ':' || tokens[i - 2].type->code == ';'))) &&
           (before != ':' || i == 1 || !mtl_token_is_word(&tokens[i - 2]) || !mtl_token_is_glued(&tokens[i - 1]));
}

/* "a)", "12)", "iv)": a short label in front of an item. */
static bool is_label(const mtl_token *tokens, uint32_t i)
{
    if (!i || !mtl_token_is_glued(&tokens[i]) || !mtl_token_is_word(&tokens[i - 1]))
        return false;
    return tokens[i - 1].type->nchars <= LABEL_CHARS &&
           (i == 1 || !mtl_token_is_glued(&tokens[i - 1]) || !mtl_token_is_word(&tokens[i - 2])) &&
           (tokens[i - 1].type->kind == MTL_NUMBER || tokens[i - 1].type->nchars < 3 || i == 1);
}

/* A sign of paths, programs or drawings touches it. */
static bool is_technical(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    static const char signs[] = "/\\_=<>{}|$^~*`@#";
    const uint32_t before = i && mtl_token_is_glued(&tokens[i]) ? tokens[i - 1].type->code : 0,
                   after = i + 1 < end && mtl_token_is_glued(&tokens[i + 1]) ? tokens[i + 1].type->code : 0;
    return (before && before < 0x80 && memchr(signs, (int)before, sizeof signs - 1)) ||
           (after && after < 0x80 && memchr(signs, (int)after, sizeof signs - 1));
}

static void find_brackets(const mtl_view *view, brackets *all)
{
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = &view->doc->blocks.items[b];
        const mtl_token *tokens = view->doc->tokens.items + block->first_token;
        for (uint32_t i = 0; i < block->ntokens; i++) {
            const uint32_t code = tokens[i].type->code;
            const bool opens = code == '(' || code == '[', closes = code == ')' || code == ']';
            if ((opens || closes) && !(tokens[i].flags & MTL_IN_CODE))
                mtl_vec_push(all, view->scratch, ((bracket){block->first_token + i, b, opens, is_round(code), false}));
        }
    }
}

/* The open one that CLOSE closes: of its form if one is near, else of the other, as in an interval. */
static void pair_with(brackets *all, uint32_t close, bool any_form)
{
    bracket *c = &all->items[close];
    for (uint32_t back = 1; back <= DEEPEST && back <= close && !c->paired; back++) {
        bracket *o = &all->items[close - back];
        if (c->block - o->block > (any_form ? 0 : FARTHEST))
            return;
        if (!o->opens || o->paired || (o->round != c->round && !any_form))
            continue;
        o->paired = c->paired = true;
    }
}

static void pair_brackets(brackets *all, bool any_form)
{
    for (uint32_t i = 0; i < all->n; i++)
        if (!all->items[i].opens)
            pair_with(all, i, any_form);
}

static bool is_lost(const mtl_view *view, const bracket *k)
{
    const mtl_block *block = &view->doc->blocks.items[k->block];
    const mtl_token *tokens = view->doc->tokens.items + block->first_token;
    const uint32_t i = k->token - block->first_token;
    if (k->paired || is_smiley(tokens, i) || is_technical(tokens, i, block->ntokens))
        return false;
    if (k->opens)
        return i + 1 < block->ntokens && mtl_token_is_glued(&tokens[i + 1]) && mtl_token_is_word(&tokens[i + 1]);
    return i && mtl_token_is_glued(&tokens[i]) && !is_label(tokens, i);
}

/* The bracket with a few words inside of it, to find it by. */
static mtl_span passage_of(const mtl_view *view, const bracket *k)
{
    const mtl_block *block = &view->doc->blocks.items[k->block];
    const mtl_token *tokens = view->doc->tokens.items;
    uint32_t to = k->token, words = 0;
    while (words < SHOWN_WORDS && (k->opens ? to + 1 < block->first_token + block->ntokens : to > block->first_token)) {
        to = k->opens ? to + 1 : to - 1;
        words += mtl_token_is_word(&tokens[to]);
    }
    return k->opens ? mtl_span_join(tokens[k->token].at, tokens[to].at) : mtl_span_join(tokens[to].at, tokens[k->token].at);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    brackets all = {0};
    uint32_t lost = 0;
    find_brackets(view, &all);
    pair_brackets(&all, false);
    pair_brackets(&all, true);
    for (uint32_t i = 0; i < all.n; i++)
        lost += is_lost(view, &all.items[i]);
    const bool hopeless = lost >= MANY_ALONE || view->facts->markup.told;
    for (uint32_t i = 0; i < all.n; i++) {
        if (!is_lost(view, &all.items[i]))
            continue;
        mtl_hit *hit = mtl_emit(rule, sink, passage_of(view, &all.items[i]));
        mtl_hit_name(hit, "mark", mtl_token_text(view->doc, &view->doc->tokens.items[all.items[i].token]));
        mtl_hit_name(hit, "side", all.items[i].opens ? MTL_LIT("closing") : MTL_LIT("opening"));
        mtl_hit_proof(hit, hopeless ? MTL_DOUBTFUL : MTL_LIKELY);
    }
}

const mtl_check mtl_check_bracket = {
    .name = "bracket",
    .doc = "a bracket without its partner",
    .reach = MTL_PER_DOC,
    .run = run,
};
