package org.plateau.prediction.function;

import java.util.Arrays;
import java.util.function.ObjDoubleConsumer;

/**
 * Epochs at which many functions of many shapes are wanted, with what these have in common: logarithms, powers and
 * exponential decays. Rows of those are kept, so that shapes and functions that agree in an exponent or a rate share them.
 *
 * <p>For one sweep in one thread. Rows are not copied, as they are read in the innermost loops: nobody writes to them, and
 * each is good until two more of its kind are asked for.
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
        int length = values.length;
        powers = new Table(length, rows, (row, exponent) -> powers(logarithms, exponent, row));
        decays = new Table(length, rows, (row, rate) -> decays(values, rate, row));
        shifted = new Table(length, rows, (row, shift) -> shifted(values, shift, row));
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

    private static void powers(double[] logarithms, double exponent, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = exponent == 0 ? 1 : Math.exp(exponent * logarithms[i]);
        }
    }

    private static void decays(double[] values, double rate, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.exp(-rate * values[i]);
        }
    }

    private static void shifted(double[] values, double shift, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.log(values[i] + shift);
        }
    }

    /** Rows by number. Numbers mostly come in the order in which they came before. */
    private static final class Table {
        private static final int FEWEST = 2;
        private static final int MOST = 64;

        private final int length;
        private final int most;
        private final ObjDoubleConsumer<double[]> filler;
        private double[] numbers = new double[FEWEST];
        private double[][] rows = new double[FEWEST][];
        private int size;
        private int last;

        Table(int length, int most, ObjDoubleConsumer<double[]> filler) {
            this.length = length;
            this.most = most;
            this.filler = filler;
        }

        double[] row(double number) {
            for (int i = 0; i < size; i++) {
                int guess = last + i < size ? last + i : last + i - size;
                if (numbers[guess] == number) {
                    last = guess;
                    return rows[guess];
                }
            }
            last = size < most ? grow() : last + 1 < size ? last + 1 : 0;
            numbers[last] = number;
            filler.accept(rows[last], number);
            return rows[last];
        }

        private int grow() {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, Math.min(most, 4 * size));
                rows = Arrays.copyOf(rows, numbers.length);
            }
            rows[size] = new double[length];
            return size++;
        }
    }
}
