/* mtlint.h: the one installed header of libmtlint, the linter for machine-translated text.
 *
 * A caller loads a rule set once, opens a session per thread, lints files or texts, and is handed one finished report per
 * document. Strings are UTF-8 slices that own nothing; spans are half-open and in bytes; lines and columns count from 1. */
#ifndef MTLINT_H
#define MTLINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define MTL_API __attribute__((visibility("default")))
#else
#define MTL_API
#endif

/* ---- plain values ---- */

/* Borrowed UTF-8 slice; not NUL-ended, owns nothing. */
typedef struct mtl_str {
    const char *p;
    size_t n;
} mtl_str;

/* Half-open range of bytes: [at, at + len). */
typedef struct mtl_span {
    uint32_t at, len;
} mtl_span;

typedef enum mtl_code {
    MTL_OK,
    MTL_EIO,       /* cannot be opened, read or written */
    MTL_EENCODING, /* not UTF-8, or binary */
    MTL_EFORMAT,   /* the reader cannot make sense of it */
    MTL_ELIMIT,    /* over one of the caps of base/limits.def */
    MTL_EUSAGE,    /* an unknown rule, format, language tag ... */
    MTL_ERULE      /* a rule file is wrong */
} mtl_code;

/* What went wrong, where, and what to do. line and column are 0 where they mean nothing; the column counts code points. */
typedef struct mtl_err {
    mtl_code code;
    uint32_t line, column;
    char where[160]; /* file, or what was given; may be cut in the middle with "…" */
    char what[240];  /* one line, no full stop, names the cure */
} mtl_err;

/* MQM severities, mildest first, so that they compare. */
typedef enum mtl_severity { MTL_NEUTRAL, MTL_MINOR, MTL_MAJOR, MTL_CRITICAL } mtl_severity;
typedef enum mtl_confidence { MTL_LOW, MTL_MEDIUM, MTL_HIGH } mtl_confidence;
MTL_API const char *mtl_severity_name(mtl_severity);
MTL_API const char *mtl_confidence_name(mtl_confidence);
MTL_API bool mtl_severity_parse(mtl_str name, mtl_severity *out);

/* ---- rules ---- */

/* One example inside a rule: either bad (with hit, and fix where there is one) or good. All slices may be empty. */
typedef struct mtl_example {
    mtl_str lang;          /* BCP 47 tag the example is written in */
    mtl_str bad, hit, fix; /* bad: the whole text; hit: what must be marked in it; fix: the whole text after the fix */
    mtl_str good;          /* a text in which no rule may fire */
    mtl_str in;            /* the document around it, with {} where the example stands; empty: the example alone */
    uint32_t nth;          /* which occurrence of hit, from 1 */
    mtl_str file;          /* the word list that brings it; empty: the rule's file */
    uint32_t line;         /* in that file */
} mtl_example;

/* How often a rule fired on text by people and on machine translation, in the languages it is for. No words: not measured. */
typedef struct mtl_measured {
    uint64_t clean_words, clean_hits, translated_words, translated_hits;
    mtl_str confidence; /* what the figures give: "low", "medium", "high" or "too few" */
} mtl_measured;

/* What a rule says of itself. Lives as long as its rule set. */
typedef struct mtl_rule_info {
    mtl_str id, file; /* "de/page-residue"; the YAML file */
    mtl_str language; /* the folder: "de", or "all" */
    mtl_str summary, message, why, since, kind;
    mtl_str category, mqm, family; /* artefact category, its nearest MQM 2.0 type, the family whose hits vouch for each other */
    mtl_severity severity;
    mtl_confidence confidence;
    mtl_measured measured;
    const mtl_example *examples;
    uint32_t nexamples;
} mtl_rule_info;

typedef struct mtl_ruleset mtl_ruleset;
typedef void mtl_problem_fn(void *user, const mtl_err *problem);

