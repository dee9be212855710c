# A promise that does not hold is named with its line.
mkdir -p mine/en
sed -e 's/hit: "Note to editors"/hit: "Note"/' "$MTLINT_DATA/rules/en/editor-note.yml" >mine/en/note.yml
mtlint rules test --rules mine en >out && echo "exit 0" || echo "exit $?"
grep -c '^mine/en/note.yml:[0-9]*' out
tail -n 1 out
