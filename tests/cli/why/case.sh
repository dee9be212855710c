# What is reported and what was held back, with the grounds; a place as findings name it; lines without text; clear errors.
printf 'Lorem ipsum stands here.\n\nNothing is wrong with this line.\n' >text.txt
mtlint why --lang en text.txt:1
mtlint why --lang en text.txt:1:7
mtlint why --lang en text.txt:3
printf 'Lorem ipsum again.\n' | mtlint why --lang en -:1
mtlint why --lang en text.txt:2 && echo not reached
mtlint why text.txt && echo not reached
mtlint why text.txt:0 && echo not reached
mtlint why missing.txt:4 && echo not reached
mtlint why --lang en text.txt:99 && echo not reached || true
