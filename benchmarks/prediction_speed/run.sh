#!/bin/sh
# Times the sweep of the whole index over curves of 25 and 200 points (JMH, with the memory that each one allocates), and
# in the same run SciPy's fit of the single function a - b^(c-x) to the same curves; prints the ratio.
#
# PYTHON    a Python with SciPy                                  (python3)
# CORE      number of the CPU that all are bound to, or "" for none    (1)
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
PYTHON=${PYTHON:-python3} CORE=${CORE-1}
"$here/../training_speed/classpath.sh"
classpath=$(cat "$here/../target/run.classpath")
bound=${CORE:+taskset -c $CORE}
results=$(mktemp -d)
trap 'rm -r "$results"' EXIT
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

for points in 25 200; do
    java -cp "$classpath" org.plateau.benchmarks.NoisyCurves "$points" > "$results/$points.csv"
done
echo "load $(cut -d' ' -f1 /proc/loadavg)" >&2
$bound java -cp "$classpath" org.openjdk.jmh.Main org.plateau.benchmarks.SweepSpeed -jvm "$(command -v java)" \
    -prof gc -rf json -rff "$results/sweep.json" > "$results/jmh.txt" || { cat "$results/jmh.txt" >&2; exit 1; }
if "$PYTHON" -c 'import scipy' 2> /dev/null; then
    for points in 25 200; do
        $bound "$PYTHON" "$here/scipy_fit.py" "$results/$points.csv" > "$results/scipy-$points.json"
    done
else
    echo "There is no SciPy in $PYTHON, so nothing is compared: set PYTHON to a Python that has it." >&2
fi
"$PYTHON" "$here/ratios.py" "$results"
