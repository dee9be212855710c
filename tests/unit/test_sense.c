/* Promises of the kind sense: what a line of its list asks for, what it says, and which lines are refused. A line is one rule here. */
#include "folder.h"
#include "linted.h"
#include "rule/lists.h"
#include "rule/sense_table.h"

#define RULE                                                                                                                       \
    "summary: S\nmessage: \"{match}: {source}; {say}\"\nwhy: W\ncategory: false-friend\nseverity: minor\nconfidence: high\n"       \
    "since: \"0.1\"\ncheck: sense\nwith: { lists: odd, around: \"Es war krumm, krumm, krumm, krumm, krumm, krumm.\\n\\n{}\" "      \
    "}\nexamples: []\n"

static void note_problem(void *user, const mtl_err *problem)
{
    folder *f = user;
    f->problems = mtl_str_format(&f->arena, "%.*s%u: %s;", MTL_FMT(f->problems), problem->line, problem->what);
}

/* Rules of which one has LIST; NULL where it is refused. */
static mtl_ruleset *load(folder *f, const char *list)
{
    make_file(f, "ours/de/lang.yml", "name: German\nfunction-words: [der, die, das]\nquotes: [\"„ “\"]\n");
    make_file(f, "ours/de/odd.yml", RULE);
    make_file(f, "ours/de/odd.txt", list);
    make_file(f, "ours/de/words.txt", "fahren\t500\tVi\nfährt\t500\tVf\tfahren\nRad\t500\tNns\nschnell\t500\tA\n");
    make_file(f, "ours/de/bikes-words.txt", "pedal\nlenker\n");
    const char *dir = mtl_str_format(&f->arena, "%.*s/ours", MTL_FMT(f->root)).p;
    const mtl_ruleset_options options = {.rule_dirs = &dir, .nrule_dirs = 1, .hunspell_dir = "/nowhere"};
    return mtl_ruleset_load(&options, note_problem, f);
}

static mtl_str fix_of(const mtl_finding *f)
{
    return f->nfixes ? f->fixes[0].edits[0].with : MTL_LIT("");
}

/* The messages of all findings in TEXT, with their corrections, each with a semicolon. */
static mtl_str messages_of(folder *f, const mtl_ruleset *rules, const char *text)
{
    const mtl_config config = {.language = "de"};
    mtl_session *session = open_session(rules, &config);
    mtl_report *report = lint(session, text);
    const mtl_report_info *info = mtl_report_read(report);
    mtl_str all = MTL_LIT("");
    for (uint32_t i = 0; i < info->nfindings; i++)
        all = mtl_str_format(&f->arena, "%.*s%.*s%s%.*s;", MTL_FMT(all), MTL_FMT(info->findings[i].message),
                             info->findings[i].nfixes ? " → " : "", MTL_FMT(fix_of(&info->findings[i])));
    mtl_report_free(report);
    mtl_session_free(session);
    return all;
}

#define LINE(find, where) find "\t" where "\tsource\tsay\t[x]\tgood\n"

