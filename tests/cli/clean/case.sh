echo "The harbour is closed, and it is not known for how long." | tee a.txt >b.txt
mtlint check a.txt b.txt
mtlint check a.txt
mtlint check --quiet a.txt
