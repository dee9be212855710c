#include "rule/triggers.h"

#include "lang/words.h"

enum { MOST_WORDS = 64, DEEPEST_GROUP = 8 }; /* in a phrase; matching recurses no deeper than twice that */
enum { MOST_FORMS = 16 }; /* of a phrase that are kept apart, so that phrases can share them; in a lexical table one */
enum { MOST_VISITS = 4096, MOST_FOUND = 256 }; /* from one token; gaps after gaps could go on for long */
enum { FIRST_BITS = 1 << 15 };
enum leap { TO_NUMBER, TO_GAP, TO_LONG_GAP, NLEAPS };

static const uint32_t gap_lengths[NLEAPS] = {[TO_GAP] = 3, [TO_LONG_GAP] = 8};

typedef struct node {
    uint32_t leaps[NLEAPS]; /* nodes that "#", "*" and "**" lead to; 0: none does */
    uint32_t ends;          /* list of phrases that end here, as index + 1; 0: none does */
    uint32_t joins;         /* list of nodes where one is as well, likewise */
    uint32_t classes;       /* list of classes of words that lead on, likewise */
    uint32_t nwords;        /* words and leaps before it */
    uint64_t words;         /* a bit for the keys of words that lead on: most tokens need no look into the table */
    uint32_t has_lemmas;    /* 0 or 1 */
    uint32_t filling;
} node;

typedef struct class_step {
    uint32_t is; /* MTL_IS_ bits, of which the word has one */
    uint32_t to;
    uint32_t next; /* index + 1 */
} class_step;

typedef struct ending {
    uint32_t rule, entry;
    uint32_t next; /* index + 1 */
} ending;

typedef struct join {
    uint32_t to;
    uint32_t next; /* index + 1 */
} join;

/* What matching walks through: what was added, or what is in an image. A list goes from higher to lower indices, so that also one in a
 * damaged image has an end. */
typedef struct automaton {
    mtl_ids words;     /* node and folded hash of the next word, or of the dictionary word it is a form of -> node */
    const node *nodes; /* the first is the root */
    const ending *endings;
    const join *joins;
    const class_step *classes;
    const uint64_t *first; /* of a lexical table: a bit for the keys of words that begin a sequence, FIRST_BITS of them */
    uint32_t nnodes, nendings, njoins, nclasses;
    uint32_t first_is; /* of a lexical table: the classes of words that begin a sequence */
} automaton;

struct mtl_triggers {
    automaton made;
    mtl_arena *arena;
    bool lexical;        /* "~" and "<" are signs */
    MTL_VEC(node) nodes; /* of what is added, as what follows */
    MTL_VEC(ending) endings;
    MTL_VEC(join) joins;
    MTL_VEC(class_step) classes;
    uint64_t *first;
};

/* What was added is what is walked through. */
static void settle(mtl_triggers *t)
{
    t->made.nodes = t->nodes.items;
    t->made.endings = t->endings.items;
    t->made.joins = t->joins.items;
    t->made.classes = t->classes.items;
    t->made.nnodes = t->nodes.n;
    t->made.nendings = t->endings.n;
    t->made.njoins = t->joins.n;
    t->made.nclasses = t->classes.n;
}

mtl_triggers *mtl_triggers_new(mtl_arena *arena)
{
    mtl_triggers *t = mtl_arena_one(arena, mtl_triggers);
    t->arena = arena;
    t->made.first = t->first = mtl_arena_array(arena, uint64_t, FIRST_BITS / 64);
    mtl_ids_init(&t->made.words, arena);
    mtl_vec_push(&t->nodes, arena, ((node){0}));
    settle(t);
    return t;
}

mtl_triggers *mtl_triggers_new_lexical(mtl_arena *arena)
{
    mtl_triggers *t = mtl_triggers_new(arena);
    t->lexical = true;
    return t;
}

/* A dictionary word is another key than the same word as it stands. */
static uint64_t lemma_key(uint64_t folded_hash)
{
    return folded_hash * UINT64_C(0x100000001b3) + 1;
}

static uint64_t word_bit(uint64_t key)
{
    return UINT64_C(1) << (key >> 58);
}

static uint32_t first_bit(uint64_t key)
{
    return (uint32_t)(key >> 40) % FIRST_BITS;
}