static void lines_say_where_they_hold(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *list, *text, *found;
    } rows[] = {
        {"anywhere", LINE("rot rad", ""), "Ein rot Rad hält.", "rot Rad: source; say;"},
        {"a dictionary word", LINE("~fahren rad", ""), "Sie fährt Rad.", "fährt Rad: source; say;"},
        {"a class", LINE("<adjective> rot", ""), "Ein schnell rot Ding, ein müd rot Ding.", "schnell rot: source; say;"},
        {"with another in the sentence", LINE("rad", "with kette"), "Das Rad hat eine Kette.", "Rad: source; say;"},
        {"in the second sentence", LINE("rad", "with kette"), "Das Rad hält. Das Rad hat eine Kette.", "Rad: source; say;"},
        {"behind the end of another sentence", LINE("rad", "behind ."), "Es hält. Rad fährt er.", "Rad: source; say;"},
        {"not in the one before", LINE("rad", "with kette"), "Die Kette hält. Das Rad auch.", ""},
        {"not in the next", LINE("rad", "with kette"), "Das Rad hält. Die Kette hält.", ""},
        {"before it too", LINE("rad", "with kette"), "Die Kette am Rad hält.", "Rad: source; say;"},
        {"without another", LINE("rad", "without kette"), "Das Rad hat eine Kette. Das Rad hält.", "Rad: source; say;"},
        {"in the text", LINE("rad", "text kette"), "Das Rad hält.\n\nDie Kette hält.", "Rad: source; say;"},
        {"not in the text", LINE("rad", "text kette"), "Das Rad hält.", ""},
        {"nowhere in the text", LINE("rad", "text-without kette"), "Das Rad hält.\n\nDie Kette hält.", ""},
        {"right behind", LINE("rad", "behind {ein|kein}"), "Ein Rad, mein Rad, kein grünes Rad.", "Rad: source; say;"},
        {"behind several words", LINE("rad", "behind nur ein"), "Nur ein Rad, ein Rad.", "Rad: source; say;"},
        {"not right behind", LINE("rad", "not-behind ein"), "Ein Rad, mein Rad.", "Rad: source; say;"},
        {"right before", LINE("rad", "before {hier|dort}"), "Mein Rad hier, dein Rad mal hier.", "Rad: source; say;"},
        {"not right before", LINE("rad", "not-before hier"), "Mein Rad hier, dein Rad dort.", "Rad: source; say;"},
        {"in a domain", LINE("kette", "about bikes"), "Die Kette hält. Der Lenker und das Pedal auch.", "Kette: source; say;"},
        {"one word is no domain", LINE("kette", "about bikes"), "Die Kette hält. Der Lenker auch.", ""},
        {"a whole paragraph", LINE("rad", "line"), "3. Rad:\n\nDas Rad hält.", "Rad: source; say;"},
        {"the first of its sentence", LINE("rad", "start"), "Rad fährt er. Das Rad hält.", "Rad: source; say;"},
        {"the last of it", LINE("rad", "end"), "Er mag ein Rad! Das Rad hält.", "Rad: source; say;"},
        {"all conditions", LINE("rad", "start; end"), "Rad fährt er. Er mag Rad. Rad!", "Rad: source; say;"},
        {"a possible one in a short text", LINE("rad", "possible"), "Das Rad hält.", "Rad: source; say;"},
        {"a faint one in a sound text", LINE("rad", "faint"), "Das Rad hält.", ""},
        {"a correction keeps the capital", "rad\t\tx\t=velo\t[x]\tgood\n", "Rad fährt er.", "Rad: x; velo → Velo;"},
        {"remarks and empty lines", "# words\n\n" LINE("rad", ""), "Das Rad hält.", "Rad: source; say;"},
        {"a word that is spoken of", LINE("rad", ""), "Da steht ‚Rad‘, und „Rad“ heißt es.", ""},
        {"a phrase in quotation marks", LINE("rot rad", ""), "Ein „rot Rad“ hält.", "rot Rad: source; say;"},
        {"code is no text", LINE("rad", ""), "Das `Rad` hält.", ""},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        folder f;
        open_folder(&f);
        mtl_ruleset *rules = load(&f, r->list);
        CHECK_STR(r->promise, f.problems, MTL_LIT(""));
        assert_non_null(rules);
        CHECK_STR(r->promise, messages_of(&f, rules, r->text), mtl_cstr(r->found));
        mtl_ruleset_free(rules);
        close_folder(&f);
    }
}

static void wrong_lines_are_refused(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *list, *problems;
    } rows[] = {
        {"too few columns", "rad\t\tsource\tsay\tbad\n",
         "1: needs six columns, parted by tabs: find, where, source, say, bad, good: “bad”;"},
        {"an empty one", "# words\nrad\t\t\tsay\t[x]\tgood\n", "2: has an empty column; only the second may be empty: “rad”;"},
        {"no such condition", LINE("rad", "besides kette"),
         "1: no condition; there are with, without, text, text-without, behind, not-behind, before, not-before, about, line, "
         "start, "
         "end, likely … faint: “besides kette”;"},
        {"a condition without its phrase", LINE("rad", "with"),
         "1: no condition; there are with, without, text, text-without, behind, not-behind, before, not-before, about, line, "
         "start, "
         "end, likely … faint: “with”;"},
        {"a phrase that is none", LINE("{rad", ""), "1: phrase “{rad”: a “{” without its “}”;"},
        {"a condition that is none", LINE("rad", "with <thing>"),
         "1: phrase “<thing>”: “<” begins a class of words: noun, verb, adjective, adverb, infinitive, participle, gerund, finite, "
         "name, place, number; behind it may stand m, f, n, sg, pl;"},
        {"a domain without its list", LINE("rad", "about boats"),
         "9: list “boats-words” is missing: put it beside the rule, or into dictionaries/;"},
        {"no brackets", "rad\t\tx\ty\tDas Rad.\tgood\n", "1: the bad sentence needs what is found in [brackets]: “Das Rad.”;"},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        folder f;
        open_folder(&f);
        mtl_ruleset *rules = load(&f, r->list);
        assert_null(rules);
        CHECK_STR(r->promise, f.problems, mtl_cstr(r->problems));
        close_folder(&f);
    }
}

/* ---- images ---- */

