/* Promises of base/image: arrays come back as they were put, and nothing else is taken for them. */
#include "base/image.h"
#include "rows.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const uint32_t numbers[] = {7, 8, 9};

/* An image of three arrays, one of them empty, in ARENA. */
static mtl_str make(mtl_arena *arena, uint64_t source)
{
    mtl_out out = {0};
    mtl_image_begin(&out, "abcdefgh", source);
    mtl_image_put(&out, numbers, MTL_COUNT(numbers), sizeof *numbers);
    mtl_image_put(&out, NULL, 0, 16);
    mtl_image_put(&out, "xyz", 3, 1);
    const mtl_str image = mtl_str_copy(mtl_out_bytes(&out), arena);
    mtl_out_free(&out);
    return image;
}

/* All three arrays are there, and as they were. */
static bool is_whole(mtl_image *image)
{
    const void *a, *b, *c;
    uint32_t na, nb, nc;
    return mtl_image_take(image, sizeof *numbers, &a, &na) && na == 3 && memcmp(a, numbers, sizeof numbers) == 0 &&
           mtl_image_take(image, 16, &b, &nb) && nb == 0 && mtl_image_take(image, 1, &c, &nc) && nc == 3 &&
           memcmp(c, "xyz", 3) == 0 && mtl_image_is_done(image);
}

static void arrays_come_back(void **state)
{
    (void)state;
    mtl_arena arena = {0};
    const mtl_str bytes = make(&arena, 5);
    mtl_image image;
    const void *items;
    uint32_t n;
    CHECK("an image", mtl_image_view(&image, bytes, "abcdefgh") && is_whole(&image));
    CHECK("there is no fourth", !mtl_image_take(&image, 1, &items, &n));
    CHECK("another kind", !mtl_image_view(&image, bytes, "abcdefgi"));
    CHECK("items of another size", mtl_image_view(&image, bytes, "abcdefgh") && !mtl_image_take(&image, 5, &items, &n));
    for (size_t cut = 0; cut < bytes.n; cut++)
        CHECK("cut", !mtl_image_view(&image, (mtl_str){bytes.p, cut}, "abcdefgh") || !is_whole(&image));
    char *other = mtl_arena_alloc(&arena, bytes.n);
    memcpy(other, bytes.p, bytes.n);
    memset(other + sizeof(mtl_image_head), 0xFF, 8);
    CHECK("a size that leads out of it", mtl_image_view(&image, (mtl_str){other, bytes.n}, "abcdefgh") && !is_whole(&image));
    memcpy(other, bytes.p, bytes.n);
    ((mtl_image_head *)(void *)other)->order = 1u << 24;
    CHECK("the other order of bytes", !mtl_image_view(&image, (mtl_str){other, bytes.n}, "abcdefgh"));
    CHECK("its last filling is cut", mtl_image_view(&image, (mtl_str){bytes.p, bytes.n - 1}, "abcdefgh") &&
                                         mtl_image_take(&image, sizeof *numbers, &items, &n) &&
                                         mtl_image_take(&image, 16, &items, &n) && !mtl_image_take(&image, 1, &items, &n));
    mtl_arena_reset(&arena);
}

static void write_file(const char *path, mtl_str bytes, time_t when)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fwrite(bytes.p, 1, bytes.n, file);
    fclose(file);
    assert_int_equal(utimensat(AT_FDCWD, path, (struct timespec[]){{.tv_sec = when}, {.tv_sec = when}}, 0), 0);
}

static void an_image_holds_as_long_as_its_text(void **state)
{
    (void)state;
    static const struct row {
        const char *promise;
        uint64_t source;
        time_t text, image;
        bool holds;
    } rows[] = {
        {"made later", 5, 1000, 2000, true},
        {"made at once", 5, 1000, 1000, true},
        {"made before the text was changed", 5, 2000, 1000, false},
        {"made of a longer text", 6, 1000, 2000, false},
    };
    char folder[] = "/tmp/image.XXXXXX";
    assert_non_null(mkdtemp(folder));
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        mtl_arena arena = {0};
        mtl_image image;
        const char *text = mtl_str_format(&arena, "%s/text", folder).p, *path = mtl_str_format(&arena, "%s/image", folder).p;
        CHECK("no text", !mtl_image_map(&image, path, text, "abcdefgh", &arena));
        write_file(text, MTL_LIT("12345"), r->text);
        CHECK("no image", !mtl_image_map(&image, path, text, "abcdefgh", &arena));
        write_file(path, make(&arena, r->source), r->image);
        CHECK(r->promise, (mtl_image_map(&image, path, text, "abcdefgh", &arena) && is_whole(&image)) == r->holds);
        remove(text);
        remove(path);
        mtl_arena_reset(&arena);
    }
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(arrays_come_back), cmocka_unit_test(an_image_holds_as_long_as_its_text)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