static bool is_first(const automaton *t, uint64_t key)
{
    return t->first[first_bit(key) / 64] >> (first_bit(key) % 64) & 1;
}

/* Two pairs with one key are as likely as two words with one hash, which the tokens' types live with too. */
static uint64_t word_key(uint32_t from, uint64_t folded_hash)
{
    return folded_hash ^ (from * UINT64_C(0x9e3779b97f4a7c15));
}

static uint32_t word_after(const automaton *t, uint32_t from, uint64_t folded_hash)
{
    const uint32_t to = mtl_ids_get(&t->words, word_key(from, folded_hash));
    return to == MTL_ID_NONE ? 0 : to;
}

uint32_t mtl_triggers_start(const mtl_triggers *triggers, uint64_t folded_hash)
{
    return word_after(&triggers->made, 0, folded_hash);
}

/* ---- adding ---- */

typedef MTL_VEC(uint32_t) node_set; /* where the forms of a phrase stand so far, one node each */

typedef struct adding {
    mtl_triggers *t;
    mtl_arena scratch;
    mtl_str phrase;
    size_t at;
    mtl_str file;
    uint32_t line;
    mtl_err *err;
} adding;

static bool fail(const adding *a, const char *what)
{
    return mtl_fail(a->err, MTL_ERULE, a->file, a->line, 0, "phrase “%.*s”: %s", MTL_FMT(a->phrase), what);
}

static uint32_t new_node(mtl_triggers *t, uint32_t from)
{
    mtl_vec_push(&t->nodes, t->arena, ((node){.nwords = t->nodes.items[from].nwords + 1}));
    return t->nodes.n - 1;
}

static uint32_t add_word(mtl_triggers *t, uint32_t from, uint64_t folded_hash)
{
    uint32_t *to = mtl_ids_put(&t->made.words, word_key(from, folded_hash));
    if (*to == MTL_ID_NONE)
        *to = new_node(t, from);
    t->nodes.items[from].words |= word_bit(folded_hash);
    if (from == 0)
        t->first[first_bit(folded_hash) / 64] |= UINT64_C(1) << (first_bit(folded_hash) % 64);
    return *to;
}

static uint32_t add_leap(mtl_triggers *t, uint32_t from, enum leap leap)
{
    if (!t->nodes.items[from].leaps[leap]) {
        const uint32_t to = new_node(t, from);
        t->nodes.items[from].leaps[leap] = to;
    }
    return t->nodes.items[from].leaps[leap];
}

static bool is_short_enough(const adding *a, const node_set *ends)
{
    for (uint32_t i = 0; i < ends->n; i++)
        if (a->t->nodes.items[ends->items[i]].nwords >= MOST_WORDS)
            return fail(a, "longer than 64 words");
    return true;
}

static bool add_one(adding *a, node_set *ends, mtl_str word)
{
    if (!is_short_enough(a, ends))
        return false;
    const uint64_t hash = mtl_fold_hash(word);
    for (uint32_t i = 0; i < ends->n; i++)
        ends->items[i] = add_word(a->t, ends->items[i], hash);
    return true;
}

static bool is_sign(const adding *a, char c)
{
    return memchr("{|}*#\\~<", c, a->t->lexical ? 8 : 6);
}

static bool add_words(adding *a, node_set *ends)
{
    const size_t from = a->at;
    while (a->at < a->phrase.n && !is_sign(a, a->phrase.p[a->at]))
        a->at++;
    const mtl_str run = {a->phrase.p + from, a->at - from};
    uint32_t at = 0, flags = 0;
    for (mtl_span word = mtl_token_next(run, &at, &flags); word.len; word = mtl_token_next(run, &at, &flags))
        if (!add_one(a, ends, mtl_str_cut(run, word)))
            return false;
    return true;
}

/* "\{" is the brace itself, and so for each sign of the notation. */
static bool add_literal(adding *a, node_set *ends)
{
    const size_t from = a->at + 1;
    if (from == a->phrase.n || !is_sign(a, a->phrase.p[from]))
        return fail(a, "a backslash stands before { | } * # or another one");
    a->at += 2;
    return add_one(a, ends, (mtl_str){a->phrase.p + from, 1});
}

