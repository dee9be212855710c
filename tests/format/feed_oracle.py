#!/usr/bin/env python3
"""Feeds as other programs read them: the words of each item are those of feedparser, and a feed with the corrections written into it is
still well-formed XML in which lxml reads the corrected text.

    feed_oracle.py RUN PROGRAM

RUN is the build's format_run, PROGRAM mtlint. The feeds are the cases of feed/, and those that metamorphic.py makes of damaged texts. Exits with
77, which ctest counts as skipped, where python3-feedparser or python3-lxml is missing.
"""
import html as references
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

try:
    import feedparser
    from lxml import etree
except ImportError:
    print("python3-feedparser or python3-lxml is missing: nobody says what is right")
    sys.exit(77)

sys.dont_write_bytecode = True
import metamorphic

HERE = pathlib.Path(__file__).parent
# What feedparser does not read as we do: entities that it cannot know, what was escaped twice, all but one of the texts of an item, sitemaps,
# broken XML.
APART = {"bomb", "entities", "escaped", "malformed", "sitemap", "twice"}
# Damage whose corrections need escaping.
DAMAGED = ["Am Hafen gibt es Brot &amp; Salz, wie jeden Tag . Die Leute kaufen es -und essen es.", "Der Laden heißt M&amp;M , das weiß jeder im Ort ."]


def words(text):
    """Without the marks at their ends: a summary that was cut off from the content is left out, and its last word with it."""
    return {w.rstrip(".,…") for w in text.replace("\u00ad", "").replace("\ufffc", " ").split()}


def strip(page):
    """What a page says, parted at its blocks."""
    page = re.sub(r"(?s)<!--.*?-->|<(pre|code|script)\b.*?</\1>", " ", page)
    page = re.sub(r"</?(?:p|div|li|ul|h1|br)\b[^>]*>", " ", page)
    return references.unescape(re.sub(r"</?[a-zA-Z][^>]*>", "", page))


# ---- words ----

def documents_of(run, path):
    """The words of each item by its number, and of the feed as number 0."""
    done = subprocess.run([run, "blocks", "feed", path], capture_output=True, timeout=60, check=True)
    found, number = {}, 0
    for line in done.stdout.decode().split("\n"):
        part = re.match(r"(?:feed|item (\d+)) at \d+", line)
        number = int(part[1] or 0) if part else number
        block = re.match(r"(?:paragraph|heading|item|cell|string) \d+\+\d+[^:]*: (.*)", line)
        if block:
            found.setdefault(number, set()).update(words(block[1].replace("\\n", " ").replace("\\t", " ")))
    return found


def text_of(detail):
    return detail.value if detail.type == "text/plain" else strip(detail.value)


def texts_of(entry):
    details = [entry[k] for k in ("title_detail", "subtitle_detail", "summary_detail", "rights_detail") if k in entry]
    return " ".join(text_of(d) for d in details + entry.get("content", []) if d.type != "image/png")


def compare(run, path):
    """How many items, and how many of them read otherwise. Captions of media are no text to feedparser, or one in place of the description."""
    read = feedparser.parse(str(path), sanitize_html=False)
    wanted = {0: words(texts_of(read.feed))} | {i + 1: words(texts_of(e)) for i, e in enumerate(read.entries)}
    found, wrong = documents_of(run, path), 0
    captions = words(" ".join(re.findall(r"(?s)<(?:(?:media|itunes):[a-z]+|description)\b[^>]*>([^<]*)<", path.read_text(encoding="utf-8"))))
    for number in sorted(wanted):
        missing, extra = wanted[number] - found.get(number, set()), found.get(number, set()) - wanted[number] - captions
        if missing or extra:
            wrong += 1
            print(f"{path}: item {number}: missing {sorted(missing)}, too much {sorted(extra)}")
    return len(wanted), wrong


# ---- corrections ----

