package org.plateau.prediction.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchScoreTest {
    @Test
    void figuresAreWhatTheirDefinitionsSay() {
        long seed = System.nanoTime();
        System.out.println("SearchScoreTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int size = 10 + random.nextInt(30);
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                double truth = random.nextInt(20);
                boolean stopped = random.nextBoolean();
                double recorded = stopped ? random.nextInt(20) : truth;
                outcomes.add(
                        new Outcome(stopped ? random.nextInt(9) : 10, 10, recorded, truth, stopped, Optional.empty()));
            }

            SearchScore score = SearchScore.of(new Replayed(outcomes, false, 1));

            List<Outcome> byRecord = outcomes.stream()
                    .sorted(Comparator.comparingDouble(Outcome::recorded).reversed())
                    .toList();
            double best = outcomes.stream().mapToDouble(Outcome::truth).max().orElseThrow();
            assertThat(score.regret1()).isEqualTo(best - byRecord.get(0).truth());
            assertThat(score.regret5()).isEqualTo(best - highest(byRecord.subList(0, 5)));
            assertThat(score.regret10()).isEqualTo(best - highest(byRecord.subList(0, 10)));
            double tenth = outcomes.stream()
                    .map(Outcome::truth)
                    .sorted(Comparator.reverseOrder())
                    .toList()
                    .get(9);
            assertThat(score.recall10())
                    .isCloseTo(
                            byRecord.subList(0, 10).stream()
                                            .filter(one -> one.truth() >= tenth)
                                            .count()
                                    / 10.0,
                            within(1e-12));
            List<Outcome> stopped = outcomes.stream().filter(Outcome::stopped).toList();
            assertThat(score.terminated()).isEqualTo(stopped.size());
            assertThat(score.saved())
                    .isCloseTo(1 - outcomes.stream().mapToDouble(Outcome::spent).sum() / (10.0 * size), within(1e-12));
            assertThat(score.maeAll()).isCloseTo(meanError(outcomes), within(1e-12));
            if (!stopped.isEmpty()) {
                assertThat(score.mae()).isCloseTo(meanError(stopped), within(1e-12));
            }
        }
    }

    private static double highest(List<Outcome> outcomes) {
        return outcomes.stream().mapToDouble(Outcome::truth).max().orElseThrow();
    }

    private static double meanError(List<Outcome> outcomes) {
        return outcomes.stream()
                .mapToDouble(one -> Math.abs(one.recorded() - one.truth()))
                .average()
                .orElseThrow();
    }

    @Test
    void amongEqualRecordsTheFirstToArriveIsReported() {
        List<Outcome> outcomes = IntStream.range(0, 3)
                .mapToObj(i -> new Outcome(1, 10, 50, 10 * i, true, Optional.empty()))
                .toList();

        assertThat(SearchScore.of(new Replayed(outcomes, false, 0)).regret1()).isEqualTo(20);
    }
}
