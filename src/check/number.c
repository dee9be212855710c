/* number.c: the kind "number": decimal and grouping marks of another locale: "3.5 Millionen" in German, "3,5 milyon" in Filipino.
 *
 * What stands around a number says whether it is a quantity: a word for millions, money, a sign, a unit. Versions, chapters, dates,
 * times and scores have none, and are left alone. One mark with three digits behind it may be read both ways; then the quantity must
 * be such as nobody counts in thousandths, or the document's other numbers decide. */
#include "lang/number.h"
#include "rule/check.h"

#include <stddef.h>

typedef struct number_params {
    mtl_strs units, codes;
    mtl_words unit_set, code_set;
} number_params;

/* What is beside the number: a unit, things that come in whole numbers only, a currency, a magnitude. */
typedef enum standing { BARE, MEASURED, COUNTED, MONEY, SCALED } standing;

typedef struct found { /* a number of the document whose marks say something */
    const mtl_block *block;
    const mtl_token *token;
    mtl_number number;
    standing standing;
    mtl_span whole; /* with what makes it a quantity */
} found;

typedef MTL_VEC(found) founds;

typedef struct place { /* token I of a block */
    const mtl_view *view;
    const number_params *params;
    const mtl_block *block;
    const mtl_lang *lang;
    const mtl_token *tokens;
    uint32_t i, end;
} place;

static const mtl_token *at(const place *p, uint32_t i)
{
    return i < p->end && !(p->tokens[i].flags & MTL_BREAK_BEFORE && i > p->i + 1) ? &p->tokens[i] : NULL;
}

static bool is_currency_sign(const mtl_token *t)
{
    const uint32_t code = t->type->code;
    return code == '$' || (code >= 0xA2 && code <= 0xA5) || (code >= 0x20A0 && code <= 0x20CF);
}

static bool is_dash(const mtl_token *t)
{
    return t->type->code == 0x2013 || t->type->code == 0x2014 || mtl_token_is_hyphen(t);
}

/* ISO codes and the like are names only as they are written; "all" is no currency. */
static bool is_code(const place *p, const mtl_token *t)
{
    return t->type->letters != MTL_LOWER && mtl_words_has(&p->params->code_set, t->type);
}

static standing standing_of(const place *p, mtl_str word)
{
    const uint64_t hash = mtl_fold_hash(word);
    if (mtl_words_has_hash(&p->lang->magnitudes, hash))
        return SCALED;
    if (mtl_words_has_hash(&p->lang->currencies, hash))
        return MONEY;
    if (mtl_words_has_hash(&p->lang->counted, hash))
        return COUNTED;
    /* A unit of one letter is small: "3.5G" is a network. */
    if (word.n == 1 && (word.p[0] < 'a' || word.p[0] > 'z'))
        return BARE;
    return mtl_words_has_hash(&p->lang->units, hash) || mtl_words_has_hash(&p->params->unit_set, hash) ? MEASURED : BARE;
}

/* What token I says of the number before it; *LAST is the last token that says so: "por cento" are two. */
static standing says_after(const place *p, uint32_t i, uint32_t *last)
{
    const mtl_token *t = at(p, i), *next = at(p, i + 1);
    *last = i;
    if (!t)
        return BARE;
    if (t->type->code == '%' || t->type->code == 0x2030)
        return SCALED;
    if (t->type->code == 0xB0 && next && mtl_token_is_glued(next) && next->type->kind == MTL_WORD && next->type->nchars == 1) {
        *last = i + 1;
        return MEASURED;
    }
    if (is_currency_sign(t) || is_code(p, t))
        return MONEY;
    if (t->type->kind != MTL_WORD)
        return BARE;
    if (next && next->type->kind == MTL_WORD) {
        const standing both = standing_of(p, mtl_str_cut(p->view->doc->text, mtl_span_join(t->at, next->at)));
        *last = i + (both != BARE);
        if (both != BARE)
            return both;
    }
    return standing_of(p, t->type->form);
}

/* What stands behind token I, over a hyphen too ("3.5-Millionen-Deal"); *LAST as above. */
static standing after(const place *p, uint32_t i, uint32_t *last)
{
    const mtl_token *next = at(p, i + 1);
    const bool joined = next && mtl_token_is_hyphen(next) && mtl_token_is_glued(next);
    const standing s = says_after(p, i + 1 + joined, last);
    return !joined || s == SCALED ? s : BARE;
}

/* "2.5 bis 3.5 Millionen", "2.5–3.5 %": the second number says what the first one is. */
static standing shared(const place *p)
{
    const mtl_token *link = at(p, p->i + 1), *second = at(p, p->i + 2);
    if (!link || !second || second->type->kind != MTL_NUMBER)
        return BARE;
    uint32_t last;
    return is_dash(link) || mtl_words_has(&p->lang->functions, link->type) ? after(p, p->i + 2, &last) : BARE;
}

