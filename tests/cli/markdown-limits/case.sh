# Each link costs the parser a look at every line above it; brackets without end, and quotations in quotations, cost it little.
yes '[a](b' | head -n 70000 >lines.md
yes -- '- [a](b)' | head -n 70000 >items.md
yes '![[`*_<' | head -n 20000 | tr -d '\n' >brackets.md
yes '> ' | head -n 50000 | tr -d '\n' >deep.md
mtlint check --format concise lines.md items.md brackets.md deep.md || echo "exit $?"
