echo "The harbour is closed." >a.txt
mtlint check --reports a.txt a.txt || echo "exit $?"
mtlint check --reports /proc/none a.txt || echo "exit $?"
mkdir -p out/index.html
mtlint check --reports out a.txt || echo "exit $?"
ls out
