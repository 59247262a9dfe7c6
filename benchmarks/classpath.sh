#!/bin/sh
# Builds the distribution and the benchmarks and prints the class path that the benchmarks run with.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
mvn -q -B -f "$root/pom.xml" -pl benchmarks -am package -Dmaven.test.skip=true >&2
"$root/bin/plateau" --version >&2
printf '%s/benchmarks/target/classes:%s/target/plateau/%s/lib/*\n' "$root" "$root" "$(cat "$root/target/plateau/current")"
