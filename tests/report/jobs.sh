#!/bin/sh
# What the program prints on reports/demo is the same, byte for byte, with one job and with eight, in every format.
#
#     jobs.sh PROGRAM
set -u
[ $# -eq 1 ] || { echo "usage: jobs.sh PROGRAM" >&2; exit 2; }
program=$(realpath "$1") || exit 2
cd "$(dirname "$0")/../.." || exit 2
export MTLINT_DATA="$PWD"
made=$(mktemp -d) || exit 2
trap 'rm -rf "$made"' EXIT
status=0

# printed JOBS FORMAT FILE: exit status 1 of the program only says that there are findings.
printed() {
    "$program" check --color never --jobs "$1" --format "$2" reports/demo >"$made/$3" 2>&1
    [ $? -le 1 ] || { cat "$made/$3"; exit 1; }
}

for format in text concise json jsonl html index; do
    printed 1 "$format" one
    printed 8 "$format" eight
    [ -s "$made/one" ] || { echo "$format: nothing was printed"; status=1; }
    cmp "$made/one" "$made/eight" || status=1
done
exit $status
