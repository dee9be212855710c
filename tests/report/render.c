/* render.c: prints made-up reports in one output format, for comparison with golden/: what no corpus holds, such as overlapping
 * findings, wide and combining characters, paths that are no UTF-8. Stands in for the engine, whose functions it defines.
 *
 *     render FORMAT [none|first|colour]     none: of no file; first: of one */
#include "base/str.h"
#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>

struct mtl_report {
    mtl_report_info info;
};

const mtl_report_info *mtl_report_read(const mtl_report *report)
{
    return &report->info;
}

uint64_t mtl_report_offset(const mtl_report *report, uint32_t byte)
{
    (void)report;
    return byte;
}

mtl_place mtl_report_place(const mtl_report *report, uint32_t byte, mtl_unit unit)
{
    (void)unit;
    mtl_place place = {1, 1};
    const mtl_str source = report->info.source;
    for (uint32_t i = 0; i < byte && i < source.n; i++) {
        if (source.p[i] == '\n')
            place = (mtl_place){place.line + 1, 1};
        else
            place.column += !mtl_utf8_inside(source.p[i]);
    }
    return place;
}

const char *mtl_severity_name(mtl_severity severity)
{
    static const char *const names[] = {"neutral", "minor", "major", "critical"};
    return names[severity];
}

const char *mtl_confidence_name(mtl_confidence confidence)
{
    static const char *const names[] = {"low", "medium", "high"};
    return names[confidence];
}

void mtl_free(void *bytes)
{
    free(bytes);
}

const char *mtl_version(void)
{
    return "0.0.0";
}

#define RULE(ID, CATEGORY, FAMILY, MQM, WHY)                                                                                       \
    {                                                                                                                              \
        .id = {ID, sizeof(ID) - 1}, .category = {CATEGORY, sizeof(CATEGORY) - 1}, .mqm = {MQM, sizeof(MQM) - 1},                   \
        .family = {FAMILY, sizeof(FAMILY) - 1}, .why = {                                                                           \
            WHY,                                                                                                                   \
            sizeof(WHY) - 1                                                                                                        \
        }                                                                                                                          \
    }

static const mtl_rule_info rules[] = {
    RULE("all/split-hyphen", "split-hyphen", "joints", "Spelling",
         "A translation engine works on pieces of words and puts a space\nbefore the hyphen when it joins them again.\n\nSuspended "
         "hyphens, as in *Ein- und Ausfuhr*, are right and are\nleft alone.\n"),
    RULE("all/near-repeat", "near-repeat", "repetition", "Addition", "Two drafts of one word were both kept.\n"),
    RULE("de/literal-idiom", "literal-idiom", "senses", "Mistranslation",
         "German says that something *ergibt* Sinn; `macht` copies English.\n"),
    RULE("all/script-mix", "script-mix", "encoding", "Spelling", ""),
};

/* A finding is written as what it marks; WITH is what takes its place, NULL: there is no fix. */
typedef struct mark {
    const char *text;
    unsigned nth, rule, rank, group;
    mtl_severity severity;
    const char *message, *with;
    bool safe;
} mark;

typedef struct sample {
    const char *path, *part, *id, *title, *language, *text, *evidence, *notice, *error;
    uint32_t words, line, column;
    mark marks[6];
} sample;

