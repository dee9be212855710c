#!/usr/bin/env python3
"""A second opinion on format/asciidoc: the words of the blocks must be the words of the page that asciidoctor makes.

    asciidoc_oracle.py RUN [FILE...]

RUN is the program of run.c. Without FILE: the inputs of tests/format/asciidoc, and pages made up with a fixed seed.
"""
import collections
import html.parser
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

if not shutil.which("asciidoctor"):
    print("asciidoctor is not there: not compared", file=sys.stderr)
    sys.exit(77)

# Cases in which holes, text kept though it is conditional, and what is no valid AsciiDoc differ on purpose.
APART = ("blocks", "conditions", "header", "hostile", "inline", "macros", "tables")
# Names and captions that asciidoctor adds are switched off; what is not defined stays as it stands.
SWITCHES = ["-a", "showtitle", "-a", "figure-caption!", "-a", "table-caption!", "-a", "example-caption!", "-a", "attribute-missing=skip",
            "-a", "nofooter", "-a", "experimental", "-a", "stem", "-a", "skip-front-matter!", "-q", "-S", "unsafe"]
HOLES = {"code", "pre", "kbd", "script", "style", "svg", "audio", "video"}
EDGES = set("address blockquote caption div dd dl dt h1 h2 h3 h4 h5 h6 hr li ol p table tbody td tfoot th thead tr ul br".split())
CLASSES = {"conum", "footnote", "footnoteref", "stemblock", "icon", "attribution", "toc", "image", "keyseq"}


class Words(html.parser.HTMLParser):
    """What a page shows, without code, marks of footnotes, icons and numbers."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.out, self.open, self.hidden, self.in_note = [], [], 0, False

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        classes = set((given.get("class") or "").split())
        if tag == "div" and given.get("id") == "footnotes":
            self.in_note = True
        hides = (tag in HOLES and "content" not in classes) or (bool(classes & CLASSES) and not (tag == "div" and "footnote" in classes)) or (tag == "a" and self.in_note and (given.get("href") or "").startswith("#_footnoteref"))
        if tag == "img" and not self.hidden:
            self.out.append("\n" + (given.get("alt") or "") + "\n")
        if tag in ("img", "br", "hr", "col", "meta", "input", "link"):
            self.out.append("\n")
            return
        note = hides and (classes & {"footnote", "footnoteref"})
        self.out.append("\x01" if note else "\n" if tag in EDGES else "\ufffc" if hides else "")
        if hides and "image" in classes and tag == "span":
            hides = True
        self.open.append((tag, hides))
        self.hidden += hides

    def handle_endtag(self, tag):
        while self.open:
            name, hides = self.open.pop()
            self.hidden -= hides
            if name == tag:
                break
        self.out.append("\n" if tag in EDGES else "")

    def handle_data(self, data):
        if not self.hidden:
            self.out.append(data)


def plain(text):
    """Signs that asciidoctor makes finer are the plain ones again."""
    for sign, meaning in (("\u200b", ""), ("\u2009", " "), ("\u2019", "'"), ("\u2026", "..."), ("\u00a9", "(C)"), ("\u2192", "->")):
        text = text.replace(sign, meaning)
    return text


def shown(page):
    words = Words()
    words.feed(page)
    text = "".join(words.out)
    notes = text.rfind("\n", 0, text.find("\x02")) if "\x02" in text else len(text)
    text = re.sub(r"\n\ufffc?\. ", "\n", text[:notes] + text[notes:])
    return plain(re.sub(r"\x01|[✓❏]", "", re.sub(r"\\\$.*?\\\$", "\ufffc", text)))


def words(text):
    # The space before what is not shown, at the end of a sentence, goes with it.
    return collections.Counter(re.sub(r"\s+(?=[.,;:!?)])", "", plain(text)).replace("\ufffc", " ").split())


def blocks_of(run, path):
    done = subprocess.run([run, "blocks", "asciidoc", path], capture_output=True, timeout=60)
    if done.returncode:
        raise SystemExit(f"{path}: status {done.returncode}: {done.stderr.decode()}")
    lines = [line for line in done.stdout.decode().split("\n") if re.match(r"(paragraph|heading|item|cell|string) \d+\+\d+", line)]
    texts = [line.split(": ", 1)[1] for line in lines]
    meanings = {"n": "\n", "t": "\t", "\\": "\\"}
    return "\n".join(re.sub(r"\\(x..|.)", lambda m: meanings.get(m[1]) or chr(int(m[1][1:], 16)), t) for t in texts)


def pages_of(paths, folder):
    """The pages that asciidoctor makes of PATHS, all at once: it takes long to begin."""
    names = []
    for i, path in enumerate(paths):
        name = folder / f"{i}.adoc"
        name.write_bytes(pathlib.Path(path).read_bytes())
        names.append(name)
    for i in range(0, len(names), 200):
        subprocess.run(["asciidoctor", "-s", "-D", folder / "made", *SWITCHES, *names[i:i + 200]], check=True, timeout=600)
    return [(folder / "made" / f"{i}.html").read_text(encoding="utf-8") for i in range(len(paths))]


# ---- pages made up ----

WORDS = """Hafen Streik Ufer Käse Äpfel Straße não ação coração avô ang mga kapitbahay the of river „Zitat“ US- -Beamte 3,50 € 12. etwa
sagte: ja, – … naïve 日本 😀 (auch) 5* snake_case a|b C# 'so' ¿qué? «pois» R&D 3:4 C+ a^b ~5 [so] <b> it's""".split()
PLAIN = [w for w in WORDS if w.isalpha()]
SIGNS = ["*", "**", "`", "``", "#", "_", "__", "\\", "+", "^", "~", "[x]", "\\*", "{", "<<", "((", "x:[", "link:", "++", "\"`"]


