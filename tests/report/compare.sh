#!/bin/sh
# Compares what the program prints on reports/demo with reports/samples, one file per output format.
#
#     compare.sh PROGRAM             UPDATE=1 compare.sh PROGRAM writes the samples anew
set -u
[ $# -eq 1 ] || { echo "usage: compare.sh PROGRAM" >&2; exit 2; }
program=$(realpath "$1") || exit 2
root=$(cd "$(dirname "$0")/../.." && pwd) || exit 2
cd "$root" || exit 2
export MTLINT_DATA="$root"
made=$(mktemp -d) || exit 2
trap 'rm -rf "$made"' EXIT
status=0

# sample FILE FORMAT PATH...: makes the sample FILE. Exit status 1 of the program only says that there are findings.
sample() {
    file=$1 format=$2
    shift 2
    "$program" check --color never --format "$format" "$@" >"$made/$file" 2>"$made/said"
    if [ $? -gt 1 ]; then
        cat "$made/said" >&2
        status=1
        return
    fi
    if [ -n "${UPDATE:-}" ]; then
        cp "$made/$file" "reports/samples/$file" || status=1
    else
        diff -u "reports/samples/$file" "$made/$file" || status=1
    fi
}

sample report.txt text reports/demo
sample concise.txt concise reports/demo
sample report.json json reports/demo
sample report.jsonl jsonl reports/demo
sample page.html html reports/demo/de-hafenstreik.txt
sample index.html index reports/demo
if python3 -c 'import jsonschema' 2>/dev/null; then
    python3 tests/report/validate.py "$made"/*.json "$made"/*.jsonl "$made"/*.html || status=1
else
    echo "python3-jsonschema is not installed: the reports were compared, not validated" >&2
fi
exit $status