/* LIST with other sources, so that it is seen which of the two was read. */
static const char *list_of_image(folder *f, const char *list)
{
    const mtl_str copy = mtl_str_copy(mtl_cstr(list), &f->arena);
    char *other = mtl_arena_alloc(&f->arena, copy.n + 1);
    memcpy(other, copy.p, copy.n);
    for (char *at = strstr(other, "source"); at; at = strstr(at, "source"))
        memcpy(at, "origin", 6);
    return other;
}

static mtl_str image_of(folder *f, const char *list)
{
    mtl_problems problems = {note_problem, f, 0};
    mtl_sense_table table;
    mtl_out out = {0};
    const mtl_strs lines = mtl_lists_entries(mtl_cstr(list), &f->arena);
    mtl_sense_table_read(&table, MTL_LIT("odd.txt"), &lines, &f->arena, &problems, NULL, NULL);
    mtl_sense_table_put(&table, strlen(list), &out);
    const mtl_str image = mtl_str_copy(mtl_out_bytes(&out), &f->arena);
    mtl_out_free(&out);
    return image;
}

static void write_image(folder *f, mtl_str image)
{
    make_file(f, "images/de.odd", "");
    FILE *file = fopen(mtl_str_format(&f->arena, "%.*s/images/de.odd", MTL_FMT(f->root)).p, "wb");
    assert_non_null(file);
    fwrite(image.p, 1, image.n, file);
    fclose(file);
}

/* As load(), of what was written, with images. */
static mtl_ruleset *load_images(folder *f, bool bare)
{
    const char *dir = mtl_str_format(&f->arena, "%.*s/ours", MTL_FMT(f->root)).p;
    const char *images = mtl_str_format(&f->arena, "%.*s/images", MTL_FMT(f->root)).p;
    const mtl_ruleset_options options = {
        .rule_dirs = &dir, .nrule_dirs = 1, .hunspell_dir = "/nowhere", .dictionary_dir = dir, .words_dir = images, .bare = bare};
    return mtl_ruleset_load(&options, note_problem, f);
}

/* The folder of dictionaries may be called as a list is. */
static void a_list_beside_the_dictionaries_has_no_image(void **state)
{
    (void)state;
    folder f;
    open_folder(&f);
    mtl_ruleset_free(load(&f, LINE("rad", "")));
    const char *dir = mtl_str_format(&f.arena, "%.*s/ours", MTL_FMT(f.root)).p;
    const mtl_ruleset_options options = {.rule_dirs = &dir,
                                         .nrule_dirs = 1,
                                         .hunspell_dir = "/nowhere",
                                         .dictionary_dir = mtl_str_format(&f.arena, "%s/de/odd", dir).p,
                                         .words_dir = dir,
                                         .bare = true};
    mtl_ruleset *rules = mtl_ruleset_load(&options, note_problem, &f);
    assert_non_null(rules);
    CHECK_STR("its text is read", messages_of(&f, rules, "Das Rad."), MTL_LIT("Rad: source; say;"));
    mtl_ruleset_free(rules);
    close_folder(&f);
}

#define MANY                                                                                                                       \
    LINE("rad", "with kette")                                                                                                      \
    LINE("~fahren * rad", "without {kette|lenker}; behind er")                                                                     \
    LINE("<adjective> {rot|grün}", "about bikes") LINE("rot **  #", "text pedal; likely")

static void an_image_says_what_its_text_says(void **state)
{
    (void)state;
    static const char text[] = "Das Rad hat eine Kette. Der Lenker und das Pedal auch. Er fährt ein Rad. Ein schnell grün Ding. "
                               "Ein rot Ding, das 7 kostet.";
    static const char all[] = "Rad: origin; say;fährt ein Rad: origin; say;schnell grün: origin; say;rot Ding, das 7: origin; say;";
    static const struct row {
        const char *promise, *list, *imaged, *found;
        bool bare;
    } rows[] = {
        {"the image", LINE("rad", ""), LINE("rad", ""), "Rad: origin; say;Rad: origin; say;", true},
        {"conditions, classes, domains", MANY, MANY, all, true},
        {"not with examples, which it has none of", LINE("rad", ""), LINE("rad", ""), "Rad: source; say;Rad: source; say;", false},
        {"nor of another text", LINE("rad", ""), LINE("rad ", ""), "Rad: source; say;Rad: source; say;", true},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        folder f;
        open_folder(&f);
        mtl_ruleset_free(load(&f, r->list));
        write_image(&f, image_of(&f, list_of_image(&f, r->imaged)));
        mtl_ruleset *rules = load_images(&f, r->bare);
        CHECK_STR(r->promise, f.problems, MTL_LIT(""));
        assert_non_null(rules);
        CHECK_STR(r->promise, messages_of(&f, rules, text), mtl_cstr(r->found));
        mtl_ruleset_free(rules);
        close_folder(&f);
    }
}

