#!/usr/bin/env python3
"""One text, many containers: whatever a format wraps around a damaged text, the findings must be those of the plain text.

    metamorphic.py PROGRAM [FORMAT...]

Each text of metamorphic/, and each good one of ../quiet whose paragraphs are one line, is linted as it is, its language told by its name,
and then in every variant that a format's generator makes of its paragraphs. Rules and words of the findings must be the same: the words are
the source bytes at the finding's span, decoded by the generator's own decoder, so that a wrong place is seen. Nothing may be missing or found
beside, in 995 of 1,000 variants at least. A correction may be withheld, but what it writes must read like that of the plain text, and it must
take no tag away.

A format is one function here: it takes the paragraphs, the language and a random number generator with a fixed seed, and yields variants as
(name, page, decode), where decode turns a stretch of the page into the text it shows, and the encoding as a fourth where it is not UTF-8. Its line in FORMATS says the suffix.
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

ASIDE = r"<(footnote|fn|indexterm|remark|draft-comment)\b.*?</\1>"


def strip_xml(page):
    """What a stretch of XML says, without what stands beside it."""
    page = re.sub(ASIDE + r"|<!--.*?-->|<\?.*?\?>", "", page, flags=re.S)
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


# ---- subtitles ----

TIMING = r"(?:[^\n\r]*-->[^\n\r]*)"


def strip_cues(page):
    """The text of a stretch of SubRip or WebVTT: without what stands between two cues, tags and overrides."""
    page = re.sub(r"(?:\r\n?|\n)+(?:NOTE[^\n\r]*(?:\r\n?|\n)+)?(?:[^\n\r]*(?:\r\n?|\n)+)?" + TIMING + r"(?:\r\n?|\n)", "\n", page)
    return re.sub(r"</?[a-z0-9][^<>\n]*>|\{\\[^}\n]*\}|\\N", lambda m: "\n" if m[0] == "\\N" else "", page, flags=re.I)


def strip_vtt(page):
    return references.unescape(strip_cues(page)).replace("\u00ad", "")


def wrap_cues(paragraph, rng, width, lines):
    """PARAGRAPH as cues of lines, which end between two words or sentences."""
    places = [m.start() for m in re.finditer(r"(?<=[\w,;.!?]) (?=\w)", paragraph)]
    cut, out = 0, [[]]
    for at in places:
        if at - cut >= width + rng.randrange(0, 9):
            out[-1].append(paragraph[cut:at])
            cut = at + 1
            if len(out[-1]) >= rng.randrange(1, lines + 1):
                out.append([])
    out[-1].append(paragraph[cut:])
    return out


def clock(ms, mark, hours):
    text = f"{ms // 60000 % 60:02}:{ms // 1000 % 60:02}{mark}{ms % 1000:03}"
    return f"{ms // 3600000:02}:{text}" if hours or ms >= 3600000 else text


def cues_of(paragraphs, rng, dress, width=34, lines=2, mark=",", hours=True, counted=True, behind="", pause=5000, end="\n", between="\n"):
    """The cues of a file. DRESS writes a cue's lines as the format has them, and is told whether a paragraph begins there."""
    out, now, n = [], 1000, 0
    for paragraph in paragraphs:
        for i, cue in enumerate(wrap_cues(paragraph, rng, width, lines)):
            now += rng.choice([0, 40, 80, 500]) if i else pause
            last = 900 + 60 * sum(map(len, cue))
            n += 1
            out.append((f"{n}\n" if counted else "") + clock(now, mark, hours) + " --> " + clock(now + last, mark, hours) + behind + "\n"
                       + dress(cue, i == 0) + "\n")
            now += last
    return between.join(out).replace("\n", end)


def each_line(dress):
    return lambda cue, begins: "\n".join(dress(line) for line in cue)


def speaker_dress(mark):
    return lambda cue, begins: (mark if begins else "") + "\n".join(cue)


def around_words(rng, share, tags):
    def dress(text):
        def one(word):
            tag = rng.choice(tags)
            return f"<{tag}>{word}</{re.match('[a-z]+', tag)[0]}>" if word.strip() and rng.random() < share else word
        return "".join(one(w) for w in re.split(r"(\s+)", text))
    return dress


def across_lines(open_tag, close_tag):
    return lambda cue, begins: open_tag + "\n".join(cue) + close_tag


