package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void whatIsKnownIsNotComputedAgain() {
        Memory memory = new Memory(3);
        List<String> computed = new ArrayList<>();

        for (String key : List.of("a", "b", "a", "c", "b", "a")) {
            assertThat(remember(memory, key, computed)).isEqualTo("of " + key);
        }

        assertThat(computed).containsExactly("a", "b", "c");
    }

    @Test
    void whatWasNotAskedForLongestIsForgottenFirst() {
        Memory memory = new Memory(3);
        List<String> computed = new ArrayList<>();
        for (String key : List.of("a", "b", "c", "a", "d")) {
            remember(memory, key, computed);
        }
        computed.clear();

        for (String key : List.of("a", "c", "d", "b")) {
            remember(memory, key, computed);
        }

        assertThat(computed).containsExactly("b");
    }

    private static String remember(Memory memory, String key, List<String> computed) {
        return memory.remembered(key, () -> {
            computed.add(key);
            return "of " + key;
        });
    }

    @Test
    void aComputationMayRememberItsPartsInTheSameMemory() {
        Memory memory = new Memory(10);

        String whole = memory.remembered("whole", () -> memory.remembered("part", () -> "part") + " and more");

        assertThat(whole).isEqualTo("part and more");
    }

    @Test
    void threadsShareItWithoutHarm() {
        Memory memory = new Memory(16);

        List<Integer> answers = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> memory.remembered(i % 40, () -> 3 * (i % 40)))
                .toList();

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i)).isEqualTo(3 * (i % 40));
        }
    }

    @Test
    void aHistoryThatGrewKnowsWhatWasComputedOfItsTrainingsAndNotOfTheWhole() {
        FinishedTraining first = training(0);
        History before = History.none().plus(first);
        before.rememberedOf(first, "key", () -> "of the training");
        before.remembered("key", () -> "of the history");
        History after = before.plus(training(1));

        assertThat(after.rememberedOf(first, "key", () -> "again")).isEqualTo("of the training");
        assertThat(after.remembered("key", () -> "again")).isEqualTo("again");
        assertThat(before.remembered("key", () -> "again")).isEqualTo("of the history");
        // An equal training is another one, and another history knows nothing.
        assertThat(after.rememberedOf(training(0), "key", () -> "again")).isEqualTo("again");
        assertThat(new History(1, List.of(first)).rememberedOf(first, "key", () -> "again"))
                .isEqualTo("again");
    }

    @Test
    void aHistoryOfThousandsForgetsWhatItComputedOfTheOldest() {
        History history = History.none();
        FinishedTraining first = training(0);
        for (int i = 0; i < 2000; i++) {
            FinishedTraining training = i == 0 ? first : training(i);
            history = history.plus(training);
            for (int epoch = 0; epoch < 20; epoch++) {
                history.rememberedOf(training, epoch, () -> "snapshot");
                history.remembered(epoch, () -> "model");
            }
        }
        FinishedTraining last = history.trainings().get(1999);

        assertThat(history.rememberedOf(last, 19, () -> "again")).isEqualTo("snapshot");
        assertThat(history.rememberedOf(first, 0, () -> "again")).isEqualTo("again");
    }

    @Test
    void oneHistoryRemembersABoundedNumberOfThings() {
        History history = History.none();
        for (int i = 0; i < 5000; i++) {
            history.remembered(i, () -> "model");
        }

        assertThat(history.remembered(4999, () -> "again")).isEqualTo("model");
        assertThat(history.remembered(0, () -> "again")).isEqualTo("again");
    }

    private static FinishedTraining training(int number) {
        return new FinishedTraining("network-" + number, "data", Map.of(), true, Map.of());
    }
}
