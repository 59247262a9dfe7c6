package org.plateau.training.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.plateau.core.dataset.DatasetException;
import org.plateau.core.dataset.Split;

/**
 * Deals images out to the parts of a split: a seeded shuffle inside every class, then every part takes its share of
 * each class, whole images by largest remainder.
 */
final class Deal {
    private final Map<SplitPart, int[]> images = new EnumMap<>(SplitPart.class);

    /**
     * Deals.
     *
     * @param labels class of every image
     * @param testBegin first image of the source's own test split, the number of images where it has none
     * @throws DatasetException if there are fewer images than asked for
     */
    Deal(int[] labels, int testBegin, int classes, Split split) {
        boolean ownTest = testBegin < labels.length;
        SplittableRandom random = new SplittableRandom(split.seed());
        Pool pool = new Pool(labels, 0, testBegin, classes, random);
        Pool testPool = ownTest ? new Pool(labels, testBegin, labels.length, classes, random) : pool;
        int train = amount("train", split.train(), pool.size);
        int validation = amount("validation", split.validation(), pool.size);
        int test = split.test() == 0 ? 0 : amount("test", split.test(), testPool.size);
        int asked = train + validation + (ownTest ? 0 : test);
        if (asked > pool.size) {
            throw new DatasetException("The split asks for %d images (train %d, validation %d%s), but there are %d"
                    .formatted(asked, train, validation, ownTest ? "" : ", test " + test, pool.size));
        }
        if (test > testPool.size) {
            throw new DatasetException(
                    "The split asks for %d test images, but there are %d".formatted(test, testPool.size));
        }
        images.put(SplitPart.TRAIN, requireAllClasses(pool.take(train), labels, classes));
        images.put(SplitPart.VALIDATION, pool.take(validation));
        images.put(SplitPart.TEST, testPool.take(test));
    }

    /** Images of a part, in increasing order. */
    int[] images(SplitPart part) {
        int[] dealt = images.get(part);
        return dealt == null ? new int[0] : dealt.clone();
    }

    private static int[] requireAllClasses(int[] images, int[] labels, int classes) {
        boolean[] there = new boolean[classes];
        for (int image : images) {
            there[labels[image]] = true;
        }
        for (int label = 0; label < classes; label++) {
            if (!there[label]) {
                throw new DatasetException(
                        "The split leaves no image of class number %d to train on; expected some of each of the %d classes"
                                .formatted(label, classes));
            }
        }
        return images;
    }

    private static int amount(String name, double amount, int available) {
        int images =
                amount > 1 ? (int) Math.min(amount, Integer.MAX_VALUE) : (int) Math.floor(amount * available + 1e-9);
        if (images == 0) {
            throw new DatasetException("split.%s is %s of %d images, which is none; expected at least one"
                    .formatted(name, amount, available));
        }
        return images;
    }

    /** Images that are still to be dealt, shuffled class by class. */
    private static final class Pool {
        private final List<int[]> byClass = new ArrayList<>();
        private final int[] dealt;
        private final int size;

        Pool(int[] labels, int begin, int end, int classes, SplittableRandom random) {
            for (int label = 0; label < classes; label++) {
                int wanted = label;
                int[] images = IntStream.range(begin, end)
                        .filter(i -> labels[i] == wanted)
                        .toArray();
                shuffle(images, random);
                byClass.add(images);
            }
            dealt = new int[classes];
            size = end - begin;
        }

        private static void shuffle(int[] values, SplittableRandom random) {
            for (int i = values.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int value = values[i];
                values[i] = values[other];
                values[other] = value;
            }
        }

        int[] take(int total) {
            int[] amounts = amounts(total);
            IntStream taken = IntStream.empty();
            for (int label = 0; label < amounts.length; label++) {
                int from = dealt[label];
                dealt[label] += amounts[label];
                taken = IntStream.concat(taken, Arrays.stream(byClass.get(label), from, dealt[label]));
            }
            return taken.sorted().toArray();
        }

        /** Largest remainder (Hamilton's method) over what is left of every class. */
        private int[] amounts(int total) {
            int classes = dealt.length;
            long left = 0;
            for (int label = 0; label < classes; label++) {
                left += left(label);
            }
            int[] amounts = new int[classes];
            double[] remainders = new double[classes];
            int given = 0;
            for (int label = 0; label < classes; label++) {
                double quota = left == 0 ? 0 : (double) total * left(label) / left;
                amounts[label] = (int) quota;
                remainders[label] = quota - amounts[label];
                given += amounts[label];
            }
            List<Integer> order = IntStream.range(0, classes)
                    .boxed()
                    .sorted(Comparator.comparing((Integer label) -> -remainders[label]))
                    .toList();
            for (int i = 0; given < total; i = (i + 1) % classes) {
                if (amounts[order.get(i)] < left(order.get(i))) {
                    amounts[order.get(i)]++;
                    given++;
                }
            }
            return amounts;
        }

        private int left(int label) {
            return byClass.get(label).length - dealt[label];
        }
    }
}
