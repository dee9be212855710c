/* Promises of a session, seen through mtlint.h: configuration, languages, notices, errors, and what a report holds. The rules are our
 * own, so that no shipped rule can change what is promised here. */
#include "folder.h"
#include "linted.h"

/* A rule of one entry: its category, how severe and how confident, more keys, and the entry. */
#define RULE(category, severity, confidence, more, entry)                                                                          \
    "summary: S\nmessage: \"Not “{match}”\"\nwhy: W\ncategory: " category "\nseverity: " severity "\nconfidence: " confidence      \
    "\nsince: \"0.1\"\n" more "check: phrase\nwith:\n  - " entry "\nexamples: [{ good: Gut. }]\n"

static const struct file {
    const char *name, *text;
} files[] = {
    {"ours/de/lang.yml",
     "name: German\nfunction-words: [der, die, das, und, ist, nicht, ein, eine, im, auf, mit, es, wir, sind]\n"},
    {"ours/en/lang.yml", "name: English\nfunction-words: [the, a, of, and, is, not, in, on, with, it, we, are, to]\n"},
    {"ours/de/sure.yml", RULE("split-hyphen", "minor", "high", "", "{ find: sicher }")},
    {"ours/de/likely.yml", RULE("fused-words", "minor", "high", "", "{ find: wohl, proof: likely }")},
    {"ours/de/doubtful.yml", RULE("missing-space", "minor", "high", "", "{ find: kaum, proof: doubtful }")},
    {"ours/de/grave.yml", RULE("mistranslated-name", "critical", "high", "", "{ find: Truthahn, fix: Türkei }")},
    {"ours/de/cured.yml",
     RULE("page-residue", "minor", "medium", "cure: Delete it.\n", "{ find: \"{Teilen|Drucken}\", where: block, fix: '' }")},
    {"ours/de/marked.yml", RULE("agreement", "minor", "high", "", "{ find: Krämer, fix: '\"A\" & <B>, C' }")},
    {"ours/en/english.yml", RULE("llm-residue", "major", "high", "", "{ find: lorem }")},
};

typedef struct bench {
    folder folder;
    mtl_ruleset *rules;
} bench;

static void open_bench(bench *b)
{
    open_folder(&b->folder);
    for (const struct file *f = files; f < MTL_END(files); f++)
        make_file(&b->folder, f->name, f->text);
    b->rules = load_rules(mtl_str_format(&b->folder.arena, "%.*s/ours", MTL_FMT(b->folder.root)).p);
}

static void close_bench(bench *b)
{
    mtl_ruleset_free(b->rules);
    close_folder(&b->folder);
}

/* The report on TEXT under CONFIG. */
static mtl_report *lint_with(const bench *b, const mtl_config *config, const char *text)
{
    mtl_session *session = open_session(b->rules, config);
    mtl_report *report = lint(session, text);
    mtl_session_free(session);
    return report;
}

/* Each finding as its text and H(igh), M(edium) or L(ow), "sicher H, ". */
static mtl_str found_in(bench *b, const mtl_report_info *info)
{
    mtl_str all = MTL_LIT("");
    for (uint32_t i = 0; i < info->nfindings; i++)
        all = mtl_str_format(&b->folder.arena, "%.*s%.*s %c, ", MTL_FMT(all), MTL_FMT(info->findings[i].text),
                             "LMH"[info->findings[i].confidence]);
    return all;
}

static size_t count(const char *const names[2])
{
    return names[0] ? (names[1] ? 2 : 1) : 0;
}

