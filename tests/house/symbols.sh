#!/usr/bin/env bash
# symbols.sh LIBRARY: every name that the library gives to a linker begins with mtl_.
set -eu
names=$(nm --defined-only --extern-only "$1" | awk 'NF == 3 && $2 ~ /[A-Z]/ { print $3 }' | grep -vE '^(mtl_|__asan_|__ubsan_|__odr_asan)' | sort -u || true)
[ -z "$names" ] || { echo "names without mtl_: $names" >&2; exit 1; }
