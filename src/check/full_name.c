/* full_name.c: the kind "full_name": a name of a list, written with other capitals: "Rio de janeiro", "auf facebook".
 *
 * What keeps it quiet: words all in capitals, addresses, handles and code, the capitals of title case; phrases that could be ordinary words
 * ("uma casa branca") unless one of them has a capital where an ordinary word has none, or the rule says that nothing else is meant. */
#include "base/utf8.h"
#include "lang/chars.h"
#include "lang/clump.h"
#include "rule/lists.h"

typedef struct name_params {
    mtl_strs list, certain, domain;
    mtl_strs domain_words;  /* of the list DOMAIN; made by compile(), as what follows */
    mtl_list_index names;   /* of the list, and behind them those that are certain */
    mtl_list_set spellings; /* of the list; a name may have two that are right */
    uint32_t nlisted;
} name_params;

static const mtl_param params[] = {
    {"list", MTL_PARAM_STRINGS, offsetof(name_params, list), true, "the word list of the names, as they must be written", NULL},
    {"certain", MTL_PARAM_STRINGS, offsetof(name_params, certain), false, "names whose words mean nothing else, all small too",
     NULL},
    {"domain", MTL_PARAM_STRINGS, offsetof(name_params, domain), false,
     "the word list of which a text has two words that has reason to know how products are written", NULL},
};

static bool compile(mtl_compiling *c)
{
    name_params *p = c->rule->params;
    mtl_strs listed;
    if (!mtl_lists_read_all(c, &p->list, &listed) || !mtl_lists_read_set(c, &p->list, &p->spellings) ||
        !mtl_lists_read_all(c, &p->domain, &p->domain_words))
        return false;
    p->nlisted = listed.n;
    const mtl_strs all = {.items = mtl_arena_array(c->arena, mtl_str, listed.n + p->certain.n), .n = listed.n + p->certain.n};
    for (uint32_t i = 0; i < all.n; i++)
        all.items[i] = i < listed.n ? listed.items[i] : p->certain.items[i - listed.n];
    p->names = mtl_lists_index(&all, c->arena);
    return true;
}

enum { LONG = 5 };  /* letters of a word that is no abbreviation, tokens of a running text */
enum { HABIT = 3 }; /* what a text writes more often, and always, it means to write */

/* How the words of a match differ from the name. */
typedef struct difference {
    uint32_t words;    /* that the name has with a capital */
    uint32_t small;    /* and the text in small letters */
    uint32_t ordinary; /* of those, words of the language or of English too */
    uint32_t capital;  /* words with a capital where an ordinary word would have none */
    bool shouted, mixed;
    bool cried;            /* in capitals, in running text and too long for an abbreviation: "MARIADB" */
    bool elsewhere, often; /* the document has such a word as it should be too; has it many times */
    bool shout;            /* the name is all capitals: SSR */
    bool headed;           /* the name itself begins with a capital: of "phpList" a text may well make "Phplist" throughout */
} difference;

static bool is_ordinary(const mtl_view *view, const mtl_type *type)
{
    const mtl_lexeme *own = mtl_view_lexeme(view, type);
    const mtl_lexeme *english = mtl_view_english(view, type);
    return (own && own->is & MTL_IS_LOWER) || (english && english->is & MTL_IS_LOWER);
}

/* German writes every noun so: that tells nothing. */
static bool is_noun(const mtl_view *view, const mtl_type *type)
{
    const mtl_lexeme *lexeme = mtl_view_lexeme(view, type);
    return view->lang->capital_nouns && lexeme && lexeme->is & MTL_IS_NOUN;
}

/* With one capital it is another name: POE and Poe. */
static bool is_somebody(const mtl_view *view, const mtl_type *type)
{
    const mtl_lexeme *own = mtl_view_lexeme(view, type);
    const mtl_lexeme *english = mtl_view_english(view, type);
    const uint32_t person = MTL_IS_GIVEN | MTL_IS_FAMILY | MTL_IS_PLACE;
    return type->letters == MTL_CAPITAL && ((own && own->is & person) || (english && english->is & person));
}

/* The document has the word TYPE, which should be WORD, with such capitals too. */
static bool is_right_elsewhere(const mtl_view *view, const mtl_type *type, mtl_str word)
{
    const mtl_case_count n = mtl_casing_of(&view->facts->casing, type->hash);
    size_t at = 0;
    const uint32_t first = mtl_utf8_next(word, &at);
    const mtl_str tail = {word.p + at, word.n - at};
    const uint32_t all = mtl_forms_count(&view->facts->forms, type->form), inside = n.lower + n.capital + n.other;
    const uint32_t headed = all > inside ? all - inside : 0; /* at heads, in headings */
    if (mtl_char_is_upper(first) && mtl_str_same(mtl_fold(tail, view->scratch), tail))
        return n.capital + (type->letters == MTL_CAPITAL ? 0 : headed) > (type->letters == MTL_CAPITAL);
    return n.other > (type->letters == MTL_MIXED || type->letters == MTL_UPPER);
}

