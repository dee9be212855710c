#!/usr/bin/env bash
# What a rule says of its confidence is what it was measured at, or too few hits say anything; docs/rules.md shows both.
set -eu
cd "$(dirname "$0")/../.."
scripts/measure --check >&2
