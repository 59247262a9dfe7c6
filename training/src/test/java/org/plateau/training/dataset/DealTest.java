package org.plateau.training.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.Split;

class DealTest {
    @RepeatedTest(50)
    void noImageIsDealtTwiceAndClassesKeepTheirBalance(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        SplittableRandom random = new SplittableRandom(seed);
        int classes = random.nextInt(2, 6);
        int[] labels = IntStream.range(0, random.nextInt(60, 400))
                .map(i -> random.nextInt(classes))
                .toArray();
        double train = random.nextDouble(0.3, 0.6);
        int validation = random.nextInt(2, labels.length / 5);
        Deal deal = new Deal(labels, labels.length, classes, new Split(train, validation, 0.1, seed));

        Set<Integer> seen = new HashSet<>();
        for (SplitPart part : SplitPart.values()) {
            int[] images = deal.images(part);
            assertThat(images).as("seed %d", seed).isSorted();
            for (int image : images) {
                assertThat(seen.add(image)).as("seed %d image %d", seed, image).isTrue();
            }
            for (int c = 0; c < classes; c++) {
                double share = (double) count(labels, c) / labels.length;
                int dealt = count(Arrays.stream(images).map(i -> labels[i]).toArray(), c);
                assertThat((double) dealt)
                        .as("seed %d %s class %d", seed, part, c)
                        .isCloseTo(images.length * share, within(1.5));
            }
        }
        assertThat(deal.images(SplitPart.TRAIN)).hasSize((int) (train * labels.length));
        assertThat(deal.images(SplitPart.VALIDATION)).hasSize(validation);
    }

    @Test
    void theSameSeedDealsTheSameAndAnotherDealsOtherwise() {
        int[] labels = alternating(100);

        assertThat(train(labels, 1)).isEqualTo(train(labels, 1)).isNotEqualTo(train(labels, 2));
    }

    @Test
    void aTestSplitOfTheSourceStaysApart() {
        Deal deal = new Deal(alternating(100), 80, 2, new Split(0.5, 0.5, 10, 1));

        assertThat(Arrays.stream(deal.images(SplitPart.TRAIN)).boxed())
                .hasSize(40)
                .allMatch(i -> i < 80);
        assertThat(Arrays.stream(deal.images(SplitPart.VALIDATION)).boxed())
                .hasSize(40)
                .allMatch(i -> i < 80);
        assertThat(Arrays.stream(deal.images(SplitPart.TEST)).boxed())
                .hasSize(10)
                .allMatch(i -> i >= 80);
    }

    @Test
    void moreImagesThanThereAreIsRefusedWithBothNumbers() {
        refused(new Split(70, 40, 0, 1), "asks for 110 images (train 70, validation 40, test 0), but there are 100");
        refused(new Split(0.7, 0.2, 0.2, 1), "asks for 110 images (train 70, validation 20, test 20)");
    }

    @Test
    void moreTestImagesThanThereAreIsRefused() {
        assertThatThrownBy(() -> new Deal(alternating(100), 80, 2, new Split(0.5, 0.5, 30, 1)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("asks for 30 test images, but there are 20");
    }

    @Test
    void aShareOfNoImageIsRefused() {
        refused(new Split(0.5, 0.001, 0, 1), "split.validation is 0.001 of 100 images, which is none");
    }

    @Test
    void aClassThatWouldNotBeTrainedOnIsRefused() {
        int[] labels = new int[100];
        labels[99] = 1;

        assertThatThrownBy(() -> new Deal(labels, 100, 2, new Split(0.1, 0.9, 0, 1)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("leaves no image of class number 1 to train on");
    }

    private static void refused(Split split, String message) {
        assertThatThrownBy(() -> new Deal(alternating(100), 100, 2, split))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(message);
    }

    private static int[] train(int[] labels, long seed) {
        return new Deal(labels, labels.length, 2, new Split(0.5, 0.2, 0, seed)).images(SplitPart.TRAIN);
    }

    private static int[] alternating(int images) {
        return IntStream.range(0, images).map(i -> i % 2).toArray();
    }

    private static int count(int[] labels, int label) {
        return (int) Arrays.stream(labels).filter(l -> l == label).count();
    }
}
