package org.plateau.core.architecture;

/**
 * The shape of one sample's activations, without the batch dimension.
 *
 * <p>Either an image of channels × height × width or a flat vector of features.
 */
public sealed interface Shape {

    /** Number of values in one sample. */
    long elements();

    /** An image: channels × height × width, all at least 1. */
    record Image(int channels, int height, int width) implements Shape {
        public Image {
            if (channels < 1 || height < 1 || width < 1) {
                throw new ArchitectureException(
                        "An image shape must be at least 1×1×1, but was %d×%d×%d".formatted(channels, height, width));
            }
        }

        @Override
        public long elements() {
            return (long) channels * height * width;
        }

        @Override
        public String toString() {
            return channels + "×" + height + "×" + width;
        }
    }

    /** A vector of at least one feature. */
    record Vector(int features) implements Shape {
        public Vector {
            if (features < 1) {
                throw new ArchitectureException("A vector must have at least 1 feature, but had " + features);
            }
        }

        @Override
        public long elements() {
            return features;
        }

        @Override
        public String toString() {
            return Integer.toString(features);
        }
    }
}
