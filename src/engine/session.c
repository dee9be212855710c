/* session.c: the pipeline, from bytes to reports. One session per thread. */
#include "base/limits.h"
#include "engine/report.h"
#include "engine/sight.h"
#include "engine/weigh.h"
#include "format/reader.h"
#include "lang/guess.h"
#include "lang/segment.h"
#include "rule/ruleset.h"
#include "text/encoding.h"
#include "text/stream.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct scope { /* which rules apply to text in one language */
    const mtl_lang *lang;
    bool *applies; /* by rule index */
    bool has_own;  /* a rule outside all/ */
} scope;

struct mtl_session {
    const mtl_ruleset *rules;
    mtl_arena own;   /* as long as the session */
    mtl_arena input; /* as long as one input */
    mtl_arena doc;   /* as long as one document */
    mtl_types types;
    mtl_verdicts verdicts;
    mtl_breaker *breaker;
    mtl_matcher *matcher;
    const mtl_reader *reader; /* as configured, or NULL */
    mtl_str encoding;         /* likewise, or empty */
    mtl_fields fields;
    const mtl_lang *lang;    /* likewise */
    const mtl_lang *unknown; /* of texts whose language nobody tells; NULL until there is one */
    uint32_t max_file, max_findings;
    bool *shown;         /* by rule index */
    mtl_sight_fn *watch; /* NULL: nobody watches */
    void *watcher;
    MTL_VEC(scope) scopes;
};

/* ---- configuration ---- */

static uint64_t languages_of(const void *rules, uint64_t hash)
{
    return mtl_langs_of(&((const mtl_ruleset *)rules)->langs, hash);
}

static uint32_t trigger_of(const void *rules, uint64_t hash)
{
    return mtl_triggers_start(((const mtl_ruleset *)rules)->triggers, hash);
}

static bool names_rule(const mtl_rule *rule, mtl_str name)
{
    return mtl_str_same(rule->info.id, name) || mtl_str_same(rule->info.category, name);
}

static bool unknown_rule(const mtl_ruleset *rules, mtl_str name, mtl_err *err)
{
    mtl_arena arena = {0};
    MTL_VEC(const char *) names = {0};
    for (uint32_t i = 0; i < rules->nrules; i++)
        mtl_vec_push(&names, &arena, mtl_str_copy(rules->rules[i]->info.id, &arena).p);
    for (size_t i = 0; mtl_category_at(i); i++)
        mtl_vec_push(&names, &arena, mtl_category_at(i));
    const char *near = mtl_nearest(name, names.items, names.n);
    mtl_fail(err, MTL_EUSAGE, name, 0, 0, "no rule and no category has this name%s%s%s; see mtlint rules list",
             near ? ": did you mean “" : "", near ? near : "", near ? "”" : "");
    mtl_arena_reset(&arena);
    return false;
}

/* Sets SHOWN to VALUE for each rule that one of the N names means. */
static bool mark_rules(mtl_session *s, const char *const *names, size_t n, bool value, mtl_err *err)
{
    for (size_t i = 0; i < n; i++) {
        bool found = false;
        for (uint32_t r = 0; r < s->rules->nrules; r++)
            if (names_rule(s->rules->rules[r], mtl_cstr(names[i]))) {
                s->shown[r] = value;
                found = true;
            }
        for (size_t c = 0; !found && mtl_category_at(c); c++)
            found = mtl_str_is(mtl_cstr(names[i]), mtl_category_at(c));
        if (!found)
            return unknown_rule(s->rules, mtl_cstr(names[i]), err);
    }
    return true;
}

static bool choose_rules(mtl_session *s, const mtl_config *config, mtl_err *err)
{
    s->shown = mtl_arena_array(&s->own, bool, s->rules->nrules);
    for (uint32_t i = 0; i < s->rules->nrules; i++)
        s->shown[i] = config->nselect == 0;
    return mark_rules(s, config->select, config->nselect, true, err) && mark_rules(s, config->ignore, config->nignore, false, err);
}

