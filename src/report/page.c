#include "report/page.h"

void mtl_page_begin(mtl_out *out, mtl_str title)
{
    mtl_out_str(out, MTL_LIT("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"));
    mtl_out_str(out, mtl_page_css_sha256);
    mtl_out_str(out, MTL_LIT("'; script-src 'sha256-"));
    mtl_out_str(out, mtl_page_js_sha256);
    mtl_out_str(out, MTL_LIT("'; base-uri 'none'; form-action 'none'\">\n"
                             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                             "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"));
    mtl_page_text(out, title);
    mtl_out_str(out, MTL_LIT(" – mtlint</title>\n<style>")); /* the hashes are of all between the tags */
    mtl_out_str(out, mtl_page_css);
    mtl_out_str(out, MTL_LIT("</style>\n</head>\n<body>\n<main>\n"));
}

void mtl_page_end(mtl_out *out)
{
    mtl_out_str(out, MTL_LIT("</main>\n<footer class=\"foot\">mtlint "));
    mtl_out_xml(out, mtl_cstr(mtl_version()));
    mtl_out_str(out,
                MTL_LIT(" · Findings are places to look at, not verdicts, and cover only what rules can see.</footer>\n<script>"));
    mtl_out_str(out, mtl_page_js);
    mtl_out_str(out, MTL_LIT("</script>\n</body>\n</html>\n"));
}

void mtl_page_text(mtl_out *out, mtl_str text)
{
    mtl_out visible = {0};
    mtl_out_plain(&visible, text);
    mtl_out_xml(out, mtl_out_bytes(&visible));
    mtl_out_free(&visible);
}

void mtl_page_language(mtl_out *out, mtl_str language)
{
    if (language.n == 0)
        return;
    mtl_out_str(out, MTL_LIT(" lang=\""));
    mtl_out_xml(out, language);
    mtl_out_char(out, '"');
}

void mtl_page_severities(mtl_out *out, const mtl_tally *tally)
{
    for (int s = MTL_CRITICAL; s >= MTL_NEUTRAL; s--) {
        const char *name = mtl_severity_name((mtl_severity)s);
        if (tally->by_severity[s] == 0)
            continue;
        mtl_out_fmt(out, "<span class=\"count %s\">", name);
        mtl_say_number(out, tally->by_severity[s]);
        mtl_out_fmt(out, " %s</span> ", name);
    }
}

void mtl_page_words(mtl_out *out, const mtl_tally *tally)
{
    mtl_out_str(out, MTL_LIT("<span>"));
    mtl_say_count(out, tally->words, "word", "words");
    mtl_out_str(out, MTL_LIT("</span> "));
    if (tally->nfindings && mtl_tally_tells(tally))
        mtl_out_fmt(out, "<span>%.1f per 1,000 words</span> ", mtl_tally_rate(tally));
}