def subrip(paragraphs, lang, rng):
    def page(dress=each_line(str), **how):
        return cues_of(paragraphs, rng, dress, **how)

    if "<" in "".join(paragraphs):  # SubRip cannot say what is a tag and what is text
        return
    for width in (12, 26, 34, 42, 90, 4000):
        for lines in (1, 2, 4):
            yield f"width {width}, lines {lines}", page(width=width, lines=lines), strip_cues
    yield "crlf", page(end="\r\n"), strip_cues
    yield "cr", page(end="\r"), strip_cues
    yield "mark", "\ufeff" + page(), strip_cues
    yield "utf-16", "\ufeff" + page(), strip_cues, "utf-16-le"
    yield "no hours", page(hours=False), strip_cues
    yield "full stops", page(mark="."), strip_cues
    yield "no counters", page(counted=False), strip_cues
    yield "coordinates", page(behind=" X1:100 X2:600 Y1:050 Y2:100"), strip_cues
    yield "nothing between", page(between=""), strip_cues
    yield "much between", page(between="\n \n\n"), strip_cues
    yield "blank lines", page(lambda cue, begins: "\n\n".join(cue)), strip_cues
    yield "line codes", page(lambda cue, begins: "\\N".join(cue)), strip_cues
    yield "margins", page(each_line(lambda line: f"  {line}  ")), strip_cues
    for tag in ("i", "b", "u", 'font color="#ffff00"', "I"):
        yield f"all {tag}", page(across_lines(f"<{tag}>", f"</{tag.split()[0]}>")), strip_cues
        yield f"lines {tag}", page(each_line(lambda line: f"<{tag}>{line}</{tag.split()[0]}>")), strip_cues
    for share in (0.1, 0.4):
        tags = ["i", "b", "u", "font color=red", "font face='x' size=12"]
        yield f"tags at words {share}", page(each_line(around_words(rng, share, tags))), strip_cues
    yield "overrides", page(across_lines("{\\an8}", "")), strip_cues
    yield "more overrides", page(each_line(lambda line: "{\\i1\\pos(10,20)}" + line + "{\\i0}")), strip_cues
    for mark in ("- ", "-", "– ", ">> ", ">>> "):
        yield f"speakers {mark}", page(speaker_dress(mark), pause=0), strip_cues
    yield "heard beside", page(lambda cue, begins: ("[tok tok]\n" if begins else "") + "\n".join(cue)), strip_cues


def webvtt(paragraphs, lang, rng):
    def page(dress=each_line(escape), head="WEBVTT\n\n", **how):
        return head + cues_of(paragraphs, rng, dress, mark=".", **how)

    def voiced(cue, begins):
        voiced.n += begins
        return f"<v Anna {voiced.n}>" + "\n".join(map(escape, cue))
    voiced.n = 0

    for width in (12, 34, 90, 4000):
        for lines in (1, 2, 4):
            yield f"width {width}, lines {lines}", page(width=width, lines=lines), strip_vtt
    yield "crlf", page(end="\r\n"), strip_vtt
    yield "mark", "\ufeff" + page(), strip_vtt
    yield "utf-16", "\ufeff" + page(), strip_vtt, "utf-16-be"
    yield "no hours", page(hours=False, counted=False), strip_vtt
    yield "settings", page(behind=" align:start position:10%,line-left size:35%"), strip_vtt
    yield "comments", page(between="\nNOTE der der die\n\n"), strip_vtt
    head = f"WEBVTT - am am\nKind: captions\nLanguage: {lang}\n\nSTYLE\n::cue {{ color: red }}\n\nREGION\nid:x\nwidth:40%\n\nNOTE am am\ndie die\n\n"
    yield "head", page(head=head), strip_vtt
    yield "voices", page(voiced, pause=0), strip_vtt
    yield "margins", page(each_line(lambda line: f"  {escape(line)}  ")), strip_vtt
    for form in ("named", "decimal", "hex", "mixed"):
        yield f"references {form}", page(each_line(lambda line: refer(line, rng, 0.3, form))), strip_vtt
    yield "words timed", page(each_line(lambda line: re.sub(r" (?=\w)", lambda m: "<00:00:01.500><c> ", escape(line)) + "</c>" * line.count(" "))), strip_vtt
    for tag in ("i", "c.laut", "c.yellow", f"lang {lang}", "b"):
        close = re.match("[a-z]+", tag)[0]
        yield f"all {tag}", page(lambda cue, begins: f"<{tag}>" + "\n".join(map(escape, cue)) + f"</{close}>"), strip_vtt
        yield f"lines {tag}", page(each_line(lambda line: f"<{tag}>{escape(line)}</{close}>")), strip_vtt
        yield f"tags at words {tag}", page(each_line(lambda line: around_words(rng, 0.3, [tag])(escape(line)))), strip_vtt
    yield "soft", page(each_line(lambda line: inside_words(line, rng, 0.4, ["&shy;", "\u00ad", "<b></b>", "<c.x>"]))), strip_vtt
    for mark in ("- ", "– ", "&gt;&gt; "):
        yield f"speakers {mark}", page(lambda cue, begins: (mark if begins else "") + "\n".join(map(escape, cue)), pause=0), strip_vtt


# ---- records ----

# What stands beside the text in a record and is none, whatever it reads like.
BESIDE = {"id": "a1b2-am-am", "url": "https://example.org/the/the", "slug": "der-der-die-die", "date": "2026-01-02T03:04:05Z", "author": "Am Am",
          "status": "is is published", "tags": ["der der", "the the"], "image": {"src": "/am/am.png", "width": 640}, "count": 3, "draft": False,
          "hash": "deadbeef deadbeef", "source": "The the council said said nothing.", "parent": None}


def unescape_json(stretch):
    return json.loads('"' + stretch + '"', strict=False)


def spell(text, rng, share, form):
    """A string of JSON with escapes for a SHARE of its characters."""
    def one(c):
        if c in '"\\':
            return "\\" + c
        if c == "\n":
            return "\\n"
        if rng.random() >= share:
            return c
        if c == "/":
            return "\\/"
        units = c.encode("utf-16-be")
        return "".join(("\\u%04X" if form == "upper" else "\\u%04x") % int.from_bytes(units[i:i + 2], "big") for i in range(0, len(units), 2))
    return '"' + "".join(one(c) for c in text) + '"'


