#include "lang/skeleton.h"

#include <string.h>

/* How German, English, French, Dutch and Portuguese write the sounds of Slavic names: longer spellings first. What two languages write for
 * different sounds ("sch" for sh and zh, "ch" for kh and ch) is one here. After the transliterations of DIN 1460, BGN/PCGN and the papers. */
static const struct sound {
    const char *spelt, *as;
} sounds[] = {
    {"schtsch", "s"}, {"shch", "s"}, {"tsch", "c"}, {"tch", "c"}, {"sch", "s"}, {"zh", "s"}, {"sh", "s"},
    {"kh", "c"},      {"ch", "c"},   {"ts", "s"},   {"tz", "s"},  {"z", "s"},   {"ks", "x"}, {"ph", "f"},
    {"off", "ov"},    {"ou", "u"},   {"w", "v"},    {"y", "i"},   {"j", "i"},
};

/* "Selenskyj", "Lawrentij", "Dmitrii": at the end of a name they are one sound. */
static const char *const last_sounds[] = {"yj", "ij", "iy", "yi", "ii", "yy"};

static const struct sound *sound_at(mtl_str rest)
{
    static const struct sound last = {"yj", "i"};
    for (const char *const *l = last_sounds; l < last_sounds + sizeof last_sounds / sizeof *last_sounds; l++)
        if (mtl_str_is(rest, *l))
            return &last;
    for (const struct sound *s = sounds; s < sounds + sizeof sounds / sizeof *sounds; s++)
        if (mtl_str_starts(rest, mtl_cstr(s->spelt)))
            return s;
    return NULL;
}

static bool is_vowel(char c)
{
    return c && strchr("aeiou", c);
}

/* "ie" behind a consonant is "e": Umjerow, Umerov. */
static size_t drop_glides(char *bytes, size_t n)
{
    size_t to = 0;
    for (size_t i = 0; i < n; i++) {
        const bool glide =
            bytes[i] == 'i' && to > 0 && !is_vowel(bytes[to - 1]) && i + 1 < n && is_vowel(bytes[i + 1]) && bytes[i + 1] != 'i';
        if (!glide)
            bytes[to++] = bytes[i];
    }
    return to;
}

mtl_str mtl_skeleton(mtl_str folded, mtl_arena *arena)
{
    char *bytes = mtl_arena_alloc(arena, folded.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < folded.n;) {
        const struct sound *s = sound_at((mtl_str){folded.p + i, folded.n - i});
        const bool again = i > 0 && folded.p[i] == folded.p[i - 1] && !s; /* a letter twice is one: Jitssi */
        const mtl_str put = s ? mtl_cstr(s->as) : (mtl_str){folded.p + i, 1};
        if (!again) {
            memcpy(bytes + n, put.p, put.n);
            n += put.n;
        }
        i += s ? strlen(s->spelt) : 1;
    }
    return (mtl_str){bytes, drop_glides(bytes, n)};
}
