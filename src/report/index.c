/* index.c: the overview of a folder of reports: a row for each file, with links to its own reports; those that need an editor most
 * first. */
#include "report/families.h"
#include "report/page.h"

#include <stdlib.h>

typedef struct row { /* a file */
    mtl_str path, name;
    mtl_str errors; /* HTML */
    mtl_tally tally;
    mtl_families families;
} row;

typedef struct overview {
    MTL_VEC(row) rows;
    mtl_families families; /* of all files */
    double longest;        /* the highest rate of a row, which is the whole length of a bar */
} overview;

static overview *overview_of(const mtl_reporting *r)
{
    return *r->kept;
}

static void begin(const mtl_reporting *r)
{
    *r->kept = mtl_arena_one(r->run, overview);
}

static void open(const mtl_reporting *r)
{
    const row fresh = {.path = mtl_str_copy(r->path, r->run), .name = mtl_str_copy(r->name, r->run)};
    mtl_vec_push(&overview_of(r)->rows, r->run, fresh);
}

static void document(const mtl_reporting *r, const mtl_report_info *info)
{
    mtl_arena arena = {0};
    for (uint32_t i = 0; i < info->nerrors; i++) {
        mtl_out_str(r->held, MTL_LIT("<div class=\"error\">"));
        if (info->errors[i].line)
            mtl_out_fmt(r->held, "line %u: ", info->errors[i].line);
        mtl_page_text(r->held, mtl_valid_utf8(mtl_cstr(info->errors[i].what), &arena));
        mtl_out_str(r->held, MTL_LIT("</div>"));
    }
    mtl_arena_reset(&arena);
    overview *o = overview_of(r);
    for (uint32_t i = 0; i < info->nfindings; i++) {
        mtl_families_add(&mtl_vec_last(&o->rows).families, info->findings[i].rule->family, 1, r->run);
        mtl_families_add(&o->families, info->findings[i].rule->family, 1, r->run);
    }
}

static void close(const mtl_reporting *r)
{
    overview *o = overview_of(r);
    row *last = &mtl_vec_last(&o->rows);
    last->tally = r->file;
    last->errors = mtl_str_copy(mtl_out_bytes(r->held), r->run);
    const double rate = mtl_tally_bounded_rate(&r->file);
    o->longest = rate > o->longest ? rate : o->longest;
}

/* The file's report with SUFFIX, as a relative URL. Of what a report's name may hold only "+" and "=" mean anything in one. */
static void put_url(mtl_out *out, mtl_str path, const char *suffix)
{
    char *name = mtl_report_file_name(path);
    for (const char *c = name; *c; c++) {
        if (*c == '+' || *c == '=')
            mtl_out_fmt(out, "%%%02X", (unsigned)(unsigned char)*c);
        else
            mtl_out_char(out, *c);
    }
    mtl_free(name);
    mtl_out_str(out, mtl_cstr(suffix));
}

static void put_cell(mtl_out *out, uint64_t n, const char *class)
{
    mtl_out_fmt(out, "<td class=\"num%s%s\" data-value=\"%llu\">", n ? " " : "", n ? class : "", (unsigned long long)n);
    if (n)
        mtl_say_number(out, n);
    else
        mtl_out_str(out, MTL_LIT("<span class=\"none\">0</span>"));
    mtl_out_str(out, MTL_LIT("</td>"));
}

/* RATE, or a dash where it tells nothing; VALUE is what it sorts by. */
static void put_rate(mtl_out *out, double rate, double value, bool tells)
{
    mtl_out_fmt(out, "<td class=\"num\" data-value=\"%.3f\">", value);
    if (tells)
        mtl_out_fmt(out, "%.1f", rate);
    else
        mtl_out_str(out, MTL_LIT("<span class=\"none\">–</span>"));
    mtl_out_str(out, MTL_LIT("</td>"));
}

static bool is_unread(const mtl_tally *tally)
{
    return tally->ndocuments == 0;
}

/* What nobody has read yet may be anything, so it stands before all that was. */
static double need_of(const mtl_tally *tally)
{
    return is_unread(tally) ? 1e9 : mtl_tally_need(tally);
}

static void put_numbers(mtl_out *out, const mtl_tally *tally)
{
    put_rate(out, mtl_tally_need(tally), need_of(tally), !is_unread(tally));
    put_rate(out, mtl_tally_rate(tally), mtl_tally_rate(tally), mtl_tally_tells(tally));
    put_cell(out, tally->nfindings, "all");
    for (int s = MTL_CRITICAL; s >= MTL_NEUTRAL; s--)
        put_cell(out, tally->by_severity[s], mtl_severity_name((mtl_severity)s));
    put_cell(out, tally->words, "words");
    mtl_out_str(out, MTL_LIT("<td>"));
    mtl_out_xml(out, mtl_cstr(tally->language));
    mtl_out_str(out, MTL_LIT("</td>"));
}

