/* run.c: reads a case of tests/format and tells what the reader makes of it.
 *
 *     run blocks FORMAT FILE         prints each block: its kind, the source bytes it comes from, and its text
 *     run sweep FORMAT FILE RULES    lints FILE cut at every length, and with a byte of noise at every 7th place, under the rules of the
 *                                    folder RULES; says what broke a promise and ends with status 1, or crashes
 *
 * White space and control characters other than a plain space are printed as \n, \t or \xHH. */
#include "base/out.h"
#include "format/reader.h"

#include <stdio.h>
#include <stdlib.h>

static int usage(void)
{
    fputs("usage: run blocks FORMAT FILE | run sweep FORMAT FILE RULES\n", stderr);
    return 2;
}

static int complain(const char *what, const mtl_err *err)
{
    fprintf(stderr, "%s: %s: %s\n", what, err->where, err->what);
    return 1;
}

/* ---- blocks ---- */

static void print_text(mtl_str text)
{
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)text.p[i];
        if (c == '\n')
            fputs("\\n", stdout);
        else if (c == '\t')
            fputs("\\t", stdout);
        else if (c == '\\')
            fputs("\\\\", stdout);
        else if (c < ' ' || c == 0x7F)
            printf("\\x%02X", c);
        else
            putchar(c);
    }
    putchar('\n');
}

static void print_blocks(const mtl_doc *doc, bool again)
{
    static const char *const kinds[] = {[MTL_PARAGRAPH] = "paragraph",
                                        [MTL_HEADING] = "heading",
                                        [MTL_ITEM] = "item",
                                        [MTL_CELL] = "cell",
                                        [MTL_STRING] = "string"};
    if (doc->part.n)
        printf("%s%.*s at %u+%u, id “%.*s”, link “%.*s”\n", again ? "\n" : "", MTL_FMT(doc->part), doc->extent.at, doc->extent.len,
               MTL_FMT(doc->id), MTL_FMT(doc->link));
    if (doc->lang.n)
        printf("language: %.*s\n", MTL_FMT(doc->lang));
    if (doc->title.n)
        printf("title: %.*s\n", MTL_FMT(doc->title));
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        const mtl_block *block = &doc->blocks.items[i];
        const mtl_span source = mtl_doc_to_source(doc, block->text);
        printf("%s %u+%u", kinds[block->kind], source.at, source.len);
        printf("%s%.*s: ", block->lang.n ? " " : "", MTL_FMT(block->lang));
        print_text(mtl_str_cut(doc->text, block->text));
    }
}

/* What a document says to be its part of the file holds all that its text came from. */
static bool check_extent(const mtl_doc *doc, mtl_err *err)
{
    const mtl_span at = doc->extent;
    for (uint32_t i = 0; at.len && i < doc->pieces.n; i++) {
        const mtl_span src = doc->pieces.items[i].src;
        if (src.at < at.at || mtl_span_end(src) > mtl_span_end(at))
            return mtl_fail(err, MTL_EFORMAT, doc->source->path, 0, 0, "source bytes %u+%u are outside of the document's %u+%u",
                            src.at, src.len, at.at, at.len);
    }
    return true;
}

/* Reads all documents of SOURCE, prints their blocks and what is wrong if PRINT, and proves each document. */
static bool read_documents(const mtl_reader *reader, const mtl_source *source, bool print, mtl_err *err)
{
    mtl_arena arena = {0};
    const mtl_layer layer = {.bytes = source->bytes};
    mtl_reading reading = {.source = source, .layer = &layer, .arena = &arena};
    mtl_step step = MTL_STEP_DOCUMENT;
    bool fine = true;
    for (uint32_t n = 0; fine && step != MTL_STEP_END && step != MTL_STEP_ERROR; n++) {
        mtl_doc doc;
        mtl_doc_init(&doc, source, &layer, &arena);
        step = reader->next(&reading, &doc, err);
        if (print && (step == MTL_STEP_BAD || step == MTL_STEP_ERROR))
            printf("%serror %u:%u: %s\n", n ? "\n" : "", err->line, err->column, err->what);
        if (step != MTL_STEP_DOCUMENT)
            continue;
        mtl_doc_seal(&doc);
        fine = mtl_doc_check(&doc, err) && check_extent(&doc, err);
        if (print)
            print_blocks(&doc, n > 0);
    }
    mtl_arena_reset(&arena);
    return fine;
}

/* ---- sweep ---- */

typedef struct sweep {
    const mtl_reader *reader;
    mtl_session *session;
    size_t nreports, nbad;
    mtl_str what; /* what was done to the file */
} sweep;

static void bad(sweep *s, const char *why)
{
    fprintf(stderr, "%.*s: %s\n", MTL_FMT(s->what), why);
    s->nbad++;
}

