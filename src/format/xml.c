#include "format/xml.h"

#include "base/ids.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/utf8.h"
#include "format/html_reference.h"
#include "format/xml_growth.h"

#define XML_DTD /* without it the header does not declare the cap on what entities may grow to */
#include <expat.h>

typedef struct binding { /* of a prefix to a namespace */
    mtl_str space;
    uint32_t prefix, outer; /* its number; the binding it hides */
} binding;

typedef struct level { /* an open element */
    mtl_xml_name name;
    mtl_str lang;
    uint32_t nbindings; /* before it */
} level;

struct mtl_xml {
    const mtl_layer *layer;
    uint32_t from; /* where Expat begins to read */
    mtl_arena *arena;
    XML_Parser parser;
    bool started, paused, over;
    struct { /* CODE is MTL_OK: there is none */
        mtl_code code;
        uint32_t at;
        mtl_str what;
    } error;

    MTL_VEC(mtl_xml_event) events; /* read and not yet handed out, from NEXT on */
    MTL_VEC(mtl_xml_attribute) attributes;
    uint32_t next, next_attribute;
    mtl_xml_event last; /* handed out again and again */
    bool in_section;

    level levels[MTL_MAX_NESTING];
    uint32_t depth;
    mtl_map prefixes;          /* to the number of each prefix */
    MTL_VEC(uint32_t) current; /* by that number: its binding, or UINT32_MAX */
    MTL_VEC(binding) bindings;

    uint32_t ndeclared; /* of what the DTD declares: that which Expat follows */
    mtl_map entities;   /* to VALUES, or HOLE */
    MTL_VEC(mtl_str) values;
    mtl_xml_growth growth;
    uint32_t too_much; /* where it reached the cap; 0: it has not */
    mtl_ids codes;     /* of code points that references meant, to MEANINGS */
    MTL_VEC(mtl_str) meanings;
};

enum { PAUSE_EVENTS = 256, LONGEST_VALUE = 1024 };

#define NO_VALUE (UINT32_MAX - 1)

/* ---- errors ---- */

static uint32_t here(const mtl_xml *x)
{
    const XML_Index at = x->parser ? XML_GetCurrentByteIndex(x->parser) : 0;
    return x->from + (at < 0 ? 0 : (uint32_t)at);
}

static mtl_span token(const mtl_xml *x)
{
    return (mtl_span){here(x), (uint32_t)XML_GetCurrentByteCount(x->parser)};
}

static void set_error(mtl_xml *x, mtl_code code, mtl_str what)
{
    if (x->error.code != MTL_OK)
        return;
    x->error.code = code;
    x->error.at = here(x);
    x->error.what = what;
}

/* A cap is reached: Expat reads no further. */
static void refuse(mtl_xml *x, mtl_str what)
{
    set_error(x, MTL_ELIMIT, what);
    XML_StopParser(x->parser, XML_FALSE);
}

void mtl_xml_fail(const mtl_xml *x, const mtl_source *source, mtl_err *err)
{
    const mtl_span at = mtl_layer_to_file(x->layer, (mtl_span){x->error.at, 0});
    const mtl_place place = mtl_source_place(source, at.at, MTL_CODE_POINTS);
    mtl_fail(err, x->error.code, source->path, place.line, place.column, "%.*s", MTL_FMT(x->error.what));
}

/* ---- references ---- */

static mtl_str meaning_of(mtl_xml *x, uint32_t code)
{
    uint32_t *number = mtl_ids_put(&x->codes, code);
    if (*number == MTL_ID_NONE) {
        char room[4];
        *number = x->meanings.n;
        const mtl_str meaning = {room, mtl_utf8_put(room, code)};
        mtl_vec_push(&x->meanings, x->arena, mtl_str_copy(meaning, x->arena));
    }
    return x->meanings.items[*number];
}

