#include "facts/markup.h"

/* What Markdown looks like. The first five are seldom anything else; dashes before items and ">" before a quotation are in plain texts
 * and mails too. */
typedef enum sign { HEADING, FENCE, LINK, TABLE, TICKS, ITEM, QUOTATION, BOLD, BOLD_ITEM, NSIGNS } sign;
enum { NSTRONG = TICKS + 1 };

typedef struct signs {
    uint32_t n[NSIGNS];
} signs;

static bool is_heading(mtl_str s)
{
    size_t hashes = 0;
    while (hashes < s.n && s.p[hashes] == '#')
        hashes++;
    return hashes && hashes <= 6 && hashes + 1 < s.n && s.p[hashes] == ' ';
}

static bool is_item(mtl_str s)
{
    return mtl_str_starts(s, MTL_LIT("- ")) || mtl_str_starts(s, MTL_LIT("* ")) || mtl_str_starts(s, MTL_LIT("+ "));
}

/* How often "[text](address" stands in S. */
static uint32_t count_links(mtl_str s)
{
    uint32_t n = 0;
    const size_t first = mtl_str_find(s, MTL_LIT("["), 0);
    for (size_t at = 0; first != SIZE_MAX && (at = mtl_str_find(s, MTL_LIT("]("), at)) != SIZE_MAX; at += 2)
        n += first < at && at + 2 < s.n && s.p[at + 2] != ' ';
    return n;
}

/* How often "**text**" stands in S. */
static uint32_t count_bold(mtl_str s)
{
    uint32_t n = 0;
    for (size_t at = 0; (at = mtl_str_find(s, MTL_LIT("**"), at)) != SIZE_MAX;) {
        const size_t close =
            at + 3 < s.n && s.p[at + 2] != ' ' && s.p[at + 2] != '*' ? mtl_str_find(s, MTL_LIT("**"), at + 3) : SIZE_MAX;
        n += close != SIZE_MAX;
        at = close == SIZE_MAX ? at + 2 : close + 2;
    }
    return n;
}

static bool has_code(const mtl_doc *doc, const mtl_block *block)
{
    for (uint32_t i = 0; i < block->ntokens; i++)
        if (doc->tokens.items[block->first_token + i].flags & MTL_IN_CODE)
            return true;
    return false;
}

static void count_signs(signs *s, const mtl_doc *doc, const mtl_block *block)
{
    const mtl_str text = mtl_str_cut(doc->text, block->text);
    const uint32_t bold = count_bold(text);
    s->n[HEADING] += is_heading(text);
    s->n[FENCE] += mtl_str_starts(text, MTL_LIT("```")) || mtl_str_starts(text, MTL_LIT("~~~"));
    s->n[LINK] += count_links(text) + (mtl_str_starts(text, MTL_LIT("[")) && mtl_str_find(text, MTL_LIT("]: http"), 0) != SIZE_MAX);
    s->n[TABLE] += text.n > 2 && text.p[0] == '|' && text.p[text.n - 1] == '|';
    s->n[TICKS] += has_code(doc, block);
    s->n[ITEM] += is_item(text);
    s->n[QUOTATION] += mtl_str_starts(text, MTL_LIT("> "));
    s->n[BOLD] += bold;
    s->n[BOLD_ITEM] += bold && is_item(text);
}

static bool is_markdown(const signs *s)
{
    uint32_t kinds = 0;
    for (uint32_t i = 0; i < NSTRONG; i++)
        kinds += s->n[i] > 0;
    const bool weak = s->n[ITEM] || s->n[QUOTATION] || s->n[BOLD];
    return kinds > 1 || (kinds && weak) || s->n[HEADING] > 1 || s->n[LINK] > 1 || s->n[FENCE] > 1 || s->n[BOLD_ITEM] > 1;
}

/* All of S stands between tags. */
static bool is_wrapped_in_tags(mtl_str s)
{
    return s.n && s.p[0] == '<' && s.p[s.n - 1] == '>';
}

/* The source has the "<" that begins BLOCK. In a page it has "&lt;": what was escaped there is text, however much it looks like a tag. */
static bool is_written(const mtl_doc *doc, const mtl_block *block)
{
    return doc->source->bytes.p[mtl_doc_to_source(doc, (mtl_span){block->text.at, 1}).at] == '<';
}

