for i in 1 2 3 4 5; do echo "The harbour lorem ipsum is closed."; echo; done >a.txt
mtlint check --format concise --max-file 100 a.txt || echo "exit $?"
mtlint check --format concise --max-file 100 <a.txt || echo "exit $?"
mtlint check --format concise --max-findings 2 a.txt || echo "exit $?"