static bool is_number_at(const place *p, uint32_t i)
{
    return i < p->end && p->tokens[i].type->kind == MTL_NUMBER;
}

/* "37 / 2 = 18.5", "18.5 - 10 = 8.5": the number stands in a sum, beside its equals sign or before that. */
static bool is_summed(const place *p)
{
    static const char signs[] = "+-*/x";
    const uint32_t i = p->i;
    const bool behind = i >= 2 && p->tokens[i - 1].type->code == '=' && is_number_at(p, i - 2);
    if (behind || (i + 2 < p->end && p->tokens[i + 1].type->code == '=' && is_number_at(p, i + 2)))
        return true;
    if (i + 4 >= p->end || p->tokens[i + 1].type->form.n != 1 || p->tokens[i + 3].type->code != '=')
        return false;
    return memchr(signs, p->tokens[i + 1].type->form.p[0], sizeof signs - 1) && is_number_at(p, i + 2) && is_number_at(p, i + 4);
}

/* "3.5km": the unit is glued to the number. */
static standing glued_unit(const place *p, const mtl_number *n)
{
    const mtl_str form = p->tokens[p->i].type->form;
    if (n->length == form.n)
        return BARE;
    const mtl_str tail = {form.p + n->length, form.n - n->length};
    return mtl_words_has_hash(&p->params->code_set, mtl_fold_hash(tail)) ? MONEY : standing_of(p, tail);
}

/* "PHP 7.0": behind a code an amount has two digits of cents; a magnitude may stand behind it. */
static bool is_release(const found *f)
{
    const mtl_str form = f->token->type->form;
    return form.n == 3 && form.p[1] == '.' && f->standing == BARE;
}

static void look_around(const place *p, found *f)
{
    const mtl_token *t = f->token;
    f->whole = t->at;
    f->standing = glued_unit(p, &f->number);
    if (f->standing != BARE || f->number.length < t->type->form.n)
        return;
    uint32_t last = p->i;
    f->standing = after(p, p->i, &last);
    if (f->standing != BARE)
        f->whole = mtl_span_join(t->at, p->tokens[last].at);
    const mtl_token *before = p->i > 0 && !(t->flags & MTL_BREAK_BEFORE) ? t - 1 : NULL;
    if (before && (is_currency_sign(before) || (is_code(p, before) && (!is_release(f) || f->standing == MONEY)))) {
        f->standing = f->standing == BARE ? MONEY : f->standing;
        f->whole = mtl_span_join(before->at, f->whole);
        /* "R$", "US$" */
        if (before->type->code && mtl_token_is_glued(before) && before > p->tokens && before[-1].type->kind == MTL_WORD)
            f->whole = mtl_span_join(before[-1].at, f->whole);
    }
    if (f->standing == BARE)
        f->standing = is_summed(p) ? MEASURED : shared(p);
}

/* Glued to what no running text has beside a quantity: paths, formulas, code, scores. */
static bool is_technical(const place *p)
{
    static const char left[] = "/@\\_=*#:.,{[^|&", right[] = "/@\\_=*#:{[(^|&";
    const mtl_token *before = p->i > 0 ? &p->tokens[p->i - 1] : NULL, *t = &p->tokens[p->i], *next = t + 1;
    if (t->flags & MTL_IN_CODE)
        return true;
    if (before && mtl_token_is_glued(t)) {
        const uint32_t code = before->type->code;
        const bool ranges = is_dash(before) && (p->i == 1 || !mtl_token_is_glued(before) || before[-1].type->kind == MTL_NUMBER);
        if (mtl_token_is_word(before) || (code && code < 0x80 && memchr(left, (int)code, sizeof left - 1)) ||
            (is_dash(before) && !ranges))
            return true;
    }
    const uint32_t code = p->i + 1 < p->end && mtl_token_is_glued(next) ? next->type->code : 0;
    return code && code < 0x80 && memchr(right, (int)code, sizeof right - 1);
}

/* "Version 3.5", "§ 2.1", "Kap. 1.2": the number is a name. */
static bool is_numbered(const place *p)
{
    uint32_t i = p->i;
    if (i > 1 && p->tokens[i - 1].type->code == '.' && mtl_token_is_glued(&p->tokens[i - 1]))
        i--;
    if (i == 0)
        return false;
    const mtl_type *before = p->tokens[i - 1].type;
    return before->code == 0xA7 || before->code == '#' || mtl_words_has(&p->lang->numbered, before);
}

