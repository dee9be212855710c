# Every name has its own reports, and none leaves the folder.
mkdir -p site/in/deep "site/with space"
echo "The harbour lorem ipsum is closed." | tee site/up.txt site/in/a.txt "site/with space/b c.txt" site/in/deep/a.txt site/in__a.txt \
    >site/in/in.txt
cd site/in
status=0
mtlint check --format concise --reports ../../new/out -- ../up.txt ./a.txt "../with space/b c.txt" deep/a.txt ../in__a.txt - <a.txt || status=$?
echo "exit $status"
cd ../..
find . -name '*.html' -o -name '*.json' -o -name '*.part' | grep -v '^./new/out/[^/]*$' || echo "none elsewhere"
echo "$(find new/out -name '*.html' | wc -l) pages, $(find new/out -name '*.json' | wc -l) JSON files"
echo "$(grep -o 'href="[^"]*\.html"' new/out/index.html | sort -u | wc -l) links to pages"
