# A table in place of the findings; the exit status stays that of the findings.
mkdir texts
for i in 1 2 3; do printf 'Lorem ipsum in the text number %s.\n' "$i" >"texts/$i.txt"; done
printf 'Nothing to be found here.\n' >texts/4.txt
mtlint check --lang en --statistics texts || echo "status $?"
mtlint check --lang en --statistics texts/4.txt && echo "status 0"
