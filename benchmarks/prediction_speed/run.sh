#!/bin/sh
# Times the forecast with the whole index from curves of 25 and 200 points alone, and the sweep in it (JMH, with the memory
# that each one allocates), and in the same run SciPy's fit of the single function a - b^(c-x) to the same curves, as A4NN
# and as PENGUIN called it; prints the ratios. Then the engine's forecast with 0, 100 and 100,000 finished trainings.
#
# PYTHON          a Python with SciPy                                   (python3)
# CORE            number of the CPU that all are bound to, or "" for none    (1)
# PLATEAU_DATA    folder of recorded curves: those of a4nn.csv.gz are timed too    (none)
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
PYTHON=${PYTHON:-python3} CORE=${CORE-1}
recorded=${PLATEAU_DATA:+$(cd "$PLATEAU_DATA" && pwd -P)/a4nn.csv.gz}
"$here/../training_speed/classpath.sh"
classpath=$(cat "$here/../target/run.classpath")
bound=${CORE:+taskset -c $CORE}
results=$(mktemp -d)
trap 'rm -r "$results"' EXIT
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

scipy=yes
"$PYTHON" -c 'import scipy' 2> /dev/null || {
    scipy=
    echo "There is no SciPy in $PYTHON, so nothing is compared: set PYTHON to a Python that has it." >&2
}

# Name, points, perhaps a file of curves.
measure() {
    java -cp "$classpath" org.plateau.benchmarks.NoisyCurves "$2" ${3:+"$3"} > "$results/$1.csv"
    $bound java -cp "$classpath" org.openjdk.jmh.Main \
        'org.plateau.benchmarks.(ForecastSpeed|SweepSpeed)' -p points="$2" -p file="${3:-}" \
        -prof gc -rf json -rff "$results/$1.json" > "$results/jmh.txt" || { cat "$results/jmh.txt" >&2; exit 1; }
    ${scipy:+$bound "$PYTHON" "$here/scipy_fit.py" "$results/$1.csv"} > "$results/$1.scipy"
}

echo "load $(cut -d' ' -f1 /proc/loadavg)" >&2
measure generated-25 25
measure generated-200 200
${recorded:+measure recorded-25 25 "$recorded"}
"$PYTHON" "$here/ratios.py" "$results"
$bound java -cp "$classpath" org.openjdk.jmh.Main org.plateau.benchmarks.HistorySpeed -prof gc -rf json \
    -rff "$results/history.jmh" > "$results/jmh.txt" || { cat "$results/jmh.txt" >&2; exit 1; }
"$PYTHON" "$here/history.py" "$results/history.jmh"
