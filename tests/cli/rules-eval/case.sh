# Per rule hits, rates, documents and samples; against other rules what came and what went; errors name the cure.
mkdir texts
printf 'Before it, lorem ipsum stands in the text.\n' >texts/a.txt
printf 'Lorem ipsum, and once more lorem ipsum.\n' >texts/b.txt
mtlint rules eval --lang en texts
mkdir -p old/all
mtlint rules eval --lang en --against old texts
mkdir -p ours/en
cat >ours/en/once-more.yml <<'Y'
summary: “once more”
message: "“{match}” is said too often."
why: For a test.
category: repeated-phrase
severity: minor
confidence: low
since: "0.1"
check: phrase
with: [{ find: once more }]
examples:
  - { bad: "Once more it rained.", hit: "Once more" }
  - { good: "It rained." }
Y
mtlint rules eval --lang en --rules ours --against "$MTLINT_DATA/rules" texts
mtlint rules eval && echo not reached
mtlint rules eval --against texts texts && echo not reached
mtlint rules eval --lang en texts/missing.txt && echo not reached || true
