#include "lang/token.h"

#include "base/limits.h"

enum { APOSTROPHE = 0x2019, ZERO_WIDTH_SPACE = 0x200B, HOLE = 0xFFFC };

/* The kinds of ASCII, so that most characters cost one look-up. */
#define L MTL_CHAR_LETTER
#define D MTL_CHAR_DIGIT
#define S MTL_CHAR_SPACE
#define P MTL_CHAR_PUNCT
#define Y MTL_CHAR_SYMBOL
#define O MTL_CHAR_OTHER
static const unsigned char ascii[128] = {
    O, O, O, O, O, O, O, O, O, S, S, S, S, S, O, O, /* 00: tab to carriage return are white space */
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* 10 */
    S, P, P, P, Y, P, P, P, P, P, P, Y, P, P, P, P, /* 20: $ and + are symbols */
    D, D, D, D, D, D, D, D, D, D, P, P, Y, Y, Y, P, /* 30: < = > are symbols */
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 40 */
    L, L, L, L, L, L, L, L, L, L, L, P, P, P, Y, P, /* 50: ^ is a symbol, _ is not */
    Y, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 60: ` is a symbol */
    L, L, L, L, L, L, L, L, L, L, L, P, Y, P, Y, O, /* 70: | and ~ are symbols */
};
#undef L
#undef D
#undef S
#undef P
#undef Y
#undef O

typedef struct glyph {
    uint32_t code;
    mtl_char kind;
    size_t end;
} glyph;

static inline glyph glyph_at(mtl_str text, size_t at)
{
    const unsigned char byte = (unsigned char)text.p[at];
    if (byte < 0x80)
        return (glyph){byte, (mtl_char)ascii[byte], at + 1};
    const uint32_t code = mtl_utf8_next(text, &at);
    /* Latin-1 letters and Latin Extended A and B have two gaps, × and ÷. */
    const bool latin = code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7;
    return (glyph){code, latin ? MTL_CHAR_LETTER : mtl_char_kind(code), at};
}

static bool is_break(uint32_t code)
{
    return code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029;
}

/* Moves *AT behind the white space there and returns what it was, as flags. */
static uint32_t skip_space(mtl_str text, size_t *at)
{
    const size_t from = *at;
    uint32_t flags = 0;
    while (*at < text.n) {
        const glyph g = glyph_at(text, *at);
        if (g.kind != MTL_CHAR_SPACE)
            break;
        flags |= MTL_SPACE_BEFORE | (is_break(g.code) ? MTL_BREAK_BEFORE : 0u);
        *at = g.end;
    }
    const bool wide = *at > from && !(*at == from + 1 && text.p[from] == ' ');
    return flags | (wide ? MTL_WIDE_BEFORE : 0u);
}

static bool is_separator(uint32_t code)
{
    return code == '.' || code == ',' || code == ':';
}

/* True if JOINER stands between LAST and a character of the same kind, and joins such: l'homme, 1.234,5. */
static bool joins(mtl_str text, glyph joiner, mtl_char last)
{
    const bool apostrophe = joiner.code == '\'' || joiner.code == APOSTROPHE;
    if (joiner.end == text.n || !(apostrophe || (last == MTL_CHAR_DIGIT && is_separator(joiner.code))))
        return false;
    const glyph after = glyph_at(text, joiner.end);
    return after.kind == last && !(last == MTL_CHAR_LETTER && mtl_char_is_unspaced(after.code));
}

/* A zero width space between two letters, which nobody sees: the word goes on. Scripts without spaces part words with it. */
static bool is_hidden_inside(mtl_str text, glyph g, mtl_char last)
{
    if (g.code != ZERO_WIDTH_SPACE || last != MTL_CHAR_LETTER || g.end == text.n)
        return false;
    const glyph after = glyph_at(text, g.end);
    return after.kind == MTL_CHAR_LETTER && !mtl_char_is_unspaced(after.code);
}

/* The end of the word or number that begins with FIRST at byte START. */
static size_t word_end(mtl_str text, size_t start, glyph first)
{
    mtl_char last = first.kind;
    size_t end = first.end;
    while (end < text.n) {
        glyph g = glyph_at(text, end);
        if (g.kind == MTL_CHAR_PUNCT && joins(text, g, last))
            g = glyph_at(text, g.end);
        const bool attached = g.kind == MTL_CHAR_MARK || g.kind == MTL_CHAR_FORMAT || is_hidden_inside(text, g, last);
        const bool goes_on = g.kind == MTL_CHAR_DIGIT || (g.kind == MTL_CHAR_LETTER && !mtl_char_is_unspaced(g.code));
        if (!(attached || goes_on) || g.end - start > MTL_MAX_TOKEN_BYTES)
            break;
        last = attached ? last : g.kind;
        end = g.end;
    }
    return end;
}

/* The end of a run of letters of unspaced scripts. */
static size_t unspaced_end(mtl_str text, size_t start, size_t end)
{
    while (end < text.n) {
        const glyph g = glyph_at(text, end);
        const bool attached = g.kind == MTL_CHAR_MARK || g.kind == MTL_CHAR_FORMAT;
        if (!(attached || (g.kind == MTL_CHAR_LETTER && mtl_char_is_unspaced(g.code))) || g.end - start > MTL_MAX_TOKEN_BYTES)
            break;
        end = g.end;
    }
    return end;
}

/* The end of a mark or symbol: accents belong to what stands before them, and what makes an emoji of a symbol to the symbol. */
static size_t sign_end(mtl_str text, size_t start, glyph first)
{
    size_t end = first.end;
    while (end < text.n && first.code != HOLE) {
        const glyph g = glyph_at(text, end);
        const bool attached = g.kind == MTL_CHAR_MARK || (g.kind == MTL_CHAR_FORMAT && first.kind == MTL_CHAR_SYMBOL);
        if (!attached || g.end - start > MTL_MAX_TOKEN_BYTES)
            break;
        end = g.end;
    }
    return end;
}

/* The next token; *UNSPACED says whether it is a run that a deputy should cut. */
static mtl_span next_token(mtl_str text, uint32_t *at, uint32_t *flags, bool *unspaced)
{
    size_t start = *at;
    *flags = skip_space(text, &start);
    *unspaced = false;
    if (start == text.n) {
        *at = (uint32_t)start;
        return (mtl_span){*at, 0};
    }
    const glyph first = glyph_at(text, start);
    size_t end;
    if (first.kind == MTL_CHAR_LETTER && mtl_char_is_unspaced(first.code)) {
        *unspaced = true;
        end = unspaced_end(text, start, first.end);
    } else if (first.kind == MTL_CHAR_LETTER || first.kind == MTL_CHAR_DIGIT) {
        end = word_end(text, start, first);
    } else {
        end = sign_end(text, start, first);
    }
    *at = (uint32_t)end;
    return (mtl_span){(uint32_t)start, (uint32_t)(end - start)};
}

mtl_span mtl_token_next(mtl_str text, uint32_t *at, uint32_t *flags)
{
    bool unspaced;
    return next_token(text, at, flags, &unspaced);
}

typedef struct cutting {
    mtl_doc *doc;
    mtl_types *types;
    mtl_span run; /* of an unspaced script; what is left of it */
    uint32_t start, flags;
} cutting;

static void add_token(cutting *c, mtl_span at, uint32_t flags)
{
    const mtl_type *type = mtl_types_intern(c->types, mtl_str_cut(c->doc->text, at));
    mtl_vec_push(&c->doc->tokens, c->doc->arena, ((mtl_token){at, type, flags}));
}

static void add_part(void *user, uint32_t end)
{
    cutting *c = user;
    const uint32_t to = c->start + end;
    if (to <= c->run.at || to > mtl_span_end(c->run))
        return;
    add_token(c, (mtl_span){c->run.at, to - c->run.at}, c->flags);
    c->run = (mtl_span){to, mtl_span_end(c->run) - to};
    c->flags = 0;
}

static void add_run(cutting *c, mtl_span run, uint32_t flags, mtl_deputy_fn *deputy, void *user)
{
    c->run = run;
    c->start = run.at;
    c->flags = flags;
    deputy(user, mtl_str_cut(c->doc->text, run), add_part, c);
    add_part(c, run.len);
}

static void flag_code(mtl_token *from, const mtl_token *end)
{
    for (; from < end; from++)
        from->flags |= MTL_IN_CODE;
}

/* `ls -l': the quotation marks of old manuals, of which token I is the second. */
static bool closes_old_quote(const mtl_token *tokens, uint32_t open, uint32_t i, uint32_t n)
{
    return tokens[i].type->code == '\'' && open + 1 < i && !(tokens[open + 1].flags & MTL_SPACE_BEFORE) &&
           !(tokens[i].flags & MTL_SPACE_BEFORE) &&
           (i + 1 == n || tokens[i + 1].type->kind != MTL_WORD || tokens[i + 1].flags & MTL_SPACE_BEFORE);
}

/* Flags what stands between a backtick, or a row of them, and its like, or between one and an apostrophe. */
static void mark_code(mtl_doc *doc, const mtl_block *block)
{
    mtl_token *tokens = doc->tokens.items + block->first_token;
    uint32_t open = UINT32_MAX;
    for (uint32_t i = 0; i < block->ntokens; i++) {
        const mtl_type *type = tokens[i].type;
        const bool tick = type->form.p[0] == '`', closes = open != UINT32_MAX && tokens[open].type == type;
        if (!tick && (open == UINT32_MAX || !closes_old_quote(tokens, open, i, block->ntokens)))
            continue;
        if (closes || !tick)
            flag_code(&tokens[open + 1], &tokens[i]);
        open = closes || !tick ? UINT32_MAX : i;
    }
}

/* "```", "```sh": a line that opens or closes a block of code. */
static bool is_fence(const mtl_doc *doc, const mtl_block *block)
{
    enum { FENCE = 3 };
    const mtl_token *tokens = doc->tokens.items + block->first_token;
    if (block->ntokens < FENCE || block->ntokens > FENCE + 1)
        return false;
    for (uint32_t i = 0; i < FENCE; i++)
        if (tokens[i].type->code != '`')
            return false;
    return true;
}

/* Flags what stands between two fences. Where that is most of the text, the fence is the wrapping that a chatbot put around it. */
static void mark_fenced(mtl_doc *doc)
{
    const mtl_block *open = NULL;
    for (const mtl_block *b = doc->blocks.items; b < doc->blocks.items + doc->blocks.n; b++) {
        if (!is_fence(doc, b))
            continue;
        const uint32_t from = open ? open->first_token + open->ntokens : 0, n = b->first_token - from;
        if (open && n <= doc->tokens.n / 2)
            for (uint32_t i = from; i < b->first_token; i++)
                doc->tokens.items[i].flags |= MTL_IN_CODE;
        open = open ? NULL : b;
    }
}

void mtl_tokenize(mtl_doc *doc, mtl_types *types, mtl_deputy_fn *deputy, void *user)
{
    cutting c = {.doc = doc, .types = types};
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        mtl_block *block = &doc->blocks.items[i];
        const mtl_str text = mtl_str_cut(doc->text, block->text);
        block->first_token = doc->tokens.n;
        for (uint32_t at = 0;;) {
            uint32_t flags;
            bool unspaced;
            mtl_span token = next_token(text, &at, &flags, &unspaced);
            if (token.len == 0)
                break;
            token.at += block->text.at;
            if (unspaced && deputy)
                add_run(&c, token, flags, deputy, user);
            else
                add_token(&c, token, flags);
        }
        block->ntokens = doc->tokens.n - block->first_token;
        mark_code(doc, block);
    }
    mark_fenced(doc);
}

