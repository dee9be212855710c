#!/usr/bin/env python3
"""A second opinion on what is read of XML: the words of the blocks must be the words of lxml's tree.

    xml_oracle.py RUN [FORMAT...]

RUN is the program of run.c, FORMAT docbook, dita or xml. What is compared: the inputs of their cases, as far as they are well-formed, and
documents made up with a fixed seed. What an element is stands here anew, for those that the documents have; of XML of no known kind the tree
says which elements stand in a line and which are blocks.
"""
import collections
import html as references
import pathlib
import random
import re
import subprocess
import sys
import tempfile

try:
    from lxml import etree
except ImportError:
    print("lxml is not there (python3-lxml): not compared", file=sys.stderr)
    sys.exit(77)

TRANSLATE = ("translate", "{http://www.w3.org/2005/11/its}translate")
BREAKS = ("linebreak", "br", "lb", "asciidoc-br")


class Vocabulary:
    """EDGES part blocks, HOLES stand for words, HIDDEN says nothing, BESIDE is a text of its own, PARTED is shown with signs between its parts;
    VALUES are the attributes that people read."""

    def __init__(self, edges, holes, hidden, beside, parted, values):
        self.edges, self.holes, self.hidden, self.beside, self.parted, self.values = map(str.split, (edges, holes, hidden, beside, parted, values))


DOCBOOK = Vocabulary(
    """article book bookinfo info section chapter chapterinfo title subtitle para simpara formalpara note tip blockquote itemizedlist orderedlist
    listitem variablelist varlistentry term table informaltable tgroup thead tbody row entry figure mediaobject caption abstract legalnotice author
    procedure step sidebar literallayout programlisting screen bibliography bibliomixed qandaset qandaentry question answer glossary glossentry
    glossdef simplelist member example keywordset copyright attribution affiliation orgname jobtitle pubdate releaseinfo revhistory revision
    revremark revnumber date index informalequation mathphrase glossseealso include""",
    """literal command filename code email foreignphrase userinput replaceable sgmltag option inlineequation varname citation mathphrase
    programlisting screen math""",
    """indexterm remark imageobject keywordset copyright revnumber footnoteref shortcut co include""",
    "footnote alt textobject", "personname menuchoice keycombo author", "xreflabel summary")

DITA = Vocabulary(
    """topic task concept map title titlealts navtitle searchtitle shortdesc body taskbody section p ul ol li note lq dl dlentry dt dd fig simpletable
    strow sthead stentry steps step cmd info stepxmp choices choice result prereq lines pre codeblock div topicref topichead topicmeta related-links
    link linktext lcInstruct keydef reltable relrow relcell payo""",
    "codeph filepath cmdname varname userinput apiname option pre codeblock",
    "indexterm draft-comment prolog data keywords metadata author shortcut", "fn desc alt", "menucascade", "navtitle alt title")


def local(node):
    return etree.QName(node).localname


