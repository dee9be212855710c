/* Promises of format/srt and format/vtt that their cases do not show: what is such a file, what makes no sense, what corrections write and
 * where they are withheld, what a line shows at its ends, and that no nesting is too deep. */
#include "base/limits.h"
#include "format/cue.h"
#include "format/reader.h"
#include "format/speech_line.h"
#include "linted.h"

static void files_are_known_by_their_first_lines(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *head, *reader;
    } rows[] = {
        {"a number and a timing line", "1\n00:00:01,000 --> 00:00:02,000\nJa.", "srt"},
        {"behind a mark of the byte order, with CRLF",
         "\xEF\xBB\xBF"
         "1\r\n00:00:01,000 --> 00:00:02,000\r\n",
         "srt"},
        {"without a number", "00:00:01,000 --> 00:00:02,000\nJa.", "srt"},
        {"a number alone is none", "1\nJa.", "plain"},
        {"nor a list", "1\n2\n3\n00:00:01,000 --> 00:00:02,000\n", "plain"},
        {"nor an arrow", "10 --> 20 ist mehr.\n", "plain"},
        {"nor a text that shows such a line", "So sieht das aus:\n00:00:01,000 --> 00:00:02,000\n", "plain"},
        {"the word of WebVTT", "WEBVTT", "vtt"},
        {"and what stands behind it", "\xEF\xBB\xBFWEBVTT - Folge 1\n\n", "vtt"},
        {"another word is none", "WEBVTTS\n\n", "plain"},
        {"in small letters it is none", "webvtt\n\n", "plain"},
        {"nothing is none", "", "plain"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_STR(r->promise, mtl_cstr(mtl_reader_for(MTL_LIT("file"), mtl_cstr(r->head))->name), mtl_cstr(r->reader));
}

static void timing_lines_are_read_as_players_do(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *line;
        bool is, known;
        uint32_t start, end;
    } rows[] = {
        {"as SubRip has it", "00:01:02,345 --> 01:00:00,000", true, true, 62345, 3600000},
        {"as WebVTT has it", "01:02.345 --> 01:03.000 align:start", true, true, 62345, 63000},
        {"with coordinates", "0:00:01,5-->0:00:02 X1:1 X2:2 Y1:3 Y2:4", true, true, 1500, 2000},
        {"a short arrow", "00:00:01,000 -> 00:00:02,000", true, true, 1000, 2000},
        {"more digits than there are milliseconds", "00:01.23456 --> 00:02.0000009", true, true, 1234, 2000},
        {"more hours than a film has", "99999999999:00:00.000 --> 99999999999:00:00.000", true, true, 3600000000, 3600000000},
        {"letters among the digits", "00:00:0O,000 --> 00:00:02,000", true, false, 0, 0},
        {"half of it is missing", "00:00:01,000 -->", true, false, 0, 0},
        {"times of day are text", "10:30 -> 11:00", false, false, 0, 0},
        {"so is an arrow", "Gestern --> heute", false, false, 0, 0},
        {"so is a time", "00:00:01,000", false, false, 0, 0},
        {"so is nothing", "", false, false, 0, 0},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_cue_time time;
        CHECK(r->promise, mtl_cue_is_timing(mtl_cstr(r->line), &time) == r->is);
        CHECK(r->promise, time.known == r->known && time.start == r->start && time.end == r->end);
    }
}

