# Opens, but cannot be read, even by root.
mtlint check --format concise /proc/self/mem
