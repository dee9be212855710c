"""Filipino: the words of wordfreq, read by their affixes where the root is attested."""

import re

import cache
import common
import frequency
import romance
import tagalog
from lexicon import Lexicon

LETTERS = re.compile(r"^[a-zñ]+(?:['’-][a-zñ]+)*$")
NATIVE = re.compile(r"^[abdeghiklmnoprstuwy]+(?:['’][a-z]+)?$")


def foreign_name(word):
    """Whether English or Spanish texts write the word mostly with a capital."""
    return max((frequency.share_of_capital(l, word) or 0) for l in ("en", "es")) > 0.9


def is_english(word, zipf):
    return word in common.english(60) and frequency.zipfs("en").get(word, 0) >= zipf - 1.2


def build():
    frequencies = common.Frequencies("fil")
    table = frequencies.table
    lexicon = Lexicon()
    common.add_closed(lexicon, "fil")
    loans = {w for line in cache.lines("fil", "loans.txt") for w in line.split()}
    words = {w for w in table if LETTERS.match(w) and (len(w) > 2 or w in lexicon)}
    english = {w for w in words if is_english(w, table[w]) and w not in lexicon}
    roots = {w for w in words if NATIVE.match(w) and w not in english}
    common.add_names(lexicon, "fil", frequencies, lambda w: NATIVE.match(w) and w in roots and not foreign_name(w))
    for word in sorted(words):
        if word in lexicon and word not in loans:
            continue
        if word in loans:
            lexicon.add(word, "W")
        elif word in english:
            lexicon.add(word, "E")
        elif word.capitalize() in lexicon and not (NATIVE.match(word) and tagalog.readings(word, roots, table)):
            continue
        elif foreign_name(word) and not tagalog.readings(word, roots, table):
            lexicon.add(word.capitalize(), "B")
        elif NATIVE.match(word):
            found = tagalog.readings(word, roots, table)
            for tag, details, lemma in found:
                lexicon.add(word, tag, details, lemma)
            if not found:
                lexicon.add(word, "")
    common.mark_english(lexicon)
    return lexicon, frequencies
