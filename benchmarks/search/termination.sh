#!/bin/sh
# The diffraction example with prediction and without, one run each, in a fresh folder; prints both beside each other, with
# the CPU that is not training, and draws the picture of the run with prediction.
#   benchmarks/search/termination.sh [FOLDER] [CONFIG.yaml]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
folder=${1:-$(mktemp -d)}
configuration=$(readlink -f "${2:-$root/examples/diffraction.yaml}")
classpath=$("$root/benchmarks/classpath.sh")
mkdir -p "$folder"
cd "$folder"

sed 's/^termination:.*/termination: none/' "$configuration" > full.yaml
grep -q '^termination: none' full.yaml || printf '\ntermination: none\n' >> full.yaml
cp "$configuration" predicted.yaml
"$root/bin/plateau" data describe predicted.yaml > dataset.txt

for kind in predicted full; do
  "$root/bin/plateau" search "$kind.yaml" --output "runs/$kind" --commons commons.db > "$kind.txt"
done

java -cp "$classpath" org.plateau.benchmarks.SearchComparison runs/predicted runs/full
java -cp "$classpath" org.plateau.benchmarks.SearchPicture runs/predicted search.svg
java -cp "$classpath" org.plateau.benchmarks.SearchPicture runs/predicted search-dark.svg dark
printf '\nRuns, outputs and pictures are in %s\n' "$folder"
