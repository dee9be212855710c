#include "lang/speller.h"

#include "base/ids.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "lang/chars.h"

#include <fcntl.h>
#include <hunspell/hunspell.h>
#include <iconv.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SOFT_HYPHEN = 0xAD, APOSTROPHE = 0x2019 };

struct mtl_speller {
    const char *aff, *dic;
    pthread_mutex_t lock; /* guards all below; Hunspell changes itself while it is asked */
    bool loaded;
    Hunhandle *handle; /* NULL after loading: nothing can be asked */
    bool converts;
    iconv_t converter; /* from UTF-8, where the dictionary is in something else */
    bool listed;
    mtl_arena arena;
    mtl_ids hyphenated; /* hash of an entry with a hyphen -> 0 */
};

/* Hunspell counts the users of a table of its own, and no lock of its guards that. */
static pthread_mutex_t making = PTHREAD_MUTEX_INITIALIZER;

static Hunhandle *make_handle(const char *aff, const char *dic)
{
    pthread_mutex_lock(&making);
    Hunhandle *handle = Hunspell_create(aff, dic);
    pthread_mutex_unlock(&making);
    return handle;
}

static void free_handle(Hunhandle *handle)
{
    pthread_mutex_lock(&making);
    Hunspell_destroy(handle);
    pthread_mutex_unlock(&making);
}

static void free_speller(void *user)
{
    mtl_speller *speller = user;
    if (speller->converts)
        iconv_close(speller->converter);
    if (speller->handle)
        free_handle(speller->handle);
    mtl_arena_reset(&speller->arena);
    pthread_mutex_destroy(&speller->lock);
}

mtl_speller *mtl_speller_find(const char *dir, mtl_str name, mtl_arena *arena)
{
    if (!dir || name.n == 0 || memchr(name.p, '/', name.n))
        return NULL;
    const mtl_str aff = mtl_str_format(arena, "%s/%.*s.aff", dir, MTL_FMT(name));
    const mtl_str dic = mtl_str_format(arena, "%s/%.*s.dic", dir, MTL_FMT(name));
    if (access(aff.p, R_OK) != 0 || access(dic.p, R_OK) != 0)
        return NULL;
    mtl_speller *speller = mtl_arena_one(arena, mtl_speller);
    speller->aff = aff.p;
    speller->dic = dic.p;
    pthread_mutex_init(&speller->lock, NULL);
    mtl_arena_defer(arena, free_speller, speller);
    return speller;
}

/* Hunspell has names of its own for some encodings. */
static const char *iconv_name(const char *encoding)
{
    static const char *const names[][2] = {{"microsoft-cp1251", "CP1251"}, {"TIS620-2533", "TIS-620"}};
    for (size_t i = 0; i < MTL_COUNT(names); i++)
        if (mtl_str_is(mtl_cstr(encoding), names[i][0]))
            return names[i][1];
    return encoding;
}

static void load(mtl_speller *speller)
{
    speller->loaded = true;
    speller->handle = make_handle(speller->aff, speller->dic);
    const char *encoding = speller->handle ? Hunspell_get_dic_encoding(speller->handle) : NULL;
    if (!encoding || mtl_str_is(mtl_cstr(encoding), "UTF-8"))
        return;
    speller->converter = iconv_open(iconv_name(encoding), "UTF-8");
    speller->converts = speller->converter != (iconv_t)-1; /* POSIX: the error value of iconv_open */
    if (!speller->converts) {
        free_handle(speller->handle);
        speller->handle = NULL;
    }
}

/* WORD as dictionaries write it: soft hyphens out, a plain apostrophe. OUT has room for as many bytes and a NUL. */
static size_t plain(char *out, mtl_str word)
{
    size_t n = 0;
    for (size_t i = 0; i < word.n;) {
        const uint32_t code = mtl_utf8_next(word, &i);
        if (code != SOFT_HYPHEN)
            n += mtl_utf8_put(out + n, code == APOSTROPHE ? '\'' : code);
    }
    out[n] = 0;
    return n;
}

/* The N bytes of FROM in the encoding of the dictionary, with a NUL. False if it has no such letters. */
static bool convert(mtl_speller *speller, char *from, size_t n, char *to, size_t room)
{
    iconv(speller->converter, NULL, NULL, NULL, NULL);
    size_t left = room - 1;
    char *end = to;
    /* More than 0 are letters that were replaced by some other one. */
    if (iconv(speller->converter, &from, &n, &end, &left) != 0)
        return false;
    *end = 0;
    return true;
}

static mtl_verdict ask_locked(mtl_speller *speller, mtl_str word)
{
    char utf8[MTL_MAX_SPELL_BYTES + 1], other[2 * MTL_MAX_SPELL_BYTES + 1];
    if (!speller->loaded)
        load(speller);
    if (!speller->handle)
        return MTL_NO_SPELLER;
    const size_t n = plain(utf8, word);
    if (speller->converts && !convert(speller, utf8, n, other, sizeof other))
        return MTL_UNKNOWN;
    return Hunspell_spell(speller->handle, speller->converts ? other : utf8) ? MTL_KNOWN : MTL_UNKNOWN;
}