def record(fields, rng, indent=None):
    """An object of FIELDS, which are JSON already, between others in any order."""
    beside = rng.sample(sorted(BESIDE), rng.randrange(len(BESIDE) + 1))
    pairs = [(k, json.dumps(BESIDE[k])) for k in beside[::2]] + list(fields) + [(k, json.dumps(BESIDE[k])) for k in beside[1::2]]
    end = "\n" + " " * indent if indent else rng.choice(["", " "])
    return "{" + end + ("," + end).join(f"{json.dumps(k)}{rng.choice(['', ' '])}:{rng.choice(['', ' '])}{v}" for k, v in pairs) + end.rstrip(" ") + "}"


def texts_of_record(paragraphs, lang, rng):
    """The text as fields of a record, in many ways: (name, fields, decode)."""
    text, told = "\n\n".join(paragraphs), ("lang", json.dumps(lang))
    for key in ("text", "content", "body", "article_body", "metaDescription", "content:text", "text_de", "unheard-of"):
        yield key, [told, (key, spell(text, rng, 0, ""))], unescape_json
    for share in (0.05, 0.5, 1):
        for form in ("lower", "upper"):
            yield f"escapes {share} {form}", [told, ("body", spell(text, rng, share, form))], unescape_json
    yield "crlf", [told, ("body", json.dumps(text.replace("\n", "\r\n"), ensure_ascii=False))], unescape_json
    yield "lines", [("inLanguage", told[1]), ("body", json.dumps("\n".join(paragraphs)))], unescape_json
    yield "list", [("locale", json.dumps(lang.replace("-", "_"))), ("paragraphs", "[" + ", ".join(spell(p, rng, 0.1, "") for p in paragraphs) + "]")], unescape_json
    if not re.search("</[a-z]", text):
        yield "blocks", [told, ("blocks", "[" + ", ".join('{"type": "paragraph", "data": {"text": %s}}' % spell(escape(p), rng, 0.1, "") for p in paragraphs) + "]")], strip_json
    yield "languages", [("body", '{"it": "Coraggio.", %s: %s}' % (json.dumps(lang), spell(text, rng, 0, "")))], unescape_json
    for share in (0, 0.2):
        for name, value in rich_text(paragraphs, rng, share):
            yield f"{name} {share}", [told, ("body", value)], unescape_json
    if not re.search(r"[\\`*_\[\]<>#|~&]", text):
        yield "markdown", [told, ("body_md", json.dumps(text))], unescape_json
    page = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    for key in ("content_html", "body", "html", "descriptionHtml"):
        yield "html " + key, [told, (key, spell(page, rng, 0.05, ""))], strip_json
    yield "escaped twice", [told, ("content_html", json.dumps(escape(page)))], lambda s: strip_tags(strip_json(s))
    yield "rendered", [told, ("content", '{"rendered": %s, "protected": false}' % json.dumps(page))], strip_json
    for share in (0.2, 1):
        refs = "\n".join(f"<p class=\"a\">{refer(p, rng, share, 'mixed')}</p>" for p in paragraphs)
        yield f"references {share}", [told, ("content_html", json.dumps(refs))], strip_json
    tags = "".join(f"<div>{at_words(p, rng, 0.3, tagged(rng))}</div>" for p in paragraphs)
    yield "tags", [told, ("body_html", json.dumps(tags).replace("<", "\\u003c").replace(">", "\\u003E"))], strip_json


# How editors keep a paragraph: an array of its texts, in something that says what it is. Beside each text, and in the order it has there.
RICH = {"slate": ('{"type": "paragraph", "children": [%s]}', '{"text": %s, "bold": true}'),
        "lexical": ('{"type": "paragraph", "version": 1, "children": [%s]}', '{"detail": 0, "type": "text", "text": %s, "style": ""}'),
        "prosemirror": ('{"type": "paragraph", "content": [%s]}', '{"type": "text", "marks": [{"type": "strong"}], "text": %s}'),
        "portable": ('{"_type": "block", "style": "normal", "markDefs": [], "children": [%s]}', '{"_type": "span", "marks": ["am am"], "text": %s}'),
        "contentful": ('{"nodeType": "paragraph", "data": {}, "content": [%s]}', '{"nodeType": "text", "value": %s, "marks": []}'),
        "notion": ('{"object": "block", "type": "paragraph", "paragraph": {"rich_text": [%s]}}',
                   '{"type": "text", "text": {"content": %s, "link": null}, "annotations": {"bold": false}, "plain_text": %s, "href": null}')}


def rich_text(paragraphs, rng, share):
    """Fields of rich text; a paragraph is cut between its sentences, for what reaches over two texts has no place of its own."""
    for name, (block, leaf) in RICH.items():
        spelled = [[spell(part, rng, share, "") for part in re.split(r"(?<=[a-z]\. )", p) if part] for p in paragraphs]
        yield name, "[" + ", ".join(block % ", ".join(leaf.replace("%s", part) for part in parts) for parts in spelled) + "]"
    yield "quill", '{"ops": [' + ", ".join('{"insert": %s}' % spell(p + "\n", rng, share, "") for p in paragraphs) + "]}"


