# JSON Lines through a pipe: the first finding comes out before the second line goes in, and a bad line stops nothing.
mkfifo in out
timeout 60 mtlint check --format jsonl --stdin-filename feed.jsonl <in >out &
exec 3>in 4<out
echo '{"id": "first", "text": "The harbour lorem ipsum is closed."}' >&3
read -r line <&4
echo "$line" | grep -o '"document":"[^"]*"'
echo '{"text": "not closed' >&3
printf '{"id": "last", "text": "The pier lorem ipsum is open."}' >&3
exec 3>&-
grep -oE '"document":"[^"]*"|"error".*|"start":[0-9]+|"line":[0-9]+' <&4
wait $! || echo "exit $?"
# A reader that has seen enough ends the work.
for i in $(seq 2000); do echo '{"text": "The harbour lorem ipsum is closed."}'; done >many.jsonl
mtlint check --format concise --quiet many.jsonl | head -n 1
# It is a stream, too, where its encoding is told: no cap of a file stops it.
mtlint check --format concise --quiet --max-file 100 --encoding utf-8 many.jsonl | tail -n 1
# A line that is too long is passed over.
{ echo '{"text": "The harbour lorem ipsum is closed."}'; head -c 17000000 /dev/zero | tr '\0' ' '; echo; cat many.jsonl; } >long.jsonl
mtlint check --format concise --quiet long.jsonl | head -n 3 || true
