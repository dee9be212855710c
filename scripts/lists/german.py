"""German: german-pos-dict and the nouns of Wiktionary and Wikidata, as far as they are used (wordfreq)."""

import csv
import io
import re

import babel

import cache
import common
import frequency
import fsa
import unproved
from lexicon import Lexicon

SIZE = 128000
GENDER = {"MAS": "m", "FEM": "f", "NEU": "n"}
NUMBER = {"SIN": "s", "PLU": "p"}
NAME = {"VOR": "G", "VOR*": "G", "VOR#": "G", "NAC": "S", "STD": "L", "COU": "L", "GEB": "L", "WAT": "L", "MOU": "L", "GEO": "L"}


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
        if what == "N" and form.endswith("straße"): # the source takes them for forms of a "-strass"
            details, lemma = "fs", form
        if what in "FDQ" or frequencies.folded(form):
            lexicon.add(form, what, details, lemma if what != "F" else None)


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


def add_wikidata(lexicon, frequencies):
    """Lexemes tell only that a word exists; their nouns are spelt with the capital, the rest is folded."""
    for noun in unproved.wikidata("nouns"):
        if frequencies.folded(noun) and common.is_word(noun) and noun not in lexicon and not noun.isupper():
            lexicon.add(noun, "N" if noun[0].isupper() else "")


def add_wikidata_words(lexicon, frequencies):
    known = {f.casefold() for f in lexicon.tags} | unproved.slips("de")
    for word in unproved.wikidata("words"):
        if word in known or not common.is_word(word) or not frequencies.folded(word):
            continue
        share = frequency.share_of_capital("de", word)
        if share is not None and share < 0.4:
            lexicon.add(word, "")


ENDINGS = ("e", "en", "em", "er", "es")


def add_adjectives(lexicon, frequencies):
    """Adjectives the dictionaries lack, told by their endings: biblische, biblischen, biblischer …"""
    table = frequencies.table
    for word, zipf in sorted(table.items()):
        if not word.endswith("e") or len(word) < 6 or zipf < 1.8 or not word.isalpha():
            continue
        stem = word[:-1]
        attested = [stem + e for e in ENDINGS if table.get(stem + e, 0) >= 1.2]
        if len(attested) < 4 or any(lexicon.has(f, "FVNA") for f in attested) or stem.capitalize() in lexicon:
            continue
        shares = [frequency.share_of_capital("de", f) for f in attested]
        shares = [s for s in shares if s is not None]
        if not shares or max(shares) > 0.5 or not ADJECTIVE.search(stem) and stem not in lexicon and table.get(stem, 0) < zipf - 1.5:
            continue
        for form in attested + [stem] * (stem in table):
            lexicon.add(form, "A", "", stem)


ADJECTIVE = re.compile(r"(isch|lich|ig|bar|sam|haft|los|voll|ell|al|iv|ös|ant|ent|är|abel|ibel|end|t|reich|frei|arm|fähig|wert|würdig|weit|förmig|artig)$")
SEPARABLE = ("ab an auf aus bei da dabei dafür dagegen daheim dahin dahinter daneben daran darauf daraus davon davor dazu dazwischen durch ein "
             "einher empor entgegen entlang fehl fern fest fort frei gegenüber gleich her herab heran herauf heraus herbei herein herüber herum herunter hervor "
             "hin hinab hinan hinauf hinaus hindurch hinein hinterher hinüber hinunter hinweg hinzu hoch klar los mit mitein nach nahe nieder raus ran rauf rein rüber rum "
             "runter statt stattzu still teil um umher unter vor voran voraus vorbei vorher vorüber vorweg weg weiter wieder zu zurecht zurück zusammen zuvor "
             "zwischen über wider dran drauf drein bloß kaputt bereit kennen kurz lahm tot wahr wach zufrieden vorwärts aufwärts").split()


def add_separable(lexicon, frequencies):
    """Verbs with a prefix that parts from them: rauskommt, wiedergewählt, and the participles as adjectives."""
    prefixes = sorted(SEPARABLE, key=len, reverse=True)
    for word in sorted(frequencies.table):
        if len(word) < 6 or not word.isalpha() or word in lexicon:
            continue
        for prefix in prefixes:
            rest = word[len(prefix):]
            if word.startswith(prefix) and len(rest) > 3 and lexicon.has(rest, "V"):
                share = frequency.share_of_capital("de", word)
                if share is not None and share > 0.6 or lexicon.tags[rest]["V"] == {"m"}:
                    break
                details = "".join(lexicon.tags[rest]["V"])
                lemma = lexicon.lemma_of(rest, frequencies.folded) or rest
                lexicon.add(word, "V", details, prefix + lemma)
                if "p" in details:
                    lexicon.add(word, "A")
                break
            if word.startswith(prefix) and len(rest) > 4 and lexicon.has(rest, "A") and rest.startswith("ge") and rest[-1] in "nremse":
                lexicon.add(word, "A")
                break


JOINT = re.compile(r"(ungs|heits|keits|ions|täts|schafts)$")  # Arbeits- before its hyphen
LINKS = ("", "s", "n", "en", "es", "er", "e")