class Reading:
    """What a tree says: its text, the texts beside it, and the attributes that people read."""

    def __init__(self, tree, vocabulary, edges=None):
        dtd = tree.docinfo.internalDTD
        self.entities = {e.name: e.content for e in dtd.iterentities()} if dtd is not None else {}
        self.v, self.is_edge = vocabulary, edges or (lambda node: local(node) in vocabulary.edges)
        self.aside, self.values = [], []
        self.own = etree.QName(tree.getroot()).namespace

    def named(self, node):
        value = self.entities.get(node.name, references.entities.html5.get(node.name + ";"))
        return value if value is not None and len(value) == 1 else " "

    def is_block(self, node):
        flat = any(local(up) == "bibliomixed" or up.get("type") == "inline" for up in node.iterancestors())
        return self.is_edge(node) and not flat and node.get("type") != "inline"

    def is_empty(self, node):
        return len(node) == 0 and not (node.text or "").strip()

    def inner(self, node):
        """A sign stands between the steps of a menu, and between what is for one reader and what is for another."""
        parted = node.get("type") == "inline" or (local(node) in self.v.parted and not any(local(up) == "bibliomixed" for up in node.iterancestors()))
        kept = (lambda text: text if text and text.strip() else "") if parted else (lambda text: text or "")  # in a menu, space is none
        out, previous = [kept(node.text)], None
        for child in node:
            if isinstance(child.tag, str):
                other = previous is not None and not between.strip() and is_profiled(previous) and is_profiled(child)
                out.append(" " if other or (parted and previous is not None) else "")
                previous, between = child, ""
            said = self.outer(child)
            between = (between if previous is not None else "") + (child.tail or "") + ("x" if child.tag is etree.Entity else "")
            out += [said, kept(child.tail)]
        return "".join(out)

    def outer(self, node):
        if node.tag is etree.Entity:
            return self.named(node)
        if node.tag is etree.ProcessingInstruction:
            return "\n" if node.target in BREAKS else ""
        if not isinstance(node.tag, str):
            return ""
        name, edge = local(node), "\n" if self.is_block(node) else ""
        foreign = etree.QName(node).namespace not in (None, self.own) and name not in ("math", "include")
        if name == "br":
            return "\n"
        kept = any(node.get(a) == "no" for a in TRANSLATE)
        if foreign or name in self.v.hidden or (kept and (edge or name in self.v.beside)):
            return edge + (" " if name == "svg" else "")
        if name in self.v.holes or kept or node.get("conref") or node.get("class") == "monospaced":
            return edge + " " + edge
        self.values += [node.get(a) for a in self.v.values if says(node.get(a, ""))]
        if name in ("alt", "textobject"):  # said once, and not where it is the caption again
            self.values.append(self.inner(node))
            return edge
        if name in self.v.beside:
            self.aside.append(self.inner(node))
            return edge
        refers = (name in ("xref", "ulink", "link") or node.get("keyref")) and self.is_empty(node)
        return edge + (" " if refers or name in ("image", "inlinemediaobject") else "") + self.inner(node) + edge


def is_profiled(node):
    return node.get("os") or node.get("audience")


def words(text):
    return collections.Counter(text.replace("\u00ad", "").replace("\ufffc", " ").split())


def read_vocabulary(tree, vocabulary):
    reading = Reading(tree, vocabulary)
    text = reading.outer(tree.getroot())
    return words(text + "\n" + "\n".join(reading.aside)), words("\n".join(reading.values))


# ---- XML of no known kind ----

def is_mixed(node):
    """It holds words of its own, or elements with a single space between most of them."""
    tails = [child.tail or "" for child in node]
    entity = any(child.tag is etree.Entity for child in node)
    gaps = [t for child, t in list(zip(node, tails))[:-1] if isinstance(child.tag, str)]
    return entity or any(t.strip() for t in [node.text or "", *tails]) or sum(g == " " for g in gaps) > sum(len(g) > 1 for g in gaps)


def says(text):
    return bool(re.search(r"[^\W\d_]", text)) and not re.match(r"\d{4}-\d\d-", text) and (" " in text.strip() or not re.search(r"[/@_]", text))


def read_unknown(tree):
    lines, blocks = collections.Counter(), collections.Counter()
    for node in tree.getroot().iter():
        if isinstance(node.tag, str):
            children = [child.tag for child in node if isinstance(child.tag, str)]
            (lines if is_mixed(node) else blocks).update(children if is_mixed(node) or len(children) > 1 else [])
    edges = {node.tag for node in tree.getroot().iter() if isinstance(node.tag, str) and not 0 < lines[node.tag] >= blocks[node.tag]}
    edges = {tag for tag in edges if not re.search(r"(wordprocessing|drawing)ml/2006/main\}(?!p$)", tag)}  # in Office's only "p" is a block
    for node in list(tree.getroot().iter()):
        if node.tag in edges and not any(isinstance(child.tag, str) for child in node) and not says("".join(node.itertext())):
            for child in list(node):
                node.remove(child)
            node.text = ""
    vocabulary = Vocabulary("", "code kbd samp", "script style instrText delInstrText delText", "", "", "")
    return words(Reading(tree, vocabulary, lambda node: node.tag in edges).outer(tree.getroot())), collections.Counter()


READERS = {"docbook": lambda tree: read_vocabulary(tree, DOCBOOK), "dita": lambda tree: read_vocabulary(tree, DITA), "xml": read_unknown}


