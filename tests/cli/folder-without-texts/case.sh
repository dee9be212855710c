mkdir empty
mtlint check empty