static bool choose_language(mtl_session *s, const char *tag, mtl_err *err)
{
    s->lang = tag ? mtl_langs_find(&s->rules->langs, mtl_cstr(tag), &s->own) : NULL;
    if (!tag || s->lang)
        return true;
    return mtl_fail(err, MTL_EUSAGE, mtl_cstr(tag), 0, 0, "is no language tag (BCP 47); write for instance de, pt-BR or fil");
}

static bool choose_reader(mtl_session *s, const char *name, mtl_err *err)
{
    s->reader = name ? mtl_reader_named(mtl_cstr(name)) : NULL;
    if (!name || s->reader)
        return true;
    const char *names[32];
    size_t n = 0;
    for (; n < MTL_COUNT(names) && mtl_reader_at(n); n++)
        names[n] = mtl_reader_at(n);
    const char *near = mtl_nearest(mtl_cstr(name), names, n);
    return mtl_fail(err, MTL_EUSAGE, mtl_cstr(name), 0, 0, "no such input format%s%s%s; see mtlint formats",
                    near ? ": did you mean “" : "", near ? near : "", near ? "”" : "");
}

static bool choose_encoding(mtl_session *s, const char *name, mtl_err *err)
{
    s->encoding = mtl_cstr(name);
    return !name || mtl_encoding_known(s->encoding) ||
           mtl_fail(err, MTL_EUSAGE, s->encoding, 0, 0,
                    "no such encoding; ICU knows names such as windows-1252, UTF-16LE, Shift_JIS");
}

static bool configure(mtl_session *s, const mtl_config *config, mtl_err *err)
{
    s->max_file = config->max_file && config->max_file < MTL_MAX_FILE_BYTES ? config->max_file : MTL_MAX_FILE_BYTES;
    s->max_findings = config->max_findings ? config->max_findings : MTL_MAX_FINDINGS;
    s->fields = (mtl_fields){config->fields, config->nfields, config->lang_field};
    return choose_rules(s, config, err) && choose_language(s, config->language, err) &&
           choose_reader(s, config->input_format, err) && choose_encoding(s, config->encoding, err);
}

mtl_session *mtl_session_new(const mtl_ruleset *rules, const mtl_config *config, mtl_err *err)
{
    mtl_session *s = mtl_must_alloc(sizeof *s);
    *s = (mtl_session){.rules = rules};
    mtl_types_init(&s->types, (mtl_lexemes){languages_of, trigger_of, rules});
    if (!configure(s, config, err)) {
        mtl_session_free(s);
        return NULL;
    }
    s->breaker = mtl_breaker_new(&s->own);
    s->matcher = mtl_matcher_new(&s->own);
    return s;
}

void mtl_session_watch(mtl_session *s, mtl_sight_fn *fn, void *user)
{
    s->watch = fn;
    s->watcher = user;
}

void mtl_session_free(mtl_session *s)
{
    if (!s)
        return;
    mtl_types_free(&s->types);
    mtl_verdicts_free(&s->verdicts);
    mtl_arena_reset(&s->doc);
    mtl_arena_reset(&s->input);
    mtl_arena_reset(&s->own);
    free(s);
}

/* ---- one document ---- */

static const scope *scope_of(mtl_session *s, const mtl_lang *lang)
{
    for (uint32_t i = 0; i < s->scopes.n; i++)
        if (mtl_str_same(s->scopes.items[i].lang->tag, lang->tag))
            return &s->scopes.items[i];
    scope made = {.lang = lang, .applies = mtl_arena_array(&s->own, bool, s->rules->nrules)};
    for (uint32_t i = 0; i < s->rules->nrules; i++) {
        const mtl_rule *rule = s->rules->rules[i];
        made.applies[i] = mtl_rule_applies(rule, lang);
        made.has_own |= made.applies[i] && !mtl_str_is(rule->info.language, "all");
    }
    mtl_vec_push(&s->scopes, &s->own, made);
    return &mtl_vec_last(&s->scopes);
}

