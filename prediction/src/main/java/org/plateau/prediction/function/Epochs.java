package org.plateau.prediction.function;

/**
 * Epochs at which many functions of many shapes are wanted, with their logarithms, so that these are taken once.
 *
 * <p>The arrays are not copied: they are read in the innermost loops. Nobody writes to them.
 */
public final class Epochs {
    private final double[] values;
    private final double[] logarithms;

    private Epochs(double[] values, double[] logarithms) {
        this.values = values;
        this.logarithms = logarithms;
    }

    /** These epochs. */
    public static Epochs of(double... values) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logarithms[i] = Math.log(values[i]);
        }
        return new Epochs(values.clone(), logarithms);
    }

    /** How many there are. */
    public int size() {
        return values.length;
    }

    /** The epoch at an index. */
    public double at(int index) {
        return values[index];
    }

    /** Its natural logarithm, −∞ for epoch 0. */
    public double logarithm(int index) {
        return logarithms[index];
    }
}