static uint32_t number_in(mtl_str digits, uint32_t base)
{
    uint32_t number = 0;
    for (size_t i = 0; i < digits.n && number <= 0x10FFFF; i++) {
        const char c = digits.p[i], small = (char)(c | 0x20);
        number = number * base + (uint32_t)(c >= '0' && c <= '9' ? c - '0' : small - 'a' + 10);
    }
    return number <= 0x10FFFF ? number : 0xFFFD;
}

/* What XML itself, the DTD or HTML says of "&name;". */
static bool name_meant(mtl_xml *x, mtl_str reference, mtl_str *meaning)
{
    static const struct {
        const char *name;
        char meaning;
    } own[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
    const mtl_str name = {reference.p + 1, reference.n - 2};
    for (size_t i = 0; i < MTL_COUNT(own); i++)
        if (mtl_str_is(name, own[i].name)) {
            *meaning = meaning_of(x, (unsigned char)own[i].meaning);
            return true;
        }
    const uint32_t declared = mtl_map_get(&x->entities, name);
    if (declared != MTL_MAP_NONE) {
        *meaning = declared == NO_VALUE ? (mtl_str){0} : x->values.items[declared];
        return declared != NO_VALUE;
    }
    mtl_html_reference r;
    mtl_html_reference_read(&r, reference, false);
    if (r.len == reference.n)
        *meaning = r.meaning;
    return r.len == reference.n;
}

/* The reference AT, which is well formed. */
static mtl_xml_text read_reference(mtl_xml *x, mtl_span at)
{
    const mtl_str s = mtl_str_cut(x->layer->bytes, at);
    mtl_xml_text out = {.at = at, .kind = MTL_PUT};
    if (s.n > 3 && s.p[1] == '#') {
        const bool hex = s.p[2] == 'x';
        const mtl_str digits = {s.p + 2 + hex, s.n - 3 - hex};
        out.meaning = meaning_of(x, number_in(digits, hex ? 16 : 10));
    } else if (!name_meant(x, s, &out.meaning)) {
        out.kind = MTL_HOLE;
    }
    return out;
}

bool mtl_xml_value_next(mtl_xml *x, mtl_span *rest, mtl_xml_text *out)
{
    const mtl_str s = mtl_str_cut(x->layer->bytes, *rest);
    if (s.n == 0)
        return false;
    const bool reference = s.p[0] == '&';
    const char *mark = memchr(s.p, reference ? ';' : '&', s.n);
    const mtl_span at = {rest->at, mark ? (uint32_t)(mark - s.p) + reference : rest->len};
    *out = reference ? read_reference(x, at) : (mtl_xml_text){at, MTL_COPY, mtl_str_cut(x->layer->bytes, at), false};
    *rest = (mtl_span){mtl_span_end(at), rest->len - at.len};
    return true;
}

mtl_str mtl_xml_value_meant(mtl_xml *x, mtl_span value, mtl_arena *arena)
{
    mtl_out out = {0};
    mtl_xml_text text;
    while (mtl_xml_value_next(x, &value, &text))
        mtl_out_str(&out, text.meaning);
    const mtl_str meant = mtl_str_copy(mtl_out_bytes(&out), arena);
    mtl_out_free(&out);
    return meant;
}

/* ---- tags ---- */

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static uint32_t skip_white(mtl_str s, uint32_t at)
{
    while (at < s.n && is_white(s.p[at]))
        at++;
    return at;
}

/* The end of the name at AT. */
static uint32_t name_end(mtl_str s, uint32_t at)
{
    while (at < s.n && !is_white(s.p[at]) && s.p[at] != '=' && s.p[at] != '/' && s.p[at] != '>')
        at++;
    return at;
}

static mtl_xml_name cut_name(mtl_str s)
{
    const char *colon = memchr(s.p, ':', s.n);
    const size_t n = colon ? (size_t)(colon - s.p) : 0;
    return colon ? (mtl_xml_name){.prefix = {s.p, n}, .local = {colon + 1, s.n - n - 1}} : (mtl_xml_name){.local = s};
}

/* The name of the open tag AT into NAME, its attributes behind the ones that are there. */
static void cut_tag(mtl_xml *x, mtl_span at, mtl_xml_name *name)
{
    const mtl_str s = {x->layer->bytes.p, mtl_span_end(at)};
    uint32_t i = name_end(s, at.at + 1);
    *name = cut_name((mtl_str){s.p + at.at + 1, i - at.at - 1});
    for (;;) {
        i = skip_white(s, i);
        const uint32_t end = name_end(s, i);
        if (end == i)
            return;
        const uint32_t mark = skip_white(s, skip_white(s, end) + 1); /* behind the "=" */
        const char *close = mark < s.n ? memchr(s.p + mark + 1, s.p[mark], s.n - mark - 1) : NULL;
        if (!close)
            return;
        const mtl_span value = {mark + 1, (uint32_t)(close - s.p) - mark - 1};
        mtl_vec_push(&x->attributes, x->arena, ((mtl_xml_attribute){cut_name((mtl_str){s.p + i, end - i}), value}));
        i = mtl_span_end(value) + 1;
    }
}

/* ---- namespaces ---- */

static void bind(mtl_xml *x, mtl_str prefix, mtl_str space)
{
    uint32_t *number = mtl_map_put(&x->prefixes, prefix);
    if (*number == MTL_MAP_NONE) {
        *number = x->current.n;
        mtl_vec_push(&x->current, x->arena, UINT32_MAX);
    }
    mtl_vec_push(&x->bindings, x->arena, ((binding){space, *number, x->current.items[*number]}));
    x->current.items[*number] = x->bindings.n - 1;
}

static void unbind(mtl_xml *x, uint32_t n)
{
    while (x->bindings.n > n) {
        const binding *last = &mtl_vec_last(&x->bindings);
        x->current.items[last->prefix] = last->outer;
        x->bindings.n--;
    }
}

static mtl_str space_of(const mtl_xml *x, mtl_str prefix)
{
    const uint32_t number = mtl_map_get(&x->prefixes, prefix);
    const uint32_t bound = number == MTL_MAP_NONE ? UINT32_MAX : x->current.items[number];
    return bound == UINT32_MAX ? (mtl_str){"", 0} : x->bindings.items[bound].space;
}

/* What the attributes from FROM on declare, and then their own namespaces. */
static void read_spaces(mtl_xml *x, uint32_t from)
{
    for (uint32_t i = from; i < x->attributes.n; i++) {
        const mtl_xml_attribute *a = &x->attributes.items[i];
        const mtl_str value = mtl_str_cut(x->layer->bytes, a->value);
        if (mtl_str_is(a->name.prefix, "xmlns"))
            bind(x, a->name.local, value);
        else if (a->name.prefix.n == 0 && mtl_str_is(a->name.local, "xmlns"))
            bind(x, (mtl_str){"", 0}, value);
    }
    for (uint32_t i = from; i < x->attributes.n; i++)
        if (x->attributes.items[i].name.prefix.n)
            x->attributes.items[i].name.space = space_of(x, x->attributes.items[i].name.prefix);
}

/* ---- what Expat tells ---- */

/* Expat is stopped once there are enough events; a few may follow all the same. */
static mtl_xml_event *add_event(mtl_xml *x, mtl_xml_kind kind, mtl_span at)
{
    if (x->events.n >= PAUSE_EVENTS && !x->paused && x->error.code == MTL_OK) {
        x->paused = true;
        XML_StopParser(x->parser, XML_TRUE);
    }
    const mtl_str lang = x->depth ? x->levels[x->depth - 1].lang : (mtl_str){"", 0};
    mtl_vec_push(&x->events, x->arena, ((mtl_xml_event){.kind = kind, .at = at, .depth = x->depth, .lang = lang}));
    return &mtl_vec_last(&x->events);
}

static mtl_str lang_of(const mtl_xml *x, uint32_t from)
{
    for (uint32_t i = from; i < x->attributes.n; i++) {
        const mtl_xml_name *name = &x->attributes.items[i].name;
        if (mtl_str_is(name->prefix, "xml") && mtl_str_is(name->local, "lang"))
            return mtl_str_trim(mtl_str_cut(x->layer->bytes, x->attributes.items[i].value));
    }
    return x->depth ? x->levels[x->depth - 1].lang : (mtl_str){"", 0};
}

static void XMLCALL on_open(void *user, const XML_Char *name, const XML_Char **attributes)
{
    mtl_xml *x = user;
    (void)name;
    (void)attributes;
    if (x->depth == MTL_MAX_NESTING) {
        refuse(x, mtl_str_format(x->arena, "elements stand in each other more than %d deep", MTL_MAX_NESTING));
        return;
    }
    const mtl_span at = token(x);
    const uint32_t from = x->attributes.n;
    level *l = &x->levels[x->depth];
    l->nbindings = x->bindings.n;
    cut_tag(x, at, &l->name);
    read_spaces(x, from);
    l->name.space = space_of(x, l->name.prefix);
    l->lang = lang_of(x, from);
    x->depth++;
    mtl_xml_event *event = add_event(x, MTL_XML_OPEN, at);
    event->name = l->name;
    event->nattributes = x->attributes.n - from;
    event->empty = x->layer->bytes.p[mtl_span_end(at) - 2] == '/';
}

static void XMLCALL on_close(void *user, const XML_Char *name)
{
    mtl_xml *x = user;
    (void)name;
    if (x->error.code != MTL_OK)
        return;
    mtl_xml_event *event = add_event(x, MTL_XML_CLOSE, token(x));
    event->name = x->levels[x->depth - 1].name;
    unbind(x, x->levels[x->depth - 1].nbindings);
    x->depth--;
}

static void add_text(mtl_xml *x, mtl_xml_text text)
{
    add_event(x, MTL_XML_TEXT, text.at)->text = text;
}

/* Expat tells a text line by line; we put it together again. */
static void XMLCALL on_text(void *user, const XML_Char *text, int n)
{
    mtl_xml *x = user;
    (void)text;
    (void)n;
    const mtl_span at = token(x);
    if (at.len == 0 || x->error.code != MTL_OK)
        return;
    if (x->layer->bytes.p[at.at] == '&' && !x->in_section) {
        add_text(x, read_reference(x, at));
        return;
    }
    mtl_xml_event *last = x->events.n ? &mtl_vec_last(&x->events) : NULL;
    if (last && last->kind == MTL_XML_TEXT && last->text.kind == MTL_COPY && mtl_span_end(last->at) == at.at) {
        last->at.len += at.len;
        last->text.at = last->at;
        last->text.meaning.n += at.len;
        return;
    }
    add_text(x, (mtl_xml_text){at, MTL_COPY, mtl_str_cut(x->layer->bytes, at), x->in_section});
}

static void XMLCALL on_section(void *user)
{
    ((mtl_xml *)user)->in_section = true;
}

static void XMLCALL on_section_end(void *user)
{
    ((mtl_xml *)user)->in_section = false;
}

static void XMLCALL on_comment(void *user, const XML_Char *data)
{
    mtl_xml *x = user;
    (void)data;
    add_event(x, MTL_XML_COMMENT, token(x));
}

static void XMLCALL on_instruction(void *user, const XML_Char *target, const XML_Char *data)
{
    mtl_xml *x = user;
    const mtl_span at = token(x);
    (void)data;
    add_event(x, MTL_XML_INSTRUCTION, at)->name.local = (mtl_str){x->layer->bytes.p + at.at + 2, strlen(target)};
}

static void XMLCALL on_skipped(void *user, const XML_Char *name, int parameter)
{
    mtl_xml *x = user;
    if (parameter || x->error.code != MTL_OK)
        return;
    if (mtl_xml_growth_refer(&x->growth, mtl_cstr(name)) && !x->too_much)
        x->too_much = here(x);
    add_text(x, read_reference(x, token(x)));
}

static int XMLCALL on_external(XML_Parser parser, const XML_Char *context, const XML_Char *base, const XML_Char *system,
                               const XML_Char *public)
{
    mtl_xml *x = XML_GetUserData(parser);
    (void)base;
    (void)system;
    (void)public;
    if (context)
        on_skipped(x, context, 0);
    return XML_STATUS_OK;
}

/* Set so that Expat expands no entity in the text. */
static void XMLCALL on_rest(void *user, const XML_Char *text, int n)
{
    (void)user;
    (void)text;
    (void)n;
}

/* Expat follows the entities in attributes one inside the other, and all declared attributes at each tag: few are harmless. */
static void count_declared(mtl_xml *x)
{
    if (++x->ndeclared > MTL_MAX_DECLARATIONS)
        refuse(x, mtl_str_format(x->arena, "the DTD declares more than %d attributes and entities made of entities",
                                 MTL_MAX_DECLARATIONS));
}

static void XMLCALL on_entity(void *user, const XML_Char *name, int parameter, const XML_Char *value, int n, const XML_Char *base,
                              const XML_Char *system, const XML_Char *public, const XML_Char *notation)
{
    mtl_xml *x = user;
    (void)base;
    (void)system;
    (void)public;
    (void)notation;
    const mtl_str meaning = {value, value && n > 0 ? (size_t)n : 0};
    const bool plain = !meaning.n || !(memchr(meaning.p, '&', meaning.n) || memchr(meaning.p, '<', meaning.n));
    if (parameter || !plain)
        count_declared(x);
    if (parameter || mtl_map_get(&x->entities, mtl_cstr(name)) != MTL_MAP_NONE)
        return;
    const mtl_str known = mtl_str_copy(mtl_cstr(name), x->arena);
    uint32_t *number = mtl_map_put(&x->entities, known);
    *number = NO_VALUE;
    mtl_xml_growth_declare(&x->growth, known, meaning);
    if (!value || !plain || meaning.n >= LONGEST_VALUE)
        return;
    *number = x->values.n;
    mtl_vec_push(&x->values, x->arena, mtl_str_copy(meaning, x->arena));
}

static void XMLCALL on_attribute(void *user, const XML_Char *element, const XML_Char *name, const XML_Char *type,
                                 const XML_Char *value, int required)
{
    (void)element;
    (void)name;
    (void)type;
    (void)value;
    (void)required;
    count_declared(user);
}

/* ---- reading ---- */

static void free_parser(void *parser)
{
    XML_ParserFree(parser);
}

static XML_Parser new_parser(mtl_xml *x)
{
    XML_Parser parser = XML_ParserCreate("UTF-8");
    if (!parser)
        return NULL;
    mtl_arena_defer(x->arena, free_parser, parser);
    XML_SetUserData(parser, x);
    XML_UseForeignDTD(parser, XML_TRUE);
    XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser, 2.0F);
    XML_SetElementHandler(parser, on_open, on_close);
    XML_SetCharacterDataHandler(parser, on_text);
    XML_SetCdataSectionHandler(parser, on_section, on_section_end);
    XML_SetCommentHandler(parser, on_comment);
    XML_SetProcessingInstructionHandler(parser, on_instruction);
    XML_SetSkippedEntityHandler(parser, on_skipped);
    XML_SetExternalEntityRefHandler(parser, on_external);
    XML_SetEntityDeclHandler(parser, on_entity);
    XML_SetAttlistDeclHandler(parser, on_attribute);
    XML_SetDefaultHandler(parser, on_rest);
    return parser;
}