static bool is_in_word(uint32_t code)
{
    const mtl_char kind = mtl_char_kind(code);
    return kind == MTL_CHAR_LETTER || kind == MTL_CHAR_MARK || kind == MTL_CHAR_DIGIT || code == '\'' || code == 0x2019;
}

/* Only whole words are compared: a phrase in which a sign of the notation touches a word would look right and never match. */
static bool stands_apart(const adding *a, size_t from, size_t to)
{
    size_t before = from, after = to;
    const bool touches = (from > 0 && is_in_word(mtl_utf8_prev(a->phrase, &before))) ||
                         (to < a->phrase.n && is_in_word(mtl_utf8_next(a->phrase, &after)));
    return !touches || fail(a, "{ } * and # stand for whole words; write a space between them and a word");
}

static bool add_leaps(adding *a, node_set *ends)
{
    const size_t from = a->at;
    const char sign = a->phrase.p[from];
    while (a->at < a->phrase.n && a->phrase.p[a->at] == sign && a->at < from + (sign == '*' ? 2 : 1))
        a->at++;
    if (!stands_apart(a, from, a->at) || !is_short_enough(a, ends))
        return false;
    const enum leap leap = sign == '#' ? TO_NUMBER : a->at - from == 2 ? TO_LONG_GAP : TO_GAP;
    for (uint32_t i = 0; i < ends->n; i++) {
        if (ends->items[i] == 0 && leap != TO_NUMBER)
            return fail(a, "begins with a gap; begin with a word or a number");
        ends->items[i] = add_leap(a->t, ends->items[i], leap);
    }
    return true;
}

/* "~go": any form of it. */
static bool add_lemma(adding *a, node_set *ends)
{
    const mtl_str rest = {a->phrase.p + a->at + 1, a->phrase.n - a->at - 1};
    uint32_t at = 0, flags = 0;
    const mtl_span word = mtl_token_next(rest, &at, &flags);
    if (word.len == 0 || word.at > 0 || is_sign(a, rest.p[0]))
        return fail(a, "“~” stands right before a dictionary word");
    if (!is_short_enough(a, ends))
        return false;
    const uint64_t key = lemma_key(mtl_fold_hash(mtl_str_cut(rest, word)));
    for (uint32_t i = 0; i < ends->n; i++) {
        a->t->nodes.items[ends->items[i]].has_lemmas = 1;
        ends->items[i] = add_word(a->t, ends->items[i], key);
    }
    a->at += 1 + word.len;
    return true;
}

static uint32_t class_named(mtl_str name)
{
    static const struct {
        const char *name;
        uint32_t is;
    } classes[] = {
        {"noun", MTL_IS_NOUN},
        {"verb", MTL_IS_VERB},
        {"adjective", MTL_IS_ADJECTIVE},
        {"adverb", MTL_IS_ADVERB},
        {"infinitive", MTL_IS_INFINITIVE},
        {"participle", MTL_IS_PARTICIPLE},
        {"gerund", MTL_IS_GERUND},
        {"finite", MTL_IS_FINITE},
        {"name", MTL_IS_NAME},
        {"place", MTL_IS_PLACE},
        {"number", MTL_IS_NUMERAL},
    };
    for (size_t i = 0; i < MTL_COUNT(classes); i++)
        if (mtl_str_is(name, classes[i].name))
            return classes[i].is;
    return 0;
}

static uint32_t add_step(mtl_triggers *t, uint32_t from, uint32_t is)
{
    for (uint32_t i = t->nodes.items[from].classes; i; i = t->classes.items[i - 1].next)
        if (t->classes.items[i - 1].is == is)
            return t->classes.items[i - 1].to;
    const uint32_t to = new_node(t, from);
    mtl_vec_push(&t->classes, t->arena, ((class_step){is, to, t->nodes.items[from].classes}));
    t->nodes.items[from].classes = t->classes.n;
    if (from == 0)
        t->made.first_is |= is;
    return to;
}

/* "<noun>": a word that may be one. */
static bool add_class(adding *a, node_set *ends)
{
    const size_t from = a->at + 1, end = mtl_str_find(a->phrase, MTL_LIT(">"), from);
    const uint32_t is = end == SIZE_MAX ? 0 : class_named((mtl_str){a->phrase.p + from, end - from});
    if (!is)
        return fail(a, "“<” begins a class of words: noun, verb, adjective, adverb, infinitive, participle, gerund, finite, name, "
                       "place, number");
    if (!is_short_enough(a, ends))
        return false;
    for (uint32_t i = 0; i < ends->n; i++)
        ends->items[i] = add_step(a->t, ends->items[i], is);
    a->at = end + 1;
    return true;
}