static void a_line_shows_whether_its_sentence_is_over(void **state)
{
    (void)state;
    static const struct row {
        const char *line;
        mtl_speech_end end;
    } rows[] = {
        {"Es war", MTL_SPEECH_OPEN},        {"Es war,", MTL_SPEECH_PAUSE},  {"Er sagte:", MTL_SPEECH_PAUSE},
        {"Es war.", MTL_SPEECH_STOP},       {"„Es war.“", MTL_SPEECH_STOP}, {"„Es war“.", MTL_SPEECH_STOP},
        {"(Es war!)", MTL_SPEECH_STOP},     {"Es war …", MTL_SPEECH_CUT},   {"Es war...", MTL_SPEECH_CUT},
        {"Es war –", MTL_SPEECH_CUT},       {"Frau Dr.", MTL_SPEECH_OPEN},  {"am 12.", MTL_SPEECH_OPEN},
        {"im Jahr 1990.", MTL_SPEECH_STOP}, {"z. B.", MTL_SPEECH_OPEN},     {"Né?", MTL_SPEECH_STOP},
        {"そうです。", MTL_SPEECH_STOP},    {"„", MTL_SPEECH_OPEN},         {"", MTL_SPEECH_OPEN},
        {"Ele é.", MTL_SPEECH_STOP},        {"bzw.", MTL_SPEECH_OPEN},      {"Oo.", MTL_SPEECH_STOP},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK(r->line, mtl_speech_ends(mtl_cstr(r->line)) == r->end);
}

static void a_line_shows_who_speaks(void **state)
{
    (void)state;
    static const struct row {
        const char *line;
        mtl_speech_mark mark;
        uint32_t bytes;
        bool label;
        mtl_speech_head head;
    } rows[] = {
        {"- Ja.", MTL_SPEECH_DASH, 2, false, MTL_SPEECH_CAPITAL},
        {"-ja.", MTL_SPEECH_DASH, 1, false, MTL_SPEECH_SMALL},
        {"—  Ärger?", MTL_SPEECH_DASH, 5, false, MTL_SPEECH_CAPITAL},
        {"-5 Grad", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_CASELESS},
        {"- 5 Grad", MTL_SPEECH_DASH, 2, false, MTL_SPEECH_CASELESS},
        {"--und", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_SMALL},
        {">> Ja", MTL_SPEECH_ARROWS, 3, false, MTL_SPEECH_CASELESS},
        {"> Ja", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_CASELESS},
        {"ANNA: Ja", MTL_SPEECH_NO_MARK, 0, true, MTL_SPEECH_CAPITAL},
        {"Anna: Ja", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_CAPITAL},
        {"JOÃO (2):", MTL_SPEECH_NO_MARK, 0, true, MTL_SPEECH_CAPITAL},
        {"A: Ja", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_CAPITAL},
        {"„öfter", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_SMALL},
        {"¿Qué", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_CAPITAL},
        {"Čas", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_CAPITAL},
        {"žal", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_SMALL},
        {"Это", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_CAPITAL},
        {"日本", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_CASELESS},
        {"-", MTL_SPEECH_DASH, 1, false, MTL_SPEECH_CASELESS},
        {"", MTL_SPEECH_NO_MARK, 0, false, MTL_SPEECH_CASELESS},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_speech_mark mark;
        CHECK_NUMBER(r->line, mtl_speech_mark_at(mtl_cstr(r->line), &mark), r->bytes);
        CHECK(r->line, mark == r->mark && mtl_speech_has_label(mtl_cstr(r->line)) == r->label);
        CHECK(r->line, mtl_speech_begins(mtl_cstr(r->line)) == r->head);
    }
}

static void what_makes_no_sense_is_an_error(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *name, *file;
        uint32_t line;
    } rows[] = {
        {"SubRip without a cue", "a.srt", "\n\nEs regnet.\n", 3},
        {"WebVTT without its word", "a.vtt", "1\n00:01.000 --> 00:02.000\nJa.\n", 1},
        {"WebVTT without a cue, but with text", "a.vtt", "WEBVTT\n\nEs regnet.\n", 3},
        {"WebVTT without a cue", "a.vtt", "WEBVTT\n\nNOTE Noch nicht.\n", 0},
        {"nothing", "a.srt", " \n", 0},
        {"nothing of WebVTT", "a.vtt", "", 0},
        {"a timing line that is broken", "a.srt", "1\n00:00:0x,000 --> 00:00:02,000\nJa.\n", 0},
    };
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    mtl_session *session = open_session(rules, &(mtl_config){0});
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_report *report = lint_as(session, r->name, mtl_cstr(r->file));
        const mtl_report_info *info = mtl_report_read(report);
        CHECK_NUMBER(r->promise, info->nerrors, r->line > 0);
        if (info->nerrors && r->line)
            CHECK_NUMBER(r->promise, info->errors[0].line, r->line);
        mtl_report_free(report);
    }
    mtl_session_free(session);
    mtl_ruleset_free(rules);
}

