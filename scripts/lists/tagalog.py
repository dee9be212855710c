"""The affixes of Filipino: which root a word is made from, and whether that makes it a verb, a noun or an adjective."""

import re

VOWELS = "aeiou"

# (prefix, what it makes). The doubled first syllable is looked for after it.
VERBAL = ["mag", "nag", "magpa", "nagpa", "makapag", "nakapag", "makapagpa", "nakapagpa", "magsi", "nagsi", "magka", "nagka",
          "magkaka", "nagkaka", "makipag", "nakipag", "makikipag", "nakikipag", "maki", "naki", "makiki", "nakiki", "maka", "naka",
          "makaka", "nakaka", "mai", "nai", "maipa", "naipa", "maipag", "naipag", "i", "ini", "ipa", "ipina", "ipag", "ipinag",
          "isa", "isina", "ipang", "ipinang", "mapa", "napa", "mapapa", "napapa", "ma", "na", "mang", "nang", "mam", "nam", "man", "nan",
          "magsipag", "nagsipag", "ika", "ikina", "pinag", "pinagka", "pina", "pinaki", "pinakipag", "pinapag", "naipapa", "maipapa",
          "magpaka", "nagpaka", "magpakaka", "nagpakaka", "mapag", "napag", "nagkanda", "magkanda", "magpapa", "nagpapa", "nagma", "magma"]
NOMINAL = ["pag", "pagka", "pagkaka", "pagpapa", "pagpa", "pang", "pam", "pan", "pakiki", "pakikipag", "pangka", "taga", "tagapag",
           "tagapang", "tagapam", "tagapan", "ka", "sang", "tag", "pakikipagka", "pagsasa", "pagki", "pagsa", "pagpapaka", "pangangala",
           "kasing", "kasim", "kasin", "magka", "mag", "ikapag", "pagsi", "paki"]
ADJECTIVAL = ["ma", "pinaka", "pinakama", "napaka", "mapag", "mala", "naka", "nakaka", "kasing", "sing", "magkasing", "makapang",
              "pang", "pam", "pan", "mapang", "mapan", "mapam", "nakapag", "makaka", "nakapang", "nakapa"]
SUFFIXES = ["in", "hin", "an", "han", "nin", "nan"]


def first_syllable(root):
    """What is doubled: the first consonant and vowel, or the vowel alone (consonant clusters double their first)."""
    match = re.match(r"^((?:ng|[^aeiou])?)[^aeiou]*([aeiou])", root)
    return match[1] + match[2] if match else ""


