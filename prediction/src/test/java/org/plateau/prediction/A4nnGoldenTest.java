package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.prediction.Shared.RecordedEpoch;
import org.plateau.prediction.rule.Converged;

/** A4NN's published runs: what its engine predicted and decided live, horizon 25. */
class A4nnGoldenTest {
    private static final List<String> FILES = List.of("full_1e14", "full_1e15", "stopping_1e14", "stopping_1e15");
    private static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    private static final double HORIZON = 25;

    @ParameterizedTest
    @ValueSource(strings = {"full_1e14", "full_1e15", "stopping_1e14", "stopping_1e15"})
    void theRuleOnRecordedPredictionsDecidesAsRecordedOnEveryRow(String name) throws IOException {
        for (Map.Entry<String, List<RecordedEpoch>> network : Shared.a4nn(name).entrySet()) {
            List<Forecast.Past> track = new ArrayList<>();
            for (RecordedEpoch epoch : network.getValue()) {
                track.add(new Forecast.Past(epoch.index() + 1, epoch.prediction()));
                Observation observation = observed(network.getValue(), epoch.index() + 1);
                Forecast forecast = new Forecast(
                        observation.epoch(),
                        HORIZON,
                        epoch.prediction(),
                        List.of(),
                        List.of(),
                        "recorded",
                        track,
                        0,
                        "");

                Verdict verdict = Converged.published().judge(observation, forecast, Peers.none());

                assertThat(verdict instanceof Verdict.Stop)
                        .as("network %s of %s at index %d", network.getKey(), name, epoch.index())
                        .isEqualTo(epoch.converged());
            }
        }
    }

    @Test
    void thePresetRepeatsThePredictionsAndStopsButNotTheFailures() throws IOException {
        Prediction a4nn = Prediction.of(PredictionSettings.preset("a4nn"));
        int rows = 0;
        int close = 0;
        int unfinished = 0;
        int networks = 0;
        int sameStop = 0;
        List<String> others = new ArrayList<>();
        for (String name : FILES) {
            for (Map.Entry<String, List<RecordedEpoch>> network :
                    Shared.a4nn(name).entrySet()) {
                OptionalInt stop = OptionalInt.empty();
                OptionalInt recordedStop = OptionalInt.empty();
                for (RecordedEpoch epoch : network.getValue()) {
                    Observation observation = observed(network.getValue(), epoch.index() + 1);
                    Forecast forecast = a4nn.forecast(observation, History.none());
                    if (stop.isEmpty() && a4nn.judge(observation, forecast, Peers.none()) instanceof Verdict.Stop) {
                        stop = OptionalInt.of(epoch.index());
                    }
                    if (recordedStop.isEmpty() && epoch.converged()) {
                        recordedStop = OptionalInt.of(epoch.index());
                    }
                    if (Double.isFinite(epoch.prediction())) {
                        rows++;
                        if (Math.abs(forecast.value() - epoch.prediction()) < 0.01) {
                            close++;
                        } else {
                            others.add("%s network %s index %d: recorded %.3f, exact %.3f"
                                    .formatted(
                                            name,
                                            network.getKey(),
                                            epoch.index(),
                                            epoch.prediction(),
                                            forecast.value()));
                        }
                    } else if (epoch.index() >= 3) {
                        unfinished++;
                    }
                }
                networks++;
                sameStop += stop.equals(recordedStop) ? 1 : 0;
            }
        }
        System.out.printf(
                "A4NN refitted: %d of %d finite predictions within 0.01 (%.1f %%), same stop on %d of %d networks (%.1f %%)%n",
                close, rows, 100.0 * close / rows, sameStop, networks, 100.0 * sameStop / networks);
        System.out.printf("Recorded as +inf because the published search gave up: %d rows%n", unfinished);
        System.out.println("Recorded away from the optimum, not imitated:");
        others.forEach(System.out::println);
        assertThat(close / (double) rows).isGreaterThanOrEqualTo(0.95);
        assertThat(sameStop / (double) networks).isGreaterThanOrEqualTo(0.90);
    }

    private static Observation observed(List<RecordedEpoch> epochs, int size) {
        double[] completed = new double[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            completed[i] = epochs.get(i).index() + 1;
            values[i] = epochs.get(i).accuracy();
        }
        return Observation.of(ACCURACY, LearningCurve.of(completed, values), HORIZON);
    }
}
