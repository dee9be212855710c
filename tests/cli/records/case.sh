# Which fields hold text: by name and shape, or as told. Messages name the record.
cat >shop.csv <<'END'
sku,sprache,zeile,note
A-1,en,"The lamp lorem ipsum is lit.",The note lorem ipsum is here.
B-2,en,Lorem ipsum,
END
mtlint check --format concise shop.csv || true
mtlint check --format concise --fields zeile --lang-field sprache shop.csv || true
mtlint check --quiet shop.csv || true
echo '{"items": [{"id": 7, "title": "One", "text": "Fine."}, {"id": 8, "title": "Two", "url": "https://example.org/2", "text": "The lorem ipsum."}]}' >feed.json
mtlint check --quiet feed.json || true
mtlint check --format json feed.json | grep -oE '"part":"[^"]*","id":"[^"]*","link":"[^"]*"' || true
mkdir mixed
cp shop.csv feed.json mixed
echo "The harbour lorem ipsum is closed." >mixed/a.txt
mtlint check --format concise mixed || true
