echo "The harbour lorem ipsum is closed." >a.txt
mtlint check a.txt >/dev/full
