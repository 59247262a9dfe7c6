package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plateau.core.trail.Interval;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.engine.PlateauEngine;

/** What finished trainings of the same family are worth. */
class HistoryHelpsTest {
    private static final PlateauEngine ENGINE = new PlateauEngine(1, List.of());

    @ParameterizedTest
    @CsvSource({"STEPPED, 0.2", "DELAYED, 0.2", "SATURATING, 0.6"})
    void withTwentyFinishedTrainingsTheErrorIsFarSmaller(Families family, double most) {
        long seed = 20_261_124;
        Random random = new Random(seed);
        double alone = 0;
        double learnt = 0;
        for (int search = 0; search < 5; search++) {
            History history = Families.history(family.trainings(random, 20));
            for (int i = 0; i < 20; i++) {
                FinishedTraining next = family.training(random, "next");
                double truth = Families.truth(next, Families.ACCURACY).lastValue();
                Observation observation = Families.observed(next, Families.ACCURACY, 5);
                alone += Math.abs(ENGINE.forecast(observation, History.none()).value() - truth) / 100;
                learnt += Math.abs(ENGINE.forecast(observation, history).value() - truth) / 100;
            }
        }
        System.out.printf(
                "HistoryHelpsTest seed %d %s: error %.2f alone, %.2f with history%n", seed, family, alone, learnt);

        assertThat(learnt).isLessThan(most * alone);
    }

    @Test
    void moreFinishedTrainingsTellMore() {
        long seed = 20_261_124;
        Random random = new Random(seed);
        List<Double> errors = new ArrayList<>();
        for (int finished : new int[] {4, 40}) {
            double error = 0;
            for (int search = 0; search < 15; search++) {
                History history = Families.history(Families.STEPPED.trainings(random, finished));
                for (int i = 0; i < 10; i++) {
                    FinishedTraining next = Families.STEPPED.training(random, "next");
                    Observation observation = Families.observed(next, Families.ACCURACY, 3);
                    error += Math.abs(ENGINE.forecast(observation, history).value()
                                    - Families.truth(next, Families.ACCURACY).lastValue())
                            / 150;
                }
            }
            errors.add(error);
        }
        System.out.printf("HistoryHelpsTest seed %d: errors with 4 and 40 %s%n", seed, errors);

        assertThat(errors.get(1)).isLessThan(0.9 * errors.get(0));
    }

    @Test
    void overManySearchesTheIntervalHoldsItsShare() {
        // Always the same draws: a share of so many lies outside of these bounds by chance now and then.
        long seed = 20_261_124;
        Random random = new Random(seed);
        int held80 = 0;
        int held95 = 0;
        int count = 0;
        for (int search = 0; search < 90; search++) {
            Families family = List.of(Families.values()).get(search % 3);
            History history = Families.history(family.trainings(random, 12 + 4 * (search % 7)));
            double epoch = 3 + search % 10;
            for (int i = 0; i < 25; i++) {
                FinishedTraining next = family.training(random, "next");
                double truth = Families.truth(next, Families.ACCURACY).lastValue();
                Forecast forecast = ENGINE.forecast(Families.observed(next, Families.ACCURACY, epoch), history);
                held80 += holds(forecast, 0.8, truth);
                held95 += holds(forecast, 0.95, truth);
                count++;
            }
        }
        double share80 = held80 / (double) count;
        double share95 = held95 / (double) count;
        System.out.printf("HistoryHelpsTest seed %d: %.3f and %.3f held%n", seed, share80, share95);

        assertThat(share80).isBetween(0.75, 0.85);
        assertThat(share95).isBetween(0.91, 0.98);
    }

    private static int holds(Forecast forecast, double level, double truth) {
        Interval interval = forecast.interval(level).orElseThrow();
        return truth >= interval.lower() && truth <= interval.upper() ? 1 : 0;
    }
}
