package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.core.fitness.LearningCurve;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.engine.PlateauEngine;

/** Whatever was measured, a forecast is made, and it is sound or absent. */
class HostileTrainingsTest {
    private static final PlateauEngine ENGINE = new PlateauEngine(3, List.of());
    private static final double[] STRANGE = {
        0,
        -0.0,
        1,
        50,
        99.9,
        100,
        -5,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        1e300,
        -1e300,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        1e-300
    };

    @Test
    void strangeNumbersAnywhereAreNeverThrownAt() {
        long seed = 20_261_124;
        System.out.println("HostileTrainingsTest seed " + seed);
        Random random = new Random(seed);
        List<FitnessMeasure> measures = List.of(
                Families.ACCURACY,
                Families.LOSS,
                FitnessMeasure.named("val_r2"),
                FitnessMeasure.named("val_psnr"),
                FitnessMeasure.named("val_error"),
                FitnessMeasure.named("val_score"),
                new FitnessMeasure("penalty", Direction.MINIMIZE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        for (int round = 0; round < 250; round++) {
            FitnessMeasure fitness = measures.get(random.nextInt(measures.size()));
            double wildness = random.nextInt(3) == 0 ? 1 : 0.3 * random.nextDouble();
            List<FinishedTraining> trainings = new ArrayList<>();
            for (int i = random.nextInt(30); i >= 0; i--) {
                trainings.add(training(random, fitness, wildness, 1 + random.nextInt(12)));
            }
            FinishedTraining next = training(random, fitness, wildness, 1 + random.nextInt(12));
            Observation observation = new Observation(next.series(), fitness, 30, Optional.empty(), next.features());

            Forecast forecast = ENGINE.forecast(observation, Families.history(trainings));

            assertSound(forecast, fitness, "seed %d round %d %s".formatted(seed, round, fitness.name()));
            // Where the history has no finite answer, the curve alone speaks.
            assertThat(forecast.present()
                            || !ENGINE.forecast(observation, History.none()).present())
                    .as("seed %d round %d %s", seed, round, fitness.name())
                    .isTrue();
        }
    }

    private static void assertSound(Forecast forecast, FitnessMeasure fitness, String where) {
        assertThat(forecast.note()).as(where).isNotBlank();
        if (!forecast.present()) {
            return;
        }
        assertThat(forecast.value()).as(where).isBetween(fitness.lower(), fitness.upper());
        assertThat(forecast.novelty()).as(where).isPositive();
        Interval narrow = forecast.interval(0.8).orElseThrow();
        Interval wide = forecast.interval(0.95).orElseThrow();
        assertThat(forecast.value()).as(where).isBetween(narrow.lower(), narrow.upper());
        assertThat(narrow.lower()).as(where).isBetween(wide.lower(), narrow.upper());
        assertThat(narrow.upper()).as(where).isBetween(narrow.lower(), wide.upper());
    }

    private static FinishedTraining training(Random random, FitnessMeasure fitness, double wildness, int points) {
        Map<String, LearningCurve> series = new HashMap<>();
        series.put(fitness.name(), curve(random, wildness, points));
        if (random.nextInt(10) > 0) {
            series.put("train_loss", curve(random, wildness, 1 + random.nextInt(12)));
        }
        Map<String, Double> features = new HashMap<>();
        features.put("width", value(random, wildness));
        features.put("depth", value(random, wildness));
        return new FinishedTraining("n", "d", series, random.nextInt(8) > 0, features);
    }

    private static LearningCurve curve(Random random, double wildness, int points) {
        double[] epochs = new double[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            epochs[i] = i == 0 ? random.nextInt(2) : epochs[i - 1] + 0.01 + 2 * random.nextDouble();
            values[i] = value(random, wildness);
        }
        return LearningCurve.of(epochs, values);
    }

    private static double value(Random random, double wildness) {
        return random.nextDouble() < wildness
                ? STRANGE[random.nextInt(STRANGE.length)]
                : 50 + 10 * random.nextGaussian();
    }

    @Test
    void aTrainingThatWasMeasuredBeforeItBeganAloneIsNoEvidence() {
        Random random = new Random(3);
        List<FinishedTraining> trainings = new ArrayList<>(Families.SATURATING.trainings(random, 5));
        FinishedTraining next = Families.SATURATING.training(random, "next");
        Observation observation = Families.observed(next, Families.ACCURACY, 5);
        History sound = Families.history(trainings);
        trainings.add(
                2,
                Families.with(trainings.get(0), "val_accuracy", LearningCurve.of(new double[] {0}, new double[] {10})));

        assertThat(ENGINE.forecast(observation, Families.history(trainings)).value())
                .isEqualTo(ENGINE.forecast(observation, sound).value());
    }

    @Test
    void aTrainingThatWasNoNumberAtThisEpochTellsNothingOfOneThatIs() {
        Random random = new Random(4);
        for (FitnessMeasure fitness : List.of(Families.ACCURACY, Families.LOSS)) {
            List<FinishedTraining> trainings = new ArrayList<>(Families.STEPPED.trainings(random, 15));
            FinishedTraining next = Families.STEPPED.training(random, "next");
            Observation observation = Families.observed(next, fitness, 5);
            Forecast without = ENGINE.forecast(observation, Families.history(trainings));
            FinishedTraining late = Families.STEPPED.training(random, "late");
            double[] values = Families.truth(late, fitness).values();
            for (int i = 0; i < 10; i++) {
                values[i] = Double.NaN;
            }
            trainings.add(7, Families.with(late, fitness.name(), Families.curve(values)));

            Forecast with = ENGINE.forecast(observation, Families.history(trainings));

            assertSound(with, fitness, fitness.name());
            assertThat(with.value()).isEqualTo(without.value());
            assertThat(with.intervals()).isEqualTo(without.intervals());
        }
    }
}
