/* fields.h: which fields of a record (an object of JSON, a row of a table) hold text that people read, by option and by good guess. Knows
 * nothing of how records are written. */
#ifndef MTL_FIELDS_H
#define MTL_FIELDS_H

#include "format/html_said.h"
#include "text/doc.h"

typedef enum mtl_field {
    MTL_FIELD_UNKNOWN, /* text where it reads like prose */
    MTL_FIELD_TITLE,
    MTL_FIELD_TEXT,
    MTL_FIELD_SUMMARY, /* text that may say again what another one does */
    MTL_FIELD_ID,
    MTL_FIELD_LINK,
    MTL_FIELD_LANG,
    MTL_FIELD_NONE
} mtl_field;

typedef struct mtl_fields { /* as the user says */
    const char *const
        *names; /* of the fields that hold text, with or without those around it: "body", "article.body"; none: by guess */
    size_t n;
    const char *lang; /* of the one that names the language; NULL: by guess */
} mtl_fields;

/* What the field is whose name is PATH, parted by full stops: its last part by the table fields.def, or as the user says. */
mtl_field mtl_field_of(const mtl_fields *fields, mtl_str path);
/* NAME may be that of a language: "de", "pt-BR", "zh_Hant". Two such side by side are. */
bool mtl_field_is_language(mtl_str name);
/* NAME may be one where others beside it are surely: "fil". */
bool mtl_field_may_be_language(mtl_str name);
/* The field whose name is PATH holds Markdown, as it says: "body_md". */
bool mtl_field_is_markdown(mtl_str path);
/* The value may be text of a field whose name says so: it has letters, and is no address, number or date. */
bool mtl_field_says(mtl_str value);
/* The value reads like prose: words, three at least, and little else. */
bool mtl_field_is_prose(mtl_str value);
/* The value holds tags of a page, as they are or escaped once more. ARENA is for scratch. */
bool mtl_field_is_html(mtl_str value, mtl_arena *arena);

static inline bool mtl_field_is_text(mtl_field is)
{
    return is == MTL_FIELD_TITLE || is == MTL_FIELD_TEXT || is == MTL_FIELD_SUMMARY;
}

typedef struct mtl_record { /* that is being read into a document; all zero but for DOC at first */
    mtl_doc *doc;
    bool html;     /* its texts are HTML */
    mtl_str lang;  /* of the texts to come; empty: the document's */
    bool markdown; /* the next one is Markdown, as its name says */
    MTL_VEC(const mtl_layer *) summaries;
    mtl_html_said said;
    uint32_t told; /* bytes of the document's text that SAID has */
    bool begun;    /* SAID is in use */
} mtl_record;

typedef enum mtl_place_of_field {
    MTL_FIELD_OWN,    /* of the record itself */
    MTL_FIELD_INSIDE, /* of something in it */
    MTL_FIELD_IN_LIST /* one of several alike: a paragraph may stand twice in them by mistake */
} mtl_place_of_field;

/* Takes VALUE, a layer of the document's file that lives as long as the document: text adds its blocks, as HTML, as a title or as plain text;
 * the rest is noted where the document does not have it yet. A text that only says again what others did leaves no blocks. */
void mtl_record_add(mtl_record *record, const mtl_layer *value, mtl_field is, mtl_place_of_field place);
/* The record has no more fields. */
void mtl_record_end(mtl_record *record);

#endif
