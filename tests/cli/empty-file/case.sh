: >empty.txt
mtlint check --lang en empty.txt
