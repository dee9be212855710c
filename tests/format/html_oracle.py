#!/usr/bin/env python3
"""A second opinion on format/html: the words of the blocks must be the words of html5lib's tree.

    html_oracle.py RUN [FILE...]

RUN is the program of run.c. Without FILE: the inputs of tests/format/html, and pages made up with a fixed seed, half of them well-formed,
half of them soup. Attributes are only asked for: which of them says what was said before is format/html's own affair.
"""
import collections
import pathlib
import random
import re
import subprocess
import sys
import tempfile

try:
    import html5lib
except ImportError:
    print("html5lib is not there (python3-html5lib): not compared", file=sys.stderr)
    sys.exit(77)

HTML = "{http://www.w3.org/1999/xhtml}"
EDGES = set("""address applet article aside audio blockquote button canvas caption center colgroup datalist dd details dialog dir div dl dt
fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr label legend li listing main marquee menu nav noscript
object ol optgroup option p plaintext pre search section select summary table tbody td tfoot th thead title tr ul video xmp""".split())
HOLES = set("del pre listing xmp code kbd samp var tt img input embed iframe textarea".split())
HIDDEN = set("script style template rt rp rtc noembed noframes".split())
# XHTML by other rules; texts for machines; text between the rows of a table, which browsers put before it.
APART = ("xhtml", "metadata", "soup")
ATTRIBUTES = ("alt", "title", "aria-label", "placeholder")


def is_untranslated(node, name):
    return node.get("translate", "").strip().lower() == "no" or "notranslate" in node.get("class", "").lower().split()


def text_of(root):
    """What the tree says, and the values of its attributes. Not by recursion: soup is deep."""
    out, values = [], []
    todo = [("open", root)]
    while todo:
        what, node = todo.pop()
        if what == "text":
            out.append(node)
            continue
        if not isinstance(node.tag, str):
            continue
        name = node.tag.removeprefix(HTML)
        if name not in ("html", "body", "head", "link", "style") and not is_untranslated(node, name):
            values += [node.get(a) for a in ATTRIBUTES if node.get(a)]
            if name == "input" and node.get("type") in ("submit", "button", "reset"):
                values.append(node.get("value", ""))
            if name in ("option", "optgroup"):
                values.append(node.get("label", ""))
        edge = "\n" if name in EDGES else ""
        out.append(edge)
        untranslated = is_untranslated(node, name) and name not in ("html", "body", "head")
        if name in HOLES or name.startswith("{") or (untranslated and name not in EDGES):
            out.append(" " + edge)
            continue
        if name == "br":
            out.append("\n")
        if name in HIDDEN or untranslated:
            out.append(edge)
            continue
        todo.append(("text", edge))
        for child in reversed(node):
            todo.append(("text", child.tail or ""))
            todo.append(("open", child))
        todo.append(("text", node.text or ""))
    return "".join(out), values


def words(text):
    return collections.Counter(text.replace("\u00ad", "").replace("\ufffc", " ").split())


def blocks_of(run, path):
    done = subprocess.run([run, "blocks", "html", path], capture_output=True, timeout=60)
    if done.returncode:
        raise SystemExit(f"{path}: status {done.returncode}: {done.stderr.decode()}")
    lines = [line for line in done.stdout.decode().split("\n") if re.match(r"(paragraph|heading|item|cell|string) \d+\+\d+", line)]
    texts = [line.split(": ", 1)[1] for line in lines]
    meanings = {"n": "\n", "t": "\t", "\\": "\\"}
    return "\n".join(re.sub(r"\\(x..|.)", lambda m: meanings.get(m[1]) or chr(int(m[1][1:], 16)), t) for t in texts)


def compare(run, path):
    """None, or how the two differ."""
    data = pathlib.Path(path).read_bytes()
    # Lone carriage returns are white space to both; html5lib is told the encoding, so that it does not guess.
    # Two links without a space between them are a menu, of which format/html makes two words.
    page = re.sub(r"(</a\s*>)(?=<a[\s>/])", r"\1 ", data.decode("utf-8").removeprefix("\ufeff"), flags=re.I)
    tree = html5lib.parse(page, namespaceHTMLElements=True)
    text, values = text_of(tree)
    want, got, beside = words(text), words(blocks_of(run, path)), words("\n".join(values))
    missing, extra = want - got, got - want - beside
    missing += collections.Counter(set(beside) - set(got))
    return f"missing {dict(missing)}, too much {dict(extra)}" if missing or extra else None


# ---- pages made up ----

WORDS = """Hafen Streik Ufer Käse Äpfel Straße não ação coração avô ang mga kapitbahay the of river „Zitat“ US- -Beamte 3,50 € 12. etwa
sagte: ja, – … naïve 日本 😀""".split()
REFERENCES = "&amp; &lt;b&gt; &uuml; &auml &copy &#228; &#xE9; &#x1F600; &nbsp; &shy; &hellip; &#132; &#0; &bogus; & &x &notit; &#; &#x;".split()
INLINE = "b i em strong a span sub sup small u q cite abbr mark time ins font bdi custom-tag ruby".split()
FORMATTING = "b i em strong a small u font".split()
BLOCKS = "p div section article blockquote h1 h2 h3 ul ol dl figure address details form fieldset header footer nav aside center".split()


