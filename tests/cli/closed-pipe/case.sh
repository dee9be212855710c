# The reader leaves early: no message, no crash.
for i in $(seq 3000); do echo "The harbour lorem ipsum is closed."; echo; done >long.txt
mkdir many && for i in $(seq 60); do cp long.txt "many/$i.txt"; done
mtlint check --format concise many | head -n 1
mtlint check --format json many | head -c 1
echo
mtlint rules list | head -n 0
