/* reader.c: the table of input formats, from formats.def. */
#include "format/reader.h"

#define READER(name) extern const mtl_reader mtl_reader_##name;
#include "format/formats.def"
#undef READER

const mtl_reader *const mtl_readers[] = {
#define READER(name) &mtl_reader_##name,
#include "format/formats.def"
#undef READER
    NULL,
};

const mtl_reader *mtl_reader_named(mtl_str name)
{
    for (const mtl_reader *const *r = mtl_readers; *r; r++)
        if (mtl_str_is(name, (*r)->name))
            return *r;
    return NULL;
}

static bool lists(const mtl_reader *reader, mtl_str path)
{
    for (const char *const *suffix = reader->suffixes; *suffix; suffix++)
        if (mtl_str_ends_alike(path, mtl_cstr(*suffix))) /* INDEX.HTM */
            return true;
    return false;
}

const mtl_reader *mtl_reader_for(mtl_str path, mtl_str head)
{
    const mtl_reader *last = NULL; /* that lists the suffix */
    for (const mtl_reader *const *r = mtl_readers; *r; r++)
        last = lists(*r, path) ? *r : last;
    const mtl_reader *best = last ? last : mtl_readers[0];
    int most = 0;
    for (const mtl_reader *const *r = mtl_readers; *r; r++) {
        const int sure = (*r)->sniff && (!last || lists(*r, path)) ? (*r)->sniff(head) : 0;
        if (sure > most) {
            most = sure;
            best = *r;
        }
    }
    return best;
}

const char *mtl_reader_at(size_t i)
{
    return i + 1 < MTL_COUNT(mtl_readers) ? mtl_readers[i]->name : NULL;
}

bool mtl_reader_describe(const char *name, mtl_reader_info *out)
{
    const mtl_reader *reader = mtl_reader_named(mtl_cstr(name));
    if (reader)
        *out = (mtl_reader_info){reader->name, reader->doc, reader->suffixes, reader->sign, reader->text};
    return reader;
}
