/* spacing.c: the kind "spacing": a space before a mark that closes, behind one that opens, inside an elision ("l' homme", "don ' t"), or two
 * marks that clash ("?.", "..", ".”."). Where the language sets a space itself (French), its profile says so. */
#include "lang/clump.h"
#include "rule/check.h"

static bool is_apostrophe(const mtl_token *t)
{
    return t->type->code == '\'' || t->type->code == 0x2019;
}

/* The mark I of the block, with what stands around it. */
typedef struct place {
    const mtl_token *tokens;
    uint32_t i, end;
} place;

static const mtl_token *before(const place *p)
{
    return p->i ? &p->tokens[p->i - 1] : NULL;
}

static const mtl_token *after(const place *p)
{
    return p->i + 1 < p->end ? &p->tokens[p->i + 1] : NULL;
}

/* Nothing is glued behind the mark but what closes: it ends something. */
static bool is_final(const place *p)
{
    const mtl_token *next = after(p);
    return !next || !mtl_token_is_glued(next) || next->type->code == ')' || next->type->code == '"' || next->type->code == 0x201C ||
           next->type->code == 0x201D || next->type->code == 0xBB;
}

/* Tokens FROM .. TO written without the spaces between them. */
static void report_closed(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink, const mtl_token *from, const mtl_token *to,
                          mtl_proof proof)
{
    mtl_str fix = {0};
    for (const mtl_token *t = from; t <= to; t++)
        fix = mtl_str_format(view->scratch, "%.*s%.*s", MTL_FMT(fix), MTL_FMT(t->type->form));
    mtl_emit_fix(rule, sink, mtl_span_join(from->at, to->at), fix, proof);
}

/* The word before the mark ends an address or path, which people keep apart from the full stop. */
static bool ends_address(const place *p)
{
    static const char signs[] = "/@=_\\";
    for (uint32_t i = p->i; i-- > 0;) {
        const uint32_t code = p->tokens[i].type->code;
        if (code && code < 0x80 && memchr(signs, (int)code, sizeof signs - 1))
            return true;
        if (!mtl_token_is_glued(&p->tokens[i]))
            break;
    }
    return false;
}

/* "Tandaan : Hindi na ...": words stand before and behind the colon. Between two nouns that need their capitals it may be a score. */
static bool introduces(const mtl_view *view, const place *p)
{
    enum { LABEL = 3 };
    const mtl_token *left = before(p), *right = after(p);
    if (!right || right->type->kind != MTL_WORD || mtl_token_is_glued(right) || left->type->letters == MTL_UPPER ||
        mtl_token_has_digit(left) || (p->i == 1 && left->type->letters == MTL_LOWER)) /* a list of terms */
        return false;
    return !view->lang->capital_nouns || p->i <= LABEL || left->type->letters == MTL_LOWER || right->type->letters == MTL_LOWER;
}

/* "verzichten ?": a space before a mark that closes. */
static bool space_before(const mtl_rule *rule, const mtl_view *view, const place *p, mtl_sink *sink)
{
    const mtl_token *mark = &p->tokens[p->i], *left = before(p), *right = after(p);
    const uint32_t code = mark->type->code;
    const bool bracketed = left && left->type->code == ')' && (code == '.' || code == ','); /* "(so) ." */
    if (!left || mtl_token_is_glued(mark) || (mark->flags & MTL_BREAK_BEFORE) || (!mtl_token_is_word(left) && !bracketed) ||
        !is_final(p) || mtl_words_has(&view->lang->spaced_marks, mark->type))
        return false;
    const bool between_numbers = right && left->type->kind == MTL_NUMBER && right->type->kind == MTL_NUMBER;
    switch (code) {
    case ',':
    case '?':
    case '!':
        break;
    case ';': /* a smiley */
        if (right && mtl_token_is_glued(right))
            return false;
        break;
    case ':':
        if (!introduces(view, p))
            return false;
        break;
    case '.':
        if ((right && right->type->code == '.') || ends_address(p) || (right && right->type->letters == MTL_LOWER))
            return false; /* "git add . && git commit" */
        break;
    default:
        return false;
    }
    if (between_numbers)
        return false;
    report_closed(rule, view, sink, left, mark, code == ':' ? MTL_POSSIBLE : MTL_SURE);
    return true;
}

/* "¿ Quién", "( so )": a space behind a mark that opens. */
static bool space_behind(const mtl_rule *rule, const mtl_view *view, const place *p, mtl_sink *sink)
{
    const mtl_token *mark = &p->tokens[p->i], *right = after(p);
    const uint32_t code = mark->type->code;
    if ((code != 0xBF && code != 0xA1 && code != '(') || !right || mtl_token_is_glued(right) || right->type->kind != MTL_WORD ||
        (right->flags & MTL_BREAK_BEFORE))
        return false;
    report_closed(rule, view, sink, mark, right, code == '(' ? MTL_LIKELY : MTL_SURE);
    return true;
}

