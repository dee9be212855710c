#!/usr/bin/env bash
# Who may include whom, and which file is the gate of which library: section 2 of src/README.md.
set -eu
cd "$(dirname "$0")/../../src"
failed=0

complain() {
    echo "$1" >&2
    failed=1
}

# The folder itself, and what stands behind the colon. mtlint.h is named where only it may be seen of the rest.
layers="
base: mtlint.h
text: base mtlint.h
lang: base text mtlint.h
facts: base text lang mtlint.h
format: base text mtlint.h
rule: base text lang facts mtlint.h
check: base text lang facts rule mtlint.h
engine: base text lang facts format rule check mtlint.h
report: base mtlint.h
cli: base mtlint.h
api: base text lang facts format rule check engine report mtlint.h
"
while IFS=: read -r folder may; do
    [ -n "$folder" ] || continue
    [ -d "$folder" ] || { complain "src/$folder is in the table and not in the tree"; continue; }
    while IFS=: read -r file line include; do
        name=$(sed -E 's/.*"([^"]+)".*/\1/' <<<"$include")
        case "$name" in
        */*) from=${name%%/*} ;;
        *) from=$name ;;
        esac
        case " $folder $may " in
        *" $from "*) ;;
        *) complain "src/$file:$line: $folder/ may not include $name" ;;
        esac
    done < <(grep -rnE '^ *# *include *"' "$folder")
done <<<"$layers"
for folder in */; do
    grep -q "^${folder%/}:" <<<"$layers" || complain "src/$folder has no row in the table"
done

# Header: the files that may include it.
gates="
yaml.h: base/yaml.c
jansson.h: base/json.c
pcre2.h: text/regex.c
hunspell/: lang/speller.c
md4c.h: format/markdown.c
expat.h: format/xml.c
unicode/: text/encoding.c lang/segment.c lang/locale.c lang/chars.c
"
while IFS=: read -r header may; do
    [ -n "$header" ] || continue
    for file in $(grep -rlE "^ *# *include *<$header" . | sed 's|^\./||'); do
        case " $may " in
        *" $file "*) ;;
        *) complain "src/$file includes <$header>, whose gate is$may" ;;
        esac
    done
done <<<"$gates"

while IFS= read -r hit; do complain "src/$hit: a path with ../"; done < <(grep -rnE '^ *# *include *"[^"]*\.\./' .)
exit "$failed"
