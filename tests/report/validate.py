#!/usr/bin/env python3
"""Proves reports right from outside: JSON and JSON lines by their schema and by counting again, HTML pages by their form.

    validate.py FILE...      .json, .jsonl or .html; paths in reports are taken from the current folder

Needs python3-jsonschema. Exit status 1 if anything is wrong.
"""

import base64
import hashlib
import json
import pathlib
import re
import sys
from html.parser import HTMLParser

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "reports/schema/report.schema.json").read_text(encoding="utf-8"))
VOID = {"meta", "link", "br", "hr", "img", "input", "base", "source", "wbr", "col", "area", "embed", "param", "track"}
FETCHING = {"link", "img", "iframe", "object", "embed", "base", "source", "audio", "video", "track"}


def place(head):
    """Line and column, from 1, behind the bytes HEAD."""
    text = re.sub("\r\n|\r", "\n", head.decode("utf-8"))
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def check_places(finding, source):
    for at, line, column in (("start", "line", "column"), ("end", "end_line", "end_column")):
        if place(source[: finding[at]]) != (finding[line], finding[column]):
            yield f"{finding['rule']}: {at} {finding[at]} is not {finding[line]}:{finding[column]}"


def check_finding(finding, path):
    spans = [finding] + [edit for fix in finding["fixes"] for edit in fix["edits"]]
    if any(span["start"] > span["end"] for span in spans):
        yield f"{finding['rule']}: a span ends before it starts"
        return
    file = pathlib.Path(path)
    if file.is_file():
        source = file.read_bytes()
        if max(span["end"] for span in spans) > len(source):
            yield f"{finding['rule']}: a span ends behind the file"
        else:
            yield from check_places(finding, source)


def check_ranks(document):
    findings = document["findings"]
    if sorted(f["rank"] for f in findings) != list(range(1, len(findings) + 1)):
        yield "the ranks of a document are not 1, 2, 3 …"
    if [f["start"] for f in findings] != sorted(f["start"] for f in findings):
        yield "the findings of a document are not in the order of their places"


def check_summary(report):
    documents = [d for file in report["files"] for d in file["documents"]]
    findings = [f for d in documents for f in d["findings"]]
    words = sum(d["words"] for d in documents)
    expected = {
        "files": len(report["files"]),
        "documents": len(documents),
        "words": words,
        "findings": len(findings),
        "errors": sum(len(file["errors"]) for file in report["files"]),
        **{s: sum(f["severity"] == s for f in findings) for s in ("critical", "major", "minor", "neutral")},
    }
    for key, value in expected.items():
        if report["summary"][key] != value:
            yield f"summary.{key} is {report['summary'][key]}, counted are {value}"
    rate = 1000 * len(findings) / words if words else 0
    if abs(report["summary"]["per_1000_words"] - rate) > 1e-4 * max(1, rate):
        yield f"summary.per_1000_words is {report['summary']['per_1000_words']}, not {rate}"


def check_schema(value, schema):
    for error in jsonschema.Draft202012Validator(schema).iter_errors(value):
        yield f"{'/'.join(map(str, error.absolute_path))}: {error.message}"


def check_json(text):
    report = json.loads(text)
    problems = list(check_schema(report, SCHEMA))
    yield from problems
    if problems:
        return
    yield from check_summary(report)
    for file in report["files"]:
        for document in file["documents"]:
            yield from check_ranks(document)
            for finding in document["findings"]:
                yield from check_finding(finding, file["path"])


def check_jsonl(text):
    schema = {"$schema": SCHEMA["$schema"], "$ref": "#/$defs/line", "$defs": SCHEMA["$defs"]}
    for number, line in enumerate(text.split("\n")[:-1], 1):
        value = json.loads(line)
        problems = list(check_schema(value, schema))
        if not problems and "rule" in value:
            problems = list(check_finding(value, value["path"]))
        yield from (f"line {number}: {problem}" for problem in problems)
    if text and not text.endswith("\n"):
        yield "the last line does not end"


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.problems, self.ids, self.targets, self.policy = [], [], set(), [], None

    def say(self, problem):
        self.problems.append(f"line {self.getpos()[0]}: {problem}")

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if len(values) != len(attrs):
            self.say(f"<{tag}> has an attribute twice")
        if tag in FETCHING or "src" in values or "style" in values or any(name.startswith("on") for name in values):
            self.say(f"<{tag}> fetches, or holds style or script in an attribute")
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        if "id" in values and values["id"] in self.ids:
            self.say(f"id {values['id']} stands twice")
        if "id" in values:
            self.ids.add(values["id"])
        self.check_link(tag, values.get("href"))
        if tag not in VOID:
            self.open.append(tag)

    def check_link(self, tag, href):
        if href is None:
            return
        if re.match(r"[a-z]+:|//", href, re.I):
            self.say(f"<{tag}> leads away: {href}")
        if href.startswith("#"):
            self.targets.append(href[1:])

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.say(f"</{tag}> closes nothing that is open")

    def handle_data(self, data):
        if self.open and self.open[-1] in ("style", "script") and re.search(r"@import|url\(|https?://|fetch\(|import\(", data):
            self.say(f"the {self.open[-1]} fetches something")

    def handle_startendtag(self, tag, attrs):
        self.say(f"<{tag}/> closes itself")


def check_policy(policy, text):
    """Nothing is allowed but the page's own style and script, known by their hashes."""
    if "default-src 'none'" not in policy or "unsafe" in policy:
        yield "no content security policy that forbids everything"
    for tag in ("style", "script"):
        held = re.findall(f"<{tag}>(.*?)</{tag}>", text, re.S)
        hashes = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in held]
        if len(hashes) != 1 or f"{tag}-src 'sha256-{hashes[0]}'" not in policy:
            yield f"the policy does not name the page's only {tag}"


def check_html(text):
    page = Page()
    page.feed(text)
    page.close()
    yield from page.problems
    if page.open:
        yield f"never closed: {page.open}"
    if not text.startswith("<!DOCTYPE html>"):
        yield "no doctype"
    yield from check_policy(page.policy or "", text)
    for target in page.targets:
        if target not in page.ids:
            yield f"#{target} leads nowhere"
    if re.search("[\0-\x08\x0b\x0c\x0e-\x1f]", text):
        yield "holds control characters"


CHECKS = {".json": check_json, ".jsonl": check_jsonl, ".html": check_html}


def main(paths):
    wrong = 0
    for path in map(pathlib.Path, paths):
        try:
            problems = list(CHECKS[path.suffix](path.read_bytes().decode("utf-8")))
        except (ValueError, KeyError) as error:
            problems = [f"{type(error).__name__}: {error}"]
        wrong += len(problems)
        for problem in problems[:20]:
            print(f"{path}: {problem}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