typedef struct run { /* the checks over one document */
    mtl_session *session;
    const mtl_doc *doc;
    mtl_view view;
    const scope *scope;
    mtl_sink *sink;
} run;

/* The rule is for text such as that of the view's block. */
static bool is_due(const run *r, const mtl_rule *rule)
{
    return r->scope->applies[rule->index] && !(rule->spares_furniture && r->view.block && r->view.block->furniture);
}

static void at_trigger(void *user, uint32_t rule_index, uint32_t entry, uint32_t first, uint32_t n)
{
    const run *r = user;
    const mtl_rule *rule = r->session->rules->rules[rule_index];
    if (is_due(r, rule))
        rule->check->at(rule, &r->view, entry, first, n, r->sink);
}

static void check_block(run *r, const mtl_block *block)
{
    r->view.block = block;
    r->view.lang = block->profile;
    r->scope = scope_of(r->session, block->profile);
    for (uint32_t i = 0; i < r->session->rules->nrules; i++) {
        const mtl_rule *rule = r->session->rules->rules[i];
        if (is_due(r, rule) && rule->check->run && rule->check->reach != MTL_PER_DOC)
            rule->check->run(rule, &r->view, r->sink);
    }
    for (uint32_t i = block->first_token; i < block->first_token + block->ntokens; i++)
        if (r->doc->tokens.items[i].type->trigger || r->doc->tokens.items[i].type->kind == MTL_NUMBER)
            mtl_triggers_match(r->session->rules->triggers, r->doc, block, i, at_trigger, r);
}

static void check_document(run *r, const mtl_lang *lang)
{
    r->view.block = NULL;
    r->view.lang = lang;
    r->scope = scope_of(r->session, lang);
    for (uint32_t i = 0; i < r->session->rules->nrules; i++) {
        const mtl_rule *rule = r->session->rules->rules[i];
        if (r->scope->applies[i] && rule->check->run && rule->check->reach == MTL_PER_DOC)
            rule->check->run(rule, &r->view, r->sink);
    }
}

/* The language that blocks with more than half of the text are told to be in; empty: there is none. */
static mtl_str told_by_blocks(const mtl_doc *doc)
{
    mtl_str most = {"", 0};
    uint32_t lead = 0, bytes = 0; /* what MOST has more than all others; Boyer and Moore */
    for (const mtl_block *b = doc->blocks.items; b < doc->blocks.items + doc->blocks.n; b++) {
        const bool same = mtl_str_alike(b->lang, most);
        if (!same && b->text.len > lead)
            most = b->lang;
        lead = same ? lead + b->text.len : b->text.len > lead ? b->text.len - lead : lead - b->text.len;
    }
    for (const mtl_block *b = doc->blocks.items; b < doc->blocks.items + doc->blocks.n; b++)
        bytes += mtl_str_alike(b->lang, most) ? b->text.len : 0;
    return bytes > doc->text.n / 2 ? most : (mtl_str){"", 0};
}

/* The document's language: told on the command line, by the input, or voted. */
static const mtl_lang *settle_language(mtl_session *s, const mtl_doc *doc, bool *guessed)
{
    *guessed = false;
    if (s->lang)
        return s->lang;
    const mtl_str says = doc->lang.n ? doc->lang : told_by_blocks(doc);
    const mtl_lang *told = says.n ? mtl_langs_find(&s->rules->langs, says, &s->own) : NULL;
    if (told)
        return told;
    *guessed = true;
    const mtl_lang *voted = mtl_guess(&s->rules->langs, doc, 0, doc->tokens.n);
    if (!voted && !s->unknown)
        s->unknown = mtl_langs_find(&s->rules->langs, MTL_LIT("und"), &s->own);
    return voted ? voted : s->unknown;
}

