/* speech.h: what the cues of a file of subtitles say, as running text. A sentence goes on over lines and cues, so they are joined
 * to paragraphs where it does; a new speaker, a long pause, a song begins another one, and what is heard beside ("[thunder]")
 * stands in one of its own. Knows no format: whoever reads one says which bytes are text, and in whose voice. */
#ifndef MTL_SPEECH_H
#define MTL_SPEECH_H

#include "format/cue.h"
#include "text/doc.h"

typedef struct mtl_manner { /* how something is said; slices of the file */
    mtl_str voice, colour;  /* who speaks, empty where nobody says so; colours tell speakers apart */
    mtl_str lang;
    bool hidden; /* no text of the line, such as the reading above a word */
} mtl_manner;

typedef struct mtl_speech_tag { /* an element that is open */
    mtl_str name;
    mtl_manner outer;
} mtl_speech_tag;

typedef struct mtl_speech_line {
    mtl_span at;        /* in the layer, no white space at its ends */
    uint32_t end;       /* the line break behind it, in the layer */
    mtl_manner manner;  /* in which it begins */
    bool mixed;         /* and goes on in another */
    bool other_speaker; /* another voice begins inside a line of the file: it is cut there */
} mtl_speech_line;

typedef struct mtl_speech_cue {
    mtl_cue_time time;
    uint32_t first_line, nlines;
} mtl_speech_cue;

typedef struct mtl_speech_unit mtl_speech_unit;

typedef struct mtl_speech {
    mtl_doc *doc;      /* spans are in its layer */
    mtl_layering text; /* what is said, above that layer: a line each */
    mtl_manner manner; /* of what comes next */
    bool collapses;    /* a run of white space is one space */
    bool in_line;
    mtl_span gap; /* the line break before what comes next */
    MTL_VEC(mtl_speech_tag) tags;
    uint32_t beyond; /* open elements that found no room */
    MTL_VEC(mtl_speech_line) lines;
    MTL_VEC(mtl_speech_cue) cues;
    MTL_VEC(mtl_speech_unit) units;
} mtl_speech;

void mtl_speech_init(mtl_speech *s, mtl_doc *doc, bool collapses);
/* A cue begins. No element of the last one is open in it. */
void mtl_speech_cue_begin(mtl_speech *s, mtl_cue_time time);
/* Text of the cue, and what means text. */
void mtl_speech_copy(mtl_speech *s, mtl_span src);
void mtl_speech_put(mtl_speech *s, mtl_span src, mtl_str text);
/* A line of the cue ends. */
void mtl_speech_break(mtl_speech *s, mtl_span src);
/* An element NAME opens: what follows is said in MANNER until the element is closed. An end tag that closes nothing is nothing. */
void mtl_speech_open(mtl_speech *s, mtl_str name, mtl_manner manner);
void mtl_speech_close(mtl_speech *s, mtl_str name);
/* COLOUR, or empty where it is the white in which everybody speaks who has none. */
mtl_str mtl_speech_colour(mtl_str colour);
/* All cues are read: writes them into the document. */
void mtl_speech_write(mtl_speech *s);

#endif
