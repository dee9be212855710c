#include "base/str.h"
#include "rule/rule.h"

static const mtl_category categories[] = {
#define CATEGORY(name, family, mqm, one, many, tells, furniture) {name, family, mqm, one, many, tells, furniture},
#include "rule/categories.def"
#undef CATEGORY
};

const mtl_category *mtl_category_find(mtl_str name)
{
    for (const mtl_category *c = categories; c < MTL_END(categories); c++)
        if (mtl_str_is(name, c->name))
            return c;
    return NULL;
}

const char *mtl_category_at(size_t i)
{
    return i < MTL_COUNT(categories) ? categories[i].name : NULL;
}
