#!/usr/bin/env python3
"""A second opinion on format/rst: the words of the blocks must be the words of docutils' tree.

    rst_oracle.py RUN [FILE...]

RUN is the program of run.c. Without FILE: the inputs of tests/format/rst but those that Sphinx reads, and pages made up with a fixed seed.
What docutils calls an error has no right reading: such pages are counted, but not compared.
"""
import collections
import pathlib
import random
import re
import subprocess
import sys
import tempfile

try:
    import docutils.frontend
    import docutils.nodes as nodes
    import docutils.parsers.rst
    import docutils.utils
except ImportError:
    print("docutils is not there (python3-docutils): not compared", file=sys.stderr)
    sys.exit(77)

ERROR = 3
NOTE = "\x01"
APART = ("sphinx", "hostile")
# What format/rst leaves out, or leaves a hole for. A classifier says of which kind a term is.
HIDDEN = (nodes.literal, nodes.literal_block, nodes.math, nodes.math_block, nodes.comment, nodes.substitution_reference,
          nodes.footnote_reference, nodes.citation_reference, nodes.raw, nodes.doctest_block, nodes.field_name, nodes.option_group,
          nodes.system_message, nodes.label, nodes.classifier, nodes.pending)
UNREAD = set("""author authors category contact copyright date id keywords modified nocomments nosearch orphan organization revision rtype
save_as slug status tags template tocdepth translator type url version vartype lang language""".split())
EDGES = (nodes.Body, nodes.Part, nodes.Bibliographic, nodes.Titular)


def text_of(node, out):
    if isinstance(node, nodes.Text):
        out.append(node.astext())
        return
    if isinstance(node, nodes.field) and node[0].astext().split(" ")[0].lower() in UNREAD:
        return
    if isinstance(node, nodes.footnote_reference):
        out.append(NOTE)
        return
    if isinstance(node, HIDDEN):
        out.append("\ufffc")
        return
    # A reference by address alone: "`<https://example.org>`_".
    if isinstance(node, nodes.reference) and node.rawsource.startswith("`<"):
        return
    edge = "\n" if isinstance(node, EDGES) and not isinstance(node, nodes.Inline) else ""
    out.append(edge)
    if isinstance(node, nodes.image):
        out.append("\n" + node.get("alt", "") + "\n")
    for child in node.children:
        text_of(child, out)
    out.append(edge)


def tree_of(text):
    settings = docutils.frontend.get_default_settings(docutils.parsers.rst.Parser)
    settings.report_level = settings.halt_level = 5
    settings.raw_enabled = settings.file_insertion_enabled = True
    settings.warning_stream = ""
    document = docutils.utils.new_document("page", settings)
    worst = []
    document.reporter.attach_observer(lambda message: worst.append(message["level"]))
    docutils.parsers.rst.Parser().parse(text, document)
    return document, max(worst, default=0)


def words(text):
    return collections.Counter(text.replace("\ufffc", " ").split())


def blocks_of(run, path):
    done = subprocess.run([run, "blocks", "rst", path], capture_output=True, timeout=60)
    if done.returncode:
        raise SystemExit(f"{path}: status {done.returncode}: {done.stderr.decode()}")
    lines = [line for line in done.stdout.decode().split("\n") if re.match(r"(paragraph|heading|item|cell|string) \d+\+\d+", line)]
    texts = [line.split(": ", 1)[1] for line in lines]
    meanings = {"n": "\n", "t": "\t", "\\": "\\"}
    return "\n".join(re.sub(r"\\(x..|.)", lambda m: meanings.get(m[1]) or chr(int(m[1][1:], 16)), t) for t in texts)


def compare(run, path):
    """How the two differ, "" if they do not, None if docutils finds an error."""
    text = pathlib.Path(path).read_bytes().decode("utf-8").removeprefix("\ufeff")
    tree, worst = tree_of(text)
    if worst >= ERROR:
        return None
    out = []
    text_of(tree, out)
    # The space before a mark at a word goes with it.
    want, got = words(re.sub(rf" *{NOTE}", "", "".join(out))), words(blocks_of(run, path))
    return f"missing {dict(want - got)}, too much {dict(got - want)}" if want != got else ""


