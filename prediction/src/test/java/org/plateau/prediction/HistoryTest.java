package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryTest {
    @Test
    void historiesThatGrowFromEachOtherAreWhatCopiedListsAre() {
        long seed = System.nanoTime();
        System.out.println("HistoryTest seed " + seed);
        Random random = new Random(seed);
        List<History> histories = new ArrayList<>(List.of(History.none()));
        List<List<FinishedTraining>> copies = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < 2000; i++) {
            // Any of the last ones is extended, so that many share a beginning.
            int from = histories.size() - 1 - random.nextInt(Math.min(histories.size(), 4));
            FinishedTraining training = training(i);
            histories.add(histories.get(from).plus(training));
            List<FinishedTraining> copy = new ArrayList<>(copies.get(from));
            copy.add(training);
            copies.add(copy);
        }
        for (int i = 0; i < histories.size(); i++) {
            assertThat(histories.get(i).trainings()).isEqualTo(copies.get(i));
            assertThat(histories.get(i).version()).isEqualTo(copies.get(i).size());
        }
    }

    @Test
    void threadsMayExtendTheSameHistory() {
        History start = new History(3, List.of(training(0), training(1), training(2)));

        List<History> extended = IntStream.range(0, 1000)
                .parallel()
                .mapToObj(i -> start.plus(training(i)).plus(training(-i)))
                .toList();

        for (int i = 0; i < extended.size(); i++) {
            assertThat(extended.get(i).trainings())
                    .containsExactly(training(0), training(1), training(2), training(i), training(-i));
        }
        assertThat(start.trainings()).hasSize(3);
    }

    @Test
    void withoutANetworkTheOthersStayInTheirOrder() {
        History history = new History(9, List.of(training(0), training(1), training(0), training(2)));

        History others = history.without(training(0).network());

        assertThat(others.trainings()).containsExactly(training(1), training(2));
        assertThat(others.version()).isEqualTo(2);
        assertThat(history.trainings()).hasSize(4);
        assertThat(others.rememberedOf(history.trainings().get(1), "key", () -> "first"))
                .isEqualTo(history.rememberedOf(history.trainings().get(1), "key", () -> "second"));
    }

    @Test
    void itCannotBeChangedFromOutside() {
        List<FinishedTraining> given = new ArrayList<>(List.of(training(0)));
        History history = new History(1, given);
        given.add(training(1));

        assertThat(history.trainings()).containsExactly(training(0));
        assertThatThrownBy(() -> history.trainings().add(training(2)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> history.trainings().get(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static FinishedTraining training(int number) {
        return new FinishedTraining("network-" + number, "data", Map.of(), true, Map.of());
    }
}
