"""One text in many dresses of Markdown, for tests that compare what is found in it with what is found in the plain text.

variants(paragraphs) yields (name, bytes); decode(bytes) gives back the words of a piece of such bytes. Run as a program, with the path
of mtlint, it lints its own damaged sentences plain and in every dress: each finding must be there, at its place, and no other."""
import collections
import html
import json
import os
import random
import re
import subprocess
import sys
import tempfile

PARAGRAPHS = [
    "Die US -Beamten trafen am Abend in Genf ein, sagte der Sprecher der Delegation am Montag.",
    "Der Rat hat der Vorlage der Vorlage zugestimmt, und die Bürger sind sind zufrieden mit dem Ergebnis.",
    "Im Hafen liegen drei Schiffe.Zwei davon kommen aus Norwegen, das dritte aus Übersee.",
    "„Wir bleiben hier, rief die Wirtin, während draußen das Wasser über die Ufer trat.",
    "Die Anti- Korruptions-Behörde prüft den Fall , wie eine Sprecherin mitteilte.",
    "Das neue Gesetz tritt am 1. Mai in Kraft ; die Übergangsfrist endet im Herbst (nach Angaben des Ministeriums.",
    "Der Eintritt ist **frei** für alle Kinder, die mit ihren Eltern ins Museum kommen.",
    "Die Stadt hat den Bahnhof im vergangenen Jahr umgebaut und die Gleise erneuert.",
    "Nach dem Regen standen die Keller unter Wasser , und die Feuerwehr der Stadt pumpte bis zum Morgen.",
    "Die EU -Kommission hat hat den Antrag geprüft.Das Ergebnis soll im Juni vorliegen.",
]
HEADLINES = [
    "US -Beamte in Genf eingetroffen",
    "Bürger sind sind zufrieden mit dem neuen Rat",
    "Anti- Korruptions-Behörde prüft den Fall , wie erwartet",
]

# What a page shows as signs, though it was meant as markup: the words that are found.
LEFT_OVER = [
    ("Das ist ** sehr wichtig ** für alle Leute.", ["** sehr wichtig **"]),
    ("Der Eintritt ist \\*\\*frei\\*\\* für alle Leute.", ["**frei**"]),
    ("Der Eintritt ist **gratis für alle Kinder.", ["**"]),
    ("Der Eintritt ist\ngratis** für alle Kinder.", ["**"]),
    ("Das ist **„wichtig“**für alle Leute.", ["**"]),
    ("Erst `make` rufen, dann `make install und warten.", ["`"]),
    ("Das <b >Haus</ b> am See ist alt und schön.", ["</ b>"]),
    ("Mehr dazu steht im [Bericht] (https://example.org/a) der Stadt.", ["[Bericht] (https://example.org/a)"]),
    ("Wert {{ name }} und { { name } } sind da.", ["{ { name } }"]),
]
# What is markup, or none and meant so.
QUIET = [
    "Die Datei heißt mein_alter_name und __init__, der Preis* gilt nur heute.\n\n\\* Ohne Gewähr.",
    "* Brot\n* Milch\n\nDer Preis* gilt heute.\n\n*Ohne Gewähr, nur solange der Vorrat reicht.",
    "Rechne 2 * 3 * 4 und 2**3, dazu src/**/*.c und `a_b`.",
    "Der Name `**kwargs` und *args, **kwargs sind bekannt.",
    "Ein ***wichtiger*** Satz mit **_beidem_** und ~~weg~~ steht hier.",
    "**Hinweis**: Nur <kbd>Strg</kbd>+<kbd>C</kbd> hilft.<br>**Achtung:** Es regnet.",
    "Das Wort `<b>` und `</b>` macht Text fett. Siehe [1], [2] und [Anhang A].",
    "Name | Wert\n--- | ---\n**a** | `b`",
    "Der Pegel steigt[^1], sagt der Wirt [^2].\n\n[^1]: Gemessen am Morgen.\n[^2]: Er wohnt am Fluss.",
    "Der Rat der Stadt tagt heute am See.\n\n## anmelden\n\nDie Gäste kommen mit dem Zug aus Genf.",
    "Die Fahrt kostet {{ preis }} Euro ({% ort %}), $x^2$ Meter weit.\n\n{{< bild >}}\n\n## Ende {#ende}",
]

