mtlint check - <.