def json_file(paragraphs, lang, rng):
    for kind, fields, decode in texts_of_record(paragraphs, lang, rng):
        one = record(fields, rng, rng.choice([None, None, 2, 4]))
        other = record([("title", '"Nur Mut"'), ("lang", '"de"')], rng)
        yield kind, one, decode
        yield kind + ", list", f"[{one},\n {other}]", decode
        yield kind + ", items", '{"version": "https://jsonfeed.org/version/1.1", "items" : [' + other + ", " + one + "]}\n", decode
        yield kind + ", data", '{"meta":{"total":1},"data":[' + one + "]}", decode
        yield kind + ", by id", '{"known": {"a1": ' + one + ', "b2": ' + other + "}}", decode
    yield "mark", "\ufeff" + one, decode


def jsonl_file(paragraphs, lang, rng):
    for kind, fields, decode in texts_of_record(paragraphs, lang, rng):
        one = record(fields, rng)
        other = record([("title", '"Nur Mut"'), ("lang", '"de"')], rng)
        end = rng.choice(["\n", "\r\n"])
        yield kind, one + end, decode
        yield kind + ", among others", end.join([other, "", one, other]), decode


def csv_file(paragraphs, lang, rng):
    quote = lambda v: '"' + v.replace('"', '""') + '"'
    unquote = lambda s: s.replace('""', '"')
    text, page = "\n\n".join(paragraphs), "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    bare = lambda v, sign: v if not re.search(r'["\n\r' + re.escape(sign) + "]", v) else quote(v)
    for sign in ",;\t|":
        for end in ("\n", "\r\n"):
            for name, value, decode in (("body", text, unquote), ("content_html", page, lambda s: strip_tags(unquote(s))), ("Spalte 7", text, unquote),
                                        ("text", "\n".join(paragraphs), unquote)):
                row = [("id", "4-am-am"), ("lang", lang), (name, value.replace("\n", end)), ("url", "https://example.org/the/the"), ("status", "is is published")]
                rng.shuffle(row)
                for write in (lambda v: quote(v), lambda v: bare(v, sign)):
                    yield (f"{sign!r} {end!r} {name}", sign.join(k for k, _ in row) + end + sign.join(write(v) for _, v in row) + rng.choice(["", end]), decode)


    yield "languages", f"key,it,{lang}\nk1,Coraggio.,{quote(text)}\n", unquote
    yield "behind", f'id,lang,body,status\n4,{lang},{quote(text)},"Nur" Mut\n', unquote


# ---- encodings ----

def encodings(paragraphs, lang, rng):
    """Pages that are not stored as UTF-8."""
    body = "".join(f"<p>{escape(p)}</p>\r\n" for p in paragraphs)
    for name, mark in (("utf-16-le", "\ufeff"), ("utf-16-be", "\ufeff"), ("utf-16-le", ""), ("utf-16-be", ""), ("utf-8", "\ufeff"), ("utf-32-le", "\ufeff")):
        yield f"{name} {bool(mark)}", f'{mark}<html lang="{lang}"><body>{body}', strip_tags, name
    for name in ("windows-1252", "iso-8859-15", "cp850", "gb18030", "utf-8"):
        for declared in (f'<meta charset="{name}">', f"<META content='text/html; charset={name}' http-equiv=Content-Type>"):
            page = f'<html lang="{lang}"><head>{declared}</head><body>{body}'
            if page.encode(name, "ignore").decode(name) == page:
                yield f"{name} declared", page, strip_tags, name


# ---- feeds ----

SPACES = """xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"
  xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd\""""
RSS = """<?xml version="1.0" encoding="UTF-8"?>{}
<rss version="2.0" {}><channel><title>1</title>{}<language>{}</language>
<item><guid>1</guid>
{}
</item></channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{}"><entry><id>1</id><author><name>am am</name></author>
{}
</entry></feed>
"""
PREFIXED = """<a:feed xmlns:a="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml" xml:lang="{}"><a:entry>
<a:content type="xhtml">{}</a:content>
</a:entry></a:feed>
"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<item rdf:about="x"><dc:language>{}</dc:language><content:encoded>{}</content:encoded></item></rdf:RDF>
"""


def section(text):
    return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"


def in_stretches(text, rng, every):
    """TEXT in sections and outside of them, with what XML passes over between. No section has an ampersand, for whoever reads a stretch of the
    page does not know whether it stands in one."""
    out, at = "", 0
    while at < len(text):
        n = rng.randrange(1, every)
        stretch = text[at:at + n]
        out += rng.choice([escape(stretch) if "&" in stretch else section(stretch), escape(stretch), refer(stretch, rng, 0.1, "mixed")])
        out += rng.choice(["", "", "", "<!-- am am -->", "<?am am?>"])
        at += n
    return out


def read_xml(page):
    """What a stretch of XML says, which may begin or end inside a section of which the marks are in it or not."""
    out = ""
    page = page.replace("]]]]><![CDATA[>", "]]\0")
    if "]]>" in page and ("<![CDATA[" not in page or page.index("]]>") < page.index("<![CDATA[")):
        page = "<![CDATA[" + page
    for part in re.split(r"(<!\[CDATA\[.*?(?:\]\]>|$))", page, flags=re.S):
        if part.startswith("<![CDATA["):
            out += part[9:].removesuffix("]]>")
        else:
            out += references.unescape(re.sub(r"<!--.*?-->|<\?.*?\?>", "", part, flags=re.S))
    return out.replace("\0", ">")


