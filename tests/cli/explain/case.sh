# A kind of check: its keys; one without keys; one that is misspelt.
mtlint explain --kind phrase | head -4
mtlint explain --kind hyphen
mtlint explain --kind prase && echo not reached

mkdir ours
printf '# rule\tclean words\thits\ttranslated words\thits\tconfidence\n' >ours/measured.tsv
printf 'all/lorem-ipsum\t300000\t6\t100000\t312\thigh\n' >>ours/measured.tsv
mtlint explain --rules ours all/lorem-ipsum
mtlint explain --color always en/editor-note | grep -c "$(printf '\033')"

# Few hits, and few for the words; no figures, no line.
printf 'all/lorem-ipsum\t3000000\t1\t100000\t0\ttoo few\n' >ours/measured.tsv
mtlint explain --rules ours all/lorem-ipsum | grep measured
mtlint explain all/lorem-ipsum | grep -c measured || true

printf 'all/lorem-ipsum\tmany\n' >ours/measured.tsv
mtlint explain --rules ours all/lorem-ipsum
