/* cue.h: what files of subtitles have in common below their text: lines, those of them that say from when to when something is
 * shown, and the overrides that got into all of them. Does not know how a format tells its parts from each other. */
#ifndef MTL_CUE_H
#define MTL_CUE_H

#include "base/str.h"

typedef struct mtl_cue_line {
    mtl_span at;  /* without white space at its ends */
    mtl_span end; /* what ends it: LF, CRLF or a lone CR; empty at the end of the file */
} mtl_cue_line;

typedef struct mtl_cue_time {
    uint32_t start, end; /* milliseconds */
    bool known;          /* false: the line was meant to say them, and nobody can read it */
} mtl_cue_time;

/* The line that begins at *AT, which moves to the next. The caller keeps *AT inside. */
mtl_cue_line mtl_cue_next_line(mtl_str bytes, uint32_t *at);
/* True if LINE says when a cue is shown: "00:01:02,500 --> 00:01:04.000", hours or not, and whatever stands behind it. A line that
 * is meant so and broken counts, with a time that is not known. */
bool mtl_cue_is_timing(mtl_str line, mtl_cue_time *time);
/* True if LINE is the number of a cue. */
bool mtl_cue_is_counter(mtl_str line);
/* The bytes of an override at the head of S, which is no text: "{\an8}", and "{Y:i}" and "{b}" of still older formats. 0: there is
 * none. */
uint32_t mtl_cue_override_at(mtl_str s);

#endif
