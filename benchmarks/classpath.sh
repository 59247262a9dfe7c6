#!/bin/sh
# Builds the distribution and the benchmarks and prints the class path that the benchmarks run with.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
mvn -q -B -f "$root/pom.xml" -pl benchmarks -am package -DskipTests >&2
printf '%s/benchmarks/target/classes:%s/cli/target/distribution/plateau/lib/*\n' "$root" "$root"