# ---- pages made up ----

WORDS = """Hafen Streik Ufer Käse Äpfel Straße não ação coração avô ang mga kapitbahay the of river „Zitat“ US- -Beamte 3,50 € 12. etwa
sagte: ja, – … naïve 日本 😀 (auch) 5* snake_case a|b C::x x_y_ <b> 'so' --lang ¿qué? «pois» R&D 3:4""".split()
PLAIN = [w for w in WORDS if w[0].isalpha()]
SIGNS = ["*", "**", "`", "``", "|", "_", "__", "\\", "\\*", "\\ ", "[1]", ":x:", "_`", "||", "* *", "\\\\", "`_", "`a`__"]


def some(rng, n):
    return " ".join(rng.choice(PLAIN) for _ in range(rng.randrange(1, n)))


def inline(rng):
    x = some(rng, 4)
    return rng.choice([f"*{x}*", f"**{x}**", f"``{x}``", f"`{x}`", f":sup:`{x}`", f":code:`{x}`", f":math:`{x}`", f":strong:`{x}`",
                       f"`{x}`:emphasis:", f"`{x} <http://example.org/{rng.randrange(9)}>`__", f"`{x}`__", "name__", "|ersatz|", "|ersatz|_",
                       f"_`{x}{rng.randrange(10 ** 6)}`", f"**{x}**\\ s", f"\\*{x}\\*", f"„*{x}*“", f"(*{x}*)", f"({x}*)*", f"*{x} \\* y*",
                       "[1]_", "[#]_", "[#auch]_", "[*]_", "[Mann1924]_", f"«``{x}``»", "`<http://example.org>`__", f"*{x}*-{x}", f"{x}*{x}*",
                       f"'*' {x}", f"\"*\" {x}", f"2*3 {x}", f"{x} \\ {x}", f"``\\`` {x}", f"http://example.org/{rng.randrange(9)}_x {x}"])


def wrapped(rng, text, indent, first=None):
    """TEXT in lines that are indented so far; the first line as far as it stands already."""
    pieces = text.split(" ")
    lines, line = [], pieces[0]
    for piece in pieces[1:]:
        # A line must not begin with what would mean something else there.
        if rng.random() < 0.15 and piece[:1].isalpha() and len(piece) > 3:
            lines.append(line)
            line = piece
        else:
            line += " " + piece
    lines.append(line)
    return ("\n" + " " * indent).join(lines)


def sentence(rng, signs=0.0):
    parts = [rng.choice(PLAIN)]
    for _ in range(rng.randrange(1, 14)):
        kind = rng.random()
        parts.append(rng.choice(SIGNS) if kind < signs else inline(rng) if kind < 0.25 else rng.choice(WORDS))
    return " ".join(parts)


def paragraph(rng, indent):
    return " " * indent + wrapped(rng, sentence(rng, 0.02), indent) + ".\n"


def body(rng, indent, depth):
    return "\n".join(block(rng, indent, depth) for _ in range(rng.randrange(1, 3)))


def hanging(rng, indent, mark, depth):
    """MARK, a paragraph behind it, and perhaps more below."""
    text = " " * indent + mark + wrapped(rng, sentence(rng), indent + len(mark)) + ".\n"
    return text + ("\n" + body(rng, indent + len(mark), depth + 1) if depth < 3 and rng.random() < 0.3 else "")