static void names_choose_rules(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        const char *select[2], *ignore[2];
        const char *text, *found;
    } rows[] = {
        {"all of them", {NULL}, {NULL}, "Es ist sicher, mit Truthahn.", "sicher H, Truthahn H, "},
        {"one by its id", {"de/grave"}, {NULL}, "Es ist sicher, mit Truthahn.", "Truthahn H, "},
        {"one by its category", {"split-hyphen"}, {NULL}, "Es ist sicher, mit Truthahn.", "sicher H, "},
        {"two", {"split-hyphen", "de/grave"}, {NULL}, "Es ist sicher, mit Truthahn.", "sicher H, Truthahn H, "},
        {"all but one", {NULL}, {"de/sure"}, "Es ist sicher, mit Truthahn.", "Truthahn H, "},
        {"all but a category", {NULL}, {"mistranslated-name"}, "Es ist sicher, mit Truthahn.", "sicher H, "},
        {"to ignore goes before to select", {"de/sure"}, {"split-hyphen"}, "Es ist sicher.", ""},
        {"a category without rules", {"agreement"}, {NULL}, "Es ist sicher.", ""},
        {"what is ignored still vouches", {NULL}, {"de/sure"}, "Es ist sicher, wohl.", "wohl H, "},
        {"what is not selected too", {"de/likely"}, {NULL}, "Es ist sicher, wohl.", "wohl H, "},
        {"for doubtful ones too", {"de/doubtful"}, {NULL}, "Es ist sicher, sicher und sicher, kaum.", "kaum M, "},
        {"without it a likely one is less sure", {NULL}, {NULL}, "Es ist wohl nicht.", "wohl M, "},
        {"and a doubtful one is none", {NULL}, {NULL}, "Es ist kaum hell.", ""},
    };
    bench b;
    open_bench(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_config config = {
            .language = "de", .select = r->select, .nselect = count(r->select), .ignore = r->ignore, .nignore = count(r->ignore)};
        mtl_report *report = lint_with(&b, &config, r->text);
        CHECK_STR(r->promise, found_in(&b, mtl_report_read(report)), mtl_cstr(r->found));
        mtl_report_free(report);
    }
    close_bench(&b);
}

static void unknown_names_get_a_cure(void **state)
{
    (void)state;
    static const char *const wrong_rule[] = {"de/shure"}, *const wrong_category[] = {"split-hyphens"};
    static const struct row {
        const char *promise;
        mtl_config config;
        const char *where, *cure;
    } rows[] = {
        {"a rule", {.select = wrong_rule, .nselect = 1}, "de/shure", "“de/sure”"},
        {"a category", {.ignore = wrong_category, .nignore = 1}, "split-hyphens", "“split-hyphen”"},
        {"a format", {.input_format = "plane"}, "plane", "“plain”"},
        {"a language", {.language = "not a tag"}, "not a tag", "pt-BR"},
    };
    bench b;
    open_bench(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_err err = {0};
        CHECK(r->promise, mtl_session_new(b.rules, &r->config, &err) == NULL);
        CHECK_NUMBER(r->promise, err.code, MTL_EUSAGE);
        CHECK_STR(r->promise, mtl_cstr(err.where), mtl_cstr(r->where));
        if (mtl_str_find(mtl_cstr(err.what), mtl_cstr(r->cure), 0) == SIZE_MAX)
            fail_msg("%s: “%s” does not name %s", r->promise, err.what, r->cure);
    }
    close_bench(&b);
}

static void languages_are_settled(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *configured, *text, *language;
        bool guessed;
    } rows[] = {
        {"by vote", NULL, "Das Haus ist leer, und die Tür ist nicht auf. Wir sind im Garten mit der Katze.", "de", true},
        {"by vote, another", NULL, "The house is empty, and the door is not open. We are in the garden with the cat.", "en", true},
        {"as configured", "de", "The house is empty, and the door is not open. We are in the garden.", "de", false},
        {"a region without a profile", "de-AT", "Das Haus ist leer.", "de", false},
        {"a language without profile", "fi", "Talo on tyhjä.", "fi", false},
        {"none has a vote", NULL, "12 34 56", "und", true},
    };
    bench b;
    open_bench(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_report *report = lint_with(&b, &(mtl_config){.language = r->configured}, r->text);
        const mtl_report_info *info = mtl_report_read(report);
        CHECK_STR(r->promise, info->language, mtl_cstr(r->language));
        CHECK_NUMBER(r->promise, info->guessed, r->guessed);
        mtl_report_free(report);
    }
    close_bench(&b);
}

