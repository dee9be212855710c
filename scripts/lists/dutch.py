"""Dutch: OpenTaal tells which words there are; what they are, the company of their inflected forms tells."""

import re

import cache
import common
import romance
from lexicon import Lexicon

SIZE = 40000
PREFIX = ("be", "ge", "her", "ont", "ver", "er")
NOUN = re.compile(r"(ing|heid|schap|teit|isme|atie|itie|utie|tie|sie|aar|erij|nis|dom|sel|tuur|age|ist|eur|ment|logie|grafie)$")
ADJECTIVE = re.compile(r"(lijk|ig|isch|baar|zaam|loos|achtig|matig|ief|eel|aal|iel|air|eus|vol)$")
SEPARABLE = ("aan", "achter", "af", "bij", "binnen", "buiten", "deel", "door", "in", "langs", "los", "mee", "na", "neer", "om", "onder",
             "op", "open", "over", "plaats", "rond", "samen", "terug", "tegen", "toe", "tegemoet", "uit", "vast", "voor", "voorbij", "vrij",
             "weer", "weg", "waar", "teleur", "goed", "stil", "thuis")


def opentaal():
    with open(cache.path("usr/share/dict/dutch"), encoding="utf-8") as f:
        return {line.strip() for line in f}


SHORT = ("staan", "gaan", "slaan", "zien", "doen")


def stem_of(infinitive, words=()):
    """werken werk, maken maak, pakken pak, leven leef, reizen reis; luisteren luister, but proberen probeer."""
    if infinitive.endswith(SHORT):
        return infinitive[:-2] if infinitive.endswith("aan") else infinitive[:-1]
    stem = infinitive[:-2]
    if re.search(r"([bdfgklmnprst])\1$", stem):
        stem = stem[:-1]
    elif re.search(r"(^|[^aeiou]|[^aeiou]u)[aeou][bdfgklmnprstvz]$", stem):
        long = stem[:-1] + stem[-2] + stem[-1]
        if not (stem.endswith(("er", "el", "en", "em")) and stem + "t" in words and long not in words):
            stem = long
    return re.sub("v$", "f", re.sub("z$", "s", stem))


def weak(infinitive, words):
    """Forms of a weak verb: stem, third person, past, past plural, participle."""
    stem = stem_of(infinitive, words)
    hard = infinitive[:-2][-1:] in "tkfspxh" or infinitive.endswith("chen")
    ending = "te" if hard else "de"
    participle = stem if stem.endswith(ending[0]) else stem + ending[0]
    if not stem.startswith(PREFIX):
        participle = "ge" + participle
    third = stem if stem.endswith("t") else stem + "t"
    return stem, third, stem + ending, stem + ending + "n", participle


def add_verb(lexicon, infinitive, stem, third, past, pasts, participle, attested):
    for form, details in ((infinitive, "if"), (stem, "fm"), (third, "f"), (past, "f"), (pasts, "f"), (participle, "p"),
                          (infinitive + "d", "g"), (infinitive + "de", "g")):
        if form in attested:
            lexicon.add(form, "V", details, infinitive)
    for form in (participle + "e", infinitive + "de"):
        if form in attested:
            lexicon.add(form, "A", "", infinitive)


def add_verbs(lexicon, attested, words):
    strong = {}
    for line in cache.lines("nl", "strong.txt"):
        infinitive, past, pasts, participle = line.split()
        stem = stem_of(infinitive)
        third = infinitive[:-1] + "t" if infinitive.endswith(SHORT) else stem if stem.endswith("t") else stem + "t"
        strong[infinitive] = (stem, third, past, pasts, participle)
    for infinitive, forms in strong.items():
        add_verb(lexicon, infinitive, *forms, attested)
        for prefix in SEPARABLE + PREFIX:
            if prefix + infinitive in attested:
                stem, third, past, pasts, participle = forms
                if prefix in PREFIX and participle.startswith("ge"):
                    participle = participle[2:]
                add_verb(lexicon, prefix + infinitive, *(prefix + f for f in (stem, third, past, pasts, participle)), attested)
    for word in sorted(attested):
        if word.endswith("en") and len(word) > 4 and word.islower() and word not in strong and not lexicon.has(word, "V"):
            forms = weak(word, words)
            if sum(f in words for f in forms) >= 4 and (forms[2] in words or forms[4] in words):
                add_verb(lexicon, word, *forms, attested)
                for prefix in SEPARABLE:
                    if prefix + word in attested:
                        add_verb(lexicon, prefix + word, *(prefix + f for f in forms), attested)


