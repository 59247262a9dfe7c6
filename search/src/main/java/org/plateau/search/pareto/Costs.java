package org.plateau.search.pareto;

import java.util.Arrays;
import java.util.List;

/**
 * A point in the space of objectives: one finite number for each, all of them to be minimised.
 *
 * <p>A measure that is maximised comes in as its negative ({@code Direction.asCost}). Negative zero is zero.
 *
 * @param values at least one
 */
public record Costs(List<Double> values) {
    public Costs {
        if (values.isEmpty()) {
            throw new ParetoException("Costs must have at least 1 value, but had none");
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new ParetoException("Costs must be finite, but were " + values);
            }
        }
        values = values.stream().map(value -> value + 0.0).toList();
    }

    /** Costs from numbers in the order of the objectives. */
    public static Costs of(double... values) {
        return new Costs(Arrays.stream(values).boxed().toList());
    }

    /** Number of objectives. */
    public int size() {
        return values.size();
    }

    /** The cost in one objective, from 0. */
    public double value(int objective) {
        return values.get(objective);
    }

    /**
     * Whether these costs are nowhere higher than the other ones and somewhere lower. Equal costs do not dominate
     * each other.
     *
     * @throws ParetoException if the numbers of objectives differ
     */
    public boolean dominates(Costs other) {
        requireSameSize(other);
        boolean lower = false;
        for (int objective = 0; objective < size(); objective++) {
            if (value(objective) > other.value(objective)) {
                return false;
            }
            lower |= value(objective) < other.value(objective);
        }
        return lower;
    }

    double[] toArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    void requireSameSize(Costs other) {
        if (size() != other.size()) {
            throw new ParetoException(
                    "Costs of %d and of %d objectives cannot be compared".formatted(size(), other.size()));
        }
    }
}
