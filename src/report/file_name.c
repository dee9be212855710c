/* file_name.c: a path as a file name, one for each, and back by eye. */
#include "base/out.h"

enum { LONGEST = 180, HEAD = 150 }; /* a file name may have 255 bytes; a suffix is still to come */

static bool is_kept(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
}

char *mtl_report_file_name(mtl_str path)
{
    mtl_out name = {0};
    for (size_t i = 0; i < path.n; i++) {
        const char c = path.p[i];
        if (c == '/')
            mtl_out_char(&name, '+');
        else if (is_kept(c) && !(i == 0 && c == '.'))
            mtl_out_char(&name, c);
        else
            mtl_out_fmt(&name, "=%02X", (unsigned)(unsigned char)c);
    }
    if (path.n == 0)
        mtl_out_char(&name, '='); /* no other path is this one's name */
    if (name.n > LONGEST) {
        name.n = HEAD;
        /* Two hashes from different starts: 128 bits, so that two long paths do not meet. */
        mtl_out_fmt(&name, "=%016llx%016llx", (unsigned long long)mtl_hash(path),
                    (unsigned long long)mtl_hash_more(UINT64_C(0x9e3779b97f4a7c15), path));
    }
    mtl_out_char(&name, 0);
    return name.bytes;
}
