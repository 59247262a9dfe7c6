package org.plateau.core.dataset;

import java.util.List;
import java.util.Optional;
import org.plateau.core.architecture.Shape;

/**
 * What a loaded dataset is.
 *
 * @param name how people call it
 * @param fingerprint SHA-256 over the content and the deal of the splits, in hexadecimal
 * @param shape of one image
 * @param classes names of the classes, in the order of their numbers
 * @param train images of each class in the training split
 * @param validation images of each class in the validation split
 * @param test images of each class in the test split
 * @param mean of the training split's pixels, one for each channel, after the pixel transform
 * @param spread standard deviation of the same
 * @param noise of neighbouring pixels against each other, in units of the spread; empty where nobody measured it
 */
public record DatasetProperties(
        String name,
        String fingerprint,
        Shape.Image shape,
        List<String> classes,
        List<Integer> train,
        List<Integer> validation,
        List<Integer> test,
        List<Double> mean,
        List<Double> spread,
        Optional<Double> noise) {
    public DatasetProperties {
        classes = List.copyOf(classes);
        train = List.copyOf(train);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
        mean = List.copyOf(mean);
        spread = List.copyOf(spread);
    }

    /** A dataset whose noise nobody measured. */
    public DatasetProperties(
            String name,
            String fingerprint,
            Shape.Image shape,
            List<String> classes,
            List<Integer> train,
            List<Integer> validation,
            List<Integer> test,
            List<Double> mean,
            List<Double> spread) {
        this(name, fingerprint, shape, classes, train, validation, test, mean, spread, Optional.empty());
    }

    /** Images in all three splits. */
    public int images() {
        return sum(train) + sum(validation) + sum(test);
    }

    /** Smallest class over largest class of the training split: 1 is balanced. */
    public double balance() {
        int smallest = train.stream().mapToInt(Integer::intValue).min().orElse(0);
        int largest = train.stream().mapToInt(Integer::intValue).max().orElse(0);
        return largest == 0 ? 0 : (double) smallest / largest;
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }
}
