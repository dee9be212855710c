"""English: which words there are (SCOWL), what they are (WordNet and the rules of inflection)."""

import re

import cache
import common
import frequency
import romance
import unproved
from lexicon import Lexicon

SIZE = 60000
PARTS = {"noun": "N", "verb": "V", "adj": "A", "adv": "D"}


def wordnet():
    """{tag: lemmas} of WordNet, single words in lower case."""
    lemmas = {}
    for part, tag in PARTS.items():
        with open(cache.path("usr/share/wordnet", f"index.{part}")) as f:
            lemmas[tag] = {l.split()[0] for l in f if not l.startswith(" ")}
    return {t: {w for w in ws if w.isalpha()} for t, ws in lemmas.items()}


def exceptions(part):
    with open(cache.path("usr/share/wordnet", f"{part}.exc")) as f:
        for line in f:
            form, *lemmas = line.split()
            for lemma in lemmas:
                yield form, lemma


def proper():
    """{name: tag} of WordNet's instances: what stands for a place, a person or a group of them."""
    kinds = {"15": "L", "18": "S", "14": "B"}
    found = {}
    with open(cache.path("usr/share/wordnet", "data.noun")) as f:
        for line in f:
            if line.startswith(" "):
                continue
            fields = line.split()
            instance = "@i" in fields
            for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
                last = word.split("_")[-1] if fields[1] == "18" else word
                if word[0].isupper() and last[:1].isupper() and last.isalpha() and not last.isupper():
                    tag = kinds.get(fields[1], "B") if instance else "N"
                    found.setdefault(last, set()).add(tag)
    return found


def plural(word):
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def doubled(word):
    """stop stopp: one vowel before the last consonant; longer words may or may not double."""
    return word + word[-1] if re.search(r"[^aeiou][aeiou][bdfgklmnprtvz]$", word) else word


def past(word):
    if word.endswith("e"):
        return {word + "d"}
    if re.search(r"[^aeiou]y$", word):
        return {word[:-1] + "ied"}
    return {word + "ed", doubled(word) + "ed"}


def gerund(word):
    if word.endswith("ie"):
        return {word[:-2] + "ying"}
    if word.endswith("e") and not word.endswith(("ee", "oe", "ye")):
        return {word[:-1] + "ing", word + "ing"} if word.endswith("ge") else {word[:-1] + "ing"}
    return {word + "ing", doubled(word) + "ing"}


def graded(word, ending):
    if word.endswith("e"):
        return {word + ending[1:]}
    if re.search(r"[^aeiou]y$", word):
        return {word[:-1] + "i" + ending}
    return {word + ending, doubled(word) + ending}


def irregular_verbs():
    """Lemmas with a past of their own; a form in WordNet's list that doubles or drops letters is regular."""
    found = {}
    for form, lemma in exceptions("verb"):
        if not form.endswith(("ing", "ed", "s")):
            found.setdefault(lemma, set()).add(form)
    return found


def add_wordnet(lexicon, words):
    lemmas = wordnet()
    base = words | {"i"}
    irregular = irregular_verbs()
    closed = {f for f in lexicon.tags if lexicon.has(f, "FQ") or lexicon.has(f, "V")}
    for lemma in sorted((lemmas["N"] & base) - closed):
        lexicon.add(lemma, "N", "s", lemma)
        if plural(lemma) in words:
            lexicon.add(plural(lemma), "N", "p", lemma)
    for lemma in sorted(lemmas["V"] & base):
        lexicon.add(lemma, "V", "ifm", lemma)
        if plural(lemma) in words:
            lexicon.add(plural(lemma), "V", "f", lemma)
        for form in gerund(lemma) & words:
            lexicon.add(form, "V", "g", lemma)
        if lemma not in irregular:
            for form in past(lemma) & words:
                lexicon.add(form, "V", "fp", lemma)
    for form, lemma in exceptions("verb"):
        if lemma in lemmas["V"] and form in words:
            detail = "g" if form.endswith("ing") else "f" if form.endswith("s") and not lemma.endswith("s") else "fp"
            lexicon.add(form, "V", detail, lemma)
    for form, lemma in exceptions("noun"):
        if form not in closed and lemma in lemmas["N"] and form in words and form != lemma:
            lexicon.add(form, "N", "p", lemma)
    for form in words:
        if form.endswith("men") and form[:-2] + "an" in lemmas["N"]:
            lexicon.add(form, "N", "p", form[:-2] + "an")
    numbers = {f for f in closed if lexicon.has(f, "Q")}
    for lemma in sorted((lemmas["A"] & base) - numbers):
        lexicon.add(lemma, "A", "", lemma)
        for ending in ("er", "est"):
            for form in graded(lemma, ending) & words:
                if frequency.zipfs("en").get(form, 0) >= 2 and len(lemma) < 9:
                    lexicon.add(form, "A", "", lemma)
    for form, lemma in exceptions("adj"):
        if lemma in lemmas["A"] and form in words:
            lexicon.add(form, "A", "", lemma)
    for lemma in sorted(lemmas["D"] & base):
        lexicon.add(lemma, "D", "", lemma)


def add_proper(lexicon, frequencies):
    """SCOWL's words with a capital: names, and adjectives and nouns of nations."""
    known = proper()
    for word in sorted(common.english_names()):
        if common.is_word(word) and frequencies.folded(word) >= 2:
            for tag in sorted(known.get(word, "B" if not word.endswith(("s", "an", "ese")) else "N")):
                lexicon.add(word, tag)


def build():
    frequencies = common.Frequencies("en")
    lexicon = Lexicon()
    common.add_closed(lexicon, "en")
    common.add_closed(lexicon, "en", "more.txt")
    words = {w for w in common.english(70) if frequencies.folded(w)} - unproved.slips("en")
    for word in words:
        lexicon.add(word, "")
    add_wordnet(lexicon, words)
    add_proper(lexicon, frequencies)
    common.add_names(lexicon, "en", frequencies, lambda w: w in words and not is_name_first(w))
    romance.add_unproved(lexicon, frequencies, "en", 3.0)
    common.settle(lexicon, frequencies)
    common.cut(lexicon, frequencies, SIZE, "FQ")
    return lexicon, frequencies


def is_name_first(word):
    share = frequency.share_of_capital("en", word)
    return share is not None and share > 0.8