static void compare(const mtl_view *view, uint32_t i, mtl_str word, difference *d)
{
    const mtl_token *t = &view->doc->tokens.items[i];
    const mtl_str form = t->type->form;
    if (t->type->kind != MTL_WORD || mtl_str_same(mtl_fold(word, view->scratch), word))
        return; /* a mark, or a small word of the name: "Rio De Janeiro" is title case */
    d->words++;
    d->shouted |= t->type->letters == MTL_UPPER && !mtl_str_same(form, word);
    d->cried |=
        d->shouted && t->type->nchars >= LONG && view->block->ntokens > LONG && !mtl_block_is_headline(view->doc, view->block);
    d->elsewhere |= is_right_elsewhere(view, t->type, word);
    d->often |= mtl_forms_count(&view->facts->forms, form) > HABIT;
    d->small += t->type->letters == MTL_LOWER;
    d->ordinary += t->type->letters == MTL_LOWER && is_ordinary(view, t->type);
    d->mixed |= t->type->letters != MTL_LOWER && !mtl_str_same(form, word) && !is_somebody(view, t->type);
    d->capital += t->type->letters == MTL_CAPITAL && !is_noun(view, t->type) && !mtl_casing_is_head(view->doc, view->block, i);
}

static difference differ(const mtl_view *view, mtl_str name, uint32_t first, uint32_t n)
{
    size_t head = 0;
    difference d = {.headed = mtl_char_is_upper(mtl_utf8_next(name, &head)), .shout = true};
    for (size_t k = 0; k < name.n;)
        d.shout &= !mtl_char_is_lower(mtl_utf8_next(name, &k));
    uint32_t at = 0, flags = 0, i = first;
    for (mtl_span word = mtl_token_next(name, &at, &flags); word.len && i < first + n;
         word = mtl_token_next(name, &at, &flags), i++)
        compare(view, i, mtl_str_cut(name, word), &d);
    return d;
}

/* Tokens FIRST .. LAST of the block stand in running text: not in an address, a path or code, nor joined to another word, unless that makes
 * a COMPOUND: "Github-Konto". */
static bool is_prose(const mtl_view *view, uint32_t first, uint32_t last, bool compound)
{
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    const uint32_t end = view->block->ntokens;
    if (first > 0 && tokens[first - 1].type->code == '.' && mtl_token_is_glued(&tokens[first]))
        return false; /* the suffix of a file */
    for (uint32_t i = first; i <= last; i++) {
        const mtl_clump clump = mtl_clump_around(tokens, i, end);
        if (tokens[i].flags & MTL_IN_CODE || mtl_clump_is_technical(tokens, clump))
            return false;
        const bool joins = compound && last + 1 < end && mtl_token_is_hyphen(&tokens[last + 1]);
        for (uint32_t k = clump.first; k <= clump.last; k++)
            if ((k < first || (k > last && !joins)) && mtl_token_is_word(&tokens[k]))
                return false;
    }
    return true;
}

/* CERTAIN: nothing else is meant. EXPERT: the text is about such things. */
static bool judge(const difference *d, bool certain, bool expert, mtl_proof *proof)
{
    const bool apart = d->capital > 0 && d->words > 1; /* "Belo horizonte": half a name */
    *proof = certain || apart ? MTL_LIKELY : MTL_POSSIBLE;
    if (d->small == 0) {
        *proof =
            d->elsewhere || (expert && !d->cried) ? MTL_POSSIBLE : MTL_FAINT; /* papers have a style of their own: Youtube, Fifa */
        return d->mixed && (d->elsewhere || !d->often || (expert && d->headed));
    }
    if (d->shout && d->often && !d->elsewhere && !certain)
        return false; /* "ssr" throughout, for SSR: what a program calls it */
    return certain || apart || d->ordinary < d->small;
}

/* Tokens FIRST .. FIRST + N of the document are the name INDEX, but for capitals. */
static void check_name(const mtl_rule *rule, const mtl_view *view, uint32_t index, uint32_t first, uint32_t n, mtl_sink *sink)
{
    const name_params *p = rule->params;
    const mtl_token *tokens = view->doc->tokens.items;
    const mtl_str name = p->names.phrases.items[index];
    const difference d = differ(view, name, first, n);
    const mtl_span span = mtl_span_join(tokens[first].at, tokens[first + n - 1].at);
    const bool certain = index >= p->nlisted || mtl_str_find(name, MTL_LIT("."), 0) != SIZE_MAX; /* "node.js" */
    mtl_proof proof;
    if ((d.shouted && !(d.cried && n == 1)) || (d.small == 0 && !d.mixed) ||
        !is_prose(view, first - view->block->first_token, first + n - 1 - view->block->first_token, d.small == 0) ||
        !judge(&d, certain, d.small == 0 && mtl_view_is_about(view, &p->domain_words), &proof) ||
        mtl_lists_has(&p->spellings, mtl_str_cut(view->doc->text, span)))
        return;
    mtl_hit *hit = mtl_emit(rule, sink, span);
    mtl_hit_fix(hit, span, name, MTL_UNSAFE);
    mtl_hit_proof(hit, proof);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const name_params *p = rule->params;
    const uint32_t end = view->block->first_token + view->block->ntokens;
    for (uint32_t i = view->block->first_token, n; i < end; i++) {
        const uint32_t index = mtl_lists_find(&p->names, view->doc->tokens.items, i, end, &n, view->scratch);
        if (index != MTL_ID_NONE)
            check_name(rule, view, index, i, n, sink);
    }
}

const mtl_check mtl_check_full_name = {
    .name = "full_name",
    .doc = "a name of a list, written with other capitals",
    .reach = MTL_PER_BLOCK,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(name_params),
    .compile = compile,
    .run = run,
};
