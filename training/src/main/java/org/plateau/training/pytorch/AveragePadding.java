package org.plateau.training.pytorch;

import ai.djl.ndarray.types.Shape;
import org.plateau.core.architecture.Shape.Image;
import org.plateau.core.architecture.Window;

/** What turns a mean that counts padding as zeros into one that does not count it. */
final class AveragePadding {
    private AveragePadding() {}

    /** For every position of the window, its size over the pixels of the image under it: 1 × 1 × rows × columns. */
    static Constant correction(Window window, Image input) {
        int rows = positions(input.height(), window.height(), window.verticalPadding(), window.stride());
        int columns = positions(input.width(), window.width(), window.horizontalPadding(), window.stride());
        float[] values = new float[rows * columns];
        for (int row = 0; row < rows; row++) {
            int high = inside(row, input.height(), window.height(), window.verticalPadding(), window.stride());
            for (int column = 0; column < columns; column++) {
                int wide = inside(column, input.width(), window.width(), window.horizontalPadding(), window.stride());
                values[row * columns + column] = (float) (window.height() * window.width()) / (high * wide);
            }
        }
        return new Constant(values, new Shape(1, 1, rows, columns));
    }

    private static int positions(int size, int kernel, int padding, int stride) {
        return (size + 2 * padding - kernel) / stride + 1;
    }

    private static int inside(int position, int size, int kernel, int padding, int stride) {
        int begin = position * stride - padding;
        return Math.min(begin + kernel, size) - Math.max(begin, 0);
    }
}