def feed(paragraphs, lang, rng):
    def rss(body, head="", beside=""):
        return RSS.format(head, SPACES, beside, lang, body)

    def encoded(body):
        return f"<content:encoded>{body}</content:encoded>"

    def pages(wrap=escape, between=""):
        return between.join(f"<p>{wrap(p)}</p>" for p in paragraphs)

    html_in_xml = lambda s: strip_tags(references.unescape(s))
    lines = "\n\n".join(paragraphs)
    if not re.search("<[A-Za-z!]|&lt;[A-Za-z/]", lines):  # tags in the text would be tags here
        yield "lines", rss(f"<description>{escape(lines)}</description>"), references.unescape
        yield "lines in a section", rss(f"<description>\n  {section(lines)}\n</description>"), str
        yield "lines in stretches", rss(f"<description>{in_stretches(lines, rng, 400)}</description>"), read_xml
    yield "lines of Atom", ATOM.format(lang, f'<content type="text">{escape(lines)}</content>'), references.unescape
    yield "escaped", rss(f"<description>{escape(pages())}</description>"), html_in_xml
    yield "section", rss(encoded(section(pages()))), strip_tags
    yield "indented section", rss(encoded("\n    " + section("\n" + pages(between="\n      ") + "\n  ") + "\n  ")), strip_tags
    yield "crlf", rss(encoded(section(pages(between="\n")))).replace("\n", "\r\n"), strip_tags
    yield "byte order mark", "\ufeff" + rss(encoded(escape(pages()))), html_in_xml
    yield "escaped twice", rss(f"<description>{escape(escape(pages()))}</description>"), lambda s: html_in_xml(references.unescape(s))
    yield "escaped in a section", rss(f"<description>{section(escape(pages()))}</description>"), html_in_xml
    for form in ("named", "decimal", "hex", "mixed"):
        for share in (0.1, 1):
            yield f"{form} {share}", rss(encoded(refer(pages(), rng, share, form))), html_in_xml
    for i, every in enumerate((20, 100, 1000)):
        yield f"stretches {i}", rss(encoded(in_stretches(pages(), rng, every))), lambda s: strip_tags(read_xml(s))
    for share in (0.1, 0.5):
        tags = pages(lambda p: at_words(p, rng, share, tagged(rng)))
        yield f"tags in a section {share}", rss(encoded(section(tags))), strip_tags
        yield f"tags escaped {share}", rss(encoded(escape(tags))), html_in_xml
    yield "Atom", ATOM.format(lang, f'<content type="html">{escape(pages())}</content>'), html_in_xml
    yield "Atom without type", ATOM.format(lang, f"<summary>{section(pages())}</summary>"), strip_tags
    body = '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{}</div></content>'
    yield "XHTML", ATOM.format(lang, body.format(pages())), strip_tags
    yield "XHTML with references", ATOM.format(lang, body.format(pages(lambda p: refer(p, rng, 0.3, "mixed")))), strip_tags
    yield "XHTML in sections", ATOM.format(lang, body.format(pages(section))), lambda s: re.sub(r"<!\[CDATA\[|\]\]>", "", s)
    wrapped = "<h:div>" + "<h:br/>".join(f"<h:p>{at_words(p, rng, 0.2, lambda w: f'<h:em>{escape(w)}</h:em>')}</h:p>" for p in paragraphs) + "</h:div>"
    yield "prefixes", PREFIXED.format(lang, wrapped), strip_tags
    yield "raw tags", rss(f"<description>{pages()}</description>"), strip_tags
    yield "RDF", RDF.format(lang, section(pages())), strip_tags
    words = [w for w in re.findall(r"\w+", paragraphs[0]) if len(w) > 4]
    if words:
        w = rng.choice(words)
        body = escape(pages()).replace(w, "&wort;")
        yield "entity", rss(encoded(body), f'<!DOCTYPE rss [<!ENTITY wort "{w}">]>'), lambda s: html_in_xml(s.replace("&wort;", w))
    head = escape(" ".join(paragraphs[-1].split()[:12])) + rng.choice([" […]", "…", " [&#8230;]", "..."])
    yield "summary", rss(f"<description>{section(head)}</description>" + encoded(section(pages()))), strip_tags
    yield "told twice", rss(f"<media:description>{escape(lines)}</media:description><description>{section(pages())}</description>" +
                            encoded(section(pages())) + f"<itunes:summary>{escape(pages())}</itunes:summary>"), strip_tags
    yield "not a text", rss("<category>am am</category><author>der der</author><media:credit>am am</media:credit><!-- der der -->" +
                            encoded(section(pages())), beside="<image><title>am am</title></image><x:y xmlns:x='z'>der der</x:y>"), strip_tags
    for i in range(16):  # everything at once
        tags = pages(lambda p: rng.choice([lambda p: refer(p, rng, rng.random() / 2, "mixed"), lambda p: at_words(p, rng, 0.3, tagged(rng)),
                                           lambda p: inside_words(p, rng, 0.5, ["<wbr>", "&shy;", "<!---->", "<b></b>"])])(p))
        yield f"mixed {i}", rss(encoded(in_stretches(tags, rng, rng.choice([10, 50, 5000])))), lambda s: strip_tags(read_xml(s))