static const sample samples[] = {
    {.path = "articles/handel.de.md",
     .language = "de",
     .words = 1071,
     .text =
         "# Neue Zölle, alte Sorgen\n\nAm Dienstag teilten US -Beamte in Washington mit, dass die Gespräche über die geplanten "
         "Zölle "
         "auf Stahl,\nAluminium und Autoteile in der kommenden Woche fortgesetzt werden. Die EU -Kommission wollte sich dazu nicht "
         "äußern, hieß es aus Brüssel.\n\nDas könnte könne lange dauern, sagte <Braun>. Und: Das macht Sinn.\n\nNur die G7 "
         "-Staaten & ihre Partner schweigen.",
     .evidence = "Three hyphens stand behind a space; nobody types that three times, so a machine wrote this text.",
     .marks = {{"US -Beamte", 1, 0, 2, 1, MTL_MINOR, "“US -Beamte” has a space before its hyphen; write “US-Beamte”.", "US-Beamte",
                true},
               {"EU -Kommission", 1, 0, 3, 1, MTL_MINOR, "“EU -Kommission” has a space before its hyphen; write “EU-Kommission”.",
                "EU-Kommission", true},
               {"könnte könne", 1, 1, 1, 2, MTL_MAJOR, "Two forms of one word side by side; keep one.", "könnte", false},
               {"könne lange dauern", 1, 2, 5, 3, MTL_NEUTRAL, "Overlaps with its neighbour, on purpose.", NULL, false},
               {"macht Sinn", 1, 2, 6, 4, MTL_CRITICAL, "“macht Sinn” copies English “makes sense”.", "ergibt Sinn", false},
               {"G7 -Staaten", 1, 0, 4, 1, MTL_MINOR, "“G7 -Staaten” has a space before its hyphen; write “G7-Staaten”.",
                "G7-Staaten", true}}},
    {.path = "articles/<wide> & more.txt",
     .language = "fil",
     .words = 8,
     .text = "日本語の文章に　Pаris と書かれた。\tCafe\xCC\x81 e\xCC\x81te\xCC\x81 Pаris\x1B[31m fin.",
     .notice = "Spelling was not checked: there is no dictionary for fil.",
     .marks = {{"Pаris", 1, 3, 1, 1, MTL_MINOR, "“Pаris” mixes Latin and Cyrillic letters.", "Paris", true},
               {"e\xCC\x81te\xCC\x81", 1, 3, 3, 2, MTL_MINOR, "Marked to see where the carets stand.", "", false},
               {"Pаris", 2, 3, 2, 1, MTL_MINOR, "“Pаris” mixes Latin and Cyrillic letters.", "Paris", true}}},
    {.path = "articles/clean.de.txt", .language = "de", .words = 5, .text = "Hier ist alles \xEF\xBF\xBC in Ordnung."},
    {.path = "feeds/news.xml",
     .part = "item 1",
     .id = "urn:1",
     .title = "Erste Meldung",
     .language = "de",
     .words = 4,
     .text = "Das macht Sinn nicht.",
     .marks = {{"macht Sinn", 1, 2, 1, 1, MTL_MAJOR, "“macht Sinn” copies English “makes sense”.", "ergibt Sinn", false}}},
    {.path = "feeds/news.xml",
     .part = "item 2",
     .id = "urn:2",
     .title = "Segunda notícia",
     .language = "pt",
     .words = 3,
     .text = "Tudo está bem."},
    {.path = "feeds/news.xml", .error = "the element “item” is not closed", .line = 14, .column = 3},
    {.path = "gone/\xFF\xFEname.txt", .error = "no such file"},
};

static mtl_span find(mtl_str text, const mark *m)
{
    size_t at = 0;
    for (unsigned i = 0; i < m->nth; i++)
        at = mtl_str_find(text, mtl_cstr(m->text), i ? at + 1 : 0);
    if (at == SIZE_MAX)
        abort(); /* the sample contradicts itself */
    return (mtl_span){(uint32_t)at, (uint32_t)strlen(m->text)};
}

