#include "rule/lists.h"

#include "base/limits.h"
#include "base/out.h"
#include "base/utf8.h"
#include "text/source.h"

#include <stdlib.h>
#include <unistd.h>

static bool wrong(mtl_compiling *c, uint32_t line, const char *what, mtl_str name)
{
    const mtl_yaml at = {.line = line};
    mtl_problem_at(c->problems, c->rule->info.file, &at, "list “%.*s” %s", MTL_FMT(name), what);
    return false;
}

/* The first place where the list NAME stands; empty: nowhere. */
static mtl_str find(const mtl_compiling *c, mtl_str name)
{
    const mtl_str file = c->rule->info.file;
    size_t folder = file.n;
    while (folder > 0 && file.p[folder - 1] != '/')
        folder--;
    const mtl_str places[] = {
        mtl_str_format(c->arena, "%.*s%.*s.txt", (int)folder, file.p, MTL_FMT(name)),
        mtl_str_format(c->arena, "%s/%.*s/%.*s.txt", c->dictionary_dir, MTL_FMT(c->rule->info.language), MTL_FMT(name)),
        mtl_str_format(c->arena, "%s/all/%.*s.txt", c->dictionary_dir, MTL_FMT(name)),
    };
    for (const mtl_str *p = places; p < MTL_END(places); p++)
        if (access(p->p, R_OK) == 0)
            return *p;
    return (mtl_str){0};
}

static bool is_name(mtl_str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (!((name.p[i] >= 'a' && name.p[i] <= 'z') || (name.p[i] >= '0' && name.p[i] <= '9') || name.p[i] == '-'))
            return false;
    return name.n > 0;
}

static void put_entry(mtl_out *out, mtl_str entry, mtl_list_use use)
{
    for (size_t i = 0; i < entry.n; i++) {
        if (use == MTL_LIST_PATTERN && memchr("\\^$.[]|()?*+{}#-", entry.p[i], 16))
            mtl_out_char(out, '\\');
        mtl_out_char(out, entry.p[i]);
    }
}

static int longest_first(const void *a, const void *b)
{
    const mtl_str *x = a, *y = b;
    return x->n != y->n ? (x->n < y->n ? 1 : -1) : mtl_str_compare(*x, *y);
}

mtl_strs mtl_lists_entries(mtl_str bytes, mtl_arena *arena)
{
    MTL_VEC(mtl_str) entries = {0};
    MTL_VEC(uint32_t) lines = {0};
    uint32_t line = 0;
    for (size_t at = mtl_str_starts(bytes, MTL_BOM) ? MTL_BOM.n : 0; at < bytes.n;) {
        const size_t end = mtl_str_find(bytes, MTL_LIT("\n"), at);
        const size_t stop = end == SIZE_MAX ? bytes.n : end;
        const mtl_str entry = mtl_str_trim((mtl_str){bytes.p + at, stop - at});
        at = stop + 1;
        line++;
        if (!entry.n || entry.p[0] == '#')
            continue;
        mtl_vec_push(&entries, arena, entry);
        mtl_vec_push(&lines, arena, line);
    }
    return (mtl_strs){.items = entries.items, .lines = lines.items, .n = entries.n};
}

mtl_str mtl_lists_path(const mtl_compiling *c, mtl_str name)
{
    return is_name(name) ? find(c, name) : (mtl_str){0};
}

bool mtl_lists_map(const mtl_compiling *c, mtl_str path, const char *magic, mtl_image *image)
{
    const mtl_str folder = mtl_cstr(c->dictionary_dir), end = MTL_LIT(".txt");
    if (!c->tables_dir || !mtl_str_starts(path, folder) || path.n <= folder.n + 1 + end.n)
        return false;
    const mtl_str rest = {path.p + folder.n + 1, path.n - folder.n - 1 - end.n}; /* "de/idioms" */
    const size_t slash = mtl_str_find(rest, MTL_LIT("/"), 0);
    if (slash == SIZE_MAX)
        return false;
    const mtl_str table =
        mtl_str_format(c->arena, "%s/%.*s.%.*s", c->tables_dir, (int)slash, rest.p, (int)(rest.n - slash - 1), rest.p + slash + 1);
    return mtl_image_map(image, table.p, path.p, magic, c->arena);
}

