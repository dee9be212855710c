# Sorted, only text files, no hidden ones, no links to folders, nothing twice; what is named is read whatever its name.
mkdir -p news/b news/.git news/node_modules news/build/deep
for file in news/z.txt news/a.text news/b/1.txt news/b/notes.odt news/.git/x.txt news/.hidden.txt news/node_modules/x.txt \
    news/build/deep/x.txt news/.txt; do
    echo "The harbour lorem ipsum is closed." >"$file"
done
ln -s .. news/b/loop
ln -s news linked
ln -s ../z.txt news/b/link.txt
ln -s gone news/b/dangling.txt
mtlint check --format concise news ./news//z.txt news/b/notes.odt || echo "exit $?"
echo "-- here"
cd news && mtlint check --format concise . || echo "exit $?"
echo "-- through a link, and a folder of a skipped name"
cd .. && mtlint check --format concise linked/ news/build || echo "exit $?"