static void add_findings(mtl_report_info *info, const sample *s, mtl_arena *arena)
{
    mtl_finding *findings = mtl_arena_array(arena, mtl_finding, MTL_COUNT(s->marks));
    for (const mark *m = s->marks; m < MTL_END(s->marks) && m->text; m++) {
        mtl_finding *f = &findings[info->nfindings++];
        *f = (mtl_finding){
            .rule = &rules[m->rule], .rank = m->rank, .group = m->group, .severity = m->severity, .confidence = MTL_HIGH};
        f->at = f->read = find(info->text, m);
        f->text = mtl_cstr(m->text);
        f->message = mtl_cstr(m->message);
        f->fingerprint = mtl_hash(f->message);
        if (!m->with)
            continue;
        mtl_edit *edit = mtl_arena_one(arena, mtl_edit);
        *edit = (mtl_edit){f->at, mtl_cstr(m->with), f->read, mtl_cstr(m->with)};
        mtl_fix *fix = mtl_arena_one(arena, mtl_fix);
        *fix = (mtl_fix){m->safe, edit, 1};
        f->fixes = fix;
        f->nfixes = 1;
    }
    info->findings = findings;
}

/* Paragraphs between empty lines; one that starts with "# " is a heading. */
static void add_passages(mtl_report_info *info, mtl_arena *arena)
{
    enum { MOST = 8 };
    mtl_passage *passages = mtl_arena_array(arena, mtl_passage, MOST);
    for (size_t at = 0; at < info->text.n && info->npassages < MOST;) {
        size_t end = mtl_str_find(info->text, MTL_LIT("\n\n"), at);
        end = end == SIZE_MAX ? info->text.n : end;
        const size_t head = mtl_str_starts((mtl_str){info->text.p + at, end - at}, MTL_LIT("# ")) ? 2 : 0;
        passages[info->npassages++] =
            (mtl_passage){head ? MTL_HEADING : MTL_PARAGRAPH, {(uint32_t)(at + head), (uint32_t)(end - at - head)}, info->language};
        at = end + 2;
    }
    info->passages = passages;
}

static mtl_report report_of(const sample *s, mtl_arena *arena)
{
    mtl_report report = {.info = {.path = mtl_cstr(s->path),
                                  .part = mtl_cstr(s->part),
                                  .id = mtl_cstr(s->id),
                                  .title = mtl_cstr(s->title),
                                  .language = mtl_cstr(s->language),
                                  .words = s->words,
                                  .source = mtl_cstr(s->text),
                                  .text = mtl_cstr(s->text),
                                  .evidence = mtl_cstr(s->evidence)}};
    mtl_report_info *info = &report.info;
    add_findings(info, s, arena);
    add_passages(info, arena);
    if (s->notice) {
        mtl_str *notice = mtl_arena_one(arena, mtl_str);
        *notice = mtl_cstr(s->notice);
        info->notices = notice;
        info->nnotices = 1;
    }
    if (s->error) {
        mtl_err *err = mtl_arena_one(arena, mtl_err);
        *err = (mtl_err){.code = s->line ? MTL_EFORMAT : MTL_EIO, .line = s->line, .column = s->column};
        snprintf(err->what, sizeof err->what, "%s", s->error);
        info->errors = err;
        info->nerrors = 1;
    }
    return report;
}

static bool to_stdout(void *user, const char *bytes, size_t n)
{
    (void)user;
    return fwrite(bytes, 1, n, stdout) == n;
}

int main(int argc, char **argv)
{
    mtl_err err;
    const mtl_str mode = mtl_cstr(argc > 2 ? argv[2] : "");
    const mtl_style style = {.colour = mtl_str_is(mode, "colour"), .width = 80};
    mtl_printer *printer = mtl_printer_new(argc > 1 ? argv[1] : "text", &style, to_stdout, NULL, &err);
    if (!printer) {
        fprintf(stderr, "%s: %s\n", err.where, err.what);
        return 2;
    }
    mtl_arena arena = {0};
    for (const sample *s = samples; s < MTL_END(samples) && !mtl_str_is(mode, "none"); s++) {
        const mtl_report report = report_of(s, &arena);
        mtl_printer_add(printer, &report);
        if (mtl_str_is(mode, "first"))
            break;
    }
    const bool ok = mtl_printer_end(printer);
    mtl_printer_free(printer);
    mtl_arena_reset(&arena);
    return ok ? 0 : 1;
}
