# One job or eight: the same bytes.
mkdir many
for i in $(seq 120); do
    for j in $(seq $((i % 7))); do echo "The harbour lorem ipsum is closed, $i."; echo; done >"many/$i.txt"
done
for format in text concise json jsonl html index; do
    mtlint check --format "$format" --jobs 1 many gone.txt >one 2>&1 || true
    for run in 1 2 3; do
        mtlint check --format "$format" --jobs 8 many gone.txt >eight 2>&1 || true
        cmp one eight
    done
    [ -s one ] || echo "$format: nothing"
done