mtl_verdict mtl_speller_ask(mtl_speller *speller, mtl_str word)
{
    if (!speller || word.n == 0 || word.n > MTL_MAX_SPELL_BYTES || memchr(word.p, 0, word.n))
        return MTL_NO_SPELLER;
    pthread_mutex_lock(&speller->lock);
    mtl_arena arena = {0};
    const mtl_verdict verdict = ask_locked(speller, mtl_composed(word, &arena));
    mtl_arena_reset(&arena);
    pthread_mutex_unlock(&speller->lock);
    return verdict;
}

/* ---- the entries themselves ---- */

/* The line "SET UTF-8" stands near the beginning of an .aff (hunspell(5)). */
static bool says_utf8(const char *aff)
{
    char head[8192];
    const int fd = open(aff, O_RDONLY | O_CLOEXEC);
    const ssize_t n = fd < 0 ? 0 : read(fd, head, sizeof head);
    if (fd >= 0)
        close(fd);
    return n > 0 && mtl_str_find((mtl_str){head, (size_t)n}, MTL_LIT("SET UTF-8"), 0) != SIZE_MAX;
}

static bool is_ascii(mtl_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] > 0x7F)
            return false;
    return true;
}

static bool ends_word(char c)
{
    return c == '\n' || c == '\r' || c == '/' || c == '\t' || c == ' ';
}

/* What the line around AT is an entry for: the word stands first, then flags behind a slash or fields behind white space. */
static mtl_str entry_around(mtl_str dic, size_t at)
{
    size_t from = at;
    while (from > 0 && dic.p[from - 1] != '\n')
        from--;
    size_t to = from;
    while (to < dic.n && !ends_word(dic.p[to]))
        to++;
    return (mtl_str){dic.p + from, to - from};
}

/* Few entries have a hyphen, so the lines that do are searched for. */
static void list_entries(mtl_speller *speller, mtl_str dic, bool is_utf8)
{
    for (size_t at = mtl_str_find(dic, MTL_LIT("-"), 0); at != SIZE_MAX; at = mtl_str_find(dic, MTL_LIT("-"), at)) {
        const mtl_str entry = entry_around(dic, at);
        const bool in_word = entry.p + entry.n > dic.p + at;
        if (in_word && entry.n <= MTL_MAX_SPELL_BYTES && (is_utf8 || is_ascii(entry)))
            *mtl_ids_put(&speller->hyphenated, mtl_hash(entry)) = 0;
        at = mtl_str_find(dic, MTL_LIT("\n"), at);
    }
}

static void read_entries(mtl_speller *speller)
{
    struct stat info;
    speller->listed = true;
    mtl_ids_init(&speller->hyphenated, &speller->arena);
    const int fd = open(speller->dic, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    void *bytes =
        fstat(fd, &info) == 0 && info.st_size > 0 ? mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    close(fd);
    if (bytes == MAP_FAILED)
        return;
    list_entries(speller, (mtl_str){bytes, (size_t)info.st_size}, says_utf8(speller->aff));
    munmap(bytes, (size_t)info.st_size);
}

bool mtl_speller_lists(mtl_speller *speller, mtl_str word)
{
    if (!speller)
        return false;
    pthread_mutex_lock(&speller->lock);
    if (!speller->listed)
        read_entries(speller);
    pthread_mutex_unlock(&speller->lock);
    return mtl_ids_get(&speller->hyphenated, mtl_hash(word)) != MTL_ID_NONE;
}

/* ---- what a session remembers ---- */

mtl_verdict mtl_verdicts_ask(mtl_verdicts *verdicts, mtl_speller *speller, mtl_str word)
{
    /* The speller's address and the word make the key, so that one map serves all languages. */
    char bytes[sizeof speller + MTL_MAX_SPELL_BYTES];
    if (!speller || word.n == 0 || word.n > MTL_MAX_SPELL_BYTES)
        return MTL_NO_SPELLER;
    memcpy(bytes, &speller, sizeof speller);
    memcpy(bytes + sizeof speller, word.p, word.n);
    const mtl_str key = {bytes, sizeof speller + word.n};
    const uint64_t hash = mtl_hash(key);
    const uint32_t known = mtl_map_get_hashed(&verdicts->known, key, hash);
    if (known != MTL_MAP_NONE)
        return (mtl_verdict)known;
    const mtl_verdict verdict = mtl_speller_ask(speller, word);
    verdicts->known.arena = &verdicts->arena;
    *mtl_map_put_hashed(&verdicts->known, mtl_str_copy(key, &verdicts->arena), hash) = (uint32_t)verdict;
    return verdict;
}

void mtl_verdicts_trim(mtl_verdicts *verdicts)
{
    if (verdicts->known.n > MTL_MAX_TYPES)
        mtl_verdicts_free(verdicts);
}

void mtl_verdicts_free(mtl_verdicts *verdicts)
{
    mtl_arena_reset(&verdicts->arena);
    *verdicts = (mtl_verdicts){0};
}