/* "L' homme", "aujourd ' hui", "minister ' s": a space inside an elision. */
static bool split_elision(const mtl_rule *rule, const mtl_view *view, const place *p, mtl_sink *sink)
{
    const mtl_token *mark = &p->tokens[p->i], *left = before(p), *right = after(p);
    if (!is_apostrophe(mark) || !left || !right || left->type->kind != MTL_WORD || right->type->kind != MTL_WORD ||
        mtl_token_is_glued(right) || (right->flags & MTL_BREAK_BEFORE))
        return false;
    const bool elides =
        mtl_token_is_glued(mark) && mtl_words_has(&view->lang->elisions, left->type) && right->type->letters != MTL_UPPER;
    const bool ends = !mtl_token_is_glued(mark) && mtl_words_has(&view->lang->endings, right->type);
    if (!elides && !ends)
        return false;
    report_closed(rule, view, sink, left, right, MTL_SURE);
    return true;
}

/* A word that no list of abbreviations, and no dictionary, lets end with a stop of its own. */
static bool is_full_word(const mtl_view *view, const mtl_token *word, const mtl_token *stop)
{
    enum { SHORT_WORD = 4 };
    const mtl_str form = mtl_str_cut(view->doc->text, mtl_span_join(word->at, stop->at));
    return word->type->kind == MTL_WORD && word->type->letters == MTL_LOWER && word->type->nchars >= SHORT_WORD &&
           !mtl_words_has_hash(&view->lang->abbreviations, mtl_fold_hash(form)) &&
           mtl_view_spell(view, word->type->form) == MTL_KNOWN;
}

/* Which of two marks at the end of one sentence or clause is to be kept; 0: they do not clash. Behind an abbreviation a stop may stand
 * before another mark. */
static uint32_t kept_of(const mtl_view *view, const mtl_token *left, const mtl_token *first, uint32_t second)
{
    const uint32_t code = first->type->code;
    switch (code) {
    case '?':
    case '!':
        return second == '.' ? code : 0;
    case ',':
        return second == '.' || second == ';' || second == ':' || second == ',' ? second : 0;
    case ';':
    case ':':
        return second == ',' || second == '.' || second == ';' ? code : 0;
    case '.':
        return (second == ',' || second == '?' || second == '!' || second == ';') && is_full_word(view, left, first) ? second : 0;
    default:
        return 0;
    }
}

/* "?.", "!.", ",.", ";,": two marks at the end of one sentence or clause. */
static bool clashing(const mtl_rule *rule, const mtl_view *view, const place *p, mtl_sink *sink)
{
    const mtl_token *mark = &p->tokens[p->i], *left = before(p), *right = after(p);
    if (!left || !mtl_token_is_glued(mark) || !right || !mtl_token_is_glued(right) || !right->type->code)
        return false;
    const bool doubled = left->type->code == '?' || left->type->code == '!'; /* "?!." */
    const uint32_t kept = mtl_token_is_word(left) || doubled ? kept_of(view, left, mark, right->type->code) : 0;
    const place next = {p->tokens, p->i + 1, p->end};
    if (!kept || !is_final(&next))
        return false;
    const mtl_token *stays = kept == mark->type->code ? mark : right;
    mtl_emit_fix(rule, sink, mtl_span_join(mark->at, right->at), stays->type->form, MTL_LIKELY);
    return true;
}

/* "gesagt.. Dann": more than one stop and fewer than three. Where the sentence goes on, the two stand for an ellipsis; behind an
 * abbreviation people write both. */
static bool two_stops(const mtl_rule *rule, const mtl_view *view, const place *p, mtl_sink *sink)
{
    const mtl_token *mark = &p->tokens[p->i], *left = before(p), *right = after(p);
    if (mark->type->code != '.' || !left || left->type->kind != MTL_WORD || !mtl_token_is_glued(mark) || !right ||
        right->type->code != '.' || !mtl_token_is_glued(right))
        return false;
    const mtl_token *next = p->i + 2 < p->end ? right + 1 : NULL;
    const mtl_str form = mtl_str_cut(view->doc->text, mtl_span_join(left->at, mark->at));
    if (left->type->nchars < 2 || mtl_words_has_hash(&view->lang->abbreviations, mtl_fold_hash(form)))
        return false;
    if (next && (mtl_token_is_glued(next) || next->type->kind != MTL_WORD || next->type->letters == MTL_LOWER))
        return false;
    mtl_emit_fix(rule, sink, mtl_span_join(mark->at, right->at), mark->type->form, MTL_LIKELY);
    return true;
}