/* Forms that differ so far go on alike: they meet in one node, so that a phrase of many groups grows by their sum, not by their
 * product. The root stays apart, for sequences begin there by their first word. */
static node_set join_forms(adding *a, const node_set *forms)
{
    mtl_triggers *t = a->t;
    node joint = {0};
    node_set met = {0};
    bool root = false;
    for (uint32_t i = 0; i < forms->n; i++) {
        const node *form = &t->nodes.items[forms->items[i]];
        root |= forms->items[i] == 0;
        joint.nwords = joint.nwords > form->nwords ? joint.nwords : form->nwords;
    }
    mtl_vec_push(&t->nodes, t->arena, joint);
    const uint32_t to = t->nodes.n - 1;
    for (uint32_t i = 0; i < forms->n; i++) {
        if (forms->items[i] == 0)
            continue;
        mtl_vec_push(&t->joins, t->arena, ((join){to, t->nodes.items[forms->items[i]].joins}));
        t->nodes.items[forms->items[i]].joins = t->joins.n;
    }
    if (root)
        mtl_vec_push(&met, &a->scratch, 0);
    mtl_vec_push(&met, &a->scratch, to);
    return met;
}

static bool add_sequence(adding *a, node_set *ends, unsigned depth);

static bool add_group(adding *a, node_set *ends, unsigned depth)
{
    if (depth == DEEPEST_GROUP)
        return fail(a, "braces nested deeper than 8");
    if (!stands_apart(a, a->at, a->phrase.n))
        return false;
    node_set all = {0};
    do {
        a->at++; /* over the brace or bar */
        node_set one = {0};
        for (uint32_t i = 0; i < ends->n; i++)
            mtl_vec_push(&one, &a->scratch, ends->items[i]);
        if (!add_sequence(a, &one, depth + 1))
            return false;
        for (uint32_t i = 0; i < one.n; i++)
            mtl_vec_push(&all, &a->scratch, one.items[i]);
    } while (a->at < a->phrase.n && a->phrase.p[a->at] == '|');
    if (a->at == a->phrase.n)
        return fail(a, "a “{” without its “}”");
    a->at++;
    *ends = all.n > (a->t->lexical ? 1 : MOST_FORMS) ? join_forms(a, &all) : all;
    return stands_apart(a, 0, a->at);
}

static bool add_next(adding *a, node_set *ends, unsigned depth)
{
    switch (a->phrase.p[a->at]) {
    case '{':
        return add_group(a, ends, depth);
    case '*':
    case '#':
        return add_leaps(a, ends);
    case '\\':
        return add_literal(a, ends);
    case '~':
        return a->t->lexical ? add_lemma(a, ends) : add_words(a, ends);
    case '<':
        return a->t->lexical ? add_class(a, ends) : add_words(a, ends);
    default:
        return add_words(a, ends);
    }
}

/* Up to the bar or brace that ends it, or to the end of the phrase. */
static bool add_sequence(adding *a, node_set *ends, unsigned depth)
{
    while (a->at < a->phrase.n) {
        const char c = a->phrase.p[a->at];
        if (c == '|' || c == '}')
            return true;
        if (!add_next(a, ends, depth))
            return false;
    }
    return true;
}

static void add_ending(mtl_triggers *t, uint32_t at, uint32_t rule, uint32_t entry)
{
    for (uint32_t i = t->nodes.items[at].ends; i; i = t->endings.items[i - 1].next)
        if (t->endings.items[i - 1].rule == rule && t->endings.items[i - 1].entry == entry)
            return;
    mtl_vec_push(&t->endings, t->arena, ((ending){rule, entry, t->nodes.items[at].ends}));
    t->nodes.items[at].ends = t->endings.n;
}

static bool add_phrase(adding *a, uint32_t rule, uint32_t entry)
{
    node_set ends = {0};
    mtl_vec_push(&ends, &a->scratch, 0);
    if (!add_sequence(a, &ends, 0))
        return false;
    if (a->at < a->phrase.n)
        return fail(a, a->phrase.p[a->at] == '|' ? "a “|” outside braces" : "a “}” without its “{”");
    for (uint32_t i = 0; i < ends.n; i++) {
        if (ends.items[i] == 0)
            return fail(a, "may be empty; it needs a word");
        add_ending(a->t, ends.items[i], rule, entry);
    }
    return true;
}

