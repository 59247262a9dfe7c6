package org.plateau.prediction.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is told from the trainings most alike: beginnings, and corrections that helped. */
class NeighboursTest {
    @Test
    void theNearestRowsComeFirstAndOneMayBeLeftOut() {
        double[][] rows = {{0}, {3}, {1}, {7}};
        Alike alike = new Alike(Columns.of(rows, 4));
        double[] row = alike.columns().standardised(new double[] {2.9});

        assertThat(alike.nearest(row, -1, 3)).containsExactly(1, 2, 0);
        assertThat(alike.nearest(row, 1, 9)).containsExactly(2, 0, 3);
        assertThat(alike.nearest(row, -1, 0)).isEmpty();
    }

    @Test
    void beginningsAreComparedFromTheirEndsAndTheMedianGainCounts() {
        Beginnings beginnings = new Beginnings(
                List.of(
                        beginning(10, 20),
                        beginning(11, 21),
                        beginning(12, 22),
                        beginning(13, 23),
                        beginning(14, 24),
                        beginning(90, 95)),
                new double[] {21, 23, 25, 27, 29, 96});

        // The gains of the five nearest are 1 to 5.
        assertThat(beginnings.value(beginning(5, 11, 21))).isEqualTo(21 + 3);
        // Only the last values can be compared with one point.
        assertThat(beginnings.value(beginning(23))).isEqualTo(23 + 3);
        // Without itself the first one has gains of 1 to 5 but for its own, 1, and the far one's 1.
        assertThat(beginnings.leftOut()[0]).isEqualTo(20 + 3);
        assertThat(beginnings.value(beginning())).isNaN();
    }

    @Test
    void aFinishedTrainingWithoutABeginningIsTheFarthest() {
        Beginnings beginnings = new Beginnings(
                List.of(beginning(), beginning(10), beginning(10), beginning(10), beginning(10), beginning(90)),
                new double[] {50, 12, 12, 12, 12, 92});

        assertThat(beginnings.value(beginning(11))).isEqualTo(13);
    }

    @Test
    void belowTenFinishedTrainingsTheExpertsAreBelieved() {
        Random random = new Random(5);
        Correction correction = correction(random, 9, 0, 1);

        assertThat(correction.value(new double[] {0}, 60, 66, new double[] {55}))
                .isEqualTo(66);
        assertThat(correction.leftOut()).isEqualTo(correction.mixed());
    }

    @Test
    void aCorrectionThatNeverHelpedIsTakenBackAndOneThatDidIsKept() {
        Random random = new Random(6);

        assertThat(correction(random, 30, 0, 1).value(new double[] {0}, 60, 66, new double[] {55}))
                .isCloseTo(66, within(0.3));
        assertThat(correction(random, 30, 0, 0).value(new double[] {0}, 60, 66, new double[] {55}))
                .isCloseTo(60, within(0.3));
        assertThat(correction(random, 30, 0, 0.5).value(new double[] {0}, 60, 66, new double[] {55}))
                .isCloseTo(63, within(0.3));
        // Never beyond the experts, and never away from them.
        assertThat(correction(random, 30, 0, 3).value(new double[] {0}, 60, 66, new double[] {55}))
                .isEqualTo(66);
        assertThat(correction(random, 30, 0, -3).value(new double[] {0}, 60, 66, new double[] {55}))
                .isEqualTo(60);
    }

    @Test
    void whereMostOfThoseAlikeEndedWhereTheyStoodSoDoesThisOne() {
        Random random = new Random(7);

        assertThat(correction(random, 30, 30, 1).value(new double[] {0}, 60, 66, new double[] {55}))
                .isEqualTo(55);
        // Of the ten nearest to this place none stayed; to that one all did.
        Correction some = correction(random, 40, 15, 1);
        assertThat(some.value(some.alike().columns().rows()[39], 60, 66, new double[] {55}))
                .isGreaterThan(60);
        assertThat(some.value(some.alike().columns().rows()[0], 60, 66, new double[] {55}))
                .isEqualTo(55);
    }

    /**
     * Trainings at places in a row whose experts corrected the anchor by 3 or −3.
     *
     * @param stayed how many of the first ended at the value of their simple forecast
     * @param helped how much of the correction came true for the others
     */
    private static Correction correction(Random random, int n, int stayed, double helped) {
        double[][] rows = new double[n][1];
        double[] anchors = new double[n];
        double[] mixed = new double[n];
        double[] truths = new double[n];
        double[] simple = new double[n];
        for (int i = 0; i < n; i++) {
            rows[i][0] = i;
            anchors[i] = 50 + 20 * random.nextDouble();
            mixed[i] = anchors[i] + (random.nextBoolean() ? 3 : -3);
            truths[i] = anchors[i] + helped * (mixed[i] - anchors[i]) + 0.01 * random.nextGaussian();
            simple[i] = i < stayed ? truths[i] + 0.001 : truths[i] + 7;
        }
        return new Correction(new Alike(Columns.of(rows, n)), anchors, mixed, truths, List.of(simple), 0.02);
    }

    private static Snapshot beginning(double... values) {
        return new Snapshot(new double[5], List.of(), values);
    }
}