typedef struct mtl_ruleset_options {
    const char *const *rule_dirs; /* folders holding all/, de/ ...: the shipped one first, then the user's */
    size_t nrule_dirs;
    const char *dictionary_dir; /* word lists that rules name; NULL: dictionaries/ beside the first of them */
    const char *words_dir; /* images of long lists, from the build; NULL: words/ beside dictionary_dir; else their text is read */
    const char *hunspell_dir; /* NULL: /usr/share/hunspell */
    bool bare;                /* without the rules' examples, which is faster */
    const char *language;     /* BCP 47: load no other language's rules, which is faster; NULL: all */
} mtl_ruleset_options;

/* Loads every rule. Reports every problem it finds, each with file, line and column, then returns NULL if there was one. The
 * rule set is yours to free, is const from here on, and may be shared by threads. */
MTL_API mtl_ruleset *mtl_ruleset_load(const mtl_ruleset_options *, mtl_problem_fn *, void *user);
MTL_API void mtl_ruleset_free(mtl_ruleset *);
MTL_API size_t mtl_ruleset_size(const mtl_ruleset *);
MTL_API const mtl_rule_info *mtl_ruleset_at(const mtl_ruleset *, size_t i);     /* in order of their ids */
MTL_API const mtl_rule_info *mtl_ruleset_find(const mtl_ruleset *, mtl_str id); /* NULL: no such rule */

/* The closed list of artefact categories; NULL past the end. */
MTL_API const char *mtl_category_at(size_t i);

/* Runs the examples of the rules whose language is LANG (NULL: of all): calls FAILED with every broken promise and returns how
 * many examples were run. WARN gets what is legal but slow or unproven, such as a pattern without a trigger. */
MTL_API size_t mtl_ruleset_test(const mtl_ruleset *, const char *lang, mtl_problem_fn *failed, mtl_problem_fn *warn, void *user);

/* The kinds of check that a rule may name; NULL past the end. *doc is one line about it. */
MTL_API const char *mtl_check_kind_at(size_t i, const char **doc);

typedef struct mtl_kind_key { /* what "with:" of such a rule may hold */
    const char *key, *type, *doc;
    bool required;
    bool in_entry;              /* a key of each item of a list; else of the map */
    const char *const *choices; /* NULL-ended; NULL: it is no choice */
} mtl_kind_key;
/* Key I of the kind called NAME. False past the last, and for a kind that is unknown. */
MTL_API bool mtl_check_kind_key(const char *name, size_t i, mtl_kind_key *out);

/* ---- linting ---- */

typedef struct mtl_edit {
    mtl_span at;   /* in the source */
    mtl_str with;  /* as the file writes it */
    mtl_span read; /* in the document's text */
    mtl_str reads; /* what is written, as it reads */
} mtl_edit;

typedef struct mtl_fix {
    bool safe; /* may be applied without looking */
    const mtl_edit *edits;
    uint32_t nedits;
} mtl_fix;

typedef struct mtl_finding {
    const mtl_rule_info *rule;
    uint32_t rank;  /* 1 is shown first: severity × confidence, then severity, then place */
    uint32_t group; /* findings of one rule with one cure share it; from 1 */
    mtl_severity severity;
    mtl_confidence confidence;
    mtl_span at;   /* in the source */
    mtl_span read; /* in the document's text */
    mtl_str text, message;
    const mtl_fix *fixes;
    uint32_t nfixes;
    uint64_t fingerprint; /* the same in the next version of the file, wherever the text has moved to */
} mtl_finding;

typedef enum mtl_kind { MTL_PARAGRAPH, MTL_HEADING, MTL_ITEM, MTL_CELL, MTL_STRING } mtl_kind;

/* A block of the document as it reads: paragraph, heading ... */
typedef struct mtl_passage {
    mtl_kind kind;
    mtl_span read; /* in the document's text */
    mtl_str language;
} mtl_passage;

