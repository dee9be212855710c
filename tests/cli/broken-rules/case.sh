# Every problem at once, each with its place.
mkdir -p mine/en
cat >mine/en/one.yml <<'END'
summary: One
mesage: "Wrong key."
category: no-such-category
END
cat >mine/en/two.yml <<'END'
summary: [unclosed
END
echo "The harbour is closed." >a.txt
mtlint check --rules mine a.txt 2>err || echo "exit $?"
grep -c '^mtlint: mine/en/one.yml:[0-9]*' err >/dev/null && echo "one.yml has a place"
grep -c '^mtlint: mine/en/two.yml:[0-9]*' err >/dev/null && echo "two.yml has a place"
grep -c 'message' err >/dev/null && echo "the nearest key is offered"