/* "<p …", "</ul>", "<!-- …" */
static bool begins_with_tag(const mtl_doc *doc, const mtl_block *block)
{
    const mtl_str s = mtl_str_cut(doc->text, block->text);
    const bool named =
        s.n > 2 && s.p[0] == '<' && (s.p[1] == '/' || s.p[1] == '!' || ((s.p[1] | 0x20) >= 'a' && (s.p[1] | 0x20) <= 'z'));
    return named && mtl_str_find(s, MTL_LIT(">"), 0) != SIZE_MAX && is_written(doc, block);
}

/* A name of what programs and pages are written in, where it does not end the name of a file. */
static bool names_markup(const mtl_token *tokens, uint32_t i)
{
    const mtl_type *type = tokens[i].type;
    static const char *const names[] = {"html",  "xhtml",      "xml",    "css", "xliff", "markdown", "wikitext", "bbcode",
                                        "latex", "javascript", "python", "php", "jsx",   "jinja",    "regex"};
    const mtl_str form = type->folded->form;
    const bool ends_name = i && tokens[i - 1].type->code == '.' && mtl_token_is_glued(&tokens[i]);
    if (type->kind != MTL_WORD || form.n < 3 || ends_name)
        return false;
    for (const char *const *name = names; name < MTL_END(names); name++)
        if (mtl_str_is(form, *name))
            return true;
    return false;
}

/* "main()" */
static bool is_call(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    return i + 2 < end && tokens[i].type->kind == MTL_WORD && tokens[i + 1].type->code == '(' &&
           mtl_token_is_glued(&tokens[i + 1]) && tokens[i + 2].type->code == ')' && mtl_token_is_glued(&tokens[i + 2]);
}

static bool speaks_of_markup(const mtl_doc *doc)
{
    for (uint32_t i = 0; i < doc->tokens.n; i++)
        if (names_markup(doc->tokens.items, i) || is_call(doc->tokens.items, i, doc->tokens.n))
            return true;
    return false;
}

/* "{0}", "{name}", "%d", "%s", "%(name)s": whole. */
static bool is_placeholder(const mtl_token *tokens, uint32_t i, uint32_t end)
{
    const mtl_token *first = &tokens[i], *second = i + 1 < end ? first + 1 : NULL, *third = i + 2 < end ? first + 2 : NULL;
    if (!second || !mtl_token_is_glued(second))
        return false;
    if (first->type->code == '{')
        return mtl_token_is_word(second) && third && third->type->code == '}' && mtl_token_is_glued(third);
    const bool letter = second->type->nchars == 1 && second->type->letters == MTL_LOWER;
    return first->type->code == '%' && (i == 0 || !mtl_token_is_glued(first) || tokens[i - 1].type->code) &&
           (letter || second->type->code == '(');
}

static bool has_placeholders(const mtl_doc *doc)
{
    for (uint32_t i = 0; i < doc->tokens.n; i++)
        if (is_placeholder(doc->tokens.items, i, doc->tokens.n))
            return true;
    return false;
}

/* A paragraph begins with a star that stands for no item and opens nothing: a footnote. */
static bool is_star_note(mtl_str s)
{
    const bool two = mtl_str_starts(s, MTL_LIT("**"));
    if (!mtl_str_starts(s, MTL_LIT("*")) || mtl_str_starts(s, MTL_LIT("* ")))
        return false;
    return mtl_str_starts(s, MTL_LIT("** ")) || mtl_str_find(s, MTL_LIT("**"), two ? 2 : 0) == SIZE_MAX;
}

mtl_markup mtl_markup_gather(const mtl_doc *doc)
{
    signs s = {0};
    uint32_t tagged = 0, wrapped = 0, notes = 0;
    for (uint32_t b = 0; b < doc->blocks.n; b++) {
        count_signs(&s, doc, &doc->blocks.items[b]);
        const mtl_str text = mtl_str_cut(doc->text, doc->blocks.items[b].text);
        const bool tag = begins_with_tag(doc, &doc->blocks.items[b]);
        tagged += tag;
        notes += is_star_note(text);
        wrapped += tag && is_wrapped_in_tags(text);
    }
    return (mtl_markup){
        .markdown = is_markdown(&s),
        .html = (tagged > 1 || wrapped) && tagged * 2 >= doc->blocks.n,
        .star_notes = notes > 0,
        .strings = has_placeholders(doc),
        .told = speaks_of_markup(doc),
    };
}