mtl_xml *mtl_xml_new(const mtl_layer *layer, mtl_arena *arena)
{
    mtl_xml *x = mtl_arena_one(arena, mtl_xml);
    x->layer = layer;
    x->arena = arena;
    x->from = skip_white(layer->bytes, mtl_str_starts(layer->bytes, MTL_BOM) ? (uint32_t)MTL_BOM.n : 0);
    mtl_map_init(&x->prefixes, arena);
    mtl_map_init(&x->entities, arena);
    mtl_xml_growth_init(&x->growth, arena);
    mtl_ids_init(&x->codes, arena);
    bind(x, MTL_LIT("xml"), MTL_LIT("http://www.w3.org/XML/1998/namespace"));
    x->parser = new_parser(x);
    return x;
}

/* Reads on until some events are there, or nothing is left. */
static void refill(mtl_xml *x)
{
    const mtl_str rest = {x->layer->bytes.p + x->from, x->layer->bytes.n - x->from};
    x->events.n = x->attributes.n = x->next = x->next_attribute = 0;
    x->paused = false;
    enum XML_Status status = XML_STATUS_ERROR;
    if (x->parser && x->error.code == MTL_OK)
        status = x->started ? XML_ResumeParser(x->parser) : XML_Parse(x->parser, rest.p, (int)rest.n, 1);
    x->started = true;
    x->over = status != XML_STATUS_SUSPENDED;
    if (status == XML_STATUS_ERROR)
        set_error(x, MTL_EFORMAT, mtl_cstr(XML_ErrorString(x->parser ? XML_GetErrorCode(x->parser) : XML_ERROR_NO_MEMORY)));
    if (x->over && x->too_much && x->error.code == MTL_OK) {
        set_error(x, MTL_ELIMIT,
                  mtl_str_format(x->arena, "the entities of the DTD would grow to more than %u bytes here; none was followed",
                                 MTL_MAX_ENTITY_BYTES));
        x->error.at = x->too_much;
    }
}

