"""What the lists of Portuguese and Spanish have in common: nouns, adjectives and adverbs by the company of their forms."""

import re
import unicodedata

import cache
import common
import frequency
import unproved

LETTERS = {l: re.compile(f"^[{s}]+$") for l, s in {
    "pt": "a-záâãàéêíóôõúüç", "es": "a-záéíóúüñ", "fr": "a-zàâæçéèêëîïôœùûüÿ", "it": "a-zàèéìíòóùú", "nl": "a-zéèëêïöüóáà",
}.items()}
ACCENTS = {"a": "aáâã", "e": "eéê", "i": "ií", "o": "oóôõ", "u": "uúü", "c": "cç", "n": "nñ"}


def accented(base):
    """Words that have lost one accent on the way to an adverb: rapida(mente), facil(mente)."""
    yield base
    for at, letter in enumerate(base):
        for other in ACCENTS.get(letter, letter)[1:]:
            yield base[:at] + other + base[at + 1 :]


def bare(word):
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


class Doubt:
    """Whether a word that wordfreq lists is rather a name, a slip or a word of another language."""

    def __init__(self, lang, table):
        self.lang, self.table = lang, table
        self.frequent = {w: z for w, z in table.items() if z >= 4 and len(w) > 3}
        self.accented = {}
        for word, zipf in table.items():
            plain = bare(word)
            if plain != word and zipf > self.accented.get(plain, 0):
                self.accented[plain] = zipf

    def of(self, word):
        zipf = self.table[word]
        share = unproved.capital_share(word)
        if share is not None and share > 0.85:
            return True
        if self.accented.get(word, 0) > zipf + 0.5 or self.lost_tilde(word, zipf):
            return True
        return unproved.foreign(word, self.lang, zipf) or unproved.misspelt(word, zipf, self.frequent)

    def lost_tilde(self, word, zipf):
        """“situaçao”, “própio”: another accent on the same letters is ten times as frequent."""
        plain = bare(word)
        return plain != word and (self.accented.get(plain, 0) > zipf + 1 or self.table.get(plain, 0) > zipf + 1.5)


def add_adjectives(lexicon, frequencies, lang):
    """-o -a -os -as, all attested."""
    table, doubt = frequencies.table, Doubt(lang, frequencies.table)
    for word, zipf in sorted(table.items()):
        if not word.endswith("o") or len(word) < 4 or not LETTERS[lang].match(word) or zipf < 1.5:
            continue
        forms = [word[:-1] + e for e in ("o", "a", "os", "as")]
        if all(table.get(f, 0) >= 1.4 for f in forms) and sum(table[f] for f in forms) >= 7.5:
            if any(lexicon.has(f, "FV") for f in forms) or sum(doubt.of(f) for f in forms) > 1:
                continue
            for form in forms:
                lexicon.add(form, "A", "", word)


def add_pairs(lexicon, frequencies, lang, suffixes, alone, feminine):
    """Nouns and adjectives that stand in the singular and the plural, or with a suffix that leaves no doubt."""
    table, doubt = frequencies.table, Doubt(lang, frequencies.table)
    verbs = {f for f in lexicon.tags if lexicon.has(f, "V")}
    for word, zipf in sorted(table.items()):
        if len(word) < 3 or zipf < 1.6 or not LETTERS[lang].match(word) or word in lexicon and word not in verbs:
            continue
        for ending, plural, genders, tag in suffixes:
            if not word.endswith(ending):
                continue
            many = word[: len(word) - len(ending)] + plural
            if word in verbs or many in verbs:
                break
            other = table.get(many, 0)
            pair = zipf >= 1.8 and other >= 1.5 and zipf + other >= 4.2
            if not (pair or ending in alone and zipf >= 1.8) or doubt.of(word):
                continue
            if word in feminine:
                genders = "f"
            lexicon.add(word, tag, genders + "s" if tag == "N" else "")
            if other >= 1.2 and not doubt.of(many):
                lexicon.add(many, tag, genders + "p" if tag == "N" else "", word)
            break


def add_adverbs(lexicon, frequencies, lang):
    for word, zipf in frequencies.table.items():
        if word.endswith("mente") and len(word) > 7 and zipf >= 1.3 and LETTERS[lang].match(word):
            bases = [word[:-5]] if lang == "es" else accented(word[:-5])
            if any(base in lexicon for base in bases):
                lexicon.add(word, "D")


def drop_capitals(lexicon, lang):
    """Where the case is counted, forms that stand nearly always with a capital are no ordinary words."""
    for form in [f for f in lexicon.tags if f.islower() and not lexicon.has(f, "FQVD")]:
        share = frequency.share_of_capital(lang, form)
        if share is not None and share > 0.9:
            lexicon.drop(form)


def drop_names(lexicon, lang):
    """Lower-case lines of words that are known only as names; ordinary.txt keeps those that are both."""
    ordinary = set(w for line in cache.lines(lang, "ordinary.txt") for w in line.split())
    for name in [f for f in lexicon.tags if f[0].isupper()]:
        low = name.lower()
        if low in lexicon and low not in ordinary and not lexicon.has(low, "FQVAD") and lexicon.has(name, "GSLB"):
            lexicon.drop(low)


def add_unproved(lexicon, frequencies, lang, least):
    unproved.add(lexicon, frequencies, lang, least, LETTERS[lang])