static void a_report_says_what_it_is_of(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    mtl_report *report = lint_with(&b, &(mtl_config){.language = "de"}, "Ein Tag im Mai\n\nEs ist sicher.\n");
    const mtl_report_info *info = mtl_report_read(report);
    CHECK_STR("its path", info->path, MTL_LIT("text.txt"));
    CHECK_STR("its title", info->title, MTL_LIT("Ein Tag im Mai"));
    CHECK_NUMBER("its words", info->words, 7);
    CHECK_STR("its bytes", info->source, MTL_LIT("Ein Tag im Mai\n\nEs ist sicher.\n"));
    CHECK_NUMBER("its passages", info->npassages, 2);
    CHECK_STR("and as it reads", mtl_str_cut(info->text, info->passages[1].read), MTL_LIT("Es ist sicher."));
    CHECK_STR("a message", info->findings[0].message, MTL_LIT("Not “sicher”"));
    const mtl_place place = mtl_report_place(report, info->findings[0].at.at, MTL_CODE_POINTS);
    CHECK_NUMBER("a line", place.line, 3);
    CHECK_NUMBER("a column", place.column, 8);
    mtl_report_free(report);
    close_bench(&b);
}

static void what_could_not_be_checked_is_said(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_config config;
        const char *text, *notice; /* part of the first one; NULL: there is none */
    } rows[] = {
        {"nothing to say", {.language = "de"}, "Es ist sicher.", NULL},
        {"no rules of its own", {.language = "fi"}, "Talo on tyhjä.", "no rules of its own"},
        {"nobody asks where there is no word", {.language = "fi"}, "…", NULL},
        {"more findings than may be", {.language = "de", .max_findings = 2}, "sicher sicher sicher", "--max-findings"},
        {"as many as may be", {.language = "de", .max_findings = 3}, "sicher sicher sicher", NULL},
    };
    bench b;
    open_bench(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_report *report = lint_with(&b, &r->config, r->text);
        const mtl_report_info *info = mtl_report_read(report);
        CHECK_NUMBER(r->promise, info->nnotices, r->notice ? 1 : 0);
        if (r->notice && mtl_str_find(info->notices[0], mtl_cstr(r->notice), 0) == SIZE_MAX)
            fail_msg("%s: “%.*s” does not say %s", r->promise, MTL_FMT(info->notices[0]), r->notice);
        CHECK("never more than may be", r->config.max_findings == 0 || info->nfindings <= r->config.max_findings);
        mtl_report_free(report);
    }
    close_bench(&b);
}

static void what_cannot_be_read_is_a_report(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        mtl_str text;
        uint32_t max_file;
        mtl_code code;
    } rows[] = {
        {"binary", BYTES("Es ist\0sicher."), 0, MTL_EENCODING},
        {"no UTF-8", BYTES("Es ist sp\xE4t."), 0, MTL_EENCODING},
        {"half a character at the end", BYTES("Es ist sp\xC3"), 0, MTL_EENCODING},
        {"too large", BYTES("Es ist sicher."), 13, MTL_ELIMIT},
        {"just not too large", BYTES("Es ist sicher."), 14, MTL_OK},
        {"nothing at all", BYTES(""), 0, MTL_OK},
    };
    bench b;
    open_bench(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_session *session = open_session(b.rules, &(mtl_config){.language = "de", .max_file = r->max_file});
        mtl_report *report = lint_as(session, "text.txt", r->text);
        const mtl_report_info *info = mtl_report_read(report);
        CHECK_NUMBER(r->promise, info->nerrors, r->code != MTL_OK);
        CHECK_NUMBER(r->promise, info->nerrors ? info->errors[0].code : MTL_OK, r->code);
        CHECK_STR("it knows of which file", info->path, MTL_LIT("text.txt"));
        mtl_report_free(report);
        mtl_session_free(session);
    }
    close_bench(&b);
}

