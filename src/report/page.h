/* page.h: what all HTML pages of a report share: the frame around them, one file each, nothing fetched from anywhere. */
#ifndef MTL_PAGE_H
#define MTL_PAGE_H

#include "report/reporter.h"

/* reports/html/page.css and page.js, embedded at build. */
extern const mtl_str mtl_page_css, mtl_page_js;

/* Everything up to and with the start of <main>. */
void mtl_page_begin(mtl_out *out, mtl_str title);
/* The end of <main>, the foot of the page and the end of everything. */
void mtl_page_end(mtl_out *out);

/* <span class="count minor">13 minor</span> for each severity that occurs, the worst first. */
void mtl_page_severities(mtl_out *out, const mtl_tally *tally);
/* "4,120 words" and "3.4 per 1,000 words" as <span>s. */
void mtl_page_words(mtl_out *out, const mtl_tally *tally);

#endif
