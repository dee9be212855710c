/* speech_line.h: what a line of subtitles shows at its ends: who speaks, whether it is sung, whether its sentence is over. Looks
 * at one line and knows nothing of its neighbours, nor of any language. */
#ifndef MTL_SPEECH_LINE_H
#define MTL_SPEECH_LINE_H

#include "base/str.h"

typedef enum mtl_speech_end {
    MTL_SPEECH_OPEN,  /* a word, or a full stop that may be that of an abbreviation or an ordinal: the sentence may go on */
    MTL_SPEECH_PAUSE, /* a comma, a colon: it does go on */
    MTL_SPEECH_CUT,   /* "…", a dash: it goes on, or was broken off */
    MTL_SPEECH_STOP
} mtl_speech_end;

typedef enum mtl_speech_head {
    MTL_SPEECH_CASELESS,
    MTL_SPEECH_SMALL,
    MTL_SPEECH_CAPITAL,
} mtl_speech_head;

typedef enum mtl_speech_mark { MTL_SPEECH_NO_MARK, MTL_SPEECH_DASH, MTL_SPEECH_ARROWS } mtl_speech_mark;

mtl_speech_end mtl_speech_ends(mtl_str line);
/* What its first letter is; a digit has no case. */
mtl_speech_head mtl_speech_begins(mtl_str line);
/* The bytes of the mark of a speaker at the head of LINE, "- " or ">> ", white space behind it counted; 0: there is none. */
uint32_t mtl_speech_mark_at(mtl_str line, mtl_speech_mark *mark);
/* True if LINE begins with who speaks, in capitals: "ANNA:". */
bool mtl_speech_has_label(mtl_str line);
/* The bytes of "..." or "…" at the head of LINE, white space behind it counted. */
uint32_t mtl_speech_dots_at(mtl_str line);
/* The bytes of notes ("♪", "# ") at the head of LINE, and at its end, white space counted. */
uint32_t mtl_speech_notes_at(mtl_str line);
uint32_t mtl_speech_notes_before_end(mtl_str line);
/* How many marks in LINE open or close a quotation. */
uint32_t mtl_speech_count_quotes(mtl_str line);

#endif
