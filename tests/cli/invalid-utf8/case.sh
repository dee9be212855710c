printf 'The harbour is closed.\nIt is a caf\351.\n' >latin1.txt
mtlint check --format concise latin1.txt
