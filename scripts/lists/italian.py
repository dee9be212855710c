"""Italian: Morph-it! tells what the words are, as spaCy keeps it, a table for each part of speech."""

import re

import cache
import common
import romance
from lexicon import Lexicon

SIZE = 40000
TABLES = {"noun": "N", "verb": "V", "aux": "V", "adj": "A", "adv": "D", "adp": "F", "det": "F", "pron": "F", "num": "Q"}
MANY = re.compile(r"(mila|cent[oi]\w*|ant[ae]\w*|enti\w+|tr[eé]|quattro|sette|otto|nove)$")
FEMININE = re.compile(r"(zione|sione|tà|tù|gione|ezza|enza|anza|aggine|tudine|udine|trice|ie|a)$")
FEMININE_O = ("mano", "foto", "moto", "radio", "auto", "eco", "dinamo", "biro", "libido")
MASCULINE = re.compile(r"(o|mento|ore|ismo|aggio|ma|ista|ale|ile|iere)$")


def mend(text):
    """Some of the tables have been encoded twice."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text


def verb_detail(form, lemma):
    if len(form) < 4 and form != lemma:
        return "f"
    if form == lemma or re.search(r"(ar|er|ir|ur|or)(mi|ti|si|ci|vi|lo|la|li|le|ne|gli|gliel[oaie]|[mtcv]el[oaie])?$", form) and form[:2] == lemma[:2]:
        return "i"
    if re.search(r"[ae]ndo(mi|ti|si|ci|vi|lo|la|li|le|ne|gli)?$", form):
        return "g"
    if re.search(r"([aiu]t|s|tt|st|rt|nt|lt|ss|rs)[oaie]$", form) and not form.endswith(("sse", "ssi", "ste", "asti", "esti", "isti")):
        return "p"
    return "f"


def gender(lemma):
    if lemma in FEMININE_O:
        return "f"
    if lemma.endswith(("ema", "amma", "oma", "ista", "eta")):
        return "m"
    if FEMININE.search(lemma):
        return "f"
    return "m" if MASCULINE.search(lemma) else ""


def add_morphit(lexicon, frequencies):
    closed = {f for f in lexicon.tags if lexicon.has(f, "FQ")}
    for table, tag in TABLES.items():
        name = f"spacy_lookups_data/data/it_lemma_lookup_{table}.json.gz"
        for form, lemma in cache.json_member(cache.wheel("spacy_lookups_data"), name).items():
            form, lemma = mend(form), mend(lemma)
            if not common.is_word(form) or not frequencies.folded(form):
                continue
            if form[0].isupper():
                if tag == "N" and form.lower() not in lexicon:
                    lexicon.add(form, "B")
                continue
            if form in closed and tag in ("A", "F", "Q", "N") or tag == "F" and MANY.search(form):
                continue
            details = ""
            if tag == "N":
                details = gender(lemma) + ("s" if form == lemma else "p")
            elif tag == "V":
                details = verb_detail(form, lemma)
            lexicon.add(form, tag, details, lemma)


def build():
    frequencies = common.Frequencies("it")
    lexicon = Lexicon()
    common.add_closed(lexicon, "it")
    add_morphit(lexicon, frequencies)
    common.add_names(lexicon, "it", frequencies, lambda w: w in lexicon)
    romance.add_unproved(lexicon, frequencies, "it", 3.0)
    common.add_homographs(lexicon, frequencies)
    common.mark_english(lexicon, frequencies)
    common.cut(lexicon, frequencies, SIZE, "FQ")
    return lexicon, frequencies