# ---- documents made up ----

WORDS = """Hafen Streik Ufer Käse Äpfel Straße não ação coração avô ang mga kapitbahay the of river „Zitat“ US- -Beamte 3,50 € 12. etwa
sagte: ja, – … naïve 日本 😀""".split()
SIGNS = ["&amp;", "&lt;b&gt;", "&#228;", "&#xE9;", "&#x1F600;", "&uuml;", "&firma;", "<!-- x -->", "<?x y?>", "<![CDATA[a & <b>]]>", "<![CDATA[]]>", "\u00ad",
         "&#173;", "&#160;", "&#10;", "<?linebreak?>"]
DTD = '<!DOCTYPE x PUBLIC "{0}" "x.dtd" [<!ENTITY uuml "ü"><!ENTITY firma "Werkstatt Süd">]>'
INLINES = {
    "docbook": ["emphasis", "phrase", "link", "quote", "guilabel", "firstterm", "superscript", "ulink", "personname", "menuchoice", "citetitle"],
    "dita": ["b", "i", "ph", "uicontrol", "term", "cite", "sup", "q", "menucascade", "keyword", "xref"],
    "xml": ["fett", "kursiv", "ort"]}
BLOCKS = {
    "docbook": ["para", "section", "note", "itemizedlist/listitem", "blockquote", "informaltable/tgroup/tbody/row/entry", "sidebar", "title", "procedure/step/para",
                "variablelist/varlistentry/term", "literallayout", "programlisting", "para", "figure/mediaobject/textobject/phrase", "bibliography/bibliomixed"],
    "dita": ["p", "section", "note", "ul/li", "lq", "simpletable/strow/stentry", "dl/dlentry/dd", "steps/step/cmd", "fig/desc", "lines", "pre", "div",
             "title"],
    "xml": ["absatz", "teil", "liste/punkt", "absatz", "absatz"]}
# What may stand between the words, and what has no words of its own.
BESIDE = {"docbook": ["footnote/para", "inlinemediaobject/alt"], "dita": ["fn", "image/alt"], "xml": []}
PARTED = {"docbook": ["personname", "menuchoice"], "dita": ["menucascade"], "xml": []}
CODE = {"docbook": ["literal", "command", "filename", "foreignphrase"], "dita": ["codeph", "filepath", "userinput"], "xml": ["code", "kbd"]}
EMPTY = {"docbook": ["<anchor/>", "<xref linkend='x'/>", "<indexterm><primary>am</primary></indexterm>", "<remark>am am</remark>",
                     '<svg xmlns="http://www.w3.org/2000/svg"><text>am</text></svg>', '<anchor xreflabel="Vom Ufer &#228;"/>'],
         "dita": ["<xref href='x'/>", "<ph keyref='k'/>", "<ph conref='a#b'>am</ph>", "<indexterm>am</indexterm>", "<data>am</data>"],
         "xml": ["<anker/>"]}


def wrapped(path, inner, given=""):
    names = path.split("/")
    return "".join(f"<{n}{given if i == len(names) - 1 else ''}>" for i, n in enumerate(names)) + inner + "".join(f"</{n}>" for n in reversed(names))


def attributes(rng, name, block):
    kinds = ["", "", "", "", ' xml:id="a"', " a='>' b='&lt;'", ' xml:lang="de"', ' xml:space="preserve"']
    if name != "xml":
        kinds += [' its:translate="no"' if name == "docbook" else ' translate="no"']
        kinds += [] if block else [' os="x"' if name == "docbook" else ' audience="x"']
    return rng.choice(kinds)


def steps(rng, name, depth):
    white = rng.choice(["", " ", "\n  "])
    return white + white.join(wrapped(rng.choice(INLINES[name][:3]), line(rng, name, depth + 1)) for _ in range(rng.randrange(1, 4))) + white


