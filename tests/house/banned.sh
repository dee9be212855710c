#!/usr/bin/env bash
# Calls that depend on the locale, on a NUL or on luck, and promises that belong into the issue tracker.
set -eu
cd "$(dirname "$0")/../.."
failed=0

calls='strtok|strtok_r|sprintf|vsprintf|atoi|atol|atof|setlocale|tolower|toupper|isalpha|isalnum|isdigit|isspace|isupper|islower|ispunct|gets|strcpy|strcat|strncpy|strncat|scanf|sscanf'
if grep -rnE "(^|[^A-Za-z0-9_])($calls) *\(" src --include='*.[ch]'; then
    echo "banned calls, see above: text is bytes with a length" >&2
    failed=1
fi
if grep -rnwE 'TO''DO|FIX''ME|X''XX|HA''CK' src scripts tests rules CMakeLists.txt --exclude-dir=quiet; then
    echo "words of the issue tracker, see above" >&2
    failed=1
fi
exit "$failed"
