package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plateau.prediction.FinishedTraining;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Observation;
import org.plateau.prediction.engine.PlateauEngine;

/** What a history remembers changes no answer. */
class ReuseTest {
    private static final PlateauEngine ENGINE = new PlateauEngine(2, List.of());

    @Test
    void aHistoryThatRemembersAnswersLikeAFreshOneOfCopies() {
        Random random = seeded();
        History growing = History.none();
        List<FinishedTraining> trainings = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            FinishedTraining training = Families.STEPPED.training(random, "network-" + i);
            if (i % 7 == 0 || i > 78) {
                Observation observation = Families.observed(training, Families.ACCURACY, 4 + i % 2);
                Forecast remembering = ENGINE.forecast(observation, growing);
                History fresh = new History(
                        growing.version(),
                        trainings.stream().map(ReuseTest::copy).toList());

                assertThat(new PlateauEngine(2, List.of()).forecast(observation, fresh))
                        .as("%d trainings", i)
                        .isEqualTo(remembering);
                assertThat(ENGINE.forecast(observation, growing)).isEqualTo(remembering);
            }
            growing = growing.plus(training);
            trainings.add(training);
        }
    }

    private static FinishedTraining copy(FinishedTraining training) {
        return new FinishedTraining(
                training.network(), training.dataset(), training.series(), training.complete(), training.features());
    }

    @Test
    void historiesThatGrewApartDoNotAnswerForEachOther() {
        Random random = seeded();
        for (int count : new int[] {4, 11, 15, 31}) {
            List<FinishedTraining> common = Families.STEPPED.trainings(random, count);
            History stem = Families.history(common);
            FinishedTraining last = Families.STEPPED.training(random, "last");
            Observation observation = Families.observed(last, Families.ACCURACY, 5);
            ENGINE.forecast(observation, stem);
            for (Families family : Families.values()) {
                List<FinishedTraining> others = new ArrayList<>(common);
                History branch = stem;
                for (int i = 0; i < 4; i++) {
                    FinishedTraining other = family.training(random, "other");
                    branch = branch.plus(other);
                    others.add(other);
                }

                assertThat(ENGINE.forecast(observation, branch))
                        .as("%d and 4 %s", count, family)
                        .isEqualTo(ENGINE.forecast(observation, new History(branch.version(), others)));
            }
        }
    }

    @Test
    void threadsThatShareAHistoryGetTheSameAnswers() {
        Random random = seeded();
        List<FinishedTraining> trainings = Families.DELAYED.trainings(random, 20);
        List<Observation> observations = IntStream.range(0, 40)
                .mapToObj(i -> Families.observed(
                        Families.DELAYED.training(random, "next"),
                        i % 2 == 0 ? Families.ACCURACY : Families.LOSS,
                        2 + i % 5))
                .toList();
        History alone = Families.history(trainings);
        List<Forecast> expected = observations.stream()
                .map(observation -> ENGINE.forecast(observation, alone))
                .toList();
        for (int round = 0; round < 3; round++) {
            History shared = Families.history(trainings);

            List<Forecast> forecasts = IntStream.range(0, 400)
                    .parallel()
                    .mapToObj(i -> ENGINE.forecast(observations.get(i % 40), shared))
                    .toList();

            for (int i = 0; i < forecasts.size(); i++) {
                assertThat(forecasts.get(i)).isEqualTo(expected.get(i % 40));
            }
        }
    }

    @Test
    void anotherEngineDoesNotGetTheAnswersOfThisOne() {
        Random random = seeded();
        History history = Families.history(Families.SATURATING.trainings(random, 12));
        Observation observation = Families.observed(Families.SATURATING.training(random, "next"), Families.ACCURACY, 6);
        PlateauEngine longer = new PlateauEngine(5, List.of());

        assertThat(ENGINE.forecast(observation, history).track()).hasSize(2);
        assertThat(longer.forecast(observation, history).track()).hasSize(5);
        assertThat(longer.forecast(observation, history).value())
                .isEqualTo(ENGINE.forecast(observation, history).value());
    }

    @Test
    void aHistoryDoesNotKeepThoseThatItGrewFromNorTheirModels() {
        Random random = seeded();
        List<WeakReference<History>> old = new ArrayList<>();
        History growing = Families.history(Families.SATURATING.trainings(random, 5));
        for (int i = 0; i < 20; i++) {
            FinishedTraining training = Families.SATURATING.training(random, "network-" + i);
            ENGINE.forecast(Families.observed(training, Families.ACCURACY, 4), growing);
            old.add(new WeakReference<>(growing));
            growing = growing.plus(training);
        }

        for (int i = 0; i < 100 && old.stream().anyMatch(one -> one.get() != null); i++) {
            System.gc();
        }

        assertThat(growing.trainings()).hasSize(25);
        assertThat(old).allSatisfy(one -> assertThat(one.get()).isNull());
    }

    @Test
    void theKeyOfTrainingsIsTheObjectsInTheirOrder() {
        FinishedTraining one = new FinishedTraining("one", "d", Map.of(), true, Map.of());
        FinishedTraining other = new FinishedTraining("other", "d", Map.of(), true, Map.of());
        List<FinishedTraining> both = new ArrayList<>(List.of(one, other));
        SameTrainings same = new SameTrainings(both);
        Collections.reverse(both);

        assertThat(same).isEqualTo(new SameTrainings(List.of(one, other)));
        assertThat(same).hasSameHashCodeAs(new SameTrainings(List.of(one, other)));
        assertThat(same)
                .isNotEqualTo(new SameTrainings(both))
                .isNotEqualTo(new SameTrainings(List.of(one)))
                .isNotEqualTo(new SameTrainings(List.of(one, copy(other))));
    }

    private static Random seeded() {
        long seed = 20_261_124;
        System.out.println("ReuseTest seed " + seed);
        return new Random(seed);
    }
}