class Analyser:
    def __init__(self, roots, table):
        self.roots = roots
        self.table = table

    def root(self, text):
        """The attested root that `text` stands for, also where a sound has changed."""
        for candidate in self.variants(text):
            long_enough = len(candidate) >= 4 or len(candidate) == 3 and candidate[0] in VOWELS
            if long_enough and candidate in self.roots and self.table.get(candidate, 0) >= 3.05:
                return candidate
        return None

    @staticmethod
    def variants(text):
        yield text
        if text.startswith("r"):
            yield "d" + text[1:]

    def doubled(self, text):
        """The root of a word with the first syllable twice: susulat, lulutu."""
        for size in (1, 2, 3):
            syllable, rest = text[:size], text[size:]
            if len(rest) >= 3 and syllable and syllable[-1] in VOWELS:
                for variant in self.variants(rest):
                    if first_syllable(variant) == syllable or first_syllable(rest) == syllable:
                        found = self.root(variant)
                        if found:
                            return found
        return None

    def plain_or_doubled(self, text):
        return self.root(text) or self.doubled(text)

    def with_suffix(self, text):
        """A root with -in or -an: basahin, lutuin, tawagan; o before it becomes u, some lose a vowel."""
        for suffix in SUFFIXES:
            if not text.endswith(suffix) or len(text) - len(suffix) < 4:
                continue
            stem = text[: -len(suffix)]
            for candidate in suffixed(stem):
                found = self.plain_or_doubled(candidate)
                if found:
                    return found
        return None

    def without_infix(self, text, infix):
        """Cut -um- or -in- out after the first consonant, or from before the first vowel."""
        match = re.match(rf"^((?:ng|[bdghklmnprstwy])[lrwy]?)?{infix}([aeiou].+)$", text)
        if match:
            return (match[1] or "") + match[2]
        return None

    def verb(self, word):
        """The root if the word reads as a verb, with its details."""
        for prefix in VERBAL:
            if word.startswith(prefix) and len(word) - len(prefix) >= 3:
                rest = word[len(prefix):]
                found = self.plain_or_doubled(rest) or self.nasal(prefix, rest)
                if found:
                    return found
        for infix in ("um", "in"):
            rest = self.without_infix(word, infix)
            if rest:
                found = self.plain_or_doubled(rest) or self.with_suffix(rest)
                if found:
                    return found
        for prefix in ("pag", "pinag", "pa", "pina", "i", "ma", "na", "ipag", "pang", "pinang", "papag", "paki", "pinaka", "maka", "naka", "pagka",
                       "kina", "ka", "mapag", "napag", "pinagka", "nagka", "magka", "nag", "mag", "nagsi", "magsi", "ipina", "ni", "li", "ini", ""):
            if word.startswith(prefix) and len(word) - len(prefix) >= 5:
                found = self.with_suffix(word[len(prefix):])
                if found:
                    return found
        return None

    def nasal(self, prefix, rest):
        """mam-, pam- swallow b and p; man-, pan- d, l, s, t; mang-, pang- k: mamili, panghuli, manahi."""
        lost = {"am": "bp", "an": "dlst", "ng": "k"}.get(prefix[-2:], "")
        for consonant in lost:
            found = self.root(consonant + rest) or self.doubled_nasal(prefix[-1 if prefix[-2:] != "ng" else -2:], consonant, rest)
            if found:
                return found
        return None

    def doubled_nasal(self, sound, consonant, rest):
        """mamimili: the swallowed sound and its vowel are doubled as m, n or ng."""
        match = re.match(rf"^([aeiou]){sound}(\1.*)$", rest)
        return self.root(consonant + match[2]) if match else None

    def noun(self, word):
        for prefix in NOMINAL:
            if word.startswith(prefix) and len(word) - len(prefix) >= 3:
                rest = word[len(prefix):]
                found = self.plain_or_doubled(rest) or self.nasal(prefix, rest) or self.with_suffix(rest)
                if found:
                    return found
        if word.endswith(("an", "han")):
            return self.with_suffix(word)
        return None

    def adjective(self, word):
        for prefix in ADJECTIVAL:
            if word.startswith(prefix) and len(word) - len(prefix) >= 3:
                found = self.plain_or_doubled(word[len(prefix):])
                if found:
                    return found
        return None

    def is_quality(self, word, root):
        """Whether ma- makes an adjective of this root: there is pinakama-, napaka- or ka-…-an of it, and hardly na-."""
        tests = [f for f in ("pinakama" + root, "napaka" + root, "ka" + root + "an", "ka" + root + "han", "nakaka" + root) if f in self.table]
        doubled = "ma" + first_syllable(root) + root
        na = self.table.get("na" + root, 0)
        return bool(tests) and na < self.table[word] or not na and doubled in self.table


def suffixed(stem):
    yield stem
    if "u" in stem:
        at = stem.rindex("u")
        yield stem[:at] + "o" + stem[at + 1 :]
    if "i" in stem:
        at = stem.rindex("i")
        yield stem[:at] + "e" + stem[at + 1 :]
    if stem.endswith("r"):
        yield stem[:-1] + "d"
    if stem.endswith("ur"):
        yield stem[:-2] + "od"
    for vowel in VOWELS:  # bukas buksan, tingin tingnan, dala dalhin
        yield stem[:-1] + vowel + stem[-1]
        yield stem + vowel


def readings(word, roots, table):
    """[(tag, details, lemma)] of a word; the linker -ng or -g is taken off first."""
    for base in linked(word):
        if base in roots and table.get(base, 0) >= table[word] - 1:
            return [(tag, details, base) for tag, details, _ in analyse(base, roots, table)] or [("N", "", base)]
    return analyse(word, roots, table)


