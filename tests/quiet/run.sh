#!/bin/sh
# Good texts must stay quiet: tests/quiet/run.sh MTLINT
#
# 1. Our own texts beside this script, the language in front of the first "-" that is followed by a small letter: not one finding.
# 2. Documents that Debian packages install, named in the file "installed" and read where they are: at most half a finding per
#    1,000 words. What is not there is named and not counted; if none is there, this part has proved nothing and says so. Slips of their
#    authors, which are rightly found, stand in the file "slips" with the words that the message quotes, and do not count.
set -u
mtlint=${1:?usage: run.sh MTLINT}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
list=$scratch/list slips=$scratch/slips rest=$scratch/rest
failed=0

# findings LANG FILE: one line each into $list; ends everything where mtlint could not do its job.
findings() {
    "$mtlint" check --format concise --color never --quiet --fail-on neutral --lang "$1" "$2" >"$list"
    status=$?
    if [ "$status" -gt 1 ]; then
        echo "FAILED: $2: mtlint ended with status $status; the rest was not tried"
        exit 1
    elif [ "$status" -eq 1 ] && ! [ -s "$list" ]; then
        echo "FAILED: $2: status 1 without a finding"
        failed=1
    fi
}

echo "Own texts: no finding at all"
nown=0
for file in "$here"/*.txt "$here"/*.md; do
    [ -e "$file" ] || continue
    nown=$((nown + 1))
    lang=$(basename "$file" | sed 's/-[a-z].*//')
    findings "$lang" "$file"
    if [ -s "$list" ]; then
        echo "FAILED: $(basename "$file"): $(wc -l <"$list") findings where there is nothing to find:"
        sed 's/^/    /' "$list"
        failed=1
    fi
done
echo "  $nown texts"
if [ "$nown" -eq 0 ]; then
    echo "FAILED: no texts found beside $0"
    failed=1
fi

# installed LANG FILE: adds to the sums of the language.
installed() {
    if ! [ -r "$2" ]; then
        echo "  not installed, not counted: $2"
        return
    fi
    findings "$1" "$2"
    sed -n "s|^$2	||p" "$here/slips" >"$slips"
    grep -v -F -f "$slips" "$list" >"$rest"
    mv "$rest" "$list"
    n=$(wc -l <"$list")
    words=$(wc -w <"$2")
    nfindings=$((nfindings + n))
    nwords=$((nwords + words))
    echo "  $n findings in $words words: $2"
    sed 's/^/      /' "$list"
}

echo "Installed documents: at most 0.5 findings per 1,000 words, rounded up, in each language"
nread=0
for lang in $(sed -n 's/^\([a-z][A-Za-z-]*\) .*/\1/p' "$here/installed" | sort -u); do
    nfindings=0
    nwords=0
    for path in $(sed -n "s/^$lang //p" "$here/installed"); do
        installed "$lang" "$path"
    done
    [ "$nwords" -gt 0 ] || continue
    nread=$((nread + 1))
    if [ "$nfindings" -gt $(((nwords + 1999) / 2000)) ]; then
        echo "FAILED: $lang: $nfindings findings in $nwords words are too many"
        failed=1
    else
        echo "  $lang: $nfindings findings in $nwords words"
    fi
done
if [ "$nread" -eq 0 ]; then
    echo "  none is installed: nothing was proved"
fi
exit "$failed"
