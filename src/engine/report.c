#include "engine/report.h"

#include "base/ids.h"
#include "base/out.h"
#include "base/utf8.h"
#include "text/encoding.h"

#include <stdlib.h>

/* A match in a message is shown whole up to this length, then as its beginning and end. */
enum { MATCH_BYTES = 90 };

/* ---- messages ---- */

/* TEXT with a space for each run of white space. */
static void put_line(mtl_out *out, mtl_str text)
{
    bool space = false;
    for (size_t i = 0; i < text.n; i++) {
        const char c = text.p[i];
        const bool white = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (!white)
            mtl_out_char(out, c);
        else if (!space)
            mtl_out_char(out, ' ');
        space = white;
    }
}

static mtl_str without_middle(mtl_str text, mtl_arena *arena)
{
    size_t head = MATCH_BYTES / 2, tail = text.n - head;
    while (head > 0 && mtl_utf8_inside(text.p[head]))
        head--;
    while (tail < text.n && mtl_utf8_inside(text.p[tail]))
        tail++;
    return mtl_str_format(arena, "%.*s … %.*s", (int)head, text.p, (int)(text.n - tail), text.p + tail);
}

/* TEXT on one line; a long one without its middle. */
static mtl_str brief(mtl_str text, mtl_arena *arena)
{
    mtl_out out = {0};
    put_line(&out, text);
    const mtl_str all = mtl_out_bytes(&out);
    const mtl_str said = all.n > MATCH_BYTES ? without_middle(all, arena) : mtl_str_copy(all, arena);
    mtl_out_free(&out);
    return said;
}

static mtl_str value_of(const mtl_hit *hit, const mtl_doc *doc, mtl_str name)
{
    if (mtl_str_is(name, "match"))
        return mtl_str_cut(doc->text, hit->text);
    if (mtl_str_is(name, "fix"))
        return hit->fixes ? hit->fixes->edits->with : (mtl_str){"", 0};
    for (const mtl_hit_value *v = hit->values; v; v = v->next)
        if (mtl_str_is(name, v->name))
            return v->value;
    return (mtl_str){0};
}

static mtl_str message_of(const mtl_hit *hit, const mtl_doc *doc, mtl_arena *arena)
{
    const mtl_str form = hit->rule->info.message;
    mtl_out out = {0};
    for (size_t i = 0; i < form.n;) {
        const size_t open = mtl_str_find(form, MTL_LIT("{"), i),
                     close = open == SIZE_MAX ? SIZE_MAX : mtl_str_find(form, MTL_LIT("}"), open);
        if (close == SIZE_MAX) {
            mtl_out_str(&out, (mtl_str){form.p + i, form.n - i});
            break;
        }
        mtl_out_str(&out, (mtl_str){form.p + i, open - i});
        const mtl_str value = value_of(hit, doc, (mtl_str){form.p + open + 1, close - open - 1});
        mtl_out_str(&out, value.p ? brief(value, arena) : (mtl_str){form.p + open, close + 1 - open});
        i = close + 1;
    }
    const mtl_str message = mtl_str_copy(mtl_out_bytes(&out), arena);
    mtl_out_free(&out);
    return message;
}

/* ---- places ---- */

static mtl_span extent_of(const mtl_doc *doc)
{
    return doc->extent.len ? doc->extent : (mtl_span){0, (uint32_t)doc->source->bytes.n};
}

/* Where TEXT stands in the part of the file that the report keeps. */
static mtl_span place_of(const mtl_doc *doc, mtl_span text)
{
    const mtl_span at = mtl_doc_to_source(doc, text);
    return (mtl_span){at.at - extent_of(doc).at, at.len};
}

/* ---- fixes ---- */

/* *TEXT as ESCAPE has it; false: it cannot be written. */
static bool escape_with(mtl_escape_fn *escape, mtl_str *text, mtl_arena *arena)
{
    mtl_out out = {0};
    const bool ok = !escape || escape(*text, &out);
    if (escape)
        *text = mtl_str_copy(mtl_out_bytes(&out), arena);
    mtl_out_free(&out);
    return ok;
}

/* *WITH as it is written where text byte AT was read: as its format has it, and through every layer down to the file. */
static bool write_at(const mtl_doc *doc, uint32_t at, mtl_str *with, mtl_arena *arena)
{
    const mtl_block *block = mtl_doc_block_at(doc, at);
    bool ok = escape_with(block->escape, with, arena);
    for (const mtl_layer *layer = block->layer; layer; layer = layer->below)
        ok = escape_with(layer->escape, with, arena) && ok;
    return ok;
}

/* *TEXT, as it is written at text byte AT, in the encoding of the file; what that has no sign for, as a character reference, where such are read.
 * False: it cannot be written. */
