#include "cli/options.h"

#include "base/err.h"
#include "cli/say.h"

static const mtl_option options[] = {
#define HEADING(title) {.kind = MTL_OPTION_HEADING, .name = "", .help = (title)},
#define OPTION(field, name, letter, kind, argument, commands, help)                                                                \
    {MTL_OPTION_##kind, name, letter, offsetof(mtl_options, field), argument, commands, help},
#include "cli/options.def"
#undef HEADING
#undef OPTION
};

typedef struct reading {
    mtl_options *out;
    unsigned command;
    char *const *words;
    size_t n, i; /* the word to be read next */
    mtl_arena *arena;
} reading;

const mtl_option *mtl_option_at(size_t i)
{
    return i < MTL_COUNT(options) ? &options[i] : NULL;
}

static const mtl_option *by_name(mtl_str name)
{
    for (const mtl_option *o = options; o < MTL_END(options); o++)
        if (*o->name && mtl_str_is(name, o->name))
            return o;
    return NULL;
}

static const mtl_option *by_letter(char letter)
{
    for (const mtl_option *o = options; o < MTL_END(options); o++)
        if (o->letter && o->letter == letter)
            return o;
    return NULL;
}

/* The option of this command that was probably meant, or NULL. */
static const char *nearest(mtl_str name, unsigned command)
{
    const char *names[MTL_COUNT(options)];
    size_t n = 0;
    for (const mtl_option *o = options; o < MTL_END(options); o++)
        if (*o->name && (o->commands & command))
            names[n++] = o->name;
    return mtl_nearest(name, names, n);
}

static bool unknown(mtl_str given, mtl_str name, unsigned command)
{
    const char *meant = nearest(name, command);
    if (meant)
        mtl_say("no option “%.*s”; did you mean “--%s”?", MTL_FMT(given), meant);
    else
        mtl_say("no option “%.*s”; “--help” lists them, and “--” goes before a path that starts with “-”", MTL_FMT(given));
    return false;
}

static bool put_count(uint32_t *out, const mtl_option *o, const char *value)
{
    uint64_t n = 0;
    const char *c = value;
    for (; *c >= '0' && *c <= '9' && n <= UINT32_MAX; c++)
        n = n * 10 + (uint64_t)(*c - '0');
    if (*c || n == 0 || n > UINT32_MAX) {
        mtl_say("--%s wants a number from 1 to %u, not “%s”", o->name, UINT32_MAX, value);
        return false;
    }
    *out = (uint32_t)n;
    return true;
}

/* Cuts VALUE at each SEPARATOR; empty parts fall away. */
static void put_parts(mtl_words_given *out, const char *value, char separator, mtl_arena *arena)
{
    const mtl_str s = mtl_cstr(value);
    for (size_t at = 0; at <= s.n;) {
        const char *end = memchr(s.p + at, separator, s.n - at);
        const size_t to = end ? (size_t)(end - s.p) : s.n;
        const mtl_str part = mtl_str_trim((mtl_str){s.p + at, to - at});
        if (part.n)
            mtl_vec_push(out, arena, mtl_str_copy(part, arena).p);
        at = to + 1;
    }
}

static bool put_choice(const char **out, const mtl_option *o, const char *value, mtl_arena *arena)
{
    mtl_words_given choices = {0};
    put_parts(&choices, o->argument, '|', arena);
    for (uint32_t i = 0; i < choices.n; i++)
        if (mtl_str_is(mtl_cstr(value), choices.items[i])) {
            *out = choices.items[i];
            return true;
        }
    const char *meant = mtl_nearest(mtl_cstr(value), choices.items, choices.n);
    if (meant)
        mtl_say("--%s does not know “%s”; did you mean “%s”?", o->name, value, meant);
    else
        mtl_say("--%s does not know “%s”; it is one of %s", o->name, value, o->argument);
    return false;
}

static bool put(const reading *r, const mtl_option *o, const char *value)
{
    void *field = (char *)r->out + o->offset;
    switch (o->kind) {
    case MTL_OPTION_FLAG:
        *(mtl_option_FLAG *)field = true;
        return true;
    case MTL_OPTION_TEXT:
        *(mtl_option_TEXT *)field = value;
        return true;
    case MTL_OPTION_COUNT:
        return put_count(field, o, value);
    case MTL_OPTION_LIST:
        put_parts(field, value, ',', r->arena);
        return true;
    case MTL_OPTION_PATHS: {
        mtl_option_PATHS *paths = field;
        mtl_vec_push(paths, r->arena, value);
        return true;
    }
    case MTL_OPTION_CHOICE:
        return put_choice(field, o, value, r->arena);
    case MTL_OPTION_HEADING:
        break;
    }
    return false;
}

/* The option's argument is what stands in its own word (VALUE), else the next word. */
static bool take(reading *r, const mtl_option *o, mtl_str given, const char *value)
{
    if (!(o->commands & r->command)) {
        mtl_say("“%.*s” means nothing to this command; “--help” shows what does", MTL_FMT(given));
        return false;
    }
    if (o->kind == MTL_OPTION_FLAG) {
        if (value)
            mtl_say("“%.*s” takes no argument", MTL_FMT(given));
        return !value && put(r, o, NULL);
    }
    if (!value) {
        if (r->i == r->n) {
            mtl_say("“%.*s” wants an argument: %s", MTL_FMT(given), o->argument);
            return false;
        }
        value = r->words[r->i++];
    }
    if (*value)
        return put(r, o, value);
    mtl_say("the argument of “%.*s” is empty; it wants %s", MTL_FMT(given), o->argument);
    return false;
}

static bool long_option(reading *r, const char *word)
{
    const mtl_str all = mtl_cstr(word);
    const size_t equals = mtl_str_find(all, MTL_LIT("="), 0);
    const mtl_str given = {word, equals == SIZE_MAX ? all.n : equals};
    const mtl_str name = {word + 2, given.n - 2};
    const mtl_option *o = by_name(name);
    return o ? take(r, o, given, equals == SIZE_MAX ? NULL : word + equals + 1) : unknown(given, name, r->command);
}

/* One word may hold several flags; the first that takes an argument gets the rest of the word. */
static bool short_options(reading *r, const char *word)
{
    for (const char *c = word + 1; *c; c++) {
        const char given[] = {'-', *c, 0};
        const mtl_option *o = by_letter(*c);
        if (!o)
            return unknown(mtl_cstr(word), mtl_cstr(word + 1), r->command);
        const bool rest = o->kind != MTL_OPTION_FLAG && c[1];
        if (!take(r, o, mtl_cstr(given), rest ? c + 1 : NULL))
            return false;
        if (o->kind != MTL_OPTION_FLAG)
            return true;
    }
    return true;
}

bool mtl_options_parse(mtl_options *out, unsigned command, char *const *words, size_t n, mtl_arena *arena)
{
    reading r = {.out = out, .command = command, .words = words, .n = n, .arena = arena};
    *out = (mtl_options){0};
    bool ended = false;
    while (r.i < n) {
        const char *word = words[r.i++];
        if (ended || word[0] != '-' || !word[1] || word[1] == ':') /* “-:12” is a line of standard input */
            mtl_vec_push(&out->args, arena, word);
        else if (!word[2] && word[1] == '-')
            ended = true;
        else if (word[1] == '-' ? !long_option(&r, word) : !short_options(&r, word))
            return false;
    }
    return true;
}
