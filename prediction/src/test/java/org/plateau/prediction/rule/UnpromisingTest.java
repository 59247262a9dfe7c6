package org.plateau.prediction.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.plateau.core.fitness.Direction;
import org.plateau.core.fitness.Fitness;
import org.plateau.core.fitness.FitnessMeasure;
import org.plateau.prediction.Forecast;
import org.plateau.prediction.History;
import org.plateau.prediction.Normal;
import org.plateau.prediction.Observation;
import org.plateau.prediction.Peers;
import org.plateau.prediction.Verdict;

class UnpromisingTest {
    private static final FitnessMeasure ACCURACY = FitnessMeasure.named("val_accuracy");
    private static final FitnessMeasure LOSS = FitnessMeasure.named("val_loss");
    private static final FitnessMeasure FLOPS = FitnessMeasure.named("mflops");
    private static final Unpromising RULE = new Unpromising(0.1, 3, 2, 0);
    private static final Peers LEADERS = leaders(95, 94, 93, 92);

    @Test
    void whatHasHardlyAChanceToBeAmongTheBestStopsAndSaysWhy() {
        Verdict verdict = judge(RULE, accuracy(), 90, 88.5, 91.5, LEADERS);

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Stop.class, stop -> {
            assertThat(stop.rule()).isEqualTo("unpromising");
            // 3 over the forecast, of which 1.5 are 1.2816 deviations.
            assertThat(stop.reason())
                    .isEqualTo("The chance to be better than 93, which the best 3 are, is 0.005187;"
                            + " the forecast for epoch 20 is 90");
            assertThat(stop.evidence())
                    .containsOnlyKeys("probability", "bar", "forecast", "lower-80", "upper-80")
                    .containsEntry("bar", 93.0)
                    .containsEntry("forecast", 90.0)
                    .containsEntry("lower-80", 88.5)
                    .containsEntry("upper-80", 91.5);
            assertThat(stop.fitness()).contains(new Fitness(90, Fitness.Origin.PREDICTED));
        });
    }

    @Test
    void theChanceIsThatOfANormalDistributionOnEitherSide() {
        long seed = System.nanoTime();
        System.out.println("UnpromisingTest seed " + seed);
        Random random = new Random(seed);
        NormalDistribution normal = new NormalDistribution(0, 1);
        Unpromising always = new Unpromising(0.999999, 1, 1e6, 0);
        for (int round = 0; round < 500; round++) {
            boolean up = round % 2 == 0;
            FitnessMeasure measure = up ? ACCURACY : LOSS;
            double value = 50 + 5 * random.nextGaussian();
            double bar = 50 + 5 * random.nextGaussian();
            double below = 10 * random.nextDouble();
            double above = 10 * random.nextDouble();
            double deviation = (bar > value ? above : below) / Normal.QUANTILE_80;
            double under = normal.cumulativeProbability((bar - value) / deviation);
            double chance = up ? 1 - under : under;
            if (chance > 0.99) {
                continue;
            }
            Observation observation = Observation.of(measure, SettledTest.curve(40, 45), 20);
            Peers peers =
                    new Peers(1, List.of(measure), List.of(), List.of(), List.of(member(Map.of(measure.name(), bar))));

            Verdict verdict = judge(always, observation, value, value - below, value + above, peers);

            assertThat(verdict).isInstanceOfSatisfying(Verdict.Stop.class, stop -> assertThat(
                            stop.evidence().getOrDefault("probability", -1.0))
                    .as("seed %d", seed)
                    .isCloseTo(chance, within(1e-9)));
        }
    }

    @Test
    void whoHasAChanceOrIsNotKnownWellEnoughGoesOn() {
        assertThat(judge(RULE, accuracy(), 92, 90.5, 93.5, LEADERS))
                .isInstanceOfSatisfying(Verdict.Continue.class, verdict -> assertThat(verdict.reason())
                        .isEqualTo("The chance to be better than 93 is 0.1965, the forecast is ± 1.5"));
        // Hopeless, but to tell 60 ± 3 as the fitness would be too wrong.
        assertThat(judge(RULE, accuracy(), 60, 57, 63, LEADERS)).isInstanceOf(Verdict.Continue.class);
        assertThat(judge(RULE, accuracy(), 60, 58, 62, LEADERS)).isInstanceOf(Verdict.Stop.class);
    }

    @Test
    void withoutEnoughLeadersOrAForecastNothingIsMeasuredAgainst() {
        Verdict nothing = new Verdict.Continue("Nothing is known that the network could be measured against");

        assertThat(judge(RULE, accuracy(), 60, 59, 61, leaders(95, 94))).isEqualTo(nothing);
        assertThat(judge(RULE, accuracy(), 60, 59, 61, Peers.none())).isEqualTo(nothing);
        assertThat(judge(RULE, accuracy(), Double.NaN, 59, 61, LEADERS)).isEqualTo(nothing);
        Forecast bare = Forecast.none(accuracy(), History.none(), "none", "");
        assertThat(RULE.judge(accuracy(), bare, LEADERS)).isEqualTo(nothing);
        Peers others = new Peers(
                1,
                List.of(ACCURACY),
                List.of(),
                List.of(),
                List.of(member(Map.of("val_f1", 1.0)), member(Map.of()), member(Map.of())));
        assertThat(judge(RULE, accuracy(), 60, 59, 61, others)).isEqualTo(nothing);
    }

    @Test
    void aBarThatIsNoNumberStopsNobody() {
        assertThat(judge(RULE, accuracy(), 60, 59, 61, leaders(95, 94, Double.NaN)))
                .isInstanceOf(Verdict.Continue.class);
        Peers front = front(Map.of("val_accuracy", Double.NaN, "mflops", 1.0));
        assertThat(judge(RULE, withFlops(5), 60, 59, 61, front)).isInstanceOf(Verdict.Continue.class);
    }

    @Test
    void aPointForecastIsBetterOrNot() {
        assertThat(judge(RULE, accuracy(), 92.9, 92.9, 92.9, LEADERS)).isInstanceOf(Verdict.Stop.class);
        assertThat(judge(RULE, accuracy(), 93, 93, 93, LEADERS)).isInstanceOf(Verdict.Continue.class);
        assertThat(judge(RULE, accuracy(), 93.1, 93.1, 93.1, LEADERS)).isInstanceOf(Verdict.Continue.class);
    }

    @Test
    void ofALossTheSmallestAreTheBest() {
        Unpromising first = new Unpromising(0.1, 1, 20, 0);
        Observation observation = Observation.of(LOSS, SettledTest.curve(2, 1), 20);
        Peers peers = new Peers(1, List.of(LOSS), List.of(), List.of(), List.of(member(Map.of("val_loss", 0.5))));

        assertThat(judge(first, observation, 0.9, 0.8, 1.0, peers)).isInstanceOf(Verdict.Stop.class);
        assertThat(judge(first, observation, 0.4, 0.3, 0.5, peers)).isInstanceOf(Verdict.Continue.class);
        assertThat(judge(first, observation, 0.55, 0.45, 0.65, peers)).isInstanceOf(Verdict.Continue.class);
    }

    @Test
    void withOtherObjectivesTheBestMemberThatCostsNoMoreIsTheBar() {
        Peers front = front(
                Map.of("val_accuracy", 95.0, "mflops", 100.0),
                Map.of("val_accuracy", 90.0, "mflops", 50.0),
                Map.of("val_accuracy", 80.0, "mflops", 10.0));

        // It costs as much as the middle one.
        assertThat(judge(RULE, withFlops(50), 85, 84, 86, front)).isInstanceOfSatisfying(Verdict.Stop.class, stop -> {
            assertThat(stop.evidence()).containsEntry("bar", 90.0);
            assertThat(stop.reason()).startsWith("The chance to be better than 90, as the front asks of its cost, is ");
        });
        assertThat(judge(RULE, withFlops(49), 85, 84, 86, front)).isInstanceOf(Verdict.Continue.class);
        assertThat(judge(RULE, withFlops(49), 75, 74, 76, front))
                .isInstanceOfSatisfying(
                        Verdict.Stop.class, stop -> assertThat(stop.evidence()).containsEntry("bar", 80.0));
        // Cheaper than all others there is nothing in its way.
        assertThat(judge(RULE, withFlops(9), 10, 9, 11, front)).isInstanceOf(Verdict.Continue.class);
    }

    @Test
    void whereACostIsNotKnownItGoesOn() {
        Peers front = front(Map.of("val_accuracy", 95.0, "mflops", 1.0));

        assertThat(judge(RULE, accuracy(), 10, 9, 11, front)).isInstanceOf(Verdict.Continue.class);
        assertThat(judge(RULE, withFlops(5), 10, 9, 11, front(Map.of("val_accuracy", 95.0))))
                .isInstanceOf(Verdict.Continue.class);
        assertThat(judge(RULE, withFlops(5), 10, 9, 11, front(Map.of("mflops", 1.0))))
                .isInstanceOf(Verdict.Continue.class);
        assertThat(judge(RULE, withFlops(5), 10, 9, 11, front)).isInstanceOf(Verdict.Stop.class);
        // A cost that is no number is not known either.
        assertThat(judge(RULE, withFlops(Double.NaN), 10, 9, 11, front)).isInstanceOf(Verdict.Continue.class);
    }

    @Test
    void anObjectiveThatIsMaximisedCostsMoreWhereItIsSmaller() {
        FitnessMeasure speed = new FitnessMeasure("speed", Direction.MAXIMIZE, 0, Double.POSITIVE_INFINITY);
        Peers front = new Peers(
                1, List.of(ACCURACY, speed), List.of(), List.of(member(Map.of("val_accuracy", 95.0, "speed", 100.0))));

        assertThat(judge(RULE, with("speed", 90), 85, 84, 86, front)).isInstanceOf(Verdict.Stop.class);
        assertThat(judge(RULE, with("speed", 110), 85, 84, 86, front)).isInstanceOf(Verdict.Continue.class);
    }

    @Test
    void settingsOutOfRangeAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> new Unpromising(0, 1, 1, 0)).hasMessageContaining("(0, 1), but was 0.0");
        assertThatThrownBy(() -> new Unpromising(1, 1, 1, 0)).hasMessageContaining("(0, 1), but was 1.0");
        assertThatThrownBy(() -> new Unpromising(0.1, 0, 1, 0)).hasMessageContaining("1 to 100, but were 0");
        assertThatThrownBy(() -> new Unpromising(0.1, 101, 1, 0)).hasMessageContaining("but were 101");
        assertThatThrownBy(() -> new Unpromising(0.1, 1, 0, 0)).hasMessageContaining("> 0, but was 0.0");
        assertThatThrownBy(() -> new Unpromising(0.1, 1, 1, 2)).hasMessageContaining("[0, 1], but was 2.0");
    }

    @Test
    void nothingIsWithoutAChanceAtTheVeryStart() {
        Unpromising later = new Unpromising(0.1, 3, 2, 0.9);

        assertThat(judge(later, accuracy(), 90, 88.5, 91.5, LEADERS))
                .isEqualTo(new Verdict.Continue("Fewer than 0.9 of the epochs are completed"));
    }

    private static Verdict judge(
            Unpromising rule, Observation observation, double value, double lower, double upper, Peers peers) {
        return rule.judge(observation, SettledTest.forecast(observation, value, lower, upper, 1), peers);
    }

    private static Observation accuracy() {
        return Observation.of(ACCURACY, SettledTest.curve(40, 50), 20);
    }

    private static Observation withFlops(double flops) {
        return with("mflops", flops);
    }

    private static Observation with(String feature, double value) {
        return new Observation(accuracy().series(), ACCURACY, 20, Optional.empty(), Map.of(feature, value));
    }

    private static Peers leaders(double... values) {
        List<Peers.Member> members = new ArrayList<>();
        for (double value : values) {
            members.add(member(Map.of("val_accuracy", value)));
        }
        return new Peers(1, List.of(ACCURACY), List.of(), List.of(), members);
    }

    @SafeVarargs
    private static Peers front(Map<String, Double>... members) {
        List<Peers.Member> front = new ArrayList<>();
        for (Map<String, Double> values : members) {
            front.add(member(values));
        }
        return new Peers(1, List.of(ACCURACY, FLOPS), List.of(), front);
    }

    private static Peers.Member member(Map<String, Double> values) {
        return new Peers.Member("network", values);
    }
}
