# What reads JSON is told of the missing file there, people on standard error.
status=0
mtlint check --format json gone.txt >out.json || status=$?
grep -c 'gone.txt' out.json >/dev/null && echo "named in the output"
exit "$status"
