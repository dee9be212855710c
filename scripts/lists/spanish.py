"""Spanish: no free lexicon tells what its words are, so paradigms attested in wordfreq have to."""

import re

import cache
import common
import frequency
import romance
import unproved
from lexicon import Lexicon

SIZE = 40000
PRESENT = {
    "ar": ("o", "as", "a", "amos", "áis", "an"),
    "er": ("o", "es", "e", "emos", "éis", "en"),
    "ir": ("o", "es", "e", "imos", "ís", "en"),
}
VOS = {"ar": "ás", "er": "és", "ir": "ís"}
PRETERITE = {
    "ar": ("é", "aste", "ó", "amos", "asteis", "aron"),
    "er": ("í", "iste", "ió", "imos", "isteis", "ieron"),
    "ir": ("í", "iste", "ió", "imos", "isteis", "ieron"),
}
FUTURE = ("é", "ás", "á", "emos", "éis", "án", "ía", "ías", "íamos", "íais", "ían")
CHANGES = (("e", "ie"), ("o", "ue"), ("e", "i"), ("u", "ú"), ("i", "í"))


def before(stem, conjugation, ending):
    """The stem as it is spelt before an ending: busque, llegue, empiece, proteja, conozca."""
    front = ending[0] in "eéií"
    if conjugation == "ar" and front:
        if stem.endswith("c"):
            return stem[:-1] + "qu"
        if stem.endswith("g"):
            return stem + "u"
        if stem.endswith("z"):
            return stem[:-1] + "c"
        if stem.endswith("gu"):
            return stem[:-1] + "ü"
    if conjugation != "ar" and not front:
        if stem.endswith("gu"):
            return stem[:-1]
        if stem.endswith("qu"):
            return stem[:-2] + "c"
        if re.search(r"[aeou]c$", stem) and not stem.endswith(("mec", "coc", "torc")):
            return stem[:-1] + "zc"
        if stem.endswith("c"):
            return stem[:-1] + "z"
        if stem.endswith("g"):
            return stem[:-1] + "j"
        if stem.endswith("u"):
            return stem + "y"
    return stem


def changed(stem, frequencies, conjugation):
    """The stem under stress: that of pienso, puedo, pido, if it is heard more than the plain one."""
    ending = PRESENT[conjugation][2]
    best, most = stem, frequencies.folded(before(stem, conjugation, ending) + ending)
    for plain, broken in CHANGES:
        at = stem.rfind(plain)
        if at >= 0 and not re.search("[aeiou]", stem[at + 1 :].replace("gu", "g").replace("qu", "q")):
            other = stem[:at] + broken + stem[at + 1 :]
            forms = [before(other, conjugation, e) + e for e in (ending, PRESENT[conjugation][5], PRESENT[conjugation][0])]
            found = sum(frequencies.folded(f) >= 1.5 for f in forms)
            if found >= 2 and frequencies.folded(forms[0]) > most + 0.2:
                best, most = other, frequencies.folded(forms[0])
    return best


def from_preterite(third):
    stem = third[:-3]  # hablaron: habla, tuvieron: tuvie
    accented = stem[:-1] + {"a": "á", "e": "é"}.get(stem[-1:], stem[-1:])
    return tuple(stem + e for e in ("ra", "ras", "ran", "rais", "se", "ses", "sen", "seis", "re")) + (accented + "ramos", accented + "semos")


