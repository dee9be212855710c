#!/usr/bin/env python3
"""One text, many containers: whatever a format wraps around a damaged text, the findings must be those of the plain text.

    metamorphic.py PROGRAM [FORMAT...]

Each text of metamorphic/, and each good one of ../quiet whose paragraphs are one line, is linted as it is, its language told by its name,
and then in every variant that a format's generator makes of its paragraphs. Rules and words of the findings must be the same: the words are
the source bytes at the finding's span, decoded by the generator's own decoder, so that a wrong place is seen. Nothing may be missing or found
beside, in 995 of 1,000 variants at least. A correction may be withheld, but what it writes must read like that of the plain text, and it must
take no tag away.

A format is one function here: it takes the paragraphs, the language and a random number generator with a fixed seed, and yields variants as
(name, page, decode), where decode turns a stretch of the page into the text it shows. Its line in FORMATS says the suffix.
"""
import collections
import html as references
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

AGREEMENT = 0.995
NAMES = {ord(text): name for name, text in references.entities.html5.items() if len(text) == 1 and name.endswith(";")}


# ---- HTML ----

def strip_tags(page):
    return references.unescape(re.sub(r"<!--.*?-->|<[^>]*>", "", page, flags=re.S)).replace("\u00ad", "")


def strip_json(page):
    return strip_tags(json.loads('"' + page + '"', strict=False))


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def refer(text, rng, share, form):
    """TEXT with character references for a SHARE of its characters."""
    def one(c):
        if c in "&<>" or (c != " " and rng.random() < share):
            named = NAMES.get(ord(c))
            forms = {"named": f"&{named}" if named else f"&#{ord(c)};", "decimal": f"&#{ord(c)};", "hex": f"&#x{ord(c):X};",
                     "bare": f"&#{ord(c)}"}
            return forms[form if form != "mixed" else rng.choice(["named", "decimal", "hex"])]
        return c
    out = ""
    for c in text:
        # A number without its semicolon goes on with the next digit.
        if out and re.search(r"&#x?[0-9A-Fa-f]+$", out) and (c.isalnum() or c == ";"):
            out += ";"
        out += one(c)
    return out


def at_words(text, rng, share, wrap):
    """TEXT with WRAP around a SHARE of its words, what stands between them kept."""
    return "".join(wrap(w) if w.strip() and rng.random() < share else escape(w) for w in re.split(r"(\s+)", text))


def inside_words(text, rng, share, signs):
    def cut(w):
        letters = [i for i in range(1, len(w)) if w[i - 1].isalpha() and w[i].isalpha()]
        if not letters or rng.random() > share:
            return escape(w)
        i = rng.choice(letters)
        return escape(w[:i]) + rng.choice(signs) + escape(w[i:])
    return "".join(cut(w) for w in re.split(r"(\s+)", text))


def tagged(rng):
    tag, given = rng.choice([("b", ""), ("i", ""), ("EM", ""), ("span", ' class="x y"'), ("a", " href='/p?a=1&amp;b=2'"), ("strong", " id=z"),
                             ("font", ' color="#fff"'), ("Mark", ""), ("x-word", " data-a")])
    return lambda w: f"<{tag}{given}>{escape(w)}</{tag}>"


def across_words(text, rng):
    """Tags that begin in one word and end in another."""
    words = re.split(r"(\s+)", text)
    for _ in range(3):
        i = rng.randrange(0, len(words), 2)
        k = min(i + 2 * rng.randrange(0, 4), len(words) - 1)
        words[i] = "\x01" + words[i]
        words[k] = words[k] + "\x02"
    tag = rng.choice(["b", "a", "span", "u"])
    return escape("".join(words)).replace("\x01", f"<{tag}>").replace("\x02", f"</{tag}>")


def fold(page, rng, end):
    """Spaces of the text become line breaks with indentation, as tools that print pages do it."""
    out, within = "", 0
    for c in page:
        within += (c == "<") - (c == ">")
        out += end + " " * rng.randrange(0, 9) if c == " " and not within and rng.random() < 0.2 else c
    return out


SHELL = """<!DOCTYPE html>
<html lang="{lang}">
<head><meta charset="utf-8"><style>p > b {{ color: red }}</style><script>if (a < b && c) document.write("<p>am am</p>");</script>
<!-- der der --><link rel=stylesheet href=x title="die die"></head>
<body>
{body}
</body>
</html>
"""


