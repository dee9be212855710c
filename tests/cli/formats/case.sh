# What is read and what is written; a page is known by its suffix in whatever case, or by its first tag, or told.
mtlint formats
page='<p>Lorem <b>ipsum</b> &amp; more.</p>'
echo "$page" >a.html
echo "$page" >B.HTM
echo "$page" >page
echo "<!DOCTYPE html>$page" >sniffed
for args in a.html B.HTM page sniffed "--input-format html page" "--input-format plain a.html"; do
    echo "-- $args"
    # shellcheck disable=SC2086 # words
    mtlint check --format concise $args || echo "exit $?"
done
mkdir site && cp a.html B.HTM site
echo "-- a folder"
mtlint check --format concise site || echo "exit $?"
mtlint formats too 2>&1 || echo "exit $?"
