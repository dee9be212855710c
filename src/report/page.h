/* page.h: what all HTML pages of a report share: the frame around them, one file each, nothing fetched from anywhere. */
#ifndef MTL_PAGE_H
#define MTL_PAGE_H

#include "report/reporter.h"

/* reports/html/page.css and page.js, embedded at build, and the SHA-256 of each in base64, by which the pages' policy knows them. */
extern const mtl_str mtl_page_css, mtl_page_js, mtl_page_css_sha256, mtl_page_js_sha256;

/* Everything up to and with the start of <main>. */
void mtl_page_begin(mtl_out *out, mtl_str title);
/* The end of <main>, the foot of the page and the end of everything. */
void mtl_page_end(mtl_out *out);

/* TEXT between words or in an attribute of ours: what would reorder them, such as U+202E, becomes visible as U+FFFD. */
void mtl_page_text(mtl_out *out, mtl_str text);
/* lang="LANGUAGE" with a space before it; nothing where none is known. */
void mtl_page_language(mtl_out *out, mtl_str language);
/* <span class="count minor">13 minor</span> for each severity that occurs, the worst first. */
void mtl_page_severities(mtl_out *out, const mtl_tally *tally);
/* "4,120 words" and "3.4 per 1,000 words" as <span>s. */
void mtl_page_words(mtl_out *out, const mtl_tally *tally);

#endif