const mtl_xml_event *mtl_xml_next(mtl_xml *x)
{
    while (x->next == x->events.n && !x->over)
        refill(x);
    if (x->next == x->events.n) {
        x->last = (mtl_xml_event){.kind = x->error.code == MTL_OK ? MTL_XML_END : MTL_XML_ERROR, .at = {x->error.at, 0}};
        return &x->last;
    }
    mtl_xml_event *event = &x->events.items[x->next++];
    event->attributes = x->attributes.items + x->next_attribute;
    x->next_attribute += event->nattributes;
    return event;
}

/* ---- what readers do with it ---- */

bool mtl_xml_is(const mtl_xml_name *name, const char *space, const char *local)
{
    return mtl_str_is(name->local, local) && mtl_str_is(name->space, space);
}

bool mtl_xml_value(const mtl_xml_event *open, const char *name, mtl_span *value)
{
    const mtl_xml_name wanted = cut_name(mtl_cstr(name));
    for (uint32_t i = 0; i < open->nattributes; i++) {
        const mtl_xml_attribute *a = &open->attributes[i];
        if (mtl_str_same(a->name.local, wanted.local) && mtl_str_same(a->name.prefix, wanted.prefix)) {
            *value = a->value;
            return true;
        }
    }
    return false;
}

void mtl_xml_add_to_layer(mtl_layering *l, const mtl_xml_text *text)
{
    if (text->kind == MTL_COPY)
        mtl_layering_copy(l, text->at);
    else
        mtl_layering_put(l, text->at, text->kind == MTL_PUT ? text->meaning : MTL_LIT("\xEF\xBF\xBC"));
}