def html(paragraphs, lang, rng):
    def page(body):
        return SHELL.format(lang=lang, body=body)

    def each(wrap, between="\n"):
        return page(between.join(wrap(p) for p in paragraphs))

    yield "bare", "".join(f"<p lang={lang}>{escape(p)}" for p in paragraphs), strip_tags
    yield "minified", re.sub(r">\s+<", "><", each(lambda p: f"<p>{escape(p)}</p>")), strip_tags
    yield "unclosed", each(lambda p: f"<P CLASS=a>{escape(p)}"), strip_tags
    yield "pretty", fold(each(lambda p: f"  <p>\n    {escape(p)}\n  </p>"), rng, "\n"), strip_tags
    yield "crlf", fold(each(lambda p: f"<p>{escape(p)}</p>"), rng, "\r\n").replace("\r", "").replace("\n", "\r\n"), strip_tags
    for form in ("named", "decimal", "hex", "bare", "mixed"):
        for share in (0.1, 0.5, 1):
            yield f"{form} {share}", each(lambda p: f"<p>{refer(p, rng, share, form)}</p>"), strip_tags
    for share in (0.1, 0.3, 1):
        yield f"tags at words {share}", each(lambda p: f"<p>{at_words(p, rng, share, tagged(rng))}</p>"), strip_tags
        yield f"tags in words {share}", each(lambda p: f"<p>{inside_words(p, rng, share, ['<b></b>', '</b>', '<i>', '<a name=x></a>'])}</p>"), strip_tags
        yield f"soft {share}", each(lambda p: f"<p>{inside_words(p, rng, share, ['<wbr>', '&shy;', '<!-- x y -->', '<wbr/>', chr(0xAD)])}</p>"), strip_tags
    for i in range(4):
        yield f"tags across {i}", each(lambda p: f"<p>{across_words(p, rng)}</p>"), strip_tags
    yield "attributes", each(lambda p: f"<p class='a' id=\"b>c\" hidden onclick=\"x('<p>')\" data-x=y>{escape(p)}</p>"), lambda s: strip_tags(s)
    yield "divs", each(lambda p: f"<div><DIV>{escape(p)}</div></DIV>", ""), strip_tags
    yield "nested", each(lambda p: f"<section><blockquote><div><p>{escape(p)}", "</section>"), strip_tags
    yield "deep", "<div>" * 700 + each(lambda p: f"<p>{escape(p)}</p>") + "</div>" * 700, strip_tags
    yield "list", page("<ul>" + "".join(f"<li>{escape(p)}<ul><li><p></p></ul>" for p in paragraphs) + "</ul>"), strip_tags
    yield "cells", page("<table>" + "".join(f"<tr><td>{escape(p)}" for p in paragraphs) + "</table>"), strip_tags
    yield "definitions", page("<dl>" + "".join(f"<dt>&nbsp;<dd>{escape(p)}" for p in paragraphs) + "</dl>"), strip_tags
    yield "double breaks", page("<br><br>".join(escape(p) for p in paragraphs)), strip_tags
    yield "alt", each(lambda p: f'<p><img src=x alt="{escape(p).replace(chr(34), "&quot;")}"></p>'), strip_tags
    yield "title", each(lambda p: f"<i class=x title='{refer(p, rng, 0.2, 'mixed').replace(chr(39), '&#39;')}'></i>"), strip_tags
    yield "pictures", each(lambda p: f"<p><img src=a>{escape(p)}<svg><title>am am</title><path d='M0'/></svg></p>"), strip_tags
    yield "told twice", each(lambda p: f"<p>{escape(p)}</p>").replace(
        "<head>", "".join(f'<meta property="og:description" content="{escape(p).replace(chr(34), "&quot;")}">' for p in paragraphs) + "<head>"), strip_tags
    for ascii in (True, False):
        text = json.dumps("\n".join(map(escape, paragraphs)), ensure_ascii=ascii).replace("/", "\\/")
        ld = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody" : {text}, "x": 1}}</script>'
        yield f"json {ascii}", page(ld), strip_json
        yield f"json and page {ascii}", page("\n".join(f"<p>{escape(p)}</p>" for p in paragraphs) + ld), strip_tags
    tags = json.dumps("".join(f"<p>{escape(p)}</p>" for p in paragraphs))
    yield "tags in json", page(f'<script type=application/ld+json>[{{"description":{tags}}}]</script>'), strip_json
    xml = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="{}"><head><title/></head><body>{}</body></html>'
    yield "xhtml", xml.format(lang, "".join(f"<p>{escape(p)}<br/></p>" for p in paragraphs)), strip_tags
    yield "sections", xml.format(lang, "".join(f"<p><![CDATA[{p}]]></p>" for p in paragraphs)), lambda s: s
    for i in range(24):  # everything at once
        steps = [lambda p: refer(p, rng, rng.random() / 2, "mixed"), lambda p: at_words(p, rng, 0.3, tagged(rng)),
                 lambda p: inside_words(p, rng, 0.5, ["<wbr>", "&shy;", "<!---->", "<b></b>"]), lambda p: across_words(p, rng)]
        tag = rng.choice(["p", "P", "div", "li", "td", "blockquote", "article"])
        close = rng.choice([f"</{tag}>", f"</{tag.upper()} >"])
        body = each(lambda p: f"<{tag} title=''>{rng.choice(['', chr(10)])}{rng.choice(steps)(p)} {close}", rng.choice(["", "\n", "<hr>"]))
        yield f"mixed {i}", fold(body, rng, rng.choice(["\n", "\r\n", "\t", "  "])), strip_tags


