echo "The note to editors lorem ipsum is an internal server error." >a.txt
echo "-- all"
mtlint check --format concise a.txt || true
echo "-- a rule and a category"
mtlint check --format concise --select en/editor-note,page-residue a.txt || true
echo "-- given twice"
mtlint check --format concise -s en/editor-note -s llm-residue a.txt || true
echo "-- without"
mtlint check --format concise --ignore "page-residue, all/error-page" a.txt || true
