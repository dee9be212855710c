mkdir -p mine/en
cat >mine/en/harbor.yml <<'END'
summary:  American spelling
message:  "“{match}” is spelt “harbour” here."
why: |
  The house writes British English.
category: term-inconsistency
severity: major
confidence: high
since:    "0.1"
check:    phrase
with:
  - { find: harbor, fix: harbour }
examples:
  - { bad: "The harbor is closed.", hit: harbor, fix: "The harbour is closed." }
  - { bad: "It was the harbor.", hit: harbor, fix: "It was the harbour." }
  - { bad: "A harbor is not a lake.", hit: harbor, fix: "A harbour is not a lake." }
  - { good: "The harbour is closed." }
  - { good: "The harbors of the world are not all closed." }
  - { good: "Harboured by no one, they were lost." }
END
echo "The harbor is closed." >a.txt
mtlint check --format concise --lang en --rules mine a.txt || echo "exit $?"
mtlint check --format concise --lang de --rules mine a.txt || echo "exit $?"
mtlint rules test --rules mine en
