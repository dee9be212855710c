# Neither a text nor a name can drive the terminal.
name=$(printf 'red\033[31m\n\302\233name.txt')
printf 'The \033]0;owned\007 harbour \342\200\256lorem ipsum\033[2J is closed.\n' >"$name"
for format in text concise json jsonl html; do
    mtlint check --format "$format" --color never "$name" gone$'\033'.txt >out 2>&1 || echo "$format: exit $?"
    LC_ALL=C grep -c "$(printf '[\033\007]')" out || true
done
