package org.plateau.training.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final double LN2 = Math.log(2);

    @Test
    void measuresAreThoseOfAWorkedExample() {
        // True class 0, 0, 1, 2; answered 0, 1, 1, 1.
        Scores scores = new Scores(new float[] {2, 0, 0, 0, 1, 0, 0, 3, 0, 0, 1, 0}, new int[] {0, 0, 1, 2}, 3);

        assertThat(scores.confusion()).containsExactly(List.of(1, 1, 0), List.of(0, 1, 0), List.of(0, 1, 0));
        assertThat(scores.accuracy()).isEqualTo(50);
        // 2·1/(2+1), 2·1/(1+3), 0.
        assertThat(scores.f1()).isCloseTo((2.0 / 3 + 0.5 + 0) / 3, within(1e-12));
    }

    @Test
    void theLossIsTheMeanCrossEntropy() {
        Scores scores = new Scores(new float[] {0, 0, (float) LN2, 0}, new int[] {1, 0}, 2);

        assertThat(scores.loss()).isCloseTo((LN2 + Math.log(1.5)) / 2, within(1e-7));
    }

    @Test
    void theLossOfVeryLargeScoresDoesNotOverflow() {
        assertThat(new Scores(new float[] {1e30f, 0}, new int[] {0}, 2).loss()).isZero();
    }

    @Test
    void aScoreThatIsNoNumberMakesLossAndAreaNoNumber() {
        Scores scores = new Scores(new float[] {Float.NaN, 0, 1, 0}, new int[] {0, 1}, 2);

        assertThat(scores.loss()).isNaN();
        assertThat(scores.auc()).isNaN();
    }

    @Test
    void anInfiniteScoreMakesTheLossNoFiniteNumber() {
        assertThat(new Scores(new float[] {Float.POSITIVE_INFINITY, 0}, new int[] {1}, 2).loss())
                .matches(loss -> !Double.isFinite(loss));
    }

    @RepeatedTest(20)
    void theAreaIsThatOfComparingEveryPair(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        SplittableRandom random = new SplittableRandom(seed);
        int classes = random.nextInt(2, 5);
        int images = random.nextInt(classes, 60);
        float[] values = new float[images * classes];
        int[] labels = new int[images];
        for (int i = 0; i < images; i++) {
            labels[i] = i < classes ? i : random.nextInt(classes);
            for (int c = 0; c < classes; c++) {
                // Few values, so that many pairs tie.
                values[i * classes + c] = random.nextInt(3);
            }
        }

        assertThat(new Scores(values, labels, classes).auc())
                .as("seed %d", seed)
                .isCloseTo(bruteForce(values, labels, classes), within(1e-9));
    }

    private static double bruteForce(float[] values, int[] labels, int classes) {
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            double wins = 0;
            int pairs = 0;
            for (int a = 0; a < labels.length; a++) {
                for (int b = 0; b < labels.length; b++) {
                    if (labels[a] == c && labels[b] != c) {
                        pairs++;
                        int order = Double.compare(
                                softmax(values, a * classes, classes, c), softmax(values, b * classes, classes, c));
                        wins += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                    }
                }
            }
            sum += wins / pairs;
        }
        return sum / classes;
    }

    private static double softmax(float[] values, int first, int classes, int label) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            largest = Math.max(largest, values[first + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(values[first + c] - largest);
        }
        return Math.exp(values[first + label] - largest) / sum;
    }
}