/* A byte that is wrong here and there: what is found may be wrong, but nothing is read that is not there. */
static void damaged_images_do_no_harm(void **state)
{
    (void)state;
    folder f;
    open_folder(&f);
    mtl_ruleset_free(load(&f, MANY));
    const mtl_str image = image_of(&f, MANY);
    char *bytes = mtl_arena_alloc(&f.arena, image.n);
    write_image(&f, image);
    for (size_t i = 0; i < image.n; i += 4) {
        mtl_arena arena = {0};
        mtl_image view;
        mtl_sense_table table;
        memcpy(bytes, image.p, image.n);
        bytes[i] = (char)(bytes[i] ^ (1 << i % 8));
        if (!mtl_image_view(&view, (mtl_str){bytes, image.n}, mtl_sense_magic) || !mtl_sense_table_take(&table, &view, &arena)) {
            mtl_arena_reset(&arena);
            continue;
        }
        mtl_arena_reset(&arena);
        f.nmade--; /* the image is written again */
        write_image(&f, (mtl_str){bytes, image.n});
        mtl_ruleset *rules = load_images(&f, true);
        if (rules)
            messages_of(
                &f, rules,
                "Er fährt ein Rad. Das Rad hat eine Kette. Pedal und Lenker. Ein schnell grün Ding. Ein rot Ding, das 7 kostet.");
        mtl_ruleset_free(rules);
    }
    for (size_t n = 0; n < image.n; n += 101) {
        mtl_image view;
        mtl_sense_table table;
        CHECK("cut",
              !mtl_image_view(&view, (mtl_str){image.p, n}, mtl_sense_magic) || !mtl_sense_table_take(&table, &view, &f.arena));
    }
    close_folder(&f);
}

static void the_document_around_has_a_place(void **state)
{
    (void)state;
    static const char *const rules[] = {"Nichts.", "Zweimal {} und {}."};
    for (size_t i = 0; i < MTL_COUNT(rules); i++) {
        folder f;
        open_folder(&f);
        make_file(
            &f, "ours/de/bad.yml",
            mtl_str_format(&f.arena,
                           "summary: S\nmessage: M\nwhy: W\ncategory: false-friend\nseverity: minor\nconfidence: high\nsince: "
                           "\"0.1\"\ncheck: sense\nwith: { lists: odd, around: \"%s\" }\nexamples: []\n",
                           rules[i])
                .p);
        assert_null(load(&f, LINE("rad", "faint")));
        CHECK_STR("is refused", f.problems, MTL_LIT("1: “around” needs {} once, where the example stands;"));
        close_folder(&f);
    }
}

static void each_line_is_proved(void **state)
{
    (void)state;
    static const struct row {
        const char *promise, *list, *problems;
    } rows[] = {
        {"a true line", "rot rad\t\tx\ty\tEin [rot Rad] hält.\tDas Rad ist rot.\n", ""},
        {"a faint one in its damaged document",
         "krumm\t\tx\ty\tEs war [krumm].\tEs war gut.\nrad\tfaint\tx\ty\tEin [Rad] hält.\tEin Rad hält.\n", ""},
        {"one that does not hit", "blau rad\t\tx\ty\tEin [rot Rad] hält.\tDas Rad.\n", "1: bad example: no hit;"},
        {"one that hits more", "rad\t\tx\ty\tEin [rot Rad] hält.\tDas Velo.\n", "1: bad example: hit “Rad” instead of “rot Rad”;"},
        {"one that hits the good", "# list\nrad\t\tx\ty\tEin [Rad] hält.\tDas Rad.\n", "2: good example: de/odd marks “Rad”;"},
        {"a second line of text", "rad\tline\tx\ty\tDas Rad.\\n\\n[Rad]\\n\\nEs hält.\tDas Rad.\n", ""},
        {"a correction that is clean", "rad\t\tx\t=velo\tEin [Rad] hält.\tDas Velo.\n", ""},
    };
    for (const struct row *r = rows; r < MTL_END(rows); r++) {
        folder f;
        open_folder(&f);
        mtl_ruleset *rules = load(&f, r->list);
        assert_non_null(rules);
        const bool two = strstr(r->list, "krumm") != NULL;
        CHECK_NUMBER(r->promise, mtl_ruleset_test(rules, "de", note_problem, NULL, &f), two ? 4 : 2);
        CHECK_STR(r->promise, f.problems, mtl_cstr(r->problems));
        mtl_ruleset_free(rules);
        close_folder(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_say_where_they_hold),
        cmocka_unit_test(wrong_lines_are_refused),
        cmocka_unit_test(a_list_beside_the_dictionaries_has_no_image),
        cmocka_unit_test(an_image_says_what_its_text_says),
        cmocka_unit_test(damaged_images_do_no_harm),
        cmocka_unit_test(the_document_around_has_a_place),
        cmocka_unit_test(each_line_is_proved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