static void files_are_read(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    make_file(&b.folder, "yours/text.txt", "Es ist sicher.\n");
    const char *there = mtl_str_format(&b.folder.arena, "%.*s/yours/text.txt", MTL_FMT(b.folder.root)).p;
    const char *gone = mtl_str_format(&b.folder.arena, "%.*s/yours/gone.txt", MTL_FMT(b.folder.root)).p;
    mtl_session *session = open_session(b.rules, &(mtl_config){.language = "de"});
    mtl_report *report = NULL;
    CHECK("a file that is not there", !mtl_lint_file(session, gone, keep_report, &report));
    CHECK_NUMBER("is an error", mtl_report_read(report)->errors[0].code, MTL_EIO);
    CHECK_STR("of its name", mtl_report_read(report)->path, mtl_cstr(gone));
    mtl_report_free(report);
    report = NULL;
    CHECK("the next is read all the same", mtl_lint_file(session, there, keep_report, &report));
    CHECK_STR("and searched", found_in(&b, mtl_report_read(report)), MTL_LIT("sicher H, "));
    mtl_session_free(session);
    CHECK_STR("a report outlives its session", mtl_report_read(report)->findings[0].text, MTL_LIT("sicher"));
    mtl_report_free(report);
    close_bench(&b);
}

/* The fingerprint of finding I of TEXT. */
static uint64_t fingerprint(bench *b, const char *text, uint32_t i)
{
    mtl_report *report = lint_with(b, &(mtl_config){.language = "de"}, text);
    CHECK("there is such a finding", i < mtl_report_read(report)->nfindings);
    const uint64_t print = mtl_report_read(report)->findings[i].fingerprint;
    mtl_report_free(report);
    return print;
}

static void fingerprints_follow_the_text(void **state)
{
    (void)state;
    static const char text[] = "Das Haus ist sicher leer und still.";
    static const struct row {
        const char *promise, *text;
        uint32_t finding;
        bool same;
    } rows[] = {
        {"the same text", text, 0, true},
        {"moved down", "Ein Tag.\n\nDas Haus ist sicher leer und still.", 0, true},
        {"moved along", "Wir sagen: Das Haus ist sicher leer und still.", 0, true},
        {"with more behind it", "Das Haus ist sicher leer und still. Gut.", 0, true},
        {"on two lines", "Das Haus ist\nsicher leer und still.", 0, true},
        {"another finding before it", "Truthahn!\n\nDas Haus ist sicher leer und still.", 1, true},
        {"another neighbour", "Das Haus ist sicher voll und still.", 0, false},
        {"a copy of it", "Das Haus ist sicher leer und still.\n\nDas Haus ist sicher leer und still.", 1, false},
        {"the first of two", "Das Haus ist sicher leer und still.\n\nDas Haus ist sicher leer und still.", 0, true},
    };
    bench b;
    open_bench(&b);
    const uint64_t print = fingerprint(&b, text, 0);
    for (const struct row *r = rows; r < MTL_END(rows); r++)
        CHECK_NUMBER(r->promise, fingerprint(&b, r->text, r->finding) == print, r->same);
    close_bench(&b);
}

static void findings_are_grouped_and_ranked(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    mtl_report *report =
        lint_with(&b, &(mtl_config){.language = "de"},
                  "Teilen\n\nEs ist sicher.\n\nDer Truthahn ist im Haus.\n\nEs ist sicher, es ist Sicher.\n\nDrucken\n");
    static const struct row {
        const char *promise, *text;
        uint32_t group, rank;
    } rows[] = {
        {"the mildest last", "Teilen", 1, 5},
        {"equal ones by place", "sicher", 2, 2},
        {"the gravest first", "Truthahn", 3, 1},
        {"the same again is of the same group", "sicher", 2, 3},
        {"spelt otherwise it is of another", "Sicher", 4, 4},
        {"a rule with a cure is one group", "Drucken", 1, 6},
    };
    const mtl_report_info *info = mtl_report_read(report);
    CHECK_NUMBER("all are there", info->nfindings, MTL_COUNT(rows));
    for (uint32_t i = 0; i < MTL_COUNT(rows); i++) {
        CHECK_STR(rows[i].promise, info->findings[i].text, mtl_cstr(rows[i].text));
        CHECK_NUMBER(rows[i].promise, info->findings[i].group, rows[i].group);
        CHECK_NUMBER(rows[i].promise, info->findings[i].rank, rows[i].rank);
    }
    mtl_report_free(report);
    close_bench(&b);
}