# ---- XML ----

BESIDE = r"<(footnote|fn|indexterm|remark|draft-comment)\b.*?</\1>"


def strip_xml(page):
    """What a stretch of XML says, without what stands beside it."""
    page = re.sub(BESIDE + r"|<!--.*?-->|<\?.*?\?>", "", page, flags=re.S)
    parts = re.split(r"<!\[CDATA\[|\]\]>", page)
    if len(parts) == 1:
        return strip_tags(page)
    section = page.find("]]>") < page.find("<![CDATA[") if "<![CDATA[" in page and "]]>" in page else "]]>" in page
    return "".join(part if (i % 2 == 1) != section else strip_tags(part) for i, part in enumerate(parts)).replace("\u00ad", "")


def sections(text, rng, share):
    """TEXT with a SHARE of its words in sections of CDATA."""
    return at_words(text, rng, share, lambda w: escape(w) if "&" in w else f"<![CDATA[{w}]]>")


def quoted(text, rng, mark):
    return refer(text, rng, 0.1, "mixed").replace(mark, f"&#{ord(mark)};")


def xml_dressed(paragraphs, rng, shell, para, inlines, nothings, deep, holders):
    """What every vocabulary has. SHELL makes a page of blocks, PARA is the name of a paragraph; INLINES are tags in a line with their attributes,
    NOTHINGS what says nothing in the middle of a word; DEEP opens and closes what may stand in itself; HOLDERS are what a paragraph may stand in."""
    def each(wrap, between="\n"):
        return shell(between.join(wrap(p) for p in paragraphs))

    def block(inner, given=""):
        return f"<{para}{given}>{inner}</{para}>"

    def dressed(w):
        tag, given = rng.choice(inlines)
        return f"<{tag}{given}>{escape(w)}</{tag}>"

    def across(p):
        words = re.split(r"(\s+)", p)
        i = rng.randrange(0, len(words), 2)
        k = min(i + 2 * rng.randrange(0, 4), len(words) - 1)
        words[i] = "\x01" + words[i]
        words[k] += "\x02"
        tag, given = rng.choice(inlines)
        return escape("".join(words)).replace("\x01", f"<{tag}{given}>").replace("\x02", f"</{tag}>")

    yield "bare", each(lambda p: block(escape(p))), strip_xml
    yield "minified", each(lambda p: block(escape(p)), ""), strip_xml
    yield "pretty", fold(each(lambda p: f"    <{para}>\n      {escape(p)}\n    </{para}>"), rng, "\n"), strip_xml
    yield "crlf", fold(each(lambda p: block(escape(p))), rng, "\n").replace("\n", "\r\n"), strip_xml
    yield "tabs", fold(each(lambda p: block(escape(p))), rng, "\t"), strip_xml
    yield "mark", "\ufeff" + each(lambda p: block(escape(p))), strip_xml
    for form in ("named", "decimal", "hex", "mixed"):
        for share in (0.1, 0.5, 1):
            yield f"{form} {share}", each(lambda p: block(refer(p, rng, share, form))), strip_xml
    for share in (0.1, 0.3, 1):
        yield f"tags at words {share}", each(lambda p: block(at_words(p, rng, share, dressed))), strip_xml
        yield f"nothing in words {share}", each(lambda p: block(inside_words(p, rng, share, nothings))), strip_xml
        yield f"sections {share}", each(lambda p: block(sections(p, rng, share))), strip_xml
    for i in range(4):
        yield f"tags across {i}", each(lambda p: block(across(p))), strip_xml
    yield "whole sections", each(lambda p: block(f"<![CDATA[{p}]]>")), lambda s: s
    yield "attributes", each(lambda p: block(escape(p), " id='a>b' role=\"x 'y'\" xml:base='am am'")), strip_xml
    yield "lines kept", each(lambda p: block(escape(p), ' xml:space="preserve"')), strip_xml
    yield "comments", each(lambda p: f"<!-- der der -->{block(escape(p))}<?x am am?>"), strip_xml
    for opening, closing in holders:
        yield f"in {opening}", each(lambda p: f"{opening}{block(escape(p))}{closing}"), strip_xml
    opening, closing = deep
    yield "deep", each(lambda p: opening * 400 + block(escape(p)) + closing * 400), strip_xml
    for i in range(24):  # everything at once
        steps = [lambda p: refer(p, rng, rng.random() / 2, "mixed"), lambda p: at_words(p, rng, 0.3, dressed), across,
                 lambda p: inside_words(p, rng, 0.5, nothings), lambda p: sections(p, rng, 0.2)]
        opening, closing = rng.choice(holders)
        body = each(lambda p: f"{opening}{rng.choice(['', chr(10)])}{block(rng.choice(steps)(p) + ' ')}{closing}", rng.choice(["", "\n"]))
        yield f"mixed {i}", fold(body, rng, rng.choice(["\n", "\r\n", "\t", "  "])), strip_xml