void mtl_xml_add_to_doc(mtl_doc *doc, const mtl_xml_text *text)
{
    if (text->kind == MTL_COPY)
        mtl_doc_copy(doc, text->at);
    else if (text->kind == MTL_PUT)
        mtl_doc_put(doc, text->at, text->meaning);
    else
        mtl_doc_hole(doc, text->at);
}

bool mtl_xml_escape_value(mtl_str text, mtl_out *out)
{
    mtl_out_xml(out, text);
    return true;
}

bool mtl_xml_escape_text(mtl_str text, mtl_out *out)
{
    static const mtl_str written[] = {['&'] = {"&amp;", 5}, ['<'] = {"&lt;", 4}, ['>'] = {"&gt;", 4}};
    for (size_t i = 0; i < text.n; i++) {
        const unsigned char c = (unsigned char)text.p[i];
        const bool escaped = c < MTL_COUNT(written) && written[c].n;
        mtl_out_str(out, escaped ? written[c] : (mtl_str){text.p + i, 1});
    }
    return true;
}

/* A section ends at the first "]]>": one in the text is divided between two of them. */
bool mtl_xml_escape_section(mtl_str text, mtl_out *out)
{
    for (size_t at; (at = mtl_str_find(text, MTL_LIT("]]>"), 0)) != SIZE_MAX;) {
        mtl_out_str(out, (mtl_str){text.p, at});
        mtl_out_str(out, MTL_LIT("]]]]><![CDATA[>"));
        text = (mtl_str){text.p + at + 3, text.n - at - 3};
    }
    mtl_out_str(out, text);
    return true;
}

