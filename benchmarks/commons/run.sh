#!/bin/sh
# Fills a commons with generated record trails of 50 epochs and times questions to it.
#
#   benchmarks/commons/run.sh [NETWORKS] [FOLDER]
#
# 50,000 networks if left out, which takes 3 GB of disk and some minutes; 1,000,000 networks take 57 GB and an hour. The
# commons is made in a temporary folder and deleted afterwards; in FOLDER it stays, and is only asked where it is there.
#
# PLATEAU_BENCHMARK_TRAILS=delete    delete the trails once they are taken in: 20 GB for 1,000,000 networks
# PLATEAU_BENCHMARK_COMMONS    a commons on a server instead, jdbc:postgresql://host/database?user=name; the database should
#                              be empty, and what is filled in stays there
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
networks=${1:-50000}
if [ $# -gt 1 ]; then
  folder=$2
  mkdir -p "$folder"
else
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
classpath=$("$here/../classpath.sh")
commons=${PLATEAU_BENCHMARK_COMMONS:-$folder/plateau.db}
ask() { java -Xmx900m -cp "$classpath" "org.plateau.benchmarks.$1" "$commons" "$folder/plateau.store" "$networks"; }
if [ ! -e "$folder/plateau.store/filled-$networks" ]; then
  ask CommonsFill
  : > "$folder/plateau.store/filled-$networks"
fi
du -sh "$folder" | sed 's/\t.*/ on disk/'
ask CommonsQueries