DOCBOOK = ('<?xml version="1.0" encoding="utf-8"?>\n<article xmlns="http://docbook.org/ns/docbook" xmlns:xlink="http://www.w3.org/1999/xlink" '
           'xmlns:its="http://www.w3.org/2005/11/its" version="5.1" xml:lang="{lang}">\n{body}\n</article>\n')
DOCBOOK_4 = ('<!DOCTYPE book PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "http://www.oasis-open.org/docbook/xml/4.5/docbookx.dtd" [\n'
             '<!ENTITY shy "&#173;"><!-- am am --><!ENTITY der SYSTEM "der.xml">\n]>\n<book lang="{lang}"><chapter>{body}</chapter>&der;</book>\n')


def docbook(paragraphs, lang, rng):
    def page(body):
        return DOCBOOK.format(lang=lang, body=body)

    inlines = [("emphasis", ""), ("emphasis", ' role="bold"'), ("phrase", " xml:id='x'"), ("link", ' xlink:href="/p?a=1&amp;b=2"'), ("quote", ""),
               ("guilabel", ""), ("firstterm", ""), ("superscript", ""), ("ulink", " url='x'")]
    nothings = ["<!-- x y -->", "&#173;", "<?x y?>", "<anchor xml:id='z'/>", "<emphasis></emphasis>", chr(0xAD),
                "<indexterm><primary>am am</primary></indexterm>", "<remark>der der</remark>", "<footnoteref linkend='a'/>"]
    holders = [("<section><title>&#160;</title>", "</section>"), ("<itemizedlist><listitem>", "</listitem></itemizedlist>"),
               ("<note>", "</note>"), ("<blockquote>", "</blockquote>"), ("<para><footnote>", "</footnote></para>"),
               ("<informaltable><tgroup cols='1'><tbody><row><entry>", "</entry></row></tbody></tgroup></informaltable>"),
               ("<variablelist><varlistentry><term/><listitem>", "</listitem></varlistentry></variablelist>"),
               ("<procedure><step>", "</step></procedure>"), ("<mediaobject><textobject>", "</textobject></mediaobject>"),
               ("<info><abstract>", "</abstract></info>"), ("<para its:translate='no'>der der</para>", "<remark>am am</remark>")]
    yield from xml_dressed(paragraphs, rng, page, "para", inlines, nothings, ("<section>", "</section>"), holders)
    for name in ("simpara", "literallayout", "caption", "bibliomixed", "term", "td", "entry", "seg"):
        yield name, page("\n".join(f"<{name}>{escape(p)}</{name}>" for p in paragraphs)), strip_xml
    yield "book 4", DOCBOOK_4.format(lang=lang, body="".join(f"<para>{inside_words(p, rng, 0.3, ['&shy;'])}</para>" for p in paragraphs)), strip_xml
    yield "footnotes", page("\n".join(f"<para>{inside_words(p, rng, 0.1, ['<footnote><para><code>x</code></para></footnote>'])}</para>"
                                      for p in paragraphs)), strip_xml
    yield "labels", page("".join(f'<anchor xreflabel="{quoted(p, rng, chr(34))}"/>' for p in paragraphs)), strip_xml
    yield "alt", page("".join(f"<para><inlinemediaobject><alt>{escape(p)}</alt></inlinemediaobject></para>" for p in paragraphs)), strip_xml


