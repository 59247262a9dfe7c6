package org.plateau.prediction.function;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * Epochs at which many functions of many shapes are wanted, with what these have in common: logarithms, powers and
 * exponential decays. Rows of those are kept, so that shapes and functions that agree in an exponent or a rate share them.
 *
 * <p>For one sweep in one thread. Rows are not copied, as they are read in the innermost loops: nobody writes to them.
 */
public final class Epochs {
    private final double[] values;
    private final double[] logarithms;
    private final Table powers;
    private final Table decays;
    private final Table shifted;

    private Epochs(double[] values, double[] logarithms, int rows) {
        this.values = values;
        this.logarithms = logarithms;
        powers = new Table(rows, exponent -> powers(logarithms, exponent));
        decays = new Table(rows, rate -> decays(values, rate));
        shifted = new Table(rows, shift -> shifted(values, shift));
    }

    /** These epochs. */
    public static Epochs of(double... values) {
        double[] logarithms = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            logarithms[i] = Math.log(values[i]);
        }
        return new Epochs(values.clone(), logarithms, Table.FEWEST);
    }

    /** The same epochs with tables that keep rows for a whole grid of shapes. */
    public Epochs tabulated() {
        return new Epochs(values, logarithms, Table.MOST);
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

    /** x^exponent at every epoch x. */
    public double[] powers(double exponent) {
        return powers.row(exponent);
    }

    /** e^(−rate·x) at every epoch x. */
    public double[] decays(double rate) {
        return decays.row(rate);
    }

    /** ln(x + shift) at every epoch x. */
    public double[] shiftedLogarithms(double shift) {
        return shifted.row(shift);
    }

    private static double[] powers(double[] logarithms, double exponent) {
        double[] row = new double[logarithms.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = exponent == 0 ? 1 : Math.exp(exponent * logarithms[i]);
        }
        return row;
    }

    private static double[] decays(double[] values, double rate) {
        double[] row = new double[values.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.exp(-rate * values[i]);
        }
        return row;
    }

    private static double[] shifted(double[] values, double shift) {
        double[] row = new double[values.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = Math.log(values[i] + shift);
        }
        return row;
    }

    /** Rows by number. Numbers mostly come in the order in which they came before. */
    private static final class Table {
        private static final int FEWEST = 2;
        private static final int MOST = 64;

        private final int most;
        private final DoubleFunction<double[]> maker;
        private double[] numbers = new double[FEWEST];
        private double[][] rows = new double[FEWEST][];
        private int size;
        private int last;

        Table(int most, DoubleFunction<double[]> maker) {
            this.most = most;
            this.maker = maker;
        }

        double[] row(double number) {
            for (int i = 0; i < size; i++) {
                int guess = last + i < size ? last + i : last + i - size;
                if (numbers[guess] == number) {
                    last = guess;
                    return rows[guess];
                }
            }
            return add(number);
        }

        private double[] add(double number) {
            if (size < most) {
                if (size == numbers.length) {
                    numbers = Arrays.copyOf(numbers, Math.min(most, 2 * size));
                    rows = Arrays.copyOf(rows, numbers.length);
                }
                last = size++;
            } else {
                last = last + 1 < size ? last + 1 : 0;
            }
            numbers[last] = number;
            rows[last] = maker.apply(number);
            return rows[last];
        }
    }
}