void mtl_types_init(mtl_types *types, mtl_lexemes lexemes)
{
    *types = (mtl_types){.lexemes = lexemes};
    mtl_map_init(&types->forms, &types->arena);
}

void mtl_types_free(mtl_types *types)
{
    mtl_arena_reset(&types->arena);
    mtl_types_init(types, types->lexemes);
}

void mtl_types_trim(mtl_types *types)
{
    if (types->items.n > MTL_MAX_TYPES)
        mtl_types_free(types);
}

typedef struct letters {
    uint32_t upper, lower, other;
    bool upper_first;
} letters;

static letters count_letters(mtl_str form)
{
    letters n = {0};
    for (size_t i = 0; i < form.n;) {
        const glyph g = glyph_at(form, i);
        i = g.end;
        if (g.kind != MTL_CHAR_LETTER)
            continue;
        if (mtl_char_is_upper(g.code)) {
            n.upper_first |= n.lower == 0 && n.upper == 0;
            n.upper++;
        } else if (mtl_char_is_lower(g.code)) {
            n.lower++;
        } else {
            n.other++;
        }
    }
    return n;
}

static mtl_case case_of(letters n)
{
    if (n.upper == 0)
        return n.lower ? MTL_LOWER : MTL_CASELESS;
    if (n.upper == 1 && n.upper_first)
        return MTL_CAPITAL;
    return n.lower == 0 ? MTL_UPPER : MTL_MIXED;
}

