# What is not UTF-8 is read as it says, or as the user says; places are those of the file as it is stored.
text='The café lorem ipsum is closed.'
lint() { mtlint check --format json "$@" | grep -oE '"encoding":"[^"]*"|"text":"lorem ipsum","start":[0-9]+,"end":[0-9]+,"line":[0-9]+,"column":[0-9]+' || echo "exit $?"; }
echo "$text" | iconv -t UTF-16LE >bare.txt
echo "$text" | iconv -t UTF-16 >marked.txt
echo "$text" | iconv -t windows-1252 >latin.txt
echo "<meta charset=windows-1252><p>$text" | iconv -t windows-1252 >told.html
lint bare.txt
lint marked.txt
lint told.html
lint --encoding windows-1252 latin.txt
mtlint check --format concise latin.txt || echo "exit $?"
mtlint check --format concise --encoding UTF-8 latin.txt || echo "exit $?"
mtlint check --format concise --encoding UTF-16BE latin.txt || echo "exit $?"
mtlint check --encoding klingon latin.txt || echo "exit $?"