static bool store_at(const mtl_doc *doc, uint32_t at, mtl_str *text, mtl_arena *arena)
{
    const mtl_str encoding = doc->source->encoding;
    mtl_str ampersand = MTL_LIT("&");
    if (encoding.n == 0 || mtl_encoding_holds(encoding, *text))
        return true;
    if (!write_at(doc, at, &ampersand, arena) || !mtl_str_is(ampersand, "&amp;"))
        return false;
    mtl_out out = {0};
    for (size_t i = 0, from = 0; i < text->n; from = i) {
        const uint32_t code = mtl_utf8_next(*text, &i);
        const mtl_str sign = {text->p + from, i - from};
        if (mtl_encoding_holds(encoding, sign))
            mtl_out_str(&out, sign);
        else
            mtl_out_fmt(&out, "&#%u;", code);
    }
    *text = mtl_str_copy(mtl_out_bytes(&out), arena);
    mtl_out_free(&out);
    return true;
}

/* The edits of FIX in the file; NULL: one of them would swallow or break what stands around it. */
static const mtl_edit *edits_of(const mtl_hit_fixing *fix, const mtl_doc *doc, mtl_arena *arena)
{
    mtl_edit *edits = mtl_arena_array(arena, mtl_edit, fix->n);
    uint32_t n = 0;
    for (const mtl_hit_edit_text *e = fix->edits; e; e = e->next) {
        const mtl_str reads = mtl_str_copy(e->with, arena);
        mtl_str with = reads;
        if (!mtl_doc_is_plain(doc, e->text) || !write_at(doc, e->text.at, &with, arena) || !store_at(doc, e->text.at, &with, arena))
            return NULL;
        edits[n++] = (mtl_edit){place_of(doc, e->text), with, e->text, reads};
    }
    return edits;
}

static void add_fixes(mtl_finding *f, const mtl_hit *hit, const mtl_findings_of *from, mtl_arena *arena)
{
    MTL_VEC(mtl_fix) fixes = {0};
    for (const mtl_hit_fixing *fix = hit->fixes; fix; fix = fix->next) {
        const mtl_edit *edits = edits_of(fix, from->doc, arena);
        if (edits)
            mtl_vec_push(&fixes, arena, ((mtl_fix){fix->safety == MTL_SAFE, edits, fix->n}));
    }
    f->fixes = fixes.items;
    f->nfixes = fixes.n;
}

/* ---- groups, ranks, fingerprints ---- */

static uint64_t cure_of(const mtl_hit *hit, const mtl_doc *doc)
{
    uint64_t hash = mtl_hash(hit->rule->info.id);
    if (hit->rule->cure.n)
        return hash;
    hash = mtl_hash_more(hash, mtl_str_cut(doc->text, hit->text));
    return hit->fixes ? mtl_hash_more(hash, hit->fixes->edits->with) : hash;
}

/* Rule, matched text and two tokens on either side: it moves with the text and changes when that changes. */
static uint64_t fingerprint_of(const mtl_hit *hit, const mtl_doc *doc)
{
    enum { NEIGHBOURS = 2 };
    uint64_t hash = mtl_hash_more(mtl_hash(hit->rule->info.id), mtl_str_cut(doc->text, hit->text));
    const uint32_t first = mtl_doc_token_from(doc, hit->text.at), past = mtl_doc_token_from(doc, mtl_span_end(hit->text));
    for (uint32_t i = first > NEIGHBOURS ? first - NEIGHBOURS : 0; i < past + NEIGHBOURS && i < doc->tokens.n; i++)
        if (i < first || i >= past)
            hash = mtl_hash_more(hash, mtl_token_text(doc, &doc->tokens.items[i]));
    return hash;
}

static int by_rank(const void *a, const void *b)
{
    const mtl_finding *x = *(mtl_finding *const *)a, *y = *(mtl_finding *const *)b;
    const int wx = ((int)x->severity + 1) * ((int)x->confidence + 1), wy = ((int)y->severity + 1) * ((int)y->confidence + 1);
    if (wx != wy)
        return wx > wy ? -1 : 1;
    if (x->severity != y->severity)
        return x->severity > y->severity ? -1 : 1;
    return x->at.at != y->at.at ? (x->at.at < y->at.at ? -1 : 1) : (x > y) - (x < y);
}

static int by_place(const void *a, const void *b)
{
    const mtl_finding *x = a, *y = b;
    if (x->at.at != y->at.at)
        return x->at.at < y->at.at ? -1 : 1;
    if (x->at.len != y->at.len)
        return x->at.len > y->at.len ? -1 : 1;
    return mtl_str_compare(x->rule->id, y->rule->id);
}

static void rank(mtl_finding *findings, uint32_t n, mtl_arena *arena)
{
    mtl_finding **order = mtl_arena_array(arena, mtl_finding *, n);
    for (uint32_t i = 0; i < n; i++)
        order[i] = &findings[i];
    if (n)
        qsort(order, n, sizeof *order, by_rank);
    for (uint32_t i = 0; i < n; i++)
        order[i]->rank = i + 1;
}

