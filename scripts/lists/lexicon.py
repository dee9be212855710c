"""A lexicon in memory: word forms with their tags and lemmas, and how it is written to a list."""

ORDER = "FQNAVDGSLBXWE"
DETAIL_ORDER = {"N": "mfnsp", "V": "ifmgp"}


class Lexicon:
    def __init__(self):
        self.tags = {}
        self.lemmas = {}

    def __contains__(self, form):
        return form in self.tags

    def __len__(self):
        return len(self.tags)

    def add(self, form, tag, details="", lemma=None):
        """Tell that `form` can be read as `tag`; an empty tag only makes the form known."""
        readings = self.tags.setdefault(form, {})
        if tag:
            readings.setdefault(tag, set()).update(details)
        if lemma and lemma != form:
            self.lemmas.setdefault(form, {}).setdefault(lemma, 0)
        elif lemma:
            self.lemmas.setdefault(form, {})[form] = 1
        return form

    def has(self, form, tags):
        """Whether one of the readings of `form` is among `tags`."""
        return any(t in self.tags.get(form, ()) for t in tags)

    def drop(self, form):
        self.tags.pop(form, None)
        self.lemmas.pop(form, None)

    def text_of_tags(self, form):
        readings = self.tags[form]
        parts = []
        for tag in sorted(readings, key=ORDER.index):
            order = DETAIL_ORDER.get(tag, "")
            parts.append(tag + "".join(d for d in order if d in readings[tag]))
        return " ".join(parts)

    def lemma_of(self, form, zipf):
        """The one lemma that a list has room for: the form itself, else the most frequent."""
        lemmas = self.lemmas.get(form, {})
        if not lemmas or form in lemmas:
            return None
        return min(lemmas, key=lambda l: (-zipf(l), l))


def write(path, head, lexicon, zipf):
    """Write the list in the order of its bytes, so that a search can halve it."""
    lines = []
    for form in lexicon.tags:
        line = f"{form}\t{round(100 * zipf(form))}\t{lexicon.text_of_tags(form)}"
        lemma = lexicon.lemma_of(form, zipf)
        if lemma:
            line += f"\t{lemma}"
        lines.append(line)
    lines.sort(key=lambda l: l.split("\t")[0].encode())
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        for line in head:
            out.write(f"# {line}".rstrip() + "\n")
        out.write("\n".join(lines) + "\n")
    return len(lines)
