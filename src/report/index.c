/* index.c: the overview of a folder of reports: a row for each file, with links to its own reports. */
#include "report/page.h"

static void begin(const mtl_reporting *r)
{
    mtl_page_begin(r->out, MTL_LIT("All files"));
    mtl_out_str(r->out,
                MTL_LIT("<header class=\"top\">\n<h1>Report on machine-translated text</h1>\n</header>\n"
                        "<div class=\"scroll\"><table class=\"index\">\n<thead><tr>"
                        "<th scope=\"col\">File</th><th scope=\"col\">Language</th><th scope=\"col\" class=\"num\">Words</th>"
                        "<th scope=\"col\" class=\"num\">Findings</th><th scope=\"col\" class=\"num\">Critical</th>"
                        "<th scope=\"col\" class=\"num\">Major</th><th scope=\"col\" class=\"num\">Minor</th>"
                        "<th scope=\"col\" class=\"num\">Neutral</th>"
                        "<th scope=\"col\" class=\"num\"><abbr title=\"findings per 1,000 words\">per 1,000</abbr></th>"
                        "<th scope=\"col\">Data</th></tr></thead>\n<tbody>\n"));
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

static void put_numbers(mtl_out *out, const mtl_tally *tally)
{
    put_cell(out, tally->words, "words");
    put_cell(out, tally->nfindings, "all");
    for (int s = MTL_CRITICAL; s >= MTL_NEUTRAL; s--)
        put_cell(out, tally->by_severity[s], mtl_severity_name((mtl_severity)s));
    mtl_out_fmt(out, "<td class=\"num\" data-value=\"%.3f\">", mtl_tally_rate(tally));
    if (mtl_tally_tells(tally))
        mtl_out_fmt(out, "%.1f", mtl_tally_rate(tally));
    else
        mtl_out_str(out, MTL_LIT("<span class=\"none\">–</span>"));
    mtl_out_str(out, MTL_LIT("</td>"));
}

static void document(const mtl_reporting *r, const mtl_report_info *info)
{
    mtl_arena arena = {0};
    for (uint32_t i = 0; i < info->nerrors; i++) {
        mtl_out_str(r->held, MTL_LIT("<div class=\"error\">"));
        if (info->errors[i].line)
            mtl_out_fmt(r->held, "line %u: ", info->errors[i].line);
        mtl_out_xml(r->held, mtl_valid_utf8(mtl_cstr(info->errors[i].what), &arena));
        mtl_out_str(r->held, MTL_LIT("</div>"));
    }
    mtl_arena_reset(&arena);
}

static void close(const mtl_reporting *r)
{
    mtl_out *out = r->out;
    mtl_out_str(out, MTL_LIT("<tr><th scope=\"row\"><a href=\""));
    put_url(out, r->path, ".html");
    mtl_out_str(out, MTL_LIT("\"><bdi>"));
    mtl_out_xml(out, r->name);
    mtl_out_str(out, MTL_LIT("</bdi></a>"));
    mtl_out_str(out, mtl_out_bytes(r->held));
    mtl_out_str(out, MTL_LIT("</th><td>"));
    mtl_out_xml(out, mtl_cstr(r->file.language));
    mtl_out_str(out, MTL_LIT("</td>"));
    put_numbers(out, &r->file);
    mtl_out_str(out, MTL_LIT("<td><a href=\""));
    put_url(out, r->path, ".json");
    mtl_out_str(out, MTL_LIT("\">JSON</a></td></tr>\n"));
}

static void end(const mtl_reporting *r)
{
    mtl_out *out = r->out;
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
    .document = document,
    .close = close,
    .end = end,
};
