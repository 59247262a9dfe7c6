package org.plateau.prediction.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.training.Schedule;
import org.plateau.formats.curves.CurveFile;
import org.plateau.formats.curves.RecordedCurves;
import org.plateau.prediction.Engines;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Prediction;
import org.plateau.prediction.PredictionSettings;
import org.plateau.prediction.Rule;
import org.plateau.prediction.Shared;
import org.plateau.prediction.Verdict;
import org.plateau.prediction.function.FunctionIndex;

class BeforeTheRateFallsTest {
    private static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    private static final Schedule STEP = new Schedule.Step(List.of(20), 0.1);
    private static final Schedule COSINE = new Schedule.Cosine(0);

    /** Nears 50 from the beginning, and 80 after epoch 20. */
    private static final LearningCurve STEPPED = drawn(10, 40, 0.6, 20, 0.75);

    private static LearningCurve drawn(double... parameters) {
        double[] epochs = IntStream.rangeClosed(1, 40).asDoubleStream().toArray();
        return LearningCurve.of(
                epochs,
                Arrays.stream(epochs)
                        .map(x -> FunctionIndex.standard()
                                .named("stepped-exponential")
                                .value(parameters, x))
                        .toArray());
    }

    private static Observation observation(LearningCurve curve, Schedule schedule, double horizon) {
        return new Observation(Map.of("val_accuracy", curve), ACCURACY, horizon, Optional.of(schedule), Map.of());
    }

    /** The epoch of the first stop, and what was told. */
    private record Stopped(OptionalDouble epoch, double fitness, List<String> reasons) {}

    private static Stopped replay(Prediction prediction, LearningCurve curve, Schedule schedule) {
        List<String> reasons = new ArrayList<>();
        double horizon = curve.lastEpoch();
        for (int size = 1; size < curve.size(); size++) {
            Observation observation = observation(curve.first(size), schedule, horizon);
            Forecast forecast = prediction.forecast(observation, History.none());
            Verdict verdict = prediction.judge(observation, forecast, Peers.none());
            reasons.add(verdict.reason());
            if (verdict instanceof Verdict.Stop stop) {
                return new Stopped(
                        OptionalDouble.of(observation.epoch()),
                        stop.fitness().orElseThrow().value(),
                        reasons);
            }
        }
        return new Stopped(OptionalDouble.empty(), curve.lastValue(), reasons);
    }

    @Test
    void convergenceIsNotBelievedBeforeAKnownStep() {
        Prediction plateau = Prediction.of(new PredictionSettings(Engines.PLATEAU, List.of(new Converged(4, 0.5, 5))));

        Stopped unaware = replay(plateau, STEPPED, new Schedule.Constant());
        Stopped aware = replay(plateau, STEPPED, STEP);

        assertThat(unaware.epoch().orElseThrow()).isLessThan(20);
        assertThat(unaware.fitness()).isLessThan(60);
        assertThat(aware.reasons()).contains("The learning rate falls at epoch 20");
        assertThat(aware.epoch().orElseThrow()).isBetween(24.0, 39.0);
        assertThat(Math.abs(aware.fitness() - STEPPED.lastValue()))
                .isLessThan(Math.abs(unaware.fitness() - STEPPED.lastValue()) / 2);
    }

    @Test
    void forecastsMadeBeforeAStepDoNotCountAfterIt() {
        Rule rule = new BeforeTheRateFalls(new Converged(2, 5, 0));
        Observation after = observation(STEPPED.upTo(22), STEP, 40);

        assertThat(rule.judge(after, forecast(after, 0, 20, 21), Peers.none()).reason())
                .isEqualTo("The learning rate fell at epoch 20, after the first of the last 2 forecasts");
        assertThat(rule.judge(after, forecast(after, 0, 21, 22), Peers.none())).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void thePublishedPresetsStopWhereTheyWerePublishedToStop() {
        for (String preset : List.of("penguin", "a4nn")) {
            Prediction published = Prediction.of(PredictionSettings.preset(preset));

            assertThat(replay(published, STEPPED, STEP)).isEqualTo(replay(published, STEPPED, new Schedule.Constant()));
        }
    }

    @Test
    void underACosineNothingConvergesInTheFirstHalfUnlessFinishedTrainingsShowHowItEnds() {
        Rule rule = new BeforeTheRateFalls(new Converged(2, 5, 0));
        Observation early = observation(STEPPED.upTo(19), COSINE, 40);
        Observation late = observation(STEPPED.upTo(20), COSINE, 40);

        assertThat(rule.judge(early, forecast(early, 0, 18, 19), Peers.none()).reason())
                .contains("rise late under a cosine");
        assertThat(rule.judge(early, forecast(early, 7, 18, 19), Peers.none())).isInstanceOf(Verdict.Stop.class);
        assertThat(rule.judge(late, forecast(late, 0, 19, 20), Peers.none())).isInstanceOf(Verdict.Stop.class);
    }

    private static Forecast forecast(Observation observation, long history, double first, double second) {
        return new Forecast(
                observation.epoch(),
                observation.horizon(),
                60,
                60,
                List.of(),
                List.of(),
                "test",
                List.of(new Forecast.Past(first, 60), new Forecast.Past(second, 60)),
                history,
                history == 0 ? Double.POSITIVE_INFINITY : 1,
                "given");
    }

    @Test
    void patienceAndNeverLearnsWaitForAStepToo() {
        LearningCurve flat = drawn(10, 0, 1, 1, 1);
        for (Rule rule : List.of(new Patience(5, 0), new NeverLearns(0.25, 2))) {
            Observation before = observation(flat.upTo(20), STEP, 40);
            Observation after = observation(flat.upTo(21), STEP, 40);
            Forecast none = Forecast.none(before, History.none(), "none", "");

            assertThat(rule.judge(before, none, Peers.none()).reason())
                    .isEqualTo("The learning rate falls at epoch 20");
            assertThat(rule.judge(after, none, Peers.none())).isInstanceOf(Verdict.Stop.class);
        }
    }

    /** GluonCV's residual networks on CIFAR-10, whose published scripts lower the rate at epochs 100 and 150 of 200. */
    @Test
    void recordedNetworksThatLowerTheirRateAreToldBetterWhenTheirScheduleIsKnown() {
        Prediction plateau = Prediction.of(PredictionSettings.plateau());
        Schedule schedule = new Schedule.Step(List.of(100, 150), 0.1);
        double unaware = 0;
        double aware = 0;
        int networks = 0;
        for (RecordedCurves network :
                CurveFile.read(Shared.folder().resolve("curves").resolve("gluon.csv.gz"))) {
            LearningCurve curve = network.series().getOrDefault("val_accuracy", LearningCurve.empty());
            if (!network.id().contains("/cifar_resnet") || curve.isEmpty() || curve.lastEpoch() != 200) {
                continue;
            }
            networks++;
            Stopped known = replay(plateau, curve, schedule);
            Stopped unknown = replay(plateau, curve, new Schedule.Constant());
            aware += Math.abs(known.fitness() - curve.lastValue());
            unaware += Math.abs(unknown.fitness() - curve.lastValue());
            System.out.printf("%s: unaware %s, aware %s%n", network.id(), unknown.epoch(), known.epoch());
            assertThat(known.epoch().orElse(200)).isGreaterThan(150);
        }
        System.out.printf(
                "%d networks with steps: mean error %.2f points without their schedule, %.2f with it%n",
                networks, unaware / networks, aware / networks);
        assertThat(networks).isGreaterThanOrEqualTo(3);
        assertThat(aware).isLessThan(unaware / 2);
    }
}
