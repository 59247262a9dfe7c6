package org.plateau.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
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
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.engine.PlateauEngine;
import org.plateau.prediction.function.FunctionIndex;

/**
 * The engine's forecasts at a quarter of 25 epochs with finished trainings to learn from, each with its training accuracy
 * and two numbers of its network; and the first forecast after one more has finished, which learns anew.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 8, time = 1)
public class HistorySpeed {
    private static final int EPOCHS = 25;
    private static final int SEEN = 6;
    private static final int RUNNING = 64;

    @Param({"0", "100", "100000"})
    int finished;

    private final FitnessMeasure accuracy = FitnessMeasure.named("val_accuracy");
    private final PlateauEngine engine = new PlateauEngine(1, FunctionIndex.standard());
    private final SplittableRandom random = new SplittableRandom(20261124);
    private final List<Observation> running = new ArrayList<>();
    private History history = History.none();
    private int next;

    @Setup
    public void trainings() {
        for (int i = 0; i < finished; i++) {
            history = history.plus(training(i));
        }
        for (int i = 0; i < RUNNING; i++) {
            FinishedTraining whole = training(-i);
            running.add(
                    new Observation(whole.series(), accuracy, EPOCHS, Optional.empty(), whole.features()).upTo(SEEN));
        }
    }

    private FinishedTraining training(int id) {
        double end = 90 + 10 * random.nextDouble();
        double pace = 0.05 + random.nextDouble();
        LearningCurve validation = LearningCurve.empty();
        LearningCurve training = LearningCurve.empty();
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            double value = end - 40 * Math.exp(-pace * epoch);
            validation = validation.plus(epoch, Math.min(100, value + 2 * random.nextDouble() - 1));
            training = training.plus(epoch, Math.min(100, value + 0.5 * random.nextDouble()));
        }
        return new FinishedTraining(
                "network-" + id,
                "generated",
                Map.of("val_accuracy", validation, "train_accuracy", training),
                true,
                Map.of("depth", (double) random.nextInt(1, 20), "parameters", 1e6 * random.nextDouble()));
    }

    /** With a history that has been learned from before. */
    @Benchmark
    public Forecast forecast() {
        next = (next + 1) % RUNNING;
        return engine.forecast(running.get(next), history);
    }

    /** With one more finished training than before. */
    @Benchmark
    public Forecast firstForecastOfAGrownHistory() {
        next = (next + 1) % RUNNING;
        history = finished == 0 ? history : history.plus(history.trainings().get(next % finished));
        return engine.forecast(running.get(next), history);
    }
}