static void settle_blocks(mtl_session *s, mtl_doc *doc, const mtl_lang *lang)
{
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        mtl_block *block = &doc->blocks.items[i];
        const mtl_lang *own = block->lang.n ? mtl_langs_find(&s->rules->langs, block->lang, &s->own) : NULL;
        if (!own)
            own = mtl_guess_other(&s->rules->langs, doc, block, lang);
        block->profile = own ? own : lang;
    }
}

typedef MTL_VEC(mtl_str) remarks;

static void collect_notices(mtl_session *s, const mtl_doc *doc, const mtl_lang *lang, uint32_t words, const mtl_sink *sink,
                            remarks *out)
{
    mtl_arena *arena = &s->doc;
    if (doc->notice.n)
        mtl_vec_push(out, arena, doc->notice);
    if (!scope_of(s, lang)->has_own && words)
        mtl_vec_push(out, arena,
                     mtl_str_format(arena, "%.*s (%.*s) has no rules of its own: only the generic ones were run",
                                    MTL_FMT(lang->name), MTL_FMT(lang->tag)));
    if (!lang->speller && lang->package.n)
        mtl_vec_push(out, arena,
                     mtl_str_format(arena, "no dictionary for %.*s: findings that need one are missing; install %.*s",
                                    MTL_FMT(lang->name), MTL_FMT(lang->package)));
    if (sink->overflowed)
        mtl_vec_push(out, arena,
                     mtl_str_format(arena, "more than %u hits: the rest is not shown; raise --max-findings", sink->most));
    if (mtl_matcher_gave_up(s->matcher))
        mtl_vec_push(out, arena, MTL_LIT("a pattern gave up at the limit of match steps: what it looks for may be missing"));
}

static void set_title(mtl_doc *doc)
{
    for (uint32_t i = 0; doc->title.n == 0 && i < doc->blocks.n; i++)
        if (doc->blocks.items[i].kind == MTL_HEADING)
            doc->title = mtl_str_cut(doc->text, doc->blocks.items[i].text);
}

/* In debug builds and tests: the reader kept what it promises of every document. */
static void prove(const mtl_doc *doc)
{
#ifdef MTL_CHECK_DOCS
    mtl_err broken;
    if (!mtl_doc_check(doc, &broken)) {
        fprintf(stderr, "mtlint: %s: %s\n", broken.where, broken.what);
        abort();
    }
#else
    (void)doc;
#endif
}

/* Cuts DOC into tokens and sentences; returns its language. */
static const mtl_lang *cut(mtl_session *s, mtl_doc *doc, bool *guessed)
{
    mtl_tokenize(doc, &s->types, mtl_segment_words, s->breaker);
    const mtl_lang *lang = settle_language(s, doc, guessed);
    settle_blocks(s, doc, lang);
    mtl_segment(doc, s->breaker);
    set_title(doc);
    prove(doc);
    return lang;
}

static void check(mtl_session *s, const mtl_doc *doc, const mtl_lang *lang, const mtl_facts *facts, mtl_sink *sink)
{
    run r = {.session = s, .doc = doc, .sink = sink};
    const mtl_lang *english = mtl_langs_find(&s->rules->langs, MTL_LIT("en"), &s->doc);
    r.view = (mtl_view){.doc = doc,
                        .facts = facts,
                        .english = english->lexicon,
                        .verdicts = &s->verdicts,
                        .matcher = s->matcher,
                        .scratch = &s->doc};
    mtl_matcher_reset(s->matcher);
    check_document(&r, lang);
    for (uint32_t i = 0; i < doc->blocks.n; i++)
        check_block(&r, &doc->blocks.items[i]);
}

static mtl_report *make_report(mtl_session *s, mtl_doc *doc, const mtl_lang *lang, bool guessed, const mtl_facts *facts,
                               const mtl_sink *sink)
{
    remarks notices = {0};
    collect_notices(s, doc, lang, facts->words, sink, &notices);
    return mtl_report_make(&(mtl_findings_of){
        .doc = doc,
        .sink = sink,
        .lang = lang,
        .guessed = guessed,
        .words = facts->words,
        .evidence = mtl_weigh_evidence(sink, facts->words, &s->doc),
        .shown = s->shown,
        .notices = notices.items,
        .nnotices = notices.n,
    });
}

