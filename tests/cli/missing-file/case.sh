# Each missing file is named, and the others are checked.
echo "The harbour lorem ipsum is closed." >here.txt
mtlint check --format concise gone.txt here.txt also/gone.txt