bool mtl_triggers_add(mtl_triggers *triggers, mtl_str phrase, uint32_t rule, uint32_t entry, mtl_str file, uint32_t line,
                      mtl_err *err)
{
    adding a = {.t = triggers, .phrase = phrase, .file = file, .line = line, .err = err};
    const bool ok = add_phrase(&a, rule, entry);
    settle(triggers);
    mtl_arena_reset(&a.scratch);
    return ok;
}

/* ---- images ---- */

void mtl_triggers_put(const mtl_triggers *triggers, mtl_out *image)
{
    const automaton *t = &triggers->made;
    mtl_image_put(image, t->words.slots, t->words.nslots, sizeof *t->words.slots);
    mtl_image_put(image, t->nodes, t->nnodes, sizeof *t->nodes);
    mtl_image_put(image, t->endings, t->nendings, sizeof *t->endings);
    mtl_image_put(image, t->joins, t->njoins, sizeof *t->joins);
    mtl_image_put(image, t->classes, t->nclasses, sizeof *t->classes);
    mtl_image_put(image, t->first, FIRST_BITS / 64, sizeof *t->first);
    mtl_image_put(image, &t->first_is, 1, sizeof t->first_is);
}

static bool take_all(automaton *t, mtl_image *image)
{
    const void *slots, *nodes, *endings, *joins, *classes, *first, *first_is;
    uint32_t nslots, nfirst, n;
    if (!mtl_image_take(image, sizeof *t->words.slots, &slots, &nslots) ||
        !mtl_image_take(image, sizeof *t->nodes, &nodes, &t->nnodes) ||
        !mtl_image_take(image, sizeof *t->endings, &endings, &t->nendings) ||
        !mtl_image_take(image, sizeof *t->joins, &joins, &t->njoins) ||
        !mtl_image_take(image, sizeof *t->classes, &classes, &t->nclasses) ||
        !mtl_image_take(image, sizeof *t->first, &first, &nfirst) || !mtl_image_take(image, sizeof t->first_is, &first_is, &n))
        return false;
    t->nodes = nodes;
    t->endings = endings;
    t->joins = joins;
    t->classes = classes;
    t->first = first;
    t->first_is = n ? *(const uint32_t *)first_is : 0;
    return mtl_ids_view(&t->words, slots, nslots) && t->nnodes > 0 && nfirst == FIRST_BITS / 64 && n == 1;
}

const mtl_triggers *mtl_triggers_take(mtl_image *image, mtl_arena *arena)
{
    mtl_triggers *t = mtl_arena_one(arena, mtl_triggers);
    return take_all(&t->made, image) ? t : NULL;
}

/* ---- matching ---- */

typedef struct found {
    uint32_t rule, entry, n;
} found;

typedef struct search {
    const automaton *t;
    const mtl_lemmas *lemmas; /* of a lexical table; else NULL */
    const mtl_token *tokens;
    uint32_t first, end;
    uint32_t nvisits, nfound;
    found found[MOST_FOUND];
} search;

/* Of the sequences of one entry only the longest is kept. */
static void note(search *s, const ending *end, uint32_t n)
{
    uint32_t i = 0;
    while (i < s->nfound && (s->found[i].rule != end->rule || s->found[i].entry != end->entry))
        i++;
    if (i == MOST_FOUND)
        return;
    if (i == s->nfound)
        s->found[s->nfound++] = (found){end->rule, end->entry, 0};
    if (s->found[i].n < n)
        s->found[i].n = n;
}

static void visit(search *s, uint32_t id, uint32_t at);

/* The item behind that of INDEX + 1 in a list; 0 ends it. */
static uint32_t behind(uint32_t index, uint32_t next)
{
    return next < index ? next : 0;
}