bool mtl_lists_read(mtl_compiling *c, mtl_str name, uint32_t line, mtl_strs *entries)
{
    *entries = (mtl_strs){0};
    const mtl_str path = mtl_lists_path(c, name);
    if (!path.n)
        return wrong(c, line, "is missing: put it beside the rule, or into dictionaries/", name);
    uint32_t *at = mtl_map_put(&c->lists->by_path, path);
    if (*at != MTL_MAP_NONE) {
        *entries = c->lists->lists.items[*at];
        return entries->n || wrong(c, line, "has no entry", name);
    }
    *at = c->lists->lists.n;
    mtl_vec_push(&c->lists->lists, c->arena, *entries);
    mtl_source source;
    mtl_err err;
    if (!mtl_source_open(&source, path.p, MTL_MAX_FILE_BYTES, c->arena, &err)) {
        mtl_problem(c->problems, &err);
        return false;
    }
    *entries = mtl_lists_entries(source.bytes, c->arena);
    c->lists->lists.items[*at] = *entries;
    return entries->n || wrong(c, line, "has no entry", name);
}

static int by_bytes(const void *a, const void *b)
{
    return mtl_str_compare(*(const mtl_str *)a, *(const mtl_str *)b);
}

static mtl_strs copy_of(const mtl_strs *entries, mtl_arena *arena)
{
    mtl_strs copy = {.items = mtl_arena_array(arena, mtl_str, entries->n),
                     .n = entries->n}; /* without lines, for they lose their order */
    memcpy(copy.items, entries->items, entries->n * sizeof *copy.items);
    return copy;
}

bool mtl_lists_read_all(mtl_compiling *c, const mtl_strs *names, mtl_strs *entries)
{
    MTL_VEC(mtl_str) all = {0};
    for (uint32_t i = 0; i < names->n; i++) {
        mtl_strs some;
        if (!mtl_lists_read(c, names->items[i], names->lines[i], &some))
            return false;
        for (uint32_t k = 0; k < some.n; k++)
            mtl_vec_push(&all, c->arena, some.items[k]);
    }
    *entries = (mtl_strs){.items = all.items, .n = all.n};
    return true;
}

bool mtl_lists_read_set(mtl_compiling *c, const mtl_strs *names, mtl_list_set *set)
{
    set->sorted = mtl_arena_array(c->arena, mtl_strs, names->n);
    for (set->n = 0; set->n < names->n; set->n++) {
        mtl_strs *list = &set->sorted[set->n];
        if (!mtl_lists_read(c, names->items[set->n], names->lines[set->n], list))
            return false;
        uint32_t i = 1;
        while (i < list->n && mtl_str_compare(list->items[i - 1], list->items[i]) <= 0)
            i++;
        if (i >= list->n)
            continue;
        *list = copy_of(list, c->arena);
        qsort(list->items, list->n, sizeof *list->items, by_bytes);
    }
    return true;
}

bool mtl_lists_has(const mtl_list_set *set, mtl_str entry)
{
    for (uint32_t i = 0; i < set->n; i++)
        if (bsearch(&entry, set->sorted[i].items, set->sorted[i].n, sizeof entry, by_bytes))
            return true;
    return false;
}

static uint64_t pair_hash(uint64_t first, uint64_t second)
{
    return first * 31 + second;
}

/* The hash of PHRASE's first word, or of its first two words where it has them. */
static uint64_t head_hash(mtl_str phrase)
{
    uint32_t at = 0, flags = 0;
    const mtl_span first = mtl_token_next(phrase, &at, &flags), second = mtl_token_next(phrase, &at, &flags);
    const uint64_t hash = mtl_fold_hash(mtl_str_cut(phrase, first));
    return second.len ? pair_hash(hash, mtl_fold_hash(mtl_str_cut(phrase, second))) : hash;
}

mtl_list_index mtl_lists_index(const mtl_strs *phrases, mtl_arena *arena)
{
    mtl_list_index index = {.phrases = *phrases, .next = mtl_arena_array(arena, uint32_t, phrases->n)};
    mtl_ids_init(&index.by_head, arena);
    for (uint32_t i = 0; i < phrases->n; i++) {
        uint32_t *slot = mtl_ids_put(&index.by_head, head_hash(phrases->items[i]));
        index.next[i] = *slot;
        *slot = i;
    }
    return index;
}

