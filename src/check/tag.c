/* tag.c: the kind "tag": tags of HTML left in the text. "torn": spaces inside, so that no program reads them ("<b >", "</ b>").
 * "stray": a tag without its partner, and in running text the pairs too. In a web page a tag in the text was escaped ("&lt;b&gt;"), often
 * once too often: no browser reads it as one, so a pair is as stray as half of it.
 *
 * What keeps it quiet: pages written in HTML, strings of programs with whole pairs, texts that speak of tags, comparisons ("a < b"). */
#include "rule/placing.h"

enum { WHAT_STRAY, WHAT_TORN };

typedef struct tag_params {
    uint32_t what;
} tag_params;

static const char *const whats[] = {[WHAT_STRAY] = "stray", [WHAT_TORN] = "torn", NULL};
static const mtl_param params[] = {
    {"what", MTL_PARAM_CHOICE, offsetof(tag_params, what), true, "what it looks for", whats},
};

/* Pairs count as left over where the document is this long and has no more than one tag for so many words. */
enum { PROSE_WORDS = 40, WORDS_A_TAG = 12, LONGEST_TAG = 300 };

typedef struct element {
    const char *name;
    bool is_void; /* has no partner */
} element;

static const element elements[] = {
    {"a", false},      {"b", false},          {"i", false},          {"u", false},    {"p", false},     {"em", false},
    {"strong", false}, {"span", false},       {"div", false},        {"font", false}, {"sup", false},   {"sub", false},
    {"center", false}, {"blockquote", false}, {"h1", false},         {"h2", false},   {"h3", false},    {"h4", false},
    {"h5", false},     {"h6", false},         {"ul", false},         {"ol", false},   {"li", false},    {"table", false},
    {"tr", false},     {"td", false},         {"th", false},         {"code", false}, {"small", false}, {"mark", false},
    {"del", false},    {"ins", false},        {"figcaption", false}, {"br", true},    {"img", true},    {"hr", true},
    {"wbr", true},
};

typedef struct tag {
    mtl_span text;
    uint32_t block, token;
    const element *element;
    uint32_t partner; /* index, or UINT32_MAX */
    bool closes, torn;
    bool escaped; /* the source says "&lt;" */
} tag;

typedef MTL_VEC(tag) tags;

/* ---- reading one tag ---- */

static bool is_letter(char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static size_t skip_blanks(mtl_str s, size_t at)
{
    while (at < s.n && s.p[at] == ' ')
        at++;
    return at;
}

static const element *element_called(mtl_str name)
{
    for (const element *e = elements; e < MTL_END(elements); e++) {
        const mtl_str own = mtl_cstr(e->name);
        bool same = own.n == name.n;
        for (size_t i = 0; same && i < own.n; i++)
            same = own.p[i] == (is_letter(name.p[i]) ? (char)(name.p[i] | 0x20) : name.p[i]);
        if (same)
            return e;
    }
    return NULL;
}

/* Behind the attributes that begin at AT: up to the ">" or "/>", which is not read. SIZE_MAX: these are none. */
static size_t skip_attributes(mtl_str s, size_t at)
{
    char quote = 0;
    bool value = false;
    for (; at < s.n && at < LONGEST_TAG; at++) {
        const char c = s.p[at];
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return value ? at : SIZE_MAX;
        } else if (c == '<' || c == '\n') {
            return SIZE_MAX;
        }
        value |= c == '=';
    }
    return SIZE_MAX;
}

/* The tag at the head of S, whose text is at *T. False: there is none. */
static bool read_tag(mtl_str s, tag *t)
{
    size_t at = skip_blanks(s, 1);
    t->torn = at > 1;
    t->closes = at < s.n && s.p[at] == '/';
    if (t->closes) {
        const size_t name = skip_blanks(s, at + 1);
        t->torn |= name > at + 1;
        at = name;
    }
    const size_t from = at;
    while (at < s.n && (is_letter(s.p[at]) || (at > from && s.p[at] >= '0' && s.p[at] <= '9')))
        at++;
    t->element = element_called(mtl_str_cut(s, (mtl_span){(uint32_t)from, (uint32_t)(at - from)}));
    if (!t->element)
        return false;
    size_t end = skip_blanks(s, at);
    if (end < s.n && s.p[end] == '/' && !t->closes)
        end = skip_blanks(s, end + 1);
    else if (end > at && end < s.n && s.p[end] == '>')
        t->torn = true;
    else if (end > at)
        end = skip_attributes(s, end);
    if (end >= s.n || s.p[end] != '>')
        return false;
    t->text.len = (uint32_t)end + 1;
    return true;
}

/* ---- all of a document ---- */