def linked(word):
    if word.endswith("ng") and len(word) > 4:
        if word[-3] in VOWELS:
            yield word[:-2]
        yield word[:-1]


SHAPE = re.compile(
    r"^((nag|mag|ipinag|ipina|ipag|pinag|pina|nakapag|makapag|nakiki|makiki|nakipag|nai|naipa)[a-z]{4,}"
    r"|([bdghklmnprst]|ng)?um[aeiou][a-z]{2,}|ni[lry][aeiou][a-z]{3,}|i[bdghklmnprst]in[aeiou][a-z]{3,}|in[aeiou][a-z]{3,}"
    r"|([bdghklmnprst])in([aeiou])\4\5[a-z]{2,}|[hkst]in[aeiou][bdghklmnprst][aeiou][a-z]{2,})$"
)


def shaped(word, roots, table):
    """A verb by its shape alone, whose root is not attested; or the doubled root of what is yet to come: tatakas."""
    if SHAPE.match(word):
        return [("V", "f", None)]
    match = re.match(r"^([bdghklmnprstwy]?[aeiou])(\1.{2,})$", word)
    if match and match[2] in roots and table.get(match[2], 0) >= max(table[word] - 0.3, 3.3):
        return [("V", "f", match[2])]
    return []


def analyse(word, roots, table):
    return [] if len(word) < 5 else by_affixes(word, roots, table) or shaped(word, roots, table)


def by_affixes(word, roots, table):
    analyser = Analyser(roots - {word}, table)
    out = []
    plain = analyser.root(word[2:]) if word.startswith("ma") else None
    for prefix, tags in PRECISE:
        if plain and prefix.startswith(("mag", "mai", "mala", "mapag")) and not outweighs(analyser, prefix, word, plain, table):
            break
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            rest = word[len(prefix):]
            root = analyser.plain_or_doubled(rest) or analyser.nasal(prefix, rest) or analyser.with_suffix(rest)
            if root:
                return [(t[0], t[1:], root) for t in tags.split()]
    if re.match(r"^([bdghklmnprst]|ng)?um[aeiou]", word):
        rest = analyser.without_infix(word, "um")
        root = rest and (analyser.plain_or_doubled(rest) or analyser.with_suffix(rest))
        return [("V", "f", root)] if root else []
    if word.startswith("ma"):
        root = analyser.root(word[2:])
        if root:
            return [("A", "", root)] if analyser.is_quality(word, root) else [("A", "", root), ("V", "f", root)]
    root = analyser.verb(word)
    if root:
        out.append(("V", "f", root))
        if word.endswith("an") and not re.match(r"^([^aeiou]?[iu][nm]|[mn]a|pin)", word):
            out.append(("N", "", root))
        return out
    root = analyser.noun(word)
    if root:
        return [("N", "", root)]
    root = analyser.adjective(word)
    if root:
        return [("A", "", root)]
    return []


def outweighs(analyser, prefix, word, plain, table):
    """Whether mag- and its root speak louder than ma- and a root in g: maganda is of ganda, not of anda."""
    root = analyser.plain_or_doubled(word[len(prefix):]) or analyser.with_suffix(word[len(prefix):])
    return root and len(root) > 2 and table.get(root, 0) > table.get(plain, 0) + 0.3


# Prefixes that leave no doubt, the longer ones first.
PRECISE = sorted(
    [(p, "A") for p in ("pinakama", "pinaka", "napakama", "napaka", "mapag", "kasing", "magkasing", "mala", "nakaka", "makapang")]
    + [(p, "N") for p in ("pagkaka", "pagpapa", "pakikipag", "pakiki", "tagapag", "tagapang", "tagapam", "taga", "pagka", "pag", "pangangala")]
    + [(p, "A N") for p in ("pang", "pam", "pan")]
    + [(p, "Vf") for p in ("nakapag", "makapag", "nagpapa", "magpapa", "nagpa", "magpa", "nag", "mag", "ipinag", "ipina", "ipag", "ipa",
                           "nakikipag", "makikipag", "nakipag", "makipag", "pinag", "pina", "nai", "mai", "ini", "isina", "ikina")],
    key=lambda p: -len(p[0]),
)