def conjugate(infinitive, frequencies, pres=None, pret=None, subj=None, impf=None, part=None, fut=None, imp=None, ger=None):
    """{form: details} of a verb; what is not given is made by rule."""
    stem, conjugation = infinitive[:-2], infinitive[-2:].replace("í", "i")
    forms = {}

    def put(form, detail):
        forms.setdefault(form, set()).add(detail)

    def spelt(ending, of=stem):
        return before(of, conjugation, ending) + ending

    put(infinitive, "i")
    for ending in FUTURE:
        put((fut or infinitive.replace("í", "i")) + ending, "f")
    stressed = changed(stem, frequencies, conjugation) if not pres else stem
    present = pres or tuple(spelt(e, stressed if n not in (3, 4) else stem) for n, e in enumerate(PRESENT[conjugation]))
    if not pres and stem.endswith("u") and conjugation == "ir" and stem[-2:] not in ("gu", "qu"):  # construir
        present = (stem + "yo", stem + "yes", stem + "ye", stem + "imos", stem + "ís", stem + "yen")
    for form in present:
        put(form, "f")
    put(present[2], "m")
    put(stem + VOS[conjugation], "f")
    put(stem + {"ar": "á", "er": "é", "ir": "í"}[conjugation], "m")
    closed = stem
    if conjugation == "ir" and stressed != stem:
        closed = re.sub("ie(?=[^aeiou]*$)", "i", re.sub("ue(?=[^aeiou]*$)", "u", stressed))
    preterite = pret or tuple(spelt(e, closed if n in (2, 5) else stem) for n, e in enumerate(PRETERITE[conjugation]))
    if not pret and conjugation == "ir" and stem.endswith("u") and stem[-2:] not in ("gu", "qu"):
        preterite = (stem + "í", stem + "iste", stem + "yó", stem + "imos", stem + "isteis", stem + "yeron")
    if not pret and re.search("(ñ|ll)$", stem) and conjugation != "ar":
        preterite = preterite[:2] + (closed + "ó",) + preterite[3:5] + (closed + "eron",)
    for form in preterite + from_preterite(preterite[5]):
        put(form, "f")
    if impf in ("era", "iba"):
        accent = {"era": "éra", "iba": "íba"}[impf]
        for form in (impf, impf + "s", impf + "n", accent + "mos", impf[:-1] + "ais"):
            put(form, "f")
    else:
        base = stem + "aba" if conjugation == "ar" else (impf or stem + "ía")
        for form in (base, base + "s", base + "n", (stem + "ábamos") if conjugation == "ar" else base + "mos", base + "is"):
            put(form, "f")
    ending = "e" if conjugation == "ar" else "a"
    first = subj or (present[0][:-1] + "a" if conjugation != "ar" else spelt("e", stressed))
    for form in (first, first + "s", first + "n"):
        put(form, "f")
        put(form, "m")
    inner = first if subj else spelt(ending, closed if conjugation == "ir" and stressed != stem else stem)
    if conjugation == "er" and not subj:
        inner = spelt("a", stem)
    for form in (inner[:-1] + {"e": "emos", "a": "amos", "é": "emos"}[inner[-1]], inner[:-1] + {"e": "éis", "a": "áis", "é": "éis"}[inner[-1]]):
        put(form, "f")
    for form in imp or ():
        put(form, "m")
    put(infinitive[:-1] + "d", "m")
    gerund = ger or (stem + "ando" if conjugation == "ar" else preterite[5].replace("ieron", "iendo").replace("yeron", "yendo").replace("eron", "endo") if not pret else stem + "iendo")
    put(gerund, "g")
    for form in part or (stem + ("ado" if conjugation == "ar" else "ido"),):
        put(form, "p")
        for end in ("a", "os", "as"):
            put(form[:-1] + end, "p")
    for form in enclitics(infinitive, gerund, forms):
        put(*form)
    return forms


PRONOUNS = ("me", "te", "se", "nos", "os", "lo", "la", "los", "las", "le", "les", "selo", "sela", "selos", "melo", "telo", "noslo")


def enclitics(infinitive, gerund, forms):
    """Infinitives and gerunds with pronouns: hacerlo, haciéndolo, dármelo."""
    accent = gerund[:-4] + {"a": "á", "e": "é"}.get(gerund[-4], gerund[-4]) + gerund[-3:]
    last = {"a": "á", "e": "é", "i": "í", "í": "í"}[infinitive[-2]]
    for pronoun in PRONOUNS:
        yield (infinitive if len(pronoun) < 4 else infinitive[:-2] + last + "r") + pronoun, "i"
        yield accent + pronoun, "g"


def irregular(frequencies):
    for line in cache.lines("es", "verbs.txt"):
        spec, _, compounds = line.partition("~")
        infinitive, *settings = spec.split()
        given = {}
        for setting in settings:
            key, value = setting.split("=")
            given[key] = value if key in ("subj", "impf", "fut", "ger") else tuple(value.split(","))
        forms = conjugate(infinitive, frequencies, **given)
        yield infinitive, forms
        for compound in compounds.split():
            prefix = compound[: len(compound) - len(infinitive)]
            yield compound, {prefix + {"ten": "tén", "ven": "vén", "pon": "pón"}.get(f, f): d for f, d in forms.items()}