static mtl_finding finding_of(const mtl_hit *hit, const mtl_findings_of *from, mtl_arena *arena)
{
    mtl_finding f = {
        .rule = &hit->rule->info,
        .severity = hit->rule->info.severity,
        .confidence = hit->confidence,
        .at = place_of(from->doc, hit->text),
        .read = hit->text,
        .text = mtl_str_copy(mtl_str_cut(from->doc->text, hit->text), arena),
        .message = message_of(hit, from->doc, arena),
        .fingerprint = fingerprint_of(hit, from->doc),
    };
    add_fixes(&f, hit, from, arena);
    return f;
}

static void add_findings(mtl_report *report, const mtl_findings_of *from)
{
    mtl_ids groups, prints;
    mtl_ids_init(&groups, &report->arena);
    mtl_ids_init(&prints, &report->arena);
    MTL_VEC(mtl_finding) all = {0};
    for (uint32_t i = 0; i < from->sink->hits.n; i++) {
        const mtl_hit *hit = from->sink->hits.items[i];
        if (!from->shown[hit->rule->index])
            continue;
        mtl_finding f = finding_of(hit, from, &report->arena);
        uint32_t *group = mtl_ids_put(&groups, cure_of(hit, from->doc));
        if (*group == MTL_ID_NONE)
            *group = groups.n;
        f.group = *group;
        /* Some consumers show only the first of equal fingerprints, so the second gets another. */
        uint32_t *seen = mtl_ids_put(&prints, f.fingerprint);
        *seen = *seen == MTL_ID_NONE ? 0 : *seen + 1;
        f.fingerprint += *seen;
        mtl_vec_push(&all, &report->arena, f);
    }
    if (all.n)
        qsort(all.items, all.n, sizeof *all.items, by_place);
    rank(all.items, all.n, &report->arena);
    report->info.findings = all.items;
    report->info.nfindings = all.n;
}

/* ---- the report ---- */

static const mtl_passage *copy_passages(mtl_report *report, const mtl_doc *doc)
{
    mtl_passage *all = mtl_arena_array(&report->arena, mtl_passage, doc->blocks.n);
    for (uint32_t i = 0; i < doc->blocks.n; i++) {
        const mtl_block *b = &doc->blocks.items[i];
        all[i] = (mtl_passage){b->kind, b->text, b->profile ? mtl_str_copy(b->profile->tag, &report->arena) : (mtl_str){0}};
    }
    return all;
}

static const mtl_str *copy_notices(mtl_report *report, const mtl_findings_of *from)
{
    mtl_str *notices = mtl_arena_array(&report->arena, mtl_str, from->nnotices);
    for (uint32_t i = 0; i < from->nnotices; i++)
        notices[i] = mtl_str_copy(from->notices[i], &report->arena);
    return notices;
}

mtl_report *mtl_report_make(const mtl_findings_of *from)
{
    mtl_report *report = mtl_must_alloc(sizeof *report);
    *report = (mtl_report){0};
    mtl_arena *arena = &report->arena;
    mtl_source_window(&report->source, from->doc->source, extent_of(from->doc), arena);
    report->info = (mtl_report_info){
        .path = report->source.path,
        .part = mtl_str_copy(from->doc->part, arena),
        .id = mtl_str_copy(from->doc->id, arena),
        .link = mtl_str_copy(from->doc->link, arena),
        .title = mtl_str_copy(from->doc->title, arena),
        .language = mtl_str_copy(from->lang->tag, arena),
        .guessed = from->guessed,
        .encoding = report->source.encoding,
        .words = from->words,
        .source = report->source.bytes,
        .text = mtl_str_copy(from->doc->text, arena),
        .passages = copy_passages(report, from->doc),
        .npassages = from->doc->blocks.n,
        .evidence = mtl_str_copy(from->evidence, arena),
        .notices = copy_notices(report, from),
        .nnotices = from->nnotices,
    };
    add_findings(report, from);
    return report;
}

mtl_report *mtl_report_failed(mtl_str path, const mtl_err *err)
{
    mtl_report *report = mtl_must_alloc(sizeof *report);
    *report = (mtl_report){0};
    mtl_err *errors = mtl_arena_one(&report->arena, mtl_err);
    *errors = *err;
    static const uint32_t first_line[1] = {0};
    report->source = (mtl_source){.path = mtl_str_copy(path, &report->arena), .bytes = {"", 0}, .lines = first_line, .nlines = 1};
    report->info = (mtl_report_info){.path = report->source.path, .errors = errors, .nerrors = 1};
    return report;
}

const mtl_report_info *mtl_report_read(const mtl_report *report)
{
    return &report->info;
}

uint64_t mtl_report_offset(const mtl_report *report, uint32_t byte)
{
    return mtl_source_offset(&report->source, byte);
}

mtl_place mtl_report_place(const mtl_report *report, uint32_t byte, mtl_unit unit)
{
    return mtl_source_place(&report->source, byte, unit);
}

void mtl_report_free(mtl_report *report)
{
    if (!report)
        return;
    mtl_arena_reset(&report->arena);
    free(report);
}