/* TEXT with its fixes applied, in the folder's memory. */
static mtl_str fixed(bench *b, const mtl_config *config, mtl_str text, bool all)
{
    mtl_session *session = open_session(b->rules, config);
    mtl_report *report = lint_as(session, "text.txt", text);
    size_t n;
    char *bytes = mtl_report_fix(report, all, &n);
    const mtl_str copy = mtl_str_copy((mtl_str){bytes, n}, &b->folder.arena);
    mtl_free(bytes);
    mtl_report_free(report);
    mtl_session_free(session);
    return copy;
}

static void fixes_mend(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *text, *fixed;
    } rows[] = {
        {"nothing to mend", "Es ist gut.\n", "Es ist gut.\n"},
        {"nothing at all", "", ""},
        {"a finding without a fix stays", "Es ist sicher.\n", "Es ist sicher.\n"},
        {"a word", "Der Truthahn tagt.\n", "Der Türkei tagt.\n"},
        {"each of them", "Truthahn, Truthahn\r\nund Truthahn", "Türkei, Türkei\r\nund Türkei"},
        {"behind a mark of the byte order", "\xEF\xBB\xBFTruthahn!", "\xEF\xBB\xBFTürkei!"},
    };
    static const char zero[] =
        "Truthahn\0, und hier steht noch so viel Text, dass eine Null in ihm nicht mehr heißt, dass er gar keiner ist.";
    bench b;
    open_bench(&b);
    const mtl_str mended = fixed(&b, &(mtl_config){.language = "de"}, MTL_LIT(zero), true);
    CHECK("so does a zero", mtl_str_starts(mended, MTL_LIT("Türkei\0, und hier")));
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_str once = fixed(&b, &(mtl_config){.language = "de"}, mtl_cstr(r->text), true);
        CHECK_STR(r->promise, once, mtl_cstr(r->fixed));
        CHECK_STR("mending twice is mending once", fixed(&b, &(mtl_config){.language = "de"}, once, true), once);
    }
    close_bench(&b);
}

/* Keeps the report of a document, and not that of what could not be read. */
static bool keep_document(void *user, mtl_report *report)
{
    if (mtl_report_read(report)->nerrors == 0)
        return keep_report(user, report);
    mtl_report_free(report);
    return true;
}

static void a_bad_byte_stays_what_it_was(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    mtl_session *session = open_session(b.rules, &(mtl_config){.language = "de"});
    mtl_report *report = NULL;
    size_t n;
    CHECK("it is told", !mtl_lint_text(session, MTL_LIT("text.txt"), MTL_LIT("Äöü, äöü \xFF Truthahn.\n"), keep_document, &report));
    assert_non_null(report);
    char *bytes = mtl_report_fix(report, true, &n);
    CHECK_STR("what was found is mended", ((mtl_str){bytes, n}), MTL_LIT("Äöü, äöü \xFF Türkei.\n"));
    mtl_free(bytes);
    mtl_report_free(report);
    mtl_session_free(session);
    close_bench(&b);
}

