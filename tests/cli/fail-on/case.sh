echo "The note to editors is there." >neutral.txt
echo "The harbour lorem ipsum is closed." >minor.txt
echo "It was an internal server error." >critical.txt
for severity in critical major minor neutral never; do
    for file in neutral minor critical; do
        status=0
        mtlint check --fail-on "$severity" "$file.txt" >/dev/null || status=$?
        echo "$severity: $file $status"
    done
done
mtlint check neutral.txt >/dev/null && echo "a neutral finding is no failure unless told so"
