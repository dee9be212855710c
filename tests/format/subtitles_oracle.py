#!/usr/bin/env python3
"""A second opinion on format/srt and format/vtt: the words of the blocks must be the words of the cues that Python's libraries find.

    subtitles_oracle.py RUN

RUN is the program of run.c. Files are made up with a fixed seed: what writers leave out or write twice, markup, kinds of line ends. Where a paragraph
begins is not asked, for the libraries know only cues; nor are signs of speakers and of music, nor dots that say again that a sentence goes on.
"""
import collections
import html
import pathlib
import random
import re
import subprocess
import sys
import tempfile

try:
    import srt
    import webvtt
except ImportError:
    print("srt and webvtt are not there (python3-srt, python3-webvtt): not compared", file=sys.stderr)
    sys.exit(77)

WORDS = """Hafen Streik Ufer Käse Äpfel Straße não ação coração avô ang mga kapitbahay the of river „Zitat“ Beamte 3,50 € 12. etwa sagte: ja,
naïve 日本 😀 Dr. wann? Nein! [Tür] (leise) 1984 5 ...und A&B""".split()
TAGS = {".srt": ["i", "b", "u", 'font color="#ffff00"', "font color=red"], ".vtt": ["i", "b", "c", "c.gelb", "v Anna", "lang pt", "v.laut Bernd"]}


def words(text):
    return collections.Counter(w.lstrip(".") for w in text.split() if re.search(r"[^-–>♪.…]", w))


def blocks_of(run, path):
    done = subprocess.run([run, "blocks", path.suffix[1:], path], capture_output=True, timeout=60)
    if done.returncode:
        return f"status {done.returncode}: {done.stderr.decode()}"
    lines = [line for line in done.stdout.decode().split("\n") if re.match(r"paragraph \d+\+\d+", line)]
    return re.sub(r"\\(n|t|x..)", " ", "\n".join(line.split(": ", 1)[1] for line in lines))


def said_srt(page):
    cues = [cue.content for cue in srt.parse(page.replace("\r\n", "\n").replace("\r", "\n"), ignore_errors=True)]
    return re.sub(r"</?(i|b|u|font)\b[^>]*>|\{\\[^}]*\}", "", "\n".join(cues))


def said_vtt(path):
    return html.unescape("\n".join(cue.text for cue in webvtt.read(str(path)))).replace("\u00ad", "")


# ---- files made up ----

def line_of(rng, suffix):
    out = []
    for _ in range(rng.randrange(1, 8)):
        word = rng.choice(WORDS)
        if suffix == ".vtt":
            word = rng.choice([html.escape(word, quote=False)] * 5 + ["&lt;" + html.escape(word) + "&gt;", "Haus&nbsp;", "sil&shy;be", "&auml;u"])
        if rng.random() < 0.15:
            tag = rng.choice(TAGS[suffix])
            word = f"<{tag}>{word}</{re.match('[a-z]+', tag)[0]}>"
        out.append(word)
    mark = rng.choice(["", "", "", "- ", "♪ ", "&gt;&gt; " if suffix == ".vtt" else ">> "])
    return rng.choice(["", "", "{\\an8}" if suffix == ".srt" else "<i>"]) + mark + " ".join(out)


def time_of(ms, mark):
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02}{mark}{ms % 1000:03}"


def cue_of(rng, suffix, n, now):
    mark = "." if suffix == ".vtt" else ","
    begin = rng.choice([f"{n}\n", f"{n}\n", "" if suffix == ".vtt" else f"{n + 7}\n"])
    timing = time_of(now, mark) + " --> " + time_of(now + rng.randrange(700, 4000), mark)
    behind = rng.choice(["", "", " align:start position:10%" if suffix == ".vtt" else " X1:10 X2:20 Y1:10 Y2:20"])
    lines = [line_of(rng, suffix) for _ in range(rng.randrange(1, 4))]
    inside = "\n" if suffix == ".vtt" else rng.choice(["\n", "\n", "\n", "\n\n"])
    return begin + timing + behind + "\n" + inside.join(lines) + "\n"


def file_of(rng, suffix):
    head = rng.choice(["WEBVTT\n\n", "WEBVTT - am am\n\nNOTE ja ja\nnein\n\nSTYLE\n::cue { color: red }\n\n"]) if suffix == ".vtt" else ""
    out, now = [], 500
    for n in range(1, rng.randrange(2, 12)):
        out.append(cue_of(rng, suffix, n, now))
        if suffix == ".vtt" and rng.random() < 0.2:
            out.append("NOTE nichts\n")
        now += rng.randrange(4300, 9000)
    page = head + rng.choice(["\n", "\n", "\n\n\n"]).join(out)
    return rng.choice(["", "", "\ufeff"]) + page.replace("\n", rng.choice(["\n", "\n", "\r\n"]))


def main():
    run, n, failed = sys.argv[1], 0, 0
    rng = random.Random(20240607)
    with tempfile.TemporaryDirectory() as folder:
        for i in range(400):
            path = pathlib.Path(folder) / f"made-{i}{rng.choice(['.srt', '.vtt'])}"
            page = file_of(rng, path.suffix)
            path.write_bytes(page.encode("utf-8"))
            want = words(said_srt(page.lstrip("\ufeff")) if path.suffix == ".srt" else said_vtt(path))
            got = words(blocks_of(run, path))
            n += 1
            if want != got:
                failed += 1
                print(f"{path.name}: missing {dict(want - got)}, too much {dict(got - want)}\n{page}")
    print(f"{n - failed} of {n} files have the words that Python's libraries find")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
