"""Portuguese: no free lexicon tells what its words are, so paradigms attested in wordfreq have to."""

import re

import cache
import common
import romance
import unproved
from lexicon import Lexicon

SIZE = 90000
LETTERS = re.compile(r"^[a-záâãàéêíóôõúüç]+(?:-[a-záâãàéêíóôõúüç]+)*$")

PRESENT = {
    "ar": ("o", "as", "a", "amos", "ais", "am"),
    "er": ("o", "es", "e", "emos", "eis", "em"),
    "ir": ("o", "es", "e", "imos", "is", "em"),
}
PRETERITE = {
    "ar": ("ei", "aste", "ou", "ámos", "astes", "aram"),
    "er": ("i", "este", "eu", "emos", "estes", "eram"),
    "ir": ("i", "iste", "iu", "imos", "istes", "iram"),
}
IMPERFECT = {
    "ar": ("ava", "avas", "ávamos", "áveis", "avam"),
    "er": ("ia", "ias", "íamos", "íeis", "iam"),
    "ir": ("ia", "ias", "íamos", "íeis", "iam"),
}
FUTURE = ("ei", "ás", "á", "emos", "eis", "ão", "ia", "ias", "íamos", "íeis", "iam")
PERSONAL = ("es", "mos", "des", "em")


def before(stem, conjugation, ending):
    """The stem as it is spelt before an ending: ficar fique, chegar chegue, começar comece, proteger proteja."""
    front = ending[0] in "eiéêí"
    if conjugation == "ar" and front:
        if stem.endswith("ç"):
            return stem[:-1] + "c"
        if stem.endswith("c"):
            return stem[:-1] + "qu"
        if stem.endswith("g"):
            return stem + "u"
    if conjugation != "ar" and not front:
        if stem.endswith("gu"):
            return stem[:-1]
        if stem.endswith("qu"):
            return stem[:-2] + "c"
        if stem.endswith("c"):
            return stem[:-1] + "ç"
        if stem.endswith("g"):
            return stem[:-1] + "j"
    return stem


def acute(text):
    return text.translate(str.maketrans("aei", "áéí"))


def broadened(infinitive):
    """passear, nomear: e becomes ei under stress."""
    return infinitive.endswith("ear")


def subjunctive(first):
    """The persons of the present subjunctive from its first: fale, faça, dê, vá."""
    if first == "dê":
        return ("dê", "dês", "demos", "deis", "deem")
    if first == "vá":
        return ("vá", "vás", "vamos", "vades", "vão")
    return tuple(first[:-1] + first[-1] + e for e in ("", "s", "mos", "is", "m"))


def from_preterite(third):
    """What is made from the third person plural of the preterite: fizeram: fizera, fizesse, fizer."""
    stem = third[:-3]  # fize, fala, senti, fo
    if stem == "fo":
        return ("fora", "foras", "fôramos", "fôreis", "fosse", "fosses", "fôssemos", "fôsseis", "fossem",
                "for", "fores", "formos", "fordes", "forem")
    accented = stem[:-1] + {"a": "á", "e": "é", "i": "í"}.get(stem[-1], stem[-1])
    circumflex = stem[:-1] + {"a": "á", "e": "ê", "i": "í"}.get(stem[-1], stem[-1])
    forms = [stem + e for e in ("ra", "ras", "sse", "sses", "ssem", "r", "res", "rmos", "rdes", "rem")]
    for middle in {accented, circumflex}:
        forms += [middle + e for e in ("ramos", "reis", "ssemos", "sseis")]
    return tuple(forms)


