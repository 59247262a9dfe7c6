package org.plateau.prediction.function;

/** Several shapes of a function, each of as many numbers. Immutable. */
public final class Shapes {
    private final int size;
    private final int dimensions;
    private final double[] numbers;

    private Shapes(int size, int dimensions, double[] numbers) {
        this.size = size;
        this.dimensions = dimensions;
        this.numbers = numbers;
    }

    /** All combinations of the values on some axes, the last axis varying fastest; one empty shape for no axes. */
    public static Shapes grid(double[][] axes) {
        int size = 1;
        for (double[] axis : axes) {
            size *= axis.length;
        }
        double[] numbers = new double[size * axes.length];
        int repeated = size;
        for (int k = 0; k < axes.length; k++) {
            double[] axis = axes[k];
            repeated /= axis.length;
            int at = k;
            for (int s = 0; s < size; ) {
                for (double value : axis) {
                    for (int r = 0; r < repeated; r++, s++) {
                        numbers[at] = value;
                        at += axes.length;
                    }
                }
            }
        }
        return new Shapes(size, axes.length, numbers);
    }

    /** A single shape. */
    public static Shapes of(double... shape) {
        return new Shapes(1, shape.length, shape.clone());
    }

    /** How many shapes there are. */
    public int size() {
        return size;
    }

    /** One number of a shape. */
    public double number(int shape, int index) {
        return numbers[shape * dimensions + index];
    }

    /** A shape. */
    public double[] shape(int index) {
        double[] shape = new double[dimensions];
        System.arraycopy(numbers, index * dimensions, shape, 0, dimensions);
        return shape;
    }
}
