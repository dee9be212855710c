#!/usr/bin/env bash
# Small functions, small files: under 70 lines, under 700.
set -eu
cd "$(dirname "$0")/../../src"
find . -name '*.[ch]' | sort | xargs awk '
    FNR == 1 { begin = 0 }
    /^\{$/ { begin = FNR }
    /^\}$/ { if (begin && FNR - begin >= 70) { print FILENAME ":" begin ": a function of " FNR - begin " lines"; bad = 1 } begin = 0 }
    FNR == 700 { print FILENAME ": 700 lines or more"; bad = 1 }
    length($0) > 200 { print FILENAME ":" FNR ": a line of " length($0) " bytes"; bad = 1 }
    END { exit bad }' >&2
