"""What the lists of all languages have in common: frequencies by spelling, names, English words, choice by size."""

import functools
import glob
import math
import re

import cache
import frequency
import names
import unproved

CASED = ("de", "en", "es")  # the languages whose spellings are counted with their case


class Frequencies:
    """Zipf values by spelling: those of wordfreq, which folds case and ß, shared out by the counts of the spellings.
    Where nothing is counted, the name is reckoned a tenth of the word that is spelt like it."""

    def __init__(self, lang):
        self.lang = lang
        self.table = frequency.zipfs(lang, "small" if lang == "fil" else "large")
        self.counts = frequency.spellings(lang) if lang in CASED else {}
        self.variants = {}
        for spelling, count in self.counts.items():
            key = spelling.casefold()
            self.variants[key] = self.variants.get(key, 0) + count
        self.ordinary = set()

    def folded(self, form):
        return self.table.get(form.casefold(), 0)

    def of(self, form):
        zipf = self.folded(form)
        total = self.variants.get(form.casefold(), 0)
        if not zipf or total < 20:
            return max(zipf - 1, 0) if form[0].isupper() and form.lower() in self.ordinary else zipf
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


@functools.lru_cache(None)
def english_names(level=60):
    """The English words with a capital of SCOWL up to a level: Chinese, Sunday, Boston."""
    found = set()
    for kind in ("english-upper", "english-proper-names", "american-upper", "british-upper", "american-proper-names"):
        for path in glob.glob(cache.path("usr/share/dict/scowl", kind + ".*")):
            if int(path.rsplit(".", 1)[1]) <= level:
                found |= scowl(path)
    return {w for w in found if not w.endswith("'s")}


def scowl(path):
    with open(path, encoding="latin-1") as f:
        return {line.strip() for line in f}


def add_closed(lexicon, lang, file="closed.txt"):
    """The hand-written words: lines `TAG[details] word word …`, or `TAG = lemma word word …`."""
    if not cache.exists(lang, file):
        return
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
        if frequencies.folded(name) < least or not own and is_english_word(name.lower()):
            return
        if own or name in lexicon or not ordinary(name.lower()):
            lexicon.add(name, tag)

    for locale in names.FOREIGN:
        given, family = names.faker(locale)
        own = locale in names.OWN[lang]
        for name in given:
            add(name, "G", own, 0.01 if own else 2.2)
        for name in family:
            add(name, "S", own, 0.01 if own else 2.4)
    given, family = names.census()
    for name, share in given.items():
        if share >= 0.005:
            add(name, "G", least=2.4)
    for name, share in family.items():
        if share >= 0.003:
            add(name, "S", least=2.7)
    places, parts = names.cldr(lang)
    for name in places:
        add(name, "L", own=True)
    for name in parts:
        add(name, "L")
    for name in names.states():
        add(name, "L", least=1.5)
    for name, people in names.cities(15000).items():
        if len(name) > 3:
            add(name, "L", least=2.0 if people > 100000 else 2.6)
    for name in names.alternates(500000):
        if (unproved.capital_share(name.lower()) or 0) > 0.9:
            add(name, "L", least=2.8)
    add_hand_names(lexicon, lang, frequencies)


def is_english_word(word):
    """Words like Long, Each and Reading, that the lists of names hold too, but that are names in few texts."""
    share = frequency.share_of_capital("en", word)
    return word in english(60) and (share is None or share < 0.6)


def add_hand_names(lexicon, lang, frequencies):
    """names.txt is for all languages, <lang>/names.txt for one: lines `TAG Name Name …`."""
    for folder in ((), (lang,)):
        if cache.exists(*folder, "names.txt"):
            for line in cache.lines(*folder, "names.txt"):
                tag, *words = line.split()
                for word in words:
                    if frequencies.folded(word):
                        lexicon.add(word, tag)


def mark_english(lexicon, frequencies):
    settle(lexicon, frequencies)
    for form in lexicon.tags:
        if form in english():
            lexicon.add(form, "E")


def settle(lexicon, frequencies):
    """Drop what has been seen to be wrong, note which words have a small first letter too, and
    mind that a name whose kind is known is no longer “other”."""
    for form in unproved.slips(frequencies.lang):
        lexicon.drop(form)
    frequencies.ordinary = {f for f in lexicon.tags if f[0].islower()}
    for readings in lexicon.tags.values():
        if "B" in readings and any(t in readings for t in "GSL"):
            del readings["B"]


def cut(lexicon, frequencies, size, keep=()):
    """Leave the `size` most frequent forms, and those that have a tag among `keep`."""
    ranked = sorted(lexicon.tags, key=lambda f: (-frequencies.of(f), f))
    for form in ranked[size:]:
        if not lexicon.has(form, keep):
            lexicon.drop(form)


def is_word(form):
    return bool(re.match(r"^[^\W\d_]+(?:[-'’][^\W\d_]+)*$", form))