bool mtl_xml_escape_either(mtl_str text, mtl_out *out)
{
    mtl_out_str(out, text);
    return !memchr(text.p, '&', text.n) && !memchr(text.p, '<', text.n) && !memchr(text.p, '>', text.n);
}

/* ---- the head of a file ---- */

static size_t behind(mtl_str s, mtl_str mark, size_t from)
{
    const size_t at = mtl_str_find(s, mark, from);
    return at == SIZE_MAX ? at : at + mark.n;
}

/* The end of the declaration of the document's type at AT; its own part, without the declarations in "[…]", is *DOCTYPE. SIZE_MAX: it is
 * beyond. */
static size_t doctype_end(mtl_str s, size_t at, mtl_str *doctype)
{
    const size_t from = at + MTL_LIT("<!DOCTYPE").n;
    bool inside = false;
    char quote = 0;
    *doctype = (mtl_str){0};
    for (size_t i = from; i < s.n; i++) {
        const char c = s.p[i];
        if (inside && !quote && mtl_str_starts((mtl_str){s.p + i, s.n - i}, MTL_LIT("<!--"))) {
            i = behind(s, MTL_LIT("-->"), i);
            if (i == SIZE_MAX)
                return i;
            i--;
            continue;
        }
        const bool ends = !quote && !inside && (c == '[' || c == '>');
        if (ends && doctype->p == NULL)
            *doctype = mtl_str_trim((mtl_str){s.p + from, i - from});
        if (ends && c == '>')
            return i + 1;
        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '[' || c == ']')
            inside = c == '[';
    }
    return SIZE_MAX;
}