static mtl_hit **all_hits(const mtl_sink *sink, mtl_arena *arena)
{
    mtl_hit **hits = mtl_arena_array(arena, mtl_hit *, sink->hits.n);
    if (sink->hits.n)
        memcpy(hits, sink->hits.items, sink->hits.n * sizeof *hits);
    return hits;
}

static void tell_watcher(mtl_session *s, const mtl_sight_of *seen, const mtl_report *report)
{
    const mtl_sight sight = mtl_sight_make(seen, &s->doc);
    s->watch(s->watcher, report, &sight);
}

static mtl_report *lint_document(mtl_session *s, mtl_doc *doc)
{
    bool guessed;
    const mtl_lang *lang = cut(s, doc, &guessed);
    const mtl_facts facts = mtl_facts_gather(doc, &s->doc);
    mtl_sink sink;
    mtl_sink_init(&sink, doc, s->max_findings, &s->doc);
    check(s, doc, lang, &facts, &sink);
    /* Weighing leaves out what does not stand; a watcher sees that too. */
    const mtl_sight_of seen = {doc, &facts, s->watch ? all_hits(&sink, &s->doc) : NULL, sink.hits.n, s->shown};
    mtl_weigh(&sink, facts.words);
    mtl_report *report = make_report(s, doc, lang, guessed, &facts, &sink);
    if (s->watch)
        tell_watcher(s, &seen, report);
    return report;
}

/* ---- one input ---- */

enum { HEAD_BYTES = 8192 };

static const mtl_reader *reader_for(const mtl_session *s, mtl_str name, mtl_str bytes)
{
    const mtl_str head = {bytes.p, bytes.n < HEAD_BYTES ? bytes.n : HEAD_BYTES};
    return s->reader ? s->reader : mtl_reader_for(name, head);
}

typedef struct receiver { /* who is handed the reports of one input */
    mtl_report_fn *fn;
    void *user;
    bool some;   /* a report was handed over */
    bool failed; /* one held an error */
    bool full;   /* no more are wanted */
} receiver;

static void hand_over(receiver *to, mtl_report *report)
{
    to->some = true;
    to->full = !to->fn(to->user, report);
}

static void fail(receiver *to, mtl_str path, const mtl_err *err)
{
    to->failed = true;
    hand_over(to, mtl_report_failed(path, err));
}

static void lint_source(mtl_session *s, const mtl_source *source, const mtl_reader *reader, receiver *to)
{
    const mtl_layer file = {.bytes = source->bytes};
    mtl_reading reading = {.source = source, .layer = &file, .fields = &s->fields, .arena = &s->input};
    while (!to->full) {
        mtl_arena_reset(&s->doc);
        mtl_types_trim(&s->types);
        mtl_verdicts_trim(&s->verdicts);
        mtl_doc doc;
        mtl_doc_init(&doc, source, &file, &s->doc);
        doc.escape = reader->escape;
        mtl_err err;
        switch (reader->next(&reading, &doc, &err)) {
        case MTL_STEP_DOCUMENT:
            mtl_doc_seal(&doc);
            hand_over(to, lint_document(s, &doc));
            break;
        case MTL_STEP_BAD:
            fail(to, source->path, &err);
            break;
        case MTL_STEP_ERROR:
            fail(to, source->path, &err);
            return;
        case MTL_STEP_END:
            return;
        }
    }
}

