#!/usr/bin/env bash
# What stands in a list has its file, and every file stands in its list: the .def files, and the tests in tests/CMakeLists.txt.
set -eu
cd "$(dirname "$0")/../.."
failed=0

complain() {
    echo "$1" >&2
    failed=1
}

# both FOLDER DEF TYPE: each KIND(name) of DEF has FOLDER/name.c, and each .c that defines such a TYPE is in DEF.
both() {
    local folder=src/$1 list=src/$1/$2 type=$3 name
    local names
    names=$(sed -nE 's/^[A-Z]+\(([a-z_0-9]+)\).*/\1/p' "$list")
    [ -n "$names" ] || complain "$list is empty"
    for name in $names; do
        grep -qsE "^const $type ${type}_$name\b" "$folder/$name.c" || complain "$list: $name: no $folder/$name.c that defines ${type}_$name"
    done
    for name in $(sed -nE "s/^const $type ${type}_([a-z_0-9]+)\b.*/\1/p" "$folder"/*.c); do
        grep -qx "$name" <<<"$names" || complain "$folder/$name.c is not in $list"
    done
}
both check checks.def mtl_check
both format formats.def mtl_reader
both report reporters.def mtl_reporter

tests=$(cat tests/CMakeLists.txt)
in_tests() {
    grep -qE "(^|[ (])$1([ )]|\$)" <<<"$tests" || complain "$2 is not in tests/CMakeLists.txt"
}
for file in tests/unit/test_*.c; do
    name=$(basename "$file" .c)
    in_tests "${name#test_}" "$file"
done
for file in tests/format/*/*/input.*; do
    case=${file%/input.*}
    in_tests "${case#tests/format/}" "$file"
done
for file in tests/cli/*/case.sh; do
    in_tests "$(basename "$(dirname "$file")")" "$file"
done
for file in tests/house/*.sh; do
    in_tests "$(basename "$file" .sh)" "$file"
done
for folder in rules/*/; do
    [ -z "$(find "$folder" -name '*.yml' ! -name lang.yml)" ] || in_tests "$(basename "$folder")" "$folder"
done
exit "$failed"