# ---- reStructuredText ----

def strip_rst(page):
    page = re.sub(r"\\\s *", "", page)
    page = re.sub(r"\\(.)", lambda m: chr(0xE000 + ord(m[1])) if ord(m[1]) < 0x1000 else m[1], page, flags=re.S)
    page = re.sub(r"(:[a-z]+:)?`|\s+<[^<>]*>(?=`)|\*+|(?<=`)(:[a-z]+:|__?)", "", re.sub(r"`(__?|:[a-z]+:)(?!\w)", "`", page))
    return re.sub("[\uE000-\uEFFF]", lambda m: chr(ord(m[0]) - 0xE000), page)


def escape_rst(text):
    text = re.sub(r"[\\*`|_]", r"\\\g<0>", text)
    return re.sub(r"^([-+•:>.#(]|--|\w+[.)])(?=\s|[a-zA-Z0-9])", r"\\\1", text) if not re.match(r"\w+\w", text) else text


def at_cores(text, rng, share, escape, dresses):
    """TEXT with one of DRESSES around a SHARE of its words, without the marks beside them."""
    def dress(word):
        core = re.fullmatch(r"([(„“«\"']*)(\w(?:[^*`_|\\<>\[\]{}#+^~:&]*\w)?)([.,;!?)“”»\"']*)", word)
        if not core or rng.random() >= share:
            return escape(word)
        return escape(core[1]) + rng.choice(dresses).format(core[2]) + escape(core[3])
    return "".join(dress(w) if w.strip() else w for w in re.split(r"(\s+)", text))


def over_cores(text, rng, escape, mark):
    """TEXT with MARK around some runs of several words."""
    words = re.split(r"(\s+)", text)
    out, i = [], 0
    while i < len(words):
        run = "".join(words[i:i + 2 * rng.randrange(1, 4) + 1]) if i % 2 == 0 else ""
        if re.fullmatch(r"\w[^*`_|\\<>\[\]{}#+^~:&]*\w", run) and rng.random() < 0.2 and " " in run:
            out.append(mark.format(run))
            i += len(re.split(r"(\s+)", run))
        else:
            out.append(escape(words[i]))
            i += 1
    return "".join(out)


def in_cores(text, rng, share, escape, joint):
    """TEXT with JOINT, which means nothing, inside a SHARE of its words."""
    def cut(w):
        at = [i for i in range(1, len(w)) if w[i - 1].isalpha() and w[i].isalpha()]
        if not at or rng.random() > share:
            return escape(w)
        i = rng.choice(at)
        return escape(w[:i]) + joint + escape(w[i:])
    return "".join(cut(w) if w.strip() else w for w in re.split(r"(\s+)", text))


def fill(page, rng, between, share=0.15):
    """Some spaces of the text become BETWEEN, but none inside of a mark with an address, nor where a line would then begin with one."""
    return re.sub(r" (?=[^\W\d_]{2})(?![^<>`]*>)", lambda m: between if rng.random() < share else m[0], page)