def grid(rng, indent):
    widths = [rng.randrange(12, 24) for _ in range(rng.randrange(1, 4))]
    rule = lambda sign: "+" + "+".join(sign * w for w in widths) + "+"
    lines = [rule("-")]
    for row in range(rng.randrange(1, 4)):
        texts = [[some(rng, 2)[: w - 2] for _ in range(rng.randrange(1, 4))] for w in widths]
        width = lambda s: sum(2 if c in "日本" else 1 for c in s)
        if rng.random() < 0.25:  # one cell over all columns
            text = some(rng, 2)
            lines.append("| " + text + " " * (sum(widths) + len(widths) - 2 - width(text)) + "|")
        else:
            for i in range(max(map(len, texts))):
                cells = [t[i] if i < len(t) else "" for t in texts]
                lines.append("|" + "|".join(" " + c + " " * (w - 1 - width(c)) for c, w in zip(cells, widths)) + "|")
        lines.append(rule("=" if row == 0 and len(lines) > 1 and rng.random() < 0.3 else "-"))
    if lines[-1].startswith("+="):
        lines.append("|" + "|".join(" " * w for w in widths) + "|")
        lines.append(rule("-"))
    return "".join(" " * indent + line + "\n" for line in lines)


def simple(rng, indent):
    widths = [rng.randrange(10, 18) for _ in range(rng.randrange(2, 4))]
    rule = "  ".join("=" * w for w in widths)
    row = lambda: "  ".join((rng.choice(["Ufer", "Hafen", "avô"]) + " " + rng.choice(["am", "mga", "*so*"])).ljust(w) for w in widths).rstrip()
    lines = [rule] + ([row(), rule] if rng.random() < 0.5 else [])
    for _ in range(rng.randrange(1, 4)):
        lines.append(row())
        if rng.random() < 0.3:
            lines.append(" " * (widths[0] + 2) + "weiter")
        if rng.random() < 0.2:
            lines.append("")
    while not lines[-1]:
        lines.pop()
    return "".join((" " * indent + line).rstrip() + "\n" for line in [*lines, rule])


def directive(rng, indent, depth):
    pad = " " * indent
    inner = lambda: body(rng, indent + 3, depth + 1) if depth < 3 else paragraph(rng, indent + 3)
    text = some(rng, 5)
    kind = rng.randrange(12)
    if kind == 0:
        return f"{pad}.. note:: {wrapped(rng, sentence(rng), indent + 3)}\n\n{inner()}"
    if kind == 1:
        return f"{pad}.. {rng.choice(['warning', 'Tip', 'epigraph', 'compound'])}::\n\n{inner()}"
    if kind == 2:
        return f"{pad}.. admonition:: {text}\n{pad}   :class: am am\n\n{inner()}"
    if kind == 3:
        return f"{pad}.. image:: bild.png\n{pad}   :alt: {text}\n"
    if kind == 4:
        return f"{pad}.. figure:: bild.png\n{pad}   :alt: {text}\n{pad}   :width: 3\n\n{paragraph(rng, indent + 3)}\n{paragraph(rng, indent + 3)}"
    if kind == 5:
        return f"{pad}.. code-block:: python\n{pad}   :name: am am\n\n{pad}   der der = *1\n\n{pad}     {text}\n"
    if kind == 6:
        return f"{pad}.. rubric:: {text}\n"
    if kind == 7:
        rows = "".join(f"{pad}   * - {some(rng, 3)}\n{pad}     - {sentence(rng)}\n" for _ in range(2))
        return f"{pad}.. list-table:: {text}\n{pad}   :header-rows: 1\n\n{rows}"
    if kind == 8:
        return f"{pad}.. {rng.choice(['math', 'parsed-literal'])}::\n\n{pad}   {text}\n"
    if kind == 9:
        return f"{pad}.. {text} ist kein\n{pad}   Text, *der\n\n{pad}   man sieht.\n"
    if kind == 10:
        return f"{pad}.. container:: am am\n\n{inner()}"
    return f"{pad}.. class:: am\n\n{pad}.. _ziel-{rng.randrange(10 ** 6)}: http://example.org\n{pad}.. |a{rng.randrange(10 ** 6)}| replace:: {text}\n"


