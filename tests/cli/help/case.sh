mtlint help | head -n 3
mtlint check -h
mtlint help rules
mtlint check --help | grep -c '^Exit status'
mtlint rules --help | grep -c '^Exit status'
[ "$(mtlint --version)" = "$(mtlint version)" ] && [ "$(mtlint -V)" = "$(mtlint check --version)" ]
