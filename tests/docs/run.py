#!/usr/bin/env python3
"""run.py PROGRAM DOC...: runs every command of the console blocks in DOC, as a reader would, and compares what it prints.

A line that begins with "$ " is a command, with its here-document if it has one and with the lines behind a backslash; what follows, up to the next, is what it prints on
standard output. A line of "…" stands for any number of lines. UPDATE=1 writes what was printed into the blocks that have no such line. The
commands run in a scratch folder that has reports/demo and docs/samples, and the program as build/release/mtlint.
"""

import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), "..", ".."))
BLOCK = re.compile(r"(```console\n)(.*?)(```)", re.S)


def steps(block):
    """(command, what it prints) for each command of a block."""
    lines, found, i = block.splitlines(), [], 0
    while i < len(lines):
        command = lines[i].removeprefix("$ ")
        if command == lines[i]:
            sys.exit(f"a console block begins with “{command}”, which is no command")
        i += 1
        while command.endswith("\\"):
            command += "\n" + lines[i]
            i += 1
        here = re.search(r"<<'(\w+)'", command)
        while here and command.rsplit("\n", 1)[-1] != here.group(1):
            command += "\n" + lines[i]
            i += 1
        printed = []
        while i < len(lines) and not lines[i].startswith("$ "):
            printed.append(lines[i] + "\n")
            i += 1
        found.append((command, "".join(printed)))
    return found


def agrees(want, got):
    lines = [".*?" if line == "…\n" else re.escape(line) for line in want.splitlines(True)]
    return re.fullmatch("".join(lines), got, re.S) is not None


class Reader:
    """Somebody who types the commands of one document, one after another."""

    def __init__(self, program, folder):
        os.makedirs(os.path.join(folder, "reports", "out"))
        os.makedirs(os.path.join(folder, "build", "release"))
        os.makedirs(os.path.join(folder, "docs"))
        os.symlink(os.path.join(ROOT, "reports", "demo"), os.path.join(folder, "reports", "demo"))
        os.symlink(os.path.join(ROOT, "docs", "samples"), os.path.join(folder, "docs", "samples"))
        os.symlink(os.path.realpath(program), os.path.join(folder, "build", "release", "mtlint"))
        self.folder, self.exports = folder, ""
        self.environment = dict(os.environ, MTLINT_DATA=ROOT, LC_ALL="C.UTF-8", HOME=folder, TMPDIR=folder)

    def types(self, command):
        if command.startswith("export "):
            self.exports += command + "\n"
            return ""
        done = subprocess.run(["bash", "-c", self.exports + command], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, check=False)
        return done.stdout.decode()


def check(program, path):
    """How many commands of the document print something else than it says."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader(program, folder)

        def replace(block):
            nonlocal wrong
            made = ""
            for command, want in steps(block.group(2)):
                got = reader.types(command)
                keeps = agrees(want, got)
                if not keeps and not os.environ.get("UPDATE"):
                    wrong += 1
                    print(f"{path}: $ {command}\n--- says\n{want}--- prints\n{got}")
                made += f"$ {command}\n{want if keeps or '…' in want else got}"
            return block.group(1) + made + block.group(3)

        made = BLOCK.sub(replace, text)
    if os.environ.get("UPDATE") and made != text:
        with open(path, "w", encoding="utf-8") as file:
            file.write(made)
    return wrong


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(1 if sum(check(sys.argv[1], path) for path in sys.argv[2:]) else 0)