static void corrections_leave_the_file_whole(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *name, *file, *fixed; /* NULL: as it is */
    } rows[] = {
        {"in a line", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nDer US -Senator kam.\n",
         "1\n00:00:01,000 --> 00:00:02,000\nDer US-Senator kam.\n"},
        {"over two lines", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nEr kam am\nam Montag.\n",
         "1\n00:00:01,000 --> 00:00:02,000\nEr kam am Montag.\n"},
        {"over two cues: none", "a.srt",
         "1\n00:00:01,000 --> 00:00:02,000\nEr kam am\n\n2\n00:00:02,000 --> 00:00:03,000\nam Montag nach Hause.\n", NULL},
        {"over a tag: none", "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nDer <b>US</b> -Senator kam.\n", NULL},
        {"what is written is escaped", "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nDer AT&amp;T -Chef kam.\n",
         "WEBVTT\n\n00:01.000 --> 00:02.000\nDer AT&amp;T-Chef kam.\n"},
    };
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    mtl_session *session = open_session(rules, &(mtl_config){.language = "de"});
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_report *report = lint_as(session, r->name, mtl_cstr(r->file));
        CHECK_NUMBER(r->promise, mtl_report_read(report)->nfindings, 1);
        size_t n;
        char *fixed = mtl_report_fix(report, true, &n);
        CHECK_STR(r->promise, ((mtl_str){fixed, n}), mtl_cstr(r->fixed ? r->fixed : r->file));
        mtl_free(fixed);
        mtl_report_free(report);
    }
    mtl_session_free(session);
    mtl_ruleset_free(rules);
}

static void no_nesting_is_too_deep(void **state)
{
    (void)state;
    enum { TIMES = MTL_MAX_NESTING * 100 };
    mtl_arena arena = {0};
    mtl_ruleset *rules = load_rules(MTL_TEST_ROOT "/rules");
    mtl_session *session = open_session(rules, &(mtl_config){.language = "de"});
    const mtl_str open = MTL_LIT("<lang pt>"), head = MTL_LIT("WEBVTT\n\n00:01.000 --> 00:02.000\n"), text = MTL_LIT("Er kam.");
    char *bytes = mtl_arena_array(&arena, char, head.n + open.n * TIMES + text.n);
    memcpy(bytes, head.p, head.n);
    for (size_t i = 0; i < TIMES; i++)
        memcpy(bytes + head.n + i * open.n, open.p, open.n);
    memcpy(bytes + head.n + open.n * TIMES, text.p, text.n);
    mtl_report *report = lint_as(session, "a.vtt", (mtl_str){bytes, head.n + open.n * TIMES + text.n});
    const mtl_report_info *info = mtl_report_read(report);
    CHECK_NUMBER("no error", info->nerrors, 0);
    CHECK_NUMBER("the text is there", info->npassages, 1);
    mtl_report_free(report);
    mtl_session_free(session);
    mtl_ruleset_free(rules);
    mtl_arena_reset(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_known_by_their_first_lines),
        cmocka_unit_test(timing_lines_are_read_as_players_do),
        cmocka_unit_test(a_line_shows_whether_its_sentence_is_over),
        cmocka_unit_test(a_line_shows_who_speaks),
        cmocka_unit_test(what_makes_no_sense_is_an_error),
        cmocka_unit_test(corrections_leave_the_file_whole),
        cmocka_unit_test(no_nesting_is_too_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
