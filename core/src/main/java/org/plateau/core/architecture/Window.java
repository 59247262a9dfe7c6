package org.plateau.core.architecture;

/**
 * A rectangle of pixels that slides over an image, as convolutions and pooling use it.
 *
 * @param height rows of the kernel
 * @param width columns of the kernel
 * @param stride pixels between two positions, in both directions
 * @param verticalPadding rows of zeros added above and below
 * @param horizontalPadding columns of zeros added left and right
 * @param dilation distance between neighbouring taps of the kernel
 */
public record Window(int height, int width, int stride, int verticalPadding, int horizontalPadding, int dilation) {
    public Window {
        if (height < 1 || width < 1 || stride < 1 || dilation < 1 || verticalPadding < 0 || horizontalPadding < 0) {
            throw new ArchitectureException(
                    "A window needs a kernel, stride and dilation of at least 1 and padding of at least 0, but was %d×%d, stride %d, dilation %d, padding %d×%d"
                            .formatted(height, width, stride, dilation, verticalPadding, horizontalPadding));
        }
    }

    /** A square window with stride and padding, not dilated. */
    public static Window square(int size, int stride, int padding) {
        return new Window(size, size, stride, padding, padding, 1);
    }

    /** The size that the image has after the window went over it, with the given number of channels. */
    Shape.Image over(Shape.Image image, int channels) {
        int rows = positions(image.height(), height, verticalPadding);
        int columns = positions(image.width(), width, horizontalPadding);
        if (rows < 1 || columns < 1) {
            throw new ArchitectureException(
                    "A window of %d×%d does not fit an image of %s".formatted(height, width, image));
        }
        return new Shape.Image(channels, rows, columns);
    }

    private int positions(int size, int kernel, int padding) {
        return Math.floorDiv(size + 2 * padding - dilation * (kernel - 1) - 1, stride) + 1;
    }
}
