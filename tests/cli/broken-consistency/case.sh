# A rule of one way, and a pair of one word, are refused with their places.
mkdir -p mine/en
rule() {
    cat >mine/en/ways.yml <<END
summary:  Two ways
message:  "“{match}” is {way}, the text {usual}."
why:      A text keeps to one.
category: register-mix
severity: minor
confidence: high
since:    "1"
check:    consistency
with:
  pairs: [$1]
  entries:
$2
examples:
  - { bad: "The colour and the colour of the color.", hit: "color" }
  - { bad: "The centre, the centre, the center.", hit: "center" }
  - { bad: "A grey, grey, gray day.", hit: "gray" }
  - { good: "The colour of the centre." }
  - { good: "The color of the center." }
  - { good: "A day." }
END
}
british='    - { way: British, words: [centre, grey] }'
rule "colour>color" "$british"
mtlint rules test --rules mine en || echo "exit $?"
rule "colour" "$british
    - { way: American, words: [center, gray] }"
mtlint rules test --rules mine en || echo "exit $?"
rule "colour>color" "$british
    - { way: American, words: [center, gray] }"
mtlint rules test --rules mine en >/dev/null && echo "both ways, one pair: good"