ESCAPED = re.compile(r"[\\`*_\[\]<>|~&$]")
WORD = re.compile(r"[^\W\d_]{2,}")
DECODED = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<none><!--.*?-->|</?[a-z][^>]*>|\[\^[^\]]*\]|\]\([^)]*\)|\]\[[^\]]*\]|!?\[|\]|[*_~]+)"
    r"|(?P<line>[ \t]*\r?\n[ \t>]*)"
    r"|(?P<entity>&#?\w+;)",
    re.S,
)


def decode(source):
    """The words of a piece of a variant's bytes."""

    def meaning(match):
        if match["escaped"]:
            return match["escaped"]
        if match["entity"]:
            return html.unescape(match["entity"])
        return " " if match["line"] else ""

    return " ".join(DECODED.sub(meaning, source.decode()).split())


def plain(paragraphs):
    return "\n\n".join(paragraphs) + "\n"


def escape(text):
    return ESCAPED.sub(lambda match: "\\" + match[0], text)


def on_words(paragraphs, rng, share, dress):
    """Escapes the paragraphs, and dresses a share of their words."""

    def each(match):
        return dress(match[0], match) if rng.random() < share else match[0]

    return [WORD.sub(each, escape(paragraph)) for paragraph in paragraphs]


def is_apart(match):
    """True if marks that need an edge of a word may stand there."""
    text, (start, end) = match.string, match.span()
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def wrap(text, width):
    """Breaks at spaces, but never before what would mean something at the head of a line."""
    lines = [""]
    for word in text.split(" "):
        new = lines[-1] and len(lines[-1]) + 1 + len(word) > width and re.match(r"[^\W\d]|[„(]|-\w", word)
        if new:
            lines.append(word)
        else:
            lines[-1] += (" " if lines[-1] else "") + word
    return lines


def join(blocks, end="\n"):
    return (end + end).join(blocks) + end


def inline_variants(paragraphs, rng):
    def around(left, right):
        """Not at the head of a line, where a comment would begin a block of HTML."""
        return lambda word, match: left + word + right if is_apart(match) and (match.start() or left[:1] != "<") else word

    for left, right in [("**", "**"), ("*", "*"), ("_", "_"), ("__", "__"), ("~~", "~~"), ("***", "***"), ("**_", "_**")]:
        for share in (0.2, 0.6, 1):
            yield f"emphasis {left} {share}", join(on_words(paragraphs, rng, share, around(left, right)))
    for left, right in [
        ("<b>", "</b>"),
        ('<span class="a">', "</span>"),
        ("<!-- so -->", ""),
        ("", "<!-- ein\nKommentar -->"),
        ("[", "](https://example.org/a_b)"),
        ("[", "](<a b> )"),
        ("[**", "**](x)"),
    ]:
        yield f"inline {left} {right}", join(on_words(paragraphs, rng, 0.3, around(left, right)))
    links = "\n\n[ref]: https://example.org/ref\n"
    yield "reference links", join(on_words(paragraphs, rng, 0.3, around("[", "][ref]"))) + links
    yield "half a word", join(on_words(paragraphs, rng, 0.4, lambda word, match: f"**{word[:1]}**{word[1:]}"))
    yield "escapes", join([re.sub(r"[!-/:-@\[-`{-~]", lambda match: "\\" + match[0], text) for text in paragraphs])
    for form in ("&#{};", "&#x{:X};"):
        for share in (0.05, 0.5):
            dressed = ["".join(form.format(ord(c)) if c.isalpha() and rng.random() < share else c for c in escape(p)) for p in paragraphs]
            yield f"entities {form} {share}", join(dressed)
    names = {"ä": "&auml;", "ö": "&ouml;", "ü": "&uuml;", "Ü": "&Uuml;", "ß": "&szlig;", "„": "&bdquo;", ",": "&comma;"}
    yield "named entities", join(["".join(names.get(c, c) for c in escape(p)) for p in paragraphs])
    yield "spaces", join([re.sub(r"(?<=\w) (?=\w)", "  \t ", escape(p)) for p in paragraphs])


