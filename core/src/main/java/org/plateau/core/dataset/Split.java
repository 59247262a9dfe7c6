package org.plateau.core.dataset;

/**
 * How many images of each class go where.
 *
 * <p>Each amount is a share (up to 1) or a number of images (above 1) of the images that may go there. Where the source has a
 * test split of its own, {@code test} is taken from it and the other two from the rest; else all three come from the
 * same images. Classes keep their balance. No image is in two splits.
 *
 * @param train amount to train on, &gt; 0
 * @param validation amount that fitness is measured on, &gt; 0
 * @param test amount that the final front is measured on, once; 0 for none
 * @param seed of the shuffle that deals the images out
 */
public record Split(double train, double validation, double test, long seed) {
    public Split {
        require("train", train, train > 0);
        require("validation", validation, validation > 0);
        require("test", test, test >= 0);
    }

    private static void require(String name, double amount, boolean sound) {
        if (!sound || Double.isInfinite(amount) || (amount > 1 && amount != Math.rint(amount))) {
            throw new IllegalArgumentException(
                    "split.%s must be a share up to 1 or a whole number of images, but was %s".formatted(name, amount));
        }
    }
}
