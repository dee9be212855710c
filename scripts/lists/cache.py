"""Where the fetched packages lie (see fetch), and how to open what is in them."""

import gzip
import json
import os
import zipfile

FOLDER = os.environ.get("MTLINT_LISTS", os.path.expanduser("~/.cache/mtlint-lists"))


def path(*parts):
    return os.path.join(FOLDER, *parts)


def wheel(name):
    """The one wheel of a package, whatever its version and platform say."""
    names = sorted(n for n in os.listdir(FOLDER) if n.startswith(name + "-") and n.endswith(".whl"))
    if not names:
        raise SystemExit(f"{name} is not in {FOLDER}: run scripts/lists/fetch first")
    return path(names[-1])


def member(archive, inside):
    with zipfile.ZipFile(archive) as z:
        return z.read(inside)


def json_member(archive, inside):
    data = member(archive, inside)
    return json.loads(gzip.decompress(data) if inside.endswith(".gz") else data)


def beside(*parts):
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), *parts)


def exists(*parts):
    return os.path.exists(beside(*parts))


def lines(*parts):
    """The lines of a hand-written input beside the scripts, without comments and blank ones."""
    with open(beside(*parts), encoding="utf-8") as f:
        for line in f:
            line = line.split("#")[0].strip()
            if line:
                yield line
