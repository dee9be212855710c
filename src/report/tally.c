#include "report/tally.h"

bool mtl_report_unread(const mtl_report_info *info)
{
    return info->nerrors > 0 && info->text.n == 0;
}

bool mtl_finding_safe(const mtl_finding *finding)
{
    for (uint32_t i = 0; i < finding->nfixes; i++)
        if (finding->fixes[i].safe)
            return true;
    return false;
}

static void add_language(mtl_tally *tally, mtl_str language)
{
    const mtl_str known = mtl_cstr(tally->language);
    if (language.n == 0 || mtl_str_same(known, language))
        return;
    const mtl_str say = known.n || language.n >= sizeof tally->language ? MTL_LIT("several") : language;
    memcpy(tally->language, say.p, say.n);
    tally->language[say.n] = 0;
}

void mtl_tally_add(mtl_tally *tally, const mtl_report_info *document)
{
    tally->ndocuments += !mtl_report_unread(document);
    tally->nfindings += document->nfindings;
    tally->nerrors += document->nerrors;
    tally->words += document->words;
    for (uint32_t i = 0; i < document->nfindings; i++) {
        tally->by_severity[document->findings[i].severity]++;
        tally->nsafe += mtl_finding_safe(&document->findings[i]);
    }
    add_language(tally, document->language);
}

double mtl_tally_rate(const mtl_tally *tally)
{
    return tally->words ? 1000.0 * tally->nfindings / (double)tally->words : 0.0;
}

enum { ENOUGH = 100 }; /* words, for a rate to tell anything */

static double per_thousand(const mtl_tally *tally, double sum)
{
    return 1000.0 * sum / (double)(tally->words > ENOUGH ? tally->words : ENOUGH);
}

double mtl_tally_bounded_rate(const mtl_tally *tally)
{
    return per_thousand(tally, tally->nfindings);
}

double mtl_tally_need(const mtl_tally *tally)
{
    static const unsigned penalties[] = {[MTL_NEUTRAL] = 0, [MTL_MINOR] = 1, [MTL_MAJOR] = 5, [MTL_CRITICAL] = 25};
    double sum = 0;
    for (size_t s = 0; s < MTL_COUNT(penalties); s++)
        sum += (double)penalties[s] * tally->by_severity[s];
    return per_thousand(tally, sum);
}

bool mtl_tally_tells(const mtl_tally *tally)
{
    return tally->words >= ENOUGH;
}

void mtl_say_number(mtl_out *out, uint64_t n)
{
    if (n < 1000) {
        mtl_out_fmt(out, "%u", (unsigned)n);
        return;
    }
    mtl_say_number(out, n / 1000);
    mtl_out_fmt(out, ",%03u", (unsigned)(n % 1000));
}

void mtl_say_count(mtl_out *out, uint64_t n, const char *one, const char *many)
{
    mtl_say_number(out, n);
    mtl_out_fmt(out, " %s", n == 1 ? one : many);
}

void mtl_say_severities(mtl_out *out, const mtl_tally *tally)
{
    const char *before = "";
    for (int s = MTL_CRITICAL; s >= MTL_NEUTRAL; s--) {
        if (tally->by_severity[s] == 0)
            continue;
        mtl_out_str(out, mtl_cstr(before));
        mtl_say_number(out, tally->by_severity[s]);
        mtl_out_fmt(out, " %s", mtl_severity_name((mtl_severity)s));
        before = ", ";
    }
}
