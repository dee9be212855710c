#!/bin/sh
# Compares what a reader makes of a case's input with expected.txt, then lints the input cut and damaged in many ways.
#
#     run.sh RUN FORMAT/CASE        UPDATE=1 run.sh RUN FORMAT/CASE writes expected.txt anew
set -u
[ $# -eq 2 ] || { echo "usage: run.sh RUN FORMAT/CASE" >&2; exit 2; }
run=$(realpath "$1") || exit 2
here=$(cd "$(dirname "$0")" && pwd) || exit 2
folder=$here/$2
format=${2%%/*}
made=$(mktemp) || exit 2
trap 'rm -f "$made"' EXIT
status=0

input=$(echo "$folder"/input.*) # of whatever suffix
[ -f "$input" ] || { echo "$folder: not one input" >&2; exit 2; }
"$run" blocks "$format" "$input" >"$made" || status=1
if [ -n "${UPDATE:-}" ]; then
    cp "$made" "$folder/expected.txt" || status=1
else
    diff -u "$folder/expected.txt" "$made" || status=1
fi
"$run" sweep "$format" "$input" "$here/../../rules" || status=1
exit $status