/* The number of tokens from I on that are those of PHRASE; 0 where they are not. */
static uint32_t matches(mtl_str phrase, const mtl_token *tokens, uint32_t i, uint32_t end, mtl_arena *scratch)
{
    uint32_t at = 0, flags = 0, n = 0;
    for (mtl_span word = mtl_token_next(phrase, &at, &flags); word.len; word = mtl_token_next(phrase, &at, &flags), n++) {
        const bool spaced = flags & MTL_SPACE_BEFORE;
        if (i + n >= end || (n > 0 && spaced == mtl_token_is_glued(&tokens[i + n])) ||
            !mtl_str_same(mtl_fold(mtl_str_cut(phrase, word), scratch), tokens[i + n].type->folded->form))
            return 0;
    }
    return n;
}

uint32_t mtl_lists_find(const mtl_list_index *index, const mtl_token *tokens, uint32_t i, uint32_t end, uint32_t *n,
                        mtl_arena *scratch)
{
    const uint64_t one = tokens[i].type->hash, two = i + 1 < end ? pair_hash(one, tokens[i + 1].type->hash) : one;
    uint32_t best = MTL_ID_NONE;
    *n = 0;
    for (uint32_t heads = 0; heads < 2 && best == MTL_ID_NONE; heads++)
        for (uint32_t at = mtl_ids_get(&index->by_head, heads ? one : two); at != MTL_ID_NONE; at = index->next[at]) {
            const uint32_t length = matches(index->phrases.items[at], tokens, i, end, scratch);
            if (length > *n) {
                *n = length;
                best = at;
            }
        }
    return best;
}

/* Writes the entries of the list between bars. A pattern takes the first that fits, so the longest come first. */
static bool put_list(mtl_compiling *c, mtl_out *out, mtl_str name, uint32_t line, mtl_list_use use)
{
    mtl_strs entries;
    if (!mtl_lists_read(c, name, line, &entries))
        return false;
    entries = copy_of(&entries, c->arena);
    qsort(entries.items, entries.n, sizeof *entries.items, longest_first);
    mtl_out_str(out, use == MTL_LIST_PHRASE ? MTL_LIT("{") : MTL_LIT("(?:"));
    for (uint32_t i = 0; i < entries.n; i++) {
        if (i)
            mtl_out_char(out, '|');
        put_entry(out, entries.items[i], use);
    }
    mtl_out_str(out, use == MTL_LIST_PHRASE ? MTL_LIT("}") : MTL_LIT(")"));
    return true;
}

bool mtl_lists_fill(mtl_compiling *c, mtl_str text, uint32_t line, mtl_list_use use, mtl_str *out)
{
    *out = text;
    mtl_out filled = {0};
    size_t from = 0;
    bool ok = true;
    for (size_t at = mtl_str_find(text, MTL_LIT("{="), 0); at != SIZE_MAX; at = mtl_str_find(text, MTL_LIT("{="), from)) {
        const size_t end = mtl_str_find(text, MTL_LIT("}"), at);
        if (end == SIZE_MAX)
            break;
        mtl_out_str(&filled, (mtl_str){text.p + from, at - from});
        ok &= put_list(c, &filled, (mtl_str){text.p + at + 2, end - at - 2}, line, use);
        from = end + 1;
    }
    if (from) {
        mtl_out_str(&filled, (mtl_str){text.p + from, text.n - from});
        *out = mtl_str_copy(mtl_out_bytes(&filled), c->arena);
    }
    mtl_out_free(&filled);
    return ok;
}

bool mtl_lists_add_triggers(mtl_compiling *c, const mtl_strs *phrases, uint32_t entry)
{
    bool ok = true;
    for (uint32_t i = 0; i < phrases->n; i++) {
        mtl_err err;
        mtl_str phrase;
        if (!mtl_lists_fill(c, phrases->items[i], phrases->lines[i], MTL_LIST_PHRASE, &phrase)) {
            ok = false;
        } else if (!mtl_triggers_add(c->triggers, phrase, c->rule->index, entry, c->rule->info.file, phrases->lines[i], &err)) {
            mtl_problem(c->problems, &err);
            ok = false;
        }
    }
    return ok;
}
