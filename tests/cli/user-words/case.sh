# Words of one's own are read beside the shipped ones, and what is wrong with a line is said.
mkdir -p mine/de broken/de
echo "name: German" | tee broken/de/lang.yml >mine/de/lang.yml
cat >mine/de/small-name.yml <<'END'
summary:  A name in small letters
message:  "“{match}” is a name; write “{fix}”."
why: |
  Names have a capital.
category: lower-case-name
severity: minor
confidence: high
since:    "0.1"
check:    lower_name
examples:
  - { bad: "Sie wohnt in mukselbach.", hit: mukselbach, fix: "Sie wohnt in Mukselbach." }
  - { bad: "Er kommt aus mukselbach.", hit: mukselbach }
  - { bad: "Wir bleiben in mukselbach.", hit: mukselbach }
  - { good: "Sie wohnt in Mukselbach." }
  - { good: "Sie wohnt in einem tal." }
  - { good: "Siehe www.mukselbach.example." }
END
echo "Der Bus fährt nach mukselbach." >a.txt
mtlint check --quiet --format concise --lang de --rules mine a.txt
printf '# towns of our valley\nMukselbach\t400\tL\n' >mine/de/words.txt
mtlint check --quiet --format concise --lang de --rules mine a.txt || echo "exit $?"
mtlint rules test --rules mine de
printf 'Muksel\toft\tN\n\nMuksel\t0\tZ\n' >broken/de/words.txt
mtlint check --quiet --lang de --rules broken a.txt || echo "exit $?"
