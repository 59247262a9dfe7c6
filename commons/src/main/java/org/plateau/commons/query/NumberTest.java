package org.plateau.commons.query;

import java.util.List;
import org.plateau.commons.query.Condition.Atom;
import org.plateau.commons.query.Operand.Constant;

/** What an atom says of numbers that were worked out and stand in no column. NaN is no number. */
public final class NumberTest {
    private NumberTest() {}

    /**
     * Whether an atom holds.
     *
     * @param value of its operand
     * @param other value of what it compares with, where that is no constant
     */
    public static boolean holds(Atom atom, double value, double other) {
        if (atom instanceof Condition.Missing missing) {
            return Double.isNaN(value) != missing.isNegated();
        }
        if (Double.isNaN(value)) {
            return false;
        }
        if (atom instanceof Condition.Comparison comparison) {
            double right = comparison.other() instanceof Constant constant ? number(constant) : other;
            return !Double.isNaN(right) && comparison.comparator().holds(difference(value, right));
        } else if (atom instanceof Condition.Between between) {
            boolean inside = value >= number(between.low()) && value <= number(between.high());
            return inside != between.isNegated();
        } else if (atom instanceof Condition.OneOf oneOf) {
            return isOneOf(value, oneOf.constants()) != oneOf.isNegated();
        }
        throw new IllegalArgumentException("Numbers are not like a text: " + atom);
    }

    private static boolean isOneOf(double value, List<Constant> constants) {
        return constants.stream().anyMatch(constant -> difference(value, number(constant)) == 0);
    }

    /** Zeros of both signs are equal here, as in SQL. */
    private static int difference(double left, double right) {
        return left < right ? -1 : left > right ? 1 : 0;
    }

    private static double number(Constant constant) {
        return constant instanceof Operand.Whole whole ? whole.value() : ((Operand.Real) constant).value();
    }
}