/* What has a meaning in the file is written as the file wants it, through every layer; where it cannot be, nothing is mended. */
static void fixes_are_written_through_the_format(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *format, *text, *fixed;
    } rows[] = {
        {"plain text", "plain", "Krämer tagt.", "\"A\" & <B>, C tagt."},
        {"HTML", "html", "<p>Krämer tagt.</p>", "<p>&quot;A&quot; &amp; &lt;B&gt;, C tagt.</p>"},
        {"JSON", "json", "{\"text\":\"Kr\\u00e4mer tagt hier.\"}", "{\"text\":\"\\\"A\\\" & <B>, C tagt hier.\"}"},
        {"HTML in JSON", "json", "{\"body\":\"<p>Krämer tagt.<\\/p>\"}",
         "{\"body\":\"<p>&quot;A&quot; &amp; &lt;B&gt;, C tagt.<\\/p>\"}"},
        {"a cell in marks", "csv", "id,text\n1,\"Krämer tagt.\"\n", "1,\"\"\"A\"\" & <B>, C tagt.\"\n"},
        {"a bare cell", "csv", "id,text\n1,Krämer tagt.\n", "1,Krämer tagt.\n"},
    };
    bench b;
    open_bench(&b);
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        const mtl_config config = {.language = "de", .input_format = r->format};
        CHECK_STR(r->promise, fixed(&b, &config, mtl_cstr(r->text), true), mtl_cstr(r->fixed));
    }
    close_bench(&b);
}

/* With the shipped rules, whose fixes overlap. */
static void the_shipped_rules_mend_in_one_go(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *tag, *text, *fixed;
    } rows[] = {
        {"German", "de", "Der US -Botschafter wartete vor vor dem Bahnhof in MÃ¼nchen.",
         "Der US-Botschafter wartete vor dem Bahnhof in München."},
        {"Portuguese", "pt", "O museu reabre na quarta -feira e fecha ao ao meio-dia.",
         "O museu reabre na quarta-feira e fecha ao meio-dia."},
        {"Filipino", "fil", "Nagsimula ang pag -uusap sa sa palengke.", "Nagsimula ang pag-uusap sa palengke."},
        {"damaged twice", "de", "Der Zug nach MÃƒÂ¼nchen kommt.", "Der Zug nach München kommt."},
        {"one inside another", "de", "Der US -Rat US -Rat der der Stadt tagt.", NULL},
    };
    bench b = {.rules = load_rules(MTL_TEST_ROOT "/rules")};
    for (int all = 0; all <= 1; all++)
        for (const struct row *r = rows; r < MTL_END(rows); r++) {
            const mtl_config config = {.language = r->tag};
            const mtl_str once = fixed(&b, &config, mtl_cstr(r->text), all);
            if (all && r->fixed)
                CHECK_STR(r->promise, once, mtl_cstr(r->fixed));
            if (r->fixed)
                CHECK_STR(r->promise, fixed(&b, &config, once, all), once);
        }
    mtl_ruleset_free(b.rules);
    mtl_arena_reset(&b.folder.arena);
}

static void what_gave_up_is_said_once(void **state)
{
    (void)state;
    enum { LONG = 30000 };
    folder f;
    open_folder(&f);
    make_file(&f, "ours/de/lang.yml", "name: German\n");
    make_file(&f, "ours/de/slow.yml",
              "summary: S\nmessage: M\nwhy: W\ncategory: untranslated\nseverity: minor\nconfidence: low\nsince: \"0.1\"\n"
              "check: pattern\nwith:\n  - { find: '(\\w+\\W?)+$', trigger: los }\nexamples: [{ good: Gut. }]\n");
    mtl_ruleset *rules = load_rules(mtl_str_format(&f.arena, "%.*s/ours", MTL_FMT(f.root)).p);
    mtl_session *session = open_session(rules, &(mtl_config){.language = "de"});
    char *hostile = mtl_arena_array(&f.arena, char, LONG + 1);
    memset(hostile, 'a', LONG);
    memcpy(hostile, "los ", 4);
    memcpy(hostile + LONG - 3, "!!!", 4);
    mtl_report *report = lint(session, hostile);
    CHECK_NUMBER("it gave up", mtl_report_read(report)->nnotices, 1);
    mtl_report_free(report);
    report = lint(session, "Nichts los hier!!");
    CHECK_NUMBER("the next document is another one", mtl_report_read(report)->nnotices, 0);
    mtl_report_free(report);
    mtl_session_free(session);
    mtl_ruleset_free(rules);
    close_folder(&f);
}

