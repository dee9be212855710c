mtlint explain all/lorem-ipsum
mtlint explain --color always en/editor-note | grep -c "$(printf '\033')"