/* The text speaks of the tag: it stands in quotation marks, brackets or backticks, or behind a word for tags. */
static bool is_mentioned(const mtl_view *view, const mtl_block *block, const tag *t)
{
    static const uint32_t marks[] = {'"', '\'', '(', '[', '`', 0x201C, 0x201D, 0x201E, 0x2018, 0xAB, 0xBB};
    const mtl_token *token = &view->doc->tokens.items[t->token];
    if (mtl_quotes_inside(&view->facts->quotes, t->text.at) || token->flags & MTL_IN_CODE)
        return true;
    if (t->token == block->first_token)
        return false;
    for (const uint32_t *m = marks; m < MTL_END(marks); m++)
        if (mtl_token_is_glued(token) && token[-1].type->code == *m)
            return true;
    return mtl_words_has(&view->lang->tag_words, token[-1].type);
}

/* True if the text speaks of one of its tags, so that it may speak of them all. */
static bool find_tags(const mtl_view *view, tags *all)
{
    bool told = view->facts->markup.told;
    for (uint32_t b = 0; b < view->doc->blocks.n; b++) {
        const mtl_block *block = &view->doc->blocks.items[b];
        for (uint32_t i = block->first_token; i < block->first_token + block->ntokens; i++) {
            const mtl_token *token = &view->doc->tokens.items[i];
            tag t = {.text = token->at, .block = b, .token = i, .partner = UINT32_MAX};
            if (token->type->code != '<')
                continue;
            const mtl_str rest = mtl_str_cut(view->doc->text, (mtl_span){token->at.at, mtl_span_end(block->text) - token->at.at});
            if (!read_tag(rest, &t))
                continue;
            t.escaped = view->doc->source->bytes.p[mtl_doc_to_source(view->doc, t.text).at] != '<';
            if (is_mentioned(view, block, &t))
                told = true;
            else
                mtl_vec_push(all, view->scratch, t);
        }
    }
    return told;
}

static void pair_tags(tags *all)
{
    enum { FARTHEST = 64 };
    for (uint32_t i = 0; i < all->n; i++) {
        tag *close = &all->items[i];
        for (uint32_t back = 1; close->closes && back <= FARTHEST && back <= i; back++) {
            tag *open = &all->items[i - back];
            if (open->closes || open->partner != UINT32_MAX || open->element != close->element)
                continue;
            open->partner = i;
            close->partner = i - back;
            break;
        }
    }
}

/* ---- findings ---- */

/* What a tag of that name looks like when it is whole. */
static mtl_str whole(const mtl_view *view, const tag *t)
{
    return mtl_str_format(view->scratch, "<%s%s%s>", t->closes ? "/" : "", t->element->name, t->element->is_void ? "/" : "");
}

/* A break that stands between two words without a space is a space. */
static bool parts_words(const mtl_view *view, const tag *t)
{
    const uint32_t end = mtl_span_end(t->text), block_end = mtl_span_end(view->block->text);
    const bool glued = t->text.at > view->block->text.at && view->doc->text.p[t->text.at - 1] != ' ' && end < block_end &&
                       view->doc->text.p[end] != ' ';
    return t->element->is_void && glued;
}

static void report(const mtl_rule *rule, const mtl_view *view, const tag *t, mtl_proof proof, mtl_sink *sink)
{
    const uint32_t what = ((const tag_params *)rule->params)->what;
    mtl_view here = *view;
    here.block = &view->doc->blocks.items[t->block];
    mtl_placing placing = {.proof = (uint32_t)(MTL_SURE - proof)};
    const mtl_str fix = what == WHAT_TORN ? whole(view, t) : parts_words(&here, t) ? MTL_LIT(" ") : MTL_LIT("");
    mtl_placing_emit(&placing, rule, &here, sink, t->text, fix);
}

/* How sure it is that a whole tag does not belong into the text; false: it may. */
static bool is_stray(const mtl_view *view, const tags *all, const tag *t, bool told, mtl_proof *proof)
{
    const uint32_t words = view->facts->words;
    if (told) {
        *proof = MTL_DOUBTFUL;
        return true;
    }
    *proof = t->partner == UINT32_MAX && !t->element->is_void ? MTL_SURE : MTL_LIKELY;
    const bool read = view->facts->markup.markdown || view->facts->markup.strings; /* by a program, and meant for it */
    const bool prose = t->escaped || (words >= PROSE_WORDS && all->n * WORDS_A_TAG <= words);
    return t->partner == UINT32_MAX || (prose && !read);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const uint32_t what = ((const tag_params *)rule->params)->what;
    tags all = {0};
    if (view->facts->markup.html)
        return;
    const bool told = find_tags(view, &all);
    pair_tags(&all);
    for (const tag *t = all.items; t < all.items + all.n; t++) {
        mtl_proof proof = told ? MTL_LIKELY : MTL_SURE;
        if (what == WHAT_TORN ? t->torn : !t->torn && is_stray(view, &all, t, told, &proof))
            report(rule, view, t, proof, sink);
    }
}

const mtl_check mtl_check_tag = {
    .name = "tag",
    .doc = "tags of HTML without a partner, or torn by spaces",
    .reach = MTL_PER_DOC,
    .params = params,
    .nparams = MTL_COUNT(params),
    .params_size = sizeof(tag_params),
    .run = run,
};