def line(rng, name, depth):
    out = [rng.choice(WORDS)]
    for _ in range(rng.randrange(1, 8)):
        kind = rng.random()
        if kind < 0.6 or depth > 3:
            word = rng.choice(WORDS)
            at = rng.randrange(len(word) + 1)
            out.append(word[:at] + rng.choice(SIGNS) + word[at:] if rng.random() < 0.2 else word)
        elif kind < 0.85:
            tag = rng.choice(INLINES[name])
            inner = steps(rng, name, depth) if tag in PARTED[name] else line(rng, name, depth + 1)
            out.append(wrapped(tag, inner, attributes(rng, name, False)))
        elif kind < 0.9:
            out.append(wrapped(rng.choice(CODE[name]), rng.choice(WORDS)))
        elif kind < 0.95 and BESIDE[name]:
            out.append(wrapped(rng.choice(BESIDE[name]), line(rng, name, depth + 1)))
        else:
            out.append(rng.choice(EMPTY[name]))
        out.append(rng.choice(["", " ", " ", " ", "\n", "  ", "\t", "\r\n"]))
    return "".join(out) + rng.choice(WORDS)


def block(rng, name, depth):
    path = rng.choice(BLOCKS[name])
    white = rng.choice(["", "\n", "\n   "])
    holds = {"docbook": ("section", "note", "listitem", "blockquote", "sidebar"), "dita": ("section", "div", "li"), "xml": ("teil",)}[name]
    if path.split("/")[-1] in holds and depth < 4:
        inner = white + "".join(block(rng, name, depth + 1) for _ in range(rng.randrange(1, 4)))
    else:
        inner = line(rng, name, 0)
    return wrapped(path, inner, attributes(rng, name, True)) + white


ROOTS = {"docbook": '<article xmlns="http://docbook.org/ns/docbook" xmlns:its="http://www.w3.org/2005/11/its">', "dita": "<topic>", "xml": "<sammlung>"}


def made_up(name, folder, n):
    rng = random.Random(20240501)
    for i in range(n):
        root = ROOTS[name]
        body = "".join(block(rng, name, 0) for _ in range(rng.randrange(1, 7)))
        value = rng.choice(["", "<n>17</n>\n<n>2024-05-01</n>\n"]) if name == "xml" else ""
        page = rng.choice(["", '<?xml version="1.0"?>\n']) + DTD.format(name) + root + value + body + f"</{root[1:].split('>')[0].split()[0]}>"
        path = folder / f"{name}-{i}.xml"
        path.write_bytes(page.encode("utf-8"))
        yield path


# ---- comparing ----

def blocks_of(run, name, path):
    done = subprocess.run([run, "blocks", name, path], capture_output=True, timeout=60)
    if done.returncode:
        raise SystemExit(f"{path}: status {done.returncode}: {done.stderr.decode()}")
    lines = [text for text in done.stdout.decode().split("\n") if re.match(r"(paragraph|heading|item|cell|string) \d+\+\d+", text)]
    meanings = {"n": "\n", "t": "\t", "\\": "\\"}
    texts = [text.split(": ", 1)[1] for text in lines]
    return "\n".join(re.sub(r"\\(x..|.)", lambda m: meanings.get(m[1]) or chr(int(m[1][1:], 16)), t) for t in texts)


def compare(run, name, path):
    """None, or how the two differ. A text beside may be missing where it says what was said."""
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=True, strip_cdata=True, collect_ids=False)
    want, beside = READERS[name](etree.parse(str(path), parser))
    got = words(blocks_of(run, name, path))
    missing, extra = want - got, got - want - beside
    missing += collections.Counter(set(beside) - set(got))
    return f"missing {dict(missing)}, too much {dict(extra)}" if missing or extra else None


def main():
    run, chosen = sys.argv[1], sys.argv[2:] or list(READERS)
    failed = n = 0
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen:
            here = pathlib.Path(__file__).parent / name
            ours = [path for path in sorted(here.glob("*/input.*")) if path.parent.name not in ("broken", "values")]
            for path in [*ours, *made_up(name, pathlib.Path(folder), 300)]:
                n += 1
                difference = compare(run, name, path)
                if difference:
                    failed += 1
                    print(f"{path}: {difference}")
                    if path not in ours:
                        print("    " + path.read_text(encoding="utf-8")[:1500])
    print(f"{n - failed} of {n} documents have the words of lxml's tree")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