def some(rng, n):
    return " ".join(rng.choice(PLAIN) for _ in range(rng.randrange(1, n)))


def inline(rng):
    x, y = some(rng, 4), rng.choice(PLAIN)
    return rng.choice([f"*{x}*", f"_{x}_", f"`{x}`", f"#{x}#", f"^{y}^", f"~{y}~", f"{y}**{y}**{y}", f"{y}__{y}__{y}", f"{y}``{y}``{y}",
                       f"{y}##{y}##", f"H~2~O m^2^", f"*_{x}_*", f"_*{y}* {x}_", f"[.neu]#{x}#", f"[.neu]*{x}*", f"\"`{x}`\"", f"'`{x}`'",
                       f"https://example.org/{rng.randrange(9)}[{x}]", f"https://example.org[{x}^]", f"link:a.html[{x}]",
                       f"link:a.html[{x},window=new]", f"link:a.html[\"{x}, {y}\",role=x]", f"mailto:a@example.org[{x}]", f"xref:a.adoc#b[{x}]",
                       f"<<ziel,{x}>>", f"footnote:[{x}]", f"footnote:[{x} https://example.org[{y}].]", "kbd:[Strg+C]", f"btn:[{y}]",
                       f"((({y}, {y})))", f"(({x}))", f"[[anker-{rng.randrange(10 ** 6)}]]{y}", f"+{x}+", f"++{x} *so*++", f"+++<u>+++{y}+++</u>+++",
                       f"\\*{y}*", f"\\_{y}_", f"{y} -- {y}", f"{y}--{y}", "&amp; &#167; &copy;", "{nbsp}",
                       f"{y}{{empty}}{y}", "stem:[x^2]", f"https://example.org/{y}_x_y", f"*{x}*-{y}", f"({y}*{x}*)", f"(*{x}*)", f"„*{x}*“",
                       f"{y}*{y}*", "2 * 3 * 4", "icon:heart[]", f"indexterm:[{y}]", f"indexterm2:[{x}]", f"*{x} `{y}` {x}*",
                       f"{y}`'s", f"pass:[{x}]", f"\\{{{'x'}}}", f"_{x} https://example.org[{y}]_"])


def wrapped(rng, text, indent=0):
    out = ""
    for i, piece in enumerate(text.split(" ")):
        safe = piece[:1].isalpha() and len(piece) > 3 and ":" not in piece and not re.match(r"[ivx]+\)", piece)
        out += ("\n" + " " * indent if safe and rng.random() < 0.15 else " ") + piece if i else piece
    return out


def sentence(rng, signs=0.0):
    parts = [rng.choice(PLAIN)]
    for _ in range(rng.randrange(1, 12)):
        kind = rng.random()
        parts.append(rng.choice(SIGNS) if kind < signs else inline(rng) if kind < 0.3 else rng.choice(WORDS))
    return " ".join(parts)


def paragraph(rng):
    lines = wrapped(rng, sentence(rng, 0.02)) + ".\n"
    if rng.random() < 0.1:
        lines = lines.replace("\n", "\n// der der\n", 1) + "und mehr.\n"
    return lines.replace(". ", ". ") if rng.random() < 0.9 else lines[:-1] + " +\nund weiter.\n"


def items(rng):
    marks = rng.choice([["*", "**", "***"], [".", "..", "..."], ["-", "*", "**"], ["1.", "a.", "*"]])
    out, depth = "", 0
    for i in range(rng.randrange(2, 6)):
        out += f"{marks[depth]} {rng.choice(['', '', '[x] ', '[ ] ']) if marks[depth][0] in '*-' else ''}{wrapped(rng, sentence(rng), rng.choice([0, 2]))}\n"
        if rng.random() < 0.2:
            out += "+\n" + rng.choice([paragraph(rng), "----\nder der\n----\n", f"====\n{paragraph(rng)}====\n", f"NOTE: {paragraph(rng)}"])
        depth = min(len(marks) - 1, max(0, depth + rng.choice([-1, 0, 1])))
        out += rng.choice(["", "", "\n"])
    return out