/* A finished report: sorted, deduplicated, ranked. Everything in it lives until mtl_report_free. */
typedef struct mtl_report_info {
    mtl_str path; /* as given */
    mtl_str part; /* of the file, for people: "item 3"; empty: it is the whole file */
    mtl_str id, link, title, language;
    bool guessed; /* the language was voted, not told */
    uint32_t words;
    mtl_str source;   /* what the document was read from, as UTF-8; finding.at counts in these bytes */
    mtl_str encoding; /* of the file; empty: UTF-8 */
    mtl_str text;     /* the document as it reads */
    const mtl_passage *passages;
    uint32_t npassages;
    const mtl_finding *findings; /* by place */
    uint32_t nfindings;
    mtl_str evidence;      /* one sentence for an editor, or empty */
    const mtl_err *errors; /* a file that could not be read has errors and nothing else */
    uint32_t nerrors;
    const mtl_str *notices; /* what could not be checked, and why */
    uint32_t nnotices;
} mtl_report_info;

typedef struct mtl_report mtl_report;
MTL_API const mtl_report_info *mtl_report_read(const mtl_report *);
MTL_API void mtl_report_free(mtl_report *);

typedef enum mtl_unit { MTL_BYTES, MTL_CODE_POINTS, MTL_UTF16 } mtl_unit;
typedef struct mtl_place {
    uint32_t line, column; /* from 1 */
} mtl_place;
/* The place of a source byte in the file, its column counted in UNIT. */
MTL_API mtl_place mtl_report_place(const mtl_report *, uint32_t byte, mtl_unit unit);
/* Where in the file, as it is stored, a source byte stands. */
MTL_API uint64_t mtl_report_offset(const mtl_report *, uint32_t byte);

/* Writes the source with its fixes applied (only the safe ones, unless ALL), in the encoding of the file; overlapping ones are skipped. The
 * bytes are yours to free with mtl_free. */
MTL_API char *mtl_report_fix(const mtl_report *, bool all, size_t *n);
MTL_API void mtl_free(void *);

typedef struct mtl_config {
    const char *language;      /* BCP 47 tag of what is linted; NULL: as the input says, else by vote */
    const char *input_format;  /* reader by name; NULL: by suffix and content */
    const char *encoding;      /* of the files; NULL: as they say, else UTF-8 */
    const char *const *fields; /* of records: names of those that hold text; NULL: by guess */
    size_t nfields;
    const char *lang_field;    /* of records: the one that names the language; NULL: by guess */
    const char *const *select; /* rule ids and categories; only these are reported. NULL: all */
    size_t nselect;
    const char *const *ignore; /* rule ids and categories that are not reported; they still vouch for others */
    size_t nignore;
    uint32_t max_file;     /* bytes; 0: the cap of base/limits.def, also below */
    uint32_t max_findings; /* per document */
} mtl_config;

typedef struct mtl_session mtl_session;
/* One per thread; the rule set must outlive it. NULL and an error where the configuration names something unknown. */
MTL_API mtl_session *mtl_session_new(const mtl_ruleset *, const mtl_config *, mtl_err *);
MTL_API void mtl_session_free(mtl_session *);

/* Handed each finished report, which is then yours to free. False: the rest of the input is not read. */
typedef bool mtl_report_fn(void *user, mtl_report *);
/* Lints a file, or a text under the name NAME. Hands over one report per document; where the input could not be read, one
 * report with the error inside, and returns false. */
MTL_API bool mtl_lint_file(mtl_session *, const char *path, mtl_report_fn *, void *user);
MTL_API bool mtl_lint_text(mtl_session *, mtl_str name, mtl_str bytes, mtl_report_fn *, void *user);
/* Gives up to N bytes into ROOM and returns how many; 0 is the end, less an error, with errno. */
typedef ptrdiff_t mtl_read_fn(void *user, char *room, size_t n);
/* The same for what READ gives. Of a format whose lines stand by themselves, such as JSON Lines, only one line is held at a time. */
MTL_API bool mtl_lint_stream(mtl_session *, mtl_str name, mtl_read_fn *read, void *reader, mtl_report_fn *, void *user);

