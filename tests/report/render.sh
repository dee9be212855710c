#!/bin/sh
# Compares what render.c prints of its made-up reports with golden/, and validates it.
#
#     render.sh RENDER               UPDATE=1 render.sh RENDER writes golden/ anew
set -u
[ $# -eq 1 ] || { echo "usage: render.sh RENDER" >&2; exit 2; }
render=$(realpath "$1") || exit 2
here=$(cd "$(dirname "$0")" && pwd) || exit 2
made=$(mktemp -d) || exit 2
trap 'rm -rf "$made"' EXIT
status=0

# golden FILE ARGUMENT...: what render prints with these arguments is FILE. Pages lose what reports/html holds, which is no promise.
golden() {
    file=$1
    shift
    "$render" "$@" >"$made/$file" || status=1
    sed -e '/^<style>/,/^<\/style>$/d' -e '/^<script>/,/^<\/script>$/d' -e "s/'sha256-[^']*'/'sha256-…'/g" "$made/$file" >"$made/cut"
    if [ -n "${UPDATE:-}" ]; then
        mkdir -p "$here/golden" && cp "$made/cut" "$here/golden/$file" || status=1
    else
        diff -u "$here/golden/$file" "$made/cut" || status=1
    fi
}

golden text.txt text
golden colour.txt text colour
golden concise.txt concise
golden report.json json
golden report.jsonl jsonl
golden page.html html first
golden pages.html html
golden index.html index
golden none.txt text none
golden none.json json none
golden none.jsonl jsonl none
golden none.html html none
golden none-index.html index none
rm -f "$made/cut"
if python3 -c 'import jsonschema' 2>/dev/null; then
    python3 "$here/validate.py" "$made"/*.json "$made"/*.jsonl "$made"/*.html || status=1
else
    echo "python3-jsonschema is not installed: the reports were compared, not validated" >&2
fi
exit $status
