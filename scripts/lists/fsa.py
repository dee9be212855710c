"""Reads the dictionaries of morfologik (format CFSA2, as in german-pos-dict)."""

NEXT, LAST, FINAL, LABEL = 128, 64, 32, 31


class Automaton:
    def __init__(self, data):
        if data[:4] != b"\\fsa" or data[4] != 0xC6:
            raise ValueError("not a CFSA2 automaton")
        count = data[7]
        self.labels = data[8 : 8 + count]
        self.arcs = data[8 + count :]
        self.known = {}

    def number(self, at):
        """A number of seven bits a byte, the low ones first; and where it ends."""
        value = shift = 0
        while True:
            byte = self.arcs[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value, at

    def node(self, at):
        """The arcs of a node as (label, final, target); target 0 leads nowhere."""
        if at in self.known:
            return self.known[at]
        arcs = []
        flags = 0
        start = at
        while not flags & LAST:
            flags = self.arcs[at]
            at += 1
            if flags & LABEL:
                label = self.labels[flags & LABEL]
            else:
                label = self.arcs[at]
                at += 1
            target = None
            if not flags & NEXT:
                target, at = self.number(at)
            arcs.append((label, bool(flags & FINAL), target))
        # An arc without a target leads to the node that follows this one.
        self.known[start] = [(l, f, at if t is None else t) for l, f, t in arcs]
        return self.known[start]

    def words(self):
        """All byte strings of the automaton, in its order."""
        root = self.node(0)[0][2]
        stack = [(root, b"")]
        while stack:
            node, prefix = stack.pop()
            for label, final, target in reversed(self.node(node)):
                if target:
                    stack.append((target, prefix + bytes([label])))
            for label, final, _ in self.node(node):
                if final:
                    yield prefix + bytes([label])


def entries(data):
    """(form, lemma, tag) of a dictionary with encoder SUFFIX and separator “_”."""
    for word in Automaton(data).words():
        if word.startswith(b"#"):  # a comment that was compiled in by mistake
            continue
        form, code, tag = word.split(b"_", 2)
        lemma = form[: len(form) - (code[0] - 65)] + code[1:]
        yield form.decode(), lemma.decode(), tag.decode()