def add_compounds(lexicon, frequencies):
    """Nouns made of known words: Sozialleistungen. The last part gives the gender."""
    nouns = {f.lower(): f for f in lexicon.tags if f[0].isupper() and f[1:].islower() and "N" in lexicon.tags[f] and len(f) > 3}
    heads = {f.lower() for f in lexicon.tags if len(f) > 3 and (lexicon.has(f, "NA") or lexicon.has(f, "L")) and not lexicon.has(f, "FD")}
    heads |= set("auto bio euro geo öko tele video radio foto kino haupt mittel groß klein hoch tief neu alt fern nah roh vor nach rück gegen unter über haus".split())
    for word, zipf in sorted(frequencies.table.items()):
        if zipf < 1.5 or len(word) < 8 or not word.isalpha() or word in nouns or word.capitalize() in lexicon or word in lexicon:
            continue
        share = frequency.share_of_capital("de", word)
        if share is None or share < 0.9:
            continue
        for cut in range(3, len(word) - 3):
            tail = nouns.get(word[cut:])
            if tail and len(tail) > 4 and frequencies.folded(tail) >= 3 and frequencies.folded(word[:cut]) >= 3.3:
                heads.add(word[:cut])  # web, sex, nobel
            if tail and len(tail) > 3 and any(word[:cut] == h or word[:cut].endswith(h) and word[: cut - len(h)] in heads for h in LINKS[1:]) or tail and word[:cut] in heads:
                form = spelt(word, frequencies)
                lemma = lexicon.lemma_of(tail, frequencies.folded)
                lexicon.add(form, "N", "".join(lexicon.tags[tail]["N"]), word[:cut].capitalize() + (lemma or tail).lower())
                break


def spelt(word, frequencies):
    """With a capital, and with ß where texts have it (wordfreq writes ss)."""
    form = word.capitalize()
    other = form.replace("ss", "ß")
    return other if frequencies.counts.get(other, 0) > frequencies.counts.get(form, 0) else form


def add_unproved(lexicon, frequencies, least=3.0):
    """Frequent words of no source: English ones, abbreviations, names; others must be seen in lower case."""
    known = {f.casefold() for f in lexicon.tags}
    wrong = unproved.slips("de")
    function = {f.lower() for f in lexicon.tags if lexicon.has(f, "F") and len(f) < 7}
    for word, zipf in sorted(frequencies.table.items()):
        if word in known or word in wrong or len(word) < 3 or not word.isalpha() or len(set(word)) < 2 or zipf < 2.6:
            continue
        share = frequency.share_of_capital("de", word)
        if JOINT.search(word):
            continue
        if unproved.acronym(word):
            lexicon.add(word.upper(), "X")
        elif word.endswith(("chen", "lein")) and share is not None and share > 0.9:
            lexicon.add(spelt(word, frequencies), "N", "nsp")
        elif word in common.english(60):
            lexicon.add(word, "E")
            if share is not None and share > 0.6:
                lexicon.add(word.capitalize(), "E")
        elif share is not None and share > 0.9 and (unproved.capital_share(word) or 0) > 0.85:
            lexicon.add(spelt(word, frequencies), "B")
        elif zipf >= least and share is not None and share > 0.9 and spelt(word, frequencies) not in wrong:
            lexicon.add(spelt(word, frequencies), "")
        elif zipf >= least and share is not None and share < 0.3 and not unproved.run_together(word, function, frequencies.table, known):
            if not unproved.foreign(word, "de", zipf):
                lexicon.add(word, "")


def drop_nominal(lexicon):
    """“das Für und Wider”: nearly every function word can be a noun once, but mostly a capital there is a slip."""
    kept = {w for line in cache.lines("de", "nouns.txt") for w in line.split()}
    small = {w for line in cache.lines("de", "closed.txt") if line[0] in "FD" for w in line.split()[1:] if w.islower()}
    for form in [f for f in lexicon.tags if f[0].isupper() and f.lower() in small and f not in kept]:
        if not lexicon.has(form, "FGSLX"):
            lexicon.drop(form)


def guess(lexicon):
    """What a known word is whose ending leaves no doubt."""
    for form in [f for f, readings in lexicon.tags.items() if not readings and f.islower()]:
        if form.endswith(("weise", "seits", "wärts", "falls", "mal", "halber")):
            lexicon.add(form, "D")
        elif re.search(r"(iert|iere|ierst|ierte|ierten|ieren)$", form):
            lexicon.add(form, "V", {"t": "fp", "n": "if"}.get(form[-1], "f") if not form.endswith("ten") else "f")
        elif re.search(r"(bar|los|lich|isch|frei|fähig|haft|pflichtig|gefährdend|voll|reich|sam|wert|würdig|ig|ell|iv|al|ös)(e[nmrs]?)?$", form) or form.startswith("un"):
            lexicon.add(form, "A")


def add_languages(lexicon):
    """Polnisch, Japanisch: the names of languages are nouns made of adjectives, by CLDR."""
    for name in babel.Locale("de").languages.values():
        if common.is_word(name) and name.endswith("isch"):
            lexicon.add(name, "N", "ns")


def build():
    frequencies = common.Frequencies("de")
    lexicon = Lexicon()
    common.add_closed(lexicon, "de")
    add_pos_dict(lexicon, frequencies)
    add_wiktionary(lexicon, frequencies)
    add_wikidata(lexicon, frequencies)
    add_languages(lexicon)
    add_adjectives(lexicon, frequencies)
    add_separable(lexicon, frequencies)
    add_wikidata_words(lexicon, frequencies)
    common.add_names(lexicon, "de", frequencies, lambda w: w in lexicon or w.capitalize() in lexicon)
    common.add_closed(lexicon, "de", "more.txt")
    add_compounds(lexicon, frequencies)
    add_unproved(lexicon, frequencies)
    guess(lexicon)
    for line in cache.lines("de", "loans.txt"):
        for word in line.split():
            if word in lexicon:
                lexicon.add(word, "W")
    drop_nominal(lexicon)
    common.mark_english(lexicon, frequencies)
    common.cut(lexicon, frequencies, SIZE, "FQ")
    return lexicon, frequencies
