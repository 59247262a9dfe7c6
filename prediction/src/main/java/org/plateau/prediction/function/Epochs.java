package org.plateau.prediction.function;

import java.util.Arrays;

/**
 * Epochs at which many functions of many shapes are wanted, with what these have in common: logarithms, powers and
 * exponential decays. Those are kept as tables, so that functions whose grids agree in an exponent or a rate share them.
 *
 * <p>For one sweep in one thread. The arrays are not copied: they are read in the innermost loops, and nobody writes to
 * them.
 */
public final class Epochs {
    private final double[] values;
    private final double[] logarithms;
    private final Table powers;
    private final Table decays;

    private Epochs(double[] values, double[] logarithms, Table powers, Table decays) {
        this.values = values;
        this.logarithms = logarithms;
        this.powers = powers;
        this.decays = decays;
    }

    /** These epochs. */
    public static Epochs of(double... values) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logarithms[i] = Math.log(values[i]);
        }
        return new Epochs(values.clone(), logarithms, new Table(1), new Table(1));
    }

    /** The same epochs with tables that keep what they were asked for, for shapes of a grid. */
    public Epochs tabulated() {
        return new Epochs(values, logarithms, new Table(Table.MOST), new Table(Table.MOST));
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

    /** x^exponent at every epoch x, valid until the next exponent is asked for. */
    public double[] powers(double exponent) {
        double[] known = powers.find(exponent);
        if (known.length > 0) {
            return known;
        }
        double[] row = powers.add(exponent, values.length);
        for (int i = 0; i < row.length; i++) {
            row[i] = exponent == 0 ? 1 : Math.exp(exponent * logarithms[i]);
        }
        return row;
    }

    /** e^(−rate·x) at every epoch x, valid until the next rate is asked for. */
    public double[] decays(double rate) {
        double[] known = decays.find(rate);
        if (known.length > 0) {
            return known;
        }
        double[] row = decays.add(rate, values.length);
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.exp(-rate * values[i]);
        }
        return row;
    }

    /** Rows by number. Numbers mostly come in the order in which they came before. */
    private static final class Table {
        private static final int MOST = 64;
        private static final double[] NONE = {};

        private final int most;
        private double[] numbers = {};
        private double[][] rows = {};
        private int size;
        private int last;

        Table(int most) {
            this.most = most;
        }

        double[] find(double number) {
            for (int i = 0; i < size; i++) {
                int guess = last + i < size ? last + i : last + i - size;
                if (numbers[guess] == number) {
                    last = guess;
                    return rows[guess];
                }
            }
            return NONE;
        }

        double[] add(double number, int length) {
            if (size == most) {
                numbers[0] = number;
                last = 0;
                return rows[0];
            }
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.min(most, 2 * size + 1));
                rows = Arrays.copyOf(rows, numbers.length);
            }
            last = size++;
            numbers[last] = number;
            rows[last] = new double[length];
            return rows[last];
        }
    }
}