def conjugate(infinitive, pres=None, pret=None, subj=None, impf=None, part=None, fut=None, imp=None, ger=None):
    """{form: details} of a verb; what is not given is made by rule."""
    infinitive = infinitive.replace("pôr", "por") if infinitive != "pôr" else infinitive
    stem, conjugation = infinitive[:-2], infinitive[-2:]
    hiatus = conjugation == "ir" and stem[-1:] in "aeou" and stem[-2:] not in ("gu", "qu")
    forms = {}

    def put(form, detail):
        forms.setdefault(form, set()).add(detail)

    def put_all(endings, detail="f"):
        for ending in endings:
            if hiatus and ending[0] == "i" and ending not in ("iu",):
                ending = "í" + ending[1:]
            put(before(stem, conjugation, ending) + ending, detail)

    put(infinitive, "i")
    future = fut or infinitive.replace("ô", "o")
    for ending in FUTURE:
        put(future + ending, "f")
    base = infinitive.replace("ô", "o")
    if conjugation == "ir" and hiatus:
        base_long = stem + "ír"
        for ending in ("es", "em"):
            put(base_long + ending, "i")
        for ending in ("mos", "des"):
            put(base + ending, "i")
    else:
        for ending in PERSONAL:
            put(base + ending, "i")
    regular = conjugation if conjugation in PRESENT else "er"
    if pres:
        for form in pres:
            put(form, "f")
    elif hiatus:  # construir, contribuir
        for ending in ("o", "is", "i", "ímos", "ís", "em"):
            put(stem + ending, "f")
    elif broadened(infinitive):
        put_all(PRESENT[regular][3:5])
    else:
        put_all(PRESENT[regular])
    you = pres[2] if pres else stem + "i" if hiatus else before(stem, conjugation, PRESENT[regular][2]) + PRESENT[regular][2]
    if not broadened(infinitive) or pres:
        put(you, "m")
    if pret:
        for form in pret:
            put(form, "f")
        third = pret[5]
    else:
        put_all(PRETERITE[regular])
        if regular == "ar":
            put_all(("amos",))
        third = before(stem, conjugation, PRETERITE[regular][5]) + PRETERITE[regular][5]
        if hiatus:
            third = stem + "íram"
    for form in from_preterite(third):
        put(form, "f")
    if impf == "era":
        for form in ("era", "eras", "éramos", "éreis", "eram"):
            put(form, "f")
    elif impf and impf.endswith("nha"):
        for ending in ("a", "as", "am"):
            put(impf[:-1] + ending, "f")
        accent = re.sub(r"([iu])(nha)$", lambda m: {"i": "í", "u": "ú"}[m[1]] + m[2], impf)
        for ending in ("mos", "is"):
            put(accent[:-1] + {"mos": "amos", "is": "eis"}[ending], "f")
    elif impf:
        for ending in ("", "s", "mos", "m"):
            put(impf + ending, "f")
    else:
        put_all(IMPERFECT[regular])
    first = subj
    if not first:
        ending = "e" if regular == "ar" else "a"
        first = before(stem, conjugation, ending) + ending
    persons = subjunctive(first)
    for form in persons[2:4] if broadened(infinitive) and not subj else persons:
        put(form, "f")
        put(form, "m")
    if broadened(infinitive) and not pres:
        for ending in ("eio", "eias", "eia", "eiam", "eie", "eies", "eiem"):
            put(stem[:-1] + ending, "f")
    for form in imp or ():
        put(form, "m")
    put(ger or stem + {"ar": "ando", "er": "endo", "ir": "indo"}.get(conjugation, "ondo"), "g")
    participles = part or (stem + ("ado" if regular == "ar" else "ído" if hiatus or impf == stem + "ía" else "ido"),)
    for form in participles:
        put(form, "p")
        if form.endswith("o"):
            for ending in ("a", "os", "as"):
                put(form[:-1] + ending, "p")
        else:
            put(form + "s", "p")
    return forms


ACCENT = {"tem": "tém", "tens": "téns", "vem": "vém", "vens": "véns", "pôr": "por", "crê": "crê"}


def irregular():
    """(infinitive, {form: details}) of the verbs of verbs.txt and of those made from them."""
    for line in cache.lines("pt", "verbs.txt"):
        spec, _, compounds = line.partition("~")
        infinitive, *settings = spec.split()
        given = {}
        for setting in settings:
            key, value = setting.split("=")
            given[key] = value if key in ("subj", "impf", "fut", "ger") else tuple(value.split(","))
        forms = conjugate(infinitive, **given)
        yield infinitive, forms
        plain = infinitive.replace("ô", "o")
        for compound in compounds.split():
            prefix = compound[: len(compound) - len(plain)]
            made = {prefix + ACCENT.get(f, f): d for f, d in forms.items()}
            made[compound] = {"i"}
            yield compound, made


def regular_verbs(frequencies, hand):
    """(infinitive, forms) where enough of the forms are attested; a slip of the pen has no paradigm."""
    wrong = unproved.slips("pt")
    for word, zipf in sorted(frequencies.table.items()):
        if word in hand or word in wrong or zipf < 1.5 or len(word) < 4 or word[-2:] not in PRESENT or not romance.LETTERS["pt"].match(word):
            continue
        tell = {"ar": ("ou", "ava"), "er": ("eu", "ido"), "ir": ("iu", "ido")}[word[-2:]]
        if not any(frequencies.folded(f) >= 1.3 for f in (word[:-2] + tell[0], before(word[:-2], word[-2:], tell[0]) + tell[0], word[:-2] + tell[1])):
            continue
        forms = conjugate(word)
        if romance.attested(forms, zipf, frequencies):
            yield word, forms


def add_verbs(lexicon, frequencies):
    hand = {}
    for infinitive, forms in irregular():
        hand.setdefault(infinitive, forms)
    hand.update(list(regular_verbs(frequencies, hand)))
    for infinitive, forms in hand.items():
        romance.add_verb(lexicon, frequencies, infinitive, forms)
        before_pronoun = infinitive[:-2] + {"a": "á", "e": "ê", "i": "i", "o": "ô", "ô": "ô"}[infinitive[-2]]
        if len(before_pronoun) > 1 and frequencies.folded(before_pronoun) and before_pronoun not in forms:  # falá-lo, vendê-lo, pô-lo
            lexicon.add(before_pronoun, "V", "i", infinitive)


