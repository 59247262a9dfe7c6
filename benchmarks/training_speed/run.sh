#!/bin/sh
# Trains the same network in Plateau and in Python's PyTorch, in turns, and prints the ratios of their times.
#
# PYTHON    a Python with torch 2.7.1                            (python3)
# ROUNDS    alternated rounds, of which the median counts         (5)
# CORE      number of the CPU that both are bound to, or "" for none    (1)
# LAYOUT    memory layout and ReLU of the Python side             (channels_last inplace, as Plateau has it)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
PYTHON=${PYTHON:-python3} ROUNDS=${ROUNDS:-5} CORE=${CORE-1} LAYOUT=${LAYOUT:-channels_last inplace}
"$here/classpath.sh"
classpath=$(cat "$here/../target/run.classpath")

# What PyTorchProcess gives to workers; the Python side gets the same environment.
export MALLOC_MMAP_THRESHOLD_=4000000000 MALLOC_TRIM_THRESHOLD_=8000000000 MALLOC_TOP_PAD_=67108864 MALLOC_ARENA_MAX=1 OMP_NUM_THREADS=1
options="-Dai.djl.offline=true -DOPT_OUT_TRACKING=true -Dai.djl.pytorch.num_threads=1
    -Dai.djl.pytorch.num_interop_threads=1 -Dai.djl.pytorch.graph_optimizer=false -XX:+UseSerialGC
    -Xms32m -Xmn16m -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000
    -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -Dlogback.configurationFile=$here/logback.xml"
bound=${CORE:+taskset -c $CORE}

# Batch size, training images, validation images, epochs, side, channels.
compare() {
    echo "batch $1, $2 + $3 images of $5×$5, $6 channels; load $(cut -d' ' -f1 /proc/loadavg)"
    round=0
    while [ "$round" -lt "$ROUNDS" ]; do
        $bound java $options -cp "$classpath" org.plateau.benchmarks.TrainingSpeed "$@"
        $bound "$PYTHON" "$here/train.py" "$@" $LAYOUT
        round=$((round + 1))
    done | "$PYTHON" "$here/ratios.py"
}

compare 32 256 64 4 64 24
compare 128 256 128 4 64 24
compare 32 640 320 6 32 8
