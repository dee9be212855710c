#include "format/html_said.h"

enum { RUN_WORDS = 4 };

/* The hash of the word at *AT, behind white space, and moves *AT behind it. False: there is none. */
static bool next_word(mtl_str text, size_t *at, uint64_t *hash)
{
    while (*at < text.n && (text.p[*at] == ' ' || text.p[*at] == '\n'))
        ++*at;
    const size_t from = *at;
    while (*at < text.n && text.p[*at] != ' ' && text.p[*at] != '\n')
        ++*at;
    *hash = mtl_hash((mtl_str){text.p + from, *at - from});
    return *at > from;
}

/* The last words, as a ring. */
typedef struct run {
    uint64_t words[RUN_WORDS];
    uint32_t n;
} run;

static void push(run *r, uint64_t word)
{
    r->words[r->n++ % RUN_WORDS] = word;
}

static uint64_t hash_run(const run *r)
{
    uint64_t hash = 0;
    for (uint32_t i = 0; i < RUN_WORDS; i++)
        hash = mtl_hash_more(hash, (mtl_str){(const char *)&r->words[(r->n + i) % RUN_WORDS], sizeof r->words[0]});
    return hash;
}

static uint64_t hash_text(mtl_str text)
{
    uint64_t hash = 0, word;
    for (size_t at = 0; next_word(text, &at, &word);)
        hash = mtl_hash_more(hash, (mtl_str){(const char *)&word, sizeof word});
    return hash;
}

void mtl_html_said_init(mtl_html_said *said, mtl_arena *arena)
{
    *said = (mtl_html_said){0};
    mtl_ids_init(&said->texts, arena);
    mtl_ids_init(&said->runs, arena);
}

void mtl_html_said_add(mtl_html_said *said, mtl_str text)
{
    *mtl_ids_put(&said->texts, hash_text(text)) = 1;
}

bool mtl_html_said_whole(const mtl_html_said *said, mtl_str text)
{
    return mtl_ids_get(&said->texts, hash_text(text)) != MTL_ID_NONE;
}

void mtl_html_said_add_runs(mtl_html_said *said, mtl_str text)
{
    run r = {0};
    uint64_t word;
    for (size_t at = 0; next_word(text, &at, &word);) {
        push(&r, word);
        if (r.n >= RUN_WORDS)
            *mtl_ids_put(&said->runs, hash_run(&r)) = 1;
    }
}

static bool is_cut_off(mtl_str text)
{
    static const char *const ends[] = {"…", "...", "…]", "...]"};
    for (const char *const *end = ends; end < MTL_END(ends); end++)
        if (mtl_str_ends(text, mtl_cstr(*end)))
            return true;
    return false;
}

bool mtl_html_said_within(const mtl_html_said *said, mtl_str text)
{
    run r = {0};
    uint64_t runs = 0, known = 0, word;
    bool last = false; /* run was known */
    for (size_t at = 0; next_word(text, &at, &word);) {
        push(&r, word);
        if (r.n < RUN_WORDS)
            continue;
        last = mtl_ids_get(&said->runs, hash_run(&r)) != MTL_ID_NONE;
        runs++;
        known += last;
    }
    runs -= runs && !last && is_cut_off(text);
    return known && known * 10 >= runs * 9;
}
