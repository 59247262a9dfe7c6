package org.plateau.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.function.FunctionIndex;
import org.plateau.prediction.sweep.Sweep;
import org.plateau.prediction.sweep.SweepSettings;
import org.plateau.prediction.sweep.SweptFits;

/**
 * Fits the whole index to a curve and to its best-so-far, with what every function said at the earlier epochs. Each
 * invocation takes another curve, and nothing is kept from one to the next.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 8, time = 1)
public class SweepSpeed {
    @Param({"25", "200"})
    int points;

    /** A file of recorded curves whose accuracies are taken, or nothing for generated ones. */
    @Param("")
    String file = "";

    private final Sweep sweep = Sweep.of(FunctionIndex.standard(), SweepSettings.standard());
    private List<LearningCurve> curves = List.of();
    private int next;

    @Setup
    public void curves() {
        curves = NoisyCurves.of(points, file);
    }

    @Benchmark
    public SweptFits wholeIndex() {
        next = next + 1 < curves.size() ? next + 1 : 0;
        return sweep.fit(curves.get(next), Direction.MAXIMIZE, 2 * points);
    }
}