static mtl_class class_of(glyph first, letters n)
{
    if (first.kind == MTL_CHAR_LETTER || first.kind == MTL_CHAR_DIGIT)
        return n.upper + n.lower + n.other ? MTL_WORD : MTL_NUMBER;
    if (first.code == HOLE)
        return MTL_VOID;
    return first.kind == MTL_CHAR_PUNCT ? MTL_PUNCT : MTL_SYMBOL;
}

static mtl_type *make_type(mtl_types *types, mtl_str form)
{
    mtl_type *type = mtl_arena_one(&types->arena, mtl_type);
    const letters n = count_letters(form);
    const glyph first = glyph_at(form, 0);
    type->form = form;
    type->kind = class_of(first, n);
    type->letters = case_of(n);
    type->code = type->kind == MTL_PUNCT || type->kind == MTL_SYMBOL ? first.code : 0;
    type->nchars = (uint32_t)mtl_utf8_count(form);
    /* A lone soft hyphen folds to nothing, which is no token: it stays what it is. */
    const mtl_str folded = mtl_fold(form, &types->arena);
    const bool changed = folded.n && !mtl_str_same(folded, form);
    type->folded = changed ? mtl_types_intern(types, folded)->folded : type;
    type->hash = changed ? type->folded->hash : mtl_hash(form);
    if (types->lexemes.languages)
        type->languages = types->lexemes.languages(types->lexemes.user, type->hash);
    if (types->lexemes.trigger)
        type->trigger = types->lexemes.trigger(types->lexemes.user, type->hash);
    return type;
}

const mtl_type *mtl_types_intern(mtl_types *types, mtl_str form)
{
    const uint64_t hash = mtl_hash(form);
    const uint32_t known = mtl_map_get_hashed(&types->forms, form, hash);
    if (known != MTL_MAP_NONE)
        return types->items.items[known];
    mtl_type *type = make_type(types, mtl_str_copy(form, &types->arena));
    mtl_vec_push(&types->items, &types->arena, type);
    *mtl_map_put_hashed(&types->forms, type->form, hash) = types->items.n - 1;
    return type;
}