/* A finding's bytes lie in the source and, in this format, are the ones that were read. */
static bool prove_report(void *user, mtl_report *report)
{
    sweep *s = user;
    const mtl_report_info *info = mtl_report_read(report);
    s->nreports++;
    uint32_t last = 0;
    for (uint32_t i = 0; i < info->nfindings; i++) {
        const mtl_finding *f = &info->findings[i];
        if ((uint64_t)f->at.at + f->at.len > info->source.n || (uint64_t)f->read.at + f->read.len > info->text.n)
            bad(s, "a finding lies outside the text");
        if (f->at.at < last)
            bad(s, "findings are not in order of place");
        last = f->at.at;
    }
    size_t n;
    char *fixed = mtl_report_fix(report, true, &n);
    if (info->nerrors == 0 && n == 0 && info->source.n && info->nfindings == 0)
        bad(s, "mending nothing took the text away");
    mtl_free(fixed);
    mtl_report_free(report);
    return true;
}

static void lint(sweep *s, mtl_str bytes)
{
    const size_t before = s->nreports;
    const bool read = mtl_lint_text(s->session, MTL_LIT("swept"), bytes, prove_report, s);
    if (s->nreports == before)
        bad(s, "no report");
    if (!read)
        return;
    mtl_arena arena = {0};
    mtl_source source;
    mtl_err err = {0};
    if (mtl_source_take(&source, MTL_LIT("swept"), bytes, (mtl_str){0}, UINT32_MAX, &arena, &err) &&
        !read_documents(s->reader, &source, false, &err))
        bad(s, err.what);
    mtl_arena_reset(&arena);
}

/* Each cut is a copy of its own size, so that the sanitizers see what reads behind its end. */
static void lint_cuts(sweep *s, mtl_str bytes, mtl_arena *arena)
{
    for (size_t n = 0; n <= bytes.n; n++) {
        char *cut = malloc(n ? n : 1);
        if (!cut)
            abort();
        memcpy(cut, bytes.p, n);
        s->what = mtl_str_format(arena, "cut to %zu bytes", n);
        lint(s, (mtl_str){cut, n});
        free(cut);
    }
}

static void lint_noise(sweep *s, mtl_str bytes, mtl_arena *arena)
{
    static const char noise[] = {'\0', '\xFF', '\x80', '<'};
    enum { STEP = 7 };
    char *noisy = mtl_arena_array(arena, char, bytes.n);
    for (size_t i = 0; i < bytes.n; i += STEP)
        for (const char *c = noise; c < MTL_END(noise); c++) {
            memcpy(noisy, bytes.p, bytes.n);
            noisy[i] = *c;
            s->what = mtl_str_format(arena, "byte %02X at %zu", (unsigned char)*c, i);
            lint(s, (mtl_str){noisy, bytes.n});
        }
}

static void say(void *user, const mtl_err *problem)
{
    (void)user;
    complain("rules", problem);
}

static int run_sweep(const mtl_reader *reader, const mtl_source *source, const char *dir, mtl_arena *arena)
{
    const mtl_ruleset_options options = {.rule_dirs = &dir, .nrule_dirs = 1, .hunspell_dir = "/nowhere"};
    mtl_ruleset *rules = mtl_ruleset_load(&options, say, NULL);
    if (!rules)
        return 2;
    mtl_err err = {0};
    sweep s = {.reader = reader, .session = mtl_session_new(rules, &(mtl_config){.input_format = reader->name}, &err)};
    if (!s.session)
        return complain("session", &err);
    lint_cuts(&s, source->bytes, arena);
    lint_noise(&s, source->bytes, arena);
    mtl_session_free(s.session);
    mtl_ruleset_free(rules);
    const bool swept = s.nreports > source->bytes.n;
    if (!swept)
        fputs("fewer reports than inputs\n", stderr);
    return s.nbad || !swept ? 1 : 0;
}

int main(int argc, char **argv)
{
    const bool blocks = argc == 4 && strcmp(argv[1], "blocks") == 0, swept = argc == 5 && strcmp(argv[1], "sweep") == 0;
    if (!blocks && !swept)
        return usage();
    const mtl_reader *reader = mtl_reader_named(mtl_cstr(argv[2]));
    if (!reader)
        return usage();
    mtl_arena arena = {0};
    mtl_source source;
    mtl_err err = {0};
    int status = 0;
    if (!mtl_source_open(&source, argv[3], UINT32_MAX, &arena, &err))
        status = complain("read", &err);
    else if (swept)
        status = run_sweep(reader, &source, argv[4], &arena);
    else if (!read_documents(reader, &source, true, &err))
        status = complain("read", &err);
    mtl_arena_reset(&arena);
    return status;
}
