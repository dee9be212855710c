#!/usr/bin/env bash
# run.sh PROGRAM CASE: runs the folder CASE's case.sh in a scratch folder and compares what came out with expected.stdout,
# expected.stderr and expected.exit; one that is not there means nothing, and status 0. UPDATE=1 writes them instead.
#
# A case finds mtlint on its PATH, its own folder in $CASE, and the rules of tests/cli/data, which change with the tests alone.
set -eu

program=$(realpath "$1")
CASE=$(realpath "$2")
scratch=$(mktemp -d)
trap 'chmod -R u+rwX "$scratch"; rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/home"
ln -s "$program" "$scratch/bin/mtlint"

status=0
(
    cd "$scratch/home"
    env -i PATH="$scratch/bin:$PATH" HOME="$scratch/home" LC_ALL=C.UTF-8 TERM=xterm CASE="$CASE" \
        MTLINT_DATA="$(dirname "$CASE")/data" bash -eu "$CASE/case.sh" \
        </dev/null >"$scratch/stdout" 2>"$scratch/stderr"
) || status=$?
echo "$status" >"$scratch/exit"

# compare NAME NOTHING: the file of that name with what is expected of it.
compare() {
    local got="$scratch/$1" want="$CASE/expected.$1"
    if [ "${UPDATE:-}" = 1 ]; then
        if [ "$(cat "$got")" = "$2" ]; then rm -f "$want"; else cp "$got" "$want"; fi
    elif [ -e "$want" ]; then
        diff -u "$want" "$got"
    else
        [ "$(cat "$got")" = "$2" ] || { echo "$1, expected “$2”:"; cat "$got"; return 1; }
    fi
}

failed=0
compare exit 0 || failed=1
compare stdout "" || failed=1
compare stderr "" || failed=1
exit "$failed"
