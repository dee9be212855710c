/* csv.c: tables of records, parted by commas, semicolons, tabs or bars: each row is a document. The first row names the columns, unless it reads like
 * a record itself. Cells in quotation marks may hold line ends, and a mark twice means one (RFC 4180); where a mark can only be text, it is. */
#include "base/utf8.h"
#include "format/csv_row.h"
#include "format/reader.h"

enum { ROWS_LOOKED_AT = 50, RESUMED = 8 };

typedef mtl_csv_cell cell;
typedef mtl_csv_row row;

typedef struct table {
    const mtl_layer *file;
    mtl_arena *arena;
    mtl_csv csv;
    mtl_field *columns;
    mtl_str *langs; /* of the columns; empty where their names do not tell */
    uint32_t ncolumns;
    uint32_t at;      /* the next row */
    uint32_t resumed; /* how often a mark without a partner was passed over */
} table;

static mtl_str text_of(const table *t, const cell *c)
{
    return mtl_str_cut(t->file->bytes, c->at);
}

/* ---- columns ---- */

/* What parts the cells of the first line: the sign that it has most of, outside of quotation marks. */
static char separator_of(mtl_str path, mtl_str bytes, uint32_t from)
{
    static const char signs[] = ",;\t|";
    size_t counts[sizeof signs] = {0}, best = 0;
    bool quoted = false;
    if (mtl_str_ends_alike(path, MTL_LIT(".tsv")) || mtl_str_ends_alike(path, MTL_LIT(".tab")))
        return '\t';
    for (uint32_t i = from; i < bytes.n && (quoted || !strchr("\r\n", bytes.p[i])); i++) {
        const char *sign = quoted || !bytes.p[i] ? NULL : strchr(signs, bytes.p[i]);
        quoted = quoted != (bytes.p[i] == '"');
        if (sign)
            counts[sign - signs]++;
    }
    for (size_t i = 1; i < sizeof signs - 1; i++)
        if (counts[i] > counts[best])
            best = i;
    return signs[best];
}

/* "sep=;", a first line that a spreadsheet understands; moves behind it. NUL: there is none. */
static char declared_separator(table *t)
{
    const mtl_str bytes = t->file->bytes, rest = {bytes.p + t->at, bytes.n - t->at};
    const mtl_str sign = MTL_LIT("sep=");
    if (!mtl_str_starts(rest, sign) || rest.n < sign.n + 2 || !strchr("\r\n", rest.p[sign.n + 1]))
        return '\0';
    t->at = mtl_csv_behind_line(bytes, t->at);
    return rest.p[sign.n];
}

/* The row reads like a record: one of its cells is prose, and none is the name of a field. */
static bool is_record(const table *t, const row *r, const mtl_fields *fields)
{
    bool prose = false;
    for (const cell *c = r->items; c < r->items + r->n; c++) {
        if (text_of(t, c).n && mtl_field_of(fields, text_of(t, c)) != MTL_FIELD_UNKNOWN && !mtl_field_is_prose(text_of(t, c)))
            return false;
        prose = prose || mtl_field_is_prose(text_of(t, c));
    }
    return prose;
}

/* A column without a telling name holds text where most of what stands in it reads like prose. */
static void judge_columns(table *t)
{
    uint32_t *prose = mtl_arena_array(t->arena, uint32_t, t->ncolumns), *filled = mtl_arena_array(t->arena, uint32_t, t->ncolumns);
    uint32_t at = t->at;
    memset(prose, 0, t->ncolumns * sizeof *prose);
    memset(filled, 0, t->ncolumns * sizeof *filled);
    for (uint32_t n = 0; n < ROWS_LOOKED_AT && at < t->file->bytes.n; n++) {
        row r = {0};
        if (!mtl_csv_read(&t->csv, &at, &r, t->arena))
            break;
        for (uint32_t i = 0; i < r.n && i < t->ncolumns; i++) {
            filled[i] += r.items[i].at.len > 0;
            prose[i] += mtl_field_is_prose(text_of(t, &r.items[i]));
        }
    }
    for (uint32_t i = 0; i < t->ncolumns; i++)
        if (t->columns[i] == MTL_FIELD_UNKNOWN)
            t->columns[i] = prose[i] && prose[i] * 2 >= filled[i] ? MTL_FIELD_TEXT : MTL_FIELD_NONE;
}

/* Columns called "de" and "pt-BR" are in these languages; one alone may be called so for another reason. */
static void name_languages(table *t, const row *head)
{
    uint32_t n = 0;
    t->langs = mtl_arena_array(t->arena, mtl_str, head->n);
    for (uint32_t i = 0; i < head->n; i++)
        n += mtl_field_is_language(text_of(t, &head->items[i]));
    for (uint32_t i = 0; i < head->n && n > 1; i++)
        if (mtl_field_is_language(text_of(t, &head->items[i])))
            t->langs[i] = text_of(t, &head->items[i]);
}

