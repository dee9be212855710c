/* image.h: arrays in a file that is an image of memory: mapped, and used as they are on the kind of machine that made them. An image is made from a
 * text and holds for as long as the text is as it was, so that the text may always be read instead.
 *
 * It is a mtl_image_head, then of each array its size in bytes, as 8 bytes, and the array, filled up to 8. */
#ifndef MTL_IMAGE_H
#define MTL_IMAGE_H

#include "base/out.h"

typedef struct mtl_image_head {
    char magic[8];   /* which arrays, and in which version */
    uint64_t order;  /* 1, as this machine writes it */
    uint64_t source; /* size in bytes of the text it was made from */
} mtl_image_head;

/* Begins an image of the kind MAGIC, of 8 bytes, in an OUT that is empty. SOURCE is the size of its text. */
void mtl_image_begin(mtl_out *out, const char *magic, uint64_t source);
/* Adds an array of N items of SIZE bytes. */
void mtl_image_put(mtl_out *out, const void *items, size_t n, size_t size);

typedef struct mtl_image { /* an image that is read, from its first array to its last */
    mtl_str bytes;
    size_t at;
} mtl_image;

/* Looks at BYTES, aligned for any type. False if they are no image of the kind MAGIC from this kind of machine. */
bool mtl_image_view(mtl_image *image, mtl_str bytes, const char *magic);
/* Maps the image in the file PATH until ARENA is reset. False if it is none of the kind MAGIC, or not of the text in the file TEXT as that is
 * now: older than it, as make(1) would see it, or made from one of another size. */
bool mtl_image_map(mtl_image *image, const char *path, const char *text, const char *magic, mtl_arena *arena);
/* The next array, of *N items of SIZE bytes, in the image's memory. False if there is none whose size would fit. */
bool mtl_image_take(mtl_image *image, size_t size, const void **items, uint32_t *n);
/* All arrays were taken. */
bool mtl_image_is_done(const mtl_image *image);

#endif