DITA = ('<?xml version="1.0"?>\n<!DOCTYPE topic PUBLIC "-//OASIS//DTD DITA Topic//EN" "topic.dtd">\n'
        '<topic id="t" xml:lang="{lang}"><title/><prolog><metadata><keywords><keyword>der der</keyword></keywords></metadata></prolog>'
        '<body>{body}</body></topic>\n')


def dita(paragraphs, lang, rng):
    def page(body):
        return DITA.format(lang=lang, body=body)

    inlines = [("b", ""), ("i", ""), ("ph", " id='x'"), ("xref", ' href="a.dita#b"'), ("uicontrol", ""), ("term", ' keyref="k"'), ("q", ""), ("sup", ""),
               ("keyword", "")]
    nothings = ["<!-- x y -->", "&#173;", "<?x y?>", "<b/>", "<data name='am' value='am'/>", chr(0xAD),
                "<indexterm>am am</indexterm>", "<draft-comment>der der</draft-comment>"]
    holders = [("<section>", "</section>"), ("<ul><li>", "</li></ul>"), ("<note>", "</note>"), ("<lq>", "</lq>"), ("<p><fn>", "</fn></p>"),
               ("<simpletable><strow><stentry>", "</stentry></strow></simpletable>"), ("<dl><dlentry><dt/><dd>", "</dd></dlentry></dl>"),
               ("<fig><desc>", "</desc></fig>"), ("<p translate='no'>der der</p>", "<draft-comment>am am</draft-comment>")]
    yield from xml_dressed(paragraphs, rng, page, "p", inlines, nothings, ("<div>", "</div>"), holders)
    for name in ("shortdesc", "lines", "cmd", "li", "stentry", "navtitle", "payo class='- topic/p a/payo '"):
        yield name, page("\n".join(f"<{name}>{escape(p)}</{name.split()[0]}>" for p in paragraphs)), strip_xml
    titles = "".join(f"<topicref navtitle='{quoted(p, rng, chr(39))}'/>" for p in paragraphs)
    yield "map", f'<map xml:lang="{lang}">{titles}</map>', strip_xml
    yield "alt", page("".join(f'<p><image href="x"><alt>{escape(p)}</alt></image></p>' for p in paragraphs)), strip_xml


def xml(paragraphs, lang, rng):
    if any(re.search("</[a-z]", p) for p in paragraphs):
        return  # tags in a value are those of a page
    def page(body):
        return f'<?xml version="1.0"?>\n<sammlung xml:lang="{lang}"><stand>2024-05-01</stand><nummer>17</nummer>{body}</sammlung>\n'

    inlines = [("fett", ""), ("kursiv", " a='1'"), ("x:wort", " xmlns:x='urn:x'")]
    nothings = ["<!-- x y -->", "&#173;", "<?x y?>", "<anker/>", chr(0xAD), "<fett/>"]
    holders = [("<teil>", "</teil>"), ("<liste><punkt>", "</punkt></liste>"), ("<tafel><zeile><zelle>", "</zelle></zeile></tafel>")]
    yield from xml_dressed(paragraphs, rng, page, "absatz", inlines, nothings, ("<teil>", "</teil>"), holders)
    tagged_page = "".join(f"<p>{at_words(p, rng, 0.2, lambda w: f'<b>{escape(w)}</b>')}</p>" for p in paragraphs)
    yield "a page in a section", page(f"<text><![CDATA[{tagged_page}]]></text>"), lambda s: strip_tags(s.replace("<![CDATA[", "").replace("]]>", ""))
    yield "a page escaped", page(f"<text>{escape(tagged_page)}</text>"), lambda s: strip_tags(references.unescape(s))
    yield "a page each", page("\n".join(f"<text><![CDATA[<p>{refer(p, rng, 0.2, 'mixed')}</p>]]></text>" for p in paragraphs)), strip_tags
    yield "empty lines", page("<text>" + "\n\n".join(map(escape, paragraphs)) + "</text>"), strip_xml


