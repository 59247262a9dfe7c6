#!/bin/sh
# Evaluates the prediction engine on recorded trainings and holds it against its targets: prints the tables of
# docs/prediction.md, and leaves them with everything they are made of in a folder. Takes about half an hour on two cores.
#   benchmarks/prediction/run.sh [FOLDER]
#
# PLATEAU_DATA    folder of recorded curves, *.csv.gz, among them A4NN's as a4nn.csv.gz
# PYTHON          any Python 3                                          (python3)
# PLATEAU         the command to run                                    (bin/plateau of this checkout)
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
: "${PLATEAU_DATA:?must name a folder of recorded curves}"
PYTHON=${PYTHON:-python3} PLATEAU=${PLATEAU:-$here/../../bin/plateau}
folder=${1:-$(mktemp -d)}
mkdir -p "$folder"
tolerances=0.05,0.1,0.2,0.3,0.5,0.7,1,1.25,1.6,2,2.5,3.2,4,5,6.4,8,10,13,17,25,36,50,100

# File in the folder, arguments of plateau evaluate. Complaints about the data are kept; they are no reason to stop.
evaluate() {
  result=$folder/$1
  shift
  if ! "$PLATEAU" evaluate "$@" > "$result" 2> "$result.messages"; then
    [ -s "$result" ] || { cat "$result.messages" >&2; exit 1; }
  fi
  [ -s "$result.messages" ] || rm "$result.messages"
}

evaluate forecasts.json "$PLATEAU_DATA"/*.csv.gz --at 0.25,0.5 --format json
evaluate intervals.json "$PLATEAU_DATA"/*.csv.gz --at 0.25,0.5,0.75 --first 30 --format json \
  --rules "last with past residuals,plateau without history,plateau with history,plateau"
evaluate intervals-alone.json "$PLATEAU_DATA"/*.csv.gz --at 0.25,0.5,0.75 --first 0 --format json \
  --rules "plateau without history"
evaluate a4nn-forecasts.json "$PLATEAU_DATA/a4nn.csv.gz" --curves _full_ --at 0.25 --first 10 --format json
evaluate a4nn.json "$PLATEAU_DATA/a4nn.csv.gz" --curves _full_ --tolerance $tolerances --format json
evaluate trade-off.svg "$PLATEAU_DATA/a4nn.csv.gz" --curves _full_ --tolerance 0.2,1,2.5,12 --format svg
evaluate searches.json "$PLATEAU_DATA"/*.csv.gz --tolerance $tolerances --format json

# All rows but those of the two published engines, as the target has it.
"$PYTHON" "$here/curves.py" > "$folder/thousand.csv"
rows=$("$PYTHON" -c 'import json, sys
print(",".join(dict.fromkeys(row["rule"] for row in json.load(open(sys.argv[1]))
    if row["rule"] not in ("penguin", "a4nn") and "@" not in row["rule"])))' "$folder/searches.json")
began=$(date +%s.%N)
evaluate thousand.json "$folder/thousand.csv" --format json --rules "$rows"
ended=$(date +%s.%N)
echo "$began $ended $(cut -d' ' -f1 /proc/loadavg)" > "$folder/thousand.time"

"$PYTHON" "$here/targets.py" "$folder" | tee "$folder/targets.md"
echo "Everything is in $folder" >&2