static void a_session_has_no_memory(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    mtl_session *session = open_session(b.rules, &(mtl_config){.language = "de"});
    static const char *const texts[] = {"Es ist sicher, sicher und sicher, kaum.", "Es ist kaum hell.", "Es ist wohl nicht.", ""};
    static const char *const found[] = {"sicher H, sicher H, sicher H, kaum M, ", "", "wohl M, ", ""};
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < MTL_COUNT(texts); i++) {
            mtl_report *report = lint(session, texts[i]);
            CHECK_STR(texts[i], found_in(&b, mtl_report_read(report)), mtl_cstr(found[i]));
            mtl_report_free(report);
        }
    mtl_session_free(session);
    close_bench(&b);
}

typedef struct watched {
    mtl_arena arena;
    mtl_str hits, words;
    uint32_t documents, blocks, facts;
} watched;

static void keep_sight(void *user, const mtl_report *report, const mtl_sight *sight)
{
    watched *w = user;
    (void)report;
    w->documents++;
    w->blocks = sight->nblocks;
    w->facts = sight->nfacts;
    for (uint32_t i = 0; i < sight->nhits; i++)
        w->hits = mtl_str_format(&w->arena, "%.*s%.*s %s%s, ", MTL_FMT(w->hits), MTL_FMT(sight->hits[i].text), sight->hits[i].proof,
                                 sight->hits[i].held.n ? " held" : "");
    for (uint32_t i = 0; i < sight->ntokens && i < 4; i++)
        w->words = mtl_str_format(&w->arena, "%.*s%.*s/%s%s ", MTL_FMT(w->words), MTL_FMT(sight->tokens[i].text),
                                  sight->tokens[i].kind, sight->tokens[i].begins ? "^" : "");
}

static void a_watcher_sees_what_is_held_back(void **state)
{
    (void)state;
    bench b;
    open_bench(&b);
    watched w = {0};
    mtl_session *session = open_session(b.rules, &(mtl_config){.language = "de"});
    mtl_session_watch(session, keep_sight, &w);
    mtl_report_free(lint(session, "Es ist kaum hell.\n\nEs ist sicher 7."));
    CHECK_STR("a doubtful hit too", w.hits, MTL_LIT("kaum doubtful held, sicher sure, "));
    CHECK_STR("tokens", w.words, MTL_LIT("Es/word^ ist/word kaum/word hell/word "));
    CHECK_NUMBER("blocks", w.blocks, 2);
    CHECK_NUMBER("facts", w.facts, 1);
    mtl_session_watch(session, NULL, NULL);
    mtl_report_free(lint(session, "Es ist kaum hell."));
    CHECK_NUMBER("nobody watches any more", w.documents, 1);
    mtl_arena_reset(&w.arena);
    mtl_session_free(session);
    close_bench(&b);
}

static void tags_are_told_from_other_words(void **state)
{
    (void)state;
    CHECK("a language", mtl_language_tag("de"));
    CHECK("a region", mtl_language_tag("pt-BR"));
    CHECK("three letters", mtl_language_tag("fil"));
    CHECK("no tag", !mtl_language_tag("not a tag"));
    CHECK("nothing", !mtl_language_tag(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_choose_rules),
        cmocka_unit_test(unknown_names_get_a_cure),
        cmocka_unit_test(languages_are_settled),
        cmocka_unit_test(a_report_says_what_it_is_of),
        cmocka_unit_test(what_could_not_be_checked_is_said),
        cmocka_unit_test(what_cannot_be_read_is_a_report),
        cmocka_unit_test(files_are_read),
        cmocka_unit_test(fingerprints_follow_the_text),
        cmocka_unit_test(findings_are_grouped_and_ranked),
        cmocka_unit_test(fixes_mend),
        cmocka_unit_test(a_bad_byte_stays_what_it_was),
        cmocka_unit_test(fixes_are_written_through_the_format),
        cmocka_unit_test(the_shipped_rules_mend_in_one_go),
        cmocka_unit_test(what_gave_up_is_said_once),
        cmocka_unit_test(a_session_has_no_memory),
        cmocka_unit_test(a_watcher_sees_what_is_held_back),
        cmocka_unit_test(tags_are_told_from_other_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