static table *begin(mtl_reading *reading)
{
    const mtl_str bytes = reading->layer->bytes;
    table *t = mtl_arena_one(reading->arena, table);
    *t = (table){.file = reading->layer, .arena = reading->arena, .at = mtl_str_starts(bytes, MTL_BOM) ? (uint32_t)MTL_BOM.n : 0};
    t->csv = (mtl_csv){.bytes = bytes, .separator = declared_separator(t), .barren = UINT32_MAX};
    if (!t->csv.separator)
        t->csv.separator = separator_of(reading->source->path, bytes, t->at);
    row head = {0};
    uint32_t behind = t->at;
    if (t->at < bytes.n && mtl_csv_read(&t->csv, &behind, &head, t->arena)) {
        const bool record = is_record(t, &head, reading->fields);
        t->ncolumns = t->csv.columns = head.n;
        t->columns = mtl_arena_array(t->arena, mtl_field, head.n);
        for (uint32_t i = 0; i < head.n; i++)
            t->columns[i] = record ? MTL_FIELD_UNKNOWN : mtl_field_of(reading->fields, text_of(t, &head.items[i]));
        t->at = record ? t->at : behind;
        name_languages(t, &head);
        judge_columns(t);
    }
    reading->state = t;
    return t;
}

/* ---- cells ---- */

/* What cell I is; a cell that is no text whatever its column says is NONE. */
static mtl_field field_of(const table *t, const row *r, uint32_t i)
{
    const mtl_field is = t->columns[i];
    return mtl_field_is_text(is) && !mtl_field_says(text_of(t, &r->items[i])) ? MTL_FIELD_NONE : is;
}

static void add_cells(const table *t, const row *r, mtl_doc *doc)
{
    mtl_record record = {.doc = doc}; /* that has tags in one of its texts is written as HTML in all of them */
    for (uint32_t i = 0; i < r->n; i++)
        record.html =
            record.html || (mtl_field_is_text(field_of(t, r, i)) && mtl_field_is_html(text_of(t, &r->items[i]), doc->arena));
    for (uint32_t i = 0; i < r->n; i++) {
        record.lang = t->langs[i];
        if (field_of(t, r, i) != MTL_FIELD_NONE && r->items[i].at.len)
            mtl_record_add(&record, mtl_csv_text(t->file, &r->items[i], doc->arena), field_of(t, r, i), MTL_FIELD_OWN);
    }
    mtl_record_end(&record);
}

/* ---- the reader ---- */

static mtl_step bad_row(mtl_reading *reading, uint32_t at, mtl_err *err, const char *why)
{
    const mtl_place place = mtl_source_place(reading->source, at, MTL_CODE_POINTS);
    mtl_fail(err, MTL_EFORMAT, reading->source->path, place.line, place.column, "the row that begins here was not read: %s", why);
    return MTL_STEP_BAD;
}

static mtl_step next(mtl_reading *reading, mtl_doc *doc, mtl_err *err)
{
    table *t = reading->state ? reading->state : begin(reading);
    const mtl_str bytes = t->file->bytes;
    while (t->at < bytes.n) {
        const uint32_t from = t->at;
        row r = {0};
        if (!mtl_csv_read(&t->csv, &t->at, &r, doc->arena)) {
            t->at = mtl_csv_behind_line(bytes, from);
            if (++t->resumed <= RESUMED)
                return bad_row(reading, from, err, "a quotation mark opens a cell and none closes it");
            bad_row(reading, from, err, "too many quotation marks without a partner");
            return MTL_STEP_ERROR;
        }
        if (r.n == 1 && r.items[0].at.len == 0)
            continue;
        if (r.n > t->ncolumns)
            return bad_row(reading, from, err, "it has more cells than the first row; is a quotation mark missing?");
        add_cells(t, &r, doc);
        doc->part = mtl_str_format(doc->arena, "line %u", mtl_source_place(reading->source, from, MTL_BYTES).line);
        doc->extent = (mtl_span){from, t->at - from};
        return MTL_STEP_DOCUMENT;
    }
    return MTL_STEP_END;
}

static const char *const suffixes[] = {".csv", ".tsv", ".tab", NULL};

const mtl_reader mtl_reader_csv = {.name = "csv",
                                   .doc = "tables parted by commas, semicolons, tabs or bars, a document for each row",
                                   .text = "columns whose name or contents say so (--fields); plain text, or HTML",
                                   .suffixes = suffixes,
                                   .next = next};