/* What the lexicon says of the word behind AT leads on from node HERE, which is ID. */
static void visit_lexical(search *s, const node *here, uint32_t id, uint32_t at)
{
    const mtl_lexeme *lexeme = s->lemmas->lexemes[at];
    if (here->has_lemmas) {
        const uint64_t key = lemma_key(s->lemmas->hashes[at]);
        const uint32_t next = here->words & word_bit(key) ? word_after(s->t, id, key) : 0;
        if (next)
            visit(s, next, at + 1);
    }
    for (uint32_t i = here->classes; lexeme && i > 0 && i <= s->t->nclasses; i = behind(i, s->t->classes[i - 1].next))
        if (lexeme->is & s->t->classes[i - 1].is)
            visit(s, s->t->classes[i - 1].to, at + 1);
}

/* The tokens up to AT lead to node ID. */
static void visit(search *s, uint32_t id, uint32_t at)
{
    if (s->nvisits++ >= MOST_VISITS || id >= s->t->nnodes)
        return;
    const node *here = &s->t->nodes[id];
    for (uint32_t i = here->ends; i > 0 && i <= s->t->nendings; i = behind(i, s->t->endings[i - 1].next))
        note(s, &s->t->endings[i - 1], at - s->first);
    for (uint32_t i = here->joins; i > 0 && i <= s->t->njoins; i = behind(i, s->t->joins[i - 1].next))
        visit(s, s->t->joins[i - 1].to, at);
    for (enum leap leap = TO_GAP; leap < NLEAPS; leap++)
        for (uint32_t skip = 0; here->leaps[leap] && skip <= gap_lengths[leap] && at + skip <= s->end; skip++)
            visit(s, here->leaps[leap], at + skip);
    if (at == s->end)
        return;
    const mtl_type *type = s->tokens[at].type;
    const uint32_t next = here->words & word_bit(type->hash) ? word_after(s->t, id, type->hash) : 0;
    if (next)
        visit(s, next, at + 1);
    if (here->leaps[TO_NUMBER] && type->kind == MTL_NUMBER)
        visit(s, here->leaps[TO_NUMBER], at + 1);
    if (here->has_lemmas || here->classes)
        visit_lexical(s, here, id, at);
}

static void search_at(search *s, const mtl_triggers *triggers, const mtl_doc *doc, const mtl_block *block, uint32_t at)
{
    s->t = &triggers->made;
    s->tokens = doc->tokens.items;
    s->first = at;
    s->end = block->first_token + block->ntokens;
    s->nvisits = s->nfound = 0; /* the array stays as it is: clearing it would cost more than most searches */
}

static void tell(const search *s, mtl_trigger_fn *fn, void *user)
{
    for (uint32_t i = 0; i < s->nfound; i++)
        fn(user, s->found[i].rule, s->found[i].entry, s->first, s->found[i].n);
}

void mtl_triggers_match(const mtl_triggers *triggers, const mtl_doc *doc, const mtl_block *block, uint32_t at, mtl_trigger_fn *fn,
                        void *user)
{
    const mtl_type *first = doc->tokens.items[at].type;
    const uint32_t number = first->kind == MTL_NUMBER ? triggers->made.nodes[0].leaps[TO_NUMBER] : 0;
    search s;
    s.lemmas = NULL;
    search_at(&s, triggers, doc, block, at);
    if (first->trigger)
        visit(&s, first->trigger, at + 1);
    if (number)
        visit(&s, number, at + 1);
    tell(&s, fn, user);
}

/* Most tokens begin nothing, and the map need not be asked to know it. */
static bool may_begin(const automaton *t, const mtl_lemmas *lemmas, const mtl_doc *doc, uint32_t at)
{
    const node *root = &t->nodes[0];
    const mtl_type *type = doc->tokens.items[at].type;
    return is_first(t, type->hash) || is_first(t, lemma_key(lemmas->hashes[at])) ||
           (lemmas->lexemes[at] && lemmas->lexemes[at]->is & t->first_is) || (root->leaps[TO_NUMBER] && type->kind == MTL_NUMBER);
}

void mtl_triggers_match_lexical(const mtl_triggers *triggers, const mtl_lemmas *lemmas, const mtl_doc *doc, const mtl_block *block,
                                uint32_t at, mtl_trigger_fn *fn, void *user)
{
    search s;
    if (!may_begin(&triggers->made, lemmas, doc, at))
        return;
    s.lemmas = lemmas;
    search_at(&s, triggers, doc, block, at);
    visit(&s, 0, at);
    tell(&s, fn, user);
}
