/* spacing.c: the kind "spacing": a space before a mark that closes, behind one that opens, inside an elision ("l' homme", "don ' t"), or two
 * marks that clash ("?."). Where the language sets a space itself (French), its profile says so. */
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

/* "verzichten ?": a space before a mark that closes. */
static bool space_before(const mtl_rule *rule, const mtl_view *view, const place *p, mtl_sink *sink)
{
    const mtl_token *mark = &p->tokens[p->i], *left = before(p), *right = after(p);
    const uint32_t code = mark->type->code;
    if (!left || mtl_token_is_glued(mark) || (mark->flags & MTL_BREAK_BEFORE) || !mtl_token_is_word(left) || !is_final(p) ||
        mtl_words_has(&view->lang->spaced_marks, mark->type))
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
    case '.':
        if ((right && right->type->code == '.') || ends_address(p))
            return false;
        break;
    default:
        return false;
    }
    if (between_numbers)
        return false;
    report_closed(rule, view, sink, left, mark, MTL_SURE);
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

/* "?.", "!.", ",.": two marks at the end of one sentence. */
static bool clashing(const mtl_rule *rule, const place *p, mtl_sink *sink)
{
    const mtl_token *mark = &p->tokens[p->i], *left = before(p), *right = after(p);
    const bool first = mark->type->code == '?' || mark->type->code == '!' || mark->type->code == ',';
    if (!first || !left || !mtl_token_is_word(left) || !mtl_token_is_glued(mark) || !right || !mtl_token_is_glued(right) ||
        right->type->code != '.')
        return false;
    const place next = {p->tokens, p->i + 1, p->end};
    if (!is_final(&next))
        return false;
    mtl_emit_fix(rule, sink, mtl_span_join(mark->at, right->at), mark->type->code == ',' ? right->type->form : mark->type->form,
                 MTL_LIKELY);
    return true;
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    place p = {view->doc->tokens.items + view->block->first_token, 0, view->block->ntokens};
    for (; p.i < p.end; p.i++)
        if (p.tokens[p.i].type->code && !(p.tokens[p.i].flags & MTL_IN_CODE))
            (void)(space_before(rule, view, &p, sink) || space_behind(rule, view, &p, sink) ||
                   split_elision(rule, view, &p, sink) || clashing(rule, &p, sink));
}

const mtl_check mtl_check_spacing = {
    .name = "spacing",
    .doc = "a space before a mark that closes, behind one that opens, or inside an elision; clashing marks",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
