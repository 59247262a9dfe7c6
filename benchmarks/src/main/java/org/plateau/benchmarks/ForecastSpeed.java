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
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.curve.CurveForecast;
import org.plateau.prediction.curve.CurveForecaster;
import org.plateau.prediction.curve.CurveSettings;
import org.plateau.prediction.function.FunctionIndex;

/** The whole forecast from a curve alone, of the curves of {@link SweepSpeed}, with the track that the default rules want. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 8, time = 1)
public class ForecastSpeed {
    private static final int MEMORY = 1;

    @Param({"25", "200"})
    int points;

    /** A file of recorded curves whose accuracies are taken, or nothing for generated ones. */
    @Param("")
    String file = "";

    private final FitnessMeasure accuracy = FitnessMeasure.named("val_accuracy");
    private final CurveForecaster forecaster = CurveForecaster.of(
            FunctionIndex.standard(), CurveSettings.standard().remembering(MEMORY));
    private List<LearningCurve> curves = List.of();
    private int next;

    @Setup
    public void curves() {
        curves = NoisyCurves.of(points, file);
    }

    @Benchmark
    public CurveForecast wholeForecast() {
        next = next + 1 < curves.size() ? next + 1 : 0;
        return forecaster.forecast(curves.get(next), accuracy, 2 * points);
    }
}