def block(rng, indent, depth):
    pad = " " * indent
    kind = rng.randrange(17)
    if kind < 4:
        return paragraph(rng, indent)
    if kind == 4:
        mark = rng.choice("-*+•")
        return "".join(hanging(rng, indent, f"{mark} ", depth) + rng.choice(["", "\n"]) for _ in range(2)) + "\n"
    if kind == 5:
        form = rng.choice(["{}.", "{})", "({})"])
        names = rng.choice([["1", "2", "3"], ["a", "b", "c"], ["I", "II", "III"], ["#", "#", "#"], ["B", "C", "D"]])
        return "".join(hanging(rng, indent, form.format(n) + " ", depth) for n in names) + "\n"
    if kind == 6:
        return "".join(f"{pad}{some(rng, 4)}\n{paragraph(rng, indent + 4)}\n" for _ in range(2))
    if kind == 7:
        return f"{pad}:{some(rng, 3)}: {wrapped(rng, sentence(rng), indent + 3)}\n{pad}:Ort: {some(rng, 3)}\n"
    if kind == 8:
        return f"{pad}-a         {some(rng, 4)}\n{pad}-f DATEI, --datei=DATEI\n{pad}           {some(rng, 4)}\n{pad}/V         {some(rng, 4)}\n"
    if kind == 9:
        return f"{pad}{wrapped(rng, sentence(rng), indent)}::\n\n{pad}   der der *\n\n{pad}     die die\n"
    if kind == 10:
        return f"{pad}{some(rng, 4)} ::\n\n{pad}> der der\n{pad}> die die\n"
    if kind == 11:
        return f"{pad}| {sentence(rng)}\n{pad}|   {some(rng, 4)}\n{pad}    {some(rng, 3)}\n{pad}|\n{pad}| {some(rng, 3)}\n"
    if kind == 12:
        return f"{pad}>>> der der\n{pad}der der\n"
    if kind == 13:
        return grid(rng, indent)
    if kind == 14:
        return simple(rng, indent)
    if kind == 15:
        quote = body(rng, indent + 3, depth + 1) if depth < 3 else paragraph(rng, indent + 3)
        return f"{pad}..\n\n{quote}"
    return directive(rng, indent, depth)


def page(rng):
    out = []
    for _ in range(rng.randrange(1, 4)):
        title = some(rng, 5)
        out.append(rng.choice([f"{title}\n{'=' * 60}\n", f"{'#' * 60}\n {title}\n{'#' * 60}\n"]) if not out else f"{title}\n{'-' * 60}\n")
        out += [block(rng, 0, 0) for _ in range(rng.randrange(1, 5))]
        if rng.random() < 0.2:
            out.append("------\n")
            out.append(paragraph(rng, 0))
    out.append(f".. [#] {sentence(rng)}\n.. [Mann1924] {wrapped(rng, sentence(rng), 3)}\n")
    return "\n".join(out)


def made_up(folder, n):
    rng = random.Random(20240502)
    for i in range(n):
        path = folder / f"page-{i}.rst"
        text = page(rng) if i % 3 else "\n".join(" ".join(rng.choice(SIGNS + WORDS[:9]) for _ in range(9)) + "\n" for _ in range(3))
        path.write_text(text, encoding="utf-8")
        yield path


def main():
    run, files = sys.argv[1], sys.argv[2:]
    failed = n = errors = 0
    with tempfile.TemporaryDirectory() as folder:
        here = pathlib.Path(__file__).parent / "rst"
        ours = [path for path in sorted(here.glob("*/input.*")) if path.parent.name not in APART]
        for path in files or [*ours, *made_up(pathlib.Path(folder), 600)]:
            difference = compare(run, path)
            errors += difference is None
            n += difference is not None
            if difference:
                failed += 1
                print(f"{path}: {difference}")
                if not files and "page-" in pathlib.Path(path).stem:
                    print("    " + pathlib.Path(path).read_text(encoding="utf-8")[:1500].replace("\n", "\n    "))
    print(f"{n - failed} of {n} pages have the words of docutils' tree; {errors} more are errors to it")
    return 1 if failed or n < errors else 0


if __name__ == "__main__":
    sys.exit(main())
