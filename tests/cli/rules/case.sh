mtlint rules list
mtlint rules show all/lorem-ipsum | sed 's|^\(file *\).*/tests/|\1tests/|'
mtlint rules test
mtlint rules test all
