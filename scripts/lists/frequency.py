"""How frequent words are (wordfreq), and how often they are written with a capital (spaCy's tables)."""

import functools
import gzip
import math
import zipfile

import cache


def unpack(data):
    """MessagePack as far as wordfreq uses it: a list whose first item is a map, then lists of strings."""
    import msgpack

    return msgpack.unpackb(data, raw=False, strict_map_key=False)


@functools.lru_cache(None)
def zipfs(lang, size="large"):
    """The Zipf value of every word of wordfreq; bucket n of the cB format holds words of -n centibels."""
    with zipfile.ZipFile(cache.wheel("wordfreq")) as z:
        name = f"wordfreq/data/{size}_{lang}.msgpack.gz"
        buckets = unpack(gzip.decompress(z.read(name)))[1:]
    table = {}
    for centibels, words in enumerate(buckets):
        for word in words:
            table[word] = round(9 - centibels / 100, 2)
    return table


@functools.lru_cache(None)
def spellings(lang):
    """How many times per thousand million each spelling stands in spaCy's case-sensitive table."""
    name = f"spacy_lookups_data/data/{lang}_lexeme_prob.json.gz"
    table = cache.json_member(cache.wheel("spacy_lookups_data"), name)
    floor = min(table.values())
    return {w: math.exp(p) * 1e9 for w, p in table.items() if p > floor}


def capital(word):
    return word[:1].upper() + word[1:]


def share_of_capital(lang, word):
    """Which part of the occurrences of `word` has a capital, or None where too few are counted."""
    table = spellings(lang)
    low = table.get(word.lower(), 0)
    high = table.get(capital(word.lower()), 0)
    upper = table.get(word.upper(), 0) if len(word) > 1 else 0
    if low + high + upper < 20:
        return None
    return (high + upper) / (low + high + upper)
