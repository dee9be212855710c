"""Frequent words that no source and no paradigm speaks for: names, foreign words, slips, and words all the same."""

import functools

import common
import frequency
import romance

NEIGHBOURS = ("en", "es", "fr", "it", "de", "nl", "pt", "pl", "sv", "ca")


@functools.lru_cache(None)
def capital_share(word):
    """How surely the word is a name: the share of capitals in English and Spanish, where nouns have none."""
    shares = [frequency.share_of_capital(l, word) for l in ("en", "es")]
    shares = [s for s in shares if s is not None]
    return min(shares) if shares else None


def acronym(word):
    """Whether it is written in capitals throughout."""
    for lang in ("en", "es", "de"):
        table = frequency.spellings(lang)
        upper = table.get(word.upper(), 0)
        rest = table.get(word, 0) + table.get(word.capitalize(), 0)
        if upper + rest >= 20:
            return len(word) <= 6 and upper > 3 * rest
    return False


def foreign(word, lang, zipf):
    """Whether another language uses the word ten times as much."""
    return any(frequency.zipfs(other).get(word, 0) > zipf + 0.8 for other in NEIGHBOURS if other != lang and other in available())


@functools.lru_cache(None)
def available():
    import zipfile

    import cache

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


def add(lexicon, frequencies, lang, least, letters):
    table = frequencies.table
    known = {f.casefold() for f in lexicon.tags}
    plain = {romance.bare(f).casefold() for f in lexicon.tags if romance.bare(f) != f}
    function = {f for f in lexicon.tags if lexicon.has(f, "FD") and len(f) < 7}
    frequent = {f.casefold(): table.get(f.casefold(), 0) for f in lexicon.tags}
    for word, zipf in table.items():
        if zipf < least or word in known or len(word) < 3 or not word.isalpha() or len(set(word)) < 2:
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