def lint(program, paths, *options):
    done = subprocess.run([program, "check", "--format", "json", *options, *map(str, paths)], capture_output=True, timeout=600)
    if done.returncode > 1:
        raise SystemExit(f"mtlint: status {done.returncode}: {done.stderr.decode()}")
    return {f["path"]: [x for d in f["documents"] for x in d["findings"]] for f in json.loads(done.stdout)["files"]}


def correct(data, findings):
    """DATA with the first correction of each finding, of those that overlap the first; and how many there were."""
    out, at, n = b"", 0, 0
    edits = [e for f in findings if f["fixes"] for e in f["fixes"][0]["edits"]]
    for e in sorted(edits, key=lambda e: (e["start"], e["end"])):
        if e["start"] < at:
            continue
        out, at, n = out + data[at:e["start"]] + e["text"].encode(), e["end"], n + 1
    return out + data[at:], n


def parse(data):
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=True, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError:
        return None


def text_in(root, kind):
    """What the longest text of the one item says, as its readers see it."""
    def named(*names):
        return [e for e in root.iter() if isinstance(e.tag, str) and etree.QName(e).localname in names]
    if kind.startswith(("XHTML", "prefixes", "raw")):
        return " ".join("".join(e.itertext()) for e in named("p"))
    text = max((e.text or "" if len(e) == 0 else "".join(e.itertext()) for e in named("description", "encoded", "content", "summary")), key=len)
    if kind.startswith("lines"):
        return text
    if kind.startswith(("escaped twice", "escaped in")):
        text = references.unescape(text)
    return metamorphic.strip_tags(re.sub(r"</?p>", " ", text))


def check_corrections(program, name, paragraphs, lang, folder):
    plain = folder / f"{name}.txt"
    plain.write_text("\n\n".join(paragraphs), encoding="utf-8")
    found = lint(program, [plain], "--lang", lang)[str(plain)]
    wanted, nwanted = correct(plain.read_bytes(), found)
    made = [(kind, page) for kind, page, _ in metamorphic.feed(paragraphs, lang, random.Random(name)) if kind not in ("told twice", "summary")]
    paths = [folder / f"{name}-{i}.xml" for i in range(len(made))]
    for (_, page), path in zip(made, paths):
        path.write_bytes(page.encode())
    findings = lint(program, paths)
    n = same = wrong = 0
    for (kind, page), path in zip(made, paths):
        data = path.read_bytes()
        if parse(data) is None:  # names of HTML that XML does not have
            continue
        fixed, nfixed = correct(data, findings[str(path)])
        root = parse(fixed)
        n += 1
        if root is None:
            wrong += 1
            print(f"{name}, {kind}: not well-formed once corrected")
        elif nfixed == nwanted:  # the others were withheld, for tags or the edges of sections stand in their midst
            same += 1
            if text_in(root, kind).split() != wanted.decode().split():
                wrong += 1
                print(f"{name}, {kind}: reads otherwise once corrected")
    return n, same, wrong


def main():
    run, program = sys.argv[1:3]
    n = wrong = 0
    for path in sorted(HERE.glob("feed/*/input.*")):
        if path.parent.name not in APART:
            some, bad = compare(run, path)
            n, wrong = n + some, wrong + bad
    print(f"{n - wrong} of {n} items have the words that feedparser reads")
    tried = same = broken = 0
    with tempfile.TemporaryDirectory() as folder:
        sources = [(p.stem, p.read_text(encoding="utf-8").strip().split("\n\n"), re.match(r"[a-z]+", p.stem)[0])
                   for p in sorted((HERE / "metamorphic").glob("*.txt"))] + [("escaping", DAMAGED, "de")]
        for name, paragraphs, lang in sources:
            some, equal, bad = check_corrections(program, name, paragraphs, lang, pathlib.Path(folder))
            tried, same, broken = tried + some, same + equal, broken + bad
    print(f"{tried - broken} of {tried} feeds are well-formed once corrected, {same} with every correction of the plain text, and read as it does")
    return 1 if wrong or broken or same * 2 < tried else 0


if __name__ == "__main__":
    sys.exit(main())