def grid_of(text, width, height=None):
    """The lines of TEXT, as cells of a grid table have them."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word
    return lines


def rst(paragraphs, lang, rng):
    dresses = ["*{}*", "**{}**", "`{}`", ":emphasis:`{}`", "`{}`:strong:", "`{}`_", "`{} <https://example.org/a_b>`_", ":ref:`{} <ziel>`", "`{}`__"]
    plain = [escape_rst(p) for p in paragraphs]

    def each(texts, first="", more=None, end="\n\n"):
        more = " " * len(first) if more is None else more
        return "".join(first + re.sub("\n", "\n" + more, t) + end for t in texts)

    yield "bare", each(plain), strip_rst
    yield "wrapped", each(fill(p, rng, "\n") for p in plain), strip_rst
    yield "crlf", each(fill(p, rng, "\n", 0.4) for p in plain).replace("\n", "\r\n"), strip_rst
    yield "mark and titles", "\ufeff" + each(f"Titel\n=====\n\n{p}" for p in plain[:1]) + each(plain[1:]), strip_rst
    for share in (0.1, 0.3, 1):
        for one in dresses:
            yield f"words {one} {share}", each(at_cores(p, rng, share, escape_rst, [one]) for p in paragraphs), strip_rst
        yield f"in words {share}", each(in_cores(p, rng, share, escape_rst, "\\ ") for p in paragraphs), strip_rst
    for one in ("*{}*", "**{}**", ":strong:`{}`", "`{}`_", "`{} <https://example.org>`__"):
        for between in ("\n", " "):
            yield f"runs {one}", each(fill(over_cores(p, rng, escape_rst, one), rng, between) for p in paragraphs), strip_rst
    for name, first, more in (("items", "- ", None), ("stars", "* ", None), ("numbers", "#. ", None), ("letters", "a) ", None),
                              ("quote", "   ", None), ("notes", ".. [#] ", "   "), ("note", ".. note:: ", "   "),
                              ("new", ".. versionadded:: 1.2 ", "   "), ("field", ":Feld: ", "  "), ("lines", "| ", None),
                              ("nested", "- - * ", None), ("options", "-a  ", None), ("tabs", "\t", "\t"), ("text", ".. epigraph:: ", "   ")):
        yield name, each((fill(p, rng, "\n") for p in plain), first, more), strip_rst
    for name, head, pad in (("definitions", "~\n", 3), ("warning", ".. warning::\n\n", 3), ("unknown", ".. xyz:: a b\n   :c: d\n\n", 3),
                            ("admonition", ".. class:: x\n\n", 3), ("figure", ".. figure:: x.png\n\n", 3), ("cells", ".. list-table::\n\n", 3)):
        star = "* - " if name == "cells" else ""
        wide = " " * (pad + len(star))
        yield name, "".join(head.replace("~", "|x|") + each([fill(p, rng, "\n")], " " * pad + star, wide) for p in plain), strip_rst
    grid = "".join(f"+-{'-' * 70}-+----+\n" + "".join(f"| {line.ljust(70)} |    |\n" for line in grid_of(p, 70)) + f"+-{'-' * 70}-+----+\n\n" for p in plain)
    yield "grid", grid, lambda s: strip_rst(re.sub(r"\s*\|(\s*\|\s*\|)? ?", " ", re.sub(r"\\\|", "\\\u2502", s)).replace("\u2502", "|"))
    simple = "=====  =======\n" + "".join(f"|x|    {line}\n" if i == 0 else f"       {line}\n"
                                        for p in plain for i, line in enumerate(grid_of(p, 60))) + "=====  =======\n"
    yield "simple", simple, strip_rst
    yield "code around", ".. code:: c\n\n   der der\n\n" + each(plain) + ">>> am am\nist ist\n\n::\n\n der der\n", strip_rst
    yield "comments between", each(f"{p}\n\n.. der der\n   die die\n\n.. _am am: ist ist" for p in plain), strip_rst
    for i in range(20):
        share, first = rng.random() / 2, rng.choice(["", "- ", "   ", "1. ", ".. note:: "])
        texts = [rng.choice([lambda p: at_cores(p, rng, share, escape_rst, dresses), lambda p: in_cores(p, rng, share, escape_rst, "\\ "),
                             lambda p: over_cores(p, rng, escape_rst, "**{}**")])(p) for p in paragraphs]
        yield f"mixed {i}", each((fill(t, rng, "\n") for t in texts), first, "   " if first.startswith(".") else None), strip_rst


# ---- AsciiDoc ----

def strip_asciidoc(page):
    page = re.sub(r"\n//[^\n]*(?=\n)", "", references.unescape(page))
    page = re.sub(r"\{empty\}|https://example\.org/\S*?\[|(link|xref):\w+\.html\[|<<ziel,|>>|\[\.\w+\](?=[#*_])|,window=new\]|\^?\](?=\W|$)", "", page)
    return re.sub("[\uE000-\uEFFF]", lambda m: chr(ord(m[0]) - 0xE000), re.sub(r"[*_#+]+", "", page))


def escape_asciidoc(text):
    return re.sub(r"[*_`#^~+{\[\]<|&\\]|--|::|;;|^[-.•=/']|^\w{1,3}(?=[.)] )|(?<=[a-z]):(?=[/\[])|\(\(|(?<=['\"])`",
                  lambda m: "".join(f"&#{ord(c)};" for c in m[0]), text)


def asciidoc(paragraphs, lang, rng):
    dresses = ["*{}*", "_{}_", "#{}#", "**{}**", "__{}__", "[.neu]#{}#", "[.neu]*{}*", "*_{}_*", "https://example.org/a_b[{}]", "link:a.html[{}]",
               "https://example.org/a[{}^]", "xref:a.html[{}]", "<<ziel,{}>>", "+{}+", "link:a.html[{},window=new]"]
    plain = [escape_asciidoc(p) for p in paragraphs]

    def each(texts, before="", behind="\n\n"):
        return "".join(before + t + behind for t in texts)

    yield "bare", each(plain), strip_asciidoc
    yield "wrapped", each(fill(p, rng, "\n") for p in plain), strip_asciidoc
    yield "crlf", each(fill(p, rng, "\n", 0.4) for p in plain).replace("\n", "\r\n"), strip_asciidoc
    yield "header", "\ufeff= x\nAm Am <am@example.org>\n:toc:\n:a: der der\n\n" + each(plain), strip_asciidoc
    yield "comments", each(fill(p, rng, "\n// der der\n") for p in plain), strip_asciidoc
    yield "conditions", each(fill(p, rng, "\nifdef::x[]\n") + "\nendif::[]" for p in plain), lambda s: strip_asciidoc(s.replace("ifdef::x[]\n", ""))
    for share in (0.1, 0.3, 1):
        for one in dresses:
            yield f"words {one} {share}", each(at_cores(p, rng, share, escape_asciidoc, [one]) for p in paragraphs), strip_asciidoc
        for joint in ("{empty}", "[[anker]]"):
            decode = lambda s: strip_asciidoc(s.replace("[[anker]]", ""))
            yield f"in words {joint} {share}", each(in_cores(p, rng, share, escape_asciidoc, joint) for p in paragraphs), decode
    for one in ("*{}*", "_{}_", "https://example.org/a[{}]", "<<ziel,{}>>", "[.neu]#{}#"):
        for between in ("\n", " "):
            yield f"runs {one}", each(fill(over_cores(p, rng, escape_asciidoc, one), rng, between) for p in paragraphs), strip_asciidoc
    for name, before, behind in (("stars", "* ", "\n"), ("nested", "** ", "\n\n"), ("numbers", ". ", "\n"), ("dashes", "- ", "\n"),
                                 ("checks", "* [x] ", "\n"), ("callouts", "<1> ", "\n"), ("terms", "{x}:: ", "\n"),
                                 ("terms below", "{x}::\n  ", "\n"), ("attached", "* {x}\n+\n", "\n\n"), ("note", "NOTE: ", "\n\n"),
                                 ("example", "====\n", "\n====\n"), ("sidebar", "[.x]\n****\n", "\n****\n"), ("quote", "[quote, Am Am]\n____\n", "\n____\n"),
                                 ("warning", "[WARNING]\n====\n", "\n====\n"), ("open", "--\n", "\n--\n"), ("role", "[.lead]\n", "\n\n"),
                                 ("anchor", "[[der-der]]\n", "\n\n"), ("cells", "|===\n|", "\n|===\n"), ("page cells", "|===\na|", "\n|===\n")):
        yield name, each((fill(p, rng, "\n") for p in plain), before, behind), strip_asciidoc
    yield "table", '[cols="1,m"]\n|===\n' + each(plain, "|", "|\n") + "|===\n", strip_asciidoc
    code = "[source,c]\n----\nder der\n----\n\n"
    yield "code around", code + each(plain) + "....\nam am\n....\n\n der der\n", strip_asciidoc
    yield "comments between", each(f"{p}\n\n////\nder der\n////\n// die die\n:a: ist ist\n" for p in plain), strip_asciidoc
    for i in range(20):
        share, before = rng.random() / 2, rng.choice(["", "* ", ". ", "{x}:: ", "NOTE: ", "|===\n|"])
        texts = [rng.choice([lambda p: at_cores(p, rng, share, escape_asciidoc, dresses), lambda p: in_cores(p, rng, share, escape_asciidoc, "{empty}"),
                             lambda p: over_cores(p, rng, escape_asciidoc, "*{}*")])(p) for p in paragraphs]
        yield f"mixed {i}", each((fill(t, rng, "\n") for t in texts), before, "\n|===\n" if "=" in before else "\n\n"), strip_asciidoc


FORMATS = {"html": (".html", html), "feed": (".xml", feed),
           "json": (".json", json_file), "jsonl": (".jsonl", jsonl_file), "csv": (".csv", csv_file), "encodings": (".html", encodings),
           "srt": (".srt", subrip), "vtt": (".vtt", webvtt), "asciidoc": (".adoc", asciidoc), "rst": (".rst", rst),
           "docbook": (".dbk", docbook), "dita": (".dita", dita), "xml": (".xml", xml)}


# ---- comparing ----

def lint(program, paths, *options):
    """The findings of each path."""
    done = subprocess.run([program, "check", "--format", "json", *options, *map(str, paths)], capture_output=True, timeout=600)
    if done.returncode > 1:
        raise SystemExit(f"mtlint: status {done.returncode}: {done.stderr.decode()}")
    return {f["path"]: [x for d in f["documents"] for x in d["findings"]] for f in json.loads(done.stdout)["files"]}


def seen(findings, data, decode, encoding):
    text = lambda f: decode(data[f["start"]:f["end"]].decode(encoding))
    return collections.Counter((f["rule"], " ".join(text(f).split())) for f in findings)


def fixes(findings, data, decode, encoding):
    """What the corrections write, as it will read, and whether they take markup away."""
    edits = [e for f in findings for fix in f["fixes"] for e in fix["edits"]]
    old = [data[e["start"]:e["end"]].decode(encoding) for e in edits]
    return {decode(e["text"]) for e in edits} | {f"takes {o!r}" for o in old if re.search("<[A-Za-z/!]", o)}


def variants_of(program, text, folder, chosen):
    """The text's own findings, and every variant as (what it is, path, decode, encoding)."""
    lang = re.match(r"[a-z]+(-[A-Z]+)?", text.name)[0]
    found = lint(program, [text], "--lang", lang)[str(text)]
    own = seen(found, text.read_bytes(), str, "utf-8"), fixes(found, text.read_bytes(), str, "utf-8")
    paragraphs = text.read_text(encoding="utf-8").strip().split("\n\n")
    made = []
    for name in chosen:
        suffix, generate = FORMATS[name]
        for i, (kind, page, decode, *stored) in enumerate(generate(paragraphs, lang, random.Random(f"{name} {text.name}"))):
            path = folder / f"{text.stem}-{name}-{i}{suffix}"
            encoding = stored[0] if stored else "utf-8"
            path.write_bytes(page.encode(encoding))
            made.append((f"{text.name} as {name}, {kind}", path, decode, encoding))
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
            found = lint(program, [path for _, path, _, _ in made])
            for what, path, decode, encoding in made:
                got = seen(found[str(path)], path.read_bytes(), decode, encoding)
                strange = fixes(found[str(path)], path.read_bytes(), decode, encoding) - cures
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
