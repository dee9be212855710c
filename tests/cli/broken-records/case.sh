# What is broken is told with its place and reason; what stands before it, and what can be read behind it, is checked all the same.
printf '[{"title": "One", "text": "The lorem ipsum."},\n {"title": "Two", "text": "The lorem ips' >cut.json
mtlint check --format concise cut.json || echo "exit $?"
printf 'id,text\n1,The lorem ipsum.\n2,"not closed\n3,The lorem ipsum.\n4,a,b\n' >rows.csv
mtlint check --format concise rows.csv || echo "exit $?"
printf '' >empty.json
printf '\n' >empty.jsonl
mtlint check --format concise empty.json || echo "exit $?"
mtlint check empty.jsonl || echo "exit $?"
for i in $(seq 600); do printf '['; done >deep.json
mtlint check --format concise deep.json || echo "exit $?"