bool mtl_xml_head_read(mtl_str s, mtl_xml_head *out)
{
    size_t at = mtl_str_starts(s, MTL_BOM) ? MTL_BOM.n : 0;
    *out = (mtl_xml_head){0};
    while ((at = at == SIZE_MAX ? s.n : skip_white(s, (uint32_t)at)) < s.n) {
        const mtl_str rest = {s.p + at, s.n - at};
        if (mtl_str_starts(rest, MTL_LIT("<?")))
            at = behind(s, MTL_LIT("?>"), at);
        else if (mtl_str_starts(rest, MTL_LIT("<!--")))
            at = behind(s, MTL_LIT("-->"), at);
        else if (mtl_str_starts(rest, MTL_LIT("<!DOCTYPE")))
            at = doctype_end(s, at, &out->doctype);
        else
            break;
    }
    if (at + 1 >= s.n || s.p[at] != '<')
        return false;
    const uint32_t end = name_end(s, (uint32_t)at + 1);
    const size_t close = mtl_str_find(s, MTL_LIT(">"), end);
    out->root = (mtl_str){s.p + at + 1, end - at - 1};
    out->tag = (mtl_str){s.p + at, (close == SIZE_MAX ? s.n : close + 1) - at};
    return out->root.n > 0;
}

bool mtl_xml_head_looks(const mtl_xml_head *head, mtl_str bytes, const char *const *roots, const char *const *inside)
{
    while (*roots && !mtl_str_is(head->root, *roots))
        roots++;
    while (*roots && *inside && mtl_str_find(bytes, mtl_cstr(*inside), 0) == SIZE_MAX)
        inside++;
    return *roots && *inside;
}
