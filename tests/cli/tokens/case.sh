# Blocks, sentences, tokens and what is known of a word; holes and numbers; the lexicon is the user's own here.
mkdir -p ours/en
printf 'harbour\t400\tNs\nships\t380\tNp\tship\n' >ours/en/words.txt
printf 'Ships in the harbour\n\nThe ships left. They were 12, and 3 stayed!\n' >text.txt
mtlint tokens --rules ours --lang en text.txt
printf 'A line.\n' | mtlint tokens -
mtlint tokens missing.txt && echo not reached
mtlint tokens && echo not reached || true
mtlint tokens --color always --lang en text.txt | grep -c "$(printf '\033')"
printf 'A \033[31mred\033[0m word\n' | mtlint tokens --lang en - | grep -c "$(printf '\033')" || true
