#include "report/families.h"

#include "report/tally.h"

#include <stdlib.h>

enum {
    COLOURS = 8, /* .k0 to .k7 of page.css */
    WIDE = 128   /* units of a bar of length 1 */
};

static mtl_family *find(const mtl_families *families, mtl_str name)
{
    for (uint32_t i = 0; i < families->all.n; i++)
        if (mtl_str_same(families->all.items[i].name, name))
            return &families->all.items[i];
    return NULL;
}

void mtl_families_add(mtl_families *families, mtl_str name, uint32_t n, mtl_arena *arena)
{
    mtl_family *known = find(families, name);
    if (known)
        known->n += n;
    else
        mtl_vec_push(&families->all, arena, ((mtl_family){mtl_str_copy(name, arena), n}));
}

static int greatest_first(const void *a, const void *b)
{
    const mtl_family *x = a, *y = b;
    return x->n != y->n ? (x->n > y->n ? -1 : 1) : mtl_str_compare(x->name, y->name);
}

void mtl_families_sort(mtl_families *families)
{
    if (families->all.n)
        qsort(families->all.items, families->all.n, sizeof *families->all.items, greatest_first);
}

static void put_words(mtl_out *out, const mtl_family *family)
{
    mtl_out_xml(out, family->name);
    mtl_out_char(out, ' ');
    mtl_say_number(out, family->n);
}

static unsigned colour(uint32_t place)
{
    return place < COLOURS ? place : COLOURS - 1;
}

void mtl_families_bar(mtl_out *out, const mtl_families *families, const mtl_families *key, double length)
{
    uint32_t sum = 0;
    for (uint32_t i = 0; i < families->all.n; i++)
        sum += families->all.items[i].n;
    mtl_out_fmt(out, "<svg class=\"bar\" viewBox=\"0 0 %d 12\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"", WIDE);
    const char *before = "";
    for (uint32_t k = 0; k < key->all.n; k++) {
        const mtl_family *family = find(families, key->all.items[k].name);
        if (!family)
            continue;
        mtl_out_str(out, mtl_cstr(before));
        put_words(out, family);
        before = ", ";
    }
    mtl_out_str(out, MTL_LIT("\">"));
    double at = 0;
    for (uint32_t k = 0; k < key->all.n; k++) {
        const mtl_family *family = find(families, key->all.items[k].name);
        if (!family)
            continue;
        const double width = WIDE * length * family->n / sum;
        /* A hair is left free, so that neighbours are told apart on paper too. */
        mtl_out_fmt(out, "<rect class=\"k%u\" x=\"%.1f\" width=\"%.1f\" height=\"12\"><title>", colour(k), at,
                    width > 1.2 ? width - 0.8 : width);
        put_words(out, family);
        mtl_out_str(out, MTL_LIT("</title></rect>"));
        at += width;
    }
    mtl_out_str(out, MTL_LIT("</svg>"));
}

void mtl_families_legend(mtl_out *out, const mtl_families *key)
{
    if (key->all.n == 0)
        return;
    mtl_out_str(out, MTL_LIT("<ul class=\"families legend\">\n"));
    for (uint32_t k = 0; k < key->all.n; k++) {
        mtl_out_fmt(
            out, "<li><svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><rect class=\"k%u\" width=\"12\" height=\"12\"></rect></svg>",
            colour(k));
        put_words(out, &key->all.items[k]);
        mtl_out_str(out, MTL_LIT("</li>\n"));
    }
    mtl_out_str(out, MTL_LIT("</ul>\n"));
}