/* "gegangen.“.": the sentence ends inside of the quotation and behind it. */
static bool stop_twice(const mtl_rule *rule, const mtl_view *view, const place *p, mtl_sink *sink)
{
    const mtl_token *mark = &p->tokens[p->i], *left = before(p), *quote = after(p);
    if (mark->type->code != '.' || !left || left->type->letters != MTL_LOWER || left->type->nchars < 3 ||
        !mtl_token_is_glued(mark) || !quote || !mtl_token_is_glued(quote) || !mtl_quotes_is_double(quote->type->code) ||
        p->i + 2 >= p->end)
        return false;
    const mtl_token *stop = quote + 1;
    const mtl_str form = mtl_str_cut(view->doc->text, mtl_span_join(left->at, mark->at));
    if (stop->type->code != '.' || !mtl_token_is_glued(stop) || mtl_words_has_hash(&view->lang->abbreviations, mtl_fold_hash(form)))
        return false;
    const place last = {p->tokens, p->i + 2, p->end};
    if (!is_final(&last) || (after(&last) && after(&last)->type->code == '.'))
        return false;
    const mtl_span at = mtl_span_join(mark->at, stop->at);
    mtl_emit_fix(rule, sink, at, mtl_str_cut(view->doc->text, mtl_span_join(mark->at, quote->at)), MTL_LIKELY);
    return true;
}

/* "gehostet : Sie": a space before a colon. Between numbers and between two names it stands for "to". */
static bool colon_apart(const mtl_rule *rule, const mtl_view *view, const place *p, mtl_sink *sink)
{
    const mtl_token *mark = &p->tokens[p->i], *left = before(p), *right = after(p);
    if (mark->type->code != ':' || !left || left->type->kind != MTL_WORD || mtl_token_is_glued(mark) ||
        (mark->flags & (MTL_BREAK_BEFORE | MTL_WIDE_BEFORE)) || (right && mtl_token_is_glued(right)) ||
        mtl_words_has(&view->lang->spaced_marks, mark->type))
        return false;
    const bool ratio = right && (right->type->kind == MTL_NUMBER || left->type->letters != MTL_LOWER);
    const bool label = p->i < 2; /* "name : value" */
    report_closed(rule, view, sink, left, mark, ratio || label || view->facts->markup.told ? MTL_DOUBTFUL : MTL_LIKELY);
    return true;
}

/* "(wie immer )": a space before a bracket that closes. */
static bool bracket_apart(const mtl_rule *rule, const mtl_view *view, const place *p, mtl_sink *sink)
{
    const mtl_token *mark = &p->tokens[p->i], *left = before(p);
    if (mark->type->code != ')' || !left || !mtl_token_is_word(left) || mtl_token_is_glued(mark) ||
        (mark->flags & MTL_BREAK_BEFORE) || !is_final(p))
        return false;
    for (uint32_t i = p->i; i-- > 0;) {
        if (p->tokens[i].type->code == ')')
            return false;
        if (p->tokens[i].type->code == '(') {
            report_closed(rule, view, sink, left, mark, view->facts->markup.told ? MTL_DOUBTFUL : MTL_LIKELY);
            return true;
        }
    }
    return false;
}

/* "CI / CD": the document writes it without the spaces elsewhere. */
static bool slash_apart(const mtl_rule *rule, const mtl_view *view, const place *p, mtl_sink *sink)
{
    const mtl_token *mark = &p->tokens[p->i], *left = before(p), *right = after(p);
    if (mark->type->code != '/' || !left || !right || left->type->kind != MTL_WORD || right->type->kind != MTL_WORD ||
        mtl_token_is_glued(mark) || mtl_token_is_glued(right) ||
        (mark->flags | right->flags) & (MTL_BREAK_BEFORE | MTL_WIDE_BEFORE))
        return false;
    const mtl_str joined = mtl_str_format(view->scratch, "%.*s/%.*s", MTL_FMT(left->type->form), MTL_FMT(right->type->form));
    if (!mtl_forms_count(&view->facts->forms, joined))
        return false;
    report_closed(rule, view, sink, left, right, MTL_LIKELY);
    return true;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    place p = {view->doc->tokens.items + view->block->first_token, 0, view->block->ntokens};
    for (; p.i < p.end; p.i++)
        if (p.tokens[p.i].type->code && !(p.tokens[p.i].flags & MTL_IN_CODE))
            (void)(space_before(rule, view, &p, sink) || space_behind(rule, view, &p, sink) ||
                   split_elision(rule, view, &p, sink) || stop_twice(rule, view, &p, sink) || two_stops(rule, view, &p, sink) ||
                   clashing(rule, view, &p, sink) || colon_apart(rule, view, &p, sink) || bracket_apart(rule, view, &p, sink) ||
                   slash_apart(rule, view, &p, sink));
}

const mtl_check mtl_check_spacing = {
    .name = "spacing",
    .doc = "a space before a mark that closes, behind one that opens, or inside an elision; clashing marks",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