def regular_verbs(frequencies, hand):
    """(infinitive, forms) where enough of the forms are attested; a slip of the pen has no paradigm."""
    wrong = unproved.slips("es")
    for word, zipf in sorted(frequencies.table.items()):
        if word in hand or word in wrong or zipf < 1.5 or len(word) < 4 or word[-2:] not in PRESENT or not romance.LETTERS["es"].match(word):
            continue
        tell = {"ar": "ó", "er": "ió", "ir": "ió"}[word[-2:]]
        if word[-2:] == "ar" and frequencies.folded(word[:-2] + tell) < 1.3:
            continue
        forms = conjugate(word, frequencies)
        if romance.attested(forms, zipf, frequencies):
            yield word, forms


def add_verbs(lexicon, frequencies):
    hand = {}
    for infinitive, forms in irregular(frequencies):
        hand.setdefault(infinitive, forms)
    hand.update(list(regular_verbs(frequencies, hand)))
    for infinitive, forms in hand.items():
        romance.add_verb(lexicon, frequencies, infinitive, forms)


SUFFIXES = (
    ("ción", "ciones", "f", "N"), ("sión", "siones", "f", "N"), ("dad", "dades", "f", "N"), ("tad", "tades", "f", "N"), ("miento", "mientos", "m", "N"),
    ("ismo", "ismos", "m", "N"), ("aje", "ajes", "m", "N"), ("ista", "istas", "mf", "N"), ("ancia", "ancias", "f", "N"), ("encia", "encias", "f", "N"),
    ("tor", "tores", "m", "N"), ("dor", "dores", "m", "N"), ("sor", "sores", "m", "N"), ("tora", "toras", "f", "N"), ("dora", "doras", "f", "N"),
    ("eza", "ezas", "f", "N"), ("tura", "turas", "f", "N"), ("ología", "ologías", "f", "N"), ("grafía", "grafías", "f", "N"), ("tud", "tudes", "f", "N"),
    ("ería", "erías", "f", "N"), ("itis", "itis", "f", "N"), ("grama", "gramas", "m", "N"), ("able", "ables", "", "A"), ("ible", "ibles", "", "A"),
    ("al", "ales", "", "A"), ("ar", "ares", "", "A"), ("ante", "antes", "", "A"), ("ente", "entes", "", "A"), ("iente", "ientes", "", "A"),
    ("ense", "enses", "", "A"), ("és", "eses", "m", "N"), ("ín", "ines", "m", "N"), ("ón", "ones", "m", "N"), ("án", "anes", "m", "N"), ("ún", "unes", "", "A"),
    ("z", "ces", "", "N"), ("ma", "mas", "", "N"), ("a", "as", "f", "N"), ("o", "os", "m", "N"), ("e", "es", "", "N"), ("or", "ores", "m", "N"),
    ("r", "res", "", "N"), ("l", "les", "", "N"), ("d", "des", "f", "N"), ("n", "nes", "", "N"), ("s", "ses", "", "N"), ("ú", "úes", "m", "N"), ("í", "íes", "m", "N"),
    ("é", "és", "m", "N"), ("ey", "eyes", "m", "N"), ("j", "jes", "m", "N"), ("t", "ts", "m", "N"), ("á", "ás", "m", "N"), ("ó", "ós", "m", "N"),
)
ALONE = {"ción", "sión", "dad", "miento", "ismo", "ista", "ancia", "encia", "eza", "ología", "grafía", "able", "ible"}


def build():
    frequencies = common.Frequencies("es")
    lexicon = Lexicon()
    common.add_closed(lexicon, "es")
    common.add_closed(lexicon, "es", "more.txt")
    add_verbs(lexicon, frequencies)
    romance.add_adjectives(lexicon, frequencies, "es")
    romance.add_pairs(lexicon, frequencies, "es", SUFFIXES, ALONE, ())
    romance.add_adverbs(lexicon, frequencies, "es")
    romance.drop_capitals(lexicon, "es")
    common.add_names(lexicon, "es", frequencies, lambda w: w in lexicon)
    romance.add_unproved(lexicon, frequencies, "es", 2.8)
    common.add_homographs(lexicon, frequencies)
    common.mark_english(lexicon, frequencies)
    common.cut(lexicon, frequencies, SIZE, "FQ")
    return lexicon, frequencies
