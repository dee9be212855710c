"""Filipino: the words of wordfreq, read by their affixes where the root is attested."""

import re

import cache
import common
import frequency
import tagalog
import unproved
from lexicon import Lexicon

LETTERS = re.compile(r"^[a-zñ]+(?:['’-][a-zñ]+)*$")
NATIVE = re.compile(r"^(?!.*([bdhklmnprstwy])\1)(?!.*(sh|ph))[abdeghiklmnoprstuwy]+(?:['’](y|t|ng|g|kin|yo|to|di))?$")
LOAN_NOUN = re.compile(r"(s[iy]on|siyon|dad|mento|ismo|ista|dor|tor|ero|era|ncia|nsya|nsiya|ya|grapo|grapi?ya|lohiya|log|tura|ura|eria|erya|iya|ito|ita|on|ika)$")
LOAN_ADJECTIVE = re.compile(r"([ai]do|oso|osa|[nrtksy]al|ibo|ible|able|iko|ante|ente)$")
CUT = re.compile(r"^(i?[mnp]ag|ipa|naka|maka|nagpa|magpa|nagka|magka|pang|mai|nai)[bdghklmnprstwy]?[aeiou]$")  # nagko-commit


def shown(word, zipf):
    """Whether texts in English or Spanish, that use the word as much, write it mostly with a capital."""
    return used_abroad(word, zipf) and (unproved.capital_share(word) or 0) > 0.85


def used_abroad(word, zipf):
    return max(frequency.zipfs(l).get(word, 0) for l in ("en", "es")) >= zipf - 0.9


def is_english(word, zipf):
    if (unproved.capital_share(word) or 0) > 0.85:  # john, china and mark are in the dictionary too
        return False
    return word in common.english(60) and frequency.zipfs("en").get(word, 0) >= zipf - 1.2


def build():
    frequencies = common.Frequencies("fil")
    table = frequencies.table
    lexicon = Lexicon()
    common.add_closed(lexicon, "fil")
    wrong = unproved.slips("fil")
    loans = {w for line in cache.lines("fil", "loans.txt") for w in line.split()}
    words = {w for w in table if LETTERS.match(w) and (len(w) > 2 or w in lexicon) and w not in wrong and not CUT.match(w) and re.search("[aeiou]", w)}
    english = {w for w in words if is_english(w, table[w]) and w not in lexicon}
    common.add_closed(lexicon, "fil", "more.txt")
    common.add_hand_names(lexicon, "fil", frequencies)
    roots = {w for w in words if NATIVE.match(w) and w not in english and not (w.capitalize() in lexicon and w not in lexicon)}
    common.add_names(lexicon, "fil", frequencies, lambda w: w in lexicon or w in roots and not shown(w, table.get(w, 0)))
    for line in cache.lines("fil", "adjectives.txt"):
        for word in line.split():
            for form in (word, linked(word)):
                if form in table:
                    lexicon.add(form, "A", "", word)
    for word in sorted(words, key=lambda w: ("'" in w, w)):
        add(lexicon, word, roots, table, loans, english)
    common.mark_english(lexicon, frequencies)
    return lexicon, frequencies


def linked(word):
    return word + ("ng" if word[-1] in "aeiou" else "g")


def add(lexicon, word, roots, table, loans, english):
    if word in loans:
        lexicon.add(word, "W")
    elif word in lexicon:
        return
    elif "'" in word and contracted(lexicon, word, roots):
        return
    elif word in english:
        lexicon.add(word, "E")
    elif word.upper() in lexicon or unproved.acronym(word) and (word not in roots or used_abroad(word, table[word])):
        lexicon.add(word.upper(), "X")
    elif word not in roots:
        if word.capitalize() not in lexicon and (unproved.capital_share(word) or 0) > 0.85:
            lexicon.add(word.capitalize(), "B")
        elif word.capitalize() in common.english_names():
            lexicon.add(word.capitalize(), "B")
        elif word.capitalize() not in lexicon and not unproved.foreign(word, "fil", table[word]):
            lexicon.add(word, "")
    else:
        found = tagalog.readings(word, roots, table)
        if word.capitalize() in lexicon and lexicon.has(word.capitalize(), "GSL") and (not found or shown(word, table[word])):
            return
        if not found and shown(word, table[word]):
            lexicon.add(word.capitalize(), "B")
            return
        for tag, details, lemma in found or [(plain(word), "", None)]:
            lexicon.add(word, tag, details, lemma)


def contracted(lexicon, word, roots):
    """ako'y, puso't: the word with ay or at shortened behind it, or -ng before it."""
    base, _, rest = word.partition("'")
    if rest not in ("y", "t", "ng") or base not in lexicon and base not in roots:
        return False
    for tag, details in lexicon.tags.get(base, {"N": ""}).items():
        lexicon.add(word, tag, "".join(details), base)
    return True


def plain(word):
    """What a word without an affix is: mostly a noun; loans show by their endings."""
    if LOAN_NOUN.search(word):
        return "N"
    if LOAN_ADJECTIVE.search(word) and len(word) > 5:
        return "A"
    return "N" if len(word) > 2 and "'" not in word else ""


