# Whatever is unknown: status 2, and the nearest name.
echo "The harbour is closed." >a.txt
try() {
    local status=0
    mtlint "$@" || status=$?
    [ "$status" = 2 ] || echo "exit $status: $*"
}
try
try chekc a.txt
try a.txt
try --lang en a.txt
try help me
try check --formt text a.txt
try check --zzz a.txt
try check -x a.txt
try check --format jsn a.txt
try check --input-format plian a.txt
try check --lang "not a tag" a.txt
try check --fail-on majr a.txt
try check --color=sometimes a.txt
try check --select all/lorem-ipsun a.txt
try check --ignore page-residu a.txt
try check --jobs 0 a.txt
try check --jobs many a.txt
try check --max-file 99999999999 a.txt
try check --quiet=yes a.txt
try check --lang
try check --lang= a.txt
try check --rules nowhere a.txt
try rules
try rules lst
try rules show
try rules show all/lorem
try rules show lorem-ipsum
try rules test eng
try rules list all
try rules list --quiet
try explain
try explain all/eror-page
try explain zzzzzzzzzzzz
