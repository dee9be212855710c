#include "base/image.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ALIGN = 8 };

void mtl_image_begin(mtl_out *out, const char *magic, uint64_t source)
{
    mtl_image_head head = {.order = 1, .source = source};
    memcpy(head.magic, magic, sizeof head.magic);
    mtl_out_str(out, (mtl_str){(const char *)&head, sizeof head});
}

void mtl_image_put(mtl_out *out, const void *items, size_t n, size_t size)
{
    static const char filling[ALIGN] = {0};
    const uint64_t bytes = n * size;
    mtl_out_str(out, (mtl_str){(const char *)&bytes, sizeof bytes});
    mtl_out_str(out, (mtl_str){items, n * size});
    mtl_out_str(out, (mtl_str){filling, (ALIGN - bytes % ALIGN) % ALIGN});
}

bool mtl_image_view(mtl_image *image, mtl_str bytes, const char *magic)
{
    const mtl_image_head *head = (const void *)bytes.p;
    *image = (mtl_image){bytes, sizeof *head};
    return bytes.n >= sizeof *head && memcmp(head->magic, magic, sizeof head->magic) == 0 && head->order == 1;
}

typedef struct mapping {
    void *bytes;
    size_t n;
} mapping;

static void unmap(void *user)
{
    const mapping *m = user;
    munmap(m->bytes, m->n);
}

static bool is_older(const struct stat *a, const struct stat *b)
{
    return a->st_mtim.tv_sec != b->st_mtim.tv_sec ? a->st_mtim.tv_sec < b->st_mtim.tv_sec : a->st_mtim.tv_nsec < b->st_mtim.tv_nsec;
}

/* The whole of a FILE that is not older than TEXT; empty where it cannot be mapped. */
static mtl_str map_file(int file, const struct stat *text, mtl_arena *arena)
{
    struct stat info;
    if (fstat(file, &info) != 0 || info.st_size <= 0 || is_older(&info, text))
        return (mtl_str){0};
    void *bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED)
        return (mtl_str){0};
    mapping *m = mtl_arena_one(arena, mapping);
    *m = (mapping){bytes, (size_t)info.st_size};
    mtl_arena_defer(arena, unmap, m);
    return (mtl_str){bytes, m->n};
}

bool mtl_image_map(mtl_image *image, const char *path, const char *text, const char *magic, mtl_arena *arena)
{
    struct stat info;
    if (stat(text, &info) != 0)
        return false;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const mtl_str bytes = map_file(file, &info, arena);
    close(file);
    return mtl_image_view(image, bytes, magic) && ((const mtl_image_head *)(const void *)bytes.p)->source == (uint64_t)info.st_size;
}

bool mtl_image_take(mtl_image *image, size_t size, const void **items, uint32_t *n)
{
    uint64_t bytes;
    if (image->bytes.n - image->at < sizeof bytes)
        return false;
    memcpy(&bytes, image->bytes.p + image->at, sizeof bytes);
    const size_t from = image->at + sizeof bytes, room = image->bytes.n - from;
    const uint64_t filling = (ALIGN - bytes % ALIGN) % ALIGN;
    if (bytes > room || filling > room - bytes || bytes % size != 0 || bytes / size > UINT32_MAX)
        return false;
    *items = image->bytes.p + from;
    *n = (uint32_t)(bytes / size);
    image->at = from + (size_t)(bytes + filling);
    return true;
}

bool mtl_image_is_done(const mtl_image *image)
{
    return image->at == image->bytes.n;
}