def word(rng):
    w = rng.choice(WORDS)
    if rng.random() < 0.15:
        at = rng.randrange(len(w) + 1)
        w = w[:at] + rng.choice(REFERENCES + ["<!-- x -->", "<wbr>", "<b></b>", "<?pi?>", "<!---->", "<!x>", "</>"]) + w[at:]
    return w


def attributes(rng):
    kinds = ['', '', '', ' class=x', ' title="Ein &amp; Titel"', " alt='zwei \"Worte\"'", ' id=a title=kurz', ' data-x', ' =x', ' lang=de',
             ' aria-label="Noch ein\n Name"', ' class="a notranslate b"', " translate=no", ' a="1"b="2"', ' title=eins title=zwei']
    return rng.choice(kinds)


def tag(rng, name):
    return rng.choice([name, name, name.upper(), name.capitalize()])


def inline(rng, depth):
    out = []
    for _ in range(rng.randrange(1, 7)):
        kind = rng.random()
        if kind < 0.7 or depth > 3:
            out.append(word(rng))
        elif kind < 0.9:
            name = rng.choice(INLINE)
            # A browser opens formatting elements that somebody forgot to close again in the next block, attributes and all; format/html
            # does not, for a page in which one "</code>" is missing would then be without text.
            given = "" if name in FORMATTING else attributes(rng)
            out.append(f"<{tag(rng, name)}{given}>{inline(rng, depth + 1)}</{tag(rng, name)}>")
        elif kind < 0.94:
            name = rng.choice(["code", "kbd", "samp", "var", "tt", "del"])
            out.append(f"<{name}>{word(rng)}</{name}>")
        else:
            out.append(rng.choice(["<br>", "<br/>", "<img src=x alt='Ein Bild'>", "<wbr>", "<svg><title>x</title><path d=''/></svg>", "<input>",
                                   "<script>if (a<b) x('</p>')</script>", "<textarea><b>x</textarea>", "<iframe><p>x</iframe>"]))
        out.append(rng.choice(["", " ", " ", " ", "\n", "  ", "\t"]))
    return "".join(out)


def block(rng, depth):
    name = rng.choice(BLOCKS) if depth < 4 else "p"
    white = rng.choice(["", "", "\n", "  \n"])
    if name in ("p", "h1", "h2", "h3", "address"):
        return f"<{tag(rng, name)}{attributes(rng)}>{inline(rng, 0)}" + rng.choice([f"</{tag(rng, name)}>", f"</{name} >"]) + white
    if name in ("ul", "ol"):
        items = "".join(f"<li{attributes(rng)}>{inline(rng, 1)}" + rng.choice(["", "</li>", block(rng, depth + 2)]) for _ in range(3))
        return f"<{name}>{items}</{name}>" + white
    if name == "dl":
        return f"<dl><dt>{inline(rng, 1)}<dd>{inline(rng, 1)}<dt>{inline(rng, 1)}</dt></dl>"
    if name == "form":
        return f"<div><label>{inline(rng, 2)}</label><select><option>eins<option>zwei</select><button>{inline(rng, 2)}</button></div>"
    if name == "figure":
        rows = "".join(f"<tr><td>{inline(rng, 1)}<td{attributes(rng)}>{block(rng, 4)}" for _ in range(2))
        return f"<table>{white}<caption>{inline(rng, 2)}</caption>{rows}</table>"
    return f"<{tag(rng, name)}{attributes(rng)}>" + "".join(block(rng, depth + 1) for _ in range(rng.randrange(1, 4))) + f"</{name}>" + white


def whole_page(rng):
    head = rng.choice(["", "<!DOCTYPE html>", "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>\n<html lang=pt-BR><head><title>Ein &amp; Titel</title>"
                       "<style>p > a {}</style><script><!-- x('<script></p></script>') --></script></head><body class=notranslate>"])
    return head + "".join(block(rng, 0) for _ in range(rng.randrange(1, 6))) + rng.choice(["", "</body></html>", "</body></html>Danach"])


def soup(rng):
    names = INLINE + [b for b in BLOCKS if b not in ("form", "details")] + ["li", "dd", "dt", "br", "hr"]
    names = [n for n in names if n not in ("ruby",)]
    out = ["<!DOCTYPE html><body>"]
    for _ in range(rng.randrange(2, 30)):
        out.append(rng.choice([word(rng), word(rng), " ", f"<{tag(rng, rng.choice(names))}>", f"</{tag(rng, rng.choice(names))}>"]))
    return "".join(out)


def made_up(folder, n):
    rng = random.Random(20240501)
    for i in range(n):
        path = folder / f"{'soup' if i % 2 else 'page'}-{i}.html"
        path.write_text(soup(rng) if i % 2 else whole_page(rng), encoding="utf-8")
        yield path


def main():
    run, files = sys.argv[1], sys.argv[2:]
    failed = n = 0
    with tempfile.TemporaryDirectory() as folder:
        here = pathlib.Path(__file__).parent / "html"
        ours = [path for path in sorted(here.glob("*/input.*")) if path.parent.name not in APART]
        for path in files or [*ours, *made_up(pathlib.Path(folder), 400)]:
            n += 1
            difference = compare(run, path)
            if difference:
                failed += 1
                print(f"{path}: {difference}")
                if not files and "-" in pathlib.Path(path).stem:
                    print("    " + pathlib.Path(path).read_text(encoding="utf-8")[:600])
    print(f"{n - failed} of {n} pages have the words of html5lib's tree")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
