"""What the lists of Portuguese and Spanish have in common: nouns, adjectives and adverbs by the company of their forms."""

import re
import unicodedata

import cache
import common
import frequency
import unproved

LETTERS = {l: re.compile(f"^[{s}]+$") for l, s in {
    "en": "a-z", "pt": "a-záâãàéêíóôõúüç", "es": "a-záéíóúüñ", "fr": "a-zàâæçéèêëîïôœùûüÿ", "it": "a-zàèéìíòóùú", "nl": "a-zéèëêïöüóáà",
}.items()}
ACCENTS = {"a": "aáâã", "e": "eéê", "i": "ií", "o": "oóôõ", "u": "uúü", "c": "cç", "n": "nñ"}


def accented(base):
    """Words that have lost one accent on the way to an adverb: rapida(mente), facil(mente)."""
    yield base
    for at, letter in enumerate(base):
        for other in ACCENTS.get(letter, letter)[1:]:
            yield base[:at] + other + base[at + 1 :]


def bare(word):
    """The word without its accents; tilde and cedilla make other letters and stay (but not ã and õ, which are forgotten as often)."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.replace("ñ", "\0")) if not unicodedata.combining(c))
    return plain.replace("\0", "ñ")


class Doubt:
    """Whether a word that wordfreq lists is rather a name, a slip or a word of another language."""

    def __init__(self, lang, table):
        self.lang, self.table = lang, table
        self.frequent = {w: z for w, z in table.items() if z >= 4 and len(w) > 3}
        self.accented = {}
        for word, zipf in table.items():
            plain = bare(word)
            if plain != word and zipf > self.accented.get(plain, 0):
                self.accented[plain] = zipf

    def of(self, word):
        zipf = self.table[word]
        if self.is_name(word, zipf):
            return True
        if self.accented.get(word, 0) > zipf + 0.5 or self.lost_tilde(word, zipf):
            return True
        return unproved.foreign(word, self.lang, zipf) or unproved.misspelt(word, zipf, self.frequent)

    def is_name(self, word, zipf):
        """Capitals in other languages tell nothing of words that stand there only as names and here as themselves."""
        if self.lang not in common.CASED and zipf > max(frequency.zipfs(l).get(word, 0) for l in ("en", "es")) + 0.5:
            return False
        return (unproved.capital_share(word) or 0) > 0.85

    def lost_tilde(self, word, zipf):
        """“situaçao”, “própio”: another accent on the same letters is ten times as frequent."""
        plain = bare(word)
        return plain != word and (self.accented.get(plain, 0) > zipf + 1 or self.table.get(plain, 0) > zipf + 1.5)


def attested(forms, zipf, frequencies):
    """Whether people use enough of the forms of a verb with the Zipf value `zipf`: some in person and number, the gerund and a participle."""
    finite = [f for f, d in forms.items() if "f" in d and frequencies.folded(f) >= 1.3]
    gerund = max(frequencies.folded(f) for f, d in forms.items() if "g" in d)
    participle = max(frequencies.folded(f) for f, d in forms.items() if "p" in d)
    return len(finite) >= 6 and min(gerund, participle) >= 1.2 and max(gerund, participle) >= zipf - 2.2


def add_verb(lexicon, frequencies, infinitive, forms):
    for form, details in forms.items():
        if frequencies.folded(form):
            lexicon.add(form, "V", "".join(details), infinitive)
            if "p" in details:
                lexicon.add(form, "A")


def add_adjectives(lexicon, frequencies, lang):
    """-o -a -os -as, all attested."""
    table, doubt, hand = frequencies.table, Doubt(lang, frequencies.table), hand_tagged(lang)
    for word, zipf in sorted(table.items()):
        if not word.endswith("o") or len(word) < 4 or not LETTERS[lang].match(word) or zipf < 1.5:
            continue
        forms = [word[:-1] + e for e in ("o", "a", "os", "as")]
        if all(table.get(f, 0) >= 1.4 for f in forms) and sum(table[f] for f in forms) >= 7.5:
            if any(lexicon.has(f, "FV") or f in hand and not lexicon.has(f, "A") for f in forms) or sum(doubt.of(f) for f in forms) > 1:
                continue
            for form, details in zip(forms, ("ms", "fs", "mp", "fp")):
                lexicon.add(form, "A", "", word)
                if not quality(word, table):
                    lexicon.add(form, "N", details, word)
                elif details[0] == "f" and table[forms[1]] > zipf + 0.5:
                    lexicon.add(form, "N", details, forms[1])


ADJECTIVAL = re.compile(r"(os|iv|[áaéeíióô]ic|ári|óri|ad|id|ín|in|an|êuc|esc|íssim|ísim|und|áce|áne|íde|óide|íger|ífer|ífic|ôma|ud|lent|onh|eir|er)o$")


def quality(word, table):
    """Whether a word in -o is an adjective rather than a noun with both genders, like gato or filho."""
    return bool(ADJECTIVAL.search(word)) or any(b in table for b in (word[:-1] + "amente", bare(word[:-1]) + "amente"))


ALSO_VERBS = ("ável", "ível")  # estáveis might be a form of estar that nobody uses


def noun_beside_verb(word, many, table):
    """compra, compras: a noun as well, when the form of “you” is heard more than that of “they”."""
    they = max(table.get(many[:-1] + "m", 0), table.get(many[:-1] + "n", 0))
    return table.get(many, 0) >= 2.5 and table[many] > they + 0.3


def infinitive(lexicon, word):
    return "i" in lexicon.tags[word]["V"]


def hand_tagged(lang):
    if not cache.exists(lang, "more.txt"):
        return set()
    return {w for file in ("more.txt", "closed.txt") for line in cache.lines(lang, file) for w in line.split()[1:]}


def add_pairs(lexicon, frequencies, lang, suffixes, alone, feminine):
    """Nouns and adjectives that stand in the singular and the plural, or with a suffix that leaves no doubt."""
    table, doubt = frequencies.table, Doubt(lang, frequencies.table)
    verbs = {f for f in lexicon.tags if lexicon.has(f, "V")}
    hand = hand_tagged(lang)
    foreign = {w for line in cache.lines(lang, "foreign.txt") for w in line.split()}
    for word, zipf in sorted(table.items()):
        if len(word) < 3 or zipf < 1.6 or word in foreign or not LETTERS[lang].match(word) or word in lexicon and word not in verbs | hand:
            continue
        for ending, plural, genders, tag in suffixes:
            if not word.endswith(ending):
                continue
            many = word[: len(word) - len(ending)] + plural
            if word in hand and lexicon.has(word, "N") and table.get(many, 0) >= 1.2 and many not in hand:
                lexicon.add(many, "N", "".join(set("mf") & lexicon.tags[word]["N"]) + "p", word)
            if lexicon.has(word, "FQD") or lexicon.has(many, "FQD") or word in hand:
                break
            if word in verbs and (infinitive(lexicon, word) or table.get(many, 0) < max(zipf - 1.5, 3)):
                break
            clear = ending in ALSO_VERBS or word not in verbs and ending[-1] not in "aeo"
            if many in verbs and not clear and not (ending[-1] in "ae" and noun_beside_verb(word, many, table)):
                break
            other = table.get(many, 0)
            pair = zipf >= 1.8 and other >= 1.5 and zipf + other >= 4.2
            if not (pair or ending in alone and zipf >= 1.8) or doubt.of(word):
                continue
            if word in feminine:
                genders = "f"
            lexicon.add(word, tag, genders + "s" if tag == "N" else "")
            if other >= 1.2 and not doubt.of(many):
                lexicon.add(many, tag, genders + "p" if tag == "N" else "", word)
            break


PLURALS = (("ão", "ões"), ("ão", "ãos"), ("ão", "ães"), ("l", "is"), ("el", "éis"), ("ol", "óis"), ("il", "eis"), ("m", "ns"), ("r", "res"),
           ("s", "ses"), ("ês", "eses"), ("z", "zes"), ("n", "ns"), ("", "s"))


def plurals(word):
    """What the plural of the word may be."""
    return {word[: len(word) - len(ending)] + plural for ending, plural in PLURALS if word.endswith(ending)}


def set_genders(lexicon, lang):
    """What genders.txt says goes before what the endings said: lines `m word …`, of the singular and its plural, or
    `mp word …`, of this form alone."""

    def mend(form, genders, number, lemma):
        details = lexicon.tags[form].setdefault("N", set())
        details -= set("mf") if number == "s" and "s" in details else set("mfsp")
        details |= set(genders + number)
        if lemma and form not in lexicon.lemmas:
            lexicon.add(form, "N", "", lemma)

    lines = [line.split() for line in cache.lines(lang, "genders.txt")]
    listed = {word for _, *words in lines for word in words}
    for signs, *words in lines:
        genders, own = signs.rstrip("sp"), signs.lstrip("mf")
        for word in words:
            if word not in lexicon:
                continue
            mend(word, genders, own or "s", None)
            for many in plurals(word) - listed if not own else ():
                own_form = lexicon.has(many, "N") or lexicon.lemma_of(many, lambda _: 0) in (None, word)
                if many in lexicon and not lexicon.has(many, "F") and own_form:
                    mend(many, genders, "p", word)


def add_adverbs(lexicon, frequencies, lang):
    for word, zipf in frequencies.table.items():
        if word.endswith("mente") and len(word) > 7 and zipf >= 1.3 and LETTERS[lang].match(word):
            if lang == "pt" and re.search("[áàâéêíóôú]", word):
                continue
            bases = [word[:-5]] if lang == "es" else accented(word[:-5])
            if any(lexicon.has(base, "AN") for base in bases):
                lexicon.add(word, "D")


def drop_capitals(lexicon, lang):
    """Where the case is counted, forms that stand nearly always with a capital are no ordinary words."""
    for form in [f for f in lexicon.tags if f.islower() and not lexicon.has(f, "FQVD")]:
        share = frequency.share_of_capital(lang, form)
        if share is not None and share > 0.9:
            lexicon.drop(form)


def drop_names(lexicon, lang):
    """Lower-case lines of words that are known only as names; ordinary.txt keeps those that are both."""
    ordinary = set(w for line in cache.lines(lang, "ordinary.txt") for w in line.split())
    for name in [f for f in lexicon.tags if f[0].isupper()]:
        low = name.lower()
        strong = "FQVD" if lexicon.has(name, "L") and not low.endswith(("o", "a")) else "FQVAD"
        if low in lexicon and low not in ordinary and not lexicon.has(low, strong) and lexicon.has(name, "GSLB"):
            lexicon.drop(low)


def add_unproved(lexicon, frequencies, lang, least):
    unproved.add(lexicon, frequencies, lang, least, LETTERS[lang])
