# A bad byte or two in a file that is UTF-8 otherwise are told, and the rest is read; many bad bytes, or few good ones, are another encoding.
good='Der Müller trägt Säcke über die Brücke, früh und spät.'
printf 'id,text\n1,"%s"\n2,"It is a caf\351, lorem ipsum."\n3,"Here too, lorem ipsum."\n' "$good" >rows.csv
mtlint check --quiet --format concise rows.csv || echo "exit $?"
printf '<r><p>%s</p><p>It is a caf\351.</p><p>Here too, lorem ipsum.</p></r>' "$good" >page.xml
mtlint check --quiet --format concise page.xml || echo "exit $?"
printf '%s\nIt was cut off here: lorem ipsum \303' "$good" >end.txt
mtlint check --quiet --format json end.txt | grep -oE '"code":"encoding".*|"start":[0-9]+,"end":[0-9]+' || echo "exit $?"
printf '%s\n\351\351\351\351\351\351\351\351\351 lorem ipsum\n' "$good" >many.txt
mtlint check --quiet --format concise many.txt || echo "exit $?"
