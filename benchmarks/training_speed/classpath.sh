#!/bin/sh
# Builds the benchmarks and writes the class path that they run with to target/classpath.
set -eu
cd "$(dirname "$0")/../.."
mvn -q -B -pl benchmarks -am package -DskipTests -Dspotless.check.skip=true \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
    -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
printf '%s:%s\n' "$(pwd)/benchmarks/target/classes" "$(cat benchmarks/target/classpath)" >benchmarks/target/run.classpath