/* A stream of lines that stand by themselves: one is held at a time, and a bad one does not stop the rest. */
static void lint_lines(mtl_session *s, mtl_stream *stream, const mtl_reader *reader, receiver *to)
{
    while (!to->full) {
        mtl_str line;
        mtl_start start;
        mtl_err err;
        mtl_source source;
        mtl_arena_reset(&s->input);
        switch (mtl_stream_line(stream, MTL_MAX_RECORD_BYTES, &line, &start, &err)) {
        case MTL_LINE:
            if (mtl_source_take_at(&source, stream->name, line, start, &s->input, &err))
                lint_source(s, &source, reader, to);
            else
                fail(to, stream->name, &err);
            break;
        case MTL_LINE_TOO_LONG:
            mtl_fail(&err, MTL_ELIMIT, stream->name, start.lines + 1, 0,
                     "longer than the %u bytes that a line of a stream may have", MTL_MAX_RECORD_BYTES);
            fail(to, stream->name, &err);
            break;
        case MTL_LINE_FAILED:
            fail(to, stream->name, &err);
            return;
        case MTL_LINE_END:
            return;
        }
    }
}

static void lint_bytes(mtl_session *s, mtl_str name, mtl_str bytes, receiver *to)
{
    mtl_source source;
    mtl_err err;
    if (!mtl_source_take(&source, name, bytes, s->encoding, s->max_file, &s->input, &err)) {
        fail(to, name, &err);
        return;
    }
    for (uint32_t i = 0; i < source.nbad && !to->full; i++)
        fail(to, name, &source.bad[i]);
    lint_source(s, &source, reader_for(s, name, source.bytes), to);
}

static void lint_stream(mtl_session *s, mtl_stream *stream, receiver *to)
{
    enum { MARK_BYTES = 4 };
    mtl_str bytes;
    mtl_err err;
    /* Where the name tells that lines stand by themselves, the first is not kept waiting for more than a byte order mark. */
    const size_t head = reader_for(s, stream->name, (mtl_str){"", 0})->lines ? MARK_BYTES : HEAD_BYTES;
    if (!mtl_stream_head(stream, head, &bytes, &err)) {
        fail(to, stream->name, &err);
        return;
    }
    const mtl_str encoding = s->encoding.n ? s->encoding : mtl_encoding_told(bytes);
    const mtl_reader *reader = reader_for(s, stream->name, bytes);
    if (reader->lines && (encoding.n == 0 || mtl_encoding_is_utf8(encoding)))
        lint_lines(s, stream, reader, to);
    else if (mtl_stream_rest(stream, s->max_file, &s->input, &bytes, &err))
        lint_bytes(s, stream->name, bytes, to);
    else
        fail(to, stream->name, &err);
}

/* An input that holds no document has a report all the same: on nothing. */
static bool finish(mtl_session *s, mtl_str name, receiver *to)
{
    mtl_source nothing;
    mtl_err err;
    if (!to->some && mtl_source_take_at(&nothing, name, MTL_LIT(""), (mtl_start){0}, &s->input, &err))
        lint_source(s, &nothing, mtl_readers[0], to);
    return !to->failed;
}

bool mtl_lint_file(mtl_session *s, const char *path, mtl_report_fn *fn, void *user)
{
    mtl_arena_reset(&s->input);
    receiver to = {.fn = fn, .user = user};
    mtl_stream stream;
    mtl_err err;
    if (mtl_stream_open(&stream, path, &err)) {
        lint_stream(s, &stream, &to);
        mtl_stream_close(&stream);
    } else {
        fail(&to, mtl_cstr(path), &err);
    }
    return finish(s, mtl_cstr(path), &to);
}

bool mtl_lint_stream(mtl_session *s, mtl_str name, mtl_read_fn *read, void *reader, mtl_report_fn *fn, void *user)
{
    mtl_arena_reset(&s->input);
    receiver to = {.fn = fn, .user = user};
    mtl_stream stream;
    mtl_stream_over(&stream, name, read, reader);
    lint_stream(s, &stream, &to);
    mtl_stream_close(&stream);
    return finish(s, name, &to);
}

bool mtl_lint_text(mtl_session *s, mtl_str name, mtl_str bytes, mtl_report_fn *fn, void *user)
{
    mtl_arena_reset(&s->input);
    receiver to = {.fn = fn, .user = user};
    lint_bytes(s, name, bytes, &to);
    return finish(s, name, &to);
}
