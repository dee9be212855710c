"""What the lists of all languages have in common: frequencies by spelling, names, English words, choice by size."""

import functools
import glob
import math
import re

import cache
import frequency
import names

CASED = ("de", "en", "es")  # the languages whose spellings are counted with their case


class Frequencies:
    """Zipf values by spelling: those of wordfreq, which folds case and ß, shared out by the counts of the spellings."""

    def __init__(self, lang):
        self.table = frequency.zipfs(lang, "small" if lang == "fil" else "large")
        self.counts = frequency.spellings(lang) if lang in CASED else {}
        self.variants = {}
        for spelling, count in self.counts.items():
            if not (spelling.isupper() and len(spelling) > 1):
                key = spelling.casefold()
                self.variants[key] = self.variants.get(key, 0) + count

    def folded(self, form):
        return self.table.get(form.casefold(), 0)

    def of(self, form):
        zipf = self.folded(form)
        total = self.variants.get(form.casefold(), 0)
        if not zipf or total < 20 or form.isupper():
            return zipf
        share = max(self.counts.get(form, 0), 1) / total
        return max(zipf + math.log10(min(share, 1)), 0)


@functools.lru_cache(None)
def english(level=50):
    """The ordinary English words of SCOWL up to a level, in lower case."""
    found = set()
    for dialect in ("english", "american", "british"):
        for path in glob.glob(cache.path("usr/share/dict/scowl", f"{dialect}-words.*")):
            if int(path.rsplit(".", 1)[1]) <= level:
                found |= scowl(path)
    return {w for w in found if w.isalpha() and w.islower() and (len(w) > 1 or w in "ai")}


def scowl(path):
    with open(path, encoding="latin-1") as f:
        return {line.strip() for line in f}


def add_closed(lexicon, lang, file="closed.txt"):
    """The hand-written words: lines `TAG[details] word word …`, or `TAG = lemma word word …`."""
    for line in cache.lines(lang, file):
        tag, *words = line.split()
        lemma = None
        if words and words[0] == "=":
            lemma, words = words[1], words[1:]
        for word in words:
            lexicon.add(word, tag[0], tag[1:], lemma)


def add_names(lexicon, lang, frequencies, ordinary):
    """Names of people and places. Where `ordinary(lower-case form)` says that the word has another reading,
    only the names of the language's own people may stand beside it."""

    def add(name, tag, own=False, least=0.01):
        if frequencies.folded(name) < least:
            return
        if own or name in lexicon or not ordinary(name.lower()):
            lexicon.add(name, tag)

    for locale in names.FOREIGN:
        given, family = names.faker(locale)
        own = locale in names.OWN[lang]
        for name in given:
            add(name, "G", own, 0.01 if own else 1.5)
        for name in family:
            add(name, "S", own, 0.01 if own else 2.0)
    given, family = names.census()
    for name, share in given.items():
        if share >= 0.005:
            add(name, "G", least=2.0)
    for name, share in family.items():
        if share >= 0.003:
            add(name, "S", least=2.3)
    places, _, _ = names.cldr(lang)
    for name in places:
        add(name, "L")
    for name in names.states():
        add(name, "L", least=1.5)
    for name, people in names.cities(15000).items():
        if len(name) > 3:
            add(name, "L", least=2.0 if people > 100000 else 2.6)
    for name in names.alternates(500000):
        add(name, "L", least=2.6)
    add_hand_names(lexicon, lang)


def add_hand_names(lexicon, lang):
    """names.txt is for all languages, <lang>/names.txt for one: lines `TAG Name Name …`."""
    import os

    here = os.path.dirname(os.path.abspath(__file__))
    for folder in ((), (lang,)):
        if os.path.exists(os.path.join(here, *folder, "names.txt")):
            for line in cache.lines(*folder, "names.txt"):
                tag, *words = line.split()
                for word in words:
                    lexicon.add(word, tag)


def mark_english(lexicon):
    for form in lexicon.tags:
        if form in english():
            lexicon.add(form, "E")


def cut(lexicon, frequencies, size, keep=()):
    """Leave the `size` most frequent forms, and those that have a tag among `keep`."""
    ranked = sorted(lexicon.tags, key=lambda f: (-frequencies.of(f), f))
    for form in ranked[size:]:
        if not lexicon.has(form, keep):
            lexicon.drop(form)


def is_word(form):
    return bool(re.match(r"^[^\W\d_]+(?:[-'’][^\W\d_]+)*$", form))
