/* script.c: the kind "script": a word with letters of two alphabets, such as a Cyrillic "а" in a Latin word. It looks right, and no search,
 * speller or screen reader takes it for the word that it seems to be.
 *
 * Or a word of a script that has no letters in common, which an engine left standing: "自動beendet".
 *
 * What keeps it quiet: Greek letters that are symbols (Δt, μm, β2), and an ending put to a foreign name behind an apostrophe. */
#include "rule/check.h"

#include "base/out.h"
#include "base/utf8.h"

typedef enum alphabet { OTHER, LATIN, CYRILLIC, GREEK, NALPHABETS } alphabet;

/* Letters that look alike (Unicode's confusables.txt, those of upright print only). */
static const struct alike {
    uint32_t latin, cyrillic, greek; /* 0: none */
} alikes[] = {
    {'A', 0x410, 0x391}, {'B', 0x412, 0x392}, {'C', 0x421, 0},     {'E', 0x415, 0x395}, {'H', 0x41D, 0x397}, {'I', 0x406, 0x399},
    {'J', 0x408, 0},     {'K', 0x41A, 0x39A}, {'M', 0x41C, 0x39C}, {'N', 0, 0x39D},     {'O', 0x41E, 0x39F}, {'P', 0x420, 0x3A1},
    {'S', 0x405, 0},     {'T', 0x422, 0x3A4}, {'X', 0x425, 0x3A7}, {'Y', 0x423, 0x3A5}, {'Z', 0, 0x396},     {'a', 0x430, 0x3B1},
    {'c', 0x441, 0},     {'e', 0x435, 0},     {'i', 0x456, 0x3B9}, {'j', 0x458, 0},     {'k', 0x43A, 0x3BA}, {'o', 0x43E, 0x3BF},
    {'p', 0x440, 0x3C1}, {'s', 0x455, 0},     {'v', 0x475, 0x3BD}, {'x', 0x445, 0x3C7}, {'y', 0x443, 0x3B3}, {'u', 0, 0x3C5},
};

static alphabet alphabet_of(uint32_t code)
{
    if ((code >= 0x400 && code < 0x530))
        return CYRILLIC;
    if ((code >= 0x370 && code < 0x400) || (code >= 0x1F00 && code < 0x2000))
        return GREEK;
    const bool latin = (code | 0x20) - 'a' < 26 || (code >= 0xC0 && code < 0x250 && code != 0xD7 && code != 0xF7) ||
                       (code >= 0x1E00 && code < 0x1F00);
    return latin ? LATIN : OTHER;
}

static uint32_t member(const struct alike *a, alphabet which)
{
    return which == LATIN ? a->latin : which == CYRILLIC ? a->cyrillic : a->greek;
}

/* The letter of alphabet TO that looks like CODE, or 0. */
static uint32_t look_alike(uint32_t code, alphabet from, alphabet to)
{
    for (const struct alike *a = alikes; a < MTL_END(alikes); a++)
        if (member(a, from) == code)
            return member(a, to);
    return 0;
}

typedef struct makeup { /* of one word */
    uint32_t n[NALPHABETS];
    alphabet most, least; /* of the two that meet; OTHER: the word is in one */
    bool joined;          /* an apostrophe or digit stands between: an ending put to a name, a formula */
} makeup;

static makeup look_into(mtl_str word)
{
    makeup m = {.most = LATIN, .least = OTHER};
    for (size_t i = 0; i < word.n;) {
        const uint32_t code = mtl_utf8_next(word, &i);
        m.n[alphabet_of(code)]++;
        m.joined |= code == '\'' || code == 0x2019 || code - '0' < 10;
    }
    for (alphabet a = LATIN; a < NALPHABETS; a++)
        if (m.n[a] > m.n[m.most])
            m.most = a;
    for (alphabet a = LATIN; a < NALPHABETS; a++)
        if (a != m.most && m.n[a])
            m.least = a;
    return m;
}

/* WORD with its few strange letters replaced by those they look like; empty if one of them looks like none. */
static mtl_str mended(mtl_str word, const makeup *m, mtl_arena *arena)
{
    mtl_out out = {0};
    bool all = true;
    for (size_t i = 0; i < word.n;) {
        const size_t from = i;
        const uint32_t code = mtl_utf8_next(word, &i);
        char bytes[4];
        const uint32_t alike = alphabet_of(code) == m->least ? look_alike(code, m->least, m->most) : 0;
        all &= alike || alphabet_of(code) != m->least;
        mtl_out_str(&out, alike ? (mtl_str){bytes, mtl_utf8_put(bytes, alike)} : (mtl_str){word.p + from, i - from});
    }
    const mtl_str copy = all ? mtl_str_copy(mtl_out_bytes(&out), arena) : (mtl_str){0};
    mtl_out_free(&out);
    return copy;
}

