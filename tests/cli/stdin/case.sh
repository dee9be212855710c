echo "The harbour lorem ipsum is closed." >text
mtlint check --format concise <text || echo "exit $?"
mtlint check --format concise - <text || echo "exit $?"
mtlint check --format concise --stdin-filename=news/a.txt - - <text || echo "exit $?"
echo "The harbour is closed." | mtlint check
mtlint check --stdin-filename a.txt text