FORMATS = {"html": (".html", html), "docbook": (".dbk", docbook), "dita": (".dita", dita), "xml": (".xml", xml)}


# ---- comparing ----

def lint(program, paths, *options):
    """The findings of each path."""
    done = subprocess.run([program, "check", "--format", "json", *options, *map(str, paths)], capture_output=True, timeout=600)
    if done.returncode > 1:
        raise SystemExit(f"mtlint: status {done.returncode}: {done.stderr.decode()}")
    return {f["path"]: [x for d in f["documents"] for x in d["findings"]] for f in json.loads(done.stdout)["files"]}


def seen(findings, data, decode):
    text = lambda f: decode(data[f["start"]:f["end"]].decode("utf-8"))
    return collections.Counter((f["rule"], " ".join(text(f).split())) for f in findings)


def fixes(findings, data, decode):
    """What the corrections write, as it will read, and whether they take markup away."""
    edits = [e for f in findings for fix in f["fixes"] for e in fix["edits"]]
    old = [data[e["start"]:e["end"]].decode("utf-8") for e in edits]
    return {decode(e["text"]) for e in edits} | {f"takes {o!r}" for o in old if re.search("<[A-Za-z/!]", o)}


def variants_of(program, text, folder, chosen):
    """The text's own findings, and every variant as (format, name, path, decode)."""
    lang = re.match(r"[a-z]+(-[A-Z]+)?", text.name)[0]
    found = lint(program, [text], "--lang", lang)[str(text)]
    own = seen(found, text.read_bytes(), str), fixes(found, text.read_bytes(), str)
    paragraphs = text.read_text(encoding="utf-8").strip().split("\n\n")
    made = []
    for name in chosen:
        suffix, generate = FORMATS[name]
        for i, (kind, page, decode) in enumerate(generate(paragraphs, lang, random.Random(f"{name} {text.name}"))):
            path = folder / f"{text.stem}-{name}-{i}{suffix}"
            path.write_bytes(page.encode("utf-8"))
            made.append((f"{text.name} as {name}, {kind}", path, decode))
    return own, made


def texts():
    here = pathlib.Path(__file__).parent
    yield from sorted((here / "metamorphic").glob("*.txt"))
    for text in sorted((here.parent / "quiet").glob("*.txt")):
        if not re.search(r"[^\n]\n[^\n]", text.read_text(encoding="utf-8")):
            yield text


def main():
    program, chosen = sys.argv[1], sys.argv[2:] or list(FORMATS)
    agreed = n = 0
    with tempfile.TemporaryDirectory() as folder:
        for text in texts():
            (own, cures), made = variants_of(program, text, pathlib.Path(folder), chosen)
            if not own and text.parent.name == "metamorphic":
                raise SystemExit(f"{text}: nothing is found in it")
            found = lint(program, [path for _, path, _ in made])
            for what, path, decode in made:
                got = seen(found[str(path)], path.read_bytes(), decode)
                strange = fixes(found[str(path)], path.read_bytes(), decode) - cures
                n += 1
                agreed += got == own and not strange
                if got != own or strange:
                    print(f"{what}: missing {dict(own - got)}, too much {dict(got - own)}, corrections {strange}")
                    if os.environ.get("KEEP"):
                        (pathlib.Path(os.environ["KEEP"]) / path.name).write_bytes(path.read_bytes())
    print(f"{agreed} of {n} variants have the findings of the plain text")
    return 0 if n and agreed >= n * AGREEMENT else 1


if __name__ == "__main__":
    sys.exit(main())