def plurals(word):
    yield word + "en"
    yield word + "s"
    yield word + "'s"
    if re.search(r"[aeiou][bdfgklmnprst]$", word):
        yield word + word[-1] + "en"
    if re.search(r"([aeou])\1[bdfgklmnprst]$", word):
        short = word[:-2] + word[-1]
        yield short + "en"
        yield re.sub("s$", "z", re.sub("f$", "v", short)) + "en"
    yield re.sub("s$", "z", re.sub("f$", "v", word)) + "en"
    if word.endswith("heid"):
        yield word[:-4] + "heden"
    if word.endswith("ie"):
        yield word[:-2] + "ieën"


def add_nouns(lexicon, attested, words, closed):
    for word in sorted(attested):
        if not word.islower() or len(word) < 3 or word.endswith("en") and lexicon.has(word, "V") or lexicon.has(word, "FDQ"):
            continue
        if word in closed or lexicon.has(word, "A") or word.endswith(("er", "st", "e")) and lexicon.has(re.sub("(er|st|e)$", "", word), "A"):
            continue
        small = [d for d in (word + "je", word + "tje", word + "pje", word + word[-1] + "etje", word[:-1] + "kje", word + "'tje") if d in words]
        many = [p for p in plurals(word) if p in words and p != word]
        if small or many and (NOUN.search(word) or not lexicon.has(word, "V")) and not lexicon.has(word, "F"):
            lexicon.add(word, "N", "s" + ("f" if NOUN.search(word) and word.endswith(("ing", "heid", "teit", "tie", "schap")) else ""), word)
            for plural in attested & set(many):
                if small or not lexicon.has(plural, "V"):
                    lexicon.add(plural, "N", "p", word)
            for form in attested & set(small):
                lexicon.add(form, "N", "ns", word)
                if form + "s" in attested:
                    lexicon.add(form + "s", "N", "np", word)


def add_adjectives(lexicon, attested, words):
    for word in sorted(words):
        if not word.islower() or len(word) < 3 or lexicon.has(word, "F"):
            continue
        bases = {word, re.sub(r"([aeou])\1([bdfgklmnprst])$", r"\1\2", word), word + word[-1]}
        if word.endswith("ieel"):
            bases.add(word[:-4] + "iël")
        bases |= {re.sub("s$", "z", re.sub("f$", "v", b)) for b in bases}
        for base in bases:
            inflected, comparative = base + "e", base + "er"
            if inflected in words and (comparative in words and (word + "st" in words or word + "ste" in words) or ADJECTIVE.search(word)):
                for form in (word, inflected, comparative, base + "ere", word + "st", word + "ste"):
                    if form in attested:
                        lexicon.add(form, "A", "", word)


def build():
    frequencies = common.Frequencies("nl")
    lexicon = Lexicon()
    common.add_closed(lexicon, "nl")
    common.add_closed(lexicon, "nl", "more.txt")
    closed = set(lexicon.tags)
    words = {w for w in opentaal() if common.is_word(w)}
    attested = {w for w in words if frequencies.folded(w)}
    add_verbs(lexicon, attested, words)
    add_adjectives(lexicon, attested, words)
    add_nouns(lexicon, attested, words, closed)
    for word in attested:
        if word.isupper() and len(word) > 1:
            lexicon.add(word, "X")
        elif word[0].isupper() and word.lower() in attested:
            continue
        elif word[0].isupper():
            lexicon.add(word, "A" if word.endswith(("se", "sche", "er")) else "B")
        else:
            lexicon.add(word, "")
    for form in [f for f in lexicon.tags if len(f) == 1 and f not in closed]:
        lexicon.drop(form)
    common.add_names(lexicon, "nl", frequencies, lambda w: w in lexicon)
    romance.add_unproved(lexicon, frequencies, "nl", 3.2)
    common.mark_english(lexicon, frequencies)
    common.cut(lexicon, frequencies, SIZE, "FQ")
    return lexicon, frequencies
