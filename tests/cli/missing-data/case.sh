MTLINT_DATA=nowhere mtlint rules list