def table(rng):
    columns = rng.randrange(1, 4)
    styles = [rng.choice(["1", "2", "1a", ">1", "^.^2", "1m", "e", "s"]) for _ in range(columns)]
    head = rng.choice(["", f'[cols="{",".join(styles)}"]\n', f'[cols="{columns}*",options="header"]\n', f"[%header,cols={columns}*]\n"])
    rows = []
    for _ in range(rng.randrange(1, 4)):
        if head and columns > 1 and rng.random() < 0.2:
            rows.append(f"{columns}+|{some(rng, 3)}")
            continue
        cells = [rng.choice(["|", "| ", "|", "a|", ">s|", "m|"]) + rng.choice([some(rng, 3), sentence(rng).replace("|", "\\|"), ""]) for _ in range(columns)]
        rows.append(rng.choice([" ", "\n"]).join(cells) if head else " ".join(cells))
    text = "\n".join(rows)
    title = f".{some(rng, 3)}\n" if rng.random() < 0.3 else ""
    return f"{title}{head}|===\n{text}\n|===\n"


def block(rng, depth=0):
    inner = lambda: "\n".join(block(rng, depth + 1) for _ in range(rng.randrange(1, 3))) if depth < 2 else paragraph(rng)
    kind = rng.randrange(20)
    if kind < 5:
        return paragraph(rng)
    if kind < 7:
        return items(rng) + "\n"
    if kind == 7:
        return table(rng)
    if kind == 8:
        name, sign = rng.choice([("[source,c]\n", "-"), ("", "-"), ("", "."), ("[listing]\n", "-"), ("[stem]\n", "+"), ("", "+"), ("", "/")])
        text = "der der *x*\n\n== die\n" if sign != "+" else "<b class='der der'>\n"
        return f"{name}{sign * 4}\n{text}{sign * 4}\n"
    if kind == 9:
        return f".{some(rng, 4)}\n{rng.choice(['', '[NOTE]' + chr(10)])}{'=' * (4 + depth)}\n{inner()}{'=' * (4 + depth)}\n"
    if kind == 10:
        return f"{'*' * (4 + depth)}\n{inner()}{'*' * (4 + depth)}\n"
    if kind == 11:
        return f"[quote, Der Autor, Das Werk]\n{'_' * (4 + depth)}\n{inner()}{'_' * (4 + depth)}\n"
    if kind == 12:
        return f"{rng.choice(['NOTE', 'TIP', 'WARNING', 'CAUTION', 'IMPORTANT'])}: {paragraph(rng)}"
    if kind == 13:
        return "".join(f"{some(rng, 3)}:: {wrapped(rng, sentence(rng), 2)}\n" if rng.random() < 0.5 else f"{some(rng, 3)}::\n  {sentence(rng)}\n" for _ in range(2)) + "\n"
    if kind == 14:
        return f"image::schiff.png[{some(rng, 4)},200]\n"
    if kind == 15:
        return rng.choice(["'''\n", "<<<\n", "// der der\n", ":name: der der\n", "[[ziel]]\n", " der der\n die die\n", "////\nder der\n////\n"])
    if kind == 16:
        return f"[verse]\n____\n{sentence(rng)}\n{sentence(rng)}\n\n{some(rng, 4)}\n____\n"
    if kind == 17:
        return f"[.lead]\n{paragraph(rng)}"
    if kind == 18:
        return f"----\nx = 1; <1>\n----\n<1> {sentence(rng)}\n\n"
    return f"[source]\nder der\ndie die\n\n--\n{paragraph(rng)}--\n"


def page(rng):
    out = [rng.choice(["", f"= {some(rng, 5)}\nHans Beispiel <a@example.org>\n:toc!:\n"])]
    for _ in range(rng.randrange(1, 4)):
        title = some(rng, 5)
        out.append(rng.choice([f"== {title}\n", f"== {title} ==\n", f"== *{title}*\n", f"[discrete]\n=== {title}\n"]))
        out += [block(rng) for _ in range(rng.randrange(1, 5))]
    return "\n".join(out)


def made_up(folder, n):
    rng = random.Random(20240503)
    for i in range(n):
        path = folder / f"page-{i}.adoc"
        path.write_text(page(rng), encoding="utf-8")
        yield path


def main():
    run, files = sys.argv[1], sys.argv[2:]
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        here = pathlib.Path(__file__).parent / "asciidoc"
        ours = [path for path in sorted(here.glob("*/input.*")) if path.parent.name not in APART]
        paths = files or [*ours, *made_up(folder, 300)]
        for path, made in zip(paths, pages_of(paths, folder)):
            want, got = words(shown(made)), words(blocks_of(run, path))
            if want != got:
                failed += 1
                print(f"{path}: missing {dict(want - got)}, too much {dict(got - want)}")
                if not files and "page-" in pathlib.Path(path).stem:
                    print("    " + pathlib.Path(path).read_text(encoding="utf-8")[:1500].replace("\n", "\n    "))
    print(f"{len(paths) - failed} of {len(paths)} pages have the words that asciidoctor shows")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
