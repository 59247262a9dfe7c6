#!/bin/sh
# Prints which kinds of curves recorded trainings show when a quarter, half and all of their epochs have been seen, how
# often the early finding is confirmed by the whole curve, and who was said never to learn, but does.
#
# PLATEAU_DATA    folder of recorded curves, *.csv or *.csv.gz
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
: "${PLATEAU_DATA:?must name a folder of recorded curves}"
classpath=$("$here/../classpath.sh")
exec java -cp "$classpath" org.plateau.benchmarks.ShapeTable "$PLATEAU_DATA"/*.csv*
