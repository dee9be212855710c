printf 'GIF89a\000\001\002\000\377\376' >picture.txt
mtlint check --format concise picture.txt