/* The sentence has clearly more words of other languages than of this: a quotation, a title, something left as it was. */
static bool is_foreign(const place *p)
{
    if (p->lang->base->index >= MTL_MOST_LANGS)
        return false;
    const uint64_t own = UINT64_C(1) << p->lang->base->index;
    const mtl_span sentence = mtl_doc_sentence_at(p->view->doc, p->block, p->tokens[p->i].at.at);
    enum { FAR = 40 }; /* tokens to either side, however long the sentence is */
    uint32_t ours = 0, theirs = 0;
    for (uint32_t i = p->i > FAR ? p->i - FAR : 0; i < p->end && i < p->i + FAR; i++) {
        const mtl_token *t = &p->tokens[i];
        if (t->at.at < sentence.at || t->at.at >= mtl_span_end(sentence))
            continue;
        ours += (t->type->languages & own) != 0;
        theirs += t->type->languages && !(t->type->languages & own);
    }
    return theirs > ours + 1;
}

static void find_in(place *p, founds *all)
{
    for (p->i = 0; p->i < p->end; p->i++) {
        const mtl_str form = p->tokens[p->i].type->form;
        if (form.p[0] < '0' || form.p[0] > '9')
            continue;
        found f = {.block = p->block, .token = &p->tokens[p->i], .number = mtl_number_read(form)};
        if (f.number.shape == MTL_NUMBER_PLAIN || is_technical(p) || is_numbered(p))
            continue;
        look_around(p, &f);
        if ((f.number.length == form.n || f.standing != BARE) && !is_foreign(p))
            mtl_vec_push(all, p->view->scratch, f);
    }
}

static founds find_all(const mtl_rule *rule, const mtl_view *view)
{
    founds all = {0};
    for (uint32_t i = 0; i < view->doc->blocks.n; i++) {
        const mtl_block *block = &view->doc->blocks.items[i];
        place p = {view, rule->params, block, block->profile, view->doc->tokens.items + block->first_token, 0, block->ntokens};
        if (p.lang && mtl_lang_figures(p.lang)->decimal)
            find_in(&p, &all);
    }
    return all;
}

/* ---- what the document does ---- */

typedef struct habit { /* numbers whose marks are beyond doubt */
    uint32_t points, commas;
} habit;

static bool is_settled(const found *f)
{
    const mtl_number *n = &f->number;
    switch (n->shape) {
    case MTL_NUMBER_DECIMAL:
        return f->standing != BARE;
    case MTL_NUMBER_OPEN:
        return f->standing == COUNTED || (n->round && (f->standing == MONEY || f->standing == MEASURED));
    default:
        return true;
    }
}

static habit take_habit(const founds *all)
{
    habit h = {0};
    for (uint32_t i = 0; i < all->n; i++) {
        const bool settled = is_settled(&all->items[i]);
        h.points += settled && all->items[i].number.decimal == '.';
        h.commas += settled && all->items[i].number.decimal == ',';
    }
    return h;
}

static char plain(uint32_t mark)
{
    return mark == '.' ? '.' : ',';
}

/* How LANG writes numbers in this document. False: it may be written either way, and the document does not say which. */
static bool settle(const mtl_lang *lang, const habit *h, mtl_figures *out)
{
    enum { MANY = 4 };
    *out = *mtl_lang_figures(lang);
    if (!lang->either_decimal)
        return true;
    const uint32_t most = h->points > h->commas ? h->points : h->commas, least = h->points + h->commas - most;
    const char lead = h->points > h->commas ? '.' : ',';
    if (lead != plain(out->decimal))
        *out = (mtl_figures){.decimal = (uint32_t)lead, .group = lead == '.' ? ',' : '.', .smallest = out->smallest};
    return most >= MANY && most >= MANY * least;
}

/* ---- judging ---- */

/* Nothing beside it tells a quantity. It is one if it cannot be a date or a time, and follows a word of running text. */
static bool is_lone_quantity(const found *f, const mtl_lang *lang)
{
    const mtl_str form = f->token->type->form;
    uint32_t left = 0, right = 0, i = 0;
    for (; i < form.n && form.p[i] >= '0' && form.p[i] <= '9'; i++)
        left = left > 9999 ? left : left * 10 + (uint32_t)(form.p[i] - '0');
    const uint32_t ndigits = (uint32_t)form.n - i - 1;
    for (i++; i < form.n; i++)
        right = right > 9999 ? right : right * 10 + (uint32_t)(form.p[i] - '0');
    const bool date = left >= 1 && left <= 31 && right >= 1 && right <= 12 && ndigits <= 2;
    const bool clock = left <= 24 && right < 60 && ndigits == 2;
    const bool first = f->token == NULL || f->token->at.at == f->block->text.at;
    return !first && !date && !clock && f->token[-1].type->letters == MTL_LOWER &&
           !mtl_words_has(&lang->numbered, f->token[-1].type);
}