def block_variants(paragraphs, rng):
    texts = [escape(p) for p in paragraphs]
    for end in ("\n", "\r\n"):
        for width in range(12, 110, 7):
            lines = [wrap(text, width) for text in texts]
            where = f"{width} {end!r}"
            yield f"wrap {where}", join([end.join(each) for each in lines], end)
            yield f"indented wrap {where}", join([(end + "  ").join(each) for each in lines], end)
            yield f"quotation {where}", join([end.join("> " + line for line in each) for each in lines], end)
            yield f"lazy quotation {where}", join(["> " + end.join(each) for each in lines], end)
            yield f"deep quotation {where}", join([end.join(">> > " + line for line in each) for each in lines], end)
            yield f"item {where}", join(["- " + (end + "  ").join(each) for each in lines], end)
            yield f"tight items {where}", end.join("10. " + (end + "    ").join(each) for each in lines) + end
            yield f"lazy items {where}", end.join("* " + end.join(each) for each in lines) + end
            yield f"quoted items {where}", join(["> - " + (end + ">   ").join(each) for each in lines], end)
            yield f"footnotes {where}", end.join(f"[^n{i}]: " + (end + "    ").join(each) for i, each in enumerate(lines)) + end
            yield f"notes {where}", join([f"[^n{i}]: Note." + end + end + "    " + (end + "    ").join(each) for i, each in enumerate(lines)], end)
            yield f"admonition {where}", join([end.join([":::note", *each, ":::"]) for each in lines], end)
            yield f"indented admonition {where}", join([(end + "    ").join(["!!! note", *each]) for each in lines], end)
            yield f"alert {where}", join([(end + "> ").join(["> [!NOTE]", *each]) for each in lines], end)
            html_lines = [wrap(html.escape(p, False), width) for p in paragraphs]
            yield f"html {where}", join([end.join(["<div>", *each, "</div>"]) for each in html_lines], end)
            yield f"html in quotation {where}", join([(end + "> ").join(["> <p>", *each, "</p>"]) for each in html_lines], end)
    yield "table", "| a | b |\n|---|:-:|\n" + "".join(f"| {a} | {b} |\n" for a, b in zip(texts[::2], texts[1::2]))
    yield "bare table", "a | b\n--|--\n" + "".join(f"{a} | {b}\n" for a, b in zip(texts[::2], texts[1::2]))
    yield "pictures", join([f"![{text}](a.png)" for text in texts])
    yield "titles", join(['[Mehr dazu lesen Sie hier.](a "' + text.replace('"', '\\"') + '")' for text in texts])
    yield "details", join([f"<details><summary>Mehr</summary>\n\n{text}\n\n</details>" for text in texts])
    yield "variables", join(["{{< ref >}}\n" + text + "\n{% end %}" for text in texts])
    for quote in ('"', "'"):
        inner = [p.replace("\\", "\\\\").replace('"', '\\"') if quote == '"' else p.replace("'", "''") for p in paragraphs]
        for i, text in enumerate(inner):
            folded = text.replace(" ", "\n  ", 1)
            rest = join(texts[:i] + texts[i + 1 :])
            yield f"front matter {quote} {i}", f"---\nlayout: a\ndescription: {quote}{folded}{quote}\n---\n{rest}"
            if quote == '"':
                yield f"toml {i}", f"+++\ndescription = {quote}{text}{quote}\n+++\n{rest}"
    for i, p in enumerate(paragraphs):
        lines = "\n  ".join(wrap(p, 30))
        yield f"folded front matter {i}", f"---\nsummary: >-\n  {lines}\nlang: de\n---\n{join(texts[:i] + texts[i + 1 :])}"


def mixed_variants(paragraphs, rng):
    def any_dress(word, match):
        left, right = rng.choice([("**", "**"), ("*", "*"), ("[", "](x)"), ("<i>", "</i>"), ("~~", "~~"), ("", "[^a]")])
        return left + word + right if is_apart(match) else word

    for i in range(200):
        end, mark = rng.choice(["\n", "\r\n"]), rng.choice(["", "> ", "- ", "1. ", "> > "])
        more = re.sub(r"[^> ]", " ", mark)
        dressed = on_words(paragraphs, rng, 0.25, any_dress)
        blocks = [mark + (end + more).join(wrap(text, rng.randrange(15, 90))) for text in dressed]
        yield f"mixed {i}", join(blocks, end) + end + "[^a]: Note." + end