static void check_word(const mtl_rule *rule, const mtl_view *view, const mtl_token *t, mtl_sink *sink)
{
    static const char *const names[NALPHABETS] = {[OTHER] = "", [LATIN] = "Latin", [CYRILLIC] = "Cyrillic", [GREEK] = "Greek"};
    const makeup m = look_into(t->type->form);
    if (m.least == OTHER || m.joined)
        return;
    const mtl_str fix = mended(t->type->form, &m, view->scratch);
    /* One Greek letter is a symbol, unless it hides behind a Latin look-alike in a word of some length. */
    if ((m.least == GREEK || m.most == GREEK) && (fix.n == 0 || m.n[m.most] < 3))
        return;
    if (m.n[m.most] < 2)
        return;
    mtl_hit *hit = mtl_emit(rule, sink, t->at);
    mtl_hit_name(hit, "strange", mtl_cstr(names[m.least]));
    mtl_hit_name(hit, "usual", mtl_cstr(names[m.most]));
    if (fix.n)
        mtl_hit_fix(hit, t->at, fix, MTL_SAFE);
    mtl_hit_proof(hit, fix.n ? MTL_SURE : MTL_LIKELY);
}

/* The script of CODE, where it is one of those that never meet Latin letters in a word; or NULL. Ranges of Unicode's Blocks.txt. */
static const char *distant_script(uint32_t code)
{
    static const struct {
        uint32_t from, to;
        const char *name;
    } scripts[] = {{0x590, 0x5FF, "Hebrew"},    {0x600, 0x6FF, "Arabic"},    {0x900, 0x97F, "Devanagari"},
                   {0xE00, 0xE7F, "Thai"},      {0x1100, 0x11FF, "Korean"},  {0x3040, 0x30FF, "Japanese"},
                   {0x3400, 0x4DBF, "Chinese"}, {0x4E00, 0x9FFF, "Chinese"}, {0xAC00, 0xD7AF, "Korean"}};
    for (size_t i = 0; i < MTL_COUNT(scripts); i++)
        if (code >= scripts[i].from && code <= scripts[i].to)
            return scripts[i].name;
    return NULL;
}

static const char *script_of(const mtl_token *t)
{
    size_t i = 0;
    return t->type->kind == MTL_WORD ? distant_script(mtl_utf8_next(t->type->form, &i)) : NULL;
}

static bool is_latin(const mtl_token *t)
{
    size_t i = 0;
    return t->type->kind == MTL_WORD && t->type->nchars > 1 && alphabet_of(mtl_utf8_next(t->type->form, &i)) == LATIN;
}

/* Tokens FIRST .. LAST of the block are of the script NAME. Glued to a Latin word they are left over; between two small ones, too. */
static void check_distant(const mtl_rule *rule, const mtl_view *view, uint32_t first, uint32_t last, const char *name,
                          mtl_sink *sink)
{
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    const mtl_token *left = first ? &tokens[first - 1] : NULL, *right = last + 1 < view->block->ntokens ? &tokens[last + 1] : NULL;
    const bool glued_left = left && is_latin(left) && mtl_token_is_glued(&tokens[first]);
    const bool glued_right = right && is_latin(right) && mtl_token_is_glued(right);
    const bool ideographs =
        *name == 'C' || *name == 'J' || *name == 'K'; /* the others stand in running text as they do in a list */
    const bool between = ideographs && left && right && is_latin(left) && is_latin(right) && left->type->letters == MTL_LOWER &&
                         right->type->letters == MTL_LOWER && !mtl_quotes_inside(&view->facts->quotes, tokens[first].at.at);
    if (!glued_left && !glued_right && !between)
        return;
    const mtl_span at = mtl_span_join(glued_left ? left->at : tokens[first].at, glued_right ? right->at : tokens[last].at);
    mtl_hit *hit = mtl_emit(rule, sink, at);
    mtl_hit_name(hit, "strange", mtl_cstr(name));
    mtl_hit_name(hit, "usual", MTL_LIT("Latin"));
    mtl_hit_proof(hit, glued_left || glued_right ? MTL_LIKELY : MTL_POSSIBLE);
}

static void run(const mtl_rule *rule, const mtl_view *view, mtl_sink *sink)
{
    const mtl_token *tokens = view->doc->tokens.items + view->block->first_token;
    for (uint32_t i = 0; i < view->block->ntokens; i++) {
        if (tokens[i].type->kind != MTL_WORD || tokens[i].type->form.n <= tokens[i].type->nchars)
            continue;
        check_word(rule, view, &tokens[i], sink);
        const char *name = script_of(&tokens[i]);
        if (!name)
            continue;
        const uint32_t first = i;
        while (i + 1 < view->block->ntokens && script_of(&tokens[i + 1]) && mtl_token_is_glued(&tokens[i + 1]))
            i++;
        check_distant(rule, view, first, i, name, sink);
    }
}

const mtl_check mtl_check_script = {
    .name = "script",
    .doc = "letters of two alphabets in one word",
    .reach = MTL_PER_BLOCK,
    .run = run,
};
