"""What the lists of Portuguese and Spanish have in common."""

import itertools
import unicodedata

import cache
import common

ACCENTS = {"a": "aáâã", "e": "eéê", "i": "ií", "o": "oóôõ", "u": "uúü", "c": "cç", "n": "nñ"}


def accented(base):
    """Words that have lost one accent on the way to an adverb: rapida(mente), facil(mente)."""
    yield base
    for at, letter in enumerate(base):
        for other in ACCENTS.get(letter, letter)[1:]:
            yield base[:at] + other + base[at + 1 :]


def bare(word):
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def names_of(lexicon):
    return {f for f in lexicon.tags if f[0].isupper()}


def drop_names(lexicon, lang):
    """Lower-case lines of words that are known only as names: those of people lose their doubtful reading."""
    ordinary = set(w for line in cache.lines(lang, "ordinary.txt") for w in line.split())
    for name in names_of(lexicon):
        low = name.lower()
        if low not in lexicon or low in ordinary:
            continue
        strong = lexicon.has(low, "FQVAD")
        if not strong and lexicon.has(name, "GSLB"):
            lexicon.drop(low)


def add_unproved(lexicon, frequencies, least, letters):
    """Frequent words that no paradigm speaks for: known, but not what they are."""
    table = frequencies.table
    known = {f.casefold() for f in lexicon.tags}
    plain = {}
    for form in lexicon.tags:
        if bare(form) != form:
            plain.setdefault(bare(form).lower(), []).append(form)
    function = {f for f in lexicon.tags if lexicon.has(f, "FD") and len(f) < 7}
    for word, zipf in table.items():
        if zipf < least or word in known or len(word) < 3 or not letters.match(word) or len(set(word)) < 2:
            continue
        if word in plain:  # written without its accent
            continue
        if run_together(word, function, table, known):
            continue
        lexicon.add(word, "")


def run_together(word, function, table, known):
    for cut in range(1, len(word)):
        head, tail = word[:cut], word[cut:]
        if head in function and table.get(tail, 0) >= 3.5 and tail in known and len(tail) > 2:
            return True
        if tail in function and len(tail) > 1 and table.get(head, 0) >= 4 and head in known and len(head) > 3:
            return True
    return False