def variants(paragraphs, seed=1):
    """(name, bytes) for each dress of the paragraphs."""
    rng = random.Random(seed)
    for family in (inline_variants, block_variants, mixed_variants):
        for name, text in family(paragraphs, rng):
            yield name, text.encode()


def heading_variants(headlines, seed=1):
    """The same for lines that are headings in plain text too."""
    rng = random.Random(seed)
    texts = [escape(line) for line in headlines]
    for level in range(1, 7):
        yield f"heading {level}", join(["#" * level + " " + text for text in texts]).encode()
        yield f"closed heading {level}", join(["#" * level + f" {text} " + "#" * level for text in texts]).encode()
    for line in ("===", "---"):
        yield f"heading {line}", join([f"{text}\n{line}" for text in texts]).encode()
        wrapped = ["\n".join(wrap(text, 20)) for text in texts]
        yield f"wrapped heading {line}", join([f"{text}\n{line}" for text in wrapped]).encode()
    yield "heading with anchor", join([f"## {text} {{#anker}}" for text in texts]).encode()
    bold = on_words(headlines, rng, 1, lambda word, match: f"**{word}**" if is_apart(match) else word)
    yield "bold heading", join(["# " + text for text in bold]).encode()
    for i, line in enumerate(headlines):
        rest = join(["# " + text for text in texts[:i] + texts[i + 1 :]])
        yield f"title {i}", f"---\ntitle: {line}\n---\n{rest}".encode()


# ---- the program ----


def lint(mtlint, folder, files):
    for name, data in files.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    run = subprocess.run([mtlint, "check", "--format", "json", "--lang", "de", *files], cwd=folder, capture_output=True, check=False)
    if run.returncode > 1:
        sys.exit(run.stderr.decode())
    return {file["path"]: file["documents"][0]["findings"] if file["documents"] else None for file in json.loads(run.stdout)["files"]}


def key_of(finding, words):
    """What has to agree. Marks of emphasis are no words: in HTML and front matter they are not escaped."""
    return finding["rule"], re.sub(r"[*_~]+", "", words)


def compare(mtlint, folder, paragraphs, dresses):
    """Returns how many findings there should be, and what differs."""
    names = {f"{i}.md": name for i, (name, _) in enumerate(dresses)}
    files = {f"{i}.md": data for i, (_, data) in enumerate(dresses)}
    text = plain(paragraphs).encode()
    found = lint(mtlint, folder, {"plain.txt": text, **files})
    expected = collections.Counter(key_of(f, " ".join(text[f["start"] : f["end"]].decode().split())) for f in found["plain.txt"])
    differences = []
    for path, data in files.items():
        got = collections.Counter(key_of(f, decode(data[f["start"] : f["end"]])) for f in found[path] or [])
        differences += [(names[path], "missing", *key) for key in (expected - got).elements()]
        differences += [(names[path], "extra", *key) for key in (got - expected).elements()]
    return sum(expected.values()) * len(files), differences


def compare_signs(mtlint, folder):
    texts = [*LEFT_OVER, *((text, []) for text in QUIET)]
    found = lint(mtlint, folder, {f"{i}.md": (text + "\n").encode() for i, (text, _) in enumerate(texts)})
    differences = []
    for i, (text, expected) in enumerate(texts):
        got = [f["text"] for f in found[f"{i}.md"]]
        if got != expected:
            differences.append((text, "found", str(got), "not", str(expected)))
    return sum(len(expected) for _, expected in texts), differences


def main(mtlint, seed=1):
    dressed = [(PARAGRAPHS, list(variants(PARAGRAPHS, seed))), (HEADLINES, list(heading_variants(HEADLINES, seed)))]
    with tempfile.TemporaryDirectory() as folder:
        total, differences = compare_signs(os.path.abspath(mtlint), folder)
        for paragraphs, dresses in dressed:
            n, differing = compare(os.path.abspath(mtlint), folder, paragraphs, dresses)
            if n < 3 * len(dresses):
                sys.exit("the plain text has too few findings to compare with")
            total += n
            differences += differing
    for difference in differences[:40]:
        print(*difference, sep=": ")
    print(f"{total} findings, {len(differences)} differ")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