/* ---- what the engine saw: for those who write rules ---- */

typedef struct mtl_seen_token {
    mtl_span at;      /* in the source */
    mtl_str text;     /* empty: a hole, such as code or a picture */
    const char *kind; /* word, number, mark, symbol, hole */
    mtl_str known;    /* what is known of the word, for people: "noun, feminine; frequent"; may be empty */
    bool begins;      /* a sentence begins with it */
} mtl_seen_token;

typedef struct mtl_seen_block {
    mtl_kind kind;
    mtl_span at;      /* in the source */
    mtl_str language; /* BCP 47 tag that the engine settled on */
    uint32_t first_token, ntokens;
} mtl_seen_block;

typedef struct mtl_seen_hit { /* where a check saw something, reported or not */
    const mtl_rule_info *rule;
    mtl_span at;       /* in the source */
    mtl_str text;      /* as it reads */
    const char *proof; /* sure, likely, possible, doubtful, faint */
    mtl_str held;      /* why it is not reported; empty: it is */
} mtl_seen_hit;

typedef struct mtl_sight { /* of one document */
    const mtl_seen_block *blocks;
    uint32_t nblocks;
    const mtl_seen_token *tokens;
    uint32_t ntokens;
    const mtl_seen_hit *hits; /* by place */
    uint32_t nhits;
    const mtl_str *facts; /* what is true of the document as a whole, a clause each */
    uint32_t nfacts;
} mtl_sight;

/* Told of each document that is linted from now on, before its report is handed over; what it is shown lives as long as the call. NULL:
 * nobody is told. */
typedef void mtl_sight_fn(void *user, const mtl_report *, const mtl_sight *);
MTL_API void mtl_session_watch(mtl_session *, mtl_sight_fn *, void *user);

/* True if TAG is a well-formed BCP 47 tag. */
MTL_API bool mtl_language_tag(const char *tag);

/* ---- reporting ---- */

typedef bool mtl_write_fn(void *user, const char *bytes, size_t n);

typedef struct mtl_style {
    bool colour;
    uint32_t width; /* of the terminal, in cells; 0: 100 */
} mtl_style;

/* Writes reports in one output format, in the order they are added; reports of one file must follow each other. */
typedef struct mtl_printer mtl_printer;
MTL_API mtl_printer *mtl_printer_new(const char *format, const mtl_style *, mtl_write_fn *, void *user, mtl_err *);
MTL_API void mtl_printer_add(mtl_printer *, const mtl_report *);
MTL_API bool mtl_printer_end(mtl_printer *); /* false: a write failed; nothing was written after it */
MTL_API void mtl_printer_free(mtl_printer *);

/* Output formats; NULL past the end. *doc is one line about it. */
MTL_API const char *mtl_printer_format_at(size_t i, const char **doc);
typedef struct mtl_reader_info { /* an input format, each said in one line */
    const char *name, *doc;
    const char *const *suffixes; /* with their dots, NULL-ended */
    const char *sign;            /* by which it is known without its suffix; NULL: by none */
    const char *text;            /* what counts as text in it */
} mtl_reader_info;
/* The name of input format I; NULL past the end. */
MTL_API const char *mtl_reader_at(size_t i);
/* What is to be said of the format called NAME. False: there is no such format. */
MTL_API bool mtl_reader_describe(const char *name, mtl_reader_info *out);

/* The file name under which reports on PATH are kept in a folder, without suffix: one for each path, never outside the folder.
 * Yours to free with mtl_free. */
MTL_API char *mtl_report_file_name(mtl_str path);

MTL_API const char *mtl_version(void);

#ifdef __cplusplus
}
#endif
#endif
