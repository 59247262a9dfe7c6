package org.plateau.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Direction;
import org.plateau.prediction.Finalists.Candidate;

class FinalistsTest {
    private static final Finalists ALL = new Finalists(0, 1);

    @Test
    void theNextIsTheOneWithTheGreatestExpectedImprovementByIntegration() {
        long seed = System.nanoTime();
        System.out.println("FinalistsTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Direction direction = round % 2 == 0 ? Direction.MAXIMIZE : Direction.MINIMIZE;
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                boolean measured = i < 2;
                candidates.add(new Candidate(
                        80 + 5 * random.nextGaussian(), measured ? 0 : 4 * random.nextDouble(), measured, List.of()));
            }
            double best =
                    direction.best(candidates.get(0).value(), candidates.get(1).value());
            double[] improvements = candidates.stream()
                    .mapToDouble(candidate -> candidate.measured() ? 0 : integral(direction, candidate, best))
                    .toArray();
            double most = Arrays.stream(improvements).max().orElseThrow();
            double second = Arrays.stream(improvements)
                    .filter(value -> value < most)
                    .max()
                    .orElse(most);
            if (most - second < 1e-6) {
                continue;
            }

            OptionalInt next = ALL.next(direction, 1, candidates, 0);

            assertThat(improvements[next.orElseThrow()]).as("seed %d", seed).isEqualTo(most);
            // Just under it, it is worth a training; just over it, only the predicted front is.
            assertThat(new Finalists(0.999 * most, 1).next(direction, 1, candidates, 0))
                    .isEqualTo(next);
            assertThat(new Finalists(0.999 * most / 2, 1).next(direction, 2, candidates, 0))
                    .isEqualTo(next);
            assertThat(new Finalists(1.001 * most, 1).next(direction, 1, candidates, 0))
                    .isEqualTo(Finalists.none().next(direction, 1, candidates, 0));
        }
    }

    private static double integral(Direction direction, Candidate candidate, double best) {
        double sign = direction == Direction.MAXIMIZE ? 1 : -1;
        NormalDistribution normal = new NormalDistribution(candidate.value(), candidate.deviation());
        double reach = 9 * candidate.deviation();
        double from = sign > 0 ? Math.max(best, candidate.value() - reach) : candidate.value() - reach;
        double to = sign > 0 ? candidate.value() + reach : Math.min(best, candidate.value() + reach);
        return from >= to
                ? 0
                : new IterativeLegendreGaussIntegrator(20, 1e-9, 1e-12)
                        .integrate(100_000, value -> sign * (value - best) * normal.density(value), from, to);
    }

    @Test
    void afterAsManyAsAreAllowedOnlyThePredictedBestIsMeasured() {
        List<Candidate> candidates =
                List.of(measured(80), new Candidate(79, 5, false, List.of()), new Candidate(81, 0.1, false, List.of()));
        Finalists two = new Finalists(0.1, 0.6);

        assertThat(two.next(Direction.MAXIMIZE, 1, candidates, 0)).hasValue(1);
        assertThat(two.next(Direction.MAXIMIZE, 1, candidates, 2)).hasValue(2);
        assertThat(Finalists.none().next(Direction.MAXIMIZE, 1, candidates, 0)).hasValue(2);
        assertThat(Finalists.none().next(Direction.MINIMIZE, 1, candidates, 0)).hasValue(1);
    }

    @Test
    void theSearchEndsWhenTheBestIsMeasuredAndNothingIsExpectedOfTheOthers() {
        List<Candidate> candidates =
                List.of(measured(80), new Candidate(75, 0.5, false, List.of()), new Candidate(70, 0, false, List.of()));

        assertThat(Finalists.standard().next(Direction.MAXIMIZE, 1, candidates, 0))
                .isEmpty();
        assertThat(Finalists.standard().next(Direction.MAXIMIZE, 1, List.of(), 0))
                .isEmpty();
    }

    @Test
    void withoutAnyMeasuredOneThereIsEverythingToWin() {
        List<Candidate> candidates =
                List.of(new Candidate(75, 0.5, false, List.of(2.0)), new Candidate(70, 0, false, List.of(1.0)));

        assertThat(Finalists.standard().next(Direction.MAXIMIZE, 1, candidates, 0))
                .isNotEmpty();
    }

    @Test
    void whatCostsMoreIsInNobodysWay() {
        Candidate cheap = new Candidate(60, 1, false, List.of(1.0));
        Candidate dear = new Candidate(90, 0, true, List.of(9.0));
        Candidate cheapMeasured = new Candidate(70, 0, true, List.of(0.5));

        // The cheap one is on the front although it is far worse than the dear one.
        assertThat(Finalists.none().next(Direction.MAXIMIZE, 1, List.of(cheap, dear), 0))
                .hasValue(0);
        // Another that costs less and is better takes it off the front.
        assertThat(Finalists.none().next(Direction.MAXIMIZE, 1, List.of(cheap, dear, cheapMeasured), 0))
                .isEmpty();
        assertThat(Finalists.standard().next(Direction.MAXIMIZE, 1, List.of(cheap, dear, cheapMeasured), 0))
                .isEmpty();
    }

    @Test
    void trainingThemOneAfterTheOtherComesToAnEndWithTheBestMeasured() {
        long seed = System.nanoTime();
        System.out.println("FinalistsTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                candidates.add(
                        new Candidate(80 + 5 * random.nextGaussian(), 2 * random.nextDouble(), false, List.of((double)
                                random.nextInt(3))));
            }
            Finalists finalists = new Finalists(0.1, 0.25);
            int trained = 0;
            OptionalInt next = finalists.next(Direction.MAXIMIZE, 1, candidates, trained);
            while (next.isPresent()) {
                Candidate old = candidates.get(next.getAsInt());
                assertThat(old.measured()).isFalse();
                candidates.set(
                        next.getAsInt(),
                        new Candidate(old.value() + old.deviation() * random.nextGaussian(), 0, true, old.costs()));
                next = finalists.next(Direction.MAXIMIZE, 1, candidates, ++trained);
            }
            assertThat(trained).as("seed %d", seed).isLessThanOrEqualTo(20);
            Candidate best = candidates.stream()
                    .reduce((one, other) -> other.value() > one.value() ? other : one)
                    .orElseThrow();
            assertThat(best.measured()).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new Finalists(-0.1, 1)).hasMessageContaining("≥ 0, but was -0.1");
        assertThatThrownBy(() -> new Finalists(Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Finalists(1, -1)).hasMessageContaining("[0, 1], but was -1.0");
    }

    private static Candidate measured(double value) {
        return new Candidate(value, 0, true, List.of());
    }
}