/* How sure it is that the foreign marks of F are a slip; false: they may be right. STRANGE and OWN: what the document proves. */
static bool judge_open(const found *f, uint32_t strange, uint32_t own, mtl_proof *proof)
{
    enum { TENS = 5 };
    const mtl_number *n = &f->number;
    const bool counted = f->standing == MONEY || f->standing == MEASURED || f->standing == COUNTED;
    const bool whole = f->standing == COUNTED || (counted && (n->round || (f->standing == MONEY && !n->fine && n->whole >= TENS)));
    const bool proved = strange > 0 && own == 0;
    *proof = whole || (proved && counted) ? MTL_LIKELY : MTL_DOUBTFUL;
    return whole || proved;
}

/* With three digits at the head too, groups may be a list of numbers without spaces. */
static bool judge(const found *f, const mtl_lang *lang, uint32_t strange, uint32_t own, mtl_proof *proof)
{
    const mtl_number *n = &f->number;
    const bool points = n->decimal == ',';
    *proof = MTL_SURE;
    switch (n->shape) {
    case MTL_NUMBER_DECIMAL:
        if (f->standing != BARE)
            return true;
        *proof = MTL_DOUBTFUL;
        return strange > own && is_lone_quantity(f, lang);
    case MTL_NUMBER_OPEN:
        return judge_open(f, strange, own, proof);
    case MTL_NUMBER_GROUPED:
        *proof = f->standing != BARE || (!points && n->whole % 3) ? MTL_SURE : n->whole % 3 || n->round ? MTL_LIKELY : MTL_DOUBTFUL;
        return true;
    default:
        return true;
    }
}

static const char *mark_name(uint32_t code)
{
    switch (code) {
    case '.':
        return "full stop";
    case ',':
        return "comma";
    case '\'':
    case 0x2019:
        return "apostrophe";
    default:
        return "space";
    }
}

static void report(const mtl_rule *rule, const mtl_view *view, const found *f, const mtl_figures *figures, mtl_proof proof,
                   mtl_sink *sink)
{
    const mtl_str written = mtl_number_write(f->token->type->form, &f->number, figures, view->scratch);
    const uint32_t from = f->token->at.at, to = from + f->number.length;
    const mtl_str text = view->doc->text;
    const mtl_str fix = mtl_str_format(view->scratch, "%.*s%.*s%.*s", (int)(from - f->whole.at), text.p + f->whole.at,
                                       MTL_FMT(written), (int)(mtl_span_end(f->whole) - to), text.p + to);
    mtl_hit *hit = mtl_emit(rule, sink, f->whole);
    mtl_hit_name(hit, "language", f->block->profile->base->name);
    mtl_hit_name(hit, "decimal", mtl_cstr(mark_name(figures->decimal)));
    mtl_hit_name(hit, "group", mtl_cstr(mark_name(figures->group)));
    mtl_hit_fix(hit, f->whole, fix, proof == MTL_SURE ? MTL_SAFE : MTL_UNSAFE);
    mtl_hit_proof(hit, proof);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const founds all = find_all(rule, view);
    const habit h = take_habit(&all);
    for (uint32_t i = 0; i < all.n; i++) {
        const found *f = &all.items[i];
        const mtl_lang *lang = f->block->profile;
        mtl_figures figures;
        if (!settle(lang, &h, &figures) || f->number.decimal == plain(figures.decimal))
            continue;
        const bool points = f->number.decimal == '.';
        mtl_proof proof;
        if (!judge(f, lang, points ? h.points : h.commas, points ? h.commas : h.points, &proof))
            continue;
        const bool usage = lang->either_decimal && proof == MTL_SURE;
        report(rule, view, f, &figures, usage ? MTL_LIKELY : proof, sink);
    }
}

static bool compile(mtl_compiling *c)
{
    number_params *params = c->rule->params;
    params->unit_set = mtl_words_make(&params->units, c->arena);
    params->code_set = mtl_words_make(&params->codes, c->arena);
    return true;
}

static const mtl_param params[] = {
    {"units", MTL_PARAM_STRINGS, offsetof(number_params, units), true, "units of measure that are the same everywhere", NULL},
    {"codes", MTL_PARAM_STRINGS, offsetof(number_params, codes), true, "codes of currencies, before or behind a number", NULL},
};

const mtl_check mtl_check_number = {
    .name = "number",
    .doc = "decimal and grouping marks of another locale",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(number_params),
    .compile = compile,
    .run = run,
};