static void put_row(mtl_out *out, const row *file, const overview *o)
{
    mtl_out_str(out, MTL_LIT("<tr><th scope=\"row\"><a href=\""));
    put_url(out, file->path, ".html");
    mtl_out_str(out, MTL_LIT("\"><bdi>"));
    mtl_page_text(out, file->name);
    mtl_out_str(out, MTL_LIT("</bdi></a>"));
    mtl_out_str(out, file->errors);
    mtl_out_str(out, MTL_LIT("</th><td>"));
    if (file->tally.nfindings)
        mtl_families_bar(out, &file->families, &o->families,
                         o->longest > 0 ? mtl_tally_bounded_rate(&file->tally) / o->longest : 1);
    mtl_out_str(out, MTL_LIT("</td>"));
    put_numbers(out, &file->tally);
    mtl_out_str(out, MTL_LIT("<td><a href=\""));
    put_url(out, file->path, ".json");
    mtl_out_str(out, MTL_LIT("\">JSON</a></td></tr>\n"));
}

static int by_need(const void *a, const void *b)
{
    const row *x = a, *y = b;
    const double need = need_of(&x->tally), other = need_of(&y->tally);
    return need > other ? -1 : need < other ? 1 : mtl_str_compare(x->path, y->path);
}

static void put_head(mtl_out *out, const overview *o)
{
    mtl_page_begin(out, MTL_LIT("All files"));
    mtl_out_str(
        out, MTL_LIT("<header class=\"top\">\n<h1>Report on machine-translated text</h1>\n"
                     "<p class=\"legend\">What needs an editor most stands first. Need is penalty points per 1,000 words: 25 for a "
                     "critical finding, 5 for a major one, 1 for a minor one (as in MQM); fewer than 100 words count as 100. What "
                     "could not be read comes before all. The more frequent the findings, the longer the bar.</p>\n"));
    mtl_families_legend(out, &o->families);
    mtl_out_str(
        out,
        MTL_LIT("</header>\n<div class=\"scroll\" role=\"region\" aria-label=\"Files\" tabindex=\"0\"><table class=\"index\">\n"
                "<thead><tr><th scope=\"col\">File</th><th scope=\"col\" class=\"fixed\">Findings by family</th>"
                "<th scope=\"col\" class=\"num\" aria-sort=\"descending\">Need</th>"
                "<th scope=\"col\" class=\"num\"><abbr title=\"findings per 1,000 words\">per 1,000</abbr></th>"
                "<th scope=\"col\" class=\"num\">Findings</th><th scope=\"col\" class=\"num\">Critical</th>"
                "<th scope=\"col\" class=\"num\">Major</th><th scope=\"col\" class=\"num\">Minor</th>"
                "<th scope=\"col\" class=\"num\">Neutral</th><th scope=\"col\" class=\"num\">Words</th>"
                "<th scope=\"col\">Language</th><th scope=\"col\" class=\"fixed\">Data</th></tr></thead>\n<tbody>\n"));
}

static void end(const mtl_reporting *r)
{
    mtl_out *out = r->out;
    overview *o = overview_of(r);
    if (o->rows.n)
        qsort(o->rows.items, o->rows.n, sizeof *o->rows.items, by_need);
    mtl_families_sort(&o->families);
    put_head(out, o);
    for (uint32_t i = 0; i < o->rows.n; i++)
        put_row(out, &o->rows.items[i], o);
    mtl_out_str(out, MTL_LIT("</tbody>\n<tfoot><tr><th scope=\"row\">"));
    mtl_say_count(out, r->nfiles, "file", "files");
    mtl_out_str(out, MTL_LIT("</th><td></td>"));
    put_numbers(out, &r->all);
    mtl_out_str(out, MTL_LIT("<td></td></tr></tfoot>\n</table></div>\n<p class=\"sum\">"));
    mtl_say_count(out, r->all.nfindings, "finding", "findings");
    mtl_out_fmt(out, " in %u of %u %s", r->nflagged, r->nread, r->nread == 1 ? "file" : "files");
    if (r->nfiles > r->nread)
        mtl_out_fmt(out, "; %u could not be read", r->nfiles - r->nread);
    mtl_out_str(out, MTL_LIT(".</p>\n"));
    mtl_page_end(out);
}

const mtl_reporter mtl_reporter_index = {
    .name = "index",
    .doc = "an HTML table of all files, with links to their own reports in the same folder",
    .begin = begin,
    .open = open,
    .document = document,
    .close = close,
    .end = end,
};