# (ending, its plural, genders, tag): words with both forms, or frequent enough alone, are nouns or adjectives.
SUFFIXES = (
    ("ção", "ções", "f", "N"), ("são", "sões", "f", "N"), ("estão", "estões", "f", "N"), ("ustão", "ustões", "f", "N"), ("exão", "exões", "f", "N"),
    ("idão", "idões", "f", "N"), ("dade", "dades", "f", "N"), ("mento", "mentos", "m", "N"),
    ("ismo", "ismos", "m", "N"), ("agem", "agens", "f", "N"), ("ista", "istas", "mf", "N"), ("ância", "âncias", "f", "N"),
    ("ência", "ências", "f", "N"), ("tor", "tores", "m", "N"), ("dor", "dores", "m", "N"), ("sor", "sores", "m", "N"),
    ("tora", "toras", "f", "N"), ("dora", "doras", "f", "N"), ("eza", "ezas", "f", "N"), ("tura", "turas", "f", "N"),
    ("ologia", "ologias", "f", "N"), ("grafia", "grafias", "f", "N"), ("itude", "itudes", "f", "N"), ("aria", "arias", "f", "N"),
    ("ite", "ites", "f", "N"), ("ose", "oses", "f", "N"), ("zinho", "zinhos", "m", "N"), ("zinha", "zinhas", "f", "N"),
    ("inho", "inhos", "m", "N"), ("inha", "inhas", "f", "N"), ("grama", "gramas", "m", "N"), ("ável", "áveis", "", "A"),
    ("ível", "íveis", "", "A"), ("úvel", "úveis", "", "A"), ("al", "ais", "", "A"), ("ar", "ares", "", "A"),
    ("ante", "antes", "", "A"), ("ente", "entes", "", "A"), ("inte", "intes", "", "A"), ("ês", "eses", "m", "N"),
    ("ense", "enses", "", "A"), ("eira", "eiras", "f", "N"), ("eiro", "eiros", "m", "N"), ("ia", "ias", "f", "N"),
    ("ice", "ices", "f", "N"), ("ão", "ões", "m", "N"), ("ão", "ãos", "m", "N"), ("ão", "ães", "m", "N"), ("il", "is", "", "A"),
    ("oso", "osos", "", "A"), ("osa", "osas", "", "A"), ("ico", "icos", "", "A"), ("ica", "icas", "", "A"), ("ivo", "ivos", "", "A"),
    ("iva", "ivas", "", "A"), ("el", "éis", "m", "N"), ("ol", "óis", "m", "N"), ("em", "ens", "m", "N"), ("im", "ins", "m", "N"),
    ("om", "ons", "m", "N"), ("um", "uns", "m", "N"), ("or", "ores", "m", "N"), ("er", "eres", "m", "N"), ("z", "zes", "", "N"),
    ("ma", "mas", "m", "N"), ("a", "as", "f", "N"), ("o", "os", "m", "N"), ("e", "es", "", "N"), ("r", "res", "m", "N"),
    ("u", "us", "m", "N"), ("i", "is", "m", "N"), ("á", "ás", "m", "N"), ("é", "és", "m", "N"), ("ó", "ós", "", "N"),
    ("s", "ses", "m", "N"), ("l", "is", "m", "N"), ("ã", "ãs", "f", "N"), ("ê", "ês", "m", "N"), ("ô", "ôs", "m", "N"), ("n", "ns", "m", "N"),
)
ALONE = {"ção", "dade", "mento", "ismo", "agem", "ista", "ância", "ência", "eza", "ologia", "grafia", "ável", "ível", "itude"}
FEMININE_MA = set("cama forma norma lama alma arma chama dama fama rama trama calma grama palma pluma espuma firma reforma plataforma "
                  "madama lágrima vítima rima prima máxima mama soma goma coma gema alfama autoestima estima lesma turma vindima dracma".split())


def build():
    frequencies = common.Frequencies("pt")
    lexicon = Lexicon()
    common.add_closed(lexicon, "pt")
    common.add_closed(lexicon, "pt", "more.txt")
    add_verbs(lexicon, frequencies)
    romance.add_adjectives(lexicon, frequencies, "pt")
    romance.add_pairs(lexicon, frequencies, "pt", SUFFIXES, ALONE, FEMININE_MA)
    romance.add_adverbs(lexicon, frequencies, "pt")
    common.add_names(lexicon, "pt", frequencies, lambda w: w in lexicon)
    romance.drop_names(lexicon, "pt")
    romance.add_unproved(lexicon, frequencies, "pt", 2.6)
    common.add_homographs(lexicon, frequencies)
    romance.set_genders(lexicon, "pt")
    common.mark_english(lexicon, frequencies)
    common.cut(lexicon, frequencies, SIZE, "FQ")
    return lexicon, frequencies
